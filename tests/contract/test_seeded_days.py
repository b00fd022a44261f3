"""Whole days of many seeds, without sockets: records, statistics and events agree with each call's truth."""

import random
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise

import pytest

from supervisor_gui.netsantral.codec_records import decode_records
from supervisor_gui.netsantral.codec_statistics import decode_day_calls, decode_statistics
from supervisor_gui.netsantral.types import Event, EventKind
from supervisor_gui.netsantral.types_records import CallRecord
from supervisor_gui.netsantral.types_statistics import CallOutcome
from tests.helpers.recount import Truth, check_figures, check_record, ended_on, figures, listed, talk, wait
from tests.helpers.whole_day import WholeDay

SEEDS = range(20)
A_DAY = date(2026, 3, 28)
INCOMING = {"queue", "direct"}


@pytest.fixture(scope="module", params=SEEDS)
def lived(request: pytest.FixtureRequest) -> WholeDay:
    return WholeDay(request.param, A_DAY)


def day_span(day: date) -> dict[str, str]:
    return {"startdate": f"{day:%d%m%Y}0000", "stopdate": f"{day:%d%m%Y}2359"}


def records_of(lived: WholeDay) -> tuple[CallRecord, ...]:
    """The day's records."""
    page = decode_records("records", lived.report(**day_span(lived.day)))
    assert page.damaged == 0
    return page.calls


def test_each_ended_call_has_its_record_and_no_record_is_without_a_call(lived: WholeDay) -> None:
    records, calls = records_of(lived), ended_on(lived.calls, lived.day)
    assert [record.call for record in records] == [call["id"] for call in calls]
    for record, call in zip(records, calls, strict=True):
        check_record(record, call)
    assert len({call["kind"] for call in calls}) == 6


def test_lines_of_columns_have_the_same_calls(lived: WholeDay) -> None:
    lines = decode_records("records", lived.report_lines(**day_span(lived.day)))
    assert lines.damaged == 0
    for line, record in zip(lines.calls, records_of(lived), strict=True):
        assert line.call == record.call
        for short, leg in zip(line.legs, record.legs, strict=True):
            assert (short.at, short.source, short.seconds, short.direction) == (
                leg.at,
                leg.source,
                leg.seconds,
                leg.direction,
            )


def test_each_record_is_found_by_its_id(lived: WholeDay) -> None:
    for record in random.Random(0).sample(records_of(lived), 20):
        for unique_id in (record.call, record.call.partition("-")[2]):
            assert decode_records("records_of_call", lived.report(uniqueid=unique_id)).calls == (record,)


def test_a_day_has_the_ledgers_figures_and_lists(lived: WholeDay) -> None:
    day = f"{lived.day:%d%m%Y}"
    by_date = decode_statistics("statistics_of_day", lived.statistics(date=day), lived.day)
    by_span = decode_statistics("statistics", lived.statistics(**day_span(lived.day)))
    assert by_date == by_span
    assert by_date.damaged == 0
    check_figures(by_date.days[0], figures(lived.calls, lived.day))
    for wanted, flag in zip(CallOutcome, ("abandoned", "noanswer", "answered"), strict=True):
        read = decode_day_calls("calls_of_day", lived.statistics(date=day, **{flag: "1"}), lived.day, flag)
        assert read.damaged == 0
        assert list(read.calls) == listed(lived.calls, lived.day, wanted)


def test_the_figures_of_incoming_calls_are_those_of_the_records(lived: WholeDay) -> None:
    (one,) = decode_statistics("statistics_of_day", lived.statistics(date=f"{lived.day:%d%m%Y}"), lived.day).days
    kinds = {call["id"]: call["kind"] for call in lived.calls}
    incoming = [record for record in records_of(lived) if kinds[record.call] in INCOMING]
    taken = [record for record in incoming if record.legs[0].seconds or record.legs[0].recording]
    assert one.incoming in {None, len(incoming)}
    assert one.answered == len(taken)


def test_the_events_of_a_call_come_in_order_and_at_its_times(lived: WholeDay) -> None:
    heard: defaultdict[str, list[Event]] = defaultdict(list)
    for event in lived.events:
        heard[event.call].append(event)
    # Half of the events of a queue name no call.
    unnamed = heard.pop("", [])
    assert {event.kind for event in unnamed} == {EventKind.QUEUED}
    assert set(heard) == {call["id"] for call in lived.calls}
    for call in lived.calls:
        _check_order(heard[call["id"]], call)
        _check_moments(heard[call["id"]], call)
        _check_phones(heard[call["id"]], call)
    entered = Counter((event.queue, event.at) for event in lived.events if event.kind is EventKind.QUEUED)
    assert entered == Counter(
        (call["queue"], _told(call["queued"])) for call in lived.calls if call["queued"] is not None
    )


def _told(when: float) -> float:
    """A moment as an event tells it, in whole milliseconds."""
    return int(when * 1000) / 1000


def _check_order(events: list[Event], call: Truth) -> None:
    assert all(one.at is not None and two.at is not None and one.at <= two.at for one, two in pairwise(events))
    kinds = [event.kind for event in events]
    assert kinds[0] is (EventKind.INBOUND if call["kind"] in INCOMING else EventKind.OUTBOUND)
    assert kinds.count(kinds[0]) == 1
    over = [EventKind.ENDED, EventKind.RECORD] if call["ended"] is not None else []
    assert [kind for kind in kinds if kind in {EventKind.ENDED, EventKind.RECORD}] == over
    assert kinds[len(kinds) - len(over) :] == over


def _check_moments(events: list[Event], call: Truth) -> None:
    first = {event.kind: event for event in reversed(events)}
    assert events[0].at == _told(call["arrived"])
    for kind, moment in (
        (EventKind.ANSWERED, call["answered"]),
        (EventKind.LEFT_QUEUE, call["left_queue"]),
        (EventKind.ENDED, call["ended"]),
    ):
        assert (kind in first) is (moment is not None), (kind, call)
        if moment is not None:
            assert first[kind].at == _told(moment)
    picked_up = [call["answered"], *(leg["answered"] for leg in call["legs"])]
    answers = {event.at for event in events if event.kind is EventKind.ANSWERED}
    assert answers <= {_told(moment) for moment in picked_up if moment is not None}
    if call["ended"] is not None:
        ended, record = first[EventKind.ENDED], first[EventKind.RECORD]
        assert (ended.talk_time, record.talk_time) == (talk(call), talk(call))
        assert ended.hold_time == wait(call)


def _check_phones(events: list[Event], call: Truth) -> None:
    """Each telephone that is told of rang then, and each one that a caller was offered to is told of."""
    rang = {(event.extension, event.at) for event in events if event.kind is EventKind.OFFERED}
    offers = {(offer["exten"], _told(offer["at"])) for offer in call["offers"]}
    legs = {(leg["party"], _told(leg["at"])) for leg in call["legs"]}
    assert offers <= rang
    assert rang <= offers | legs
