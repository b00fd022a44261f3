"""A centre that has lost callers, the window opened on it, and what the window tells of them. It asserts nothing."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from supervisor_gui.clock import Clock
from supervisor_gui.options import Options
from supervisor_gui.paths import DataPaths
from supervisor_gui.simulator.process import SimulatorProcess
from supervisor_gui.ui.missed.page import MissedPage
from supervisor_gui.ui.missed.rows import MissedRow
from tests.helpers.call_desk import CTRL, CallDesk, open_call_desk
from tests.helpers.control import Control
from tests.helpers.desk import PASSWORD, Desk
from tests.helpers.pbx_pair import STILL
from tests.helpers.qt_async import until
from tests.helpers.recount import turkish

RECORDS = "netsantral/report"
PAGE_KEY = Qt.Key.Key_3
"""With Ctrl."""

REACH = 7
"""Days before today that are filled."""

BETWEEN = 40.0
"""Simulated seconds from one lost caller to the next."""


async def lose(control: Control, number: str) -> None:
    """Somebody calls a queue, waits, and gives up before anybody is offered the call."""
    queue = (await control.get("/ledger/board"))["queues"][0]["queue"]
    await control.post("/model", {"arrive": {"queue": queue, "number": f"0{number}", "hold": True}})
    await control.post("/clock", {"advance": 15})
    await control.post("/model", {"abandon": {"number": f"0{number}"}})
    await control.post("/clock", {"advance": BETWEEN})


def kept_rows(paths: DataPaths, statement: str) -> list[tuple[Any, ...]]:
    """What the program's file holds."""
    with closing(sqlite3.connect(paths.history)) as file:
        return file.execute(statement).fetchall()


def choose_from_menu(words: str) -> None:
    """In the menu that is open: the entry that says so, and Enter."""
    menu = QApplication.activePopupWidget()
    for action in menu.actions():
        if action.text().split("\t")[0] == words:
            menu.setActiveAction(action)
            action.trigger()
            menu.close()
            return
    raise AssertionError(f"{words} is not in {[action.text() for action in menu.actions()]}")


def press_menu_key(desk: Desk) -> None:
    """The key between Alt and Ctrl, which Qt makes this of."""
    desk.presses += 1
    focus = desk.focus()
    middle = focus.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, focus.mapToGlobal(middle))
    QApplication.sendEvent(focus, event)


class PbxTime:
    """The program's clocks, set by the simulator's, which is ahead: it was moved on while callers were lost.

    Attributes:
        ahead: Seconds to add to the true time.
    """

    def __init__(self, now: float) -> None:
        self._true = Clock()
        self.ahead = now - self._true.wall()

    def __call__(self) -> Clock:
        """What the program takes for its clock."""
        return Clock(wall=lambda: self._true.wall() + self.ahead)


@dataclass(frozen=True)
class LostDesk:
    """A desk and what it shows of missed callers."""

    calls: CallDesk
    time: PbxTime

    @property
    def desk(self) -> Desk:
        """The window."""
        return self.calls.desk

    @property
    def page(self) -> MissedPage:
        """The page."""
        page = self.desk.shell.window.stack.currentWidget()
        assert isinstance(page, MissedPage)
        return page

    @property
    def rows(self) -> list[MissedRow]:
        """What its table holds."""
        return list(self.page.table.callers_model.rows)

    @property
    def numbers(self) -> list[str]:
        """Who is in the table, from the top."""
        return [row.key for row in self.rows]

    @property
    def chosen(self) -> str:
        """Who is chosen."""
        row = self.page.chosen
        return row.key if row is not None else ""

    @property
    def badge(self) -> int:
        """The count that a screen reader reads of the rail's button; 0 when it reads none."""
        told = str(self.desk.shell.window.rail._buttons["missed"].accessibleName())
        return int(told.rpartition(", ")[2]) if ", " in told else 0

    @property
    def tray(self) -> str:
        """The words at the tray's icon."""
        signs = self.desk.program.pages.signs
        return signs.tray.tooltip() if signs is not None else ""

    async def counts(self, count: int) -> None:
        """Wait until rail and tray tell so many."""
        await until(lambda: self.badge == count, f"the rail tells {count}")
        assert (f"{count} kişi geri aranacak" in self.tray) is bool(count), self.tray

    async def open(self, count: int) -> None:
        """Press the page's key; so many callers are there then."""
        self.desk.press(PAGE_KEY, CTRL)
        await until(lambda: len(self.rows) == count, f"{count} callers")

    async def called(self, count: int) -> list[str]:
        """The outside numbers that were called, once there are so many."""
        async with asyncio.timeout(15):
            while len(await self.desk.control.requests("originate")) < count:
                await asyncio.sleep(0.02)
        await until(lambda: not self.calls.bus.pending, "every order has come to its end")
        sent = await self.desk.control.requests("originate")
        return [one["params"]["customer_num"] for one in sent]

    async def asked_for_records(self) -> int:
        """How often the PBX was asked for call records."""
        return len(await self.desk.control.requests(RECORDS))

    async def customer_hangs_up(self) -> None:
        """The newest call ends."""
        await self.calls.model(end={"call": (await self.calls.truth())["id"]})
        await until(lambda: self.calls.own is None, "the own call is over")

    async def settled(self) -> None:
        """Wait until the PBX has told all that is asked of it for now."""
        self.calls.use(REACH_DAYS=REACH)
        kept = self.desk.program._session.kept
        await until(lambda: kept.missed.view.as_of > 0, "records have come")
        await until(lambda: kept.feed.progress.days_done == kept.feed.progress.days_wanted == REACH, "all days came")


async def _leave_the_first_hour(control: Control) -> None:
    """In the first hour of a day the one before is asked for too, which is not what is told here."""
    moment = turkish((await control.get("/clock"))["now"])
    begin = moment.replace(hour=2, minute=0, second=0)
    if moment < begin:
        await control.post("/clock", {"advance": (begin - moment).total_seconds()})


@asynccontextmanager
async def lost_desk(
    app: QApplication, folder: Path, *numbers: str, events: bool = True, factor: float = 40.0
) -> AsyncIterator[LostDesk]:
    """A still world that has lost these callers in this order, and the window on its board."""
    async with AsyncExitStack() as stack:
        simulator = SimulatorProcess(STILL, password=PASSWORD)
        stack.callback(simulator.stop)
        control = Control((await simulator.start_async()).control_url)
        await _leave_the_first_hour(control)
        for number in numbers:
            await lose(control, number)
        time = PbxTime((await control.get("/clock"))["now"])
        options = Options(time_factor=factor)
        opened = open_call_desk(app, folder, events=events, options=options, simulator=simulator)
        with patch("supervisor_gui.program.Clock", time):
            calls = await stack.enter_async_context(opened)
            lost = LostDesk(calls, time)
            await lost.counts(len(numbers))
            calls.desk.presses = 0
            yield lost
