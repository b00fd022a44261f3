"""Numbers of auto-dial lists go when they are too old or deleted for good; trouble and kills leave whole changes."""

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest

from supervisor_gui.autodial.ports import ListStore
from supervisor_gui.autodial.values import BlockedNumber, JobState, KeptList, RowOutcome, RowState
from supervisor_gui.errors import StoreError
from supervisor_gui.history import upkeep
from supervisor_gui.history.dial_archive import DialArchive
from supervisor_gui.history.retention import Retention
from supervisor_gui.history.store import Store
from supervisor_gui.history.worker import Worker
from supervisor_gui.netsantral.types_autodial import ListNumber
from tests.helpers.qt_async import until
from tests.history.dialled import LIST, begin, states, wire
from tests.history.rows import ACCOUNT, DAY, NOON, OTHER

KEY = b"k" * 32
OLD, YOUNG = NOON - 180 * DAY - 1, NOON - 180 * DAY


def files_with(folder: Path, digits: str) -> list[str]:
    """Names of the files that hold the digits anywhere."""
    return sorted(file.name for file in folder.rglob("*") if file.is_file() and digits.encode() in file.read_bytes())


async def test_uploads_that_nobody_works_at_go_after_half_a_year_with_their_numbers(store: Store, path: Path) -> None:
    archive = DialArchive(store, ACCOUNT)
    ended = [JobState.DONE, JobState.CANCELLED, JobState.PAUSED, JobState.CREATE_UNKNOWN]
    for state in ended:
        await begin(archive, 2, at=OLD, state=state)
    await begin(DialArchive(store, OTHER), 2, at=OLD, state=JobState.DONE)
    kept = [await begin(archive, 2, at=OLD, state=state) for state in (JobState.RUNNING, JobState.CREATING)]
    kept.append(await begin(archive, 2, at=YOUNG, state=JobState.DONE))
    await archive.keep_list(KeptList(LIST, 1.0))
    await archive.block([BlockedNumber("5550000001", "05550000001", at=1.0)])
    assert await store.prune(NOON) == 5 * 3
    assert sorted(job.id for job in await archive.jobs()) == kept
    assert len(await archive.rows(LIST)) == 6
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT count(*) FROM dial_rows").fetchone() == (6,)
    # Neither lapses by itself.
    assert len(await archive.blocked()) == len(await archive.kept_lists()) == 1


async def test_a_large_upload_goes_in_pieces_and_leaves_no_trace(store: Store, path: Path) -> None:
    archive = DialArchive(store, ACCOUNT)
    count = upkeep.PIECE + 10
    await begin(archive, count, state=JobState.DONE)
    assert files_with(path.parent, wire(7))
    assert await store.prune(NOON + 2 * DAY, Retention(records=1)) == count + 1
    assert await archive.jobs() == ()
    assert files_with(path.parent, wire(7)) == []


async def test_a_new_upload_never_gets_the_id_of_one_that_is_gone(store: Store) -> None:
    archive = DialArchive(store, ACCOUNT)
    old = await begin(archive, 1, at=OLD, state=JobState.DONE)
    await store.prune(NOON)
    assert await begin(archive, 1) > old


async def test_a_deleted_number_leaves_every_upload_and_the_do_not_call_list(store: Store, path: Path) -> None:
    archive, other = DialArchive(store, ACCOUNT), DialArchive(store, OTHER)
    jobs = [await begin(archive, 4), await begin(archive, 3)]
    theirs = await begin(other, 4, list_id="9")
    named = await other.begin(
        [ListNumber("05559999999", f"friend of 0{wire(1)}")],
        list_id="9",
        list_name=f"list of {wire(1)}",
        who="",
        at=NOON,
        state=JobState.RUNNING,
    )
    await archive.take(jobs[0], 2, at=NOON)
    await archive.block(
        [
            BlockedNumber(wire(1), "0 (555) 000 00 01", "mother"),
            BlockedNumber(wire(2), f"0{wire(2)}", f"mother of 0{wire(1)}"),
        ]
    )
    await archive.keep_list(KeptList(LIST, NOON, url=f"https://example.invalid/{wire(1)}", groups=(f"g{wire(1)}", "h")))
    assert files_with(path.parent, wire(1))

    done = await store.forget(wire(1), KEY)

    assert files_with(path.parent, wire(1)) == []
    # Four rows and its entry; a name, a list's name, a note, an address and the groups lost it.
    assert done.others == 4 + 5
    assert [await states(archive, job) for job in jobs] == ["Uww", "ww"]
    assert [row.place for row in await archive.rows_of(jobs[0])] == [0, 2, 3]
    assert len(await other.rows_of(theirs)) == 3
    assert [row.number for row in await other.rows_of(named.id)] == ["5559999999"]
    assert [number.tail for number in await archive.blocked()] == [wire(2)]
    ((kept),) = await archive.kept_lists()
    assert kept.groups == ("g•••", "h")
    # An answer that comes now about what was on its way harms nobody.
    await archive.settle(jobs[0], [RowOutcome(0, RowState.SENT), RowOutcome(1, RowState.SENT)], at=NOON)
    assert await states(archive, jobs[0]) == "Sww"


async def test_a_deleted_number_is_never_sent_again_nor_written_down(store: Store, path: Path) -> None:
    archive = DialArchive(store, ACCOUNT)
    store.use_key(KEY)
    await store.forget(wire(1), KEY)
    job = await begin(archive, 3)
    kept = await archive.job(job)
    assert kept is not None
    assert (kept.waiting, kept.refused) == (2, 1)
    (gone,) = await archive.rows(LIST, [RowState.REFUSED])
    assert (gone.place, gone.number, gone.name, gone.why) == (1, "", "", "deleted")
    assert await archive.again(job, at=NOON) == 0
    assert [row.place for row in await archive.take(job, 9, at=NOON)] == [0, 2]
    # It is blocked without standing on the list.
    assert await archive.blocked_among([wire(1), wire(2)]) == {wire(1)}
    assert await archive.block([BlockedNumber(wire(1), f"0{wire(1)}"), BlockedNumber(wire(2), f"0{wire(2)}")]) == 1
    assert await archive.blocked_among([wire(0), wire(1), wire(2)]) == {wire(1), wire(2)}
    assert files_with(path.parent, wire(1)) == []


async def test_without_the_key_no_upload_begins_and_the_do_not_call_list_still_works(store: Store) -> None:
    archive = DialArchive(store, ACCOUNT)
    old = await begin(archive, 3)
    await store.forget(wire(1), KEY)
    for lost, said in ((False, "keyring does not give"), (True, "no longer holds")):
        store.use_key(None, lost=lost)
        with pytest.raises(StoreError, match=said):
            await begin(archive, 3)
    assert [job.id for job in await archive.jobs()] == [old]
    assert await archive.block([BlockedNumber(wire(2), f"0{wire(2)}")]) == 1
    assert await archive.blocked_among([wire(1), wire(2)]) == {wire(2)}
    # What was kept before goes on.
    assert len(await archive.take(old, 9, at=NOON)) == 2


async def makes_trouble(store: Store, pragma: str) -> None:
    """Let the file refuse until the store opens it anew."""

    def refuse(worker: Worker) -> None:
        worker._open().exec_driver_sql(pragma)

    await store._ask(refuse)


CHANGES: tuple[Callable[[ListStore, int], Awaitable[object]], ...] = (
    lambda archive, _: begin(archive, 20_000),
    lambda archive, job: archive.take(job, 2000, at=NOON + 1),
    lambda archive, job: archive.settle(job, [RowOutcome(place, RowState.SENT) for place in range(2000)], at=NOON + 1),
    lambda archive, job: archive.set_job(job, JobState.PAUSED, why="user"),
    lambda archive, job: archive.give_up(job, at=NOON + 1),
    lambda archive, _: archive.interrupted(at=NOON + 1),
    lambda archive, _: archive.listed(LIST, {wire(50)}, asked_at=NOON + 2, whole=True),
    lambda archive, job: archive.again(job, at=NOON + 1),
    lambda archive, _: archive.keep_list(KeptList(LIST, NOON + 1)),
    lambda archive, _: archive.block([BlockedNumber(wire(place), wire(place)) for place in range(2000)]),
    lambda archive, _: archive.unblock([wire(0)]),
)


async def all_of(archive: ListStore, job: int) -> tuple[object, ...]:
    """Everything that is kept."""
    lists, blocked = await archive.kept_lists(), await archive.blocked()
    return await archive.jobs(), await archive.rows_of(job), lists, blocked


@pytest.mark.logs
async def test_what_the_file_does_not_take_raises_and_changes_nothing(store: Store) -> None:
    archive = DialArchive(store, ACCOUNT)
    job = await begin(archive, 3000)
    await archive.take(job, 100, at=NOON)
    await archive.settle(job, [RowOutcome(place, RowState.UNKNOWN) for place in range(40, 60)], at=NOON)
    await archive.settle(job, [RowOutcome(3, RowState.REFUSED, "x")], at=NOON)
    await archive.block([BlockedNumber(wire(0), wire(0))])
    before = await all_of(archive, job)
    for change in CHANGES:
        await makes_trouble(store, "PRAGMA query_only = ON")
        with pytest.raises(StoreError):
            await change(archive, job)
        assert await all_of(archive, job) == before
        await until(lambda: store.problem == "", "the recovery told")


@pytest.mark.logs
async def test_a_disk_that_is_full_in_the_middle_keeps_no_half_of_a_change(store: Store) -> None:
    archive = DialArchive(store, ACCOUNT)
    job = await begin(archive, 10)
    before = await all_of(archive, job)
    for change in (CHANGES[0], CHANGES[9]):
        await makes_trouble(store, "PRAGMA max_page_count = 1")
        with pytest.raises(StoreError, match="disk is full"):
            await change(archive, job)
        assert await all_of(archive, job) == before
        await until(lambda: store.problem == "", "the recovery told")
    assert len(await archive.rows_of(await begin(archive, 20_000))) == 20_000


async def test_a_report_that_settles_nothing_does_not_wait_for_another_program(store: Store, path: Path) -> None:
    archive = DialArchive(store, ACCOUNT)
    job = await begin(archive, 1)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not await archive.listed(LIST, {wire(0)}, asked_at=NOON, whole=True)
        other.execute("ROLLBACK")
    assert await states(archive, job) == "w"


@pytest.mark.logs
@pytest.mark.parametrize("table", ["dial_jobs", "dial_rows", "dial_lists", "do_not_call"])
async def test_a_file_without_one_of_the_tables_is_put_aside_and_begun_anew(
    store_at: Callable[..., Store], path: Path, table: str
) -> None:
    first = store_at(path)
    await begin(DialArchive(first, ACCOUNT), 1)
    await first.close()
    with closing(sqlite3.connect(path)) as file:
        file.execute(f"DROP TABLE {table}")
    store = store_at(path)
    assert "was damaged" in await store.open()
    assert await DialArchive(store, ACCOUNT).jobs() == ()


async def test_a_closed_store_is_told(store: Store) -> None:
    await store.close()
    with pytest.raises(StoreError, match="not open"):
        await DialArchive(store, ACCOUNT).jobs()


_SENDS = """
import asyncio, sys
from pathlib import Path
from supervisor_gui.autodial.values import RowOutcome, RowState
from supervisor_gui.history.dial_archive import DialArchive
from supervisor_gui.history.store import Store
from tests.history.dialled import begin
from tests.history.rows import ACCOUNT

async def main():
    store = Store(Path(sys.argv[1]), report=lambda *bug: sys.exit(repr(bug)))
    archive = DialArchive(store, ACCOUNT)
    job = await begin(archive, 20000)
    while True:
        rows = await archive.take(job, 7, at=1.0)
        print(*(row.place for row in rows), flush=True)
        await archive.settle(job, [RowOutcome(row.place, RowState.SENT) for row in rows], at=2.0)

asyncio.run(main())
"""


def told_until_killed(path: Path, rounds: int) -> list[str]:
    """Let a program send, and kill it in the middle of a round; what it said."""
    command = [sys.executable, "-c", _SENDS, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        lines = [program.stdout.readline() for _ in range(rounds)]
        program.send_signal(signal.SIGKILL)
        return lines + program.stdout.read().splitlines()


async def test_after_a_kill_nothing_that_was_sent_waits(store_at: Callable[..., Store], path: Path) -> None:
    lines = told_until_killed(path, 25)
    sent = {int(place) for line in lines[:-1] for place in line.split()}
    archive = DialArchive(store_at(path), ACCOUNT)
    (job,) = await archive.jobs()
    became = await archive.interrupted(at=3.0)
    assert became in {0, 7}
    kept = {row.place: row.state for row in await archive.rows_of(job.id)}
    assert {kept[place] for place in sent} <= {RowState.SENT, RowState.UNKNOWN}
    assert set(kept) == set(range(20_000))
    again = await archive.take(job.id, 20_000, at=4.0)
    assert sent.isdisjoint(row.place for row in again)
