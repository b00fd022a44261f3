"""The hang-up button under mouse and keys: one press, a hold, too short a hold, and its sleep."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.calls.hold_button import HoldButton
from supervisor_gui.ui.widgets.ink import Ink
from tests.helpers.mouse import double_click

LEFT = Qt.MouseButton.LeftButton


class Pressed:
    """What the button said, in order."""

    def __init__(self, button: HoldButton) -> None:
        self.heard: list[str] = []
        button.wanted.connect(lambda: self.heard.append("wanted"))
        button.too_short.connect(lambda: self.heard.append("short"))


@pytest.fixture
def button(qtbot: QtBot, qapp: QApplication) -> Iterator[HoldButton]:
    looks.apply(qapp, looks.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    made = HoldButton(window)
    made.set_ink(Ink(looks.LIGHT, window.font()))
    made.resize(made.sizeHint())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    window.hide()


def send_key(button: HoldButton, kind: QEvent.Type, key: Qt.Key, *, held: bool = False) -> None:
    """One key event, a repeated one if `held`."""
    QApplication.sendEvent(button, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", held))


def test_an_own_call_ends_with_one_press_and_a_double_click_is_one(button: HoldButton, qtbot: QtBot) -> None:
    pressed = Pressed(button)
    button.set_own(True)
    qtbot.mouseClick(button, LEFT)
    double_click(button)
    qtbot.mouseClick(button, LEFT)
    assert pressed.heard == ["wanted"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_that_is_held_ends_an_own_call_once(button: HoldButton, key: Qt.Key) -> None:
    pressed = Pressed(button)
    button.set_own(True)
    send_key(button, QEvent.Type.KeyPress, key)
    for _ in range(10):
        send_key(button, QEvent.Type.KeyRelease, key, held=True)
        send_key(button, QEvent.Type.KeyPress, key, held=True)
    send_key(button, QEvent.Type.KeyRelease, key)
    assert pressed.heard == ["wanted"]


def test_somebody_elses_call_wants_a_hold_and_a_short_press_says_so(button: HoldButton, qtbot: QtBot) -> None:
    pressed = Pressed(button)
    qtbot.mouseClick(button, LEFT)
    assert pressed.heard == ["short"]
    qtbot.mousePress(button, LEFT)
    qtbot.waitUntil(lambda: "wanted" in pressed.heard)
    qtbot.mouseRelease(button, LEFT)
    assert pressed.heard == ["short", "wanted"]


def test_a_held_key_counts_as_a_hold(button: HoldButton, qtbot: QtBot) -> None:
    pressed = Pressed(button)
    send_key(button, QEvent.Type.KeyPress, Qt.Key.Key_Return)
    send_key(button, QEvent.Type.KeyRelease, Qt.Key.Key_Return)
    assert pressed.heard == ["short"]
    send_key(button, QEvent.Type.KeyPress, Qt.Key.Key_Space)
    send_key(button, QEvent.Type.KeyPress, Qt.Key.Key_Space, held=True)
    qtbot.waitUntil(lambda: "wanted" in pressed.heard)
    send_key(button, QEvent.Type.KeyRelease, Qt.Key.Key_Space)
    assert pressed.heard == ["short", "wanted"]


def test_it_fills_while_it_is_held(button: HoldButton, qtbot: QtBot) -> None:
    before = button.grab().toImage()
    qtbot.mousePress(button, LEFT)
    pressed = button.grab().toImage()
    corner = QPoint(4, button.height() // 2)
    qtbot.waitUntil(lambda: button.grab().toImage().pixelColor(corner) != pressed.pixelColor(corner))
    qtbot.mouseRelease(button, LEFT)
    assert button.grab().toImage().pixelColor(corner) == before.pixelColor(corner)


def test_leaving_with_the_mouse_drops_the_hold(button: HoldButton, qtbot: QtBot) -> None:
    pressed = Pressed(button)
    qtbot.mousePress(button, LEFT)
    qtbot.mouseMove(button, QPoint(-50, -50))
    qtbot.mouseRelease(button, LEFT, pos=QPoint(-50, -50))
    assert not button.isDown()
    assert pressed.heard == []


def test_asleep_it_takes_neither_mouse_nor_key_and_wakes_by_itself(button: HoldButton, qtbot: QtBot) -> None:
    pressed = Pressed(button)
    button.set_own(True)
    button.sleep()
    qtbot.mouseClick(button, LEFT)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert pressed.heard == []
    qtbot.waitUntil(lambda: not button.asleep)
    qtbot.mouseClick(button, LEFT)
    assert pressed.heard == ["wanted"]


def test_a_press_under_way_when_a_call_ends_does_nothing(button: HoldButton, qtbot: QtBot) -> None:
    pressed = Pressed(button)
    qtbot.mousePress(button, LEFT)
    button.sleep()
    qtbot.waitUntil(lambda: not button.asleep)
    qtbot.mouseMove(button, QPoint(5, 5))
    qtbot.mouseRelease(button, LEFT)
    assert pressed.heard == []


def test_a_press_that_began_on_another_ones_call_does_not_end_an_own_one(button: HoldButton, qtbot: QtBot) -> None:
    pressed = Pressed(button)
    qtbot.mousePress(button, LEFT)
    button.set_own(True)
    qtbot.mouseRelease(button, LEFT)
    assert pressed.heard == []


def test_a_screen_reader_is_told_what_a_press_does(button: HoldButton) -> None:
    assert button.accessibleName() == "Hang up"
    assert "0.7 s" in button.accessibleDescription()
    button.set_own(True)
    assert not button.accessibleDescription()
