"""The windows in which a file of names is chosen: open as often as wanted, nothing of them stays."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from supervisor_gui.config import Settings
from supervisor_gui.live.policy import Policy
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.shell import Shell


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication) -> Iterator[Shell]:
    """The main window."""
    looks.apply(qapp, looks.LIGHT)
    made = Shell(policy=Policy(), settings=Settings(), theme=looks.LIGHT)
    made.window.show()
    yield made
    made.window.close_for_good()
    made.window.deleteLater()


def dialogs(shell: Shell) -> list[QFileDialog]:
    """Those that exist, after what was to be deleted has been."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return shell.window.findChildren(QFileDialog)


@pytest.mark.parametrize("choose", ["choose_names_in", "choose_names_out"])
def test_a_dialog_that_was_given_up_does_not_stay(shell: Shell, choose: str) -> None:
    getattr(shell, choose)()
    (dialog,) = dialogs(shell)
    dialog.reject()
    assert dialogs(shell) == []


def test_a_chosen_file_is_told_and_the_dialog_does_not_stay(shell: Shell, tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    names.write_text("101;Ayşe\n", "utf-8")
    told: list[tuple[str, bool]] = []
    shell.names_file_chosen.connect(lambda path, out: told.append((path, out)))
    shell.choose_names_in()
    (dialog,) = dialogs(shell)
    dialog.selectFile(str(names))
    dialog.accept()
    assert [(Path(path), out) for path, out in told] == [(names, False)]
    assert dialogs(shell) == []
