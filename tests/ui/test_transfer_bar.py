"""Handing a call over: what is offered, what Enter means, when asking first is possible."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.live.dial_memory import Suggestion
from supervisor_gui.netsantral.types import AgentStatus
from supervisor_gui.netsantral.types_calls import FirstRung
from supervisor_gui.text import fold
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.calls.call_rows import CallContext, present_state
from supervisor_gui.ui.calls.transfer_bar import TransferBar
from supervisor_gui.ui.calls.wishes import TransferWish
from tests.helpers.board_samples import agent, board, name_of
from tests.helpers.call_samples import call, calls

KNOWN = (
    Suggestion("101", "Şule Öz", "101 · Destek", "directory"),
    Suggestion("102", "Ümit Çelik", "102", "directory"),
    Suggestion("05550000009", "Şule\u202e <b>Ev</b>", "0555 000 00 09", "favourite"),
)
BOARD = board([agent("101"), agent("102", AgentStatus.TALKING)])
CONTEXT = CallContext(names=name_of, mine="104", board=BOARD)


def suggest(text: str) -> Sequence[Suggestion]:
    """Those whose name or number has the text."""
    needle = fold(text)
    return [one for one in KNOWN if needle in fold(one.title) or needle in one.dial]


class Window(QWidget):
    """The bar above a button."""

    def __init__(self) -> None:
        super().__init__()
        self.states = BOARD
        self.bar = TransferBar(suggest, lambda extension: present_state(self.states, extension))
        self.button = QPushButton("x")
        layout = QVBoxLayout(self)
        layout.addWidget(self.bar)
        layout.addWidget(self.button)
        self.wishes: list[TransferWish] = []
        self.bar.transfer_wanted.connect(self.wishes.append)

    def items(self) -> list[str]:
        return [self.bar.list.item(row).text() for row in range(self.bar.list.count())]


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[Window]:
    looks.apply(qapp, looks.LIGHT)
    made = Window()
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.button.setFocus()
    yield made
    made.hide()


def typed(window: Window, qtbot: QtBot, text: str) -> None:
    """Into whatever has the keyboard."""
    focused = QApplication.focusWidget()
    assert focused is window.bar.entry
    qtbot.keyClicks(focused, text)


def press(qtbot: QtBot, key: Qt.Key) -> None:
    """A key where the keyboard is."""
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_a_name_and_enter_transfer_blind(window: Window, qtbot: QtBot) -> None:
    window.bar.open_for(call("1"), CONTEXT)
    typed(window, qtbot, "sule")
    press(qtbot, Qt.Key.Key_Return)
    assert window.wishes == [TransferWish("1", "101")]


def test_each_target_is_offered_with_what_its_phone_does_now(window: Window, qtbot: QtBot) -> None:
    window.bar.open_for(call("1"), CONTEXT)
    typed(window, qtbot, "10")
    assert window.items() == ["Şule Öz   101 · Destek   Free", "Ümit Çelik   102   Talking"]
    window.states = board([agent("101", AgentStatus.RINGING), agent("102")])
    window.bar.show_calls(calls(call("1")))
    assert window.items() == ["Şule Öz   101 · Destek   Ringing", "Ümit Çelik   102   Free"]


def test_digits_mean_themselves_and_arrows_choose_another(window: Window, qtbot: QtBot) -> None:
    window.bar.open_for(call("1"), CONTEXT)
    typed(window, qtbot, "10")
    assert window.bar.target == "10"
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    assert window.bar.target == "102"
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Enter)
    assert window.wishes == [TransferWish("1", "101")]


def test_a_number_nobody_knows_is_handed_on_as_typed(window: Window, qtbot: QtBot) -> None:
    window.bar.open_for(call("1"), CONTEXT)
    typed(window, qtbot, "0555 000 00 77")
    press(qtbot, Qt.Key.Key_Return)
    assert window.wishes == [TransferWish("1", "0555 000 00 77")]


def test_enter_on_nothing_and_a_held_enter_transfer_nothing_twice(window: Window, qtbot: QtBot) -> None:
    window.bar.open_for(call("1"), CONTEXT)
    press(qtbot, Qt.Key.Key_Return)
    assert window.wishes == []
    typed(window, qtbot, "102")
    for held in (False, True, True, False):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", held)
        QApplication.sendEvent(window.bar.entry, event)
    assert window.wishes == [TransferWish("1", "102")]


def test_asking_first_is_for_calls_started_customer_first(window: Window, qtbot: QtBot) -> None:
    window.bar.open_for(call("1", first=FirstRung.OUTSIDE, order=4), CONTEXT)
    assert window.bar.attended.isEnabled()
    assert not window.bar.reason.isVisible()
    typed(window, qtbot, "umit")
    window.bar.attended.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert window.wishes == [TransferWish("1", "102", attended=True)]


@pytest.mark.parametrize("first", [FirstRung.INSIDE, None])
def test_otherwise_asking_first_says_why_not(window: Window, first: FirstRung | None) -> None:
    window.bar.open_for(call("1", first=first), CONTEXT)
    assert not window.bar.attended.isEnabled()
    assert window.bar.reason.isVisible()
    assert "customer first" in window.bar.reason.text()


def test_escape_closes_it_and_gives_the_keyboard_back(window: Window, qtbot: QtBot) -> None:
    window.bar.open_for(call("1"), CONTEXT)
    typed(window, qtbot, "sule")
    press(qtbot, Qt.Key.Key_Escape)
    assert not window.bar.isVisible()
    assert QApplication.focusWidget() is window.button
    assert window.wishes == []


def test_it_leaves_when_its_call_ends_or_its_transfer_was_sent(window: Window, qtbot: QtBot) -> None:
    window.bar.open_for(call("1"), CONTEXT)
    window.bar.show_calls(calls(call("1"), call("2")))
    assert window.bar.isVisible()
    window.bar.show_calls(calls(call("2")))
    qtbot.waitUntil(lambda: not window.bar.isVisible())
    assert QApplication.focusWidget() is window.button
    window.bar.open_for(call("2"), CONTEXT)
    window.bar.close_for("1")
    assert window.bar.isVisible()
    window.bar.close_for("2")
    assert not window.bar.isVisible()


def test_what_is_still_typed_when_the_call_ends_does_not_reach_the_page(window: Window, qtbot: QtBot) -> None:
    window.bar.open_for(call("1"), CONTEXT)
    typed(window, qtbot, "su")
    window.bar.show_calls(calls())
    typed(window, qtbot, "le")
    assert "over" in window.bar.reason.text()
    assert not window.bar.blind.isEnabled()
    press(qtbot, Qt.Key.Key_Return)
    assert window.wishes == []
    assert not window.bar.isVisible()
    window.bar.open_for(call("2"), CONTEXT)
    typed(window, qtbot, "sule")
    press(qtbot, Qt.Key.Key_Return)
    assert window.wishes == [TransferWish("2", "101")]


def test_a_call_that_is_there_after_all_can_be_handed_over(window: Window, qtbot: QtBot) -> None:
    window.bar.open_for(call("1"), CONTEXT)
    window.bar.show_calls(calls())
    window.bar.show_calls(calls(call("1")))
    typed(window, qtbot, "sule")
    press(qtbot, Qt.Key.Key_Return)
    assert window.wishes == [TransferWish("1", "101")]


def test_another_call_starts_with_an_empty_line(window: Window, qtbot: QtBot) -> None:
    window.bar.open_for(call("1"), CONTEXT)
    typed(window, qtbot, "sule")
    window.bar.open_for(call("2"), CONTEXT)
    assert window.bar.target == ""
    assert window.bar.key == "2"


def test_foreign_names_are_plain_text(window: Window, qtbot: QtBot) -> None:
    window.bar.open_for(call("1"), CONTEXT)
    typed(window, qtbot, "ev")
    assert window.items() == ["Şule‹202E› <b>Ev</b>   0555 000 00 09"]
