"""What the PBX's answers and events mean, as frozen values. Nothing of how they are spelt on the wire."""

import enum

import msgspec

from supervisor_gui.netsantral.errors import PbxError


class AgentStatus(enum.Enum):
    """What an agent's phone does."""

    IDLE = "idle"
    RINGING = "ringing"
    TALKING = "talking"
    OFFLINE = "offline"
    OTHER = "other"


class Membership(enum.Enum):
    """How an extension came into a queue; only dynamic members can be removed over the API."""

    STATIC = "static"
    DYNAMIC = "dynamic"
    OTHER = "other"


class AgentRow(msgspec.Struct, frozen=True, gc=False):
    """One member of one queue.

    Attributes:
        extension: The extension, or the external number that is a member.
        status: What its phone does.
        status_word: The PBX's own word, for a status we do not know.
        membership: Static or dynamic.
        paused: Whether it is on break in this queue.
        reason: The break's reason as sent, empty if none.
    """

    extension: str
    status: AgentStatus
    status_word: str = ""
    membership: Membership = Membership.OTHER
    paused: bool = False
    reason: str = ""


class CallerRow(msgspec.Struct, frozen=True, gc=False):
    """One waiting caller: number (empty or a word when withheld) and seconds waited when the PBX answered."""

    number: str
    wait: float


class QueueRow(msgspec.Struct, frozen=True):
    """One queue in a status answer.

    Attributes:
        name: Short name, as commands want it.
        full_name: Name as the PBX gave it.
        agents: Members.
        callers: Waiting callers with a number of their own; withheld numbers merge into one.
        waiting: How many wait, withheld ones included.
        hold_time: Recent average wait in seconds, an exponential average (docs/metrics.md).
        talk_time: Recent average talk in seconds, likewise.
        completed: Calls whose conversation has ended, since the PBX's counters began.
        abandoned: Callers that left before an agent, likewise.
        damaged: Rows of this queue that could not be read.
    """

    name: str
    full_name: str
    agents: tuple[AgentRow, ...] = ()
    callers: tuple[CallerRow, ...] = ()
    waiting: int = 0
    hold_time: int = 0
    talk_time: int = 0
    completed: int = 0
    abandoned: int = 0
    damaged: int = 0


class QueueStatus(msgspec.Struct, frozen=True):
    """The answer to a queue-status request; `damaged` counts rows that could not be read at all."""

    pbx: str
    queues: tuple[QueueRow, ...]
    damaged: int = 0


class TargetKind(enum.Enum):
    """What a call is connected to once it is answered; nobody can be sent to `OTHER`."""

    QUEUE = "queue"
    IVR = "ivr"
    ANNOUNCEMENT = "announcement"
    OTHER = "other"


class CommandAnswer(msgspec.Struct, frozen=True):
    """A command that the PBX carried out, in the PBX's own words."""

    message: str
    crm_id: str = ""


class EventKind(enum.Enum):
    """What the event stream tells."""

    INBOUND = "inbound"
    OFFERED = "offered"
    OUTBOUND = "outbound"
    ANSWERED = "answered"
    ENDED = "ended"
    QUEUED = "queued"
    LEFT_QUEUE = "left_queue"
    MENU = "menu"
    KEY = "key"
    RECORD = "record"
    OTHER = "other"


class Event(msgspec.Struct, frozen=True):
    """One event of a call.

    Attributes:
        kind: What happened.
        call: The call's unique id as received; empty when the PBX left it out.
        at: Epoch seconds told by the PBX, None when it told none.
        extension: The extension concerned, empty if none.
        customer: The outside party's number as received.
        queue: Short queue name, empty if none.
        hold_time: Seconds in the queue before the answer, None if not told.
        talk_time: Seconds talked, None if not told.
        detail: Menu name, pressed key, or the unknown event's own word.
    """

    kind: EventKind
    call: str = ""
    at: float | None = None
    extension: str = ""
    customer: str = ""
    queue: str = ""
    hold_time: int | None = None
    talk_time: int | None = None
    detail: str = ""


class StreamState(enum.Enum):
    """The event stream's connection as the supervisor needs to know it."""

    OFF = "off"
    CONNECTING = "connecting"
    ON = "on"
    WAITING = "waiting"
    REFUSED = "refused"


class StreamChange(msgspec.Struct, frozen=True):
    """The stream's state changed.

    Attributes:
        state: The new state.
        retry_in: Seconds until the next try.
        problem: What broke it, in the outside world's words.
        error: The same for `explain`.
    """

    state: StreamState
    retry_in: float = 0.0
    problem: str = ""
    error: PbxError | None = None


class Credential(msgspec.Struct, frozen=True):
    """An account and its password; the password never shows in a repr."""

    account: str
    password: str

    def __repr__(self) -> str:
        return f"Credential(account={self.account!r}, password=***)"


class Endpoints(msgspec.Struct, frozen=True):
    """Where the PBX is: base URLs of call control and of the API."""

    pbx_url: str
    api_url: str
