"""Workbooks read back by openpyxl and, for charts, from their XML: typed cells, no formula, one native chart."""

import io
import re
import tempfile
import zipfile
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import msgspec
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils import range_boundaries
from openpyxl.utils.datetime import to_excel
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from supervisor_gui import i18n
from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.reports.ticks import Cancelled, Tick, no_tick
from supervisor_gui.reports.values import Axis, CellKind, Chart, Column, Mark, Panel, Report, Series, Table
from supervisor_gui.reports.xlsx_file import write_xlsx
from tests.reports.file_reports import ROWS, agents_report, chart_over, long_table, report_of, turkish_marks

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, where nothing may be left."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def written(report: Report, tick: Tick = no_tick) -> io.BytesIO:
    """The file."""
    file = io.BytesIO()
    write_xlsx(report, file, tick)
    return file


def opened(report: Report) -> Workbook:
    """The file as openpyxl reads it."""
    return openpyxl.load_workbook(written(report))


def november(day: int) -> datetime:
    """A day as openpyxl gives it."""
    return datetime.combine(date(2026, 11, day), time())


def table_of(report: Report) -> Worksheet:
    """The sheet with the table."""
    return opened(report).worksheets[0]


def values(sheet: Worksheet) -> list[tuple[Any, ...]]:
    """What its cells hold."""
    return list(sheet.iter_rows(values_only=True))


def one_column(kind: CellKind, *cells: object) -> Report:
    """A report of one column."""
    return report_of(Table((Column("x", "X", kind),), tuple((cell,) for cell in cells)))


def charts(report: Report) -> list[ET.Element]:
    """The charts of the file."""
    with zipfile.ZipFile(written(report)) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
        return [ET.fromstring(archive.read(name)) for name in names]


def ranges(part: ET.Element, which: str) -> list[str]:
    """The ranges of the categories ("cat") or the values ("val") of each series of a part of a chart."""
    return [series.findtext(f"{C}{which}//{C}f") or "" for series in part.iter(f"{C}ser")]


def cells_at(book: Workbook, reference: str) -> list[Any]:
    """What the cells of a chart's range hold."""
    name, place = reference.rsplit("!", 1)
    left, top, right, bottom = range_boundaries(place.replace("$", ""))
    area = book[name.strip("'")].iter_rows(top, bottom, left, right, values_only=True)
    return [value for row in area for value in row]


def test_figures_days_and_durations_keep_their_types() -> None:
    header, first, second, third, totals = values(table_of(report_of()))
    assert header == ("Day", "Incoming", "Answered", "Abandoned", "Service level", "Mean wait", "Note")
    assert first == (november(1), 1482, 1400, 82, 0.8425, timedelta(seconds=35), None)
    assert second[:6] == (november(2), 10, 7, 3, 0.7, timedelta(seconds=61))
    assert third[:6] == (november(3), 0, 0, 0, None, None)
    assert totals[:6] == ("Total", 1492, 1407, 85, 0.84, timedelta(seconds=4000))


def test_what_is_not_exact_says_so_and_is_a_number_all_the_same() -> None:
    sheet = table_of(report_of())
    assert sheet["E3"].data_type == "n"
    assert "≈" in sheet["E3"].number_format
    assert not any("≈" in cell.number_format for row in sheet.iter_rows() for cell in row if cell.coordinate != "E3")


def test_days_and_percents_are_shown_as_the_language_shows_them() -> None:
    english = table_of(report_of())
    i18n.use(turkish_marks)
    turkish = table_of(report_of())
    assert (english["A2"].number_format, turkish["A2"].number_format) == ("yyyy-mm-dd", "dd.mm.yyyy")
    assert (english["E2"].number_format, turkish["E2"].number_format) == ("0.0%", "%0.0")
    assert turkish["A5"].value == "Toplam"


def test_times_are_those_of_the_value_itself() -> None:
    at = datetime(2026, 11, 24, 23, 59, 59, tzinfo=PBX_ZONE)
    (_, (moment,)) = values(table_of(one_column(CellKind.MOMENT, at)))
    assert abs(moment - at.replace(tzinfo=None)) < timedelta(milliseconds=1)
    assert table_of(one_column(CellKind.CLOCK, at))["A2"].number_format == "hh:mm"


def test_the_header_stays_in_sight_and_filters_the_rows_but_not_the_totals() -> None:
    sheet = table_of(report_of())
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:G4"
    assert sheet.print_title_rows == "$1:$1"


def test_nothing_is_a_formula_a_link_or_a_number_by_its_looks() -> None:
    texts = ("=1+1", "+90 555 000 00 00", "-1", "@x", "http://example.invalid", "103", "{=1}", "1e3")
    report = one_column(CellKind.TEXT, *texts)
    assert [row[0] for row in values(table_of(report))[1:]] == list(texts)
    with zipfile.ZipFile(written(report)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)


@settings(max_examples=15)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60), min_size=1, max_size=8))
def test_any_words_make_a_readable_book_and_come_back(texts: list[str]) -> None:
    cells = [row[0] for row in values(table_of(one_column(CellKind.TEXT, *texts)))[1:]]
    assert len(cells) == len(texts)
    for cell, text in zip(cells, texts, strict=True):
        # XML knows no CR, and openpyxl gives signs that it cannot hold as they are escaped in the file.
        if text.isprintable() and not re.search("_x[0-9A-Fa-f]{4}_", text):
            assert cell == text


def test_text_longer_than_a_cell_and_half_a_surrogate_pair_do_not_break_the_book() -> None:
    cells = [row[0] for row in values(table_of(one_column(CellKind.TEXT, "x" * 40_000, "a\ud800b")))[1:]]
    assert [len(cells[0]), cells[1]] == [32_767, "a?b"]


def test_the_second_sheet_tells_what_the_page_tells() -> None:
    report = report_of()
    rows = values(opened(report).worksheets[1])
    words = {value for row in rows for value in row if isinstance(value, str)}
    assert {report.title, report.period, report.account_tail, *report.notes} <= words
    assert any("DEMO" in word for word in words)
    assert {tile.title for tile in report.tiles} <= words
    assert {column.hint for column in report.table.columns if column.hint} <= words
    assert ("Service level", 0.84) in [row[:2] for row in rows]
    assert ("Target", 0.8) in [row[:2] for row in rows]
    assert ("Mean wait", None) in [row[:2] for row in rows]


def test_a_report_of_a_real_account_says_nothing_of_a_demo() -> None:
    book = opened(msgspec.structs.replace(report_of(), demo=False))
    assert not any("DEMO" in str(value) for sheet in book for row in values(sheet) for value in row)


def test_the_one_chart_stands_over_the_cells_of_the_table() -> None:
    (chart,) = charts(report_of())
    book = opened(report_of())
    bars, line = chart.find(f".//{C}barChart"), chart.find(f".//{C}lineChart")
    assert bars is not None
    assert line is not None
    assert bars.find(f"{C}grouping").attrib["val"] == "stacked"
    for reference in ranges(bars, "cat") + ranges(line, "cat"):
        assert cells_at(book, reference) == [november(day) for day in (1, 2, 3)]
    assert [cells_at(book, one) for one in ranges(bars, "val")] == [[1400, 7, 0], [82, 3, 0]]
    assert [cells_at(book, one) for one in ranges(line, "val")] == [[0.8425, 0.7, None]]


def test_shares_have_an_axis_of_their_own_up_to_a_hundred_percent() -> None:
    (chart,) = charts(report_of())
    axes = {axis.find(f"{C}axId").attrib["val"]: axis for axis in chart.iter(f"{C}valAx")}
    line = chart.find(f".//{C}lineChart")
    assert line is not None
    used = [each.attrib["val"] for each in line.findall(f"{C}axId")]
    (percent,) = [axes[each] for each in used if each in axes]
    assert len(axes) == 2
    assert percent.find(f"{C}scaling/{C}max").attrib["val"] == "1"
    assert percent.find(f"{C}numFmt").attrib["formatCode"] == "0%"


def test_series_without_a_column_are_left_out_and_panels_measured_alike_come_together() -> None:
    nothing = (None,) * len(ROWS)
    panels = (
        Panel((Series("incoming", "Incoming", nothing, Axis.COUNT, Mark.AREA),)),
        Panel(tuple(Series(key, key, nothing, Axis.COUNT, Mark.AREA) for key in ("answered", "abandoned", "gone"))),
    )
    report = report_of(picture=Chart("By the minute", ("",) * 3, ("",) * 3, panels))
    (chart,) = charts(report)
    book = opened(report)
    area, line = chart.find(f".//{C}areaChart"), chart.find(f".//{C}lineChart")
    assert area is not None
    assert line is not None
    assert [cells_at(book, one) for one in ranges(area, "val")] == [[1400, 7, 0], [82, 3, 0]]
    assert [cells_at(book, one) for one in ranges(line, "val")] == [[1482, 10, 0]]
    assert len(list(chart.iter(f"{C}valAx"))) == 1


def test_lines_alone_make_a_chart_of_lines() -> None:
    panel = Panel((Series("answer_wait", "Mean wait", (None,) * 3, Axis.SECONDS, Mark.LINE),))
    report = report_of(picture=Chart("Waits", ("",) * 3, ("",) * 3, (panel,)))
    (chart,) = charts(report)
    assert chart.find(f".//{C}barChart") is None
    (reference,) = ranges(chart, "val")
    assert cells_at(opened(report), reference) == [timedelta(seconds=35), timedelta(seconds=61), None]


def test_the_agents_chart_adds_up_each_ones_states() -> None:
    (chart,) = charts(agents_report())
    book = opened(agents_report())
    bars = chart.find(f".//{C}barChart")
    assert bars is not None
    assert bars.find(f"{C}barDir").attrib["val"] == "bar"
    assert cells_at(book, ranges(bars, "cat")[0]) == ["=Ayşe", "102"]
    idle, paused = (cells_at(book, one) for one in ranges(bars, "val"))
    assert idle == [timedelta(seconds=90), timedelta(seconds=30_000)]
    assert [value or timedelta() for value in paused] == [timedelta(seconds=60), timedelta()]


@pytest.mark.parametrize(
    "report",
    [
        report_of(Table(report_of().table.columns, ())),
        report_of(Table((), ())),
        report_of(picture=Chart("Nothing", (), (), ())),
        msgspec.structs.replace(agents_report(), picture=msgspec.structs.replace(agents_report().picture, rows=())),
    ],
    ids=["no rows", "no columns", "no panels", "no agents"],
)
def test_a_report_with_nothing_to_draw_is_a_book_without_a_chart(report: Report) -> None:
    assert charts(report) == []
    assert opened(report).worksheets


def kept(series: ET.Element, which: str) -> list[str | None]:
    """What a series of a chart keeps of its own cells, in their order."""
    count = int(series.find(f"{C}{which}//{C}ptCount").attrib["val"])
    points = {int(point.attrib["idx"]): point.findtext(f"{C}v") for point in series.iterfind(f"{C}{which}//{C}pt")}
    return [points.get(at) for at in range(count)]


@pytest.mark.parametrize("report", [report_of(), agents_report()], ids=["days", "agents"])
def test_a_chart_keeps_its_figures_for_programs_that_read_no_sheet(report: Report) -> None:
    (chart,) = charts(report)
    book = opened(report)
    for series in chart.iter(f"{C}ser"):
        for which in ("cat", "val"):
            cells = cells_at(book, series.findtext(f"{C}{which}//{C}f") or "")
            stored = [to_excel(cell) if isinstance(cell, datetime | timedelta) else cell for cell in cells]
            for own, cell in zip(kept(series, which), stored, strict=True):
                assert own == cell if own is None or isinstance(cell, str) else float(own) == pytest.approx(cell)


def test_a_year_of_days_has_all_of_them_in_its_chart() -> None:
    report = report_of(long_table(365), chart_over(long_table(365).rows))
    (chart,) = charts(report)
    assert {len(cells_at(opened(report), one)) for one in ranges(chart, "val")} == {365}


def test_how_far_it_is_grows_to_one_and_nothing_is_left_behind(temporary: Path) -> None:
    shares: list[float] = []
    written(report_of(long_table(2_000)), shares.append)
    assert all(before <= after for before, after in pairwise(shares))
    assert shares[-1] == 1.0
    assert len({share for share in shares if 0 < share < 0.7}) > 2
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("at", [0.3, 0.7], ids=["among the rows", "while packing"])
def test_it_stops_where_it_is_told_to_and_leaves_nothing_behind(temporary: Path, at: float) -> None:
    asked = []

    def stop(share: float) -> None:
        asked.append(share)
        if share >= at and len(asked) > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        written(report_of(long_table(2_000)), stop)
    assert list(temporary.iterdir()) == []


class _FullDisk(io.BytesIO):
    """Takes a little."""

    def write(self, data: Any) -> int:
        """Until there is no room."""
        if self.tell() > 500:
            raise OSError(28, "No space left on device")
        return super().write(data)


def test_a_full_disk_is_told_as_what_it_is(temporary: Path) -> None:
    with pytest.raises(OSError, match="No space left") as refused:
        write_xlsx(report_of(), _FullDisk(), no_tick)
    assert refused.value.errno == 28
    assert list(temporary.iterdir()) == []
