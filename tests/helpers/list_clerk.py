"""Somebody at the real window who works with auto-dial lists, and what truly became of it. It asserts nothing."""

import asyncio
import json
import time
import urllib.request
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from supervisor_gui.autodial.values import ShownList
from supervisor_gui.clock import PBX_ZONE, Clock
from supervisor_gui.options import Options
from supervisor_gui.simulator.process import SimulatorProcess
from supervisor_gui.ui.campaigns.do_not_call import DoNotCallDialog
from supervisor_gui.ui.campaigns.new_list import NewListDialog
from supervisor_gui.ui.campaigns.numbers_dialog import NumbersDialog
from supervisor_gui.ui.dialogs.confirm import ConfirmDialog
from tests.helpers.desk import ACCOUNT, PASSWORD, Desk, open_desk
from tests.helpers.qt_async import until

SIZE = ("--agents", "8", "--queues", "3", "--load", "0", "--limits", "off")
FACTOR = 60.0
LOGIN = {"username": ACCOUNT, "password": PASSWORD}
LINE = "3121110000"


def moment_of(day: date, hour: int, minute: int = 0) -> float:
    """Epoch seconds of a Turkish day's time."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=PBX_ZONE).timestamp()


def shift_clock(patch: pytest.MonkeyPatch, moment: float) -> None:
    """Let the program that is opened next begin at this moment; the simulator keeps the true time."""
    ahead = moment - time.time()
    patch.setattr("supervisor_gui.program.Clock", lambda: Clock(wall=lambda: time.time() + ahead))


def wire(place: int) -> str:
    """A number as requests have it, another one for each place."""
    return f"555{place:07d}"


def numbers(first: int, count: int) -> list[dict[str, str]]:
    """Rows of an order: number and a name."""
    return [{"number": wire(place), "name": f"Kişi {place}"} for place in range(first, first + count)]


class ListClerk:
    """Somebody at the window."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.lines: list[str] = []
        desk.shell.messages.line_changed.connect(self.lines.append)

    @property
    def session(self) -> Any:
        """The session that runs."""
        return self.desk.program._session

    @property
    def page(self) -> Any:
        """The page of auto-dial lists."""
        return self.desk.program.pages.campaigns.page

    @property
    def forms(self) -> Any:
        """The dialogs of the page."""
        return self.desk.program.pages.campaigns.forms

    @property
    def question(self) -> ConfirmDialog | None:
        """The question that is open."""
        return self._open(ConfirmDialog)

    @property
    def numbers_dialog(self) -> NumbersDialog | None:
        """The window in which numbers are chosen."""
        return self._open(NumbersDialog)

    @property
    def form(self) -> NewListDialog | None:
        """The form of a new list."""
        return self._open(NewListDialog)

    @property
    def do_not_call(self) -> DoNotCallDialog | None:
        """The do-not-call list."""
        return self._open(DoNotCallDialog)

    @property
    def toasts(self) -> str:
        """What the toasts say."""
        return "\n".join(toast.words for toast in self.desk.shell.toasts.shown)

    def _open(self, kind: type[Any]) -> Any:
        found = (one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())
        return next(found, None)

    def shown(self, name: str) -> ShownList | None:
        """A list as the page shows it, by its name."""
        return next((one for one in self.page.view.lists if one.told.name == name), None)

    async def open_page(self) -> None:
        """Press the page's key."""
        self.desk.shell.open_page("campaigns")
        await until(lambda: self.desk.program.pages.campaigns is not None, "the page of lists")
        await until(self.page.isVisible, "it is shown")

    async def choose(self, name: str) -> ShownList:
        """Bring a list on screen and wait for its report."""
        await self.open_page()
        self.page.refresh_wanted.emit()
        shown: ShownList = await until(lambda: self.shown(name), f"the list {name}")
        self.page.choose(shown.id)
        lists = self.session.dialling.lists
        await until(lambda: lists.numbers and lists.numbers.list_id == shown.id and lists.numbers.as_of, "its report")
        await until(lambda: (one := self.shown(name)) and one.figures, "its figures")
        return self.shown(name)

    async def opened_numbers(self) -> NumbersDialog:
        """Press “add numbers” and wait for the window."""
        press(self.page.numbers.bar.add)
        return await until(lambda: self.numbers_dialog, "the window for numbers")

    async def order(self, event: str, **body: Any) -> Any:
        """An order to the service past the program; its answer's rows."""
        content = json.dumps({"header": LOGIN, "body": {"event": event, **body}}).encode()
        request = urllib.request.Request(
            f"{self.desk.info.api_url}/autocallservice", data=content, headers={"Content-Type": "application/json"}
        )

        def ask() -> Any:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return json.load(answer)

        answer = await asyncio.to_thread(ask)
        if answer["header"]["code"] != 200:
            raise AssertionError(answer)
        return answer["body"]

    async def make(self, name: str, day: date, rows: Sequence[dict[str, str]], **fields: Any) -> str:
        """A list past the program that calls on `day` from nine to six, dynamic; its id."""
        data = {
            "list_name": name,
            "list_prefix": "1",
            "liste_type": "2",
            "list_startdate": str(day),
            "list_stopdate": str(day),
            "list_starttime": "09:00",
            "list_stoptime": "18:00",
            "retry_count": "0",
            "try_time": "0",
            "department": await self.queue(),
            "trunk": LINE,
            "destination_type": "queue",
            "destination_name": await self.queue(),
            "queue_limit": "1",
            "numbers": list(rows),
        }
        return str((await self.order("addautocall", data=data | fields))[0]["id"])

    async def filled_form(self, name: str, text: str, *, url: str = "") -> NewListDialog:
        """The form of a new list with everything in it, its numbers pasted; nothing has been made yet."""
        await self.open_page()
        press(self.page.new)
        form: NewListDialog = await until(lambda: self.form, "the form")
        queue = await self.queue()
        form.list.name.setText(name)
        form.connections.department.setCurrentText(queue)
        form.connections.trunk.setCurrentText(LINE)
        form.connections.target.setCurrentText(queue)
        form.outcomes.url.setText(url)
        press(form.who.button)
        dialog: NumbersDialog = await until(lambda: self.numbers_dialog, "the window for numbers")
        dialog.paste.setPlainText(text)
        await until(dialog.take.isEnabled, "the numbers are looked at")
        press(dialog.take)
        await until(form.go.isEnabled, "nothing is missing")
        return form

    async def queue(self) -> str:
        """A queue of the board."""
        return str((await self.desk.control.get("/ledger/board"))["queues"][0]["queue"])

    async def truth(self, list_id: str) -> dict[str, Any]:
        """The list in the ledger."""
        lists = (await self.desk.control.get("/ledger"))["lists"]
        return next(one for one in lists if str(one["id"]) == list_id)

    async def sent(self, event: str) -> list[dict[str, Any]]:
        """The bodies of all requests of the auto-dial service of this kind, in order."""
        taken = await self.desk.control.requests()
        bodies = (_body(one) for one in taken)
        return [body for body in bodies if body.get("event") == event]


def _body(request: dict[str, Any]) -> dict[str, Any]:
    found = request.get("body") or request.get("params") or {}
    inner = found.get("body", found) if isinstance(found, dict) else {}
    return inner if isinstance(inner, dict) else {}


def press(button: QAbstractButton) -> None:
    """Click a button as a mouse does."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def leftovers(kinds: Iterable[type[Any]] = (ConfirmDialog, NewListDialog, NumbersDialog, DoNotCallDialog)) -> list[str]:
    """Windows of these kinds that are still there, seen or not."""
    wanted = tuple(kinds)
    return [type(one).__name__ for one in QApplication.topLevelWidgets() if isinstance(one, wanted) and one.isVisible()]


@asynccontextmanager
async def list_clerk(
    app: QApplication,
    folder: Path,
    *,
    simulate: Sequence[str] = SIZE,
    options: Options | None = None,
    simulator: SimulatorProcess | None = None,
    factor: float = FACTOR,
) -> AsyncIterator[ListClerk]:
    """The window with its first data and a session whose store is open."""
    wished = msgspec.structs.replace(options or Options(), time_factor=factor)
    async with open_desk(app, folder, simulate=simulate, simulator=simulator, options=wished) as desk:
        await desk.data()
        clerk = ListClerk(desk)
        await until(lambda: desk.program.pages.list_signs is not None, "the session's store is open")
        yield clerk
