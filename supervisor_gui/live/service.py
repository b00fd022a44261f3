"""How calls that left a queue are judged against the service threshold. It does not find out that they left."""

from collections.abc import Sequence

import msgspec

from supervisor_gui.live.board import ServiceCount
from supervisor_gui.live.limits import QueueLimits


class Gone(msgspec.Struct, frozen=True):
    """A caller that is no longer waiting.

    Attributes:
        since: Epoch seconds at which the wait began.
        low, high: Seconds between which the wait ended.
        vague: True when merged with other withheld callers, so that the wait is nobody's in particular.
    """

    since: float
    low: float
    high: float
    vague: bool = False


def answered(count: ServiceCount, gone: Gone, limits: QueueLimits) -> ServiceCount:
    """`count` with one more answered call: in time if surely within T, late if surely beyond, else unsure."""
    if gone.vague:
        return msgspec.structs.replace(count, unsure=count.unsure + 1)
    if gone.high <= limits.threshold:
        return msgspec.structs.replace(count, in_time=count.in_time + 1)
    if gone.low > limits.threshold:
        return msgspec.structs.replace(count, late=count.late + 1)
    return msgspec.structs.replace(count, unsure=count.unsure + 1)


def abandoned(count: ServiceCount, gone: Gone, limits: QueueLimits) -> ServiceCount:
    """`count` with one more lost call: short if surely within S, counted if surely beyond, else unsure."""
    if gone.vague:
        return msgspec.structs.replace(count, abandoned_unsure=count.abandoned_unsure + 1)
    if gone.high <= limits.short:
        return msgspec.structs.replace(count, short=count.short + 1)
    if gone.low > limits.short:
        return msgspec.structs.replace(count, abandoned=count.abandoned + 1)
    return msgspec.structs.replace(count, abandoned_unsure=count.abandoned_unsure + 1)


def left(count: ServiceCount) -> ServiceCount:
    """`count` with one more call that went elsewhere without an agent: timeout or transfer."""
    return msgspec.structs.replace(count, left=count.left + 1)


def judge(count: ServiceCount, gone: Sequence[Gone], lost: int, taken: int, limits: QueueLimits) -> ServiceCount:
    """Judge the callers that disappeared between two answers (docs/metrics.md, Service level).

    Args:
        count: What was judged before.
        gone: Those that disappeared.
        lost: Losses of the PBX's counter that are not judged yet.
        taken: How many calls the queue's agents can have taken meanwhile.
        limits: T and S of the queue.
    """
    # A queue serves the longest waiting first, so the youngest are the likeliest to have hung up.
    order = sorted(gone, key=lambda one: one.since)
    cut = len(order) - min(max(lost, 0), len(order))
    for one in order[cut:]:
        count = abandoned(count, one, limits)
    for place, one in enumerate(order[:cut]):
        count = answered(count, one, limits) if place < taken else left(count)
    return count


def judge_unseen(count: ServiceCount, lost: int, ended: int, gap: float, limits: QueueLimits) -> ServiceCount:
    """Judge calls that came and went between two answers: nobody saw them wait, only the PBX's counters tell.

    Args:
        count: What was judged before.
        lost: Losses of the counter that are not judged yet.
        ended: Ended conversations of the counter that are not judged yet.
        gap: Seconds between the two answers; no such wait was longer.
        limits: T and S of the queue.
    """
    unseen = Gone(since=0.0, low=0.0, high=gap)
    for _ in range(lost):
        count = abandoned(count, unseen, limits)
    for _ in range(ended):
        count = answered(count, unseen, limits)
    return count
