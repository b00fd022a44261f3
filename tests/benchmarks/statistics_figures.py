"""The speed of statistics beside its baselines, measured in the same run, turn by turn. It judges nothing."""

import asyncio
import csv
import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyqtgraph as pg
import xlsxwriter
from PySide6.QtWidgets import QApplication, QWidget

from supervisor_gui.reports.csv_file import write_csv
from supervisor_gui.reports.request import ReportRequest, View
from supervisor_gui.reports.values import Mark, Report
from supervisor_gui.reports.xlsx_file import write_xlsx
from supervisor_gui.ui import theme
from supervisor_gui.ui.charts.picture_view import PictureView
from supervisor_gui.ui.statistics.page import StatisticsView
from tests.benchmarks import statistics_days as days
from tests.benchmarks.board_figures import Figure, lines
from tests.benchmarks.statistics_stretches import stretch_figure

ROUNDS = 15
CHART = (1370, 460)
ROOT = Path(__file__).resolve().parents[2]


def statistics_figures() -> tuple[Figure, ...]:
    """All of them."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "history.sqlite"
        days.fill(file, 730)
        month, year = days.reports_of(file, ReportRequest(days.MONTH), ReportRequest(days.YEAR))
        return (
            _from_history(file),
            *_year_counted(file),
            *_cold(file),
            _year_redrawn(year),
            _minutes_redrawn(),
            *_files(days.long_report(month)),
            stretch_figure(),
        )


def _turns(ours: Callable[[], object], theirs: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float]:
    """The usual CPU time of both in ms; each is warmed by one round more."""
    spent: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds + 1):
        for each, kept in zip((ours, theirs), spent, strict=True):
            start = time.process_time()
            each()
            kept.append((time.process_time() - start) * 1e3)
    mine, plain = (statistics.median(kept[1:]) for kept in spent)
    return mine, plain


def _from_history(file: Path) -> Figure:
    """The month against the one before, from the file to pixels."""
    app = _app()
    page = StatisticsView()
    page.apply_theme(theme.LIGHT)
    page.set_today(days.LAST)
    page.resize(1440, 860)
    page.show()
    runner = asyncio.Runner()
    store, maker = runner.run(days.maker_of(file))
    asked = ReportRequest(days.MONTH)

    def show() -> None:
        page.forget()
        page.show_report(runner.run(maker.report(asked)))
        app.processEvents()

    ours, theirs = _turns(show, lambda: [days.plain_count(file, one) for one in (days.MONTH, days.MONTH_BEFORE)])
    runner.run(store.close())
    runner.close()
    page.close()
    return Figure("month view from history", ours, "ms", 6.0, baseline=theirs)


def _year_counted(file: Path) -> tuple[Figure, ...]:
    """A year against the one before, from the file to a report."""
    found = []
    with asyncio.Runner() as runner:
        store, maker = runner.run(days.maker_of(file))
        for view, target in ((View.DAYS, 2.5), (View.HOURS, 3.0), (View.WEEKDAYS, 2.0)):
            asked = ReportRequest(days.YEAR, view=view)
            ours, theirs = _turns(
                lambda asked=asked: runner.run(maker.report(asked)),
                lambda: [days.plain_count(file, one) for one in (days.YEAR, days.YEAR_BEFORE)],
                rounds=5,
            )
            found.append(Figure(f"365 days counted, {view.value}", ours, "ms", target, baseline=theirs))
        runner.run(store.close())
    return tuple(found)


def _cold(file: Path) -> tuple[Figure, Figure]:
    """The first opening of the page beside that of a bare plot; memory over a thousand reports."""
    pages, plots = [], []
    for _ in range(3):
        pages.append(_child("page", str(file))["cpu"] * 1e3)
        plots.append(_child("plot")["cpu"] * 1e3)
    room = _child("memory", str(file))
    cold, plot = statistics.median(pages), statistics.median(plots)
    return (
        Figure("month view, first opening with imports", cold, "ms", 2.2, baseline=plot),
        Figure("memory growth, 1000 reports after the first", (room["last"] / room["first"] - 1) * 100, "%", 1.0),
    )


def _child(*arguments: str) -> dict[str, float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "tests.benchmarks.statistics_child", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, check=True)
    found: dict[str, float] = {}
    for line in done.stdout.splitlines():
        found |= json.loads(line)
    return found


def _year_redrawn(year: Report) -> Figure:
    """365 days in other figures, painted, beside bare bars and lines of pyqtgraph, one for each of its series."""
    app, view = _app(), PictureView()
    plot = pg.PlotWidget()
    heights = list(range(365))
    series = [each for panel in year.picture.panels for each in panel.series]  # type: ignore[union-attr]
    bars = [pg.BarGraphItem(x=heights, height=heights, width=0.8) for each in series if each.mark is Mark.BAR]
    curves = [plot.plot(heights) for each in series if each.mark is not Mark.BAR]
    for each in bars:
        plot.addItem(each)
    for widget in (view, plot):
        _show(app, widget)

    def theirs() -> None:
        heights.reverse()
        for each in bars:
            each.setOpts(height=heights)
        for each in curves:
            each.setData(heights)
        app.processEvents()

    def ours() -> None:
        view.show_picture(year.picture)
        app.processEvents()

    found = _turns(ours, theirs)
    for widget in (view, plot):
        widget.close()
    return Figure("365 days redrawn", found[0], "ms", 2.0, baseline=found[1])


def _minutes_redrawn() -> Figure:
    """A day of minutes in other figures, painted, beside one line of pyqtgraph for each of its series."""
    app, view = _app(), PictureView()
    reports = [days.day_of_minutes(shift) for shift in (0, 40)]
    series = sum(len(panel.series) for panel in reports[0].picture.panels)  # type: ignore[union-attr]
    plot = pg.PlotWidget()
    heights = list(range(1440))
    curves = [plot.plot(heights) for _ in range(series)]
    for widget in (view, plot):
        _show(app, widget)

    def theirs() -> None:
        heights.reverse()
        for curve in curves:
            curve.setData(heights)
        app.processEvents()

    def ours() -> None:
        reports.reverse()
        view.show_picture(reports[0].picture)
        app.processEvents()

    found = _turns(ours, theirs)
    for widget in (view, plot):
        widget.close()
    return Figure("24 h of minutes redrawn", found[0], "ms", 8.0, baseline=found[1])


def _files(report: Report) -> tuple[Figure, Figure]:
    """A hundred thousand rows as CSV and XLSX beside the bare writers."""
    rows = report.table.rows

    def plain_csv() -> None:
        csv.writer(io.StringIO()).writerows(rows)

    def plain_xlsx() -> None:
        book = xlsxwriter.Workbook(io.BytesIO(), {"constant_memory": True, "default_date_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet()
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
        book.close()

    texts = _turns(lambda: write_csv(report, io.BytesIO(), _tick), plain_csv, rounds=3)
    books = _turns(lambda: write_xlsx(report, io.BytesIO(), _tick), plain_xlsx, rounds=2)
    return (
        Figure("CSV of 100,000 rows", texts[0], "ms", 6.0, baseline=texts[1]),
        Figure("XLSX of 100,000 rows", books[0], "ms", 1.6, baseline=books[1]),
    )


def _tick(_share: float) -> None:
    pass


def _show(app: QApplication, widget: QWidget) -> None:
    widget.resize(*CHART)
    widget.show()
    app.processEvents()


def _app() -> QApplication:
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([])
    theme.apply(app, theme.LIGHT)
    return app


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    begun = time.perf_counter()
    print(lines(statistics_figures()))
    print(f"measured in {time.perf_counter() - begun:.0f} s")
