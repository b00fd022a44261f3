"""A report's table as CSV for spreadsheets: header, rows, totals. Pictures, tiles and notes are not in it.

UTF-8 with a byte order mark and CR LF in every language. Turkish has `;`, decimal comma and dd.MM.yyyy, as Excel wants
it there; English is RFC 4180 with decimal points and ISO dates.
"""

import csv
import io
from datetime import date, datetime
from typing import BinaryIO

from supervisor_gui.reports.cell_values import is_turkish, number_of, titles_with_units, totals_of
from supervisor_gui.reports.ticks import Tick
from supervisor_gui.reports.values import CellKind, Column, Report, Value

_BOM = b"\xef\xbb\xbf"
_ROWS_AT_ONCE = 500
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the beginning of a formula, the wide signs of East Asian keyboards among them."""


def write_csv(report: Report, target: BinaryIO, tick: Tick) -> None:
    """Write the table of `report`, a few hundred rows at a time.

    Percents are numbers 0–100 with at most two decimals, seconds whole numbers; an unknown figure is an empty field.
    Text that could be read as a formula begins with an apostrophe.

    Raises:
        OSError: From `target`.
        Cancelled: From `tick`.
    """
    table = report.table
    lines = _Lines(table.columns, turkish=is_turkish())
    target.write(_BOM)
    lines.put_texts(titles_with_units(table.columns))
    totals = totals_of(table)
    for begin in range(0, len(table.rows), _ROWS_AT_ONCE):
        tick(begin / len(table.rows))
        for row in table.rows[begin : begin + _ROWS_AT_ONCE]:
            lines.put(row)
        target.write(lines.taken())
    if totals:
        lines.put(totals)
    target.write(lines.taken())
    tick(1.0)


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_DANGEROUS) else text


class _Lines:
    """Rows spelled and quoted, waiting to be taken as bytes."""

    def __init__(self, columns: tuple[Column, ...], *, turkish: bool) -> None:
        self._kinds = tuple(column.kind for column in columns)
        self._mark = "," if turkish else "."
        self._day = "%d.%m.%Y" if turkish else "%Y-%m-%d"
        self._buffer = io.StringIO(newline="")
        self._writer = csv.writer(self._buffer, delimiter=";" if turkish else ",", lineterminator="\r\n")

    def put_texts(self, texts: tuple[str, ...]) -> None:
        """Add a row of words."""
        self._writer.writerow([guarded(text) for text in texts])

    def put(self, row: tuple[Value, ...]) -> None:
        """Add a row of the table."""
        self._writer.writerow([self._field(value, kind) for value, kind in zip(row, self._kinds, strict=True)])

    def taken(self) -> bytes:
        """What was added since the last time; a half of a surrogate pair, which no file can hold, becomes "?"."""
        text = self._buffer.getvalue()
        self._buffer.seek(0)
        self._buffer.truncate()
        return text.encode("utf-8", "replace")

    def _field(self, value: Value, kind: CellKind) -> str:
        if value is None:
            return ""
        if kind is CellKind.COUNT and isinstance(value, int):
            return str(value)
        if isinstance(value, str):
            return guarded(value)
        if isinstance(value, datetime):
            return value.strftime("%H:%M" if kind is CellKind.CLOCK else f"{self._day} %H:%M:%S")
        if isinstance(value, date):
            return value.strftime(self._day)
        number = number_of(value, kind)
        return self._decimal(number * 100 if kind is CellKind.PERCENT else number)

    def _decimal(self, number: float) -> str:
        if isinstance(number, int):
            return str(number)
        text = f"{number:.2f}".rstrip("0").rstrip(".")
        return text.replace(".", self._mark) if text != "-0" else "0"
