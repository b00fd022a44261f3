"""Rows of cells as frozen values, and how many are read."""

import enum
from collections.abc import Iterable

import msgspec

MOST_BYTES = 20_000_000
MOST_ROWS = 100_000
MOST_COLUMNS = 50
MOST_LETTERS = 500

PROBLEMS = ("too_big", "too_many", "not_text", "old_excel", "damaged", "empty")
"""Every word that a sheet may be refused with; old_excel stands for all that a spreadsheet opens and we do not."""


class CellKind(enum.Enum):
    """What a cell holds. Only XLSX tells numbers, dates and formulas from text."""

    TEXT = "text"
    NUMBER = "number"
    FORMULA = "formula"
    DATE = "date"
    EMPTY = "empty"


class Cell(msgspec.Struct, frozen=True, gc=False):
    """One cell; `text` without blanks around it, a number in figures and the formula itself for a formula."""

    text: str
    kind: CellKind = CellKind.TEXT


NOTHING = Cell("", CellKind.EMPTY)


class Sheet(msgspec.Struct, frozen=True):
    """Rows as they stand in the file, blank ones among them as no cells, none behind the last that holds something.

    Attributes:
        rows: Each as long as its last cell that holds something.
        problem: One of `PROBLEMS`, which leaves no rows; empty when it could be read.
    """

    rows: tuple[tuple[Cell, ...], ...] = ()
    problem: str = ""


def refused(problem: str) -> Sheet:
    """A sheet that could not be read."""
    return Sheet(problem=problem)


def cell_of(text: str, kind: CellKind = CellKind.TEXT) -> Cell:
    """A cell of this text, cut; NOTHING when it is blank."""
    plain = text[:MOST_LETTERS].strip()
    return Cell(plain, kind) if plain else NOTHING


def trimmed(cells: list[Cell]) -> tuple[Cell, ...]:
    """A row without the empty cells at its end."""
    length = min(len(cells), MOST_COLUMNS)
    while length and cells[length - 1] is NOTHING:
        length -= 1
    return tuple(cells[:length])


def sheet_of(rows: Iterable[tuple[Cell, ...]]) -> Sheet:
    """A sheet of these rows, refused when none of them holds anything, or with the first one too many."""
    kept: list[tuple[Cell, ...]] = []
    for row in rows:
        if len(kept) < MOST_ROWS:
            kept.append(row)
        elif row:
            return refused("too_many")
    while kept and not kept[-1]:
        kept.pop()
    return Sheet(tuple(kept)) if kept else refused("empty")
