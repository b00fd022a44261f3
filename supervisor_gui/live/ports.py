"""What the live rooms ask of a store: small protocols that `history` implements and tests can fill. No storage here."""

from collections.abc import Iterable
from typing import Protocol

import msgspec


class AuditRow(msgspec.Struct, frozen=True):
    """One action and how it ended.

    Attributes:
        at: Epoch seconds.
        who: The local user's name.
        account: The PBX account.
        action: pause, resume, add, remove, add_number, remove_number; of calls dial, dial_extension, bridge, call_into,
            hang_up, mute, unmute, blind_transfer, attended_transfer; with kept data listen, save_recording, export,
            unmask, look_up, delete_number; of auto-dial lists create_list, start_list, stop_list, add_list_numbers,
            change_list_number, replace_list_number, remove_list_number, do_not_call.
        extension, queue: The target pair (an external number stands as the extension). Of a call: who is rung for it,
            or whom it is handed to.
        detail: Reason, penalty; of a call the number called, or the call's id; of a number its last two digits.
        outcome: done, refused, unknown, cancelled.
        words: The PBX's own words or ours.
    """

    at: float
    who: str
    account: str
    action: str
    extension: str
    queue: str
    detail: str = ""
    outcome: str = ""
    words: str = ""


class MinuteSample(msgspec.Struct, frozen=True):
    """One queue in one minute: the last state seen in it. `minute` is epoch seconds // 60."""

    account: str
    minute: int
    queue: str
    waiting: int
    longest: int
    idle: int
    ringing: int
    talking: int
    paused: int
    offline: int
    completed: int
    abandoned: int


class StateInterval(msgspec.Struct, frozen=True):
    """An agent's state from `began` to `ended` (None while it lasts).

    Attributes:
        state: idle, ringing, talking, offline, paused, other.
        reason: The break's reason, empty otherwise.
        exact: False when it began before it was seen.
    """

    account: str
    extension: str
    began: float
    ended: float | None
    state: str
    reason: str = ""
    exact: bool = True


class SeenCall(msgspec.Struct, frozen=True):
    """A call that has ended, as far as this program saw it.

    Attributes:
        account: The PBX account.
        key: The call's key while it ran.
        at: Epoch seconds since when it was known.
        ended: Epoch seconds of its end.
        extension: Who asked for it or answered it, empty when nobody did.
        number: The other party: an outside number or the called extension, empty when withheld.
        queue: Short name of the queue it came through, empty if none.
        direction: incoming, outgoing, internal, bridge.
        answered_seconds: How long the parties were connected; None when they were not.
        started_here: Whether this program asked for it.
    """

    account: str
    key: str
    at: float
    ended: float
    extension: str
    number: str
    queue: str
    direction: str
    answered_seconds: int | None = None
    started_here: bool = False


class DirectoryEntry(msgspec.Struct, frozen=True):
    """A name for an extension, or for an outside number in the form of `numbers.party_key`."""

    extension: str
    name: str
    team: str = ""


class AuditLog(Protocol):
    """Takes actions, newest last."""

    def record(self, rows: Iterable[AuditRow]) -> None:
        """Queue `rows` for writing; never blocks, never raises."""


class Samples(Protocol):
    """Takes the board's history."""

    def samples(self, rows: Iterable[MinuteSample]) -> None:
        """Queue minute samples; a later one of the same minute and queue wins."""

    def intervals(self, rows: Iterable[StateInterval]) -> None:
        """Queue intervals; the same (account, extension, began) again replaces its end."""


class NamesStore(Protocol):
    """Keeps the directory."""

    def put_names(self, account: str, entries: Iterable[DirectoryEntry]) -> None:
        """Queue names; an empty name removes the entry."""
