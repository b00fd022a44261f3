"""Call records from the simulator: what is kept is every call of its ledger, and a call that ends comes by itself."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from supervisor_gui.clock import pbx_day
from supervisor_gui.history.planner import last_settled
from supervisor_gui.history.store import Store
from supervisor_gui.history.wants import RECORDS
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.past import PastDay, small_centre
from tests.helpers.qt_async import until
from tests.helpers.recount import Truth, direction, midnight, turkish
from tests.helpers.wire_server import PASSWORD
from tests.history.backfilling import Pbx, backfilling

DAYS = 5
DAY = timedelta(days=1)
EVERY = 60.0
ROUNDS = 12

Row = tuple[str, int, str, int]
"""Id, second in which it began, direction, legs."""


@pytest.fixture
def past() -> Iterator[PastDay]:
    # After midnight the last settled day is the one before yesterday.
    with SimulatorProcess(small_centre(seed=11, days=DAYS + 1), password=PASSWORD) as running:
        yield PastDay(running, back=DAYS)


def kept(path: Path, start: datetime, end: datetime) -> list[Row]:
    """The calls kept that began between two instants, in order of their ids."""
    columns = "call, CAST(began AS INTEGER), direction, legs"
    within = "began >= ? AND began < ?"
    with closing(sqlite3.connect(path)) as file:
        query = f"SELECT {columns} FROM call_records WHERE {within} ORDER BY call"
        return file.execute(query, (start.timestamp(), end.timestamp())).fetchall()


def rows(calls: list[Truth]) -> list[Row]:
    """What is to be kept of calls of the ledger."""
    return sorted((call["id"], int(call["arrived"]), direction(call).value, legs(call)) for call in calls)


def legs(call: Truth) -> int:
    """A leg for each telephone that rang and each party it was moved to, and one for the queue or the whole call."""
    whole = 0 if call["kind"] == "direct" and call["offers"] else 1
    return whole + len(call["offers"]) + sum(leg["moved"] is not None for leg in call["legs"])


def ended(past: PastDay, day: date, until: float) -> list[Truth]:
    """The calls that began on a day and had ended at an instant."""
    start = midnight(day)
    calls = past.ledger(start, start + DAY)
    return [
        call
        for call in calls
        if turkish(call["arrived"]).date() == day and call["ended"] is not None and call["ended"] <= until
    ]


async def test_what_is_kept_is_the_ledger_and_a_call_that_ends_is_there_within_one_round(
    store: Store, path: Path, past: PastDay
) -> None:
    now = past.control.get_now("/clock")["now"]
    async with backfilling(store, Pbx(), now, api_url=past.info.api_url, wants=RECORDS) as desk:
        desk.backfill.start(DAYS)
        await desk.filled(DAYS)
        newest = last_settled(now)
        for back in range(DAYS):
            day = newest - back * DAY
            truth = rows(ended(past, day, now))
            assert kept(path, midnight(day), midnight(day) + DAY) == truth
            assert len(truth) > 50
        desk.backfill.follow(EVERY)
        await until(lambda: pbx_day(now) in dict(desk.stored), "the running day")
        new: set[str] = set()
        rounds = 0
        while rounds < ROUNDS or len(new) <= 3:
            rounds += 1
            assert rounds < 20 * ROUNDS, "at night few people call, but some do"
            known, answers = (
                {row[0] for row in kept(path, midnight(newest), midnight(newest + 4 * DAY))},
                desk.stored[:],
            )
            now = past.control.post_now("/clock", {"advance": 2 * EVERY})["now"]
            desk.now = now
            day = pbx_day(now)
            # In the first hour of a day the one before is asked for too.
            await until(lambda: day in dict(desk.stored[len(answers) :]), "an answer")  # noqa: B023
            there = kept(path, midnight(day), midnight(day) + DAY)
            assert set(rows(ended(past, day, now))) <= set(there)
            assert set(there) <= set(rows(ended(past, day, now + 3600)))
            new |= {row[0] for row in there} - known
        assert desk.limits == []
