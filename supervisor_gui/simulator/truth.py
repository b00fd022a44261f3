"""The ledger in plain values for the control face. It reads the ledger and the world, never an answer."""

from collections import Counter

from supervisor_gui.simulator.autocall_lists import AutocallLists, DialList
from supervisor_gui.simulator.ledger import CounterChange, MemberChange, StateChange
from supervisor_gui.simulator.model import CallCentre
from supervisor_gui.simulator.world import Call

Plain = dict[str, object]


def call_truth(call: Call) -> Plain:
    """Everything about one call."""
    return {
        "id": call.id,
        "kind": call.kind,
        "number": call.number,
        "name": call.name,
        "dialled": call.dialled,
        "line": call.line,
        "queue": call.queue,
        "arrived": call.arrived,
        "queued": call.queued,
        "left_queue": call.left_queue,
        "offers": [
            {"exten": offer.exten, "at": offer.at, "ended": offer.ended, "outcome": offer.outcome}
            for offer in call.offers
        ],
        "legs": [
            {
                "party": leg.party,
                "at": leg.at,
                "answered": leg.answered,
                "ended": leg.ended,
                "outcome": leg.outcome,
                "moved": leg.moved,
            }
            for leg in call.legs
        ],
        "answered": call.answered,
        "answered_by": call.answered_by,
        "caller_exten": call.caller_exten,
        "dialled_exten": call.dialled_exten,
        "muted": sorted(call.muted),
        "transferred_to": call.transferred_to,
        "transferred": call.transferred,
        "list_id": call.list_id,
        "ended": call.ended,
        "ending": call.ending,
        "wait": call.wait,
        "talk": call.talk,
    }


def ledger_between(centre: CallCentre, start: float, end: float, now: float) -> Plain:
    """What happened from `start` to `end`, how it stood at `start`, and the counters at `end`."""
    ledger = centre.ledger
    return {
        "now": now,
        "from": start,
        "to": end,
        "calls": [call_truth(call) for call in ledger.calls_between(start, end)],
        "states_at_from": ledger.states_at(start),
        "states": [change for change in ledger.states if start <= change.at <= end],
        "members_at_from": ledger.members_at(start),
        "members": [change for change in ledger.memberships if start <= change.at <= end],
        "counters": ledger.counters_at(end),
    }


def lists_truth(lists: AutocallLists) -> list[Plain]:
    """Every auto-dial list with each of its numbers, as they are now."""
    return [
        {
            "id": listed.id,
            "account": listed.account,
            "name": listed.rules.name,
            "active": listed.active,
            "ended": listed.ended,
            "numbers": _list_numbers(listed),
        }
        for listed in lists.all()
    ]


def _list_numbers(listed: DialList) -> list[Plain]:
    return [
        {
            "id": row.id,
            "number": row.number,
            "name": row.name,
            "active": row.active,
            "state": row.state,
            "tries": row.tries,
            "calls": tuple(row.call_ids),
        }
        for row in listed.numbers.values()
    ]


def board(centre: CallCentre, when: float, now: float) -> Plain:
    """What a perfect board would have shown at a moment: each queue and each agent.

    A queue's "answered" is the PBX's counter of ended conversations; those that go on are "talking".
    """
    ledger = centre.ledger
    waiting: dict[str, list[Call]] = {}
    for call in ledger.waiting_at(when):
        waiting.setdefault(call.queue, []).append(call)
    talking = Counter(call.queue for call in ledger.calls if _talked(call, when))
    counters = {change.queue: change for change in ledger.counters_at(when)}
    members: dict[str, list[MemberChange]] = {}
    for member in ledger.members_at(when):
        members.setdefault(member.exten, []).append(member)
    return {
        "now": now,
        "at": when,
        "queues": [
            _queue(name, waiting.get(name, []), counters.get(name), when) | {"talking": talking[name]}
            for name in centre.queues
        ],
        "agents": [_agent(change, members.get(change.exten, [])) for change in ledger.states_at(when)],
    }


def _queue(name: str, waiting: list[Call], counter: CounterChange | None, when: float) -> Plain:
    return {
        "queue": name,
        "waiting": len(waiting),
        "callers": [
            {"id": call.id, "number": call.number, "queued": call.queued, "wait": when - (call.queued or when)}
            for call in waiting
        ],
        "answered": counter.completed if counter else 0,
        "abandoned": counter.abandoned if counter else 0,
        "holdtime": counter.holdtime if counter else 0,
        "talktime": counter.talktime if counter else 0,
    }


def _talked(call: Call, when: float) -> bool:
    # A conversation that was moved on is the queue's no longer.
    left = call.transferred if call.transferred is not None else call.ended
    return call.answered is not None and call.answered <= when and (left is None or left > when)


def _agent(change: StateChange, members: list[MemberChange]) -> Plain:
    return {
        "exten": change.exten,
        "state": change.state,
        "since": change.at,
        "queues": [
            {
                "queue": member.queue,
                "dynamic": member.dynamic,
                "penalty": member.penalty,
                "paused": member.paused,
                "reason": member.reason,
                "since": member.at,
            }
            for member in members
        ],
    }
