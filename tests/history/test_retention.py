"""What is older than it may be kept goes, wholly; everything else stays."""

from collections.abc import Callable
from pathlib import Path

from supervisor_gui.history import upkeep
from supervisor_gui.history.retention import Retention
from supervisor_gui.history.store import Store
from supervisor_gui.live.ports import DirectoryEntry
from tests.history.rows import ACCOUNT, DAY, NOON, OTHER, action, interval, sample, seen_call

LAST_MINUTE = int(NOON // 60)


async def test_by_default_audit_and_calls_stay_half_a_year_and_the_rest_a_year(store: Store) -> None:
    store.record([action("old", at=NOON - 180 * DAY - 1), action("kept", at=NOON - 180 * DAY)])
    store.samples([sample(LAST_MINUTE - 400 * 1440 - 1), sample(LAST_MINUTE - 400 * 1440)])
    store.intervals([interval(NOON - 400 * DAY - 1, NOON), interval(NOON - 400 * DAY, NOON)])
    store.put_calls([seen_call(NOON - 180 * DAY - 1), seen_call(NOON - 180 * DAY, "05550001133")])
    assert await store.prune(NOON) == 4
    assert await store.last_call_with(ACCOUNT, "05550001122") is None
    assert await store.last_call_with(ACCOUNT, "05550001133") == seen_call(NOON - 180 * DAY, "05550001133")
    assert [row.words for row in await store.audit(ACCOUNT)] == ["kept"]
    assert await store.samples_between(ACCOUNT, 0, NOON) == (sample(LAST_MINUTE - 400 * 1440),)
    assert await store.intervals_between(ACCOUNT, 0, NOON) == (interval(NOON - 400 * DAY, NOON),)


async def test_each_kind_has_its_own_time_and_names_and_memory_stay(store: Store) -> None:
    day_old = LAST_MINUTE - 1440 - 1
    store.record([action(at=NOON - DAY - 60)])
    store.samples([sample(day_old)])
    store.intervals([interval(NOON - DAY - 60, NOON)])
    store.put_names(ACCOUNT, [DirectoryEntry("103", "Ayşe")])
    store.put_memory(ACCOUNT, "queues", ["destek"])
    assert await store.prune(NOON, Retention(samples=2, intervals=2, audit=2)) == 0
    assert await store.prune(NOON, Retention(samples=1, intervals=2, audit=2)) == 1
    assert await store.samples_between(ACCOUNT, 0, NOON) == ()
    assert len(await store.intervals_between(ACCOUNT, 0, NOON)) == 1
    assert await store.prune(NOON, Retention(samples=1, intervals=1, audit=1)) == 2
    assert await store.names(ACCOUNT) == (DirectoryEntry("103", "Ayşe"),)
    assert await store.get_memory(ACCOUNT, "queues", list[str]) == ["destek"]


async def test_every_account_is_pruned(store: Store) -> None:
    store.record([action(at=1.0), action(at=1.0, account=OTHER)])
    store.samples([sample(1), sample(2), sample(1, account=OTHER)])
    assert await store.prune(NOON) == 5
    assert await store.audit(OTHER) == ()


async def test_more_than_one_piece_goes(store: Store) -> None:
    store.samples(sample(minute) for minute in range(upkeep.PIECE + 10))
    assert await store.prune(NOON) == upkeep.PIECE + 10


async def test_deleted_rows_leave_no_trace_in_the_files(
    store_at: Callable[..., Store], store: Store, path: Path
) -> None:
    store.record([action(f"secretword {number}", at=1.0) for number in range(500)])
    store.put_calls(seen_call(float(number), f"0555000{number:04}") for number in range(500))
    store.put_names(ACCOUNT, [DirectoryEntry("103", "Secretname")])
    await store.names(ACCOUNT)
    assert any(b"secretword" in file.read_bytes() for file in path.parent.iterdir())
    store.put_names(ACCOUNT, [DirectoryEntry("103", "")])
    await store.prune(NOON)
    for file in path.parent.iterdir():
        content = file.read_bytes()
        assert b"secretword" not in content
        assert b"0555000" not in content
        assert b"Secretname" not in content
