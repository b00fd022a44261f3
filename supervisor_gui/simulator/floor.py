"""The shared ground of the model: time, people, queues, the ledger and who is told of what happens. No behaviour."""

from collections.abc import Callable
from enum import StrEnum

import msgspec

from supervisor_gui.simulator.habits import Habits
from supervisor_gui.simulator.ledger import Ledger
from supervisor_gui.simulator.timeline import Timeline
from supervisor_gui.simulator.world import Agent, Call, CallKind, Queue


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What kind of call centre to build.

    Attributes:
        load: Calls an hour in the busiest hour; None for what keeps the agents busy; 0 for a still world in which
            nothing happens by itself.
        lines: The numbers customers dial.
    """

    queues: int = 4
    agents: int = 20
    load: float | None = None
    seed: int = 1
    lines: tuple[str, ...] = ("8501110000", "3121110000")

    @property
    def busy_load(self) -> float:
        """The load in calls an hour, the default filled in."""
        return self.load if self.load is not None else self.agents * 14.0


class Happened(StrEnum):
    """The moments of a call that others may hear of."""

    ARRIVED = "arrived"
    MENU = "menu"
    KEY = "key"
    QUEUED = "queued"
    OFFERED = "offered"
    ANSWERED = "answered"
    LEFT_QUEUE = "left_queue"
    DIALLED_OUT = "dialled_out"
    ENDED = "ended"
    RECORDED = "recorded"


class Happening(msgspec.Struct, frozen=True):
    """One moment of one call; `call` is as it is at that moment, so listeners read it at once."""

    kind: Happened
    at: float
    call: Call
    exten: str = ""


Listener = Callable[[Happening], None]

SHORT_NUMBER = 10
LONGEST_EXTENSION = 6


def outside(party: str) -> bool:
    """Whether a number is no extension."""
    return len(party) > LONGEST_EXTENSION


class Floor:
    """Everything the parts of the model share.

    Attributes:
        start: Simulated time in epoch seconds at which it all began.
        live: The calls that have not ended, by id.
    """

    def __init__(self, plan: Plan, start: float, habits: Habits) -> None:
        self.plan = plan
        self.start = start
        self.timeline = Timeline(start)
        self.habits = habits
        self.ledger = Ledger()
        self.queues: dict[str, Queue] = {}
        self.agents: dict[str, Agent] = {}
        self.live: dict[str, Call] = {}
        self.listeners: list[Listener] = []
        self._calls = 0

    @property
    def now(self) -> float:
        """Simulated time in epoch seconds."""
        return self.timeline.now

    def new_call(self, kind: CallKind, number: str, name: str, *, line: str = "") -> Call:
        """A call that begins now, written into the ledger.

        Args:
            line: The line it goes over; empty to draw one.
        """
        self._calls += 1
        lines = self.plan.lines
        dialled = line or (lines[0] if self.habits.rng.random() < 0.7 else lines[-1])
        call = Call(f"sip3-{int(self.now)}.{self._calls}", kind, number, name, dialled, self.now, sequence=self._calls)
        self.ledger.calls.append(call)
        self.live[call.id] = call
        return call

    def phone(self, party: str) -> Agent | None:
        """The telephone of an extension, or of an outside number that serves queues; None for any other party."""
        return self.agents.get(party) or (self.agents.get(party[-SHORT_NUMBER:]) if outside(party) else None)

    def tell(self, kind: Happened, call: Call, exten: str = "") -> None:
        """Let the listeners know."""
        if self.listeners:
            happening = Happening(kind, self.now, call, exten)
            for listener in self.listeners:
                listener(happening)

    def note_state(self, agent: Agent) -> None:
        """Write what the agent's telephone does into the ledger."""
        self.ledger.note_state(self.now, agent)
