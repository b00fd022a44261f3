"""A session has ended: the window asks and sends nothing more for it, and keeps nothing of it."""

import gc
import weakref
from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from supervisor_gui.config import Settings
from supervisor_gui.live.commands import Batch, Command, TargetResult
from supervisor_gui.live.policy import Policy
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.actions.dialogs import Question
from supervisor_gui.ui.actions.flows import Target
from supervisor_gui.ui.shell import Shell
from tests.helpers import board_samples as samples
from tests.helpers.board_samples import NOW, agent, queue

BOARD = samples.board([agent("101", queues=("Destek",)), agent("102")], [queue("Destek"), queue("Satış")])


class Bus:
    """Takes batches and keeps them."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def submit(self, action: str, commands: Sequence[Command]) -> Batch:
        self.sent.append(action)
        return Batch(id=1, action=action, results=tuple(map(TargetResult, commands)), started=NOW)

    def numbers_in(self, queue: str) -> frozenset[str]:
        return frozenset()

    def numbers(self) -> frozenset[tuple[str, str]]:
        return frozenset()


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication) -> Iterator[Shell]:
    """The main window."""
    looks.apply(qapp, looks.LIGHT)
    made = Shell(policy=Policy(), settings=Settings(), theme=looks.LIGHT)
    made.window.resize(1280, 800)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    made.window.close_for_good()
    made.window.deleteLater()


def work(shell: Shell) -> Bus:
    """Attach a session that shows `BOARD`."""
    bus = Bus()
    shell.attach(bus, "Ofis", "8501110000", samples.name_of)
    shell.show_board(samples.update(BOARD))
    return bus


def over(shell: Shell) -> None:
    """End the session, and let what is to be deleted be deleted."""
    shell.detach()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def target(shell: Shell) -> Target:
    return Target(tuple(BOARD.agents.values()), "")


def test_any_number_of_sessions_leaves_nothing_behind(shell: Shell) -> None:
    buses = []
    menus = []
    for _ in range(5):
        bus = work(shell)
        assert shell.flows is not None
        shell.flows.pause(target(shell), QPoint(100, 100))
        buses.append(weakref.ref(bus))
        del bus
        over(shell)
        menus.append(len(shell.window.findChildren(QMenu)))
    assert [bus() for bus in buses] == [None] * 5
    assert len(set(menus)) == 1


def test_nobody_has_the_names_of_a_session_that_is_over(shell: Shell) -> None:
    class Names:
        def name(self, extension: str) -> str:
            return {"101": "Ayşe"}.get(extension, "")

    names = Names()
    kept = weakref.ref(names)
    shell.attach(Bus(), "Ofis", "8501110000", names.name)
    shell.show_board(samples.update(BOARD))
    del names
    over(shell)
    assert kept() is None


def test_a_menu_that_is_open_goes_and_rows_move_again(shell: Shell) -> None:
    work(shell)
    held: list[bool] = []
    flows = shell.flows
    assert flows is not None
    flows.held.connect(held.append)
    flows.pause(target(shell), QPoint(100, 100))
    menu = flows.menu
    assert menu is not None
    assert menu.isVisible()
    assert held == [True]
    over(shell)
    assert held == [True, False]
    assert QApplication.activePopupWidget() is None


def test_a_question_that_is_open_goes_and_the_next_session_can_ask(shell: Shell) -> None:
    bus = work(shell)
    assert shell.flows is not None
    shell.flows.add(target(shell))
    assert len(shell.window.findChildren(Question)) == 1
    over(shell)
    assert shell.window.findChildren(Question) == []
    assert bus.sent == []
    other = work(shell)
    shell.flows.add(target(shell))
    (question,) = shell.window.findChildren(Question)
    question.accept()
    assert (bus.sent, other.sent) == ([], ["add"])
    over(shell)
