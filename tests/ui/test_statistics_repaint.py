"""What the statistics page paints when a report comes that is like the one before."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import msgspec
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.reports.request import Period, ReportRequest
from supervisor_gui.reports.values import Chart, Report
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.statistics.page import StatisticsView
from tests.helpers.page_reports import report_of

TODAY = date(2026, 11, 24)
WEEK = ReportRequest(Period(date(2026, 11, 16), date(2026, 11, 22)))


class Paints(QObject):
    """Counts what is painted of some parts of a page."""

    def __init__(self, **parts: QWidget) -> None:
        super().__init__()
        self.count: Counter[str] = Counter()
        self._names = {part: name for name, part in parts.items()}
        for part in parts.values():
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() is QEvent.Type.Paint:
            self.count[self._names[watched]] += 1
        return False


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[StatisticsView]:
    looks.apply(qapp, looks.LIGHT)
    made = StatisticsView()
    qtbot.addWidget(made)
    made.apply_theme(looks.LIGHT)
    made.set_today(TODAY)
    made.resize(1350, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.hide()


def shown(page: StatisticsView, qapp: QApplication, report: Report) -> Counter[str]:
    """What showing it paints."""
    qapp.processEvents()
    picture = page.picture.focusProxy().findChild(QGraphicsView).viewport()
    paints = Paints(picture=picture, table=page.table.rows.viewport())
    page.show_report(report)
    qapp.processEvents()
    return paints.count


def again(report: Report, **changed: object) -> Report:
    """An equal report that is another object, but for what is changed."""
    parts = {"picture": msgspec.structs.replace(report.picture), "table": msgspec.structs.replace(report.table)}
    return msgspec.structs.replace(report, **parts | changed)


def test_a_report_with_the_same_figures_paints_neither_picture_nor_table_anew(
    page: StatisticsView, qapp: QApplication
) -> None:
    report = report_of(WEEK)
    assert set(shown(page, qapp, report)) == {"picture", "table"}
    assert not shown(page, qapp, again(report, missing=(TODAY,)))


def test_other_figures_are_painted(page: StatisticsView, qapp: QApplication) -> None:
    report = report_of(WEEK)
    shown(page, qapp, report)
    assert isinstance(report.picture, Chart)
    renamed = msgspec.structs.replace(report.picture, title="Other calls")
    assert "picture" in shown(page, qapp, again(report, picture=renamed))
    fewer = msgspec.structs.replace(report.table, rows=report.table.rows[:-1])
    assert "table" in shown(page, qapp, again(report, table=fewer))


def test_the_same_report_comes_back_after_the_page_was_emptied(page: StatisticsView, qapp: QApplication) -> None:
    report = report_of(WEEK)
    shown(page, qapp, report)
    page.forget()
    assert set(shown(page, qapp, report)) == {"picture", "table"}
    assert page.table.model.rowCount() == len(report.table.rows)
