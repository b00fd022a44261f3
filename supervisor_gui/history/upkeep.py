"""Keeps the tables in order: old history goes a piece at a time, open ends are closed. What may stay is `retention`."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, Table, delete, func, select, tuple_, update

from supervisor_gui.clock import pbx_day
from supervisor_gui.history.database import transaction
from supervisor_gui.history.queries import MINUTE
from supervisor_gui.history.retention import DAY, Retention
from supervisor_gui.history.schema import (
    audit,
    listed_calls,
    minute_samples,
    record_days,
    record_hours,
    seen_calls,
    state_intervals,
    statistics_days,
    statistics_lists,
)

PIECE = 5_000
"""Rows a transaction: short enough that a read or a write hardly waits behind it."""


def prune_piece(connection: Connection, now: float, retention: Retention) -> int:
    """Delete at most `PIECE` rows, or one day's, that are too old at `now` (epoch seconds), or blank their numbers.

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
    today = pbx_day(now).toordinal()
    for whole, parts, oldest_day in (
        (statistics_lists, listed_calls, today - retention.lists),
        (record_days, record_hours, today - retention.records),
    ):
        for account in _accounts(connection, whole):
            yield _remove_day(connection, whole, parts, account, oldest_day)
    for account in _accounts(connection, listed_calls):
        yield _blank_numbers(connection, account, today - retention.numbers)


def _limits(now: float, retention: Retention) -> Iterator[tuple[Table, ColumnElement[float], float]]:
    samples, intervals = minute_samples.c, state_intervals.c
    yield audit, audit.c.at, now - retention.audit * DAY
    yield minute_samples, samples.minute, (now - retention.samples * DAY) // MINUTE
    yield state_intervals, intervals.began, now - retention.intervals * DAY
    yield seen_calls, seen_calls.c.at, now - retention.calls * DAY
    yield statistics_days, statistics_days.c.day, pbx_day(now).toordinal() - retention.statistics


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


def _remove_day(connection: Connection, whole: Table, parts: Table, account: str, oldest: int) -> int:
    """Delete the first day before `oldest` from both tables: a day with some of its parts would be counted wrongly."""
    first = select(func.min(whole.c.day)).where(whole.c.account == account, whole.c.day < oldest)
    with transaction(connection):
        day = connection.scalar(first)
        gone = (delete(table).where(table.c.account == account, table.c.day == day) for table in (parts, whole))
        return 0 if day is None else sum(connection.execute(removal).rowcount for removal in gone)


def _blank_numbers(connection: Connection, account: str, oldest: int) -> int:
    columns, key = listed_calls.c, tuple(listed_calls.primary_key)
    old = (columns.account == account) & (columns.day < oldest) & (columns.number != "")
    chosen = select(*key).where(old).limit(PIECE)
    with transaction(connection):
        return connection.execute(update(listed_calls).where(tuple_(*key).in_(chosen)).values(number="")).rowcount
