"""The whole program on a real session bus: a wallboard keeps the screen awake, whatever way the program ends."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.desk import open_desk
from tests.helpers.qt_async import run_qt, until
from tests.helpers.screen_saver import ScreenSaver, screen_saver
from tests.helpers.secret_service import SecretService, secret_service
from tests.helpers.started import started, wait_for

pytestmark = pytest.mark.e2e

WALL = ("--demo", "--wallboard", "--lang", "en")


@pytest.fixture
def bus() -> Iterator[SecretService]:
    """A session of the test's own."""
    with secret_service(keyring=False) as running:
        yield running


@pytest.fixture
def service(bus: SecretService, tmp_path: Path) -> Iterator[ScreenSaver]:
    """What that session's desktop has."""
    (tmp_path / "told").mkdir()
    with screen_saver(bus.address, tmp_path / "told") as running:
        yield running


def session(bus: SecretService) -> dict[str, str]:
    """The environment of a program in that session."""
    return {**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus.address}


def test_the_end_of_the_desktops_session_gives_it_back(
    tmp_path: Path, bus: SecretService, service: ScreenSaver
) -> None:
    with started(tmp_path / "words", WALL, environment=session(bus)) as run:
        wait_for(lambda: service.awake, "the screen is kept awake")
        assert service.asked == [["NetSantral Supervisor", "The wallboard is shown"]]
        os.kill(run.pid, signal.SIGTERM)
        assert run.ended() == 0
        assert run.words == ""
    wait_for(lambda: not service.awake, "the screen may rest")
    assert len(service.given_back) == 1


def test_a_killed_program_keeps_nothing_awake(tmp_path: Path, bus: SecretService, service: ScreenSaver) -> None:
    with started(tmp_path / "words", WALL, environment=session(bus)) as run:
        wait_for(lambda: service.awake, "the screen is kept awake")
        run.kill()
        wait_for(lambda: not service.awake, "the screen may rest")
    assert service.given_back == []


def test_a_picture_of_the_wallboard_asks_for_nothing(tmp_path: Path, bus: SecretService, service: ScreenSaver) -> None:
    shot = ("--size", "1280x720", "--shot", str(tmp_path / "wall.png"))
    with started(tmp_path / "words", [*WALL, *shot], environment=session(bus)) as run:
        assert run.ended() == 0
    assert service.asked == []


def test_the_board_lets_the_screen_rest_and_the_programs_end_a_wallboards(
    qapp: QApplication, tmp_path: Path, bus: SecretService, service: ScreenSaver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)

    async def scenario() -> None:
        async with open_desk(qapp, tmp_path) as desk:
            await desk.data()
            assert service.asked == []
            desk.press(Qt.Key.Key_F11)
            await until(lambda: service.awake, "the screen is kept awake")
            wall = desk.program._wallboard.window
            assert wall is not None
            QTest.keyClick(wall, Qt.Key.Key_Escape)
            await until(lambda: not service.awake, "the screen may rest")
            desk.shell.window.activateWindow()
            await until(desk.shell.window.isActiveWindow, "the main window has the keyboard")
            desk.press(Qt.Key.Key_F11)
            await until(lambda: service.awake, "the screen is kept awake again")
        await until(lambda: not service.awake, "the program has ended")
        assert len(service.given_back) == 2

    run_qt(qapp, scenario(), 90)
