"""The one state an agent is in for counting, sorting and alarms, out of phone and breaks. No words, no colours."""

import enum

from supervisor_gui.live.board import Agent
from supervisor_gui.netsantral.types import AgentStatus


class AgentState(enum.Enum):
    """What an agent is counted as; each agent is exactly one (docs/metrics.md, Free and staffed)."""

    IDLE = "idle"
    RINGING = "ringing"
    TALKING = "talking"
    PAUSED = "paused"
    OFFLINE = "offline"
    OTHER = "other"


def state_of(agent: Agent) -> AgentState:
    """The agent's state over all its queues: a call and a dead phone come before a break in every queue."""
    if agent.status is AgentStatus.TALKING:
        return AgentState.TALKING
    if agent.status is AgentStatus.RINGING:
        return AgentState.RINGING
    if agent.status is AgentStatus.OFFLINE:
        return AgentState.OFFLINE
    if agent.paused_everywhere:
        return AgentState.PAUSED
    return AgentState.IDLE if agent.status is AgentStatus.IDLE else AgentState.OTHER


def state_since(agent: Agent) -> tuple[float, bool]:
    """Epoch seconds since when the state is seen, and whether its beginning was seen (else "≥")."""
    return agent.pause_began if state_of(agent) is AgentState.PAUSED else (agent.since, agent.since_exact)
