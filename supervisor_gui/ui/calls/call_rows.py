"""Calls as the records that rows are painted from, and the columns of their tables. No Qt objects, no colours."""

from collections.abc import Callable

import msgspec

from supervisor_gui.i18n import QT_TRANSLATE_NOOP, translate
from supervisor_gui.live.board import Board
from supervisor_gui.live.dial_memory import Suggestion
from supervisor_gui.live.live_calls import CallDirection, CallState, LiveCall
from supervisor_gui.live.policy import Policy
from supervisor_gui.live.states import state_of
from supervisor_gui.netsantral.names import is_extension
from supervisor_gui.text import clean
from supervisor_gui.ui import format as figures
from supervisor_gui.ui.board.context import no_name, state_word
from supervisor_gui.ui.calls.call_columns import direction_column, party_column, queue_column
from supervisor_gui.ui.calls.call_words import direction_words, ending_words, muted_words, state_words
from supervisor_gui.ui.models.column import Column, Paint
from supervisor_gui.ui.widgets.marks import Mark

_MARKS = {
    CallState.ORDERED: Mark.OTHER,
    CallState.RINGING: Mark.RINGING,
    CallState.WAITING: Mark.PAUSED,
    CallState.TALKING: Mark.TALKING,
    CallState.ENDED: Mark.OFFLINE,
}


class CallContext(msgspec.Struct, frozen=True):
    """What calls are shown with.

    Attributes:
        names: Extension → name; empty or the extension itself when it is not known.
        number_name: Outside number → name, empty when it is not known.
        policy: Whether numbers are masked, and what this seat may do.
        mine: The own extension, empty when nobody said.
        board: Whose phone does what.
    """

    names: Callable[[str], str] = no_name
    number_name: Callable[[str], str] = no_name
    policy: Policy = Policy()
    mine: str = ""
    board: Board = Board()


class CallRow(msgspec.Struct, frozen=True):
    """One call's row.

    Attributes:
        key: The call's key.
        order: Newest first.
        mark, tone, state: Where it stands, as shape, colour name and words.
        name, beside: Who of us takes part: name strong, extension muted behind it.
        name_mark: Always None; rows with names have it.
        who_dials: What a click on the extension calls.
        party: The other party's name, or its number as this seat may see it.
        party_tip: Both.
        party_dials: What a click on it calls.
        queue, direction, remark: Words.
        since, exact: When the state that is timed began, and whether that was seen.
        own: Whether one press ends it.
        doubted: Whether it is not certain to run still.
    """

    key: str
    order: tuple[float, str]
    mark: Mark
    tone: str
    state: str
    name: str
    beside: str
    who_dials: str
    party: str
    party_tip: str
    party_dials: str
    queue: str
    direction: str
    remark: str
    since: float
    exact: bool
    own: bool
    doubted: bool = False
    name_mark: Mark | None = None


class Party(msgspec.Struct, frozen=True):
    """One side of a call as it is shown: its name if known, its number as this seat may see it, what calls it."""

    name: str = ""
    number: str = ""
    dials: str = ""

    @property
    def words(self) -> str:
        """The name, else the number."""
        return self.name or self.number

    @property
    def whole(self) -> str:
        """Name and number."""
        return f"{self.name}  {self.number}".strip() if self.number != self.name else self.name


def is_own(call: LiveCall, mine: str) -> bool:
    """Whether the user may end it with one press."""
    return call.belongs_to(mine)


def is_called(call: LiveCall, mine: str) -> bool:
    """Whether a colleague called the own extension: the other party is the caller then."""
    return bool(mine) and call.direction is CallDirection.INTERNAL and call.number == mine != call.extension


def present_state(board: Board, extension: str) -> str:
    """What an extension's phone does now, in one word; empty when the board does not show it."""
    agent = board.agents.get(extension)
    return state_word(Mark(state_of(agent).value)) if agent is not None else ""


def inside_party(extension: str, context: CallContext) -> Party:
    """An extension as a party."""
    shown = clean(extension, 40)
    name = clean(context.names(extension), 60) if extension else ""
    return Party(name=name if name != shown else "", number=shown, dials=extension)


def outside_party(number: str, context: CallContext) -> Party:
    """An outside number as a party; withheld when it is empty."""
    if not number:
        return Party(name=translate("Calls", "Number withheld"))
    shown = clean(context.policy.number(number), 40)
    return Party(name=clean(context.number_name(number), 60), number=shown, dials=number)


def as_seen(offered: Suggestion, policy: Policy) -> Suggestion:
    """What is offered, with an outside number in it as this seat may see it; it is called whole."""
    number = offered.dial
    if is_extension(number):
        return offered
    title, detail = (text.replace(number, policy.number(number)) for text in (offered.title, offered.detail))
    return msgspec.structs.replace(offered, title=title, detail=detail)


def other_party(call: LiveCall, context: CallContext) -> Party:
    """The party that is not ours; of a bridge or a call into a menu its second side."""
    if call.direction is CallDirection.INTERNAL:
        return inside_party(call.extension if is_called(call, context.mine) else call.number, context)
    if call.other and not call.extension:
        is_number = call.direction is CallDirection.BRIDGE and call.other.removeprefix("+").isdigit()
        return outside_party(call.other, context) if is_number else Party(name=clean(call.other, 60))
    return outside_party(call.number, context)


def our_party(call: LiveCall, context: CallContext) -> Party:
    """Whoever of us takes part or is rung; of a bridge its first side."""
    if call.extension:
        return inside_party(call.number if is_called(call, context.mine) else call.extension, context)
    if call.ringing:
        first = inside_party(call.ringing[0], context)
        more = f"{first.number} +{len(call.ringing) - 1}" if len(call.ringing) > 1 else first.number
        return msgspec.structs.replace(first, number=more, dials="" if more != first.number else first.dials)
    return outside_party(call.number, context) if call.other else Party()


def timed_since(call: LiveCall) -> tuple[float, bool]:
    """What the ticking time counts from, and whether that was seen: from the answer on, the talk alone."""
    if call.state is CallState.TALKING and call.answered:
        return call.answered, call.began_exact or call.answered > call.began
    return call.began, call.began_exact


def remark_words(call: LiveCall) -> str:
    """What else is to be known of a call."""
    parts = []
    if call.uncertain:
        parts.append(translate("Calls", "not certain that it still runs"))
    if call.muted is not None:
        parts.append(translate("Calls", "muted: {what} (to be confirmed)").format(what=muted_words(call.muted)))
    if call.outcome:
        parts.append(ending_words(call.outcome))
    return "; ".join(parts)


def call_row(call: LiveCall, context: CallContext) -> CallRow:
    """The row of `call`."""
    ours, other = our_party(call, context), other_party(call, context)
    since, exact = timed_since(call)
    mark = _MARKS[call.state]
    return CallRow(
        key=call.key,
        order=(-call.began, call.key),
        mark=mark,
        tone=mark.value,
        state=state_words(call.state),
        name=ours.words,
        beside=ours.number if ours.name and ours.number else "",
        who_dials=ours.dials,
        party=other.words,
        party_tip=other.whole,
        party_dials=other.dials,
        queue=clean(call.queue, 40),
        direction=direction_words(call.direction),
        remark=remark_words(call),
        since=since,
        exact=exact,
        own=is_own(call, context.mine),
        doubted=call.uncertain,
    )


def lasting_words(row: CallRow, now: float) -> str:
    """The ticking time."""
    return figures.lasting(now - row.since, row.exact) if row.since else figures.NONE


def _state(row: CallRow, _now: float) -> str:
    return row.state


def _by_state(row: CallRow) -> str:
    return row.state


def _name(row: CallRow, _now: float) -> str:
    return f"{row.name}  {row.beside}".rstrip()


def _by_name(row: CallRow) -> str:
    return row.name


def _who_dials(row: CallRow) -> str:
    return row.who_dials


def _by_time(row: CallRow) -> float:
    return -row.since


def _remark(row: CallRow, _now: float) -> str:
    return row.remark


def _by_remark(row: CallRow) -> str:
    return row.remark


def _remark_tone(row: CallRow, _now: float) -> str:
    return "warn" if row.doubted else "muted"


CALL_COLUMNS: tuple[Column[CallRow], ...] = (
    Column(
        key="state",
        header=QT_TRANSLATE_NOOP("Board", "State"),
        width=130,
        narrowest=100,
        paint=Paint.STATE,
        text=_state,
        sort=_by_state,
        tip=_state,
    ),
    party_column(150),
    Column(
        key="who",
        header=QT_TRANSLATE_NOOP("Board", "Agent"),
        width=150,
        narrowest=100,
        paint=Paint.NAME,
        text=_name,
        sort=_by_name,
        tip=_name,
        dials=_who_dials,
    ),
    queue_column(90),
    direction_column(80),
    Column(
        key="time",
        header=QT_TRANSLATE_NOOP("Board", "Duration"),
        width=80,
        narrowest=72,
        text=lasting_words,
        sort=_by_time,
        right=True,
        ticks=True,
    ),
    Column(
        key="remark",
        header=QT_TRANSLATE_NOOP("Board", "Remark"),
        width=150,
        narrowest=60,
        text=_remark,
        sort=_by_remark,
        tone=_remark_tone,
        tip=_remark,
        stretch=True,
    ),
)
