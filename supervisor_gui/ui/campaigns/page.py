"""The page of auto-dial lists put together: all lists above, the chosen one below. It asks and sends nothing."""

import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from supervisor_gui.autodial.values import DialView, ListNumbers, ListState, ShownList
from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.i18n import translate
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.ui import plain
from supervisor_gui.ui.board.context import Collation
from supervisor_gui.ui.campaigns import looks
from supervisor_gui.ui.campaigns.list_header import ListHeader, muted_line
from supervisor_gui.ui.campaigns.list_rows import list_rows
from supervisor_gui.ui.campaigns.lists_table import ListsTable
from supervisor_gui.ui.campaigns.numbers_panel import NumbersPanel
from supervisor_gui.ui.campaigns.upload_strip import UploadStrip
from supervisor_gui.ui.campaigns.words import moment_words
from supervisor_gui.ui.denied import why_denied
from supervisor_gui.ui.dialogs.parts import plain_label
from supervisor_gui.ui.file_page import FilePage
from supervisor_gui.ui.theme import Theme
from supervisor_gui.ui.widgets.ink import Ink
from supervisor_gui.ui.widgets.key_button import KeyButton

FILES = frozenset({"csv", "xlsx"})
"""Formats of results; there is no picture to export."""

ABOVE, BELOW = 260, 560
"""How the lists and the chosen one share the height before anybody moves the line between them."""

_MINUTE = 60


class CampaignPage(FilePage):
    """The page.

    Signals, besides those of every page with files:
        chosen(str): The id of the list on screen, empty for none.
        start_wanted(str), stop_wanted(str): A list is to be started or stopped; nothing has been asked yet.
        new_wanted(): A new list is to be made.
        add_wanted(str), retry_wanted(str): A list is to get numbers; its failed ones are to become a new list.
        change_wanted(str, str, object): A list's number, by its id, is to be changed so (NumberChange).
        replace_wanted(str, object, object): A list's number (NumberRow) is to be replaced (ListNumber).
        remove_wanted(str, object): Numbers of a list (tuple of NumberRow) are to be removed.
        pause_wanted(int), go_on_wanted(int), cancel_upload_wanted(int), again_wanted(int): What an upload is to do.
    """

    chosen = Signal(str)
    start_wanted = Signal(str)
    stop_wanted = Signal(str)
    new_wanted = Signal()
    add_wanted = Signal(str)
    retry_wanted = Signal(str)
    change_wanted = Signal(str, str, object)
    replace_wanted = Signal(str, object, object)
    remove_wanted = Signal(str, object)
    pause_wanted = Signal(int)
    go_on_wanted = Signal(int)
    cancel_upload_wanted = Signal(int)
    again_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, wall: Callable[[], float] = time.time) -> None:
        super().__init__(parent, formats=FILES)
        self._wall = wall
        self._view = DialView()
        self._policy = Policy()
        self._collation = Collation()
        self._minute = 0
        self._awaited = ""
        self._numbers: ListNumbers | None = None
        self._title = QLabel()
        self.age = muted_line()
        self.new_action = QAction(self)
        self.refresh_action = QAction(self)
        self.new = KeyButton(self.new_action, self, first=True)
        self.refresh = KeyButton(self.refresh_action, self)
        self.problem = plain_label()
        self.table = ListsTable(wall)
        self.header = ListHeader()
        self.uploads = UploadStrip(self.keyboard)
        self.numbers = NumbersPanel(wall=wall)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._title.setObjectName("panelTitle")
        self.problem.setObjectName("hintLine")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._title)
        top.addWidget(self.age, 1)
        for button in (self.refresh, self.export, self.new):
            top.addWidget(button)
        self._header_panel = _panel(self.header)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.uploads)
        below.addWidget(self._header_panel)
        below.addWidget(self.numbers, 1)
        self.keyboard.watch(self._below, self._header_panel, self.numbers)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(8)
        self.splitter.addWidget(_panel(self.table))
        self.splitter.addWidget(self._below)
        self.splitter.setSizes([ABOVE, BELOW])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.problem)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.progress)

    def _connect(self) -> None:
        self.new_action.setShortcut(QKeySequence.StandardKey.New)
        self.new_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        # The numbers' search is reached from the lists too, where the keyboard is at first.
        self.addActions([self.new_action, self.numbers.find_action])
        self.refresh_action.setShortcut(QKeySequence.StandardKey.Refresh)
        self.new_action.triggered.connect(self.new_wanted)
        self.refresh_action.triggered.connect(self.refresh_wanted)
        self.table.chosen_changed.connect(self._on_chosen)
        self.table.switch_wanted.connect(self.header.press)
        self.table.inside_wanted.connect(self.numbers.focus_first)
        self.header.start_wanted.connect(self.start_wanted)
        self.header.stop_wanted.connect(self.stop_wanted)
        self._connect_parts()

    def _connect_parts(self) -> None:
        """What is wished about numbers is told with the list they belong to."""
        numbers, uploads = self.numbers, self.uploads
        numbers.change_wanted.connect(self._on_change)
        numbers.replace_wanted.connect(self._on_replace)
        numbers.remove_wanted.connect(self._on_remove)
        numbers.add_wanted.connect(self._on_add)
        numbers.retry_wanted.connect(self._on_retry)
        numbers.said.connect(self.said)
        uploads.pause_wanted.connect(self.pause_wanted)
        uploads.go_on_wanted.connect(self.go_on_wanted)
        uploads.cancel_wanted.connect(self.cancel_upload_wanted)
        uploads.again_wanted.connect(self.again_wanted)

    # in

    @property
    def chosen_list(self) -> str:
        """The id of the list on screen, empty for none."""
        return self.table.chosen

    @property
    def view(self) -> DialView:
        """What is shown."""
        return self._view

    def show_view(self, view: DialView) -> None:
        """Show these lists; what is chosen stays chosen, else the first one that calls is."""
        self._view = view
        self._show()
        self._bring_awaited()
        if not self.table.chosen and view.lists:
            self.table.choose(_first(view).id)

    def show_numbers(self, numbers: ListNumbers | None) -> None:
        """Show the numbers of the list on screen; those of another one wait until it is chosen."""
        self._numbers = numbers
        mine = numbers is not None and numbers.list_id == self.table.chosen
        self.numbers.show_numbers(numbers if mine else None)

    def choose(self, list_id: str) -> bool:
        """Bring a list on screen; False when it is not known."""
        return bool(list_id) and self.table.choose(list_id)

    def await_list(self, list_id: str) -> None:
        """Bring a list on screen as soon as it is known, unless another one is chosen before."""
        self._awaited = list_id
        self._bring_awaited()

    def set_policy(self, policy: Policy) -> None:
        """What this seat may do and see."""
        self._policy = policy
        for part in (self.header, self.uploads, self.numbers):
            part.set_policy(policy)
        self._show_rights()
        self._show_empty()

    def tick(self, now: float) -> None:
        """A second has passed."""
        self.table.tick_to(now)
        self.numbers.tick(now)
        self._show_age()
        minute = int(now // _MINUTE)
        if minute != self._minute:
            self._minute = minute
            self._show()

    def forget(self) -> None:
        """Show nothing any more: the session ended."""
        self._awaited = ""
        self.show_numbers(None)
        self.show_view(DialView())
        self.progress.show_export(None, "")

    def focus_first(self) -> None:
        """Give the keyboard to the lists."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def apply_theme(self, theme: Theme) -> None:
        """Take another look."""
        ink = Ink(theme, self.font(), self.devicePixelRatioF())
        self.setStyleSheet(looks.sheet(theme))
        for part in (self.table, self.header, self.new, self.refresh):
            part.set_ink(ink)
        self.uploads.apply_theme(theme)
        self.numbers.apply_theme(theme)

    def retranslate(self) -> None:
        """Take today's language."""
        self._collation = Collation()
        self.setAccessibleName(translate("Campaigns", "Auto-dial lists"))
        self._title.setText(translate("Campaigns", "Auto-dial lists"))
        self.new_action.setText(translate("Campaigns", "New list"))
        self.refresh_action.setText(translate("Campaigns", "Ask again"))
        for part in (self.export, self.table, self.header, self.uploads, self.numbers, self.progress):
            part.retranslate()
        self._show_rights()
        self._show()

    # keys

    def event(self, event: QEvent) -> bool:
        """F5 asks for the lists here, not for the board as everywhere else."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_refresh(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F5 asks the PBX."""
        if _is_refresh(event):
            self.refresh_wanted.emit()
            return
        super().keyPressEvent(event)

    # inside

    def _show(self) -> None:
        now = self._wall()
        self.table.show_rows(list_rows(self._view.lists, now, self._collation))
        self._show_empty()
        plain.set_plain(self.problem, _problem_words(self._view), 500)
        self.problem.setVisible(bool(self.problem.text()))
        self._show_age()
        self._show_chosen()

    def _show_chosen(self) -> None:
        shown = self._view.find(self.table.chosen)
        self.header.show_list(shown, self._wall())
        self._header_panel.setVisible(shown is not None)
        self.numbers.setVisible(shown is not None)
        self.numbers.find_action.setEnabled(shown is not None)
        self.numbers.show_list(shown)
        self.uploads.show_jobs((*self._view.jobs, *(shown.jobs if shown is not None else ())))
        self._below.setVisible(shown is not None or bool(self._view.jobs))
        self.export.set_there(there=shown is not None)

    def _show_age(self) -> None:
        words = ""
        if self._view.as_of:
            today = datetime.fromtimestamp(self._wall(), PBX_ZONE).date()
            words = translate("Campaigns", "as of {time}").format(time=moment_words(self._view.as_of, today))
        if damaged := self._view.damaged:
            lost = translate("Campaigns", "%n list(s) could not be read", None, damaged)
            words = f"{words}, {lost}" if words else lost
        plain.set_plain(self.age, words)
        self.age.setToolTip(plain.tooltip(words))

    def _show_empty(self) -> None:
        self.table.show_words(_empty_words(self._view, may_make=not self._policy.why_not("campaigns")))

    def _show_rights(self) -> None:
        denied = why_denied(self._policy, "campaigns")
        self.new_action.setEnabled(not denied)
        self.new.setToolTip(plain.tooltip(denied))

    def _bring_awaited(self) -> None:
        if self._awaited and self._view.find(self._awaited) is not None:
            self.table.choose(self._awaited)
            self._awaited = ""

    def _on_chosen(self) -> None:
        self._awaited = ""
        self._show_chosen()
        self.show_numbers(self._numbers)
        self.chosen.emit(self.table.chosen)

    def _on_change(self, number_id: str, change: object) -> None:
        self.change_wanted.emit(self.table.chosen, number_id, change)

    def _on_replace(self, row: object, number: object) -> None:
        self.replace_wanted.emit(self.table.chosen, row, number)

    def _on_remove(self, rows: object) -> None:
        self.remove_wanted.emit(self.table.chosen, rows)

    def _on_add(self) -> None:
        self.add_wanted.emit(self.table.chosen)

    def _on_retry(self) -> None:
        self.retry_wanted.emit(self.table.chosen)


def _panel(inside: QWidget) -> QFrame:
    panel = QFrame()
    panel.setObjectName("boardPanel")
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(1, 1, 1, 1)
    layout.addWidget(inside)
    return panel


def _first(view: DialView) -> ShownList:
    """The first list that calls, else the first."""
    return next((shown for shown in view.lists if shown.state is ListState.RUNNING), view.lists[0])


def _is_refresh(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Refresh)


def _empty_words(view: DialView, *, may_make: bool) -> str:
    """What stands where no list is."""
    if view.as_of and not may_make:
        return translate("Campaigns", "No list yet.")
    if view.as_of:
        return translate("Campaigns", "No list yet. Ctrl+N makes one.")
    if view.problem is not None:
        return explain(view.problem).title
    return translate("Campaigns", "Lists are being asked for…")


def _problem_words(view: DialView) -> str:
    """Why the lists did not come, and what to do."""
    if view.problem is None:
        return ""
    told = explain(view.problem)
    return " ".join(part for part in (f"{told.title}.", told.meaning, told.todo) if part)
