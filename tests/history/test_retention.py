"""What is older than it may be kept goes, wholly; everything else stays."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from supervisor_gui.clock import PBX_ZONE, pbx_day, pbx_midnight, pbx_midnight_of
from supervisor_gui.history import upkeep
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.day_values import RecordHour, StoredRecords
from supervisor_gui.history.missed_values import CallerNote
from supervisor_gui.history.retention import Retention
from supervisor_gui.history.store import Store
from supervisor_gui.live.ports import DirectoryEntry
from supervisor_gui.netsantral.types_statistics import CallOutcome
from tests.history.days import DAY as DAY_LISTED
from tests.history.days import call, figures, keep_days, keep_list, list_row
from tests.history.records import keep_calls, kept_calls, later, missed
from tests.history.rows import ACCOUNT, DAY, NOON, OTHER, action, interval, sample, seen_call

LAST_MINUTE = int(NOON // 60)


async def test_by_default_what_holds_numbers_stays_half_a_year_and_samples_over_a_year(store: Store) -> None:
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


async def test_each_kind_has_its_own_time_and_names_and_memory_stay(store: Store, path: Path) -> None:
    store.record([action(at=NOON - DAY - 60)])
    store.samples([sample(LAST_MINUTE - 1440 - 1)])
    store.intervals([interval(NOON - DAY - 60, NOON)])
    store.put_calls([seen_call(NOON - DAY - 60)])
    store.put_note(ACCOUNT, CallerNote("5550001122", "calls later", "ayse", at=NOON - DAY - 60))
    store.saved("a.wav", ACCOUNT, "sip3-1.1", ["05550001122"], 1.0)
    store.put_names(ACCOUNT, [DirectoryEntry("103", "Ayşe")])
    store.put_memory(ACCOUNT, "queues", ["destek"])
    assert await store.prune(NOON, Retention(samples=2, records=2, audit=2)) == 0
    assert await store.prune(NOON, Retention(samples=1, records=2, audit=2)) == 2
    assert await store.samples_between(ACCOUNT, 0, NOON) == ()
    assert await store.intervals_between(ACCOUNT, 0, NOON) == ()
    assert await store.prune(NOON, Retention(samples=1, records=2, audit=1)) == 1
    assert await store.prune(NOON, Retention(samples=1, records=1, audit=1)) == 2
    assert notes(path) == []
    assert await store.names(ACCOUNT) == (DirectoryEntry("103", "Ayşe"),)
    assert await store.get_memory(ACCOUNT, "queues", list[str]) == ["destek"]
    # Sound files go by the shelf, which then tells of it.
    assert [saved.file for saved in await store.saved_recordings()] == ["a.wav"]


def notes(path: Path) -> list[str]:
    """The tails that have a note."""
    with closing(sqlite3.connect(path)) as file:
        return [row[0] for row in file.execute("SELECT tail FROM caller_notes ORDER BY tail")]


async def test_a_note_stays_as_long_as_it_was_written_or_used_lately(store: Store, path: Path) -> None:
    old, late = NOON - 181 * DAY, NOON - 179 * DAY
    store.put_note(ACCOUNT, CallerNote("5550000001", "old", at=old))
    store.put_note(ACCOUNT, CallerNote("5550000002", "set aside lately", at=old, set_aside=late))
    store.put_note(ACCOUNT, CallerNote("5550000003", "written lately", at=late, set_aside=old))
    store.put_note(OTHER, CallerNote("5550000001", "", at=old, set_aside=old))
    assert await store.prune(NOON) == 2
    assert notes(path) == ["5550000002", "5550000003"]


def days_ago(count: int) -> date:
    """The PBX's day so many days before that of noon."""
    return pbx_day(NOON) - timedelta(days=count)


async def fill_days(store: Store, account: str, *days: date) -> None:
    """Keep everything there is about the days."""
    archive = DayArchive(store, account, lambda: Retention(records=3000))
    for day in days:
        at = datetime(day.year, day.month, day.day, 9, tzinfo=PBX_ZONE)
        await keep_days(archive, figures(day, asked_at=1.0))
        await keep_list(archive, [call(at), call(at)], list_row(day=day, calls=2, asked_at=1.0))
        await keep_list(archive, [], list_row(CallOutcome.ABANDONED, day, asked_at=1.0, listed=False))
        calls = [missed(at.replace(hour=0), call="first"), missed(at.replace(hour=23, minute=59), call="last")]
        row = StoredRecords(day, pbx_midnight_of(day), final=True)
        await keep_calls(archive, calls, RecordHour(day, 9, 2, 0), row=row)


async def kept_days(store: Store, account: str, path: Path) -> dict[str, set[date]]:
    """Which days have what."""
    archive = DayArchive(store, account)
    past = await archive.past(days_ago(2000), days_ago(0), threshold=20, short=5)
    calls = await archive.calls(days_ago(2000), days_ago(0))
    return {
        "figures": {row.figures.day for row in past.days},
        "lists": {row.day for row in past.lists},
        "calls": {hour.day for hour in past.hours},
        "numbers": {call.at.date() for _, call in calls if call.number},
        "records": {row.day for row in past.records},
        "record_hours": {row.day for row in past.record_hours},
        "record_calls": {pbx_day(row.began) for row in kept_calls(path) if row.account == account},
    }


async def test_statistics_stay_and_whatever_holds_a_number_goes_after_half_a_year(store: Store, path: Path) -> None:
    days = [days_ago(count) for count in (0, 180, 181, 400, 1900)]
    await fill_days(store, ACCOUNT, *days)
    archive = DayArchive(store, ACCOUNT)
    before = await archive.past(days_ago(2000), days_ago(0), threshold=20, short=5)
    # Of three days two records and two numbers each.
    assert await store.prune(NOON) == 3 * (2 + 2)
    young, all_days = set(days[:2]), set(days)
    assert await kept_days(store, ACCOUNT, path) == {
        "figures": all_days,
        "lists": all_days,
        "calls": all_days,
        "numbers": young,
        "records": all_days,
        "record_hours": all_days,
        "record_calls": young,
    }
    records = tuple(replace(row, pruned=row.day not in young) for row in before.records)
    assert await archive.past(days_ago(2000), days_ago(0), threshold=20, short=5) == replace(before, records=records)
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT count(*) FROM record_legs").fetchone() == (4,)
        file.execute("INSERT INTO call_numbers (call_numbers) VALUES ('integrity-check')")
    assert await store.prune(NOON) == 0


async def test_the_pbxs_day_counts_not_utcs(store: Store, path: Path) -> None:
    await fill_days(store, ACCOUNT, days_ago(1))
    midnight = pbx_midnight(NOON)
    assert await store.prune(midnight + 86_399, Retention(records=1)) == 0
    assert await store.prune(midnight + 86_400, Retention(records=1)) == 4
    kept = await kept_days(store, ACCOUNT, path)
    assert kept["numbers"] == kept["record_calls"] == set()


async def test_days_of_every_account_are_pruned(store: Store, path: Path) -> None:
    for account in (ACCOUNT, OTHER):
        await fill_days(store, account, *(days_ago(count) for count in (1200, 300, 20)))
    await store.prune(NOON)
    for account in (ACCOUNT, OTHER):
        kept = await kept_days(store, account, path)
        assert kept["numbers"] == kept["record_calls"] == {days_ago(20)}
        assert len(kept["figures"]) == 3


async def test_more_records_than_one_piece_go(store: Store, path: Path) -> None:
    count = upkeep.RECORDS + 10
    calls = [missed(later(each / 60), call=f"sip3-{each}.1") for each in range(count)]
    await keep_calls(DayArchive(store, ACCOUNT), calls)
    assert len(kept_calls(path)) == count
    assert await store.prune(datetime(2027, 6, 1, tzinfo=PBX_ZONE).timestamp()) == count
    assert kept_calls(path) == []


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
    await keep_calls(archive, [missed(later(0.1 * n), f"555222{n:04}", call=f"sip3-{n}.1") for n in range(500)])
    store.put_note(ACCOUNT, CallerNote("5552220001", "Secretnote", at=1.0))
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
        assert b"555222" not in content
        assert b"Secretnote" not in content
        assert b"Secretname" not in content
