"""The window on a simulated PBX at a working day's eleven o'clock, its auto-dial lists, and the truth about them.

It asserts nothing.
"""

import asyncio
import json
import urllib.request
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar
from unittest.mock import patch

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from supervisor_gui.autodial.holidays import holiday_name
from supervisor_gui.autodial.values import ListFigures, NumberRow, NumberState, ShownList
from supervisor_gui.clock import PBX_ZONE, pbx_day
from supervisor_gui.options import Options
from supervisor_gui.simulator.process import SimulatorProcess
from supervisor_gui.ui.campaigns.board_strip import BoardStrip
from supervisor_gui.ui.campaigns.new_list import NewListDialog
from supervisor_gui.ui.campaigns.new_list_fields import Choice
from supervisor_gui.ui.campaigns.numbers_dialog import NumbersDialog
from supervisor_gui.ui.campaigns.page import CampaignPage
from supervisor_gui.ui.dialogs.confirm import ConfirmDialog
from tests.helpers.campaign_files import FIRST
from tests.helpers.control import Control
from tests.helpers.desk import ACCOUNT, PASSWORD, Desk, open_desk, type_text
from tests.helpers.lost_callers import PbxTime
from tests.helpers.qt_async import until

CTRL = Qt.KeyboardModifier.ControlModifier
PAGE_KEY = Qt.Key.Key_6
"""With Ctrl."""

FACTOR = 40
WORLD = ("--seed", "7", "--load", "0", "--speed", "0.01", "--agents", "8", "--queues", "2", "--limits", str(FACTOR))
"""A PBX with its limits on, only on shorter minutes; its world moves when a test says so."""

MOST = 10
"""Requests that the auto-dial service takes in one of its minutes."""

ELEVEN = time(11)
LONG_ENOUGH = 900
"""Simulated seconds in which every call that was begun ends."""

STATES = {
    "fresh": NumberState.NEVER,
    "success": NumberState.REACHED,
    "failed": NumberState.FAILED,
    "retry": NumberState.RETRY,
}
"""The ledger's word for where a number stands → the page's."""

W = TypeVar("W", bound=QWidget)
Truth = dict[str, Any]


def working_day(now: float, at: time = ELEVEN) -> float:
    """This time of the next day that is neither at a week's end nor a holiday, nor before one, in epoch seconds."""
    day = datetime.fromtimestamp(now, PBX_ZONE).date() + timedelta(days=1)
    while day.weekday() > 3 or any(holiday_name(day + timedelta(days=ahead), "tr") for ahead in (0, 1)):
        day += timedelta(days=1)
    return datetime.combine(day, at, PBX_ZONE).timestamp()


class CampaignDesk:
    """Somebody at the window, without a mouse unless a test says so.

    Attributes:
        line: An outgoing line of the account.
        queue: A queue that agents are logged in to.
    """

    line = "3121110000"

    def __init__(self, desk: Desk, clock: PbxTime, queue: str) -> None:
        self.desk = desk
        self.queue = queue
        self._clock = clock

    # what is seen

    @property
    def page(self) -> CampaignPage:
        """The page of lists."""
        page = self.desk.program.pages.campaigns.page
        assert isinstance(page, CampaignPage)
        return page

    @property
    def strip(self) -> BoardStrip:
        """The strip on the board."""
        return self.desk.program.pages.list_signs.strip

    @property
    def shown(self) -> ShownList:
        """The list on screen."""
        found = self.page.view.find(self.page.chosen_list)
        assert found is not None
        return found

    @property
    def rows(self) -> Mapping[str, NumberRow]:
        """Its numbers, all of them."""
        numbers = self.desk.program._session.dialling.lists.numbers
        return {row.number: row for row in numbers.rows} if numbers is not None else {}

    @property
    def said(self) -> str:
        """The status line."""
        return self.desk.shell.window.link.currentMessage()

    @property
    def told(self) -> str:
        """The status line and the toasts."""
        return "\n".join((self.said, *(toast.words for toast in self.desk.shell.toasts.shown)))

    def window(self, kind: type[W]) -> W | None:
        """The open window of a kind."""
        found = (one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())
        return next(found, None)

    async def opened(self, kind: type[W]) -> W:
        """Wait for a window of a kind; it has the keyboard then."""
        window: W = await until(lambda: self.window(kind), kind.__name__)
        await self.keyboard(window)
        return window

    async def shut(self, kind: type[QWidget]) -> None:
        """Wait until it is closed; the window below has the keyboard then, which offscreen nobody gives back."""
        await until(lambda: self.window(kind) is None, f"{kind.__name__} is closed")
        await self.keyboard(self.window(NumbersDialog) or self.window(NewListDialog) or self.desk.shell.window)

    async def keyboard(self, window: QWidget) -> None:
        """Give it the keyboard."""
        window.activateWindow()
        await until(window.isActiveWindow, "it has the keyboard")

    # what is done

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, counted."""
        self.desk.press(key, modifiers)

    def type(self, text: str) -> None:
        """Key after key."""
        for char in text:
            self.desk.presses += 1
            if char.isascii():
                QTest.keyClicks(self.desk.focus(), char)
            else:
                type_text(self.desk.focus(), char)

    def tab_to(self, wanted: QWidget, most: int = 60) -> None:
        """Tab until a control, or a part of it, has the keyboard."""
        for _ in range(most):
            focus = self.desk.focus()
            if focus is wanted or wanted.isAncestorOf(focus):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to {wanted.accessibleName()}, but to {self.desk.focus()}")

    def pick(self, box: Choice[Any], value: object) -> None:
        """Go to a choice by Tab and down it by its arrow until it is chosen."""
        self.tab_to(box)
        for _ in range(box.count()):
            if box.value() is value:
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(f"{value} is not offered")

    def fill(self, field: QWidget, text: str) -> None:
        """Go to a field by Tab and type over what is there."""
        self.tab_to(field)
        self.press(Qt.Key.Key_A, CTRL)
        self.type(text)

    async def open(self) -> None:
        """Press the page's key."""
        self.press(PAGE_KEY, CTRL)
        await until(lambda: self.desk.program.pages.campaigns is not None, "the page")
        await until(lambda: self.page.isVisible() and self.page.view.as_of, "the lists were asked for")

    async def choose_file(self, dialog: NumbersDialog, file: Path) -> str:
        """The button, the file's path and Enter; what the preview says."""
        self.tab_to(dialog.open_file)
        self.press(Qt.Key.Key_Space)
        asked = await self.opened(QFileDialog)
        self.type(str(file))
        self.press(Qt.Key.Key_Return)
        await until(lambda: self.window(QFileDialog) is None, f"chosen, {asked.selectedFiles()}")
        await self.keyboard(dialog)
        await until(dialog.take.isEnabled, "the preview", 30)
        return dialog.summary.text()

    async def take_over(self, dialog: NumbersDialog) -> None:
        """The button that takes the numbers."""
        self.tab_to(dialog.take)
        self.press(Qt.Key.Key_Space)
        await self.shut(NumbersDialog)

    async def make(self, form: NewListDialog, name: str) -> None:
        """Fill in what must be, after the numbers, and make the list."""
        self.fill(form.list.name, name)
        for box in (form.connections.department, form.connections.trunk, form.connections.target):
            self.fill(box, {form.connections.trunk: self.line}.get(box, self.queue))
        self.tab_to(form.go)
        self.press(Qt.Key.Key_Return)
        await until(lambda: self.window(NewListDialog) is None, "the list is made", 30)
        await self.keyboard(self.desk.shell.window)

    async def answer(self, yes: bool) -> str:
        """Answer the question by its buttons; what it said."""
        question = await self.opened(ConfirmDialog)
        words = "\n".join(label.text() for label in question.findChildren(QWidget) if hasattr(label, "wordWrap"))
        self.tab_to(question.yes if yes else question.no)
        self.press(Qt.Key.Key_Space)
        await self.shut(ConfirmDialog)
        return words

    async def pass_time(self, seconds: float) -> None:
        """Simulated time goes on, and the program's with it."""
        await self.desk.control.post("/clock", {"advance": seconds})
        self._clock.ahead += seconds

    # the truth

    async def truth(self, name: str) -> Truth:
        """The list of this name in the ledger, its numbers by number."""
        lists: Sequence[Truth] = (await self.desk.control.get("/ledger"))["lists"]
        (found,) = [one for one in lists if one["name"] == name]
        return found | {"numbers": {row["number"]: row for row in found["numbers"]}}

    async def asked(self, event: str) -> list[Truth]:
        """The bodies of requests of one kind that the auto-dial service took."""
        taken = [one["body"] for one in await self.desk.control.requests("autocallservice")]
        return [one["body"] for one in taken if one["body"].get("event") == event]

    async def crowded(self) -> list[str]:
        """Requests of the auto-dial service that were one too many, or that the PBX called so."""
        asked = await self.desk.control.requests("autocallservice")
        times = [one["monotonic"] for one in asked]
        spans = [late - early for early, late in zip(times, times[MOST:], strict=False)]
        refused = [str(one["outcome"]) for one in asked if str(one["outcome"].get("code")) == "80"]
        return [*refused, *(f"{MOST + 1} in {span:.3f} s" for span in spans if span < 60 / FACTOR)]

    async def agrees(self, name: str) -> Truth:
        """Wait until the page tells of the list on screen what the ledger does; the ledger's list."""
        truth = await self.truth(name)
        counts = counts_of(truth)
        await until(lambda: figures(self.shown.figures) == counts, f"the page tells {counts}", 20)
        await until(lambda: states_of(truth) == {row.number: row.state for row in self.rows.values()}, "each row", 20)
        return truth


def counts_of(truth: Truth) -> tuple[int, ...]:
    """How many numbers stand where: never, reached, failed, to be called again."""
    counts = Counter(row["state"] for row in truth["numbers"].values())
    return tuple(counts[word] for word in STATES)


def states_of(truth: Truth) -> dict[str, NumberState]:
    """Where each number stands."""
    return {number: STATES[row["state"]] for number, row in truth["numbers"].items()}


def figures(told: ListFigures | None) -> tuple[int, ...]:
    """The same as the page has it."""
    return () if told is None else (told.never, told.reached, told.failed, told.retry)


def _make_elsewhere(url: str, name: str, count: int, queue: str, day: date) -> None:
    """A dynamic list that is called quickly, each number once; started."""
    data = {
        "list_name": name,
        "list_prefix": "",
        "liste_type": "2",
        "list_startdate": str(day),
        "list_stopdate": str(day),
        "list_starttime": "09:00",
        "list_stoptime": "18:00",
        "retry_count": "0",
        "try_time": "0",
        "department": queue,
        "trunk": CampaignDesk.line,
        "destination_type": "queue",
        "destination_name": queue,
        "queue_limit_type": "3",
        "queue_limit": "60",
        "numbers": [{"number": str(FIRST + place), "name": f"Kişi {place}"} for place in range(count)],
    }
    (made,) = _order(url, "addautocall", data=data)
    _order(url, "updateliststatus", list_id=made["id"], data={"status": "1"})


def _order(url: str, event: str, **body: Any) -> list[dict[str, Any]]:
    content = {"header": {"username": ACCOUNT, "password": PASSWORD}, "body": {"event": event, **body}}
    request = urllib.request.Request(
        f"{url}/autocallservice", data=json.dumps(content).encode(), headers={"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=20) as opened:
        answer = json.load(opened)
    if answer["header"]["code"] != 200:
        raise AssertionError(answer)
    rows: list[dict[str, Any]] = answer["body"]
    return rows


@asynccontextmanager
async def campaign_desk(
    app: QApplication,
    folder: Path,
    *,
    world: Sequence[str] = WORLD,
    factor: float = FACTOR,
    at: time = ELEVEN,
    lists: Mapping[str, int] | None = None,
) -> AsyncIterator[CampaignDesk]:
    """The window with its first data. All agents' telephones are free.

    Args:
        world: The simulator's arguments.
        factor: By how much the program's minutes are shorter.
        at: The time of day.
        lists: Names of lists that were made elsewhere before, with so many numbers each; they call.
    """
    async with AsyncExitStack() as stack:
        simulator = SimulatorProcess(world, password=PASSWORD)
        stack.callback(simulator.stop)
        info = await simulator.start_async()
        control = Control(info.control_url)
        now = (await control.get("/clock"))["now"]
        now = (await control.post("/clock", {"advance": working_day(now, at) - now}))["now"]
        board = await control.get("/ledger/board")
        for agent in board["agents"]:
            await control.post("/model", {"phone": {"exten": agent["exten"], "state": "idle"}})
        queue = board["queues"][0]["queue"]
        for name, count in (lists or {}).items():
            await asyncio.to_thread(_make_elsewhere, info.api_url, name, count, queue, pbx_day(now))
        # The PBX counts these orders too, and the program cannot know of them.
        over = monotonic() + (60 / FACTOR if lists else 0)
        await until(lambda: monotonic() >= over, "a minute of the PBX is over")
        clock = PbxTime(now)
        with patch("supervisor_gui.program.Clock", clock):
            options = Options(time_factor=factor)
            desk = await stack.enter_async_context(open_desk(app, folder, simulator=simulator, options=options))
            await desk.data()
            await until(lambda: desk.program.pages.list_signs is not None, "the session's store is open")
            desk.presses = 0
            yield CampaignDesk(desk, clock, queue)
