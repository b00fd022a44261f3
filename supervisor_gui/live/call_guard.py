"""Why a command about a call is refused before it is sent: what it lacks, and what was dialled just now. Pure."""

from collections.abc import Mapping

from supervisor_gui.live.call_commands import (
    Bridge,
    CallCommand,
    CallInto,
    Dial,
    DialExtension,
    HangUp,
    Mute,
    Transfer,
)
from supervisor_gui.live.calls import call_key
from supervisor_gui.live.numbers import party_key

Key = tuple[str, ...]


def key_of(command: CallCommand) -> Key:
    """What a command does and to whom, however that is written; two with the same key are the same wish."""
    match command:
        case Dial():
            return "start", command.extension, _party(command.number)
        case DialExtension():
            return "start", command.extension, _party(command.called)
        case Bridge():
            return "start", _party(command.caller), _party(command.called)
        case CallInto():
            return "start", "", _party(command.number)
        case HangUp():
            return "hang_up", call_key(command.call)
        case Mute():
            return "mute", call_key(command.call)
        case Transfer():
            return "transfer", call_key(command.call)


def right_of(command: CallCommand) -> str:
    """The policy's word for a command."""
    match command:
        case Dial() | DialExtension():
            return "dial"
        case Bridge() | CallInto():
            return "bridge"
        case HangUp():
            return "hang_up"
        case Mute():
            return "mute"
        case Transfer():
            return "transfer"


def missing(command: CallCommand) -> str:
    """A stable word for what a command lacks; empty when it is whole."""
    match command:
        case HangUp() | Mute() | Transfer():
            return "" if command.call else "no_id"
        case Dial() | DialExtension() if not command.extension:
            return "no_extension"
        case Dial() | Bridge() | CallInto() if not command.line:
            return "no_line"
        case _:
            return ""


def dialled_just_now(command: CallCommand, started: Mapping[Key, float], now: float, within: float) -> bool:
    """Whether the same call was asked for less than `within` seconds before `now` (monotonic seconds)."""
    at = started.get(key_of(command))
    return at is not None and now - at < within


def _party(text: str) -> str:
    return party_key(text) or text
