"""The list of keys under F1: keys by the names that they have in the user's language."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.ui.keys import KeysDialog
from supervisor_gui.ui.language import Language


@pytest.fixture
def turkish(qapp: QApplication) -> Iterator[None]:
    language = Language(qapp)
    language.use("tr")
    yield
    language.use("en")


@pytest.mark.usefixtures("turkish")
def test_keys_have_their_turkish_names(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    caps = {label.text() for label in KeysDialog(parent).findChildren(QLabel, "keyCap")}
    assert {"Boşluk", "Sil", "Enter", "Ctrl+S"} <= caps
    assert not {"Space", "Del"} & caps
