"""A program that fills a list from a file as its user would, for tests that kill it. It asserts nothing.

It joins what a session joins. So that it can be killed at each moment between two things that must not fall apart, it
ends itself, as `kill -9` does, at a step that it is told; what is written and what is sent are steps.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import date
from datetime import time as clock_time
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from supervisor_gui.autodial.columns import find_columns, has_titles
from supervisor_gui.autodial.preview import preview
from supervisor_gui.autodial.sheets import read_sheet
from supervisor_gui.autodial.values import JobState, NumberRow, ShownList
from supervisor_gui.clock import Clock
from supervisor_gui.history.store import Store
from supervisor_gui.live.policy import Policy
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.netsantral.budgets import Budgets, Priority
from supervisor_gui.netsantral.client import Client
from supervisor_gui.netsantral.crm_ids import CrmIds
from supervisor_gui.netsantral.types import CommandAnswer, Credential, Endpoints, TargetKind
from supervisor_gui.netsantral.types_autodial import AddResult, AutodialList, ListKind, ListNumber, NewList
from supervisor_gui.paths import DataPaths
from supervisor_gui.sessions.audit import SessionAudit
from supervisor_gui.sessions.dial_lists import SessionDialLists
from supervisor_gui.tasks import Tasks
from tests.helpers.desk import ACCOUNT, PASSWORD
from tests.helpers.qt_async import until

Found = TypeVar("Found")

CHUNK = 100
NAME = "Nisan kampanyası"
SECONDS = 60.0


class Errand(msgspec.Struct, frozen=True):
    """What the program is to do, and when it dies.

    Attributes:
        data: Its data folder.
        pbx_url, api_url: Where the PBX is.
        factor: How much faster than the clock the PBX lives.
        file: Whose numbers a list called `NAME` is to have; a list that was surely not made is made anew. Without one
            the page is looked at until all that an earlier run left is settled as far as the PBX tells it.
        replace: In the list called `NAME` the first number that is put right, and what it is to be; both empty for
            none.
        fatal: The step at which it ends; 0 for none. Which steps count is told by `only`.
        only: The one kind of step that counts, empty for all: "written", "leaves", "answered".
    """

    data: str
    pbx_url: str
    api_url: str
    factor: float
    file: str = ""
    replace: tuple[str, str] = ("", "")
    fatal: int = 0
    only: str = ""


class Steps:
    """Counts what is done, and ends the process at one step."""

    def __init__(self, fatal: int, only: str) -> None:
        self._left = fatal
        self._only = only

    def __call__(self, kind: str) -> None:
        if self._only in {"", kind}:
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


class _Store(Store):
    """One that counts what it has written."""

    steps: Steps

    async def dial(self, job: Callable[[Any], Found]) -> Found:
        found = await super().dial(job)
        self.steps("written")
        return found


class _Client(Client):
    """One that counts the orders that leave, and those that were answered."""

    steps: Steps

    async def create_list(
        self, new: NewList, *, priority: Priority = Priority.USER, sent: Callable[[], None] | None = None
    ) -> AutodialList:
        made = await super().create_list(new, priority=priority, sent=self._leaves(sent))
        self.steps("answered")
        return made

    async def add_list_numbers(
        self,
        list_id: str,
        numbers: Sequence[ListNumber],
        *,
        priority: Priority = Priority.USER,
        sent: Callable[[], None] | None = None,
    ) -> AddResult:
        added = await super().add_list_numbers(list_id, numbers, priority=priority, sent=self._leaves(sent))
        self.steps("answered")
        return added

    async def delete_list_number(
        self,
        list_id: str,
        number_id: str,
        *,
        priority: Priority = Priority.USER,
        sent: Callable[[], None] | None = None,
    ) -> CommandAnswer:
        answer = await super().delete_list_number(list_id, number_id, priority=priority, sent=self._leaves(sent))
        self.steps("answered")
        return answer

    def _leaves(self, sent: Callable[[], None] | None) -> Callable[[], None]:
        def left() -> None:
            if sent is not None:
                sent()
            self.steps("leaves")

        return left


class _User:
    """Looks at the page and does what it asks for."""

    def __init__(self, dialling: SessionDialLists, errand: Errand) -> None:
        self._uploads = dialling.uploads
        self._lists = dialling.lists
        self._errand = errand
        self._ends: list[str] = []
        self._lists.subscribe_ends(lambda end: self._ends.append(end.action))

    async def work(self) -> None:
        """Return when all is done."""
        if any(job.underway or job.state in {JobState.RUNNING, JobState.CREATING} for job in self._uploads.jobs):
            sys.exit(f"sends by itself what an earlier run left: {self._uploads.jobs}")
        self._lists.look(visible=True)
        await until(lambda: self._lists.view.as_of, "the lists", SECONDS)
        if self._errand.replace[0]:
            await self._replace(*self._errand.replace)
        elif self._errand.file:
            await self._fill()
        else:
            await until(self._settled, "what an earlier run left is settled", SECONDS)

    def _settled(self) -> bool:
        jobs = self._uploads.jobs
        if jobs:
            self._lists.choose(jobs[0].list_id)
        return all(
            job.unknown == job.absent if job.list_id else job.state is not JobState.CREATE_UNKNOWN for job in jobs
        )

    async def _fill(self) -> None:
        if not self._uploads.jobs:
            await self._make()
        while await until(self._came_to, "a full list", SECONDS) is JobState.CANCELLED:
            await self._make()

    def _came_to(self) -> JobState | None:
        """DONE when the list has all its numbers, CANCELLED when it must be made anew; None meanwhile."""
        job = self._uploads.jobs[0]
        if job.list_id:
            self._lists.choose(job.list_id)
        if job.state is JobState.PAUSED and job.why == "not_made":
            self._uploads.cancel(job.id)
        elif job.state is JobState.PAUSED:
            self._uploads.go_on(job.id)
        elif job.state is JobState.DONE and job.unknown and job.unknown == job.absent:
            self._uploads.send_again(job.id)
        full = job.state is JobState.DONE and job.sent == job.total
        return job.state if full or job.state is JobState.CANCELLED else None

    async def _make(self) -> None:
        good = _good_numbers(Path(self._errand.file))
        await self._uploads.create(new_list(good[:CHUNK]), good[CHUNK:])

    async def _replace(self, old: str, new: str) -> None:
        shown = await until(self._named, "the list", SECONDS)
        self._lists.choose(shown.id)
        row = await until(lambda: self._row(old), "its numbers", SECONDS)
        self._lists.replace_number(shown.id, row, ListNumber(new))
        await until(lambda: self._ends, "the end", SECONDS)

    def _named(self) -> ShownList | None:
        return next((shown for shown in self._lists.view.lists if shown.told.name == NAME), None)

    def _row(self, number: str) -> NumberRow | None:
        numbers = self._lists.numbers
        return next((row for row in numbers.rows if row.id and row.number == number), None) if numbers else None


def _good_numbers(file: Path) -> Sequence[ListNumber]:
    sheet = read_sheet(file.read_bytes(), file.name)
    columns = find_columns(sheet)
    return preview(sheet, columns, titles=has_titles(sheet, columns), in_list=frozenset(), blocked=frozenset()).good


def new_list(numbers: Sequence[ListNumber]) -> NewList:
    """A dynamic list."""
    return NewList(
        name=NAME,
        kind=ListKind.DYNAMIC,
        first_day=date(2024, 4, 1),
        last_day=date(2099, 5, 31),
        from_time=clock_time(9),
        until_time=clock_time(18, 30),
        department="Satış",
        trunk="3121110000",
        target_kind=TargetKind.QUEUE,
        target="Satış",
        numbers=tuple(numbers),
    )


def run(errand: Errand) -> None:
    """Do it; exit code 0 when all is done."""
    asyncio.run(_run(errand))


async def _run(errand: Errand) -> None:
    paths, steps = DataPaths(Path(errand.data)), Steps(errand.fatal, errand.only)
    clock, tasks = Clock(), Tasks(_fault)
    store = _Store(paths.history, report=_fault)
    store.steps = steps
    budgets = Budgets(paths.budgets, ACCOUNT, time_factor=errand.factor)
    client = _Client(
        Endpoints(pbx_url=errand.pbx_url, api_url=errand.api_url),
        Credential(ACCOUNT, PASSWORD),
        budgets,
        crm=CrmIds(ACCOUNT),
        time_factor=errand.factor,
    )
    client.steps = steps
    dialling = SessionDialLists(
        client,
        budgets,
        store,
        tasks,
        account=ACCOUNT,
        who="ayse",
        audit=SessionAudit(store, account=ACCOUNT, who="ayse", clock=clock),
        policy=Policy(),
        refusals=Refusals(clock.wall),
        chunk=lambda: CHUNK,
        clock=clock,
        time_factor=errand.factor,
    )
    try:
        await budgets.open()
        await store.open()
        await dialling.settle(background=False)
        await _User(dialling, errand).work()
    finally:
        await dialling.stop()
        await tasks.close()
        await client.aclose()
        await budgets.close()
        await store.close()


def _fault(where: str, error: BaseException) -> None:
    sys.exit(f"{where}: {error!r}")
