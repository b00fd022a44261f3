"""The own calls of today as a table: a click on a number calls it back. It reads nothing from the store."""

from collections.abc import Sequence

import msgspec
from PySide6.QtWidgets import QWidget

from supervisor_gui.i18n import QT_TRANSLATE_NOOP, translate
from supervisor_gui.live.live_calls import CallDirection
from supervisor_gui.text import clean, duration
from supervisor_gui.ui import format as figures
from supervisor_gui.ui.calls.call_columns import direction_column, party_column, queue_column
from supervisor_gui.ui.calls.call_rows import CallContext, inside_party, outside_party
from supervisor_gui.ui.calls.call_words import direction_words
from supervisor_gui.ui.models.column import Column, muted_tone
from supervisor_gui.ui.models.keyed_rows import KeyedRows
from supervisor_gui.ui.widgets.row_view import RowView


class TodayRow(msgspec.Struct, frozen=True):
    """One call of mine that is over.

    Attributes:
        key: Which call.
        at: Epoch seconds of its beginning.
        direction: Who called whom.
        number: The other party; the called extension of an internal call; empty when withheld.
        queue: The queue it came through, empty if none.
        seconds: How long was talked, None when nobody answered.
    """

    key: str
    at: float
    direction: CallDirection
    number: str = ""
    queue: str = ""
    seconds: float | None = None


class _Shown(msgspec.Struct, frozen=True):
    """A row in words."""

    key: str
    order: tuple[float, str]
    at: float
    party: str
    party_tip: str
    party_dials: str
    direction: str
    queue: str
    result: str


def _shown(row: TodayRow, context: CallContext) -> _Shown:
    inside = row.direction is CallDirection.INTERNAL
    party = inside_party(row.number, context) if inside else outside_party(row.number, context)
    unanswered = translate("Calls", "not answered")
    return _Shown(
        key=row.key,
        order=(-row.at, row.key),
        at=row.at,
        party=party.words,
        party_tip=party.whole,
        party_dials=party.dials,
        direction=direction_words(row.direction),
        queue=clean(row.queue, 40),
        result=unanswered if row.seconds is None else duration(row.seconds),
    )


def _time(row: _Shown, _now: float) -> str:
    return figures.clock(row.at)


def _by_time(row: _Shown) -> float:
    return row.at


def _result(row: _Shown, _now: float) -> str:
    return row.result


def _by_result(row: _Shown) -> str:
    return row.result


_COLUMNS: tuple[Column[_Shown], ...] = (
    Column(
        key="time",
        header=QT_TRANSLATE_NOOP("Board", "Time"),
        width=64,
        text=_time,
        sort=_by_time,
        tone=muted_tone,
    ),
    party_column(160, stretch=True),
    direction_column(90),
    queue_column(110),
    Column(
        key="result",
        header=QT_TRANSLATE_NOOP("Board", "Talk time"),
        width=104,
        narrowest=72,
        text=_result,
        sort=_by_result,
        right=True,
    ),
)


def _accessible_name() -> str:
    return translate("Calls", "My calls today")


class TodayTable(RowView):
    """My calls today, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        model: KeyedRows[_Shown] = KeyedRows(_COLUMNS)
        super().__init__(model, _accessible_name, parent)
        model.setParent(self)
        self.today_model = model

    def show_rows(self, rows: Sequence[TodayRow], context: CallContext) -> None:
        """Show these calls."""
        self.today_model.replace(_shown(row, context) for row in rows)
