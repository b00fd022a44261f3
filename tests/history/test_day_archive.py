"""What is kept of days comes back as it was given, counted by hour, and final rows stay."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.clock import PBX_ZONE, Clock
from supervisor_gui.history.database import close_database, open_database
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.day_rows import DayRows
from supervisor_gui.history.day_values import Counting, HourCount, Known, Past, RecordHour, StoredDay, StoredRecords
from supervisor_gui.history.forgotten import Sieve
from supervisor_gui.history.store import Store
from supervisor_gui.netsantral.types_statistics import CallOutcome, DayStatistics, ListedCall
from tests.history.days import (
    ASKED,
    DAY,
    ME,
    about_days,
    about_list,
    call,
    figures,
    keep_days,
    keep_list,
    keep_records,
    later,
    list_row,
)
from tests.history.rows import ACCOUNT, OTHER

ANSWERED, ABANDONED, UNANSWERED = CallOutcome.ANSWERED, CallOutcome.ABANDONED, CallOutcome.UNANSWERED


@pytest.fixture
def archive(store: Store) -> DayArchive:
    """The days of one account."""
    return DayArchive(store, ACCOUNT)


async def month(archive: DayArchive) -> Past:
    """Everything of the four weeks from the first day."""
    return await archive.past(DAY, later(27), threshold=20, short=5)


async def test_nothing_kept_is_an_empty_past(archive: DayArchive) -> None:
    assert await month(archive) == Past(DAY, later(27))
    assert await archive.known(DAY, later(27)) == Known({}, {}, {})
    assert await archive.calls(DAY, later(27)) == ()


async def test_figures_come_back_in_order_with_what_was_not_told(archive: DayArchive) -> None:
    whole = StoredDay(DayStatistics(DAY, 9, 4, 3, 2, 100, 60, 30, 6, 25), ASKED, final=True)
    empty = StoredDay(DayStatistics(later(1), incoming=0), ASKED + 0.25, final=False)
    await keep_days(archive, empty, whole, figures(later(28)), figures(later(-1)))
    assert (await month(archive)).days == (whole, empty)
    assert (await archive.known(DAY, later(1))).days == {DAY: whole, later(1): empty}


async def test_a_list_comes_back_with_its_calls_in_order_of_time(archive: DayArchive) -> None:
    first, second, third = call("09:00:00"), call("09:00:30", None, None, number=""), call("10:15:00")
    answered = await keep_list(archive, [first, third], list_row(calls=2))
    abandoned = await keep_list(archive, [second], list_row(ABANDONED, calls=1, final=False))
    assert await archive.calls(DAY, DAY) == ((ANSWERED, first), (ABANDONED, second), (ANSWERED, third))
    assert await archive.calls(DAY, DAY, ANSWERED) == ((ANSWERED, first), (ANSWERED, third))
    assert await archive.calls(DAY, DAY, UNANSWERED) == ()
    assert await archive.calls(later(1), later(9)) == ()
    assert set((await month(archive)).lists) == {answered, abandoned}
    assert (await archive.known(DAY, DAY)).lists == {(DAY, ANSWERED): answered, (DAY, ABANDONED): abandoned}


async def test_an_instant_told_in_another_zone_stays_the_same_instant(archive: DayArchive) -> None:
    late = datetime(2026, 11, 2, 20, 59, 59, 250_000, tzinfo=UTC)
    await keep_list(archive, [call(late)], list_row(calls=1))
    ((_, kept),) = await archive.calls(DAY, DAY)
    assert kept.at == late
    assert kept.at.utcoffset() == timedelta(hours=3)
    assert [(hour.day, hour.hour) for hour in (await month(archive)).hours] == [(DAY, 23)]


async def test_calls_are_counted_by_hour_and_outcome_with_both_limits_included(archive: DayArchive) -> None:
    waits = (0, 5, 6, 20, 21, None)
    calls = [call(f"09:0{minute}:00", wait, None if minute == 0 else 30) for minute, wait in enumerate(waits)]
    await keep_list(archive, [*calls, call("23:59:59", 7)], list_row(calls=7))
    await keep_list(archive, [call("09:59:59", 4, None)], list_row(ABANDONED, calls=1))
    nine = HourCount(
        DAY, 9, ANSWERED, calls=6, waits=5, wait_seconds=52, longest_wait=21, in_time=4, short=2, talks=5,
        talk_seconds=150,
    )  # fmt: skip
    left = HourCount(DAY, 9, ABANDONED, 1, 1, 4, 4, 1, 1, 0, 0)
    night = HourCount(DAY, 23, ANSWERED, 1, 1, 7, 7, 1, 0, 1, 60)
    assert (await month(archive)).hours == (left, nine, night)
    (strict,) = [
        hour
        for hour in (await archive.past(DAY, DAY, threshold=5, short=0)).hours
        if hour.outcome is ANSWERED and hour.hour == 9
    ]
    assert (strict.in_time, strict.short) == (2, 1)


async def test_whole_days_are_counted_like_all_their_hours_together(archive: DayArchive) -> None:
    waits = (0, 5, 6, 20, 21, None)
    calls = [call(f"{9 + number % 3:02}:0{number}:00", wait, None if number == 0 else 30)
             for number, wait in enumerate(waits)]  # fmt: skip
    await keep_list(archive, sorted(calls, key=lambda each: each.at), list_row(calls=6))
    await keep_list(archive, [call("09:59:59", 4, None)], list_row(ABANDONED, calls=1))
    found = await archive.past(DAY, later(27), threshold=20, short=5, by_hour=False)
    assert found.hours == (
        HourCount(DAY, None, ABANDONED, 1, 1, 4, 4, 1, 1, 0, 0),
        HourCount(DAY, None, ANSWERED, calls=6, waits=5, wait_seconds=52, longest_wait=21, in_time=4, short=2, talks=5,
                  talk_seconds=150),
    )  # fmt: skip
    assert msgspec.structs.replace(found, hours=()) == msgspec.structs.replace(await month(archive), hours=())


async def test_a_list_given_again_takes_the_place_of_the_whole_list(archive: DayArchive) -> None:
    await keep_list(archive, [call("09:00:00"), call("10:00:00"), call("11:00:00")], list_row(calls=3, final=False))
    await keep_list(archive, [call("08:30:00")], list_row(ABANDONED, calls=1))
    again = await keep_list(archive, [call("10:00:00")], list_row(calls=1, asked_at=ASKED + 900))
    assert await archive.calls(DAY, DAY, ANSWERED) == ((ANSWERED, call("10:00:00")),)
    assert await archive.calls(DAY, DAY, ABANDONED) == ((ABANDONED, call("08:30:00")),)
    assert (await archive.known(DAY, DAY)).lists[DAY, ANSWERED] == again


async def test_figures_in_the_place_of_a_list_leave_no_calls(archive: DayArchive) -> None:
    await keep_list(archive, [call("09:00:00")], list_row(calls=1, final=False))
    row = await keep_list(archive, [], list_row(listed=False))
    assert (await month(archive)).lists == (row,)
    assert (await month(archive)).hours == ()


async def test_how_many_calls_are_kept_is_counted(archive: DayArchive) -> None:
    await keep_list(archive, [call("09:00:00"), call("09:00:00")], list_row(calls=17))
    assert [row.calls for row in (await month(archive)).lists] == [2]
    assert len(await archive.calls(DAY, DAY)) == 2


async def test_counts_of_records_come_back_and_are_replaced_whole(archive: DayArchive) -> None:
    await keep_records(archive, StoredRecords(DAY, ASKED, final=False), RecordHour(DAY, 8, 1, 0))
    again = StoredRecords(DAY, ASKED + 60, final=True)
    hours = (RecordHour(DAY, 10, 5, 2), RecordHour(DAY, 9, 3, 1))
    await keep_records(archive, again, *hours)
    await keep_records(archive, StoredRecords(later(1), ASKED, final=True))
    past = await month(archive)
    assert past.records == (again, StoredRecords(later(1), ASKED, final=True))
    assert past.record_hours == (hours[1], hours[0])
    assert (await archive.known(DAY, DAY)).records == {DAY: again}


async def test_a_final_row_stays_where_the_new_one_is_not_final(archive: DayArchive) -> None:
    day, calls, hour = figures(DAY, 7), (call("09:00:00"),), RecordHour(DAY, 9, 3, 1)
    await keep_days(archive, day)
    row = await keep_list(archive, calls, list_row(calls=1))
    records = StoredRecords(DAY, ASKED, final=True)
    await keep_records(archive, records, hour)

    await keep_days(archive, figures(DAY, 2, final=False, asked_at=ASKED + 9), figures(later(1), 3, final=False))
    await keep_list(archive, [call("10:00:00"), call("11:00:00")], list_row(calls=2, final=False, asked_at=ASKED + 9))
    await keep_records(archive, StoredRecords(DAY, ASKED + 9, final=False), RecordHour(DAY, 11, 8, 8))

    past = await month(archive)
    assert past.days == (day, figures(later(1), 3, final=False))
    assert (past.lists, past.records, past.record_hours) == ((row,), (records,), (hour,))
    assert await archive.calls(DAY, DAY) == ((ANSWERED, calls[0]),)


async def test_a_later_final_row_takes_the_place_of_a_final_one(archive: DayArchive) -> None:
    await keep_days(archive, figures(DAY, 7))
    await keep_days(archive, figures(DAY, 8, asked_at=ASKED + 9))
    assert (await month(archive)).days == (figures(DAY, 8, asked_at=ASKED + 9),)


async def test_accounts_keep_apart(archive: DayArchive, store: Store) -> None:
    other = DayArchive(store, OTHER)
    await keep_days(archive, figures(DAY, 7))
    await keep_list(archive, [call("09:00:00")], list_row(calls=1))
    await keep_records(archive, StoredRecords(DAY, ASKED, final=True), RecordHour(DAY, 9, 3, 1))
    assert await month(other) == Past(DAY, later(27))
    await keep_days(other, figures(DAY, 2))
    await keep_list(other, [], list_row())
    assert [row.figures.incoming for row in (await month(archive)).days] == [7]
    assert len(await archive.calls(DAY, DAY)) == 1
    assert await other.calls(DAY, DAY) == ()


async def test_days_are_there_after_a_restart(store_at: Callable[..., Store], path: Path) -> None:
    first = store_at(path)
    await keep_days(DayArchive(first, ACCOUNT), figures(DAY))
    await keep_list(DayArchive(first, ACCOUNT), [call("09:00:00")], list_row(calls=1))
    before = await month(DayArchive(first, ACCOUNT))
    await first.close()
    assert await month(DayArchive(store_at(path), ACCOUNT)) == before


@pytest.mark.parametrize(("age", "kept"), [(180, "05550001122"), (181, "")])
async def test_calls_that_are_too_old_when_asked_for_are_kept_without_numbers(
    archive: DayArchive, age: int, kept: str
) -> None:
    asked_at = datetime(2026, 11, 2, 0, 30, tzinfo=PBX_ZONE).timestamp() + age * 86_400
    await keep_list(archive, [call("09:00:00")], list_row(calls=1, asked_at=asked_at))
    assert await archive.calls(DAY, DAY) == ((ANSWERED, call("09:00:00", number=kept)),)


def test_what_sessions_import_of_the_archive_loads_no_sql() -> None:
    look = "import sys, supervisor_gui.history.day_archive; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", look], check=False).returncode == 0


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], tuple[DayRows, str]]]:
    """Gives a fresh account in one open file, for many tries."""
    opened = open_database(tmp_path_factory.mktemp("days") / "history.sqlite", Clock(), busy=1.0)
    numbers = count(8501110000)
    rows = DayRows(opened.connection, Sieve())
    yield lambda: (rows, str(next(numbers)))
    close_database(opened.connection)


_INSTANTS = st.datetimes(
    datetime.combine(DAY, datetime.min.time()),
    datetime.combine(later(1), datetime.min.time()) - timedelta(microseconds=1),
    timezones=st.just(PBX_ZONE),
)
_SECONDS = st.none() | st.integers(0, 40) | st.integers(0, 2**31 - 1)
_NUMBERS = st.text(st.characters(codec="utf-8"), max_size=12)
_CALLS = st.lists(st.builds(ListedCall, call=_NUMBERS, at=_INSTANTS, number=_NUMBERS, talk_seconds=_SECONDS,
                            wait_seconds=_SECONDS), max_size=30)  # fmt: skip


@given(_CALLS, st.integers(0, 60), st.integers(0, 60))
def test_any_list_comes_back_and_is_counted_as_by_plain_loops(
    kept: Callable[[], tuple[DayRows, str]], calls: list[ListedCall], threshold: int, short: int
) -> None:
    rows, account = kept()
    rows.put_list(account, list_row(UNANSWERED), calls, about_list(UNANSWERED), ME)
    back = rows.calls(account, DAY, DAY, None)
    assert back == tuple((UNANSWERED, each) for each in sorted(calls, key=lambda each: each.at.timestamp()))
    counted: dict[int, dict[str, list[Any]]] = {}
    for each in calls:
        hour = counted.setdefault(each.at.hour, {"calls": [], "waits": [], "talks": []})
        hour["calls"].append(each)
        hour["waits"] += [] if each.wait_seconds is None else [each.wait_seconds]
        hour["talks"] += [] if each.talk_seconds is None else [each.talk_seconds]
    assert rows.past(account, DAY, DAY, Counting(threshold, short)).hours == tuple(
        HourCount(
            day=DAY,
            hour=hour,
            outcome=UNANSWERED,
            calls=len(found["calls"]),
            waits=len(found["waits"]),
            wait_seconds=sum(found["waits"]),
            longest_wait=max(found["waits"], default=0),
            in_time=sum(wait <= threshold for wait in found["waits"]),
            short=sum(wait <= short for wait in found["waits"]),
            talks=len(found["talks"]),
            talk_seconds=sum(found["talks"]),
        )
        for hour, found in sorted(counted.items())
    )


_TOLD = st.none() | st.integers(0, 2**31 - 1)


@given(st.builds(DayStatistics, st.just(DAY), *([_TOLD] * 9)), st.booleans(), st.floats(0, 4e9))
def test_any_figures_come_back(
    kept: Callable[[], tuple[DayRows, str]], told: DayStatistics, final: bool, asked_at: float
) -> None:
    rows, account = kept()
    row = StoredDay(told, asked_at, final)
    rows.put_days(account, [row], about_list(), ME)
    (back,) = rows.known(account, DAY, DAY).days.values()
    assert back == row
    assert isinstance(back.final, bool)


def test_a_past_is_of_one_moment(path: Path) -> None:
    with ExitStack() as ending:
        mine, other = (open_database(path, Clock(), busy=1.0).connection for _ in range(2))
        ending.callback(close_database, mine)
        ending.callback(close_database, other)

        def put(incoming: int) -> None:
            writer = DayRows(other, Sieve())
            writer.put_days(ACCOUNT, [figures(DAY, incoming, final=False)], about_days(DAY), ME)
            writer.put_list(ACCOUNT, list_row(final=False), [call("09:00:00")] * incoming, about_list(), ME)

        def other_is_faster(statement: str) -> None:
            if "FROM statistics_lists" in statement:
                file.set_trace_callback(None)
                put(3)

        put(1)
        file = mine.connection.driver_connection
        file.set_trace_callback(other_is_faster)
        past = DayRows(mine, Sieve()).past(ACCOUNT, DAY, DAY, Counting(20, 5))
        assert past.days[0].figures.incoming == past.lists[0].calls == past.hours[0].calls == 1
        later_past = DayRows(mine, Sieve()).past(ACCOUNT, DAY, DAY, Counting(20, 5))
        assert later_past.days[0].figures.incoming == later_past.lists[0].calls == later_past.hours[0].calls == 3
