"""The user's settings as limits to judge by and as the seat's policy, and one queue's limits back. Values only."""

import msgspec

from supervisor_gui.config import QueueRule, Settings, keys
from supervisor_gui.live.limits import BreakReason, Limits, QueueLimits
from supervisor_gui.live.policy import ACTIONS, Policy

ACTIONS_OF_RIGHTS = {
    "dial": ("dial", "bridge", "transfer"),
    "pause": ("pause", "resume"),
    "remove": ("remove", "remove_number"),
    "campaigns": ("campaigns",),
    "export": ("export",),
    "whole_numbers": ("unmask",),
}
"""What each right of the administrator's settings stands for. A transfer calls a number, too; who may not call anybody
may still end a call. Adding somebody to a queue is not removing."""

LOOKING_ONLY = frozenset(ACTIONS) - {"names", "limits", "settings"}
"""What nobody may do who may only look: everything but what stays within this program."""


def policy_of(settings: Settings) -> Policy:
    """What this seat may do and see: the administrator's word first, then the user's wish to see less."""
    machine = settings.machine
    if machine.view_only:
        return Policy(denied=LOOKING_ONLY, mask_numbers=True)
    denied = frozenset(action for right in machine.denied for action in ACTIONS_OF_RIGHTS[right])
    return Policy(denied=denied, mask_numbers=settings.get(keys.MASK_NUMBERS))


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
