"""What a report of whole days has to say, counted from the simulator's ledger one call at a time."""

from collections.abc import Iterable
from typing import Any

import msgspec

from tests.helpers.recount import outcome, talk, wait


class Told(msgspec.Struct, frozen=True):
    """The figures of one row of a report, in the order of its columns; shares of 1, seconds not rounded."""

    incoming: int
    answered: int
    unanswered: int
    abandoned: int
    short: int
    service: float
    answer_rate: float
    answer_wait: float
    average_wait: float
    average_talk: float
    longest_wait: int

    @property
    def counts(self) -> tuple[int, ...]:
        return (self.incoming, self.answered, self.unanswered, self.abandoned, self.short)

    @property
    def shares(self) -> tuple[float, float]:
        return (self.service, self.answer_rate)

    @property
    def seconds(self) -> tuple[float, ...]:
        return (self.answer_wait, self.average_wait, self.average_talk, self.longest_wait)


def told(calls: Iterable[dict[str, Any]], *, threshold: int, short: int) -> Told:
    """The figures of these calls, some of which came in and were answered.

    Args:
        calls: Rows of the ledger.
        threshold: Seconds within which a call is answered in time.
        short: Seconds up to which an abandoned call is not counted in the service level.
    """
    counts = {"answered": 0, "unanswered": 0, "abandoned": 0}
    in_time = shorts = answered_waits = waits = talks = longest = 0
    for call in calls:
        how = outcome(call)
        if how is None:
            continue
        counts[how.value] += 1
        waits += wait(call)
        longest = max(longest, wait(call))
        if how.value == "answered":
            answered_waits += wait(call)
            talks += talk(call)
            in_time += wait(call) <= threshold
        if how.value == "abandoned":
            shorts += wait(call) <= short
    incoming = sum(counts.values())
    return Told(
        incoming=incoming,
        **counts,
        short=shorts,
        service=in_time / (counts["answered"] + counts["abandoned"] - shorts),
        answer_rate=counts["answered"] / incoming,
        answer_wait=answered_waits / counts["answered"],
        average_wait=waits / incoming,
        average_talk=talks / counts["answered"],
        longest_wait=longest,
    )
