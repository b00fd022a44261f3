"""What a user can ask of the PBX, and what became of it. Values only; `bus` sends them."""

import enum

import msgspec

from supervisor_gui.netsantral.errors import PbxError


class PauseAgent(msgspec.Struct, frozen=True, tag=True):
    """Put one extension on break in one queue."""

    extension: str
    queue: str
    reason: str


class ResumeAgent(msgspec.Struct, frozen=True, tag=True):
    """End one extension's break in one queue; `reason` is the break's last reason, sent along."""

    extension: str
    queue: str
    reason: str = ""


class AddAgent(msgspec.Struct, frozen=True, tag=True):
    """Add one extension to one queue; with a reason a pause follows by a second request."""

    extension: str
    queue: str
    penalty: int = 0
    paused: bool = False
    reason: str = ""


class RemoveAgent(msgspec.Struct, frozen=True, tag=True):
    """Take one extension out of one queue."""

    extension: str
    queue: str


class AddNumber(msgspec.Struct, frozen=True, tag=True):
    """Add one external number (10 digits) to one queue; penalty 1–10."""

    number: str
    queue: str
    penalty: int = 1


class RemoveNumber(msgspec.Struct, frozen=True, tag=True):
    """Take one external number out of one queue."""

    number: str
    queue: str


Command = PauseAgent | ResumeAgent | AddAgent | RemoveAgent | AddNumber | RemoveNumber


def target(command: Command) -> tuple[str, str]:
    """The (extension or number, queue) that `command` is about."""
    who = command.number if isinstance(command, AddNumber | RemoveNumber) else command.extension
    return who, command.queue


class Outcome(enum.Enum):
    """Where one command stands."""

    WAITING = "waiting"
    SENT = "sent"
    DONE = "done"
    REFUSED = "refused"
    CHECKING = "checking"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"


FINAL = frozenset({Outcome.DONE, Outcome.REFUSED, Outcome.UNKNOWN, Outcome.CANCELLED})


class TargetResult(msgspec.Struct, frozen=True):
    """One command of a batch.

    Attributes:
        command: What was asked.
        outcome: CHECKING: no answer came and the board is asked; UNKNOWN: the board could not tell either.
        error: The PBX's refusal or the transport's failure, None when all is well or nothing is known yet.
        refused_here: A stable word when we refused before sending: "busy" (same target pending), "policy", "password"
            (the PBX refused the credentials), "static", "limit_numbers", "limit_queues"; empty otherwise.
    """

    command: Command
    outcome: Outcome = Outcome.WAITING
    error: PbxError | None = None
    refused_here: str = ""


class Batch(msgspec.Struct, frozen=True):
    """One user's action on one or many targets.

    Attributes:
        id: Counts up within the program.
        action: pause, resume, add, remove, add_number, remove_number.
        results: One entry a command, in the order asked.
        started: Epoch seconds.
    """

    id: int
    action: str
    results: tuple[TargetResult, ...]
    started: float

    @property
    def finished(self) -> bool:
        """Whether every command has come to its end."""
        return all(result.outcome in FINAL for result in self.results)

    def count(self, *outcomes: Outcome) -> int:
        """How many commands stand at one of `outcomes`."""
        return sum(result.outcome in outcomes for result in self.results)
