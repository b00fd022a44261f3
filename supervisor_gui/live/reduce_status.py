"""A status answer worked into the board: queues, agents, callers, counters. The truth until the next event."""

from collections.abc import Mapping

import msgspec

from supervisor_gui.live import service
from supervisor_gui.live.board import Board, Caller, Counters, Queue, ServiceCount
from supervisor_gui.live.items import Rules, Snapshot
from supervisor_gui.live.judging import BLIND, Sight, overtaken
from supervisor_gui.live.memory import Memory, Told
from supervisor_gui.live.reduce_callers import Waiting, merge_callers
from supervisor_gui.live.reduce_members import LOST, Merge, Turns
from supervisor_gui.netsantral.types import QueueRow

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
    memory = _tidied(board.memory, item, rows)
    return _with_queues(
        msgspec.structs.replace(board, agents=merge.agents(), updated=item.answered_at, memory=memory),
        board,
        _Answer(rows, sights, merge.turns, gone),
        rules,
        whole=whole,
    )


class _Answer:
    """The parts of one answer that queues are made of."""

    __slots__ = ("gone", "rows", "sights", "turns")

    def __init__(
        self,
        rows: Mapping[str, QueueRow],
        sights: Mapping[str, Sight],
        turns: Mapping[str, Turns],
        gone: frozenset[str],
    ) -> None:
        self.rows = rows
        self.sights = sights
        self.turns = turns
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
    for name, row in answer.rows.items():
        waiting = merge_callers(row, before[name], answer.sights[name], old.memory.gone)
        callers.update(((name, number), caller) for number, caller in waiting.callers.items())
        queues[name] = _queue(old, row, waiting, answer, rules)
    return msgspec.structs.replace(
        new,
        queues=queues,
        callers=callers,
        unknown_queues=frozenset() if whole else old.unknown_queues - answer.rows.keys(),
    )


def _queue(board: Board, row: QueueRow, waiting: Waiting, answer: _Answer, rules: Rules) -> Queue:
    old = board.queues.get(row.name)
    sight = answer.sights[row.name]
    counters, fresh = _counters(old, row, sight, board.memory.day)
    judged = old.service if old is not None and not fresh else ServiceCount()
    talking = sum(agent.status is AgentStatus.TALKING for agent in row.agents)
    if old is None or not 0.0 < sight.at - sight.seen <= BLIND:
        if old is None or sight.at != sight.seen:
            counters = _skipped(counters, judged, talking)
    else:
        if fresh:
            counters = _skipped(counters, judged, talking)
        turns = answer.turns[row.name]
        ended = counters.completed - (0 if counters.reset and fresh else old.counters.completed)
        taken = max(turns.turned, ended - board.memory.ended.get(row.name, 0) + turns.more_talking)
        judged = _judged(counters, judged, waiting, taken, sight, rules.limits.of(row.name))
    return Queue(
        name=row.name,
        full_name=row.full_name,
        waiting=waiting.count,
        hold_time=row.hold_time,
        talk_time=row.talk_time,
        counters=counters,
        service=judged,
        seen=sight.at,
        asked=sight.asked,
        damaged=row.damaged,
    )


def _counters(old: Queue | None, row: QueueRow, sight: Sight, day: float) -> tuple[Counters, bool]:
    """The counters now, and whether counting began anew (docs/metrics.md, Counters and baselines)."""
    completed, abandoned = max(row.completed, 0), max(row.abandoned, 0)
    if old is None or old.seen == 0.0 or old.counters.since < day:
        return (
            Counters(
                completed=completed,
                abandoned=abandoned,
                base_completed=completed,
                base_abandoned=abandoned,
                since=sight.at,
            ),
            True,
        )
    before = old.counters
    if completed < before.completed or abandoned < before.abandoned:
        since = min(max(sight.seen, day), sight.at)
        return Counters(completed=completed, abandoned=abandoned, since=since, reset=True), True
    return (
        msgspec.structs.replace(before, completed=completed, abandoned=abandoned, since=min(before.since, sight.at)),
        False,
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
    told = {name: one for name, one in memory.told.items() if name not in rows}
    return msgspec.structs.replace(memory, intents=intents, gone=gone, told=told)
