"""What can happen to the board, each as a frozen item with its time. What follows from it is `reduce`'s."""

import msgspec

from supervisor_gui.live.commands import Command, Outcome
from supervisor_gui.live.limits import Limits
from supervisor_gui.netsantral.types import Event, QueueStatus


class Rules(msgspec.Struct, frozen=True):
    """What the reducer and the metrics go by: the user's limits, and whose board it is."""

    limits: Limits = Limits()
    account: str = ""


class Snapshot(msgspec.Struct, frozen=True):
    """A status answer.

    Attributes:
        asked_at: Epoch seconds at which it was asked for, or earlier.
        answered_at: Epoch seconds at which it came.
        status: The answer.
        whole: True when it covers every queue, so that what is missing is gone.
        queue: The queue that was asked for; empty when whole.
    """

    asked_at: float
    answered_at: float
    status: QueueStatus
    whole: bool = True
    queue: str = ""


class EventSeen(msgspec.Struct, frozen=True):
    """An event of the stream, received at epoch seconds `at`."""

    event: Event
    at: float


class IntentSent(msgspec.Struct, frozen=True):
    """A user's command was taken on at epoch seconds `at`."""

    command: Command
    at: float


class IntentAnswered(msgspec.Struct, frozen=True):
    """The PBX answered a command.

    Attributes:
        command: What was asked.
        at: Epoch seconds.
        ok: True when carried out, False when refused, None when no answer came and the board has to tell.
    """

    command: Command
    at: float
    ok: bool | None


class IntentEnded(msgspec.Struct, frozen=True):
    """A command came to its end at epoch seconds `at`."""

    command: Command
    at: float
    outcome: Outcome


class Midnight(msgspec.Struct, frozen=True):
    """The PBX's day changed; `at` is that midnight in epoch seconds, or any moment after it."""

    at: float


class QueueForgotten(msgspec.Struct, frozen=True):
    """The PBX says that this queue does not exist, or the user took it off the board."""

    name: str


class Resumed(msgspec.Struct, frozen=True):
    """The machine slept until epoch seconds `at`: nothing was seen meanwhile."""

    at: float


Item = Snapshot | EventSeen | IntentSent | IntentAnswered | IntentEnded | Midnight | QueueForgotten | Resumed
