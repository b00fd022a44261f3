"""What a cell of a sheet means as a number of a list: the dial bar's rules, and what spreadsheets do to numbers."""

import re

import msgspec

from supervisor_gui.autodial.sheet_values import NOTHING, Cell, CellKind
from supervisor_gui.netsantral.dial_numbers import REFUSALS, read_number
from supervisor_gui.netsantral.types_numbers import Dialled, NumberKind

_TAKEN = frozenset({NumberKind.MOBILE, NumberKind.GEOGRAPHIC, NumberKind.CORPORATE})
"""What the service takes: ten digits (docs/protocol.md, Auto-dial lists)."""

_WHY_NOT = {
    NumberKind.SHORT_LINE: "short",
    NumberKind.SERVICE: "service",
    NumberKind.FREE: "free",
    NumberKind.CHARGED: "charged",
    NumberKind.FOREIGN: "foreign",
    NumberKind.EXTENSION: "extension",
}

REASONS = (*REFUSALS, *_WHY_NOT.values(), "scientific", "formula", "date")
"""Every word that a cell may be refused with; scientific stands for all that a spreadsheet shortened or reckoned."""

_SHORTENED = re.compile(r"[+-]?\d+(?:[.,]\d+)?E[+-]?\d+|\d{7,}[.,]0+", re.IGNORECASE)
"""5,55E+09 and 5550000001.0: which digits were lost or added is not guessed."""
_LONGEST = 15
_FORMULA = ("=", "@")


class CellReading(msgspec.Struct, frozen=True, gc=False):
    """What a cell means: a number that a list takes, or one of `REASONS`."""

    number: Dialled | None = None
    why: str = ""


def cell_at(row: tuple[Cell, ...], column: int) -> Cell:
    """The cell in this column, NOTHING where the row ends before or there is no such column."""
    return row[column] if 0 <= column < len(row) else NOTHING


def read_cell(cell: Cell) -> CellReading:
    """What `cell` means; whatever it holds, no error is raised."""
    why = _spoilt(cell)
    if why:
        return CellReading(why=why)
    reading = read_number(cell.text, is_extension=_no_extension)
    number = reading.number
    if number is None:
        return CellReading(why=reading.refused)
    return CellReading(number) if number.kind in _TAKEN else CellReading(why=_WHY_NOT[number.kind])


def _spoilt(cell: Cell) -> str:
    match cell.kind:
        case CellKind.FORMULA:
            return "formula"
        case CellKind.DATE:
            return "date"
        case CellKind.NUMBER:
            return _spoilt_figures(cell.text)
        case _:
            if cell.text.startswith(_FORMULA):
                return "formula"
            return "scientific" if _SHORTENED.fullmatch(cell.text) else ""


def _spoilt_figures(text: str) -> str:
    if text.isdigit() and len(text) <= _LONGEST:
        return ""
    return "not_a_number" if text.startswith("-") else "scientific"


def _no_extension(_digits: str) -> bool:
    return False
