"""Deletes everything about one number from the tables, the log and the free pages. Files beside are not its matter.

Known places lose what they should (a call record goes, a listed call stays without its number); then every text of
every table is looked through, so that a table that comes later is covered before anybody thinks of it here.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import msgspec
from sqlalchemy import (
    ColumnClause,
    ColumnElement,
    Connection,
    column,
    delete,
    exc,
    func,
    select,
    table,
    text,
    update,
)

from supervisor_gui.clock import Clock
from supervisor_gui.history.database import transaction
from supervisor_gui.history.faults import Trouble, details_of, trouble_of
from supervisor_gui.history.forgotten import ForgottenRows, digest
from supervisor_gui.history.schema import (
    audit,
    call_records,
    caller_notes,
    dial_rows,
    do_not_call,
    listed_calls,
    meta,
    names,
    record_legs,
    saved_recordings,
    seen_calls,
)
from supervisor_gui.history.traces import Trace
from supervisor_gui.i18n import translate

_AT_ONCE = 500
_PAUSE = 0.05
"""Seconds between two tries to empty the log while somebody reads the file."""

_NOT_TEXT = frozenset({"INTEGER", "FLOAT", "REAL", "BOOLEAN"})
_OURS = frozenset({"account"})
"""Columns that hold the PBX's own number, which is no customer's."""

_SEARCHED = frozenset({audit.name, record_legs.name})
"""Tables that have been looked through whole when the others' turn comes."""

_BY_DIGITS = text(
    "SELECT call_records.id FROM call_numbers JOIN call_records ON call_records.id = call_numbers.rowid "
    "WHERE call_numbers MATCH :phrase AND holds(call_records.numbers)"
)

Key = TypeVar("Key")

_GONE = object()


def forget(
    connection: Connection,
    tail: str,
    key: bytes | None,
    clock: Clock,
    patience: float,
) -> ForgottenRows:
    """Delete everything about a number of all accounts, then make the file anew without the deleted rows.

    Args:
        connection: The file.
        tail: Whose.
        key: For the digest that keeps it out from now on; None leaves none.
        clock: Dates the digest and measures the patience.
        patience: Seconds to wait for others who read the file, until the log can be emptied.

    Raises:
        sqlalchemy.exc.DBAPIError: The file cannot be written; nothing was deleted.
    """
    trace = Trace(tail)
    _teach(connection, trace)
    with transaction(connection):
        done = _delete(connection, trace)
        if key is not None:
            connection.exec_driver_sql("REPLACE INTO forgotten VALUES (?, ?)", (digest(key, tail), clock.wall()))
    return msgspec.structs.replace(done, problem=_renew(connection, clock, patience))


def cut(value: Any, holds: Callable[[str], bool]) -> Any:
    """`value`, made of JSON, without what holds the number: the element of the innermost list, else of the object."""
    left = _cut(value, holds)
    return None if left is _GONE else left


def _cut(value: Any, holds: Callable[[str], bool]) -> Any:
    if isinstance(value, list):
        return [element for element in value if not _inside(element, holds)]
    if isinstance(value, dict):
        parts = {name: _cut(part, holds) for name, part in value.items() if not holds(name)}
        return {name: part for name, part in parts.items() if part is not _GONE}
    return _GONE if holds(str(value)) else value


def _inside(value: Any, holds: Callable[[str], bool]) -> bool:
    if isinstance(value, list):
        return any(_inside(element, holds) for element in value)
    if isinstance(value, dict):
        return any(holds(name) or _inside(part, holds) for name, part in value.items())
    return holds(str(value))


def _teach(connection: Connection, trace: Trace) -> None:
    """Let SQL ask for the number: `holds(text)`, and `without(text)`."""
    file: Any = connection.connection.driver_connection
    file.create_function("holds", 1, lambda text: isinstance(text, str) and trace.in_text(text), deterministic=True)
    file.create_function(
        "without", 1, lambda text: trace.without(text) if isinstance(text, str) else text, deterministic=True
    )


def _delete(connection: Connection, trace: Trace) -> ForgottenRows:
    calls = _records(connection, trace)
    files = _recordings(connection, trace, calls)
    for part in _parts(tuple(calls)):
        connection.execute(delete(record_legs).where(record_legs.c.id.in_(part)))
        connection.execute(delete(call_records).where(call_records.c.id.in_(part)))
    blanked = sum(
        connection.execute(update(calls_of).where(_holds(calls_of.c.number, trace)).values(number="")).rowcount
        for calls_of in (listed_calls, seen_calls)
    )
    notes = connection.execute(delete(caller_notes).where(_holds(caller_notes.c.tail, trace))).rowcount
    lists = (delete(row.table).where(_holds(row, trace)) for row in (dial_rows.c.number, do_not_call.c.tail))
    others = sum(connection.execute(leaving).rowcount for leaving in lists)
    gone = connection.execute(delete(names).where(_holds(names.c.extension, trace))).rowcount
    return ForgottenRows(
        records=len(calls),
        blanked=blanked,
        notes=notes,
        names=gone,
        remembered=_memories(connection, trace),
        audit=_sweep_table(connection, audit.name, trace),
        others=others + sum(_sweep_table(connection, name, trace) for name in _tables(connection) - _SEARCHED),
        files=files,
    )


def _records(connection: Connection, trace: Trace) -> dict[int, tuple[str, str]]:
    """Account and unique id of each call with the number, by the record's id."""
    columns = call_records.c
    found = set(connection.scalars(_BY_DIGITS, {"phrase": f'"{trace.tail}"'}))
    for query in (
        select(columns.id).where(_holds(columns.number, trace)),
        select(record_legs.c.id).where(_holds(record_legs.c.legs, trace)),
    ):
        found.update(connection.scalars(query))
    calls = dict.fromkeys(found, ("", ""))
    for part in _parts(tuple(found)):
        rows = connection.execute(select(columns.id, columns.account, columns.call).where(columns.id.in_(part)))
        calls.update({row.id: (row.account, row.call) for row in rows})
    return calls


def _recordings(connection: Connection, trace: Trace, calls: Mapping[int, tuple[str, str]]) -> tuple[str, ...]:
    """Take the saved recordings of these calls, and those with the number, off the list."""
    gone = frozenset(calls.values())
    rows = connection.execute(select(saved_recordings)).all()
    files = tuple(
        row.file
        for row in rows
        if (row.account, row.call) in gone or trace.in_text(row.numbers) or trace.in_text(row.file)
    )
    for part in _parts(files):
        connection.execute(delete(saved_recordings).where(saved_recordings.c.file.in_(part)))
    return files


def _memories(connection: Connection, trace: Trace) -> int:
    columns = meta.c
    rows = connection.execute(select(meta).where(_holds(columns.value, trace))).all()
    for row in rows:
        this = (columns.account == row.account) & (columns.key == row.key)
        left = _memory_without(row.value, trace)
        connection.execute(delete(meta).where(this) if left is None else update(meta).where(this).values(value=left))
    return len(rows)


def _memory_without(value: str, trace: Trace) -> str | None:
    try:
        left = cut(msgspec.json.decode(value), trace.in_text)
    except msgspec.DecodeError:
        return trace.without(value)
    return None if left is None else trace.without(msgspec.json.encode(left).decode())


def _tables(connection: Connection) -> frozenset[str]:
    """Every table with rows of its own; what virtual ones keep follows from those."""
    rows = connection.exec_driver_sql("PRAGMA table_list").all()
    return frozenset(row.name for row in rows if row.type == "table" and not row.name.startswith("sqlite_"))


def _sweep_table(connection: Connection, name: str, trace: Trace) -> int:
    """Take the number out of every text of a table; a row whose key held it and cannot be changed goes."""
    done = 0
    for told in connection.exec_driver_sql(f'PRAGMA table_info("{name}")').all():
        if told.type.upper() in _NOT_TEXT or told.name in _OURS:
            continue
        words: ColumnClause[str] = column(told.name)
        swept = table(name, words)
        blanking = update(swept).where(_holds(words, trace)).values({words: func.without(words)})
        done += connection.execute(blanking.prefix_with("OR IGNORE")).rowcount
        if told.pk:
            done += connection.execute(delete(swept).where(_holds(words, trace))).rowcount
    return done


def _holds(words: ColumnElement[str], trace: Trace) -> ColumnElement[bool]:
    return words.like(trace.like) & func.holds(words)


def _parts(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    for start in range(0, len(keys), _AT_ONCE):
        yield keys[start : start + _AT_ONCE]


def _renew(connection: Connection, clock: Clock, patience: float) -> str:
    """Write the file anew and empty its log; returns in words why that could not be done, empty when it was."""
    try:
        connection.exec_driver_sql("INSERT INTO call_numbers (call_numbers) VALUES ('optimize')")
        connection.exec_driver_sql("VACUUM")
        emptied = _empty_log(connection, clock, patience)
    except exc.DBAPIError as error:
        connection.rollback()
        return _not_renewed(error)
    connection.rollback()
    if emptied:
        return ""
    return translate(
        "Forget",
        "Somebody reads the history file, so deleted rows still lie in its log. They go when the program ends.",
    )


def _empty_log(connection: Connection, clock: Clock, patience: float) -> bool:
    until = clock.monotonic() + patience
    while True:
        busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").first()
        if busy is not None and not busy[0]:
            return True
        if clock.monotonic() >= until:
            return False
        time.sleep(_PAUSE)


def _not_renewed(error: exc.DBAPIError) -> str:
    if trouble_of(error) is Trouble.FULL:
        return translate(
            "Forget",
            "The disk is too full to write the history file anew, so deleted rows may still lie in its free parts: "
            "free as much space as the file takes, then delete the number once more.",
        )
    words = translate(
        "Forget",
        "The history file could not be written anew, so deleted rows may still lie in its free parts: delete the "
        "number once more later.",
    )
    return f"{words} ({details_of(error)})"
