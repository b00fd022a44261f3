"""The one holder of the live board: takes items in, publishes what changed. It asks nobody for anything."""

import asyncio
import logging
from collections.abc import Callable

from supervisor_gui.live.board import Board, Diff
from supervisor_gui.live.diff import diff
from supervisor_gui.live.items import Item, Rules
from supervisor_gui.live.limits import Limits
from supervisor_gui.live.reduce import reduce
from supervisor_gui.live.watchers import Watchers

log = logging.getLogger(__name__)

Subscriber = Callable[[Board, Diff], None]

LARGE = 1000
"""From this many rows the steps of an update run in separate turns of the event loop."""


class LiveBoard:
    """Holds the board of one profile.

    Subscribers get the board and the rows that changed, once an update; an update that only made the board fresher
    comes with an empty Diff.
    """

    def __init__(
        self,
        rules: Rules | None = None,
        board: Board | None = None,
        report: Callable[[str, BaseException], None] | None = None,
    ) -> None:
        """Args.

        rules: The account and the user's limits.
        board: Where to begin; an empty board if None.
        report: Takes what a failing subscriber raised; None logs it.
        """
        self._rules = rules or Rules()
        self._board = board or Board()
        self._shown = self._board
        self._report = report or _log
        self._subscribers: Watchers[Subscriber] = Watchers()
        self._publishing = False

    @property
    def board(self) -> Board:
        """The board now."""
        return self._board

    @property
    def rules(self) -> Rules:
        """What calls are judged by."""
        return self._rules

    def set_limits(self, limits: Limits) -> None:
        """Judge calls by `limits` from now on; calls judged before keep their judgement."""
        self._rules = Rules(limits=limits, account=self._rules.account)

    def subscribe(self, take: Subscriber) -> Callable[[], None]:
        """Call `take` at each update; the result ends that."""
        return self._subscribers.add(take)

    def apply(self, *items: Item) -> None:
        """Work `items` in and publish once."""
        self._take(items)
        self._publish()

    async def apply_large(self, *items: Item) -> None:
        """The same as `apply` with the event loop running between the steps."""
        for item in items:
            self._take((item,))
            await asyncio.sleep(0)
        self._publish()

    @property
    def large(self) -> bool:
        """Whether the board is so large that updates should go through `apply_large`."""
        return len(self._board.agents) + len(self._board.callers) > LARGE

    def _take(self, items: tuple[Item, ...]) -> None:
        for item in items:
            self._board = reduce(self._board, item, self._rules)

    def _publish(self) -> None:
        """Publish until subscribers have seen the newest board; one that applies items itself makes a further round."""
        if self._publishing:
            return
        self._publishing = True
        try:
            while self._shown is not self._board:
                board = self._board
                changes = diff(self._shown, board)
                self._shown = board
                for take in self._subscribers:
                    self._tell(take, board, changes)
        finally:
            self._publishing = False

    def _tell(self, take: Subscriber, board: Board, changes: Diff) -> None:
        try:
            take(board, changes)
        except Exception as error:  # noqa: BLE001  one broken view must not blind the others; it is reported
            self._report("board subscriber", error)


def _log(name: str, error: BaseException) -> None:
    log.error("%s failed", name, exc_info=error)
