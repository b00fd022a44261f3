"""Panels where there is little height, and lines that lie on each other: nothing of a chart is left out or covered."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from supervisor_gui.reports.values import Axis, Chart, Mark, Panel, Series
from supervisor_gui.ui.charts.colours import series_look
from supervisor_gui.ui.charts.folding import LEAST_PANEL, fitting
from supervisor_gui.ui.charts.picture_view import PictureView
from supervisor_gui.ui.theme import LIGHT
from tests.helpers.chart_samples import bars, minutes, waits

TALK = Panel((Series("average_talk", "average talk", (180.0, 185.0), Axis.SECONDS, Mark.LINE),))
THREE = bars((30.0, 40.0), None, waits((12.0, 20.0)), TALK)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[PictureView]:
    made = PictureView(LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 420)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.hide()


def lines(image: QImage) -> int:
    """In how many rows of pixels a line of the grid is: more panels have more of them."""
    grid = QColor(LIGHT.line).rgb()
    x = image.width() // 2
    return sum(image.pixel(x, y) == grid for y in range(image.height()))


def painted(view: PictureView, height: float) -> QImage:
    image = QImage(900, round(height), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    view.paint_onto(painter, QRectF(0, 0, 900, height))
    painter.end()
    return image


def test_lines_measured_alike_come_together_where_there_is_no_room_for_each() -> None:
    low = fitting(THREE, LEAST_PANEL * 3 - 1)
    assert [[series.key for series in panel.series] for panel in low.panels] == [
        [series.key for series in THREE.panels[0].series],
        ["average_wait", "average_talk"],
    ]
    assert (low.title, low.labels, low.names) == (THREE.title, THREE.labels, THREE.names)
    assert fitting(THREE, LEAST_PANEL * 3) == THREE


@pytest.mark.parametrize(
    "chart",
    [
        bars((1.0, 2.0), None, target=0.8),
        bars((1.0, 2.0), None, waits((3.0, 4.0))),
        minutes((1.0, 2.0)),
        Chart("", (), (), ()),
        bars((1.0, 2.0), None, TALK, Panel((Series("waiting", "waiting", (1.0, 2.0), mark=Mark.LINE),))),
    ],
    ids=["one panel", "bars and lines", "an area", "nothing", "other axes"],
)
def test_what_is_measured_otherwise_stays_apart_however_low_it_is(chart: Chart) -> None:
    assert fitting(chart, 10) == chart


def test_a_lower_window_has_fewer_plots_and_tells_all_the_same(view: PictureView, qtbot: QtBot) -> None:
    view.show_picture(THREE)
    many = lines(view.grab().toImage())
    qtbot.keyClick(view.focusProxy(), Qt.Key.Key_Home)
    told = view.told
    assert "average talk: 03:00" in told
    view.resize(900, 240)
    assert lines(view.grab().toImage()) < many
    assert view.told == told
    view.resize(900, 420)
    assert lines(view.grab().toImage()) == many


def test_a_file_has_the_panels_that_its_own_height_has_room_for(view: PictureView) -> None:
    view.show_picture(THREE)
    tall = lines(painted(view, 420))
    before = view.grab().toImage()
    view.resize(900, 240)
    assert lines(painted(view, 420)) == tall
    assert lines(painted(view, 240)) < tall
    view.resize(900, 420)
    assert view.grab().toImage() == before


def test_two_lines_at_the_same_height_are_both_seen(view: PictureView) -> None:
    def near(key: str) -> int:
        wanted = QColor(series_look(LIGHT, key).colour)
        colours = ((QColor(colour), count) for colour, count in seen.items())
        return sum(count for one, count in colours if abs(one.hue() - wanted.hue()) <= 12 and one.saturation() > 60)

    series = tuple(
        Series(key, key, (20.0, 22.0, 18.0), Axis.SECONDS, Mark.LINE) for key in ("average_wait", "answer_wait")
    )
    view.show_picture(Chart("Waits", ("1", "2", "3"), ("1", "2", "3"), (Panel(series),)))
    image = view.grab().toImage()
    seen = Counter(image.pixel(x, y) for x in range(150, 750) for y in range(60, 400))
    assert near("answer_wait") > 600
    assert near("average_wait") > 600


def test_one_earlier_figure_is_a_dash_wider_than_its_bar_and_covers_no_mark(view: PictureView) -> None:
    service = Series("service", "service level", (0.5,), Axis.PERCENT, Mark.LINE)
    calls = Series("answered", "answered", (50.0,))
    earlier = Series("before", "the day before", (50.0,), Axis.COUNT, Mark.DOTS)

    def shown(*series: Series) -> QImage:
        view.show_picture(Chart("Calls", ("1",), ("1",), (Panel(series),)))
        return view.grab().toImage()

    without, with_it = shown(calls, service), shown(calls, service, earlier)
    bar = QColor(series_look(LIGHT, "answered").colour).rgb()
    wide = [x for x in range(900) if any(without.pixel(x, y) == bar for y in range(200, 380))]
    other = [(x, y) for y in range(40, 400) for x in range(900) if without.pixel(x, y) != with_it.pixel(x, y)]
    assert min(x for x, _ in other) < min(wide)
    assert max(x for x, _ in other) > max(wide)
    assert max(y for _, y in other) - min(y for _, y in other) <= 6
