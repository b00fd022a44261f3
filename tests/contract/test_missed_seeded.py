"""Twenty seeded days: who is to be called back, and why no more, is what a plain loop over the ledger makes of it.

Nothing that folds, keeps or works out is used here: a caller is the last ten digits of a number in the ledger.
"""

import random
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from supervisor_gui.clock import Clock
from supervisor_gui.history.missed_values import CallerState, MissedCaller, MissedView
from supervisor_gui.history.record_reader import RecordReader
from supervisor_gui.history.store import Store
from supervisor_gui.live.ports import SeenCall
from tests.helpers.kept_truth import row_of
from tests.helpers.recount import Truth, midnight, talk
from tests.helpers.seeded_history import DAYS, NOW, SeededHistory, keep_seeded_days
from tests.helpers.wire_server import ACCOUNT

DAY = 86_400.0
BEGIN = midnight(DAYS[0]).timestamp()
END = midnight(DAYS[-1]).timestamp() + DAY
WAITING = {CallerState.OPEN, CallerState.TRIED}
CLOSING = {"reached": CallerState.REACHED, "came back": CallerState.CAME_BACK}
IN_ONE_SECOND = ("missed", "tried", "reached", "came back")
SEEN = {"queue": "incoming", "direct": "incoming", "internal": "internal", "link": "bridge"}


class Told(msgspec.Struct, frozen=True):
    """One call of a caller: the second of its begin, what it was, and the ledger's row."""

    at: int
    kind: str
    call: Truth


class Row(msgspec.Struct, frozen=True):
    """How it stands with one caller."""

    state: CallerState
    misses: int
    first: int
    last: int
    tries: int
    last_try: int
    closed: int
    closed_by: str
    number: str
    queue: str
    name: str


Callers = dict[str, list[Told]]
"""By the last ten digits, in order; under "" those who cannot be called back."""


@pytest.fixture(scope="module", params=[10_000, 40])
def history(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> SeededHistory:
    """With the simulator's crowd, and with fewer people, who call so often that all cases come."""
    return keep_seeded_days(tmp_path_factory.mktemp("seeded") / "history.sqlite", request.param)


@pytest.fixture(scope="module")
def callers(history: SeededHistory) -> Callers:
    """What each caller and we tried of each other."""
    return by_caller(history.calls)


@asynccontextmanager
async def opened(path: Path) -> AsyncIterator[tuple[Store, RecordReader]]:
    """A store and a reader on a file that is there."""
    failed: list[BaseException] = []
    store = Store(path, report=lambda _, error: failed.append(error))
    reader = RecordReader(path, ACCOUNT, store, clock=Clock(wall=lambda: NOW))
    try:
        assert await store.open() == ""
        yield store, reader
    finally:
        await reader.close()
        await store.close()
    assert failed == []


# The plain loop.


def by_caller(calls: Iterable[Truth]) -> Callers:
    """The calls of each caller, in order; of one second a miss first."""
    found: defaultdict[str, list[Told]] = defaultdict(list)
    for call in calls:
        kind = what_it_was(call)
        if kind:
            found[call["number"][-10:]].append(Told(int(call["arrived"]), kind, call))
    for told in found.values():
        told.sort(key=lambda one: (one.at, IN_ONE_SECOND.index(one.kind)))
    return found


def what_it_was(call: Truth) -> str:
    """Nothing for calls between extensions, and for those that put two outside parties together."""
    taken = call["answered"] is not None
    if call["kind"] in {"queue", "direct"}:
        return "came back" if taken else "missed"
    if call["kind"] in {"internal", "link"}:
        return ""
    return "reached" if taken else "tried"


def recount(callers: Callers, start: float, end: float) -> tuple[dict[str, Row], int]:
    """Each caller who was missed in the span, and how many misses were withheld."""
    withheld = sum(one.kind == "missed" and start <= one.at < end for one in callers[""])
    found = {caller: _row(told, start, end) for caller, told in callers.items() if caller}
    return {caller: row for caller, row in found.items() if row is not None}, withheld


def _row(told: list[Told], start: float, end: float) -> Row | None:
    told = [one for one in told if one.at >= start]
    misses = [one for one in told if one.kind == "missed" and one.at < end]
    if not misses:
        return None
    last = misses[-1]
    talks = [one for one in told if one.kind in CLOSING]
    before = max((one.at for one in talks if one.at < last.at), default=0)
    run = [one for one in misses if one.at > before]
    closing = next((one for one in talks if one.at >= last.at), None)
    over = closing.at if closing else NOW
    tries = [one for one in told if one.kind == "tried" and run[0].at <= one.at <= over]
    waits = CallerState.TRIED if tries else CallerState.OPEN
    incoming = [one for one in told if one.call["kind"] in {"queue", "direct"}]
    return Row(
        state=CLOSING[closing.kind] if closing else waits,
        misses=len(run),
        first=run[0].at,
        last=last.at,
        tries=len(tries),
        last_try=tries[-1].at if tries else 0,
        closed=closing.at if closing else 0,
        closed_by=row_of(closing.call).extension if closing else "",
        number=f"0{last.call['number'][-10:]}",
        queue=last.call["queue"],
        name=incoming[-1].call["name"],
    )


# Against the program.


def shown(caller: MissedCaller) -> Row:
    """The program's row in whole seconds."""
    return Row(
        state=caller.state,
        misses=caller.misses,
        first=int(caller.first),
        last=int(caller.last),
        tries=caller.tries,
        last_try=int(caller.last_try),
        closed=int(caller.closed),
        closed_by=caller.closed_by,
        number=caller.number,
        queue=caller.queue,
        name=caller.name,
    )


def check(
    view: MissedView, callers: Callers, start: float, end: float, spell: Callable[[Row], Row] = lambda row: row
) -> dict[str, Row]:
    """The view tells of the same callers, each as the ledger has it, in the right order; the result is the truth."""
    true, withheld = recount(callers, start, end)
    told = {caller.tail: spell(shown(caller)) for caller in view.callers}
    assert len(told) == len(view.callers)
    assert told == {caller: spell(row) for caller, row in true.items()}
    assert (view.withheld, view.as_of) == (withheld, END)
    _check_order(view)
    return true


def _check_order(view: MissedView) -> None:
    """Who waits stands before the rest, the oldest first miss at the top; of the rest the newest closing."""
    states = [caller.state in WAITING for caller in view.callers]
    assert states == sorted(states, reverse=True)
    assert view.waiting == sum(states)
    waiting, closed = view.callers[: view.waiting], view.callers[view.waiting :]
    assert all(one.first <= two.first for one, two in pairwise(waiting))
    assert all(one.closed >= two.closed for one, two in pairwise(closed))


async def test_all_twenty_days_are_what_the_ledger_makes_of_them(history: SeededHistory, callers: Callers) -> None:
    async with opened(history.path) as (_, reader):
        true = check(await reader.missed(BEGIN, END), callers, BEGIN, END)
    assert {row.state for row in true.values()} >= {CallerState.REACHED, CallerState.CAME_BACK}
    assert max(row.misses for row in true.values()) > 1
    assert max(row.tries for row in true.values()) > 0


async def test_each_day_alone_is_closed_by_what_came_after_it(history: SeededHistory, callers: Callers) -> None:
    states: set[CallerState] = set()
    async with opened(history.path) as (_, reader):
        for day in DAYS:
            start = midnight(day).timestamp()
            true = check(await reader.missed(start, start + DAY), callers, start, start + DAY)
            states |= {row.state for row in true.values()}
            assert true
    assert states == {*WAITING, *CLOSING.values()}


async def test_spans_that_begin_and_end_at_any_second(history: SeededHistory, callers: Callers) -> None:
    dice = random.Random(20)
    moments = [int(call["arrived"]) for call in history.calls]
    async with opened(history.path) as (_, reader):
        for _ in range(25):
            # The very second of a call is the edge.
            start, end = sorted(dice.sample(moments, 2))
            check(await reader.missed(start, end), callers, start, end)


async def test_what_the_program_saw_itself_counts_once_and_in_the_place_of_records_that_lack(
    history: SeededHistory, callers: Callers, tmp_path: Path
) -> None:
    path, last = tmp_path / "history.sqlite", midnight(DAYS[-1] - timedelta(days=1)).timestamp()
    shutil.copy(history.path, path)
    with closing(sqlite3.connect(path)) as file, file:
        assert file.execute("DELETE FROM call_records WHERE began >= ?", (last,)).rowcount > 500
    dice = random.Random(21)
    async with opened(path) as (store, reader):
        told = [_seen(call, dice) for call in history.calls if call["arrived"] >= last or dice.random() < 0.5]
        store.put_calls(told)
        for start in (BEGIN, last - 3 * DAY, last):
            check(await reader.missed(start, END), callers, start, END, _without_name)


def _seen(call: Truth, dice: random.Random) -> SeenCall:
    """The call as the event stream told it, whose ids come with and without their prefix."""
    row = row_of(call)
    return SeenCall(
        account=ACCOUNT,
        key=call["id"] if dice.random() < 0.5 else call["id"].partition("-")[2],
        at=call["arrived"],
        ended=call["ended"],
        extension=row.extension,
        number=row.number,
        queue=row.queue,
        direction=SEEN.get(call["kind"], "outgoing"),
        answered_seconds=talk(call) if call["answered"] is not None else None,
    )


def _without_name(row: Row) -> Row:
    """The stream tells no names that are kept with calls."""
    return msgspec.structs.replace(row, name="")
