"""How events move the board between two status answers."""

import pytest

from supervisor_gui.live import calls
from supervisor_gui.live.board import ServiceCount
from supervisor_gui.live.items import Midnight, QueueForgotten, Resumed
from supervisor_gui.netsantral.types import AgentStatus, EventKind
from tests.live.boards import CUSTOMER, NOON, OTHER_CUSTOMER, agent, board_of, one, queue, seen, told

IDLE, RINGING, TALKING = AgentStatus.IDLE, AgentStatus.RINGING, AgentStatus.TALKING
START = seen(0, queue("Destek", agent("101"), agent("102")), queue("Satis", agent("102")))


def in_queue(at: float = 1.0, call: str = "sip3-1675000033.1", customer: str = CUSTOMER):
    """A call that reached the queue Destek."""
    return (
        told(at, EventKind.INBOUND, call, customer=customer),
        told(at + 4, EventKind.QUEUED, call, customer="", queue="Destek"),
    )


def test_a_caller_appears_when_the_call_enters_the_queue():
    board = board_of(START, *in_queue())
    caller = board.callers["Destek", CUSTOMER]
    assert (caller.number, caller.since) == (CUSTOMER, NOON + 5)
    assert board.queues["Destek"].waiting == 1
    assert board.events_at == NOON + 5


def test_a_repeated_event_changes_nothing_more():
    board = board_of(START, *in_queue(), *in_queue(1.2))
    assert board.queues["Destek"].waiting == 1
    assert board.callers["Destek", CUSTOMER].since == NOON + 5


def test_the_queue_event_without_a_call_belongs_to_the_one_call_in_the_menu():
    board = board_of(
        START,
        told(1, EventKind.INBOUND),
        told(2, EventKind.MENU),
        told(5, EventKind.QUEUED, "", customer="", queue="Destek"),
    )
    assert ("Destek", CUSTOMER) in board.callers


def test_the_queue_event_without_a_call_is_not_guessed_among_several():
    board = board_of(
        START,
        told(1, EventKind.INBOUND, "1"),
        told(2, EventKind.INBOUND, "2", customer=OTHER_CUSTOMER),
        told(5, EventKind.QUEUED, "", customer="", queue="Destek"),
    )
    assert not board.callers
    told_number = board_of(told(6, EventKind.QUEUED, "", customer=OTHER_CUSTOMER, queue="Destek"), start=board)
    assert set(told_number.callers) == {("Destek", OTHER_CUSTOMER)}


def test_a_queue_nobody_knows_is_reported_and_gets_no_row():
    board = board_of(START, told(1, EventKind.QUEUED, queue="Muhasebe"))
    assert board.unknown_queues == {"Muhasebe"}
    assert "Muhasebe" not in board.queues
    assert not board.callers
    assert board_of(one(30, queue("Muhasebe")), start=board).unknown_queues == frozenset()


def test_phones_ring_then_one_talks_and_the_others_fall_silent():
    ringing = board_of(
        START,
        *in_queue(),
        told(10, EventKind.OFFERED, extension="101", customer="905550001122"),
        told(10, EventKind.OFFERED, extension="102"),
    )
    assert {one.status for one in ringing.agents.values()} == {RINGING}
    assert ringing.agents["101"].customer == CUSTOMER
    assert ringing.queues["Destek"].waiting == 1
    board = board_of(told(15, EventKind.ANSWERED, "1675000033.1", extension="102", hold=10), start=ringing)
    assert (board.agents["102"].status, board.agents["101"].status) == (TALKING, IDLE)
    assert (board.agents["102"].since, board.agents["102"].since_exact) == (NOON + 15, True)
    assert (board.agents["102"].customer, board.agents["101"].customer) == (CUSTOMER, "")
    assert (board.agents["102"].calls_today, board.agents["101"].calls_today) == (1, 0)
    assert not board.callers
    assert board.queues["Destek"].waiting == 0
    assert board.queues["Destek"].service == ServiceCount(in_time=1)


def test_the_agent_is_idle_again_when_the_call_ends_and_its_record_says_nothing_new():
    board = board_of(
        START,
        *in_queue(),
        told(15, EventKind.ANSWERED, extension="101", hold=30),
        told(60, EventKind.ENDED, extension="101"),
    )
    assert (board.agents["101"].status, board.agents["101"].customer) == (IDLE, "")
    assert board.queues["Destek"].service == ServiceCount(late=1)
    again = board_of(told(61, EventKind.RECORD), told(62, EventKind.ENDED, extension="101"), start=board)
    assert again.agents is board.agents
    assert again.queues is board.queues


def test_a_caller_who_hangs_up_is_lost_with_the_exact_wait():
    quick = board_of(START, *in_queue(), told(8, EventKind.ENDED))
    assert quick.queues["Destek"].service == ServiceCount(short=1)
    board = board_of(START, *in_queue(), told(25, EventKind.ENDED, hold=20))
    assert board.queues["Destek"].service == ServiceCount(abandoned=1)
    assert board.queues["Destek"].waiting == 0


def test_the_next_answer_does_not_judge_again_what_events_judged():
    board = board_of(START, *in_queue(), told(25, EventKind.ENDED))
    later = board_of(
        seen(30, queue("Destek", agent("101"), agent("102"), abandoned=1), queue("Satis", agent("102"))), start=board
    )
    assert later.queues["Destek"].service == ServiceCount(abandoned=1)


def test_an_older_answer_does_not_bring_back_a_caller_who_left():
    board = board_of(START, *in_queue(), told(30, EventKind.ANSWERED, extension="101"))
    rows = queue("Destek", agent("101"), agent("102"), callers=[(CUSTOMER, 24)])
    late = board_of(one(31, rows, asked=29), start=board)
    assert not late.callers
    assert late.queues["Destek"].waiting == 0
    assert late.agents["101"].status is TALKING
    truth = board_of(one(61, rows, asked=60), start=late)
    assert ("Destek", CUSTOMER) in truth.callers
    assert truth.agents["101"].status is IDLE


def test_an_older_answer_does_not_take_away_a_caller_who_came():
    board = board_of(START, *in_queue(26), one(31, queue("Destek", agent("101"), agent("102")), asked=29))
    assert ("Destek", CUSTOMER) in board.callers
    assert board.queues["Destek"].waiting == 1


def test_a_leg_that_stops_ringing_leaves_the_caller_waiting():
    board = board_of(
        START,
        *in_queue(),
        told(10, EventKind.OFFERED, extension="101"),
        told(20, EventKind.ENDED, extension="101"),
    )
    assert board.agents["101"].status is IDLE
    assert board.queues["Destek"].waiting == 1
    assert board.queues["Destek"].service == ServiceCount()


def test_leaving_the_queue_and_ending_at_once_is_a_lost_call():
    board = board_of(START, *in_queue(), told(40, EventKind.LEFT_QUEUE, queue="Destek"))
    assert not board.callers
    assert board.queues["Destek"].service == ServiceCount()
    assert board_of(told(41, EventKind.ENDED), start=board).queues["Destek"].service == ServiceCount(abandoned=1)


def test_leaving_the_queue_and_going_on_is_no_lost_call():
    board = board_of(START, *in_queue(), told(40, EventKind.LEFT_QUEUE), told(90, EventKind.ENDED))
    assert board.queues["Destek"].service == ServiceCount(left=1)


def test_a_call_that_moves_to_another_queue_waits_there():
    board = board_of(START, *in_queue(), told(40, EventKind.QUEUED, queue="Satis"))
    assert set(board.callers) == {("Satis", CUSTOMER)}
    assert (board.queues["Destek"].waiting, board.queues["Satis"].waiting) == (0, 1)
    assert board.queues["Destek"].service == ServiceCount(left=1)


def test_a_caller_known_from_an_answer_is_taken_by_its_number():
    board = board_of(
        one(0, queue("Destek", agent("101"), callers=[(CUSTOMER, 12)])),
        told(10, EventKind.ANSWERED, "9", extension="101", customer="905550001122"),
    )
    assert not board.callers
    assert board.queues["Destek"].service == ServiceCount(late=1)


def test_withheld_numbers_are_counted_by_events_too():
    board = board_of(
        START,
        *in_queue(1, "1", customer="anonymous"),
        *in_queue(10, "2", customer=""),
    )
    assert board.callers["Destek", ""].hidden == 1
    assert board.queues["Destek"].waiting == 2
    board = board_of(told(20, EventKind.ANSWERED, "1", extension="101", customer="", hold=15), start=board)
    assert board.callers["Destek", ""].hidden == 0
    assert board.queues["Destek"].waiting == 1


def test_an_outgoing_call_is_talk_but_no_answered_call():
    board = board_of(
        START,
        told(1, EventKind.OUTBOUND, "7", extension="101"),
        told(9, EventKind.ANSWERED, "7", extension="101"),
    )
    assert board.agents["101"].status is TALKING
    assert board.agents["101"].customer == CUSTOMER
    assert board.agents["101"].calls_today == 0
    assert board_of(told(60, EventKind.ENDED, "7", extension="101"), start=board).agents["101"].status is IDLE


def test_events_of_strangers_change_no_row():
    board = board_of(START)
    for kind in EventKind:
        after = board_of(told(5, kind, "77", extension="999", customer=""), start=board)
        assert after.agents.keys() == board.agents.keys()
        assert after.queues.keys() == board.queues.keys()
        assert not after.callers


def test_an_answer_event_after_the_status_answer_that_showed_it_is_not_judged_again():
    board = board_of(START, *in_queue(), seen(30, queue("Destek", agent("101", TALKING)), queue("Satis")))
    judged = board.queues["Destek"].service
    assert judged == ServiceCount(unsure=1)
    late = board_of(told(31, EventKind.ANSWERED, extension="101", hold=24), start=board)
    assert late.queues["Destek"].service == judged
    assert late.agents["101"].customer == CUSTOMER


def test_a_caller_who_comes_back_to_a_queue_waits_there_again():
    board = board_of(START, *in_queue(), told(8, EventKind.ENDED), *in_queue(9, "2"))
    assert board.callers["Destek", CUSTOMER].since == NOON + 13
    late = board_of(one(14, queue("Destek", callers=[(CUSTOMER, 1)]), asked=13), start=board)
    assert ("Destek", CUSTOMER) in late.callers


def test_a_second_ringing_call_and_a_phone_that_is_taken_are_left_alone():
    ringing = board_of(
        START,
        told(1, EventKind.INBOUND),
        told(2, EventKind.OFFERED, extension="101"),
        told(3, EventKind.OFFERED, extension="101"),
        told(3, EventKind.OFFERED, extension=""),
    )
    assert ringing.agents["101"].since == NOON + 2
    busy = board_of(one(4, queue("Destek", agent("101", TALKING))), start=ringing)
    assert board_of(told(5, EventKind.ENDED, extension="101"), start=busy).agents["101"].status is TALKING
    quiet = board_of(told(6, EventKind.ANSWERED, extension="102"), start=busy)
    assert quiet.agents["101"].status is TALKING


def test_an_agent_already_seen_talking_gets_its_customer_and_keeps_its_time():
    board = board_of(
        START, one(30, queue("Destek", agent("101", TALKING))), told(31, EventKind.ANSWERED, extension="101")
    )
    assert (board.agents["101"].since, board.agents["101"].customer) == (NOON + 30, CUSTOMER)


def test_a_call_of_a_queue_nobody_knows_is_judged_nowhere():
    board = board_of(
        START,
        told(1, EventKind.QUEUED, queue="Muhasebe"),
        told(9, EventKind.LEFT_QUEUE),
        told(10, EventKind.ENDED),
    )
    assert all(one.service == ServiceCount() for one in board.queues.values())


def test_a_call_that_left_a_queue_which_was_forgotten_meanwhile_is_judged_nowhere():
    left = board_of(START, *in_queue(), told(9, EventKind.LEFT_QUEUE), QueueForgotten("Destek"))
    assert set(board_of(told(10, EventKind.ENDED), start=left).queues) == {"Satis"}


def test_a_withheld_caller_known_from_an_answer_is_not_guessed():
    board = board_of(
        one(0, queue("Destek", agent("101"), callers=[("", 12)])),
        told(10, EventKind.ANSWERED, "9", extension="101", customer=""),
    )
    assert ("Destek", "") in board.callers


def test_the_end_of_a_call_leaves_alone_an_agent_whom_an_answer_showed_elsewhere():
    board = board_of(
        START,
        told(1, EventKind.ANSWERED, "9", extension="101"),
        one(30, queue("Destek", agent("101", AgentStatus.OFFLINE))),
        told(31, EventKind.ENDED, "9", extension="101"),
    )
    assert board.agents["101"].status is AgentStatus.OFFLINE


def test_the_end_of_an_answered_call_of_no_queue_frees_the_agent():
    board = board_of(
        START,
        told(1, EventKind.ANSWERED, "9", extension="101"),
        told(20, EventKind.ENDED, "9", extension="101"),
    )
    assert board.agents["101"].status is IDLE
    assert not board.memory.ended


@pytest.mark.parametrize("kind", [EventKind.LEFT_QUEUE, EventKind.RECORD])
def test_an_answered_call_whose_queue_is_told_late_is_judged_then_with_its_exact_wait(kind):
    answered = board_of(START, told(1, EventKind.INBOUND), told(9, EventKind.ANSWERED, extension="101", hold=4))
    assert answered.queues["Destek"].service == ServiceCount()
    board = board_of(told(10, kind, queue="Destek"), told(11, kind, queue="Destek"), start=answered)
    assert board.queues["Destek"].service == ServiceCount(in_time=1)


def test_a_late_queue_does_not_judge_again_whom_an_answer_saw_go():
    board = board_of(
        START,
        one(5, queue("Destek", agent("101"), callers=[(CUSTOMER, 4)])),
        one(15, queue("Destek", agent("101", TALKING))),
        told(16, EventKind.ANSWERED, extension="101", hold=12),
        told(17, EventKind.LEFT_QUEUE, queue="Destek"),
    )
    assert board.queues["Destek"].service == ServiceCount(in_time=1)


def test_late_events_of_an_ended_call_change_nothing():
    board = board_of(START, *in_queue(), told(25, EventKind.ENDED))
    late = board_of(
        told(26, EventKind.OFFERED, extension="101"),
        told(27, EventKind.ANSWERED, extension="101"),
        told(28, EventKind.LEFT_QUEUE),
        told(29, EventKind.QUEUED, queue="Destek"),
        start=board,
    )
    assert late.agents is board.agents
    assert late.callers == board.callers
    assert late.queues["Destek"] is board.queues["Destek"]


def test_an_answer_told_before_its_queue_leaves_nobody_waiting():
    board = board_of(
        START,
        told(1, EventKind.INBOUND),
        told(6, EventKind.ANSWERED, extension="101"),
        told(7, EventKind.QUEUED, queue="Destek"),
    )
    assert not board.callers


def test_a_talking_agent_does_not_ring():
    board = board_of(one(0, queue("Destek", agent("101", TALKING))), told(5, EventKind.OFFERED, extension="101"))
    assert board.agents["101"].status is TALKING


def test_calls_of_the_day_begin_at_zero_at_midnight_and_are_unknown_without_events():
    assert board_of(START).agents["101"].calls_today is None
    board = board_of(START, *in_queue(), told(15, EventKind.ANSWERED, extension="101"))
    assert board.agents["101"].calls_today == 1
    assert board_of(Midnight(NOON + 12 * 3600), start=board).agents["101"].calls_today == 0


def test_the_end_of_a_call_from_before_a_sleep_is_not_taken_for_an_agents_hangup():
    talking = board_of(START, *in_queue(), told(15, EventKind.ANSWERED, extension="101"))
    board = board_of(Resumed(NOON + 5000), told(5001, EventKind.ENDED, extension="101"), start=talking)
    assert board.agents["101"].status is TALKING
    assert board.queues["Destek"].service == talking.queues["Destek"].service


def test_remembered_calls_are_bounded():
    board = board_of(
        START, *(told(number / 100, EventKind.INBOUND, str(number)) for number in range(calls.MOST + 1500))
    )
    assert len(board.memory.calls) <= calls.MOST + 1
    assert str(calls.MOST + 1499) in board.memory.calls


def test_ended_and_old_calls_are_forgotten_first():
    old = {f"old{number}": calls.CallTrace(at=0.0) for number in range(calls.MOST)}
    young = {f"new{number}": calls.CallTrace(at=20000.0) for number in range(5)}
    assert calls.pruned({**old, **young}, 20000.0) == young
    assert calls.pruned(young, 20000.0) is young
