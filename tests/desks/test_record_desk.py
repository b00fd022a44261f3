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


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "unused.ini")


@pytest.fixture
def shell(qtbot: QtBot, settings: SettingsStore) -> Shell:
    made = Shell(policy=Policy(), settings=settings.settings, theme=theme.LIGHT)
    qtbot.addWidget(made.window)
    return made


@pytest.fixture
def desk(shell: Shell, settings: SettingsStore) -> RecordDesk:
    return RecordDesk(shell, Bridge(lambda *_: Alarms(), parent=shell), settings, Tasks(), Clock())


def test_a_recordings_folder_that_the_desktop_cannot_open_is_told(
    shell: Shell, desk: RecordDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Message] = []
    shell.messages.told.connect(told.append)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    desk.page.recording.show_done("Saved", tmp_path / "call.wav")
    desk.page.recording.open_folder.click()
    assert [str(tmp_path) in one.text for one in told] == [True]


def test_a_saved_recording_that_went_with_a_deleted_number_is_told_no_more(desk: RecordDesk, tmp_path: Path) -> None:
    file = tmp_path / "call.wav"
    file.write_bytes(b"RIFF")
    desk.page.recording.show_done("Saved: call.wav", file)
    desk.forgotten()
    assert not desk.page.recording.isHidden(), "it was another number"
    file.unlink()
    desk.forgotten()
    assert desk.page.recording.isHidden()
