"""What records and statistics have to say, counted anew from the simulator's ledger. It shares no count with either.

A call is a row of the control face's `/ledger`. The rules are those of docs/protocol.md and docs/metrics.md.
"""

import math
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from typing import Any

import msgspec

from supervisor_gui import i18n
from supervisor_gui.netsantral.errors import PbxError
from supervisor_gui.netsantral.explain import explain
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

Truth = dict[str, Any]


def turkish(when: float) -> datetime:
    """A moment of the ledger as the PBX writes it, its parts of a second cut off."""
    return datetime.fromtimestamp(int(when), TURKEY)


def midnight(day: date) -> datetime:
    """The beginning of a Turkish day."""
    return datetime(day.year, day.month, day.day, tzinfo=TURKEY)


def talk(call: Truth) -> int:
    """Whole seconds of conversation."""
    return int(call["ended"]) - int(call["answered"]) if call["answered"] is not None else 0


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
    parted = call["transferred"] if call["kind"] == "direct" and call["transferred"] is not None else call["ended"]
    seconds = int(parted) - int(call["answered"]) if call["answered"] is not None else 0
    assert (record.call, first.at, first.direction) == (call["id"], turkish(call["arrived"]), direction(call))
    assert first.seconds == seconds, call
    assert {leg.line for leg in record.legs} == {call["dialled"]}
    assert bool(first.recording) is (call["answered"] is not None)
    rang = [(turkish(offer["at"]), offer["exten"]) for offer in call["offers"]]
    moved = [] if call["transferred"] is None else [record.legs[-1]]
    rows = record.legs[: len(record.legs) - len(moved)]
    assert [(leg.at, leg.destination) for leg in rows[len(rows) - len(rang) :]] == rang
    assert len(rows) - len(rang) == (0 if call["kind"] == "direct" and rang else 1)
    for leg in moved:
        assert (leg.at, leg.seconds) == (turkish(call["transferred"]), int(call["ended"]) - int(call["transferred"]))
        assert leg.destination[-10:] == call["transferred_to"][-10:]


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
    """Every figure is the true one; the PBX may leave one out only where it is 0."""
    told = msgspec.structs.asdict(read)
    true = msgspec.structs.asdict(truth)
    assert {name: true[name] if value is None and true[name] == 0 else value for name, value in told.items()} == true


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


def check_told(error: PbxError, secret: str) -> None:
    """An error has words in both languages, each with a next step, and none of them holds the password."""
    told = {}
    for language in i18n.LANGUAGES:
        i18n.use_headless(language)
        words = explain(error)
        assert all((words.title, words.meaning, words.todo)), language
        assert secret not in "".join((words.title, words.meaning, words.todo, words.details))
        told[language] = (words.title, words.meaning, words.todo)
    i18n.use(None)
    for turkish_words, english in zip(told["tr"], told["en"], strict=True):
        assert turkish_words != english
