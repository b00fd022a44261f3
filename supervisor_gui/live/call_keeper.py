"""The one holder of the running calls: takes events, orders and boards in, publishes what became of calls."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial

import msgspec

from supervisor_gui.clock import Clock
from supervisor_gui.live.board import Board, Diff
from supervisor_gui.live.call_commands import CallOrder
from supervisor_gui.live.call_reduce import apply_event
from supervisor_gui.live.call_reduce_doubt import apply_board, apply_tick
from supervisor_gui.live.call_reduce_orders import apply_order
from supervisor_gui.live.call_reduce_state import CallLog
from supervisor_gui.live.live_calls import Calls, LiveCall
from supervisor_gui.live.watchers import Watchers
from supervisor_gui.netsantral.types import Event
from supervisor_gui.tasks import Tasks

log = logging.getLogger(__name__)

EVERY = 5.0
"""Seconds between two looks at calls that nobody speaks of."""

Subscriber = Callable[[Calls], None]


class CallKeeper:
    """Follows the calls of one profile. It asks nobody for anything."""

    def __init__(
        self,
        clock: Clock | None = None,
        *,
        time_factor: float = 1.0,
        report: Callable[[str, BaseException], None] | None = None,
        on_ended: Callable[[LiveCall], None] | None = None,
    ) -> None:
        """Args.

        clock: Time.
        time_factor: How much faster than the clock the PBX lives; looks come so much sooner.
        report: Takes what a failing subscriber raised; None logs it.
        on_ended: Told once of each call that ended.
        """
        self._clock = clock or Clock()
        self._factor = time_factor
        self._report = report or _report
        self._on_ended = on_ended
        self._log = CallLog()
        self._shown = self._log.calls
        self._board = Board()
        self._subscribers: Watchers[Subscriber] = Watchers()
        self._publishing = False
        self._task: asyncio.Task[None] | None = None

    @property
    def calls(self) -> Calls:
        """The calls now."""
        return self._log.calls

    def subscribe(self, take: Subscriber) -> Callable[[], None]:
        """Call `take` whenever calls changed; the result ends that."""
        return self._subscribers.add(take)

    def take_event(self, event: Event, at: float) -> None:
        """An event of the stream came at epoch seconds `at`."""
        self._take(apply_event(self._log, event, at))

    def take_order(self, order: CallOrder) -> None:
        """An order about calls changed."""
        self._take(apply_order(self._log, order, self._clock.wall()))

    def take_board(self, board: Board, _changes: Diff) -> None:
        """The board changed."""
        fresher = board.updated != self._board.updated
        self._board = board
        # Only status answers prove anything; what events did to the board is known here already.
        if fresher:
            self._take(apply_board(self._log, board, self._clock.wall()))

    def set_stream(self, on: bool) -> None:
        """Whether the event stream tells of calls from now on."""
        self._take(msgspec.structs.replace(self._log, stream=on))

    def tick(self, at: float) -> None:
        """Doubt, and give up, calls that nobody speaks of any more at epoch seconds `at`."""
        self._take(apply_tick(self._log, self._board, at))

    def start(self, tasks: Tasks) -> None:
        """Look at silent calls from now on."""
        if self._task is None:
            self._task = tasks.spawn("calls", self._run())

    async def stop(self) -> None:
        """Look no more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(EVERY / self._factor)
            self.tick(self._clock.wall())

    def _take(self, new: CallLog) -> None:
        old, self._log = self._log, new
        if self._on_ended is not None and new.ended is not old.ended:
            for call in new.ended:
                if call.key in old.live and call.key not in new.live:
                    self._guarded("ended call", partial(self._on_ended, call))
        self._publish()

    def _publish(self) -> None:
        """Publish until subscribers have seen the newest calls; one that brings news itself makes a further round."""
        if self._publishing:
            return
        self._publishing = True
        try:
            while not _same(self._shown, self._log):
                calls = self._shown = self._log.calls
                for take in self._subscribers:
                    self._guarded("calls subscriber", partial(take, calls))
        finally:
            self._publishing = False

    def _guarded(self, name: str, tell: Callable[[], None]) -> None:
        try:
            tell()
        except Exception as error:  # noqa: BLE001  one broken view must not blind the others; it is reported
            self._report(name, error)


def _same(shown: Calls, now: CallLog) -> bool:
    pairs = ((shown.live, now.live), (shown.ended, now.ended))
    # Equal by identity as a rule; Python would look at each of thousands of calls to find that out.
    return shown.stream == now.stream and all(one is other or one == other for one, other in pairs)


def _report(name: str, error: BaseException) -> None:
    log.error("%s failed", name, exc_info=error)
