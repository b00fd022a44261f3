"""Figures of days and periods against plain loops over invented calls."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import product

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.history.day_values import Past, StoredDay
from supervisor_gui.netsantral.types_statistics import CallOutcome, DayStatistics
from supervisor_gui.reports.counting import count
from supervisor_gui.reports.figures import Figures
from supervisor_gui.reports.kept_days import Limits, kept_days
from supervisor_gui.reports.request import Period
from supervisor_gui.reports.values import Estimate
from tests.reports.invented import (
    DAYS,
    LATER,
    MONDAY,
    Call,
    calls,
    day_at,
    figures_of,
    hour_counts,
    past_of,
    stored_list,
)

ANSWERED, UNANSWERED, ABANDONED = CallOutcome.ANSWERED, CallOutcome.UNANSWERED, CallOutcome.ABANDONED
LIMITS = st.tuples(st.integers(0, 30), st.integers(0, 12))
WHOLE = Period(MONDAY, day_at(DAYS - 1))
EVERY_LIST = [(day_at(place), how) for place, how in product(range(DAYS), CallOutcome)]


def of(rows: Sequence[Call], how: CallOutcome) -> list[Call]:
    return [call for call in rows if call.outcome is how]


def service_of(rows: Sequence[Call], threshold: int, short: int) -> float | None:
    """The share of calls answered in time, one call at a time."""
    good = counted = 0
    for call in rows:
        if call.outcome is ANSWERED:
            counted += 1
            good += call.wait <= threshold
        elif call.outcome is ABANDONED:
            counted += call.wait > short
    return good / counted if counted else None


def mean(seconds: Sequence[int]) -> float | None:
    return sum(seconds) / len(seconds) if seconds else None


def exactly(value: float | None) -> Estimate | None:
    return None if value is None else Estimate(pytest.approx(value), pytest.approx(value), pytest.approx(value))


def figures(past: Past, threshold: int = 20, short: int = 5, period: Period = WHOLE) -> Figures:
    return count(kept_days(past, Limits(threshold, short)), [(period.start, period.end)])[0]


@given(calls(), LIMITS)
def test_every_figure_of_listed_days_is_that_of_a_plain_loop(rows: list[Call], limits: tuple[int, int]) -> None:
    threshold, short = limits
    found = figures(past_of(rows, threshold=threshold, short=short), threshold, short)

    shorts = sum(call.wait <= short for call in of(rows, ABANDONED))
    offered = len(rows) - shorts
    assert (found.days, found.known, found.listed) == (DAYS, DAYS, DAYS)
    assert found.incoming == len(rows)
    assert found.answered == len(of(rows, ANSWERED))
    assert found.unanswered == len(of(rows, UNANSWERED))
    assert found.abandoned == len(of(rows, ABANDONED))
    assert found.short == shorts
    assert found.service == exactly(service_of(rows, threshold, short))
    assert found.answer_wait == exactly(mean([call.wait for call in of(rows, ANSWERED)]))
    assert found.abandon_rate == exactly((len(of(rows, ABANDONED)) - shorts) / offered if offered else None)
    assert found.answer_rate == (pytest.approx(len(of(rows, ANSWERED)) / len(rows)) if rows else None)
    assert found.average_wait == (pytest.approx(mean([call.wait for call in rows])) if rows else None)
    assert found.average_talk == pytest.approx(mean([call.talk for call in of(rows, ANSWERED)]))
    assert found.longest_wait == max((call.wait for call in rows), default=None)


@given(calls(), LIMITS)
def test_each_span_has_its_own_days_and_no_others(rows: list[Call], limits: tuple[int, int]) -> None:
    threshold, short = limits
    past = past_of(rows, threshold=threshold, short=short)
    cuts = [(MONDAY, MONDAY), (day_at(1), day_at(3))]
    for (start, end), found in zip(cuts, count(kept_days(past, Limits(threshold, short)), cuts), strict=True):
        mine = [call for call in rows if start <= call.day <= end]
        assert (found.start, found.end, found.days) == (start, end, (end - start).days + 1)
        assert found.incoming == len(mine)
        assert found.service == exactly(service_of(mine, threshold, short))


@given(calls(untold=True), LIMITS)
def test_the_truth_lies_in_the_range_of_what_is_not_told(rows: list[Call], limits: tuple[int, int]) -> None:
    threshold, short = limits
    found = figures(past_of(rows, threshold=threshold, short=short), threshold, short)

    truth = service_of(rows, threshold, short)
    if truth is not None:
        assert found.service is not None
        assert found.service.low - 1e-9 <= truth <= found.service.high + 1e-9
    wait = mean([call.wait for call in of(rows, ANSWERED)])
    assert (wait is None) == (found.answer_wait is None)
    if wait is not None and found.answer_wait is not None:
        assert found.answer_wait.low - 1e-9 <= wait <= found.answer_wait.high + 1e-9
    lost = [call for call in of(rows, ABANDONED) if call.wait > short]
    offered = len(rows) - len(of(rows, ABANDONED)) + len(lost)
    if offered:
        assert found.abandon_rate is not None
        assert found.abandon_rate.low - 1e-9 <= len(lost) / offered <= found.abandon_rate.high + 1e-9
    for one in (found.service, found.answer_wait, found.abandon_rate):
        assert one is None or one.low <= one.value <= one.high


@given(calls(untold=True))
def test_the_range_ends_where_the_calls_that_do_not_tell_could_be(rows: list[Call]) -> None:
    threshold, short = 20, 5
    worst, best = [], []
    for call in rows:
        known = call.told and call.listed
        longest = max(other.wait for other in rows if other.day == call.day)
        worst.append(call if known else msgspec.structs.replace(call, wait=longest))
        best.append(call if known else msgspec.structs.replace(call, wait=0))
    found = figures(past_of(rows)).service
    low, high = service_of(worst, threshold, short), service_of(best, threshold, short)
    assert (found is None) == (low is None)
    if found is not None:
        assert found.low == pytest.approx(low)
        assert found.high == pytest.approx(low if high is None else high)


@given(calls(), st.sets(st.sampled_from(EVERY_LIST)))
def test_shares_are_of_the_days_with_lists(rows: list[Call], without: set[tuple[date, CallOutcome]]) -> None:
    found = figures(past_of(rows, without=without))
    there = set()
    for place in range(DAYS):
        day = day_at(place)
        needed = [how for how in (ANSWERED, ABANDONED) if any(call.outcome is how for call in rows if call.day == day)]
        if not any((day, how) in without for how in needed):
            there.add(day)
    assert found.listed == len(there)
    assert found.service == exactly(service_of([call for call in rows if call.day in there], 20, 5))


def test_without_any_list_there_is_no_service_level() -> None:
    rows = [Call(MONDAY, 9, ANSWERED, 4), Call(MONDAY, 9, ANSWERED, 30), Call(MONDAY, 9, ABANDONED, 3)]
    found = figures(past_of(rows, without=EVERY_LIST))
    assert (found.service, found.short, found.answer_wait) == (None, None, None)
    assert found.abandon_rate == exactly(1 / 3)
    assert found.answer_rate == pytest.approx(2 / 3)
    assert found.average_wait == pytest.approx(37 / 3)


@given(calls())
def test_the_other_lists_leave_the_wait_of_the_answered_calls(rows: list[Call]) -> None:
    without = [(day_at(place), ANSWERED) for place in range(DAYS)]
    found = figures(past_of(rows, without=without))
    assert found.answer_wait == exactly(mean([call.wait for call in of(rows, ANSWERED)]))


@given(calls(), st.lists(st.sampled_from(("incoming", "answered", "unanswered", "abandoned")), min_size=4, max_size=4))
def test_one_number_that_is_not_told_follows_from_the_others(rows: list[Call], hidden: list[str]) -> None:
    told = [msgspec.structs.replace(figures_of(day_at(place), rows), **{hidden[place]: None}) for place in range(DAYS)]
    assert figures(past_of(rows, figures=told, without=EVERY_LIST)) == figures(past_of(rows, without=EVERY_LIST))


@given(calls())
def test_whole_lists_tell_the_numbers_that_the_figures_do_not(rows: list[Call]) -> None:
    told = [DayStatistics(day=day_at(place)) for place in range(DAYS)]
    found = figures(past_of(rows, figures=told))
    truth = figures(past_of(rows))
    assert msgspec.structs.asdict(found) == msgspec.structs.asdict(truth)


@given(calls())
def test_what_the_pbx_leaves_out_because_it_is_none_is_known_to_be_none(rows: list[Call]) -> None:
    whole = [figures_of(day_at(place), rows) for place in range(DAYS)]
    told = [
        msgspec.structs.replace(
            one, **{how.value: None for how in CallOutcome if not getattr(one, how.value) and one.incoming is not None}
        )
        for one in whole
    ]
    assert figures(past_of(rows, figures=told)) == figures(past_of(rows))


def test_a_sum_that_would_lack_a_day_is_not_shown() -> None:
    rows = [Call(MONDAY, 9, ANSWERED, 4), Call(day_at(1), 9, ABANDONED, 8), Call(day_at(1), 9, UNANSWERED, 8)]
    vague = msgspec.structs.replace(figures_of(day_at(1), rows), abandoned=None, unanswered=None)
    found = figures(past_of(rows, days=2, figures=[figures_of(MONDAY, rows), vague], without=EVERY_LIST))
    assert (found.incoming, found.answered) == (3, 1)
    assert (found.unanswered, found.abandoned) == (None, None)


def test_numbers_that_contradict_each_other_make_nothing_up() -> None:
    odd = DayStatistics(day=MONDAY, incoming=2, answered=3, unanswered=1)
    found = figures(past_of([], days=1, figures=[odd], without=EVERY_LIST))
    assert (found.incoming, found.answered, found.unanswered, found.abandoned) == (2, 3, 1, None)
    assert (found.answer_rate, found.abandon_rate) == (None, None)


def test_days_that_are_not_kept_count_nowhere() -> None:
    rows = [Call(MONDAY, 9, ANSWERED, 4)]
    found = figures(past_of(rows, days=1), period=Period(MONDAY - timedelta(days=2), day_at(1)))
    assert (found.days, found.known, found.listed, found.incoming) == (4, 1, 1, 1)
    nothing = figures(Past(MONDAY, MONDAY), period=Period(MONDAY, MONDAY))
    assert nothing == Figures(start=MONDAY, end=MONDAY, days=1)


def test_a_day_whose_figures_tell_nothing_is_not_known() -> None:
    rows = [Call(MONDAY, 9, ANSWERED, 4)]
    told = [figures_of(MONDAY, rows), DayStatistics(day=day_at(1))]
    found = figures(past_of(rows, days=2, figures=told, without=EVERY_LIST))
    assert (found.known, found.incoming, found.answered) == (1, 1, 1)


def test_a_day_without_calls_is_known_and_has_no_shares() -> None:
    quiet = DayStatistics(day=MONDAY, incoming=0)
    found = figures(past_of([], days=1, figures=[quiet], without=EVERY_LIST), period=Period(MONDAY, MONDAY))
    assert found == Figures(
        start=MONDAY,
        end=MONDAY,
        days=1,
        known=1,
        listed=1,
        told=1,
        incoming=0,
        answered=0,
        unanswered=0,
        abandoned=0,
        short=0,
    )


def test_days_without_abandoned_calls_say_nothing_about_the_short_ones_of_others() -> None:
    rows = [Call(MONDAY, 9, ABANDONED, 3), Call(MONDAY, 9, ANSWERED, 3)]
    assert figures(past_of(rows, without=EVERY_LIST)).short is None
    assert figures(past_of(rows)).short == 1


def test_a_list_whose_calls_are_gone_is_no_list() -> None:
    rows = [Call(MONDAY, 9, ANSWERED, 3), Call(MONDAY, 9, ABANDONED, 9)]
    found = figures(msgspec.structs.replace(past_of(rows, days=1), hours=()))
    assert (found.listed, found.service, found.answered) == (0, None, 1)


def test_an_aggregate_in_the_place_of_a_list_is_no_list() -> None:
    rows = [Call(MONDAY, 9, ANSWERED, 3), Call(MONDAY, 9, ABANDONED, 9)]
    past = past_of(rows, days=1)
    odd = tuple(msgspec.structs.replace(one, listed=False, calls=0) for one in past.lists)
    found = figures(msgspec.structs.replace(past, lists=odd, hours=()))
    assert (found.listed, found.service) == (0, None)


def test_short_waits_of_a_whole_day_need_no_telling() -> None:
    rows = [Call(MONDAY, 9, ANSWERED, 12, told=False), Call(MONDAY, 9, ANSWERED, 3), Call(MONDAY, 9, ABANDONED, 9)]
    assert figures(past_of(rows, days=1)).service == exactly(2 / 3)
    assert figures(past_of(rows, days=1, threshold=11), threshold=11).service == Estimate(0.5, 1 / 3, 2 / 3)


def test_a_longest_wait_that_a_call_contradicts_bounds_nothing() -> None:
    rows = [Call(MONDAY, 9, ANSWERED, 12, told=False), Call(MONDAY, 9, ANSWERED, 30)]
    odd = msgspec.structs.replace(figures_of(MONDAY, rows), longest_wait=15)
    assert figures(past_of(rows, days=1, figures=[odd])).service == Estimate(0.25, 0.0, 0.5)


def test_damaged_rows_of_a_list_are_calls_that_nobody_can_judge() -> None:
    rows = [Call(MONDAY, 9, ANSWERED, 3), Call(MONDAY, 9, ANSWERED, 30)]
    past = past_of(rows, days=1, figures=[DayStatistics(day=MONDAY, abandoned=0, longest_wait=30)])
    lists = tuple(msgspec.structs.replace(one, damaged=2) if one.outcome is ANSWERED else one for one in past.lists)
    found = figures(msgspec.structs.replace(past, lists=lists))
    assert found.answered is None
    assert found.service == Estimate(0.5, 0.25, 0.75)


def test_today_calls_that_came_after_the_list_are_not_lost() -> None:
    early = [Call(MONDAY, 9, ANSWERED, 3), Call(MONDAY, 9, ABANDONED, 9)]
    late = [*early, Call(MONDAY, 10, ANSWERED, 30), Call(MONDAY, 10, ABANDONED, 2)]
    past = Past(
        MONDAY,
        MONDAY,
        days=(StoredDay(figures_of(MONDAY, late), 1_000.0, final=False),),
        lists=tuple(stored_list(early, MONDAY, how, at=900.0, final=False) for how in CallOutcome),
        hours=hour_counts(early, 20, 5),
    )
    found = figures(past, period=Period(MONDAY, MONDAY))
    assert (found.answered, found.abandoned) == (2, 2)
    assert found.service == exactly(service_of(early, 20, 5))
    assert found.answer_wait == exactly(3)


def test_today_a_longest_wait_told_earlier_bounds_no_later_list() -> None:
    rows = [Call(MONDAY, 9, ANSWERED, 3), Call(MONDAY, 10, ANSWERED, 30, told=False)]
    past = Past(
        MONDAY,
        MONDAY,
        days=(StoredDay(figures_of(MONDAY, rows[:1]), 900.0, final=False),),
        lists=tuple(stored_list(rows, MONDAY, how, at=1_000.0, final=False) for how in CallOutcome),
        hours=hour_counts(rows, 20, 5),
    )
    found = figures(past, period=Period(MONDAY, MONDAY))
    assert found.service == Estimate(0.75, 0.5, 1.0)


def test_what_is_left_of_all_waits_is_not_taken_while_the_day_still_moves() -> None:
    rows = [Call(MONDAY, 9, ANSWERED, 10), Call(MONDAY, 9, ABANDONED, 30)]
    past = past_of(rows, days=1, without=[(MONDAY, ANSWERED)])
    assert figures(past).answer_wait == exactly(10)
    moving = msgspec.structs.replace(past, days=(StoredDay(figures_of(MONDAY, rows), LATER, final=False),))
    assert figures(moving).answer_wait is None


def test_what_is_left_of_all_waits_is_not_taken_with_a_list_of_half_the_day() -> None:
    rows = [Call(MONDAY, 9, ANSWERED, 10), Call(MONDAY, 9, ABANDONED, 30), Call(MONDAY, 20, ABANDONED, 50)]
    past = past_of(rows[:2], days=1, without=[(MONDAY, ANSWERED)], figures=[figures_of(MONDAY, rows)])
    early = tuple(msgspec.structs.replace(one, asked_at=LATER - 50_000, final=False) for one in past.lists)
    assert figures(msgspec.structs.replace(past, lists=early)).answer_wait is None


def test_a_day_that_contradicts_a_share_does_not_count_into_it() -> None:
    rows = [Call(MONDAY, 9, ANSWERED, 10), Call(MONDAY, 9, ABANDONED, 30)]
    odd = DayStatistics(day=day_at(1), incoming=2, answered=3, unanswered=0, abandoned=3)
    found = figures(past_of(rows, days=2, figures=[figures_of(MONDAY, rows), odd], without=EVERY_LIST))
    assert found.abandon_rate == exactly(1 / 2)
    assert found.answer_rate == pytest.approx(1 / 2)


def test_a_list_that_is_newer_than_the_figures_makes_no_odd_shares() -> None:
    early = [*[Call(MONDAY, 9, ANSWERED, 10)] * 3, Call(MONDAY, 9, ABANDONED, 3)]
    late = [*early, Call(MONDAY, 10, ABANDONED, 2), Call(MONDAY, 10, ABANDONED, 4, told=False)]
    past = Past(
        MONDAY,
        MONDAY,
        days=(StoredDay(figures_of(MONDAY, early), 900.0, final=False),),
        lists=tuple(stored_list(late, MONDAY, how, at=1_000.0, final=False) for how in CallOutcome),
        hours=hour_counts(late, 20, 5),
    )
    assert figures(past, period=Period(MONDAY, MONDAY)).abandon_rate == exactly(0)


def test_a_wait_that_is_not_told_leaves_the_number_of_short_abandons_open() -> None:
    rows = [Call(MONDAY, 9, ABANDONED, 3), Call(MONDAY, 9, ABANDONED, 30, told=False), Call(MONDAY, 9, ANSWERED, 40)]
    assert figures(past_of(rows, days=1)).short is None
    assert figures(past_of(rows, days=1, short=60), short=60).short == 2


def test_all_waits_that_are_less_than_those_of_the_lists_leave_nothing() -> None:
    rows = [Call(MONDAY, 9, ANSWERED, 10), Call(MONDAY, 9, ABANDONED, 30)]
    odd = msgspec.structs.replace(figures_of(MONDAY, rows), wait_seconds=20)
    assert figures(past_of(rows, days=1, without=[(MONDAY, ANSWERED)], figures=[odd])).answer_wait is None


def test_a_longest_wait_is_not_shown_when_a_day_could_have_a_longer_one() -> None:
    rows = [Call(MONDAY, 9, ANSWERED, 10), Call(day_at(1), 9, ANSWERED, 30)]
    told = [figures_of(MONDAY, rows), msgspec.structs.replace(figures_of(day_at(1), rows), longest_wait=None)]
    assert figures(past_of(rows, days=2, figures=told, without=EVERY_LIST)).longest_wait is None
    assert figures(past_of(rows, days=2, figures=told)).longest_wait == 30
