"""The agents' day in a real window."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.reports.values import Segment, Timeline
from supervisor_gui.ui.charts.colours import state_look
from supervisor_gui.ui.charts.picture_view import PictureView
from supervisor_gui.ui.theme import LIGHT
from tests.helpers.chart_samples import stretch, timeline
from tests.helpers.mouse import hover

KEY = Qt.Key


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[PictureView]:
    """The picture, shown and empty."""
    made = PictureView(LIGHT)
    qtbot.addWidget(made)
    made.resize(1000, 320)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.hide()


def day() -> Timeline:
    """Two agents; the break of the second one began before it was seen."""
    return timeline(
        (stretch(8, 10), stretch(10, 11, "paused", "on a break: çay"), stretch(11, 18)),
        (stretch(9, 12, "paused", "on a break", exact=False), stretch(12, 13, "talking", "on a call")),
    )


def proxy(view: PictureView) -> QWidget:
    """The widget that takes the keys."""
    found = view.focusProxy()
    assert found is not None
    return found


def body(view: PictureView) -> QWidget:
    """The rows."""
    return proxy(view).findChild(QScrollArea).widget()


def painted(image: QImage, state: str) -> list[tuple[int, int]]:
    """Pixels of a state's colour below the legend."""
    wanted = QColor(state_look(LIGHT, state).colour).rgb()
    return [(x, y) for y in range(45, image.height()) for x in range(image.width()) if image.pixel(x, y) == wanted]


def test_stretches_are_as_long_as_they_lasted(view: PictureView) -> None:
    view.show_picture(timeline((stretch(8, 10, "idle"), stretch(10, 14, "talking"))))
    image = view.image(1.0)
    idle = {x for x, _ in painted(image, "idle")}
    talking = {x for x, _ in painted(image, "talking")}
    assert max(idle) < min(talking)
    assert max(talking) - min(talking) == pytest.approx(2 * (max(idle) - min(idle)), abs=4)


def test_the_pointer_is_told_state_times_and_length(view: PictureView) -> None:
    view.show_picture(day())
    x, _ = painted(view.grab().toImage(), "talking")[0]
    rows = body(view)
    at = rows.mapFrom(view, QPoint(x + 3, 0))
    hover(rows, QPoint(at.x(), rows.height() * 3 // 4))
    assert view.told == "Agent 1 (102), on a call: 1:00:00, 12:00–13:00"
    assert proxy(view).accessibleDescription() == view.told
    hover(rows, QPoint(rows.width() - 2, rows.height() * 3 // 4))
    assert view.told == ""


def test_a_stretch_whose_beginning_was_not_seen_says_at_least(qtbot: QtBot, view: PictureView) -> None:
    view.show_picture(day())
    qtbot.keyClick(proxy(view), KEY.Key_Down)
    qtbot.keyClick(proxy(view), KEY.Key_Down)
    assert view.told == "Agent 1 (102), on a break: ≥ 3:00:00, 09:00–12:00"


def test_keys_go_along_the_day_and_from_agent_to_agent(qtbot: QtBot, view: PictureView) -> None:
    view.show_picture(day())
    told = []
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Down, KEY.Key_Right, KEY.Key_Right, KEY.Key_Up, KEY.Key_Left):
        qtbot.keyClick(proxy(view), key)
        told.append(view.told.rsplit(", ", 1)[1])
    assert told == [
        "08:00–10:00",
        "10:00–11:00",
        "09:00–12:00",
        "12:00–13:00",
        "12:00–13:00",
        "11:00–18:00",
        "10:00–11:00",
    ]
    qtbot.keyClick(proxy(view), KEY.Key_Escape)
    assert view.told == ""


def test_an_agent_without_stretches_is_passed_over_by_keys(qtbot: QtBot, view: PictureView) -> None:
    view.show_picture(timeline((), (stretch(9, 10),), ()))
    qtbot.keyClick(proxy(view), KEY.Key_Down)
    assert view.told.startswith("Agent 1")
    qtbot.keyClick(proxy(view), KEY.Key_Down)
    qtbot.keyClick(proxy(view), KEY.Key_Up)
    assert view.told.startswith("Agent 1")


def test_many_agents_scroll_and_the_keyboard_brings_them_into_sight(qtbot: QtBot, view: PictureView) -> None:
    view.show_picture(timeline(*((stretch(9, 10),) for _ in range(60))))
    area = proxy(view).findChild(QScrollArea)
    bar = area.verticalScrollBar()
    assert bar.maximum() > 0
    for _ in range(60):
        qtbot.keyClick(proxy(view), KEY.Key_Down)
    assert view.told.startswith("Agent 59 ")
    assert bar.value() == bar.maximum()
    area.verticalScrollBar().setValue(0)
    assert view.told == ""


def test_few_agents_need_no_scrolling(view: PictureView) -> None:
    view.show_picture(timeline(*((stretch(9, 10),) for _ in range(9))))
    assert proxy(view).findChild(QScrollArea).verticalScrollBar().maximum() == 0


def test_the_same_day_a_while_later_keeps_the_stretch(qtbot: QtBot, view: PictureView) -> None:
    view.show_picture(timeline((stretch(8, 10), stretch(10, 11))))
    for _ in range(2):
        qtbot.keyClick(proxy(view), KEY.Key_Right)
    view.show_picture(timeline((stretch(8, 10), stretch(10, 12))))
    assert view.told.endswith("10:00–12:00")
    view.show_picture(timeline((stretch(8, 9), stretch(9, 12))))
    assert view.told == ""


@pytest.mark.parametrize("agents", [1, 20, 80])
def test_a_file_holds_every_agent(view: PictureView, agents: int) -> None:
    rows = [(stretch(9, 12),) for _ in range(agents)]
    view.show_picture(timeline(*rows))
    image = QImage(1200, 500, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    view.paint_onto(painter, QRectF(0, 0, 1200, 500))
    painter.end()
    wanted = QColor(state_look(LIGHT, "idle").colour)
    x = max(x for x, _ in painted(image, "idle")) - 12
    column = [image.pixelColor(x, y) for y in range(500)]
    found = [colour.saturation() > 100 for colour in column]
    assert sum(here and not before for before, here in zip([False, *found], found, strict=False)) == agents
    assert wanted in column


def test_a_short_stretch_is_still_seen(view: PictureView) -> None:
    view.show_picture(timeline((stretch(10, 10.001, "talking"),)))
    assert painted(view.image(1.0), "talking")


def test_an_empty_day_says_so_and_takes_keys_and_pointer(qtbot: QtBot, view: PictureView) -> None:
    view.show_picture(Timeline("Agents' day", 0.0, 86_400.0, ()))
    for key in (KEY.Key_Down, KEY.Key_Right, KEY.Key_Up):
        qtbot.keyClick(proxy(view), key)
    assert view.told == ""
    blank = view.grab().toImage()
    view.show_picture(Timeline("Agents' day", 0.0, 86_400.0, timeline(()).rows))
    assert view.grab().toImage() != blank


def test_foreign_names_and_states_are_plain_text(qtbot: QtBot, view: PictureView) -> None:
    odd = Segment(day().start, day().start + 60, "dreaming", "<b>dre\u202eaming</b>")
    view.show_picture(timeline((odd,)))
    qtbot.keyClick(proxy(view), KEY.Key_Right)
    assert view.told == "Agent 0 (101), <b>dre‹202E›aming</b>: 01:00, 08:00–08:01"
    assert not view.grab().isNull()


@pytest.fixture
def _new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The computer stands in another zone."""
    with monkeypatch.context() as changed:
        changed.setenv("TZ", "America/New_York")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("_new_york")
@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has one zone a process")
def test_hours_are_turkish_wherever_the_computer_is(qtbot: QtBot, view: PictureView) -> None:
    view.show_picture(timeline((stretch(9, 10),)))
    qtbot.keyClick(proxy(view), KEY.Key_Right)
    assert view.told.endswith("09:00–10:00")
