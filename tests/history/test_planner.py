"""What is still to be asked: newest first, whole weeks, nothing that is final, nothing that the figures rule out."""

from datetime import date, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.history.day_values import Known, Question, QuestionKind, StoredDay, StoredList, StoredRecords
from supervisor_gui.history.planner import final_after, is_final, last_settled, plan, ready, told_calls
from supervisor_gui.history.wants import RECORDS, STATISTICS, RecordsWanted, Wants
from supervisor_gui.netsantral.types_statistics import CallOutcome, DayStatistics

ABANDONED, ANSWERED, UNANSWERED = CallOutcome.ABANDONED, CallOutcome.ANSWERED, CallOutcome.UNANSWERED
WEDNESDAY = date(2026, 11, 25)
NOON = datetime(2026, 11, 25, 12, tzinfo=PBX_ZONE).timestamp()
NOTHING = Known({}, {}, {})
DAY = timedelta(days=1)
FIGURES = Wants(lists=False, records=RecordsWanted.NONE)
LISTS = Wants(records=RecordsWanted.NONE)


def days(start: date, end: date) -> Question:
    return Question(QuestionKind.DAYS, start, end)


def listing(day: date, outcome: CallOutcome) -> Question:
    return Question(QuestionKind.LIST, day, day, outcome)


def figures(day: date, *, asked_at: float = NOON, final: bool = True, **told: int) -> StoredDay:
    return StoredDay(DayStatistics(day, **told), asked_at, final)


def known(*rows: StoredDay | StoredList | StoredRecords) -> Known:
    return Known(
        {row.figures.day: row for row in rows if isinstance(row, StoredDay)},
        {(row.day, row.outcome): row for row in rows if isinstance(row, StoredList)},
        {row.day: row for row in rows if isinstance(row, StoredRecords)},
    )


def planned(
    start: date,
    end: date,
    kept: Known = NOTHING,
    *,
    now: float = NOON,
    wants: Wants = FIGURES,
    refresh: float | None = None,
    since: float | None = None,
    longest: int = 7,
    alone: frozenset[date] = frozenset(),
) -> list[Question]:
    how = {"refresh": refresh, "since": since}
    return list(plan(start, end, kept, now, wants=wants, longest=longest, alone=alone, **how))


def test_a_day_is_final_an_hour_after_the_turkish_midnight_that_ends_it() -> None:
    after = datetime(2026, 11, 26, 1, tzinfo=PBX_ZONE).timestamp()
    assert final_after(WEDNESDAY) == after
    assert is_final(WEDNESDAY, after)
    assert not is_final(WEDNESDAY, after - 1)
    assert (last_settled(after), last_settled(after - 1)) == (WEDNESDAY, WEDNESDAY - DAY)


def test_weeks_begin_on_monday_and_the_newest_comes_first() -> None:
    assert planned(date(2026, 11, 5), WEDNESDAY) == [
        days(date(2026, 11, 23), date(2026, 11, 24)),
        days(date(2026, 11, 16), date(2026, 11, 22)),
        days(date(2026, 11, 9), date(2026, 11, 15)),
        days(date(2026, 11, 5), date(2026, 11, 8)),
    ]


def test_within_a_week_only_the_run_between_what_is_missing_is_asked() -> None:
    kept = known(*(figures(date(2026, 11, day), incoming=1) for day in (16, 18, 21, 22)))
    assert planned(date(2026, 11, 16), date(2026, 11, 22), kept) == [days(date(2026, 11, 17), date(2026, 11, 20))]


def test_a_service_that_takes_fewer_days_is_asked_for_fewer() -> None:
    asked = planned(date(2026, 11, 16), date(2026, 11, 22), longest=3)
    assert [question.days for question in asked] == [3, 3, 1]
    assert asked[0].end == date(2026, 11, 22)


def test_days_to_be_asked_alone_are() -> None:
    friday = date(2026, 11, 20)
    assert planned(date(2026, 11, 16), date(2026, 11, 22), alone=frozenset({friday})) == [
        days(date(2026, 11, 21), date(2026, 11, 22)),
        days(friday, friday),
        days(date(2026, 11, 16), date(2026, 11, 19)),
    ]


def test_lists_follow_the_figures_day_by_day() -> None:
    tuesday, monday = WEDNESDAY - DAY, WEDNESDAY - 2 * DAY
    asked = planned(monday, tuesday, wants=LISTS)
    assert asked[0] == days(monday, tuesday)
    assert asked[1:] == [
        listing(day, outcome) for day in (tuesday, monday) for outcome in (ABANDONED, ANSWERED, UNANSWERED)
    ]


def test_a_list_waits_for_the_figures_of_its_day() -> None:
    tuesday, monday = WEDNESDAY - DAY, WEDNESDAY - 2 * DAY
    kept = known(figures(tuesday, incoming=9))
    asked = ready(planned(monday, tuesday, kept, wants=LISTS), kept)
    assert {question.start for question in asked if question.kind is QuestionKind.LIST} == {tuesday}
    assert asked[0] == days(monday, monday)


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ({"incoming": 0}, []),
        ({"incoming": 3, "answered": 3, "unanswered": 0, "abandoned": 0}, [ANSWERED]),
        ({"incoming": 3, "answered": 3, "unanswered": 0}, [ANSWERED]),
        ({"incoming": 3, "answered": 2, "unanswered": 0}, [ABANDONED, ANSWERED]),
        ({"answered": 3, "unanswered": 0}, [ABANDONED, ANSWERED]),
        ({"incoming": 2, "answered": 3, "unanswered": 0}, [ABANDONED, ANSWERED]),
        ({}, [ABANDONED, ANSWERED, UNANSWERED]),
    ],
)
def test_a_list_that_the_figures_show_to_be_empty_is_not_asked(told: dict[str, int], wanted: list[CallOutcome]) -> None:
    tuesday = WEDNESDAY - DAY
    asked = planned(tuesday, tuesday, known(figures(tuesday, **told)), wants=LISTS)
    assert [question.outcome for question in asked] == wanted


def test_records_are_counted_only_where_the_pbx_gives_no_lists() -> None:
    tuesday, monday = WEDNESDAY - DAY, WEDNESDAY - 2 * DAY
    kept = known(
        *(figures(day, incoming=3, answered=3, unanswered=0, abandoned=0) for day in (monday, tuesday)),
        StoredList(monday, ANSWERED, NOON, final=True, listed=True, calls=3),
        StoredList(tuesday, ANSWERED, NOON, final=True, listed=False),
    )
    wanted = [Question(QuestionKind.RECORDS, tuesday, tuesday)]
    assert planned(monday, tuesday, kept, wants=STATISTICS) == wanted
    assert planned(monday, tuesday, kept, wants=LISTS) == []
    counted = msgspec.structs.replace(kept, records={tuesday: StoredRecords(tuesday, NOON, final=True)})
    assert planned(monday, tuesday, counted, wants=STATISTICS) == []


def test_today_is_asked_only_when_somebody_looks_and_then_now_and_again() -> None:
    row = figures(WEDNESDAY, asked_at=NOON - 299, final=False, incoming=3)
    abandoned = StoredList(WEDNESDAY, ABANDONED, NOON - 899, final=False, listed=True)
    kept = known(row, abandoned)
    assert planned(WEDNESDAY, WEDNESDAY) == []
    assert planned(WEDNESDAY, WEDNESDAY, refresh=300.0) == [days(WEDNESDAY, WEDNESDAY)]
    assert planned(WEDNESDAY, WEDNESDAY, kept, refresh=300.0) == []
    later = planned(WEDNESDAY, WEDNESDAY, kept, refresh=300.0, now=NOON + 2, wants=LISTS)
    assert later[:2] == [days(WEDNESDAY, WEDNESDAY), listing(WEDNESDAY, ABANDONED)]


def test_an_answer_from_a_future_that_the_clock_was_put_back_from_is_old() -> None:
    row = figures(WEDNESDAY, asked_at=NOON + 7200, final=False, incoming=3)
    assert planned(WEDNESDAY, WEDNESDAY, known(row), refresh=300.0) == [days(WEDNESDAY, WEDNESDAY)]


def test_yesterday_is_asked_again_once_it_is_final_and_never_after() -> None:
    row = figures(WEDNESDAY, final=False, incoming=3)
    settled = final_after(WEDNESDAY)
    assert planned(WEDNESDAY, WEDNESDAY, known(row), now=settled - 1) == []
    assert planned(WEDNESDAY, WEDNESDAY, known(row), now=settled) == [days(WEDNESDAY, WEDNESDAY)]
    final = figures(WEDNESDAY, asked_at=settled, incoming=3)
    assert planned(WEDNESDAY, WEDNESDAY, known(final), now=settled + 10**6, refresh=0.0) == []


@pytest.mark.parametrize("later", [0.0, 90.0, 800.0])
def test_whatever_was_asked_before_somebody_asked_again_is_old_however_long_the_asking_takes(later: float) -> None:
    again = NOON + 60.0
    young = StoredList(WEDNESDAY, ANSWERED, again, final=False, listed=True, calls=3)
    told = {"incoming": 3, "answered": 3}
    for asked_at in (NOON, again - 1.0):
        old = msgspec.structs.replace(young, asked_at=asked_at)
        figures_now = figures(WEDNESDAY, asked_at=again, final=False, **told)
        for row, wanted in ((old, [listing(WEDNESDAY, ANSWERED)]), (young, [])):
            kept = known(figures_now, row)
            assert (
                planned(WEDNESDAY, WEDNESDAY, kept, now=again + later, wants=LISTS, refresh=900, since=again) == wanted
            )
    final = known(figures(WEDNESDAY - DAY, incoming=0))
    assert planned(WEDNESDAY - DAY, WEDNESDAY - DAY, final, now=again, wants=LISTS, refresh=900, since=again) == []


def test_no_day_after_today_is_asked() -> None:
    assert planned(WEDNESDAY + DAY, WEDNESDAY + 5 * DAY, wants=LISTS, refresh=0.0) == []
    assert planned(WEDNESDAY, WEDNESDAY - DAY, refresh=0.0) == []


some_days = st.integers(0, 80).map(lambda number: WEDNESDAY - number * DAY)


@given(
    kept=st.frozensets(some_days),
    start=some_days,
    end=some_days,
    longest=st.sampled_from([7, 3, 1]),
    alone=st.frozensets(some_days, max_size=5),
)
def test_every_missing_day_is_asked_once_in_weeks_and_none_that_is_there(
    kept: frozenset[date], start: date, end: date, longest: int, alone: frozenset[date]
) -> None:
    rows = known(*(figures(day, incoming=0) for day in kept))
    asked = planned(start, end, rows, longest=longest, alone=alone)
    covered = [question.start + number * DAY for question in asked for number in range(question.days)]
    over = min(end, WEDNESDAY - DAY)
    missing = {start + number * DAY for number in range(max(0, (over - start).days + 1))} - kept
    assert len(covered) == len(set(covered))
    assert missing <= set(covered)
    assert asked == sorted(asked, key=lambda question: question.end, reverse=True)
    for question in asked:
        assert question.days <= longest
        assert {question.start, question.end} <= missing
        assert question.start.isocalendar()[:2] == question.end.isocalendar()[:2]
        assert question.days == 1 or not {question.start, question.end} & alone


@given(counts=st.tuples(*[st.integers(0, 50)] * 3), hidden=st.integers(0, 3), outcome=st.sampled_from(CallOutcome))
def test_one_figure_that_is_left_out_follows_from_the_others(
    counts: tuple[int, int, int], hidden: int, outcome: CallOutcome
) -> None:
    told = {"incoming": sum(counts), "answered": counts[0], "unanswered": counts[1], "abandoned": counts[2]}
    told.pop(list(told)[hidden])
    truth = {ANSWERED: counts[0], UNANSWERED: counts[1], ABANDONED: counts[2]}[outcome]
    assert told_calls(DayStatistics(WEDNESDAY, **told), outcome) == truth


def test_a_pbx_that_leaves_out_what_is_0_is_not_asked_for_lists_of_nothing() -> None:
    row = figures(WEDNESDAY - DAY, incoming=5, answered=5)
    yesterday = (WEDNESDAY - DAY, WEDNESDAY - DAY)
    assert planned(*yesterday, known(row), wants=LISTS) == [listing(WEDNESDAY - DAY, ANSWERED)]
    unclear = figures(WEDNESDAY - DAY, incoming=5, answered=4)
    assert len(planned(*yesterday, known(unclear), wants=LISTS)) == 3
    contradicting = figures(WEDNESDAY - DAY, incoming=5, answered=6)
    assert len(planned(*yesterday, known(contradicting), wants=LISTS)) == 3


def test_whoever_wants_all_records_asks_for_nothing_else_newest_first() -> None:
    kept = known(StoredRecords(WEDNESDAY - 2 * DAY, NOON, final=True))
    asked = planned(WEDNESDAY - 3 * DAY, WEDNESDAY, kept, wants=RECORDS)
    assert asked == [Question(QuestionKind.RECORDS, day, day) for day in (WEDNESDAY - DAY, WEDNESDAY - 3 * DAY)]


@pytest.mark.parametrize(("age", "due"), [(59.0, False), (60.0, True), (-5.0, True)])
def test_the_records_of_today_are_as_old_as_somebody_wants_and_no_older(age: float, due: bool) -> None:
    kept = known(StoredRecords(WEDNESDAY, NOON, final=False))
    asked = planned(WEDNESDAY, WEDNESDAY, kept, now=NOON + age, wants=RECORDS, refresh=60.0)
    assert asked == ([Question(QuestionKind.RECORDS, WEDNESDAY, WEDNESDAY)] if due else [])
