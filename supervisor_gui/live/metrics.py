"""The figures of the board: pure functions of a board, the limits and the time. Definitions are in docs/metrics.md."""

from collections.abc import Iterable, Mapping

import msgspec

from supervisor_gui.i18n import QT_TRANSLATE_NOOP
from supervisor_gui.live.board import Board, Caller, Counters, Queue, ServiceCount
from supervisor_gui.live.tally import AgentCounts, Tally, tally

FORMULAS: Mapping[str, str] = {
    "waiting": QT_TRANSLATE_NOOP("Metrics", "Callers waiting now, withheld numbers included."),
    "longest": QT_TRANSLATE_NOOP("Metrics", "Time since the longest waiting caller entered the queue."),
    "idle": QT_TRANSLATE_NOOP(
        "Metrics", "Phones that are registered and idle, not on break in every queue. Each agent counts once."
    ),
    "talking": QT_TRANSLATE_NOOP("Metrics", "Phones in use; private calls count too. Each agent counts once."),
    "paused": QT_TRANSLATE_NOOP("Metrics", "Agents on break in every queue they belong to, without a call."),
    "answered": QT_TRANSLATE_NOOP(
        "Metrics", "Conversations that have ended since counting began; a call under way counts when it ends."
    ),
    "abandoned": QT_TRANSLATE_NOOP("Metrics", "Callers who left before an agent answered, since counting began."),
    "service_level": QT_TRANSLATE_NOOP(
        "Metrics",
        "Answered within {threshold} s ÷ (all answered + abandoned after more than {short} s), of the calls that were "
        "seen waiting. Between two answers of the PBX a wait is known only as a range: the figure says from where to "
        "where it can lie.",
    ),
    "abandon_rate": QT_TRANSLATE_NOOP(
        "Metrics",
        "(Abandoned − abandoned within {short} s) ÷ (answered + abandoned − abandoned within {short} s). Waits that "
        "were not seen exactly widen the range.",
    ),
    "recent": QT_TRANSLATE_NOOP(
        "Metrics", "The PBX's own moving average over the last calls: the newest counts a quarter. Not a day's mean."
    ),
}
"""How each figure is made, for its tooltip: English sources in the context "Metrics"."""


class ServiceLevel(msgspec.Struct, frozen=True):
    """A share of calls, 0 to 1, with the range it can lie in.

    Attributes:
        value: The middle of the range.
        low, high: The range's ends; equal when every wait is known exactly.
        calls: How many calls it is made of.
    """

    value: float
    low: float
    high: float
    calls: int

    @property
    def exact(self) -> bool:
        """Whether nothing had to be guessed."""
        return self.low == self.high

    @property
    def margin(self) -> float:
        """Half the range."""
        return (self.high - self.low) / 2


class QueueView(msgspec.Struct, frozen=True):
    """One queue's figures at one moment.

    Attributes:
        name: Short queue name.
        waiting: Callers waiting.
        longest: Seconds of the longest wait; 0 when nobody waits.
        longest_number: The longest waiting caller's number; empty when withheld or nobody waits.
        longest_since: Epoch seconds at which that wait began; 0 when nobody waits.
        agents: Members by state in this queue.
        answered, abandoned: Since the baseline.
        service_level, abandon_rate: None when there were no calls ("–").
        since: Epoch seconds of the baseline.
        reset: Whether the baseline is a reset of the PBX's counters.
        hold_time, talk_time: The PBX's recent averages in seconds.
        seen: Epoch seconds of the last answer for this queue.
    """

    name: str
    waiting: int = 0
    longest: float = 0.0
    longest_number: str = ""
    longest_since: float = 0.0
    agents: AgentCounts = AgentCounts()
    answered: int = 0
    abandoned: int = 0
    service_level: ServiceLevel | None = None
    abandon_rate: ServiceLevel | None = None
    since: float = 0.0
    reset: bool = False
    hold_time: int = 0
    talk_time: int = 0
    seen: float = 0.0


class Totals(msgspec.Struct, frozen=True):
    """The figures over all queues.

    Attributes:
        waiting: Callers waiting.
        longest: Seconds of the longest wait; 0 when nobody waits.
        agents: Agents by state, once over all queues.
        answered, abandoned: Since the baselines.
        service_level, abandon_rate: None when there were no calls ("–").
        since: Epoch seconds of the youngest baseline; 0 when there is none.
        reset: Whether a queue's baseline is a reset of the PBX's counters.
    """

    waiting: int = 0
    longest: float = 0.0
    agents: AgentCounts = AgentCounts()
    answered: int = 0
    abandoned: int = 0
    service_level: ServiceLevel | None = None
    abandon_rate: ServiceLevel | None = None
    since: float = 0.0
    reset: bool = False


def service_level(counts: Iterable[ServiceCount]) -> ServiceLevel | None:
    """The service level of judged calls, or None when no call counts (docs/metrics.md, Service level)."""
    total = _summed(counts)
    answered = total.in_time + total.late + total.unsure
    sure = answered + total.abandoned
    most = sure + total.abandoned_unsure
    if not most:
        return None
    low = total.in_time / most
    high = (total.in_time + total.unsure) / sure if sure else low
    return ServiceLevel(value=(low + high) / 2, low=low, high=high, calls=most)


def abandon_rate(counted: Iterable[tuple[Counters, ServiceCount]]) -> ServiceLevel | None:
    """The share of lost callers without short ones, or None when no call counts (docs/metrics.md, Abandon rate)."""
    pairs = tuple(counted)
    answered = sum(counters.answered_since for counters, _ in pairs)
    abandoned = sum(counters.abandoned_since for counters, _ in pairs)
    total = _summed(count for _, count in pairs)
    highest = max(abandoned - total.short, 0)
    lowest = max(highest - total.abandoned_unsure, 0)
    if not answered + highest:
        return None
    high = highest / (answered + highest)
    low = lowest / (answered + lowest) if answered + lowest else 0.0
    return ServiceLevel(value=(low + high) / 2, low=low, high=high, calls=answered + highest)


def totals(board: Board, now: float, counted: Tally | None = None) -> Totals:
    """The figures over all queues at epoch seconds `now`; `counted` is the board's tally when it is at hand."""
    queues = board.queues.values()
    seen = [queue.counters for queue in queues if queue.seen]
    return Totals(
        waiting=sum(queue.waiting for queue in queues),
        longest=max((_wait(caller.since, now) for caller in board.callers.values()), default=0.0),
        agents=(counted or tally(board)).agents,
        answered=sum(queue.counters.answered_since for queue in queues),
        abandoned=sum(queue.counters.abandoned_since for queue in queues),
        service_level=service_level(queue.service for queue in queues),
        abandon_rate=abandon_rate((queue.counters, queue.service) for queue in queues),
        since=max((counters.since for counters in seen), default=0.0),
        reset=any(counters.reset for counters in seen),
    )


def queue_views(board: Board, now: float, counted: Tally | None = None) -> Mapping[str, QueueView]:
    """Every queue's figures at epoch seconds `now`; `counted` is the board's tally when it is at hand."""
    agents = (counted or tally(board)).queues
    longest: dict[str, Caller] = {}
    for caller in board.callers.values():
        oldest = longest.get(caller.queue)
        if oldest is None or caller.since < oldest.since:
            longest[caller.queue] = caller
    return {name: _view(queue, agents[name], longest.get(name), now) for name, queue in board.queues.items()}


def queue_view(board: Board, queue: str, now: float) -> QueueView:
    """One queue's figures at epoch seconds `now`; an unknown queue has none."""
    return queue_views(board, now).get(queue) or QueueView(name=queue)


def _view(queue: Queue, agents: AgentCounts, oldest: Caller | None, now: float) -> QueueView:
    return QueueView(
        name=queue.name,
        waiting=queue.waiting,
        longest=_wait(oldest.since, now) if oldest is not None else 0.0,
        longest_number=oldest.number if oldest is not None else "",
        longest_since=oldest.since if oldest is not None else 0.0,
        agents=agents,
        answered=queue.counters.answered_since,
        abandoned=queue.counters.abandoned_since,
        service_level=service_level((queue.service,)),
        abandon_rate=abandon_rate(((queue.counters, queue.service),)),
        since=queue.counters.since,
        reset=queue.counters.reset,
        hold_time=queue.hold_time,
        talk_time=queue.talk_time,
        seen=queue.seen,
    )


def _wait(since: float, now: float) -> float:
    return max(now - since, 0.0)


def _summed(counts: Iterable[ServiceCount]) -> ServiceCount:
    rows = [msgspec.structs.astuple(count) for count in counts]
    return ServiceCount(*map(sum, zip(*rows, strict=True))) if rows else ServiceCount()
