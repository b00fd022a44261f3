"""The file is private and lasting; what cannot be gone on with is put aside whole, told and replaced."""

import logging
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from supervisor_gui import __version__
from supervisor_gui.clock import Clock
from supervisor_gui.errors import StoreError
from supervisor_gui.history import database
from supervisor_gui.history.store import Store
from tests.helpers.qt_async import until
from tests.history.conftest import Told
from tests.history.old_files import version_1
from tests.history.rows import ACCOUNT, action, sample

logs = pytest.mark.logs


@pytest.fixture
def free_umask() -> Iterator[None]:
    """The user's umask forbids nothing."""
    before = os.umask(0)
    yield
    os.umask(before)


def files(path: Path) -> list[str]:
    """Names in the data folder, side files left out."""
    return sorted(entry.name for entry in path.parent.iterdir() if not entry.name.endswith(("-wal", "-shm")))


def change(path: Path, statement: str) -> None:
    """Change the file as another program."""
    with closing(sqlite3.connect(path)) as file:
        file.executescript(statement)


def spoil(path: Path, content: bytes, at: int = 0) -> None:
    """Overwrite the file's bytes from `at` on; a new file when there is none."""
    path.touch()
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)


def content(path: Path) -> bytes:
    """Every byte of the file."""
    return path.read_bytes()


def remove(path: Path) -> None:
    """Take the file away, as a user may."""
    path.unlink()


def mode(path: Path) -> int:
    """The file's rights."""
    return stat.S_IMODE(path.stat().st_mode)


def aside(path: Path, why: str) -> Path:
    """The one file that was put aside."""
    (found,) = [path.with_name(name) for name in files(path) if f".{why}-" in name]
    return found


async def filled(store_at: Callable[..., Store], path: Path, samples: int = 0) -> None:
    """Leave a file with one action."""
    store = store_at(path)
    await store.open()
    store.record([action("kept")])
    store.samples(sample(minute) for minute in range(samples))
    await store.close()


@pytest.mark.usefixtures("free_umask")
async def test_the_file_and_its_side_files_are_readable_by_the_user_alone(store: Store, path: Path) -> None:
    store.record([action()])
    await store.audit(ACCOUNT)
    modes = {entry.name: mode(entry) for entry in path.parent.iterdir()}
    assert modes == {"history.sqlite": 0o600, "history.sqlite-wal": 0o600, "history.sqlite-shm": 0o600}


async def test_a_file_that_others_could_read_becomes_private(store_at: Callable[..., Store], path: Path) -> None:
    os.close(os.open(path, os.O_CREAT, 0o644))
    version_1(path)
    assert mode(path) == 0o644
    await store_at(path).open()
    assert mode(path) == 0o600


async def test_the_file_writes_ahead(store: Store, path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert store.problem == ""


@logs
async def test_a_newer_file_is_refused_by_its_name_and_left_as_it_is(
    store_at: Callable[..., Store], path: Path, told: Told, quiet_log: list[str]
) -> None:
    await filled(store_at, path)
    change(path, """PRAGMA user_version = 99; UPDATE meta SET value = '"7.8.9"' WHERE key = 'written_by'""")
    before = content(path)
    store = store_at(path)
    problem = await store.open()
    assert all(word in problem for word in ("history.sqlite", "version 7.8.9", "schema is 99"))
    assert told.problems == [problem]
    assert len(quiet_log) == 1
    store.record([action("not kept")])
    with pytest.raises(StoreError, match=r"7\.8\.9"):
        await store.audit(ACCOUNT)
    await store.close()
    assert (files(path), content(path)) == (["history.sqlite"], before)


@logs
@pytest.mark.parametrize("spoilt", ["DROP TABLE meta", "UPDATE meta SET value = x'00'", "DELETE FROM meta"])
async def test_a_newer_file_that_does_not_tell_its_program_is_refused_too(
    store_at: Callable[..., Store], path: Path, spoilt: str
) -> None:
    await filled(store_at, path)
    change(path, f"{spoilt}; PRAGMA user_version = 99")
    assert "a newer version of this program: its schema is 99" in await store_at(path).open()


@logs
async def test_a_newer_file_is_refused_while_its_program_runs_and_used_when_it_is_gone(
    store_at: Callable[..., Store], path: Path
) -> None:
    change(path, "PRAGMA journal_mode = WAL; CREATE TABLE future (id INTEGER); PRAGMA user_version = 99")
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("SELECT * FROM future").fetchall()
        store = store_at(path)
        assert "newer" in await store.open()
        store.record([action("waited")])
        newer.execute("INSERT INTO future VALUES (1)")
        newer.commit()
    remove(path)
    await until(lambda: store.problem == "", "a file of its own")
    assert [row.words for row in await store.audit(ACCOUNT)] == ["waited"]


async def test_a_file_tells_which_version_made_it(store: Store, path: Path) -> None:
    assert await store.get_memory("", "written_by", str) == __version__
    with closing(sqlite3.connect(path)) as file:
        file.execute("""UPDATE meta SET value = '"0.0.1"'""")
        file.commit()
    await store.close()
    again = Store(path, report=pytest.fail)
    assert await again.get_memory("", "written_by", str) == "0.0.1", "whoever only uses it does not sign it"
    await again.close()


@logs
@pytest.mark.parametrize("content", [b"garbage" * 1000, b"SQLite format 3\0" + b"\xff" * 4096, b"x"])
async def test_a_file_that_is_no_database_is_put_aside_and_told(
    store_at: Callable[..., Store], path: Path, content: bytes
) -> None:
    spoil(path, content)
    store = store_at(path)
    problem = await store.open()
    kept = aside(path, "damaged")
    assert "damaged" in problem
    assert kept.name in problem
    assert kept.read_bytes() == content
    store.record([action()])
    assert len(await store.audit(ACCOUNT)) == 1


@logs
async def test_a_file_that_was_cut_off_is_put_aside(store_at: Callable[..., Store], path: Path) -> None:
    await filled(store_at, path, samples=3000)
    os.truncate(path, 50_000)
    assert "damaged" in await store_at(path).open()


@logs
@pytest.mark.parametrize(
    "damage",
    [
        "DROP TABLE state_intervals",
        "ALTER TABLE audit DROP COLUMN words",
        "PRAGMA user_version = 0",
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = 'nonsense' WHERE name = 'names'",
    ],
)
async def test_a_file_without_our_tables_is_put_aside(store_at: Callable[..., Store], path: Path, damage: str) -> None:
    await filled(store_at, path)
    change(path, damage)
    assert "damaged" in await store_at(path).open()
    assert aside(path, "damaged").stat().st_size > 0


async def leave_a_log(store_at: Callable[..., Store], path: Path) -> None:
    """Leave a write-ahead log with one action and the file it belongs to, as a killed program does."""
    running = store_at(path.with_name("running"))
    await running.open()
    running.record([action("only in the log")])
    await running.audit(ACCOUNT)
    for side in ("", "-wal"):
        shutil.copy(path.with_name("running" + side), path.with_name(path.name + side))
    await running.close()


@logs
@pytest.mark.parametrize("left", [0, 100])
async def test_the_log_is_kept_with_what_is_left_of_its_file(
    store_at: Callable[..., Store], path: Path, left: int
) -> None:
    await leave_a_log(store_at, path)
    os.truncate(path, left)
    assert "damaged" in await store_at(path).open()
    (log,) = path.parent.glob("*.damaged-*-wal")
    assert b"only in the log" in log.read_bytes()


async def test_a_file_whose_bytes_are_all_in_the_log_is_mended_by_it(
    store_at: Callable[..., Store], path: Path
) -> None:
    await leave_a_log(store_at, path)
    spoil(path, b"\xff" * 4096)
    store = store_at(path)
    assert await store.open() == ""
    assert [row.words for row in await store.audit(ACCOUNT)] == ["only in the log"]


@logs
async def test_a_write_ahead_log_without_its_file_is_put_aside(store_at: Callable[..., Store], path: Path) -> None:
    spoil(path.with_name("history.sqlite-wal"), b"orphan")
    assert "damaged" in await store_at(path).open()
    (kept,) = [entry for entry in path.parent.iterdir() if ".damaged-" in entry.name]
    assert kept.read_bytes() == b"orphan"


@logs
def test_files_put_aside_in_the_same_second_keep_apart(path: Path) -> None:
    clock = Clock(wall=lambda: 1_750_000_000.0)
    for content in (b"first" * 1000, b"second" * 1000, b"third" * 1000):
        path.write_bytes(content)
        opened = database.open_database(path, clock, busy=1.0)
        database.close_database(opened.connection)
    assert files(path) == [
        "history.sqlite",
        "history.sqlite.damaged-20250615T150640Z",
        "history.sqlite.damaged-20250615T150640Z-2",
        "history.sqlite.damaged-20250615T150640Z-3",
    ]


@logs
async def test_damage_that_shows_only_later_is_put_aside_then(
    store_at: Callable[..., Store], path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "CHECKED_BELOW", 0)
    await filled(store_at, path, samples=6000)
    spoil(path, b"\xff" * 100_000, at=64 * 4096)  # behind the roots of all tables
    store = store_at(path)
    assert await store.open() == ""
    assert await store.samples_between(ACCOUNT, 0, 10**9) == ()
    assert "damaged" in store.problem
    assert told.problems == [store.problem]
    store.record([action("after")])
    assert [row.words for row in await store.audit(ACCOUNT)] == ["after"]
    assert aside(path, "damaged").stat().st_size > 0


@logs
async def test_tables_that_vanish_while_the_program_runs_are_replaced(store: Store, path: Path) -> None:
    change(path, "DROP TABLE audit")
    store.record([action("kept in memory")])
    assert [row.words for row in await store.audit(ACCOUNT)] == ["kept in memory"]
    assert "damaged" in store.problem


@logs
async def test_each_notice_is_logged_once(
    store_at: Callable[..., Store], path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    spoil(path, b"garbage" * 1000)
    store = store_at(path)
    with caplog.at_level(logging.INFO, "supervisor_gui.history"):
        await store.open()
        store.record([action()])
        await store.audit(ACCOUNT)
    assert len(caplog.records) == 1


def test_a_new_file_that_another_program_reads_just_now_is_waited_for(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM sqlite_master").fetchall()
    readings = iter([0.0, 0.01, 0.02])

    def reading() -> float:
        now = next(readings)
        if now == 0.02:
            other.close()
        return now

    opened = database.open_database(path, Clock(monotonic=reading), busy=0.05)
    database.close_database(opened.connection)
    assert opened.aside is None
    assert list(readings) == []


def test_a_new_file_that_another_program_keeps_reading_is_given_up_in_time(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM sqlite_master").fetchall()
        readings = iter([0.0, 0.01, 1.1])
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            database.open_database(path, Clock(monotonic=lambda: next(readings)), busy=0.05)


@logs
async def test_a_file_that_is_held_whole_at_the_start_is_opened_when_it_is_free(
    store_at: Callable[..., Store], path: Path
) -> None:
    store = store_at(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.executescript("BEGIN EXCLUSIVE; CREATE TABLE t (a)")
        assert "Another program" in await store.open()
        other.execute("ROLLBACK")
    await until(lambda: store.problem == "", "the recovery told")
    assert files(path) == ["history.sqlite"]
