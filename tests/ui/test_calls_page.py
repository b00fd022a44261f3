"""The calls page: all running calls, what can be done about the chosen one, my calls today, and words when empty."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from supervisor_gui.live.live_calls import CallDirection, CallState, LiveCall
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types_calls import MuteDirection
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.calls.call_rows import CallContext
from supervisor_gui.ui.calls.calls_page import CallsPage, TodayRow
from supervisor_gui.ui.calls.wishes import MuteWish
from tests.helpers.board_samples import NOW, name_of
from tests.helpers.call_samples import NUMBER, call, calls

LEFT = Qt.MouseButton.LeftButton
MINE = CallContext(names=name_of, number_name=lambda number: "Deniz Kaya" if number == NUMBER else "", mine="101")


class Heard:
    """What the page wished, in order."""

    def __init__(self, page: CallsPage) -> None:
        self.all: list[tuple[Any, ...]] = []
        for name in ("hang_up_wanted", "mute_wanted", "transfer_asked", "dial_wanted", "said"):
            self._listen(page, name)

    def _listen(self, page: CallsPage, name: str) -> None:
        getattr(page, name).connect(lambda told: self.all.append((name, told)))


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[CallsPage]:
    looks.apply(qapp, looks.LIGHT)
    made = CallsPage()
    qtbot.addWidget(made)
    made.apply_theme(looks.LIGHT)
    made.set_context(MINE)
    made.resize(1200, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.hide()


def show(page: CallsPage, *running: LiveCall, stream: bool = True) -> None:
    page.show_calls(calls(*running, stream=stream), NOW)


def cells(page: CallsPage, key: str) -> dict[str, str]:
    """What a call's row says, by column."""
    model = page.table.calls_model
    row = model.find(key)
    assert row is not None
    return {column.key: column.text(row, model.now) for column in model.columns}


def seen(page: CallsPage) -> str:
    """All words of the page's labels that are shown."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_a_row_tells_everything_about_a_call(page: CallsPage) -> None:
    show(page, call("1"))
    assert cells(page, "1") == {
        "state": "Talking",
        "party": "Deniz Kaya",
        "who": "Ümit Çelik  102",
        "queue": "Destek",
        "direction": "Incoming",
        "time": "01:00",
        "remark": "",
    }
    page.tick(NOW + 1)
    assert cells(page, "1")["time"] == "01:01"
    assert "Live calls  1" in seen(page)


@pytest.mark.parametrize(
    ("more", "who", "party"),
    [
        ({"extension": "", "ringing": ("101", "103"), "state": CallState.RINGING}, "Şule Öz  101 +1", "Deniz Kaya"),
        ({"direction": CallDirection.INTERNAL, "number": "103"}, "Ümit Çelik  102", "Irmak Işık"),
        (
            {"direction": CallDirection.BRIDGE, "extension": "", "other": "05550000002"},
            "Deniz Kaya  05550000001",
            "05550000002",
        ),
        (
            {"direction": CallDirection.OUTGOING, "extension": "", "other": "menü"},
            "Deniz Kaya  05550000001",
            "menü",
        ),
        ({"number": ""}, "Ümit Çelik  102", "Number withheld"),
    ],
)
def test_both_parties_are_told_for_every_kind_of_call(
    page: CallsPage, more: dict[str, Any], who: str, party: str
) -> None:
    show(page, call("1", **more))
    assert (cells(page, "1")["who"], cells(page, "1")["party"]) == (who, party)


def test_remarks_say_what_is_not_certain(page: CallsPage) -> None:
    show(page, call("1", doubted=NOW, muted=MuteDirection.IN))
    assert cells(page, "1")["remark"] == (
        "not certain that it still runs; muted: this party is not heard (to be confirmed)"
    )


def test_numbers_are_masked_but_still_dial(page: CallsPage, qtbot: QtBot) -> None:
    page.set_context(CallContext(policy=Policy(mask_numbers=True), mine="101"))
    heard = Heard(page)
    show(page, call("1"))
    assert cells(page, "1")["party"] == "•••01"
    rect = page.table.cell_rect(0, page.table.calls_model.column_of("party"))
    qtbot.mouseClick(page.table.viewport(), LEFT, pos=QPoint(rect.left() + 14, rect.center().y()))
    assert heard.all == [("dial_wanted", NUMBER)]


def test_somebody_elses_call_is_ended_by_holding(page: CallsPage, qtbot: QtBot) -> None:
    heard = Heard(page)
    show(page, call("1"), call("2", began=NOW))
    page.table.choose("1")
    qtbot.mouseClick(page.steering.hang_up, LEFT)
    assert [name for name, _ in heard.all] == ["said"]
    assert "0.7 s" in page.steering.label.text()
    qtbot.mousePress(page.steering.hang_up, LEFT)
    qtbot.waitUntil(lambda: ("hang_up_wanted", "1") in heard.all)
    qtbot.mouseRelease(page.steering.hang_up, LEFT)
    assert len(heard.all) == 2


def test_an_own_call_is_ended_by_one_press(page: CallsPage, qtbot: QtBot) -> None:
    heard = Heard(page)
    show(page, call("1", extension="101"))
    page.table.choose("1")
    qtbot.mouseClick(page.steering.hang_up, LEFT)
    assert heard.all == [("hang_up_wanted", "1")]


def test_when_the_chosen_call_ends_the_next_one_is_not_chosen(page: CallsPage, qtbot: QtBot) -> None:
    heard = Heard(page)
    show(page, call("1", extension="101"), call("2", extension="101", began=NOW - 400))
    page.table.choose("1")
    show(page, call("2", extension="101", began=NOW - 400))
    assert page.chosen is None
    assert not page.steering.hang_up.isEnabled()
    page.table.choose("2")
    assert page.steering.hang_up.isEnabled()
    qtbot.mouseClick(page.steering.hang_up, LEFT)
    assert heard.all == []
    qtbot.waitUntil(lambda: not page.steering.hang_up.asleep)
    qtbot.mouseClick(page.steering.hang_up, LEFT)
    assert heard.all == [("hang_up_wanted", "2")]


def test_the_chosen_call_stays_chosen_while_others_come_and_go(page: CallsPage) -> None:
    show(page, call("1"), call("2", began=NOW - 400))
    page.table.choose("2")
    show(page, call("2", began=NOW - 400), call("3", began=NOW))
    assert page.chosen is not None
    assert page.chosen.key == "2"


def test_everything_goes_by_keys(page: CallsPage, qtbot: QtBot) -> None:
    heard = Heard(page)
    show(page, call("1"))
    page.table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.table, Qt.Key.Key_T)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.keyClick(page.table, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_3)
    assert heard.all == [
        ("transfer_asked", "1"),
        ("dial_wanted", NUMBER),
        ("mute_wanted", MuteWish("1", muted=True, direction=MuteDirection.ALL)),
    ]


def test_a_call_without_an_id_says_why_it_cannot_be_steered(page: CallsPage) -> None:
    show(page, call("1", CallState.ORDERED, call="", order=3))
    page.table.choose("1")
    assert not page.steering.hang_up.isEnabled()
    assert "waiting for the PBX's event" in page.steering.label.text()


def test_without_the_stream_it_says_where_to_switch_it_on(page: CallsPage) -> None:
    show(page, stream=False)
    assert "Settings → Event stream" in seen(page)
    assert "No call is running." in seen(page)
    show(page, call("1"), stream=True)
    assert "Event stream" not in seen(page)
    assert "No call is running." not in seen(page)


def test_my_calls_today_are_listed_newest_first_and_called_back_by_keys(page: CallsPage, qtbot: QtBot) -> None:
    heard = Heard(page)
    page.show_today(
        [
            TodayRow("a", NOW - 600, CallDirection.OUTGOING, "05550000002", seconds=75.0),
            TodayRow("b", NOW - 60, CallDirection.INCOMING, NUMBER, "Destek"),
        ]
    )
    model = page.today.today_model
    told = [[column.text(row, NOW) for column in model.columns][1:] for row in model.rows]
    assert told == [
        ["Deniz Kaya", "Incoming", "Destek", "not answered"],
        ["05550000002", "Outgoing", "", "01:15"],
    ]
    page.today.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.today, Qt.Key.Key_Return)
    assert heard.all == [("dial_wanted", NUMBER)]


def test_without_calls_today_it_says_why(page: CallsPage) -> None:
    assert "No call of yours was seen today." in seen(page)
    page.set_context(CallContext())
    assert "Enter your extension" in seen(page)


def test_widgets_of_others_stand_in_the_side_column(page: CallsPage, qtbot: QtBot) -> None:
    guest = QLabel("guest")
    page.add_side(guest)
    qtbot.waitUntil(guest.isVisible)
    assert guest.mapTo(page, guest.rect().center()).x() > page.steering.width()


def test_a_running_call_gets_its_new_name_and_its_masked_number(page: CallsPage) -> None:
    one = call("1")
    show(page, one)
    assert page.table.calls_model.find("1").party == "Deniz Kaya"
    page.set_context(CallContext(policy=Policy(mask_numbers=True), mine="101"))
    show(page, one)
    assert page.table.calls_model.find("1").party.endswith("01")
    assert NUMBER not in page.table.calls_model.find("1").party_tip
