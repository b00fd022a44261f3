"""Missed callers and what became of them, as frozen values. Working it out is `missed_callers`; no SQL here.

Callers are told apart by their tail: the last ten digits of their number, all of a shorter one (docs/metrics.md, Missed
callers).
"""

import enum

import msgspec


class ContactKind(enum.Enum):
    """What happened between a caller and us."""

    MISSED = "missed"
    """An incoming call that nobody took."""
    CAME_BACK = "came_back"
    """An incoming call that was taken."""
    REACHED = "reached"
    """An outgoing call that was taken."""
    TRIED = "tried"
    """An outgoing call that was not taken."""


class Contact(msgspec.Struct, frozen=True, gc=False):
    """One call with a caller, out of a record, of the calls seen, or running.

    Attributes:
        at: Epoch seconds of its begin.
        kind: What happened.
        number: The caller's, as `numbers.party_key` writes it; empty when withheld.
        call: The PBX's unique id, empty when not known.
        queue, extension, name: As of `RecordedCall`.
    """

    at: float
    kind: ContactKind
    number: str
    call: str = ""
    queue: str = ""
    extension: str = ""
    name: str = ""


class CallerState(enum.Enum):
    """How it stands with a missed caller. OPEN, TRIED: still to be called back."""

    OPEN = "open"
    TRIED = "tried"
    REACHED = "reached"
    CAME_BACK = "came_back"
    SET_ASIDE = "set_aside"
    """The user said that no call is needed; a further miss opens it again."""


class CallerNote(msgspec.Struct, frozen=True):
    """What users wrote about a caller.

    Attributes:
        tail: Whose.
        text: The note, may be empty.
        who: The local user who wrote it last.
        at: Epoch seconds of that.
        set_aside: Epoch seconds at which misses until then were said to need no call; 0 for never.
    """

    tail: str
    text: str = ""
    who: str = ""
    at: float = 0.0
    set_aside: float = 0.0


class MissedCaller(msgspec.Struct, frozen=True):
    """One caller, the misses since the last contact folded.

    Attributes:
        tail: Who.
        number: As `party_key` writes it, of the last miss.
        name: The PBX's name for the caller, empty if not told.
        queue: Short name of the queue of the last miss, empty if none.
        first, last: Epoch seconds of the first and the last of these misses.
        misses: How many.
        tries: Outgoing calls since the first miss that were not taken.
        last_try: Epoch seconds of the last of them, 0 for none.
        state: How it stands.
        closed: Epoch seconds of what closed it, 0 while it is open.
        closed_by: The extension that talked then, empty if not known.
        note: What users wrote, None for nothing.
    """

    tail: str
    number: str
    name: str
    queue: str
    first: float
    last: float
    misses: int
    tries: int = 0
    last_try: float = 0.0
    state: CallerState = CallerState.OPEN
    closed: float = 0.0
    closed_by: str = ""
    note: CallerNote | None = None

    @property
    def waits(self) -> bool:
        """Whether a call back is still due."""
        return self.state in {CallerState.OPEN, CallerState.TRIED}


class MissedView(msgspec.Struct, frozen=True):
    """The missed callers of some days.

    Attributes:
        callers: Those who wait, oldest first miss first; then the others, newest closing first.
        withheld: Missed calls without a number, who cannot be called back.
        as_of: Epoch seconds up to which call records are known; 0 when none are.
        missing: How many of the days may be kept, but were not asked for yet: who was missed then is not known.
    """

    callers: tuple[MissedCaller, ...] = ()
    withheld: int = 0
    as_of: float = 0.0
    missing: int = 0

    @property
    def waiting(self) -> int:
        """How many callers wait."""
        return sum(caller.waits for caller in self.callers)
