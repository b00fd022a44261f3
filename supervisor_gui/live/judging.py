"""When an answer is too old to overturn what is known, and when too much time passed unseen. Pure rules on times."""

BLIND = 600.0
"""Seconds without an answer after which single calls and exact times cannot be told any more."""

FORGET = 3600.0
"""Seconds without an answer after which an unchanged state is no longer taken for the same one."""

_IN_FLIGHT = 120.0
"""No answer takes longer than this; a larger difference is a clock that was set, not an old answer."""


def overtaken(asked: float, at: float) -> bool:
    """Whether an answer asked for at `asked` is too old to deny what happened at `at`."""
    return 0.0 < at - asked < _IN_FLIGHT


class Sight:
    """How one answer follows the one before it for one queue."""

    __slots__ = ("asked", "at", "blind", "first", "forget", "seen")

    def __init__(self, asked: float, at: float, seen: float, resumed: float) -> None:
        gap = at - seen
        self.asked = asked
        self.at = at
        self.seen = seen
        self.first = seen == 0.0
        self.blind = self.first or gap > BLIND or gap < 0.0 or resumed > seen
        self.forget = self.first or gap > FORGET
