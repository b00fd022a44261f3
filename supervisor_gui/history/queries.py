"""What pages and charts read out of the tables, as frozen values. It changes nothing."""

import math
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Executable, Select, Table, and_, func, or_, select, union_all

from supervisor_gui.history.masking import masked
from supervisor_gui.history.record_values import SavedRecording
from supervisor_gui.history.schema import (
    audit,
    meta,
    minute_samples,
    names,
    saved_recordings,
    seen_calls,
    state_intervals,
)
from supervisor_gui.live.live_calls import CallDirection
from supervisor_gui.live.numbers import party_key
from supervisor_gui.live.ports import AuditRow, DirectoryEntry, MinuteSample, SeenCall, StateInterval

T = TypeVar("T")

MINUTE = 60


def _rows(connection: Connection, query: Executable, kind: type[T]) -> tuple[T, ...]:
    """The query's rows, each as a `kind`; the connection holds no read transaction afterwards."""
    try:
        return tuple(kind(*row) for row in connection.execute(query))
    finally:
        connection.rollback()


def _as(table: Table, kind: type[msgspec.Struct]) -> Select[Any]:
    """Select the columns of `table` in the order of the fields of `kind`."""
    return select(*(table.columns[name] for name in kind.__struct_fields__))


def _last_before(account: str, begin: float) -> Select[Any]:
    """The intervals that began before `begin` and reach into it.

    Those of one extension follow each other, so each extension's last one is the only candidate: one leap through the
    index an extension, however long the history is.
    """
    sought = state_intervals.alias("sought").c
    first = select(func.min(sought.extension).label("extension")).where(sought.account == account)
    walk = first.cte("extensions", recursive=True)
    onward = select(func.min(sought.extension)).where(sought.account == account, sought.extension > walk.c.extension)
    extensions = walk.union_all(select(onward.scalar_subquery()).where(walk.c.extension.is_not(None)))
    last = select(func.max(sought.began)).where(
        sought.account == account, sought.extension == extensions.c.extension, sought.began < begin
    )
    columns = state_intervals.c
    mine = (columns.account == account) & (columns.extension == extensions.c.extension)
    return (
        _as(state_intervals, StateInterval)
        .select_from(extensions)
        .join(state_intervals, mine & (columns.began == last.correlate(extensions).scalar_subquery()))
        .where(or_(columns.ended > begin, columns.ended.is_(None)))
    )


class Queries:
    """Questions to one open file, for the thread that opened it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def names(self, account: str) -> tuple[DirectoryEntry, ...]:
        """The account's directory by extension."""
        query = _as(names, DirectoryEntry).where(names.c.account == account).order_by(names.c.extension)
        return _rows(self._connection, query, DirectoryEntry)

    def audit(self, account: str, limit: int, since: float) -> tuple[AuditRow, ...]:
        """At most `limit` actions from `since` on, newest first."""
        query = (
            _as(audit, AuditRow)
            .where(audit.c.account == account, audit.c.at >= since)
            .order_by(audit.c.at.desc(), audit.c.id.desc())
            .limit(limit)
        )
        return _rows(self._connection, query, AuditRow)

    def samples(self, account: str, begin: float, end: float, queue: str) -> tuple[MinuteSample, ...]:
        """Samples of the minutes that start within begin ≤ t < end, of all queues or one, by minute and queue."""
        columns = minute_samples.c
        query = _as(minute_samples, MinuteSample).where(
            columns.account == account,
            columns.minute >= math.ceil(begin / MINUTE),
            columns.minute < math.ceil(end / MINUTE),
        )
        if queue:
            query = query.where(columns.queue == queue)
        return _rows(self._connection, query.order_by(columns.minute, columns.queue), MinuteSample)

    def intervals(self, account: str, begin: float, end: float, extension: str) -> tuple[StateInterval, ...]:
        """Intervals that touch begin ≤ t < end, those that still last included, by beginning and extension."""
        columns = state_intervals.c
        within = _as(state_intervals, StateInterval).where(
            columns.account == account, columns.began >= begin, columns.began < end
        )
        reaching_in = _last_before(account, begin)
        if extension:
            within = within.where(columns.extension == masked(extension))
            reaching_in = reaching_in.where(columns.extension == masked(extension))
        found = _rows(self._connection, union_all(reaching_in, within), StateInterval)
        return tuple(sorted(found, key=lambda interval: (interval.began, interval.extension)))

    def calls_of_extension(
        self, account: str, extension: str, since: float, until: float, limit: int
    ) -> tuple[SeenCall, ...]:
        """At most `limit` calls of `extension` that began within since ≤ t < until, newest first.

        Calls of a colleague to it are among them; their `number` is the extension then.
        """
        columns = seen_calls.c
        called = and_(columns.direction == CallDirection.INTERNAL.value, columns.number == extension)
        query = (
            _as(seen_calls, SeenCall)
            .where(columns.account == account, or_(columns.extension == extension, called))
            .where(columns.at >= since, columns.at < until)
            .order_by(columns.at.desc())
            .limit(limit)
        )
        return _rows(self._connection, query, SeenCall)

    def last_call_with(self, account: str, number: str) -> SeenCall | None:
        """The call with `number`, in any form, that began last."""
        columns = seen_calls.c
        query = (
            _as(seen_calls, SeenCall)
            .where(columns.account == account, columns.number == (party_key(number) or number))
            .order_by(columns.at.desc())
            .limit(1)
        )
        found = _rows(self._connection, query, SeenCall)
        return found[0] if found else None

    def saved_recordings(self) -> tuple[SavedRecording, ...]:
        """The recordings that were saved, of all accounts, oldest first."""
        query = _as(saved_recordings, SavedRecording).order_by(saved_recordings.c.at, saved_recordings.c.file)
        return _rows(self._connection, query, SavedRecording)

    def memory(self, account: str, key: str) -> str | None:
        """The JSON kept for the account under `key`."""
        query = select(meta.c.value).where(meta.c.account == account, meta.c.key == key)
        found = _rows(self._connection, query, str)
        return found[0] if found else None
