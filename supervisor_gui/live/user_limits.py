"""The user's settings as limits to judge by and as the seat's policy, and one queue's limits back. Values only."""

import msgspec

from supervisor_gui.config import QueueRule, Settings, keys
from supervisor_gui.live.limits import BreakReason, Limits, QueueLimits
from supervisor_gui.live.policy import Policy


def policy_of(settings: Settings) -> Policy:
    """What this seat may do and see."""
    return Policy(mask_numbers=settings.get(keys.MASK_NUMBERS))


def limits_of(settings: Settings) -> Limits:
    """The limits that hold while `settings` do."""
    return Limits(
        default=QueueLimits(
            waiting_warn=settings.get(keys.WAITING_WARN),
            waiting_red=settings.get(keys.WAITING_RED),
            wait_warn=settings.get(keys.WAIT_WARN),
            wait_red=settings.get(keys.WAIT_RED),
            min_free=settings.get(keys.MIN_FREE),
            threshold=settings.get(keys.THRESHOLD),
            short=settings.get(keys.SHORT),
        ),
        queues={rule.queue: _limits(rule) for rule in settings.get(keys.QUEUE_LIMITS)},
        reasons=tuple(
            BreakReason(rule.name, rule.warn_minutes, rule.limit_minutes) for rule in settings.get(keys.BREAKS)
        ),
        other_break=BreakReason("", settings.get(keys.OTHER_WARN), settings.get(keys.OTHER_RED)),
        rise=float(settings.get(keys.RISE)),
        fall=float(settings.get(keys.FALL)),
    )


def with_queue(settings: Settings, queue: str, limits: QueueLimits | None) -> tuple[QueueRule, ...]:
    """The value of the queue-limits setting after `queue` got `limits`, or lost its own (None)."""
    kept = tuple(rule for rule in settings.get(keys.QUEUE_LIMITS) if rule.queue != queue)
    return kept if limits is None else (*kept, QueueRule(queue, **msgspec.structs.asdict(limits)))


def _limits(rule: QueueRule) -> QueueLimits:
    figures = msgspec.structs.asdict(rule)
    del figures["queue"]
    return QueueLimits(**figures)
