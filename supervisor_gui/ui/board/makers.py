"""Turns boards into row records, remembering what did not change. No widgets."""

from collections.abc import Iterable, Mapping

from supervisor_gui.live.alerts import Alarms
from supervisor_gui.live.board import Board
from supervisor_gui.live.metrics import QueueView
from supervisor_gui.ui.board.agent_rows import AgentRow, AgentRowMaker
from supervisor_gui.ui.board.caller_rows import CallerRow, caller_row
from supervisor_gui.ui.board.context import Collation, Context
from supervisor_gui.ui.board.queue_rows import QueueRow, queue_row
from supervisor_gui.ui.link_words import age_words

OLD_QUEUE = 60.0
"""Seconds after which a queue that is asked alone says how old its figures are."""


class RowMaker:
    """Makes every kind of row in one context; a new one is made when context or language change."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._agents = AgentRowMaker(context, Collation())
        self._breaks: dict[str, float] = {}

    def agents(self, board: Board, extensions: Iterable[str], now: float) -> list[AgentRow]:
        """Rows of these agents; those that are gone are left out."""
        made = []
        for extension in extensions:
            agent = board.agents.get(extension)
            self._breaks.pop(extension, None)
            if agent is None:
                continue
            row = self._agents.make(agent, now)
            made.append(row)
            if row.limit and row.since and not row.over:
                self._breaks[extension] = row.since + row.limit
        return made

    def overrun(self, now: float) -> list[str]:
        """Agents whose break passed its limit since their row was made."""
        return [extension for extension, end in self._breaks.items() if now >= end]

    def queues(
        self, board: Board, views: Mapping[str, QueueView], alarms: Alarms, now: float, *, per_queue: bool
    ) -> list[QueueRow]:
        """Rows of all queues; each says its own age while they are asked one by one."""
        return [
            queue_row(board.queues[name], view, alarms, self.context, self._age(view, now) if per_queue else "")
            for name, view in views.items()
        ]

    def callers(self, board: Board) -> list[CallerRow]:
        """Rows of all waiting callers."""
        return [caller_row(caller, self.context) for caller in board.callers.values()]

    @staticmethod
    def _age(view: QueueView, now: float) -> str:
        return age_words(view.seen, now) if now - view.seen >= OLD_QUEUE else ""
