"""The numbers of the list on screen: its last report and what is on its way, put together anew. It asks no PBX."""

import asyncio
import logging
from collections.abc import Callable

import msgspec

from supervisor_gui.autodial.number_rows import number_rows, tails_of
from supervisor_gui.autodial.ports import ListStore
from supervisor_gui.autodial.upload_ways import SETTLED_AFTER
from supervisor_gui.autodial.values import ListNumbers, UploadRow
from supervisor_gui.errors import StoreError
from supervisor_gui.live.watchers import Watchers
from supervisor_gui.netsantral.types_autodial import ListReport
from supervisor_gui.tasks import Tasks

log = logging.getLogger(__name__)

PAUSE = 0.3
"""Seconds between two turns of putting together."""

NOTHING = ListReport(0, 0, 0, 0)


class LastReport(msgspec.Struct, frozen=True):
    """The report of the list on screen.

    Attributes:
        list_id: Whose, empty for no list.
        report: Empty until one came.
        as_of: Epoch seconds at which it was asked for, 0 until one came.
        whole: It can show that a number is not in the list.
    """

    list_id: str = ""
    report: ListReport = NOTHING
    as_of: float = 0.0
    whole: bool = False


class ScreenNumbers:
    """Puts the numbers together, one turn after the other. Lives on one event loop."""

    def __init__(self, store: ListStore, tasks: Tasks, *, time_factor: float = 1.0) -> None:
        """Args.

        store: Knows what is on its way and what no list may call.
        tasks: Owns the one task.
        time_factor: Divides every duration.
        """
        self._store = store
        self._tasks = tasks
        self._factor = time_factor
        self._last = LastReport()
        self._numbers: ListNumbers | None = None
        self._stale = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._watchers: Watchers[Callable[[ListNumbers | None], None]] = Watchers()

    @property
    def numbers(self) -> ListNumbers | None:
        """Those of the list on screen; None until they have been put together."""
        return self._numbers

    def subscribe(self, take: Callable[[ListNumbers | None], None]) -> Callable[[], None]:
        """Call `take` with the numbers when they change; the result ends that."""
        return self._watchers.add(take)

    def start(self) -> None:
        """Begin."""
        if self._task is None:
            self._task = self._tasks.spawn("numbers on screen", self._run())

    async def stop(self) -> None:
        """End; a turn under way comes to nothing."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    def show(self, list_id: str) -> None:
        """Another list is on screen."""
        self._last = LastReport(list_id)
        self._set(None)
        self.touch(list_id)

    def take(self, last: LastReport) -> None:
        """A report came; one of another list is passed over."""
        if last.list_id == self._last.list_id:
            self._last = last
            self._stale.set()

    def touch(self, list_id: str) -> None:
        """What is on its way to a list has moved."""
        if list_id and list_id == self._last.list_id:
            self._stale.set()

    async def _run(self) -> None:
        while True:
            await self._stale.wait()
            self._stale.clear()
            await self._put_together(self._last)
            await asyncio.sleep(PAUSE / self._factor)

    async def _put_together(self, last: LastReport) -> None:
        underway, blocked = await self._kept(last)
        since = last.as_of - SETTLED_AFTER / self._factor if last.whole else 0.0
        rows = await asyncio.to_thread(number_rows, last.report, underway, blocked, since=since)
        if last.list_id == self._last.list_id:
            self._set(ListNumbers(last.list_id, rows, last.as_of, last.report.damaged))

    async def _kept(self, last: LastReport) -> tuple[tuple[UploadRow, ...], frozenset[str]]:
        """What is on its way, and the tails of all these numbers that no list may call."""
        try:
            underway = await self._store.rows(last.list_id)
            tails = await asyncio.to_thread(tails_of, last.report, underway)
            return underway, await self._store.blocked_among(tails)
        except StoreError as error:
            log.info("the report is shown by itself: %s", error)
            return (), frozenset()

    def _set(self, numbers: ListNumbers | None) -> None:
        if numbers is None and self._numbers is None:
            return
        self._numbers = numbers
        for take in self._watchers:
            try:
                take(numbers)
            except Exception:  # one broken view must not stop the others
                log.exception("a subscriber of the numbers failed")
