"""What follows for the board when something happens: pure and total for any order, repeat or loss. It sends nothing."""

import msgspec

from supervisor_gui.clock import pbx_midnight
from supervisor_gui.live.board import Agent, Board, Queue, ServiceCount
from supervisor_gui.live.items import (
    EventSeen,
    IntentAnswered,
    IntentEnded,
    IntentSent,
    Item,
    Midnight,
    QueueForgotten,
    Resumed,
    Rules,
    Snapshot,
)
from supervisor_gui.live.reduce_events import apply_event
from supervisor_gui.live.reduce_intents import apply_answered, apply_ended, apply_sent
from supervisor_gui.live.reduce_status import apply_snapshot
from supervisor_gui.netsantral.types import AgentStatus

FRESH = 300.0
"""Counters seen this many seconds before midnight are midnight's counters."""


def reduce(board: Board, item: Item, rules: Rules) -> Board:
    """The board after `item`.

    Args:
        board: The board before; what does not change is shared with the result.
        item: What happened.
        rules: Whose board it is and the limits that calls are judged by.
    """
    match item:
        case Snapshot():
            return apply_snapshot(_new_day(board, item.answered_at), item, rules)
        case EventSeen():
            return apply_event(_new_day(board, item.at), item, rules)
        case IntentSent():
            return apply_sent(board, item)
        case IntentAnswered():
            return apply_answered(board, item)
        case IntentEnded():
            return apply_ended(board, item)
        case Midnight():
            return _new_day(board, item.at)
        case QueueForgotten():
            return _forgotten(board, item.name)
        case Resumed():
            return _resumed(board, item.at)


def _new_day(board: Board, at: float) -> Board:
    """Count from the midnight that opened the day of `at` (docs/metrics.md, Counters and baselines)."""
    day = pbx_midnight(at)
    if day == board.memory.day:
        return board
    memory = msgspec.structs.replace(board.memory, day=day)
    if day < board.memory.day or board.memory.day == 0.0:
        return msgspec.structs.replace(board, memory=memory)
    return msgspec.structs.replace(
        board,
        memory=memory,
        queues={name: _from_midnight(board, queue, day) for name, queue in board.queues.items()},
        agents={extension: _uncounted(agent) for extension, agent in board.agents.items()},
    )


def _from_midnight(board: Board, queue: Queue, day: float) -> Queue:
    # A queue last seen long before midnight keeps yesterday's count until it is seen again and starts anew then.
    if day - queue.seen > FRESH or queue.counters.since >= day:
        return queue
    counters = msgspec.structs.replace(
        queue.counters,
        base_completed=queue.counters.completed,
        base_abandoned=queue.counters.abandoned,
        skipped_completed=sum(
            agent.status is AgentStatus.TALKING and queue.name in agent.members for agent in board.agents.values()
        ),
        skipped_abandoned=0,
        since=day,
        reset=False,
    )
    return msgspec.structs.replace(queue, counters=counters, service=ServiceCount())


def _uncounted(agent: Agent) -> Agent:
    return msgspec.structs.replace(agent, calls_today=0) if agent.calls_today else agent


def _forgotten(board: Board, name: str) -> Board:
    if name not in board.queues and name not in board.unknown_queues:
        return board
    agents: dict[str, Agent] = {}
    for extension, agent in board.agents.items():
        if name not in agent.members:
            agents[extension] = agent
        elif len(agent.members) > 1:
            members = {queue: member for queue, member in agent.members.items() if queue != name}
            agents[extension] = msgspec.structs.replace(agent, members=members)
    last = board.memory.last
    rows = {queue: known for queue, known in last.rows.items() if queue != name}
    return msgspec.structs.replace(
        board,
        memory=msgspec.structs.replace(board.memory, last=msgspec.structs.replace(last, rows=rows)),
        queues={queue: one for queue, one in board.queues.items() if queue != name},
        agents=agents,
        callers={key: caller for key, caller in board.callers.items() if key[0] != name},
        unknown_queues=board.unknown_queues - {name},
    )


def _resumed(board: Board, at: float) -> Board:
    # Calls that were under way before the sleep tell nothing about the calls of now.
    memory = msgspec.structs.replace(board.memory, resumed=at, calls={}, gone={}, ended={})
    return msgspec.structs.replace(board, memory=memory)
