"""Call records as frozen values. Nothing of how they are spelt on the wire, and no live calls."""

import enum
from datetime import datetime

import msgspec


class Direction(enum.Enum):
    """Which way a leg of a call went and whether anybody answered."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"
    MISSED = "missed"
    UNANSWERED = "unanswered"
    INTERNAL = "internal"
    INTERNAL_UNANSWERED = "internal_unanswered"
    OTHER = "other"


class Party(enum.Enum):
    """The end of a call that a number is looked for at."""

    CALLED = "called"
    CALLING = "calling"


class Leg(msgspec.Struct, frozen=True, gc=False):
    """One row of a call: who was connected with whom.

    The repr leaves out the recording's link, which opens the recording without a login.

    Attributes:
        at: Begin, in Turkish time.
        destination: A number, an extension, a queue's full name or a menu object, as received.
        source: A number or an extension, as received.
        seconds: Length.
        direction: Which way; OTHER for one we do not know.
        direction_word: The PBX's own word for it.
        recording: Link to the recording, a secret; empty if there is none.
        line: The outside line's number, empty if not told.
        directory: The caller's name as the PBX knows it, empty if not told.
        common_id: The PBX's number for what belongs together, empty if not told.
    """

    at: datetime
    destination: str
    source: str
    seconds: int
    direction: Direction
    direction_word: str = ""
    recording: str = ""
    line: str = ""
    directory: str = ""
    common_id: str = ""

    def __repr__(self) -> str:
        link = "***" if self.recording else ""
        return (
            f"Leg(at={self.at.isoformat()}, destination={self.destination!r}, source={self.source!r}, "
            f"seconds={self.seconds}, direction={self.direction.name}, recording={link!r})"
        )


class CallRecord(msgspec.Struct, frozen=True, gc=False):
    """A finished call: its unique id as received, and its legs in the PBX's order, at least one."""

    call: str
    legs: tuple[Leg, ...]


class RecordPage(msgspec.Struct, frozen=True):
    """The answer to a query for records; `damaged` counts rows that could not be read."""

    calls: tuple[CallRecord, ...] = ()
    damaged: int = 0
