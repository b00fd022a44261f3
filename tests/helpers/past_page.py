"""The statistics page as a user has it: pressed by its words, read by its cells; and what the PBX was asked for it.

It knows nothing of how figures are made, and asserts nothing about them.
"""

import asyncio
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableView, QWidget

from tests.helpers.control import Control
from tests.helpers.desk import Desk
from tests.helpers.qt_async import until

TURKEY = timezone(timedelta(hours=3))
DAY = timedelta(days=1)
SERVICE = "netsantral/statistics"
LISTS = ("abandoned", "answered", "noanswer")
PAGE_KEY = Qt.Key.Key_5
"""With Ctrl."""


class Question(msgspec.Struct, frozen=True):
    """One request for the past as it came: the days it named, and the name of the list if it was for one."""

    number: int
    days: tuple[date, ...]
    wanted: str
    code: str


async def questions(control: Control, after: int = 0) -> list[Question]:
    """The requests for days and lists, in order of their coming."""
    taken = await control.requests(SERVICE)
    return [_question(one) for one in taken if one["number"] > after]


def _question(request: dict[str, Any]) -> Question:
    fields = dict(re.findall(r"<(\w+)>([^<]*)</\1>", request["body"]))
    first, last = (_day(fields.get("date") or fields[name]) for name in ("startdate", "stopdate"))
    days = tuple(first + number * DAY for number in range((last - first).days + 1))
    wanted = next((name for name in LISTS if fields.get(name) == "1"), "")
    return Question(request["number"], days, wanted, request["outcome"].get("code", ""))


def _day(text: str) -> date:
    return datetime.strptime(text[:8], "%d%m%Y").replace(tzinfo=TURKEY).date()


def turkish(when: float) -> date:
    """The Turkish day of epoch seconds."""
    return datetime.fromtimestamp(when, TURKEY).date()


async def polls_go_by(control: Control, count: int) -> None:
    """Wait until the board has been asked for `count` times more: a measure of time that pauses with nothing."""
    begun = len(await control.requests("queuestats"))
    async with asyncio.timeout(60):
        while len(await control.requests("queuestats")) < begun + count:
            await asyncio.sleep(0.02)


class ShownTable(msgspec.Struct, frozen=True):
    """The table as it stood there at one moment."""

    titles: list[str]
    cells: list[list[str]]
    totals: list[str]


class PastPage:
    """The page of an open window."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._tables: list[ShownTable] = []
        self._watched = False

    def watch(self) -> None:
        """Remember every table from now on: figures of today may move between a file and a look at the page."""
        if not self._watched:
            self._watched = True
            model = self._table.model()
            model.modelReset.connect(self._remember)
            model.dataChanged.connect(self._remember)

    @property
    def tables(self) -> list[ShownTable]:
        """What is shown, then what was shown before it, the newest first."""
        return [ShownTable(self.titles, self.cells, self.totals), *reversed(self._tables)]

    def _remember(self) -> None:
        self._tables.append(ShownTable(self.titles, self.cells, self.totals))

    @property
    def page(self) -> QWidget:
        """The page."""
        return self.desk.shell.window.stack.currentWidget()

    async def open(self) -> None:
        """Press the page's key."""
        before = self.page
        self.desk.press(PAGE_KEY, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: self.page is not before, "the statistics page")

    def press(self, words: str) -> None:
        """The button that says so."""
        self.watch()
        (button,) = [one for one in self._shown(QAbstractButton) if one.text() == words]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def offers(self, words: str) -> bool:
        """Whether there is such a button to press."""
        return any(one.text() == words and one.isEnabled() for one in self._shown(QAbstractButton))

    async def press_until(self, words: str, came: Callable[[], bool], what: str) -> None:
        """Press the button that says so as often as it is offered, until it came.

        What was on its way at the first press may fail like the one before, and its words may come late.
        """

        def pressed() -> bool:
            if self.offers(words):
                self.press(words)
            return came()

        await until(pressed, what, 40)

    @property
    def words(self) -> str:
        """Everything its labels say."""
        return "\n".join(label.text() for label in self._shown(QLabel))

    @property
    def titles(self) -> list[str]:
        """Headings of the table."""
        model = self._table.model()
        return [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]

    @property
    def cells(self) -> list[list[str]]:
        """The table's rows as they are shown."""
        model = self._table.model()
        return [
            [model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    @property
    def totals(self) -> list[str]:
        """The row of totals."""
        return list(self.page.table.model.totals)

    @property
    def tiles(self) -> list[str]:
        """What a screen reader reads of the figures above the picture."""
        return [one.accessibleName() for one in self.page.tiles.findChildren(QWidget) if one.isVisible()]

    def pointed(self, places: int) -> list[str]:
        """What the picture tells of each of its places, one after the other by the keyboard."""
        picture = self.page.picture
        picture.setFocus()
        told = []
        for number in range(places):
            QTest.keyClick(picture.focusProxy(), Qt.Key.Key_Right if number else Qt.Key.Key_Home)
            told.append(picture.focusProxy().accessibleDescription())
        return told

    @property
    def _table(self) -> QTableView:
        (table,) = self._shown(QTableView)
        return table

    def _shown(self, kind: type[QWidget]) -> list[Any]:
        return [one for one in self.page.findChildren(kind) if one.isVisible()]
