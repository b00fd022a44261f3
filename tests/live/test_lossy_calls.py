"""A simulated day whose events come with losses, twice and out of order: what is shown of calls against the ledger."""

import random
from collections.abc import Iterator
from datetime import date

import pytest

from supervisor_gui.clock import Clock
from supervisor_gui.live.call_keeper import CallKeeper
from supervisor_gui.live.calls import call_key
from supervisor_gui.live.items import EventSeen, Snapshot
from supervisor_gui.live.keeper import LiveBoard
from supervisor_gui.netsantral.types import (
    AgentRow,
    AgentStatus,
    CallerRow,
    Event,
    EventKind,
    Membership,
    QueueRow,
    QueueStatus,
)
from supervisor_gui.simulator.truth import board as true_board
from tests.helpers.whole_day import WholeDay

DAY = date(2025, 3, 4)
LOST, DOUBLED, LATE = 0.3, 0.05, 0.1
POLL, TICK = 30.0, 5.0
LONGEST = 15 * 60.0
STARTS = frozenset({EventKind.INBOUND, EventKind.OUTBOUND})
STATES = {state.value: state for state in AgentStatus}

Moment = tuple[float, int, Event | None]


def lossy(events: list[Event], rng: random.Random) -> Iterator[Moment]:
    """What arrives of the events, and when."""
    for place, event in enumerate(events):
        assert event.at is not None
        if rng.random() < LOST:
            continue
        for _ in range(2 if rng.random() < DOUBLED else 1):
            late = rng.uniform(0, 25) if rng.random() < LATE else rng.uniform(0, 2)
            yield event.at + late, place, event


def status(day: WholeDay, when: float) -> QueueStatus:
    """What the PBX would have answered at a moment."""
    truth = true_board(day.centre, when, when)
    rows = []
    for queue in truth["queues"]:
        name = queue["queue"]
        agents = tuple(
            AgentRow(
                extension=agent["exten"],
                status=STATES[agent["state"]],
                status_word="",
                membership=Membership.DYNAMIC,
                paused=place["paused"],
                reason=place["reason"],
            )
            for agent in truth["agents"]
            for place in agent["queues"]
            if place["queue"] == name
        )
        callers = tuple(CallerRow(number=caller["number"], wait=caller["wait"]) for caller in queue["callers"])
        rows.append(
            QueueRow(
                name=name,
                full_name=name,
                agents=agents,
                callers=callers,
                waiting=queue["waiting"],
                completed=queue["answered"],
                abandoned=queue["abandoned"],
                damaged=0,
            )
        )
    return QueueStatus(pbx="8501110000", queues=tuple(rows), damaged=0)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_call_is_shown_long_after_its_end_and_nearly_all_that_began_are(seed):
    day = WholeDay(seed, DAY)
    arrived = sorted(lossy(day.events, random.Random(seed)))
    now = [arrived[0][0]]
    live, keeper = LiveBoard(), CallKeeper(Clock(wall=lambda: now[0]))
    live.subscribe(keeper.take_board)
    keeper.set_stream(True)
    ends = {call_key(str(call["id"])): call["ended"] for call in day.calls}
    shown: set[str] = set()
    longest = 0.0
    last = max(float(end) for end in ends.values() if end is not None) + LONGEST + 60
    looks: list[Moment] = [
        (arrived[0][0] + TICK * step, -1, None) for step in range(int((last - arrived[0][0]) / TICK))
    ]
    polled = 0.0
    for now[0], _, event in sorted(arrived + looks, key=lambda moment: moment[:2]):
        if event is not None:
            live.apply(EventSeen(event=event, at=now[0]))
            keeper.take_event(event, now[0])
            shown |= keeper.calls.live.keys()
            continue
        if now[0] - polled >= POLL:
            polled = now[0]
            live.apply(Snapshot(asked_at=now[0], answered_at=now[0], status=status(day, now[0])))
        keeper.tick(now[0])
        for key in keeper.calls.live:
            if ends[key] is not None:
                longest = max(longest, now[0] - float(ends[key]))
    began = {call_key(event.call) for _, _, event in arrived if event is not None and event.kind in STARTS}
    assert longest <= LONGEST
    assert len(began & shown) >= 0.95 * len(began)
