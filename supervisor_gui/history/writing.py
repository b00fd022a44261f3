"""Puts a batch into the tables in one transaction, numbers as `masking` says. It opens nothing and retries nothing."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, Executable, Table, bindparam, delete, exc, insert

from supervisor_gui.history import schema
from supervisor_gui.history.backlog import Batch, MemoryChange, NameChange, NoteChange, SavedChange
from supervisor_gui.history.database import transaction
from supervisor_gui.history.forgotten import Sieve
from supervisor_gui.history.masking import masked
from supervisor_gui.history.missed_values import CallerNote
from supervisor_gui.history.statements import slices, upsert
from supervisor_gui.live.numbers import party_key, tail
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


def _removal(table: Table) -> Executable:
    return delete(table).where(*(column == bindparam(f"old_{column.name}") for column in table.primary_key))


_ADD_AUDIT = insert(schema.audit)
_PUT_SAMPLE = upsert(schema.minute_samples)
_PUT_INTERVAL = upsert(schema.state_intervals)
_PUT_CALL = upsert(schema.seen_calls)
_PUT_NAME = upsert(schema.names)
_DROP_NAME = _removal(schema.names)
_PUT_NOTE = upsert(schema.caller_notes)
_DROP_NOTE = _removal(schema.caller_notes)
_PUT_SAVED = upsert(schema.saved_recordings)
_DROP_SAVED = _removal(schema.saved_recordings)
_PUT_MEMORY = upsert(schema.meta)
_DROP_MEMORY = _removal(schema.meta)


def write(connection: Connection, batch: Batch, sieve: Sieve) -> BaseException | None:
    """Write all rows of `batch`, or none. Numbers that must not be stored, as `sieve` knows them, are left out.

    Returns:
        None, or the first error of a row that no database could take: such rows are left out, the others are in.

    Raises:
        sqlalchemy.exc.DBAPIError: The file does not take it; nothing of the batch is stored.
    """
    batch = _without_hidden(connection, batch, sieve)
    try:
        with transaction(connection):
            for statement, rows, parameters in _parts(batch):
                for part in slices(rows):
                    connection.execute(statement, [parameters(row) for row in part])
    except _UNSTORABLE:
        return _write_singly(connection, batch)
    return None


def _without_hidden(connection: Connection, batch: Batch, sieve: Sieve) -> Batch:
    """Calls with a number that was deleted for good are kept without it, notes about it not at all."""
    hidden = sieve.hidden(connection, {tail(call.number) for call in batch.calls} - {""})
    gone = sieve.known_out(connection, {change.note.tail for change in batch.notes})
    connection.rollback()
    if not hidden and not gone:
        return batch
    calls = (replace(call, number="") if tail(call.number) in hidden else call for call in batch.calls)
    notes = (change for change in batch.notes if change.note.tail not in gone)
    return replace(batch, calls=tuple(calls), notes=tuple(notes))


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
    notes = _last_of_each(batch.notes, lambda change: (change.account, change.note.tail))
    yield _PUT_NOTE, tuple(change for change in notes if _says(change.note)), _note
    yield _DROP_NOTE, tuple(change for change in notes if not _says(change.note)), _old_note
    saved = _last_of_each(batch.saved, lambda change: change.file)
    yield _PUT_SAVED, tuple(change for change in saved if change.account), msgspec.structs.asdict
    yield _DROP_SAVED, tuple(change for change in saved if not change.account), _old_saved
    memory = _last_of_each(batch.memory, lambda change: (change.account, change.key))
    yield _PUT_MEMORY, tuple(change for change in memory if change.value is not None), msgspec.structs.asdict
    yield _DROP_MEMORY, tuple(change for change in memory if change.value is None), _old_memory


def _last_of_each(changes: Iterable[Any], key: Callable[[Any], Hashable]) -> tuple[Any, ...]:
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


def _says(note: CallerNote) -> bool:
    return bool(note.text or note.set_aside)


def _note(change: NoteChange) -> Parameters:
    return msgspec.structs.asdict(change.note) | {"account": change.account}


def _old_note(change: NoteChange) -> Parameters:
    return {"old_account": change.account, "old_tail": change.note.tail}


def _old_saved(change: SavedChange) -> Parameters:
    return {"old_file": change.file}
