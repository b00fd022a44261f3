"""The wallboard joined to the program: when its window opens and goes, on which screen, and what it is fed with."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication, QScreen
from PySide6.QtWidgets import QMenu

from supervisor_gui.config import Settings, SettingsChanged, SettingsStore, keys
from supervisor_gui.desktop.awake import Awake
from supervisor_gui.i18n import translate
from supervisor_gui.live.alerts import Alarms
from supervisor_gui.live.board import Board, Diff
from supervisor_gui.live.diff import diff
from supervisor_gui.live.status import PollStatus
from supervisor_gui.live.user_limits import limits_of
from supervisor_gui.options import Options
from supervisor_gui.text import clean
from supervisor_gui.ui.bridge import BoardUpdate, Bridge
from supervisor_gui.ui.shell import Shell

if TYPE_CHECKING:
    from supervisor_gui.ui.wallboard.shown import WallOptions
    from supervisor_gui.ui.wallboard.window import WallboardWindow

WISH = "wallboard"
"""The action's name, and what a later start asks a running window for."""

NOTHING = BoardUpdate(board=Board(), diff=Diff(), alarms=Alarms())


def wall_options(settings: Settings) -> "WallOptions":
    """What the wall shows while `settings` hold."""
    from supervisor_gui.ui.wallboard.shown import WallOptions  # noqa: PLC0415  seldom needed at the start

    names = (name.strip() for name in settings.get(keys.WALL_QUEUES).split(","))
    return WallOptions(
        queues=tuple(name for name in names if name),
        most=settings.get(keys.WALL_MOST),
        seconds=float(settings.get(keys.WALL_SECONDS)),
        by_name=settings.get(keys.WALL_ORDER) == "name",
        totals=settings.get(keys.WALL_TOTALS),
        agents=settings.get(keys.WALL_AGENTS),
        callers=settings.get(keys.WALL_CALLERS),
    )


def first_wall(shell: Shell, settings: Settings, options: Options, board: Board | None) -> "WallboardWindow":
    """The wallboard as the first and only window of a start, not shown yet; with the last known board, looking old."""
    window = _make(shell, settings, options, time.time)
    if board is not None:
        window.view.show_update(BoardUpdate(board=board, diff=diff(Board(), board), alarms=Alarms()), time.time())
    if options.size:
        window.resize(*options.size)
    elif not options.headless:
        window.place_on(_remembered(settings))
    return window


def _make(shell: Shell, settings: Settings, options: Options, wall: Callable[[], float]) -> "WallboardWindow":
    from supervisor_gui.ui.wallboard.window import WallboardWindow  # noqa: PLC0415  brings every widget of it

    window = WallboardWindow(shell.theme, demo=options.demo, wall=wall)
    window.view.set_limits(limits_of(settings))
    window.view.set_options(wall_options(settings))
    return window


def _remembered(settings: Settings) -> QScreen | None:
    name = settings.get(keys.WALL_SCREEN)
    return next((screen for screen in QGuiApplication.screens() if name and screen.name() == name), None)


class WallboardFlow(QObject):
    """Owns the wallboard's window, which is made when it is first wanted.

    Attributes:
        window: The window; None until it is wanted.
        screens: The menu of screens, shown while there are several.
    """

    def __init__(
        self,
        shell: Shell,
        bridge: Bridge,
        settings: SettingsStore,
        options: Options,
        wall: Callable[[], float],
        *,
        window: "WallboardWindow | None" = None,
    ) -> None:
        """Args.

        shell: The main window.
        bridge: Carries boards and time.
        settings: The user's choices, and where the screen is remembered.
        options: The command line.
        wall: Epoch seconds now.
        window: The wallboard of a start that shows nothing else.
        """
        super().__init__()
        self._shell = shell
        self._settings = settings
        self._options = options
        self._wall = wall
        self._update = NOTHING
        self._status = PollStatus()
        self._wanted = options.wallboard and window is None
        self._awake: Awake | None = None
        self.window: WallboardWindow | None = None
        if window is not None:
            self._take(window)
        self.screens = QMenu()
        self._insert_menu()
        bridge.board_changed.connect(self._on_board)
        bridge.status_changed.connect(self._on_status)
        bridge.ticked.connect(self._on_tick)
        settings.subscribe(self._on_settings)
        shell.wished.connect(self._on_wish)
        shell.look_changed.connect(self._on_look)

    @property
    def shown(self) -> bool:
        """Whether the wallboard is on a screen."""
        return self.window is not None and self.window.isVisible()

    def use_awake(self, awake: Awake) -> None:
        """Let `awake` keep the screen awake from now on whenever the wallboard is on one."""
        self._awake = awake
        self._on_screen_changed()

    def open(self, screen: QScreen | None = None) -> None:
        """Fill a screen with it: `screen`, the remembered one, or the main window's."""
        self._wanted = False
        window = self._ready()
        self._feed(window)
        place = screen or _remembered(self._settings.settings)
        if place is None and not window.isVisible() and self._shell.window.isVisible():
            place = self._shell.window.screen()
        window.open_on(place)

    def leave(self) -> None:
        """Back to the main window."""
        if self.window is not None:
            self._remember(self.window.screen())
            self.window.hide()
        self._shell.window.come_to_front()

    def step_aside(self) -> None:
        """A question is about to be asked in the main window; the wallboard comes back with the next session."""
        if self.shown and not self._options.headless:
            self._wanted = True
            self.leave()

    def begin(self) -> None:
        """A session began: a wallboard that waited for it opens."""
        if self._wanted:
            self.open()

    def end(self) -> None:
        """The session has ended: nothing of it is shown any more."""
        self._update, self._status = NOTHING, PollStatus()
        if self.window is not None:
            self._feed(self.window)

    def close(self) -> None:
        """The program ends."""
        self.screens.close()
        if self.window is not None:
            self.window.close_for_good()

    # inside

    def _ready(self) -> "WallboardWindow":
        if self.window is None:
            window = _make(self._shell, self._settings.settings, self._options, self._wall)
            self._take(window)
            return window
        return self.window

    def _take(self, window: "WallboardWindow") -> None:
        self.window = window
        window.left.connect(self.leave)
        window.closed.connect(self._on_closed)
        window.on_screen_changed.connect(self._on_screen_changed)

    def _feed(self, window: "WallboardWindow") -> None:
        now = self._wall()
        window.view.show_status(self._status, now)
        window.view.show_update(self._update, now)

    def _on_board(self, update: BoardUpdate) -> None:
        self._update = update
        if self.window is not None and self.shown:
            self.window.view.show_update(update, self._wall())

    def _on_status(self, status: PollStatus) -> None:
        self._status = status
        if self.window is not None and self.shown:
            self.window.view.show_status(status, self._wall())

    def _on_tick(self, now: float) -> None:
        if self.window is not None:
            self.window.tick(now)

    def _on_settings(self, changed: SettingsChanged) -> None:
        if self.window is not None:
            self.window.view.set_limits(limits_of(changed.settings))
            self.window.view.set_options(wall_options(changed.settings))
        self._on_screen_changed()

    def _on_screen_changed(self) -> None:
        if self._awake is None:
            return
        if self.window is not None and self.window.on_screen and self._settings.settings.get(keys.WALL_AWAKE):
            self._awake.hold(translate("Wallboard", "The wallboard is shown"))
        else:
            self._awake.release()

    def _on_look(self) -> None:
        if self.window is not None:
            self.window.view.apply_theme(self._shell.theme)
        self._fill_menu()

    def _on_wish(self, name: str) -> None:
        if name == WISH:
            self.open()

    def _on_closed(self) -> None:
        """Closed as any window is: without a main window nothing is left of the program."""
        if not self._shell.window.isVisible():
            self._shell.window.close_wanted.emit()

    # screens

    def _insert_menu(self) -> None:
        view, own = self._shell.actions.menu("view"), self._shell.actions[WISH]
        behind = view.actions()[view.actions().index(own) + 1 :]
        if behind:
            view.insertMenu(behind[0], self.screens)
        else:
            view.addMenu(self.screens)
        self._fill_menu()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_screens)
            app.screenRemoved.connect(self._on_screens)

    def _on_screens(self, _screen: QScreen) -> None:
        self._fill_menu()

    def _fill_menu(self) -> None:
        screens = QGuiApplication.screens()
        self.screens.setTitle(translate("Wallboard", "Wallboard on screen"))
        self.screens.menuAction().setVisible(len(screens) > 1)
        self.screens.clear()
        for number, screen in enumerate(screens, 1):
            name = clean(screen.name(), 40).replace("&", "&&")
            words = translate("Wallboard", "Screen {n}: {name}").format(n=number, name=name)
            action = QAction(words, self.screens)
            action.setData(screen.name())
            action.triggered.connect(self._on_screen)
            self.screens.addAction(action)

    def _on_screen(self) -> None:
        sender = self.sender()
        if not isinstance(sender, QAction):
            return
        for screen in QGuiApplication.screens():
            if screen.name() == sender.data():
                self._remember(screen)
                self.open(screen)
                return

    def _remember(self, screen: QScreen) -> None:
        """Note the screen where there is a choice of them."""
        if len(QGuiApplication.screens()) < 2 or screen.name() == self._settings.settings.get(keys.WALL_SCREEN):
            return
        self._settings.set(keys.WALL_SCREEN, screen.name())
