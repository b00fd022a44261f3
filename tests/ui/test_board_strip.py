"""The strip of auto-dial lists on the board: the most urgent list, its stop, or the upload that goes on."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.autodial.values import JobState, ListState, UploadJob
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types_autodial import StopRule
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.campaigns.board_strip import BoardStrip
from tests.helpers.shown_lists import NOW, kept, shown, view

SMALL = shown(1, "Küçük", ListState.RUNNING, (10, 5, 1, 0))
LARGE = shown(2, "Büyük", ListState.RUNNING, (380, 80, 12, 28))
REST = shown(3, "Durgun", ListState.STOPPED, (5000, 0, 0, 0))
NEAR = msgspec.structs.replace(SMALL, kept=kept(1, StopRule.TOTAL_PERCENT, 40))


@pytest.fixture
def board(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    looks.apply(qapp, looks.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 600)
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    strip = BoardStrip()
    strip.apply_theme(looks.LIGHT)
    layout.addWidget(strip)
    layout.addStretch(1)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.hide()


@pytest.fixture
def strip(board: QWidget) -> BoardStrip:
    found = board.findChild(BoardStrip)
    assert isinstance(found, BoardStrip)
    return found


def test_nothing_is_shown_while_no_list_runs(strip: BoardStrip) -> None:
    assert not strip.isVisible()
    strip.show_view(view(REST))
    assert not strip.isVisible()


def test_the_largest_running_list_is_shown_in_words(strip: BoardStrip) -> None:
    strip.show_view(view(SMALL, LARGE, REST))
    assert strip.isVisible()
    assert strip.name.text() == "Büyük"
    assert "92 of 500 done" in strip.bar.accessibleName()
    assert "12 failed" in strip.bar.accessibleName()
    assert strip.more.text() == "+1 more list(s)"


def test_a_list_near_its_stop_rule_comes_before_larger_ones(strip: BoardStrip) -> None:
    strip.show_view(view(LARGE, NEAR))
    assert strip.name.text() == "Küçük"
    assert strip.words.text() == "38% called of 40%: it is about to stop by its rule."


def test_one_press_stops_the_list_and_its_name_is_read_aloud(qtbot: QtBot, strip: BoardStrip) -> None:
    strip.show_view(view(LARGE))
    assert strip.stop.accessibleName() == "Stop the list “Büyük”"
    with qtbot.waitSignal(strip.stop_wanted) as heard:
        qtbot.mouseClick(strip.stop, Qt.MouseButton.LeftButton)
    assert heard.args == ["2"]
    strip.show_view(view(msgspec.structs.replace(LARGE, pending="stop")))
    assert not strip.stop.isEnabled()
    assert strip.state.words == "Stopping…"


def test_a_second_press_does_not_stop_the_list_that_comes_in_its_place(qtbot: QtBot, strip: BoardStrip) -> None:
    stopped: list[str] = []
    strip.stop_wanted.connect(stopped.append)
    strip.show_view(view(SMALL, LARGE))
    qtbot.mouseClick(strip.stop, Qt.MouseButton.LeftButton)
    strip.show_view(view(SMALL, msgspec.structs.replace(LARGE, state=ListState.STOPPED)))
    qtbot.mouseClick(strip.stop, Qt.MouseButton.LeftButton)
    assert stopped == ["2"]

    def stops_the_other() -> None:
        qtbot.mouseClick(strip.stop, Qt.MouseButton.LeftButton)
        assert stopped[:2] == ["2", "1"]

    qtbot.waitUntil(stops_the_other)


def test_open_tells_which_list(qtbot: QtBot, strip: BoardStrip) -> None:
    strip.show_view(view(LARGE))
    with qtbot.waitSignal(strip.open_wanted) as heard:
        qtbot.mouseClick(strip.open, Qt.MouseButton.LeftButton)
    assert heard.args == ["2"]


def test_a_seat_without_the_right_cannot_stop_and_reads_why(strip: BoardStrip) -> None:
    strip.set_policy(Policy(denied=("campaigns",)))
    strip.show_view(view(LARGE))
    assert not strip.stop.isEnabled()
    assert "This seat may not" in strip.stop.toolTip()


@pytest.mark.parametrize(
    ("job", "list_id"),
    [
        (UploadJob(1, "", "Aralık", NOW, state=JobState.CREATING, waiting=9), ""),
        (UploadJob(1, "3", "Durgun", NOW, state=JobState.RUNNING, waiting=9, sent=1), "3"),
    ],
)
def test_an_upload_is_shown_though_no_list_runs(qtbot: QtBot, strip: BoardStrip, job: UploadJob, list_id: str) -> None:
    where: dict[str, Any] = {"jobs": (job,)} if not list_id else {}
    strip.show_view(view(msgspec.structs.replace(REST, jobs=(job,) if list_id else ()), **where))
    assert strip.isVisible()
    assert strip.name.text() == job.list_name
    assert not strip.stop.isVisible()
    assert "of 9" in strip.words.text() or "of 10" in strip.words.text()
    with qtbot.waitSignal(strip.open_wanted) as heard:
        qtbot.mouseClick(strip.open, Qt.MouseButton.LeftButton)
    assert heard.args == [list_id]


def test_an_upload_that_rests_or_is_over_shows_nothing(strip: BoardStrip) -> None:
    for state in (JobState.PAUSED, JobState.DONE, JobState.CANCELLED):
        job = UploadJob(1, "3", "Durgun", NOW, state=state, waiting=9)
        strip.show_view(view(msgspec.structs.replace(REST, jobs=(job,))))
        assert not strip.isVisible()


def test_the_strip_has_one_height_whatever_it_shows(strip: BoardStrip) -> None:
    heights = set()
    job = UploadJob(1, "", "Aralık", NOW, waiting=9)
    views = (view(LARGE), view(NEAR, LARGE), view(shown(5, "Raporsuz", ListState.RUNNING)), view(jobs=(job,)))
    for one in views:
        strip.show_view(one)
        heights.add(strip.sizeHint().height())
    assert len(heights) == 1


def test_it_goes_when_the_last_list_ends(strip: BoardStrip) -> None:
    strip.show_view(view(LARGE))
    strip.show_view(view(REST))
    assert not strip.isVisible()


@pytest.mark.parametrize("theme", [looks.LIGHT, looks.DARK], ids=["light", "dark"])
def test_every_control_has_a_name_and_can_be_reached(strip: BoardStrip, theme: looks.Theme) -> None:
    strip.apply_theme(theme)
    strip.show_view(view(LARGE, NEAR))
    buttons = strip.findChildren(QAbstractButton)
    assert len(buttons) == 2
    assert all(button.accessibleName() and button.focusPolicy() is not Qt.FocusPolicy.NoFocus for button in buttons)
    assert not strip.grab().toImage().isNull()
