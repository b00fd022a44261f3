"""The directory edited in place: what is right holds at once, what is not says why and is not lost."""

from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.live.directory import Directory
from supervisor_gui.live.ports import DirectoryEntry
from supervisor_gui.ui.calls.directory_dialog import NAME, NUMBER, REMARK, TEAM, DirectoryDialog

AYSE = DirectoryEntry("101", "Ayşe Işık", "Destek")
BORA = DirectoryEntry("102", "Bora", "Satış")


class Store:
    """Takes what is written."""

    def __init__(self) -> None:
        self.written: list[DirectoryEntry] = []

    def put_names(self, account: str, entries: Iterable[DirectoryEntry]) -> None:
        self.written.extend(entries)


@pytest.fixture
def directory() -> Directory:
    return Directory("8501110000", Store(), (AYSE, BORA))


@pytest.fixture
def dialog(qtbot: QtBot, directory: Directory) -> Iterator[DirectoryDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = DirectoryDialog(window, directory)
    made.show()
    yield made
    window.close()


def write(dialog: DirectoryDialog, row: int, column: int, text: str) -> None:
    cell = dialog.table.item(row, column)
    assert cell is not None
    cell.setText(text)


def text(dialog: DirectoryDialog, row: int, column: int) -> str:
    cell = dialog.table.item(row, column)
    assert cell is not None
    return cell.text()


def test_every_entry_is_a_row(dialog: DirectoryDialog) -> None:
    assert [text(dialog, 0, column) for column in (NUMBER, NAME, TEAM, REMARK)] == ["101", "Ayşe Işık", "Destek", ""]
    assert dialog.table.rowCount() == 2


def test_a_changed_name_or_team_holds_at_once(dialog: DirectoryDialog, directory: Directory) -> None:
    write(dialog, 0, NAME, "  Ayşe   Işık Öz ")
    write(dialog, 0, TEAM, "Satış")
    assert directory.entries[0] == DirectoryEntry("101", "Ayşe Işık Öz", "Satış")


def test_a_changed_number_moves_the_entry(dialog: DirectoryDialog, directory: Directory) -> None:
    write(dialog, 1, NUMBER, "103")
    assert [entry.extension for entry in directory.entries] == ["101", "103"]
    assert dialog.table.rowCount() == 2


def test_a_new_row_is_typed_by_keys_and_taken_once_it_is_whole(
    dialog: DirectoryDialog, directory: Directory, qtbot: QtBot
) -> None:
    qtbot.keyClick(dialog.table, Qt.Key.Key_Insert)
    editor = dialog.table.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClicks(editor, "0555 000 00 01")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    row = dialog.table.rowCount() - 1
    qtbot.waitUntil(lambda: "name" in dialog.table.remark(row))
    assert len(directory.entries) == 2
    write(dialog, row, NAME, "Deniz")
    assert "Deniz" in [entry.name for entry in directory.entries]
    assert dialog.table.rowCount() == 3


@pytest.mark.parametrize(
    ("number", "word"),
    [
        ("", "missing"),
        ("abc", "digits"),
        ("1", "2 to 5"),
        ("0555000000123456789", "2 to 5"),
        ("102", "Another row"),
        ("<b>101</b>", "digits"),
    ],
)
def test_a_bad_or_double_number_is_marked_in_words_and_not_taken(
    dialog: DirectoryDialog, directory: Directory, number: str, word: str
) -> None:
    write(dialog, 0, NUMBER, number)
    assert word in dialog.table.remark(0)
    assert directory.entries == (AYSE, BORA)


def test_an_empty_name_is_marked_and_removes_nobody(dialog: DirectoryDialog, directory: Directory) -> None:
    write(dialog, 0, NAME, " ")
    assert "name" in dialog.table.remark(0)
    assert directory.entries == (AYSE, BORA)


def test_rows_that_are_not_right_yet_outlive_what_others_change(dialog: DirectoryDialog, directory: Directory) -> None:
    dialog.add.click()
    write(dialog, 2, NUMBER, "103")
    write(dialog, 0, NUMBER, "102")
    directory.rename("102", "Bora Demir")
    assert [text(dialog, row, NUMBER) for row in range(3)] == ["102", "102", "103"]
    assert text(dialog, 1, NAME) == "Bora Demir"
    assert dialog.table.remark(0)
    write(dialog, 2, NAME, "Can")
    assert [entry.extension for entry in directory.entries] == ["101", "102", "103"]


def test_chosen_rows_are_removed_by_key(dialog: DirectoryDialog, directory: Directory, qtbot: QtBot) -> None:
    dialog.table.selectRow(0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert directory.entries == (BORA,)
    assert dialog.table.rowCount() == 1


def test_the_filter_finds_names_without_their_dots_and_accents(dialog: DirectoryDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.search, "isik destek")
    assert [dialog.table.isRowHidden(row) for row in range(2)] == [False, True]
    dialog.search.clear()
    qtbot.keyClicks(dialog.search, "102")
    assert [dialog.table.isRowHidden(row) for row in range(2)] == [True, False]
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_files_are_the_callers(dialog: DirectoryDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.import_wanted):
        dialog.take_in.click()
    with qtbot.waitSignal(dialog.export_wanted):
        dialog.write_out.click()


def test_names_from_a_file_are_seen_while_it_is_open(dialog: DirectoryDialog, directory: Directory) -> None:
    directory.set([DirectoryEntry("110", "Can", "")])
    assert text(dialog, 2, NAME) == "Can"
    dialog.shut.click()
    directory.set([DirectoryEntry("111", "Ece", "")])
    assert not dialog.isVisible()


def test_signs_that_cannot_be_seen_are_shown_and_kept(qtbot: QtBot) -> None:
    directory = Directory("8501110000", Store(), (DirectoryEntry("101", "Ay\u202eşe", ""),))
    window = QWidget()
    qtbot.addWidget(window)
    dialog = DirectoryDialog(window, directory)
    assert "202E" in text(dialog, 0, NAME)
    write(dialog, 0, TEAM, "Destek")
    assert directory.entries[0] == DirectoryEntry("101", "Ay\u202eşe", "Destek")
    dialog.close()
