"""A report as an Excel workbook: the table with typed cells, and a sheet with figures, native chart and notes.

Text is written as text and nothing is a formula. Rows go to the disk as they come: a long table needs no memory.
"""

import contextlib
import tempfile
import textwrap
from typing import TYPE_CHECKING, Any, BinaryIO

from supervisor_gui.i18n import translate
from supervisor_gui.reports.cell_values import storable, totals_of
from supervisor_gui.reports.ticks import Tick
from supervisor_gui.reports.values import CellKind, Report, Table, Timeline, TimelineRow
from supervisor_gui.reports.xlsx_chart import Cells, Codes, table_chart, totals_chart
from supervisor_gui.reports.xlsx_styles import LINE_POINTS, Styles, put_text, stored
from supervisor_gui.reports.xlsx_summary import Summary

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.chart import Chart as NativeChart
    from xlsxwriter.worksheet import Worksheet

_ROWS_AT_ONCE = 500
_PACKING = 0.7
"""The share of the work that is done when the rows are written and the packing begins; measured."""

_WIDTHS = {
    CellKind.DATE: 12,
    CellKind.MOMENT: 19,
    CellKind.CLOCK: 9,
    CellKind.COUNT: 11,
    CellKind.PERCENT: 11,
    CellKind.SECONDS: 11,
}
_NARROWEST, _WIDEST = 10, 50
_ROWS_MEASURED = 500
_FILTER_ARROW = 3
_LONGEST_PART = 40
"""Of a page header's three; Excel takes 255 signs in all."""


def write_xlsx(report: Report, target: BinaryIO, tick: Tick) -> None:
    """Write `report`.

    Raises:
        OSError: From `target`, or the folder for temporary files.
        Cancelled: From `tick`.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415  only who exports waits for it
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="netsantral-export-", ignore_cleanup_errors=True) as folder:
        book = Workbook(_Watched(target, tick), _options(folder))
        try:
            _fill(book, report, tick)
            tick(_PACKING)
            book.close()
        except FileCreateError as error:
            cause = error.args[0] if error.args else None
            raise (cause if isinstance(cause, OSError) else OSError(str(error))) from error
        finally:
            # A book that was given up leaves them open, and Windows deletes no open file.
            for sheet in book.worksheets():
                with contextlib.suppress(OSError):
                    sheet.row_data_fh.close()
    tick(1.0)


def _options(folder: str) -> dict[str, Any]:
    return {
        "constant_memory": True,
        "tmpdir": folder,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }


def _fill(book: "Workbook", report: Report, tick: Tick) -> None:
    styles = Styles(book)
    book.set_properties({"title": storable(report.title), "subject": storable(report.period), "comments": ""})
    sheet = book.add_worksheet(translate("ExportFile", "Table"))
    summary = book.add_worksheet(translate("ExportFile", "Summary"))
    _put_table(sheet, report.table, styles, tick)
    sheet.set_header(_page_header(report))
    Summary(summary, styles).put(report, _chart(book, report, sheet.name, styles))


def _put_table(sheet: "Worksheet", table: Table, styles: Styles, tick: Tick) -> None:
    kinds = tuple(column.kind for column in table.columns)
    _lay_out(sheet, table)
    for at, column in enumerate(table.columns):
        put_text(sheet, 0, at, column.title, styles.header_of(column.kind))
    for number, row in enumerate(table.rows, 1):
        if number % _ROWS_AT_ONCE == 0:
            tick(_PACKING * number / len(table.rows))
        for at, value in enumerate(row):
            styles.put(sheet, number, at, value, kinds[at])
    for at, value in enumerate(totals_of(table)):
        styles.put(sheet, len(table.rows) + 1, at, value, kinds[at], total=True)


def _lay_out(sheet: "Worksheet", table: Table) -> None:
    from xlsxwriter.utility import xl_range  # noqa: PLC0415

    sheet.freeze_panes(1, 0)
    if table.columns:
        # Extensions are words made of figures, and meant so.
        sheet.ignore_errors({"number_stored_as_text": xl_range(0, 0, len(table.rows) + 1, len(table.columns) - 1)})
        # Without the totals: they are no row to be filtered or sorted among the others.
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C&P / &N")
    widths = [_width(table, at) for at in range(len(table.columns))]
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    lines = [
        len(textwrap.wrap(column.title, max(1, width - _FILTER_ARROW)))
        for column, width in zip(table.columns, widths, strict=True)
    ]
    sheet.set_row(0, LINE_POINTS * max(lines, default=1))


def _page_header(report: Report) -> str:
    """What stands above each printed page."""
    words = (report.title, report.period, "DEMO" if report.demo else "")
    left, middle, right = (storable(text)[:_LONGEST_PART].replace("&", "&&") for text in words)
    return f"&L{left}&C{middle}&R{right}"


def _width(table: Table, at: int) -> int:
    """Room for what the column holds; long titles are wrapped between words."""
    column = table.columns[at]
    longest_word = max((len(word) for word in column.title.split()), default=0) + _FILTER_ARROW
    usual = _WIDTHS.get(column.kind, _NARROWEST)
    texts = (value for row in table.rows[:_ROWS_MEASURED] if isinstance(value := row[at], str))
    longest = max((len(text) for text in texts), default=0) + 2
    return min(max(usual, longest_word, longest), _WIDEST)


def _chart(book: "Workbook", report: Report, sheet: str, styles: Styles) -> "NativeChart | None":
    picture, table = report.picture, report.table
    if isinstance(picture, Timeline):
        return _states_chart(book, picture, styles)
    if not table.columns:
        return None
    codes = Codes(
        places=styles.short_code(table.columns[0].kind),
        count=styles.codes[CellKind.COUNT],
        percent="%0" if styles.turkish else "0%",
    )
    return table_chart(book, picture, table, sheet, codes)


def _states_chart(book: "Workbook", timeline: Timeline, styles: Styles) -> "NativeChart | None":
    """The agents' states beside each other, over a sheet of their own: the table has a row for each of them."""
    if not timeline.rows or not timeline.states:
        return None
    sheet = book.add_worksheet(translate("ExportFile", "Chart data"))
    sheet.set_column(0, 0, 30)
    sheet.freeze_panes(1, 0)
    put_text(sheet, 0, 0, translate("ExportFile", "Agent"), styles.header)
    for at, (_, words) in enumerate(timeline.states, 1):
        put_text(sheet, 0, at, words, styles.number_header)
    longest = 0.0
    for number, row in enumerate(timeline.rows, 1):
        put_text(sheet, number, 0, row.name or row.extension)
        for at, (state, _) in enumerate(timeline.states, 1):
            styles.put(sheet, number, at, _seconds(row, {state}), CellKind.SECONDS)
        longest = max(longest, _seconds(row, {state for state, _ in timeline.states}))
    last = len(timeline.rows)
    names = tuple(storable(row.name or row.extension) for row in timeline.rows)
    states = [
        (state, words, Cells(sheet.name, 1, last, at, _totals(timeline, state)))
        for at, (state, words) in enumerate(timeline.states, 1)
    ]
    return totals_chart(book, timeline.title, states, Cells(sheet.name, 1, last, 0, names), longest)


def _totals(timeline: Timeline, state: str) -> tuple[float | str | None, ...]:
    return tuple(stored(_seconds(row, {state}), CellKind.SECONDS) for row in timeline.rows)


def _seconds(row: TimelineRow, states: set[str]) -> float:
    return sum(segment.ended - segment.began for segment in row.segments if segment.state in states)


class _Watched:
    """The target as the library packs into it: asks before each piece whether to go on.

    After a failure it swallows what comes, for the packer tries to end its archive when it is thrown away, and goes on
    counting places, which the packer writes down.
    """

    def __init__(self, target: BinaryIO, tick: Tick) -> None:
        self._target = target
        self._tick = tick
        self._failed = False
        self._place = 0

    def write(self, data: bytes) -> int:
        """Hand a piece on."""
        if self._failed:
            self._place += len(data)
            return len(data)
        try:
            self._tick(_PACKING)
            return self._target.write(data)
        except BaseException:
            self._failed = True
            raise

    def tell(self) -> int:
        """The place in the target."""
        return self._place if self._failed else self._target.tell()

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go back, for an entry's size is known after it was packed."""
        if self._failed:
            self._place = offset
            return offset
        return self._target.seek(offset, whence)

    def flush(self) -> None:
        """Nothing: whoever opened the target flushes it."""
