"""A call centre whose past the program has kept already, and the window opened on it. It asserts nothing of figures."""

import shutil
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from supervisor_gui import program
from supervisor_gui.clock import Clock
from supervisor_gui.config import keys
from supervisor_gui.options import Options
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.control import Control
from tests.helpers.desk import PASSWORD, Desk, open_desk
from tests.helpers.past import small_centre
from tests.helpers.past_page import TURKEY, PastPage
from tests.helpers.qt_async import run_qt, until

FILLING = 300.0
FACTOR = 40.0
"""Of the PBX's windows while the past is filled, and afterwards."""


def settle(simulator: SimulatorProcess) -> float:
    """Move a simulator on to where yesterday's figures are final, which they are not before one o'clock.

    Until then a page that looks at them has them asked for every five minutes, their lists every fifteen, and whoever
    looks after that once more, for good: a test of what is asked once must not run over that hour.

    Returns the seconds that it is ahead of the true time from now on.
    """
    ahead = 7200.0 if datetime.now(TURKEY).hour < 1 else 0.0
    Control(simulator.info.control_url).post_now("/clock", {"advance": ahead})
    return ahead


@contextmanager
def in_its_time(simulator: SimulatorProcess | None) -> Iterator[None]:
    """Programs that are started meanwhile have the simulator's wall clock, unless a test moves theirs itself."""
    if simulator is None or program.Clock is not Clock:
        yield
        return
    ahead = Control(simulator.info.control_url).get_now("/clock")["now"] - time.time()
    with patch("supervisor_gui.program.Clock", partial(Clock, wall=lambda: time.time() + ahead)):
        yield


class Seat:
    """Somebody at the window, on the page of statistics.

    Attributes:
        files: The folder for exports.
    """

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk = desk
        self.page = PastPage(desk)
        self.files = folder / "files"
        self.files.mkdir(exist_ok=True)

    def set(self, setting: object, value: object) -> None:
        """As the settings page does."""
        self.desk.program._settings.set(setting, value)

    @property
    def said(self) -> str:
        """The status line."""
        return self.desk.shell.window.link.currentMessage()

    def written(self) -> list[Path]:
        """Finished files, oldest first."""
        finished = [file for file in self.files.iterdir() if not file.name.startswith(".")]
        return sorted(finished, key=lambda file: file.stat().st_mtime_ns)

    async def shows(self, first: str, what: str) -> None:
        """Wait until the first row of the table begins so."""
        await until(lambda: self.page.cells and self.page.cells[0][0] == first, what)

    async def file(self, count: int = 1) -> Path:
        """Wait for so many files in all; the newest."""
        await until(lambda: len(self.written()) == count and self.page.offers("Aç"), "the file", 30)
        return self.written()[-1]


def click(desk: Desk, widget: QWidget) -> None:
    """One press of the mouse, counted."""
    assert widget.isVisible()
    assert widget.isEnabled()
    desk.presses += 1
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


async def filled(desk: Desk, days: int) -> None:
    """Wait until all that is wanted is kept, and no less than `days` days."""
    await until(lambda: desk.program._session, "a session")
    backfill = desk.program._session.history.backfill
    await until(lambda: days <= backfill.progress.days_wanted == backfill.progress.days_done, "the past is kept", 90)


@asynccontextmanager
async def seated(
    app: QApplication, folder: Path, simulator: SimulatorProcess | None, options: Options | None = None
) -> AsyncIterator[Seat]:
    """The window on the board, with its first data, at a fast pace."""
    wished = options or Options(time_factor=FACTOR)
    with in_its_time(simulator):
        async with open_desk(app, folder, simulator=simulator, options=wished) as desk:
            await desk.data()
            seat = Seat(desk, folder)
            seat.set(keys.EXPORT_FOLDER, str(seat.files))
            yield seat


class Centre:
    """A running simulator, and a data folder that holds its past; each test takes a copy of that."""

    def __init__(self, app: QApplication, folder: Path, *, days: int, reach: int, seed: int) -> None:
        self.simulator = SimulatorProcess(small_centre(seed=seed, days=days), password=PASSWORD)
        self._folder = folder
        self.simulator.start(60)
        settle(self.simulator)
        run_qt(app, self._fill(app, reach), 120)
        # They would go on speaking below those of the test's own window.
        for translator in app.findChildren(QTranslator):
            app.removeTranslator(translator)
            translator.deleteLater()

    async def _fill(self, app: QApplication, reach: int) -> None:
        async with seated(app, self._folder, self.simulator, Options(time_factor=FILLING)) as seat:
            seat.set(keys.REACH_DAYS, reach)
            await filled(seat.desk, reach)

    def copy(self, folder: Path) -> Path:
        """The data put into `folder`, as it was after the filling."""
        shutil.copytree(self._folder / "data", folder / "data")
        return folder

    def stop(self) -> None:
        """End the simulator."""
        self.simulator.stop()
