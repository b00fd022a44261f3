"""The waiting line of one budget. It orders those who wait and hands a grant on; it does not know when one is due."""

import asyncio
import bisect
import enum
import itertools
import math
from collections.abc import Hashable

from supervisor_gui.netsantral.budget_ledger import Held


class Priority(enum.IntEnum):
    """Who asks; a lower value is served first."""

    URGENT = 0
    """What must not wait, such as stopping a list: it may take what a budget keeps back for it."""
    USER = 1
    SCREEN = 2
    BACKGROUND = 3


class SlotReplaced(Exception):
    """A later request with the same key took this one's place in the line; nothing was sent."""


class Waiter:
    """One request that waits.

    Attributes:
        turn: Done when its grant is there.
    """

    __slots__ = ("deadline", "order", "replace", "turn")

    def __init__(
        self, order: tuple[int, int], replace: Hashable | None, deadline: float, turn: asyncio.Future[Held]
    ) -> None:
        self.order = order
        self.replace = replace
        self.deadline = deadline
        self.turn = turn

    @property
    def served(self) -> bool:
        """It holds a grant."""
        return self.turn.done() and not self.turn.cancelled() and self.turn.exception() is None


class WaitingLine:
    """Those who wait for one budget, by priority and then by arrival."""

    def __init__(self) -> None:
        self._waiting: list[Waiter] = []
        self._arrivals = itertools.count()

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def urgent(self) -> bool:
        """Whether the first in line may take what is kept back."""
        return bool(self._waiting) and self._waiting[0].order[0] == Priority.URGENT

    @property
    def deadline(self) -> float:
        """The longest time anybody in the line may hold a grant, in seconds."""
        return max(waiter.deadline for waiter in self._waiting)

    def join(self, priority: Priority, replace: Hashable | None, deadline: float, turn: asyncio.Future[Held]) -> Waiter:
        """Queue up, or take the place and the better priority of the one that waits with the same key."""
        order = (int(priority), next(self._arrivals))
        waiting = (other for other in self._waiting if replace is not None and not other.turn.done())
        former = next((other for other in waiting if other.replace == replace), None)
        if former is not None:
            self._waiting.remove(former)
            former.turn.set_exception(SlotReplaced())
            order = (min(order[0], former.order[0]), former.order[1])
        waiter = Waiter(order, replace, deadline, turn)
        bisect.insort(self._waiting, waiter, key=lambda other: other.order)
        return waiter

    def leave(self, waiter: Waiter) -> None:
        """Step out of the line; nothing happens to one that is not in it."""
        if waiter in self._waiting:
            self._waiting.remove(waiter)

    def serve(self, held: Held) -> bool:
        """Give the grant to the first who fits into its deadline; False if there is none."""
        waiter = self._call_up(held.lasts)
        if waiter is not None:
            waiter.turn.set_result(held)
        return waiter is not None

    def fail(self, error: BaseException) -> None:
        """Tell the first who waits that the ledger broke."""
        waiter = self._call_up(math.inf)
        if waiter is not None:
            waiter.turn.set_exception(error)

    def cancel(self) -> None:
        """Send everybody away as cancelled."""
        for waiter in self._waiting:
            waiter.turn.cancel()
        self._waiting.clear()

    def _call_up(self, lasts: float) -> Waiter | None:
        # One whose task was cancelled a moment ago still stands in the line.
        present = (waiter for waiter in self._waiting if not waiter.turn.done() and waiter.deadline <= lasts)
        waiter = next(present, None)
        if waiter is not None:
            self._waiting.remove(waiter)
        return waiter
