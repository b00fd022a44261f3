"""The columns that every table of calls has: the other party, the queue, the direction. No Qt objects, no colours."""

from typing import Protocol, TypeVar

from supervisor_gui.i18n import QT_TRANSLATE_NOOP
from supervisor_gui.ui.models.column import Column, muted_tone


class CallTold(Protocol):
    """A row of a call, in words."""

    @property
    def party(self) -> str:
        """The other party's name, or its number as this seat may see it."""

    @property
    def party_tip(self) -> str:
        """Both."""

    @property
    def party_dials(self) -> str:
        """What a click on it calls."""

    @property
    def queue(self) -> str:
        """The queue it came through, empty if none."""

    @property
    def direction(self) -> str:
        """Who called whom."""


Told = TypeVar("Told", bound=CallTold)


def party_column(width: int, *, stretch: bool = False) -> Column[Told]:
    """The other party; a click calls it."""
    return Column(
        key="party",
        header=QT_TRANSLATE_NOOP("Board", "Other party"),
        width=width,
        narrowest=104,
        text=_party,
        sort=_by_party,
        tip=_party_tip,
        dials=_party_dials,
        stretch=stretch,
    )


def queue_column(width: int) -> Column[Told]:
    """The queue."""
    return Column(
        key="queue",
        header=QT_TRANSLATE_NOOP("Board", "Queue"),
        width=width,
        narrowest=62,
        text=_queue,
        sort=_by_queue,
        tone=muted_tone,
        tip=_queue,
    )


def direction_column(width: int) -> Column[Told]:
    """Who called whom."""
    return Column(
        key="direction",
        header=QT_TRANSLATE_NOOP("Board", "Direction"),
        width=width,
        narrowest=62,
        text=_direction,
        sort=_by_direction,
        tone=muted_tone,
    )


def _party(row: CallTold, _now: float) -> str:
    return row.party


def _party_tip(row: CallTold, _now: float) -> str:
    return row.party_tip


def _by_party(row: CallTold) -> str:
    return row.party


def _party_dials(row: CallTold) -> str:
    return row.party_dials


def _queue(row: CallTold, _now: float) -> str:
    return row.queue


def _by_queue(row: CallTold) -> str:
    return row.queue


def _direction(row: CallTold, _now: float) -> str:
    return row.direction


def _by_direction(row: CallTold) -> str:
    return row.direction
