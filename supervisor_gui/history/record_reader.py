"""Call records for pages and exports: asked on the event loop, read on threads of their own. It changes nothing.

The page that is looked at has a thread and a connection of its own, so that no count, no export and no writing stands
in its way; everything else shares a second one and is read in pieces.
"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from supervisor_gui.clock import Clock, pbx_day
from supervisor_gui.errors import StoreError
from supervisor_gui.history.missed_callers import missed_callers
from supervisor_gui.history.missed_values import Contact, ContactKind, MissedView
from supervisor_gui.history.record_lane import Lane, OutdatedError
from supervisor_gui.history.record_values import (
    PAGE,
    KeptLeg,
    KeptSpan,
    RecordChoices,
    RecordedCall,
    RecordFilter,
    Spine,
)
from supervisor_gui.history.store import Store
from supervisor_gui.i18n import translate
from supervisor_gui.live.numbers import tail

if TYPE_CHECKING:
    from supervisor_gui.history.record_queries import RecordQueries

T = TypeVar("T")

_STEPS = 50
"""Anchors found at a time."""

_PIECE = 1000
"""Calls of an export read at a time."""


class _Anchors(msgspec.Struct, frozen=True):
    """Where the next pages begin, after the one that begins with the call `after`."""

    wanted: RecordFilter
    every: int
    after: int | None

    @property
    def steps(self) -> int:
        """How many are found at most."""
        return 1 if self.after is None else _STEPS

    def __call__(self, rows: "RecordQueries") -> tuple[int, ...]:
        return rows.anchors(self.wanted, self.after, self.every, self.steps)


class _Piece(msgspec.Struct, frozen=True):
    """The next calls of an export."""

    wanted: RecordFilter
    before: int | None
    size: int

    def __call__(self, rows: "RecordQueries") -> tuple[RecordedCall, ...]:
        return rows.page(self.wanted, self.before, self.size)


class RecordReader:
    """The kept calls of one account, newest first.

    Every question raises StoreError when the file cannot be read. Whoever is cancelled while waiting stops the reading
    too. Rows that wait in the store's memory are not seen but by `missed`.
    """

    def __init__(
        self, path: Path, account: str, store: Store, *, clock: Clock, first_day: Callable[[], date] = lambda: date.min
    ) -> None:
        """Nothing is read before the first question.

        Args:
            path: The store's file.
            account: Whose calls.
            store: Makes the file and brings it up to date.
            clock: Says which day runs.
            first_day: The first day whose calls may be kept; nobody waits for earlier ones.
        """
        self._account = account
        self._store = store
        self._clock = clock
        self._first_day = first_day
        self._front = Lane(path, account, "records page")
        self._back = Lane(path, account, "records")
        self._opened = False
        self._wanted: RecordFilter | None = None
        self._spines = 0

    async def close(self) -> None:
        """End the threads and close the file; what is still asked raises StoreError."""
        await self._front.close()
        await self._back.close()

    async def page(
        self, wanted: RecordFilter, *, before: int | None = None, limit: int = PAGE
    ) -> tuple[RecordedCall, ...]:
        """At most `limit` calls with smaller ids than `before`. A page of another filter ends a `spine` under way."""
        self._wanted = wanted
        return await self._ask(self._front, lambda rows: rows.page(wanted, before, limit))

    async def spine(self, wanted: RecordFilter, every: int = PAGE) -> Spine | None:
        """How many calls there are and where the pages of `every` calls begin.

        None when meanwhile another spine, or a page of another filter, was asked for.
        """
        self._wanted = wanted
        self._spines += 1
        mine = self._spines

        def outdated() -> bool:
            return mine != self._spines or self._wanted != wanted

        try:
            return await self._spine(wanted, every, outdated)
        except OutdatedError:
            return None

    async def _spine(self, wanted: RecordFilter, every: int, outdated: Callable[[], bool]) -> Spine:
        anchors: list[int] = []
        while True:
            asked = _Anchors(wanted, every, anchors[-1] if anchors else None)
            found = await self._read(self._back, asked, outdated)
            anchors += found
            if len(found) < asked.steps:
                break
        if not anchors:
            return Spine(0, every)
        last = anchors[-1]
        rest = await self._read(self._back, lambda rows: rows.count_from(wanted, last, every), outdated)
        return Spine((len(anchors) - 1) * every + rest, every, tuple(anchors))

    async def legs(self, record: int) -> tuple[KeptLeg, ...]:
        """The legs of the call with this id; none when it is not kept any more."""
        return await self._ask(self._front, lambda rows: rows.legs(record))

    async def call(self, record: int) -> RecordedCall | None:
        """The call with this id; None when it is not kept any more."""
        return await self._ask(self._front, lambda rows: rows.call(record))

    async def find(self, call_id: str) -> tuple[RecordedCall, ...]:
        """The calls with this unique id, newest first: as received, else without or with what stands before a dash."""
        return await self._ask(self._front, lambda rows: rows.find(call_id.strip()))

    async def choices(self, start: date, end: date) -> RecordChoices:
        """What occurs in the calls of these Turkish days."""
        return await self._ask(self._back, lambda rows: rows.choices(start, end))

    async def kept(self, start: date, end: date) -> KeptSpan:
        """Which of these Turkish days, those to come left out, were asked for."""
        today = pbx_day(self._clock.wall())
        return await self._ask(self._back, lambda rows: rows.kept(start, end, today))

    async def missed(self, start: float, end: float, live: Sequence[Contact] = ()) -> MissedView:
        """The missed callers of start ≤ t < end (epoch seconds), with what became of them until now.

        Args:
            start, end: The span of their misses.
            live: Contacts of calls that run, or ended and may not be in the file yet.
        """
        # Calls seen and notes that wait are written first.
        await self._store.open()
        today = pbx_day(self._clock.wall())
        first, last = max(pbx_day(start), self._first_day()), pbx_day(end - 1.0)
        tails = {tail(contact.number) for contact in live if contact.kind is ContactKind.MISSED} - {""}

        def read(rows: "RecordQueries") -> MissedView:
            contacts = (*rows.contacts(start, end, tails), *live)
            missing = len(rows.missing(first, last, today))
            return missed_callers(
                contacts, rows.notes(), start=start, end=end, as_of=rows.known_until(), missing=missing
            )

        return await self._ask(self._back, read)

    async def rows(self, wanted: RecordFilter, limit: int) -> tuple[RecordedCall, ...]:
        """At most `limit` calls for an export, which no other question ends."""
        found: list[RecordedCall] = []
        while (wished := min(_PIECE, limit - len(found))) > 0:
            piece = await self._ask(self._back, _Piece(wanted, found[-1].id if found else None, wished))
            found += piece
            if len(piece) < wished:
                break
        return tuple(found)

    async def _ask(self, lane: Lane, question: "Callable[[RecordQueries], T]") -> T:
        try:
            return await self._read(lane, question)
        except OutdatedError:  # the lane's end is the only reason
            raise StoreError(translate("Store", "The history is not open.")) from None

    async def _read(
        self, lane: Lane, question: "Callable[[RecordQueries], T]", outdated: Callable[[], bool] = lambda: False
    ) -> T:
        if not self._opened:
            await self._store.open()
            self._opened = True
        return await lane.ask(question, outdated=outdated)
