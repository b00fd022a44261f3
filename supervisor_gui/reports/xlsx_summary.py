"""The second sheet of a workbook: title, period, figures, the chart, notes, and how the figures are counted."""

import math
from typing import TYPE_CHECKING

from supervisor_gui.i18n import translate
from supervisor_gui.reports.spelling import change_text
from supervisor_gui.reports.values import CellKind, Chart, Report
from supervisor_gui.reports.xlsx_styles import LINE_POINTS, Styles, put_text

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart as NativeChart
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = (34, 16, 16, 80)
_FIGURES = (1, 2)
"""The columns of values and changes."""

_ROW_PIXELS = 20
_FULL = 0.9
"""How much of a column's width words fill before they are wrapped, about."""


class Summary:
    """Writes the sheet from top to bottom: a workbook that keeps no rows in memory takes them in no other order."""

    def __init__(self, sheet: "Worksheet", styles: Styles) -> None:
        self._sheet = sheet
        self._styles = styles
        self._row = 0
        for at, width in enumerate(_WIDTHS):
            sheet.set_column(at, at, width)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)

    def put(self, report: Report, chart: "NativeChart | None") -> None:
        """Write all of it."""
        self._heading(report)
        self._tiles(report)
        if chart is not None:
            self._sheet.insert_chart(self._row, 0, chart, {"object_position": 2, "description": report.picture.title})
            self._row += int(chart.height) // _ROW_PIXELS + 2
        self._words(translate("ExportFile", "Notes"), report.notes)
        self._hints(report)

    def _heading(self, report: Report) -> None:
        self._line(report.title, style=True)
        self._line(report.period)
        if report.account_tail:
            self._line(translate("ExportFile", "Account"), report.account_tail)
        if report.demo:
            self._line(translate("ExportFile", "DEMO: all figures are made up"))
        self._row += 1

    def _tiles(self, report: Report) -> None:
        if not report.tiles:
            return
        titles = (
            translate("ExportFile", "Figure"),
            translate("ExportFile", "Value"),
            translate("ExportFile", "Change"),
            translate("ExportFile", "How it is counted"),
        )
        for at, title in enumerate(titles):
            style = self._styles.number_header if at in _FIGURES else self._styles.header
            put_text(self._sheet, self._row, at, title, style)
        self._row += 1
        for tile in report.tiles:
            # Not every program makes room for wrapped words by itself, and the chart must not lie on them.
            self._sheet.set_row(self._row, LINE_POINTS * max(_lines_of(tile.hint), _lines_of(tile.title, _WIDTHS[0])))
            put_text(self._sheet, self._row, 0, tile.title, self._styles.words)
            self._styles.put(self._sheet, self._row, 1, tile.value, tile.kind)
            put_text(self._sheet, self._row, 2, change_text(tile), self._styles.figure_words)
            put_text(self._sheet, self._row, 3, tile.hint, self._styles.words)
            self._row += 1
        panels = report.picture.panels if isinstance(report.picture, Chart) else ()
        for panel in panels:
            if panel.target is not None:
                put_text(self._sheet, self._row, 0, panel.target_title, self._styles.words)
                self._styles.put(self._sheet, self._row, 1, panel.target, CellKind.PERCENT)
                self._row += 1
        self._row += 1

    def _words(self, title: str, lines: tuple[str, ...]) -> None:
        if not lines:
            return
        put_text(self._sheet, self._row, 0, title, self._styles.strong)
        for line in lines:
            self._row += 1
            put_text(self._sheet, self._row, 0, line)
        self._row += 2

    def _hints(self, report: Report) -> None:
        hints = [(column.title, column.hint) for column in report.table.columns if column.hint]
        if not hints:
            return
        put_text(self._sheet, self._row, 0, translate("ExportFile", "How it is counted"), self._styles.strong)
        for title, hint in hints:
            for at, line in enumerate(hint.splitlines()):
                self._row += 1
                put_text(self._sheet, self._row, 0, "" if at else title, self._styles.words)
                put_text(self._sheet, self._row, 1, line)

    def _line(self, text: str, value: str = "", *, style: bool = False) -> None:
        put_text(self._sheet, self._row, 0, text, self._styles.title if style else None)
        if value:
            put_text(self._sheet, self._row, 1, value)
        self._row += 1


def _lines_of(text: str, width: int = _WIDTHS[-1]) -> int:
    """Lines that a wrapped text takes in a column of so many signs, about."""
    return sum(max(1, math.ceil(len(line) / (width * _FULL))) for line in text.splitlines()) or 1
