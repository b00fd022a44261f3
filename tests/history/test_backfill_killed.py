"""A backfill that is killed again and again: what was stored is never asked again, and in the end all is there."""

import asyncio
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext, ForkServerProcess
from multiprocessing.forkserver import _forkserver  # type: ignore[attr-defined]
from pathlib import Path
from time import monotonic

import pytest

from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.past import PastDay
from tests.helpers.qt_async import until
from tests.helpers.wire_server import PASSWORD
from tests.history.backfill_child import run
from tests.history.backfilling import LISTS, Asked, read_body

DAYS = 14
KILLS = 8
"""Twenty, with the PBX's limits, are in tests/e2e/test_backfill_crash.py."""
NAMES = {"abandoned": "abandoned", "answered": "answered", "noanswer": "unanswered"}


@pytest.fixture(scope="module")
def simulator() -> Iterator[SimulatorProcess]:
    size = ["--agents", "4", "--queues", "1", "--load", "10"]
    arguments = ["--limits", "off", "--seed", "8", "--history-days", str(DAYS + 1), *size]
    with SimulatorProcess(arguments, password=PASSWORD) as running:
        yield running


@pytest.fixture(scope="module")
def programs() -> Iterator[ForkServerContext]:
    """Starts programs that have loaded all they need, so that a kill does not wait seconds for a start."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.history.backfill_child", "httpx", "sqlalchemy.dialects.sqlite"])
    yield context
    _forkserver._stop()


def kept(path: Path) -> set[tuple[date, str]]:
    """What the file holds: days with the name of the list, or none for their figures."""
    with closing(sqlite3.connect(path)) as file:
        try:
            days = [(date.fromordinal(day), "") for (day,) in file.execute("SELECT day FROM statistics_days")]
            lists = file.execute("SELECT day, outcome FROM statistics_lists").fetchall()
        except sqlite3.OperationalError:
            return set()
    return {*days, *((date.fromordinal(day), outcome) for day, outcome in lists)}


def wanted(asked: Asked) -> set[tuple[date, str]]:
    """What a question would bring."""
    return {(day, NAMES.get(asked.wanted, "")) for day in asked.days}


async def test_killed_at_any_moment_nothing_stored_is_asked_again(
    simulator: SimulatorProcess, programs: ForkServerContext, path: Path
) -> None:
    def started() -> ForkServerProcess:
        program = programs.Process(target=run, args=(str(path), simulator.info.api_url, DAYS))
        program.start()
        return program

    past = PastDay(simulator, back=DAYS)
    chance = random.Random(11)
    begun = past.count()
    for _ in range(KILLS):
        before, there = past.count(), kept(path)
        running = started()
        # A few answers each time, so that there is still something to ask at the last kill.
        answers = chance.randint(1, 4)
        await until(lambda after=before, some=answers: len(past.asked(after)) >= some, "some questions", 30.0)
        until_then = monotonic() + chance.random() * 0.02
        while monotonic() < until_then:
            pass
        running.kill()
        running.join()
        for entry in past.asked(before):
            assert not wanted(read_body(entry["body"])) & there
    before, there = past.count(), kept(path)
    last = started()
    await asyncio.to_thread(last.join, 90.0)
    assert last.exitcode == 0
    questions = [read_body(entry["body"]) for entry in past.asked(begun)]
    assert not any(wanted(asked) & there for asked in questions[len(questions) - len(past.asked(before)) :])
    assert len(questions) <= len({str(asked) for asked in questions}) + KILLS
    assert len([day for day, outcome in kept(path) if not outcome]) == DAYS
    assert {outcome for _, outcome in kept(path)} - {""} == {NAMES[name] for name in LISTS}
