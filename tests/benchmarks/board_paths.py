"""From bytes to pixels: our board, and the plain way of filling table widgets anew. Both paint on every update."""

import json
import time
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QTableWidget, QTableWidgetItem, QWidget

from supervisor_gui.live.alerts import Judge
from supervisor_gui.live.board import Board, Diff
from supervisor_gui.live.items import Snapshot
from supervisor_gui.live.keeper import LiveBoard
from supervisor_gui.live.limits import Limits
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.codec import decode_queue_status
from supervisor_gui.ui.board.page import BoardView
from supervisor_gui.ui.bridge import BoardUpdate

SIZE = (1840, 960)
AGENT_HEADERS = ("State", "Agent", "Extension", "Queues", "In this state", "Today")
QUEUE_HEADERS = ("Queue", "Waiting", "Longest", "Free", "Talking", "Break", "Offline", "Answered", "Abandoned")


class OurBoard:
    """The board page behind the real codec, reducer, diff and alarms; the order may change at every update."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._now = time.time()
        self.view = BoardView(wall=self._wall)
        self.view.set_context(names=_name, limits=Limits(), policy=Policy(), account="8501110000")
        self.view.resize(*SIZE)
        self.view.show()
        self._live = LiveBoard()
        self._judge = Judge()
        self._published: tuple[Board, Diff] = (Board(), Diff())
        self._live.subscribe(self._on_board)
        self.stretches: list[float] = []

    def _wall(self) -> float:
        return self._now

    def _on_board(self, board: Board, diff: Diff) -> None:
        self._published = (board, diff)

    def update(self, body: bytes) -> float:
        """Seconds from `body` to painted pixels; each turn of the loop is added to `stretches`."""
        self._now += 30.0
        turns = [time.perf_counter()]
        status = decode_queue_status(body)
        self._live.apply(Snapshot(self._now - 0.2, self._now, status))
        turns.append(time.perf_counter())
        board, diff = self._published
        alarms = self._judge.step(board, Limits(), self._now)
        self.view.show_update(BoardUpdate(board=board, diff=diff, alarms=alarms))
        turns.append(time.perf_counter())
        self._app.processEvents()
        turns.append(time.perf_counter())
        self.stretches.extend(after - before for before, after in pairwise(turns))
        return turns[-1] - turns[0]

    def tick(self) -> None:
        """One second passes and is painted."""
        self._now += 1.0
        self.view.tick(self._now)
        self._app.processEvents()


class RebuiltTables:
    """The same agents, queues and callers in QTableWidgets that are filled anew from each answer."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self.window = QWidget()
        layout = QGridLayout(self.window)
        self._agents = _table(AGENT_HEADERS)
        self._queues = _table(QUEUE_HEADERS)
        self._callers = _table(("Caller", "Queue", "Wait"))
        layout.addWidget(self._queues, 0, 0, 1, 2)
        layout.addWidget(self._agents, 1, 0)
        layout.addWidget(self._callers, 1, 1)
        self.window.resize(*SIZE)
        self.window.show()

    def update(self, body: bytes) -> float:
        """Seconds from `body` to painted pixels."""
        start = time.perf_counter()
        answer = json.loads(body)
        agents: dict[str, list[str]] = {}
        queues, callers = [], []
        for queue in answer["queues"]:
            name = queue["queuename"].rsplit("-", 1)[0]
            counts = dict.fromkeys(("empty", "onhook", "ringing", "unregister", "paused"), 0)
            for agent in queue["agents"]:
                number = agent["agent"]
                row = agents.setdefault(number, [agent["status"], _name(number), number, "", "00:10", "-"])
                row[3] = f"{row[3]}, {name}" if row[3] else name
                counts["paused" if agent["paused"] == "true" else agent["status"]] += 1
            longest = max(queue["callers"].values(), default=0)
            figures = (queue["calls"], longest, counts["empty"], counts["onhook"], counts["paused"])
            rest = (counts["unregister"], queue["completed"], queue["abondaned"])
            queues.append([name, *map(str, figures), *map(str, rest)])
            callers += [[number, name, str(wait)] for number, wait in queue["callers"].items()]
        _fill(self._queues, queues)
        _fill(self._agents, list(agents.values()))
        _fill(self._callers, callers)
        self._app.processEvents()
        return time.perf_counter() - start


def _table(headers: tuple[str, ...]) -> QTableWidget:
    table = QTableWidget(0, len(headers))
    table.setHorizontalHeaderLabels(list(headers))
    table.verticalHeader().hide()
    return table


def _fill(table: QTableWidget, rows: list[list[str]]) -> None:
    table.setSortingEnabled(False)
    table.setRowCount(0)
    table.setRowCount(len(rows))
    for place, row in enumerate(rows):
        for column, text in enumerate(row):
            table.setItem(place, column, QTableWidgetItem(text))
    table.sortItems(0, Qt.SortOrder.AscendingOrder)


def _name(extension: str) -> str:
    return f"Temsilci {extension}"
