"""Who is still to be called back, worked out from the calls with each caller. It reads and asks for nothing.

The rules stand in docs/metrics.md, Missed callers.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from supervisor_gui.history.missed_values import (
    CallerNote,
    CallerState,
    Contact,
    ContactKind,
    MissedCaller,
    MissedView,
)
from supervisor_gui.live.call_reduce_orders import order_key
from supervisor_gui.live.calls import call_key
from supervisor_gui.live.live_calls import CallDirection, Calls, CallState, LiveCall
from supervisor_gui.live.numbers import party_key, tail
from supervisor_gui.netsantral.names import begun_at

APART = 120.0
"""Seconds within which a call without the PBX's id is taken for the one that is known with it."""

ONE_CALL = 86_400.0
"""Seconds within which one id is one call: the PBX gives an id again on another day."""

_ORDERED_HERE = order_key(0).removesuffix("0")
_INCOMING = frozenset({ContactKind.MISSED, ContactKind.CAME_BACK})
_TAKEN = frozenset({ContactKind.REACHED, ContactKind.CAME_BACK})
_CLOSED_AS = {ContactKind.REACHED: CallerState.REACHED, ContactKind.CAME_BACK: CallerState.CAME_BACK}

_IN_ONE_SECOND = {ContactKind.MISSED: 0, ContactKind.TRIED: 1, ContactKind.REACHED: 2, ContactKind.CAME_BACK: 3}
"""In which order contacts of one second are taken."""

_BELIEVED = {ContactKind.TRIED: 0, ContactKind.MISSED: 1, ContactKind.REACHED: 2, ContactKind.CAME_BACK: 3}
"""Of a call that is told in several ways the one with the larger figure is believed."""


class _Closing(msgspec.Struct, frozen=True):
    """What ended a run of misses."""

    state: CallerState
    at: float
    by: str = ""


def missed_callers(
    contacts: Iterable[Contact],
    notes: Mapping[str, CallerNote],
    *,
    start: float,
    end: float,
    as_of: float = 0.0,
    missing: int = 0,
) -> MissedView:
    """The callers missed within start ≤ t < end (epoch seconds), and what became of them until now.

    Args:
        contacts: All calls with these callers from `start` until now, in any order, each told as often as it may be.
        notes: What users wrote, by tail.
        start, end: When a miss counts.
        as_of, missing: Of the view.
    """
    withheld = 0
    by_tail: dict[str, list[Contact]] = {}
    for contact in told_once(contacts):
        key = tail(contact.number)
        if key:
            by_tail.setdefault(key, []).append(contact)
        elif contact.kind is ContactKind.MISSED and start <= contact.at < end:
            withheld += 1
    found = (_caller(key, theirs, notes.get(key), start, end) for key, theirs in by_tail.items())
    return MissedView(in_order(caller for caller in found if caller is not None), withheld, as_of, missing)


def live_contacts(calls: Calls) -> tuple[Contact, ...]:
    """The contacts with outside parties among the calls that run and those that ended today.

    A call counts as taken from its answer on. One that nobody took counts when it is over: who rings or waits may still
    be answered.
    """
    found = (_live_contact(call) for call in (*calls.live.values(), *calls.ended))
    return tuple(contact for contact in found if contact is not None)


def by_the_pbx(at: float, call: str) -> float:
    """An instant of a call by the PBX's clock as far as its unique id tells: not before the call began there.

    Misses out of records carry the PBX's time: where its clock is ahead of ours, what came after one must not look
    earlier than it. An id that is a day and more away tells nothing.

    Args:
        at: Epoch seconds by our clock.
        call: The call's unique id, or a key of ours.
    """
    begun = begun_at(call)
    return float(begun) if at < begun < at + ONE_CALL else at


def told_once(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """Each call once, however often it is told, in order of time.

    The same id within a day is one call, taken if it was told as taken once. A call without the PBX's id, such as one
    that was ordered here, is the one with an id that has the same caller and kind within two minutes.
    """
    named: dict[str, list[Contact]] = {}
    nameless: list[Contact] = []
    for contact in sorted(contacts, key=_sorting):
        known = _pbx_id(contact.call)
        if known:
            named.setdefault(known, []).append(contact)
        else:
            nameless.append(contact)
    calls = [_merged(tellings) for same in named.values() for tellings in _days_apart(same)]
    if nameless:
        calls.extend(_not_among(calls, nameless))
    return tuple(sorted(calls, key=_sorting))


def with_notes(view: MissedView, notes: Mapping[str, CallerNote]) -> MissedView:
    """The view with newer notes than those it was worked out with; taking back is exact only when worked out anew."""
    if not any(caller.tail in notes for caller in view.callers):
        return view
    callers = (_noted(caller, notes[caller.tail]) if caller.tail in notes else caller for caller in view.callers)
    return msgspec.structs.replace(view, callers=in_order(callers))


def in_order(callers: Iterable[MissedCaller]) -> tuple[MissedCaller, ...]:
    """Callers as a view shows them: those who wait, oldest first miss first; then the others, newest closing first."""
    return tuple(sorted(callers, key=_place))


def _place(caller: MissedCaller) -> tuple[bool, float, str]:
    return (not caller.waits, caller.first if caller.waits else -caller.closed, caller.tail)


def _live_contact(call: LiveCall) -> Contact | None:
    incoming = call.direction is CallDirection.INCOMING
    if not incoming and call.direction is not CallDirection.OUTGOING:
        return None
    if call.answered > 0.0:
        kind, at = (ContactKind.CAME_BACK if incoming else ContactKind.REACHED), call.answered
    elif call.state is CallState.ENDED:
        kind, at = (ContactKind.MISSED if incoming else ContactKind.TRIED), call.began
    else:
        return None
    return Contact(
        at=by_the_pbx(at, call.call),
        kind=kind,
        number=party_key(call.number),
        call=call.call,
        queue=call.queue,
        extension=call.extension,
    )


def _pbx_id(call: str) -> str:
    """The PBX's id of a call in the one form of it; empty for none and for the key of an order of ours."""
    return "" if call.startswith(_ORDERED_HERE) else call_key(call)


def _sorting(contact: Contact) -> tuple[float, int, str, str, str, str, str]:
    """A place for each contact that depends on nothing but the contact."""
    kind = _IN_ONE_SECOND[contact.kind]
    return (contact.at, kind, contact.number, contact.call, contact.queue, contact.extension, contact.name)


def _days_apart(tellings: Sequence[Contact]) -> list[list[Contact]]:
    """What is told under one id, in order of time, cut where it is another day's call."""
    calls: list[list[Contact]] = []
    for contact in tellings:
        if calls and contact.at - calls[-1][0].at < ONE_CALL:
            calls[-1].append(contact)
        else:
            calls.append([contact])
    return calls


def _merged(tellings: Sequence[Contact]) -> Contact:
    """One call out of all that is told of it: taken at its answer, missed at its first sight."""
    if len(tellings) == 1:
        return tellings[0]
    kind = max((contact.kind for contact in tellings), key=_BELIEVED.__getitem__)
    best = [contact for contact in tellings if contact.kind is kind]
    ranked = [*best, *(contact for contact in tellings if contact.kind is not kind)]
    return Contact(
        at=best[-1 if kind in _TAKEN else 0].at,
        kind=kind,
        number=next((one.number for one in ranked if tail(one.number)), ranked[0].number),
        call=best[0].call,
        queue=next((one.queue for one in ranked if one.queue), ""),
        extension=next((one.extension for one in ranked if one.extension), ""),
        name=next((one.name for one in ranked if one.name), ""),
    )


def _not_among(calls: Iterable[Contact], nameless: Iterable[Contact]) -> list[Contact]:
    """The calls without an id that are none of `calls`, each once."""
    known: dict[str, list[Contact]] = {}
    for call in calls:
        known.setdefault(tail(call.number), []).append(call)
    further: list[Contact] = []
    for contact in nameless:
        key = tail(contact.number)
        theirs = known.setdefault(key, [])
        if key and any(_covers(call, contact) for call in theirs):
            continue
        theirs.append(contact)
        further.append(contact)
    return further


def _covers(call: Contact, contact: Contact) -> bool:
    """Whether a call without an id of the same caller is `call`: it may have been told there that somebody took it."""
    if abs(call.at - contact.at) > APART:
        return False
    if call.kind is contact.kind:
        return True
    both_ways = (call.kind in _INCOMING) is (contact.kind in _INCOMING)
    return both_ways and bool(_pbx_id(call.call)) and call.kind in _TAKEN


def _caller(
    key: str, contacts: Sequence[Contact], note: CallerNote | None, start: float, end: float
) -> MissedCaller | None:
    """The last run of a caller's misses and what became of it; None when there is none."""
    run: list[Contact] = []
    tries: list[Contact] = []
    closing: _Closing | None = None
    for at, contact in _steps(contacts, note):
        if contact is not None and contact.kind is ContactKind.MISSED:
            if not start <= contact.at < end:
                continue
            if closing is not None:
                run, tries, closing = [], [], None
            run.append(contact)
        elif not run or closing is not None:
            continue
        elif contact is None:
            closing = _Closing(CallerState.SET_ASIDE, at)
        elif contact.kind is ContactKind.TRIED:
            tries.append(contact)
        else:
            closing = _Closing(_CLOSED_AS[contact.kind], at, contact.extension)
    if not run:
        return None
    open_state = CallerState.TRIED if tries else CallerState.OPEN
    return MissedCaller(
        tail=key,
        number=run[-1].number,
        name=_name(contacts),
        queue=run[-1].queue,
        first=run[0].at,
        last=run[-1].at,
        misses=len(run),
        tries=len(tries),
        last_try=tries[-1].at if tries else 0.0,
        state=closing.state if closing else open_state,
        closed=closing.at if closing else 0.0,
        closed_by=closing.by if closing else "",
        note=_told(note),
    )


def _steps(contacts: Sequence[Contact], note: CallerNote | None) -> list[tuple[float, Contact | None]]:
    """What happened with a caller in order, misses first within a second; None stands for the setting aside."""
    steps: list[tuple[int, int, float, Contact | None]] = [
        (int(contact.at), _IN_ONE_SECOND[contact.kind], contact.at, contact) for contact in contacts
    ]
    if note is not None and note.set_aside > 0.0:
        steps.append((int(note.set_aside), len(_IN_ONE_SECOND), note.set_aside, None))
    steps.sort(key=lambda step: step[:3])
    return [(at, contact) for _, _, at, contact in steps]


def _name(contacts: Sequence[Contact]) -> str:
    """The name that the PBX last told of who called; of an outgoing call it tells that of our own side."""
    return next((one.name for one in reversed(contacts) if one.name and one.kind in _INCOMING), "")


def _told(note: CallerNote | None) -> CallerNote | None:
    return note if note is not None and (note.text or note.set_aside) else None


def _noted(caller: MissedCaller, note: CallerNote) -> MissedCaller:
    caller = msgspec.structs.replace(caller, note=_told(note))
    closes = int(note.set_aside) >= int(caller.last)
    if caller.waits and closes:
        return msgspec.structs.replace(caller, state=CallerState.SET_ASIDE, closed=note.set_aside, closed_by="")
    if caller.state is CallerState.SET_ASIDE and not closes:
        again = CallerState.TRIED if caller.tries else CallerState.OPEN
        return msgspec.structs.replace(caller, state=again, closed=0.0)
    return caller
