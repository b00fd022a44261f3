"""A kept call as the record that its row is painted from, and the columns of the table. No Qt objects, no colours."""

import msgspec

from supervisor_gui.history.record_values import RecordedCall
from supervisor_gui.i18n import QT_TRANSLATE_NOOP, translate
from supervisor_gui.text import clean
from supervisor_gui.ui.models.column import Column, Paint, muted_tone
from supervisor_gui.ui.records.shapes import Shape, shape_of
from supervisor_gui.ui.records.words import (
    RecordContext,
    direction_words,
    extension_words,
    length_words,
    other_party,
    row_moment_words,
)
from supervisor_gui.ui.widgets.marks import Mark

SHAPE, RECORDING = "shape", "recording"
"""Keys of the columns that hold a shape and no words."""


class RecordRow(msgspec.Struct, frozen=True, gc=False):
    """One call's row.

    Attributes:
        key: The call's id; -1 while it is on its way.
        when: Turkish time.
        shape, tone, direction: Which way it went, as shape, colour name and words.
        name, beside: The other party: name strong, number muted behind it; the number alone where no name is known.
        party: Both.
        dials: What a click on the number calls.
        extension, queue, line, length: Words.
        recorded: Whether there is a recording.
        legs: How many there are, where there is more than one.
        name_mark: Always None; rows with names have it.
    """

    key: int = -1
    when: str = ""
    shape: Shape | None = None
    tone: str = "muted"
    direction: str = ""
    name: str = ""
    beside: str = ""
    party: str = ""
    dials: str = ""
    extension: str = ""
    queue: str = ""
    line: str = ""
    length: str = ""
    recorded: bool = False
    legs: str = ""
    name_mark: Mark | None = None


AWAITED = RecordRow()
"""Stands for every call that is on its way."""


def record_row(call: RecordedCall, context: RecordContext, *, whole: bool = False) -> RecordRow:
    """The row of a call; `whole`: its number is shown in full on this seat too."""
    party = other_party(call, context, whole=whole)
    shape, tone = shape_of(call.direction)
    return RecordRow(
        key=call.id,
        when=row_moment_words(call.began, one_day=context.one_day),
        shape=shape,
        tone=tone,
        direction=direction_words(call.direction),
        name=party.name or party.number,
        beside=party.number if party.name else "",
        party=party.whole,
        dials=party.dials,
        extension=extension_words(call.extension, context.names),
        queue=clean(call.queue, 40),
        line=clean(call.line, 40),
        length=length_words(call.seconds, call.direction),
        recorded=call.recorded,
        legs=str(call.legs) if call.legs > 1 else "",
    )


def _when(row: RecordRow, _now: float) -> str:
    return row.when


def _shape(_row: RecordRow, _now: float) -> str:
    return ""


def _direction(row: RecordRow, _now: float) -> str:
    return row.direction


def _party(row: RecordRow, _now: float) -> str:
    return row.party


def _party_tone(row: RecordRow, _now: float) -> str:
    return "text" if row.dials else "muted"


def _dials(row: RecordRow) -> str:
    return row.dials


def _extension(row: RecordRow, _now: float) -> str:
    return row.extension


def _queue(row: RecordRow, _now: float) -> str:
    return row.queue


def _line(row: RecordRow, _now: float) -> str:
    return row.line


def _length(row: RecordRow, _now: float) -> str:
    return row.length


def _recording_tip(row: RecordRow, _now: float) -> str:
    return translate("RecordsPage", "Listen to the recording (Space)") if row.recorded else ""


def _legs(row: RecordRow, _now: float) -> str:
    return row.legs


def _key(row: RecordRow) -> int:
    """Rows come in the order of time and are not sorted here."""
    return -row.key


RECORD_COLUMNS: tuple[Column[RecordRow], ...] = (
    Column(
        key="when",
        header=QT_TRANSLATE_NOOP("Board", "Date and time"),
        width=132,
        narrowest=126,
        text=_when,
        sort=_key,
    ),
    Column(key=SHAPE, header="", width=24, text=_shape, sort=_key, tip=_direction),
    Column(
        key="direction",
        header=QT_TRANSLATE_NOOP("Board", "Direction"),
        width=112,
        narrowest=112,
        text=_direction,
        sort=_key,
        tip=_direction,
    ),
    Column(
        key="party",
        header=QT_TRANSLATE_NOOP("Board", "Other party"),
        width=210,
        narrowest=186,
        text=_party,
        sort=_key,
        paint=Paint.NAME,
        tone=_party_tone,
        tip=_party,
        dials=_dials,
        stretch=True,
    ),
    Column(
        key="extension",
        header=QT_TRANSLATE_NOOP("Board", "Extension"),
        width=150,
        narrowest=72,
        text=_extension,
        sort=_key,
        tip=_extension,
    ),
    Column(
        key="queue",
        header=QT_TRANSLATE_NOOP("Board", "Queue"),
        width=96,
        narrowest=74,
        text=_queue,
        sort=_key,
        tone=muted_tone,
        tip=_queue,
    ),
    Column(
        key="line",
        header=QT_TRANSLATE_NOOP("Board", "Line"),
        width=104,
        narrowest=92,
        text=_line,
        sort=_key,
        tone=muted_tone,
        tip=_line,
    ),
    Column(
        key="length",
        header=QT_TRANSLATE_NOOP("Board", "Duration"),
        width=76,
        narrowest=60,
        text=_length,
        sort=_key,
        right=True,
    ),
    Column(
        key=RECORDING,
        header="",
        width=32,
        text=_shape,
        sort=_key,
        tip=_recording_tip,
    ),
    Column(
        key="legs",
        header=QT_TRANSLATE_NOOP("Board", "Legs"),
        width=58,
        narrowest=44,
        text=_legs,
        sort=_key,
        tone=muted_tone,
        right=True,
        hint=QT_TRANSLATE_NOOP("Board", "How many parts the call has, where there are several: menu, queue, transfer."),
    ),
)
