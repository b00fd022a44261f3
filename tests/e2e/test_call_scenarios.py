"""Calls as they are made and steered all day, by the real window: each scenario within its count of presses."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supervisor_gui.config import keys
from supervisor_gui.desktop.handing_over import hand_over
from supervisor_gui.live.live_calls import CallState, LiveCall
from supervisor_gui.options import Options
from supervisor_gui.ui.calls.incoming_links import BETWEEN
from supervisor_gui.ui.calls.link_strip import LinkStrip
from supervisor_gui.ui.widgets.ink import Ink
from supervisor_gui.ui.widgets.links import link_area
from supervisor_gui.ui.widgets.row_view import RowView
from tests.helpers.call_desk import COLLEAGUE, CUSTOMER, MINE, OTHER, CallDesk, open_call_desk
from tests.helpers.desk import Desk, type_text
from tests.helpers.link_desk import calling_desk
from tests.helpers.pbx_pair import STILL
from tests.helpers.qt_async import run_qt, until

pytestmark = pytest.mark.e2e

FAST = Options(time_factor=40.0)
CTRL = Qt.KeyboardModifier.ControlModifier
THIRD = "103"
NAME = "Çiğdem Işık"


class Ticks:
    """A clock that goes on only when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def _strip(desk: Desk) -> LinkStrip:
    return desk.program.pages.telephone.front.strip


def _at_once(desk: Desk) -> Ticks:
    """Links are called without a question from now on; the result is the clock they are timed by."""
    desk.program._settings.set(keys.LINK_AT_ONCE, True)
    ticks = Ticks()
    desk.program.pages.telephone.links._monotonic = ticks
    return ticks


async def _click_link(desk: Desk, text: str) -> None:
    """A link is clicked in another program: what the start that follows does, on the real socket."""
    desk.presses += 1
    assert await asyncio.to_thread(hand_over, desk.paths.root, text)


async def _first_link(desk: Desk) -> None:
    """The first link of a session, which always asks, is put away."""
    await _click_link(desk, "tel:05550000000")
    await until(_strip(desk).isVisible, "the first link asks")
    _strip(desk).dismiss.click()
    assert not await desk.control.requests("originate")


async def _called(desk: Desk, count: int) -> list[str]:
    """The outside numbers that were called, once there are `count` of them and nothing waits to be sent."""
    async with asyncio.timeout(15):
        while len(sent := await desk.control.requests("originate")) < count:
            await asyncio.sleep(0.02)
    assert len(sent) == count
    return [one["params"]["customer_num"] for one in sent]


def _state(desk: Desk, extension: str) -> str:
    """What the agents' table says of an agent."""
    model = desk.shell.board.agents.model
    return str(model.index(desk.rows.index(extension), model.column_of("state"), QModelIndex()).data())


def _number_at(desk: Desk, table: RowView, place: int) -> QRect:
    """Where a row's number stands in the table's viewport."""
    model, at = table.rows_model, table.rows_model.column_of("number")
    ink = Ink(desk.shell.theme, table.font(), table.devicePixelRatioF())
    return link_area(ink, model.columns[at], model.row_at(place), model.now, table.cell_rect(place, at))


async def _customer_of(call_desk: CallDesk, extension: str) -> LiveCall:
    """The telephone of `extension` takes a customer's call, which the window learns from the event stream."""
    await call_desk.model(phone={"exten": extension, "state": "talking"})
    calls = call_desk.desk.program._session.calls.keeper

    def talking() -> LiveCall | None:
        found = calls.calls.of_extension(extension)
        return found[0] if found and found[0].call and found[0].state is CallState.TALKING else None

    return await until(talking, "the window sees the call")


def test_a_double_clicked_link_and_enter_make_one_call(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with calling_desk(qapp, tmp_path, simulate=STILL, options=FAST, events=True) as desk:
            desk.program._settings.set(keys.CALL_LINE, "3121110000")
            await _click_link(desk, "tel:+90%20555%20000%2011%2022")
            await until(_strip(desk).isVisible, "the strip")
            assert "0555 000 11 22" in _strip(desk).words
            assert not await desk.control.requests("originate")
            desk.press(Qt.Key.Key_Return)
            assert desk.presses == 2
            desk.press(Qt.Key.Key_Return)
            assert await _called(desk, 1) == ["5550001122"]
            (sent,) = await desk.control.requests("originate")
            assert (sent["params"]["internal_num"], sent["params"]["trunk"]) == (desk.rows[0], "3121110000")
            await _click_link(desk, "tel:05550001122")
            await _click_link(desk, "tel:05550001122")
            await until(_strip(desk).isVisible, "it asks again")
            desk.press(Qt.Key.Key_Return)
            assert await _called(desk, 1)

    run_qt(qapp, scenario(), 60)


def test_at_once_a_link_needs_one_press_and_its_double_click_asks(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with calling_desk(qapp, tmp_path, simulate=STILL, options=FAST, events=True) as desk:
            ticks = _at_once(desk)
            await _first_link(desk)
            desk.presses = 0
            ticks.now += BETWEEN
            await _click_link(desk, "tel:+905550001122")
            assert await _called(desk, 1) == ["5550001122"]
            assert not _strip(desk).isVisible()
            assert desk.presses == 1
            await _click_link(desk, "tel:+905550001122")
            await until(_strip(desk).isVisible, "the second asks")
            assert await _called(desk, 1)

    run_qt(qapp, scenario(), 60)


def test_at_once_there_is_one_link_in_five_seconds_whatever_came_of_it(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with calling_desk(qapp, tmp_path, simulate=STILL, options=FAST, events=True) as desk:
            ticks = _at_once(desk)
            await _first_link(desk)
            ticks.now += BETWEEN - 0.1
            await _click_link(desk, "tel:05550001101")
            await until(_strip(desk).isVisible, "too soon after one that asked")
            _strip(desk).dismiss.click()
            ticks.now += BETWEEN
            await _click_link(desk, "tel:05550001102")
            assert await _called(desk, 1) == ["5550001102"]
            ticks.now += BETWEEN - 0.1
            await _click_link(desk, "tel:05550001103")
            await until(_strip(desk).isVisible, "too soon after one that was called")
            _strip(desk).dismiss.click()
            ticks.now += BETWEEN
            await _click_link(desk, "tel:05550001104")
            assert await _called(desk, 2) == ["5550001102", "5550001104"]

    run_qt(qapp, scenario(), 60)


def test_the_first_link_of_every_session_asks(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with calling_desk(qapp, tmp_path, simulate=STILL, options=FAST, events=True) as desk:
            program = desk.program
            ticks = _at_once(desk)
            await _first_link(desk)
            ticks.now += BETWEEN
            await _click_link(desk, "tel:05550001101")
            assert await _called(desk, 1) == ["5550001101"]
            before = program._session
            for seat in ("agent", "supervisor"):
                program._settings.set(keys.SEAT, seat)
            await until(lambda: program._session not in {None, before}, "another session")
            await until(lambda: program.pages.telephone._session is program._session, "calls came to life in it")
            await until(lambda: not program._turn.locked(), "no other start is under way")
            ticks.now += BETWEEN
            await _click_link(desk, "tel:05550001102")
            await until(_strip(desk).isVisible, "it asks")
            assert await _called(desk, 1)

    run_qt(qapp, scenario(), 60)


def test_at_once_means_turkish_numbers_of_people_and_companies_alone(qapp: QApplication, tmp_path: Path) -> None:
    plain = {
        "0555 000 11 22": "5550001122",
        "0312 111 00 00": "3121110000",
        "0850 111 00 00": "8501110000",
        "444 0 000": "4440000",
    }
    asked = ("0800 111 00 00", "0900 111 00 00", "+49 30 555 00 01", "112", "155", MINE)

    async def scenario() -> None:
        async with calling_desk(qapp, tmp_path, simulate=STILL, options=FAST, events=True) as desk:
            ticks = _at_once(desk)
            await _first_link(desk)
            for text in asked:
                ticks.now += BETWEEN
                await _click_link(desk, text)
                await until(_strip(desk).isVisible, f"{text} asks")
                _strip(desk).dismiss.click()
            assert not await desk.control.requests("originate")
            assert not await desk.control.requests("local")
            for count, text in enumerate(plain, 1):
                ticks.now += BETWEEN
                await _click_link(desk, text)
                assert await _called(desk, count) == list(plain.values())[:count]
            assert not _strip(desk).isVisible()

    run_qt(qapp, scenario(), 60)


def test_a_further_link_takes_the_place_of_the_one_that_asks_and_enter_in_flight_calls_neither(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with calling_desk(qapp, tmp_path, simulate=STILL, options=FAST, events=True) as desk:
            ticks = _at_once(desk)
            strip = _strip(desk)
            await _click_link(desk, "tel:05550001101")
            await until(lambda: "0555 000 11 01" in strip.words, "the first asks")
            ticks.now += BETWEEN
            await _click_link(desk, "tel:05550001102")
            await until(lambda: "0555 000 11 02" in strip.words, "the second is in its place, and asks too")
            assert "11 01" not in strip.words
            desk.press(Qt.Key.Key_Return)
            assert strip.isVisible(), "that Enter was meant for the first"
            await until(lambda: not strip.holding_off, "the user has had time to read")
            desk.press(Qt.Key.Key_Return)
            assert await _called(desk, 1) == ["5550001102"]
            assert not strip.isVisible()

    run_qt(qapp, scenario(), 60)


def test_a_break_for_somebody_who_talks_is_two_presses_and_begins_by_itself_after_the_call(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path, options=FAST) as calls:
            desk = calls.desk
            await calls.model(phone={"exten": COLLEAGUE, "state": "talking"})
            await until(lambda: _state(desk, COLLEAGUE).startswith("Konuşuyor"), "the colleague talks")
            desk.choose([COLLEAGUE])
            desk.press(Qt.Key.Key_P)
            await until(QApplication.activePopupWidget, "the list of reasons")
            desk.press(Qt.Key.Key_1)
            await until(lambda: _state(desk, COLLEAGUE) == "Konuşuyor · sonra mola", "the badge")
            await calls.model(phone={"exten": COLLEAGUE, "state": "idle"})
            await until(lambda: "Mola · Çay molası" in _state(desk, COLLEAGUE), "the break has begun")
            assert desk.presses == 2

    run_qt(qapp, scenario(), 60)


def test_an_agents_call_is_handed_over_by_t_a_name_and_enter(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path, options=FAST) as calls:
            desk = calls.desk
            desk.program._session.directory.rename(THIRD, NAME)
            call = await _customer_of(calls, COLLEAGUE)
            desk.choose([COLLEAGUE])
            await until(desk.shell.meant_call, "the window shows it")
            desk.press(Qt.Key.Key_T)
            await until(calls.front.transfer.entry.hasFocus, "it asks whom the call goes to")
            type_text(desk.focus(), "çiğ")
            desk.press(Qt.Key.Key_Return)
            assert desk.presses == 2
            sent = await calls.asked("xfer")
            assert (sent["unique_id"], sent["exten"]) == (call.call, THIRD)
            assert not calls.front.transfer.isVisible()

    run_qt(qapp, scenario(), 60)


def test_the_own_call_is_ended_by_one_press_and_a_second_one_meets_nothing(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path, options=FAST) as calls:
            desk = calls.desk
            calls.dial(CUSTOMER)
            call = await calls.connect()
            desk.presses = 0
            desk.press(Qt.Key.Key_K, CTRL)
            assert desk.presses == 1
            await until(lambda: calls.own is None, "the call is over")
            assert not desk.shell.dial_bar.hang_up.isEnabled(), "the button sleeps"
            desk.press(Qt.Key.Key_K, CTRL)
            sent = await calls.asked("hangup")
            assert sent["unique_id"] == call.call
            assert len(await desk.control.requests("originate")) == 1

    run_qt(qapp, scenario(), 60)


def test_dialling_mute_transfer_and_hang_up_need_no_mouse(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path, options=FAST) as calls:
            desk = calls.desk
            desk.press(Qt.Key.Key_1, CTRL)
            calls.dial("0555 000 11 22")
            call = await calls.connect()
            desk.press(Qt.Key.Key_Escape)
            desk.press(Qt.Key.Key_M)
            await until(QApplication.activePopupWidget, "which side")
            desk.press(Qt.Key.Key_1)
            sent = await calls.asked("muteaudio")
            assert (sent["unique_id"], sent["direction"], sent["state"]) == (call.call, "in", "mute")
            # Qt's offscreen platform gives the window no keyboard when a menu has gone, as a desktop does.
            desk.shell.window.activateWindow()
            await until(desk.shell.window.isActiveWindow, "the window has the keyboard again")
            desk.press(Qt.Key.Key_T)
            await until(calls.front.transfer.entry.hasFocus, "it asks whom the call goes to")
            type_text(desk.focus(), COLLEAGUE)
            desk.press(Qt.Key.Key_Return)
            sent = await calls.asked("xfer")
            assert (sent["unique_id"], sent["exten"]) == (call.call, COLLEAGUE)
            await until(lambda: calls.own is None or calls.own.extension != MINE, "the call has gone to the colleague")
            calls.dial(OTHER)
            assert await _called(desk, 2) == [CUSTOMER, OTHER]
            second = await calls.connect()
            desk.press(Qt.Key.Key_K, CTRL)
            sent = await calls.asked("hangup")
            assert sent["unique_id"] == second.call

    run_qt(qapp, scenario(), 60)


def test_a_waiting_callers_number_is_called_by_a_click_on_it(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path, options=FAST) as calls:
            desk = calls.desk
            queue = next(iter(desk.board.queues))
            await calls.model(arrive={"queue": queue, "number": "05550001122", "hold": True})
            table = desk.shell.board.callers.table
            await until(table.rows_model.rowCount, "the caller is on the board")
            QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=_number_at(desk, table, 0).center())
            assert await _called(desk, 1) == ["5550001122"]

    run_qt(qapp, scenario(), 60)
