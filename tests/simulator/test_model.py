"""The call centre without a network: what must hold on any day."""

from collections import defaultdict
from itertools import pairwise

import pytest

from supervisor_gui.simulator.desk import Verdict
from supervisor_gui.simulator.floor import Plan
from supervisor_gui.simulator.model import CallCentre, warmed
from supervisor_gui.simulator.truth import board
from supervisor_gui.simulator.world import Call, CallKind, Ending, PhoneState, running_average

START = 1_795_561_200.0
DAY = 86_400.0


def _day(seed: int, **plan: int) -> tuple[CallCentre, list[tuple[float, dict[str, PhoneState], dict[str, int]]]]:
    centre = CallCentre(Plan(seed=seed, **plan), START)
    seen = []
    for step in range(1, 25):
        centre.run_until(START + step * DAY / 24)
        states = {exten: agent.state for exten, agent in centre.agents.items()}
        seen.append((centre.now, states, {name: len(queue.waiting) for name, queue in centre.queues.items()}))
    return centre, seen


def _busy_spans(centre: CallCentre) -> dict[str, list[tuple[float, float]]]:
    spans = defaultdict(list)
    for call in centre.ledger.calls:
        for offer in call.offers:
            spans[offer.exten].append((offer.at, offer.ended or centre.now))
        for leg in call.legs:
            phone = centre.floor.phone(leg.party)
            if phone and leg.outcome not in {"Busy", "No registration"}:
                spans[phone.exten].append((leg.at, leg.ended or centre.now))
        left = call.transferred or call.ended or centre.now
        if call.kind is CallKind.OUTGOING and not any(leg.at == call.arrived for leg in call.legs):
            spans[call.caller_exten].append((call.arrived, left))
        elif call.answered is not None and call.offers:
            spans[call.answered_by].append((call.answered, left))
    return {exten: sorted(found) for exten, found in spans.items()}


def _assert_one_call_a_phone(centre: CallCentre) -> None:
    for exten, spans in _busy_spans(centre).items():
        for (_, earlier_end), (later_start, _) in pairwise(spans):
            assert later_start >= earlier_end, exten


def _assert_times_in_order(centre: CallCentre) -> None:
    for call in centre.ledger.calls:
        known = [call.arrived, call.queued, call.left_queue, call.answered, call.ended]
        if call.kind is not CallKind.QUEUE or call.queued is None:
            known = [call.arrived, call.answered, call.ended]
        moments = [moment for moment in known if moment is not None]
        assert moments == sorted(moments)
        assert call.wait >= 0
        assert call.talk >= 0
        assert (call.ended is None) == (call.ending is None)


def _assert_counters_follow_calls(centre: CallCentre) -> None:
    for queue in centre.queues.values():
        calls = [call for call in centre.ledger.calls if call.queue == queue.name]
        answered = sorted((call for call in calls if call.answered is not None), key=lambda call: call.answered)
        # A conversation that an order moved away ended for the queue at that moment.
        over = {call.id: call.transferred or call.ended for call in calls if call.answered is not None}
        completed = sorted((call for call in calls if over.get(call.id)), key=lambda call: over[call.id])
        holdtime = talktime = 0
        for call in answered:
            holdtime = running_average(holdtime, int(call.answered) - int(call.queued))
        for call in completed:
            talktime = running_average(talktime, int(over[call.id]) - int(call.answered))
        assert queue.completed == len(completed)
        assert queue.abandoned == sum(call.ending is Ending.ABANDONED for call in calls)
        assert (queue.holdtime, queue.talktime) == (holdtime, talktime)
        assert list(queue.waiting.values()) == sorted(
            (call for call in calls if call.waiting), key=lambda call: call.queued
        )


@pytest.mark.parametrize("seed", range(20))
def test_a_day_of_calls_keeps_every_rule_of_a_call_centre(seed: int) -> None:
    centre, seen = _day(seed)
    _assert_one_call_a_phone(centre)
    _assert_times_in_order(centre)
    _assert_counters_follow_calls(centre)
    for when, states, waiting in seen:
        truth = board(centre, when, centre.now)
        assert {row["exten"]: row["state"] for row in truth["agents"]} == states
        assert {row["queue"]: row["waiting"] for row in truth["queues"]} == waiting
    endings = {call.ending for call in centre.ledger.calls}
    assert endings >= set(Ending)
    assert {call.kind for call in centre.ledger.calls} == {CallKind.QUEUE, CallKind.DIRECT, CallKind.OUTGOING}
    assert {change.state for change in centre.ledger.states} == set(PhoneState)


def test_a_free_agent_and_a_waiting_caller_are_never_left_apart() -> None:
    centre = CallCentre(Plan(seed=5, agents=12, queues=6), START)
    while centre.now < START + 6 * 3600:
        centre.run_until(centre.next_at() or 0.0)
        for queue in centre.queues.values():
            free = [
                member.exten
                for member in queue.members.values()
                if not member.paused and centre.agents[member.exten].available(centre.now)
            ]
            alone = [call for call in queue.waiting.values() if call.ringing is None]
            due_now = centre.next_at() == centre.now
            assert not (free and alone) or due_now


def test_the_same_seed_repeats_the_same_day_and_another_does_not() -> None:
    def story(seed: int) -> list[object]:
        centre = CallCentre(Plan(seed=seed), START)
        centre.run_until(START + 7200)
        return [(call.id, call.number, call.answered_by, call.ended) for call in centre.ledger.calls]

    assert story(3) == story(3)
    assert story(3) != story(4)


def test_running_in_many_small_steps_tells_the_same_story_as_one_big_step() -> None:
    once, often = CallCentre(Plan(seed=9), START), CallCentre(Plan(seed=9), START)
    once.run_until(START + 3600)
    for second in range(3601):
        often.run_until(START + second)
    assert [c.ended for c in once.ledger.calls] == [c.ended for c in often.ledger.calls]


@pytest.mark.parametrize(("agents", "queues"), [(1, 1), (1, 9), (20, 4), (300, 20)])
def test_a_fresh_board_already_has_something_to_show(agents: int, queues: int) -> None:
    centre = warmed(Plan(agents=agents, queues=queues), START)
    assert centre.now == START
    assert sum(queue.completed for queue in centre.queues.values()) > 0
    assert len(centre.agents) == agents
    assert len(centre.queues) == queues
    if agents >= 20:
        assert {agent.state for agent in centre.agents.values()} >= {PhoneState.TALKING, PhoneState.OFFLINE}
        assert any(member.paused for queue in centre.queues.values() for member in queue.members.values())
        assert all(queue.members for queue in centre.queues.values())


def test_many_agents_get_four_digit_extensions() -> None:
    assert min(CallCentre(Plan(agents=1000, queues=10), START).agents) == "1001"
    assert list(CallCentre(Plan(agents=3), START).agents) == ["101", "102", "103"]


def _still(agents: int = 3) -> CallCentre:
    centre = CallCentre(Plan(agents=agents, queues=1, load=0.0), START)
    for agent in centre.agents.values():
        for member in agent.members.values():
            member.penalty = 1
    return centre


def _arrive(centre: CallCentre, number: str = "05550001122", **kind: object) -> Call:
    options = {"patience": 600.0, "held": False} | kind
    return centre.flow.arrive_in_queue(centre.queues["Satış"], number, "", **options)  # type: ignore[arg-type]


def test_in_a_still_world_nothing_happens_by_itself() -> None:
    centre = _still()
    assert centre.next_at() is None
    assert centre.run_until(START + DAY) == 0


def test_the_lowest_penalty_is_rung_first_and_then_the_longest_idle() -> None:
    centre = _still()
    centre.agents["102"].idle_since = START - 5000
    assert _arrive(centre).offers[0].exten == "102"
    centre.queues["Satış"].members["103"].penalty = 0
    assert _arrive(centre).offers[0].exten == "103"


def test_a_paused_agent_is_not_rung_and_a_resumed_one_gets_the_waiting_caller() -> None:
    centre = _still(agents=1)
    assert centre.desk.set_pause("101", "Satış", paused=True, reason="Çay") is Verdict.DONE
    call = _arrive(centre)
    assert call.offers == []
    centre.desk.set_pause("101", "Satış", paused=False, reason="")
    assert call.offers[0].exten == "101"
    assert centre.queues["Satış"].members["101"].reason == ""


def test_a_phone_that_drops_off_while_ringing_hands_the_caller_to_the_next_agent() -> None:
    centre = _still(agents=2)
    call = _arrive(centre)
    first = centre.agents[call.offers[0].exten]
    centre.flow.lose_phone(first)
    assert [offer.outcome for offer in call.offers] == ["phone_lost", "ringing"]
    assert first.state is PhoneState.OFFLINE


def test_a_phone_that_drops_off_while_talking_is_not_rung_again() -> None:
    centre = _still(agents=1)
    call = _arrive(centre)
    centre.flow.answer(call)
    waiting = _arrive(centre)
    centre.flow.lose_phone(centre.agents["101"])
    assert call.ending is Ending.COMPLETED
    assert waiting.offers == []
    centre.run_until(START + 120)
    assert centre.agents["101"].state is PhoneState.OFFLINE


def test_completed_rises_when_the_conversation_ends_and_not_before() -> None:
    centre = _still()
    call = _arrive(centre)
    centre.flow.answer(call)
    queue = centre.queues["Satış"]
    assert (queue.completed, len(queue.waiting)) == (0, 0)
    centre.run_until(START + 100)
    centre.flow.hang_up(call)
    assert (queue.completed, queue.talktime) == (1, 100 // 4)


def test_an_outside_number_takes_calls_like_an_agent() -> None:
    centre = _still(agents=1)
    centre.flow.lose_phone(centre.agents["101"])
    centre.desk.add_member("5550001122", "Satış", penalty=1, external=True)
    assert _arrive(centre).offers[0].exten == "5550001122"


def test_a_break_ordered_by_a_supervisor_outlives_the_agents_own_break() -> None:
    centre = CallCentre(Plan(agents=1, queues=1, load=1.0, seed=2), START)
    member = centre.queues["Satış"].members["101"]
    while not member.own_break:
        centre.run_until(centre.next_at() or 0.0)
    centre.desk.set_pause("101", "Satış", paused=True, reason="Denetim")
    centre.run_until(centre.now + 2 * DAY)
    assert (member.paused, member.reason) == (True, "Denetim")


def test_orders_that_make_no_sense_are_refused_with_their_reason() -> None:
    centre = _still(agents=1)
    desk = centre.desk
    centre.queues["Satış"].members["101"].dynamic = False
    assert desk.add_member("101", "Yok", penalty=1) is Verdict.NO_QUEUE
    assert desk.add_member("101", "Satış", penalty=1) is Verdict.ALREADY_THERE
    assert desk.remove_member("101", "Satış") is Verdict.NOT_DYNAMIC
    assert desk.remove_member("199", "Satış") is Verdict.NOT_THERE
    assert desk.set_pause("199", "Satış", paused=True, reason="") is Verdict.NOT_THERE
