"""The first sheet of an XLSX file as rows of cells. Formulas are not worked out, and nothing outside it is loaded."""

import io
import zipfile
from datetime import date, time, timedelta
from typing import Any

from supervisor_gui.autodial.sheet_values import (
    MOST_COLUMNS,
    NOTHING,
    Cell,
    CellKind,
    Sheet,
    cell_of,
    refused,
    sheet_of,
    trimmed,
)

_MOST_UNPACKED = 200_000_000
_MOST_WHOLE = 20_000_000
"""Of a part that is read at once."""
_MOST_RATIO = 200
_SMALL = 1_000_000
_ROW_BY_ROW = ("xl/worksheets/", "xl/sharedstrings", "xl/media/")
_OTHER_OFFICE = frozenset({"mimetype", "xl/workbook.bin"})
_LAST_ROW = 1_048_576
_EXACT = 10**15
"""From here on a spreadsheet has lost digits."""


def read_xlsx(data: bytes) -> Sheet:
    """Read an XLSX file's bytes; whatever they are, no error is raised."""
    try:
        problem = _problem(data)
        return refused(problem) if problem else _first_sheet(data)
    except Exception:  # noqa: BLE001  a damaged file makes openpyxl, zlib and the XML reader raise anything
        return refused("damaged")


def _problem(data: bytes) -> str:
    """Why this file is not opened at all: it is something else, or would grow beyond measure."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
    names = {part.filename.casefold() for part in parts}
    if names & _OTHER_OFFICE:
        return "old_excel"
    if "xl/workbook.xml" not in names:
        return "not_text"
    grows = any(map(_grows, parts)) or sum(part.file_size for part in parts) > _MOST_UNPACKED
    return "too_big" if grows else ""


def _grows(part: zipfile.ZipInfo) -> bool:
    if part.file_size > _MOST_WHOLE and not part.filename.casefold().startswith(_ROW_BY_ROW):
        return True
    return part.file_size > max(_SMALL, part.compress_size * _MOST_RATIO)


def _first_sheet(data: bytes) -> Sheet:
    """The first visible sheet that holds something."""
    import openpyxl  # noqa: PLC0415  200 ms that only those pay who import a spreadsheet

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    try:
        sheet = refused("empty")
        for worksheet in book.worksheets:
            if worksheet.sheet_state == "visible":
                sheet = _rows(worksheet)
                if sheet.problem != "empty":
                    break
        return sheet
    finally:
        book.close()


def _rows(worksheet: Any) -> Sheet:
    # What a file says of its own size is often wrong.
    worksheet.reset_dimensions()
    blank = (None,) * MOST_COLUMNS
    told = worksheet.iter_rows(max_row=_LAST_ROW, max_col=MOST_COLUMNS, values_only=True)
    return sheet_of(() if row == blank else trimmed([_cell(value) for value in row]) for row in told)


def _cell(value: object) -> Cell:
    match value:
        case None:
            return NOTHING
        case str():
            return cell_of(value, CellKind.FORMULA if value.startswith("=") else CellKind.TEXT)
        case bool():
            return cell_of(str(value).upper())
        case int() | float():
            return cell_of(_figures(value), CellKind.NUMBER)
        case date() | time() | timedelta():
            return cell_of(str(value), CellKind.DATE)
        case _:
            # Formulas over several cells are objects of their own.
            return Cell("=", CellKind.FORMULA)


def _figures(value: float) -> str:
    """A number as all its digits; one that has lost some, or is no whole number, as it is."""
    whole = abs(value) < _EXACT and value == int(value)
    return str(int(value)) if whole else str(value)
