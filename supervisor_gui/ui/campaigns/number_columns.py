"""A number of a list as the record that its row is painted from, and the columns of the table. No Qt objects."""

from datetime import date

import msgspec

from supervisor_gui.autodial.values import NumberRow, NumberState
from supervisor_gui.history.masking import masked
from supervisor_gui.i18n import QT_TRANSLATE_NOOP, translate
from supervisor_gui.live.numbers import party_key
from supervisor_gui.live.policy import Policy
from supervisor_gui.text import clean
from supervisor_gui.ui.campaigns.words import JOINT, moment_words, number_state_word, number_words, why_words
from supervisor_gui.ui.format import NONE
from supervisor_gui.ui.models.column import Column, Paint, muted_tone
from supervisor_gui.ui.widgets.marks import Mark

NUMBER, NAME, STATE, CALL_AT, LINE, ACTIVE, REMARKS = (
    "number",
    "name",
    "state",
    "call_at",
    "line",
    "active",
    "remarks",
)
"""Keys of the columns."""

EDITABLE = (NUMBER, NAME, CALL_AT, LINE)
"""Columns with an editor, in their order."""

_SAYS_ALL = frozenset(
    {NumberState.NEVER, NumberState.REACHED, NumberState.FAILED, NumberState.RETRY, NumberState.OTHER}
)
"""States whose word is the PBX's own, in today's language or as it came."""

_LOOKS = {
    NumberState.NEVER: (Mark.OTHER, "offline"),
    NumberState.REACHED: (Mark.IDLE, "idle"),
    NumberState.FAILED: (Mark.OFFLINE, "paused"),
    NumberState.RETRY: (Mark.RINGING, "ringing"),
    NumberState.OTHER: (Mark.OTHER, "other"),
    NumberState.WAITING: (Mark.PAUSED, "other"),
    NumberState.UNDERWAY: (Mark.TALKING, "talking"),
    NumberState.SENT: (Mark.TALKING, "talking"),
    NumberState.REFUSED: (Mark.LIMIT, "warn"),
    NumberState.UNKNOWN: (Mark.OTHER, "warn"),
}


class ShownNumber(msgspec.Struct, frozen=True, gc=False):
    """One number's row.

    Attributes:
        key: As of `NumberRow`.
        row: What the list told.
        number, name: As this seat may see them; no name where it is the number again.
        mark, tone, state: Where it stands, as shape, colour name and words.
        call_at, line, active: Words.
        remarks: Why it was refused, the PBX's own word, and what is odd about it.
        extra: What else the PBX told, a line each.
        locked: Why the number itself cannot be changed; empty when it can.
    """

    key: str
    row: NumberRow
    number: str
    name: str
    mark: Mark
    tone: str
    state: str
    call_at: str
    line: str
    active: str
    remarks: str
    extra: str = ""
    locked: str = ""


def shown_number(row: NumberRow, policy: Policy, today: date, locked: str = "") -> ShownNumber:
    """The record of `row`; `locked` as of `ShownNumber`."""
    mark, tone = _LOOKS[row.state]
    # The PBX's words may hold numbers, too.
    hidden = masked if policy.mask_numbers else str
    return ShownNumber(
        key=row.key,
        row=row,
        number=number_words(row.number, policy),
        name=name_words(row, policy),
        mark=mark,
        tone=tone,
        state=number_state_word(row.state, hidden(row.words)),
        call_at=moment_words(row.call_at, today) if row.call_at else "",
        line=clean(row.trunk, 40),
        active=active_word(row.active),
        remarks=hidden(_remarks(row)),
        extra="\n".join(f"{clean(name, 40)}: {hidden(clean(value, 120))}" for name, value in row.extra),
        locked=locked,
    )


def name_words(row: NumberRow, policy: Policy) -> str:
    """Whom a number belongs to, as this seat may see it; a name that is only the number again says nothing."""
    if not row.name or (row.number and party_key(row.name) == party_key(row.number)):
        return ""
    return clean(masked(row.name) if policy.mask_numbers else row.name, 80)


def active_word(active: bool | None) -> str:
    """Whether a number is called."""
    if active is None:
        return NONE
    return translate("Campaigns", "Active") if active else translate("Campaigns", "Passive")


def _remarks(row: NumberRow) -> str:
    told = "" if row.state in _SAYS_ALL else why_words(row.words)
    parts = (
        translate("Campaigns", "on the do-not-call list") if row.blocked else "",
        translate("Campaigns", "same number twice") if row.twice else "",
        told,
    )
    return JOINT.join(part for part in parts if part)


def _sorts(_row: ShownNumber) -> None:
    """The model sorts by what the list told, without making records (`number_filter.ORDERS`)."""


def _number(row: ShownNumber, _now: float) -> str:
    return row.number


def _number_tip(row: ShownNumber, _now: float) -> str:
    return row.locked


def _name(row: ShownNumber, _now: float) -> str:
    return row.name


def _state(row: ShownNumber, _now: float) -> str:
    return row.state


def _state_tone(row: ShownNumber, _now: float) -> str:
    return row.tone


def _call_at(row: ShownNumber, _now: float) -> str:
    return row.call_at


def _line(row: ShownNumber, _now: float) -> str:
    return row.line


def _active(row: ShownNumber, _now: float) -> str:
    return row.active


def _active_tone(row: ShownNumber, _now: float) -> str:
    return "text" if row.row.active is False else "muted"


def _remarks_cell(row: ShownNumber, _now: float) -> str:
    return row.remarks


def _remarks_tone(row: ShownNumber, _now: float) -> str:
    return "warn" if row.row.blocked or row.row.twice or row.row.state is NumberState.REFUSED else "muted"


def _remarks_tip(row: ShownNumber, _now: float) -> str:
    """All of it, and what else the PBX told."""
    return "\n".join(part for part in (row.remarks, row.extra) if part)


NUMBER_COLUMNS: tuple[Column[ShownNumber], ...] = (
    Column(
        key=NUMBER,
        header=QT_TRANSLATE_NOOP("Board", "Number"),
        width=150,
        narrowest=124,
        text=_number,
        sort=_sorts,
        paint=Paint.STRONG,
        tip=_number_tip,
        editable=True,
    ),
    Column(
        key=NAME,
        header=QT_TRANSLATE_NOOP("Board", "Name"),
        width=190,
        narrowest=90,
        text=_name,
        sort=_sorts,
        tip=_name,
        stretch=True,
        editable=True,
    ),
    Column(
        key=STATE,
        header=QT_TRANSLATE_NOOP("Board", "State"),
        width=190,
        narrowest=110,
        text=_state,
        sort=_sorts,
        paint=Paint.STATE,
        tone=_state_tone,
        tip=_state,
    ),
    Column(
        key=CALL_AT,
        header=QT_TRANSLATE_NOOP("Board", "Call at"),
        width=116,
        narrowest=96,
        text=_call_at,
        sort=_sorts,
        tip=_call_at,
        editable=True,
        hint=QT_TRANSLATE_NOOP("Board", "Turkish time before which the number is not called; empty: none was told."),
    ),
    Column(
        key=LINE,
        header=QT_TRANSLATE_NOOP("Board", "Line"),
        width=112,
        narrowest=70,
        text=_line,
        sort=_sorts,
        tone=muted_tone,
        tip=_line,
        editable=True,
        hint=QT_TRANSLATE_NOOP("Board", "The number's own outgoing line; empty: none was told, so the list's."),
    ),
    Column(
        key=ACTIVE,
        header=QT_TRANSLATE_NOOP("Board", "Called"),
        width=84,
        narrowest=66,
        text=_active,
        sort=_sorts,
        tone=_active_tone,
        hint=QT_TRANSLATE_NOOP("Board", "Whether the list calls the number: Space or a click changes it. –: not told."),
    ),
    Column(
        key=REMARKS,
        header=QT_TRANSLATE_NOOP("Board", "Remarks"),
        width=200,
        narrowest=90,
        text=_remarks_cell,
        sort=_sorts,
        tone=_remarks_tone,
        tip=_remarks_tip,
        stretch=True,
        hint=QT_TRANSLATE_NOOP("Board", "Why it was refused, the PBX's own word, and what is odd about the number."),
    ),
)
