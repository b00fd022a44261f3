"""How many callers wait to be called back, told on the rail and in the notification area, whatever page is open."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from supervisor_gui.config import Settings, keys
from supervisor_gui.history.missed_values import MissedView
from supervisor_gui.sessions.session import Session
from supervisor_gui.ui.bridge import BoardUpdate, Bridge
from supervisor_gui.ui.shell import Shell
from supervisor_gui.ui.tray import Tray

PAGE = "missed"


class MissedSigns(QObject):
    """One run's signs. They follow the session that runs."""

    def __init__(self, shell: Shell, bridge: Bridge, settings: Settings) -> None:
        super().__init__()
        self._shell = shell
        self._end: Callable[[], None] | None = None
        self._missed = 0
        self._waiting: int | None = None
        self.tray = Tray(shell.window)
        self.tray.open_wanted.connect(self._on_open)
        self.tray.missed_wanted.connect(self._on_missed)
        self.tray.quit_wanted.connect(self._on_quit)
        bridge.board_changed.connect(self._on_board)
        shell.look_changed.connect(self._on_look)
        self.use_settings(settings)

    def begin(self, session: Session) -> None:
        """Count this session's callers."""
        self._leave()
        missed = session.kept.missed
        self._end = missed.subscribe(self._on_view)
        self._on_view(missed.view)

    def end(self) -> None:
        """Count nobody's."""
        self._leave()
        self._waiting = None
        self._on_view(MissedView())

    def use_settings(self, settings: Settings) -> None:
        """Settings changed."""
        self.tray.set_visible(settings.get(keys.TRAY))

    def close(self) -> None:
        """The program ends."""
        self.tray.close()

    def _leave(self) -> None:
        if self._end is not None:
            self._end()
            self._end = None

    def _on_view(self, view: MissedView) -> None:
        self._missed = view.waiting
        self._show()

    def _on_board(self, update: BoardUpdate) -> None:
        board = update.board
        waiting = sum(queue.waiting for queue in board.queues.values()) if board.updated else None
        if waiting != self._waiting:
            self._waiting = waiting
            self._show()

    def _show(self) -> None:
        self._shell.window.rail.set_badge(PAGE, self._missed)
        self.tray.show_counts(self._missed, self._waiting)

    def _on_look(self) -> None:
        self.tray.retranslate()
        self._show()

    def _on_open(self) -> None:
        self._shell.window.come_to_front()

    def _on_missed(self) -> None:
        self._shell.window.come_to_front()
        self._shell.open_page(PAGE)

    def _on_quit(self) -> None:
        self._shell.wished.emit("quit")
