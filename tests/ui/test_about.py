"""The dialog with version and licences."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui import __version__
from supervisor_gui.ui import about
from supervisor_gui.ui.about import AboutDialog


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_it_names_the_versions_and_the_licence(parent: QWidget, qtbot: QtBot) -> None:
    dialog = AboutDialog(parent)
    dialog.open()
    assert __version__ in dialog.versions.text()
    assert qVersion() in dialog.versions.text()
    assert "LGPL" in dialog.licences.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_licence_texts_that_came_along_are_named_and_opened(
    parent: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "licences"
    folder.mkdir()
    opened: list[str] = []
    monkeypatch.setattr(about, "SYSTEM_DOC", folder)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    dialog = AboutDialog(parent)
    dialog.open()
    assert str(folder) in dialog.licences.text()
    qtbot.mouseClick(dialog.open_folder, Qt.MouseButton.LeftButton)
    assert opened == [str(folder)]
    dialog.close()
