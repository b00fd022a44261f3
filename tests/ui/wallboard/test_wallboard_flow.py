"""The wallboard beside the main window: how it opens and goes, what it is fed with, what its settings change."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supervisor_gui.config import Profile, SettingsStore, keys
from supervisor_gui.desks.wallboard_flow import WallboardFlow, first_wall
from supervisor_gui.live.alerts import Alarms
from supervisor_gui.live.board import Board
from supervisor_gui.live.policy import Policy
from supervisor_gui.live.status import Link, PollStatus
from supervisor_gui.options import Options
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.bridge import Bridge
from supervisor_gui.ui.shell import Shell
from supervisor_gui.ui.wallboard.window import WallboardWindow
from tests.helpers import board_samples as samples
from tests.helpers.board_samples import NOW
from tests.ui.wallboard.conftest import board_of


class Beside:
    """The main window with what the program joins to it."""

    def __init__(self, path: Path, options: Options, last: Board | None = None) -> None:
        self.settings = SettingsStore(path)
        self.settings.put(Profile(name="Ana", account="8501110000"))
        self.settings.open("Ana")
        self.shell = Shell(policy=Policy(), settings=self.settings.settings, theme=looks.LIGHT, demo=options.demo)
        self.bridge = Bridge(lambda _board, _now: Alarms(), lambda: NOW)
        wall = first_wall(self.shell, self.settings.settings, options, last) if options.wallboard else None
        self.flow = WallboardFlow(self.shell, self.bridge, self.settings, options, lambda: NOW, window=wall)
        self.bridge.status_changed.emit(PollStatus(link=Link.OK, last_ok=NOW - 5))

    @property
    def window(self) -> WallboardWindow:
        assert self.flow.window is not None
        return self.flow.window

    def send(self, board: Board) -> None:
        self.bridge.board_changed.emit(samples.update(board))

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.activeWindow() or self.shell.window, key)


@pytest.fixture
def made() -> Iterator[list[Beside]]:
    """What a test opened; closed as the program's end does it."""
    opened: list[Beside] = []
    yield opened
    for one in opened:
        one.bridge.stop()
        one.flow.close()
        one.shell.window.close_for_good()
        one.shell.window.deleteLater()
        if one.flow.window is not None:
            one.flow.window.deleteLater()


def beside(made: list[Beside], folder: Path, qapp: QApplication, **options: object) -> Beside:
    looks.apply(qapp, looks.LIGHT)
    last = options.pop("last", None)
    assert last is None or isinstance(last, Board)
    one = Beside(folder / "settings.ini", Options(**options), last)  # type: ignore[arg-type]
    made.append(one)
    return one


def test_f11_opens_it_full_screen_with_what_is_known_and_escape_goes_back(
    made: list[Beside], tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    at = beside(made, tmp_path, qapp)
    at.shell.window.show()
    at.shell.window.activateWindow()
    qtbot.waitUntil(at.shell.window.isActiveWindow)
    at.send(board_of(4))
    at.press(Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: at.flow.shown and at.window.isActiveWindow())
    assert at.window.isFullScreen()
    assert len(at.window.view.names) == 4
    at.send(board_of(5))
    assert len(at.window.view.names) == 5
    at.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(at.shell.window.isActiveWindow)
    assert not at.flow.shown


def test_while_it_is_closed_nothing_is_painted_for_it_and_it_opens_with_the_newest_board(
    made: list[Beside], tmp_path: Path, qapp: QApplication
) -> None:
    at = beside(made, tmp_path, qapp)
    at.shell.window.show()
    at.send(board_of(2))
    assert at.flow.window is None
    at.flow.open()
    at.flow.leave()
    at.send(board_of(7))
    assert len(at.window.view.names) == 2
    at.flow.open()
    assert len(at.window.view.names) == 7


def test_alone_it_shows_the_last_known_board_and_escape_brings_the_main_window(
    made: list[Beside], tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    at = beside(made, tmp_path, qapp, wallboard=True, last=board_of(3))
    at.window.show()
    qtbot.waitExposed(at.window)
    assert at.window.isFullScreen()
    assert len(at.window.view.names) == 3
    assert not at.shell.window.isVisible()
    QTest.keyClick(at.window, Qt.Key.Key_Escape)
    assert at.shell.window.isVisible()
    assert not at.flow.shown


def test_closing_it_ends_the_program_only_when_there_is_no_main_window(
    made: list[Beside], tmp_path: Path, qapp: QApplication
) -> None:
    at = beside(made, tmp_path, qapp, wallboard=True)
    ends: list[bool] = []
    at.shell.window.close_wanted.connect(lambda: ends.append(True))
    at.window.show()
    at.shell.window.show()
    at.window.close()
    assert not ends
    at.shell.window.hide()
    at.window.show()
    at.window.close()
    assert ends == [True]


def test_it_steps_aside_for_a_question_and_comes_back_with_the_session(
    made: list[Beside], tmp_path: Path, qapp: QApplication
) -> None:
    at = beside(made, tmp_path, qapp, wallboard=True)
    at.window.show()
    at.flow.step_aside()
    assert at.shell.window.isVisible()
    assert not at.flow.shown
    at.flow.begin()
    assert at.flow.shown
    at.flow.leave()
    at.flow.step_aside()
    at.flow.begin()
    assert not at.flow.shown, "nobody had it open"


def test_with_a_size_it_is_a_window_of_that_size(made: list[Beside], tmp_path: Path, qapp: QApplication) -> None:
    at = beside(made, tmp_path, qapp, wallboard=True, size=(1000, 600))
    at.window.show()
    assert not at.window.isFullScreen()
    assert (at.window.width(), at.window.height()) == (1000, 600)


def test_settings_hold_at_once(made: list[Beside], tmp_path: Path, qapp: QApplication) -> None:
    at = beside(made, tmp_path, qapp)
    at.shell.window.show()
    at.send(board_of(6))
    at.flow.open()
    at.settings.set(keys.WALL_QUEUES, " kuyruk 02, Kuyruk 05 ,")
    assert sorted(at.window.view.names) == ["Kuyruk 02", "Kuyruk 05"]
    at.settings.set(keys.WALL_QUEUES, "")
    at.settings.set(keys.WALL_MOST, 2)
    assert len(at.window.view.names) == 2
    assert "Page 1 of 3" in at.window.view.pages.accessibleName()
    at.settings.set(keys.WALL_TOTALS, False)
    assert not at.window.view.totals.isVisible()


def test_after_a_session_it_shows_nothing_of_it(made: list[Beside], tmp_path: Path, qapp: QApplication) -> None:
    at = beside(made, tmp_path, qapp)
    at.shell.window.show()
    at.send(board_of(6))
    at.flow.open()
    at.flow.end()
    assert at.window.view.names == []
    assert at.window.view.empty.isVisible()


def test_the_demo_is_named_on_it(made: list[Beside], tmp_path: Path, qapp: QApplication) -> None:
    at = beside(made, tmp_path, qapp, demo=True, wallboard=True)
    at.window.show()
    assert "DEMO" in at.window.windowTitle()
    assert "DEMO" in at.window.view.foot.accessibleName()


def test_with_one_screen_there_is_no_choice_of_screens(made: list[Beside], tmp_path: Path, qapp: QApplication) -> None:
    at = beside(made, tmp_path, qapp)
    assert not at.flow.screens.menuAction().isVisible()


def test_the_chosen_screen_of_several_is_remembered(tmp_path: Path) -> None:
    screens = [
        {"name": name, "x": x, "y": 0, "width": 1280, "height": 720} for name, x in (("DESK", 0), ("WALL", 1280))
    ]
    plan = tmp_path / "screens.json"
    plan.write_text(json.dumps({"screens": screens}), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.helpers.wall_screens_child", str(tmp_path / "settings.ini")],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={plan}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["shown"]
    assert found["in view"]
    assert found["menu"] == ["Screen 1: DESK", "Screen 2: WALL"]
    assert found["first"] == "DESK", "the main window's"
    assert found["chosen"] == "WALL"
    assert found["next time"] == "WALL"
    assert found["kept"] == "WALL"
