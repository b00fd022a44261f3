"""Another session in the same window: calls go on with it, and nothing of the one before can be called or ended."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from supervisor_gui.config import keys
from tests.helpers.call_desk import CUSTOMER, CallDesk, open_call_desk
from tests.helpers.qt_async import run_qt, until

pytestmark = pytest.mark.e2e


async def _reconnected(phone: CallDesk) -> None:
    program = phone.desk.program
    before = program._session
    program._settings.set(keys.SEAT, "agent")
    program._settings.set(keys.SEAT, "supervisor")
    await until(lambda: program._session not in {None, before}, "another session")
    await until(lambda: not program._turn.locked(), "one start at a time")
    await until(phone.shell.dial_bar.entry.isEnabled, "calls came to life again")


def test_a_number_is_read_and_dialled_after_a_reconnection(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            await _reconnected(phone)
            phone.dial("0555 000 11 22")
            request = await phone.asked("originate")
            assert request["customer_num"] == CUSTOMER

    run_qt(qapp, scenario(), 60)


def test_nothing_of_a_session_that_ended_is_shown(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            phone.shell.open_page("calls")
            front, bus = phone.front, phone.bus
            phone.dial("0555 000 11 22")
            await phone.asked("originate")
            await until(front.corner.take_break.isEnabled, "the own state")
            assert front.numbers.recents.topLevelItemCount() == 1
            await phone.desk.program._finish_session()
            assert not front.corner.take_break.isEnabled()
            assert front.corner.time.text() == ""
            assert front.numbers.recents.topLevelItemCount() == 0
            assert not front.panel.isVisible()
            assert not bus.pending

    run_qt(qapp, scenario(), 60)
