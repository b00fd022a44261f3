"""One window, several sessions: what changes with the connection, and what must not come along."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from supervisor_gui.config import keys
from supervisor_gui.options import Options
from tests.helpers.desk import Desk, open_desk
from tests.helpers.qt_async import run_qt, until

pytestmark = pytest.mark.e2e

SIMULATE = ("--agents", "8", "--queues", "3", "--limits", "off")


async def _reconnected(desk: Desk) -> None:
    before = desk.program._session
    desk.program._settings.set(keys.SEAT, "agent")
    desk.program._settings.set(keys.SEAT, "supervisor")
    await until(lambda: desk.program._session not in {None, before}, "another session")
    await until(lambda: not desk.program._turn.locked(), "one start at a time")
    await desk.data()


def test_a_window_closed_while_one_session_replaces_another_leaves_nothing_running(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=SIMULATE, options=Options(time_factor=30.0)) as desk:
            await desk.data()
            before = desk.program._session
            replacing = desk.program._tasks.spawn("reconnect", desk.program._finish_session())
            while desk.program._session is not None:
                await asyncio.sleep(0)
            assert not replacing.done(), "the old one's end has begun"
        assert not before.tasks.names

    run_qt(qapp, scenario(), 60)


def test_a_changed_connection_begins_anew_and_keeps_the_board_of_the_same_pbx(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=SIMULATE, options=Options(time_factor=30.0)) as desk:
            await desk.data()
            rows = sorted(desk.rows)
            await _reconnected(desk)
            assert sorted(desk.rows) == rows
            pollers = [name for name in desk.program._session.tasks.names if name == "poller"]
            assert pollers == ["poller"]

    run_qt(qapp, scenario(), 60)
