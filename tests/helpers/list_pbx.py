"""A service of auto-dial lists that answers as a test says, and the page of lists of a window that asks it.

It asserts nothing but that things come about.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from supervisor_gui.autodial.values import ShownList, UploadJob
from supervisor_gui.config import Profile, SettingsStore, keys
from supervisor_gui.options import Options
from supervisor_gui.paths import DataPaths
from supervisor_gui.sessions.session import Session
from supervisor_gui.simulator.process import SimulatorProcess
from supervisor_gui.ui.campaigns.page import CampaignPage
from tests.helpers.call_desk import CTRL
from tests.helpers.desk import PASSWORD, Desk, open_desk
from tests.helpers.qt_async import until
from tests.helpers.wire_server import WireServer, http

FACTOR = 300.0
"""An overview comes every 0.1 s, the report of a list on screen that calls every 0.05 s."""

PAGE_KEY = Qt.Key.Key_6
STILL = ("--seed", "7", "--agents", "4", "--queues", "2", "--load", "0", "--limits", "off")
STATES = ("Hiç aranmamış", "Başarılı", "Başarısız", "Tekrar aranacak")

Body = str | bytes | None
"""None hangs up without an answer."""

Told = Mapping[str, Any]
"""What a request says below `body`."""

Answering = Callable[[Told], Body]


def answer(rows: Sequence[Any] = (), *, code: object = 200, message: str = "") -> str:
    """An answer of the service."""
    header = {"error": code != 200, "code": code, "message": message}
    return json.dumps({"header": header, "body": rows})


def a_list(list_id: str, name: str, **fields: Any) -> dict[str, Any]:
    """A list as an overview tells it; it calls all day, so one press stops it."""
    told = {
        "list_id": list_id,
        "list_name": name,
        "list_status": 1,
        "list_prefix": "",
        "list_type": 2,
        "list_startdate": "2024-04-01",
        "list_stopdate": "2099-05-31",
        "list_starttime": "00:00     ",
        "list_stoptime": "23:59     ",
        "retry_count": 1,
        "try_time": 5,
        "department": "Satış",
        "destination_type": "queue",
        "destination_name": "Satış",
        "queue_limit": 1,
        "groups": [],
    }
    return told | fields


def a_number(number_id: str | None, number: str, name: str = "Kişi", status: str = STATES[0]) -> dict[str, Any]:
    """A number as a report tells it; None leaves its id out."""
    row = {"number": number, "name": name, "status": status, "nstatus": 1}
    return row if number_id is None else {"id": number_id, **row}


def a_report(rows: Sequence[Any], **more: Any) -> str:
    """A report with its counts."""
    counts = [
        {"type": word, "count": sum(isinstance(row, dict) and row.get("status") == word for row in rows)}
        for word in STATES
    ]
    return answer([{"numbers_status": counts, "numbers": list(rows), **more}])


class ListPbx:
    """Answers by `replies`, whose values a test may replace at any time.

    Attributes:
        lists: The rows of overviews.
        numbers: The rows of reports by list.
        replies: How each event is answered; an unknown one is refused.
        asked: Event, list and monotonic instant of each request.
    """

    def __init__(self, *lists: dict[str, Any]) -> None:
        self.lists: list[Any] = list(lists)
        self.numbers: dict[str, list[Any]] = {}
        self.added: list[str] = []
        self.asked: list[tuple[str, str, float]] = []
        self.usual: Mapping[str, Answering] = {
            "listautocall": lambda _: answer(self.lists),
            "reportautocall": lambda told: a_report(self.numbers.get(str(told["list_id"]), [])),
            "updateliststatus": self._switch,
            "addnumber": self._add,
            "deletenumber": lambda told: answer([{"list_id": told["list_id"], "id": told["data"]["id"]}]),
            "updatenumber": lambda told: answer([{"list_id": told["list_id"], **told["data"]}]),
        }
        self.replies: dict[str, Answering] = dict(self.usual)
        self.server = WireServer(self._respond)

    def say(self, event: str, body: Body) -> None:
        """Answer an event so from now on."""
        self.replies[event] = lambda _: body

    def recover(self) -> None:
        """Answer everything as usual."""
        self.replies = dict(self.usual)

    def count(self, event: str) -> int:
        """How often that was asked."""
        return sum(one[0] == event for one in self.asked)

    async def unplug(self) -> None:
        """Nobody listens any more, and what was connected is cut."""
        await self.server.__aexit__()

    async def plug_in(self) -> None:
        """As before, at the same address."""
        self.server._server = await asyncio.start_server(self.server._serve, "127.0.0.1", self.server.port)

    async def _respond(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head, _, raw = self.server.requests[-1].partition(b"\r\n\r\n")
        body: Body = "40"
        if b"/autocallservice" in head.split(b"\r\n")[0]:
            told = json.loads(raw)["body"]
            self.asked.append((told["event"], str(told.get("list_id", "")), time.monotonic()))
            body = self.replies[told["event"]](told)
        if body is None:
            writer.close()
            return
        writer.write(http(body.encode() if isinstance(body, str) else body))
        await writer.drain()

    def _switch(self, told: Told) -> str:
        for row in self.lists:
            if isinstance(row, dict) and str(row.get("list_id")) == str(told["list_id"]):
                row["list_status"] = int(told["data"]["status"])
        return answer([{"list_id": told["list_id"], "status": told["data"]["status"]}])

    def _add(self, told: Told) -> str:
        numbers, rows = told["data"]["numbers"], self.numbers.setdefault(str(told["list_id"]), [])
        for one in numbers:
            self.added.append(one["number"])
            rows.append(a_number(str(9_000 + len(self.added)), one["number"], one["name"]))
        told_rows = [{**one, "status": "success"} for one in numbers]
        return answer([{"list_id": told["list_id"], "list_name": "", "numbers": told_rows}])


def two_lists() -> ListPbx:
    """A service with two lists that call, of five numbers and of one."""
    pbx = ListPbx(a_list("1", "Birinci"), a_list("2", "İkinci"))
    pbx.numbers["1"] = [a_number(str(place), f"55500000{place:02d}") for place in range(5)]
    pbx.numbers["2"] = [a_number("77", "5550000077")]
    return pbx


class ListsAt(msgspec.Struct, frozen=True):
    """A window and the service of lists behind it."""

    desk: Desk
    pbx: ListPbx

    @property
    def page(self) -> CampaignPage:
        """The page."""
        page = self.desk.shell.window.stack.currentWidget()
        assert isinstance(page, CampaignPage)
        return page

    @property
    def session(self) -> Session:
        """What runs behind the window."""
        session = self.desk.program._session
        assert session is not None
        return session

    @property
    def words(self) -> str:
        """Everything that the page's labels say."""
        return "\n".join(label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    @property
    def toasts(self) -> str:
        """What the toasts say."""
        return "\n".join(toast.words for toast in self.desk.shell.toasts.shown)

    @property
    def jobs(self) -> tuple[UploadJob, ...]:
        """Uploads, newest first."""
        return self.session.dialling.uploads.jobs

    def speak(self, language: str) -> None:
        """Choose the window's language."""
        self.desk.program._settings.set(keys.LANGUAGE, language)

    def clear(self) -> None:
        """Shut every toast."""
        for toast in self.desk.shell.toasts.shown:
            toast.shut.click()

    def list(self, list_id: str) -> ShownList:
        """A list as the page shows it."""
        found = self.page.view.find(list_id)
        assert found is not None
        return found

    def cells(self, list_id: str) -> str:
        """The words of a list's row."""
        model = self.page.table.lists_model
        return str(model.row_at(model.place_of(list_id)))

    async def open(self, lists: int = 1) -> None:
        """Press the page's key; so many lists are there then."""
        self.desk.press(PAGE_KEY, CTRL)
        await until(lambda: len(self.page.view.lists) >= lists, f"{lists} lists")

    async def shown(self, count: int, seconds: float = 15.0) -> None:
        """Wait until the table of numbers has so many rows."""
        await until(lambda: len(self.page.numbers.rows) == count, f"{count} numbers", seconds)

    async def more(self, event: str, count: int = 2) -> None:
        """Wait until that was asked some times more."""
        wanted = self.pbx.count(event) + count
        await until(lambda: self.pbx.count(event) >= wanted, f"{event} is asked again", 30)


@asynccontextmanager
async def lists_at(
    app: QApplication, folder: Path, pbx: ListPbx, *, seat: str = "supervisor", factor: float = FACTOR
) -> AsyncIterator[ListsAt]:
    """A window on its board that asks `pbx` for lists, so many times as often as at a desk."""
    process = SimulatorProcess(STILL, password=PASSWORD)
    info = await process.start_async()
    try:
        async with pbx.server:
            profile = Profile(
                name="Ofis",
                account=info.account,
                pbx_url=info.pbx_url,
                api_url=pbx.server.url,
                plain_http_agreed=True,
            )
            _prepare(DataPaths(folder / "data"), profile, seat)
            options = Options(account=info.account, time_factor=factor, api_url=pbx.server.url, lang="en")
            async with open_desk(app, folder, simulator=process, options=options) as desk:
                await desk.data()
                await until(lambda: desk.program.pages._settled, "the store is open")
                yield ListsAt(desk, pbx)
    finally:
        await asyncio.to_thread(process.stop)


def _prepare(paths: DataPaths, profile: Profile, seat: str) -> None:
    """A data folder as somebody left it who wants nothing of the past."""
    paths.create()
    store = SettingsStore(paths.settings)
    store.load()
    store.put(profile)
    store.open(profile.name)
    store.set(keys.SEAT, seat)
    store.set(keys.REACH_DAYS, 0)
    store.save()
