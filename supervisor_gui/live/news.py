"""Whom a status answer says something new about. The others are passed over fast. It changes nothing."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from supervisor_gui.live.board import Agent, Board, Pending
from supervisor_gui.live.judging import Sight
from supervisor_gui.live.memory import LastAnswers
from supervisor_gui.netsantral.types import AgentRow

Found = Mapping[str, Mapping[str, AgentRow]]
"""Members' rows by short queue name and extension."""


def news(board: Board, found: Found, sights: Mapping[str, Sight], gone: AbstractSet[str]) -> set[str]:
    """Extensions that must be looked at.

    A row like the one of the answer before says nothing new, unless the board has moved its agent since, or the agent
    never agreed with its row.

    Args:
        board: The board before the answer.
        found: The answer's rows.
        sights: The answer's times by queue.
        gone: Queues that the answer takes away.
    """
    last = board.memory.last
    told = set(last.odd)
    for name, rows in found.items():
        before = last.rows.get(name)
        if before is None or sights[name].blind:
            told |= rows.keys()
            before = before or {}
        else:
            told.update([extension for extension, row in rows.items() if before.get(extension) != row])
        if len(before) != len(rows) or before.keys() != rows.keys():
            told |= before.keys() - rows.keys()
    if board.agents is not last.agents:
        agents = last.agents
        told |= agents.keys() - board.agents.keys()
        told.update([extension for extension, agent in board.agents.items() if agents.get(extension) is not agent])
    if gone:
        told.update(extension for extension, agent in board.agents.items() if not gone.isdisjoint(agent.members))
    return told


def remembered(
    last: LastAnswers, agents: Mapping[str, Agent], found: Found, gone: AbstractSet[str], looked_at: Iterable[str]
) -> LastAnswers:
    """What to compare the next answer with.

    Args:
        last: What this answer was compared with.
        agents: The agents after this answer.
        found: Its rows.
        gone: Queues that it takes away.
        looked_at: Extensions that were looked at.
    """
    rows = {name: known for name, known in last.rows.items() if name not in gone} | dict(found)
    odd = frozenset(extension for extension in looked_at if _odd(agents.get(extension), extension, rows))
    return LastAnswers(rows=rows, agents=agents, odd=odd)


def _odd(agent: Agent | None, extension: str, rows: Found) -> bool:
    """Whether the board shows this extension otherwise than its rows say, or waits for something to happen to it."""
    if agent is None:
        return any(extension in known for known in rows.values())
    for name, known in rows.items():
        row = known.get(extension)
        member = agent.members.get(name)
        if row is None or member is None:
            if row is not None or member is not None:
                return True
        elif (
            agent.status is not row.status
            or agent.status_word != row.status_word
            or member.paused != row.paused
            or (row.paused and member.reason != row.reason)
            or member.membership is not row.membership
            or member.pending is not Pending.NONE
        ):
            return True
    return False
