"""Call records in the file: an answer takes the place of what was kept of its span, and nothing else changes."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine

from supervisor_gui.clock import pbx_midnight_of
from supervisor_gui.errors import StoreError
from supervisor_gui.history.database import transaction
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.day_values import RecordHour, StoredRecords
from supervisor_gui.history.forgotten import digest
from supervisor_gui.history.migrations import migrate
from supervisor_gui.history.record_folding import kept_leg, legs_of
from supervisor_gui.history.record_rows import RecordRows, first_id
from supervisor_gui.history.retention import Retention
from supervisor_gui.history.store import Store
from supervisor_gui.live.numbers import tail
from supervisor_gui.netsantral.types_records import CallRecord, Direction, Leg
from tests.history.days import ASKED, DAY, about_records, call, claim, keep_list, list_row
from tests.history.records import CALLER, QUEUE, keep_calls, kept_calls, leg, missed, moment, record
from tests.history.rows import ACCOUNT, OTHER, seen_call

SECOND_CALLER = "05550003344"
KEY = b"k" * 32
NEXT = DAY + timedelta(days=1)


@pytest.fixture
def archive(store: Store) -> DayArchive:
    return DayArchive(store, ACCOUNT)


def at(text: str, day: date = DAY) -> float:
    """Epoch seconds of a time of day."""
    return moment(text).timestamp() + 86_400.0 * (day - DAY).days


def ids(path: Path) -> list[str]:
    return [row.call for row in kept_calls(path)]


def found(path: Path, digits: str) -> list[str]:
    """The calls that the index of numbers finds."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("INSERT INTO call_numbers (call_numbers) VALUES ('integrity-check')")
        query = "SELECT call FROM call_numbers JOIN call_records ON id = call_numbers.rowid WHERE call_numbers MATCH ?"
        return sorted(row[0] for row in file.execute(query, (f'"{digits}"',)))


async def test_a_call_is_kept_with_its_legs(archive: DayArchive, path: Path) -> None:
    legs = (leg("09:00:00", QUEUE, recording="https://dosyaindir.netgsm.com.tr/s3cr3t"), leg("09:00:10", "103"))
    await keep_calls(archive, [record(*legs)])
    (row,) = kept_calls(path)
    assert (row.account, row.began, row.direction, row.number) == (ACCOUNT, at("09:00:00"), "incoming", CALLER)
    assert (row.numbers, row.extension, row.queue, row.recorded, row.legs) == (CALLER, "103", "Destek", 1, 2)
    assert first_id(row.began) <= row.id < first_id(row.began + 1)
    assert row.told == tuple(map(kept_leg, legs))
    assert found(path, "5000112") == [row.call]
    for part in path.parent.iterdir():
        assert b"s3cr3t" not in part.read_bytes()


async def test_ids_are_in_order_of_time_and_stay_when_a_call_is_told_again(archive: DayArchive, path: Path) -> None:
    calls = [missed("09:00:01", call="b"), missed("09:00:00", call="a"), missed("09:00:01", call="c")]
    await keep_calls(archive, calls)
    before = {row.call: row.id for row in kept_calls(path)}
    assert list(before) == ["a", "b", "c"]
    answered = record(*calls[2].legs, leg("09:00:05", "103"), call="c")
    await keep_calls(archive, [answered, missed("08:00:00", call="new"), calls[0], missed("09:00:01", call="d")])
    after = {row.call: row.id for row in kept_calls(path)}
    assert list(after) == ["new", "b", "c", "d"]
    assert (after["b"], after["c"]) == (before["b"], before["c"])
    assert kept_calls(path)[2].direction == "incoming"


async def test_calls_of_two_accounts_in_one_second_have_ids_of_their_own(store: Store, path: Path) -> None:
    for account in (ACCOUNT, OTHER):
        await keep_calls(DayArchive(store, account), [missed()])
    assert sorted(row.account for row in kept_calls(path)) == [OTHER, ACCOUNT]
    await keep_calls(DayArchive(store, OTHER), [])
    assert [row.account for row in kept_calls(path)] == [ACCOUNT]


async def test_a_call_that_an_answer_does_not_tell_any_more_goes(archive: DayArchive, path: Path) -> None:
    await keep_calls(archive, [missed("09:00:00", call="a"), missed("10:00:00", SECOND_CALLER, call="b")])
    await keep_calls(archive, [missed("10:00:00", SECOND_CALLER, call="b")])
    assert ids(path) == ["b"]
    assert found(path, "0001122") == []
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT count(*) FROM record_legs").fetchone() == (1,)


async def test_an_answer_that_is_damaged_costs_nothing_that_was_told_before(archive: DayArchive, path: Path) -> None:
    rang, talked = leg("09:00:00", "101", seconds=0, direction=Direction.MISSED), leg("09:00:10", "102", seconds=30)
    await keep_calls(archive, [record(rang, talked), missed()])
    (before, other) = kept_calls(path)
    # The leg that talked could not be read, the other one has grown; the second call was in a row that was damaged.
    longer = leg("09:00:00", "101", seconds=9, direction=Direction.MISSED)
    await keep_calls(archive, [record(longer), missed("09:30:00", call="new")], whole=False)
    call, kept, new = kept_calls(path)
    assert call.told == (kept_leg(longer), kept_leg(talked))
    assert (call.id, call.direction, call.extension) == (before.id, "incoming", "102")
    assert (kept, new.call) == (other, "new")
    await keep_calls(archive, [record(longer)])
    (call,) = kept_calls(path)
    assert call.told == (kept_leg(longer),)


async def test_other_days_stay(archive: DayArchive, path: Path) -> None:
    for day in (NEXT, DAY):
        shift = day - DAY
        calls = [missed(moment(text) + shift, call=f"{day} {text}") for text in ("00:00:00", "23:59:59")]
        await keep_calls(archive, calls, row=StoredRecords(day, ASKED, final=False))
    assert len(kept_calls(path)) == 4
    await keep_calls(archive, [], row=StoredRecords(NEXT, ASKED, final=False))
    assert ids(path) == [f"{DAY} 00:00:00", f"{DAY} 23:59:59"]


@pytest.mark.parametrize("whole", [True, False])
async def test_a_call_across_midnight_is_one_whichever_legs_a_day_tells(
    archive: DayArchive, path: Path, *, whole: bool
) -> None:
    first = leg("23:59:50", QUEUE, seconds=60)
    second = leg(moment("00:00:05") + timedelta(days=1), "103", seconds=60)
    today, tomorrow = StoredRecords(DAY, ASKED, final=False), StoredRecords(NEXT, ASKED, final=False)
    for _ in range(2):
        await keep_calls(archive, [record(first, second) if whole else record(first)], row=today)
        await keep_calls(archive, [] if whole else [record(second)], row=tomorrow)
        (row,) = kept_calls(path)
        assert row.told == (kept_leg(first), kept_leg(second))
        assert (row.began, row.extension, row.legs) == (at("23:59:50"), "103", 2)
    await keep_calls(archive, [record(second)], row=tomorrow)
    assert kept_calls(path) == [row]


async def test_the_later_day_may_come_first(archive: DayArchive, path: Path) -> None:
    first, second = leg("23:59:50", QUEUE), leg(moment("00:00:05") + timedelta(days=1), "103")
    await keep_calls(archive, [record(second)], row=StoredRecords(NEXT, ASKED, final=False))
    await keep_calls(archive, [record(first)])
    (row,) = kept_calls(path)
    assert row.told == (kept_leg(first), kept_leg(second))


async def test_one_id_on_two_days_is_two_calls(archive: DayArchive, path: Path) -> None:
    again = record(leg(moment("09:00:00") + timedelta(days=1), "104"))
    for _ in range(2):
        await keep_calls(archive, [record()])
        await keep_calls(archive, [again], row=StoredRecords(NEXT, ASKED, final=False))
        assert [(row.call, row.extension, row.legs) for row in kept_calls(path)] == [
            (again.call, "103", 1),
            (again.call, "104", 1),
        ]
    await keep_calls(archive, [])
    assert [row.extension for row in kept_calls(path)] == ["104"]


async def test_a_leg_that_is_told_twice_is_kept_once(archive: DayArchive, path: Path) -> None:
    await keep_calls(archive, [record(leg(), leg()), record(leg(), leg("09:01:00", "104"))])
    (row,) = kept_calls(path)
    assert row.told == (kept_leg(leg()), kept_leg(leg("09:01:00", "104")))


async def test_the_running_day_is_renewed_from_an_hour_on(archive: DayArchive, path: Path) -> None:
    calls = [missed("08:30:00", call="early"), missed("11:00:00", call="gone"), missed("11:30:00", call="stays")]
    await keep_calls(archive, calls, RecordHour(DAY, 8, 0, 1), RecordHour(DAY, 11, 0, 2))
    long = record(leg("10:59:00", "103", seconds=3600), call="long")
    hours = (RecordHour(DAY, 8, 9, 9), RecordHour(DAY, 11, 0, 1), RecordHour(DAY, 12, 1, 0))
    # A call that began before the hour is not one that was asked for.
    await keep_calls(archive, [calls[2], missed("12:00:00", call="new"), long], *hours, since=at("11:00:00"))
    assert ids(path) == ["early", "stays", "new"]
    past = await archive.past(DAY, DAY, threshold=20, short=5)
    assert past.record_hours == (RecordHour(DAY, 8, 0, 1), RecordHour(DAY, 11, 0, 1), RecordHour(DAY, 12, 1, 0))


async def test_a_final_day_stays_and_the_claim_ends(archive: DayArchive, path: Path) -> None:
    final = StoredRecords(DAY, ASKED, final=True)
    assert await claim(archive, about_records(), holder="me") is not None
    await keep_calls(archive, [missed()], RecordHour(DAY, 9, 0, 1), row=final)
    await keep_calls(archive, [], row=StoredRecords(DAY, ASKED + 1, final=False))
    assert len(kept_calls(path)) == 1
    known = await archive.known(DAY, DAY)
    assert known.records == {DAY: final}
    assert not await archive.claimed_by_others([about_records()], holder="other", now=ASKED, lease=20.0)


async def test_calls_of_days_that_are_not_kept_do_not_come_in(store: Store, path: Path) -> None:
    archive = DayArchive(store, ACCOUNT, lambda: Retention(records=7))
    old = moment("00:00:00").timestamp() + 8 * 86_400.0
    await keep_calls(archive, [missed("23:59:59")], row=StoredRecords(DAY, old, final=True))
    assert kept_calls(path) == []
    await keep_calls(archive, [missed("00:00:00")], row=StoredRecords(DAY, old - 1, final=True))
    assert len(kept_calls(path)) == 1


def forget(path: Path, number: str) -> None:
    """Note that a number was deleted for good."""
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("INSERT INTO forgotten VALUES (?, 0)", (digest(KEY, tail(number)),))


async def test_a_forgotten_number_does_not_come_back(store: Store, archive: DayArchive, path: Path) -> None:
    forget(path, CALLER)
    store.use_key(KEY)
    handed_on = record(leg("09:10:00", source="5550003344"), leg("09:11:00", "905550001122"), call="handed on")
    named = record(leg("09:12:00", source="anonymous", directory='"X 0555 000 11 22" <anonymous>'), call="named")
    amid = missed("09:13:00", "Trunk 7705550001122 103", call="amid")
    other = missed("09:14:00", SECOND_CALLER, call="other")
    await keep_calls(archive, [missed(), handed_on, named, amid, other], RecordHour(DAY, 9, 0, 5))
    assert ids(path) == ["other"]
    await keep_list(archive, [call("09:00:00"), call("09:01:00", number=SECOND_CALLER)], list_row(calls=2))
    assert [each.number for _, each in await archive.calls(DAY, DAY)] == ["", SECOND_CALLER]
    store.put_calls([seen_call(ASKED), seen_call(ASKED, SECOND_CALLER, "104")])
    assert await store.last_call_with(ACCOUNT, CALLER) is None
    assert await store.last_call_with(ACCOUNT, SECOND_CALLER) is not None
    assert len(await store.calls_of_extension(ACCOUNT, "103", 0, 2 * ASKED)) == 1


async def test_without_the_key_no_record_is_stored_and_calls_lose_their_number(
    store: Store, archive: DayArchive, path: Path
) -> None:
    forget(path, CALLER)
    with pytest.raises(StoreError, match="keyring"):
        await keep_calls(archive, [missed("09:13:00", SECOND_CALLER)])
    assert (await archive.known(DAY, DAY)).records == {}
    assert store.problem == ""
    store.put_calls([seen_call(ASKED, SECOND_CALLER)])
    (seen,) = await store.calls_of_extension(ACCOUNT, "103", 0, 2 * ASKED)
    assert seen.number == ""
    store.use_key(KEY)
    await keep_calls(archive, [missed("09:13:00", SECOND_CALLER)])
    assert len(kept_calls(path)) == 1


@pytest.fixture(scope="module")
def connection() -> Iterator[Connection]:
    """One file in memory for many small answers."""
    engine = create_engine("sqlite://", isolation_level="AUTOCOMMIT")
    with engine.connect() as opened:
        migrate(opened.connection.driver_connection)
        yield opened
    engine.dispose()


times = st.integers(0, 3 * 86_400 - 1).map(lambda seconds: moment("00:00:00") + timedelta(seconds=seconds))
answers = st.lists(
    st.dictionaries(
        st.sampled_from("abcde"),
        st.lists(times, min_size=1, max_size=3).map(
            lambda begins: [leg(begin, direction=Direction.MISSED, seconds=0) for begin in begins]
        ),
        max_size=4,
    ),
    max_size=4,
)


def legs_within(rows: Sequence[Any], day: int) -> set[tuple[str, float]]:
    begin = at("00:00:00") + 86_400.0 * day
    return {(row[0], leg.at) for row in rows for leg in legs_of(row[1]) if begin <= leg.at < begin + 86_400}


_KEPT = (
    "SELECT call, legs.legs, id, began, calls.legs FROM call_records AS calls LEFT JOIN record_legs AS legs USING (id)"
)


@given(answers=answers, days=st.lists(st.integers(0, 2), min_size=4, max_size=4))
def test_after_each_answer_the_file_holds_what_it_tells_of_its_day(
    connection: Connection, answers: Sequence[Mapping[str, Sequence[Leg]]], days: Sequence[int]
) -> None:
    connection.exec_driver_sql("DELETE FROM call_records")
    connection.exec_driver_sql("DELETE FROM record_legs")
    rows = RecordRows(connection)
    for answer, day in zip(answers, days, strict=False):
        begin = at("00:00:00") + 86_400.0 * day
        calls = [CallRecord(name, tuple(legs)) for name, legs in answer.items()]
        kept: Sequence[Any] = ()
        for again in (False, True):
            with transaction(connection):
                rows.put(ACCOUNT, calls, begin, begin + 86_400, 0.0)
            found = connection.exec_driver_sql(_KEPT).all()
            assert not again or found == kept
            kept = found
        told = {(each.call, leg.at.timestamp()) for each in calls for leg in each.legs}
        within = {(name, at_) for name, at_ in told if begin <= at_ < begin + 86_400}
        # Legs of calls that began on the day before may be in it as well: no answer about it has to tell of them.
        assert within <= legs_within(kept, day)
        known = {name for name, _ in within}
        assert {each for each in legs_within(kept, day) if each[0] in known} == within
        counts = connection.exec_driver_sql("SELECT count(*) FROM record_legs").scalar()
        assert counts == len(kept)
        connection.exec_driver_sql("INSERT INTO call_numbers (call_numbers) VALUES ('integrity-check')")


def test_first_id_is_where_a_second_begins() -> None:
    assert first_id(pbx_midnight_of(DAY)) < first_id(pbx_midnight_of(DAY) + 0.5) == first_id(pbx_midnight_of(DAY) + 1)
