"""Calls started and steered here: a row at once, joined with the event stream by number and time."""

import pytest

from supervisor_gui.live.call_commands import Bridge, CallInto, Dial, DialExtension, HangUp, Mute, Transfer
from supervisor_gui.live.commands import Outcome
from supervisor_gui.live.live_calls import CallDirection, CallState
from supervisor_gui.netsantral.errors import Refusal, TransportError
from supervisor_gui.netsantral.types import AgentStatus, EventKind, TargetKind
from supervisor_gui.netsantral.types_calls import CallOptions, FirstRung, MuteDirection
from tests.live.boards import CUSTOMER, NOON
from tests.live.call_samples import CALL, event, log_of, only, order, shown

LINE = "3121110000"
DIAL = Dial(extension="101", number="5550001122", line=LINE)
WAITED = Dial(extension="101", number="5550001122", line=LINE, options=CallOptions(wait=True))
SENT = (0.0, order(DIAL))
TAKEN = (0.3, order(DIAL, Outcome.DONE))
OUTBOUND = (0.5, event(EventKind.OUTBOUND, "101"))
ANSWER = (8.0, event(EventKind.ANSWERED, "101"))
CONNECTED = (9.0, order(WAITED, Outcome.DONE, call=CALL))


def refused(reason: str) -> Refusal:
    return Refusal("originate", reason)


def test_an_order_is_shown_before_the_pbx_says_anything():
    call = only(log_of(SENT))
    assert (call.state, call.call, call.order) == (CallState.ORDERED, "", 1)
    assert (call.extension, call.number, call.first) == ("101", CUSTOMER, FirstRung.INSIDE)


@pytest.mark.parametrize("steps", [(SENT, TAKEN, OUTBOUND, ANSWER), (SENT, OUTBOUND, TAKEN, ANSWER), (SENT, ANSWER)])
def test_the_stream_tells_the_id_of_an_ordered_call(steps):
    call = only(log_of(*steps))
    assert (call.key, call.order, call.call, call.state) == ("order-1", 1, CALL, CallState.TALKING)
    assert call.direction is CallDirection.OUTGOING


def test_a_call_of_the_same_customer_or_by_another_extension_is_not_ours():
    theirs = event(EventKind.INBOUND)
    other = event(EventKind.OUTBOUND, "102")
    late = event(EventKind.OUTBOUND, "101")
    for at, one in ((0.5, theirs), (0.5, other), (300.0, late)):
        assert log_of(SENT, (at, one)).live["order-1"].call == ""


def test_two_orders_to_one_number_take_their_calls_in_turn():
    second = (2.0, order(DIAL, id=2))
    first_call = (3.0, event(EventKind.OUTBOUND, "101", call="1"))
    second_call = (4.0, event(EventKind.OUTBOUND, "101", call="2"))
    live = log_of(SENT, second, first_call, second_call).live
    assert {key: call.call for key, call in live.items()} == {"order-1": "1", "order-2": "2"}


def test_other_kinds_of_orders_find_their_calls_too():
    inside = DialExtension(extension="101", called="102")
    log = log_of((0.0, order(inside)), (0.5, event(EventKind.OUTBOUND, "101", "102")))
    assert (only(log).direction, only(log).call) == (CallDirection.INTERNAL, CALL)
    bridge = Bridge(caller="5550001122", called="5550001133", line=LINE, first=FirstRung.OUTSIDE)
    log = log_of((0.0, order(bridge)), (0.5, event(EventKind.OUTBOUND)))
    assert (only(log).direction, only(log).call, only(log).other) == (CallDirection.BRIDGE, CALL, "05550001133")
    into = CallInto(number="5550001122", target="Destek", kind=TargetKind.QUEUE, line=LINE, prefix="77")
    log = log_of((0.0, order(into)), (0.5, event(EventKind.OUTBOUND, customer="7705550001122")))
    assert (only(log).queue, only(log).call, only(log).number) == ("Destek", CALL, CUSTOMER)


def test_an_order_that_waits_for_the_outcome_talks_with_its_id_and_needs_no_stream():
    call = only(log_of((0.0, order(WAITED)), CONNECTED, stream=False))
    assert (call.state, call.call, call.answered) == (CallState.TALKING, CALL, NOON + 9)


def test_an_id_that_the_answer_tells_joins_the_row_that_the_events_made():
    foreign = event(EventKind.OUTBOUND, "101", "05550001133")
    log = log_of((0.0, order(WAITED)), (0.5, foreign), CONNECTED)
    assert (only(log).order, only(log).call) == (1, CALL)
    assert not log.ended


def test_an_answer_that_tells_another_id_than_the_events_seemed_to_is_believed():
    second = (1.0, order(WAITED, id=2))
    swapped = ((2.0, event(EventKind.OUTBOUND, "101", call="2")), (3.0, event(EventKind.OUTBOUND, "101", call="1")))
    answers = ((9.0, order(WAITED, Outcome.DONE, call="1")), (10.0, order(WAITED, Outcome.DONE, id=2, call="2")))
    log = log_of((0.0, order(WAITED)), second, *swapped, *answers)
    assert {key: call.call for key, call in log.live.items()} == {"order-1": "1", "order-2": "2"}
    over = (9.0, order(WAITED, Outcome.DONE, call="7"))
    assert not log_of((0.0, order(WAITED)), (5.0, event(EventKind.ENDED, "", "", call="7")), over).live


@pytest.mark.parametrize("stream", [True, False])
def test_a_call_that_came_to_nothing_ends_with_the_pbxs_reason(stream):
    [call] = log_of(
        (0.0, order(WAITED)), (30.0, order(WAITED, Outcome.REFUSED, error=refused("busy"))), stream=stream
    ).ended
    assert (call.outcome, call.ended) == ("busy", NOON + 30)


def test_the_reason_is_told_although_the_events_told_of_the_end_before():
    end = (30.0, event(EventKind.ENDED, "101"))
    answer = (30.1, order(WAITED, Outcome.REFUSED, error=refused("no_answer")))
    log = log_of((0.0, order(WAITED)), OUTBOUND, end, answer)
    assert [call.outcome for call in log.ended] == ["no_answer"]
    assert not log.live


def test_what_we_refused_or_withdrew_was_no_call():
    for last in (order(DIAL, Outcome.REFUSED, refused_here="busy"), order(DIAL, Outcome.CANCELLED)):
        assert not log_of((0.0, last)).live
        log = log_of(SENT, (0.1, last))
        assert not log.live
        assert not log.ended


def test_an_order_with_an_unknown_end_is_uncertain_until_an_event_tells():
    lost = (5.0, order(DIAL, Outcome.UNKNOWN, error=TransportError("originate", "timeout")))
    log = log_of(SENT, lost)
    assert only(log).uncertain
    assert not only(log_of((6.0, event(EventKind.OUTBOUND, "101")), start=log)).uncertain
    assert only(log_of(89.0, start=log)).uncertain
    assert not log_of(215.0, start=log).live


def test_an_order_nobody_speaks_of_is_doubted_after_both_sides_would_have_rung():
    log = log_of(SENT, TAKEN, 89.0)
    assert not only(log).uncertain
    log = log_of(91.0, start=log)
    assert only(log).uncertain
    assert not log_of(215.0, start=log).live


def test_a_hang_up_that_was_done_ends_the_call_at_once_and_for_good():
    hung_up = (20.0, order(HangUp(call=CALL), Outcome.DONE, id=2))
    log = log_of(SENT, OUTBOUND, ANSWER, hung_up, (21.0, event(EventKind.KEY)))
    assert not log.live
    assert [call.ended for call in log.ended] == [NOON + 20]


def test_a_hang_up_of_an_unknown_call_changes_nothing_and_of_an_ended_one_doubts_ours():
    done = (20.0, order(HangUp(call="sip3-9.9"), Outcome.DONE, id=2))
    assert only(log_of(SENT, OUTBOUND, done)).call == CALL
    over = (20.0, order(HangUp(call=CALL), Outcome.REFUSED, id=2, error=refused("no_call")))
    assert only(log_of(SENT, OUTBOUND, over)).uncertain


def test_muting_is_shown_by_halves():
    def muted(*commands: Mute) -> MuteDirection | None:
        steps = [(20.0, order(command, Outcome.DONE, id=2)) for command in commands]
        return only(log_of(SENT, OUTBOUND, ANSWER, *steps)).muted

    half, other = MuteDirection.IN, MuteDirection.OUT
    assert muted(Mute(call=CALL, muted=True)) is MuteDirection.ALL
    assert muted(Mute(call=CALL, muted=True, direction=half)) is half
    assert muted(Mute(CALL, True, half), Mute(CALL, True, other)) is MuteDirection.ALL
    assert muted(Mute(CALL, True), Mute(CALL, False, half)) is other
    assert muted(Mute(CALL, True), Mute(CALL, False)) is None
    refusal = (20.0, order(Mute(CALL, True), Outcome.REFUSED, id=2, error=refused("other")))
    assert only(log_of(SENT, OUTBOUND, ANSWER, refusal)).muted is None


def test_a_blind_transfer_takes_the_call_from_its_extension():
    moved = (20.0, order(Transfer(call=CALL, to="102"), Outcome.DONE, id=2))
    log = log_of(SENT, OUTBOUND, ANSWER, moved)
    assert (only(log).extension, only(log).ringing, only(log).state) == ("", ("102",), CallState.RINGING)
    taken = only(log_of((25.0, event(EventKind.ANSWERED, "102")), start=log))
    assert (taken.extension, taken.state) == ("102", CallState.TALKING)
    assert not log_of((0.0, order(WAITED)), CONNECTED, moved, stream=False).live


def test_an_attended_transfer_leaves_the_call_where_it_is_until_events_tell():
    moved = (20.0, order(Transfer(call=CALL, to="102", attended=True), Outcome.DONE, id=2))
    assert only(log_of(SENT, OUTBOUND, ANSWER, moved)).extension == "101"


def test_without_the_stream_a_call_ends_when_two_answers_in_a_row_show_its_extension_free():
    talking, free = ("101", AgentStatus.TALKING), ("101", AgentStatus.IDLE)
    start = log_of((0.0, order(WAITED)), CONNECTED, stream=False)
    assert log_of((5.0, shown(5, free)), (6.0, shown(6, free)), start=start).live
    once = log_of((40.0, shown(40, free)), (41.0, shown(40, free)), (70.0, shown(70, talking)), start=start)
    assert log_of((100.0, shown(100, free)), start=once).live
    [call] = log_of((100.0, shown(100, free)), (130.0, shown(130, free)), start=once).ended
    assert call.ended == NOON + 130


@pytest.mark.parametrize("kind", [EventKind.QUEUED, EventKind.LEFT_QUEUE, EventKind.MENU, EventKind.KEY])
def test_a_customer_in_a_queue_whose_beginning_was_lost_is_not_the_one_whom_we_dial(kind):
    waiting = (1.0, event(kind, call="2", queue="Destek"))
    bridge = Bridge(caller="5550001122", called="5550001133", line=LINE)
    for command in (DIAL, bridge):
        log = log_of((0.0, order(command)), waiting)
        assert log.live["order-1"].call == ""
        assert log.find("2").order == 0
    into = CallInto(number="5550001122", target="Destek", kind=TargetKind.QUEUE, line=LINE)
    assert only(log_of((0.0, order(into)), waiting)).call == "2"


def test_hanging_up_means_the_call_that_was_dialled_not_the_one_that_rings_meanwhile():
    caller = "05550009901"
    rings = (
        (1.0, event(EventKind.INBOUND, customer=caller, call="2")),
        (2.0, event(EventKind.OFFERED, "101", caller, call="2", queue="Destek")),
    )
    assert log_of(*rings).calls.to_end("101") is None
    assert log_of(SENT, OUTBOUND, *rings).calls.to_end("101").call == CALL


def test_a_call_handed_over_is_not_ended_with_one_press_any_more():
    talking = log_of(SENT, OUTBOUND, ANSWER)
    assert talking.calls.to_end("101").call == CALL
    handed = log_of((9.0, order(Transfer(CALL, "102"), Outcome.DONE, id=2)), start=talking)
    assert handed.calls.to_end("101") is None
    answered = log_of((12.0, event(EventKind.ANSWERED, "102")), start=handed)
    assert answered.calls.to_end("101") is None
    assert answered.calls.to_end("102").call == CALL


def test_who_connected_two_numbers_ends_them_with_one_press():
    bridge = Bridge(caller="5550001122", called="5550001133", line=LINE)
    assert log_of((0.0, order(bridge)), (1.0, event(EventKind.OUTBOUND))).calls.to_end("101").call == CALL


def test_hanging_up_means_a_call_that_surely_runs_before_one_that_may_be_over():
    silent = log_of(SENT, OUTBOUND, ANSWER, 650.0)
    assert silent.calls.to_end("101").uncertain
    again = order(DIAL, id=2, call="2")
    later = log_of((660.0, again), (661.0, event(EventKind.OUTBOUND, "101", call="2")), start=silent)
    assert later.calls.to_end("101").call == "2"
