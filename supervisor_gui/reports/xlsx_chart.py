"""The one native chart of a workbook: what of a report's picture it shows, over which cells. It writes no cells."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from supervisor_gui.reports.cell_values import storable
from supervisor_gui.reports.values import Axis, Chart, Estimate, Mark, Series, Table
from supervisor_gui.reports.xlsx_styles import stored

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.chart import Chart as NativeChart

_COLOURS = {
    "answered": "#0072B2",
    "unanswered": "#E69F00",
    "missed": "#E69F00",
    "outgoing": "#009E73",
    "not_reached": "#7A5BC7",
    "abandoned": "#CC79A7",
    "service": "#1B1F24",
    "answer_wait": "#1B1F24",
    "average_wait": "#009E73",
    "average_talk": "#0072B2",
    "longest_wait": "#E69F00",
    "waiting": "#1B1F24",
    "idle": "#009E73",
    "talking": "#0072B2",
    "ringing": "#56B4E9",
    "paused": "#E69F00",
    "offline": "#C3CBD4",
}
_OTHER = "#8A97A6"
_PATTERNS = {"unanswered": "wide_upward_diagonal", "missed": "wide_upward_diagonal", "paused": "wide_upward_diagonal"}
"""Told apart without colour, on paper as well."""

_PAPER = "#FFFFFF"
_GRID = "#D9DFE6"
_SIZE = {"width": 960, "height": 420}
_BAR_HEIGHT = 20
_TALLEST = 2_400
_BARS = frozenset({Mark.BAR, Mark.AREA})

_DAY, _HOUR = 86_400, 3_600
_TIME_STEPS = (5, 10, 15, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400)
_MOST_MARKS = 10
_FEW_PLACES = 32
_MOST_KEPT = 1_500
"""Rows whose figures are kept with the chart once more: the minutes of a day, years of days."""


class Cells(msgspec.Struct, frozen=True):
    """Rows of one column; rows and columns counted from 0, both ends included.

    Attributes:
        values: What they hold, for what draws the chart without reading the sheet, as telephones and previews of mail
            do; empty for more rows than such a chart can show.
    """

    sheet: str
    first: int
    last: int
    column: int
    values: tuple[float | str | None, ...] = ()

    def named(self, word: str) -> dict[str, Any]:
        """As the library wants them; `word` is "categories" or "values"."""
        named: dict[str, Any] = {word: [self.sheet, self.first, self.column, self.last, self.column]}
        return named | {f"{word}_data": list(self.values)} if self.values else named


class Codes(msgspec.Struct, frozen=True):
    """Number formats of a chart's axes: of the places along the x axis, of counts, and of percents."""

    places: str
    count: str
    percent: str


class _Shown(msgspec.Struct, frozen=True):
    """A series with its cells and its greatest figure."""

    series: Series
    cells: Cells
    greatest: float


def table_chart(book: "Workbook", chart: Chart, table: Table, sheet: str, codes: Codes) -> "NativeChart | None":
    """`chart` over the table's cells; None when the table has figures of none of it.

    A workbook has one chart: the panel of which the table has most, and of the others what is measured alike, as lines.

    Args:
        book: Where the chart is made.
        chart: The report's picture.
        table: Its columns have the keys of the series; its first column names the places. Header in row 0.
        sheet: The name of the table's sheet.
        codes: Number formats.
    """
    last = len(table.rows)
    columns = {column.key: at for at, column in enumerate(table.columns)}
    panels = [[series for series in panel.series if series.key in columns] for panel in chart.panels]
    fullest = max(panels, key=len, default=[])
    if not last or not fullest:
        return None
    lines = [
        msgspec.structs.replace(each, mark=Mark.LINE) for panel in panels if panel is not fullest for each in panel
    ]
    alike = [each for each in lines if each.axis is fullest[0].axis]

    def cells(at: int) -> Cells:
        kind = table.columns[at].kind
        return Cells(
            sheet, 1, last, at, tuple(stored(row[at], kind) for row in table.rows) if last <= _MOST_KEPT else ()
        )

    shown = [
        _Shown(series, cells(columns[series.key]), _greatest(table, columns[series.key]))
        for series in (*fullest, *alike)
    ]
    return _combined(book, chart.title, shown, cells(0), codes)


def totals_chart(
    book: "Workbook", title: str, states: Iterable[tuple[str, str, Cells]], names: Cells, longest: float
) -> "NativeChart":
    """Lying stacked bars, one for each agent.

    Args:
        book: Where the chart is made.
        title: Its heading.
        states: State, its words and its cells.
        names: The agents' names.
        longest: Seconds of the longest bar.
    """
    native = book.add_chart({"type": "bar", "subtype": "stacked"})
    for state, words, cells in states:
        native.add_series(_bar(state, words, cells, names))
    _dress(native, title, _seconds_axis(longest), {"reverse": True})
    height = min(_TALLEST, 140 + _BAR_HEIGHT * (names.last - names.first + 1))
    native.set_size({"width": _SIZE["width"], "height": height})
    return native


def _greatest(table: Table, at: int) -> float:
    values = (row[at] for row in table.rows)
    numbers = (value.value if isinstance(value, Estimate) else value for value in values)
    return max((number for number in numbers if isinstance(number, int | float)), default=0.0)


def _combined(book: "Workbook", title: str, shown: list[_Shown], places: Cells, codes: Codes) -> "NativeChart":
    """Stacked columns or areas, and over them the lines of what is measured otherwise, on an axis of their own."""
    bars = [each for each in shown if each.series.mark in _BARS]
    lines = [each for each in shown if each.series.mark not in _BARS]
    main = (bars or lines)[0].series.axis
    others = [each for each in lines if each.series.axis is not main]
    if not bars:
        native = _with_lines(book, lines, main, places, codes)
    else:
        native = _with_bars(book, bars, places)
        # The library lays one chart over another, and its lines have one axis.
        if lines:
            native.combine(_with_lines(book, others or lines, main, places, codes))
    thinned = max(1, (places.last - places.first) // _FEW_PLACES * 2)
    x_axis = {"text_axis": True, "num_format": codes.places, "interval_unit": thinned, "interval_tick": thinned}
    _dress(native, title, x_axis, _axis(bars or lines, codes))
    return native


def _with_bars(book: "Workbook", bars: list[_Shown], places: Cells) -> "NativeChart":
    kind = "area" if bars[0].series.mark is Mark.AREA else "column"
    native = book.add_chart({"type": kind, "subtype": "stacked"})
    for each in bars:
        native.add_series(_bar(each.series.key, each.series.title, each.cells, places))
    return native


def _with_lines(book: "Workbook", lines: list[_Shown], main: Axis, places: Cells, codes: Codes) -> "NativeChart":
    native = book.add_chart({"type": "line"})
    for each in lines:
        native.add_series(_line(each, places) | {"y2_axis": each.series.axis is not main})
    others = [each for each in lines if each.series.axis is not main]
    if others:
        native.set_y2_axis(_axis(others, codes) | {"major_gridlines": {"visible": False}})
    return native


def _axis(shown: list[_Shown], codes: Codes) -> dict[str, Any]:
    """The axis that the first of them is measured on."""
    axis = shown[0].series.axis
    if axis is Axis.PERCENT:
        return {"num_format": codes.percent, "min": 0, "max": 1}
    if axis is Axis.SECONDS:
        return _seconds_axis(max(each.greatest for each in shown if each.series.axis is axis))
    return {"num_format": codes.count, "min": 0}


def _seconds_axis(longest: float) -> dict[str, Any]:
    """An axis of durations up to about `longest` seconds, with marks at round ones."""
    step = next((step for step in _TIME_STEPS if longest <= step * _MOST_MARKS), _TIME_STEPS[-1])
    return {"num_format": "[h]:mm:ss" if longest >= _HOUR else "mm:ss", "min": 0, "major_unit": step / _DAY}


def _bar(key: str, title: str, cells: Cells, places: Cells) -> dict[str, Any]:
    colour = _COLOURS.get(key, _OTHER)
    look: dict[str, Any] = {"fill": {"color": colour}}
    if key in _PATTERNS:
        look = {"pattern": {"pattern": _PATTERNS[key], "fg_color": colour, "bg_color": _PAPER}}
    return {
        "name": storable(title),
        **places.named("categories"),
        **cells.named("values"),
        "border": {"color": colour, "width": 0.5},
        "gap": 40,
        **look,
    }


def _line(shown: _Shown, places: Cells) -> dict[str, Any]:
    line: dict[str, Any] = {"color": _COLOURS.get(shown.series.key, _OTHER), "width": 1.75}
    if shown.series.mark is Mark.DOTS:
        line["dash_type"] = "round_dot"
    few = shown.cells.last - shown.cells.first < _FEW_PLACES
    return {
        "name": storable(shown.series.title),
        **places.named("categories"),
        **shown.cells.named("values"),
        "line": line,
        "marker": {"type": "circle", "size": 4} if few else {"type": "none"},
    }


def _dress(native: "NativeChart", title: str, x_axis: dict[str, Any], y_axis: dict[str, Any]) -> None:
    native.set_title({"name": storable(title), "name_font": {"size": 12}, "overlay": False})
    native.set_x_axis(_with_grid(x_axis))
    native.set_y_axis(_with_grid(y_axis))
    native.set_legend({"position": "bottom"})
    native.show_blanks_as("gap")
    native.set_size(_SIZE)


def _with_grid(axis: dict[str, Any]) -> dict[str, Any]:
    """Faint lines at the marks of an axis that measures something."""
    return axis | {"major_gridlines": {"visible": "min" in axis, "line": {"color": _GRID, "width": 0.75}}}
