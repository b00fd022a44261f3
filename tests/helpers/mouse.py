"""The mouse as hands move it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

LEFT = Qt.MouseButton.LeftButton


def double_click(widget: QWidget, at: QPoint | None = None) -> None:
    """A whole double click: QTest's leaves the button down, which every later test of the process would see."""
    place = widget.rect().center() if at is None else at
    QTest.mouseDClick(widget, LEFT, pos=place)
    QTest.mouseRelease(widget, LEFT, pos=place)
