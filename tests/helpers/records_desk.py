"""The window on a centre with a past, and what its page of call records shows. It asserts nothing of calls."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from supervisor_gui.config import keys
from supervisor_gui.history.record_values import RecordedCall
from supervisor_gui.options import Options
from supervisor_gui.simulator.process import SimulatorProcess
from supervisor_gui.ui.records.page import RecordsView
from tests.helpers.call_desk import CTRL
from tests.helpers.desk import Desk, open_desk, type_text
from tests.helpers.past import DAY
from tests.helpers.qt_async import until
from tests.helpers.recount import Truth, ended_on, midnight, turkish

PAGE_KEY = Qt.Key.Key_4
"""With Ctrl."""

FACTOR = 300.0


@dataclass(frozen=True)
class RecordsDesk:
    """A desk and what it shows of call records.

    Attributes:
        days: How many past days are filled.
    """

    desk: Desk
    days: int

    @property
    def page(self) -> RecordsView:
        """The page."""
        page = self.desk.shell.window.stack.currentWidget()
        assert isinstance(page, RecordsView)
        return page

    @property
    def words(self) -> str:
        """Everything its labels say."""
        return "\n".join(label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    @property
    def count(self) -> int:
        """How many calls there are; -1 while that is not known."""
        model = self.page.table.record_model
        return model.count if model.counted and not model.awaited else -1

    @property
    def calls(self) -> list[RecordedCall]:
        """Those that are held, from the newest on."""
        model = self.page.table.record_model
        return [call for place in range(model.count) if (call := model.call_at(place)) is not None]

    @property
    def playing(self) -> list[str]:
        """Names of the played copies, and of what becomes one."""
        return sorted(path.name for path in self.desk.paths.playing.iterdir())

    async def open(self) -> None:
        """Press the page's key; calls are there then."""
        self.desk.press(PAGE_KEY, CTRL)
        await until(lambda: self.count > 0, "calls")

    async def search(self, text: str, count: int) -> None:
        """Type into whoever has the keyboard; so many calls are found then."""
        type_text(self.desk.focus(), text)
        await until(lambda: self.count == count, f"{count} calls with {text}")

    async def at_the_rows(self) -> RecordedCall:
        """The call that the keys act on, once its legs are there."""
        await until(lambda: self.page.table.hasFocus() and self.page.table.current, "a row has the keyboard")
        call: RecordedCall = self.page.table.current
        return call

    async def tab_to(self, meant: Callable[[QWidget], bool]) -> QWidget:
        """Press Tab until such a widget has the keyboard."""
        seen: list[QWidget] = []
        while (focus := self.desk.focus()) not in seen:
            if meant(focus):
                return focus
            seen.append(focus)
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        raise AssertionError([f"{one.metaObject().className()} {one.accessibleName()}" for one in seen])

    async def keyboard_back(self) -> None:
        """After a menu or a small window: offscreen nobody gives the keyboard back to the window below."""
        self.desk.shell.window.activateWindow()
        await until(self.desk.shell.window.isActiveWindow, "the window has the keyboard")


async def truth(desk: Desk, days: int) -> list[Truth]:
    """The calls that began on the past days, oldest first."""
    today = turkish((await desk.control.get("/clock"))["now"]).date()
    found: list[Truth] = []
    for back in range(days, 0, -1):
        day = today - back * DAY
        told: dict[str, Any] = await desk.control.get(
            "/ledger", **{"from": midnight(day).timestamp(), "to": midnight(day + DAY).timestamp()}
        )
        found.extend(ended_on(told["calls"], day))
    return sorted(found, key=lambda call: call["arrived"])


@asynccontextmanager
async def records_desk(
    app: QApplication, folder: Path, simulator: SimulatorProcess, *, days: int
) -> AsyncIterator[RecordsDesk]:
    """The window on its board; the calls of so many past days, and those of today, are kept."""
    options = Options(time_factor=FACTOR)
    async with open_desk(app, folder, simulator=simulator, options=options) as desk:
        await desk.data()
        desk.program._settings.set(keys.REACH_DAYS, days)
        await until(lambda: desk.program.pages._settled, "the store is open")
        kept = desk.program._session.kept
        await until(lambda: kept.feed.progress.days_done == kept.feed.progress.days_wanted == days, "the past", 30)
        await until(lambda: kept.missed.view.as_of > 0, "today")
        desk.presses = 0
        yield RecordsDesk(desk, days)
