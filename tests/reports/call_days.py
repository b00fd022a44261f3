"""Days made of calls, for tests of reports: what the archive would keep of them, and plain loops to compare with."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec
from hypothesis import strategies as st

from supervisor_gui.history.day_values import HourCount, Past, StoredDay, StoredList
from supervisor_gui.netsantral.types_statistics import CallOutcome, DayStatistics
from supervisor_gui.reports.periods import bounds

MONDAY = date(2026, 11, 2)
THRESHOLD = 20
SHORT = 5


class OneCall(msgspec.Struct, frozen=True):
    """One incoming call, with its wait and conversation in seconds; a wait of None was not told."""

    day: date
    hour: int
    outcome: CallOutcome
    wait: int | None
    talk: int = 0


def past_of(
    start: date,
    end: date,
    calls: Iterable[OneCall],
    *,
    without: Iterable[date] = (),
    listless: Iterable[date] = (),
    refused: Iterable[date] = (),
    moving: Iterable[date] = (),
    damaged: int = 0,
) -> Past:
    """What is kept of the days from `start` to `end`.

    Args:
        start, end: Both included.
        calls: All calls of these days.
        without: Days of which nothing is kept.
        listless: Days whose lists were not asked for yet.
        refused: Days of which the PBX gives no lists.
        moving: Days whose figures are not final, asked at noon.
        damaged: Rows of the first day's first list that could not be read.
    """
    rows = tuple(calls)
    days, lists, hours = [], [], []
    for at in range((end - start).days + 1):
        day = start + timedelta(days=at)
        if day in without:
            continue
        final = day not in moving
        asked = bounds(day)[0] + (12 if not final else 30) * 3600
        mine = [call for call in rows if call.day == day]
        days.append(StoredDay(_figures(day, mine), asked, final))
        if day in listless:
            continue
        for outcome in CallOutcome:
            these = [call for call in mine if call.outcome is outcome]
            broken, damaged = damaged, 0
            if day in refused:
                lists.append(StoredList(day, outcome, asked, final, listed=False))
                continue
            lists.append(StoredList(day, outcome, asked, final, listed=True, calls=len(these), damaged=broken))
            hours += _hours(day, outcome, these)
    return Past(start, end, tuple(days), tuple(lists), tuple(hours))


def _figures(day: date, calls: Sequence[OneCall]) -> DayStatistics:
    if not calls:
        return DayStatistics(day, incoming=0)
    waits = [call.wait or 0 for call in calls]
    return DayStatistics(
        day,
        incoming=len(calls),
        answered=sum(call.outcome is CallOutcome.ANSWERED for call in calls),
        unanswered=sum(call.outcome is CallOutcome.UNANSWERED for call in calls),
        abandoned=sum(call.outcome is CallOutcome.ABANDONED for call in calls),
        talk_seconds=sum(call.talk for call in calls),
        wait_seconds=sum(waits),
        longest_wait=max(waits),
    )


def _hours(day: date, outcome: CallOutcome, calls: Sequence[OneCall]) -> list[HourCount]:
    found = []
    for hour in range(24):
        these = [call for call in calls if call.hour == hour]
        if not these:
            continue
        waits = [call.wait for call in these if call.wait is not None]
        found.append(
            HourCount(
                day=day,
                hour=hour,
                outcome=outcome,
                calls=len(these),
                waits=len(waits),
                wait_seconds=sum(waits),
                longest_wait=max(waits, default=0),
                in_time=sum(wait <= THRESHOLD for wait in waits),
                short=sum(wait <= SHORT for wait in waits),
                talks=len(these),
                talk_seconds=sum(call.talk for call in these),
            )
        )
    return found


def taken(day: date, *waits: int, hour: int = 10, talk: int = 60) -> list[OneCall]:
    """Answered calls with these waits."""
    return [OneCall(day, hour, CallOutcome.ANSWERED, wait, talk) for wait in waits]


def left(day: date, *waits: int, hour: int = 10) -> list[OneCall]:
    """Abandoned calls with these waits."""
    return [OneCall(day, hour, CallOutcome.ABANDONED, wait) for wait in waits]


def missed(day: date, *waits: int, hour: int = 10) -> list[OneCall]:
    """Unanswered calls with these waits."""
    return [OneCall(day, hour, CallOutcome.UNANSWERED, wait) for wait in waits]


def calls_between(start: date, end: date) -> st.SearchStrategy[list[OneCall]]:
    """Any calls of these days, every wait told."""
    return st.lists(
        st.builds(
            OneCall,
            st.dates(start, end),
            st.integers(0, 23),
            st.sampled_from(list(CallOutcome)),
            st.integers(0, 120),
            st.integers(0, 600),
        ),
        max_size=40,
    )


def service_level(calls: Iterable[OneCall]) -> float | None:
    """In time / (answered + abandoned beyond the short limit), call by call."""
    good = counted = 0
    for call in calls:
        wait = call.wait or 0
        if call.outcome is CallOutcome.ANSWERED:
            counted += 1
            good += wait <= THRESHOLD
        elif call.outcome is CallOutcome.ABANDONED and wait > SHORT:
            counted += 1
    return good / counted if counted else None
