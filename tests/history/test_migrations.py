"""Files of every released version come to today's form, and a step that fails changes nothing."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from supervisor_gui.autodial.values import BlockedNumber, JobState, KeptList, RowState, UploadJob, UploadRow
from supervisor_gui.clock import utc
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.day_values import HourCount, Past, StoredDay, StoredList
from supervisor_gui.history.dial_archive import DialArchive
from supervisor_gui.history.migrations import STEPS, migrate, version
from supervisor_gui.history.record_folding import legs_of
from supervisor_gui.history.record_values import KeptLeg
from supervisor_gui.history.schema import metadata
from supervisor_gui.history.store import Store
from supervisor_gui.live.ports import AuditRow, DirectoryEntry, StateInterval
from supervisor_gui.netsantral.types_autodial import Consent, LimitRule, StopRule
from supervisor_gui.netsantral.types_records import Direction
from supervisor_gui.netsantral.types_statistics import CallOutcome, DayStatistics, ListedCall
from tests.history.days import DAY, figures, keep_days
from tests.history.old_files import BUILDERS, version_2, version_3, version_4, version_5, version_6
from tests.history.rows import ACCOUNT, NOON, OTHER, sample, seen_call


@pytest.fixture
def file(path: Path) -> Iterator[sqlite3.Connection]:
    """An empty file in autocommit mode."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def tables(file: sqlite3.Connection) -> set[str]:
    """Names of the file's tables."""
    return {row[0] for row in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


@pytest.mark.parametrize("build", BUILDERS)
async def test_a_file_of_an_older_version_keeps_its_rows(
    build: Callable[[Path], None], path: Path, store_at: Callable[..., Store]
) -> None:
    build(path)
    store = store_at(path)
    assert await store.open() == ""
    assert await store.audit(ACCOUNT) == (
        AuditRow(NOON, "ayse", ACCOUNT, "pause", "103", "destek", "Mola", "done", "Success"),
    )
    assert await store.names(ACCOUNT) == (DirectoryEntry("103", "Ayşe Işık", "Satış"),)
    assert await store.samples_between(ACCOUNT, 0, 2 * NOON) == (sample(29166666),)
    assert await store.intervals_between(ACCOUNT, 0, 2 * NOON) == (
        StateInterval(ACCOUNT, "103", NOON, NOON + 60.5, "paused", "Mola"),
    )
    assert await store.get_memory(ACCOUNT, "queues", list[str]) == ["destek"]
    assert [entry.name for entry in path.parent.iterdir() if "-" not in entry.name] == ["history.sqlite"]


async def test_calls_of_a_file_that_had_them_stay(path: Path, store_at: Callable[..., Store]) -> None:
    version_2(path)
    seen = seen_call(NOON, key="sip3-1675000033.1")
    assert await store_at(path).last_call_with(ACCOUNT, "5550001122") == seen


async def test_days_of_a_file_that_had_them_stay(path: Path, store_at: Callable[..., Store]) -> None:
    version_3(path)
    archive = DayArchive(store_at(path), ACCOUNT)
    day, asked_at = date(2025, 6, 15), 1_750_032_000.0
    past = await archive.past(day, day, threshold=20, short=5)
    assert past == Past(
        day,
        day,
        days=(StoredDay(DayStatistics(day, 3, 1, 1, 1, 45, 60, 30, None, 45), asked_at, final=True),),
        lists=(StoredList(day, CallOutcome.ANSWERED, asked_at, final=True, listed=True, calls=1, damaged=2),),
        hours=(HourCount(day, 18, CallOutcome.ANSWERED, 1, 0, 0, 0, 0, 0, 1, 45),),
        # Their calls were only counted: they have to come once more.
        records=(),
        record_hours=(),
    )
    ((outcome, call),) = await archive.calls(day, day)
    assert outcome is CallOutcome.ANSWERED
    assert call == ListedCall("sip3-1675000033.1", utc(NOON), "05550001122", 45)


async def test_call_records_of_a_file_that_had_them_stay(path: Path, store_at: Callable[..., Store]) -> None:
    version_4(path)
    store = store_at(path)
    day = date(2025, 6, 15)
    assert list((await DayArchive(store, ACCOUNT).known(day, day)).records) == [day]
    assert [saved.file for saved in await store.saved_recordings()] == ["2025-06-15_18-06-40_103.wav"]
    with closing(sqlite3.connect(path)) as file:
        found = file.execute(
            "SELECT call, legs.legs FROM call_numbers JOIN call_records AS calls ON calls.id = call_numbers.rowid "
            "JOIN record_legs AS legs USING (id) WHERE call_numbers MATCH '\"0011\"'"
        ).fetchall()
    ((call, legs),) = found
    assert call == "sip3-1750000000.1"
    assert legs_of(legs) == (
        KeptLeg(NOON, "103", "5550001122", 45, Direction.INCOMING, "1", True, "3121110000", "", "7"),
    )


async def test_days_that_lost_their_call_records_are_still_known(path: Path, store_at: Callable[..., Store]) -> None:
    version_5(path)
    day = date(2025, 6, 15)
    assert (await DayArchive(store_at(path), ACCOUNT).known(day, day)).records[day].pruned


async def test_uploads_and_the_do_not_call_list_of_a_file_that_had_them_stay(
    path: Path, store_at: Callable[..., Store]
) -> None:
    version_6(path)
    archive = DialArchive(store_at(path), ACCOUNT)
    job = UploadJob(7, "42", "Anket", NOON, "ayse", JobState.PAUSED, "refused", "Hata", sent=1, unknown=1, absent=1)
    assert await archive.jobs() == (job,)
    line = "3121110000"
    assert await archive.rows_of(7) == (
        UploadRow(7, 0, "5550001122", "Ali", state=RowState.SENT, at=NOON + 1),
        UploadRow(
            7, 1, "5550001133", "Veli", False, 1_750_050_000.0, line, RowState.UNKNOWN, at=NOON + 2, absent_at=NOON + 60
        ),
    )
    assert await archive.kept_lists() == (
        KeptList(
            "42",
            NOON,
            "ayse",
            line,
            LimitRule.FREE_TIMES,
            StopRule.FAILED_PERCENT,
            40,
            Consent.CONSUMER,
            "https://example.invalid/sonuc",
            ("VIP",),
        ),
    )
    assert await archive.blocked() == (BlockedNumber("5550001144", "0555 000 11 44", "asked for it", NOON, "ayse"),)


@pytest.mark.parametrize("build", BUILDERS)
async def test_a_file_of_every_version_takes_days(
    build: Callable[[Path], None], path: Path, store_at: Callable[..., Store]
) -> None:
    build(path)
    archive = DayArchive(store_at(path), OTHER)
    await keep_days(archive, figures(DAY))
    assert (await archive.known(DAY, DAY)).days == {DAY: figures(DAY)}


def test_there_is_an_old_file_for_every_version() -> None:
    assert len(BUILDERS) == len(STEPS)


def test_the_steps_lead_to_the_tables_that_the_program_uses(path: Path, file: sqlite3.Connection) -> None:
    migrate(file)

    def form(address: str) -> dict[str, object]:
        engine = create_engine(address)
        with engine.begin() as connection:
            if address == "sqlite://":
                metadata.create_all(connection)
            look = inspect(connection)
            found = {
                name: (
                    [(column["name"], str(column["type"]), column["nullable"]) for column in look.get_columns(name)],
                    look.get_pk_constraint(name)["constrained_columns"],
                    sorted((index["name"], tuple(index["column_names"])) for index in look.get_indexes(name)),
                )
                for name in look.get_table_names()
                if not name.startswith("call_numbers")  # a virtual table, which metadata do not know
            }
        engine.dispose()
        return found

    assert form(f"sqlite:///{path}") == form("sqlite://")


def test_migrating_twice_changes_nothing(file: sqlite3.Connection) -> None:
    migrate(file)
    before = file.execute("SELECT sql FROM sqlite_master").fetchall()
    migrate(file)
    assert file.execute("SELECT sql FROM sqlite_master").fetchall() == before
    assert version(file) == len(STEPS)


def test_a_later_step_runs_once_on_a_file_of_today(file: sqlite3.Connection) -> None:
    migrate(file)
    migrate(file, (*STEPS, lambda file: file.execute("CREATE TABLE later (id INTEGER)")))
    assert version(file) == len(STEPS) + 1
    assert "later" in tables(file)


def test_a_step_that_fails_leaves_the_file_as_the_step_before_left_it(file: sqlite3.Connection) -> None:
    def breaks(file: sqlite3.Connection) -> None:
        file.execute("CREATE TABLE half (id INTEGER)")
        file.execute("DROP TABLE audit")
        file.execute("INSERT INTO nowhere VALUES (1)")

    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        migrate(file, (*STEPS, breaks))
    assert version(file) == len(STEPS)
    assert not file.in_transaction
    assert "half" not in tables(file)
    assert "audit" in tables(file)


def test_a_full_disk_during_a_step_leaves_the_file_as_it_was(file: sqlite3.Connection) -> None:
    migrate(file)
    pages = file.execute("PRAGMA page_count").fetchone()[0]
    file.execute(f"PRAGMA max_page_count = {pages}")

    def grows(file: sqlite3.Connection) -> None:
        file.execute("CREATE TABLE large (content BLOB)")
        file.execute("INSERT INTO large VALUES (zeroblob(1000000))")

    with pytest.raises(sqlite3.OperationalError, match="full"):
        migrate(file, (*STEPS, grows))
    assert version(file) == len(STEPS)
    assert "large" not in tables(file)


def test_a_failure_that_has_rolled_back_by_itself_is_told_as_it_is(file: sqlite3.Connection) -> None:
    def breaks(file: sqlite3.Connection) -> None:
        file.execute("ROLLBACK")
        raise sqlite3.OperationalError("disk full")

    with pytest.raises(sqlite3.OperationalError, match="disk full"):
        migrate(file, (breaks,))


def test_a_step_that_another_program_has_just_done_is_left_out(path: Path, file: sqlite3.Connection) -> None:
    def other_is_faster(statement: str) -> None:
        if statement == "BEGIN IMMEDIATE":
            file.set_trace_callback(None)
            with closing(sqlite3.connect(path, isolation_level=None)) as other:
                migrate(other)

    file.set_trace_callback(other_is_faster)
    migrate(file)
    assert version(file) == len(STEPS)


_MIGRATE = """
import sqlite3, sys
from supervisor_gui.clock import utc
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.day_values import HourCount, Past, RecordHour, StoredDay, StoredList, StoredRecords
from supervisor_gui.history.migrations import migrate
sys.stdin.readline()
migrate(sqlite3.connect(sys.argv[1], isolation_level=None))
"""


def test_programs_that_migrate_at_the_same_time_wait_for_each_other(path: Path) -> None:
    command = [sys.executable, "-c", _MIGRATE, str(path)]
    programs = [subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    for program in programs:
        assert program.stdin is not None
        program.stdin.write(b"go\n")
        program.stdin.flush()
    assert [program.communicate(timeout=30)[1] for program in programs] == [b"", b"", b""]
    with closing(sqlite3.connect(path)) as file:
        assert version(file) == len(STEPS)
