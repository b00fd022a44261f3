"""Two dates in a small popup below their button. It asks for nothing; who opened it takes the dates."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QFormLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui.statistics.pills import pill

SHOWN_AS = "dd.MM.yyyy"
SPANS = (30, 90, 365)
FURTHEST_DAYS = 1_100
"""As far back as anything is kept."""


class RangePopup(QFrame):
    """Closes itself on Escape or a press outside; nothing waits for it.

    Signals:
        range_chosen(object, object): First and last day, as dates; the first is never after the last.
    """

    range_chosen = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("rangePopup")
        self._today = QDate()
        self.first = _edit(self)
        self.last = _edit(self)
        self._first_label = QLabel(self)
        self._last_label = QLabel(self)
        self.spans = {days: pill(checkable=False) for days in SPANS}
        self.show_button = QPushButton(self)
        self.show_button.setDefault(True)
        self._lay_out()
        self.first.dateChanged.connect(self._on_first)
        self.last.dateChanged.connect(self._on_last)
        self.show_button.clicked.connect(self._on_show)
        for button in self.spans.values():
            button.clicked.connect(self._on_span)
        self.retranslate()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        for label, edit in ((self._first_label, self.first), (self._last_label, self.last)):
            label.setBuddy(edit)
            form.addRow(label, edit)
        quick = QHBoxLayout()
        quick.setSpacing(6)
        for button in self.spans.values():
            quick.addWidget(button)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.show_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(10)
        layout.addLayout(quick)
        layout.addLayout(form)
        layout.addLayout(buttons)

    def open_at(self, start: date, end: date, today: date, point: QPoint) -> None:
        """Ask, beginning with the days from `start` to `end`; the upper left corner at a point of the screen."""
        self._today = _qdate(today)
        for edit in (self.first, self.last):
            edit.blockSignals(True)
            edit.setDateRange(self._today.addDays(-FURTHEST_DAYS), self._today)
            edit.setDate(_qdate(start if edit is self.first else end))
            edit.blockSignals(False)
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(point.x(), screen.right() - self.width()))
        y = max(screen.top(), min(point.y() + 4, screen.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.first.setFocus(Qt.FocusReason.PopupFocusReason)

    def retranslate(self) -> None:
        """Take today's language."""
        self.setAccessibleName(translate("StatisticsPage", "Choose the days"))
        self._first_label.setText(translate("StatisticsPage", "From"))
        self._last_label.setText(translate("StatisticsPage", "Up to"))
        self.show_button.setText(translate("StatisticsPage", "Show"))
        self.show_button.setAccessibleName(self.show_button.text())
        for edit, label in ((self.first, self._first_label), (self.last, self._last_label)):
            edit.setAccessibleName(label.text())
            edit.setLocale(QLocale())
            edit.setDisplayFormat(SHOWN_AS)
            edit.calendarWidget().setLocale(QLocale())
        for days, button in self.spans.items():
            button.setText(translate("StatisticsPage", "Last %n days", None, days))
            button.setAccessibleName(button.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field shows the days."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_show()
        else:
            super().keyPressEvent(event)

    def _on_first(self, day: QDate) -> None:
        if self.last.date() < day:
            self.last.setDate(day)

    def _on_last(self, day: QDate) -> None:
        if self.first.date() > day:
            self.first.setDate(day)

    def _on_span(self) -> None:
        days = next(days for days, button in self.spans.items() if button is self.sender())
        self.first.setDate(self._today.addDays(1 - days))
        self.last.setDate(self._today)
        self._on_show()

    def _on_show(self) -> None:
        for edit in (self.first, self.last):
            edit.interpretText()
        self.close()
        self.range_chosen.emit(self.first.date().toPython(), self.last.date().toPython())


def _edit(parent: QWidget) -> QDateEdit:
    edit = QDateEdit(parent)
    edit.setCalendarPopup(True)
    edit.setMinimumWidth(130)
    return edit


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
