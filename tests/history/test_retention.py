"""What is older than it may be kept goes, wholly; everything else stays."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

from supervisor_gui.clock import PBX_ZONE, pbx_day, pbx_midnight
from supervisor_gui.history import upkeep
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.day_values import RecordHour, StoredRecords
from supervisor_gui.history.retention import Retention
from supervisor_gui.history.store import Store
from supervisor_gui.live.ports import DirectoryEntry
from supervisor_gui.netsantral.types_statistics import CallOutcome
from tests.history.days import DAY as DAY_LISTED
from tests.history.days import call, figures, keep_days, keep_list, keep_records, list_row
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


def days_ago(count: int) -> date:
    """The PBX's day so many days before that of noon."""
    return pbx_day(NOON) - timedelta(days=count)


async def fill_days(archive: DayArchive, *days: date) -> None:
    """Keep everything there is about the days."""
    for day in days:
        at = datetime(day.year, day.month, day.day, 9, tzinfo=PBX_ZONE)
        await keep_days(archive, figures(day, asked_at=1.0))
        await keep_list(archive, [call(at), call(at)], list_row(day=day, calls=2, asked_at=1.0))
        await keep_list(archive, [], list_row(CallOutcome.ABANDONED, day, asked_at=1.0, listed=False))
        await keep_records(archive, StoredRecords(day, 1.0, final=True), RecordHour(day, 9, 2, 0))


async def kept_days(archive: DayArchive) -> dict[str, set[date]]:
    """Which days have what."""
    past = await archive.past(days_ago(2000), days_ago(0), threshold=20, short=5)
    calls = await archive.calls(days_ago(2000), days_ago(0))
    return {
        "figures": {row.figures.day for row in past.days},
        "lists": {row.day for row in past.lists},
        "calls": {hour.day for hour in past.hours},
        "numbers": {call.at.date() for _, call in calls if call.number},
        "records": {row.day for row in past.records},
        "record_hours": {row.day for row in past.record_hours},
    }


async def test_figures_and_counts_stay_three_years_lists_a_year_and_their_numbers_half_a_year(store: Store) -> None:
    archive = DayArchive(store, ACCOUNT)
    days = [days_ago(count) for count in (0, 180, 181, 400, 401, 1100, 1101)]
    await fill_days(archive, *days)
    before = await archive.past(days_ago(400), days_ago(0), threshold=20, short=5)
    # Of three days the lists with two calls each, of two their numbers, of one figures and counts.
    assert await store.prune(NOON) == 3 * (2 + 2) + 2 * 2 + 1 + 2
    assert await kept_days(archive) == {
        "figures": set(days[:-1]),
        "lists": set(days[:4]),
        "calls": set(days[:4]),
        "numbers": set(days[:2]),
        "records": set(days[:-1]),
        "record_hours": set(days[:-1]),
    }
    assert await archive.past(days_ago(400), days_ago(0), threshold=20, short=5) == before
    assert await store.prune(NOON) == 0


async def test_the_pbxs_day_counts_not_utcs(store: Store) -> None:
    archive = DayArchive(store, ACCOUNT)
    await fill_days(archive, days_ago(1))
    midnight = pbx_midnight(NOON)
    retention = Retention(statistics=1, lists=1, numbers=1, records=1)
    assert await store.prune(midnight + 86_399, retention) == 0
    assert await store.prune(midnight + 86_400, retention) > 0
    assert not any((await kept_days(archive)).values())


async def test_days_of_every_account_are_pruned(store: Store) -> None:
    for account in (ACCOUNT, OTHER):
        await fill_days(DayArchive(store, account), *(days_ago(count) for count in (1200, 1300, 300)))
    await store.prune(NOON)
    for account in (ACCOUNT, OTHER):
        kept = await kept_days(DayArchive(store, account))
        assert kept.pop("numbers") == set()
        assert all(found == {days_ago(300)} for found in kept.values())


async def test_more_numbers_than_one_piece_are_blanked(store: Store) -> None:
    archive = DayArchive(store, ACCOUNT)
    calls = [call("09:00:00")] * (upkeep.PIECE + 10)
    await keep_list(archive, calls, list_row(calls=len(calls)))
    now = datetime(2027, 6, 1, tzinfo=PBX_ZONE).timestamp()
    assert await store.prune(now) == len(calls)
    assert {each.number for _, each in await archive.calls(DAY_LISTED, DAY_LISTED)} == {""}


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
    archive = DayArchive(store, ACCOUNT)
    listed = [call("09:00:00", number=f"0555111{number:04}") for number in range(500)]
    await keep_list(archive, listed, list_row(calls=500))
    await store.names(ACCOUNT)
    assert any(b"secretword" in file.read_bytes() for file in path.parent.iterdir())
    store.put_names(ACCOUNT, [DirectoryEntry("103", "")])
    await store.prune(datetime(2027, 6, 1, tzinfo=PBX_ZONE).timestamp())
    assert len(await archive.calls(DAY_LISTED, DAY_LISTED)) == 500
    for file in path.parent.iterdir():
        content = file.read_bytes()
        assert b"secretword" not in content
        assert b"0555000" not in content
        assert b"0555111" not in content
        assert b"Secretname" not in content
