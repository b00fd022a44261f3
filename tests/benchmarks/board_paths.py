"""From bytes to pixels: our board, and the plain way of filling table widgets anew. Both paint on every update."""

import json
import time
from collections.abc import Coroutine
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QGridLayout, QTableWidget, QTableWidgetItem, QWidget

from supervisor_gui.live.alerts import Judge
from supervisor_gui.live.board import Board, Diff
from supervisor_gui.live.items import Snapshot
from supervisor_gui.live.keeper import LiveBoard
from supervisor_gui.live.limits import Limits
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.codec import decode_queue_status
from supervisor_gui.ui.board.agent_columns import AGENT_COLUMNS
from supervisor_gui.ui.board.caller_rows import CALLER_COLUMNS
from supervisor_gui.ui.board.page import BoardView
from supervisor_gui.ui.board.queue_columns import QUEUE_COLUMNS
from supervisor_gui.ui.bridge import BoardUpdate

SIZE = (1840, 960)
COLOURS = {
    "empty": QColor("#00664A"),
    "onhook": QColor("#0A5490"),
    "ringing": QColor("#0F6494"),
    "paused": QColor("#7A5000"),
    "unregister": QColor("#56616D"),
}


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
        self._judge = Judge(self.view.tallies)
        self._board = Board()
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
        turns.append(time.perf_counter())
        steps = self._live.apply_large(Snapshot(self._now - 0.2, self._now, status))
        while _more(steps):
            turns.append(time.perf_counter())
        turns.append(time.perf_counter())
        board, diff = self._published
        self._board = board
        alarms = self._judge.step(board, Limits(), self._now)
        self.view.show_update(BoardUpdate(board=board, diff=diff, alarms=alarms))
        turns.append(time.perf_counter())
        self._app.processEvents()
        turns.append(time.perf_counter())
        _drain(self._app)
        self.stretches.extend(after - before for before, after in pairwise(turns))
        return turns[-1] - turns[0]

    def tick(self) -> None:
        """One second passes and is painted."""
        self._now += 1.0
        self._judge.step(self._board, Limits(), self._now)
        self.view.tick(self._now)
        self._app.processEvents()


class RebuiltTables:
    """The same agents, queues and callers, the same columns, in QTableWidgets that are filled anew from each answer."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self.window = QWidget()
        layout = QGridLayout(self.window)
        self._agents = _table(len(AGENT_COLUMNS))
        self._queues = _table(len(QUEUE_COLUMNS))
        self._callers = _table(len(CALLER_COLUMNS))
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
                number, status = agent["agent"], agent["status"]
                state = "paused" if agent["paused"] == "true" else status
                row = agents.setdefault(number, [state, f"{_name(number)} {number}", "", "00:10", "-"])
                row[2] = f"{row[2]}, {name}" if row[2] else name
                counts[state] += 1
            waits = queue["callers"]
            longest = max(waits, key=waits.__getitem__, default="")
            answered, lost = queue["completed"], queue["abondaned"]
            figures = [queue["calls"], waits.get(longest, 0), longest, *counts.values(), answered, lost]
            recent = f"{queue['holdtime']} / {queue['talktime']}"
            rate = f"{100 * lost // (answered + lost)}%"
            queues.append([name, *map(str, figures), rate, "80%", recent, "08:00"])
            callers += [[number, name, str(wait)] for number, wait in waits.items()]
        _fill(self._queues, queues)
        _fill(self._agents, list(agents.values()))
        _fill(self._callers, callers)
        self._app.processEvents()
        spent = time.perf_counter() - start
        _drain(self._app)
        return spent


def _table(columns: int) -> QTableWidget:
    table = QTableWidget(0, columns)
    table.setHorizontalHeaderLabels([f"Column {number}" for number in range(columns)])
    table.verticalHeader().hide()
    return table


def _fill(table: QTableWidget, rows: list[list[str]]) -> None:
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    table.setRowCount(0)
    table.setRowCount(len(rows))
    for place, row in enumerate(rows):
        for column, text in enumerate(row):
            item = QTableWidgetItem(text)
            if column == 0:
                item.setForeground(COLOURS.get(text, COLOURS["empty"]))
            elif column > 2:
                item.setTextAlignment(right)
            table.setItem(place, column, item)
    table.sortItems(0, Qt.SortOrder.AscendingOrder)


def _more(steps: Coroutine[Any, Any, None]) -> bool:
    """Run one turn of the loop's work; False when that was the last."""
    try:
        steps.send(None)
    except StopIteration:
        return False
    return True


def _drain(app: QApplication) -> None:
    """Work that was put off must not be counted for whoever is measured next."""
    for _ in range(3):
        app.processEvents()


def _name(extension: str) -> str:
    return f"Temsilci {extension}"
