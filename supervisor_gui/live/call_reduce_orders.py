"""Our own orders worked into the running calls: a row from the first moment, an end with the PBX's reason."""

import msgspec

from supervisor_gui.live.call_commands import Bridge, CallInto, CallOrder, Dial, DialExtension, HangUp, Mute, Transfer
from supervisor_gui.live.call_reduce_state import CallLog, Note, change, drop, finish, put
from supervisor_gui.live.calls import call_key
from supervisor_gui.live.commands import Outcome
from supervisor_gui.live.live_calls import CallDirection, CallState, LiveCall
from supervisor_gui.live.numbers import national, party_key
from supervisor_gui.netsantral.names import is_extension
from supervisor_gui.netsantral.types import TargetKind
from supervisor_gui.netsantral.types_calls import FirstRung, MuteDirection

SPARE = 30.0
"""Seconds on top of both sides' ringing after which an order that nobody spoke of is doubted."""

_NO_CALL = "no_call"


def apply_order(log: CallLog, order: CallOrder, at: float) -> CallLog:
    """The log after a change of an order, which was told at epoch seconds `at`."""
    match order.command:
        case HangUp() | Mute() | Transfer():
            return _steered(log, order, at) if order.finished else log
        case _:
            return _started(log, order, at)


def order_key(order: int) -> str:
    """The key of the call that an order starts."""
    return f"order-{order}"


def _started(log: CallLog, order: CallOrder, at: float) -> CallLog:
    key = order_key(order.id)
    if key in log.over:
        return _explained(log, order)
    call = log.live.get(key)
    if call is None:
        if order.refused_here or order.outcome is Outcome.CANCELLED:
            return log
        call = _ordered(order)
        log = put(log, call, Note(patience=_patience(order)))
    match order.outcome:
        case Outcome.DONE:
            return _taken(log, order, call, at)
        case Outcome.REFUSED if order.error is not None:
            return log if call.answered else finish(log, call, at, order.error.reason)
        case Outcome.REFUSED | Outcome.CANCELLED:
            return drop(log, call)
        case Outcome.UNKNOWN if call.state is CallState.ORDERED:
            return change(log, call, doubted=call.doubted or at)
        case _:
            return log


def _explained(log: CallLog, order: CallOrder) -> CallLog:
    """An event told of the end before the answer told why."""
    if order.outcome is not Outcome.REFUSED or order.error is None:
        return log
    reason = order.error.reason
    ended = tuple(
        msgspec.structs.replace(call, outcome=reason)
        if call.order == order.id and not call.answered and not call.outcome
        else call
        for call in log.ended
    )
    return msgspec.structs.replace(log, ended=ended)


def _ordered(order: CallOrder) -> LiveCall:
    """The row of a call that is asked for."""
    blank = LiveCall(
        key=order_key(order.id),
        direction=CallDirection.OUTGOING,
        state=CallState.ORDERED,
        order=order.id,
        began=order.started,
        seen=order.started,
    )
    match order.command:
        case Dial() as dial:
            return msgspec.structs.replace(
                blank, extension=dial.extension, number=_shown(dial.number), first=dial.first
            )
        case DialExtension() as dial:
            return msgspec.structs.replace(
                blank,
                direction=CallDirection.INTERNAL,
                extension=dial.extension,
                number=dial.called,
                first=FirstRung.INSIDE,
            )
        case Bridge() as bridge:
            return msgspec.structs.replace(
                blank,
                direction=CallDirection.BRIDGE,
                number=_shown(bridge.caller),
                other=_shown(bridge.called),
                first=bridge.first,
            )
        case CallInto() as into:
            queue = into.target if into.kind is TargetKind.QUEUE else ""
            return msgspec.structs.replace(blank, number=_shown(into.number), other=into.target, queue=queue)
        case _:
            return blank


def _shown(number: str) -> str:
    return national(party_key(number) or number)


def _patience(order: CallOrder) -> float:
    command = order.command
    if isinstance(command, HangUp | Mute | Transfer):
        return 0.0
    return 2.0 * command.options.ring_seconds + SPARE


def _taken(log: CallLog, order: CallOrder, call: LiveCall, at: float) -> CallLog:
    """The PBX took the order; when it was to wait for the outcome, the parties are connected."""
    number = call_key(order.call)
    if number and number in log.over:
        return finish(log, call, at)
    if number and call_key(call.call) != number:
        call, log = _joined(log, call, order.call)
    command = order.command
    waited = not isinstance(command, HangUp | Mute | Transfer) and command.options.wait
    if not waited:
        return put(log, call, log.note(call.key)) if number else log
    if not call.answered:
        talks = not isinstance(command, CallInto)
        call = msgspec.structs.replace(
            call, state=CallState.TALKING if talks else CallState.WAITING, answered=at if talks else 0.0
        )
    note = msgspec.structs.replace(log.note(call.key), patience=0.0)
    return put(log, msgspec.structs.replace(call, seen=max(at, call.seen), doubted=0.0), note)


def _joined(log: CallLog, call: LiveCall, told: str) -> tuple[LiveCall, CallLog]:
    """Our order and a call that events told of under the id `told`, as one."""
    ids = {number: key for number, key in log.ids.items() if key != call.key}
    log = msgspec.structs.replace(log, ids=ids)
    seen = log.find(told)
    if seen is None:
        return msgspec.structs.replace(call, call=told), log
    if seen.order:
        # Two orders to one number took each other's call; the other one's answer will tell its own.
        return msgspec.structs.replace(call, call=told), change(log, seen, call="")
    note = log.note(seen.key)
    merged = msgspec.structs.replace(
        call,
        call=seen.call,
        state=seen.state,
        ringing=seen.ringing,
        queue=seen.queue or call.queue,
        answered=seen.answered,
        extension=seen.extension or call.extension,
        doubted=0.0,
        seen=max(seen.seen, call.seen),
    )
    live = {key: one for key, one in log.live.items() if key != seen.key}
    notes = {key: one for key, one in log.notes.items() if key != seen.key}
    return merged, put(msgspec.structs.replace(log, live=live, notes=notes), merged, note)


def _steered(log: CallLog, order: CallOrder, at: float) -> CallLog:
    command = order.command
    if not isinstance(command, HangUp | Mute | Transfer):
        return log
    call = log.find(command.call)
    if call is None:
        return log
    if order.outcome is Outcome.REFUSED and order.error is not None and order.error.reason == _NO_CALL:
        return change(log, call, doubted=call.doubted or at)
    if order.outcome is not Outcome.DONE:
        return log
    match command:
        case HangUp():
            return finish(log, call, at)
        case Mute():
            silent = _muted(call.muted, command)
            return change(log, call, muted=silent)
        case Transfer():
            return _handed_over(log, call, command, at)


def _muted(before: MuteDirection | None, command: Mute) -> MuteDirection | None:
    """Which half is silent after a mute or its end."""
    halves = frozenset({MuteDirection.IN, MuteDirection.OUT})
    now = halves if before is MuteDirection.ALL else frozenset({before}) if before else frozenset()
    meant = halves if command.direction is MuteDirection.ALL else frozenset({command.direction})
    left = now | meant if command.muted else now - meant
    return MuteDirection.ALL if left == halves else next(iter(left), None)


def _handed_over(log: CallLog, call: LiveCall, command: Transfer, at: float) -> CallLog:
    """A blind transfer takes the call from its extension at once; without events nothing more is heard of it."""
    if command.attended:
        return change(log, call, seen=max(at, call.seen))
    if not log.stream:
        return finish(log, call, at)
    inside = is_extension(command.to)
    note = Note(told=log.note(call.key).told)
    fields = {"number": command.to} if call.direction is CallDirection.INTERNAL else {"extension": ""}
    moved = msgspec.structs.replace(
        call,
        ringing=(command.to,) if inside else (),
        state=CallState.RINGING if inside else call.state,
        seen=max(at, call.seen),
        doubted=0.0,
        **fields,
    )
    return put(log, moved, note)
