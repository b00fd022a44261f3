"""The lanes of one backfill, and who stands back for whom. When a lane steps is `backfill`'s."""

import itertools
import secrets
from collections.abc import Callable

from supervisor_gui.history.backfill_lane import Lane, Span
from supervisor_gui.history.backfill_shared import Shared
from supervisor_gui.netsantral.budgets import Priority


class Lanes:
    """All lanes that may ask.

    Attributes:
        fixed: Those that last as long as the backfill.
        users: Those of exports.
    """

    def __init__(self, shared: Shared, holder: str) -> None:
        """There are none yet.

        Args:
            shared: What they have in common.
            holder: Begin of the names of claims, unique among all programs; empty for one by chance.
        """
        self._shared = shared
        self._holder = holder or secrets.token_hex(8)
        self._numbers = itertools.count(1)
        self.fixed: list[Lane] = []
        self.users: list[Lane] = []

    @property
    def all(self) -> tuple[Lane, ...]:
        """Every lane."""
        return *self.fixed, *self.users

    def last(self, span: Callable[[], Span | None], priority: Priority, refresh: Callable[[], float | None]) -> Lane:
        """A new lane that lasts."""
        lane = self._new(span, priority, refresh)
        self.fixed.append(lane)
        return lane

    def export(self, span: Span | None, refresh: float) -> Lane:
        """A new lane for an export, until it is taken out of `users`."""
        lane = self._new(lambda: span, Priority.USER, lambda: refresh)
        self.users.append(lane)
        return lane

    def press(self, lane: Lane) -> None:
        """Have less urgent lanes stand back, if the lane can ask something."""
        lane.pressing = not lane.idle
        for other in self.all:
            if lane.pressing and other.priority > lane.priority:
                other.withdraw()

    def relax(self, lane: Lane) -> None:
        """Let less urgent lanes go on."""
        lane.pressing = False
        for other in self.fixed:
            if other.priority > lane.priority:
                other.wake.set()

    def stands_back(self, lane: Lane) -> bool:
        """Whether a more urgent lane has something to ask."""
        return any(other.pressing for other in self.all if other.priority < lane.priority)

    def withdraw_all(self) -> None:
        """Take every request out of the waiting line."""
        for lane in self.all:
            lane.withdraw()

    def _new(self, span: Callable[[], Span | None], priority: Priority, refresh: Callable[[], float | None]) -> Lane:
        holder = f"{self._holder}-{next(self._numbers)}"
        return Lane(self._shared, span, holder=holder, priority=priority, refresh=refresh)
