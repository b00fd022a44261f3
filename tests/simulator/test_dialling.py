"""Calls made by order, on the model alone: who rings, who talks, how it ends, and what the ledger keeps."""

import random
from collections.abc import Callable

import pytest

from supervisor_gui.simulator.dialling import Dialler, Moved, Outcome, Target
from supervisor_gui.simulator.floor import Happened, Plan
from supervisor_gui.simulator.model import CallCentre
from supervisor_gui.simulator.truth import board
from supervisor_gui.simulator.world import Call, CallKind, Ending, PhoneState
from tests.simulator.test_model import (
    DAY,
    START,
    _assert_counters_follow_calls,
    _assert_one_call_a_phone,
    _assert_times_in_order,
)

LINE = "3121110000"
OUTSIDE = "5550001122"
OTHER = "5550003344"


class Desk:
    """A still call centre with a dialler, and what came out of its orders."""

    def __init__(self, agents: int = 3, **plan: int) -> None:
        self.centre = CallCentre(Plan(agents=agents, queues=1, load=0.0, **plan), START)
        self.dialler = Dialler(self.centre.floor, self.centre.flow)
        self.outcomes: list[tuple[str, Outcome]] = []
        self.heard: list[tuple[Happened, str]] = []
        self.centre.listen(lambda happening: self.heard.append((happening.kind, happening.exten)))

    def done(self, call: Call, outcome: Outcome) -> None:
        self.outcomes.append((call.id, outcome))

    def state(self, exten: str) -> PhoneState:
        return self.centre.agents[exten].state

    def originate(self, *, inside_first: bool = True, ring: float = 20.0, call_time: float | None = None) -> Call:
        return self.dialler.originate(
            "101", OUTSIDE, inside_first=inside_first, ring=ring, line=LINE, call_time=call_time, done=self.done
        )

    def talking(self, *, inside_first: bool = True, call_time: float | None = None) -> Call:
        call = self.originate(inside_first=inside_first, call_time=call_time)
        self.pick_up(call, 2)
        return call

    def pick_up(self, call: Call, times: int = 1) -> None:
        for _ in range(times):
            self.centre.flow.answer(call)

    def internal(self, caller: str = "101", called: str = "102") -> Call:
        return self.dialler.internal(caller, called, ring=20.0, call_time=None, done=self.done)

    def link(self) -> Call:
        return self.dialler.link(OUTSIDE, OTHER, ring=20.0, line=LINE, call_time=None, done=self.done)

    def redirect(self, target: Target, number: str = OUTSIDE, call_time: float | None = None) -> Call:
        return self.dialler.redirect(number, target, ring=20.0, line=LINE, call_time=call_time, done=self.done)

    def run(self, seconds: float) -> None:
        self.centre.run_until(self.centre.now + seconds)


def test_inside_first_rings_the_extension_and_then_the_outside() -> None:
    desk = Desk()
    call = desk.originate()
    assert (desk.state("101"), [leg.party for leg in call.legs]) == (PhoneState.RINGING, ["101"])
    desk.pick_up(call)
    assert (desk.state("101"), [leg.party for leg in call.legs]) == (PhoneState.TALKING, ["101", OUTSIDE])
    assert (call.answered, desk.outcomes) == (None, [])
    desk.pick_up(call)
    assert call.answered == desk.centre.now
    assert desk.outcomes == [(call.id, Outcome.SUCCESS)]
    assert (call.kind, call.line, call.number, call.answered_by) == (CallKind.OUTGOING, LINE, f"0{OUTSIDE}", "101")


def test_outside_first_leaves_the_extension_alone_until_the_outside_has_answered() -> None:
    desk = Desk()
    call = desk.originate(inside_first=False)
    assert desk.state("101") is PhoneState.IDLE
    desk.pick_up(call)
    assert desk.state("101") is PhoneState.RINGING
    assert (Happened.OFFERED, "101") in desk.heard
    desk.pick_up(call)
    assert desk.state("101") is PhoneState.TALKING


def test_a_call_tells_its_moments_in_order_and_frees_the_agent_at_its_end() -> None:
    desk = Desk()
    call = desk.talking()
    assert desk.dialler.hang_up(call.id)
    desk.run(2)
    told = [(Happened.DIALLED_OUT, "101"), (Happened.ANSWERED, "101"), (Happened.ENDED, "101")]
    assert desk.heard == [*told, (Happened.RECORDED, "101")]
    assert (call.ending, desk.state("101")) == (Ending.COMPLETED, PhoneState.IDLE)
    assert [(leg.outcome, leg.ended) for leg in call.legs] == [("answered", call.ended)] * 2
    assert not desk.dialler.hang_up(call.id)


@pytest.mark.parametrize(
    ("prepare", "outcome"),
    [
        (lambda desk: desk.centre.flow.lose_phone(desk.centre.agents["101"]), Outcome.NO_REGISTRATION),
        (lambda desk: desk.centre.flow.call_out(desk.centre.agents["101"], OTHER, "", dials=0.0), Outcome.BUSY),
    ],
)
def test_a_phone_that_is_away_or_busy_is_not_rung(prepare: Callable[[Desk], object], outcome: Outcome) -> None:
    desk = Desk()
    prepare(desk)
    before = desk.state("101")
    call = desk.originate()
    assert (desk.outcomes, desk.state("101")) == ([], before)
    desk.run(1)
    assert desk.outcomes == [(call.id, outcome)]
    assert (call.ending, call.legs[0].outcome) == (Ending.UNANSWERED, outcome)


def test_an_extension_nobody_has_is_not_registered() -> None:
    desk = Desk()
    call = desk.internal(called="999")
    desk.pick_up(call)
    desk.run(1)
    assert desk.outcomes == [(call.id, Outcome.NO_REGISTRATION)]
    assert desk.state("101") is PhoneState.IDLE


def test_the_outside_answers_mostly_and_otherwise_in_every_other_way() -> None:
    counted: dict[Outcome, int] = {}
    desk = Desk()
    for _ in range(300):
        desk.redirect(Target("ivr", "ana.menu"))
        desk.run(120)
    for _, outcome in desk.outcomes:
        counted[outcome] = counted.get(outcome, 0) + 1
    assert set(counted) == {Outcome.SUCCESS, Outcome.NO_ANSWER, Outcome.BUSY, Outcome.REJECTED}
    assert counted[Outcome.SUCCESS] > 200
    waits = [leg.answered - leg.at for call in desk.centre.ledger.calls for leg in call.legs if leg.answered]
    assert (min(waits) >= 5, max(waits) <= 15) == (True, True)


def test_nobody_rings_longer_than_was_ordered() -> None:
    desk = Desk()
    for _ in range(40):
        desk.originate(inside_first=False, ring=7.0)
        desk.run(4000)
    legs = [leg for call in desk.centre.ledger.calls for leg in call.legs]
    assert all((leg.answered or leg.ended or 0.0) - leg.at <= 7.0 for leg in legs)
    assert Outcome.NO_ANSWER in {outcome for _, outcome in desk.outcomes}


def test_a_call_is_cut_when_its_time_is_over_in_whatever_stage() -> None:
    desk = Desk()
    talking = desk.talking(call_time=30.0)
    desk.run(29)
    assert talking.ended is None
    desk.run(1)
    assert (talking.ended, desk.state("101")) == (START + 30, PhoneState.IDLE)
    desk.run(60)
    ringing = desk.originate(call_time=1.0)
    desk.run(1)
    assert (ringing.ending, desk.outcomes[-1]) == (Ending.UNANSWERED, (ringing.id, Outcome.UNKNOWN))
    assert desk.state("101") is PhoneState.IDLE


def test_a_phone_that_drops_off_ends_what_it_talks_on_and_fails_what_rings() -> None:
    desk = Desk()
    ringing = desk.originate()
    desk.centre.flow.lose_phone(desk.centre.agents["101"])
    assert desk.outcomes == [(ringing.id, Outcome.NO_REGISTRATION)]
    desk.centre.flow.regain_phone(desk.centre.agents["101"])
    talking = desk.talking()
    desk.centre.flow.lose_phone(desk.centre.agents["101"])
    assert (talking.ending, desk.state("101")) == (Ending.COMPLETED, PhoneState.OFFLINE)


def test_two_extensions_talk_with_each_other() -> None:
    desk = Desk()
    call = desk.internal()
    desk.pick_up(call)
    assert (desk.state("101"), desk.state("102")) == (PhoneState.TALKING, PhoneState.RINGING)
    desk.pick_up(call)
    assert desk.state("102") is PhoneState.TALKING
    assert (call.kind, call.caller_exten, call.dialled_exten, call.answered_by) == (
        CallKind.INTERNAL,
        "101",
        "102",
        "102",
    )
    desk.dialler.hang_up(call.id)
    assert {desk.state("101"), desk.state("102")} == {PhoneState.IDLE}


def test_two_outside_numbers_are_linked_without_any_phone_of_ours() -> None:
    desk = Desk()
    call = desk.link()
    desk.pick_up(call, 2)
    assert [leg.party for leg in call.legs] == [OUTSIDE, OTHER]
    assert (call.kind, call.answered_by, desk.outcomes) == (CallKind.LINK, "", [(call.id, Outcome.SUCCESS)])
    desk.run(3000)
    assert call.ending is Ending.COMPLETED


def test_a_redirected_number_waits_in_the_queue_under_the_same_id_and_is_served() -> None:
    desk = Desk(agents=1)
    desk.centre.desk.set_pause("101", "Satış", paused=True, reason="")
    call = desk.redirect(Target("queue", "Satış"))
    desk.pick_up(call)
    assert desk.outcomes == [(call.id, Outcome.SUCCESS)]
    truth = board(desk.centre, desk.centre.now, desk.centre.now)["queues"]
    assert [caller["id"] for caller in truth[0]["callers"]] == [call.id]  # type: ignore[index]
    desk.centre.desk.set_pause("101", "Satış", paused=False, reason="")
    desk.pick_up(call)
    assert (call.answered_by, desk.state("101")) == ("101", PhoneState.TALKING)
    desk.run(10)
    desk.dialler.hang_up(call.id)
    assert (desk.centre.queues["Satış"].completed, call.legs[0].ended) == (1, call.ended)


def test_a_redirected_caller_is_cut_in_the_queue_too() -> None:
    desk = Desk(agents=1)
    desk.centre.desk.set_pause("101", "Satış", paused=True, reason="")
    call = desk.redirect(Target("queue", "Satış"), call_time=5.0)
    desk.pick_up(call)
    desk.run(5)
    assert (call.ending, desk.centre.queues["Satış"].abandoned) == (Ending.ABANDONED, 1)


@pytest.mark.parametrize("kind", ["ivr", "announcement"])
def test_a_menu_or_an_announcement_is_played_to_its_end(kind: str) -> None:
    desk = Desk()
    call = desk.redirect(Target(kind, "duyuru"))
    desk.pick_up(call)
    assert [kind for kind, _ in desk.heard] == [Happened.DIALLED_OUT, Happened.ANSWERED, Happened.MENU]
    desk.run(60)
    assert (call.ending, call.played) == (Ending.COMPLETED, (kind, "duyuru"))


def test_a_queue_nobody_knows_fails_the_redirect() -> None:
    desk = Desk()
    call = desk.redirect(Target("queue", "Yok"))
    desk.pick_up(call)
    assert (desk.outcomes, call.ending) == ([(call.id, Outcome.FAILED)], Ending.UNANSWERED)


def test_a_number_that_serves_a_queue_is_not_rung_for_its_own_call() -> None:
    desk = Desk(agents=1)
    desk.centre.flow.lose_phone(desk.centre.agents["101"])
    desk.centre.desk.add_member(OUTSIDE, "Satış", penalty=1, external=True)
    call = desk.redirect(Target("queue", "Satış"))
    desk.pick_up(call)
    assert (call.waiting, call.offers) == (True, [])
    desk.dialler.hang_up(call.id)
    assert desk.state(OUTSIDE) is PhoneState.IDLE


@pytest.mark.parametrize("given", [OUTSIDE, f"0{OUTSIDE}", f"90{OUTSIDE}"])
def test_an_outside_number_is_shown_the_same_however_it_is_given(given: str) -> None:
    assert Desk().redirect(Target("ivr", "ana.menu"), number=given).number == f"0{OUTSIDE}"


def test_a_ringing_phone_stops_when_the_call_is_hung_up() -> None:
    desk = Desk()
    call = desk.originate()
    desk.dialler.hang_up(call.id)
    assert (desk.state("101"), call.legs[0].outcome) == (PhoneState.IDLE, "caller_left")
    assert desk.outcomes == [(call.id, Outcome.UNKNOWN)]
    desk.run(60)
    assert len(desk.outcomes) == 1


def test_muting_one_side_and_then_all_and_giving_one_back() -> None:
    desk = Desk()
    call = desk.talking()
    for direction, state, muted in (("in", "mute", {"in"}), ("all", "mute", {"in", "out"}), ("in", "unmute", {"out"})):
        assert desk.dialler.mute(call.id, direction, state)
        assert call.muted == muted
    assert not desk.dialler.mute("sip3-1.1", "all", "mute")


def test_a_conversation_from_a_queue_moves_to_another_extension_and_counts_once() -> None:
    desk = Desk()
    queue = desk.centre.queues["Satış"]
    call = desk.centre.flow.arrive_in_queue(queue, f"0{OUTSIDE}", "", patience=600.0, held=False)
    desk.pick_up(call)
    first = call.answered_by
    other = next(exten for exten in ("101", "102", "103") if exten != first)
    desk.run(5)
    assert desk.dialler.transfer(call.id, other, attended=False) is Moved.DONE
    assert (desk.state(first), desk.state(other), queue.completed) == (PhoneState.IDLE, PhoneState.RINGING, 1)
    desk.pick_up(call)
    assert (desk.state(other), call.transferred_to, call.ended) == (PhoneState.TALKING, other, None)
    truth = board(desk.centre, desk.centre.now, desk.centre.now)["queues"]
    assert truth[0]["talking"] == 0  # type: ignore[index]
    desk.run(4000)
    assert (call.ending, queue.completed, desk.state(other)) == (Ending.COMPLETED, 1, PhoneState.IDLE)


def test_a_blind_transfer_nobody_takes_ends_the_call() -> None:
    desk = Desk()
    call = desk.talking()
    desk.dialler.transfer(call.id, "102", attended=False)
    desk.centre.flow.lose_phone(desk.centre.agents["102"])
    assert (call.ending, [leg.outcome for leg in call.legs][-1]) == (Ending.COMPLETED, Outcome.NO_REGISTRATION)


def test_an_attended_transfer_keeps_the_agent_until_the_other_has_answered() -> None:
    desk = Desk()
    call = desk.talking(inside_first=False)
    assert desk.dialler.transfer(call.id, "102", attended=True) is Moved.DONE
    assert (desk.state("101"), desk.state("102")) == (PhoneState.TALKING, PhoneState.RINGING)
    desk.centre.flow.lose_phone(desk.centre.agents["102"])
    assert (call.ended, desk.state("101")) == (None, PhoneState.TALKING)
    assert desk.dialler.transfer(call.id, "103", attended=True) is Moved.DONE
    desk.pick_up(call)
    assert (desk.state("101"), desk.state("103")) == (PhoneState.IDLE, PhoneState.TALKING)


def test_a_moved_call_can_be_moved_on_to_an_outside_number() -> None:
    desk = Desk()
    call = desk.talking()
    desk.dialler.transfer(call.id, "102", attended=False)
    desk.pick_up(call)
    desk.dialler.transfer(call.id, f"0{OTHER}", attended=False)
    assert desk.state("102") is PhoneState.IDLE
    desk.pick_up(call)
    assert (call.transferred_to, desk.state("101")) == (f"0{OTHER}", PhoneState.IDLE)


def test_what_cannot_be_moved_stays_as_it_is() -> None:
    desk = Desk()
    ringing = desk.internal("102", "103")
    assert desk.dialler.transfer(ringing.id, "101", attended=False) is Moved.NOT_TALKING
    desk.dialler.hang_up(ringing.id)
    call = desk.talking()
    desk.centre.flow.lose_phone(desk.centre.agents["103"])
    desk.centre.flow.call_out(desk.centre.agents["102"], OTHER, "", dials=0.0)
    assert desk.dialler.transfer("sip3-1.1", "102", attended=False) is Moved.NO_CALL
    assert desk.dialler.transfer(call.id, "102", attended=True) is Moved.INSIDE_FIRST
    assert desk.dialler.transfer(call.id, "102", attended=False) is Moved.BUSY
    assert desk.dialler.transfer(call.id, "103", attended=False) is Moved.NO_REGISTRATION
    assert desk.dialler.transfer(call.id, "999", attended=False) is Moved.NO_REGISTRATION
    assert (desk.state("101"), call.transferred_to) == (PhoneState.TALKING, "")


def _order(centre: CallCentre, dialler: Dialler, rng: random.Random, told: list[tuple[str, Outcome]]) -> Call | None:
    """One random order, as a careless program would give it."""

    def done(call: Call, outcome: Outcome) -> None:
        told.append((call.id, outcome))

    exten, other = (rng.choice([*centre.agents, "999"]) for _ in range(2))
    number = f"555000{rng.randrange(10_000):04d}"
    call_time = rng.choice((None, None, rng.uniform(1, 300)))
    live = rng.choice(list(centre.floor.live)) if centre.floor.live else "sip3-1.1"
    common = {"ring": rng.choice((5.0, 20.0)), "call_time": call_time, "done": done}
    match rng.randrange(7):
        case 0:
            return dialler.originate(exten, number, inside_first=rng.random() < 0.5, line=LINE, **common)  # type: ignore[arg-type]
        case 1:
            return dialler.internal(exten, other, **common)  # type: ignore[arg-type]
        case 2:
            return dialler.link(number, "5550009999", line=LINE, **common)  # type: ignore[arg-type]
        case 3:
            target = Target(rng.choice(("queue", "ivr")), rng.choice([*centre.queues, "Yok"]))
            return dialler.redirect(number, target, line=LINE, **common)  # type: ignore[arg-type]
        case 4:
            dialler.hang_up(live)
        case 5:
            dialler.mute(live, rng.choice(("all", "in", "out")), rng.choice(("mute", "unmute")))
        case _:
            dialler.transfer(live, rng.choice((exten, number)), attended=rng.random() < 0.5)
    return None


@pytest.mark.parametrize("seed", range(20))
def test_orders_mixed_into_a_day_keep_every_rule_of_a_call_centre(seed: int) -> None:
    centre = CallCentre(Plan(seed=seed), START)
    dialler, rng = Dialler(centre.floor, centre.flow), random.Random(seed)
    told: list[tuple[str, Outcome]] = []
    placed: list[Call] = []
    while centre.now < START + DAY / 4:
        centre.run_until(centre.now + rng.expovariate(1 / 40))
        if call := _order(centre, dialler, rng, told):
            placed.append(call)
    centre.run_until(centre.now + 1)
    for call in tuple(centre.floor.live.values()):
        dialler.hang_up(call.id)
    _assert_one_call_a_phone(centre)
    _assert_times_in_order(centre)
    _assert_counters_follow_calls(centre)
    assert sorted(call_id for call_id, _ in told) == sorted(call.id for call in placed)
    assert {call.kind for call in placed} == {
        CallKind.OUTGOING,
        CallKind.INTERNAL,
        CallKind.LINK,
        CallKind.REDIRECT,
    }
    assert all(agent.call is None or agent.call.ended is None for agent in centre.agents.values())
    assert all(leg.ended is not None for call in placed if call.ended for leg in call.legs)


def test_the_same_orders_on_the_same_seed_come_out_the_same() -> None:
    def story() -> list[tuple[str, Outcome]]:
        centre, rng, told = CallCentre(Plan(seed=4), START), random.Random(4), []
        dialler = Dialler(centre.floor, centre.flow)
        while centre.now < START + 1800:
            centre.run_until(centre.now + 30)
            _order(centre, dialler, rng, told)
        return told

    assert story() == story()
