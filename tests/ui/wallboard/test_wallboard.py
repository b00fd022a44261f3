"""The wallboard in its window: what it shows of a board, how it ages, which page it shows, and its keys."""

import re

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.live.alerts import WAIT
from supervisor_gui.live.board import Board, Caller
from supervisor_gui.live.status import Link, PollStatus
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.language import Language
from supervisor_gui.ui.link_words import Freshness
from supervisor_gui.ui.wallboard.shown import WallOptions
from supervisor_gui.ui.wallboard.tile import WallTile
from tests.helpers import board_samples as samples
from tests.helpers.board_samples import NOW
from tests.ui.wallboard.conftest import FRESH, Wall, board_of


def tile(wall: Wall, name: str) -> WallTile:
    return next(one for one in wall.view.tiles if one.isVisible() and one.row.key == name)


def told(wall: Wall) -> str:
    """Everything that a screen reader can find on the wall."""
    parts = wall.view.findChildren(QWidget)
    return "\n".join(part.accessibleName() for part in parts if part.isVisible() and part.accessibleName())


# What is shown.


def test_each_queue_is_a_tile_that_says_its_figures_in_words(wall: Wall) -> None:
    wall.show(board_of(3, waiting=2))
    assert sorted(wall.view.names) == ["Kuyruk 01", "Kuyruk 02", "Kuyruk 03"]
    words = tile(wall, "Kuyruk 01").accessibleName()
    assert "waiting: 2" in words
    assert "longest wait: 21 s" in words
    assert "free: 1" in words
    assert "waiting: 2" in wall.view.totals.accessibleName()
    assert "Free: 3" in wall.view.foot.accessibleName()


def test_no_callers_number_is_ever_whole_on_the_wall(wall: Wall) -> None:
    number = "05550001177"
    wall.show(samples.board([], [samples.queue("Destek", 1)], [Caller("Destek", number, NOW - 5)]))
    row = tile(wall, "Destek").row
    assert row.longest == "•••77"
    assert number[:-2] not in told(wall)
    wall.view.set_options(WallOptions(callers=False))
    assert tile(wall, "Destek").row.longest == ""


class Paints(QObject):
    """Counts how often widgets are painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.counts = dict.fromkeys(widgets, 0)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Count, and let it happen."""
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            self.counts[watched] += 1
        return False


def test_only_a_waiting_queue_is_painted_anew_each_second(wall: Wall, qtbot: QtBot) -> None:
    wall.show(board_of(2, waiting=1))
    busy, calm = tile(wall, "Kuyruk 01"), tile(wall, "Kuyruk 02")
    paints = Paints(busy, calm)
    qtbot.waitUntil(lambda: all(paints.counts.values()))
    first = dict(paints.counts)
    wall.seconds(1)
    qtbot.waitUntil(lambda: paints.counts[busy] > first[busy])
    assert paints.counts[calm] == first[calm]


def test_a_broken_limit_is_a_shape_a_word_and_a_colour_that_nothing_else_has(wall: Wall) -> None:
    wall.show(board_of(2, waiting=1))
    plain = reds(wall)
    wall.show(board_of(2, waiting=1), alarms=samples.red(WAIT, "Kuyruk 01"))
    assert plain == 0
    assert reds(wall) > 100
    assert tile(wall, "Kuyruk 01").row.name_mark is not None
    assert "Limit broken" in tile(wall, "Kuyruk 01").accessibleName()
    assert "Limit broken" not in tile(wall, "Kuyruk 02").accessibleName()


def reds(wall: Wall) -> int:
    """Points in the exact colour of a broken limit's mark."""
    image = wall.window.grab().toImage()
    wanted = looks.DARK.marks.limit.lower()
    points = ((x, y) for y in range(0, image.height(), 2) for x in range(0, image.width(), 2))
    return sum(image.pixelColor(x, y).name() == wanted for x, y in points)


def test_chosen_queues_alone_are_shown_and_counted(wall: Wall) -> None:
    people = [samples.agent("101", queues=("Destek", "Satış")), samples.agent("102", queues=("Satış",))]
    callers = [Caller("Satış", "05550001122", NOW - 5)]
    wall.show(samples.board(people, [samples.queue("Destek"), samples.queue("Satış", 1)], callers))
    wall.view.set_options(WallOptions(queues=("destek",)))
    assert wall.view.names == ["Destek"]
    assert "Free: 1" in wall.view.foot.accessibleName()
    wall.view.set_options(WallOptions(queues=("Yok",)))
    assert wall.view.names == []
    assert wall.view.empty.words[0] == "None of the chosen queues is there"


def test_parts_that_are_not_wanted_are_not_there(wall: Wall) -> None:
    wall.show(board_of(3))
    assert wall.view.totals.isVisible()
    wall.view.set_options(WallOptions(totals=False, agents=False))
    assert not wall.view.totals.isVisible()
    assert "Free" not in wall.view.foot.accessibleName()
    assert "5 s ago" in wall.view.foot.accessibleName()


def test_by_name_every_queue_keeps_its_place(wall: Wall) -> None:
    names = ["Ürün", "Çağrı", "İade", "Satış"]
    wall.view.set_options(WallOptions(by_name=True))
    wall.show(samples.board([], [samples.queue(name) for name in names]))
    calm = wall.view.names
    assert calm == ["Çağrı", "İade", "Satış", "Ürün"]
    callers = [Caller("Ürün", "", NOW - 99)]
    wall.show(
        samples.board([], [samples.queue(name, name == "Ürün") for name in names], callers),
        alarms=samples.red(WAIT, "Ürün"),
    )
    wall.seconds(5)
    assert wall.view.names == calm


def test_names_from_outside_are_plain_text(wall: Wall) -> None:
    wall.show(samples.board([], [samples.queue("<b>Kötü</b>\u202e\n")]))
    assert "<b>Kötü</b>‹202E›" in told(wall)


# Every text fits.


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (3840, 2160), (1080, 1920)])
@pytest.mark.parametrize("count", [1, 2, 5, 12, 25, 40])
def test_figures_of_a_tile_stand_beside_each_other(
    wall: Wall, qapp: QApplication, size: tuple[int, int], count: int, language: str
) -> None:
    words = Language(qapp)
    words.use(language)
    wall.window.resize(*size)
    wall.view.set_options(WallOptions(most=40))
    crowd = board_of(count, waiting=12)
    long_wait = {key: msgspec.structs.replace(one, since=NOW - 4000) for key, one in crowd.callers.items()}
    wall.show(msgspec.structs.replace(crowd, callers=long_wait))
    for shown in wall.view.tiles:
        if not shown.isVisible():
            continue
        style = shown._style
        assert style.waiting.width(str(shown.row.waiting)) <= style.middle
        right = style.middle + style.figure.width(shown.row.wait(NOW))
        assert right <= shown.width() - style.pad - style.service_room
        assert all(line.bottom() <= shown.height() for line in style.lines)
        assert style.waiting.font.pixelSize() >= 20


def test_fewer_queues_have_larger_letters(wall: Wall) -> None:
    sizes = []
    for count in (12, 6, 2, 1):
        wall.show(board_of(count))
        sizes.append(tile(wall, "Kuyruk 01")._style.waiting.font.pixelSize())
    assert sizes == sorted(set(sizes))


def test_a_long_name_is_whole_in_smaller_letters_and_short_ones_stay_large(wall: Wall) -> None:
    wall.show(board_of(5))
    style = wall.view.tiles[0]._style
    name, short = "Teknik Servis", "Satış"
    room = style.name.width(name) * 0.65

    beside = style.name_letters(name, room)

    assert beside.cut(name, room) == name
    assert style.name_letters(short, room).font.pixelSize() == style.name.font.pixelSize()
    assert beside.font.pixelSize() < style.name.font.pixelSize()


def test_a_wait_that_reaches_an_hour_gets_its_room(wall: Wall) -> None:
    queue = [samples.queue("Destek", 1)]
    wall.show(samples.board([], queue, [Caller("Destek", "", NOW - 3598)]))
    before = tile(wall, "Destek")._style
    wall.seconds(3)
    after = tile(wall, "Destek")._style
    assert tile(wall, "Destek").row.wait(wall.now) == "1:00:01"
    assert after is not before
    assert after.middle + after.figure.width("1:00:01") <= 1280 - after.service_room


# Age.


def test_figures_age_in_words_and_looks(wall: Wall) -> None:
    wall.show(board_of(2))
    assert wall.view.level is Freshness.FRESH
    assert "5 s ago" in wall.view.foot.accessibleName()
    assert not wall.view.notice.isVisible()
    wall.seconds(60)
    assert wall.view.level is Freshness.DIM
    assert tile(wall, "Kuyruk 01")._ink.theme == looks.DARK.aged(Freshness.DIM)
    wall.seconds(60)
    assert wall.view.level is Freshness.GREY
    assert wall.view.notice.isVisible()
    assert "2 min ago" in wall.view.notice.words


def test_the_first_answer_that_does_not_come_is_said_at_once(wall: Wall) -> None:
    wall.show(board_of(2))
    wall.view.show_status(PollStatus(link=Link.FAILING, last_ok=NOW - 31), NOW)
    assert wall.view.notice.isVisible()
    assert "no answer from the PBX" in wall.view.notice.words
    wall.view.show_status(FRESH, NOW)
    assert not wall.view.notice.isVisible()


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (PollStatus(), "connecting…"),
        (PollStatus(link=Link.FAILING), "no answer from the PBX, trying on"),
        (PollStatus(link=Link.NEEDS_PASSWORD), "stopped: the PBX refused the password"),
    ],
)
def test_without_figures_it_says_so_and_why(wall: Wall, status: PollStatus, words: str) -> None:
    wall.show(Board(), status)
    assert wall.view.empty.isVisible()
    assert wall.view.empty.words == ("No figures yet", words)


def test_a_board_of_the_run_before_looks_as_old_as_it_is(wall: Wall) -> None:
    wall.show(msgspec.structs.replace(board_of(2), updated=NOW - 7200), PollStatus())
    assert wall.view.level is Freshness.GREY
    assert "2 h 0 min ago" in wall.view.notice.words


def test_nothing_of_a_session_that_ended_stays(wall: Wall) -> None:
    wall.show(board_of(5, waiting=3))
    wall.show(Board(), PollStatus())
    assert wall.view.names == []
    assert "Kuyruk" not in told(wall)


# Pages.


def test_pages_turn_by_themselves_and_each_queue_has_its_turn(wall: Wall) -> None:
    wall.show(board_of(30))
    wall.seconds(1)
    seen, pages = set(wall.view.names), 1
    for _ in range(2):
        first = wall.view.names
        wall.seconds(14)
        assert wall.view.names == first
        wall.seconds(1)
        assert wall.view.names != first
        seen |= set(wall.view.names)
        pages += 1
    assert len(seen) == 30
    wall.seconds(15)
    assert "Page 1 of 3" in wall.view.pages.accessibleName()


def test_space_holds_the_page_and_says_so(wall: Wall) -> None:
    wall.show(board_of(30))
    wall.seconds(1)
    QTest.keyClick(wall.window, Qt.Key.Key_Space)
    first = wall.view.names
    assert "stands still" in wall.view.pages.accessibleName()
    wall.seconds(60)
    assert wall.view.names == first
    QTest.keyClick(wall.window, Qt.Key.Key_Space)
    assert "stands still" not in wall.view.pages.accessibleName()
    wall.seconds(15)
    assert wall.view.names != first


def test_a_moving_mouse_holds_the_page_until_it_rests(wall: Wall) -> None:
    wall.show(board_of(30))
    wall.seconds(10)
    first = wall.view.names
    move(wall.view, 300, 200)
    wall.seconds(9)
    assert wall.view.names == first
    wall.seconds(16)
    assert wall.view.names != first


def move(widget: QWidget, x: int, y: int) -> None:
    """The mouse comes by."""
    place = QPoint(x, y).toPointF()
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, widget.mapToGlobal(place), none, none, Qt.KeyboardModifier.NoModifier
    )
    QCoreApplication.sendEvent(widget, event)


def test_arrows_and_dots_turn_pages(wall: Wall) -> None:
    wall.show(board_of(30))
    QTest.keyClick(wall.window, Qt.Key.Key_Right)
    assert "Page 2 of 3" in wall.view.pages.accessibleName()
    QTest.keyClick(wall.window, Qt.Key.Key_Left)
    QTest.keyClick(wall.window, Qt.Key.Key_Left)
    assert "Page 3 of 3" in wall.view.pages.accessibleName()
    dots = wall.view.pages
    middle = QPoint(dots.width() // 2, dots.height() // 2) + dots.pos()
    QTest.mouseClick(wall.view, Qt.MouseButton.LeftButton, pos=middle)
    assert "Page 2 of 3" in wall.view.pages.accessibleName()


def test_a_limit_broken_on_another_page_is_shown_at_once(wall: Wall) -> None:
    wall.show(board_of(30))
    QTest.keyClick(wall.window, Qt.Key.Key_Right)
    hidden = next(name for name in (f"Kuyruk {number:02d}" for number in range(1, 31)) if name not in wall.view.names)
    wall.show(board_of(30), alarms=samples.red(WAIT, hidden))
    assert wall.view.names[0] == hidden


def test_while_the_page_is_held_a_broken_limit_elsewhere_is_named_beside_the_dots(wall: Wall) -> None:
    wall.show(board_of(30))
    QTest.keyClick(wall.window, Qt.Key.Key_Right)
    QTest.keyClick(wall.window, Qt.Key.Key_Space)
    shown = wall.view.names
    hidden = next(name for name in (f"Kuyruk {number:02d}" for number in range(1, 31)) if name not in shown)
    wall.show(board_of(30), alarms=samples.red(WAIT, hidden))
    assert wall.view.names == shown
    assert f"Elsewhere: {hidden}" in wall.view.pages.accessibleName()


def test_queues_that_fit_have_no_pages(wall: Wall) -> None:
    wall.show(board_of(12))
    assert not wall.view.pages.isVisible()
    names = wall.view.names
    wall.seconds(40)
    assert wall.view.names == names


def test_where_queues_are_asked_one_by_one_an_old_tile_says_its_own_age(wall: Wall) -> None:
    queues = [samples.queue("Destek"), samples.queue("Satış", seen=NOW - 185)]
    wall.show(samples.board([], queues), msgspec.structs.replace(FRESH, per_queue=True))
    assert tile(wall, "Satış").row.beside == "3 min ago"
    assert tile(wall, "Destek").row.beside == ""


# The window.


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F11])
def test_escape_and_f11_leave(wall: Wall, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(wall.window.left, timeout=1000):
        QTest.keyClick(wall.window, key)


def test_a_double_click_changes_between_full_screen_and_window(wall: Wall) -> None:
    wall.show(board_of(2))
    assert not wall.window.isFullScreen()
    QTest.mouseDClick(wall.view, Qt.MouseButton.LeftButton)
    assert wall.window.isFullScreen()
    QTest.mouseDClick(wall.view, Qt.MouseButton.LeftButton)
    assert not wall.window.isFullScreen()


def test_on_a_full_screen_a_resting_mouse_is_not_drawn(wall: Wall) -> None:
    wall.window.open_on(None)
    wall.seconds(4)
    assert wall.window.cursor().shape() is Qt.CursorShape.BlankCursor
    move(wall.view, 50, 60)
    assert wall.window.cursor().shape() is not Qt.CursorShape.BlankCursor


def test_whatever_comes_it_takes_the_keyboard_from_nobody(wall: Wall, qtbot: QtBot) -> None:
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    other.setFocus()
    other.activateWindow()
    qtbot.waitUntil(other.hasFocus)
    wall.show(board_of(30))
    wall.seconds(20)
    wall.show(board_of(30, waiting=3), alarms=samples.red(WAIT, "Kuyruk 01"))
    wall.view.show_status(PollStatus(link=Link.FAILING, last_ok=NOW), NOW)
    QCoreApplication.sendPostedEvents()
    assert other.isActiveWindow()
    assert QApplication.focusWidget() is other


def test_language_and_look_change_while_it_hangs_there(wall: Wall, qapp: QApplication) -> None:
    words = Language(qapp)
    words.use("en")
    wall.show(board_of(2, waiting=1))
    dark = wall.view.grab().toImage()
    words.use("tr")
    QCoreApplication.sendPostedEvents()
    assert "bekleyen" in wall.view.totals.accessibleName()
    assert "5 sn önce" in wall.view.foot.accessibleName()
    looks.apply(qapp, looks.LIGHT)
    wall.view.apply_theme(looks.LIGHT)
    light = wall.view.grab().toImage()
    assert light.pixelColor(2, 2).lightness() > dark.pixelColor(2, 2).lightness() + 100


def test_every_part_that_is_seen_has_a_name(wall: Wall) -> None:
    wall.show(board_of(30, waiting=2), PollStatus(link=Link.FAILING, last_ok=NOW - 300))
    view = wall.view
    parts = [view.totals, view.notice, view.pages, view.foot, *(one for one in view.tiles if one.isVisible())]
    assert all(part.isVisible() and part.accessibleName() for part in parts)
    assert re.search("Wallboard", wall.window.accessibleName())
