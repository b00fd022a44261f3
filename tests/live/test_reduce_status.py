"""What a status answer makes of the board."""

import math

import pytest

from supervisor_gui.live.board import Board
from supervisor_gui.live.items import Midnight, QueueForgotten, Resumed
from supervisor_gui.live.metrics import totals
from supervisor_gui.netsantral.types import AgentStatus, Membership
from tests.live.boards import CUSTOMER, NOON, OTHER_CUSTOMER, agent, board_of, one, queue, seen

IDLE, RINGING, TALKING, OFFLINE = AgentStatus.IDLE, AgentStatus.RINGING, AgentStatus.TALKING, AgentStatus.OFFLINE


def test_an_extension_of_two_queues_is_one_agent_with_a_state_per_queue():
    board = board_of(seen(0, queue("Destek", agent("101", pause="Çay")), queue("Satis", agent("101"))))
    assert list(board.agents) == ["101"]
    members = board.agents["101"].members
    assert (members["Destek"].paused, members["Destek"].reason) == (True, "Çay")
    assert not members["Satis"].paused
    assert not board.agents["101"].paused_everywhere
    assert board.agents["101"].paused_somewhere


def test_an_answer_for_one_queue_leaves_the_others_alone():
    first = board_of(seen(0, queue("Destek", agent("101"), callers=[(CUSTOMER, 3)]), queue("Satis", agent("102"))))
    board = board_of(one(10, queue("Satis", agent("103"))), start=first)
    assert board.queues["Destek"] is first.queues["Destek"]
    assert board.agents["101"] is first.agents["101"]
    assert board.callers == first.callers
    assert set(board.agents) == {"101", "103"}


def test_an_answer_for_all_queues_takes_away_what_it_does_not_list():
    board = board_of(
        seen(0, queue("Destek", agent("101"), callers=[(CUSTOMER, 3)]), queue("Satis", agent("101"), agent("102"))),
        seen(30, queue("Satis", agent("101"))),
    )
    assert set(board.queues) == {"Satis"}
    assert set(board.agents) == {"101"}
    assert set(board.agents["101"].members) == {"Satis"}
    assert not board.callers


def test_rows_that_could_not_be_read_take_nothing_away():
    start = seen(0, queue("Destek", agent("101"), agent("102")), queue("Satis", agent("103")))
    damaged_row = board_of(start, seen(30, queue("Destek", agent("101"), damaged=1), queue("Satis", agent("103"))))
    assert set(damaged_row.agents) == {"101", "102", "103"}
    damaged_queue = board_of(start, seen(30, queue("Destek", agent("101"), agent("102")), damaged=1))
    assert set(damaged_queue.queues) == {"Destek", "Satis"}


def test_what_was_there_at_first_sight_began_earlier_and_a_change_is_dated_by_its_answer():
    board = board_of(seen(0, queue("Destek", agent("101"))))
    assert (board.agents["101"].since, board.agents["101"].since_exact) == (NOON, False)
    board = board_of(seen(30, queue("Destek", agent("101", TALKING, pause="Çay"))), start=board)
    changed = board.agents["101"]
    assert (changed.since, changed.since_exact) == (NOON + 30, True)
    assert (changed.members["Destek"].since, changed.members["Destek"].since_exact) == (NOON + 30, True)
    later = board_of(seen(60, queue("Destek", agent("101", TALKING, pause="Çay"))), start=board)
    assert later.agents["101"] is changed


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ([IDLE, TALKING], TALKING),
        ([RINGING, IDLE], RINGING),
        ([OFFLINE, IDLE], IDLE),
        ([TALKING, RINGING, OFFLINE], TALKING),
    ],
)
def test_of_conflicting_phone_states_in_one_answer_the_most_telling_is_shown(told, shown):
    board = board_of(seen(0, *(queue(f"Q{number}", agent("101", state)) for number, state in enumerate(told))))
    assert board.agents["101"].status is shown


def test_of_conflicting_phone_states_in_two_answers_the_newest_is_shown():
    board = board_of(
        one(0, queue("Destek", agent("101", TALKING))),
        one(10, queue("Satis", agent("101", IDLE))),
    )
    assert board.agents["101"].status is IDLE


def test_an_unknown_phone_state_keeps_the_pbx_word():
    board = board_of(seen(0, queue("Destek", agent("101", AgentStatus.OTHER, word="hold"))))
    assert board.agents["101"].status_word == "hold"


def test_a_break_begun_during_a_talk_begins_when_the_talk_ends():
    board = board_of(
        seen(0, queue("Destek", agent("101"))),
        seen(30, queue("Destek", agent("101", TALKING))),
        seen(60, queue("Destek", agent("101", TALKING, pause="Çay"))),
        seen(90, queue("Destek", agent("101", IDLE, pause="Çay"))),
    )
    assert board.agents["101"].pause_began == (NOON + 90, True)


def test_a_call_during_a_break_does_not_move_the_break():
    board = board_of(
        seen(0, queue("Destek", agent("101"))),
        seen(30, queue("Destek", agent("101", pause="Çay"))),
        seen(60, queue("Destek", agent("101", TALKING, pause="Çay"))),
        seen(90, queue("Destek", agent("101", pause="Çay"))),
    )
    assert board.agents["101"].pause_began == (NOON + 30, True)


def test_after_a_long_silence_an_unchanged_state_is_not_claimed_to_be_seen():
    start = board_of(
        seen(0, queue("Destek", agent("101"))), seen(30, queue("Destek", agent("101", TALKING, pause="Çay")))
    )
    twenty = board_of(seen(1230, queue("Destek", agent("101", TALKING, pause="Çay"))), start=start)
    assert (twenty.agents["101"].since, twenty.agents["101"].since_exact) == (NOON + 30, False)
    assert not twenty.agents["101"].members["Destek"].since_exact
    hours = board_of(seen(8000, queue("Destek", agent("101", TALKING, pause="Çay"))), start=start)
    assert (hours.agents["101"].since, hours.agents["101"].since_exact) == (NOON + 8000, False)
    assert hours.agents["101"].members["Destek"].since == NOON + 8000


def test_what_changed_during_a_sleep_is_dated_as_not_seen():
    board = board_of(
        seen(0, queue("Destek", agent("101"))),
        Resumed(NOON + 100),
        seen(101, queue("Destek", agent("101", TALKING))),
    )
    assert (board.agents["101"].since, board.agents["101"].since_exact) == (NOON + 101, False)


def test_the_count_of_waiting_callers_is_the_pbx_count_and_withheld_numbers_are_one_entry():
    board = board_of(seen(0, queue("Destek", callers=[(CUSTOMER, 12), ("", 5)], waiting=4)))
    assert board.queues["Destek"].waiting == 4
    assert set(board.callers) == {("Destek", CUSTOMER), ("Destek", "")}
    withheld = board.callers["Destek", ""]
    assert (withheld.number, withheld.hidden, withheld.since) == ("", 2, NOON - 5)


def test_callers_that_the_pbx_counts_but_does_not_list_are_shown_as_withheld():
    board = board_of(seen(0, queue("Destek", waiting=2)), seen(30, queue("Destek", waiting=2)))
    assert board.callers["Destek", ""].hidden == 1
    assert board.callers["Destek", ""].since == NOON


def test_a_count_below_the_listed_callers_does_not_hide_anybody():
    board = board_of(seen(0, queue("Destek", callers=[(CUSTOMER, 12), (OTHER_CUSTOMER, 5)], waiting=0)))
    assert board.queues["Destek"].waiting == 2


@pytest.mark.parametrize("jitter", [-2.0, -0.7, 0.0, 1.3, 2.0])
def test_small_differences_between_answers_do_not_move_a_wait(jitter):
    board = board_of(
        seen(0, queue("Destek", callers=[(CUSTOMER, 10)])),
        seen(30, queue("Destek", callers=[(CUSTOMER, 40 + jitter)])),
    )
    assert board.callers["Destek", CUSTOMER].since == NOON - 10


def test_a_longer_wait_than_known_is_believed():
    board = board_of(
        seen(0, queue("Destek", callers=[(CUSTOMER, 10)])), seen(30, queue("Destek", callers=[(CUSTOMER, 50)]))
    )
    assert board.callers["Destek", CUSTOMER].since == NOON - 20


def test_a_number_that_called_anew_waits_anew():
    board = board_of(
        seen(0, queue("Destek", callers=[(CUSTOMER, 100)])),
        seen(30, queue("Destek", callers=[(CUSTOMER, 4)], abandoned=1)),
    )
    assert board.callers["Destek", CUSTOMER].since == NOON + 26
    assert board.queues["Destek"].service.abandoned == 1


@pytest.mark.parametrize("wait", [math.nan, math.inf, -5.0])
def test_an_impossible_wait_is_a_wait_of_zero(wait):
    board = board_of(seen(0, queue("Destek", callers=[(CUSTOMER, wait)])))
    assert board.callers["Destek", CUSTOMER].since == NOON


def test_one_caller_written_in_two_ways_is_one_caller():
    board = board_of(
        seen(0, queue("Destek", callers=[("905550001122", 10)])), seen(30, queue("Destek", callers=[(CUSTOMER, 40)]))
    )
    assert list(board.callers) == [("Destek", CUSTOMER)]


def test_an_answer_overtaken_by_a_newer_question_is_left_out():
    newest = board_of(seen(10, queue("Destek", agent("101"), completed=5), asked=9))
    board = board_of(seen(12, queue("Destek", agent("101", TALKING), completed=4), asked=2), start=newest)
    assert board == newest


def test_counting_begins_at_first_sight():
    board = board_of(seen(0, queue("Destek", completed=40, abandoned=7)))
    assert (board.queues["Destek"].counters.answered_since, board.queues["Destek"].counters.abandoned_since) == (0, 0)
    assert board.queues["Destek"].counters.since == NOON
    later = board_of(seen(30, queue("Destek", completed=42, abandoned=8)), start=board)
    assert (later.queues["Destek"].counters.answered_since, later.queues["Destek"].counters.abandoned_since) == (2, 1)


def test_a_falling_counter_is_a_reset_of_the_pbx_and_counts_from_zero():
    board = board_of(
        seen(0, queue("Destek", completed=40, abandoned=7)),
        seen(30, queue("Destek", completed=45, abandoned=7)),
        seen(60, queue("Destek", completed=2, abandoned=0)),
    )
    counters = board.queues["Destek"].counters
    assert (counters.answered_since, counters.abandoned_since, counters.since, counters.reset) == (
        2,
        0,
        NOON + 30,
        True,
    )


def test_midnight_of_the_pbx_is_the_baseline_even_when_nothing_else_happens():
    late = 12 * 3600 - 20
    board = board_of(
        seen(late - 30, queue("Destek", agent("101"), completed=40, abandoned=2)),
        seen(late, queue("Destek", agent("101"), completed=44, abandoned=3)),
        Midnight(NOON + late + 21),
    )
    counters = board.queues["Destek"].counters
    assert (counters.answered_since, counters.abandoned_since, counters.since) == (0, 0, NOON + 12 * 3600)
    board = board_of(seen(late + 60, queue("Destek", agent("101"), completed=45, abandoned=3)), start=board)
    assert board.queues["Destek"].counters.answered_since == 1


def test_an_answer_after_a_missed_midnight_counts_from_itself():
    board = board_of(
        seen(0, queue("Destek", completed=40)),
        seen(20 * 3600, queue("Destek", completed=90)),
    )
    counters = board.queues["Destek"].counters
    assert (counters.answered_since, counters.since) == (0, NOON + 20 * 3600)


def test_a_clock_that_is_set_back_keeps_the_baseline_out_of_the_future():
    board = board_of(seen(0, queue("Destek", completed=40)), seen(-90000, queue("Destek", completed=41)))
    assert board.queues["Destek"].counters.since <= NOON - 90000


def test_a_forgotten_queue_goes_with_its_callers_and_its_places():
    start = board_of(
        seen(0, queue("Destek", agent("101"), agent("102"), callers=[(CUSTOMER, 1)]), queue("Satis", agent("101")))
    )
    board = board_of(QueueForgotten("Destek"), start=start)
    assert set(board.queues) == {"Satis"}
    assert set(board.agents) == {"101"}
    assert not board.callers
    assert board_of(QueueForgotten("nowhere"), start=board) is board


def test_unchanged_rows_are_shared_between_boards():
    rows = (queue("Destek", agent("101"), agent("102"), callers=[(CUSTOMER, 5)]),)
    first = board_of(seen(0, *rows))
    second = board_of(seen(2, *rows), start=first)
    assert second.agents is first.agents
    assert second.callers["Destek", CUSTOMER] is first.callers["Destek", CUSTOMER]


def test_an_outside_number_is_a_member_known_by_its_ten_digits():
    board = board_of(seen(0, queue("Destek", agent("05550001122"), agent("101"))))
    assert board.agents["5550001122"].external
    assert not board.agents["101"].external


def test_a_changed_membership_shows():
    board = board_of(
        seen(0, queue("Destek", agent("101"))), seen(30, queue("Destek", agent("101", membership=Membership.STATIC)))
    )
    assert board.agents["101"].members["Destek"].membership is Membership.STATIC


def test_rows_without_a_name_are_nobody():
    board = board_of(seen(0, queue("", agent("101")), queue("Destek", agent(""))))
    assert set(board.queues) == {"Destek"}
    assert not board.agents


def test_an_empty_answer_for_one_queue_changes_nothing():
    board = board_of(seen(0, queue("Destek", agent("101"))))
    assert board_of(seen(30, whole=False), start=board) is board


def test_an_empty_answer_for_all_queues_empties_the_board():
    board = board_of(seen(0, queue("Destek", agent("101"))), seen(30))
    assert (board.queues, board.agents, board.updated) == ({}, {}, NOON + 30)


def test_a_fresh_board_has_no_figures():
    assert totals(Board(), NOON).service_level is None
