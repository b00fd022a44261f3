"""A disk that does not take what is written: nobody is stopped, rows wait, trouble and recovery are told once each."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec
import pytest

from supervisor_gui.errors import StoreError
from supervisor_gui.history.store import Store
from supervisor_gui.history.worker import Worker
from tests.helpers.qt_async import until
from tests.history.conftest import SOON, Told
from tests.history.rows import ACCOUNT, action, sample

pytestmark = pytest.mark.logs


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another program holds the write lock."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


async def test_rows_wait_while_another_program_holds_the_file(
    store: Store, path: Path, told: Told, quiet_log: list[str]
) -> None:
    with held(path):
        store.record([action("waits")])
        await until(lambda: "Another program" in store.problem, "the trouble told")
        store.record([action("waits too")])
        assert await store.audit(ACCOUNT) == ()
        store.samples(sample(minute) for minute in range(600))
    await until(lambda: store.problem == "", "the recovery told")
    assert [row.words for row in await store.audit(ACCOUNT)] == ["waits too", "waits"]
    assert len(await store.samples_between(ACCOUNT, 0, 10**6)) == 600
    assert [bool(problem) for problem in told.problems] == [True, False]
    assert len(quiet_log) == 1


async def test_a_change_that_cannot_be_made_now_is_refused_in_words(store: Store, path: Path) -> None:
    with held(path), pytest.raises(StoreError, match="Another program") as refused:
        await store.end_left_open(ACCOUNT, 9000)
    assert "SQLITE_BUSY" in refused.value.details
    await until(lambda: store.problem == "", "the recovery told")


async def test_a_folder_that_is_not_there_yet_is_tried_again(
    store_at: Callable[..., Store], tmp_path: Path, told: Told
) -> None:
    folder = tmp_path / "data"
    store = store_at(folder / "history.sqlite")
    store.record([action("waits")])
    assert "rights of the data folder" in await store.open()
    with pytest.raises(StoreError, match="rights"):
        await store.names(ACCOUNT)
    folder.mkdir()
    await until(lambda: store.problem == "", "the recovery told")
    assert [row.words for row in await store.audit(ACCOUNT)] == ["waits"]
    assert [bool(problem) for problem in told.problems] == [True, False]


async def test_a_folder_that_is_a_file_stops_nothing(store_at: Callable[..., Store], tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    store = store_at(tmp_path / "data" / "history.sqlite")
    assert "rights of the data folder" in await store.open()
    store.record([action()])
    await store.close()
    assert (tmp_path / "data").read_text() == "in the way"


async def test_a_folder_in_the_place_of_the_file_stops_nothing(
    store_at: Callable[..., Store], path: Path, quiet_log: list[str]
) -> None:
    (path / "in the way").mkdir(parents=True)
    store = store_at(path)
    assert "rights of the data folder" in await store.open()
    store.record([action(), action()])
    await store.close()
    assert "2 entries could not be written" in quiet_log[-1]


async def test_a_data_folder_that_is_taken_away_and_given_back_loses_nothing(store: Store, path: Path) -> None:
    store.record([action("before")])
    await store.audit(ACCOUNT)
    with held(path):
        store.record([action("between")])
        await until(lambda: store.problem, "the trouble told")
        away = path.parent.with_name("away")
        shutil.move(path.parent, away)
    store.record([action("after")])
    await until(lambda: "rights" in store.problem, "the missing folder told")
    shutil.move(away, path.parent)
    await until(lambda: store.problem == "", "the recovery told")
    assert [row.words for row in await store.audit(ACCOUNT)] == ["after", "between", "before"]


async def test_what_no_longer_fits_into_memory_is_counted_and_told(
    store_at: Callable[..., Store], path: Path, quiet_log: list[str]
) -> None:
    store = store_at(path, msgspec.structs.replace(SOON, bound=10))
    await store.open()
    with held(path):
        store.record([action("kept")])
        store.samples(sample(minute) for minute in range(13))
        await until(lambda: "Entries lost so far: 3" in store.problem, "the loss told")
    await until(lambda: store.problem == "", "the recovery told")
    assert [row.minute for row in await store.samples_between(ACCOUNT, 0, 10**6)] == list(range(3, 13))
    assert len(await store.audit(ACCOUNT)) == 1
    assert "3 history entries were lost" in quiet_log[-1]


async def test_the_end_waits_for_a_held_file_only_so_long(
    store_at: Callable[..., Store], path: Path, quiet_log: list[str]
) -> None:
    store = store_at(path, msgspec.structs.replace(SOON, busy=1.0, close=0.1))
    await store.open()
    with held(path):
        store.record([action()])
        await store.close()
    assert "did not close in time" in quiet_log[0]


async def test_a_fault_of_ours_is_reported_once_and_the_store_goes_on(store: Store, told: Told) -> None:
    def faulty(_: object) -> int:
        raise ZeroDivisionError

    for _ in range(2):
        with pytest.raises(StoreError, match="fault in this program"):
            await store._ask(lambda worker: worker.read(faulty))
    assert [type(error) for error in told.bugs] == [ZeroDivisionError]
    told.bugs.clear()
    await until(lambda: store.problem == "", "the recovery told")
    store.record([action()])
    assert len(await store.audit(ACCOUNT)) == 1


async def test_a_broken_installation_is_reported_once(
    store_at: Callable[..., Store], path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = store_at(path)
    with monkeypatch.context() as broken:
        broken.setitem(sys.modules, "supervisor_gui.history.worker", None)
        with pytest.raises(ImportError):
            await store.open()
        store.record([action()])
        await until(lambda: "fault in this program" in store.problem, "the trouble told")
        store.record([action()])
        with pytest.raises(ImportError):
            await store.audit(ACCOUNT)
    await until(lambda: store.problem == "", "the recovery told")
    assert len(await store.audit(ACCOUNT)) == 2
    assert [type(error) for error in told.bugs] == [ModuleNotFoundError]
    told.bugs.clear()


_FULL_DISK = """
import asyncio, resource, sys
from pathlib import Path
from supervisor_gui.history.store import Pace, Store
from tests.history.rows import ACCOUNT, sample

async def wait(condition):
    async with asyncio.timeout(20):
        while not condition():
            await asyncio.sleep(0.01)

async def main():
    path = Path(sys.argv[1])
    store = Store(path, report=lambda *bug: sys.exit(repr(bug)), pace=Pace(flush=0.01, retry=0.01))
    await store.open()
    store.samples([sample(0)])
    await store.samples_between(ACCOUNT, 0, 1)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65536, resource.RLIM_INFINITY))  # less than the rows take anywhere
    store.samples(sample(minute) for minute in range(1, 3000))
    await wait(lambda: store.problem)
    print(store.problem)
    print(len(await store.samples_between(ACCOUNT, 0, 10**9)))
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    await wait(lambda: not store.problem)
    print(len(await store.samples_between(ACCOUNT, 0, 10**9)))
    await store.close()

asyncio.run(main())
"""


def test_a_disk_that_takes_no_more_and_later_does_loses_nothing(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FULL_DISK, str(path)], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0), done.stderr
    problem, during, after = done.stdout.splitlines()
    assert "check the disk" in problem or "disk is full" in problem
    assert (during, after) == ("1", "3000")


async def test_a_batch_that_does_not_fit_is_not_written_in_part(store_at: Callable[..., Store], path: Path) -> None:
    store = store_at(path, msgspec.structs.replace(SOON, retry=3600.0))
    await store.open()
    store.record([action("before")])
    await store.audit(ACCOUNT)

    def allow_no_growth(worker: Worker) -> None:
        worker._open().exec_driver_sql("PRAGMA max_page_count = 1")

    await store._ask(allow_no_growth)
    store.record([action("within")])
    store.samples(sample(minute) for minute in range(5000))
    await until(lambda: "disk is full" in store.problem, "the full disk told")
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT words FROM audit").fetchall() == [("before",)]
        assert other.execute("SELECT count(*) FROM minute_samples").fetchone() == (0,)
    await store.close()
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT words FROM audit").fetchall() == [("before",), ("within",)]
        assert other.execute("SELECT count(*) FROM minute_samples").fetchone() == (5000,)


async def test_what_cannot_be_written_at_the_end_is_told(
    store_at: Callable[..., Store], tmp_path: Path, told: Told
) -> None:
    store = store_at(tmp_path / "missing" / "history.sqlite")
    store.record([action()])
    await store.close()
    assert told.problems == [store.problem]
    assert "rights" in store.problem
