"""One process of the statistics figures: the page from nothing, or a bare plot from nothing. JSON lines on stdout.

Both begin when a bare window has been painted, as in the program, and end with the painted picture.
"""

import asyncio
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from tests.benchmarks.start_child import resident, say

SIZE = (1440, 900)
UPDATES, FIRST = 1000, 100


def window(app: QApplication) -> QStackedWidget:
    """A painted window with nothing in it."""
    made = QStackedWidget()
    made.resize(*SIZE)
    made.show()
    app.processEvents()
    return made


def put(app: QApplication, stack: QStackedWidget, page: QWidget) -> None:
    """Show a page, painted."""
    stack.addWidget(page)
    stack.setCurrentWidget(page)
    app.processEvents()


def cold_page(file: str) -> None:
    """The month's page out of the store: imports, store, reading, counting, painting."""
    app = QApplication([])
    stack = window(app)
    start, busy = time.perf_counter(), time.process_time()
    from supervisor_gui.reports.request import ReportRequest
    from supervisor_gui.ui import theme
    from supervisor_gui.ui.statistics.page import StatisticsView
    from tests.benchmarks.statistics_days import MONTH, maker_of

    async def read() -> None:
        store, maker = await maker_of(Path(file))
        page.show_report(await maker.report(ReportRequest(MONTH)))
        app.processEvents()
        say(seconds=time.perf_counter() - start, cpu=time.process_time() - busy)
        await store.close()

    page = StatisticsView()
    page.apply_theme(theme.LIGHT)
    page.set_today(MONTH.end)
    put(app, stack, page)
    asyncio.run(read())


def cold_plot() -> None:
    """A bare pyqtgraph plot of thirty-one bars: imports, making, painting."""
    app = QApplication([])
    stack = window(app)
    start, busy = time.perf_counter(), time.process_time()
    import pyqtgraph as pg

    plot = pg.PlotWidget()
    plot.addItem(pg.BarGraphItem(x=list(range(31)), height=list(range(31)), width=0.8))
    put(app, stack, plot)
    say(seconds=time.perf_counter() - start, cpu=time.process_time() - busy)


def memory(file: str) -> None:
    """A thousand reports shown one after the other, months and the days of the year among them."""
    from datetime import timedelta

    from supervisor_gui.reports.request import Period, ReportRequest, View
    from supervisor_gui.ui import theme
    from supervisor_gui.ui.statistics.page import StatisticsView
    from tests.benchmarks.statistics_days import LAST, YEAR, day_of_minutes, reports_of

    app = QApplication([])
    stack = window(app)
    page = StatisticsView()
    page.apply_theme(theme.LIGHT)
    put(app, stack, page)
    months = [Period(LAST - timedelta(days=30 + back), LAST - timedelta(days=back)) for back in range(5)]
    wanted = [ReportRequest(period) for period in (*months, YEAR)] + [ReportRequest(YEAR, view=View.WEEKDAYS)]
    reports = (*reports_of(Path(file), *wanted), day_of_minutes(0))
    for number in range(UPDATES):
        page.show_report(reports[number % len(reports)])
        app.processEvents()
        if number == FIRST:
            say(first=resident())
    say(last=resident())


if __name__ == "__main__":
    {"page": cold_page, "plot": cold_plot, "memory": memory}[sys.argv[1]](*sys.argv[2:])
