"""Whether limit answers tell of another program that uses this account's queries. It asks nothing, reads no clock."""

from supervisor_gui.netsantral.budget_rules import CAUTIOUS, HOUR, LIMIT_BLOCK

STRAY = 180.0
"""Seconds for which a request without an answer may still count at the PBX: the system goes on sending for up to two
minutes what a closed connection holds, and the PBX counts it for another."""


class Suspicion:
    """Another program is suspected for an hour after a limit answer that requests of our own cannot have caused.

    They can where one got no answer a moment ago, for it may reach the PBX much later, together with others. They also
    can where more queries a minute were chosen than every PBX takes; a limit answer lowers that for an hour.
    """

    def __init__(self) -> None:
        self._astray: float | None = None
        self._limited: float | None = None
        self._suspected: float | None = None

    def note_no_answer(self, now: float) -> None:
        """A request got no answer until `now` (monotonic seconds), so nobody knows when the PBX counts it."""
        self._astray = now

    def note_limit(self, now: float, *, per_minute: float, factor: float) -> None:
        """A limit answer came at `now`.

        Args:
            now: Monotonic seconds.
            per_minute: Requests a minute that the user has chosen.
            factor: Every duration is divided by this.
        """
        before, self._limited = self._limited, now
        if _within(LIMIT_BLOCK[0] / factor, before, now):
            return  # it belongs to a request that was under way at the one before
        stray = _within(STRAY / factor, self._astray, now)
        raised = per_minute > CAUTIOUS and not _within(HOUR / factor, before, now)
        if not stray and not raised:
            self._suspected = now

    def holds(self, now: float, factor: float) -> bool:
        """Whether another program is suspected at `now` (monotonic seconds)."""
        return _within(HOUR / factor, self._suspected, now)


def _within(seconds: float, instant: float | None, now: float) -> bool:
    return instant is not None and now - instant < seconds
