"""Invented calls of a few days, and what a store would keep of them. The code under test counts nothing in here."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

import msgspec
from hypothesis import strategies as st

from supervisor_gui.history.day_values import HourCount, Past, StoredDay, StoredList
from supervisor_gui.netsantral.types_statistics import CallOutcome, DayStatistics

MONDAY = date(2026, 11, 2)
DAYS = 4
LATER = 2_000_000_000.0


class Call(msgspec.Struct, frozen=True):
    """One incoming call; `told` is whether its list tells the wait, `listed` whether the list has the call at all."""

    day: date
    hour: int
    outcome: CallOutcome
    wait: int
    talk: int = 0
    told: bool = True
    listed: bool = True


def day_at(place: int) -> date:
    """The day `place` days after the first Monday."""
    return MONDAY + timedelta(days=place)


def calls(*, untold: bool = False) -> st.SearchStrategy[list[Call]]:
    """Calls of the first days; with `untold` some of them do not tell their wait or are missing from their list."""
    maybe = st.sampled_from((True, True, True, False)) if untold else st.just(True)
    call = st.builds(
        Call,
        day=st.integers(0, DAYS - 1).map(day_at),
        hour=st.integers(0, 23),
        outcome=st.sampled_from(CallOutcome),
        wait=st.integers(0, 40),
        talk=st.integers(0, 300),
        told=maybe,
        listed=maybe,
    )
    return st.lists(call, max_size=40)


def figures_of(day: date, rows: Sequence[Call]) -> DayStatistics:
    """What the PBX tells of a day with these calls."""
    mine = [call for call in rows if call.day == day]
    return DayStatistics(
        day=day,
        incoming=len(mine),
        answered=sum(call.outcome is CallOutcome.ANSWERED for call in mine),
        unanswered=sum(call.outcome is CallOutcome.UNANSWERED for call in mine),
        abandoned=sum(call.outcome is CallOutcome.ABANDONED for call in mine),
        talk_seconds=sum(call.talk for call in mine if call.outcome is CallOutcome.ANSWERED),
        wait_seconds=sum(call.wait for call in mine),
        longest_wait=max((call.wait for call in mine), default=0),
    )


def hour_counts(rows: Iterable[Call], threshold: int, short: int) -> tuple[HourCount, ...]:
    """The listed calls by day, hour and outcome, one call at a time."""
    found: dict[tuple[date, int, str], HourCount] = {}
    for call in rows:
        if not call.listed:
            continue
        key = (call.day, call.hour, call.outcome.value)
        old = found.get(key) or HourCount(call.day, call.hour, call.outcome, 0, 0, 0, 0, 0, 0, 0, 0)
        found[key] = HourCount(
            day=call.day,
            hour=call.hour,
            outcome=call.outcome,
            calls=old.calls + 1,
            waits=old.waits + call.told,
            wait_seconds=old.wait_seconds + (call.wait if call.told else 0),
            longest_wait=max(old.longest_wait, call.wait if call.told else 0),
            in_time=old.in_time + (call.told and call.wait <= threshold),
            short=old.short + (call.told and call.wait <= short),
            talks=old.talks + 1,
            talk_seconds=old.talk_seconds + call.talk,
        )
    return tuple(found[key] for key in sorted(found))


def past_of(
    rows: Sequence[Call],
    *,
    threshold: int = 20,
    short: int = 5,
    days: int = DAYS,
    without: Collection[tuple[date, CallOutcome]] = (),
    figures: Sequence[DayStatistics] | None = None,
) -> Past:
    """What is kept of the first `days` days, all of it final.

    Args:
        rows: The calls.
        threshold, short: What they were counted with.
        days: How many days.
        without: Lists that the PBX does not give.
        figures: What it tells of the days; of all of them, and all, when None.
    """
    each = [day_at(place) for place in range(days)]
    told = [figures_of(day, rows) for day in each] if figures is None else figures
    kept = [(day, how) for day in each for how in CallOutcome if (day, how) not in without]
    return Past(
        start=each[0],
        end=each[-1],
        days=tuple(StoredDay(one, LATER, final=True) for one in told),
        lists=tuple(stored_list(rows, day, how) for day, how in kept),
        hours=hour_counts([call for call in rows if (call.day, call.outcome) in kept], threshold, short),
    )


def stored_list(
    rows: Iterable[Call], day: date, how: CallOutcome, *, at: float = LATER, final: bool = True, listed: bool = True
) -> StoredList:
    """The row that tells of a list."""
    mine = [call for call in rows if (call.day, call.outcome, call.listed) == (day, how, True)]
    return StoredList(day, how, at, final, listed, len(mine))
