"""Default orders of the board as sort keys: trouble first. Sorting by a chosen column is the view's."""

from collections.abc import Mapping

from supervisor_gui.live.alerts import Alarms, Level
from supervisor_gui.live.board import Agent
from supervisor_gui.live.metrics import QueueView
from supervisor_gui.live.states import AgentState, state_of

_GROUPS = {
    AgentState.IDLE: 0,
    AgentState.TALKING: 2,
    AgentState.RINGING: 3,
    AgentState.PAUSED: 4,
    AgentState.OTHER: 5,
    AgentState.OFFLINE: 6,
}
_OVER_LIMIT = 1


def trouble_key(view: QueueView, level: Level) -> tuple[int, float, int, str]:
    """Queues: the broken limit first, then the longest wait, then the most callers."""
    return (-level, view.longest_since or float("inf"), -view.waiting, view.name)


def agent_group(agent: Agent, level: Level) -> int:
    """The group an agent stands in: idle, breaks over their limit, talking, then everybody else."""
    state = state_of(agent)
    return _OVER_LIMIT if state is AgentState.PAUSED and level is Level.RED else _GROUPS[state]


def queue_order(views: Mapping[str, QueueView], alarms: Alarms) -> tuple[str, ...]:
    """The names of all queues, the most troubled first."""
    return tuple(sorted(views, key=lambda name: trouble_key(views[name], alarms.of_queue(name))))
