"""The records page joined to the program: what it does of its own, before any session has begun."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from supervisor_gui.clock import Clock
from supervisor_gui.config import SettingsStore
from supervisor_gui.desks.record_desk import RecordDesk
from supervisor_gui.live.alerts import Alarms
from supervisor_gui.live.policy import Policy
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui import theme
from supervisor_gui.ui.bridge import Bridge
from supervisor_gui.ui.messages import Message
from supervisor_gui.ui.shell import Shell


def test_a_recordings_folder_that_the_desktop_cannot_open_is_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, tasks = SettingsStore(tmp_path / "unused.ini"), Tasks()
    shell = Shell(policy=Policy(), settings=settings.settings, theme=theme.LIGHT)
    qtbot.addWidget(shell.window)
    desk = RecordDesk(shell, Bridge(lambda *_: Alarms(), parent=shell), settings, tasks, Clock())
    told: list[Message] = []
    shell.messages.told.connect(told.append)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    desk.page.recording.show_done("Saved", tmp_path / "call.wav")
    desk.page.recording.open_folder.click()
    assert [str(tmp_path) in one.text for one in told] == [True]
