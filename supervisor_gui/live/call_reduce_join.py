"""Which of our orders an event is about: by number, extension and time, for the PBX names no order. No state."""

from supervisor_gui.live.call_reduce_state import CallLog
from supervisor_gui.live.live_calls import CallDirection, CallState, LiveCall
from supervisor_gui.live.numbers import party_key
from supervisor_gui.netsantral.names import is_extension
from supervisor_gui.netsantral.types import Event, EventKind

EARLY = 5.0
"""Seconds by which an event may seem older than the order that it follows."""

_INTO_A_QUEUE = frozenset({EventKind.QUEUED, EventKind.LEFT_QUEUE, EventKind.MENU, EventKind.KEY})
"""What a customer goes through who calls, or whom we called into a queue or a menu; never one whom we dialled."""

_SHORTEST = 7
"""Digits of an outside number from which a prefix before it is looked past."""


def awaited_by(log: CallLog, event: Event, at: float) -> LiveCall | None:
    """The order that waits for a call such as this event's, the oldest first; None when there is none."""
    if event.kind is EventKind.INBOUND:
        return None
    waiting = [
        call
        for call in log.live.values()
        if call.order
        and not call.call
        and call.state is CallState.ORDERED
        and -EARLY <= at - call.began <= log.note(call.key).patience
        and _fits(call, event)
    ]
    return min(waiting, key=lambda call: (call.began, call.order)) if waiting else None


def _fits(call: LiveCall, event: Event) -> bool:
    if call.direction is CallDirection.INTERNAL:
        pair = {call.extension, call.number}
        named = {side for side in (event.extension, event.customer) if is_extension(side)}
        return bool(named) and named <= pair
    if event.extension and event.extension != call.extension:
        return False
    if event.kind in _INTO_A_QUEUE and (call.direction is CallDirection.BRIDGE or not call.other):
        return False
    return any(_same(event.customer, number) for number in (call.number, call.other) if number)


def _same(told: str, ordered: str) -> bool:
    """Whether two spellings are one number; the PBX may put our prefix before it, letters too."""
    one, other = party_key(told) or told, party_key(ordered)
    if not one or not other:
        return False
    core = other.lstrip("0")
    return one == other or (len(core) >= _SHORTEST and one.endswith(core))
