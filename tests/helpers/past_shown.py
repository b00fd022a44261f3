"""A written XLSX held against the page's table as it is shown: the same titles, rows and totals. It knows no report."""

import math
import re
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell import Cell

from tests.helpers.past_page import PastPage

NOTHING = "–"


def same_as_shown(file: Path, page: PastPage) -> list[list[str]]:
    """Assert that the first sheet of `file` is the table that the page shows; returns the table's rows."""
    titles, rows, totals = page.titles, page.cells, page.totals
    sheet = load_workbook(file).worksheets[0]
    written = [row for row in sheet.iter_rows() if any(cell.value is not None for cell in row)]
    assert [_title(cell.value) for cell in written[0]] == titles
    shown = [*rows, *([totals] if totals else [])]
    assert len(written) - 1 == len(shown)
    for cells, words in zip(written[1:], shown, strict=True):
        differing = [(cell.value, word) for cell, word in zip(cells, words, strict=True) if not _same(cell, word)]
        assert differing == []
    return rows


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
