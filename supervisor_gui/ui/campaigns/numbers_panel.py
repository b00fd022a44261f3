"""The numbers of the list on screen: shown, found, edited in place, removed. It sends nothing: it wishes."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from supervisor_gui.autodial.values import ListNumbers, NumberRow, ShownList
from supervisor_gui.clock import pbx_day
from supervisor_gui.i18n import translate
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types_autodial import NumberChange
from supervisor_gui.netsantral.types_numbers import Dialled
from supervisor_gui.ui import plain
from supervisor_gui.ui.campaigns.number_bar import NumberBar
from supervisor_gui.ui.campaigns.number_columns import ACTIVE, NUMBER, REMARKS, ShownNumber, shown_number
from supervisor_gui.ui.campaigns.number_edit import change_of, replacement
from supervisor_gui.ui.campaigns.number_filter import Part, counts
from supervisor_gui.ui.campaigns.number_menu import Deeds, number_menu
from supervisor_gui.ui.campaigns.number_rights import Rights
from supervisor_gui.ui.campaigns.number_table import NumberTable
from supervisor_gui.ui.denied import denied_words
from supervisor_gui.ui.dialogs.confirm import ConfirmDialog, Question
from supervisor_gui.ui.theme import Theme
from supervisor_gui.ui.widgets.ink import Ink
from supervisor_gui.ui.widgets.shrinking_label import ShrinkingLabel

UNASKED = 3
"""Up to this many numbers are changed or removed at once without a question."""

REQUESTS_A_MINUTE = 10
ROOMY = 240
"""From this height on the line at the foot keeps its place while it says nothing; below it is a row's."""
_SLICE = 2_000
"""Rows that are made ready for a search in one turn: 10 ms of work."""


class NumbersPanel(QWidget):
    """The numbers with what narrows them.

    Signals:
        change_wanted(str, object): The id of a number, and a NumberChange.
        replace_wanted(object, object): A NumberRow, and the ListNumber that is to stand in its place.
        remove_wanted(object): These NumberRows, a tuple, are to leave the list; what must be asked was asked.
        add_wanted(): Numbers are to be added.
        retry_wanted(): A new list of those that failed is wanted.
        said(str): A sentence for the status line.
    """

    change_wanted = Signal(str, object)
    replace_wanted = Signal(object, object)
    remove_wanted = Signal(object)
    add_wanted = Signal()
    retry_wanted = Signal()
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, wall: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._wall = wall
        self._numbers: ListNumbers | None = None
        self._rights = Rights()
        self._today = pbx_day(wall())
        self._prepared = 0
        self._menu: QMenu | None = None
        self.question: ConfirmDialog | None = None
        self.bar = NumberBar()
        self.table = NumberTable(self._record, self._why_not, wall)
        self.foot = ShrinkingLabel()
        self.find_action = QAction(self)
        self._warm = QTimer(self, interval=0)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setObjectName("boardPanel")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        self.foot.setForegroundRole(self.foot.palette().ColorRole.PlaceholderText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.bar)
        layout.addWidget(frame, 1)
        layout.addWidget(self.foot)

    def _connect(self) -> None:
        self.find_action.setShortcuts([QKeySequence(QKeySequence.StandardKey.Find), QKeySequence("/")])
        self.find_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self.find_action)
        self.find_action.triggered.connect(self._on_find)
        self.bar.search.textChanged.connect(self._narrow)
        self.bar.search.rows_wanted.connect(self.table.go_to_first)
        self.bar.part_chosen.connect(self._narrow)
        self.bar.add.clicked.connect(self.add_wanted)
        self.bar.retry.clicked.connect(self.retry_wanted)
        self.table.refused.connect(self.said)
        self.table.active_asked.connect(self._on_active)
        self.table.remove_asked.connect(self._on_remove)
        self.table.copy_asked.connect(self._on_copy)
        self.table.search_asked.connect(self._on_find)
        self.table.menu_wanted.connect(self._on_menu)
        self.table.editors.taken.connect(self._on_taken)
        self.table.editors.dropped.connect(self.said)
        self.table.editors.told.connect(self._tell)
        self._warm.timeout.connect(self._prepare)

    # in

    @property
    def rows(self) -> Sequence[NumberRow]:
        """The numbers that are shown, in their order: what an export of the page would hold."""
        return self.table.number_model.rows

    def show_numbers(self, numbers: ListNumbers | None) -> None:
        """Show these numbers; None for none, while no report has come."""
        before = self._numbers.list_id if self._numbers is not None else ""
        self._numbers = numbers
        if before != (numbers.list_id if numbers is not None else ""):
            self.table.start_anew()
            if self.question is not None:
                # It asks about numbers of the list that was here before.
                self.question.close()
            self.bar.show_part(Part.ALL)
            self.bar.search.clear()
            self._narrow()
        rows = numbers.rows if numbers is not None else ()
        self.table.show_numbers(rows)
        came = numbers is not None and bool(numbers.as_of or rows)
        self.bar.show_counts(counts(rows) if came else {})
        self._prepared = 0
        self._warm.start()
        self._tell()
        self._show_rights()

    def show_list(self, shown: ShownList | None) -> None:
        """Take the list that the numbers belong to."""
        self._take(Rights(shown, self._rights.policy))

    def set_policy(self, policy: Policy) -> None:
        """What this seat may do and see."""
        if policy != self._rights.policy:
            self._take(Rights(self._rights.shown, policy))
            self._narrow()

    def tick(self, now: float) -> None:
        """A second has passed."""
        if pbx_day(now) != self._today:
            self._today = pbx_day(now)
            self.table.number_model.show_anew()

    def focus_first(self) -> None:
        """Give the keyboard to the rows."""
        self.table.go_to_first()

    def apply_theme(self, theme: Theme) -> None:
        """Take another look."""
        self.table.set_ink(Ink(theme, self.font(), self.devicePixelRatioF()))

    def retranslate(self) -> None:
        """Take today's language."""
        self.setAccessibleName(translate("Campaigns", "Numbers of the list"))
        self.find_action.setText(translate("Campaigns", "Search the numbers"))
        self.bar.retranslate()
        self.table.number_model.show_anew()
        self.table.retranslate()
        self._tell()
        self._show_rights()

    # inside

    def _record(self, row: NumberRow) -> ShownNumber:
        return shown_number(row, self._rights.policy, self._today, self._rights.why_not(NUMBER, row))

    def _why_not(self, column: str, row: NumberRow) -> str:
        return self._rights.why_not(column, row)

    def _take(self, rights: Rights) -> None:
        before, self._rights = self._rights, rights
        if rights.telling != before.telling:
            self.table.number_model.show_anew()
        self._show_rights()

    def _show_rights(self) -> None:
        rights = self._rights
        failed = self.bar.counts.get(Part.FAILED, 0)
        retry = rights.why_not_retry()
        if not retry and self._numbers is None:
            retry = translate("Campaigns", "The report of this list has not come yet.")
        elif not retry and not failed:
            retry = translate("Campaigns", "No number of this list has failed.")
        self.bar.allow(rights.why_not_add(), retry)
        self._show_words()

    def _show_words(self) -> None:
        """What stands where no row is."""
        numbers = self._numbers
        if self.rows:
            words = ""
        elif numbers is not None and numbers.rows:
            words = translate("Campaigns", "No number matches. Clear the search, or press “All”.")
        elif numbers is None or not numbers.as_of:
            words = translate("Campaigns", "The report of this list has not come yet.")
        elif not self._rights.why_not_add():
            words = translate("Campaigns", "This list has no numbers. “Add numbers…” puts some in.")
        else:
            words = translate("Campaigns", "This list has no numbers.")
        self.table.show_words(words)

    def _tell(self, words: str = "") -> None:
        """What is told about the cell that is edited, else what is missing among the numbers."""
        damaged = self._numbers.damaged if self._numbers is not None else 0
        if not words and damaged:
            words = translate(
                "Campaigns", "%n row(s) of the report could not be read and are not shown.", None, damaged
            )
        plain.set_plain(self.foot, words, 300)
        self.foot.setToolTip(plain.tooltip(words))
        self._show_foot()

    def _show_foot(self) -> None:
        self.foot.setVisible(bool(self.foot.text()) or self.height() >= ROOMY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short an empty line takes none."""
        super().resizeEvent(event)
        self._show_foot()

    def _narrow(self) -> None:
        by_number = not self._rights.policy.mask_numbers
        self.table.number_model.narrow(self.bar.part, self.bar.search.text(), by_number=by_number)
        self._show_words()

    def _prepare(self) -> None:
        """Make some more rows ready for the search."""
        first, self._prepared = self._prepared, self._prepared + _SLICE
        if not self.table.number_model.prepare(first, self._prepared):
            self._warm.stop()

    # wishes

    def _on_find(self) -> None:
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def _on_taken(self, row: NumberRow, column: str, value: object) -> None:
        """A cell was edited."""
        if self._rights.why_not(column, row):
            self.said.emit(self._rights.why_not(column, row))
        elif column != NUMBER:
            self._change(row, change_of(row, column, value))
        elif isinstance(value, Dialled):
            number = replacement(row, value.wire, self._wall())
            if number is not None:
                self.replace_wanted.emit(row, number)

    def _change(self, row: NumberRow, change: NumberChange | None) -> None:
        if change is not None:
            self.change_wanted.emit(row.id, change)

    def _on_active(self, rows: tuple[NumberRow, ...]) -> None:
        """Space or a click: all as the first one is not."""
        if rows:
            self._switch(rows, active=rows[0].active is False)

    def _switch(self, rows: Sequence[NumberRow], *, active: bool) -> None:
        todo = [row for row in self._able(rows, ACTIVE) if row.active is not active]
        count = len(todo)
        words = translate("Campaigns", "%n number(s) will be made active.", None, count)
        if not active:
            words = translate("Campaigns", "%n number(s) will be made passive.", None, count)

        def change() -> None:
            for row in todo:
                self._change(row, NumberChange(active=active))

        self._ask(words, translate("Campaigns", "Change"), count, change)

    def _on_remove(self) -> None:
        rows = tuple(self._able(self.table.chosen(), REMARKS))
        count = len(rows)
        words = translate("Campaigns", "%n number(s) will be removed from the list.", None, count)
        self._ask(words, translate("Campaigns", "Remove"), count, lambda: self.remove_wanted.emit(rows))

    def _able(self, rows: Sequence[NumberRow], column: str) -> list[NumberRow]:
        """Those of `rows` that can be changed; why the others cannot is said."""
        able = [row for row in rows if not self._rights.why_not(column, row)]
        if len(able) < len(rows):
            able_keys = {row.key for row in able}
            left = next(row for row in rows if row.key not in able_keys)
            self.said.emit(self._rights.why_not(column, left))
        return able

    def _ask(self, words: str, yes: str, number: int, deed: Callable[[], object]) -> None:
        """Do it; ask before when it is about many numbers."""
        if number <= UNASKED:
            if number:
                deed()
            return
        minutes = -(-number // REQUESTS_A_MINUTE)
        lasts = translate(
            "Campaigns", "Each number takes a request of its own, ten a minute: about %n minute(s).", None, minutes
        )
        title = translate("Campaigns", "Change many numbers?")
        no = translate("Campaigns", "Cancel")
        self.question = ConfirmDialog(Question(title, f"{words}\n{lasts}", yes, no, careful=True), self.window())
        self.question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.question.accepted.connect(deed)
        self.question.finished.connect(self._on_answered)
        self.question.open()

    def _on_answered(self) -> None:
        self.question = None

    def _on_copy(self) -> None:
        """The chosen rows as text: all of them at once would be an export."""
        if self._rights.policy.why_not("export"):
            self.said.emit(denied_words())
            return
        text, number = self.table.copied_text()
        if number:
            QGuiApplication.clipboard().setText(text)
            self.said.emit(translate("Campaigns", "%n row(s) are on the clipboard.", None, number))

    def _on_menu(self, point: QPoint) -> None:
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = number_menu(
            self,
            self._why_not_chosen,
            Deeds(edit=self.table.edit_cell, switch=self._on_switch, copy=self._on_copy, remove=self._on_remove),
            self.table.edited_column,
        )
        self._menu.popup(point)

    def _on_switch(self, active: bool) -> None:
        self._switch(self.table.chosen(), active=active)

    def _why_not_chosen(self, column: str) -> str:
        """Why the current row cannot be changed so, or, of what acts on all chosen ones, why none can."""
        current = self.table.current
        if column not in {ACTIVE, REMARKS}:
            return self._rights.why_not(column, current) if current is not None else ""
        reasons = [self._rights.why_not(column, row) for row in self.table.chosen()]
        return reasons[0] if reasons and all(reasons) else ""
