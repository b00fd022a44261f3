"""Days before today: what the centre knows of them when it starts."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from supervisor_gui.simulator.earlier_days import earlier_days
from supervisor_gui.simulator.floor import Plan
from supervisor_gui.simulator.ledger import Ledger
from supervisor_gui.simulator.model import CallCentre, warmed
from supervisor_gui.simulator.options import SimulatorOptions, parse
from supervisor_gui.simulator.server import Simulator
from supervisor_gui.simulator.wire_dates import DAY, midnight
from supervisor_gui.simulator.world import PhoneState
from tests.simulator.asking import report, whole_day, yesterday
from tests.simulator.running import running

NOW = datetime(2026, 11, 25, 10, 30, tzinfo=UTC).timestamp()
DAYS = 3


@pytest.fixture(scope="module")
def centre() -> CallCentre:
    return warmed(Plan(agents=6, queues=2, load=60.0), NOW, DAYS)


def test_calls_begin_at_the_turkish_midnight_and_go_on_until_now(centre: CallCentre) -> None:
    midnight = datetime(2026, 11, 21, 21, 0, tzinfo=UTC).timestamp()
    arrivals = [call.arrived for call in centre.ledger.calls]
    assert midnight < arrivals[0] < midnight + 3600
    assert NOW - 1800 < arrivals[-1] <= NOW
    assert centre.now == NOW


def test_every_hour_of_every_day_has_calls(centre: CallCentre) -> None:
    hours = {int(call.arrived // 3600) for call in centre.ledger.calls}
    assert len(hours) == max(hours) - min(hours) + 1 == DAYS * 24 + 14


def test_calls_stay_whole_and_every_old_one_has_ended(centre: CallCentre) -> None:
    old = [call for call in centre.ledger.calls if call.arrived < NOW - 6 * 3600]
    assert all(call.ended is not None and call.ending is not None for call in old)
    assert all(call.offers[-1].outcome == "answered" for call in old if call.kind == "queue" and call.answered)
    assert [call.sequence for call in centre.ledger.calls] == list(range(1, len(centre.ledger.calls) + 1))


def test_what_is_true_now_is_known_of_every_telephone_queue_and_membership(centre: CallCentre) -> None:
    states = {change.exten: change.state for change in centre.ledger.states_at(NOW)}
    assert states == {agent.exten: agent.state for agent in centre.agents.values()}
    assert {change.queue for change in centre.ledger.counters_at(NOW)} == set(centre.queues)
    members = {(change.queue, change.exten) for change in centre.ledger.members_at(NOW - 3600)}
    assert members == {(queue.name, exten) for queue in centre.queues.values() for exten in queue.members}


def test_changes_of_long_ago_do_not_fill_the_memory(centre: CallCentre) -> None:
    assert min(change.at for change in centre.ledger.states) >= NOW - 3 * 3600
    assert centre.ledger.state_at("101", NOW - 2 * 3600) in set(PhoneState)


def test_a_seed_repeats_its_history() -> None:
    one, two = (warmed(Plan(agents=2, queues=1, load=10.0, seed=5), NOW, 1).ledger.calls for _ in range(2))
    assert [(call.id, call.ended, call.queue) for call in one] == [(call.id, call.ended, call.queue) for call in two]


def test_a_still_world_has_days_without_calls() -> None:
    still = warmed(Plan(agents=2, queues=1, load=0.0), NOW, 400)
    assert (still.now, still.ledger.calls) == (NOW, [])


def test_calls_are_found_by_number_only_when_there_are_such() -> None:
    assert Ledger().call_numbered(1) is None
    assert Ledger().call_numbered(0) is None
    assert Ledger().arrived_between(0.0, 1.0) == []


def test_the_days_can_be_ordered_at_the_start() -> None:
    options = parse(["--history-days", "30"])
    assert options is not None
    assert options.history_days == 30


async def test_records_of_every_day_can_be_had() -> None:
    async with running(agents=4, queues=1, load=30.0, history_days=2) as site:
        counts = [len(await report(site, **whole_day(yesterday(site, back)))) for back in (0, 1, 2)]
        assert all(count > 100 for count in counts[1:])
        earlier = whole_day(yesterday(site, 0) - timedelta(days=3))
        assert (await report(site, **earlier))["code"] == 40


def test_earlier_days_come_newest_first_each_with_calls_of_its_own_day_only() -> None:
    plan = Plan(agents=6, queues=2, load=60.0)
    made = list(earlier_days(plan, NOW, 2))
    assert [start for start, _ in made] == [midnight(NOW) - back * DAY for back in range(3)]
    for start, calls in made:
        assert calls
        assert all(start <= call.arrived < min(NOW, start + DAY) and call.ended is not None for call in calls)
    assert len({call.id for _, calls in made for call in calls}) == sum(len(calls) for _, calls in made)


def test_the_pbx_is_not_late_by_the_time_that_making_its_days_took() -> None:
    began = time.time()
    simulator = Simulator(SimulatorOptions(load=200.0, history_days=6), began)
    now = time.time()
    assert abs(now - simulator.engine.clock.now()) < (now - began) / 10
