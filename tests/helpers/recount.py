"""What records and statistics have to say, counted anew from the simulator's ledger. It shares no count with either.

A call is a row of the control face's `/ledger`. The rules are those of docs/protocol.md and docs/metrics.md.
"""

import math
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from typing import Any

import msgspec

from supervisor_gui.netsantral.types_records import CallRecord, Direction
from supervisor_gui.netsantral.types_statistics import CallOutcome, DayStatistics, ListedCall

TURKEY = timezone(timedelta(hours=3))
DIRECTIONS = {
    "queue": (Direction.INCOMING, Direction.MISSED),
    "direct": (Direction.INCOMING, Direction.MISSED),
    "outgoing": (Direction.OUTGOING, Direction.UNANSWERED),
    "link": (Direction.OUTGOING, Direction.UNANSWERED),
    "redirect": (Direction.OUTGOING, Direction.UNANSWERED),
    "internal": (Direction.INTERNAL, Direction.INTERNAL_UNANSWERED),
}
"""By the kind of a call: its direction when somebody answered, and when nobody did."""
OFTEN_MISSING = frozenset({"incoming", "abandoned"})
"""Figures that the PBX may leave out whatever they are."""

Truth = dict[str, Any]


def turkish(when: float) -> datetime:
    """A moment of the ledger as the PBX writes it, its parts of a second cut off."""
    return datetime.fromtimestamp(int(when), TURKEY)


def midnight(day: date) -> datetime:
    """The beginning of a Turkish day."""
    return datetime(day.year, day.month, day.day, tzinfo=TURKEY)


def talk(call: Truth) -> int:
    """Whole seconds of conversation; nobody talks while a telephone rings that the call was moved to."""
    if call["answered"] is None:
        return 0
    seconds = int(call["ended"]) - int(call["answered"])
    for leg in call["legs"]:
        if leg["moved"] is not None:
            heard = leg["ended"] if leg["answered"] is None else leg["answered"]
            seconds -= int(heard) - int(leg["moved"])
    return seconds


def wait(call: Truth) -> int:
    """Whole seconds in the queue."""
    return int(call["left_queue"]) - int(call["queued"]) if call["queued"] is not None else 0


def ended_on(calls: Iterable[Truth], day: date) -> list[Truth]:
    """The calls that began on a Turkish day and have ended."""
    return [call for call in calls if call["ended"] is not None and turkish(call["arrived"]).date() == day]


def direction(call: Truth) -> Direction:
    """Which way a call went."""
    taken, missed = DIRECTIONS[call["kind"]]
    return missed if call["answered"] is None else taken


def check_record(record: CallRecord, call: Truth) -> None:
    """A record tells of its call: id, begin, way, length, line, and each telephone that rang."""
    first = record.legs[0]
    seconds = talk(call)
    if call["kind"] == "direct" and call["transferred"] is not None:
        seconds = int(call["transferred"]) - int(call["answered"])
    assert (record.call, first.at, first.direction) == (call["id"], turkish(call["arrived"]), direction(call))
    assert first.seconds == seconds, call
    assert {leg.line for leg in record.legs} == {call["dialled"]}
    assert bool(first.recording) is (call["answered"] is not None)
    rang = [(turkish(offer["at"]), offer["exten"]) for offer in call["offers"]]
    moves = [leg for leg in call["legs"] if leg["moved"] is not None]
    rows = record.legs[: len(record.legs) - len(moves)]
    assert [(leg.at, leg.destination) for leg in rows[len(rows) - len(rang) :]] == rang
    assert len(rows) - len(rang) == (0 if call["kind"] == "direct" and rang else 1)
    for row, leg in zip(record.legs[len(rows) :], moves, strict=True):
        answered = leg["answered"] is not None
        assert (row.at, row.destination[-10:]) == (turkish(leg["moved"]), leg["party"][-10:])
        assert row.seconds == (int(leg["ended"]) - int(leg["answered"]) if answered else 0)
        assert row.direction == DIRECTIONS[call["kind"]][0 if answered else 1]
        assert bool(row.recording) is answered


def outcome(call: Truth) -> CallOutcome | None:
    """How an incoming call went; None for one that did not come in."""
    if call["kind"] not in {"queue", "direct"}:
        return None
    if call["answered"] is not None:
        return CallOutcome.ANSWERED
    return CallOutcome.ABANDONED if call["ending"] == "abandoned" else CallOutcome.UNANSWERED


def figures(calls: Iterable[Truth], day: date) -> DayStatistics:
    """A day's figures, one call at a time."""
    counts = dict.fromkeys(CallOutcome, 0)
    talked = waited = longest = queued = 0
    for call in ended_on(calls, day):
        how = outcome(call)
        if how is None:
            continue
        counts[how] += 1
        talked += talk(call)
        if call["queued"] is not None:
            queued += 1
            waited += wait(call)
            longest = max(longest, wait(call))
    taken = counts[CallOutcome.ANSWERED]
    return DayStatistics(
        day=day,
        incoming=sum(counts.values()),
        answered=taken,
        unanswered=counts[CallOutcome.UNANSWERED],
        abandoned=counts[CallOutcome.ABANDONED],
        talk_seconds=talked,
        wait_seconds=waited,
        longest_wait=longest,
        average_wait=math.floor(waited / queued + 0.5) if queued else 0,
        average_talk=math.floor(talked / taken + 0.5) if taken else 0,
    )


def check_figures(read: DayStatistics, truth: DayStatistics) -> None:
    """Every figure is the true one; the PBX may leave one out where it is 0, and some of them always."""
    told = msgspec.structs.asdict(read)
    for name, true in msgspec.structs.asdict(truth).items():
        if told[name] is None:
            assert true == 0 or name in OFTEN_MISSING, name
        else:
            assert told[name] == true, name


def listed(calls: Iterable[Truth], day: date, wanted: CallOutcome) -> list[ListedCall]:
    """The calls of a day that went one way, as the PBX lists them."""
    rows = [
        ListedCall(
            call=call["id"].partition("-")[2],
            at=turkish(call["arrived"] if call["queued"] is None else call["queued"]),
            number=call["number"] or "anonymous",
            talk_seconds=talk(call),
            wait_seconds=wait(call),
        )
        for call in ended_on(calls, day)
        if outcome(call) is wanted
    ]
    return sorted(rows, key=lambda row: row.at)
