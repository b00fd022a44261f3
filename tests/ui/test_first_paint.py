"""The start's own loop, before there is an event loop: it ends when the window has been painted."""

import pytest
from PySide6.QtCore import Qt, QTimer
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


def test_a_window_that_is_never_painted_holds_the_program_up_no_longer_than_that(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runtime, "FIRST_PAINT_MS", 50)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)

    runtime.paint_first(qapp, window)

    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
    window.hide()
    window.show()
    QTimer.singleShot(200, lambda: qapp.exit(7))
    assert qapp.exec() == 7, "a later paint does not end the program's own loop"
