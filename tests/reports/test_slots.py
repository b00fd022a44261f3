"""Hours and weekdays against plain loops over invented calls."""

from collections.abc import Sequence
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.history.day_values import Past, RecordHour, StoredRecords
from supervisor_gui.netsantral.types_statistics import CallOutcome
from supervisor_gui.reports.figures import SlotFigures
from supervisor_gui.reports.kept_days import Limits, kept_days
from supervisor_gui.reports.slots import count_hours, count_weekdays
from supervisor_gui.reports.values import Estimate
from tests.reports.invented import DAYS, LATER, MONDAY, Call, calls, day_at, past_of

ANSWERED, UNANSWERED, ABANDONED = CallOutcome.ANSWERED, CallOutcome.UNANSWERED, CallOutcome.ABANDONED
LIMITS = Limits(threshold=20, short=5)
EVERY = [(day_at(place), how) for place in range(DAYS) for how in CallOutcome]


def number(rows: Sequence[Call], *outcomes: CallOutcome) -> int:
    return sum(call.outcome in outcomes for call in rows)


def service_of(rows: Sequence[Call]) -> float | None:
    good = counted = 0
    for call in rows:
        if call.outcome is ANSWERED:
            counted += 1
            good += call.wait <= 20
        elif call.outcome is ABANDONED and call.wait > 5:
            counted += 1
    return good / counted if counted else None


def wait_of(rows: Sequence[Call]) -> float | None:
    waits = [call.wait for call in rows if call.outcome is ANSWERED]
    return sum(waits) / len(waits) if waits else None


def exactly(value: float | None) -> Estimate | None:
    return None if value is None else Estimate(*[pytest.approx(value)] * 3)


def hours(past: Past) -> tuple[SlotFigures, ...]:
    return count_hours(kept_days(past, LIMITS))


def recorded(past: Past, rows: Sequence[RecordHour], *days: date) -> Past:
    """`past` with days counted out of call records."""
    marks = tuple(StoredRecords(day, LATER, final=True) for day in days)
    return msgspec.structs.replace(past, records=marks, record_hours=tuple(rows))


@given(calls())
def test_each_hour_holds_the_calls_that_began_in_it(rows: list[Call]) -> None:
    found = hours(past_of(rows))
    assert [slot.slot for slot in found] == list(range(24))
    for slot in found:
        mine = [call for call in rows if call.hour == slot.slot]
        assert slot.days == DAYS
        assert slot.answered == number(mine, ANSWERED)
        assert slot.unanswered == number(mine, UNANSWERED)
        assert slot.abandoned == number(mine, ABANDONED)
        assert slot.service == exactly(service_of(mine))
        assert slot.answer_wait == exactly(wait_of(mine))


@given(calls(untold=True))
def test_calls_that_do_not_tell_their_wait_leave_a_range_in_their_hour(rows: list[Call]) -> None:
    listed = [call for call in rows if call.listed]
    for slot in hours(past_of(rows)):
        mine = [call for call in listed if call.hour == slot.slot]
        truth = service_of(mine)
        assert slot.answered == number(mine, ANSWERED)
        if truth is not None:
            assert slot.service is not None
            assert slot.service.low <= truth + 1e-9
            assert slot.service.high >= truth - 1e-9
        if all(call.told for call in mine):
            assert slot.service == exactly(truth)
        wait = wait_of(mine)
        if wait is not None:
            assert slot.answer_wait is not None
            assert slot.answer_wait.low <= wait + 1e-9
            assert slot.answer_wait.high >= wait - 1e-9


@given(calls(), st.sets(st.sampled_from([day_at(place) for place in range(DAYS)])))
def test_hours_are_of_the_days_with_every_list_they_need(rows: list[Call], bare: set[date]) -> None:
    found = hours(past_of(rows, without=[(day, how) for day, how in EVERY if day in bare]))
    there = {day_at(place) for place in range(DAYS)} - {call.day for call in rows if call.day in bare}
    mine = [call for call in rows if call.day in there]
    assert {slot.days for slot in found} == {len(there)}
    if there:
        assert sum(slot.answered or 0 for slot in found) == number(mine, ANSWERED)
        assert sum(slot.abandoned or 0 for slot in found) == number(mine, ABANDONED)
    else:
        assert found == tuple(SlotFigures(slot=hour, days=0) for hour in range(24))


@given(calls())
def test_one_day_out_of_call_records_makes_unanswered_and_abandoned_one_number_everywhere(rows: list[Call]) -> None:
    mine = [*rows, Call(day_at(1), 3, ABANDONED, 30)]
    counted = [RecordHour(day_at(1), 9, answered=4, missed=2), RecordHour(day_at(1), 23, answered=0, missed=1)]
    # A day that has its lists is not counted a second time.
    counted += [RecordHour(MONDAY, 9, answered=50, missed=50)]
    past = recorded(past_of(mine, without=[(day_at(1), how) for how in CallOutcome]), counted, MONDAY, day_at(1))
    for slot in hours(past):
        listed = [call for call in mine if call.hour == slot.slot and call.day != day_at(1)]
        extra = [one for one in counted if one.hour == slot.slot and one.day != MONDAY]
        assert slot.days == DAYS
        assert slot.answered == number(listed, ANSWERED) + sum(one.answered for one in extra)
        assert slot.unanswered == number(listed, UNANSWERED, ABANDONED) + sum(one.missed for one in extra)
        assert (slot.abandoned, slot.service, slot.answer_wait) == (None, None, None)


def test_hours_of_a_period_without_anything_are_unknown() -> None:
    assert hours(Past(MONDAY, day_at(6))) == tuple(SlotFigures(slot=hour, days=0) for hour in range(24))


@given(calls())
def test_each_weekday_holds_its_days(rows: list[Call]) -> None:
    # Monday to Monday: one weekday has two days.
    moved = [msgspec.structs.replace(call, day=day_at(7)) if call.day == day_at(1) else call for call in rows]
    found = count_weekdays(kept_days(past_of(moved, days=8), LIMITS))
    assert [(slot.slot, slot.days) for slot in found] == [(0, 2), *((slot, 1) for slot in range(1, 7))]
    for slot in found:
        mine = [call for call in moved if call.day.weekday() == slot.slot]
        assert slot.answered == number(mine, ANSWERED)
        assert slot.unanswered == number(mine, UNANSWERED)
        assert slot.abandoned == number(mine, ABANDONED)
        assert slot.service == exactly(service_of(mine))
        assert slot.answer_wait == exactly(wait_of(mine))


def test_a_weekday_that_is_not_kept_is_unknown() -> None:
    rows = [Call(MONDAY, 9, ANSWERED, 3)]
    found = count_weekdays(kept_days(past_of(rows, days=2), LIMITS))
    assert (found[0].answered, found[1].answered) == (1, 0)
    assert found[2] == SlotFigures(slot=2, days=0)
