"""The arithmetic of budgets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.netsantral.budget_rules import (
    BUDGETS,
    HOUR,
    BudgetSettings,
    Penalty,
    Row,
    Rule,
    Terms,
    free_slots,
    joint_rule,
    ladder,
    own_rule,
    punished,
    rate_at,
    ready_at,
)
from tests.netsantral.budget_worker import crowd


def terms(name: str = "queue_status", status: int = 2, programs: int = 1, factor: float = 1.0) -> Terms:
    return Terms(BUDGETS[name], BudgetSettings(status, programs), factor)


@given(st.lists(st.tuples(st.floats(0, 40), st.floats(0, 15)), max_size=40), st.integers(1, 6))
def test_no_window_ever_holds_more_than_the_limit_however_long_answers_take(
    steps: list[tuple[float, float]], limit: int
) -> None:
    rule, now, rows = Rule(limit, 61.5), 1000.0, []
    for pause, answer in steps:
        now += pause
        while (ready := ready_at(tuple(rows), rule, now)) > now:
            now = ready
        rows.append(Row(now, now + answer))
    assert crowd([(row.granted, row.until) for row in rows], 60.0) <= limit


@given(
    st.sampled_from(
        [("queue_status", 2), ("queue_status", 3), ("queue_status", 4), ("queue_status", 6), ("report", 2)]
    ),
    st.data(),
)
def test_programs_that_cannot_see_one_another_keep_the_limit_in_any_phase(
    chosen: tuple[str, int], data: st.DataObject
) -> None:
    name, limit = chosen
    programs = data.draw(st.integers(1, limit))
    bent = terms(name, limit if name == "queue_status" else 2, programs)
    rule = own_rule(bent, rate_at(bent, None, 0.0))
    requests = []
    for _ in range(programs):
        rows: list[Row] = []
        now = data.draw(st.floats(0, 120))
        for pause in data.draw(st.lists(st.floats(0, 20), min_size=6, max_size=6)):
            now = ready_at(tuple(rows), rule, now + pause)
            rows.append(Row(now, now + 0.5))
        requests += [(row.granted, row.until) for row in rows]
    assert crowd(requests, 60.0) <= limit


def test_three_programs_at_two_a_minute_send_one_request_in_a_window_and_a_half() -> None:
    bent = terms(programs=3)
    assert own_rule(bent, 2.0) == Rule(1, 92.25)
    assert joint_rule(bent, 2.0) == Rule(2, 61.5)


def test_only_shared_budgets_are_divided_by_the_programs() -> None:
    assert own_rule(terms("queue_numbers", programs=3), 2.0) == Rule(2, 61.5)
    assert joint_rule(terms("queue_numbers", programs=3), 2.0) is None
    assert {name for name, budget in BUDGETS.items() if budget.shared} == {"queue_status", "report", "statistics"}


def test_the_time_factor_shortens_every_duration() -> None:
    assert own_rule(terms("agent", factor=60), 180.0) == Rule(180, 1.025, 60 / 60 / 180, 4)
    assert punished(terms(factor=60), None, 100.0, 0.5) == Penalty(100.0, 1.25, 1.0)


@pytest.mark.parametrize(
    ("status", "rates"),
    [(2, (2, 1, 0.5, 0.25)), (3, (3, 2, 1, 0.5, 0.25)), (6, (6, 4, 3, 2, 1, 0.5, 0.25))],
)
def test_the_queue_status_rate_has_the_offered_steps_above_two_and_halves_below(
    status: int, rates: tuple[float, ...]
) -> None:
    assert ladder(terms(status=status)) == rates


def test_a_limit_answer_brings_a_raised_queue_status_rate_back_to_two_for_an_hour() -> None:
    bent = terms(status=6)
    penalty = punished(bent, None, 100.0, 0.0)
    assert rate_at(bent, penalty, 100.0 + HOUR - 1) == 2
    assert [rate_at(bent, penalty, 100.0 + HOUR * hours) for hours in (1, 2, 3, 9)] == [3, 4, 6, 6]


def test_further_limit_answers_halve_the_rate_down_to_an_eighth() -> None:
    bent, penalty, rates = terms("report"), None, []
    for count in range(5):
        penalty = punished(bent, penalty, 1000.0 * count, 0.0)
        rates.append(penalty.rate)
    assert rates == [1, 0.5, 0.25, 0.25, 0.25]


def test_limit_answers_to_requests_already_sent_prolong_the_silence_and_halve_once() -> None:
    first = punished(terms(), None, 100.0, 0.0)
    second = punished(terms(), first, 101.0, 1.0)
    assert (first.rate, second.rate) == (1, 1)
    assert second.ends == 191.0


def test_the_silence_after_a_limit_answer_lies_between_60_and_90_seconds() -> None:
    assert punished(terms(), None, 0.0, 0.0).seconds == 60
    assert punished(terms(), None, 0.0, 1.0).seconds == 90


def test_a_lowered_rate_below_every_step_of_new_settings_counts_as_the_lowest_step() -> None:
    assert rate_at(terms("agent"), Penalty(0.0, 60.0, 0.1), 1.0) == 22.5


def test_a_penalty_newer_than_the_clock_stays_a_penalty() -> None:
    assert rate_at(terms("report"), Penalty(9000.0, 60.0, 0.25), 10.0) == 0.25


@pytest.mark.parametrize("name", ["statistics", "report"])
def test_questions_about_the_past_go_faster_only_where_it_is_said_and_nothing_else_does(name: str) -> None:
    quick = BudgetSettings(past_per_minute=120)
    assert own_rule(Terms(BUDGETS[name], quick), rate_at(Terms(BUDGETS[name], quick), None, 0.0)).count == 120
    assert Terms(BUDGETS[name]).limit == 2
    assert Terms(BUDGETS["queue_status"], quick).limit == 2


def test_agent_requests_keep_an_even_distance() -> None:
    rule = own_rule(terms("agent"), 180.0)
    assert ready_at((Row(10.0, 10.1),), rule, 10.2) == pytest.approx(10.0 + 1 / 3)


def test_room_is_the_limit_less_what_still_counts() -> None:
    rows = (Row(0.0, 1.0), Row(50.0, 65.0))
    assert [free_slots(rows, Rule(2, 61.5), now) for now in (60.0, 62.6, 126.4, 126.6)] == [0, 1, 1, 2]


@pytest.mark.parametrize("settings", [{"queue_status_per_minute": 5}, {"programs": 0}, {"past_per_minute": 0}])
def test_settings_outside_the_offered_values_are_refused(settings: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="must be"):
        BudgetSettings(**settings)
