"""The screen is kept awake while the wallboard can be looked at, and at no other time: real window, bus, service."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supervisor_gui.config import SettingsStore, keys
from supervisor_gui.desks.wallboard_flow import WallboardFlow, first_wall
from supervisor_gui.desktop import awake
from supervisor_gui.desktop.awake import Awake
from supervisor_gui.live.alerts import Alarms
from supervisor_gui.live.policy import Policy
from supervisor_gui.options import Options
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.bridge import Bridge
from supervisor_gui.ui.language import Language
from supervisor_gui.ui.shell import Shell
from tests.helpers.board_samples import NOW
from tests.helpers.qt_async import run_qt, until
from tests.helpers.screen_saver import ScreenSaver, screen_saver
from tests.helpers.secret_service import secret_service


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ScreenSaver]:
    """The service of this process's session."""
    with secret_service(keyring=False) as bus:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
        (tmp_path / "told").mkdir()
        with screen_saver(bus.address, tmp_path / "told") as running:
            yield running


@asynccontextmanager
async def flow_of(folder: Path, *, alone: bool = False) -> AsyncIterator[tuple[WallboardFlow, Shell, SettingsStore]]:
    """The wallboard as the program joins it; `alone` it is shown before the program is there."""
    settings = SettingsStore(folder / "settings.ini")
    shell = Shell(policy=Policy(), settings=settings.settings, theme=looks.LIGHT)
    bridge = Bridge(lambda _board, _now: Alarms(), lambda: NOW)
    options = Options(wallboard=alone)
    wall = first_wall(shell, settings.settings, options, None) if alone else None
    (wall or shell.window).show()
    flow = WallboardFlow(shell, bridge, settings, options, lambda: NOW, window=wall)
    tasks = Tasks()
    flow.use_awake(Awake(tasks, awake.of_system("linux")))
    try:
        yield flow, shell, settings
    finally:
        await tasks.close()
        bridge.stop()
        flow.close()
        shell.window.close_for_good()
        for window in (shell.window, flow.window):
            if window is not None:
                window.deleteLater()


def test_from_f11_to_escape(qapp: QApplication, tmp_path: Path, service: ScreenSaver) -> None:
    async def scenario() -> None:
        async with flow_of(tmp_path) as (flow, shell, _):
            shell.window.activateWindow()
            await until(shell.window.isActiveWindow, "the main window has the keyboard")
            QTest.keyClick(shell.window, Qt.Key.Key_F11)
            await until(lambda: service.awake, "the screen is kept awake")
            QTest.keyClick(flow.window, Qt.Key.Key_Escape)
            await until(lambda: not service.awake, "the screen may rest")
            assert len(service.asked) == len(service.given_back) == 1

    run_qt(qapp, scenario())


def test_a_minimised_wallboard_keeps_nothing_awake(qapp: QApplication, tmp_path: Path, service: ScreenSaver) -> None:
    async def scenario() -> None:
        async with flow_of(tmp_path, alone=True) as (flow, _, _):
            assert flow.window is not None
            await until(lambda: service.awake, "it was shown before the program was there")
            flow.window.showMinimized()
            await until(lambda: not service.awake, "nobody sees it")
            flow.window.showFullScreen()
            await until(lambda: service.awake, "it is back")
            flow.window.close()
            await until(lambda: not service.awake, "it is closed")

    run_qt(qapp, scenario())


def test_the_setting_holds_at_once(qapp: QApplication, tmp_path: Path, service: ScreenSaver) -> None:
    async def scenario() -> None:
        async with flow_of(tmp_path, alone=True) as (_, _, settings):
            await until(lambda: service.awake, "on, unless somebody says otherwise")
            settings.set(keys.WALL_AWAKE, False)
            await until(lambda: not service.awake, "off")
            settings.set(keys.WALL_AWAKE, True)
            await until(lambda: service.awake, "on again")

    run_qt(qapp, scenario())


def test_the_reason_is_in_the_users_language(qapp: QApplication, tmp_path: Path, service: ScreenSaver) -> None:
    Language(qapp).use("tr")

    async def scenario() -> None:
        async with flow_of(tmp_path, alone=True):
            await until(lambda: service.awake, "the screen is kept awake")
            assert service.asked == [["NetSantral Supervisor", "Duvar panosu gösteriliyor"]]

    run_qt(qapp, scenario())
