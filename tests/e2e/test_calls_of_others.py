"""What one press must not do: end a caller who only rings here, end a colleague's call, call abroad unasked."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from supervisor_gui.live.live_calls import CallState
from supervisor_gui.ui.calls.ask_number import AskNumber
from tests.helpers.call_desk import COLLEAGUE, CTRL, MINE, CallDesk, open_call_desk
from tests.helpers.desk import type_text
from tests.helpers.qt_async import run_qt, until

pytestmark = pytest.mark.e2e


def test_the_key_that_hangs_up_does_not_meet_a_caller_who_rings_here(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            await phone.model(phone={"exten": MINE, "state": "ringing"})
            await until(phone.front.panel.isVisible, "the caller is shown")
            (row,) = phone.front.panel.rows
            assert row.call.state is CallState.RINGING
            phone.desk.press(Qt.Key.Key_K, CTRL)
            assert not phone.shell.dial_bar.hang_up.isEnabled()
            assert phone.bus.order(1) is None

    run_qt(qapp, scenario(), 60)


def test_the_key_that_hangs_up_leaves_a_call_to_the_colleague_who_got_it(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            phone.dial("0555 000 11 22")
            call = await phone.connect()
            await _transfer(phone, COLLEAGUE)
            await phone.asked("xfer")
            await until(lambda: phone.own is None, "it is not mine any more")
            await phone.model(answer={"call": await phone.rung(3)})
            calls = phone.desk.program._session.calls.keeper
            await until(lambda: calls.calls.live[call.key].state is CallState.TALKING, "the colleague talks")
            phone.desk.press(Qt.Key.Key_K, CTRL)
            assert phone.own is None
            assert await phone.control.requests("hangup") == []

    run_qt(qapp, scenario(), 60)


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_handing_a_call_over_abroad_asks_before(qapp: QApplication, tmp_path: Path, answer: str) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            phone.dial("0555 000 11 22")
            call = await phone.connect()
            await _transfer(phone, "+49 30 901820")
            question = await until(lambda: phone.shell.window.findChild(AskNumber), "the question")
            assert await phone.control.requests("xfer") == []
            if answer == "no":
                question.reject()
                await phone.keyboard_back()
                assert phone.front.transfer.key == call.key
            else:
                question.choices[0].click()
                assert (await phone.asked("xfer"))["exten"] == "004930901820"
            assert len(await phone.control.requests("xfer")) == (answer == "yes")

    run_qt(qapp, scenario(), 60)


async def _transfer(phone: CallDesk, target: str) -> None:
    """T, the target, Enter."""
    phone.shell.board.focus_agents()
    phone.desk.press(Qt.Key.Key_T)
    await until(phone.front.transfer.isVisible, "the line for the target")
    type_text(phone.desk.focus(), target)
    phone.desk.press(Qt.Key.Key_Return)
