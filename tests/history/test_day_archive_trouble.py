"""Programs that are killed or several at once, disks and files that take no days: whole rows or none, and words."""

import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from supervisor_gui.errors import StoreError
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.day_values import Past, RecordHour, StoredRecords
from supervisor_gui.history.store import Store
from supervisor_gui.history.worker import Worker
from supervisor_gui.netsantral.types_statistics import CallOutcome
from tests.helpers.qt_async import until
from tests.history.conftest import Told
from tests.history.days import (
    ASKED,
    DAY,
    LEASE,
    ME,
    OTHER_HOLDER,
    about_list,
    about_records,
    call,
    claim,
    figures,
    keep_days,
    keep_list,
    later,
    list_row,
)
from tests.history.rows import ACCOUNT

logs = pytest.mark.logs


async def all_of(archive: DayArchive) -> Past:
    """Everything of some weeks."""
    return await archive.past(DAY, later(30), threshold=20, short=5)


async def makes_trouble(store: Store, pragma: str) -> None:
    """Let the file refuse until the store opens it anew."""

    def refuse(worker: Worker) -> None:
        worker._open().exec_driver_sql(pragma)

    await store._ask(refuse)


@logs
@pytest.mark.parametrize(
    ("pragma", "said"),
    [("PRAGMA max_page_count = 1", "disk is full"), ("PRAGMA query_only = ON", "rights of the data folder")],
)
async def test_an_answer_that_the_disk_does_not_take_changes_nothing_and_can_be_put_again(
    store: Store, pragma: str, said: str
) -> None:
    archive = DayArchive(store, ACCOUNT)
    many = [call(f"{9 + number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}") for number in range(5000)]
    await keep_days(archive, figures(DAY, 1, final=False))
    old = await keep_list(archive, [call("09:00:00")], list_row(calls=1, final=False))
    await claim(archive, about_list())
    before = await all_of(archive)

    await makes_trouble(store, pragma)
    with pytest.raises(StoreError, match=said):
        await archive.put_list(list_row(calls=5000), many, about_list(), holder=ME)
    assert await all_of(archive) == before
    assert before.lists == (old,)
    assert await archive.claimed_by_others([about_list()], holder=OTHER_HOLDER, now=ASKED, lease=LEASE)

    await archive.put_list(list_row(calls=5000), many, about_list(), holder=ME)
    assert len(await archive.calls(DAY, DAY)) == 5000
    assert not await archive.claimed_by_others([about_list()], holder=OTHER_HOLDER, now=ASKED, lease=LEASE)
    await until(lambda: store.problem == "", "the recovery told")


@logs
@pytest.mark.parametrize("pragma", ["PRAGMA max_page_count = 1", "PRAGMA query_only = ON"])
async def test_figures_that_do_not_fit_are_not_kept_in_part(store: Store, pragma: str) -> None:
    archive = DayArchive(store, ACCOUNT)
    await makes_trouble(store, pragma)
    with pytest.raises(StoreError):
        await keep_days(archive, *(figures(later(number)) for number in range(5000)))
    assert await archive.past(DAY, later(5000), threshold=20, short=5) == Past(DAY, later(5000))


@logs
async def test_counts_that_are_not_taken_leave_no_trace(store: Store) -> None:
    archive = DayArchive(store, ACCOUNT)
    await makes_trouble(store, "PRAGMA query_only = ON")
    with pytest.raises(StoreError):
        await archive.put_records(
            StoredRecords(DAY, ASKED, final=True), [RecordHour(DAY, 9, 1, 1)], about_records(), holder=ME
        )
    assert await archive.past(DAY, DAY, threshold=20, short=5) == Past(DAY, DAY)


@logs
async def test_a_missing_folder_is_told_and_days_are_kept_when_it_is_there(
    store_at: Callable[..., Store], tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    store = store_at(folder / "history.sqlite")
    archive = DayArchive(store, ACCOUNT)
    with pytest.raises(StoreError, match="rights"):
        await archive.known(DAY, DAY)
    folder.mkdir()
    await keep_days(archive, figures(DAY))
    assert (await all_of(archive)).days == (figures(DAY),)
    await until(lambda: store.problem == "", "the recovery told")


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another program holds the write lock."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@logs
async def test_a_held_file_can_be_read_and_what_would_change_it_is_refused_in_words(store: Store, path: Path) -> None:
    archive = DayArchive(store, ACCOUNT)
    await keep_days(archive, figures(DAY))
    with held(path):
        assert (await all_of(archive)).days == (figures(DAY),)
        for refused in (
            claim(archive, about_list()),
            archive.renew(about_list(), holder=ME, now=ASKED, lease=LEASE),
            archive.release(about_list(), holder=ME),
            keep_days(archive, figures(later(1))),
        ):
            with pytest.raises(StoreError, match="Another program"):
                await refused
    await until(lambda: store.problem == "", "the recovery told")
    assert (await all_of(archive)).days == (figures(DAY),)


TABLES = ("statistics_days", "statistics_lists", "listed_calls", "record_days", "record_hours", "asking")


@logs
@pytest.mark.parametrize("table", TABLES)
async def test_a_file_without_one_of_the_tables_is_put_aside_and_begun_anew(
    store_at: Callable[..., Store], path: Path, table: str
) -> None:
    first = store_at(path)
    await keep_days(DayArchive(first, ACCOUNT), figures(DAY))
    await first.close()
    with closing(sqlite3.connect(path)) as file:
        file.execute(f"DROP TABLE {table}")
    store = store_at(path)
    assert "was damaged" in await store.open()
    await keep_days(DayArchive(store, ACCOUNT), figures(later(1)))
    assert (await all_of(DayArchive(store, ACCOUNT))).days == (figures(later(1)),)
    (aside,) = [entry for entry in path.parent.iterdir() if ".damaged-" in entry.name]
    assert aside.name in store.problem


@logs
async def test_days_of_a_newer_program_are_left_alone(store_at: Callable[..., Store], path: Path) -> None:
    first = store_at(path)
    await keep_days(DayArchive(first, ACCOUNT), figures(DAY))
    await first.close()
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version = 99")
    store = store_at(path)
    with pytest.raises(StoreError, match="schema is 99"):
        await all_of(DayArchive(store, ACCOUNT))
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT account FROM statistics_days").fetchall() == [(ACCOUNT,)]


@logs
async def test_tables_that_vanish_while_the_program_runs_are_replaced(store: Store, path: Path, told: Told) -> None:
    archive = DayArchive(store, ACCOUNT)
    with closing(sqlite3.connect(path)) as file:
        file.execute("DROP TABLE asking")
    assert await claim(archive, about_list()) == about_list()
    assert "was damaged" in store.problem
    assert told.problems == [store.problem]


async def test_a_closed_store_is_told(store: Store) -> None:
    await store.close()
    with pytest.raises(StoreError, match="not open"):
        await DayArchive(store, ACCOUNT).known(DAY, DAY)


_PUTS = """
import asyncio, random, sys
from pathlib import Path
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.day_values import RecordHour, StoredRecords
from supervisor_gui.history.store import Store
from tests.history.days import *
from tests.history.rows import ACCOUNT

async def main():
    store = Store(Path(sys.argv[1]), report=lambda *bug: sys.exit(repr(bug)))
    archive = DayArchive(store, ACCOUNT)
    sizes = random.Random(int(sys.argv[2]))
    while True:
        print("a round", flush=True)
        size = sizes.randrange(1, 500)
        await claim(archive, about_list(), planned_at=2 * ASKED)
        calls = [call(f"{number % 24:02}:{number % 60:02}:00", size) for number in range(size)]
        await archive.put_list(list_row(final=False), calls, about_list(), holder=ME)
        hours = [RecordHour(DAY, hour, size, size) for hour in range(24)]
        await archive.put_records(StoredRecords(DAY, float(size), False), hours, about_records(), holder=ME)
        await archive.put_days([figures(later(day), size, final=False) for day in range(7)], about_days(DAY), holder=ME)

asyncio.run(main())
"""


def kill_after(path: Path, seed: int, rounds: int) -> None:
    """Let a program put answers of many sizes, and kill it in the middle of a round."""
    command = [sys.executable, "-c", _PUTS, str(path), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert [program.stdout.readline() for _ in range(rounds)] == ["a round\n"] * rounds
        program.send_signal(signal.SIGKILL)


async def test_after_a_kill_at_any_moment_everything_kept_is_whole(store_at: Callable[..., Store], path: Path) -> None:
    rounds = random.Random(5)
    for seed in range(3):
        kill_after(path, seed, rounds.randrange(2, 12))
        store = store_at(path)
        past = await all_of(DayArchive(store, ACCOUNT))
        calls = await DayArchive(store, ACCOUNT).calls(DAY, DAY)
        (row,) = past.lists
        assert {each.wait_seconds for _, each in calls} == {row.calls}
        assert len(calls) == sum(hour.calls for hour in past.hours) == row.calls
        assert len({day.figures.incoming for day in past.days}) <= 1
        assert len(past.days) in {0, 7}
        assert {hour.answered for hour in past.record_hours} == {int(day.asked_at) for day in past.records}
        # Nobody waits longer than the lease for the dead.
        assert await claim(DayArchive(store, ACCOUNT), about_list(), now=ASKED + LEASE, planned_at=2 * ASKED)
        await store.close()


_ASKS = """
import asyncio, sys
from pathlib import Path
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.store import Store
from supervisor_gui.netsantral.types_statistics import CallOutcome
from tests.history.days import *
from tests.history.rows import ACCOUNT

async def ask(archive, holder):
    weeks = [about_days(later(7 * week), later(7 * week + 6)) for week in range(6)]
    lists = [about_list(outcome, later(day)) for day in range(20) for outcome in CallOutcome]
    while True:
        question = await claim(archive, *weeks, *lists, holder=holder)
        if question is None:
            return
        print(question.kind.value, question.start, question.end, question.outcome, flush=True)
        await asyncio.sleep(0)
        if question.outcome is None:
            days = [figures(later(day, question.start)) for day in range(question.days)]
            await archive.put_days(days, question, holder=holder)
        else:
            await archive.put_list(list_row(question.outcome, question.start), [], question, holder=holder)

async def main():
    store = Store(Path(sys.argv[1]), report=lambda *bug: sys.exit(repr(bug)))
    await store.open()
    print("open", flush=True)
    sys.stdin.readline()
    archive = DayArchive(store, ACCOUNT)
    await asyncio.gather(*(ask(archive, f"{sys.argv[2]} {lane}") for lane in range(2)))
    await store.close()

asyncio.run(main())
"""


def asking_program(path: Path, who: str) -> subprocess.Popen[str]:
    """A program of two lanes that asks everything it can, once it is told to."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", _ASKS, str(path), who]
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


async def test_programs_and_lanes_at_the_same_time_ask_everything_once(
    store_at: Callable[..., Store], path: Path
) -> None:
    programs = [asking_program(path, who) for who in "abc"]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "open\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    ended = [program.communicate(timeout=60) for program in programs]
    assert [errors for _, errors in ended] == ["", "", ""]
    asked = [line for said, _ in ended for line in said.splitlines()]
    assert len(asked) == len(set(asked)) == 6 + 20 * len(CallOutcome)
    past = await DayArchive(store_at(path), ACCOUNT).past(DAY, later(60), threshold=20, short=5)
    assert (len(past.days), len(past.lists)) == (42, 60)
