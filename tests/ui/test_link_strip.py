"""A number from a link: the strip shows what it is, Enter dials it once, and the keyboard stays where it is used."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.netsantral.dial_numbers import read_number
from supervisor_gui.netsantral.types_numbers import Reading
from supervisor_gui.ui.calls.link_strip import LinkStrip
from supervisor_gui.ui.calls.wishes import DialWish

MOBILE = "0555 000 00 01"


def read(text: str) -> Reading:
    return read_number(text, is_extension=lambda digits: digits in {"101", "110"})


class Window(QWidget):
    """A window with a field and a button below the strip."""

    def __init__(self) -> None:
        super().__init__()
        self.strip = LinkStrip()
        self.field = QLineEdit()
        self.button = QPushButton("x")
        layout = QVBoxLayout(self)
        for widget in (self.strip, self.field, self.button):
            layout.addWidget(widget)
        self.dialled: list[DialWish] = []
        self.strip.dial_wanted.connect(self.dialled.append)

    def offer(self, typed: str) -> None:
        self.strip.offer(typed, read(typed), "Ana")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.button.setFocus()
    yield made
    made.hide()


def press(qtbot: QtBot, window: Window, key: Qt.Key) -> None:
    """A key as the user presses it: wherever the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.isAncestorOf(focused)
    qtbot.keyClick(focused, key)


def test_it_shows_number_kind_and_profile(window: Window) -> None:
    assert not window.strip.isVisible()
    window.offer(MOBILE)
    assert window.strip.isVisible()
    for words in ("555 000 00 01", "obile", "Ana"):
        assert words in window.strip.accessibleName()


def test_enter_dials_once(window: Window, qtbot: QtBot) -> None:
    window.offer(MOBILE)
    assert "Enter" in window.strip.dial.text()
    press(qtbot, window, Qt.Key.Key_Return)
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.dialled == [DialWish(MOBILE, read(MOBILE), link=True)]
    assert not window.strip.isVisible()


def test_a_held_enter_dials_nothing(window: Window) -> None:
    window.offer(MOBILE)
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True, count=1
    )
    QApplication.sendEvent(window.strip.dial, held)
    assert window.dialled == []


def test_esc_puts_it_away_and_gives_the_keyboard_back(window: Window, qtbot: QtBot) -> None:
    window.offer(MOBILE)
    with qtbot.waitSignal(window.strip.dismissed):
        press(qtbot, window, Qt.Key.Key_Escape)
    assert not window.strip.isVisible()
    assert window.button.hasFocus()
    assert window.dialled == []


def test_somebody_who_types_goes_on_typing(window: Window, qtbot: QtBot) -> None:
    window.field.setFocus()
    qtbot.keyClicks(window.field, "Des")
    window.offer(MOBILE)
    assert "Enter" not in window.strip.dial.text()
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.field.hasFocus()
    assert window.dialled == []
    qtbot.keyClick(window.strip.dial, Qt.Key.Key_Return)
    assert len(window.dialled) == 1


def test_another_window_stays_in_front_and_enter_dials_once_the_user_comes(window: Window, qtbot: QtBot) -> None:
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    other.setFocus()
    window.offer(MOBILE)
    assert QApplication.activeWindow() is other
    assert other.hasFocus()
    other.hide()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(qtbot, window, Qt.Key.Key_Return)
    assert len(window.dialled) == 1


def test_a_further_link_takes_its_place_and_enter_is_not_heard_at_once(window: Window, qtbot: QtBot) -> None:
    window.offer(MOBILE)
    window.offer("0312 111 00 00")
    assert "555" not in window.strip.words
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.dialled == []
    qtbot.waitUntil(lambda: not window.strip.holding_off)
    press(qtbot, window, Qt.Key.Key_Return)
    assert [wish.typed for wish in window.dialled] == ["0312 111 00 00"]


def test_a_number_that_cannot_be_called_says_why_and_is_not_dialled(window: Window, qtbot: QtBot) -> None:
    window.offer("<b>call me</b>")
    assert window.strip.isVisible()
    assert "<b>call me</b>" in window.strip.words
    assert len(window.strip.words.split("\n")[1]) > 10
    assert not window.strip.dial.isVisible()
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.dialled == []
    assert not window.strip.isVisible()


def test_a_refused_link_shows_its_sentence(window: Window) -> None:
    window.strip.refuse("tel:1;ext=2", "A link with parameters is not called.")
    assert "parameters" in window.strip.words
    assert not window.strip.dial.isVisible()


@pytest.mark.parametrize("typed", ["110", "+49 30 123456"])
def test_a_number_that_is_asked_about_says_so_on_its_button(window: Window, typed: str) -> None:
    window.offer(typed)
    assert "…" in window.strip.dial.text()


def test_all_labels_are_plain_text_and_all_buttons_have_names(window: Window) -> None:
    window.offer(MOBILE)
    assert {label.textFormat() for label in window.strip.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    assert all(button.accessibleName() for button in window.strip.findChildren(QPushButton))
    window.strip.retranslate()
    assert "555" in window.strip.words
