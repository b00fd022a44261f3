"""Running calls as events tell of them: who, with whom, in what state, and when they are over."""

import itertools

from supervisor_gui.live.call_reduce_state import MOST_ENDED, MOST_OVER
from supervisor_gui.live.live_calls import CallDirection, CallState
from supervisor_gui.netsantral.types import EventKind
from tests.live.boards import CUSTOMER, NOON
from tests.live.call_samples import CALL, event, log_of, only

ARRIVED = (0.0, event(EventKind.INBOUND))
QUEUED = (3.0, event(EventKind.QUEUED, customer="", queue="Destek"))
OFFERED = (5.0, event(EventKind.OFFERED, "101"))
ANSWERED = (9.0, event(EventKind.ANSWERED, "101", hold_time=6))
ENDED = (60.0, event(EventKind.ENDED, "101", talk_time=51))


def test_a_queue_call_waits_rings_and_is_talked_on_with_its_times():
    waiting = only(log_of(ARRIVED, QUEUED))
    assert (waiting.state, waiting.queue, waiting.number) == (CallState.WAITING, "Destek", CUSTOMER)
    assert (waiting.call, waiting.direction, waiting.began) == (CALL, CallDirection.INCOMING, NOON)
    ringing = only(log_of(ARRIVED, QUEUED, OFFERED))
    assert (ringing.state, ringing.ringing) == (CallState.RINGING, ("101",))
    talking = only(log_of(ARRIVED, QUEUED, OFFERED, ANSWERED))
    assert (talking.state, talking.extension, talking.answered) == (CallState.TALKING, "101", NOON + 9)
    assert talking.ringing == ()
    assert talking.began_exact


def test_an_ended_call_leaves_and_stays_among_the_ended_ones():
    log = log_of(ARRIVED, QUEUED, OFFERED, ANSWERED, ENDED)
    assert not log.live
    [call] = log.ended
    assert (call.state, call.ended, call.extension) == (CallState.ENDED, NOON + 60, "101")


def test_a_late_or_doubled_event_never_brings_a_call_back():
    log = log_of(ARRIVED, ENDED, ANSWERED, OFFERED, ENDED, ARRIVED)
    assert not log.live
    assert len(log.ended) == 1
    unseen = log_of(ENDED, ARRIVED, ANSWERED)
    assert not unseen.live
    assert not unseen.ended


def test_the_record_ends_a_call_whose_end_was_lost():
    record = (61.0, event(EventKind.RECORD, "101", talk_time=50))
    [call] = log_of(ARRIVED, record).ended
    assert (call.extension, call.answered) == ("101", NOON + 11)


def test_the_id_is_one_call_with_and_without_its_prefix():
    bare = event(EventKind.ANSWERED, "101", call=CALL.removeprefix("sip3-"))
    call = only(log_of(ARRIVED, (9.0, bare)))
    assert (call.state, call.call) == (CallState.TALKING, CALL)


def test_an_unnamed_queue_event_belongs_to_the_only_call_that_is_in_no_queue():
    unnamed = (3.0, event(EventKind.QUEUED, customer="", call="", queue="Destek"))
    assert only(log_of(ARRIVED, unnamed)).queue == "Destek"
    second = (1.0, event(EventKind.INBOUND, customer="05550001133", call="2"))
    assert {call.queue for call in log_of(ARRIVED, second, unnamed).live.values()} == {""}
    assert not log_of(unnamed).live


def test_a_call_that_began_before_it_was_seen_says_so():
    assert not only(log_of(ANSWERED)).began_exact


def test_an_outgoing_call_rings_at_the_other_side_until_it_is_answered():
    dialled = (0.0, event(EventKind.OUTBOUND, "101"))
    call = only(log_of(dialled))
    assert (call.direction, call.state, call.extension) == (CallDirection.OUTGOING, CallState.RINGING, "101")
    assert only(log_of(dialled, ANSWERED)).state is CallState.TALKING
    assert only(log_of(ANSWERED, dialled)).direction is CallDirection.OUTGOING
    assert only(log_of(ANSWERED, dialled)).state is CallState.TALKING


def test_a_call_between_extensions_names_both_and_belongs_to_both():
    dialled = (0.0, event(EventKind.OUTBOUND, "101", "102"))
    rings = (0.5, event(EventKind.OFFERED, "102", "101"))
    taken = (4.0, event(EventKind.ANSWERED, "102", "102"))
    for steps in ((dialled, rings, taken), (rings, taken), (dialled, taken), (rings, dialled, taken)):
        log = log_of(*steps)
        call = only(log)
        assert (call.direction, call.extension, call.number) == (CallDirection.INTERNAL, "101", "102")
        assert log.calls.of_extension("101") == log.calls.of_extension("102") == (call,)


def test_a_call_in_a_menu_waits():
    menu = (6.0, event(EventKind.MENU))
    assert only(log_of((0.0, event(EventKind.OUTBOUND)), menu)).state is CallState.WAITING
    assert only(log_of(ARRIVED, ANSWERED, menu)).state is CallState.TALKING


def test_a_phone_that_stops_ringing_leaves_the_caller_waiting():
    leg = (30.0, event(EventKind.ENDED, "101"))
    call = only(log_of(ARRIVED, QUEUED, OFFERED, leg))
    assert (call.state, call.ringing) == (CallState.WAITING, ())


def test_a_transferred_call_belongs_to_who_answered_last():
    rings = (40.0, event(EventKind.OFFERED, "102"))
    taken = (45.0, event(EventKind.ANSWERED, "102"))
    call = only(log_of(ARRIVED, ANSWERED, rings, taken))
    assert (call.extension, call.answered, call.state) == ("102", NOON + 9, CallState.TALKING)
    outside = (45.0, event(EventKind.ANSWERED, ""))
    assert only(log_of(ARRIVED, ANSWERED, outside)).extension == ""


def test_an_event_that_comes_late_does_not_undo_a_newer_one():
    first = (50.0, event(EventKind.ANSWERED, "101", at=NOON + 9))
    second = (45.0, event(EventKind.ANSWERED, "102", at=NOON + 45))
    rang = (52.0, event(EventKind.OFFERED, "103", at=NOON + 5))
    call = only(log_of(second, first, rang))
    assert (call.extension, call.ringing, call.seen) == ("102", (), NOON + 45)


def test_who_talks_in_a_later_call_is_doubted_in_the_one_before():
    other = (300.0, event(EventKind.ANSWERED, "101", "05550001133", call="2"))
    log = log_of(ARRIVED, ANSWERED, other)
    assert log.live["1675000033.1"].uncertain
    assert not log.live["2"].uncertain
    again = log_of((310.0, event(EventKind.KEY)), start=log)
    assert not again.live["1675000033.1"].uncertain


def test_an_unknown_event_of_an_unknown_call_shows_nothing():
    assert not log_of((0.0, event(EventKind.OTHER, "101"))).live
    assert not log_of((0.0, event(EventKind.INBOUND, call=""))).live


def test_what_is_remembered_is_bounded():
    ids = [f"{number}" for number in range(MOST_OVER + 500)]
    pairs = [((0.0, event(EventKind.INBOUND, call=one)), (1.0, event(EventKind.ENDED, call=one))) for one in ids]
    log = log_of(*itertools.chain.from_iterable(pairs))
    assert len(log.ended) == MOST_ENDED
    assert len(log.over) <= MOST_OVER
    assert not log.live
    assert not log.ids
    assert not log.notes
