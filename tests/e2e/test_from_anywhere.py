"""A number from a browser, a shortcut or a shell reaches the window that runs: fast, asked first, refused in words."""

import asyncio
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from tests.helpers.desk import Desk
from tests.helpers.link_desk import calling_desk
from tests.helpers.qt_async import run_qt, until

pytestmark = pytest.mark.e2e

STARTS = 10
MOST_SECONDS = 0.5


class Paints(QObject):
    """When the strip was painted last, in monotonic seconds; 0 before."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.at = 0.0
        watched.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802
        """Note the time of each paint."""
        if event.type() == QEvent.Type.Paint:
            self.at = time.monotonic()
        return False


async def start(desk: Desk, *argv: str) -> "subprocess.CompletedProcess[str]":
    """Start the program once more, as a browser does."""
    command = [sys.executable, "-m", "supervisor_gui", "--data-dir", str(desk.paths.root), *argv]
    environment = {**os.environ, "LANG": "C"}
    return await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True, env=environment)


def test_a_link_is_on_screen_within_half_a_second(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with calling_desk(qapp, tmp_path) as desk:
            strip = desk.program.pages.telephone.front.strip
            paints = Paints(strip)
            took = []
            for turn in range(STARTS):
                number = f"055500000{turn:02}"
                paints.at = 0.0
                began = time.monotonic()
                starting = asyncio.create_task(start(desk, f"tel:{number}"))
                await until(lambda: paints.at and strip.isVisible(), "the strip is painted")
                took.append(paints.at - began)
                done = await starting
                assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
                strip.dismiss.click()
                assert not strip.isVisible()
            assert statistics.median(took) <= MOST_SECONDS, took
            assert not await desk.control.requests("originate")

    run_qt(qapp, scenario(), 90)


def test_a_link_asks_first_and_enter_dials_it_once(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with calling_desk(qapp, tmp_path, events=True) as desk:
            calls = desk.program._session.calls
            await until(lambda: calls.keeper.calls.stream, "the stream, so that nothing waits for the ringing")
            strip = desk.program.pages.telephone.front.strip
            assert (await start(desk, "tel:+90%20555%20000%2000%2001")).returncode == 0
            await until(strip.isVisible, "the strip")
            assert not await desk.control.requests("originate")
            desk.press(Qt.Key.Key_Return)
            desk.press(Qt.Key.Key_Return)
            await until(lambda: calls.bus.pending or not strip.isVisible(), "the order")
            await until(lambda: not calls.bus.pending, "the order is over")
            (sent,) = await desk.control.requests("originate")
            assert sent["params"]["customer_num"] == "5550000001"

    run_qt(qapp, scenario(), 60)


def test_rubbish_starts_no_call_and_a_bad_link_is_refused_on_screen(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with calling_desk(qapp, tmp_path) as desk:
            strip = desk.program.pages.telephone.front.strip
            done = await start(desk, "rubbish")
            assert done.returncode == 2
            assert "neither a command nor a telephone number" in done.stderr
            assert not strip.isVisible()
            done = await start(desk, "tel:05550000001;phone-context=0900")
            assert done.returncode == 2
            assert "says more than a number" in done.stderr
            await until(strip.isVisible, "the refusal")
            assert not strip.dial.isEnabled() or not strip.dial.isVisible()
            desk.press(Qt.Key.Key_Return)
            assert not await desk.control.requests("originate")

    run_qt(qapp, scenario(), 60)
