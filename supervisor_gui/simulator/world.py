"""The things of a call centre: calls, agents, queues and who serves which. State only."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from supervisor_gui.simulator.timeline import Timer


class PhoneState(StrEnum):
    """What an agent's telephone is doing."""

    OFFLINE = "offline"
    IDLE = "idle"
    RINGING = "ringing"
    TALKING = "talking"


class CallKind(StrEnum):
    """How a call came to be."""

    QUEUE = "queue"
    DIRECT = "direct"
    OUTGOING = "outgoing"
    INTERNAL = "internal"
    LINK = "link"
    REDIRECT = "redirect"


class Ending(StrEnum):
    """How a call ended."""

    COMPLETED = "completed"
    ABANDONED = "abandoned"
    LEFT_MENU = "left_menu"
    UNANSWERED = "unanswered"


@dataclass(slots=True, eq=False)
class Offer:
    """One telephone that rang for a call.

    Attributes:
        outcome: "ringing", "answered", "no_answer", "caller_left" or "phone_lost".
    """

    exten: str
    at: float
    ended: float | None = None
    outcome: str = "ringing"


@dataclass(slots=True, eq=False)
class Leg:
    """One party that the PBX itself dialled for a call: by order, or to move the call there.

    Attributes:
        party: The extension or outside number as it was dialled.
        outcome: "ringing", "answered", "caller_left", or why it failed in the PBX's words.
        moved: When the call was moved to this party: before it rang, or when it had answered. None for all others.
    """

    party: str
    at: float
    answered: float | None = None
    ended: float | None = None
    outcome: str = "ringing"
    moved: float | None = None


class Steering(Protocol):
    """Whoever decides how a call goes on when it does not run through queue and agent by itself."""

    def pick_up(self) -> None:
        """The telephone that rings is picked up now."""

    def hang_up(self) -> None:
        """The call ends now, in whatever stage it is."""

    def phone_lost(self, agent: "Agent") -> None:
        """A telephone that takes part is gone."""


@dataclass(slots=True, eq=False)
class Call:
    """One call with every moment of its life in epoch seconds; what has not happened is None.

    Attributes:
        number: The other party as the PBX shows it; empty when withheld. The first one of two linked outside numbers.
        dialled: The line of the PBX the call goes over.
        held: Nobody is offered this call; it waits until its caller leaves.
        caller_exten: The agent who dialled, for a call from inside.
        legs: Who was dialled by order; the telephones a caller was offered to are in `offers`.
        dialled_exten: The second party of an internal or linked call.
        outside_first: By order the outside was rung before the inside.
        muted: Directions without sound: "in", "out".
        transferred_to: Where an order moved the call; the last one counts.
        transferred: When the one who had answered left because of the first such order.
        played: Kind and name of the menu or announcement a called number was put into.
        list_id: The automatic dialling list that made the call, 0 for none.
        steering: Who moves the call along; None for the flow of ordinary calls.
    """

    id: str
    kind: CallKind
    number: str
    name: str
    dialled: str
    arrived: float
    queue: str = ""
    queued: float | None = None
    left_queue: float | None = None
    offers: list[Offer] = field(default_factory=list)
    answered: float | None = None
    answered_by: str = ""
    ended: float | None = None
    ending: Ending | None = None
    held: bool = False
    ringing: "Agent | None" = None
    step: Timer | None = None
    patience: Timer | None = None
    sequence: int = 0
    caller_exten: str = ""
    legs: list[Leg] = field(default_factory=list)
    dialled_exten: str = ""
    outside_first: bool = False
    muted: frozenset[str] = frozenset()
    transferred_to: str = ""
    transferred: float | None = None
    played: tuple[str, str] = ("ivr", "")
    list_id: int = 0
    steering: Steering | None = None

    @property
    def line(self) -> str:
        """The number of the PBX the call goes over."""
        return self.dialled

    def open_offer(self, exten: str, at: float) -> None:
        """A telephone begins to ring."""
        self.offers.append(Offer(exten, at))

    def close_offer(self, at: float, outcome: str) -> None:
        """The telephone that rang stops."""
        self.offers[-1].ended, self.offers[-1].outcome = at, outcome

    @property
    def wait(self) -> float:
        """Seconds in the queue until answered or left, 0 without a queue."""
        return self.left_queue - self.queued if self.queued is not None and self.left_queue is not None else 0.0

    @property
    def moves(self) -> list[Leg]:
        """The parties an order moved the call to, answered or not, in order of time."""
        return [leg for leg in self.legs if leg.moved is not None]

    @property
    def silences(self) -> list[tuple[float, float]]:
        """When nobody talked after the first answer, because a party the call was moved to still rang."""
        return [(leg.moved or 0.0, leg.answered or leg.ended or leg.moved or 0.0) for leg in self.moves]

    @property
    def talk(self) -> float:
        """Seconds of conversation, 0 when there was none."""
        if self.answered is None or self.ended is None:
            return 0.0
        return self.ended - self.answered - sum(end - start for start, end in self.silences)

    @property
    def whole_talk(self) -> int:
        """Seconds of conversation between whole seconds, as the record and the events count."""
        if self.answered is None:
            return 0
        return int(self.ended or 0) - int(self.answered) - sum(int(end) - int(start) for start, end in self.silences)

    @property
    def waiting(self) -> bool:
        """Whether the caller stands in a queue now."""
        return self.queued is not None and self.left_queue is None


@dataclass(slots=True, eq=False)
class Member:
    """One agent's place in one queue.

    Attributes:
        penalty: Agents with a lower value are rung first.
        own_break: The pause was begun by the agent, who will also end it.
    """

    exten: str
    queue: str
    dynamic: bool
    penalty: int
    paused: bool = False
    reason: str = ""
    own_break: bool = False


@dataclass(slots=True, eq=False)
class Agent:
    """A telephone that can serve queues: an extension, or an outside number.

    Attributes:
        call: The call that rings or is being talked on.
        free_from: Not rung before this moment (wrap-up, or a rest after not answering).
        idle_since: End of the last conversation; the longest idle is rung first.
    """

    exten: str
    name: str
    idle_since: float
    external: bool = False
    registered: bool = True
    call: Call | None = None
    talking: bool = False
    free_from: float = 0.0
    members: dict[str, Member] = field(default_factory=dict)

    @property
    def state(self) -> PhoneState:
        """What the telephone is doing; wrap-up looks idle."""
        if self.call is not None:
            return PhoneState.TALKING if self.talking else PhoneState.RINGING
        return PhoneState.IDLE if self.registered else PhoneState.OFFLINE

    def available(self, now: float) -> bool:
        """Whether the telephone may be rung; breaks are per queue and not looked at."""
        return self.registered and self.call is None and self.free_from <= now


@dataclass(slots=True, eq=False)
class Queue:
    """A queue with its members, its waiting callers in order, and the PBX's counters.

    Attributes:
        holdtime, talktime: Running averages in whole seconds.
    """

    name: str
    members: dict[str, Member] = field(default_factory=dict)
    waiting: dict[str, Call] = field(default_factory=dict)
    completed: int = 0
    abandoned: int = 0
    holdtime: int = 0
    talktime: int = 0


def running_average(old: int, newest: int) -> int:
    """The PBX's average: three parts old, one part new, in whole seconds."""
    return (3 * old + newest) // 4
