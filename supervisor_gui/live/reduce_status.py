"""A status answer worked into the board: queues, agents, callers, counters. The truth until the next event."""

from collections.abc import Mapping

import msgspec

from supervisor_gui.live.board import Board, Caller, Counters, Queue, ServiceCount
from supervisor_gui.live.items import Rules, Snapshot
from supervisor_gui.live.judging import Sight, overtaken
from supervisor_gui.live.memory import Memory
from supervisor_gui.live.reduce_callers import merge_callers
from supervisor_gui.live.reduce_counters import Counted, count, judged
from supervisor_gui.live.reduce_members import LOST, Merge
from supervisor_gui.netsantral.types import AgentStatus, QueueRow

_KEPT = 120.0


def apply_snapshot(board: Board, item: Snapshot, rules: Rules) -> Board:
    """The board after a status answer; rows that a newer answer has overtaken are left out."""
    rows = {row.name: row for row in item.status.queues if row.name}
    late = {name for name in rows if _late(board.queues.get(name), item)}
    whole = item.whole and not late and not item.status.damaged
    rows = {name: row for name, row in rows.items() if name not in late}
    gone = frozenset(board.queues.keys() - rows.keys()) if whole else frozenset[str]()
    if not rows and not gone and not whole:
        return board
    sights = {name: _sight(board, name, item) for name in rows}
    merge = Merge(board, rows, sights, gone)
    agents = merge.agents()
    memory = msgspec.structs.replace(_tidied(board.memory, item, rows), last=merge.last)
    return _with_queues(
        msgspec.structs.replace(board, agents=agents, updated=item.answered_at, memory=memory),
        board,
        _Answer(rows, sights, merge, gone),
        rules,
        whole=whole,
    )


class _Answer:
    """The parts of one answer that queues are made of."""

    __slots__ = ("gone", "merge", "rows", "sights")

    def __init__(
        self, rows: Mapping[str, QueueRow], sights: Mapping[str, Sight], merge: Merge, gone: frozenset[str]
    ) -> None:
        self.rows = rows
        self.sights = sights
        self.merge = merge
        self.gone = gone


def _late(queue: Queue | None, item: Snapshot) -> bool:
    return queue is not None and overtaken(item.asked_at, queue.asked)


def _sight(board: Board, name: str, item: Snapshot) -> Sight:
    known = board.queues.get(name)
    return Sight(item.asked_at, item.answered_at, known.seen if known is not None else 0.0, board.memory.resumed)


def _with_queues(new: Board, old: Board, answer: _Answer, rules: Rules, *, whole: bool) -> Board:
    queues = {name: queue for name, queue in old.queues.items() if name not in answer.gone}
    before: dict[str, dict[str, Caller]] = {name: {} for name in answer.rows}
    callers: dict[tuple[str, str], Caller] = {}
    for key, caller in old.callers.items():
        if key[0] in before:
            before[key[0]][key[1]] = caller
        elif key[0] not in answer.gone:
            callers[key] = caller
    counted = {
        name: count(old.queues.get(name), row, answer.sights[name], old.memory.day) for name, row in answer.rows.items()
    }
    taken = _taken(counted, answer, old.memory, whole=whole)
    left = dict(new.memory.gone)
    for name, row in answer.rows.items():
        sight = answer.sights[name]
        waiting = merge_callers(row, before[name], sight, old.memory.gone)
        callers.update(((name, number), caller) for number, caller in waiting.callers.items())
        left.update(((name, number), sight.at) for number in before[name].keys() - waiting.callers.keys())
        service = judged(counted[name], waiting.gone, taken[name], rules.limits.of(name))
        queues[name] = _queue(row, sight, waiting.count, counted[name].counters, service)
    return msgspec.structs.replace(
        new,
        queues=queues,
        callers=callers,
        unknown_queues=frozenset() if whole else old.unknown_queues - answer.rows.keys(),
        memory=msgspec.structs.replace(new.memory, gone=left),
    )


def _taken(counted: Mapping[str, Counted], answer: _Answer, memory: Memory, *, whole: bool) -> Mapping[str, int]:
    """How many calls each queue's agents can have taken since the answer before.

    Calls answered are calls ended and calls more under way. For a queue alone that misses an agent who ended another
    queue's call and took one here; over all queues it does not.
    """
    ended = {name: one.ended - memory.ended.get(name, 0) for name, one in counted.items()}
    anywhere = sum(ended.values()) + answer.merge.more_talking if whole else 0
    taken: dict[str, int] = {}
    for name, row in answer.rows.items():
        turns = answer.merge.turns[name]
        talking = sum(agent.status is AgentStatus.TALKING for agent in row.agents)
        taken[name] = max(turns.turned, ended[name] + turns.more_talking, min(talking, anywhere))
    return taken


def _queue(row: QueueRow, sight: Sight, waiting: int, counters: Counters, service: ServiceCount) -> Queue:
    return Queue(
        name=row.name,
        full_name=row.full_name,
        waiting=waiting,
        hold_time=row.hold_time,
        talk_time=row.talk_time,
        counters=counters,
        service=service,
        seen=sight.at,
        asked=sight.asked,
        damaged=row.damaged,
    )


def _tidied(memory: Memory, item: Snapshot, rows: Mapping[str, QueueRow]) -> Memory:
    """The notes without what this answer has settled."""
    at = item.answered_at
    intents = {
        pair: intent
        for pair, intent in memory.intents.items()
        if abs(at - (intent.settled or intent.sent)) < (_KEPT if intent.settled else LOST)
    }
    gone = {key: left for key, left in memory.gone.items() if abs(at - left) < _KEPT}
    ended = {name: count for name, count in memory.ended.items() if name not in rows}
    return msgspec.structs.replace(memory, intents=intents, gone=gone, ended=ended)
