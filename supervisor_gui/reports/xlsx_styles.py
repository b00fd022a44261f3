"""How cells of a workbook look and what their numbers mean to a spreadsheet. It places nothing."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from supervisor_gui.reports.cell_values import is_turkish, number_of, storable
from supervisor_gui.reports.values import CellKind, Estimate, Value

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_DAY = 86_400
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  spreadsheets count days from here and know no zones
_AT_THE_LEFT = frozenset({CellKind.TEXT, CellKind.DATE, CellKind.MOMENT, CellKind.CLOCK})
_LONGEST_TEXT = 32_767
"""Excel's limit for one cell."""

LINE_POINTS = 15
"""The height of one line of the usual font."""

_HEADER = "#E8EDF3"
_LINE = "#8A97A6"
_ABOUT = '"≈ "'
_TEXT = "@"
_MEAN = "#,##0.0"
"""A count that is a mean, as calls in a usual hour."""


class Styles:
    """The cell formats of one workbook, each made once; `put` writes a value with its own.

    A number keeps its type: dates and durations are days, percents are shares, and what is not exact is shown with "≈"
    before a number that can be counted with all the same.
    """

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._made: dict[tuple[str, bool], Format] = {}
        self.turkish = is_turkish()
        day = "dd.mm.yyyy" if self.turkish else "yyyy-mm-dd"
        self.codes: Mapping[CellKind, str] = {
            CellKind.TEXT: _TEXT,
            CellKind.DATE: day,
            CellKind.MOMENT: f"{day} hh:mm:ss",
            CellKind.CLOCK: "hh:mm",
            CellKind.COUNT: "#,##0",
            CellKind.PERCENT: "%0.0" if self.turkish else "0.0%",
            CellKind.SECONDS: "[h]:mm:ss",
        }
        looks = {"bold": True, "text_wrap": True, "valign": "top", "bg_color": _HEADER, "bottom": 1}
        self.header = book.add_format(looks | {"bottom_color": _LINE, "align": "left", "indent": 1})
        self.number_header = book.add_format(looks | {"bottom_color": _LINE, "align": "right", "indent": 1})
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.strong = book.add_format({"bold": True})
        self.words = book.add_format({"text_wrap": True, "valign": "top", "num_format": _TEXT, "indent": 1})
        self.figure_words = book.add_format({"align": "right", "indent": 1, "num_format": _TEXT, "valign": "top"})

    def header_of(self, kind: CellKind) -> "Format":
        """The header above a column of such cells: over figures at their side."""
        return self.header if kind in _AT_THE_LEFT else self.number_header

    def short_code(self, kind: CellKind) -> str:
        """The number format of a column's cells along an axis, where there is little room."""
        if kind is CellKind.DATE:
            return "dd.mm" if self.turkish else "d mmm"
        return self.codes[kind]

    def put(self, sheet: "Worksheet", row: int, at: int, value: Value, kind: CellKind, *, total: bool = False) -> None:
        """Write one cell; an unknown figure stays an empty one, so that nothing counts it as 0."""
        if isinstance(value, int | float | Estimate):
            sheet.write_number(row, at, stored(value, kind), self._format(self._number_code(value, kind), total=total))
        elif isinstance(value, date):
            # Spreadsheets know no zones: what they show is the time of day of the value's own.
            local = value.replace(tzinfo=None) if isinstance(value, datetime) else value
            sheet.write_datetime(row, at, local, self._format(self.codes[kind], total=total))
        elif value:
            put_text(sheet, row, at, value, self._format(_TEXT, total=total))
        elif total:
            sheet.write_blank(row, at, None, self._format(_TEXT, total=True))

    def _number_code(self, value: float | Estimate, kind: CellKind) -> str:
        if isinstance(value, Estimate):
            return self.codes[kind] if value.exact else _ABOUT + self.codes[kind]
        return _MEAN if kind is CellKind.COUNT and isinstance(value, float) else self.codes[kind]

    def _format(self, code: str, *, total: bool) -> "Format":
        made = self._made.get((code, total))
        if made is None:
            looks: dict[str, Any] = {"num_format": code, "valign": "top"}
            if code in {self.codes[kind] for kind in _AT_THE_LEFT}:
                looks |= {"align": "left", "indent": 1}
            if total:
                looks |= {"bold": True, "top": 1, "top_color": _LINE}
            made = self._made[code, total] = self._book.add_format(looks)
        return made


def stored(value: Value, kind: CellKind) -> float | str | None:
    """What a cell holds of a value, as a spreadsheet keeps it: dates and durations are days."""
    if isinstance(value, int | float | Estimate):
        number = number_of(value, kind)
        return number / _DAY if kind is CellKind.SECONDS else number
    if isinstance(value, datetime):
        return (value.replace(tzinfo=None) - _EPOCH).total_seconds() / _DAY
    if isinstance(value, date):
        return float((value - _EPOCH.date()).days)
    return storable(value) if value else None


def put_text(sheet: "Worksheet", row: int, at: int, text: str, style: "Format | None" = None) -> None:
    """Write words as words: never a formula, a number or a link, whatever they begin with."""
    sheet.write_string(row, at, storable(text)[:_LONGEST_TEXT], style)
