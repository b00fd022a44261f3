"""A seat that may take nothing out of the program copies no row, cell or picture by the usual key; others do."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QListWidget, QTableView, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.config import Settings
from supervisor_gui.history.missed_values import CallerState, MissedCaller, MissedView
from supervisor_gui.live.policy import Policy
from supervisor_gui.live.ports import AuditRow
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.audit import AuditDialog
from supervisor_gui.ui.denied import denied_words
from supervisor_gui.ui.missed.page import MissedPage
from supervisor_gui.ui.shell import Shell
from supervisor_gui.ui.statistics.page import StatisticsView
from tests.helpers import board_samples as samples
from tests.helpers.board_samples import NOW, agent, queue
from tests.helpers.page_reports import report_for

DENIED = Policy(denied=("export",))
CALLER = MissedCaller("5550000001", "05550000001", "", "Destek", NOW - 90, NOW - 90, 1, CallerState.OPEN)


class Window:
    """An open window and what its status line says."""

    def __init__(self, qtbot: QtBot, shell: Shell) -> None:
        self.bot = qtbot
        self.shell = shell
        self.lines: list[str] = []
        shell.messages.line_changed.connect(self.lines.append)
        QGuiApplication.clipboard().setText("before")

    def copy(self, widget: QWidget) -> str:
        """Press the key in `widget`; what is on the clipboard then."""
        widget.setFocus()
        self.bot.waitUntil(widget.hasFocus)
        self.bot.keyClick(widget, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        return QGuiApplication.clipboard().text()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[Window]:
    """One with agents on its board."""
    looks.apply(qapp, looks.LIGHT)
    shell = Shell(policy=Policy(), settings=Settings(), theme=looks.LIGHT)
    shell.window.resize(1280, 800)
    shell.window.show()
    shell.window.activateWindow()
    qtbot.waitUntil(shell.window.isActiveWindow)
    board = samples.board([agent("101", queues=("Destek",))], [queue("Destek")])
    shell.show_board(samples.update(board))
    yield Window(qtbot, shell)
    shell.window.close_for_good()
    shell.window.deleteLater()


def test_a_cell_of_the_board_is_copied_where_exports_are_allowed_and_only_there(window: Window) -> None:
    table = window.shell.board.agents.table
    table.select(["101"])
    assert window.copy(table) not in {"", "before"}
    QGuiApplication.clipboard().setText("before")
    window.shell.set_policy(DENIED)
    assert window.copy(table) == "before"
    assert window.lines == [denied_words()]
    window.shell.set_policy(Policy())
    assert window.copy(table) != "before"


def test_what_one_types_is_still_copied(window: Window) -> None:
    window.shell.set_policy(DENIED)
    entry = window.shell.board.agents.filter
    entry.setText("Ayşe")
    entry.selectAll()
    assert window.copy(entry) == "Ayşe"
    assert window.lines == []


def test_windows_that_were_opened_from_there_refuse_too(window: Window, qtbot: QtBot) -> None:
    window.shell.set_policy(DENIED)
    dialog = AuditDialog(
        (AuditRow(NOW, "ayse", "8501110000", "pause", "101", "Destek", "", "done"),), str, window.shell.window
    )
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    table = dialog.findChild(QTableView)
    table.setCurrentIndex(table.model().index(0, 0))
    assert window.copy(table) == "before"
    assert window.lines == [denied_words()]
    dialog.close()


def test_a_window_that_is_not_the_programs_own_keeps_its_key(window: Window, qtbot: QtBot) -> None:
    window.shell.set_policy(DENIED)
    elsewhere = QListWidget()
    qtbot.addWidget(elsewhere)
    elsewhere.addItem("own")
    elsewhere.setCurrentRow(0)
    elsewhere.show()
    elsewhere.activateWindow()
    qtbot.waitUntil(elsewhere.isActiveWindow)
    assert window.copy(elsewhere) == "own"


def test_the_number_of_a_missed_caller_is_not_copied_either(window: Window) -> None:
    page = MissedPage()
    page.set_policy(DENIED)
    page.apply_theme(looks.LIGHT)
    window.shell.window.add_page("missed", page)
    window.shell.set_policy(DENIED)
    window.shell.open_page("missed")
    page.show_view(MissedView((CALLER,), 0, NOW))
    page.focus_first()
    assert not page.actions_about.copy.isEnabled()
    assert window.copy(page.table) == "before"
    assert window.lines == [denied_words()]


def test_the_chart_is_not_copied_either_and_its_button_says_why(window: Window, qtbot: QtBot) -> None:
    page = StatisticsView()
    page.export.set_allowed(allowed=False)
    page.show_rights()
    page.apply_theme(looks.LIGHT)
    window.shell.window.add_page("statistics", page)
    window.shell.set_policy(DENIED)
    window.shell.open_page("statistics")
    page.show_report(report_for(date(2026, 11, 16), date(2026, 11, 22)))
    page.retranslate()
    assert not page.copy_button.isEnabled()
    assert "administrator" in page.copy_button.toolTip()
    page.focus_first()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.isAncestorOf(focused)
    assert window.copy(focused) == "before"
    assert window.lines == [denied_words()]
