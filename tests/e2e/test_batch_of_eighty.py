"""Twenty agents in four queues each, sent on a break in one action: real time, real limits."""

import time
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from supervisor_gui.live.commands import Outcome
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.control import Control
from tests.helpers.desk import ACCOUNT, PASSWORD, Desk, open_desk
from tests.helpers.full_queues import fill_queues
from tests.helpers.qt_async import run_qt, until

pytestmark = pytest.mark.e2e

SECONDS = 30.0
"""What a supervisor waits at most for eighty requests."""


async def _pause_all(desk: Desk, pairs: set[tuple[str, str]]) -> float:
    """P and the first reason for everybody; the instant of the last key."""
    shown = {(agent.extension, queue) for agent in desk.board.agents.values() for queue in agent.members}
    assert shown == pairs
    desk.choose(desk.rows)
    desk.press(Qt.Key.Key_P)
    await until(QApplication.activePopupWidget, "the list of reasons")
    began = time.monotonic()
    desk.press(Qt.Key.Key_1)
    return began


def test_eighty_breaks_go_out_once_each_within_half_a_minute_and_the_window_counts_along(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario(simulator: SimulatorProcess) -> None:
        control = Control(simulator.info.control_url)
        pairs = await fill_queues(simulator.info.pbx_url, control)
        assert len(pairs) == 80
        async with open_desk(qapp, tmp_path, simulator=simulator) as desk:
            await desk.data()
            began = await _pause_all(desk, pairs)
            bus, panel = desk.program._session.bus, desk.shell.window.batches
            progress: list[int] = []

            def finished() -> bool:
                if panel._progress.isVisible():
                    progress.append(panel._progress.value())
                return bool(bus.batch(1) and bus.batch(1).finished)

            await until(finished, "the end of the action", SECONDS + 10)
            assert time.monotonic() - began < SECONDS
            assert {result.outcome for result in bus.batch(1).results} == {Outcome.DONE}
            asked = [(one["params"]["exten"], one["params"]["queue"]) for one in await control.requests("agentpause")]
            assert Counter(asked) == Counter(pairs)
            assert progress == sorted(progress), "progress never goes back"
            assert len(set(progress)) > 20, "the window counts along"
            board = await control.get("/ledger/board")
            assert all(place["paused"] for one in board["agents"] for place in one["queues"])
            await until(lambda: not panel._progress.isVisible(), "the end is shown")
            assert len(await desk.program._store.audit(ACCOUNT)) == 80

    arguments = ("--agents", "20", "--queues", "4", "--load", "0")
    with SimulatorProcess(arguments, password=PASSWORD) as simulator:
        run_qt(qapp, scenario(simulator), 90)
