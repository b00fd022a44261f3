"""A missed caller as the record that its row is painted from. No Qt objects, no colours."""

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from supervisor_gui.history.missed_values import CallerState, MissedCaller
from supervisor_gui.i18n import translate
from supervisor_gui.live.policy import Policy
from supervisor_gui.text import clean
from supervisor_gui.ui.board.context import Collation, SortName, no_name
from supervisor_gui.ui.missed.words import JOINT, moment_words, short_words, state_words
from supervisor_gui.ui.records.words import told_name
from supervisor_gui.ui.widgets.marks import Mark

UNKNOWN_DAY = date(2000, 1, 1)
"""Before anybody told what day it is."""

NOTE_LENGTH = 300
_MARKS = {
    CallerState.OPEN: (Mark.OTHER, "warn"),
    CallerState.TRIED: (Mark.OFFLINE, "warn"),
    CallerState.REACHED: (Mark.TALKING, "idle"),
    CallerState.CAME_BACK: (Mark.IDLE, "idle"),
    CallerState.SET_ASIDE: (Mark.PAUSED, "offline"),
}
_STEPS = tuple(CallerState)


class Showing(msgspec.Struct, frozen=True):
    """What rows are made with besides the callers.

    Attributes:
        names: Number or extension → name; empty or the same again when it is not known.
        policy: Whether numbers are masked, and what this seat may do.
        calling: Tails of those with a call under way.
        whole: Tails of those whose number is shown whole in spite of the policy.
        today: The Turkish day.
    """

    names: Callable[[str], str] = no_name
    policy: Policy = Policy()
    calling: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    today: date = UNKNOWN_DAY


class MissedRow(msgspec.Struct, frozen=True):
    """One caller's row.

    Attributes:
        key: The caller's tail.
        order: Those who wait first, the oldest first miss leading; then the others, the newest closing leading.
        name, beside: What stands strong (the name, else the number) and what stands muted behind it.
        names: All names of the caller, for the search: ours, then the PBX's as this seat may see it.
        place: The place of the name in the language's order.
        number: As this seat may see it.
        hidden: Whether that is not the whole number.
        dials: What a click on the number calls.
        misses, first, last: How many misses there were, and epoch seconds of the first and the last.
        last_words: The last in words.
        first_words: The first in words.
        queue: Short name of the queue.
        tries: How often calling back was tried; `tries_words` with the last, `tries_tip` with its time.
        mark, tone, state: How it stands, as shape, colour name and words with who and when.
        step: The place of the state among states.
        waits: Whether a call back is due.
        set_aside: Whether the user said that no call is needed.
        closed: Epoch seconds of what closed it, 0 while it waits.
        note: What users wrote; `note_tip` with who and when.
        name_mark: Always None; rows with names have it.
    """

    key: str
    order: tuple[int, float, str]
    name: str
    beside: str
    names: tuple[str, ...]
    place: SortName
    number: str
    hidden: bool
    dials: str
    misses: int
    first: float
    last: float
    first_words: str
    last_words: str
    queue: str
    tries: int
    tries_words: str
    tries_tip: str
    mark: Mark
    tone: str
    state: str
    step: int
    waits: bool
    set_aside: bool
    closed: float
    note: str
    note_tip: str
    name_mark: Mark | None = None

    @property
    def label(self) -> str:
        """Name and number in one."""
        return f"{self.name}  {self.beside}".rstrip()

    def waited(self, now: float) -> float:
        """Seconds from the first miss until now, or until it was closed."""
        return (now if self.waits else self.closed) - self.first


class RowMaker:
    """Makes rows; that of a caller who did not change is the one that was made before."""

    def __init__(self) -> None:
        self._collation = Collation()
        self._base = Showing()
        self._made: dict[str, tuple[MissedCaller, bool, bool, MissedRow]] = {}

    def rows(self, callers: Sequence[MissedCaller], showing: Showing) -> list[MissedRow]:
        """A row for each of `callers`."""
        base = msgspec.structs.replace(showing, calling=frozenset(), whole=frozenset())
        before = self._made if base == self._base else {}
        self._base = base
        self._made = {caller.tail: self._row(before.get(caller.tail), caller, showing) for caller in callers}
        return [row for _, _, _, row in self._made.values()]

    def forget(self) -> None:
        """The language changed."""
        self._collation = Collation()
        self._made = {}

    def _row(
        self, before: tuple[MissedCaller, bool, bool, MissedRow] | None, caller: MissedCaller, showing: Showing
    ) -> tuple[MissedCaller, bool, bool, MissedRow]:
        calling, whole = caller.tail in showing.calling, caller.tail in showing.whole
        if before is not None and before[:3] == (caller, calling, whole):
            return before
        return caller, calling, whole, missed_row(caller, showing, self._collation)


def missed_row(caller: MissedCaller, showing: Showing, collation: Collation) -> MissedRow:
    """The row of `caller`."""
    number = _number(caller, showing)
    names = _names(caller, showing)
    name = clean(names[0], 60) if names else ""
    mark, tone = _MARKS[caller.state]
    state = _state(caller, showing)
    if caller.tail in showing.calling:
        mark, tone = Mark.RINGING, "ringing"
        state = translate("MissedPage", "Call under way")
    return MissedRow(
        key=caller.tail,
        order=(0, caller.first, caller.tail) if caller.waits else (1, -caller.closed, caller.tail),
        name=name or number,
        beside=number if name else "",
        names=names,
        place=collation.key(name or number),
        number=number,
        hidden=number != clean(caller.number, 40),
        dials=caller.number,
        misses=caller.misses,
        first=caller.first,
        last=caller.last,
        first_words=moment_words(caller.first, showing.today),
        last_words=moment_words(caller.last, showing.today),
        queue=clean(caller.queue, 40),
        tries=caller.tries,
        tries_words=f"{caller.tries}{JOINT}{short_words(caller.last_try, showing.today)}" if caller.tries else "",
        tries_tip=_tries_tip(caller, showing.today),
        mark=mark,
        tone=tone,
        state=state,
        step=_STEPS.index(caller.state),
        waits=caller.waits,
        set_aside=caller.state is CallerState.SET_ASIDE,
        closed=caller.closed,
        note=_note(caller),
        note_tip=_note_tip(caller, showing.today),
    )


def _number(caller: MissedCaller, showing: Showing) -> str:
    shown = caller.number if caller.tail in showing.whole else showing.policy.number(caller.number)
    return clean(shown, 40)


def _names(caller: MissedCaller, showing: Showing) -> tuple[str, ...]:
    """Our own name for the caller before the PBX's."""
    known = showing.names(caller.number)
    ours = known if known != caller.number else ""
    told = told_name(caller.name, caller.number, showing.policy)
    return tuple(name for name in dict.fromkeys((ours, told)) if name)


def _state(caller: MissedCaller, showing: Showing) -> str:
    """The state, and of a closed one who closed it and when."""
    parts = [state_words(caller.state)]
    if not caller.waits:
        if caller.state is CallerState.SET_ASIDE:
            parts.append(clean(caller.note.who, 40) if caller.note is not None else "")
        elif caller.closed_by:
            extension = clean(caller.closed_by, 40)
            parts.append(clean(showing.names(caller.closed_by), 60) or extension)
        parts.append(moment_words(caller.closed, showing.today))
    return JOINT.join(part for part in parts if part)


def _tries_tip(caller: MissedCaller, today: date) -> str:
    if not caller.tries:
        return ""
    return translate("MissedPage", "Tried last: {time}").format(time=moment_words(caller.last_try, today))


def _note(caller: MissedCaller) -> str:
    return clean(caller.note.text, NOTE_LENGTH) if caller.note is not None else ""


def _note_tip(caller: MissedCaller, today: date) -> str:
    note = caller.note
    if note is None or not note.text:
        return ""
    by = JOINT.join(part for part in (clean(note.who, 40), moment_words(note.at, today) if note.at else "") if part)
    return f"{_note(caller)}\n{by}" if by else _note(caller)
