"""The page of missed callers put together: a view becomes rows, keys become wishes. It asks and sends nothing."""

import time
from collections.abc import Callable
from datetime import date

import msgspec
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from supervisor_gui.history.backfill_values import BackfillProgress
from supervisor_gui.history.missed_values import MissedView
from supervisor_gui.i18n import translate
from supervisor_gui.live.policy import Policy
from supervisor_gui.ui import plain
from supervisor_gui.ui.denied import why_denied
from supervisor_gui.ui.dialogs.parts import plain_label
from supervisor_gui.ui.file_page import FilePage
from supervisor_gui.ui.missed import looks
from supervisor_gui.ui.missed.caller_actions import CallerActions
from supervisor_gui.ui.missed.caller_bar import CallerBar
from supervisor_gui.ui.missed.finding import Found
from supervisor_gui.ui.missed.rows import MissedRow, RowMaker, Showing
from supervisor_gui.ui.missed.search_bar import SearchBar
from supervisor_gui.ui.missed.span_bar import SpanBar
from supervisor_gui.ui.missed.state_bar import ACCEPTS, Part, StateBar
from supervisor_gui.ui.missed.table import MissedTable
from supervisor_gui.ui.missed.words import (
    JOINT,
    as_of_words,
    found_words,
    missing_words,
    no_digits_words,
    nobody_words,
    not_found_words,
    withheld_words,
)
from supervisor_gui.ui.statistics.pills import pill
from supervisor_gui.ui.theme import Theme
from supervisor_gui.ui.widgets.ink import Ink

FILES = frozenset({"csv", "xlsx"})
"""Formats of a table; there is no picture to export."""


class MissedPage(FilePage):
    """The page.

    Signals, besides those of every page with files:
        dial_wanted(str): A caller's number is to be called.
        note_changed(str, str): A caller's tail and the note that was written.
        set_aside_wanted(str), take_back_wanted(str): The tail of who needs no call, or needs one after all.
        span_changed(object): How many days up to today, as int, or the first and the last day as a pair of dates.
        records_wanted(str): The number whose call records are to be shown.
        forget_wanted(str): The number of which everything is to be deleted; nothing has been asked yet.
        unmask_wanted(str): The tail of a caller whose whole number is wanted.
        pause_wanted(bool), cancel_wanted(): Filling the history is to rest or go on, or to end.
    """

    dial_wanted = Signal(str)
    note_changed = Signal(str, str)
    set_aside_wanted = Signal(str)
    take_back_wanted = Signal(str)
    span_changed = Signal(object)
    records_wanted = Signal(str)
    forget_wanted = Signal(str)
    unmask_wanted = Signal(str)
    pause_wanted = Signal(bool)
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, wall: Callable[[], float] = time.time) -> None:
        super().__init__(parent, formats=FILES)
        self._wall = wall
        self._showing = Showing()
        self._view: MissedView | None = None
        self._maker = RowMaker()
        self._rows: list[MissedRow] = []
        self._menu: QMenu | None = None
        self.spans = SpanBar()
        self.states = StateBar()
        self.search = SearchBar()
        self.find_action = QAction(self)
        self.actions_about = CallerActions(self)
        self.bar = CallerBar(self.actions_about.bar)
        self.table = MissedTable(wall=wall)
        self.hint = plain_label()
        self.foot = plain_label(muted=True)
        self.refresh = pill(checkable=False)
        self._title = QLabel()
        self._lay_out()
        self._connect()
        self.table.show_filter(self._accepts)
        self.retranslate()

    def _lay_out(self) -> None:
        self.spans.add_right(self.export)
        self._title.setObjectName("panelTitle")
        self.hint.setObjectName("hintLine")
        self.hint.setContentsMargins(12, 0, 12, 6)
        self.hint.hide()
        top = QHBoxLayout()
        top.setContentsMargins(12, 7, 12, 7)
        top.setSpacing(12)
        top.addWidget(self._title)
        top.addWidget(self.states)
        top.addWidget(self.search, 1)
        panel = QFrame()
        panel.setObjectName("boardPanel")
        inner = QVBoxLayout(panel)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        inner.addLayout(top)
        inner.addWidget(self.hint)
        inner.addWidget(self.bar)
        inner.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.foot, 1)
        foot.addWidget(self.refresh, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.spans)
        layout.addWidget(panel, 1)
        layout.addLayout(foot)
        layout.addWidget(self.progress)

    def _connect(self) -> None:
        about = self.actions_about
        self.addActions([*about.keyed, self.find_action])
        self.find_action.setShortcuts([QKeySequence(QKeySequence.StandardKey.Find), QKeySequence("/")])
        self.find_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.find_action.triggered.connect(self.focus_search)
        self.search.changed.connect(self._on_search)
        self.search.rows_wanted.connect(self.focus_first)
        self.table.search_asked.connect(self.focus_search)
        about.call.triggered.connect(self._on_call)
        about.note.triggered.connect(self.table.edit_note)
        about.aside.triggered.connect(self._on_aside)
        about.records.triggered.connect(self._on_records)
        about.copy.triggered.connect(self._on_copy)
        about.unmask.triggered.connect(self._on_unmask)
        about.forget.triggered.connect(self._on_forget)
        self.spans.span_changed.connect(self._on_span)
        self.states.chosen.connect(self._on_part)
        self.table.links.dial_wanted.connect(self._on_dial)
        self.table.chosen_changed.connect(self._show_chosen)
        self.table.menu_wanted.connect(self._on_menu)
        self.table.noted.connect(self.note_changed)
        self.table.hesitated.connect(self._on_hesitated)
        self.refresh.clicked.connect(self.refresh_wanted)
        self.progress.pause_wanted.connect(self.pause_wanted)
        self.progress.cancel_wanted.connect(self.cancel_wanted)

    # in

    @property
    def span(self) -> int | tuple[date, date]:
        """The days that are looked at, as `span_changed` tells them."""
        return self.spans.span

    @property
    def part(self) -> Part:
        """The part of the callers that is shown."""
        return self.states.part

    @property
    def found(self) -> Found | None:
        """Whom the search finds in every part of the callers; None while nobody is looked for."""
        return self.search.found(self._rows)

    @property
    def chosen(self) -> MissedRow | None:
        """The chosen caller's row."""
        return self.table.chosen

    def set_today(self, day: date) -> None:
        """Tell which Turkish day it is, as often as one likes."""
        if day != self._showing.today:
            self.spans.set_today(day)
            self._show_with(today=day)

    def set_names(self, name_of: Callable[[str], str]) -> None:
        """Names of numbers and extensions, empty where none is known; to be told again when one changes."""
        self._show_with(names=name_of)

    def set_policy(self, policy: Policy) -> None:
        """What this seat may do and see; numbers that were shown whole are hidden again."""
        self._show_with(policy=policy, whole=frozenset())
        self.search.set_policy(policy)

    def show_view(self, view: MissedView) -> None:
        """Show these callers."""
        self._view = view
        if not self.table.callers_model.now:
            self.tick(self._wall())
        self._show()

    def show_calling(self, numbers: frozenset[str]) -> None:
        """Mark the callers with a call under way, by tail."""
        if numbers != self._showing.calling:
            self._showing = msgspec.structs.replace(self._showing, calling=numbers)
            self._show_rows()

    def tick(self, now: float) -> None:
        """A second has passed."""
        self.table.tick_to(now)

    def reveal(self, tail: str) -> None:
        """Choose a caller, whatever part of them is shown, and show the number whole though the policy masks it."""
        self._show_with(whole=self._showing.whole | {tail})
        if not self.table.choose(tail):
            self.search.field.clear()
            self._on_part(Part.ALL)
            self.table.choose(tail)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, progress: BackfillProgress) -> None:
        """Show how filling the history is going."""
        self.progress.show_progress(progress)

    def set_extension_hint(self, words: str) -> None:
        """What is missing before anybody can be called, as a sentence; nothing hides it."""
        plain.set_plain(self.hint, words, 300)
        self.hint.setVisible(bool(words))

    def forget(self) -> None:
        """Show nobody any more: whose callers they were is not what is looked at now."""
        self._showing = msgspec.structs.replace(self._showing, calling=frozenset(), whole=frozenset())
        self.search.forget()
        self._start_anew()
        self.progress.show_export(None, "")
        self.progress.show_progress(BackfillProgress())

    def focus_first(self) -> None:
        """Give the keyboard to the rows: the chosen one, at first the one who waits longest."""
        self.table.choose_first()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """Give the keyboard to the search, its text chosen."""
        self.search.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.field.selectAll()

    def apply_theme(self, theme: Theme) -> None:
        """Take another look."""
        ink = Ink(theme, self.font(), self.devicePixelRatioF())
        self.setStyleSheet(looks.sheet(theme))
        self.table.set_ink(ink)
        self.bar.set_ink(ink)

    def retranslate(self) -> None:
        """Take today's language."""
        self.setAccessibleName(translate("MissedPage", "Missed callers"))
        self._title.setText(translate("MissedPage", "Missed callers"))
        self.refresh.setText(translate("MissedPage", "Ask again"))
        self.refresh.setAccessibleName(translate("MissedPage", "Ask the PBX for the latest call records"))
        self._maker.forget()
        self.find_action.setText(translate("MissedPage", "Search missed callers"))
        for part in (self.spans, self.export, self.search, self.actions_about, self.table, self.progress):
            part.retranslate()
        self._show()

    # inside

    def _show_with(self, **changed: object) -> None:
        self._showing = msgspec.structs.replace(self._showing, **changed)
        self._show()

    def _show(self) -> None:
        view, today = self._view, self._showing.today
        self._show_rows()
        self.states.show_counts(view)
        told: tuple[str, ...] = ()
        if view is not None:
            told = (as_of_words(view.as_of, today), missing_words(view.missing), withheld_words(view.withheld))
        plain.set_plain(self.foot, JOINT.join(words for words in told if words), 400)
        self._show_chosen()

    def _show_rows(self) -> None:
        callers = self._view.callers if self._view is not None else ()
        self._rows = self._maker.rows(callers, self._showing)
        self.table.show_rows(self._rows)
        self._show_found()

    def _accepts(self, row: MissedRow) -> bool:
        return ACCEPTS[self.states.part](row) and self.search.finds(row)

    def _show_found(self) -> None:
        """How many the search finds, and what stands where no row is."""
        nobody = nobody_words(self._view, waiting=self.states.part is not Part.CLOSED)
        words = no_digits_words() if self.search.sought.refused else ""
        found = self.found
        if found is not None and self._rows:
            of_part = [row for row in self._rows if ACCEPTS[self.states.part](row)]
            shown = sum(row.key in found.tails for row in of_part)
            nobody = not_found_words(len(found.tails) - shown)
            words = found_words(shown, len(of_part))
        self.search.show_count(words)
        self.table.show_words(nobody)

    def _show_chosen(self) -> None:
        row = self.table.chosen
        self.bar.show_caller(row)
        self.actions_about.consider(row, self._showing.policy)

    def _start_anew(self) -> None:
        """Nothing is known of what is looked at now."""
        self._view = None
        self.table.forget()
        self._show()

    # wishes

    def _on_span(self, span: object) -> None:
        self._start_anew()
        self.span_changed.emit(span)

    def _on_part(self, part: Part) -> None:
        self.states.show_part(part)
        self.table.show_filter(self._accepts)
        self._show_found()

    def _on_search(self) -> None:
        self.table.show_found(self._accepts, first=self.search.sought.narrows)
        self._show_found()

    def _on_call(self) -> None:
        row = self.table.chosen
        if row is not None:
            self._on_dial(row.dials)

    def _on_dial(self, number: str) -> None:
        if denied := why_denied(self._showing.policy, "dial"):
            self.said.emit(denied)
            return
        row = self.table.chosen
        if row is not None and row.dials == number:
            self.table.called(row.key)
        self.dial_wanted.emit(number)

    def _on_aside(self) -> None:
        row = self.table.chosen
        if row is None or not self.actions_about.aside.isEnabled():
            return
        self.table.hurry(row.key)
        if row.set_aside:
            self.take_back_wanted.emit(row.key)
            return
        self.set_aside_wanted.emit(row.key)
        words = translate(
            "MissedPage", "{caller} needs no call: listed under “Done”, where the same key takes it back."
        )
        self.said.emit(words.format(caller=row.name))

    def _on_records(self) -> None:
        row = self.table.chosen
        if row is not None:
            self.records_wanted.emit(row.dials)

    def _on_copy(self) -> None:
        row = self.table.chosen
        if row is not None:
            QGuiApplication.clipboard().setText(row.number)
            self.said.emit(translate("MissedPage", "The number is on the clipboard."))

    def _on_unmask(self) -> None:
        row = self.table.chosen
        if row is not None:
            self.unmask_wanted.emit(row.key)

    def _on_forget(self) -> None:
        row = self.table.chosen
        if row is not None:
            self.forget_wanted.emit(row.dials)

    def _on_hesitated(self) -> None:
        self.said.emit(
            translate("MissedPage", "Another caller came to this place just now: press Enter again to call.")
        )

    def _on_menu(self, point: QPoint) -> None:
        if self.table.chosen is None:
            return
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = QMenu(self)
        self.actions_about.menu(self._menu)
        self._menu.popup(point)
