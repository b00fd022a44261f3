"""Every operation on calls by the real window: exactly what was meant goes out, once."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from supervisor_gui.netsantral.types_calls import FirstRung, MuteDirection
from supervisor_gui.ui.calls.call_dialog import CallDialog
from supervisor_gui.ui.calls.call_words import refused_here_words
from supervisor_gui.ui.calls.dial_more import DialMore
from tests.helpers.call_desk import (
    COLLEAGUE,
    CTRL,
    CUSTOMER,
    LINE,
    MINE,
    OTHER,
    USUAL,
    CallDesk,
    open_call_desk,
)
from tests.helpers.desk import ACCOUNT, type_text
from tests.helpers.mouse import double_click
from tests.helpers.pbx_pair import without_login
from tests.helpers.qt_async import run_qt, until

pytestmark = pytest.mark.e2e

QUIET = {"ring_timeout": "30", "wait_response": "0"}
DIALLED = USUAL | {"customer_num": CUSTOMER, "pbxnum": ACCOUNT, "internal_num": MINE, "trunk": LINE}
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def _click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


async def _open_more(phone: CallDesk) -> DialMore:
    """How the next call is made, in the small window below the dial bar."""
    _click(phone.shell.dial_bar.more)
    more = await until(QApplication.activePopupWidget, "the small window")
    assert isinstance(more, DialMore)
    return more


async def _close(phone: CallDesk, more: DialMore) -> None:
    more.close()
    await phone.keyboard_back()


async def _open_dialog(phone: CallDesk) -> CallDialog:
    phone.desk.press(Qt.Key.Key_L, CTRL | SHIFT)
    dialog = await until(lambda: phone.shell.window.findChild(CallDialog), "the dialog")
    await until(lambda: dialog.isAncestorOf(phone.desk.focus()), "the dialog has the keyboard")
    return dialog


async def _mute(phone: CallDesk, digit: Qt.Key) -> None:
    """M and a digit on the own call's line, where the keyboard is."""
    await phone.keyboard_back()
    phone.front.panel.row_of(phone.own.key).mute.setFocus()
    phone.desk.press(Qt.Key.Key_M)
    await until(QApplication.activePopupWidget, "the menu of sides")
    phone.desk.press(digit)


async def _begin_transfer(phone: CallDesk, target: str) -> None:
    phone.desk.choose([])
    phone.desk.press(Qt.Key.Key_T)
    await until(phone.front.transfer.entry.hasFocus, "the line for the target")
    type_text(phone.front.transfer.entry, target)


def test_a_number_dialled_by_keys_is_originated_and_its_id_comes_from_the_stream(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            phone.dial("+90 (555) 000 11 22")
            assert await phone.asked("originate") == DIALLED | QUIET | {"originate_order": "if"}
            call = await phone.rung()
            await until(lambda: phone.own and phone.own.call == call, "the id of the stream")
            assert (phone.own.order, phone.own.first) == (1, FirstRung.INSIDE)
            row = phone.front.panel.row_of(phone.own.key)
            assert row.isVisible()
            assert row.hang_up.isEnabled()

    run_qt(qapp, scenario(), 60)


def test_without_the_stream_the_answer_is_waited_for_and_the_panel_says_what_cannot_be_done_meanwhile(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path, events=False) as phone:
            phone.dial("0555 000 11 22")
            call = await phone.rung()
            await until(lambda: phone.own, "the row of the order")
            row = phone.front.panel.row_of(phone.own.key)
            assert "çalan arama" in row.hint.text()
            assert not row.hang_up.isEnabled()
            assert not phone.shell.dial_bar.hang_up.isEnabled()
            assert (await phone.connect()).call == call
            wanted = DIALLED | {"ring_timeout": "30", "wait_response": "1", "originate_order": "if"}
            assert await phone.asked("originate") == wanted
            assert "çalan arama" not in row.hint.text()
            assert row.hang_up.isEnabled()

    run_qt(qapp, scenario(), 60)


def test_what_was_chosen_under_more_goes_out_with_this_call_only(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            more = await _open_more(phone)
            more.ring.setValue(20)
            more.limit.setValue(3)
            more.hide_number.setChecked(True)
            more.to_caller.kind.setCurrentIndex(1)
            type_text(more.to_caller.text, "Müşteriniz bağlanıyor")
            more.to_called.kind.setCurrentIndex(2)
            more.to_called.sound.setCurrentText("hosgeldiniz")
            more.wait.setCurrentIndex(2)
            await _close(phone, more)
            phone.dial("0555 000 11 22")
            played = {"caller_text": "Müşteriniz bağlanıyor", "called_record": "hosgeldiniz"}
            times = {"ring_timeout": "20", "wait_response": "0", "call_time": "180", "hide_callerid": "1"}
            assert await phone.asked("originate") == DIALLED | times | played | {"originate_order": "if"}
            phone.dial("0555 000 33 44")
            await until(lambda: phone.bus.order(2) and phone.bus.order(2).finished, "the second call")
            last = (await phone.control.requests("originate"))[-1]["params"]
            assert last["ring_timeout"] == "20", "the ring time is remembered"
            assert last.keys().isdisjoint({*played, "call_time", "hide_callerid"})

    run_qt(qapp, scenario(), 60)


def test_an_extension_is_called_inside(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            phone.dial(COLLEAGUE)
            wanted = USUAL | QUIET | {"caller": MINE, "called": COLLEAGUE, "pbxnum": ACCOUNT}
            assert await phone.asked("local") == wanted
            assert (await phone.connect()).number == COLLEAGUE

    run_qt(qapp, scenario(), 60)


def test_two_outside_numbers_are_connected_by_the_dialog(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            dialog = await _open_dialog(phone)
            type_text(dialog.bridge.caller.line, "0555 000 11 22")
            type_text(dialog.bridge.called.line, "0555 000 33 44")
            dialog.bridge.first.setCurrentIndex(1)
            dialog.bridge.to_called.kind.setCurrentIndex(1)
            type_text(dialog.bridge.to_called.text, "Lütfen bekleyin")
            dialog.bridge.called.line.setFocus()
            await until(dialog.go.isEnabled, "both numbers are read")
            phone.desk.press(Qt.Key.Key_Return)
            wanted = {"caller": CUSTOMER, "called": OTHER, "originate_order": "of", "trunk": LINE}
            assert await phone.asked("linkup") == USUAL | QUIET | wanted | {"called_text": "Lütfen bekleyin"}
            assert (await phone.connect()).other.endswith(OTHER)

    run_qt(qapp, scenario(), 60)


def test_a_number_is_called_into_a_queue_by_the_dialog(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            queue = sorted(phone.desk.board.queues)[1]
            dialog = await _open_dialog(phone)
            dialog.tabs.setCurrentWidget(dialog.into)
            type_text(dialog.into.number.line, "0555 000 11 22")
            dialog.into.target.box.setCurrentText(queue)
            type_text(dialog.into.prefix, "VIP")
            dialog.into.number.line.setFocus()
            await until(dialog.go.isEnabled, "the number is read")
            phone.desk.press(Qt.Key.Key_Return)
            wanted = {"called": CUSTOMER, "redirect_menu": queue, "redirect_type": "queue", "prefix": "VIP"}
            assert await phone.asked("dynamic_redirect") == USUAL | QUIET | wanted | {"trunk": LINE}
            call = await phone.rung()
            await until(lambda: phone.own and phone.own.call == call, "the id of the stream")

    run_qt(qapp, scenario(), 60)


@pytest.mark.parametrize(
    ("digit", "direction", "silent"),
    [
        (Qt.Key.Key_1, "in", MuteDirection.IN),
        (Qt.Key.Key_2, "out", MuteDirection.OUT),
        (Qt.Key.Key_3, "all", MuteDirection.ALL),
    ],
)
def test_a_side_is_muted_and_heard_again_by_m_and_a_digit(
    qapp: QApplication, tmp_path: Path, digit: Qt.Key, direction: str, silent: MuteDirection
) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            phone.dial("0555 000 11 22")
            call = (await phone.connect()).call
            await _mute(phone, digit)
            wanted = USUAL | {"unique_id": call, "direction": direction, "state": "mute"}
            assert await phone.asked("muteaudio") == wanted
            await until(lambda: phone.own.muted is silent, "the row knows")
            assert "doğrulan" in phone.front.panel.row_of(phone.own.key).hint.text()
            sides = (await phone.truth())["muted"]
            assert sorted(sides) == (["in", "out"] if direction == "all" else [direction])
            await _mute(phone, Qt.Key.Key_4)
            await until(lambda: phone.own.muted is None, "heard again")
            (_, last) = await phone.control.requests("muteaudio")
            assert without_login(last) == wanted | {"state": "unmute"}
            assert (await phone.truth())["muted"] == []

    run_qt(qapp, scenario(), 60)


def test_a_call_is_handed_over_blind_by_t_a_name_and_enter(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            phone.desk.program._session.directory.rename(COLLEAGUE, "Çiğdem Işık")
            phone.dial("0555 000 11 22")
            call = (await phone.connect()).call
            await _begin_transfer(phone, "çiğ")
            phone.desk.press(Qt.Key.Key_Return)
            assert await phone.asked("xfer") == USUAL | {"unique_id": call, "exten": COLLEAGUE}
            await until(lambda: not phone.front.transfer.isVisible(), "the bar is put away")

    run_qt(qapp, scenario(), 60)


def test_a_call_is_handed_over_to_an_outside_number(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            phone.dial("0555 000 11 22")
            call = (await phone.connect()).call
            await _begin_transfer(phone, "+90 555 000 33 44")
            phone.desk.press(Qt.Key.Key_Return)
            assert await phone.asked("xfer") == USUAL | {"unique_id": call, "exten": f"0{OTHER}"}

    run_qt(qapp, scenario(), 60)


def test_attended_transfer_is_offered_where_the_customer_rang_first(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            more = await _open_more(phone)
            more.first.setCurrentIndex(1)
            await _close(phone, more)
            phone.dial("0555 000 11 22")
            assert await phone.asked("originate") == DIALLED | QUIET | {"originate_order": "of"}
            call = (await phone.connect()).call
            await _begin_transfer(phone, COLLEAGUE)
            assert not phone.front.transfer.reason.isVisible()
            _click(phone.front.transfer.attended)
            assert await phone.asked("atxfer") == USUAL | {"unique_id": call, "exten": COLLEAGUE}
            assert await phone.control.requests("xfer") == []
            await phone.rung(legs=3)

    run_qt(qapp, scenario(), 60)


def test_attended_transfer_is_refused_with_its_reason_where_the_extension_rang_first(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            phone.dial("0555 000 11 22")
            await phone.connect()
            await _begin_transfer(phone, COLLEAGUE)
            bar = phone.front.transfer
            assert not bar.attended.isEnabled()
            assert bar.reason.isVisible()
            assert bar.reason.text() == refused_here_words("inside_first")
            _click(bar.attended)
            assert await phone.control.requests("atxfer") == []

    run_qt(qapp, scenario(), 60)


@pytest.mark.parametrize("by", ["key", "dial bar", "panel"])
def test_the_own_call_is_ended_by_one_press(qapp: QApplication, tmp_path: Path, by: str) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            phone.dial("0555 000 11 22")
            call = await phone.rung()
            await until(lambda: phone.own and phone.own.call, "the id of the stream")
            if by == "key":
                phone.desk.press(Qt.Key.Key_K, CTRL)
            else:
                bar, row = phone.shell.dial_bar, phone.front.panel.row_of(phone.own.key)
                _click(bar.hang_up if by == "dial bar" else row.hang_up)
            assert await phone.asked("hangup") == USUAL | {"unique_id": call}
            await until(lambda: phone.own is None and not phone.front.panel.isVisible(), "it is over")
            assert (await phone.truth())["ended"] is not None

    run_qt(qapp, scenario(), 60)


def test_ten_double_clicks_on_the_dial_button_make_one_call(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            phone.type_number("0555 000 11 22")
            for _ in range(10):
                double_click(phone.shell.dial_bar.dial)
                _click(phone.shell.dial_bar.dial)
            await phone.asked("originate")
            await phone.rung()
            assert len((await phone.control.get("/ledger"))["calls"]) == 1

    run_qt(qapp, scenario(), 60)


def test_a_held_enter_makes_one_call(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            phone.type_number("0555 000 11 22")
            entry = phone.desk.focus()
            for again in range(10):
                QApplication.sendEvent(entry, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NONE, "\r", again > 0))
            phone.desk.press(Qt.Key.Key_Return)
            await phone.asked("originate")
            await phone.rung()
            assert len((await phone.control.get("/ledger"))["calls"]) == 1

    run_qt(qapp, scenario(), 60)
