"""How auto-dial lists are worked off: pace, hours, retries and stop rules, on the model's own time."""

import random
from collections.abc import Iterable
from datetime import date, datetime, time
from itertools import pairwise
from typing import Any

import pytest

from supervisor_gui.simulator.autocall_dialler import AutocallDialler, CallReport
from supervisor_gui.simulator.autocall_lists import (
    TURKEY,
    AutocallLists,
    DialList,
    ListEnd,
    ListRules,
    NumberState,
    Wish,
)
from supervisor_gui.simulator.dialling import Dialler, Outcome
from supervisor_gui.simulator.floor import Plan
from supervisor_gui.simulator.model import CallCentre
from supervisor_gui.simulator.world import Call

HOUR, DAY = 3600.0, 86_400.0
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=TURKEY).timestamp()
OVER = {NumberState.SUCCESS, NumberState.FAILED}


class World:
    """A still call centre at a Turkish noon with a dialler for lists."""

    def __init__(self, *, seed: int = 1, agents: int = 3) -> None:
        self.centre = CallCentre(Plan(queues=1, agents=agents, load=0.0, seed=seed), NOON)
        self.lists = AutocallLists()
        self.reports: list[CallReport] = []
        dialler = Dialler(self.centre.floor, self.centre.flow)
        rng = random.Random(f"{seed} autocall")
        self.dialler = AutocallDialler(self.centre.floor, dialler, self.lists, report=self.reports.append, rng=rng)

    def start(self, count: int, **changes: Any) -> DialList:
        """A new list that is active at once."""
        listed = self.lists.create("8501110000", rules(**changes), wishes(count))
        self.dialler.activate(listed)
        return listed

    def run(self, seconds: float) -> None:
        self.centre.run_until(self.centre.now + seconds)

    @property
    def calls(self) -> list[Call]:
        return self.centre.ledger.calls

    def pause_everybody(self, *, paused: bool) -> None:
        for exten in self.centre.agents:
            self.centre.desk.set_pause(exten, "Satış", paused=paused, reason="")


def rules(**changes: Any) -> ListRules:
    values: dict[str, Any] = {
        "name": "Mart",
        "prefix": "",
        "dynamic": False,
        "first_day": date(2026, 3, 2),
        "last_day": date(2026, 3, 8),
        "opens": time(9),
        "closes": time(18),
        "retry_count": 1,
        "try_time": 5,
        "department": "Satış",
        "trunk": "3121110000",
        "target_kind": "queue",
        "target_name": "Satış",
    }
    return ListRules(**(values | changes))


def wishes(count: int) -> Iterable[Wish]:
    return [Wish(f"55500{place:05d}", f"Kişi {place}") for place in range(count)]


def moment(day: int, hour: int, minute: int = 0) -> float:
    return datetime(2026, 3, day, hour, minute, tzinfo=TURKEY).timestamp()


def test_a_fixed_list_ends_when_every_number_is_done() -> None:
    world = World()
    listed = world.start(20)
    world.run(5 * HOUR)
    assert {row.state for row in listed.numbers.values()} <= OVER
    assert (listed.active, listed.ended) == (False, ListEnd.DONE)
    assert world.centre.next_at() is None


def test_a_number_is_called_over_its_line_and_named_in_the_ledger() -> None:
    world = World()
    listed = world.start(2, prefix="101")
    second = list(listed.numbers.values())[1]
    second.trunk = "8501110000"
    world.run(60)
    assert [(call.name, call.dialled, call.list_id) for call in world.calls[:2]] == [
        ("Kişi 0", "3121110000", listed.id),
        ("Kişi 1", "8501110000", listed.id),
    ]
    assert world.calls[0].number == "10105550000000"
    assert second.call_ids[0] == world.calls[1].id


def test_a_number_that_fails_is_tried_again_after_its_minutes_and_not_too_often() -> None:
    world = World(agents=5)
    listed = world.start(60, retry_count=2, try_time=30)
    world.run(6 * HOUR)
    arrived = {call.id: call.arrived for call in world.calls}
    assert max(row.tries for row in listed.numbers.values()) > 1
    for row in listed.numbers.values():
        begun = [arrived[call] for call in row.call_ids]
        assert len(begun) == row.tries <= 3
        assert all(later - earlier >= 1800 for earlier, later in pairwise(begun))
        assert row.state is NumberState.SUCCESS or row.tries == 3


def test_every_call_is_reported_once_with_its_outcome() -> None:
    world = World()
    listed = world.start(20)
    world.run(5 * HOUR)
    assert sorted(report.call_id for report in world.reports) == sorted(call.id for call in world.calls)
    through = [report.row_id for report in world.reports if report.outcome is Outcome.SUCCESS]
    assert sorted(through) == [row.id for row in listed.numbers.values() if row.state is NumberState.SUCCESS]


def test_calls_are_made_within_the_hours_of_each_day_only() -> None:
    world = World(agents=1)
    world.start(40, opens=time(14), closes=time(14, 20), last_day=date(2026, 3, 4), retry_count=0)
    world.run(7 * DAY)
    days = [(moment(day, 14), moment(day, 14, 20)) for day in (2, 3, 4)]
    begun = [[call.arrived for call in world.calls if start <= call.arrived < end] for start, end in days]
    assert all(begun)
    assert sum(map(len, begun)) == len(world.calls)


def test_a_list_whose_days_are_over_stops() -> None:
    world = World()
    world.pause_everybody(paused=True)
    listed = world.start(3, last_day=date(2026, 3, 2))
    world.run(DAY)
    assert (listed.active, listed.ended, world.calls) == (False, ListEnd.DATES, [])
    assert world.centre.next_at() is None


@pytest.mark.parametrize(
    ("limit_type", "limit", "expected"), [(1, 0, 3), (1, 2, 5), (2, 2, 6), (3, 4, 4)], ids=["free", "sum", "times", "3"]
)
def test_as_many_calls_begin_at_once_as_the_limit_allows(limit_type: int, limit: int, expected: int) -> None:
    world = World(agents=3)
    world.start(20, limit_type=limit_type, limit=limit)
    world.run(1)
    assert len(world.calls) == expected


def test_a_limit_by_the_minute_holds_in_every_minute() -> None:
    world = World(agents=3)
    world.start(30, limit_type=3, limit=4, target_kind="ivr", target_name="anket")
    world.run(HOUR)
    begun = [call.arrived for call in world.calls]
    assert len(begun) >= 30
    assert all(later - earlier >= 60 for earlier, later in zip(begun, begun[4:], strict=False))


def test_without_a_free_agent_nobody_is_called() -> None:
    world = World()
    world.pause_everybody(paused=True)
    world.start(5)
    world.run(HOUR)
    assert world.calls == []
    world.pause_everybody(paused=False)
    world.run(60)
    assert world.calls


@pytest.mark.parametrize(
    ("stop_type", "stop_limit", "counted"),
    [
        (1, 10, {NumberState.SUCCESS}),
        (2, 25, {NumberState.SUCCESS}),
        (3, 3, {NumberState.FAILED}),
        (4, 10, {NumberState.FAILED}),
        (5, 12, OVER),
        (6, 30, OVER),
    ],
)
def test_a_stop_rule_ends_the_list(stop_type: int, stop_limit: int, counted: set[NumberState]) -> None:
    world = World(agents=2)
    ended_at: list[int] = []
    listed = world.start(40, stop_type=stop_type, stop_limit=stop_limit, retry_count=0)
    while listed.active:
        world.run(1)
        ended_at.append(sum(row.state in counted for row in listed.numbers.values()))
    needed = stop_limit if stop_type % 2 else stop_limit * 40 // 100
    assert listed.ended is ListEnd.RULE
    # Calls that come through within one second may go past the limit.
    assert needed <= ended_at[-1] <= needed + 2
    begun = len(world.calls)
    world.run(HOUR)
    assert len(world.calls) == begun < 40


def test_without_a_stop_rule_every_number_is_called() -> None:
    world = World()
    listed = world.start(40, stop_type=0, stop_limit=1, retry_count=0)
    world.run(6 * HOUR)
    assert listed.ended is ListEnd.DONE
    assert all(row.tries == 1 for row in listed.numbers.values())


def test_a_dynamic_list_stays_active_and_calls_what_is_added() -> None:
    world = World()
    listed = world.start(1, dynamic=True, retry_count=0)
    world.run(HOUR)
    assert (listed.active, len(world.calls)) == (True, 1)
    assert world.centre.next_at() is None
    assert world.dialler.add(listed, Wish("5550009999", ""))
    assert not world.dialler.add(listed, Wish("5550009999", ""))
    world.run(10)
    assert [call.number for call in world.calls] == ["05550000000", "05550009999"]


def test_a_number_waits_for_its_own_time() -> None:
    world = World()
    listed = world.start(0, dynamic=True)
    world.dialler.add(listed, Wish("5550009999", "", not_before=moment(2, 15, 30)))
    world.run(5 * HOUR)
    assert moment(2, 15, 30) <= world.calls[0].arrived < moment(2, 15, 31)


def test_a_passive_number_is_called_once_it_is_made_active() -> None:
    world = World()
    listed = world.start(0, dynamic=True, retry_count=0)
    world.dialler.add(listed, Wish("5550009999", "", active=False))
    world.run(HOUR)
    assert world.calls == []
    (row,) = listed.numbers.values()
    row.active = True
    world.dialler.changed(listed)
    world.run(10)
    assert len(world.calls) == 1


def test_a_list_switched_off_makes_no_further_call_and_goes_on_when_switched_on() -> None:
    world = World(agents=1)
    listed = world.start(10, retry_count=0)
    world.run(60)
    world.dialler.deactivate(listed)
    begun = len(world.calls)
    world.run(HOUR)
    assert 0 < len(world.calls) == begun < 10
    world.dialler.activate(listed)
    world.run(5 * HOUR)
    assert len(world.calls) == 10


def test_a_number_taken_out_while_it_is_called_does_not_come_back() -> None:
    world = World()
    listed = world.start(1, retry_count=3)
    world.run(1)
    listed.remove(*listed.numbers.values())
    world.dialler.changed(listed)
    world.run(5 * HOUR)
    assert len(world.calls) == 1
    assert (listed.active, listed.numbers) == (False, {})


def test_lists_that_were_never_switched_on_leave_the_world_still() -> None:
    world = World()
    world.lists.create("8501110000", rules(), wishes(5))
    assert world.centre.next_at() is None


def test_two_lists_share_the_agents_without_ringing_one_twice() -> None:
    world = World(agents=2)
    lists = [world.start(15), world.start(15, dynamic=True)]
    for _ in range(600):
        world.run(5)
        rung = [agent.call.id for agent in world.centre.agents.values() if agent.call]
        assert len(rung) == len(set(rung))
    assert all(row.tries for listed in lists for row in listed.numbers.values())


def test_a_seed_repeats_every_call() -> None:
    def story() -> list[tuple[object, ...]]:
        world = World(seed=7)
        world.start(25)
        world.run(4 * HOUR)
        return [(call.id, call.number, call.arrived, call.answered_by, call.ending) for call in world.calls]

    assert story() == story()
