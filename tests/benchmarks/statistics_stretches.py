"""How long the window's thread is busy without a pause while the statistics page is open and the history fills."""

import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from supervisor_gui.options import Options
from supervisor_gui.simulator.process import SimulatorProcess
from tests.benchmarks.board_figures import Figure
from tests.helpers.desk import PASSWORD, open_desk
from tests.helpers.qt_async import run_qt, until

DAYS = 30
SECONDS, START = 15.0, 120.0
FACTOR = 300.0
CENTRE = ("--history-days", str(DAYS), "--limits", "300", "--seed", "7", "--agents", "12", "--queues", "4")


class Stretches(QObject):
    """A timer that fires in every turn of the thread's loop: CPU seconds of the thread between two of its firings.

    CPU time, so that what else the machine does is not counted.
    """

    def __init__(self) -> None:
        super().__init__()
        self.spent: list[float] = []
        self._last = time.thread_time()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()

    def _on_turn(self) -> None:
        now = time.thread_time()
        self.spent.append(now - self._last)
        self._last = now


def stretch_figure() -> Figure:
    """CPU time of a stretch: of those that did anything 95 of 100 are shorter."""
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        found = run_qt(app, _measure(app, Path(folder)), SECONDS + 2 * START)
    busy = [spent * 1e3 for spent in found.spent if spent > 0.001]
    long = statistics.quantiles(busy, n=20)[-1]
    return Figure("UI stretch while the past fills (95 of 100)", long, "ms", 16.0)


async def _measure(app: QApplication, folder: Path) -> Stretches:
    process = SimulatorProcess(CENTRE, password=PASSWORD)
    await process.start_async(START)
    try:
        async with open_desk(app, folder, simulator=process, options=Options(time_factor=FACTOR)) as desk:
            await desk.data()
            desk.press(Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
            await until(lambda: desk.program._session.history.backfill.progress.requests_left, "the filling")
            await asyncio.sleep(1)
            stretches = Stretches()
            await asyncio.sleep(SECONDS)
            return stretches
    finally:
        await asyncio.to_thread(process.stop)


if __name__ == "__main__":
    print(stretch_figure())
