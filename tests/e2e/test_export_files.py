"""One command's five files, and its tables read back: they say what the ledger says, as the screen does."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QApplication

from supervisor_gui.clock import Clock
from supervisor_gui.config import SettingsStore
from supervisor_gui.exports.report_maker import ReportMaker, usual_request
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.store import Store
from supervisor_gui.paths import DataPaths
from supervisor_gui.reports.request import Period
from supervisor_gui.reports.values import Report
from supervisor_gui.ui.language import Language
from supervisor_gui.ui.statistics.table_model import TableModel
from tests.helpers.exported import PROFILE, Exported, both_languages, half_up, period_words
from tests.helpers.exports import ACCOUNT, FORMATS, PASSWORD
from tests.helpers.qt_async import run_qt
from tests.helpers.told_days import Told

pytestmark = pytest.mark.e2e

BOTH = pytest.mark.parametrize("language", ["tr", "en"])


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Exported]:
    with both_languages(tmp_path_factory.mktemp("export")) as found:
        yield found


def _report(app: QApplication, exported: Exported, language: str) -> Report:
    """What the page shows of the same days."""
    Language(app).use(language)
    paths = DataPaths(exported.exporter.data)

    async def made() -> Report:
        settings = SettingsStore(paths.settings)
        settings.load()
        settings.open(PROFILE)
        store = Store(paths.history, report=lambda _, error: pytest.fail(str(error)))
        try:
            archive = DayArchive(store, ACCOUNT)
            maker = ReportMaker(store, archive, ACCOUNT, names=dict[str, str], clock=Clock())
            return await maker.report(usual_request(settings.settings, Period(exported.days[0], exported.days[-1])))
        finally:
            await store.close()

    report: Report = run_qt(app, made())
    return report


# What the command itself said.


@BOTH
def test_it_names_the_five_files_and_says_nothing_else(exported: Exported, language: str) -> None:
    ended = exported.ended[language]
    assert (ended.code, ended.err) == (0, "")
    assert list(ended.files) == list(FORMATS)
    there = sorted((exported.exporter.out / language).iterdir())
    assert sorted(ended.files.values()) == there, "and no half of one beside them"
    assert len({path.stem for path in there}) == 1
    assert all(path.name.isascii() and str(exported.days[0]) in path.name for path in there)


def test_the_password_is_in_no_file_no_word_and_no_argument(exported: Exported) -> None:
    told_or_written = [
        part.encode() if isinstance(part, str) else part
        for ended in exported.ended.values()
        for part in (ended.out, ended.err, ended.command_line)
    ]
    files = [path.read_bytes() for path in exported.exporter.data.parent.rglob("*") if path.is_file()]
    assert len(files) > 2 * len(FORMATS)
    packed = [
        zipfile.ZipFile(ended.files["xlsx"]).read(name)
        for ended in exported.ended.values()
        for name in zipfile.ZipFile(ended.files["xlsx"]).namelist()
    ]
    for content in (*told_or_written, *files, *packed):
        assert PASSWORD.encode() not in content
        assert PASSWORD.encode("utf-16-le") not in content


# CSV.


def _csv(exported: Exported, language: str) -> list[list[str]]:
    text = exported.file(language, "csv").read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if language == "tr" else ",", strict=True))


def _day_of(text: str, language: str) -> date:
    return datetime.strptime(text, "%d.%m.%Y" if language == "tr" else "%Y-%m-%d").date()  # noqa: DTZ007


def _number(text: str, language: str) -> float:
    assert ("." not in text) if language == "tr" else ("," not in text)
    return float(text.replace(",", "."))


def _check_csv_row(cells: list[str], truth: Told, language: str) -> None:
    numbers = [_number(cell, language) for cell in cells]
    assert tuple(numbers[:5]) == truth.counts
    assert numbers[5:7] == pytest.approx([100 * share for share in truth.shares], abs=0.0051)
    assert numbers[7:] == [half_up(seconds) for seconds in truth.seconds]


@BOTH
def test_csv_bytes_are_those_that_excel_takes(exported: Exported, language: str) -> None:
    raw = exported.file(language, "csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert not raw.startswith(b"\xef\xbb\xbf", 3)
    assert raw.endswith(b"\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n") == raw.count(b"\r") == len(exported.days) + 2
    lines = raw.decode("utf-8-sig").splitlines()
    widths = {len(row) for row in _csv(exported, language)}
    assert len(widths) == 1
    if language == "tr":
        assert all(line.count(";") == widths.copy().pop() - 1 for line in lines)
        assert re.search(r";\d\d,\d\d?;", lines[1]), "a decimal comma"
    else:
        assert re.search(r",\d\d\.\d\d?,", lines[1])
        assert any('"' in field for field in lines[0].split(",")), "a title with a comma is quoted"


@BOTH
def test_csv_says_what_the_ledger_says(exported: Exported, language: str) -> None:
    _, *rows, total = _csv(exported, language)
    assert [_day_of(row[0], language) for row in rows] == exported.days
    for row, truth in zip(rows, exported.rows.values(), strict=True):
        _check_csv_row(row[1:], truth, language)
    assert total[0] == {"tr": "Toplam", "en": "Total"}[language]
    _check_csv_row(total[1:], exported.total, language)
    assert exported.total.short > 0, "or the limits would not matter"


@BOTH
def test_csv_has_the_rows_of_the_table_on_the_screen(qapp: QApplication, exported: Exported, language: str) -> None:
    model = TableModel()
    model.show_table(_report(qapp, exported, language).table)
    header, *rows = _csv(exported, language)
    assert len(rows) == model.rowCount(QModelIndex()) + 1
    columns = range(model.columnCount(QModelIndex()))
    assert len(header) == len(columns)
    shown = [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]
    for row, cells in zip(rows, [*shown, model.totals], strict=True):
        for title, cell, words in zip(header, row, cells, strict=True):
            assert _reads_like(cell, words, title, language), (title, cell, words)


def _reads_like(cell: str, words: str, title: str, language: str) -> bool:
    """Whether a field of the file and a cell of the screen are the same figure."""
    if "%" in words:
        return abs(float(words.strip("%")) - _number(cell, language)) <= 0.51
    if ":" in words:
        parts = [int(part) for part in words.split(":")]
        return sum(part * 60**power for power, part in enumerate(reversed(parts))) == int(cell)
    if re.fullmatch(r"\d\d\.\d\d\.\d{4}", words):
        return _day_of(cell, language) == _day_of(words, "tr")
    assert title
    return words.replace("." if language == "tr" else ",", "") == cell


# XLSX.


def _cells(sheet: Worksheet, reference: str) -> list[Any]:
    """The values of a chart's range, which is one column of the sheet."""
    name, _, area = reference.rpartition("!")
    assert name.strip("'") == sheet.title
    left, top, right, bottom = range_boundaries(area.replace("$", ""))
    assert left == right
    return [sheet.cell(row, left).value for row in range(top, bottom + 1)]


@BOTH
def test_xlsx_cells_are_typed_and_say_what_the_ledger_says(exported: Exported, language: str) -> None:
    book = load_workbook(exported.file(language, "xlsx"))
    sheet = book.worksheets[0]
    assert sheet.freeze_panes == "A2"
    _, *rows, total = list(sheet.iter_rows())
    for row, (day, truth) in zip(rows, exported.rows.items(), strict=True):
        assert row[0].is_date
        assert row[0].value.date() == day
        _check_xlsx_row(row[1:], truth)
    assert total[0].value == {"tr": "Toplam", "en": "Total"}[language]
    _check_xlsx_row(total[1:], exported.total)


def _check_xlsx_row(cells: tuple[Any, ...], truth: Told) -> None:
    assert {cell.data_type for cell in cells} <= {"n", "d"}
    assert tuple(cell.value for cell in cells[:5]) == truth.counts
    assert all("%" in cell.number_format for cell in cells[5:7])
    assert [cell.value for cell in cells[5:7]] == pytest.approx(truth.shares)
    for cell, seconds in zip(cells[7:], truth.seconds, strict=True):
        assert "h" in cell.number_format
        value = cell.value
        # The library makes a duration of what is formatted as one.
        read = value.total_seconds() if isinstance(value, timedelta) else value * 86_400
        assert read == pytest.approx(half_up(seconds), abs=0.001)


@BOTH
def test_xlsx_has_one_native_chart_over_the_days_and_no_formula(exported: Exported, language: str) -> None:
    book = load_workbook(exported.file(language, "xlsx"))
    charts = [chart for sheet in book.worksheets for chart in sheet._charts]
    assert len(charts) == 1
    series = [each for part in charts[0]._charts for each in part.series]
    days = [datetime(day.year, day.month, day.day) for day in exported.days]  # noqa: DTZ001  a sheet knows no zone
    drawn = []
    for each in series:
        assert _cells(book.worksheets[0], (each.cat.numRef or each.cat.strRef).f) == days
        drawn.append(tuple(_cells(book.worksheets[0], each.val.numRef.f)))
    truth = exported.rows.values()
    for name in ("answered", "unanswered", "abandoned"):
        assert tuple(getattr(row, name) for row in truth) in drawn
    assert any(values == pytest.approx([row.service for row in truth]) for values in drawn)
    with zipfile.ZipFile(exported.file(language, "xlsx")) as packed:
        sheets = [name for name in packed.namelist() if name.startswith("xl/worksheets/sheet")]
        assert sheets
        assert not any(re.search(rb"<f[ >]", packed.read(name)) for name in sheets)
        assert not any("vba" in name or "externalLink" in name for name in packed.namelist())


@BOTH
def test_xlsx_summary_has_period_account_and_the_totals(exported: Exported, language: str) -> None:
    sheet = load_workbook(exported.file(language, "xlsx")).worksheets[1]
    values = [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert period_words(exported.days, language) in values
    assert any(str(value).endswith(ACCOUNT[-4:]) for value in values)
    assert not any(ACCOUNT in str(value) for value in values)
    for count in (exported.total.incoming, exported.total.answered, exported.total.abandoned):
        assert count in values
    assert any(isinstance(value, float) and value == pytest.approx(exported.total.service) for value in values)
