"""Who is about to ask something about the past, as a frozen value. The claims themselves are `day_claims`."""

import msgspec


class Claimant(msgspec.Struct, frozen=True):
    """Who is about to ask, and when.

    Attributes:
        holder: Unique among all programs and their lanes.
        now: Epoch seconds.
        lease: Seconds after which a claim ends that nobody renewed.
        planned_at: Epoch seconds of the plan: what somebody has answered since needs not be asked.
    """

    holder: str
    now: float
    lease: float
    planned_at: float = 0.0

    @property
    def until(self) -> float:
        """When a claim made now ends, in epoch seconds."""
        return self.now + self.lease

    @property
    def horizon(self) -> float:
        """Later stamps than this come from a clock that was put back since; nobody counts on them."""
        return self.now + 10 * self.lease

    def needs_no_more(self, asked_at: float, *, final: bool) -> bool:
        """Whether what was asked for at `asked_at` needs not be asked."""
        return final or self.planned_at < asked_at <= self.horizon
