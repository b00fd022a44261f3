"""What is put into the store comes back as it was given, in order, for its account."""

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from supervisor_gui.errors import StoreError
from supervisor_gui.history.store import Pace, Store
from supervisor_gui.live.ports import DirectoryEntry, StateInterval
from tests.helpers.qt_async import run_qt, until
from tests.history.conftest import Told
from tests.history.rows import ACCOUNT, NOON, OTHER, action, interval, sample

NEVER = Pace(flush=3600.0, retry=3600.0)


def count(path: Path, table: str) -> int:
    """Rows that another program sees in the file."""
    with closing(sqlite3.connect(path)) as file:
        return int(file.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


async def test_actions_come_back_newest_first_up_to_the_limit(store: Store) -> None:
    rows = [action(f"word {number}", at=NOON + number // 2) for number in range(6)]
    store.record(rows)
    assert await store.audit(ACCOUNT) == tuple(reversed(rows))
    assert await store.audit(ACCOUNT, limit=2) == (rows[5], rows[4])
    assert await store.audit(ACCOUNT, since=NOON + 2) == (rows[5], rows[4])


async def test_samples_of_a_span_come_back_by_minute_and_queue(store: Store) -> None:
    store.samples([sample(12, "satis"), sample(12, "destek"), sample(11), sample(10), sample(13)])
    wanted = (sample(11), sample(12, "destek"), sample(12, "satis"))
    assert await store.samples_between(ACCOUNT, 11 * 60, 13 * 60) == wanted
    assert await store.samples_between(ACCOUNT, 10 * 60 + 1, 12 * 60 + 1) == wanted
    assert await store.samples_between(ACCOUNT, 0, 20 * 60, "satis") == (sample(12, "satis"),)


async def test_a_later_sample_of_the_same_minute_and_queue_wins(store: Store) -> None:
    store.samples([sample(5, waiting=1), sample(5, waiting=2)])
    assert await store.samples_between(ACCOUNT, 0, 600) == (sample(5, waiting=2),)
    store.samples([sample(5, waiting=3)])
    assert await store.samples_between(ACCOUNT, 0, 600) == (sample(5, waiting=3),)


async def test_an_interval_given_again_gets_its_end(store: Store) -> None:
    store.intervals([interval(100.5, None)])
    assert await store.intervals_between(ACCOUNT, 0, 1000) == (interval(100.5, None),)
    store.intervals([interval(100.5, 160.25)])
    assert await store.intervals_between(ACCOUNT, 0, 1000) == (interval(100.5, 160.25),)


async def test_intervals_keep_their_reason_and_whether_their_beginning_was_seen(store: Store) -> None:
    row = StateInterval(
        account=ACCOUNT, extension="104", began=1.0, ended=None, state="paused", reason="Öğle yemeği", exact=False
    )
    store.intervals([row])
    assert await store.intervals_between(ACCOUNT, 0, 10) == (row,)


async def test_intervals_of_one_extension_alone(store: Store) -> None:
    store.intervals([interval(1, 5, "103"), interval(5, 9, "103"), interval(2, 8, "104"), interval(8, 20, "104")])
    assert await store.intervals_between(ACCOUNT, 6, 8, "104") == (interval(2, 8, "104"),)
    assert await store.intervals_between(ACCOUNT, 6, 9, "104") == (interval(2, 8, "104"), interval(8, 20, "104"))


STATES = st.tuples(st.sampled_from(["101", "102", "5550001122"]), st.integers(0, 60))


def following(starts: list[tuple[str, int]], *, lasting: bool) -> list[StateInterval]:
    """Intervals as a recorder makes them: an extension's next one ends the one before."""
    rows = []
    for extension, began in starts:
        later = [start for other, start in starts if other == extension and start > began]
        shown = "•••22" if len(extension) > 6 else extension
        rows.append(interval(began, min(later) if later else None if lasting else began + 5, shown))
    return rows


@settings(max_examples=20)
@given(st.lists(STATES, unique=True, max_size=25), st.booleans(), st.integers(0, 60), st.integers(0, 20))
def test_a_span_finds_exactly_the_intervals_that_touch_it(
    starts: list[tuple[str, int]], lasting: bool, begin: int, length: int
) -> None:
    rows = following(starts, lasting=lasting)
    end = begin + length

    def touches(row: StateInterval) -> bool:
        return begin <= row.began < end or (row.began < begin and (row.ended is None or row.ended > begin))

    async def found() -> tuple[StateInterval, ...]:
        with TemporaryDirectory() as folder:
            store = Store(Path(folder) / "history.sqlite", report=lambda _, error: pytest.fail(str(error)))
            await store.open()
            store.intervals(rows)
            try:
                return await store.intervals_between(ACCOUNT, begin, end)
            finally:
                await store.close()

    assert asyncio.run(found()) == tuple(sorted(filter(touches, rows), key=lambda row: (row.began, row.extension)))


async def test_a_name_can_be_given_changed_and_removed(store: Store) -> None:
    store.put_names(ACCOUNT, [DirectoryEntry("104", "Çağrı"), DirectoryEntry("103", "Ayşe", "Satış")])
    assert await store.names(ACCOUNT) == (DirectoryEntry("103", "Ayşe", "Satış"), DirectoryEntry("104", "Çağrı"))
    store.put_names(ACCOUNT, [DirectoryEntry("103", "Ayşe Işık"), DirectoryEntry("104", "")])
    assert await store.names(ACCOUNT) == (DirectoryEntry("103", "Ayşe Işık"),)


async def test_of_names_given_at_once_the_last_one_stands(store: Store) -> None:
    store.put_names(ACCOUNT, [DirectoryEntry("103", "A"), DirectoryEntry("103", ""), DirectoryEntry("103", "B")])
    store.put_names(ACCOUNT, [DirectoryEntry("104", "C"), DirectoryEntry("104", "")])
    assert await store.names(ACCOUNT) == (DirectoryEntry("103", "B"),)


async def test_an_account_remembers_values_until_they_are_forgotten(store: Store) -> None:
    store.put_memory(ACCOUNT, "queues", ("destek", "satış"))
    store.put_memory(ACCOUNT, "refused_at", 17.5)
    assert await store.get_memory(ACCOUNT, "queues", tuple[str, ...]) == ("destek", "satış")
    assert await store.get_memory(ACCOUNT, "refused_at", float) == 17.5
    store.put_memory(ACCOUNT, "queues", None)
    assert await store.get_memory(ACCOUNT, "queues", tuple[str, ...]) is None


async def test_a_remembered_value_of_another_kind_counts_as_none(store: Store) -> None:
    store.put_memory(ACCOUNT, "queues", "destek")
    assert await store.get_memory(ACCOUNT, "queues", tuple[str, ...]) is None


async def test_an_account_sees_nothing_of_another(store: Store) -> None:
    store.record([action(account=OTHER)])
    store.samples([sample(1, account=OTHER)])
    store.intervals([interval(1, None, account=OTHER), interval(2, None, "104", account=OTHER)])
    store.put_names(OTHER, [DirectoryEntry("103", "Ayşe")])
    store.put_memory(OTHER, "queues", ["destek"])
    assert await store.audit(ACCOUNT) == ()
    assert await store.samples_between(ACCOUNT, 0, 1000) == ()
    assert await store.intervals_between(ACCOUNT, 0, 1000) == ()
    assert await store.intervals_between(ACCOUNT, 500, 1000) == ()
    assert await store.names(ACCOUNT) == ()
    assert await store.get_memory(ACCOUNT, "queues", list[str]) is None
    assert len(await store.intervals_between(OTHER, 500, 1000)) == 2


async def test_rows_reach_the_file_by_themselves(store_at: Callable[..., Store], path: Path) -> None:
    store = store_at(path, Pace(flush=0.02, retry=3600.0))
    await store.open()
    store.record([action()])
    await until(lambda: count(path, "audit") == 1, "the action in the file")
    store.record([action()])
    await until(lambda: count(path, "audit") == 2, "the next action in the file")


async def test_five_hundred_rows_do_not_wait_for_the_pace(store_at: Callable[..., Store], path: Path) -> None:
    store = store_at(path, NEVER)
    await store.open()
    store.samples(sample(minute) for minute in range(499))
    store.record([action()])
    await until(lambda: count(path, "minute_samples") == 499, "the samples in the file")
    assert count(path, "audit") == 1


async def test_rows_given_before_the_opening_are_written(store_at: Callable[..., Store], path: Path) -> None:
    store = store_at(path, NEVER)
    store.record([action()])
    await store.open()
    assert count(path, "audit") == 1


async def test_closing_writes_what_waits(store_at: Callable[..., Store], path: Path) -> None:
    store = store_at(path, NEVER)
    await store.open()
    store.record([action()])
    store.put_names(ACCOUNT, [DirectoryEntry("103", "Ayşe")])
    await store.close()
    assert count(path, "audit") == 1
    assert count(path, "names") == 1


async def test_closing_without_ever_opening_writes_what_waits(store_at: Callable[..., Store], path: Path) -> None:
    store = store_at(path)
    store.record([action()])
    await store.close()
    assert count(path, "audit") == 1


async def test_a_store_that_was_never_used_leaves_no_file(store_at: Callable[..., Store], path: Path) -> None:
    store = store_at(path)
    await store.close()
    await store.close()
    assert list(path.parent.glob("*")) == []


async def test_after_the_close_rows_are_dropped_and_questions_refused(store: Store, path: Path) -> None:
    await store.close()
    store.record([action()])
    with pytest.raises(StoreError, match="not open"):
        await store.audit(ACCOUNT)
    assert count(path, "audit") == 0


async def test_the_first_question_opens_the_file(store_at: Callable[..., Store], path: Path) -> None:
    store = store_at(path)
    store.put_names(ACCOUNT, [DirectoryEntry("103", "Çiğdem")])
    assert [entry.name for entry in await store.names(ACCOUNT)] == ["Çiğdem"]
    assert count(path, "names") == 1


async def test_what_was_written_is_there_after_a_restart(store_at: Callable[..., Store], path: Path) -> None:
    first = store_at(path)
    await first.open()
    first.record([action("Öğle")])
    await first.close()
    second = store_at(path)
    assert await second.open() == ""
    assert [row.words for row in await second.audit(ACCOUNT)] == ["Öğle"]


async def test_intervals_left_open_by_a_killed_program_end_at_its_last_sample(store: Store) -> None:
    store.samples([sample(10), sample(11)])
    store.intervals([interval(100, 300, "103"), interval(300, None, "103"), interval(650, None, "104")])
    store.intervals([interval(9000, None, "105"), interval(1, None, "103", account=OTHER)])
    store.intervals([interval(9100, None, "106")])
    store.samples([sample(152)])
    assert await store.end_left_open(ACCOUNT, 9100) == 3
    assert await store.intervals_between(ACCOUNT, 0, 10_000) == (
        interval(100, 300, "103"),
        interval(300, 720, "103"),
        interval(650, 720, "104"),
        interval(9000, 9000, "105"),
        interval(9100, None, "106"),
    )
    assert await store.intervals_between(OTHER, 0, 10) == (interval(1, None, "103", account=OTHER),)


async def test_without_samples_an_interval_left_open_ends_where_it_began(store: Store) -> None:
    store.intervals([interval(300, None)])
    assert await store.end_left_open(ACCOUNT, 9100) == 1
    assert await store.intervals_between(ACCOUNT, 0, 1000) == (interval(300, 300),)


async def test_a_row_that_no_database_takes_is_reported_and_the_others_are_kept(store: Store, told: Told) -> None:
    store.record([action("first"), action("cut \ud83d"), action("last")])
    store.samples([sample(2**70), sample(7)])
    assert [row.words for row in await store.audit(ACCOUNT)] == ["last", "first"]
    assert await store.samples_between(ACCOUNT, 0, 1000) == (sample(7),)
    assert [type(error) for error in told.bugs] == [UnicodeEncodeError]
    assert store.problem == ""
    told.bugs.clear()


def test_the_windows_thread_never_imports_sqlalchemy() -> None:
    script = """
import asyncio, sys, tempfile, threading
from pathlib import Path
from supervisor_gui.history.store import Store

class Watch:
    def find_spec(self, name, *_):
        if name == "sqlalchemy" and threading.current_thread() is threading.main_thread():
            sys.exit("imported on the main thread")

sys.meta_path.insert(0, Watch())

async def main():
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "history.sqlite", report=print)
        await store.open()
        await store.close()

assert "sqlalchemy" not in sys.modules
asyncio.run(main())
assert "sqlalchemy" in sys.modules
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_loop_turns_while_sixty_thousand_rows_are_written(qapp: QApplication, path: Path) -> None:
    async def turns_before_the_commit() -> int:
        store = Store(path, report=lambda _, error: pytest.fail(str(error)))
        await store.open()
        store.samples(sample(minute) for minute in range(60_000))
        turns = 0
        with closing(sqlite3.connect(path)) as other:
            while other.execute("SELECT count(*) FROM minute_samples").fetchone() == (0,):
                await asyncio.sleep(0.002)
                turns += 1
        await store.close()
        return turns

    assert run_qt(qapp, turns_before_the_commit()) > 20
    assert count(path, "minute_samples") == 60_000


async def test_what_was_remembered_is_there_before_the_store_is_loaded(
    store_at: Callable[..., Store], path: Path
) -> None:
    first = store_at(path)
    first.put_memory(ACCOUNT, "queues", ["destek"])
    await first.close()
    second = store_at(path)
    assert await second.get_memory(ACCOUNT, "queues", list[str]) == ["destek"]
    assert await second.get_memory(OTHER, "queues", list[str]) is None
    second.put_memory(ACCOUNT, "queues", ["satış"])
    assert await second.get_memory(ACCOUNT, "queues", list[str]) == ["satış"]


def spoil(path: Path) -> None:
    path.write_bytes(b"no database at all " * 100)


@pytest.mark.logs
async def test_a_damaged_file_remembers_nothing_and_is_told_of_later(
    store_at: Callable[..., Store], path: Path
) -> None:
    spoil(path)
    store = store_at(path)
    assert await store.get_memory(ACCOUNT, "queues", list[str]) is None
    await store.open()
    assert store.problem
