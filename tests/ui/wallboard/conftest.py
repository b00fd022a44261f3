"""A wallboard in a real window with a clock that the test moves, and boards of as many queues as are wanted."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supervisor_gui.live.board import Board, Caller
from supervisor_gui.live.status import Link, PollStatus
from supervisor_gui.netsantral.types import AgentStatus
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.wallboard.window import WallboardWindow
from tests.helpers import board_samples as samples
from tests.helpers.board_samples import NOW

FRESH = PollStatus(link=Link.OK, last_ok=NOW - 5)


class Wall:
    """The window, and what the program would do to it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.now = NOW
        self.window = WallboardWindow(looks.DARK, wall=lambda: self.now)
        self.view = self.window.view
        qtbot.addWidget(self.window)
        self.window.resize(1280, 720)
        self.window.show()
        qtbot.waitExposed(self.window)

    def show(self, board: Board, status: PollStatus = FRESH, alarms: object = None) -> None:
        self.view.show_status(status, self.now)
        self.view.show_update(samples.update(board, alarms=alarms), self.now)  # type: ignore[arg-type]

    def seconds(self, count: int) -> None:
        """So many ticks of the clock."""
        for _ in range(count):
            self.now += 1
            self.window.tick(self.now)


@pytest.fixture
def wall(qtbot: QtBot, qapp: QApplication) -> Iterator[Wall]:
    """The wallboard, shown and empty."""
    looks.apply(qapp, looks.DARK)
    made = Wall(qtbot)
    yield made
    made.window.close_for_good()
    looks.apply(qapp, looks.LIGHT)


def board_of(count: int, waiting: int = 0) -> Board:
    """A board of `count` queues, in the first of which somebody waits."""
    names = [f"Kuyruk {number:02d}" for number in range(1, count + 1)]
    agents = [samples.agent(str(100 + number), AgentStatus.IDLE, (name,)) for number, name in enumerate(names)]
    queues = [samples.queue(name, waiting if name == names[0] else 0) for name in names]
    callers = [Caller(names[0], f"055500011{number:02d}", NOW - 20 - number) for number in range(waiting)]
    return samples.board(agents, queues, callers)
