"""Answers as rows: what is missing, repeated, strange or damaged gets its defined outcome and nothing is made up."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.history.answers import (
    better_figures,
    day_rows,
    joined,
    list_row,
    no_list_row,
    record_hours,
    recorded_calls,
)
from supervisor_gui.history.day_values import Question, QuestionKind, RecordHour, StoredDay
from supervisor_gui.history.planner import final_after
from supervisor_gui.netsantral.types_records import CallRecord, Direction, Leg, RecordPage
from supervisor_gui.netsantral.types_statistics import CallOutcome, DayCalls, DayStatistics, ListedCall, Statistics

MONDAY = date(2026, 11, 16)
DAY = timedelta(days=1)
WEEK = Question(QuestionKind.DAYS, MONDAY, MONDAY + 6 * DAY)
ALONE = Question(QuestionKind.DAYS, MONDAY, MONDAY)
LATE = final_after(MONDAY + 6 * DAY)
LIST = Question(QuestionKind.LIST, MONDAY, MONDAY, CallOutcome.ABANDONED)
CALL = ListedCall("17.1", datetime(2026, 11, 16, 10, tzinfo=PBX_ZONE), "05550000001", 30, 5)


def told(*days: DayStatistics, damaged: int = 0) -> Statistics:
    return Statistics(days, damaged)


def test_each_day_has_its_figures_and_days_that_are_not_told_had_no_calls() -> None:
    monday, sunday = DayStatistics(MONDAY, incoming=3), DayStatistics(MONDAY + 6 * DAY, incoming=1, longest_wait=9)
    kept = day_rows(told(monday, sunday), WEEK, LATE)
    assert kept.unclear == ()
    assert [row.figures.day for row in kept.rows] == [MONDAY + number * DAY for number in range(7)]
    assert (kept.rows[0].figures, kept.rows[6].figures) == (monday, sunday)
    assert {row.figures.incoming for row in kept.rows[1:6]} == {0}
    assert all(row.figures.answered is None for row in kept.rows[1:6])


def test_only_days_that_were_over_for_an_hour_are_final() -> None:
    asked_at = final_after(MONDAY + 2 * DAY)
    rows = day_rows(told(), WEEK, asked_at).rows
    assert [row.final for row in rows] == [True, True, True, False, False, False, False]
    assert {row.asked_at for row in rows} == {asked_at}


def test_a_day_that_is_told_twice_is_one() -> None:
    first = DayStatistics(MONDAY, incoming=3, answered=2)
    second = DayStatistics(MONDAY, incoming=4, abandoned=1)
    (row,) = day_rows(told(first, second), ALONE, LATE).rows
    assert row.figures == DayStatistics(MONDAY, incoming=4, answered=2, abandoned=1)


def test_days_that_nobody_asked_for_are_dropped_and_leave_the_others_open() -> None:
    stray = DayStatistics(MONDAY - DAY, incoming=9)
    tuesday = DayStatistics(MONDAY + DAY, incoming=2)
    kept = day_rows(told(stray, tuesday), WEEK, LATE)
    assert [row.figures for row in kept.rows] == [tuesday]
    assert kept.unclear == tuple(MONDAY + number * DAY for number in (0, 2, 3, 4, 5, 6))


def test_a_day_that_may_be_the_damaged_one_is_not_called_empty() -> None:
    kept = day_rows(told(DayStatistics(MONDAY, incoming=3), damaged=1), WEEK, LATE)
    assert [row.figures.day for row in kept.rows] == [MONDAY]
    assert len(kept.unclear) == 6
    alone = day_rows(told(damaged=1), ALONE, LATE)
    assert (alone.rows, alone.unclear) == ((), (MONDAY,))


def test_a_day_of_which_no_figure_could_be_read_is_not_known() -> None:
    kept = day_rows(told(DayStatistics(MONDAY), DayStatistics(MONDAY + DAY, incoming=2), damaged=4), WEEK, LATE)
    assert [row.figures.day for row in kept.rows] == [MONDAY + DAY]
    assert MONDAY in kept.unclear
    (silent,) = day_rows(told(DayStatistics(MONDAY)), ALONE, LATE).rows
    assert silent.figures == DayStatistics(MONDAY), "told of nothing, and nothing was damaged"


figure = st.none() | st.integers(0, 500)
some_figures = st.builds(DayStatistics, day=st.just(MONDAY), incoming=figure, answered=figure, longest_wait=figure)
blocks = st.lists(
    st.builds(DayStatistics, day=st.integers(-3, 9).map(lambda number: MONDAY + number * DAY), incoming=figure),
    max_size=12,
    unique_by=lambda one: one.day,
)


@given(blocks=blocks, damaged=st.integers(0, 2), seed=st.randoms())
def test_whatever_comes_each_day_is_settled_or_open_and_the_order_plays_no_part(
    blocks: list[DayStatistics], damaged: int, seed: object
) -> None:
    kept = day_rows(told(*blocks, damaged=damaged), WEEK, LATE)
    days = [*(row.figures.day for row in kept.rows), *kept.unclear]
    assert sorted(days) == [MONDAY + number * DAY for number in range(7)]
    shuffled = list(blocks)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    assert day_rows(told(*shuffled, damaged=damaged), WEEK, LATE) == kept


@given(earlier=some_figures, later=some_figures)
def test_joined_figures_lose_none_that_was_told(earlier: DayStatistics, later: DayStatistics) -> None:
    both = joined(earlier, later)
    for name in ("incoming", "answered", "longest_wait"):
        first, second = getattr(earlier, name), getattr(later, name)
        assert getattr(both, name) == (first if second is None else second)


def test_a_list_is_kept_with_its_damage() -> None:
    row = list_row(DayCalls((CALL,), damaged=2), LIST, LATE)
    assert (row.day, row.outcome, row.listed, row.calls, row.damaged, row.final) == (
        MONDAY,
        CallOutcome.ABANDONED,
        True,
        1,
        2,
        True,
    )


def test_a_day_without_such_calls_has_a_list_without_calls() -> None:
    row = list_row(DayCalls(), LIST, LATE)
    assert (row.listed, row.calls) == (True, 0)


def test_the_days_figures_in_the_place_of_a_list_are_no_list() -> None:
    totals = DayStatistics(MONDAY, incoming=3)
    assert not list_row(DayCalls(totals=totals), LIST, LATE).listed
    assert list_row(DayCalls((CALL,), totals=totals), LIST, LATE).listed
    assert not no_list_row(LIST, LATE).listed


def test_a_list_asked_for_too_early_is_not_final() -> None:
    assert not list_row(DayCalls(), LIST, final_after(MONDAY) - 1).final
    assert not no_list_row(LIST, final_after(MONDAY) - 1).final


def test_figures_that_come_with_a_list_complete_final_ones_and_change_none() -> None:
    kept = StoredDay(DayStatistics(MONDAY, incoming=3, answered=2), LATE, final=True)
    better = better_figures(kept, DayStatistics(MONDAY, incoming=9, abandoned=1), LATE + 60)
    assert better == StoredDay(DayStatistics(MONDAY, incoming=3, answered=2, abandoned=1), LATE, final=True)
    assert better_figures(kept, DayStatistics(MONDAY, incoming=9), LATE + 60) is None


def test_figures_that_come_with_a_list_replace_passing_ones_when_they_are_final_and_tell_as_much() -> None:
    early = final_after(MONDAY) - 60
    kept = StoredDay(DayStatistics(MONDAY, incoming=3, answered=2), early, final=False)
    whole, part = DayStatistics(MONDAY, incoming=4, answered=3), DayStatistics(MONDAY, incoming=4)
    assert better_figures(kept, whole, LATE) == StoredDay(whole, LATE, final=True)
    assert better_figures(kept, part, LATE) is None
    assert better_figures(kept, whole, early + 30) is None
    assert better_figures(None, part, early) == StoredDay(part, early, final=False)


def leg(hour: int, direction: Direction, day: date = MONDAY) -> Leg:
    return Leg(datetime(day.year, day.month, day.day, hour, 5, tzinfo=PBX_ZONE), "101", "0555", 9, direction)


def record(call: str, *legs: Leg) -> CallRecord:
    return CallRecord(call, legs)


def test_incoming_calls_are_counted_by_the_hour_they_began_in() -> None:
    page = RecordPage(
        (
            record("a", leg(9, Direction.INCOMING), leg(10, Direction.INCOMING)),
            record("b", leg(9, Direction.MISSED), leg(9, Direction.INCOMING)),
            record("c", leg(9, Direction.MISSED)),
            record("d", leg(23, Direction.OTHER), leg(23, Direction.MISSED)),
            record("e", leg(9, Direction.OUTGOING), leg(9, Direction.INCOMING)),
            record("f", leg(9, Direction.INTERNAL)),
            record("g", leg(9, Direction.OTHER)),
            record("h", leg(0, Direction.INCOMING, MONDAY + DAY)),
        )
    )
    assert record_hours(MONDAY, recorded_calls(page, MONDAY)) == (
        RecordHour(MONDAY, 9, answered=2, missed=1),
        RecordHour(MONDAY, 23, answered=0, missed=1),
    )


@pytest.mark.parametrize("order", [1, -1])
def test_a_call_that_two_pages_tell_of_is_one(order: int) -> None:
    pages = (
        RecordPage((record("a", leg(9, Direction.INCOMING)),)),
        RecordPage((record("a", leg(9, Direction.MISSED)), record("b", leg(12, Direction.MISSED)))),
    )[::order]
    calls = [call for page in pages for call in recorded_calls(page, MONDAY)]
    assert record_hours(MONDAY, calls) == (RecordHour(MONDAY, 9, 1, 0), RecordHour(MONDAY, 12, 0, 1))


def test_a_day_without_records_has_no_hours() -> None:
    assert record_hours(MONDAY, recorded_calls(RecordPage(), MONDAY)) == ()
