"""The table of what was done on this machine: words for every action, and names only of those who have one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.live.ports import AuditRow
from supervisor_gui.ui.audit import AuditDialog

NAMES = {"101": "Ayşe"}
WHAT, AGENT, QUEUE, DETAIL = range(2, 6)


def row(action: str, extension: str = "101", detail: str = "•••22", queue: str = "") -> AuditRow:
    """One finished action as the store gives it back."""
    return AuditRow(1_750_000_000.0, "ayse", "8501110000", action, extension, queue, detail, "done")


def cells(qtbot: QtBot, *rows: AuditRow) -> list[list[str]]:
    """What the table says, row by row."""
    window = QWidget()
    qtbot.addWidget(window)
    made = AuditDialog(rows, lambda extension: NAMES.get(extension, extension), window)
    table = made.findChild(QTableView)
    assert table is not None
    model = table.model()
    return [
        [model.index(line, column).data(Qt.ItemDataRole.DisplayRole) for column in range(model.columnCount())]
        for line in range(model.rowCount())
    ]


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("pause", "Break"),
        ("dial", "Call a number"),
        ("dial_extension", "Call an extension"),
        ("bridge", "Connect two numbers"),
        ("call_into", "Call into a menu"),
        ("hang_up", "Hang up"),
        ("mute", "Mute"),
        ("unmute", "Unmute"),
        ("blind_transfer", "Transfer blind"),
        ("attended_transfer", "Transfer attended"),
        ("listen", "Listen to a recording"),
        ("save_recording", "Save a recording"),
        ("export", "Export"),
        ("unmask", "Show a whole number"),
        ("look_up", "Look up a call"),
        ("delete_number", "Delete a number"),
        ("of a later version", "of a later version"),
    ],
)
def test_an_action_is_told_in_words(qtbot: QtBot, action: str, words: str) -> None:
    (line,) = cells(qtbot, row(action))
    assert (line[WHAT], line[AGENT], line[DETAIL]) == (words, "Ayşe", "•••22")


def test_an_outside_party_is_told_as_it_was_kept(qtbot: QtBot) -> None:
    (line,) = cells(qtbot, row("bridge", "•••22", "•••44"))
    assert (line[AGENT], line[DETAIL]) == ("•••22", "•••44")
