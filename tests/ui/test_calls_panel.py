"""My calls at the window's foot: what each line says, what its buttons and keys wish, and how lines come and go."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.live.live_calls import CallDirection, CallState, LiveCall
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types_calls import MuteDirection
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.calls.call_rows import CallContext
from supervisor_gui.ui.calls.calls_panel import MyCallsPanel
from supervisor_gui.ui.calls.wishes import MuteWish
from tests.helpers.board_samples import NOW, name_of
from tests.helpers.call_samples import NUMBER, call, calls, changed

LEFT = Qt.MouseButton.LeftButton
MINE = CallContext(names=name_of, number_name=lambda number: "Deniz Kaya" if number == NUMBER else "", mine="102")


class Window(QWidget):
    """The panel below a page."""

    def __init__(self) -> None:
        super().__init__()
        self.page = QWidget()
        self.panel = MyCallsPanel()
        layout = QVBoxLayout(self)
        layout.addWidget(self.page, 1)
        layout.addWidget(self.panel)
        self.heard: list[tuple[Any, ...]] = []
        for name in ("hang_up_wanted", "mute_wanted", "transfer_asked", "dial_wanted", "said"):
            self._listen(name)

    def _listen(self, name: str) -> None:
        getattr(self.panel, name).connect(lambda told: self.heard.append((name, told)))

    def show_calls(self, *running: LiveCall, stream: bool = True) -> None:
        self.panel.show_calls(calls(*running, stream=stream), NOW)

    def keys(self) -> list[str]:
        return [row.call.key for row in self.panel.rows]


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[Window]:
    looks.apply(qapp, looks.LIGHT)
    made = Window()
    qtbot.addWidget(made)
    made.panel.apply_theme(looks.LIGHT)
    made.panel.set_context(MINE)
    made.resize(1100, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.hide()


def menu_of(qtbot: QtBot) -> QMenu:
    """The menu that is open."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_it_is_there_only_while_a_call_of_mine_runs(window: Window) -> None:
    window.show_calls(call("1", extension="103"))
    assert not window.panel.isVisible()
    window.show_calls(call("1", extension="103"), call("2"), call("3", extension="103", order=7))
    assert window.panel.isVisible()
    assert sorted(window.keys()) == ["2", "3"]
    window.show_calls(call("1", extension="103"))
    assert not window.panel.isVisible()


def test_a_line_tells_state_party_queue_and_a_ticking_time(window: Window) -> None:
    window.show_calls(call("1"))
    row = window.panel.rows[0]
    assert [row.state.text(), row.party.text(), row.time.text(), row.hint.text()] == [
        "Talking",
        "Deniz Kaya",
        "01:00",
        "Destek",
    ]
    window.panel.tick(NOW + 5)
    assert row.time.text() == "01:05"
    assert NUMBER in row.accessibleName()


def test_a_call_whose_beginning_was_not_seen_says_at_least(window: Window) -> None:
    window.show_calls(call("1", began_exact=False, answered=NOW - 90))
    assert window.panel.rows[0].time.text() == "≥ 01:30"


def test_numbers_are_masked_where_the_seat_may_not_see_them(window: Window) -> None:
    window.panel.set_context(CallContext(policy=Policy(mask_numbers=True), mine="102"))
    window.show_calls(call("1"))
    row = window.panel.rows[0]
    assert row.party.text() == "•••01"
    for words in (row.accessibleName(), row.party.toolTip(), row.hang_up.accessibleName()):
        assert NUMBER not in words


def test_an_ampersand_in_a_name_is_no_key(window: Window) -> None:
    window.panel.set_context(CallContext(number_name=lambda _: "Kaya & Oğulları", mine="102"))
    window.show_calls(call("1"))
    party = window.panel.rows[0].party
    assert party.text() == "Kaya && Oğulları"
    assert party.shortcut().isEmpty()


def test_one_press_ends_an_own_call(window: Window, qtbot: QtBot) -> None:
    window.show_calls(call("1"))
    qtbot.mouseClick(window.panel.rows[0].hang_up, LEFT)
    assert window.heard == [("hang_up_wanted", "1")]


def test_a_queues_call_that_only_rings_here_must_be_held(window: Window, qtbot: QtBot) -> None:
    window.show_calls(call("1", CallState.RINGING, extension="", ringing=("102", "103")))
    row = window.panel.rows[0]
    qtbot.mouseClick(row.hang_up, LEFT)
    assert window.heard == [("said", row.hint.text())]
    assert "0.7 s" in row.hint.text()


def test_after_a_call_ended_no_press_lands_on_the_next_one(window: Window, qtbot: QtBot) -> None:
    window.show_calls(call("1"), call("2", began=NOW - 300))
    window.show_calls(call("2", began=NOW - 300))
    button = window.panel.rows[0].hang_up
    qtbot.mouseClick(button, LEFT)
    assert window.heard == []
    qtbot.waitUntil(lambda: not button.asleep)
    qtbot.mouseClick(button, LEFT)
    assert window.heard == [("hang_up_wanted", "2")]


def test_a_new_call_comes_on_top_and_moves_none(window: Window, qtbot: QtBot) -> None:
    window.show_calls(call("1"))
    button = window.panel.rows[0].hang_up
    qtbot.waitUntil(window.panel.rows[0].isVisible)
    before = button.mapTo(window, QPoint())
    window.show_calls(call("1"), call("2", began=NOW))
    assert window.keys() == ["2", "1"]
    qtbot.waitUntil(lambda: window.panel.rows[0].geometry().bottom() < window.panel.rows[1].geometry().top() + 1)
    assert button.mapTo(window, QPoint()) == before


@pytest.mark.parametrize(
    ("stream", "words"), [(True, "waiting for the PBX's event"), (False, "cannot be cancelled from here")]
)
def test_without_an_id_nothing_can_be_pressed_and_it_says_why(window: Window, stream: bool, words: str) -> None:
    window.show_calls(call("1", CallState.ORDERED, call="", order=3), stream=stream)
    row = window.panel.rows[0]
    assert words in row.hint.text()
    assert not any(button.isEnabled() for button in (row.hang_up, row.mute, row.transfer))
    window.show_calls(call("1", order=3), stream=stream)
    assert all(button.isEnabled() for button in (row.hang_up, row.mute, row.transfer))
    assert words not in row.hint.text()


def test_what_the_seat_may_not_do_cannot_be_pressed(window: Window) -> None:
    policy = Policy(denied=("hang_up", "transfer"))
    window.panel.set_context(CallContext(policy=policy, mine="102"))
    window.show_calls(call("1"))
    row = window.panel.rows[0]
    assert [row.hang_up.isEnabled(), row.mute.isEnabled(), row.transfer.isEnabled()] == [False, True, False]
    assert "may not" in row.hint.text()


def test_the_mute_menu_has_every_side_and_says_what_is_to_be_confirmed(window: Window, qtbot: QtBot) -> None:
    window.show_calls(call("1"))
    window.panel.rows[0].setFocus()
    qtbot.keyClick(window.panel.rows[0].transfer, Qt.Key.Key_M)
    menu = menu_of(qtbot)
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert sum("to be confirmed" in text for text in texts) == 2
    qtbot.keyClick(menu, Qt.Key.Key_1)
    assert window.heard == [("mute_wanted", MuteWish("1", muted=True, direction=MuteDirection.IN))]


def test_a_muted_side_is_told_and_let_be_heard_again(window: Window, qtbot: QtBot) -> None:
    window.show_calls(call("1", muted=MuteDirection.OUT))
    assert "hears nothing (to be confirmed)" in window.panel.rows[0].hint.text()
    window.panel.open_mute(window.panel.rows[0].call, window.mapToGlobal(QPoint(5, 5)))
    qtbot.keyClick(menu_of(qtbot), Qt.Key.Key_4)
    assert window.heard == [("mute_wanted", MuteWish("1", muted=False, direction=MuteDirection.OUT))]


def test_t_asks_for_the_transfer_and_a_click_on_the_party_dials(window: Window, qtbot: QtBot) -> None:
    window.show_calls(call("1"))
    row = window.panel.rows[0]
    qtbot.keyClick(row.hang_up, Qt.Key.Key_T)
    qtbot.mouseClick(row.transfer, LEFT)
    qtbot.mouseClick(row.party, LEFT)
    assert window.heard == [("transfer_asked", "1"), ("transfer_asked", "1"), ("dial_wanted", NUMBER)]


def test_a_doubtful_call_says_so(window: Window) -> None:
    window.show_calls(changed(call("1"), doubted=NOW - 5))
    assert "not certain" in window.panel.rows[0].hint.text()


def test_more_calls_than_fit_are_counted(window: Window) -> None:
    window.show_calls(*(call(str(n), began=NOW - n, direction=CallDirection.INTERNAL) for n in range(6)))
    assert window.keys() == ["0", "1", "2", "3"]
    assert "2" in window.panel.more.text()


def test_a_withheld_number_is_no_button(window: Window) -> None:
    window.show_calls(call("1", number=""))
    assert window.panel.rows[0].party.text() == "Number withheld"
    assert not window.panel.rows[0].party.isEnabled()
