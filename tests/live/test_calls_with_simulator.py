"""Running calls as the simulator's own model lives them: our orders find their calls, and a whole day is told right."""

import random
from collections.abc import Callable
from datetime import date

import pytest

from supervisor_gui.clock import Clock
from supervisor_gui.live.call_commands import Bridge, CallInto, Dial, DialExtension, StartCommand
from supervisor_gui.live.call_keeper import CallKeeper
from supervisor_gui.live.calls import call_key
from supervisor_gui.live.commands import Outcome
from supervisor_gui.live.live_calls import CallDirection, CallState
from supervisor_gui.netsantral.codec_events import decode_event, read_frame
from supervisor_gui.netsantral.types import TargetKind
from supervisor_gui.netsantral.types_calls import FirstRung
from supervisor_gui.simulator.dialling import Dialler, Target
from supervisor_gui.simulator.event_frames import EventFrames
from supervisor_gui.simulator.floor import Happening, Plan
from supervisor_gui.simulator.model import CallCentre
from supervisor_gui.simulator.wire_json import encode
from supervisor_gui.simulator.world import Call
from tests.helpers.whole_day import LINE, WholeDay
from tests.helpers.wire_server import ACCOUNT
from tests.live.boards import NOON
from tests.live.call_samples import order

NUMBER, OTHER = "5550001122", "5550003344"
MADE = {"ring": 20.0, "call_time": None, "done": lambda _call, _outcome: None}
DAY = date(2025, 3, 4)

DIRECTIONS = {
    "queue": CallDirection.INCOMING,
    "direct": CallDirection.INCOMING,
    "outgoing": CallDirection.OUTGOING,
    "internal": CallDirection.INTERNAL,
    "link": CallDirection.OUTGOING,
    "redirect": CallDirection.OUTGOING,
}
"""By the kind of a call nobody here ordered; of one that no extension made only the way out is seen."""


class Desk:
    """A still call centre whose events a keeper hears."""

    def __init__(self, seed: int) -> None:
        self.centre = CallCentre(Plan(agents=3, queues=1, load=0.0, seed=seed), NOON)
        self.dialler = Dialler(self.centre.floor, self.centre.flow)
        self.keeper = CallKeeper(Clock(wall=lambda: self.centre.now))
        self.keeper.set_stream(True)
        self._frames = EventFrames(random.Random(seed))
        self.centre.listen(self._hear)

    def _hear(self, happening: Happening) -> None:
        event = decode_event(read_frame(encode(self._frames.frame(happening, ACCOUNT))))
        assert event is not None
        self.keeper.take_event(event, happening.at)

    def originate(self, command: Dial) -> Call:
        inside = command.first is FirstRung.INSIDE
        return self.dialler.originate(command.extension, command.number, inside_first=inside, line=LINE, **MADE)  # type: ignore[arg-type]

    def internal(self, command: DialExtension) -> Call:
        return self.dialler.internal(command.extension, command.called, **MADE)  # type: ignore[arg-type]

    def link(self, command: Bridge) -> Call:
        second = command.first is FirstRung.OUTSIDE
        return self.dialler.link(command.caller, command.called, line=LINE, second_first=second, **MADE)  # type: ignore[arg-type]

    def redirect(self, command: CallInto) -> Call:
        target = Target(command.kind.value, command.target)
        return self.dialler.redirect(command.number, target, line=LINE, prefix=command.prefix, **MADE)  # type: ignore[arg-type]


QUEUE = next(iter(CallCentre(Plan(agents=3, queues=1, load=0.0), NOON).queues))
ORDERS: list[tuple[StartCommand, Callable[..., Call], CallDirection]] = [
    (Dial("101", NUMBER, LINE), Desk.originate, CallDirection.OUTGOING),
    (Dial("101", NUMBER, LINE, FirstRung.OUTSIDE), Desk.originate, CallDirection.OUTGOING),
    (DialExtension("101", "102"), Desk.internal, CallDirection.INTERNAL),
    (Bridge(NUMBER, OTHER, LINE), Desk.link, CallDirection.BRIDGE),
    (Bridge(NUMBER, OTHER, LINE, FirstRung.OUTSIDE), Desk.link, CallDirection.BRIDGE),
    (CallInto(NUMBER, QUEUE, TargetKind.QUEUE, LINE, "77"), Desk.redirect, CallDirection.OUTGOING),
    (CallInto(NUMBER, "Duyuru", TargetKind.ANNOUNCEMENT, LINE), Desk.redirect, CallDirection.OUTGOING),
]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(("command", "make", "direction"), ORDERS)
def test_an_order_finds_its_call_and_follows_it_to_its_end(command, make, direction, seed):
    desk = Desk(seed)
    desk.keeper.take_order(order(command))
    call = make(desk, command)
    desk.keeper.take_order(order(command, Outcome.DONE))
    seen: dict[CallState, str] = {}
    until = NOON
    while call.ended is None:
        [(key, row)] = desk.keeper.calls.live.items()
        assert (key, row.order, row.call, row.direction) == ("order-1", 1, call.id, direction)
        if not isinstance(command, CallInto):
            assert (row.state is CallState.TALKING) == (call.answered is not None)
        seen[row.state] = row.extension
        until += 1
        desk.centre.run_until(until)
    assert not desk.keeper.calls.live
    [ended] = desk.keeper.calls.ended
    assert ended.answered == (call.answered or 0.0)
    if call.answered and direction is CallDirection.OUTGOING:
        assert seen[CallState.TALKING] == call.answered_by


@pytest.mark.parametrize("seed", [1, 2])
def test_with_every_event_in_order_a_whole_day_is_shown_as_it_was(seed):
    day = WholeDay(seed, DAY)
    truth = {call_key(str(call["id"])): call for call in day.calls}
    now = [0.0]
    keeper = CallKeeper(Clock(wall=lambda: now[0]))
    keeper.set_stream(True)
    for event in day.events:
        now[0] = event.at or now[0]
        keeper.take_event(event, now[0])
        for key, call in keeper.calls.live.items():
            told = truth[key]
            # Events tell milliseconds.
            assert told["ended"] is None or told["ended"] >= now[0] - 0.002
            assert call.direction is DIRECTIONS[told["kind"]]
            talks = told["answered"] is not None and told["answered"] <= now[0] + 0.002
            assert (call.state is CallState.TALKING) == talks or told["kind"] == "redirect" or told["transferred"]
            if talks and told["transferred"] is None and told["kind"] != "internal" and told["answered_by"]:
                assert call.extension in (told["answered_by"], "")
        due = {
            key for key, call in truth.items() if call["arrived"] <= now[0] - 0.002 and _lasts(call["ended"], now[0])
        }
        assert due <= keeper.calls.live.keys()


def _lasts(ended: float | None, now: float) -> bool:
    return ended is None or ended > now + 0.002
