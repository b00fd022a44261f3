"""Writes call records, for one open file, inside the caller's transaction. How legs become one row is `record_folding`.

Reading is `record_reader`'s, on its own thread.
"""

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, func, insert, select

from supervisor_gui.history.record_folding import (
    fold,
    kept_leg,
    legs_of,
    legs_text,
    numbers_of,
    parted,
    storable,
    tails_of,
)
from supervisor_gui.history.record_sql import NAME_MARK, name_form
from supervisor_gui.history.record_values import KeptLeg
from supervisor_gui.history.schema import RECORD_SECOND_BITS, call_records, record_legs
from supervisor_gui.history.statements import slices
from supervisor_gui.netsantral.types_records import CallRecord

KeptOut = Callable[[Collection[str]], frozenset[str]]
"""Which of these tails must not be stored."""


class _Span(msgspec.Struct, frozen=True):
    """What an answer is about: begin ≤ t < end in epoch seconds, nothing before `oldest`."""

    begin: float
    end: float
    oldest: float

    def holds(self, leg: KeptLeg) -> bool:
        """Whether the answer is about the leg's begin."""
        return self.begin <= leg.at < self.end


class _Told(msgspec.Struct, frozen=True):
    """The calls that an answer tells of one id, one after another, each with a leg within the span."""

    call: str
    legs: tuple[KeptLeg, ...]


class _New(msgspec.Struct):
    """A row to be written, its id None until it has one, with its legs as text and the tails in it."""

    row: dict[str, Any]
    text: str
    tails: frozenset[str]


class _Changes(msgspec.Struct):
    """What is to be done about some calls: ids of rows that go, and new rows."""

    gone: list[int] = []
    new: list[_New] = []


def first_id(at: float) -> int:
    """The smallest id of a call that began at `at` (epoch seconds) or later."""
    return math.ceil(at) << RECORD_SECOND_BITS


def nobody(_: Collection[str]) -> frozenset[str]:
    """No tail is kept out."""
    return frozenset()


class RecordRows:
    """The call records in one open file, for the thread that opened it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(
        self,
        account: str,
        calls: Sequence[CallRecord],
        begin: float,
        end: float,
        oldest: float,
        *,
        kept_out: KeptOut = nobody,
        whole: bool = True,
    ) -> None:
        """Keep what an answer about begin ≤ t < end tells, in the place of what was kept of that span.

        An answer may tell of a call only the legs within its span, or, when the call begins there, all of them: legs
        outside of it stay unless the answer reaches over them. Calls that began within the span and are not told lose
        their legs there, and go when none is left. Calls without a leg in the span are left out.

        Args:
            account: Whose.
            calls: The answer's.
            begin, end: Epoch seconds of the span.
            oldest: Epoch seconds; calls that began before are not stored.
            kept_out: Tells which tails must not be stored; a call with one of them is not.
            whole: Whether every row of the answer could be read; else what it does not tell of stays.

        Raises:
            StoreError: `kept_out` cannot tell.
        """
        span = _Span(begin, end, oldest)
        told = _told(calls, span)
        if whole:
            self._drop_untold(account, {each.call for each in told}, span, kept_out)
        for part in slices(told):
            kept = self._kept(account, call_records.c.call.in_([each.call for each in part]))
            changes = _Changes()
            for each in part:
                _renew(changes, span, each, kept.get(each.call, ()), whole=whole)
            self._store(account, changes, kept_out)

    def _drop_untold(self, account: str, told: Collection[str], span: _Span, kept_out: KeptOut) -> None:
        columns = call_records.c
        within = (columns.account == account) & columns.id.between(first_id(span.begin), first_id(span.end) - 1)
        found = self._connection.execute(select(columns.id, columns.call).where(within))
        for part in slices([id_ for id_, call in found if call not in told]):
            changes = _Changes()
            for call, rows in self._kept(account, columns.id.in_(part)).items():
                _renew(changes, span, _Told(call, ()), rows, whole=True)
            self._store(account, changes, kept_out)

    def _kept(self, account: str, which: Any) -> Mapping[str, Sequence[Row[Any]]]:
        """Rows with their legs by id of the call."""
        text = func.coalesce(record_legs.c.legs, "").label("text")
        query = select(call_records, text).outerjoin(record_legs, record_legs.c.id == call_records.c.id)
        found: dict[str, list[Row[Any]]] = {}
        for row in self._connection.execute(query.where(call_records.c.account == account, which)):
            found.setdefault(row.call, []).append(row)
        return found

    def _store(self, account: str, changes: _Changes, kept_out: KeptOut) -> None:
        new = _let_in(changes.new, kept_out)
        if changes.gone:
            for table in (call_records, record_legs):
                self._connection.execute(delete(table).where(table.c.id.in_(changes.gone)))
        if new:
            self._give_ids([each.row for each in new])
            self._connection.execute(insert(call_records), [each.row | {"account": account} for each in new])
            self._connection.execute(insert(record_legs), [{"id": each.row["id"], "legs": each.text} for each in new])

    def _give_ids(self, rows: Sequence[dict[str, Any]]) -> None:
        """Give each row that has none an id that is free in its second; ids are of all accounts."""
        begins = [math.floor(row["began"]) << RECORD_SECOND_BITS for row in rows if row["id"] is None]
        if not begins:
            return
        column = call_records.c.id
        within = column.between(min(begins), max(begins) + (1 << RECORD_SECOND_BITS))
        taken = {*self._connection.scalars(select(column).where(within)), *(row["id"] for row in rows)}
        free: dict[int, int] = {}
        for row, begin in zip((row for row in rows if row["id"] is None), begins, strict=True):
            id_ = free.get(begin, begin)
            while id_ in taken:
                id_ += 1
            free[begin] = id_ + 1
            row["id"] = id_


def _told(calls: Iterable[CallRecord], span: _Span) -> list[_Told]:
    """What the answer tells of the span, each id once, in order of time."""
    by_id: dict[str, list[KeptLeg]] = {}
    for record in calls:
        by_id.setdefault(storable(record.call), []).extend(map(kept_leg, record.legs))
    told = [_Told(call, _meant(legs, span)) for call, legs in by_id.items()]
    return sorted((each for each in told if each.legs), key=lambda each: each.legs[0].at)


def _meant(legs: Iterable[KeptLeg], span: _Span) -> tuple[KeptLeg, ...]:
    """The legs of those calls that have one within the span."""
    return tuple(leg for one in parted(legs) if any(map(span.holds, one)) for leg in one)


def _renew(changes: _Changes, span: _Span, told: _Told, rows: Sequence[Row[Any]], *, whole: bool) -> None:
    """Note how the rows of one id change by what is told of it; when that is not `whole` no leg goes untold."""
    first, last = (told.legs[0].at, told.legs[-1].at) if told.legs else (span.begin, span.begin)
    begin = min(span.begin, first)
    kept = [leg for row in rows for leg in legs_of(row.text)]
    again = set(map(_which, told.legs))
    stay = [
        leg
        for leg in kept
        if leg.at < begin or (leg.at >= span.end and leg.at > last) or not (whole or _which(leg) in again)
    ]
    before = {math.floor(row.began): row for row in rows}
    for legs in parted((*stay, *told.legs)):
        if legs[0].at < span.oldest:
            continue
        old = before.pop(math.floor(legs[0].at), None)
        text = legs_text(legs)
        if old is not None and old.text == text:
            continue
        row = _row(told.call, legs) | {"id": None if old is None else old.id}
        changes.new.append(_New(row, text, tails_of(legs)))
        if old is not None:
            changes.gone.append(old.id)
    changes.gone.extend(row.id for row in before.values())


def _which(leg: KeptLeg) -> tuple[float, str, str]:
    """What tells a leg from the others of its call."""
    return leg.at, leg.destination, leg.source


def _row(call: str, legs: Sequence[KeptLeg]) -> dict[str, Any]:
    """The columns of a call."""
    folded = fold(call, legs)
    # An extension that was called is looked for as it stands in the row.
    numbers = (*numbers_of(legs), *((folded.number,) if folded.number else ()))
    found_by = " ".join(dict.fromkeys(numbers))
    if name := name_form(folded.name):
        found_by += NAME_MARK + name
    return msgspec.structs.asdict(folded) | {"direction": folded.direction.value, "numbers": found_by}


def _let_in(rows: Sequence[_New], kept_out: KeptOut) -> Sequence[_New]:
    """The rows without those of which a number must not be stored."""
    tails = frozenset[str]().union(*(each.tails for each in rows))
    out = kept_out(tails) if tails else tails
    return [each for each in rows if out.isdisjoint(each.tails)]
