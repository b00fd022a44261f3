"""How calls are judged between two answers, against a plain recomputation, and what the figures make of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.live.board import Board, Counters, Queue, ServiceCount
from supervisor_gui.live.limits import QueueLimits
from supervisor_gui.live.metrics import (
    FORMULAS,
    ServiceLevel,
    abandon_rate,
    queue_view,
    queue_views,
    service_level,
    totals,
)
from supervisor_gui.live.service import Gone, judge
from supervisor_gui.netsantral.types import AgentStatus
from tests.live.boards import CUSTOMER, NOON, OTHER_CUSTOMER, agent, board_of, queue, seen

TALKING = AgentStatus.TALKING
LIMITS = QueueLimits(threshold=20, short=5)


@pytest.mark.parametrize(
    ("wait", "gap", "judged"),
    [
        (5, 10, ServiceCount(in_time=1)),
        (5, 15, ServiceCount(in_time=1)),
        (5, 30, ServiceCount(unsure=1)),
        (20, 30, ServiceCount(unsure=1)),
        (21, 30, ServiceCount(late=1)),
    ],
)
def test_an_answered_call_is_in_time_or_late_only_when_that_is_sure(wait, gap, judged):
    board = board_of(
        seen(0, queue("Destek", agent("101"), callers=[(CUSTOMER, wait)])),
        seen(gap, queue("Destek", agent("101", TALKING))),
    )
    assert board.queues["Destek"].service == judged


@pytest.mark.parametrize(
    ("wait", "gap", "judged"),
    [
        (1, 4, ServiceCount(short=1)),
        (1, 30, ServiceCount(abandoned_unsure=1)),
        (5, 30, ServiceCount(abandoned_unsure=1)),
        (6, 30, ServiceCount(abandoned=1)),
    ],
)
def test_a_lost_call_is_short_or_counts_only_when_that_is_sure(wait, gap, judged):
    board = board_of(
        seen(0, queue("Destek", agent("101"), callers=[(CUSTOMER, wait)])),
        seen(gap, queue("Destek", agent("101", TALKING), abandoned=1)),
    )
    assert board.queues["Destek"].service == judged


def test_a_call_that_vanishes_without_agent_or_loss_went_elsewhere():
    board = board_of(
        seen(0, queue("Destek", agent("101"), callers=[(CUSTOMER, 9)])), seen(30, queue("Destek", agent("101")))
    )
    assert board.queues["Destek"].service == ServiceCount(left=1)


def test_a_call_that_was_taken_and_ended_between_two_answers_was_answered():
    board = board_of(
        seen(0, queue("Destek", agent("101"), callers=[(CUSTOMER, 1)])),
        seen(15, queue("Destek", agent("101"), completed=1)),
    )
    assert board.queues["Destek"].service == ServiceCount(in_time=1)


def test_an_agent_who_goes_from_one_call_to_the_next_took_it():
    board = board_of(
        seen(0, queue("Destek", agent("101", TALKING), callers=[(CUSTOMER, 1)])),
        seen(15, queue("Destek", agent("101", TALKING), completed=1)),
    )
    assert board.queues["Destek"].service == ServiceCount(in_time=1)


def test_of_several_the_youngest_is_taken_for_the_lost_one():
    board = board_of(
        seen(0, queue("Destek", agent("101"), callers=[(CUSTOMER, 50), (OTHER_CUSTOMER, 10)])),
        seen(30, queue("Destek", agent("101", TALKING), abandoned=1)),
    )
    assert board.queues["Destek"].service == ServiceCount(late=1, abandoned=1)


def test_the_wait_of_one_of_several_withheld_callers_is_never_claimed_to_be_known():
    start = seen(0, queue("Destek", agent("101"), callers=[("", 1)], waiting=2))
    board = board_of(start, seen(4, queue("Destek", agent("101", TALKING), callers=[("", 5)])))
    assert board.queues["Destek"].service == ServiceCount(unsure=1)
    board = board_of(start, seen(4, queue("Destek", agent("101"), callers=[("", 5)], abandoned=1)))
    assert board.queues["Destek"].service == ServiceCount(abandoned_unsure=1)


def test_a_single_withheld_caller_is_judged_like_any_other():
    board = board_of(
        seen(0, queue("Destek", agent("101"), callers=[("", 1)])), seen(10, queue("Destek", agent("101", TALKING)))
    )
    assert board.queues["Destek"].service == ServiceCount(in_time=1)


def test_after_a_long_silence_no_single_call_is_judged():
    board = board_of(
        seen(0, queue("Destek", agent("101"), callers=[(CUSTOMER, 9)])),
        seen(4000, queue("Destek", agent("101", TALKING), abandoned=30)),
    )
    assert board.queues["Destek"].service == ServiceCount()


def test_a_reset_of_the_counters_begins_the_service_level_anew():
    board = board_of(
        seen(0, queue("Destek", agent("101"), callers=[(CUSTOMER, 1)], abandoned=9)),
        seen(10, queue("Destek", agent("101", TALKING), callers=[(OTHER_CUSTOMER, 9)], abandoned=9)),
        seen(40, queue("Destek", agent("101", TALKING), abandoned=1)),
    )
    assert board.queues["Destek"].service == ServiceCount(abandoned=1)


gones = st.builds(
    lambda low, width, since: Gone(since=since, low=low, high=low + width),
    st.floats(0, 60),
    st.floats(0, 60),
    st.floats(-1000, 0),
)


@given(st.lists(gones, max_size=12), st.integers(-2, 12), st.integers(-2, 12))
def test_judging_agrees_with_a_plain_recomputation(gone, lost, taken):
    judged = judge(ServiceCount(), gone, lost, taken, LIMITS)
    by_age = sorted(gone, key=lambda one: one.since)
    kept = len(by_age) - min(max(lost, 0), len(by_age))
    answered, abandoned = by_age[:kept][: max(taken, 0)], by_age[kept:]
    assert judged == ServiceCount(
        in_time=len([one for one in answered if one.high <= 20]),
        late=len([one for one in answered if one.low > 20]),
        unsure=len([one for one in answered if one.low <= 20 < one.high]),
        short=len([one for one in abandoned if one.high <= 5]),
        abandoned=len([one for one in abandoned if one.low > 5]),
        abandoned_unsure=len([one for one in abandoned if one.low <= 5 < one.high]),
        left=kept - len(answered),
    )


@given(st.lists(st.tuples(st.floats(0, 60), st.booleans(), st.floats(0, 30)), max_size=40))
def test_the_true_service_level_always_lies_in_the_range(calls):
    count = ServiceCount()
    for wait, answered, blur in calls:
        gone = (Gone(since=0, low=max(wait - blur, 0), high=wait + blur),)
        count = judge(count, gone, 0 if answered else 1, 1 if answered else 0, LIMITS)
    good = sum(1 for wait, answered, _ in calls if answered and wait <= 20)
    base = sum(1 for wait, answered, _ in calls if answered or wait > 5)
    level = service_level([count])
    if level is not None and base:
        assert level.low - 1e-9 <= good / base <= level.high + 1e-9


def test_the_service_level_of_exact_calls_is_exact():
    level = service_level([ServiceCount(in_time=6, late=1, abandoned=1, short=3, left=2), ServiceCount(in_time=2)])
    assert level == ServiceLevel(value=0.8, low=0.8, high=0.8, calls=10)
    assert level.exact
    assert level.margin == 0


def test_an_estimated_service_level_says_its_range():
    level = service_level([ServiceCount(in_time=8, unsure=2)])
    assert (level.low, level.high, level.value, level.calls) == (0.8, 1.0, 0.9, 10)
    assert level.margin == pytest.approx(0.1)
    assert not level.exact


def test_without_calls_there_is_no_level_and_no_rate():
    assert service_level([]) is None
    assert service_level([ServiceCount(short=3, left=1)]) is None
    assert abandon_rate([]) is None
    nothing_since = Counters(completed=5, abandoned=2, base_completed=5, base_abandoned=2)
    assert abandon_rate([(nothing_since, ServiceCount())]) is None


def test_only_calls_that_may_have_been_lost_are_a_level_of_nothing_answered():
    assert service_level([ServiceCount(abandoned_unsure=1)]) == ServiceLevel(0.0, 0.0, 0.0, 1)


def test_the_abandon_rate_leaves_short_calls_out_and_says_its_range():
    counters = Counters(completed=30, abandoned=12, base_completed=20, base_abandoned=2)
    rate = abandon_rate([(counters, ServiceCount(short=2, abandoned=6, abandoned_unsure=2))])
    assert rate.high == pytest.approx(8 / 18)
    assert rate.low == pytest.approx(6 / 16)
    assert rate.calls == 18


def test_a_rate_of_nothing_but_doubtful_losses_begins_at_zero():
    counters = Counters(abandoned=1)
    rate = abandon_rate([(counters, ServiceCount(abandoned_unsure=1))])
    assert (rate.low, rate.high) == (0.0, 1.0)


def test_totals_count_an_agent_of_two_queues_once():
    board = board_of(
        seen(
            0,
            queue("Destek", agent("101"), agent("102", pause="Çay"), callers=[(CUSTOMER, 12)], completed=3),
            queue("Satis", agent("101"), agent("102", pause="Çay"), agent("103", TALKING), callers=[("", 70)]),
        ),
        seen(
            30,
            queue("Destek", agent("101"), agent("102", pause="Çay"), callers=[(CUSTOMER, 42)], completed=5),
            queue("Satis", agent("101"), agent("102", pause="Çay"), agent("103", TALKING), callers=[("", 100)]),
        ),
    )
    figures = totals(board, NOON + 35)
    assert (figures.agents.free, figures.agents.paused, figures.agents.talking) == (1, 1, 1)
    assert (figures.agents.staffed, figures.agents.all) == (3, 3)
    assert (figures.waiting, figures.longest, figures.answered) == (2, 105, 2)
    assert (figures.since, figures.reset) == (NOON, False)


def test_a_queue_view_shows_the_longest_caller_and_its_own_members():
    board = board_of(
        seen(
            0,
            queue(
                "Destek",
                agent("101", pause="Çay"),
                agent("102"),
                agent("103", AgentStatus.RINGING),
                agent("104", AgentStatus.OFFLINE, pause="Öğle"),
                agent("105", AgentStatus.OTHER, word="hold"),
                callers=[(CUSTOMER, 12), (OTHER_CUSTOMER, 50)],
            ),
            queue("Satis", agent("101")),
        )
    )
    view = queue_view(board, "Destek", NOON + 1)
    assert (view.longest, view.longest_number, view.longest_since) == (51, OTHER_CUSTOMER, NOON - 50)
    counts = view.agents
    assert (counts.idle, counts.ringing, counts.paused, counts.offline, counts.other) == (1, 1, 1, 1, 1)
    assert queue_view(board, "Satis", NOON).agents.idle == 1
    assert totals(board, NOON).agents.idle == 2
    assert queue_view(board, "nowhere", NOON).waiting == 0
    assert queue_views(board, NOON + 1)["Destek"] == view


def test_an_agent_paused_in_one_of_two_queues_is_free_in_the_other():
    board = board_of(seen(0, queue("Destek", agent("101", pause="Çay")), queue("Satis", agent("101"))))
    assert totals(board, NOON).agents.free == 1
    assert queue_view(board, "Destek", NOON).agents.paused == 1


def test_a_wait_is_never_negative_when_the_clock_is_set_back():
    board = board_of(seen(0, queue("Destek", callers=[(CUSTOMER, 5)])))
    assert totals(board, NOON - 500).longest == 0


def test_a_queue_never_seen_has_no_baseline():
    assert totals(Board(queues={"Destek": Queue(name="Destek")}), NOON).since == 0


def test_every_formula_is_told_in_words():
    assert {"waiting", "longest", "service_level", "abandon_rate", "answered", "abandoned", "recent"} <= FORMULAS.keys()


def test_calls_that_came_and_went_unseen_count_from_the_counters():
    quick = board_of(seen(0, queue("Destek", agent("101"))), seen(15, queue("Destek", agent("101"), completed=2)))
    assert quick.queues["Destek"].service == ServiceCount(in_time=2)
    slow = board_of(
        seen(0, queue("Destek", agent("101"))), seen(30, queue("Destek", agent("101"), completed=2, abandoned=1))
    )
    assert slow.queues["Destek"].service == ServiceCount(unsure=2, abandoned_unsure=1)
    fast = board_of(seen(0, queue("Destek", agent("101"))), seen(4, queue("Destek", agent("101"), abandoned=1)))
    assert fast.queues["Destek"].service == ServiceCount(short=1)


def test_calls_under_way_when_counting_began_are_nobodys_service():
    board = board_of(
        seen(0, queue("Destek", agent("101", TALKING))), seen(30, queue("Destek", agent("101"), completed=1))
    )
    assert board.queues["Destek"].service == ServiceCount()
    assert board.queues["Destek"].counters.answered_since == 1


def test_calls_of_a_long_silence_are_not_made_up_for_later():
    board = board_of(
        seen(0, queue("Destek", agent("101"))),
        seen(4000, queue("Destek", agent("101", TALKING), completed=50, abandoned=9)),
        seen(4030, queue("Destek", agent("101"), completed=51, abandoned=9)),
        seen(4060, queue("Destek", agent("101"), completed=52, abandoned=10)),
    )
    assert board.queues["Destek"].service == ServiceCount(unsure=1, abandoned_unsure=1)


def test_an_agent_who_ends_another_queues_call_and_takes_one_here_took_it():
    agents = (agent("101", TALKING),)
    board = board_of(
        seen(0, queue("Destek", *agents, callers=[(CUSTOMER, 9)]), queue("Satis", *agents)),
        seen(10, queue("Destek", *agents), queue("Satis", *agents, completed=1)),
    )
    assert board.queues["Destek"].service == ServiceCount(in_time=1)


def test_a_day_that_began_during_a_call_does_not_count_that_call():
    late = 12 * 3600 - 20
    board = board_of(
        seen(late, queue("Destek", agent("101", TALKING), completed=4)),
        seen(late + 30, queue("Destek", agent("101"), completed=5)),
    )
    assert board.queues["Destek"].service == ServiceCount()
    assert board.queues["Destek"].counters.answered_since == 1
