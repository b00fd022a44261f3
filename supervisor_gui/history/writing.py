"""Puts a batch into the tables in one transaction, numbers as `masking` says. It opens nothing and retries nothing."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Executable, Table, bindparam, delete, exc, insert
from sqlalchemy.dialects import sqlite

from supervisor_gui.history import schema
from supervisor_gui.history.backlog import Batch, MemoryChange, NameChange
from supervisor_gui.history.database import transaction
from supervisor_gui.history.masking import masked
from supervisor_gui.live.numbers import party_key
from supervisor_gui.live.ports import AuditRow, SeenCall, StateInterval

Parameters = dict[str, Any]

_UNSTORABLE = (
    UnicodeEncodeError,
    OverflowError,
    TypeError,
    AttributeError,
    exc.IntegrityError,
    exc.InterfaceError,
    exc.ProgrammingError,
    exc.DataError,
)
"""What one row alone can be guilty of; everything else is the file's."""


_SLICE = 200
"""Rows handed over at a time: compiled code between two slices holds the interpreter, and the window waits for it."""


def _upsert(table: Table) -> Executable:
    statement = sqlite.insert(table)
    values = {column.name: statement.excluded[column.name] for column in table.columns if not column.primary_key}
    return statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=values)


def _removal(table: Table) -> Executable:
    return delete(table).where(*(column == bindparam(f"old_{column.name}") for column in table.primary_key))


_ADD_AUDIT = insert(schema.audit)
_PUT_SAMPLE = _upsert(schema.minute_samples)
_PUT_INTERVAL = _upsert(schema.state_intervals)
_PUT_CALL = _upsert(schema.seen_calls)
_PUT_NAME = _upsert(schema.names)
_DROP_NAME = _removal(schema.names)
_PUT_MEMORY = _upsert(schema.meta)
_DROP_MEMORY = _removal(schema.meta)


def write(connection: Connection, batch: Batch) -> BaseException | None:
    """Write all rows of `batch`, or none.

    Returns:
        None, or the first error of a row that no database could take: such rows are left out, the others are in.

    Raises:
        sqlalchemy.exc.DBAPIError: The file does not take it; nothing of the batch is stored.
    """
    try:
        with transaction(connection):
            for statement, rows, parameters in _parts(batch):
                for start in range(0, len(rows), _SLICE):
                    connection.execute(statement, [parameters(row) for row in rows[start : start + _SLICE]])
    except _UNSTORABLE:
        return _write_singly(connection, batch)
    return None


def _write_singly(connection: Connection, batch: Batch) -> BaseException | None:
    first: BaseException | None = None
    with transaction(connection):
        for statement, rows, parameters in _parts(batch):
            for row in rows:
                try:
                    connection.execute(statement, parameters(row))
                except _UNSTORABLE as error:
                    first = first or error
    return first


def _parts(batch: Batch) -> Iterator[tuple[Executable, tuple[Any, ...], Callable[[Any], Parameters]]]:
    yield _ADD_AUDIT, batch.audit, _audit
    yield _PUT_SAMPLE, batch.samples, msgspec.structs.asdict
    yield _PUT_INTERVAL, batch.intervals, _interval
    yield _PUT_CALL, batch.calls, _call
    names = _last_of_each(batch.names, lambda change: (change.account, change.entry.extension))
    yield _PUT_NAME, tuple(change for change in names if change.entry.name), _name
    yield _DROP_NAME, tuple(change for change in names if not change.entry.name), _old_name
    memory = _last_of_each(batch.memory, lambda change: (change.account, change.key))
    yield _PUT_MEMORY, tuple(change for change in memory if change.value is not None), msgspec.structs.asdict
    yield _DROP_MEMORY, tuple(change for change in memory if change.value is None), _old_memory


def _last_of_each(changes: Iterable[Any], key: Callable[[Any], tuple[str, str]]) -> tuple[Any, ...]:
    """The changes that count when put and forget of one thing stand in the same batch."""
    return tuple({key(change): change for change in changes}.values())


def _audit(row: AuditRow) -> Parameters:
    shown = {name: masked(getattr(row, name)) for name in ("extension", "detail", "words")}
    return msgspec.structs.asdict(row) | shown


def _interval(row: StateInterval) -> Parameters:
    return msgspec.structs.asdict(row) | {"extension": masked(row.extension), "reason": masked(row.reason)}


def _call(row: SeenCall) -> Parameters:
    return msgspec.structs.asdict(row) | {"number": party_key(row.number) or row.number}


def _name(change: NameChange) -> Parameters:
    return msgspec.structs.asdict(change.entry) | {"account": change.account}


def _old_name(change: NameChange) -> Parameters:
    return {"old_account": change.account, "old_extension": change.entry.extension}


def _old_memory(change: MemoryChange) -> Parameters:
    return {"old_account": change.account, "old_key": change.key}
