"""Calls joined to the program: what it does of its own, before any session has begun."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from supervisor_gui.clock import Clock
from supervisor_gui.config import SettingsStore
from supervisor_gui.desks.telephone import Telephone
from supervisor_gui.live.alerts import Alarms
from supervisor_gui.live.policy import Policy
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui import theme
from supervisor_gui.ui.bridge import Bridge
from supervisor_gui.ui.calls.ring_notice import RingView
from supervisor_gui.ui.messages import Message
from supervisor_gui.ui.shell import Shell


def test_a_customers_page_that_the_desktop_cannot_open_is_told_without_the_customers_number(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = SettingsStore(tmp_path / "unused.ini")
    shell = Shell(policy=Policy(), settings=settings.settings, theme=theme.LIGHT)
    qtbot.addWidget(shell.window)
    telephone = Telephone(shell, Bridge(lambda *_: Alarms(), parent=shell), settings, Tasks(), Clock())
    qtbot.addWidget(telephone.ringing.notice)
    told: list[Message] = []
    shell.messages.told.connect(told.append)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    page = "https://crm.example/find?tel=05550000001"
    telephone.ringing.notice.offer(RingView(key="a", title="Deniz Yılmaz", address=page))
    qtbot.mouseClick(telephone.ringing.notice, Qt.MouseButton.LeftButton)
    (message,) = told
    assert "crm.example" in message.text
    assert "0555" not in f"{message.text}{message.details}"
    telephone.close()
