"""A book of missed callers on kept calls that a test holds, and calls spelt shortly. Nothing here asserts anything."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, closing
from pathlib import Path

import msgspec

from supervisor_gui.clock import Clock, pbx_day
from supervisor_gui.errors import StoreError
from supervisor_gui.history.missed_callers import missed_callers
from supervisor_gui.history.missed_values import (
    CallerNote,
    CallerState,
    Contact,
    ContactKind,
    MissedCaller,
    MissedView,
)
from supervisor_gui.history.store import Store
from supervisor_gui.live.live_calls import CallDirection, Calls, CallState, LiveCall
from supervisor_gui.sessions.missed import MissedBook
from supervisor_gui.tasks import Tasks
from tests.helpers.qt_async import until
from tests.history.rows import ACCOUNT, NOON

CALLER, OTHER = "05550001122", "05550001133"
TAIL, OTHER_TAIL = CALLER[1:], OTHER[1:]
TODAY = pbx_day(NOON)


class Kept:
    """Kept calls, and the notes that are in the store's file; a recount can be held up or made to fail."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.contacts: list[Contact] = []
        self.counts = 0
        self.at_once = 0
        self.most_at_once = 0
        self.failure = ""
        self.go = asyncio.Event()
        self.go.set()

    async def missed(self, start: float, end: float, live: Sequence[Contact]) -> MissedView:
        """What was kept when the recount began, told when `go` is set."""
        self.counts += 1
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        view = missed_callers((*self.contacts, *live), self.notes(), start=start, end=end, as_of=NOON)
        failure = self.failure
        try:
            await self.go.wait()
        finally:
            self.at_once -= 1
        if failure:
            raise StoreError(failure)
        return view

    def notes(self) -> dict[str, CallerNote]:
        """Those that are written."""
        if not self.path.exists():
            return {}
        with closing(sqlite3.connect(self.path)) as file:
            rows = file.execute("SELECT tail, text, who, at, set_aside FROM caller_notes WHERE account = ?", (ACCOUNT,))
            return {row[0]: CallerNote(*row) for row in rows}


class Ticks(msgspec.Struct):
    """A monotonic clock that goes on by `each` with every reading."""

    each: float = 0.0
    now: float = 0.0

    def read(self) -> float:
        """Seconds."""
        self.now += self.each
        return self.now


class Desk(msgspec.Struct):
    """A book, what it told, and the time it lives in."""

    book: MissedBook
    kept: Kept
    tasks: Tasks
    wall: list[float]
    ticks: Ticks
    told: list[MissedView] = []

    def caller(self, tail: str = TAIL) -> MissedCaller | None:
        """The row with this tail."""
        return next((row for row in self.book.view.callers if row.tail == tail), None)

    def state(self, tail: str = TAIL) -> CallerState | None:
        """How it stands with the caller."""
        row = self.caller(tail)
        return row.state if row is not None else None

    async def counted(self) -> None:
        """Wish for a recount and wait for it."""
        before = self.kept.counts
        self.book.refresh()
        await until(lambda: self.kept.counts > before and not self.kept.at_once and self.book.counted, "a recount")


@asynccontextmanager
async def desks(path: Path) -> AsyncIterator[Callable[..., Desk]]:
    """Makes books on stores at `path`, at noon, and ends them."""
    made: list[Desk] = []

    def make(store: Store, *, time_factor: float = 1.0, names: Callable[[str], str] = lambda _: "") -> Desk:
        wall, tasks, kept, ticks = [NOON], Tasks(), Kept(path), Ticks()
        clock = Clock(wall=lambda: wall[0], monotonic=ticks.read)
        book = MissedBook(
            kept,
            store,
            account=ACCOUNT,
            who="ayse",
            tasks=tasks,
            clock=clock,
            names=names,
            time_factor=time_factor,
        )
        desk = Desk(book, kept, tasks, wall, ticks)
        book.subscribe(desk.told.append)
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.kept.go.set()
        await desk.book.stop()
        await desk.tasks.close()


def miss(at: float = NOON - 600, number: str = CALLER, **more: str) -> Contact:
    return Contact(at, ContactKind.MISSED, number, **({"call": f"sip3-{at}.{number}"} | more))


def call(
    direction: CallDirection, state: CallState, number: str = CALLER, *, key: str = "7.1", at: float = 0
) -> LiveCall:
    """A call that began so many seconds after noon, answered as soon as somebody talks."""
    answered = NOON + at if state is CallState.TALKING else 0.0
    return LiveCall(key, direction, state, call=key, number=number, began=NOON + at, answered=answered, extension="103")


def running(*calls: LiveCall) -> Calls:
    return Calls(live={one.key: one for one in calls if one.ended == 0.0 and one.state is not CallState.ENDED})


def over(*calls: LiveCall) -> Calls:
    return Calls(ended=tuple(msgspec.structs.replace(one, state=CallState.ENDED, ended=NOON + 60) for one in calls))


async def turns() -> None:
    """Let everything that is due happen."""
    for _ in range(9):
        await asyncio.sleep(0)


LOST = call(CallDirection.INCOMING, CallState.RINGING)
OUT = call(CallDirection.OUTGOING, CallState.TALKING, key="7.2", at=30)
