"""The columns of the table of missed callers, one record each. They read a row and hold nothing."""

from supervisor_gui.i18n import QT_TRANSLATE_NOOP, translate
from supervisor_gui.ui.board.context import SortName
from supervisor_gui.ui.missed.rows import MissedRow
from supervisor_gui.ui.missed.words import age_words
from supervisor_gui.ui.models.column import Column, Paint, muted_tone


def _caller(row: MissedRow, _now: float) -> str:
    return row.label


def _by_caller(row: MissedRow) -> SortName:
    return row.place


def _dials(row: MissedRow) -> str:
    return row.dials


def _misses(row: MissedRow, _now: float) -> str:
    return f"×{row.misses}"


def _misses_tone(row: MissedRow, _now: float) -> str:
    return "text" if row.misses > 1 else "muted"


def _by_misses(row: MissedRow) -> int:
    return -row.misses


def _age(row: MissedRow, now: float) -> str:
    return age_words(row.waited(now))


def _age_tone(row: MissedRow, _now: float) -> str:
    return "text" if row.waits else "muted"


def _age_tip(row: MissedRow, _now: float) -> str:
    return translate("MissedPage", "First missed call: {time}").format(time=row.first_words)


def _by_age(row: MissedRow) -> float:
    return row.first


def _last(row: MissedRow, _now: float) -> str:
    return row.last_words


def _by_last(row: MissedRow) -> float:
    return -row.last


def _queue(row: MissedRow, _now: float) -> str:
    return row.queue


def _by_queue(row: MissedRow) -> str:
    return row.queue


def _tries(row: MissedRow, _now: float) -> str:
    return row.tries_words


def _tries_tip(row: MissedRow, _now: float) -> str:
    return row.tries_tip


def _by_tries(row: MissedRow) -> int:
    return -row.tries


def _state(row: MissedRow, _now: float) -> str:
    return row.state


def _state_tone(row: MissedRow, _now: float) -> str:
    return row.tone


def _by_state(row: MissedRow) -> int:
    return row.step


def _note(row: MissedRow, _now: float) -> str:
    return row.note


def _note_first(row: MissedRow) -> tuple[bool, str]:
    return not row.note, row.note


def _note_tip(row: MissedRow, _now: float) -> str:
    return row.note_tip


MISSED_COLUMNS: tuple[Column[MissedRow], ...] = (
    Column(
        key="caller",
        header=QT_TRANSLATE_NOOP("Board", "Caller"),
        width=240,
        narrowest=196,
        text=_caller,
        sort=_by_caller,
        paint=Paint.NAME,
        tip=_caller,
        dials=_dials,
    ),
    Column(
        key="misses",
        header=QT_TRANSLATE_NOOP("Board", "Missed"),
        width=76,
        narrowest=50,
        text=_misses,
        sort=_by_misses,
        tone=_misses_tone,
        right=True,
        hint=QT_TRANSLATE_NOOP("Board", "How often the caller was missed since the last contact."),
    ),
    Column(
        key="age",
        header=QT_TRANSLATE_NOOP("Board", "Waits"),
        width=106,
        narrowest=90,
        text=_age,
        sort=_by_age,
        tone=_age_tone,
        tip=_age_tip,
        right=True,
        ticks=True,
        hint=QT_TRANSLATE_NOOP("Board", "Since the first missed call, until the caller was reached."),
    ),
    Column(
        key="last",
        header=QT_TRANSLATE_NOOP("Board", "Last call"),
        width=104,
        narrowest=92,
        text=_last,
        sort=_by_last,
        tone=muted_tone,
        right=True,
    ),
    Column(
        key="queue",
        header=QT_TRANSLATE_NOOP("Board", "Queue"),
        width=104,
        narrowest=80,
        text=_queue,
        sort=_by_queue,
        tone=muted_tone,
        tip=_queue,
    ),
    Column(
        key="tries",
        header=QT_TRANSLATE_NOOP("Board", "Tried"),
        width=100,
        narrowest=80,
        text=_tries,
        sort=_by_tries,
        tone=muted_tone,
        tip=_tries_tip,
        hint=QT_TRANSLATE_NOOP("Board", "Calls back that were not taken, and when the last of them was."),
    ),
    Column(
        key="state",
        header=QT_TRANSLATE_NOOP("Board", "State"),
        width=300,
        narrowest=146,
        text=_state,
        sort=_by_state,
        paint=Paint.STATE,
        tone=_state_tone,
        tip=_state,
    ),
    Column(
        key="note",
        header=QT_TRANSLATE_NOOP("Board", "Note"),
        width=190,
        narrowest=84,
        text=_note,
        sort=_note_first,
        tip=_note_tip,
        stretch=True,
        editable=True,
    ),
)
