"""The line above everything: of which days missed callers are shown. It asks for nothing."""

import enum
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui.missed.rows import UNKNOWN_DAY
from supervisor_gui.ui.statistics.pills import pill
from supervisor_gui.ui.statistics.range_popup import RangePopup
from supervisor_gui.ui.statistics.wrapping import WrapLayout


class Span(enum.Enum):
    """Days by name, and those without one."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    MONTH = "month"
    OTHER = "other"


SPANS = tuple(Span)
USUAL = Span.WEEK
_DAYS = {Span.TODAY: 1, Span.WEEK: 7, Span.MONTH: 30}


class SpanBar(QWidget):
    """Spans as buttons.

    Signals:
        span_changed(object): How many days up to today, as int, or the first and the last day as a pair of dates.
    """

    span_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = UNKNOWN_DAY
        self._chosen = USUAL
        self._other = (UNKNOWN_DAY, UNKNOWN_DAY)
        self.popup = RangePopup(self)
        self._line = WrapLayout(self)
        self._group = QButtonGroup(self)
        self.buttons = {span: pill("preset") for span in SPANS}
        for number, button in enumerate(self.buttons.values()):
            self._group.addButton(button, number)
            self._line.addWidget(button)
        self._group.buttonClicked.connect(self._on_clicked)
        self.popup.range_chosen.connect(self._on_range)
        self._show()

    @property
    def span(self) -> int | tuple[date, date]:
        """What is chosen, as `span_changed` tells it."""
        if self._chosen is Span.YESTERDAY:
            day = self._today - timedelta(days=1)
            return day, day
        return self._other if self._chosen is Span.OTHER else _DAYS[self._chosen]

    def add_right(self, widget: QWidget) -> None:
        """Put `widget` at the right end."""
        self._line.add_right(widget)

    def set_today(self, day: date) -> None:
        """Tell what day it is; yesterday moves on with it."""
        moved = UNKNOWN_DAY not in {self._today, day} and day != self._today
        self._today = day
        if moved and self._chosen is Span.YESTERDAY:
            self.span_changed.emit(self.span)

    def retranslate(self) -> None:
        """Take today's language."""
        words = {
            Span.TODAY: translate("MissedPage", "Today"),
            Span.YESTERDAY: translate("MissedPage", "Yesterday"),
            Span.WEEK: translate("MissedPage", "Last 7 days"),
            Span.MONTH: translate("MissedPage", "Last 30 days"),
            Span.OTHER: translate("MissedPage", "Other days…"),
        }
        if self._chosen is Span.OTHER:
            words[Span.OTHER] = _range_words(*self._other)
        for span, button in self.buttons.items():
            button.setText(words[span])
            button.setAccessibleName(words[span])
        self.popup.retranslate()

    def _show(self) -> None:
        self.buttons[self._chosen].setChecked(True)
        self.retranslate()

    def _choose(self, span: Span) -> None:
        before, self._chosen = self.span, span
        self._show()
        if self.span != before:
            self.span_changed.emit(self.span)

    def _on_clicked(self, button: QAbstractButton) -> None:
        span = SPANS[self._group.id(button)]
        # Qt has pressed the button; days without a name are chosen only when they are known.
        self._show()
        if span is not Span.OTHER:
            self._choose(span)
        elif self._today != UNKNOWN_DAY:
            start, end = self._dates()
            self.popup.open_at(start, end, self._today, button.mapToGlobal(button.rect().bottomLeft()))

    def _dates(self) -> tuple[date, date]:
        """The chosen span as two days."""
        span = self.span
        return span if isinstance(span, tuple) else (self._today - timedelta(days=span - 1), self._today)

    def _on_range(self, start: date, end: date) -> None:
        before = self.span
        self._chosen, self._other = Span.OTHER, (start, end)
        self._show()
        if self.span != before:
            self.span_changed.emit(self.span)


def _range_words(start: date, end: date) -> str:
    first, last = start.strftime("%d.%m.%Y"), end.strftime("%d.%m.%Y")
    return first if start == end else f"{first} – {last}"
