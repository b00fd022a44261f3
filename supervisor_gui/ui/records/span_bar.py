"""The line above everything: which days, and what can be done with what they hold. It decides nothing."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui.records.choices import Span
from supervisor_gui.ui.statistics.pills import pill
from supervisor_gui.ui.statistics.wrapping import WrapLayout

SPANS = tuple(Span)


class SpanBar(QWidget):
    """Days as buttons.

    Signals:
        span_chosen(object): A Span that has days of its own.
        days_wanted(): Other days are to be asked for.
    """

    span_chosen = Signal(object)
    days_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Span.WEEK
        self._line = WrapLayout(self)
        self._group = QButtonGroup(self)
        self.buttons = {span: pill("preset") for span in SPANS}
        for number, button in enumerate(self.buttons.values()):
            self._group.addButton(button, number)
            self._line.addWidget(button)
        self._group.buttonClicked.connect(self._on_clicked)

    def add_right(self, widget: QWidget) -> None:
        """Put `widget` at the right end."""
        self._line.add_right(widget)

    def show_span(self, span: Span) -> None:
        """Show which days are chosen."""
        self._shown = span
        self.buttons[span].setChecked(True)

    def popup_place(self) -> QPoint:
        """Where the dates are asked for: below their button, in points of the screen."""
        button = self.buttons[Span.OTHER]
        return button.mapToGlobal(button.rect().bottomLeft())

    def retranslate(self) -> None:
        """Take today's language."""
        words = {
            Span.TODAY: translate("RecordsPage", "Today"),
            Span.YESTERDAY: translate("RecordsPage", "Yesterday"),
            Span.WEEK: translate("RecordsPage", "7 days"),
            Span.MONTH: translate("RecordsPage", "30 days"),
            Span.ALL: translate("RecordsPage", "All kept"),
            Span.OTHER: translate("RecordsPage", "Other days…"),
        }
        for span, button in self.buttons.items():
            button.setText(words[span])
            button.setAccessibleName(words[span])

    def _on_clicked(self, button: QAbstractButton) -> None:
        span = SPANS[self._group.id(button)]
        self.show_span(self._shown)
        if span is Span.OTHER:
            self.days_wanted.emit()
        else:
            self.span_chosen.emit(span)
