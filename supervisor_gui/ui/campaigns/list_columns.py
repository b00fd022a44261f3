"""The columns of the table of auto-dial lists, one record each. They read a row and hold nothing."""

from collections.abc import Callable
from datetime import date, time

from supervisor_gui.i18n import QT_TRANSLATE_NOOP
from supervisor_gui.ui import format as figures
from supervisor_gui.ui.board.context import SortName
from supervisor_gui.ui.campaigns.list_rows import ListRow
from supervisor_gui.ui.models.column import Column, Paint, muted_tone


def _state(row: ListRow, _now: float) -> str:
    return row.state


def _state_tone(row: ListRow, _now: float) -> str:
    return row.tone


def _tip(row: ListRow, _now: float) -> str:
    return "\n".join((f"{row.name}: {row.state}", *row.hints))


def _by_state(row: ListRow) -> int:
    return row.step


def _name(row: ListRow, _now: float) -> str:
    return row.name


def _by_name(row: ListRow) -> SortName:
    return row.place


def _kind(row: ListRow, _now: float) -> str:
    return row.kind


def _by_kind(row: ListRow) -> str:
    return row.kind


def _when(row: ListRow, _now: float) -> str:
    return row.when


def _by_when(row: ListRow) -> tuple[date, time]:
    return row.first


def _department(row: ListRow, _now: float) -> str:
    return row.department


def _by_department(row: ListRow) -> str:
    return row.department


def _target(row: ListRow, _now: float) -> str:
    return row.target


def _by_target(row: ListRow) -> str:
    return row.target


def _line(row: ListRow, _now: float) -> str:
    return row.line


def _by_line(row: ListRow) -> str:
    return row.line


def _progress(row: ListRow, _now: float) -> str:
    return row.progress


def _by_progress(row: ListRow) -> float:
    return -1.0 if row.done is None else row.done


def _count(part: str) -> Callable[[ListRow, float], str]:
    def words(row: ListRow, _now: float) -> str:
        number = getattr(row, part)
        return figures.NONE if number is None else figures.count(number)

    return words


def _by_count(part: str) -> Callable[[ListRow], int]:
    def place(row: ListRow) -> int:
        number = getattr(row, part)
        return 1 if number is None else -number

    return place


def _counted(key: str, header: str, hint: str, narrowest: int = 61) -> Column[ListRow]:
    return Column(
        key=key,
        header=header,
        width=76,
        narrowest=narrowest,
        text=_count(key),
        sort=_by_count(key),
        right=True,
        hint=hint,
    )


LIST_COLUMNS: tuple[Column[ListRow], ...] = (
    Column(
        key="state",
        header=QT_TRANSLATE_NOOP("Board", "State"),
        width=130,
        narrowest=118,
        text=_state,
        sort=_by_state,
        paint=Paint.STATE,
        tone=_state_tone,
        tip=_tip,
    ),
    Column(
        key="name",
        header=QT_TRANSLATE_NOOP("Board", "Name"),
        width=240,
        narrowest=170,
        text=_name,
        sort=_by_name,
        paint=Paint.NAME,
        tip=_tip,
        stretch=True,
    ),
    Column(
        key="progress",
        header=QT_TRANSLATE_NOOP("Board", "Progress"),
        width=120,
        narrowest=50,
        text=_progress,
        sort=_by_progress,
        paint=Paint.BAR,
        tip=_progress,
    ),
    _counted("never", QT_TRANSLATE_NOOP("Board", "Never"), QT_TRANSLATE_NOOP("Board", "Numbers not called yet.")),
    _counted(
        "reached", QT_TRANSLATE_NOOP("Board", "Reached"), QT_TRANSLATE_NOOP("Board", "Numbers that took the call.")
    ),
    _counted(
        "failed", QT_TRANSLATE_NOOP("Board", "Failed"), QT_TRANSLATE_NOOP("Board", "Numbers that are called no more.")
    ),
    _counted(
        "retry",
        QT_TRANSLATE_NOOP("Board", "Again"),
        QT_TRANSLATE_NOOP("Board", "Numbers that will be called again."),
        narrowest=50,
    ),
    Column(
        key="kind",
        header=QT_TRANSLATE_NOOP("Board", "Kind"),
        width=84,
        narrowest=72,
        text=_kind,
        sort=_by_kind,
        tone=muted_tone,
        tip=_kind,
    ),
    Column(
        key="when",
        header=QT_TRANSLATE_NOOP("Board", "When"),
        width=226,
        narrowest=212,
        text=_when,
        sort=_by_when,
        tone=muted_tone,
        tip=_when,
    ),
    Column(
        key="department",
        header=QT_TRANSLATE_NOOP("Board", "Department"),
        width=110,
        narrowest=84,
        text=_department,
        sort=_by_department,
        tone=muted_tone,
        tip=_department,
    ),
    Column(
        key="target",
        header=QT_TRANSLATE_NOOP("Board", "Target"),
        width=150,
        narrowest=136,
        text=_target,
        sort=_by_target,
        tone=muted_tone,
        tip=_target,
    ),
    Column(
        key="line",
        header=QT_TRANSLATE_NOOP("Board", "Line"),
        width=110,
        narrowest=100,
        text=_line,
        sort=_by_line,
        tone=muted_tone,
        tip=_line,
    ),
)
