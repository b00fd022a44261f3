"""A backfill from the simulator with its limits on: what is kept is what truly happened, and no limit is ever met."""

import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.planner import last_settled
from supervisor_gui.history.store import Store
from supervisor_gui.netsantral.budgets import Budgets
from supervisor_gui.netsantral.types_statistics import CallOutcome
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.past import PastDay
from tests.helpers.recount import check_figures, figures, listed, midnight
from tests.helpers.wire_server import ACCOUNT, PASSWORD
from tests.history.backfilling import SOON, Pbx, backfilling

DAYS = 9
DAY = timedelta(days=1)
FACTOR = 300.0


@pytest.fixture(scope="module")
def simulator() -> Iterator[SimulatorProcess]:
    size = ["--agents", "6", "--queues", "2", "--load", "20"]
    arguments = ["--limits", f"{FACTOR:g}", "--seed", "5", "--history-days", str(DAYS + 2), *size]
    with SimulatorProcess(arguments, password=PASSWORD) as running:
        yield running


@pytest.fixture
def past(simulator: SimulatorProcess) -> PastDay:
    return PastDay(simulator, back=DAYS)


async def test_each_kept_day_is_the_ledgers_and_no_question_is_put_twice(
    store_at: Callable[..., Store], path: Path, past: PastDay
) -> None:
    begun, now = past.count(), time.time()
    for _ in range(2):
        store = store_at(path)
        budgets = Budgets(None, ACCOUNT, time_factor=FACTOR)
        url = past.info.api_url
        async with backfilling(store, Pbx(), now, budgets=budgets, api_url=url, pace=SOON) as desk:
            desk.backfill.start(DAYS)
            await desk.filled(DAYS)
            assert desk.limits == []
            newest = last_settled(now)
            kept = await desk.archive.known(newest - (DAYS - 1) * DAY, newest)
            assert len(kept.days) == DAYS
            for back in range(0, DAYS, 4):
                await check_day(desk.archive, past, newest - back * DAY)
        await store.close()
    bodies = [entry["body"] for entry in past.asked(begun)]
    assert len(bodies) == len(set(bodies))
    assert 2 + DAYS < len(bodies) <= 3 + 3 * DAYS


async def check_day(archive: DayArchive, past: PastDay, day: date) -> None:
    """The kept figures and lists of a day are true."""
    start = midnight(day)
    calls = past.ledger(start, start + DAY)
    kept = (await archive.known(day, day)).days[day]
    assert kept.final
    check_figures(kept.figures, figures(calls, day))
    for outcome in CallOutcome:
        told = [call for _, call in await archive.calls(day, day, outcome)]
        assert told == listed(calls, day, outcome)
