"""Brings kept calls to a list that is too long to be held: the first page at once, the count behind it, pages as they
are looked at. It shows nothing and asks the PBX for nothing.
"""

import asyncio
from collections.abc import Callable
from typing import Protocol

from supervisor_gui.errors import StoreError
from supervisor_gui.history.record_values import PAGE, RecordedCall, RecordFilter, Spine
from supervisor_gui.tasks import Tasks


class CallList(Protocol):
    """What takes the calls. It knows which filter it shows, and drops what belongs to another one."""

    def show_page(self, wanted: RecordFilter, first_row: int, rows: tuple[RecordedCall, ...]) -> None:
        """Take the rows from `first_row` on."""

    def show_spine(self, wanted: RecordFilter, spine: Spine) -> None:
        """Take how many rows there are."""


class CallSource(Protocol):
    """Where they come from; each raises StoreError."""

    async def page(
        self, wanted: RecordFilter, *, before: int | None = None, limit: int = PAGE
    ) -> tuple[RecordedCall, ...] | None:
        """The newest calls, or those older than the call `before`; None when another filter is wanted by now."""

    async def spine(self, wanted: RecordFilter, every: int = PAGE) -> Spine | None:
        """How many there are; None when another filter is wanted by now."""


class RecordLoader:
    """Loads for one list out of one account's calls; the newest wish counts."""

    def __init__(
        self, source: CallSource, shown: CallList, tasks: Tasks, *, problem: Callable[[StoreError], None]
    ) -> None:
        """Args.

        source: The calls kept.
        shown: The list.
        tasks: Owner of the loading.
        problem: Is told when the store cannot be read.
        """
        self._source = source
        self._shown = shown
        self._tasks = tasks
        self._problem = problem
        self._wanted: RecordFilter | None = None
        self._spine = Spine(0, PAGE)
        self._pages: list[int] = []
        self._loading: asyncio.Task[None] | None = None
        self._paging: asyncio.Task[None] | None = None

    def want(self, wanted: RecordFilter) -> None:
        """Load the calls of a filter from the newest on; also anew, when more of them are kept."""
        if wanted != self._wanted:
            # Where pages of other calls begin says nothing about these.
            self._spine = Spine(0, PAGE)
        self._wanted = wanted
        self._pages.clear()
        if self._loading is not None:
            self._loading.cancel()
        self._loading = self._tasks.spawn("records", self._load(wanted))

    def want_row(self, row: int) -> None:
        """Load the page with `row`; what is looked at last comes first."""
        page = row // PAGE
        if page < len(self._spine.anchors) and page not in self._pages:
            self._pages.append(page)
            if self._paging is None or self._paging.done():
                self._paging = self._tasks.spawn("records page", self._page())

    def stop(self) -> None:
        """Load nothing more."""
        self._wanted = None
        self._pages.clear()
        for task in (self._loading, self._paging):
            if task is not None:
                task.cancel()

    async def _load(self, wanted: RecordFilter) -> None:
        try:
            rows = await self._source.page(wanted, limit=PAGE)
            if rows is None:
                return
            self._shown.show_page(wanted, 0, rows)
            if len(rows) < PAGE:
                spine: Spine | None = Spine(len(rows), PAGE, tuple(row.id for row in rows[:1]))
            else:
                spine = await self._source.spine(wanted, PAGE)
        except StoreError as error:
            self._problem(error)
            return
        if spine is not None:
            self._spine = spine
            self._shown.show_spine(wanted, spine)

    async def _page(self) -> None:
        try:
            while self._pages and (wanted := self._wanted) is not None:
                page = self._pages[-1]
                anchors = self._spine.anchors
                if page < len(anchors):
                    rows = await self._source.page(wanted, before=anchors[page] + 1, limit=PAGE)
                    if rows is not None:
                        self._shown.show_page(wanted, page * PAGE, rows)
                if page in self._pages:
                    self._pages.remove(page)
        except StoreError as error:
            self._pages.clear()
            self._problem(error)
