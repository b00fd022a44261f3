"""The page of call records put together: choices become a filter, what comes is shown. It asks and reads nothing."""

from collections.abc import Callable, Sequence
from datetime import date

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supervisor_gui.history.backfill_values import BackfillProgress
from supervisor_gui.history.record_values import KeptLeg, KeptSpan, RecordChoices, RecordedCall, RecordFilter, Spine
from supervisor_gui.i18n import translate
from supervisor_gui.live.numbers import MEMBER_DIGITS
from supervisor_gui.live.policy import Policy
from supervisor_gui.ui.board.context import no_name
from supervisor_gui.ui.file_page import FilePage
from supervisor_gui.ui.records import looks, telling
from supervisor_gui.ui.records.choices import (
    UNKNOWN_DAY,
    Choices,
    Span,
    days_of,
    nobody,
    record_filter,
    unique_id,
    with_days,
)
from supervisor_gui.ui.records.deeds import CallDeeds
from supervisor_gui.ui.records.details import Details
from supervisor_gui.ui.records.filter_bar import FilterBar
from supervisor_gui.ui.records.recording_strip import RecordingStrip
from supervisor_gui.ui.records.rows_panel import RowsPanel
from supervisor_gui.ui.records.sides import Sides
from supervisor_gui.ui.records.span_bar import SpanBar
from supervisor_gui.ui.records.words import RecordContext, count_words
from supervisor_gui.ui.statistics.notes_line import NotesLine
from supervisor_gui.ui.statistics.range_popup import RangePopup
from supervisor_gui.ui.theme import Theme
from supervisor_gui.ui.widgets.ink import Ink


class RecordsView(FilePage):
    """The page.

    Signals, besides those of every page with files:
        filter_changed(object): A RecordFilter, whenever it is another one than before.
        page_wanted(int): The row with which a page begins that is looked at.
        legs_wanted(object): The id of the call whose legs are to be shown; ids are too large for a signal's int.
        play_wanted(object, int): A recording is to be heard: the call's id, and the leg's number, -1 for any.
        save_wanted(object, int): Likewise, to be saved.
        dial_wanted(str): The number to call.
        look_up_wanted(str): A unique id is to be looked up.
        forget_wanted(str): Everything about this number is to be deleted.
        unmask_wanted(object): The number of the call with this id is to be seen in full; `reveal` shows it.
        pause_wanted(bool): Filling the history is to rest, or to go on.
        cancel_wanted(): Filling the history is to end.
    """

    filter_changed = Signal(object)
    page_wanted = Signal(int)
    legs_wanted = Signal(object)
    play_wanted = Signal(object, int)
    save_wanted = Signal(object, int)
    dial_wanted = Signal(str)
    look_up_wanted = Signal(str)
    forget_wanted = Signal(str)
    unmask_wanted = Signal(object)
    pause_wanted = Signal(bool)
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = Choices()
        self._today = UNKNOWN_DAY
        self._told: RecordFilter | None = None
        self._asked_id = ""
        self._looked_up = ""
        self._kept: KeptSpan | None = None
        self._names: Callable[[str], str] = no_name
        self._named: Callable[[str], tuple[str, ...]] = nobody
        self._offered = RecordChoices()
        self._policy = Policy()
        self._asking = QTimer(self, singleShot=True, interval=0)
        self.spans = SpanBar()
        self.range_popup = RangePopup(self)
        self.bar = FilterBar()
        self.rows = RowsPanel()
        self.table = self.rows.table
        self.details = Details()
        self.sides = Sides(self.rows, self.details)
        self.deeds = CallDeeds(self.table, self.details, self.sides)
        self.notes = NotesLine()
        self.recording = RecordingStrip()
        self.keyboard.watch(self.notes, self.recording)
        self.find_action = QAction(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.spans.add_right(self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.spans)
        layout.addWidget(self.bar)
        layout.addWidget(self.sides, 1)
        for strip in (self.notes, self.recording, self.progress):
            layout.addWidget(strip)

    def _connect(self) -> None:
        self.find_action.setShortcuts([QKeySequence(QKeySequence.StandardKey.Find), QKeySequence("/")])
        self.find_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self.find_action)
        self.find_action.triggered.connect(self.focus_search)
        self._asking.timeout.connect(self._send)
        self.spans.span_chosen.connect(self._on_span)
        self.spans.days_wanted.connect(self._on_days_wanted)
        self.range_popup.range_chosen.connect(self._on_days)
        self.bar.changed.connect(self._on_choice)
        self.bar.length_changed.connect(self._on_length)
        self.bar.rows_wanted.connect(self.table.go_to_first)
        self.bar.look_up_wanted.connect(self._on_look_up)
        self.rows.clear_wanted.connect(self.clear_filters)
        self.rows.all_days_wanted.connect(self._on_all_days)
        self._connect_rows()
        self.notes.refresh_wanted.connect(self.refresh_wanted)
        self.progress.pause_wanted.connect(self.pause_wanted)
        self.progress.cancel_wanted.connect(self.cancel_wanted)

    def _connect_rows(self) -> None:
        model, deeds = self.table.record_model, self.deeds
        model.page_wanted.connect(self.page_wanted)
        model.counted_changed.connect(self._show_count)
        self.table.search_asked.connect(self.focus_search)
        deeds.legs_wanted.connect(self.legs_wanted)
        deeds.play_wanted.connect(self.play_wanted)
        deeds.save_wanted.connect(self.save_wanted)
        deeds.dial_wanted.connect(self.dial_wanted)
        deeds.forget_wanted.connect(self.forget_wanted)
        deeds.unmask_wanted.connect(self.unmask_wanted)
        deeds.same_wanted.connect(self.search)
        deeds.said.connect(self.said)

    # in

    @property
    def filter(self) -> RecordFilter:
        """Which calls are chosen now."""
        return record_filter(self._choices, self._today, self._named, self._policy)

    def set_today(self, day: date) -> None:
        """Tell what day it is, as often as one likes; when it is another one, named days move on."""
        if day != self._today:
            self._today = day
            self._ask()

    def set_choices(self, offered: RecordChoices) -> None:
        """Offer what occurs in the calls of these days."""
        self._offered = offered
        self.bar.offer(offered, self._names)

    def set_names(self, name_of: Callable[[str], str], numbers_named: Callable[[str], tuple[str, ...]]) -> None:
        """The directory: the name of a number or extension, and the numbers and extensions whose name holds a text."""
        self._names, self._named = name_of, numbers_named
        self.bar.offer(self._offered, name_of)
        self._respell()
        self._ask()

    def set_policy(self, policy: Policy) -> None:
        """Rights changed."""
        self._policy = policy
        self._show_context()
        self._ask()

    def show_page(self, wanted: RecordFilter, first_row: int, rows: Sequence[RecordedCall]) -> None:
        """Show the calls from a row on; those of another filter than is chosen are dropped."""
        self.table.record_model.take_page(wanted, first_row, rows)

    def show_spine(self, wanted: RecordFilter, spine: Spine) -> None:
        """Show how many calls there are."""
        self.table.record_model.take_spine(wanted, spine)
        self._show_count()

    def show_legs(self, call: int, legs: Sequence[KeptLeg]) -> None:
        """Show the legs of the chosen call; those of another one are dropped."""
        if self.details.call is not None and self.details.call.id == call:
            self.details.show_legs(legs)

    def show_found(self, calls: Sequence[RecordedCall]) -> None:
        """Show what a look-up found, until something else is chosen; that it found nothing is told in words."""
        if unique_id(self._choices.text) != self._asked_id:
            return
        self._looked_up = self._asked_id
        self.table.record_model.show_found(calls)
        self._show_count()
        if calls:
            self.table.go_to_first()

    def show_kept(self, kept: KeptSpan) -> None:
        """Show which of the days are kept."""
        self._kept = kept
        self._show_notes()
        self._show_count()

    def show_progress(self, progress: BackfillProgress) -> None:
        """Show how filling the history is going."""
        self.progress.show_progress(progress)

    def call(self, call: int) -> RecordedCall | None:
        """The call with an id, if it is held."""
        shown = self.details.call
        return shown if shown is not None and shown.id == call else self.table.record_model.call_of(call)

    def search(self, number: str) -> None:
        """Show all calls of a number that are kept; the search spells it as this seat may see it."""
        shown = number if len(number) < MEMBER_DIGITS else self._policy.number(number)
        self._choices = Choices(span=Span.ALL, text=shown, number="" if shown == number else number)
        self.leave_look_up()

    def reveal(self, call: int) -> None:
        """Show the number of one call in full, though this seat sees numbers masked."""
        self.table.record_model.show_whole(call)
        self.deeds.show_current()

    def changed(self) -> None:
        """More is kept by now: pages that come are taken without losing choice and place in sight."""
        self.table.record_model.age()

    def forget(self) -> None:
        """Show no calls any more: whose they were is not who is looked at now, nor is what narrowed them."""
        self._choices = Choices(span=self._choices.span, days=self._choices.days)
        self._kept = None
        self._told = None
        self._looked_up = ""
        self.table.record_model.show_found(())
        self._show_notes()
        self._ask()
        self._send()

    def clear_filters(self) -> None:
        """Let nothing but the days narrow."""
        self._choices = Choices(span=self._choices.span, days=self._choices.days)
        self.leave_look_up()

    def leave_look_up(self) -> None:
        """Show what is chosen, no call that was looked up any more."""
        if self._looked_up:
            self._looked_up = ""
            self._told = None
        self._ask()

    def end_look_up(self) -> None:
        """The call that was looked up may be gone: its id leaves the search, in which it would find nothing."""
        if self._looked_up:
            self._choices = msgspec.structs.replace(self._choices, text="", number="")
        self.leave_look_up()

    def focus_search(self) -> None:
        """Give the keyboard to the search, its text chosen."""
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def apply_theme(self, theme: Theme) -> None:
        """Take another look."""
        ink = Ink(theme, self.font(), self.devicePixelRatioF())
        self.setStyleSheet(looks.sheet(theme))
        self.table.set_ink(ink)
        self.details.set_ink(ink)

    def retranslate(self) -> None:
        """Take today's language."""
        self.setAccessibleName(translate("RecordsPage", "Call records"))
        self.find_action.setText(translate("RecordsPage", "Search calls"))
        self.save_action.setText(translate("RecordsPage", "Export"))
        parts = (self.spans, self.range_popup, self.export, self.bar, self.rows, self.details, self.notes)
        for part in (*parts, self.recording, self.progress):
            part.retranslate()
        self._respell()
        self._show_choices()
        self._show_notes()
        self._show_count()

    # choices

    def _choose(self, **changed: object) -> None:
        self._choices = msgspec.structs.replace(self._choices, **changed)
        self.leave_look_up()

    def _ask(self) -> None:
        self._show_choices()
        if self._today != UNKNOWN_DAY:
            self._asking.start()

    def _send(self) -> None:
        """Wish for what is chosen when it is something else than before."""
        self._asking.stop()
        if self._today == UNKNOWN_DAY or self._looked_up:
            return
        wanted = self.filter
        if wanted == self._told:
            self._show_count()  # the search may be written otherwise
            return
        if self._told is None or (wanted.start, wanted.end) != (self._told.start, self._told.end):
            self._kept = None
        self._told = wanted
        self._show_context()
        self.table.record_model.ask(wanted)
        self._show_count()
        self.filter_changed.emit(wanted)

    def _show_choices(self) -> None:
        self.spans.show_span(self._choices.span)
        self.bar.show_choices(self._choices, self._policy)

    def _show_context(self) -> None:
        start, end = days_of(self._choices, self._today)
        context = RecordContext(self._names, self._policy, one_day=start == end)
        self.table.record_model.set_context(context)
        self.deeds.show_current()

    def _respell(self) -> None:
        """The same functions may name others by now."""
        self._show_context()
        self.table.record_model.respell()

    def _show_count(self) -> None:
        """How many calls, what narrows them, and what is told instead of rows."""
        model = self.table.record_model
        if self._looked_up:
            counted = count_words(model.count) if model.count else ""
            self.rows.show_count(counted, telling.looked_up(self._looked_up), clears=True)
            self.rows.show_nothing(telling.not_found() if not model.count else "", all_days=False)
            return
        counted = count_words(model.count) if model.counted else translate("RecordsPage", "counting…")
        narrowing = telling.narrowing(self.filter, self._choices, self._policy)
        self.rows.show_count(counted, narrowing, clears=self._choices.narrowed)
        # Which days are kept comes a moment after the calls, and is a part of the answer.
        nothing = model.counted and not model.count and self._kept is not None
        words = telling.nothing(self._choices, self._missing()) if nothing else ""
        self.rows.show_nothing(words, all_days=self._choices.span is not Span.ALL and self._choices.narrowed)

    def _missing(self) -> int:
        """Days that are not kept yet; of everything that is kept none is missing."""
        return 0 if self._choices.span is Span.ALL or self._kept is None else len(self._kept.missing)

    def _show_notes(self) -> None:
        kept = self._kept or KeptSpan()
        self.notes.show_notes(telling.kept(kept, self._missing(), self._today), moving=kept.as_of > 0)

    def _on_export(self, name: str) -> None:
        """Files hold what the filter finds, which is not what is shown of a look-up."""
        if self._looked_up:
            self.said.emit(telling.not_exported())
        else:
            self.export_wanted.emit(name)

    def _on_look_up(self, call: str) -> None:
        self._asked_id = call
        self.look_up_wanted.emit(call)

    def _on_span(self, span: Span) -> None:
        self._choose(span=span, days=None)

    def _on_days_wanted(self) -> None:
        start, end = days_of(self._choices, self._today)
        self.range_popup.open_at(start, end, self._today, self.spans.popup_place())

    def _on_days(self, start: date, end: date) -> None:
        self._choices = with_days(self._choices, start, end, self._today)
        self.leave_look_up()

    def _on_all_days(self) -> None:
        self._choose(span=Span.ALL, days=None)

    def _on_choice(self, field: str, value: object) -> None:
        # What is typed takes the place of a number that was chosen elsewhere.
        other = {"number": ""} if field == "text" else {}
        self._choose(**{field: value}, **other)

    def _on_length(self, least: int | None, most: int | None) -> None:
        self._choose(at_least=least, at_most=most)
