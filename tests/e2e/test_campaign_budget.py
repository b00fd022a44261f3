"""How often the PBX is asked about auto-dial lists, as its own request log has it: over uploads, edits, starts, stops.

What becomes of the numbers is counted elsewhere; here it is only when requests came.
"""

import asyncio
import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from supervisor_gui.autodial.turns import UPLOADS_A_LOOK
from supervisor_gui.autodial.values import JobState, UploadJob
from supervisor_gui.config import keys
from supervisor_gui.options import Options
from supervisor_gui.sessions.session import Session
from supervisor_gui.simulator.process import SimulatorProcess
from supervisor_gui.ui.campaigns.page import CampaignPage
from tests.autodial.upload_desk import NEW, numbers
from tests.helpers.call_desk import CTRL
from tests.helpers.desk import PASSWORD, Desk, open_desk
from tests.helpers.qt_async import run_qt, until
from tests.helpers.started import started

pytestmark = pytest.mark.e2e

PAGE_KEY = Qt.Key.Key_6
SERVICE = "autocallservice"
MOST = 10
MANY = 1_500
ROOM = 0.15
"""Seconds that a busy machine may take between a key and the wire."""

Asked = list[dict[str, Any]]


class Watched(msgspec.Struct, frozen=True):
    """A window on its page of lists.

    Attributes:
        factor: Divides every duration.
    """

    desk: Desk
    factor: float

    @property
    def page(self) -> CampaignPage:
        """The page."""
        page = self.desk.shell.window.stack.currentWidget()
        assert isinstance(page, CampaignPage)
        return page

    @property
    def session(self) -> Session:
        """What runs behind it."""
        session = self.desk.program._session
        assert session is not None
        return session

    @property
    def slot(self) -> float:
        """Seconds of one request of many."""
        return 61.5 / (MOST - 1) / self.factor

    async def open(self, lists: int) -> None:
        """Press the page's key; so many lists are there then, each with its report."""
        self.desk.press(PAGE_KEY, CTRL)
        await until(lambda: len(self.page.view.lists) == lists, f"{lists} lists")
        await until(lambda: all(one.figures is not None for one in self.page.view.lists), "their reports")

    async def make(self, count: int) -> int:
        """Make a list, bring it on screen, and send it so many numbers; the upload's number."""
        lists = len(self.page.view.lists)
        job = await self.session.dialling.uploads.create(NEW, numbers(count - 1))
        await until(lambda: self.job(job.id).list_id, "the list is made")
        await until(lambda: len(self.page.view.lists) == lists + 1, "it is listed")
        assert self.page.choose(self.job(job.id).list_id)
        return job.id

    def job(self, number: int) -> UploadJob:
        """An upload as it stands."""
        return next(job for job in self.session.dialling.uploads.jobs if job.id == number)

    async def sent(self, number: int, count: int) -> None:
        """Wait until so many numbers of an upload are in its list."""
        await until(lambda: self.job(number).sent >= count, f"{count} numbers are sent", 60)

    async def done(self, number: int) -> None:
        """Wait for an upload's end: every number is in the PBX's list once."""
        await until(lambda: self.job(number).state is JobState.DONE, "all is sent", 120)
        job = self.job(number)
        assert (job.sent, job.total) == (MANY, MANY)
        there = [row["number"] for row in (await self.truth(job.list_id))["numbers"]]
        assert (len(there), len(set(there))) == (MANY, MANY)

    async def truth(self, list_id: str) -> dict[str, Any]:
        """A list in the PBX's ledger."""
        lists = (await self.desk.control.get("/ledger"))["lists"]
        return next(row for row in lists if row["id"] == int(list_id))

    async def asked(self) -> Asked:
        """Every request about lists so far."""
        return await self.desk.control.requests(SERVICE)

    async def stop(self, list_id: str) -> float:
        """Bring a list on screen and press Space on it; seconds until the stop reached the PBX."""
        assert self.page.choose(list_id)
        self.page.focus_first()
        pressed = time.monotonic()
        self.desk.press(Qt.Key.Key_Space)
        async with asyncio.timeout(20):
            while not (found := [one for one in await self.asked() if _stops(one, list_id)]):
                await asyncio.sleep(0.02)
        return found[0]["monotonic"] - pressed


@asynccontextmanager
async def _watched(
    app: QApplication, folder: Path, simulator: SimulatorProcess, factor: float
) -> AsyncIterator[Watched]:
    async with open_desk(app, folder, simulator=simulator, options=Options(time_factor=factor)) as desk:
        await desk.data()
        desk.program._settings.set(keys.REACH_DAYS, 0)
        await until(lambda: desk.program.pages._settled, "the store is open")
        yield Watched(desk, factor)


def _simulator(factor: float) -> SimulatorProcess:
    options = ("--seed", "7", "--agents", "6", "--queues", "3", "--load", "0", "--dial-lists", "3")
    return SimulatorProcess((*options, "--limits", str(factor)), password=PASSWORD)


def _event(one: dict[str, Any]) -> str:
    return str(one["body"]["body"]["event"])


def _stops(one: dict[str, Any], list_id: str) -> bool:
    body = one["body"]["body"]
    return _event(one) == "updateliststatus" and body["list_id"] == list_id and body["data"]["status"] == "2"


def _crowded(asked: Asked, seconds: float) -> list[float]:
    """The spans in which one request too many came."""
    times = [one["monotonic"] for one in asked]
    return [late - early for early, late in zip(times, times[MOST:], strict=False) if late - early < seconds]


def _kept_to(asked: Asked, factor: float) -> bool:
    """Whether no request came too early, by the clock and by the PBX's own count."""
    limits = [one for one in asked if one["outcome"].get("code") in {80, 100, "80", "100"}]
    return not limits and _crowded(asked, 60.0 / factor) == []


def test_over_a_whole_run_no_eleventh_request_comes_into_a_minute_and_a_stop_waits_no_longer_than_one_slot(
    qapp: QApplication, tmp_path: Path
) -> None:
    factor = 10.0

    async def scenario(simulator: SimulatorProcess) -> None:
        async with _watched(qapp, tmp_path, simulator, factor) as at:
            await at.open(3)
            first, second, third = (shown.id for shown in at.page.view.lists)
            job = await at.make(MANY)
            made = at.job(job).list_id
            lists = at.session.dialling.lists
            await at.sent(job, 200)
            lists.start_list(third)
            lists.start_list(second)
            in_the_middle = await at.stop(first)
            assert not at.job(job).over
            assert at.page.choose(made)
            await until(lambda: sum(bool(row.id) for row in at.page.numbers.rows) > 300, "a report with numbers", 30)
            await at.sent(job, at.job(job).sent + 600)
            table = at.page.numbers.table
            for place in range(0, 12, 3):
                table.clearSelection()
                table.setFocus()
                table.selectRow(place)
                for _ in range(2):
                    at.desk.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
                at.desk.press(Qt.Key.Key_Space)
            after_edits = await at.stop(third)
            assert not at.job(job).over
            edits = sum(_event(one) == "updatenumber" for one in await at.asked())
            assert edits < 12, "the stop overtook edits"
            await at.done(job)
            await until(lambda: not lists.view.find(third).pending, "the stop has come to its end")
            async with asyncio.timeout(30):
                while sum(_event(one) == "updatenumber" for one in await at.asked()) < 12:
                    await asyncio.sleep(0.05)
            taken = await at.asked()
        assert _kept_to(taken, factor)
        assert in_the_middle <= at.slot + ROOM
        assert after_edits <= at.slot + ROOM
        reported = {one["body"]["body"]["list_id"] for one in taken if _event(one) == "reportautocall"}
        assert reported >= {first, second, third, made}

    with _simulator(factor) as simulator:
        run_qt(qapp, scenario(simulator), 120)


def test_one_request_in_five_of_an_upload_looks_at_the_list_on_screen(qapp: QApplication, tmp_path: Path) -> None:
    factor = 20.0

    async def scenario(simulator: SimulatorProcess) -> None:
        async with _watched(qapp, tmp_path, simulator, factor) as at:
            at.desk.program._settings.set(keys.CHUNK, 50)
            await at.open(3)
            job = await at.make(MANY)
            made = at.job(job).list_id
            await at.done(job)
            taken = await at.asked()
        assert _kept_to(taken, factor)
        places = [place for place, one in enumerate(taken) if _event(one) == "addnumber"]
        meanwhile = taken[places[0] : places[-1] + 1]
        looks = [one for one in meanwhile if _event(one) != "addnumber"]
        assert len(meanwhile) / (UPLOADS_A_LOOK + 2) <= len(looks) <= len(meanwhile) / (UPLOADS_A_LOOK - 1)
        on_screen = [one for one in looks if one["body"]["body"].get("list_id") == made]
        assert len(on_screen) >= len(looks) / 2
        lasted = meanwhile[-1]["monotonic"] - meanwhile[0]["monotonic"]
        assert lasted >= (len(meanwhile) - MOST) * at.slot * 0.85, "requests keep their distance"

    with _simulator(factor) as simulator:
        run_qt(qapp, scenario(simulator), 120)


def test_a_second_program_on_the_same_data_shares_the_count_and_leaves_the_upload_alone(
    qapp: QApplication, tmp_path: Path
) -> None:
    factor = 10.0

    async def scenario(simulator: SimulatorProcess) -> None:
        info, data = simulator.info, tmp_path / "data"
        addresses = ("--account", info.account, "--pbx-url", info.pbx_url, "--api-url", info.api_url, "--events", "off")
        picture = ("--shot", str(tmp_path / "lists.png"), "--shot-after", "9999", "--page", "campaigns")
        shared = ("--data-dir", str(data), "--time-factor", str(factor))
        temporary = tmp_path / "tmp"
        temporary.mkdir(mode=0o700)
        environment = {**os.environ, "NETGSM_PASSWORD": PASSWORD, "TMPDIR": str(temporary)}
        async with _watched(qapp, tmp_path, simulator, factor) as at:
            await at.open(3)
            job = await at.make(MANY)
            await at.sent(job, 200)
            control, before = at.desk.control, len(await at.asked())
            with started(tmp_path / "out", (*addresses, *shared, *picture), environment=environment) as other:
                seen: set[JobState] = set()
                leave = at.session.dialling.uploads.subscribe(lambda jobs: seen.update(one.state for one in jobs))
                await at.done(job)
                leave()
                assert other.runs, other.words
                assert seen == {JobState.RUNNING, JobState.DONE}
                between = len(await at.asked())
                at.desk.shell.window.close()
                async with asyncio.timeout(40):
                    while len(await control.requests(SERVICE)) < between + MOST + 2:
                        await asyncio.sleep(0.05)
                assert other.runs, other.words
                taken = await control.requests(SERVICE)
        assert between > before
        assert _kept_to(taken, factor)

    with _simulator(factor) as simulator:
        run_qt(qapp, scenario(simulator), 240)
