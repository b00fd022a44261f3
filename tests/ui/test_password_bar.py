"""A new password in place, by keys, with the board in sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.ui.dialogs.password_bar import NewPassword, PasswordPrompt


class Window(QWidget):
    """A window with a filter field above which the bar appears."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = PasswordPrompt()
        self.filter = QLineEdit()
        layout = QVBoxLayout(self)
        layout.addWidget(self.bar)
        layout.addWidget(self.filter)
        self.submitted: list[NewPassword] = []
        self.bar.submitted.connect(self.submitted.append)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.filter.setFocus()
    return made


def test_a_refusal_shows_the_bar_without_taking_the_cursor(window: Window, qtbot: QtBot) -> None:
    assert not window.bar.isVisible()
    window.bar.ask("8501110000", "The PBX does not accept the password.")
    assert window.bar.isVisible()
    assert window.filter.hasFocus()
    assert "8501110000" in window.bar.accessibleName()


def test_enter_sends_once_and_the_answer_puts_the_bar_away(window: Window, qtbot: QtBot) -> None:
    window.bar.ask("8501110000", "The PBX does not accept the password.")
    window.bar.take_focus()
    qtbot.keyClicks(window.bar.field.line, "p4ssw0rd")
    qtbot.keyClick(window.bar.field.line, Qt.Key.Key_Return)
    qtbot.keyClick(window.bar.send, Qt.Key.Key_Space)
    assert window.submitted == [NewPassword("p4ssw0rd")]
    assert "p4ssw0rd" not in repr(window.submitted)
    window.bar.done()
    assert not window.bar.isVisible()
    assert window.bar.field.text() == ""


def test_an_empty_password_is_not_sent_but_the_old_one_can_be_tried_again(window: Window, qtbot: QtBot) -> None:
    window.bar.ask("8501110000", "The PBX does not accept the password.", blocked=True)
    window.bar.take_focus()
    qtbot.keyClick(window.bar.field.line, Qt.Key.Key_Return)
    assert window.submitted == []
    qtbot.keyClick(window.bar.again, Qt.Key.Key_Space)
    assert window.submitted == [NewPassword("")]


def test_a_second_refusal_can_be_answered_again(window: Window, qtbot: QtBot) -> None:
    for _ in range(2):
        window.bar.ask("8501110000", "The PBX does not accept the password.")
        window.bar.field.line.setText("p4ssw0rd")
        qtbot.keyClick(window.bar.field.line, Qt.Key.Key_Return)
    assert len(window.submitted) == 2


def test_esc_puts_it_away_and_forgets_what_was_typed(window: Window, qtbot: QtBot) -> None:
    window.bar.ask("8501110000")
    window.bar.take_focus()
    qtbot.keyClicks(window.bar.field.line, "p4s")
    with qtbot.waitSignal(window.bar.dismissed):
        qtbot.keyClick(window.bar.field.line, Qt.Key.Key_Escape)
    assert not window.bar.isVisible()
    assert window.bar.field.text() == ""
