"""Uploads on a real store, with a real client on a simulator in the same process. It asserts nothing."""

import sqlite3
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from datetime import time as clock_time
from pathlib import Path
from typing import Any

import msgspec

from supervisor_gui.autodial.turns import Turns
from supervisor_gui.autodial.uploads import Uploads
from supervisor_gui.autodial.values import JobState, OrderEnd, RowState, UploadJob, UploadRow
from supervisor_gui.clock import Clock
from supervisor_gui.history.dial_archive import DialArchive
from supervisor_gui.history.store import Pace, Store
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.netsantral.budgets import Budgets
from supervisor_gui.netsantral.client import Client
from supervisor_gui.netsantral.errors import PbxError
from supervisor_gui.netsantral.names import national_number
from supervisor_gui.netsantral.types import TargetKind
from supervisor_gui.netsantral.types_autodial import ListKind, ListNumber, NewList
from supervisor_gui.tasks import Tasks
from tests.helpers.qt_async import until
from tests.helpers.wire_server import ACCOUNT, open_client, quick
from tests.simulator.running import Site, running

FACTOR = 100.0
"""A report counts as whole 0.3 s after the last request; what was not sent is tried again after 0.05 s."""

DEADLINE = 0.6

NEW = NewList(
    name="Nisan kampanyası",
    kind=ListKind.DYNAMIC,
    first_day=date(2024, 4, 1),
    last_day=date(2099, 5, 31),
    from_time=clock_time(9),
    until_time=clock_time(18, 30),
    department="Satış",
    trunk="3121110000",
    target_kind=TargetKind.QUEUE,
    target="Satış",
    numbers=(ListNumber("5550000000", "İlk"),),
)


def named(**fields: Any) -> NewList:
    """A list like `NEW`."""
    return NewList(**(msgspec.structs.asdict(NEW) | fields))


def numbers(count: int, first: int = 1) -> tuple[ListNumber, ...]:
    """Different numbers."""
    return tuple(ListNumber(f"05551{place:06d}", f"Kişi {place}") for place in range(first, first + count))


def fault(name: str, count: int | None = 1) -> dict[str, Any]:
    """A fault of the auto-dial service."""
    return {"name": name, "count": count, "match": {"operation": "autocallservice"}}


@dataclass
class Desk:
    """One run of the program on a file, beside a simulator."""

    site: Site
    client: Client
    archive: DialArchive
    uploads: Uploads
    tasks: Tasks
    refusals: Refusals
    ends: list[OrderEnd]
    limits: list[str]
    reports_wanted: list[str] = field(default_factory=list)
    overviews_wanted: list[None] = field(default_factory=list)

    def job(self, number: int) -> UploadJob:
        """An upload as it is shown."""
        return next(job for job in self.uploads.jobs if job.id == number)

    async def until(self, number: int, state: JobState, why: str = "") -> UploadJob:
        """Wait until an upload does that."""
        await until(lambda: (self.job(number).state, self.job(number).why) == (state, why), f"{state} {why}", 5)
        return self.job(number)

    async def make(self, new: NewList = NEW) -> str:
        """A list that is there already."""
        return (await self.client.create_list(new)).id

    async def rows(self, number: int, state: RowState) -> tuple[UploadRow, ...]:
        """The numbers of an upload in a state."""
        return tuple(row for row in await self.archive.rows_of(number) if row.state is state)

    async def there(self, list_id: str) -> list[str]:
        """The numbers that the PBX's ledger has in a list."""
        lists = (await self.site.control("/ledger"))["lists"]
        return [row["number"] for one in lists if one["id"] == int(list_id) for row in one["numbers"]]

    async def report(self, list_id: str) -> None:
        """Ask for a report and hand it to the uploads, as the lists' watcher does."""
        asked_at = time.time()
        report = await self.client.list_report(list_id)
        told = frozenset(national_number(row.number) for row in report.numbers)
        await self.uploads.take_report(list_id, told, asked_at=asked_at, whole=not report.damaged)

    async def overview(self) -> None:
        """Ask for all lists and hand them to the uploads."""
        asked_at = time.time()
        await self.uploads.take_lists(await self.client.lists(), asked_at)

    async def requests(self, event: str = "addnumber") -> list[dict[str, Any]]:
        """The requests of a kind in the PBX's log."""
        found = (await self.site.control("/requests"))["requests"]
        return [row for row in found if isinstance(row["body"], dict) and row["body"]["body"].get("event") == event]

    async def sent(self) -> list[str]:
        """Each number in each request that added numbers, in order."""
        return [
            row["number"] for request in await self.requests() for row in request["body"]["body"]["data"]["numbers"]
        ]


@asynccontextmanager
async def program(
    site: Site,
    path: Path,
    *,
    chunk: int = 100,
    blocked: Sequence[str] = (),
    answering: bool = True,
    api_url: str = "",
    each: float = 0.0,
    factor: float = FACTOR,
    budgets: Budgets | None = None,
    deadline: float = DEADLINE,
    sends: bool = True,
) -> AsyncIterator[Desk]:
    """One run of the program; with `answering` the reports that are wanted come. Without `sends` it only looks."""
    tasks, clock = Tasks(), Clock()
    store = Store(path, report=_raise, pace=Pace(busy=0.05, close=5.0))
    await store.open()
    archive = DialArchive(store, ACCOUNT)
    refusals = Refusals(clock.wall)
    turns = Turns(lambda: each, clock.monotonic)

    async def blocked_among(tails: Any) -> frozenset[str]:
        return frozenset(blocked) & frozenset(tails)

    async with open_client(
        site.ready.pbx_url, api_url=api_url or site.ready.api_url, table=quick(deadline), budgets=budgets
    ) as client:

        def report_wanted(list_id: str) -> None:
            desk.reports_wanted.append(list_id)
            if answering:
                tasks.spawn("report", _report(desk, list_id))

        ends: list[OrderEnd] = []
        limits: list[str] = []
        uploads = Uploads(
            client,
            archive,
            tasks,
            turns=turns,
            chunk=lambda: chunk,
            who="ayse",
            refusals=refusals,
            limit_answer=limits.append,
            clock=clock,
            told=ends.append,
            report_wanted=report_wanted,
            lists_wanted=lambda: desk.overviews_wanted.append(None),
            blocked=blocked_among,
            time_factor=factor,
        )
        desk = Desk(site, client, archive, uploads, tasks, refusals, ends, limits)
        if sends:
            await uploads.start()
        try:
            yield desk
        finally:
            await uploads.stop()
            turns.close()
            await tasks.close()
            await store.close()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program keeps the file to itself."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@asynccontextmanager
async def desk_at(path: Path, **options: Any) -> AsyncIterator[Desk]:
    """A run of the program beside a simulator of its own that counts no requests."""
    async with running() as site, program(site, path, **options) as desk:
        yield desk


async def _report(desk: Desk, list_id: str) -> None:
    try:
        await desk.report(list_id)
    except PbxError:
        return


def _raise(name: str, error: BaseException) -> None:
    raise error
