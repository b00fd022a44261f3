"""Events worked into the running calls, in whatever order they come, lost or doubled. It never raises."""

from typing import Any

import msgspec

from supervisor_gui.live.call_reduce_join import awaited_by
from supervisor_gui.live.call_reduce_state import CallLog, Note, change, finish, put, remember_over
from supervisor_gui.live.calls import call_key, number_of
from supervisor_gui.live.live_calls import CallDirection, CallState, LiveCall
from supervisor_gui.netsantral.names import is_extension
from supervisor_gui.netsantral.types import Event, EventKind

_BEGINNINGS = frozenset({EventKind.INBOUND, EventKind.OUTBOUND})
_ENDS = frozenset({EventKind.ENDED, EventKind.RECORD})
_CONVERSATIONS = frozenset({EventKind.ANSWERED, EventKind.ENDED, EventKind.RECORD})

IN_MENU = 180.0
"""Seconds after its last event within which a call can be the one that entered a queue unnamed."""

APART = 5.0
"""Seconds by which a conversation must begin after another one of the same extension to count as the later one."""


def apply_event(log: CallLog, event: Event, at: float) -> CallLog:
    """The log after an event that came at epoch seconds `at`."""
    log = _elsewhere(log, event, at)
    number = call_key(event.call)
    if not number:
        return _unnamed(log, event, at)
    if number in log.over:
        return log
    call = log.find(event.call) or _ordered(log, event, at)
    if event.kind in _ENDS:
        return _ended(log, event, at, call)
    if event.kind is EventKind.OTHER and call is None:
        return log
    return _worked(log, event, at, call or _first_seen(event, at))


def _ordered(log: CallLog, event: Event, at: float) -> LiveCall | None:
    """Our order that this first event of a call is about, with the call's id."""
    if event.kind is EventKind.OTHER:
        return None
    order = awaited_by(log, event, at)
    return msgspec.structs.replace(order, call=event.call) if order is not None else None


def _first_seen(event: Event, at: float) -> LiveCall:
    """A call nobody here asked for, before its first event is worked in."""
    return LiveCall(
        key=call_key(event.call),
        call=event.call,
        direction=CallDirection.INCOMING,
        state=CallState.WAITING,
        began=at,
        began_exact=event.kind in _BEGINNINGS,
    )


def _worked(log: CallLog, event: Event, at: float, call: LiveCall) -> CallLog:
    note = log.note(call.key)
    told = event.at or 0.0
    fresh = told == 0.0 or told >= note.told
    moved = _moved(call, event, at, fresh=fresh)
    if fresh:
        moved = msgspec.structs.replace(moved, seen=max(at, call.seen), doubted=0.0)
        note = Note(told=max(told, note.told))
    return put(log, moved, note)


def _moved(call: LiveCall, event: Event, at: float, *, fresh: bool) -> LiveCall:
    """The call after an event; a late one (not `fresh`) only adds what was not known."""
    number = number_of(event)
    if number and not call.number and not is_extension(number):
        call = msgspec.structs.replace(call, number=number)
    match event.kind:
        case EventKind.INBOUND:
            return _arrived(call)
        case EventKind.OUTBOUND:
            return _dialled(call, event)
        case EventKind.OFFERED:
            return _offered(call, event, fresh=fresh)
        case EventKind.ANSWERED:
            return _answered(call, event, at, fresh=fresh)
        case EventKind.QUEUED:
            return _queued(call, event)
        case EventKind.LEFT_QUEUE:
            return msgspec.structs.replace(call, queue=event.queue or call.queue)
        case EventKind.MENU | EventKind.KEY if not call.answered and not call.ringing:
            return msgspec.structs.replace(call, state=CallState.WAITING)
        case _:
            return call


def _arrived(call: LiveCall) -> LiveCall:
    if call.order:
        return call
    direction = CallDirection.INCOMING if call.direction is CallDirection.OUTGOING else call.direction
    return msgspec.structs.replace(call, began_exact=True, direction=direction)


def _dialled(call: LiveCall, event: Event) -> LiveCall:
    """An extension calls out, or the PBX does. Nobody talks before it says so."""
    fields: dict[str, Any] = {"began_exact": True}
    if not call.answered and not call.queue and not call.ringing:
        fields["state"] = CallState.RINGING
    if not call.order:
        fields["extension"] = call.extension or event.extension
        fields["direction"] = CallDirection.OUTGOING
        if is_extension(event.customer):
            fields |= {"direction": CallDirection.INTERNAL, "extension": event.extension, "number": event.customer}
    return msgspec.structs.replace(call, **fields)


def _offered(call: LiveCall, event: Event, *, fresh: bool) -> LiveCall:
    """A phone rings for the call; for a call between two extensions the customer is the one who called."""
    extension = event.extension
    if is_extension(event.customer) and not call.order and call.direction is CallDirection.INCOMING:
        call = msgspec.structs.replace(
            call, direction=CallDirection.INTERNAL, extension=event.customer, number=extension or call.number
        )
    if not extension or extension in call.ringing or not fresh:
        return call
    ringing = (*call.ringing, extension)
    state = call.state if call.answered else CallState.RINGING
    return msgspec.structs.replace(call, ringing=ringing, state=state)


def _answered(call: LiveCall, event: Event, at: float, *, fresh: bool) -> LiveCall:
    """Two parties talk. A later answer of the same call is that of the party it was handed to."""
    later = call.answered > 0.0
    fields: dict[str, Any] = {"answered": min(call.answered or at, at), "state": CallState.TALKING}
    if not fresh and later:
        return msgspec.structs.replace(call, answered=fields["answered"])
    if fresh:
        fields["ringing"] = ()
    if call.direction is CallDirection.INTERNAL:
        if event.extension and event.extension != call.extension:
            fields["number"] = event.extension
    elif event.extension or later:
        fields["extension"] = event.extension
    elif not call.order and is_extension(event.customer):
        fields["direction"] = CallDirection.INTERNAL
    return msgspec.structs.replace(call, **fields)


def _queued(call: LiveCall, event: Event) -> LiveCall:
    waits = not call.answered and not call.ringing
    return msgspec.structs.replace(
        call, queue=event.queue or call.queue, state=CallState.WAITING if waits else call.state
    )


def _ended(log: CallLog, event: Event, at: float, call: LiveCall | None) -> CallLog:
    """The call is over, or one phone that rang for a caller who goes on waiting."""
    number = call_key(event.call)
    if call is None:
        return remember_over(log, number)
    if _only_a_leg(call, event):
        ringing = tuple(one for one in call.ringing if one != event.extension)
        state = call.state if ringing else CallState.WAITING
        return _touched(log, msgspec.structs.replace(call, ringing=ringing, state=state), at)
    return remember_over(finish(log, _completed(call, event, at), at), number)


def _only_a_leg(call: LiveCall, event: Event) -> bool:
    return (
        event.kind is EventKind.ENDED
        and call.direction is CallDirection.INCOMING
        and not call.answered
        and event.extension in call.ringing
    )


def _completed(call: LiveCall, event: Event, at: float) -> LiveCall:
    """The call with what only its end tells, when the events before were lost."""
    fields: dict[str, Any] = {"queue": call.queue or event.queue, "number": call.number or number_of(event)}
    if event.talk_time and not call.answered:
        fields |= {"answered": at - event.talk_time, "extension": call.extension or event.extension}
    return msgspec.structs.replace(call, **fields)


def _touched(log: CallLog, call: LiveCall, at: float) -> CallLog:
    note = Note(told=log.note(call.key).told)
    return put(log, msgspec.structs.replace(call, seen=max(at, call.seen), doubted=0.0), note)


def _unnamed(log: CallLog, event: Event, at: float) -> CallLog:
    """A queue event without a call's id belongs to the one call that is in no queue yet, if there is just one.

    That is a guess, so the call does not count as heard of.
    """
    if event.kind is not EventKind.QUEUED:
        return log
    number = number_of(event)
    open_calls = [
        call
        for call in log.live.values()
        if call.state is CallState.WAITING
        and not call.queue
        and at - call.seen <= IN_MENU
        and (not number or call.number == number)
    ]
    return change(log, open_calls[0], queue=event.queue) if len(open_calls) == 1 else log


def _elsewhere(log: CallLog, event: Event, at: float) -> CallLog:
    """Nobody talks in two calls: who began a conversation later is no longer in the one before, as far as we know."""
    extension = event.extension
    if event.kind not in _CONVERSATIONS or not extension or not call_key(event.call):
        return log
    if event.kind is not EventKind.ANSWERED and not event.talk_time:
        return log
    # A PBX whose clock is ahead of ours must not make an earlier conversation a later one.
    began = min(event.at or at, at) - (0 if event.kind is EventKind.ANSWERED else event.talk_time or 0)
    for call in tuple(log.live.values()):
        if not call.answered or call.doubted or not call.takes_part(extension):
            continue
        if call_key(call.call) != call_key(event.call) and began > call.answered + APART:
            note = msgspec.structs.replace(log.note(call.key), elsewhere=True)
            log = put(log, msgspec.structs.replace(call, doubted=at), note)
    return log
