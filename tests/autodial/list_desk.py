"""Lists watched on a real store, with real uploads and a real client on a simulator beside. It asserts nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from supervisor_gui.autodial.lists import DialLists
from supervisor_gui.autodial.turns import Turns
from supervisor_gui.autodial.uploads import Uploads
from supervisor_gui.autodial.values import DialView, ListNumbers, NumberRow, OrderEnd, ShownList
from supervisor_gui.clock import Clock
from supervisor_gui.history.dial_archive import DialArchive
from supervisor_gui.history.store import Store
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.netsantral.budgets import Budgets
from supervisor_gui.netsantral.client import Client
from supervisor_gui.netsantral.types_autodial import ListNumber, NewList
from supervisor_gui.tasks import Tasks
from tests.autodial.upload_desk import NEW, named
from tests.helpers.qt_async import until
from tests.helpers.wire_server import ACCOUNT, open_client, quick
from tests.simulator.running import Site, running

FACTOR = 100.0
"""An overview comes every 0.3 s, the report of a list on screen that calls every 0.15 s."""

FEW = named(numbers=tuple(ListNumber(f"555000000{place}", f"Kişi {place}") for place in range(4)))
"""A dynamic list of four numbers."""


@dataclass
class Desk:
    """One run of the program beside a simulator."""

    site: Site
    client: Client
    store: Store
    archive: DialArchive
    uploads: Uploads
    lists: DialLists
    tasks: Tasks
    refusals: Refusals
    ends: list[OrderEnd]
    audit: list[OrderEnd]
    limits: list[str]
    denied: set[str]
    views: list[DialView] = field(default_factory=list)

    async def make(self, new: NewList = NEW) -> str:
        """A list that is there already."""
        return (await self.client.create_list(new)).id

    async def shown(self, list_id: str) -> ShownList:
        """A list as soon as it is in the view."""
        found: ShownList = await until(lambda: self.lists.view.find(list_id), f"list {list_id}", 5)
        return found

    async def numbers(self, count: int) -> tuple[NumberRow, ...]:
        """The numbers on screen as soon as a report with so many came."""

        def there() -> ListNumbers | None:
            numbers = self.lists.numbers
            return numbers if numbers is not None and numbers.as_of and len(numbers.rows) == count else None

        found: ListNumbers = await until(there, f"{count} numbers", 5)
        return found.rows

    async def end(self, count: int = 1) -> OrderEnd:
        """The order that ended last, as soon as there are so many."""
        await until(lambda: len(self.ends) >= count, f"{count} ends", 5)
        return self.ends[count - 1]

    async def truth(self, list_id: str) -> dict[str, Any]:
        """A list in the PBX's ledger."""
        lists = (await self.site.control("/ledger"))["lists"]
        found: dict[str, Any] = next(row for row in lists if row["id"] == int(list_id))
        return found

    async def asked(self) -> list[tuple[str, str]]:
        """Event and list of each request so far."""
        bodies = [row["body"] for row in (await self.site.control("/requests"))["requests"]]
        return [(body["body"]["event"], str(body["body"].get("list_id") or "")) for body in bodies if body]

    async def once_more(self, event: str = "listautocall", list_id: str = "") -> None:
        """Wait until that was asked once more than by now."""
        before = (await self.asked()).count((event, list_id))
        async with asyncio.timeout(5):
            while (await self.asked()).count((event, list_id)) == before:
                pass

    async def meanwhile(self, count: int = 30) -> None:
        """So many requests of somebody else are answered, one after the other."""
        for _ in range(count):
            await self.site.control("/clock")


@asynccontextmanager
async def program(
    site: Site,
    path: Path,
    *,
    background: bool = True,
    visible: bool = True,
    each: float = 0.0,
    factor: float = FACTOR,
    deadline: float = 0.6,
    api_url: str = "",
    budgets: Budgets | None = None,
) -> AsyncIterator[Desk]:
    """One run of the program on a file."""
    tasks, clock = Tasks(), Clock()
    ends: list[OrderEnd] = []
    audit: list[OrderEnd] = []
    limits: list[str] = []
    denied: set[str] = set()

    def report_wanted(list_id: str) -> None:
        desk.lists.want_report(list_id)

    def lists_wanted() -> None:
        desk.lists.want_lists()

    store = Store(path, report=_raise)
    await store.open()
    archive, refusals = DialArchive(store, ACCOUNT), Refusals(clock.wall)
    turns = Turns(lambda: each, clock.monotonic)
    async with open_client(
        site.ready.pbx_url, api_url=api_url or site.ready.api_url, table=quick(deadline), budgets=budgets
    ) as client:
        uploads = Uploads(
            client,
            archive,
            tasks,
            turns=turns,
            chunk=lambda: 10,
            who="ayse",
            refusals=refusals,
            limit_answer=limits.append,
            clock=clock,
            told=ends.append,
            report_wanted=report_wanted,
            lists_wanted=lists_wanted,
            blocked=archive.blocked_among,
            time_factor=factor,
        )
        lists = DialLists(
            client,
            archive,
            tasks,
            turns=turns,
            uploads=uploads,
            audit=audit.append,
            refusals=refusals,
            limit_answer=limits.append,
            policy=lambda right: right in denied,
            clock=clock,
            time_factor=factor,
        )
        desk = Desk(site, client, store, archive, uploads, lists, tasks, refusals, ends, audit, limits, denied)
        lists.subscribe(desk.views.append)
        lists.subscribe_ends(desk.ends.append)
        await uploads.start()
        await lists.start(background=background)
        lists.look(visible)
        try:
            yield desk
        finally:
            await lists.stop()
            await uploads.stop()
            turns.close()
            await tasks.close()
            await store.close()


@asynccontextmanager
async def desk_at(path: Path, **options: Any) -> AsyncIterator[Desk]:
    """A run of the program beside a still simulator of its own that counts no requests."""
    async with running() as site, program(site, path, **options) as desk:
        yield desk


def _raise(name: str, error: BaseException) -> None:
    raise error
