"""What several kinds of rows share of their statements: how many rows go at a time, and rows put over older ones."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Executable, Table
from sqlalchemy.dialects import sqlite

T = TypeVar("T")

_SLICE = 200
"""Rows handed over at a time: compiled code between two slices holds the interpreter, and the window waits for it."""


def slices(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """`items` in their order, so many at a time as may be handed over at once."""
    return (items[start : start + _SLICE] for start in range(0, len(items), _SLICE))


def execute_each(connection: Connection, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> None:
    """Carry `statement` out for each row; nothing for none."""
    for part in slices(rows):
        connection.execute(statement, part)


def upsert(table: Table) -> Executable:
    """An insert that replaces the row of the same key."""
    statement = sqlite.insert(table)
    values = {column.name: statement.excluded[column.name] for column in table.columns if not column.primary_key}
    return statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=values)
