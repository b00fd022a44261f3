"""A start that fails where nobody reads a stream says why in a window that closes with one key."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from supervisor_gui.ui.last_words import LastWords

WORDS = "The disk is full at <b>/srv/data</b>: free some space and start again."


def test_the_words_are_shown_as_they_are_and_a_key_closes_the_window(qtbot: QtBot) -> None:
    window = LastWords(WORDS)
    qtbot.addWidget(window)
    window.show()
    assert window.words.text() == WORDS
    assert window.words.textFormat() is Qt.TextFormat.PlainText
    QTest.keyClick(window.button, Qt.Key.Key_Space)
    assert not window.isVisible()
