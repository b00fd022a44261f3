"""Call records as they are kept and looked for, as frozen values. Folding legs is `record_folding`; no SQL here."""

from datetime import date

import msgspec

from supervisor_gui.netsantral.types_records import Direction

PAGE = 200
"""Calls of one page: some screens, some milliseconds."""


class KeptLeg(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """One leg of a kept call, in Turkish time's epoch seconds; the words are the PBX's.

    The link to a recording is a secret and never kept: it is asked for again when somebody listens. As JSON, in which
    legs lie in the file, it is a list of these values in this order.

    Attributes:
        at: Epoch seconds of its begin.
        destination, source: As received.
        seconds: Length.
        direction, direction_word: Which way, and the PBX's own word for it.
        recorded: Whether there is a recording.
        line, directory, common_id: As received, empty if not told.
    """

    at: float
    destination: str
    source: str
    seconds: int
    direction: Direction
    direction_word: str = ""
    recorded: bool = False
    line: str = ""
    directory: str = ""
    common_id: str = ""


class RecordedCall(msgspec.Struct, frozen=True, gc=False):
    """A finished call as one row: its legs folded (docs/protocol.md, Call records).

    Attributes:
        id: Its place in time, unique among all accounts: a larger one began later or at the same second.
        call: The PBX's unique id, as received.
        began: Epoch seconds of its first leg.
        direction: Of the whole call: answered when one leg of its kind was.
        number: The other party as `numbers.party_key` writes it, of an internal call the called extension; empty when
            withheld.
        name: The caller's name as the PBX knows it, empty if not told.
        extension: Who talked last, of a call that nobody took the only one that rang; empty when nobody or several.
        queue: Short name of the queue it came through, empty if none.
        line: The outside line, empty if not told.
        seconds: How long the parties were connected.
        recorded: Whether one of its legs has a recording.
        legs: How many there are.
    """

    id: int
    call: str
    began: float
    direction: Direction
    number: str = ""
    name: str = ""
    extension: str = ""
    queue: str = ""
    line: str = ""
    seconds: int = 0
    recorded: bool = False
    legs: int = 1


class RecordFilter(msgspec.Struct, frozen=True):
    """Which calls are wanted; every part narrows, an empty one does not.

    Attributes:
        start, end: Turkish days on which calls began, both included.
        digits: Digits that stand anywhere in a number of the call, or in its name.
        numbers: Numbers in the form of `party_key` or extensions, one of which the call has to have: those of a name.
        words: A text with a letter that stands anywhere in the call's name, as `record_sql.name_form` writes it. Of
            `digits`, `numbers` and `words` one is enough.
        directions: Those wanted.
        extension, queue, line: As of `RecordedCall`, whole.
        at_least, at_most: Seconds.
        recorded: Only calls with a recording.
    """

    start: date
    end: date
    digits: str = ""
    numbers: tuple[str, ...] = ()
    words: str = ""
    directions: frozenset[Direction] = frozenset()
    extension: str = ""
    queue: str = ""
    line: str = ""
    at_least: int | None = None
    at_most: int | None = None
    recorded: bool = False


class Spine(msgspec.Struct, frozen=True):
    """How many calls a filter finds, and where its pages begin.

    Attributes:
        count: Calls.
        every: Calls between two anchors.
        anchors: The ids of calls 0, every, 2 × every, …, newest first.
    """

    count: int
    every: int
    anchors: tuple[int, ...] = ()


class RecordChoices(msgspec.Struct, frozen=True):
    """What occurs in the calls kept, each in order: extensions, queues, lines."""

    extensions: tuple[str, ...] = ()
    queues: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


class KeptSpan(msgspec.Struct, frozen=True):
    """Of which days the calls are kept.

    Attributes:
        missing: Days of the filter that were not asked for yet, in order.
        as_of: Epoch seconds at which the running day was last asked for, 0 when it was not or is not among them.
        calls: Calls kept of all days of the account.
    """

    missing: tuple[date, ...] = ()
    as_of: float = 0.0
    calls: int = 0


class SavedRecording(msgspec.Struct, frozen=True):
    """A recording saved below the data folder.

    Attributes:
        file: Its name there.
        account: Whose call.
        call: The PBX's unique id.
        at: Epoch seconds at which it was saved.
    """

    file: str
    account: str
    call: str
    at: float
