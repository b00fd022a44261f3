"""What truly happened, written by the model as it happens. It never looks at what the faces answered."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import chain
from operator import attrgetter
from typing import Generic, TypeVar

import msgspec

from supervisor_gui.simulator.world import Agent, Call, Member, PhoneState, Queue


class StateChange(msgspec.Struct, frozen=True):
    """A telephone changed what it does."""

    at: float
    exten: str
    state: PhoneState


class MemberChange(msgspec.Struct, frozen=True):
    """A membership began, changed its break, or ended."""

    at: float
    exten: str
    queue: str
    present: bool
    dynamic: bool
    penalty: int
    paused: bool
    reason: str


class CounterChange(msgspec.Struct, frozen=True):
    """The PBX's counters of a queue after a change."""

    at: float
    queue: str
    completed: int
    abandoned: int
    holdtime: int
    talktime: int


Timed = TypeVar("Timed", StateChange, MemberChange, CounterChange)


class _Track(Generic[Timed]):
    """The changes of one thing in order of time."""

    __slots__ = ("changes",)

    def __init__(self) -> None:
        self.changes: list[Timed] = []

    def at(self, when: float) -> Timed | None:
        place = bisect_right(self.changes, when, key=attrgetter("at"))
        return self.changes[place - 1] if place else None

    def forget_before(self, when: float) -> None:
        place = bisect_right(self.changes, when, key=attrgetter("at"))
        del self.changes[: max(place - 1, 0)]


class Ledger:
    """Every call, and the tracks of every telephone, membership and counter.

    Attributes:
        calls: In order of arrival.
        earlier: Calls from before this ledger began, likewise; they have no running numbers in it.
    """

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.earlier: list[Call] = []
        self.states: list[StateChange] = []
        self.memberships: list[MemberChange] = []
        self._state: defaultdict[str, _Track[StateChange]] = defaultdict(_Track)
        self._member: defaultdict[tuple[str, str], _Track[MemberChange]] = defaultdict(_Track)
        self._counter: defaultdict[str, _Track[CounterChange]] = defaultdict(_Track)

    def note_state(self, at: float, agent: Agent) -> None:
        """Write the telephone's state when it differs from the last one written."""
        track = self._state[agent.exten]
        state = agent.state
        if not track.changes or track.changes[-1].state is not state:
            change = StateChange(at, agent.exten, state)
            track.changes.append(change)
            self.states.append(change)

    def note_member(self, at: float, member: Member, *, present: bool = True) -> None:
        """Write a membership as it is now."""
        change = MemberChange(
            at, member.exten, member.queue, present, member.dynamic, member.penalty, member.paused, member.reason
        )
        self._member[member.queue, member.exten].changes.append(change)
        self.memberships.append(change)

    def note_counters(self, at: float, queue: Queue) -> None:
        """Write a queue's counters as they are now."""
        self._counter[queue.name].changes.append(
            CounterChange(at, queue.name, queue.completed, queue.abandoned, queue.holdtime, queue.talktime)
        )

    def state_at(self, exten: str, when: float) -> PhoneState | None:
        """What a telephone did at a moment; None when it was not known yet."""
        change = self._state[exten].at(when) if exten in self._state else None
        return change.state if change else None

    def states_at(self, when: float) -> tuple[StateChange, ...]:
        """The last change of every telephone up to a moment."""
        return tuple(change for track in self._state.values() if (change := track.at(when)))

    def members_at(self, when: float) -> tuple[MemberChange, ...]:
        """Every membership that stood at a moment."""
        found = (track.at(when) for track in self._member.values())
        return tuple(change for change in found if change and change.present)

    def counters_at(self, when: float) -> tuple[CounterChange, ...]:
        """The counters of every queue at a moment."""
        return tuple(change for track in self._counter.values() if (change := track.at(when)))

    def waiting_at(self, when: float) -> tuple[Call, ...]:
        """The calls that stood in a queue at a moment, longest first."""
        found = [call for call in self.calls if _stood(call, when)]
        return tuple(sorted(found, key=lambda call: call.queued or 0.0))

    def arrived_between(self, start: float, end: float) -> list[Call]:
        """The calls that arrived from `start` on and before `end`."""
        return [*_arrived_between(self.earlier, start, end), *_arrived_between(self.calls, start, end)]

    def call_numbered(self, sequence: int) -> Call | None:
        """The call with a running number, the first one having 1."""
        return self.calls[sequence - 1] if 1 <= sequence <= len(self.calls) else None

    def forget_before(self, when: float) -> None:
        """Drop changes that only questions about moments before `when` would need; calls stay whole."""
        for tracks in (self._state, self._member, self._counter):
            for track in tracks.values():
                track.forget_before(when)
        self.states = [change for change in self.states if change.at >= when]
        self.memberships = [change for change in self.memberships if change.at >= when]

    def calls_between(self, start: float, end: float) -> tuple[Call, ...]:
        """The calls that lived at any moment from `start` to `end`."""
        everything = chain(self.earlier, self.calls)
        return tuple(call for call in everything if call.arrived <= end and (call.ended is None or call.ended >= start))


def _arrived_between(calls: list[Call], start: float, end: float) -> list[Call]:
    first = bisect_left(calls, start, key=attrgetter("arrived"))
    last = bisect_left(calls, end, key=attrgetter("arrived"))
    return calls[first:last]


def _stood(call: Call, when: float) -> bool:
    return call.queued is not None and call.queued <= when and (call.left_queue is None or call.left_queue > when)
