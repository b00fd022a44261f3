"""The start's own loop, before there is an event loop: it ends when the window has been painted."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui import runtime


class Cover(QWidget):
    """Covers the whole window, so that Qt paints it alone."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = 0
        self.setAutoFillBackground(True)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Count."""
        super().paintEvent(event)
        self.painted += 1


def test_the_window_is_painted_when_the_slow_imports_begin(qapp: QApplication, qtbot: QtBot) -> None:
    window, cover = QMainWindow(), Cover()
    qtbot.addWidget(window)
    window.setCentralWidget(cover)

    runtime.paint_first(qapp, window)

    assert cover.painted
    assert window.isVisible()
