"""A queue's counters and judged calls out of a status answer. Callers and agents are elsewhere."""

import msgspec

from supervisor_gui.live import service
from supervisor_gui.live.board import Counters, Queue, ServiceCount
from supervisor_gui.live.judging import BLIND, Sight
from supervisor_gui.live.limits import QueueLimits
from supervisor_gui.live.service import Gone
from supervisor_gui.netsantral.types import AgentStatus, QueueRow


class Counted(msgspec.Struct, frozen=True):
    """One queue's counters after an answer.

    Attributes:
        counters: The counters with their baseline.
        service: What was judged before and still counts.
        ended: Conversations that ended since the answer before.
        gap: Seconds since the answer before, when it is near enough to judge calls; 0 otherwise.
    """

    counters: Counters
    service: ServiceCount
    ended: int
    gap: float


def count(old: Queue | None, row: QueueRow, sight: Sight, day: float) -> Counted:
    """Work a row's counters in (docs/metrics.md, Counters and baselines).

    Args:
        old: The queue as it was; None at first sight.
        row: Its row in the answer.
        sight: The answer's times.
        day: Epoch seconds of the midnight that counting starts from.
    """
    gap = sight.at - sight.seen
    near = 0.0 <= gap <= BLIND
    if old is None or old.seen == 0.0 or old.counters.since < day:
        return Counted(_baseline(row, sight.at), ServiceCount(), 0, 0.0)
    completed, abandoned = max(row.completed, 0), max(row.abandoned, 0)
    before = old.counters
    if completed < before.completed or abandoned < before.abandoned:
        since = min(max(sight.seen, day), sight.at)
        reset = Counters(
            completed=completed,
            abandoned=abandoned,
            skipped_completed=completed + _talking(row),
            since=since,
            reset=True,
        )
        return Counted(reset, ServiceCount(), completed, gap if near else 0.0)
    counters = msgspec.structs.replace(
        before, completed=completed, abandoned=abandoned, since=min(before.since, sight.at)
    )
    if not near:
        counters = msgspec.structs.replace(
            counters,
            skipped_completed=counters.answered_since - old.service.answered + _talking(row),
            skipped_abandoned=counters.abandoned_since - old.service.lost,
        )
    return Counted(counters, old.service, completed - before.completed, gap if near else 0.0)


def judged(counted: Counted, gone: tuple[Gone, ...], taken: int, limits: QueueLimits) -> ServiceCount:
    """The service count with what happened since the answer before: first those who were seen to wait.

    Args:
        counted: The counters.
        gone: Callers that disappeared.
        taken: How many calls the queue's agents can have taken.
        limits: T and S of the queue.
    """
    if not counted.gap:
        return counted.service
    counters = counted.counters
    lost = counters.abandoned_since - counters.skipped_abandoned
    result = service.judge(counted.service, gone, lost - counted.service.lost, taken, limits)
    ended = counters.answered_since - counters.skipped_completed
    return service.judge_unseen(result, lost - result.lost, ended - result.answered, counted.gap, limits)


def _baseline(row: QueueRow, at: float) -> Counters:
    completed, abandoned = max(row.completed, 0), max(row.abandoned, 0)
    return Counters(
        completed=completed,
        abandoned=abandoned,
        base_completed=completed,
        base_abandoned=abandoned,
        skipped_completed=_talking(row),
        since=at,
    )


def _talking(row: QueueRow) -> int:
    """Calls that may be under way in a queue: they will end, but their waits were not seen."""
    return sum(agent.status is AgentStatus.TALKING for agent in row.agents)
