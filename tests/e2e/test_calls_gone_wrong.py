"""Calls that come to nothing, end too early or get lost: the window says what is known, and repeats nothing."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from supervisor_gui.live.call_commands import CallOrder
from supervisor_gui.live.commands import Outcome
from supervisor_gui.options import Options
from supervisor_gui.simulator.process import SimulatorProcess
from supervisor_gui.ui.calls.call_words import refused_here_words
from tests.helpers.call_desk import COLLEAGUE, CTRL, MINE, CallDesk, open_call_desk
from tests.helpers.control import Control
from tests.helpers.desk import PASSWORD, type_text
from tests.helpers.full_queues import fill_queues
from tests.helpers.qt_async import run_qt, until

pytestmark = pytest.mark.e2e

FAST = Options(time_factor=40.0)
SOON = 1.0
"""Seconds that a hang-up may take on its way, whatever else is."""


async def _end(phone: CallDesk, number: int = 1) -> CallOrder:
    """Wait for an order's end."""
    order: CallOrder = await until(
        lambda: (now := phone.bus.order(number)) is not None and now.finished and now, "the end of the order", 30
    )
    return order


def test_hanging_up_does_not_wait_behind_eighty_breaks(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario(simulator: SimulatorProcess) -> None:
        pairs = await fill_queues(simulator.info.pbx_url, Control(simulator.info.control_url))
        assert len(pairs) == 80
        async with open_call_desk(qapp, tmp_path, simulator=simulator) as phone:
            desk, bus = phone.desk, phone.desk.program._session.bus
            phone.dial("0555 000 11 22")
            call = await until(lambda: phone.own and phone.own.call, "the id of the stream")
            desk.choose(desk.rows)
            desk.press(Qt.Key.Key_P)
            await until(QApplication.activePopupWidget, "the list of reasons")
            desk.press(Qt.Key.Key_1)
            await until(lambda: bus.batch(1), "the breaks")
            await phone.keyboard_back()
            pressed = time.monotonic()
            desk.press(Qt.Key.Key_K, CTRL)
            assert (await phone.asked("hangup"))["unique_id"] == call
            left = bus.pending
            (request,) = await phone.control.requests("hangup")
            assert request["monotonic"] - pressed < SOON
            assert left >= 40, "the breaks were through already: nothing was shown"
            bus.cancel(1)

    arguments = ("--seed", "7", "--agents", "20", "--queues", "4", "--load", "0")
    with SimulatorProcess(arguments, password=PASSWORD) as simulator:
        run_qt(qapp, scenario(simulator), 90)


LOST = {"name": "drop-connection", "match": {"operation": "originate"}}
ENDINGS = {
    "busy_line": {"tr": "Hat meşgul", "en": "The line is busy"},
    "no_answer": {"tr": "Yanıt veren olmadı", "en": "Nobody answered"},
    "no_registration": {"tr": "Telefon santrale kayıtlı değil", "en": "The phone is not connected to the PBX"},
}


@pytest.mark.parametrize("lang", ["tr", "en"])
@pytest.mark.parametrize("reason", ENDINGS)
def test_a_call_that_came_to_nothing_is_told_in_plain_words(
    qapp: QApplication, tmp_path: Path, reason: str, lang: str
) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path, events=False, options=Options(lang=lang)) as phone:
            if reason == "no_answer":
                phone.use(RING_SECONDS=5)
            else:
                state = "talking" if reason == "busy_line" else "offline"
                await phone.model(phone={"exten": MINE, "state": state})
            phone.dial("0555 000 11 22")
            call = await phone.rung()
            if reason == "no_answer":
                await phone.model(answer={"call": call})
                await phone.rung(legs=2)
            await phone.control.post("/clock", {"advance": 6})
            order = await _end(phone)
            assert (order.outcome, order.error.reason) == (Outcome.REFUSED, reason)
            assert ENDINGS[reason][lang] in phone.toasts
            assert len(phone.toasts.splitlines()) > 1, "what to do is told too"
            await until(lambda: phone.own is None and not phone.front.panel.isVisible(), "the panel forgets it")

    run_qt(qapp, scenario(), 60)


def test_a_call_that_ends_while_its_transfer_is_asked_about_takes_the_bar_along(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            phone.dial("0555 000 11 22")
            call = (await phone.connect()).call
            phone.desk.choose([])
            phone.desk.press(Qt.Key.Key_T)
            bar = phone.front.transfer
            await until(bar.entry.hasFocus, "the line for the target")
            type_text(bar.entry, COLLEAGUE)
            await phone.model(end={"call": call})
            await until(lambda: not bar.isVisible(), "the bar leaves with its call")
            assert phone.shell.board.isAncestorOf(phone.desk.focus()), "the keyboard is where it was before"
            phone.desk.press(Qt.Key.Key_Return)
            assert await phone.control.requests("xfer") == []

    run_qt(qapp, scenario(), 60)


def test_a_call_that_ends_while_its_mute_menu_is_open_is_told_to_be_over(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            phone.dial("0555 000 11 22")
            call = (await phone.connect()).call
            phone.desk.choose([])
            phone.desk.press(Qt.Key.Key_M)
            await until(QApplication.activePopupWidget, "the menu of sides")
            await phone.model(end={"call": call})
            await until(lambda: phone.own is None, "the call is over")
            phone.desk.press(Qt.Key.Key_1)
            await until(lambda: phone.line == refused_here_words("ended"), "told so")
            assert await phone.control.requests("muteaudio") == []

    run_qt(qapp, scenario(), 60)


@pytest.mark.parametrize(("chord", "operation"), [(Qt.Key.Key_K, "hangup"), (Qt.Key.Key_T, "xfer")])
def test_a_call_that_the_pbx_does_not_know_any_more_is_told_so_and_marked_uncertain(
    qapp: QApplication, tmp_path: Path, chord: Qt.Key, operation: str
) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path, events=False) as phone:
            phone.dial("0555 000 11 22")
            call = (await phone.connect()).call
            await phone.model(end={"call": call})
            if operation == "hangup":
                phone.desk.press(chord, CTRL)
            else:
                phone.desk.choose([])
                phone.desk.press(chord)
                await until(phone.front.transfer.entry.hasFocus, "the line for the target")
                type_text(phone.front.transfer.entry, COLLEAGUE)
                phone.desk.press(Qt.Key.Key_Return)
            assert (await phone.asked(operation))["unique_id"] == call
            order = await _end(phone, 2)
            assert (order.outcome, order.error.reason) == (Outcome.REFUSED, "no_call")
            assert "Santralde böyle bir" in phone.toasts
            await until(lambda: phone.own.uncertain, "the doubt")
            row = phone.front.panel.row_of(phone.own.key)
            await until(lambda: "kesin değil" in row.hint.text(), "the doubt in words")

    run_qt(qapp, scenario(), 60)


async def _next_status(phone: CallDesk) -> None:
    """Ask the PBX now, and wait for its answer."""
    updated = phone.desk.board.updated
    phone.desk.press(Qt.Key.Key_F5)
    await until(lambda: phone.desk.board.updated > updated, "a further answer")


def test_a_dial_whose_answer_is_lost_is_unknown_and_never_repeated(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path, events=False, options=FAST) as phone:
            await phone.control.post("/faults", {"set": [LOST]})
            phone.dial("0555 000 11 22")
            for legs in (1, 2):
                await phone.model(answer={"call": await phone.rung(legs)})
            order = await _end(phone)
            assert order.outcome is Outcome.UNKNOWN
            assert "telefonun çalıp çalmadığına" in phone.toasts
            await until(lambda: phone.own.uncertain, "the row is marked")
            assert not phone.shell.dial_bar.hang_up.isEnabled(), "its id is not known"
            await _next_status(phone)
            assert len(await phone.control.requests("originate")) == 1, "not even after the next answer"

    run_qt(qapp, scenario(), 60)


def test_a_dial_whose_answer_is_lost_is_found_again_by_the_stream(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path, options=FAST) as phone:
            await phone.control.post("/faults", {"set": [LOST]})
            phone.dial("0555 000 11 22")
            assert (await _end(phone)).outcome is Outcome.UNKNOWN
            call = await phone.rung()
            await until(lambda: phone.own and phone.own.call == call, "the id of the stream")
            assert not phone.own.uncertain
            await _next_status(phone)
            assert len(await phone.control.requests("originate")) == 1
            phone.desk.press(Qt.Key.Key_K, CTRL)
            assert (await phone.asked("hangup"))["unique_id"] == call

    run_qt(qapp, scenario(), 60)
