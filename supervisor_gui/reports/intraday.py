"""The minutes of one day: callers and agents as they were at the end of each. What nobody saw stays None."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import accumulate

from supervisor_gui.live.ports import MinuteSample, StateInterval
from supervisor_gui.reports.agent_day import agent_rows
from supervisor_gui.reports.figures import MinuteFigures
from supervisor_gui.reports.periods import bounds

MINUTE = 60
MINUTES = 1440

_STATES = ("idle", "ringing", "talking", "paused")
_ANY = "any"

_Agents = Mapping[str, Sequence[int]]
"""How many agents were in each state at the end of each minute, and in any."""


def count_minutes(
    samples: Sequence[MinuteSample], intervals: Sequence[StateInterval], day: date, queue: str, now: float
) -> tuple[MinuteFigures, ...]:
    """The 1,440 minutes of a Turkish day; those that are not over are empty.

    One queue's figures are its samples. Over all queues callers are added up, the longest wait is the longest of any,
    and agents come from their states, so that one of two queues counts once.

    Args:
        samples: Minutes of any day and queue, each queue's minute once.
        intervals: Agents' states, needed for all queues alone.
        day: Which day.
        queue: Short name of the queue; empty for all.
        now: Epoch seconds.
    """
    begin, _ = bounds(day)
    first = int(begin // MINUTE)
    over = min(MINUTES, int((now - begin) // MINUTE))
    by_minute: dict[int, list[MinuteSample]] = {}
    for sample in samples:
        if 0 <= sample.minute - first < over and queue in {"", sample.queue}:
            by_minute.setdefault(sample.minute - first, []).append(sample)
    if queue:
        return tuple(_of_queue(minute, by_minute.get(minute, ())) for minute in range(MINUTES))
    agents = _agents(intervals, day, begin + max(over, 0) * MINUTE)
    return tuple(_of_all(minute, by_minute.get(minute, ()), agents) for minute in range(MINUTES))


def _of_queue(minute: int, samples: Sequence[MinuteSample]) -> MinuteFigures:
    if not samples:
        return MinuteFigures(minute=minute)
    one = samples[-1]
    return MinuteFigures(
        minute=minute,
        waiting=one.waiting,
        longest=one.longest,
        idle=one.idle,
        ringing=one.ringing,
        talking=one.talking,
        paused=one.paused,
    )


def _of_all(minute: int, samples: Sequence[MinuteSample], agents: _Agents) -> MinuteFigures:
    waiting = sum(one.waiting for one in samples) if samples else None
    longest = max((one.longest for one in samples), default=None)
    # Samples that tell of agents whose states are not kept do not make them nobody.
    nobody = bool(samples) and not any(_staff(one) for one in samples)
    if not agents[_ANY][minute] and not nobody:
        return MinuteFigures(minute=minute, waiting=waiting, longest=longest)
    return MinuteFigures(
        minute=minute,
        waiting=waiting,
        longest=longest,
        idle=agents["idle"][minute],
        ringing=agents["ringing"][minute],
        talking=agents["talking"][minute],
        paused=agents["paused"][minute],
    )


def _staff(sample: MinuteSample) -> int:
    return sample.idle + sample.ringing + sample.talking + sample.paused + sample.offline


def _agents(intervals: Iterable[StateInterval], day: date, now: float) -> _Agents:
    begin, _ = bounds(day)
    changes = {state: [0] * (MINUTES + 1) for state in (*_STATES, _ANY)}
    for _, stretches in agent_rows(intervals, day, now):
        for one in stretches:
            ended = now if one.ended is None else one.ended
            first, beyond = int((one.began - begin) // MINUTE), int((ended - begin) // MINUTE)
            for state in {one.state, _ANY} & changes.keys():
                changes[state][first] += 1
                changes[state][beyond] -= 1
    return {state: tuple(accumulate(steps)) for state, steps in changes.items()}
