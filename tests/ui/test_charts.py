"""A report's picture in a real window: what is painted, what the pointer and the keys are told, what files get."""

import itertools
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter, QWheelEvent
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.reports.values import Axis, Chart, Mark, Panel, Series
from supervisor_gui.ui.charts.colours import series_look
from supervisor_gui.ui.charts.picture_view import PictureView
from supervisor_gui.ui.theme import DARK, LIGHT, Theme
from tests.helpers.chart_samples import bars, minutes, stretch, timeline, waits
from tests.helpers.mouse import hover

KEY = Qt.Key
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[PictureView]:
    """The picture, shown and empty."""
    made = PictureView(LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 420)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.hide()


def keyboard(view: PictureView) -> QWidget:
    """The widget inside that takes the keys and the pointer."""
    proxy = view.focusProxy()
    assert proxy is not None
    return proxy


def columns(image: QImage, colour: str, top: int = 0) -> dict[int, int]:
    """How many pixels of exactly `colour` each column below `top` holds, columns without one left out."""
    wanted = QColor(colour).rgb()
    found = {x: sum(image.pixel(x, y) == wanted for y in range(top, image.height())) for x in range(image.width())}
    return {x: count for x, count in found.items() if count}


def blocks(image: QImage, colour: str, top: int = 40) -> list[int]:
    """The height of each bar of `colour`, from the left, the legend left out."""
    heights, last = [], -9
    for x, count in columns(image, colour, top).items():
        if x > last + 1:
            heights.append(count)
        heights[-1] = max(heights[-1], count)
        last = x
    return heights


def answered(theme: Theme = LIGHT) -> str:
    """The colour of answered calls."""
    return series_look(theme, "answered").colour


def plain(values: tuple[float | None, ...]) -> Chart:
    """Bars of one series and nothing else."""
    labels = tuple(f"{at + 1:02d}.11" for at in range(len(values)))
    return Chart("Calls", labels, labels, (Panel((Series("answered", "answered", values),)),))


def test_bars_are_as_high_as_their_values_and_an_unknown_one_is_a_gap(view: PictureView) -> None:
    view.show_picture(plain((10.0, 40.0, None, 20.0)))
    first, second, last = blocks(view.image(1.0), answered())
    assert second == pytest.approx(4 * first, abs=3)
    assert second == pytest.approx(2 * last, abs=3)


def test_a_day_without_calls_has_no_bar_and_one_call_among_many_is_still_seen(view: PictureView) -> None:
    view.show_picture(plain((5000.0, 0.0, 1.0)))
    heights = blocks(view.image(1.0), answered())
    assert len(heights) == 2
    assert heights[1] >= 1


def test_stacked_bars_are_together_as_high_as_one_of_their_sum(view: PictureView) -> None:
    view.show_picture(bars((30.0, 40.0), (10.0, 0.0)))
    image = view.image(1.0)
    # The right bar is not hatched; the left one shows its lower part in plain colour.
    left, right = blocks(image, answered())
    assert left == pytest.approx(0.75 * right, abs=3)


@pytest.mark.parametrize("count", [1, 7, 31, 365])
def test_any_number_of_days_fills_the_width(view: PictureView, count: int) -> None:
    view.show_picture(plain((50.0,) * count))
    found = columns(view.image(1.0), answered(), 40)
    span = max(found) - min(found)
    assert max(found) < view.width()
    assert span < 100 if count == 1 else span > 0.8 * view.width()


def test_areas_leave_a_gap_where_nothing_was_seen(view: PictureView) -> None:
    view.show_picture(minutes((2.0,) * 600 + (None,) * 240 + (2.0,) * 600))
    ground = QColor(LIGHT.surface).rgb()
    image = view.image(1.0)
    y = image.height() - 60
    painted = [x for x in range(60, image.width() - 20) if image.pixel(x, y) != ground]
    gaps = [two - one for one, two in itertools.pairwise(painted) if two - one > 5]
    assert len(gaps) == 1
    assert gaps[0] == pytest.approx((max(painted) - min(painted)) / 6, rel=0.1)


def test_an_area_has_no_seams(view: PictureView) -> None:
    view.show_picture(minutes((2.0,) * 1440))
    ground = QColor(LIGHT.surface).rgb()
    image = view.image(1.0)
    y = image.height() - 60
    painted = [x for x in range(60, image.width() - 20) if image.pixel(x, y) != ground]
    assert painted == list(range(painted[0], painted[-1] + 1))
    assert len(painted) > 600


CALM = tuple(float(at // 40 % 7 + 1) for at in range(1440))
RESTLESS = tuple(float(at * 37 % 90 + 25) for at in range(1440))


def tops(image: QImage, scale: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    """Of the columns of an area, left to right, how many pixels it is high, and how many of these are painted."""
    rows = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())
    # Without the legend above and the places below.
    plot = rows[round(45 * scale) : image.height() - round(40 * scale)] != QColor(LIGHT.surface).rgb()
    plot = plot[:, plot[-1]]
    # A line of the grid is thinner than that.
    thick = np.logical_and.reduce([np.roll(plot, -step, axis=0) for step in range(5)])
    high = len(plot) - thick[:-5].argmax(axis=0)
    return high, plot.sum(axis=0, where=np.arange(len(plot))[:, None] >= len(plot) - high)


@pytest.mark.parametrize("values", [CALM, RESTLESS], ids=["calm", "restless"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_an_area_of_many_heights_has_no_holes(view: PictureView, values: tuple[float, ...], scale: float) -> None:
    view.show_picture(minutes(values))
    high, painted = tops(view.image(scale), scale)
    assert len(high) > 600 * scale
    assert len(set(high)) > 6
    assert (high == painted).all()


@pytest.mark.parametrize("values", [(3.0, 9.0, 6.0), (12.0, 50.0, 13.0, 49.0, 15.0, 48.0, 17.0, 47.0, 19.0, 46.0) * 3])
def test_an_area_is_as_high_as_its_values(view: PictureView, values: tuple[float, ...]) -> None:
    view.show_picture(minutes(values))
    high, _ = tops(view.image(1.0))
    found = [int(high[int((place + 0.5) * len(high) / len(values))]) for place in range(len(values))]
    unit = (max(found) - min(found)) / (max(values) - min(values))
    assert unit > 3
    # The lowest pixels, where the places are named, are left out of each alike.
    assert found == [pytest.approx(max(found) - (max(values) - value) * unit, abs=2) for value in values]


def test_the_pointer_is_told_every_figure_of_the_place_as_reports_spell_it(qtbot: QtBot, view: PictureView) -> None:
    view.show_picture(bars((30.0, 1482.0), (10.0, None), waits((12.0, 185.4))))
    inner = keyboard(view)
    with qtbot.waitSignal(view.place_pointed) as heard:
        hover(inner, QPoint(round(view.width() * 0.7), 120))
    assert heard.args == [1]
    told = "Day 2, answered: 1,482, abandoned: –, service level: 84%, average wait: 03:05"
    assert view.told == told
    assert inner.accessibleDescription() == told
    with qtbot.waitSignal(view.place_pointed) as heard:
        hover(inner, QPoint(2, 120))
    assert heard.args == [-1]
    assert view.told == ""


def test_keys_move_the_place_and_escape_leaves_it(qtbot: QtBot, view: PictureView) -> None:
    view.show_picture(bars((1.0, 2.0, 3.0)))
    inner = keyboard(view)
    assert inner.accessibleName() == "Incoming calls"
    told = []
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_End, KEY.Key_Right, KEY.Key_Left, KEY.Key_Home, KEY.Key_Left):
        qtbot.keyClick(inner, key)
        told.append(view.told.split(",")[0])
    assert told == ["Day 1", "Day 2", "Day 3", "Day 3", "Day 2", "Day 1", "Day 1"]
    qtbot.keyClick(inner, KEY.Key_Escape)
    assert view.told == ""
    qtbot.keyClick(inner, KEY.Key_Left)
    assert view.told.startswith("Day 3")


def test_new_figures_of_the_same_days_keep_the_place_and_other_days_do_not(qtbot: QtBot, view: PictureView) -> None:
    view.show_picture(bars((1.0, 2.0, 3.0)))
    qtbot.keyClick(keyboard(view), KEY.Key_End)
    view.show_picture(bars((1.0, 2.0, 44.0)))
    assert "answered: 44," in view.told
    view.show_picture(bars((1.0, 2.0)))
    assert view.told == ""


def test_the_box_is_painted_over_the_picture_and_stays_out_of_its_image(qtbot: QtBot, view: PictureView) -> None:
    view.show_picture(bars((1.0, 2.0, 3.0)))
    bare, grabbed = view.image(1.0), view.grab().toImage()
    qtbot.keyClick(keyboard(view), KEY.Key_Right)
    assert view.grab().toImage() != grabbed
    assert view.image(1.0) == bare


def test_foreign_names_are_told_as_plain_text(qtbot: QtBot, view: PictureView) -> None:
    series = Series("answered", "<b>an\x1bswered</b>", (1.0,))
    view.show_picture(Chart("<i>x</i>", ("1",), ("\u202eDay",), (Panel((series,)),)))
    qtbot.keyClick(keyboard(view), KEY.Key_Right)
    assert view.told == "‹202E›Day, <b>an␛swered</b>: 1"


def test_another_theme_paints_everything_again(view: PictureView) -> None:
    view.show_picture(bars((30.0, 40.0)))
    view.apply_theme(DARK)
    image = view.grab().toImage()
    assert image.pixelColor(3, 3) == QColor(DARK.surface)
    assert columns(image, answered(DARK), 40)
    assert not columns(image, answered(LIGHT))
    assert QColor(LIGHT.surface).rgb() not in {image.pixel(x, y) for x in range(0, 900, 7) for y in range(0, 420, 7)}


def test_the_image_has_twice_the_pixels_and_the_shape_of_the_window(view: PictureView) -> None:
    view.show_picture(bars((30.0, 40.0)))
    assert view.image().size() == QSize(1800, 840)
    once, twice = blocks(view.image(1.0), answered()), blocks(view.image(2.0), answered(), 80)
    assert twice == pytest.approx([2 * height for height in once], abs=4)


def test_a_picture_that_was_never_shown_is_painted_all_the_same(qtbot: QtBot) -> None:
    made = PictureView(LIGHT)
    qtbot.addWidget(made)
    made.show_picture(plain((10.0, 40.0)))
    image = QImage(1200, 600, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    made.paint_onto(painter, QRectF(0, 0, 1200, 600))
    painter.end()
    first, second = blocks(image, answered())
    assert second == pytest.approx(4 * first, abs=4)
    assert second > 380


def test_painting_elsewhere_does_not_move_what_is_shown(view: PictureView) -> None:
    view.show_picture(bars((10.0, 40.0), None, waits((3.0, 4.0))))
    before = view.grab().toImage()
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    view.paint_onto(painter, QRectF(0, 0, 300, 200))
    painter.end()
    assert view.grab().toImage() == before


def svg_words(view: PictureView, size: QSize) -> list[tuple[str, float]]:
    """The text elements of the picture as an SVG, with where they begin."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    painter = QPainter(generator)
    view.paint_onto(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    root = ET.fromstring(bytes(buffer.data().data()))
    found = root.iter("{http://www.w3.org/2000/svg}text")
    return [("".join(each.itertext()).strip(), float(each.get("x", "nan"))) for each in found]


def test_a_vector_file_holds_days_legend_axes_and_target_as_words(view: PictureView) -> None:
    view.show_picture(bars((30.0, 40.0, 20.0), None, waits((60.0, 30.0, None)), target=0.8))
    words = [word for word, _ in svg_words(view, QSize(1200, 500))]
    assert {"01.11", "02.11", "03.11", "Incoming calls", "answered", "service level", "average wait"} <= set(words)
    assert {"target", "0%", "100%", "00:00"} <= set(words)


def test_labels_of_a_month_in_a_narrow_picture_do_not_overlap(view: PictureView) -> None:
    view.show_picture(plain((30.0,) * 31))
    places = [x for word, x in svg_words(view, QSize(420, 300)) if word.endswith(".11")]
    assert 3 <= len(places) < 31
    wide = view.fontMetrics().horizontalAdvance("30.11") * 0.8
    assert all(two - one > wide for one, two in itertools.pairwise(places))


def test_a_page_holds_the_picture_as_vectors_and_not_as_an_image(view: PictureView) -> None:
    view.show_picture(bars((30.0,) * 31, (4.0,) * 31, waits((60.0,) * 31), target=0.8))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    scale = writer.width() / 1000
    painter.scale(scale, scale)
    view.paint_onto(painter, QRectF(0, 0, 1000, 450))
    painter.end()
    written = bytes(buffer.data().data())
    assert written.startswith(b"%PDF")
    assert b"/FontFile" in written
    # Hatches are image masks of 8 × 8 points; a picture in points would be as wide as the page.
    widths = [int(part.split()[0]) for part in written.split(b"/Width ")[1:]]
    assert all(width <= 64 for width in widths)


def test_a_chart_without_any_figure_says_so(view: PictureView) -> None:
    view.show_picture(plain((None, None)))
    assert "No figures yet" in [word for word, _ in svg_words(view, QSize(900, 400))]
    view.show_picture(plain((0.0, None)))
    assert "No figures yet" not in [word for word, _ in svg_words(view, QSize(900, 400))]


def test_a_chart_without_places_is_painted_and_points_nowhere(qtbot: QtBot, view: PictureView) -> None:
    view.show_picture(plain(()))
    hover(keyboard(view), QPoint(300, 200))
    qtbot.keyClick(keyboard(view), KEY.Key_Right)
    assert view.told == ""
    assert not view.grab().isNull()


def test_fewer_panels_and_series_leave_nothing_of_the_earlier_ones(view: PictureView) -> None:
    view.show_picture(plain((10.0, 40.0)))
    alone = view.image(1.0)
    view.show_picture(bars((30.0, 40.0), (3.0, 4.0), waits((60.0, 30.0)), target=0.8))
    assert view.image(1.0) != alone
    view.show_picture(plain((10.0, 40.0)))
    assert view.image(1.0) == alone


def test_the_wheel_and_the_right_button_change_nothing(qtbot: QtBot, view: PictureView) -> None:
    view.show_picture(bars((30.0, 40.0)))
    inner = keyboard(view)
    before = view.image(1.0)
    at = QPointF(400, 200)
    wheel = QWheelEvent(
        at,
        QPointF(inner.mapToGlobal(at)),
        QPoint(0, 0),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(inner, wheel)
    qtbot.mouseClick(inner, Qt.MouseButton.RightButton, pos=at.toPoint())
    qtbot.mousePress(inner, Qt.MouseButton.LeftButton, pos=at.toPoint())
    hover(inner, QPoint(600, 300))
    qtbot.mouseRelease(inner, Qt.MouseButton.LeftButton, pos=QPoint(600, 300))
    assert view.image(1.0) == before
    assert not [menu for menu in QApplication.topLevelWidgets() if isinstance(menu, QMenu) and menu.isVisible()]


def test_a_larger_font_is_taken(view: PictureView) -> None:
    view.show_picture(plain((10.0, 40.0)))
    before = view.image(1.0)
    font = view.font()
    font.setPixelSize(22)
    view.setFont(font)
    assert view.image(1.0) != before
    first, second = blocks(view.image(1.0), answered(), 60)
    assert second == pytest.approx(4 * first, abs=4)


def test_the_picture_changes_its_kind_and_keeps_the_keyboard(qtbot: QtBot, view: PictureView) -> None:
    view.show_picture(plain((10.0,)))
    view.activateWindow()
    keyboard(view).setFocus()
    qtbot.waitUntil(keyboard(view).hasFocus)
    chart = keyboard(view)
    view.show_picture(timeline((stretch(9, 10),)))
    qtbot.waitUntil(keyboard(view).hasFocus)
    assert keyboard(view) is not chart
    qtbot.keyClick(keyboard(view), KEY.Key_Right)
    assert view.told.startswith("Agent 0 (101)")
    view.show_picture(plain((10.0,)))
    assert keyboard(view) is chart


def test_a_thousand_updates_take_no_more_room(view: PictureView) -> None:
    def update(turn: int) -> None:
        count = (7, 31, 90)[turn % 3]
        below = (waits((float(turn),) * count),) if turn % 2 else ()
        view.show_picture(bars((float(turn % 40),) * count, None, *below, target=0.8))
        if turn % 10 == 0:
            view.grab()

    for turn in range(300):
        update(turn)
    scene = view.focusProxy().findChild(QWidget).scene()
    process = psutil.Process()
    items, held = len(scene.items()), process.memory_info().rss
    for turn in range(1000):
        update(turn)
    assert len(scene.items()) == items
    assert process.memory_info().rss - held < 4_000_000


def test_the_plotting_library_waits_for_the_first_picture() -> None:
    code = "import sys, supervisor_gui.ui.main_window; sys.exit('pyqtgraph' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_a_program_that_showed_a_picture_ends_quietly() -> None:
    code = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
app = QApplication([])
from supervisor_gui.ui.charts.picture_view import PictureView
from tests.helpers.chart_samples import bars
view = PictureView()
view.show_picture(bars((1.0, 2.0)))
view.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
    ended = subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=ROOT, check=False, capture_output=True)
    told = [line for line in ended.stderr.splitlines() if b"propagateSizeHints" not in line]
    assert (ended.returncode, told) == (0, [])


def test_shares_and_counts_are_drawn_against_their_own_axes(view: PictureView) -> None:
    share = Series("service", "", (1.0, 1.0), Axis.PERCENT, Mark.LINE)
    view.show_picture(Chart("", ("1", "2"), ("1", "2"), (Panel((Series("answered", "", (400.0, 400.0)), share)),)))
    image = view.image(1.0)
    line = QColor(series_look(LIGHT, "service").colour).rgb()
    bar_top = image.height() - 30 - blocks(image, answered())[0]
    marked = [y for y in range(40, image.height()) if any(image.pixel(x, y) == line for x in range(300, 600))]
    # 400 calls are the top of an axis up to 400 or 500; 100 % is the top of the plot whatever the counts are.
    assert min(marked) <= bar_top + 6
    view.show_picture(Chart("", ("1", "2"), ("1", "2"), (Panel((Series("answered", "", (3.0, 3.0)), share)),)))
    image = view.image(1.0)
    again = [y for y in range(40, image.height()) if any(image.pixel(x, y) == line for x in range(300, 600))]
    assert again == marked
