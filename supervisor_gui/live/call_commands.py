"""What a user can ask of the PBX about calls, and what became of it. Values only; `call_bus` sends them."""

import msgspec

from supervisor_gui.live.commands import FINAL, Outcome
from supervisor_gui.netsantral.errors import PbxError
from supervisor_gui.netsantral.types import TargetKind
from supervisor_gui.netsantral.types_calls import CallOptions, FirstRung, MuteDirection

_USUAL = CallOptions()


class Dial(msgspec.Struct, frozen=True, tag=True):
    """Connect `extension` with the outside `number` over the line `line`."""

    extension: str
    number: str
    line: str
    first: FirstRung = FirstRung.INSIDE
    options: CallOptions = _USUAL


class DialExtension(msgspec.Struct, frozen=True, tag=True):
    """Connect `extension`, which rings first, with the extension `called`."""

    extension: str
    called: str
    options: CallOptions = _USUAL


class Bridge(msgspec.Struct, frozen=True, tag=True):
    """Connect two outside numbers; `caller` is called first unless `first` says otherwise."""

    caller: str
    called: str
    line: str
    first: FirstRung = FirstRung.INSIDE
    options: CallOptions = _USUAL


class CallInto(msgspec.Struct, frozen=True, tag=True):
    """Call an outside number and put it into a queue, a menu or an announcement; `prefix` stands on displays."""

    number: str
    target: str
    kind: TargetKind
    line: str
    prefix: str = ""
    options: CallOptions = _USUAL


class HangUp(msgspec.Struct, frozen=True, tag=True):
    """End the call with the unique id `call`, exactly as received."""

    call: str


class Mute(msgspec.Struct, frozen=True, tag=True):
    """Silence a call's side, or let it be heard again."""

    call: str
    muted: bool
    direction: MuteDirection = MuteDirection.ALL


class Transfer(msgspec.Struct, frozen=True, tag=True):
    """Hand a call over to `to`, an extension or an outside number; `attended`: after speaking with it."""

    call: str
    to: str
    attended: bool = False


StartCommand = Dial | DialExtension | Bridge | CallInto
SteerCommand = HangUp | Mute | Transfer
CallCommand = StartCommand | SteerCommand


class CallOrder(msgspec.Struct, frozen=True):
    """One command about a call, and where it stands.

    Attributes:
        id: Counts up within the program.
        command: What was asked.
        outcome: WAITING, SENT, DONE, REFUSED, UNKNOWN or CANCELLED. A start that was DONE may still ring: `call` or
            the event stream tells what follows.
        started: Epoch seconds at which it was asked.
        error: The PBX's refusal or the transport's failure; a call that came to nothing is a refusal too.
        refused_here: A stable word when we refused before sending: "busy" (the same is under way), "twice" (dialled a
            moment ago), "policy", "password", "no_extension", "no_line", "no_id", "inside_first", "not_dialable" (a
            number or an option that the PBX could not take); empty otherwise.
        call: The call's unique id as the PBX told it, empty until known.
    """

    id: int
    command: CallCommand
    outcome: Outcome = Outcome.WAITING
    started: float = 0.0
    error: PbxError | None = None
    refused_here: str = ""
    call: str = ""

    @property
    def finished(self) -> bool:
        """Whether it has come to its end."""
        return self.outcome in FINAL
