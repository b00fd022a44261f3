"""The loader of a long list: pages are asked for by where they begin among the calls that are wanted, and no others."""

import asyncio
from datetime import date

import msgspec

from supervisor_gui.desks.record_loading import RecordLoader
from supervisor_gui.errors import StoreError
from supervisor_gui.history.record_values import PAGE, RecordedCall, RecordFilter, Spine
from supervisor_gui.tasks import Tasks
from tests.helpers.call_records import call

DAY = date(2026, 11, 24)
EVERY = RecordFilter(start=DAY, end=DAY)
OTHERS = msgspec.structs.replace(EVERY, digits="5550")


class Kept:
    """Calls of two filters, those of one newer than all of the other; counts wait for `counting`."""

    def __init__(self) -> None:
        self.newest = {EVERY: 5_000, OTHERS: 9_000}
        self.counting = asyncio.Event()
        self.asked: list[tuple[RecordFilter, int | None]] = []

    async def page(
        self, wanted: RecordFilter, *, before: int | None = None, limit: int = PAGE
    ) -> tuple[RecordedCall, ...] | None:
        """Those before a place."""
        self.asked.append((wanted, before))
        await asyncio.sleep(0)
        newest = self.newest[wanted] if before is None else before - 1
        return tuple(call(place) for place in range(newest, newest - limit, -1))

    async def spine(self, wanted: RecordFilter, every: int = PAGE) -> Spine | None:
        """Ten pages."""
        await self.counting.wait()
        newest = self.newest[wanted]
        return Spine(every * 10, every, tuple(newest - every * page for page in range(10)))


class Shown:
    """Remembers what came."""

    def __init__(self) -> None:
        self.pages: list[tuple[RecordFilter, int, int]] = []
        self.spines: list[tuple[RecordFilter, int]] = []

    def show_page(self, wanted: RecordFilter, first_row: int, rows: tuple[RecordedCall, ...]) -> None:
        """The newest of its rows is enough."""
        self.pages.append((wanted, first_row, rows[0].id))

    def show_spine(self, wanted: RecordFilter, spine: Spine) -> None:
        """Likewise its count."""
        self.spines.append((wanted, spine.count))


def _unexpected(error: StoreError) -> None:
    raise AssertionError(error)


async def settled() -> None:
    """Let everything that can go on do so."""
    for _ in range(20):
        await asyncio.sleep(0)


def test_pages_are_asked_for_where_they_begin_among_the_calls_that_are_wanted() -> None:
    async def scenario() -> None:
        faults: list[BaseException] = []
        tasks = Tasks(lambda _, error: faults.append(error))
        kept, shown = Kept(), Shown()
        loader = RecordLoader(kept, shown, tasks, problem=_unexpected)
        kept.counting.set()
        loader.want(EVERY)
        await settled()
        loader.want_row(3 * PAGE + 5)
        await settled()
        assert shown.pages == [(EVERY, 0, 5_000), (EVERY, 3 * PAGE, 5_000 - 3 * PAGE)]
        kept.counting.clear()
        loader.want(OTHERS)
        await settled()
        loader.want_row(0)
        loader.want_row(PAGE)
        await settled()
        assert shown.pages[2:] == [(OTHERS, 0, 9_000)], "where they begin is not known yet"
        kept.counting.set()
        await settled()
        loader.want_row(PAGE)
        await settled()
        assert shown.pages[3:] == [(OTHERS, PAGE, 9_000 - PAGE)]
        assert shown.spines == [(EVERY, 10 * PAGE), (OTHERS, 10 * PAGE)]
        await tasks.close()
        assert faults == []

    asyncio.run(scenario())
