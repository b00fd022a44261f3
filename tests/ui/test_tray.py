"""The icon in the tray: it comes with a tray and goes with the program, counts, and offers the way to the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from supervisor_gui.ui.tray import SIZES, Tray, tray_icon

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")
"""Qt's words about the display of these tests, which has no tray; the program shows no icon there."""


class Desktop:
    """A desktop whose tray comes and goes."""

    def __init__(self) -> None:
        self.tray = False
        self.asked = 0

    def __call__(self) -> bool:
        self.asked += 1
        return self.tray


@pytest.fixture
def desktop() -> Desktop:
    return Desktop()


@pytest.fixture
def tray(qapp: QApplication, desktop: Desktop) -> Iterator[Tray]:
    made = Tray(available=desktop, look_every_ms=1)
    yield made
    made.close()
    made.deleteLater()


def icons(tray: Tray) -> list[QSystemTrayIcon]:
    return [one for one in tray.findChildren(QSystemTrayIcon) if one.isVisible()]


def image(missed: int, size: int = 22) -> QImage:
    return (
        tray_icon(missed)
        .pixmap(
            size,
            size,
        )
        .toImage()
    )


def test_where_there_is_no_tray_nothing_happens(qapp: QApplication) -> None:
    made = Tray()
    made.set_visible(True)
    made.show_counts(3, 2)
    assert QSystemTrayIcon.isSystemTrayAvailable() is made.visible
    made.close()


def test_it_appears_when_a_tray_comes_and_goes_when_it_is_not_wanted(
    tray: Tray, desktop: Desktop, qtbot: QtBot
) -> None:
    tray.set_visible(True)
    qtbot.waitUntil(lambda: desktop.asked > 2)
    assert not tray.visible
    desktop.tray = True
    qtbot.waitUntil(lambda: tray.visible)
    asked = desktop.asked
    assert len(icons(tray)) == 1
    tray.set_visible(True)
    tray.set_visible(False)
    qtbot.waitUntil(lambda: tray.findChildren(QSystemTrayIcon) == [])
    assert desktop.asked == asked, "a tray that was found is not looked for any more"


def test_after_the_end_no_tray_is_looked_for(tray: Tray, qtbot: QtBot) -> None:
    tray.set_visible(True)
    (looking,) = tray.findChildren(QTimer)
    qtbot.waitSignal(looking.timeout).wait()
    tray.close()
    assert not looking.isActive()


def test_the_tooltip_and_the_menu_tell_the_counts(tray: Tray, desktop: Desktop) -> None:
    desktop.tray = True
    tray.set_visible(True)
    (shown,) = icons(tray)
    assert shown.toolTip() == "NetSantral Supervisor: no data yet"
    assert tray.callers.text() == "Missed callers"
    tray.show_counts(0, 0)
    assert shown.toolTip() == "NetSantral Supervisor: nobody waits"
    tray.show_counts(3, 2)
    assert shown.toolTip() == "3 caller(s) to call back · 2 waiting call(s)"
    assert tray.callers.text() == "Missed callers (3)"
    tray.show_counts(0, 2)
    assert shown.toolTip() == "2 waiting call(s)"


def test_what_the_user_does_is_told(tray: Tray, desktop: Desktop) -> None:
    told: list[str] = []
    tray.open_wanted.connect(lambda: told.append("open"))
    tray.missed_wanted.connect(lambda: told.append("missed"))
    tray.quit_wanted.connect(lambda: told.append("quit"))
    desktop.tray = True
    tray.set_visible(True)
    (shown,) = icons(tray)
    reasons = QSystemTrayIcon.ActivationReason
    for reason in (reasons.Trigger, reasons.DoubleClick, reasons.MiddleClick, reasons.Context):
        shown.activated.emit(reason)
    for action in tray.menu.actions():
        action.trigger()
    assert told == ["open", "missed", "open", "missed", "quit"]


@pytest.mark.parametrize(("platform", "opens"), [("linux", True), ("win32", True), ("darwin", False)])
def test_a_click_that_opens_the_menu_brings_no_window(
    qapp: QApplication, desktop: Desktop, platform: str, opens: bool
) -> None:
    made, told = Tray(available=desktop, platform=platform), []
    made.open_wanted.connect(lambda: told.append("open"))
    desktop.tray = True
    made.set_visible(True)
    (shown,) = icons(made)
    shown.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert bool(told) is opens
    made.open.trigger()
    assert told[-1:] == ["open"]
    made.close()
    made.deleteLater()


def test_the_icon_shows_another_count_as_another_picture(tray: Tray, desktop: Desktop) -> None:
    desktop.tray = True
    tray.show_counts(3, 0)
    tray.set_visible(True)
    (shown,) = icons(tray)
    assert shown.icon().pixmap(22, 22).toImage() == image(3)
    tray.show_counts(4, 0)
    assert shown.icon().pixmap(22, 22).toImage() == image(4)
    pictures = [image(count) for count in (0, 3, 4, 38, 99, 100)]
    assert all(one != other for place, one in enumerate(pictures) for other in pictures[place + 1 :])
    assert image(100) == image(5000), "beyond 99 it is 99+"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [0, 7, 38, 145])
@pytest.mark.usefixtures("qapp")
def test_words_stay_inside_of_the_ground(size: int, count: int) -> None:
    """White ink within the outermost pixels would be cut off."""
    picture = image(count, size)
    assert picture.width() == size
    edges = [(place, side) for place in range(size) for side in (0, size - 1)]
    rim = [picture.pixelColor(*spot) for x, y in edges for spot in ((x, y), (y, x))]
    assert not any(colour.alpha() > 200 and min(colour.red(), colour.green(), colour.blue()) > 200 for colour in rim)
