"""The one QObject that crosses into Qt: frozen values in, signals out, diffs merged to a few a second. No logic."""

import time
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from supervisor_gui.live.alerts import Alarms
from supervisor_gui.live.board import Board, Diff
from supervisor_gui.live.live_calls import Calls

MERGE_MS = 250
TICK_MS = 1000


class BoardUpdate(msgspec.Struct, frozen=True):
    """The board and what changed since the last update that was shown.

    Attributes:
        board: The board now.
        diff: Rows that differ from the update before; may be empty when only freshness moved.
        alarms: Limits judged on this board.
    """

    board: Board
    diff: Diff
    alarms: Alarms


class Bridge(QObject):
    """Carries the live rooms' values to the windows.

    Signals:
        board_changed(BoardUpdate): At most four times a second.
        status_changed(PollStatus): The link to the PBX.
        stream_changed(StreamChange): The event stream.
        batch_changed(Batch): A user's action moved on.
        calls_changed(Calls): The calls that run, at most four times a second.
        order_changed(CallOrder): A command about a call moved on.
        turned_red(object): Tuple of alarms that just turned red.
        ticked(float): Once a second, epoch seconds.
    """

    board_changed = Signal(object)
    status_changed = Signal(object)
    stream_changed = Signal(object)
    batch_changed = Signal(object)
    calls_changed = Signal(object)
    order_changed = Signal(object)
    turned_red = Signal(object)
    ticked = Signal(float)

    def __init__(
        self,
        judge: Callable[[Board, float], Alarms],
        wall: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._judge = judge
        self._wall = wall
        self._board = Board()
        self._diff = Diff()
        self._alarms = Alarms()
        self._fresh = False
        self._calls: Calls | None = None
        self._over = False
        self._merge = QTimer(self, singleShot=True, interval=MERGE_MS)
        self._merge.timeout.connect(self._publish)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._on_tick)

    @property
    def board(self) -> Board:
        """The newest board, shown or about to be."""
        return self._board

    def start(self) -> None:
        """Begin ticking."""
        self._over = False
        self._tick.start()

    def stop(self) -> None:
        """End both timers; nothing is emitted afterwards."""
        self._over = True
        self._tick.stop()
        self._merge.stop()

    def reset(self) -> None:
        """Nothing is known any more: another board begins, and what was about to be shown is not."""
        self._merge.stop()
        self._board, self._diff, self._fresh, self._calls = Board(), Diff(), False, None
        self._alarms = Alarms()

    def take_board(self, board: Board, diff: Diff) -> None:
        """A new board: the first is shown at once, those that follow within a quarter second with the next."""
        self._diff = self._diff.merged(diff) if self._fresh else diff
        self._fresh = True
        self._board = board
        self._soon()

    def take_calls(self, calls: Calls) -> None:
        """The calls moved on: shown at once, or with what follows within a quarter second."""
        self._calls = calls
        self._soon()

    def _soon(self) -> None:
        # What ends after the bridge, such as withdrawn actions, still changes the board; nobody looks any more.
        if not self._over and not self._merge.isActive():
            self._publish()
            self._merge.start()

    def _publish(self) -> None:
        calls, self._calls = self._calls, None
        if calls is not None:
            self.calls_changed.emit(calls)
        if not self._fresh:
            return
        diff, self._diff, self._fresh = self._diff, Diff(), False
        self._judged()
        self.board_changed.emit(BoardUpdate(board=self._board, diff=diff, alarms=self._alarms))

    def _on_tick(self) -> None:
        now = self._wall()
        if self._judged():
            self.board_changed.emit(BoardUpdate(board=self._board, diff=Diff(), alarms=self._alarms))
        self.ticked.emit(now)

    def _judged(self) -> bool:
        alarms = self._judge(self._board, self._wall())
        changed = alarms.levels != self._alarms.levels
        self._alarms = alarms
        if alarms.turned_red:
            self.turned_red.emit(alarms.turned_red)
        return changed
