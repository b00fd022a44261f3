"""A written XLSX held against the page's table as it is shown: the same titles, rows and totals. It knows no report."""

import math
import re
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell import Cell

from tests.helpers.past_page import PastPage, ShownTable

NOTHING = "–"


def same_as_shown(file: Path, page: PastPage) -> list[list[str]]:
    """Assert that the first sheet of `file` is the table that the page shows, or showed before figures of today moved.

    Returns:
        The table's rows.
    """
    sheet = load_workbook(file).worksheets[0]
    written = [row for row in sheet.iter_rows() if any(cell.value is not None for cell in row)]
    tables = page.tables
    found = next((table for table in tables if not _differing(written, table)), None)
    assert found is not None, _differing(written, tables[0])
    return found.cells


def _differing(written: list[tuple[Cell, ...]], table: ShownTable) -> list[object]:
    """What of the sheet is not what the table says."""
    if [_title(cell.value) for cell in written[0]] != table.titles:
        return [[cell.value for cell in written[0]], table.titles]
    shown = [*table.cells, *([table.totals] if table.totals else [])]
    if len(written) - 1 != len(shown):
        return [len(written) - 1, len(shown)]
    pairs = [pair for cells, words in zip(written[1:], shown, strict=True) for pair in zip(cells, words, strict=True)]
    return [(cell.value, word) for cell, word in pairs if not _same(cell, word)]


def _title(value: Any) -> str:
    return str(value)


def _same(cell: Cell, words: str) -> bool:
    value = cell.value
    if value is None or words in {NOTHING, ""}:
        return value is None and words in {NOTHING, ""}
    if isinstance(value, str):
        return value == words
    if cell.is_date and isinstance(value, datetime):
        return words in {value.strftime("%d.%m.%Y"), value.strftime("%H:%M"), value.strftime("%d.%m.%Y %H:%M")}
    if ":" in words:
        return _day_share(value) == _seconds(words)
    if "%" in words:
        return math.floor(float(value) * 100 + 0.5) == _number(words)
    return math.isclose(float(value), _number(words), abs_tol=0.05)


def _day_share(value: Any) -> int:
    """Whole seconds of a duration, however openpyxl takes it."""
    if hasattr(value, "total_seconds"):
        return math.floor(value.total_seconds() + 0.5)
    if hasattr(value, "hour"):
        return int(value.hour * 3600 + value.minute * 60 + value.second + (value.microsecond >= 500_000))
    return math.floor(float(value) * 86_400 + 0.5)


def _seconds(words: str) -> int:
    seconds = 0
    for part in words.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds


def _number(words: str) -> float:
    """A number as either language writes it: whole ones with groups, tenths with one figure after the sign."""
    bare = re.sub(r"[^\d.,]", "", words)
    whole, sign, rest = re.fullmatch(r"(.*?)([.,]?)(\d*)", bare).groups() if len(bare) < 3 else _parted(bare)
    return float(f"{re.sub('[.,]', '', whole)}{'.' if sign else ''}{rest}")


def _parted(bare: str) -> tuple[str, str, str]:
    tenths = re.fullmatch(r"(.+)[.,](\d)", bare)
    return (tenths[1], ".", tenths[2]) if tenths else (bare, "", "")
