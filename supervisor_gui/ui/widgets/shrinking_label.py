"""A line of words that gives way."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from supervisor_gui.ui import plain


class ShrinkingLabel(QLabel):
    """Words on one line that are cut rather than make the window wider; the tooltip has all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        """No width of its own."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what has room."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = plain.elided(self.fontMetrics(), self.text(), self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter.value, words)
        painter.end()
