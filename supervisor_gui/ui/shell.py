"""The window with its pages, actions and flows put together. What happens outside of it comes through the bridge."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from supervisor_gui.config import Settings, keys
from supervisor_gui.i18n import translate
from supervisor_gui.live.alerts import Alarms
from supervisor_gui.live.board import Board, Queue
from supervisor_gui.live.commands import Batch
from supervisor_gui.live.dial_memory import Suggestion
from supervisor_gui.live.diff import diff
from supervisor_gui.live.limits import Limits
from supervisor_gui.live.live_calls import Calls, LiveCall
from supervisor_gui.live.metrics import queue_views
from supervisor_gui.live.order import queue_order
from supervisor_gui.live.policy import Policy
from supervisor_gui.live.status import PollStatus
from supervisor_gui.live.user_limits import limits_of
from supervisor_gui.netsantral.types_numbers import Reading
from supervisor_gui.ui.actions.flows import CommandBus, Flows, Target
from supervisor_gui.ui.actions.records import Scope
from supervisor_gui.ui.actions.registry import ActionRegistry
from supervisor_gui.ui.board.page import BoardView
from supervisor_gui.ui.board.wishes import AgentMenuRequest, AgentsDropped
from supervisor_gui.ui.bridge import BoardUpdate, Bridge
from supervisor_gui.ui.calls.dial_bar import DialBar
from supervisor_gui.ui.denied import denied_words
from supervisor_gui.ui.help import Help
from supervisor_gui.ui.main_window import MainWindow
from supervisor_gui.ui.messages import Messages
from supervisor_gui.ui.page_list import PAGES, page_words
from supervisor_gui.ui.selection import Selection
from supervisor_gui.ui.theme import Theme
from supervisor_gui.ui.toasts import Toasts
from supervisor_gui.ui.widgets.marks import icon

PAGE_ACTION = "page_"
"""Begins the names of actions that open a page."""


class Numbers(NamedTuple):
    """What the dial bar asks while somebody types: what a text means as a number, and whom to offer for it."""

    read: Callable[[str], Reading]
    suggest: Callable[[str], Sequence[Suggestion]]


class Shell(QObject):
    """Builds the window at once and comes to life when a session is attached.

    Signals:
        wished(str): An action that is done elsewhere: those of calls, refresh, quit, profiles, password, audit.
        page_needed(str): A page was asked for that has not been built.
        names_file_chosen(str, bool): A CSV file for the names, and whether it is to be written.
        look_changed(): Another language or another look.
    """

    wished = Signal(str)
    page_needed = Signal(str)
    names_file_chosen = Signal(str, bool)
    look_changed = Signal()

    def __init__(self, *, policy: Policy, settings: Settings, theme: Theme, demo: bool = False) -> None:
        super().__init__()
        self._policy = policy
        self._name_of: Callable[[str], str] = str
        self._limits = limits_of(settings)
        self._board = Board()
        self._update: BoardUpdate | None = None
        self._beep = settings.get(keys.BEEP)
        self._at = 0.0
        self._account = ""
        self._calls = Calls()
        self._mine = ""
        self._numbers: Numbers | None = None
        self._bus: CommandBus | None = None
        self._flows: Flows | None = None
        self._menu: QMenu | None = None
        self._theme = theme
        self.window = MainWindow(self._name, demo=demo)
        self.board = BoardView()
        self.dial_bar = DialBar(self._read_number, self._suggest)
        self.window.top.place(self.dial_bar)
        self._help = Help(self.window)
        self.messages = Messages(self.window)
        self.toasts = Toasts(self.window, self.messages, room=self.window.stack, keyboard=self.window.keyboard)
        self.actions = ActionRegistry(self.window, self.board, policy)
        for name, _ in PAGES:
            self.window.rail.add(name)
        self.window.add_page("live", self.board)
        self.board.set_actions(self.actions.bar)
        self.board.set_queue_actions([self.actions["add_number"], self.actions["remove_number"]])
        self.board.set_context(names=self._name, limits=self._limits, policy=policy, account="")
        self._connect()
        self.apply_theme(theme)
        self.window.open_page("live")

    def _connect(self) -> None:
        self.actions.triggered.connect(self._on_action)
        self.actions.refused.connect(self.refuses)
        self.window.page_wanted.connect(self.open_page)
        self.window.language_changed.connect(self.retranslate)
        self.board.selection_changed.connect(self._on_selection)
        self.window.stack.currentChanged.connect(self._on_selection)
        self.board.menu_requested.connect(self._on_agent_menu)
        self.board.agents_dropped.connect(self._on_dropped)
        self.messages.line_changed.connect(self._on_line)

    def listen(self, bridge: Bridge) -> None:
        """Take what the bridge carries."""
        bridge.board_changed.connect(self.show_board)
        bridge.status_changed.connect(self._on_status)
        bridge.stream_changed.connect(self.window.link.show_stream)
        bridge.batch_changed.connect(self._on_batch)
        bridge.turned_red.connect(self._on_red)
        bridge.ticked.connect(self._on_tick)

    def attach(self, bus: CommandBus, name: str, account: str, name_of: Callable[[str], str]) -> None:
        """A session is there: actions can be done."""
        self._bus = bus
        self._name_of = name_of
        self._flows = Flows(
            self.window,
            bus,
            name_of=self._name,
            order=self._by_trouble,
            board=self._board_now,
            limits=self._limits_now,
            policy=self._policy,
        )
        self._flows.held.connect(self.board.hold)
        self.window.show_profile(name, account)
        self._set_context(account)
        self._consider()

    def detach(self) -> None:
        """No session any more: nothing is shown of the one before, and nothing can be done."""
        if self._flows is not None:
            self._flows.end()
        self._bus = self._flows = self._numbers = None
        self._name_of = str
        self.show_calls(Calls(), "")
        self.show_board(BoardUpdate(board=Board(), diff=diff(self._board, Board()), alarms=Alarms()))
        self.window.batches.forget()
        self.window.link.forget_batches()
        self._consider()

    def refuses(self, right: str) -> bool:
        """Whether this seat may not do that; it is said in the status line then."""
        if not self._policy.why_not(right):
            return False
        self.messages.say(denied_words())
        return True

    def set_policy(self, policy: Policy) -> None:
        """Other rights, or numbers shown another way."""
        self._policy = policy
        self.actions.set_policy(policy)
        self._set_context(self._account)
        self._consider()

    def set_limits(self, limits: Limits, *, beep: bool) -> None:
        """Other limits or another wish about the beep."""
        self._limits = limits
        self._beep = beep
        self._set_context(self._account)

    def names_changed(self) -> None:
        """Show everything with today's names."""
        self._set_context(self._account)

    @property
    def theme(self) -> Theme:
        """The look in use."""
        return self._theme

    @property
    def policy(self) -> Policy:
        """What this seat may do and see."""
        return self._policy

    @property
    def flows(self) -> Flows | None:
        """What actions on agents go through, while there is a session."""
        return self._flows

    def use_numbers(self, numbers: Numbers) -> None:
        """Read and offer numbers in the dial bar by these from now on."""
        self._numbers = numbers

    def show_calls(self, calls: Calls, mine: str) -> None:
        """The calls that run, and the own extension: what can be done now follows from them."""
        self._calls, self._mine = calls, mine
        self._consider()

    def meant_call(self) -> LiveCall | None:
        """The call that a key is about: the one of the chosen agent, else the own one."""
        agents = self._target().agents
        if len(agents) == 1:
            return next(iter(self._calls.of_extension(agents[0].extension)), None)
        return self.own_call()

    def own_call(self) -> LiveCall | None:
        """The own call, an answered one before one that rings; not one that somebody else would lose."""
        return self._calls.to_end(self._mine)

    def open_page(self, name: str) -> None:
        """Show a page; the program builds it first when it must."""
        if not self.window.has_page(name):
            self.page_needed.emit(name)
        if self.window.has_page(name):
            self.window.open_page(name)
        if name == "live":
            self.board.focus_agents()

    def apply_theme(self, theme: Theme) -> None:
        """Take another look."""
        self._theme = theme
        self.board.apply_theme(theme)
        self.dial_bar.apply_theme(theme)
        self.retranslate()

    def retranslate(self) -> None:
        """Take today's language (and, for the icons, today's look)."""
        words = page_words()
        for name, picture in PAGES:
            self.window.rail.name_page(name, words[name], icon(picture, self._theme.muted, self._theme.accent))
        self.actions.retranslate()
        self.actions.fill(self.window.menuBar())
        self.board.retranslate()
        self.dial_bar.retranslate()
        self.look_changed.emit()

    def _name(self, extension: str) -> str:
        return self._name_of(extension) or extension

    def _read_number(self, text: str) -> Reading:
        return self._numbers.read(text) if self._numbers is not None else Reading(refused="empty")

    def _suggest(self, text: str) -> Sequence[Suggestion]:
        return self._numbers.suggest(text) if self._numbers is not None else ()

    def _board_now(self) -> Board:
        return self._board

    def _limits_now(self) -> Limits:
        return self._limits

    def _by_trouble(self) -> Sequence[Queue]:
        alarms = self._update.alarms if self._update is not None else Alarms()
        order = queue_order(queue_views(self._board, self._at), alarms)
        return [self._board.queues[name] for name in order]

    def _set_context(self, account: str) -> None:
        self._account = account
        self.board.set_context(names=self._name, limits=self._limits, policy=self._policy, account=account)

    def _target(self) -> Target:
        """Who is chosen on the board; nobody while another page hides whom it would be."""
        if self.window.stack.currentWidget() is not self.board:
            return Target(())
        selection: Selection = self.board.selected()
        return Target(selection.agents(self._board), selection.queue)

    def _consider(self) -> None:
        if self._bus is None:
            self.actions.consider(None)
            return
        target = self._target()
        scope = Scope(
            board=self._board,
            agents=target.agents,
            queue=target.queue,
            connected=True,
            call=self.meant_call(),
            own=self.own_call(),
            mine=self._board.agents.get(self._mine),
        )
        self.actions.consider(scope)

    def show_board(self, update: BoardUpdate) -> None:
        """Show a board."""
        first = bool(update.board.agents) and not self._board.agents
        self._update = update
        self._board = update.board
        self.board.show_update(update)
        if first:
            self._offer_keyboard()
        self.window.show_waiting(sum(queue.waiting for queue in update.board.queues.values()))
        self._consider()

    def _offer_keyboard(self) -> None:
        """The first agents are there: their keys work at once, unless the user is busy elsewhere."""
        focused = self.window.keyboard_at()
        idle = focused is None or self.window.rail.isAncestorOf(focused)
        if idle and self.window.stack.currentWidget() is self.board:
            self.board.focus_agents()

    def _on_status(self, status: PollStatus) -> None:
        self.window.show_status(status)
        self.board.show_status(status)

    def _on_batch(self, batch: Batch) -> None:
        self.window.batches.show_batch(batch)
        self.window.link.show_batch(batch)

    def _on_red(self) -> None:
        if self._beep:
            QApplication.beep()

    def _on_tick(self, now: float) -> None:
        self._at = now
        self.board.apply_freshness(self.window.tick(now, self._board.updated))
        self.board.tick(now)

    def _on_selection(self) -> None:
        self._consider()

    def _on_line(self, text: str) -> None:
        self.window.link.showMessage(text, 8000)

    def _on_agent_menu(self, request: AgentMenuRequest) -> None:
        self._popup(("pause", "resume", "add", "remove", "rename"), QPoint(request.x, request.y))

    def _popup(self, names: Sequence[str], at: QPoint) -> None:
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = QMenu(self.window)
        self._menu.addActions([self.actions[name] for name in names])
        self._menu.aboutToShow.connect(self._on_menu_open)
        self._menu.aboutToHide.connect(self._on_menu_shut)
        self._menu.popup(at)

    def _on_menu_open(self) -> None:
        self.board.hold(held=True)

    def _on_menu_shut(self) -> None:
        self.board.hold(held=False)

    def _on_dropped(self, dropped: AgentsDropped) -> None:
        if self._flows is not None:
            agents = Selection(dropped.extensions).agents(self._board)
            self._flows.add_to(Target(agents), dropped.queue)

    def _on_action(self, name: str) -> None:
        flows, target = self._flows, self._target()
        here: dict[str, Callable[[], None]] = {
            "filter": self.board.focus_filter,
            "rename": self.board.rename_current,
            "tiles": self._toggle_tiles,
            "dial": self.dial_bar.focus_entry,
            "keys": self._help.show_keys,
            "guide": self._help.show_guide,
            "about": self._help.show_about,
            "import_names": self.choose_names_in,
            "export_names": self.choose_names_out,
        }
        if flows is not None:
            here |= {
                "pause": lambda: flows.pause(target, self.board.popup_point()),
                "resume": lambda: flows.resume(target),
                "add": lambda: flows.add(target),
                "remove": lambda: flows.remove(target),
                "add_number": flows.add_number,
                "remove_number": flows.remove_number,
            }
        if name in here:
            here[name]()
        elif name.startswith(PAGE_ACTION):
            self.open_page(name.removeprefix(PAGE_ACTION))
        else:
            self.wished.emit(name)

    def _toggle_tiles(self) -> None:
        self.board.show_tiles(not self.board.tiles_shown)

    def choose_names_in(self) -> None:
        """Ask for a file to read names from."""
        dialog = self._names_dialog()
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_names_in)
        dialog.open()

    def choose_names_out(self) -> None:
        """Ask for a file to write names to."""
        dialog = self._names_dialog()
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(self._on_names_out)
        dialog.open()

    def _names_dialog(self) -> QFileDialog:
        dialog = QFileDialog(self.window, translate("Window", "Names"), "", "CSV (*.csv *.txt)")
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _on_names_in(self, path: str) -> None:
        self.names_file_chosen.emit(path, False)

    def _on_names_out(self, path: str) -> None:
        self.names_file_chosen.emit(path, True)
