"""The mouse as hands move it."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

LEFT = Qt.MouseButton.LeftButton


def double_click(widget: QWidget, at: QPoint | None = None) -> None:
    """A whole double click: QTest's leaves the button down, which every later test of the process would see."""
    place = widget.rect().center() if at is None else at
    QTest.mouseDClick(widget, LEFT, pos=place)
    QTest.mouseRelease(widget, LEFT, pos=place)


def hover(widget: QWidget, point: QPoint) -> None:
    """Move the mouse there: QTest's tells nothing when an earlier test of the process left it at that place."""
    no, at = Qt.MouseButton.NoButton, QPointF(point)
    moved = QMouseEvent(QEvent.Type.MouseMove, at, widget.mapToGlobal(at), no, no, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, moved)
