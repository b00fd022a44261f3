"""Reads and writes what is kept of days, for one open file. What the values mean is `day_values`; it asks nobody."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Executable, Select, Table, delete, func, insert, null, select
from sqlalchemy.dialects import sqlite

from supervisor_gui.clock import PBX_ZONE, pbx_midnight_of
from supervisor_gui.history.database import one_moment, transaction
from supervisor_gui.history.day_claims import Claims, release_within
from supervisor_gui.history.day_values import (
    Counting,
    DayRecords,
    HourCount,
    Known,
    Past,
    Question,
    RecordHour,
    StoredDay,
    StoredList,
    StoredRecords,
)
from supervisor_gui.history.forgotten import Sieve
from supervisor_gui.history.record_rows import RecordRows
from supervisor_gui.history.schema import listed_calls, record_days, record_hours, statistics_days, statistics_lists
from supervisor_gui.history.statements import execute_each
from supervisor_gui.live.numbers import tail
from supervisor_gui.netsantral.types_statistics import CallOutcome, DayStatistics, ListedCall

_DAY = timedelta(days=1)
_FIGURES = DayStatistics.__struct_fields__[1:]
_LIST = ("outcome", "listed", "calls", "damaged")
_OUTCOMES = {outcome.value: outcome for outcome in CallOutcome}

Row = Mapping[str, Any]


class DayRows:
    """What is kept of days in one open file, for the thread that opened it.

    Attributes:
        claims: Who is asking what.
    """

    def __init__(self, connection: Connection, sieve: Sieve) -> None:
        self._connection = connection
        self._sieve = sieve
        self.claims = Claims(connection)

    def past(self, account: str, start: date, end: date, counting: Counting) -> Past:
        """Everything about the days, all as of one moment, its listed calls counted as `counting` says."""
        with one_moment(self._connection):
            return Past(
                start,
                end,
                days=self._days(account, start, end),
                lists=self._lists(account, start, end),
                hours=self._hours(account, start, end, counting),
                records=self._records(account, start, end),
                record_hours=self._record_hours(account, start, end),
            )

    def known(self, account: str, start: date, end: date) -> Known:
        """What of the days is kept, as of one moment."""
        with one_moment(self._connection):
            return Known(
                days={row.figures.day: row for row in self._days(account, start, end)},
                lists={(row.day, row.outcome): row for row in self._lists(account, start, end)},
                records={row.day: row for row in self._records(account, start, end)},
            )

    def calls(
        self, account: str, start: date, end: date, outcome: CallOutcome | None
    ) -> tuple[tuple[CallOutcome, ListedCall], ...]:
        """The listed calls of the days, of one outcome or all, in order of time."""
        columns = listed_calls.c
        chosen = (columns.call, columns.at, columns.number, columns.talk_seconds, columns.wait_seconds)
        query = select(columns.outcome, *chosen).where(_within(listed_calls, account, start, end))
        if outcome is not None:
            query = query.where(columns.outcome == outcome.value)
        with one_moment(self._connection):
            found = self._connection.execute(query.order_by(columns.at, columns.outcome, columns.seq))
            return tuple(
                (CallOutcome(of), ListedCall(call, datetime.fromtimestamp(at, PBX_ZONE), number, talk, wait))
                for of, call, at, number, talk, wait in found
            )

    def put_days(self, account: str, rows: Sequence[StoredDay], question: Question, holder: str) -> None:
        """Keep figures and give up the claim."""
        with self._answering(account, question, holder):
            execute_each(self._connection, _PUT_DAY, [_day_row(account, row) for row in rows])

    def put_list(
        self, account: str, row: StoredList, calls: Sequence[ListedCall], question: Question, holder: str
    ) -> None:
        """Keep a day's calls of one outcome instead of those kept before, and give up the claim.

        Calls with a number that must not be stored are kept without it.
        """
        key: dict[str, Any] = {"account": account, "day": row.day.toordinal(), "outcome": row.outcome.value}
        told = {name: getattr(row, name) for name in ("asked_at", "final", "listed", "damaged")}
        with self._answering(account, question, holder):
            if self._replace(_PUT_LIST, listed_calls, key, told | {"calls": len(calls)}):
                rows = [key | _call_row(seq, call) for seq, call in enumerate(calls)]
                hidden = self._sieve.hidden(self._connection, {tail(call.number) for call in calls})
                for each in rows if hidden else ():
                    each["number"] = "" if tail(each["number"]) in hidden else each["number"]
                execute_each(self._connection, insert(listed_calls), rows)

    def put_records(self, account: str, told: DayRecords, question: Question, holder: str) -> None:
        """Keep a day's call records and counts instead of those kept before, and give up the claim.

        Calls with a number that must not be stored are left out.

        Raises:
            StoreError: Nobody can tell which those are.
        """
        day = told.row.day
        begin, end = pbx_midnight_of(day), pbx_midnight_of(day + _DAY)
        since = max(begin, told.since)
        hour = int(since - begin) // 3600
        key: dict[str, Any] = {"account": account, "day": day.toordinal()}
        with self._answering(account, question, holder):
            # Of a day that is too old the calls are left out below.
            row = _kept_at(told.row, pruned=begin < told.oldest)
            if self._replace(_PUT_RECORDS, record_hours, key, row, record_hours.c.hour >= hour):
                counts = [key | _hour_row(count) for count in told.hours if count.hour >= hour]
                execute_each(self._connection, insert(record_hours), counts)
                kept_out = partial(self._sieve.kept_out, self._connection)
                RecordRows(self._connection).put(
                    account, told.calls, since, end, told.oldest, kept_out=kept_out, whole=told.whole
                )

    @contextmanager
    def _answering(self, account: str, question: Question, holder: str) -> Iterator[None]:
        """What is written within is stored and the claim given up, both or neither."""
        with transaction(self._connection):
            yield
            release_within(self._connection, account, question, holder)

    def _days(self, account: str, start: date, end: date) -> tuple[StoredDay, ...]:
        found = self._connection.execute(_kept(statistics_days, account, start, end, *_FIGURES))
        return tuple(
            StoredDay(DayStatistics(date.fromordinal(day), *figures), asked_at, final)
            for day, *figures, asked_at, final in found
        )

    def _lists(self, account: str, start: date, end: date) -> tuple[StoredList, ...]:
        found = self._connection.execute(_kept(statistics_lists, account, start, end, *_LIST))
        return tuple(
            StoredList(date.fromordinal(day), _OUTCOMES[outcome], asked_at, final, *told)
            for day, outcome, *told, asked_at, final in found
        )

    def _hours(self, account: str, start: date, end: date, counting: Counting) -> tuple[HourCount, ...]:
        query = _by_hour(account, start, end, counting)
        found = self._connection.execute(query if counting.by_hour else _by_day(query))
        return tuple(
            HourCount(date.fromordinal(day), hour, _OUTCOMES[outcome], *counts) for day, hour, outcome, *counts in found
        )

    def _records(self, account: str, start: date, end: date) -> tuple[StoredRecords, ...]:
        found = self._connection.execute(_kept(record_days, account, start, end, "pruned"))
        return tuple(
            StoredRecords(date.fromordinal(day), asked_at, final, pruned) for day, pruned, asked_at, final in found
        )

    def _record_hours(self, account: str, start: date, end: date) -> tuple[RecordHour, ...]:
        columns = record_hours.c
        query = select(columns.day, columns.hour, columns.answered, columns.missed)
        query = query.where(_within(record_hours, account, start, end)).order_by(columns.day, columns.hour)
        return tuple(RecordHour(date.fromordinal(day), *told) for day, *told in self._connection.execute(query))

    def _replace(self, put: Executable, parts: Table, key: Row, told: Row, *which: ColumnElement[bool]) -> bool:
        """Put the row and remove the parts of the one before; False, and nothing, when that one is to stay."""
        changed = self._connection.execute(put, {**key, **told}).rowcount > 0
        if changed:
            mine = (parts.columns[name] == key[name] for name in key)
            self._connection.execute(delete(parts).where(*mine, *which))
        return changed


def _within(table: Table, account: str, start: date, end: date) -> ColumnElement[bool]:
    return (table.c.account == account) & table.c.day.between(start.toordinal(), end.toordinal())


def _kept(table: Table, account: str, start: date, end: date, *told: str) -> Select[Any]:
    """The days' rows of a table in order of its key: the day, what is `told`, when it was asked for, whether final."""
    names = ("day", *told, "asked_at", "final")
    query = select(*(table.columns[name] for name in names)).where(_within(table, account, start, end))
    return query.order_by(*table.primary_key)


def _by_hour(account: str, start: date, end: date, counting: Counting) -> Select[Any]:
    """The listed calls of each hour and outcome, in the order of the primary key: SQLite counts as it reads."""
    wait, talk = listed_calls.c.wait_seconds, listed_calls.c.talk_seconds
    slot = (listed_calls.c.day, listed_calls.c.hour, listed_calls.c.outcome)
    query = select(
        *slot,
        func.count().label("calls"),
        func.count(wait).label("waits"),
        func.coalesce(func.sum(wait), 0).label("wait_seconds"),
        func.coalesce(func.max(wait), 0).label("longest_wait"),
        func.count().filter(wait <= counting.threshold).label("in_time"),
        func.count().filter(wait <= counting.short).label("short"),
        func.count(talk).label("talks"),
        func.coalesce(func.sum(talk), 0).label("talk_seconds"),
    )
    return query.where(_within(listed_calls, account, start, end)).group_by(*slot).order_by(*slot)


def _by_day(hours: Select[Any]) -> Select[Any]:
    """The same for whole days: only the hours are sorted, not the calls."""
    each = hours.order_by(None).subquery()
    day, _, outcome, *counts = each.c
    added = (func.max(one) if one.name == "longest_wait" else func.sum(one) for one in counts)
    return select(day, null(), outcome, *added).group_by(day, outcome).order_by(day, outcome)


def _put(table: Table) -> Executable:
    """An insert that replaces the row of the same key, but no final row by one that is not."""
    statement = sqlite.insert(table)
    new = statement.excluded
    values = {column.name: new[column.name] for column in table.columns if not column.primary_key}
    return statement.on_conflict_do_update(
        index_elements=list(table.primary_key), set_=values, where=new.final | ~table.c.final
    )


def _day_row(account: str, row: StoredDay) -> Row:
    figures = msgspec.structs.asdict(row.figures) | {"day": row.figures.day.toordinal()}
    return {"account": account, **figures, "asked_at": row.asked_at, "final": row.final}


def _call_row(seq: int, call: ListedCall) -> dict[str, Any]:
    hour = call.at.astimezone(PBX_ZONE).hour
    return msgspec.structs.asdict(call) | {"seq": seq, "hour": hour, "at": call.at.timestamp()}


def _kept_at(row: StoredRecords, *, pruned: bool) -> Row:
    return {"asked_at": row.asked_at, "final": row.final, "pruned": pruned}


def _hour_row(hour: RecordHour) -> dict[str, Any]:
    return {"hour": hour.hour, "answered": hour.answered, "missed": hour.missed}


_PUT_DAY, _PUT_LIST, _PUT_RECORDS = (_put(table) for table in (statistics_days, statistics_lists, record_days))
