"""What will be sent of a sheet: each row with its number as it is dialled, its name, and whether it goes.

Pure; 50,000 rows take about a second, so not for the window's thread.
"""

import enum
import unicodedata
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import msgspec

from supervisor_gui.autodial.columns import Columns, title_row
from supervisor_gui.autodial.sheet_numbers import cell_at, read_cell
from supervisor_gui.autodial.sheet_values import Cell, CellKind, Sheet
from supervisor_gui.netsantral.types_autodial import ListNumber
from supervisor_gui.text import clean

LONGEST_NAME = 100
"""Letters of a name that are sent; the PBX tells no bound."""


class RowMark(enum.Enum):
    """Whether a row is sent, and why not."""

    GOOD = "good"
    DUPLICATE = "duplicate"
    """A row above has the same number and is sent."""
    IN_LIST = "in_list"
    BLOCKED = "blocked"
    """On the do-not-call list."""
    INVALID = "invalid"
    EMPTY = "empty"
    """No number in it."""


class PreviewRow(msgspec.Struct, frozen=True, gc=False):
    """One row of the sheet.

    Attributes:
        line: Its row in the file, from 1.
        number: As it is sent, empty when it is none.
        shown: As people write it; what stands in the cell when it is none.
        name: As it is sent.
        mark: Whether it is sent.
        why: For INVALID one of `sheet_numbers.REASONS`, otherwise empty.
        raw: What stands in the number's cell, made safe.
    """

    line: int
    number: str
    shown: str
    name: str
    mark: RowMark
    why: str = ""
    raw: str = ""


class Preview(msgspec.Struct, frozen=True):
    """A sheet as it will be sent.

    Attributes:
        rows: Every row but the titles and what stands above them, in the sheet's order.
        columns: Where numbers and names were read.
        counts: How many rows have each mark; every mark is in it.
        good: What is sent, each number once.
        problem: The sheet's, or "no_column" when no column of numbers is known; empty otherwise.
    """

    rows: tuple[PreviewRow, ...]
    columns: Columns
    counts: Mapping[RowMark, int]
    good: tuple[ListNumber, ...] = ()
    problem: str = ""


def preview(
    sheet: Sheet, columns: Columns, *, titles: bool, in_list: frozenset[str], blocked: frozenset[str]
) -> Preview:
    """What will be sent of `sheet`.

    Args:
        sheet: What was read.
        columns: Where numbers and names stand in it.
        titles: Whether it begins with titles.
        in_list: Numbers that the list has already, as `national_number` writes them.
        blocked: Those of `tails_of` that stand on the do-not-call list.
    """
    problem = sheet.problem or ("no_column" if columns.number < 0 else "")
    rows: list[PreviewRow] = []
    taken: set[str] = set()
    for place in range(_first(sheet, columns, titles=titles), len(sheet.rows)) if not problem else ():
        row = _row(place + 1, sheet.rows[place], columns, in_list=in_list, blocked=blocked, taken=taken)
        if row.mark is RowMark.GOOD:
            taken.add(row.number)
        rows.append(row)
    good = tuple(ListNumber(row.number, row.name) for row in rows if row.mark is RowMark.GOOD)
    return Preview(tuple(rows), columns, _counts(rows), good, problem)


def tails_of(sheet: Sheet, columns: Columns) -> frozenset[str]:
    """By what the do-not-call list knows the sheet's numbers: their last ten digits, which is all they have here."""
    readings = (read_cell(cell_at(row, columns.number)).number for row in sheet.rows)
    return frozenset(number.wire for number in readings if number is not None)


def _first(sheet: Sheet, columns: Columns, *, titles: bool) -> int:
    """The first row that is no title: without known titles, the first one that holds anything is them."""
    if not titles:
        return 0
    known = title_row(sheet, columns)
    return 1 + (known if known >= 0 else next((place for place, row in enumerate(sheet.rows) if row), -1))


def _row(
    line: int,
    cells: tuple[Cell, ...],
    columns: Columns,
    *,
    in_list: frozenset[str],
    blocked: frozenset[str],
    taken: set[str],
) -> PreviewRow:
    cell = cell_at(cells, columns.number)
    raw, name = clean(cell.text, LONGEST_NAME), _name(cell_at(cells, columns.name))
    reading = read_cell(cell)
    if reading.number is None:
        empty = reading.why == "empty" and not cell.text
        mark = RowMark.EMPTY if empty else RowMark.INVALID
        return PreviewRow(line, "", raw, name, mark, "" if empty else reading.why, raw)
    number = reading.number.wire
    if number in blocked:
        mark = RowMark.BLOCKED
    elif number in in_list:
        mark = RowMark.IN_LIST
    else:
        mark = RowMark.DUPLICATE if number in taken else RowMark.GOOD
    return PreviewRow(line, number, reading.number.shown, name or number, mark, "", raw)


def _name(cell: Cell) -> str:
    """A name for the PBX: one line, without the signs that nobody sees; empty for a formula."""
    if cell.kind is CellKind.FORMULA:
        return ""
    text = " ".join(cell.text.split())
    if not (text.isascii() and text.isprintable()):
        text = "".join(char for char in text if unicodedata.category(char) not in {"Cc", "Cf"})
    return clean(text.strip(), LONGEST_NAME)


def _counts(rows: Sequence[PreviewRow]) -> Mapping[RowMark, int]:
    counts = dict.fromkeys(RowMark, 0)
    for row in rows:
        counts[row.mark] += 1
    return MappingProxyType(counts)
