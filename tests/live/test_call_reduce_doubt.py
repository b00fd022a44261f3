"""Calls nobody speaks of: when they are marked uncertain, when they leave, and what keeps them."""

from supervisor_gui.live.live_calls import CallState
from supervisor_gui.netsantral.types import AgentStatus, Event, EventKind
from tests.live.boards import CUSTOMER, NOON
from tests.live.call_samples import event, log_of, only, shown

ARRIVED = (0.0, event(EventKind.INBOUND))
ANSWERED = (0.0, event(EventKind.ANSWERED, "101"))
TALKING, FREE = ("101", AgentStatus.TALKING), ("101", AgentStatus.IDLE)


def test_ten_silent_minutes_make_a_call_uncertain_and_two_more_end_it():
    assert not only(log_of(ANSWERED, 599.0)).uncertain
    log = log_of(ANSWERED, (595.0, shown(590, FREE)), 601.0)
    assert only(log).uncertain
    assert only(log_of(715.0, start=log)).uncertain
    log = log_of(722.0, start=log)
    assert not log.live
    assert len(log.ended) == 1


def test_its_record_ends_an_uncertain_call_at_once():
    log = log_of(ANSWERED, 601.0, (602.0, event(EventKind.RECORD, "101")))
    assert not log.live


def test_a_call_whose_agent_the_board_shows_talking_stays():
    log = log_of(ANSWERED, (3000.0, shown(3000, TALKING)), 3001.0, 3600.0)
    assert not only(log).uncertain


def test_a_board_that_was_asked_before_the_last_event_proves_nothing():
    log = log_of(ANSWERED, (1.0, shown(-5, TALKING)), 601.0)
    assert only(log).uncertain


def test_who_was_once_seen_free_is_not_taken_for_talking_in_the_same_call_later():
    log = log_of(ANSWERED, (60.0, shown(60, FREE)), (500.0, shown(500, TALKING)), 601.0)
    assert only(log).uncertain


def test_an_answer_asked_for_at_the_same_moment_as_the_event_does_not_know_of_it_yet():
    log = log_of(ANSWERED, (1.0, shown(0.5, FREE)), (500.0, shown(500, TALKING)), 601.0)
    assert not only(log).uncertain


def test_an_event_makes_an_uncertain_call_certain_again():
    log = log_of(ANSWERED, 601.0, (650.0, event(EventKind.KEY)))
    assert not only(log).uncertain
    assert only(log_of(1200.0, start=log))


def test_a_caller_stays_as_long_as_the_board_shows_the_number_waiting():
    queued = (1.0, event(EventKind.QUEUED, customer="", queue="Destek"))
    log = log_of(ARRIVED, queued, (900.0, shown(900, FREE, callers=(CUSTOMER,))), 901.0)
    assert not only(log).uncertain
    gone = log_of((930.0, shown(930, FREE)), 931.0, start=log)
    assert only(gone).uncertain


def test_a_caller_whose_queue_event_was_lost_is_found_on_the_board():
    log = log_of(ARRIVED, (30.0, shown(30, FREE, callers=(CUSTOMER,))))
    assert (only(log).queue, only(log).state) == ("Destek", CallState.WAITING)


def test_yesterdays_calls_are_forgotten_at_midnight():
    log = log_of(ANSWERED, (60.0, event(EventKind.ENDED, "101")), 11 * 3600.0)
    assert len(log.ended) == 1
    assert not log_of(12 * 3600.0 + 1, start=log).ended


def test_the_late_record_of_an_earlier_call_puts_none_in_doubt_when_the_clock_of_the_pbx_is_ahead():
    def told(kind: EventKind, call: str, second: float, **fields: int) -> Event:
        return event(kind, "101", call=call, at=NOON + second + 60, **fields)

    first = (0.0, told(EventKind.ANSWERED, "1", 0)), (30.0, told(EventKind.ENDED, "1", 30, talk_time=30))
    second = (33.0, told(EventKind.ANSWERED, "2", 33))
    record = (40.0, told(EventKind.RECORD, "1", 30, talk_time=10))
    assert not only(log_of(*first, second, record)).uncertain
