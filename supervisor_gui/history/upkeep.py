"""Keeps the tables in order: old history goes a piece at a time, open ends are closed. What may stay is `retention`."""

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, Table, delete, func, select, tuple_, update

from supervisor_gui.autodial.values import JobState
from supervisor_gui.clock import pbx_day, pbx_midnight_of
from supervisor_gui.history.database import transaction
from supervisor_gui.history.queries import MINUTE
from supervisor_gui.history.record_rows import first_id
from supervisor_gui.history.retention import DAY, Retention
from supervisor_gui.history.schema import (
    audit,
    call_records,
    caller_notes,
    dial_jobs,
    dial_rows,
    listed_calls,
    minute_samples,
    record_days,
    record_legs,
    seen_calls,
    state_intervals,
)

PIECE = 5_000
"""Rows a transaction: short enough that a read or a write hardly waits behind it."""

RECORDS = 1_000
"""The same of call records, each of which has six indexes and one of its digits."""

_AT_WORK = (JobState.CREATING.value, JobState.RUNNING.value)


def prune_piece(connection: Connection, now: float, retention: Retention) -> int:
    """Delete at most `PIECE` rows that are too old at `now` (epoch seconds), or blank their numbers.

    Of the PBX's days whole ones are old: their call records go and the listed calls lose their numbers.

    Returns:
        How many; 0 when none is left.
    """
    return next((done for done in _pieces(connection, now, retention) if done), 0)


def end_left_open(connection: Connection, account: str, before: float) -> int:
    """End the intervals begun before `before` that no program ended, at the last sample then; returns how many."""
    columns = state_intervals.c
    last_seen = (
        select((func.max(minute_samples.c.minute) + 1) * MINUTE)
        .where(minute_samples.c.account == account, minute_samples.c.minute < before // MINUTE)
        .scalar_subquery()
    )
    ending = (
        update(state_intervals)
        .where(columns.account == account, columns.ended.is_(None), columns.began < before)
        .values(ended=func.max(columns.began, func.coalesce(last_seen, columns.began)))
    )
    with transaction(connection):
        return connection.execute(ending).rowcount


def _pieces(connection: Connection, now: float, retention: Retention) -> Iterator[int]:
    for table, moment, oldest in _limits(now, retention):
        for account in _accounts(connection, table):
            yield _remove(connection, table, (table.c.account == account) & (moment < oldest))
    yield from _remove_uploads(connection, now - retention.records * DAY)
    oldest_day = pbx_day(now) - timedelta(days=retention.records)
    _mark_pruned(connection, oldest_day.toordinal())
    yield _remove_records(connection, first_id(pbx_midnight_of(oldest_day)))
    for account in _accounts(connection, listed_calls):
        yield _blank_numbers(connection, account, oldest_day.toordinal())


def _limits(now: float, retention: Retention) -> Iterator[tuple[Table, ColumnElement[float], float]]:
    samples, intervals, notes = minute_samples.c, state_intervals.c, caller_notes.c
    yield audit, audit.c.at, now - retention.audit * DAY
    yield minute_samples, samples.minute, (now - retention.samples * DAY) // MINUTE
    yield state_intervals, intervals.began, now - retention.samples * DAY
    yield seen_calls, seen_calls.c.at, now - retention.records * DAY
    yield caller_notes, func.max(notes.at, notes.set_aside), now - retention.records * DAY


def _accounts(connection: Connection, table: Table) -> tuple[str, ...]:
    """The table's accounts, found by leaps through its index, not by reading every row."""
    found: list[str] = []
    column = table.c.account
    query = select(column).order_by(column).limit(1)
    account = connection.scalar(query)
    while account is not None:
        found.append(account)
        account = connection.scalar(query.where(column > account))
    connection.rollback()
    return tuple(found)


def _remove(connection: Connection, table: Table, old: ColumnElement[bool]) -> int:
    key = tuple(table.primary_key)
    chosen = select(*key).where(old).limit(PIECE)
    with transaction(connection):
        return connection.execute(delete(table).where(tuple_(*key).in_(chosen))).rowcount


def _remove_uploads(connection: Connection, oldest: float) -> Iterator[int]:
    """Delete uploads that nobody works at: first their numbers, so that none is left without its upload."""
    old = (dial_jobs.c.made_at < oldest) & dial_jobs.c.state.not_in(_AT_WORK)
    yield _remove(connection, dial_rows, dial_rows.c.job.in_(select(dial_jobs.c.id).where(old)))
    yield _remove(connection, dial_jobs, old)


def _mark_pruned(connection: Connection, oldest: int) -> None:
    """Note which days lose their call records, before they do: they come once more if they may be kept longer."""
    columns = record_days.c
    with transaction(connection):
        connection.execute(update(record_days).where(columns.day < oldest, ~columns.pruned).values(pruned=True))


def _remove_records(connection: Connection, oldest: int) -> int:
    """Delete the first call records before the id `oldest`, of whatever account, with their legs."""
    chosen = select(call_records.c.id).where(call_records.c.id < oldest).order_by(call_records.c.id).limit(RECORDS)
    with transaction(connection):
        last = connection.scalar(select(func.max(chosen.subquery().c.id)))
        if last is None:
            return 0
        connection.execute(delete(record_legs).where(record_legs.c.id <= last))
        return connection.execute(delete(call_records).where(call_records.c.id <= last)).rowcount


def _blank_numbers(connection: Connection, account: str, oldest: int) -> int:
    columns, key = listed_calls.c, tuple(listed_calls.primary_key)
    old = (columns.account == account) & (columns.day < oldest) & (columns.number != "")
    chosen = select(*key).where(old).limit(PIECE)
    with transaction(connection):
        return connection.execute(update(listed_calls).where(tuple_(*key).in_(chosen)).values(number="")).rowcount
