"""Limits that a supervisor sets: two levels per queue, breaks by reason. Values only; judging is in `alerts`."""

from collections.abc import Mapping

import msgspec


class QueueLimits(msgspec.Struct, frozen=True):
    """One queue's limits (docs/metrics.md, Limits).

    Attributes:
        waiting_warn, waiting_red: Waiting callers at which the queue is amber, red.
        wait_warn, wait_red: Seconds of the longest wait at which it is amber, red.
        min_free: Red while fewer agents than this are free and somebody waits.
        threshold: Service threshold T in seconds.
        short: Short-abandon limit S in seconds.
    """

    waiting_warn: int = 3
    waiting_red: int = 6
    wait_warn: int = 30
    wait_red: int = 60
    min_free: int = 1
    threshold: int = 20
    short: int = 5


class BreakReason(msgspec.Struct, frozen=True):
    """One break reason of the user's list: words as sent, and minutes at which it is amber, red (0: no limit)."""

    name: str
    warn_minutes: int = 15
    limit_minutes: int = 20


class Limits(msgspec.Struct, frozen=True):
    """All limits of one profile.

    Attributes:
        default: For queues without their own.
        queues: By short queue name.
        reasons: The break list in the order of its digits 1…9, 0.
        other_break: For reasons outside the list.
        rise, fall: Hold-off seconds before a level rises or falls.
    """

    default: QueueLimits = QueueLimits()
    queues: Mapping[str, QueueLimits] = {}
    reasons: tuple[BreakReason, ...] = ()
    other_break: BreakReason = BreakReason("")
    rise: float = 10.0
    fall: float = 20.0

    def of(self, queue: str) -> QueueLimits:
        """The limits of `queue`."""
        return self.queues.get(queue, self.default)

    def of_reason(self, reason: str) -> BreakReason:
        """The break limits of `reason`; unknown reasons share one entry."""
        for known in self.reasons:
            if known.name == reason:
                return known
        return self.other_break
