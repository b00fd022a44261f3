"""A list's report and what is on its way to it, made into the rows of a page. Pure; long lists go in a thread."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import msgspec

from supervisor_gui.autodial.values import ListFigures, ListNumbers, NumberRow, NumberState, RowState, UploadRow
from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.live.numbers import tail
from supervisor_gui.netsantral.names import national_number
from supervisor_gui.netsantral.types_autodial import ListReport, ReportedNumber
from supervisor_gui.text import fold

_STATES: Mapping[str, NumberState] = {
    "hic aranmamis": NumberState.NEVER,
    "basarili": NumberState.REACHED,
    "basarisiz": NumberState.FAILED,
    "tekrar aranacak": NumberState.RETRY,
}
"""Folded words of a report."""

_ON_THE_WAY: Mapping[RowState, NumberState] = {state: NumberState(state.value) for state in RowState}
_ACTIVE: Mapping[str, bool] = {"0": False, "1": True}
_MINUTE_DIGITS = 12


class Facts(msgspec.Struct, frozen=True):
    """What a report says as a whole.

    Attributes:
        numbers: Those it lists (`national_number`).
        whole: Nothing of it was unreadable and there are as many numbers as its counts say.
    """

    numbers: frozenset[str]
    whole: bool


def facts_of(report: ListReport) -> Facts:
    """Which numbers a report lists, and whether it can show that others are missing."""
    told = report.never + report.reached + report.failed + report.retry
    numbers = frozenset(national_number(row.number) for row in report.numbers)
    return Facts(numbers - {""}, report.damaged == 0 and len(report.numbers) == told)


def figures_of(report: ListReport, as_of: float) -> ListFigures:
    """The counts of a report that was asked for at `as_of`."""
    return ListFigures(report.never, report.reached, report.failed, report.retry, as_of)


def tails_of(report: ListReport, underway: Iterable[UploadRow]) -> frozenset[str]:
    """By what all these numbers are looked up in the do-not-call list."""
    tails = {tail(row.number) for row in report.numbers}
    tails.update(tail(row.number) for row in underway)
    return frozenset(tails - {""})


def number_rows(
    report: ListReport, underway: Sequence[UploadRow], blocked: frozenset[str], *, since: float = 0.0
) -> tuple[NumberRow, ...]:
    """The report's numbers in its order, then those on their way that it does not list.

    Args:
        report: The PBX's.
        underway: What was sent or waits, oldest upload first; of one number the newest counts.
        blocked: Tails that stand on the do-not-call list.
        since: Numbers that were sent before this instant and are not listed have been removed since; 0 for none.
    """
    nationals = [national_number(row.number) for row in report.numbers]
    listed = Counter(nationals)
    reading = _Reading(blocked)
    rows = [
        reading.row(place, row, twice=bool(national) and listed[national] > 1)
        for place, (row, national) in enumerate(zip(report.numbers, nationals, strict=True))
    ]
    # A number that was deleted for good has left its place without one.
    unlisted = (row for row in underway if not row.number or national_number(row.number) not in listed)
    newest = {row.number or (row.job, row.place): row for row in unlisted}
    rows += [_on_the_way(row, blocked) for row in newest.values() if not _removed(row, since)]
    return tuple(rows)


def in_list(numbers: ListNumbers, underway: Iterable[UploadRow]) -> frozenset[str]:
    """The numbers that a list has or is getting (`national_number`); those that surely did not arrive are none.

    Args:
        numbers: As they were put together last.
        underway: What may have come since: one sent before the report has left the list when that does not list it.
    """
    shown = {national_number(row.number) for row in numbers.rows if may_be_there(row)}
    coming = {row.number for row in underway if _may_come(row, numbers.as_of)}
    return frozenset((shown | coming) - {""})


def may_be_there(row: NumberRow) -> bool:
    """Whether the list has this number or may be getting it."""
    return row.state is not NumberState.REFUSED and not row.absent


def _may_come(row: UploadRow, as_of: float) -> bool:
    return not row.absent_at and (row.state is not RowState.SENT or row.at >= as_of)


class _Reading:
    """Reads the rows of one report; words and times repeat themselves, so each is read once."""

    def __init__(self, blocked: frozenset[str]) -> None:
        self._blocked = blocked
        self._states: dict[str, NumberState] = {}
        self._times: dict[str, float] = {}
        self._keys: set[str] = set()

    def row(self, place: int, told: ReportedNumber, *, twice: bool) -> NumberRow:
        """One number of the report."""
        state = self._states.get(told.status)
        if state is None:
            state = _STATES.get(fold(told.status).strip(), NumberState.OTHER)
            self._states[told.status] = state
        active, trunk, call_at, extra = self._settings(told.extra)
        return NumberRow(
            key=self._key(place, told),
            id=told.id,
            number=told.number,
            name=told.name,
            state=state,
            words=told.status,
            active=active,
            call_at=call_at,
            trunk=trunk,
            blocked=bool(self._blocked) and tail(told.number) in self._blocked,
            twice=twice,
            extra=extra,
        )

    def _key(self, place: int, told: ReportedNumber) -> str:
        key = told.id or f"number {told.number}"
        if key in self._keys:
            key = f"{key} {place}"
        self._keys.add(key)
        return key

    def _settings(
        self, extra: tuple[tuple[str, str], ...]
    ) -> tuple[bool | None, str, float, tuple[tuple[str, str], ...]]:
        """Activity, line and time out of the further fields, and the fields that stay."""
        active, trunk, call_at = None, "", 0.0
        rest = []
        for name, value in extra:
            if name == "nstatus" and value in _ACTIVE:
                active = _ACTIVE[value]
            elif name == "trunk":
                trunk = value
            elif name == "calltime" and (found := self._time(value)):
                call_at = found
            else:
                rest.append((name, value))
        return active, trunk, call_at, tuple(rest)

    def _time(self, text: str) -> float:
        if text not in self._times:
            self._times[text] = _minute(text)
        return self._times[text]


def _minute(text: str) -> float:
    """Epoch seconds of `ddMMyyyyHHmm` in Turkish time; 0 for anything else."""
    if not (len(text) == _MINUTE_DIGITS and text.isascii() and text.isdigit()):
        return 0.0
    day, month, year, hour, minute = (int(part) for part in (text[:2], text[2:4], text[4:8], text[8:10], text[10:]))
    try:
        return datetime(year, month, day, hour, minute, tzinfo=PBX_ZONE).timestamp()
    except (ValueError, OverflowError):
        return 0.0


def _removed(row: UploadRow, since: float) -> bool:
    return row.state is RowState.SENT and row.at < since


def _on_the_way(row: UploadRow, blocked: frozenset[str]) -> NumberRow:
    return NumberRow(
        key=f"{row.job}:{row.place}",
        id="",
        number=row.number,
        name=row.name,
        state=_ON_THE_WAY[row.state],
        words=row.why,
        absent=row.state is RowState.UNKNOWN and row.absent_at > 0,
        active=row.active,
        call_at=row.call_at,
        trunk=row.trunk,
        blocked=bool(blocked) and tail(row.number) in blocked,
    )
