"""Incoming calls by hour of the day and by weekday over a period. How days are counted is in `counting`.

Hours come out of the call lists. As soon as one day of the period has to come out of the call records instead, which do
not tell who left first, every hour shows unanswered and abandoned calls as one number: no slot mixes the two.
"""

from collections.abc import Iterable, Mapping, Sequence

from supervisor_gui.history.day_values import HourCount, Past, RecordHour
from supervisor_gui.netsantral.types_statistics import CallOutcome
from supervisor_gui.reports.counting import figures_of, mean_wait, service, waits_of
from supervisor_gui.reports.figures import SlotFigures
from supervisor_gui.reports.kept_days import Calls, KeptDay, KeptDays, Limits, added

HOURS = 24
WEEKDAYS = 7

_Slots = Mapping[tuple[int | None, CallOutcome], Sequence[Calls]]
"""The listed calls of each hour and outcome, in parts."""


def count_hours(kept: KeptDays) -> tuple[SlotFigures, ...]:
    """The 24 hours of the day over all days of a period, whose calls were counted by hour."""
    past = kept.past
    listed = [day for day in kept.days.values() if day.lists]
    recorded = {one.day for one in past.records} - {day.figures.day for day in listed}
    slots = _by_hour(listed, kept.limits)
    days = len(listed) + len(recorded)
    if not recorded:
        return tuple(_listed_slot(hour, days, slots) for hour in range(HOURS))
    rows = [one for one in past.record_hours if one.day in recorded]
    return tuple(_recorded_slot(hour, days, slots, rows) for hour in range(HOURS))


def count_weekdays(kept: KeptDays) -> tuple[SlotFigures, ...]:
    """The seven weekdays, Monday first, over all days of a period."""
    days: list[list[KeptDay]] = [[] for _ in range(WEEKDAYS)]
    for on, day in kept.days.items():
        days[on.weekday()].append(day)
    return tuple(_weekday(slot, kept.past, days[slot]) for slot in range(WEEKDAYS))


def _weekday(slot: int, past: Past, days: Sequence[KeptDay]) -> SlotFigures:
    found = figures_of(days, past.start, past.end)
    return SlotFigures(
        slot=slot,
        days=found.known,
        answered=found.answered,
        unanswered=found.unanswered,
        abandoned=found.abandoned,
        service=found.service,
        answer_wait=found.answer_wait,
    )


def _by_hour(days: Sequence[KeptDay], limits: Limits) -> _Slots:
    slots: dict[tuple[int | None, CallOutcome], list[Calls]] = {}
    for how in CallOutcome:
        whole: dict[int | None, list[HourCount]] = {hour: [] for hour in range(HOURS)}
        for one in (getattr(day, how.value) for day in days):
            for row in one.hours:
                if row.waits == row.calls:
                    whole[row.hour].append(row)
                else:
                    # What bounds the waits that are not told is another day's nothing.
                    part = added((row,), limits, longest=one.longest)
                    slots.setdefault((row.hour, how), []).append(part)
        for hour, rows in whole.items():
            if rows:
                slots.setdefault((hour, how), []).append(added(rows, limits))
    return slots


def _listed_slot(hour: int, days: int, slots: _Slots) -> SlotFigures:
    if not days:
        return SlotFigures(slot=hour, days=0)
    answered = slots.get((hour, CallOutcome.ANSWERED), ())
    abandoned = slots.get((hour, CallOutcome.ABANDONED), ())
    return SlotFigures(
        slot=hour,
        days=days,
        answered=_number(answered),
        unanswered=_number(slots.get((hour, CallOutcome.UNANSWERED), ())),
        abandoned=_number(abandoned),
        service=service(answered, abandoned),
        answer_wait=mean_wait(waits_of(part) for part in answered),
    )


def _recorded_slot(hour: int, days: int, slots: _Slots, rows: Sequence[RecordHour]) -> SlotFigures:
    """An hour of a period of which at least one day comes out of the call records."""
    mine = [row for row in rows if row.hour == hour]
    missed = [slots.get((hour, how), ()) for how in (CallOutcome.UNANSWERED, CallOutcome.ABANDONED)]
    return SlotFigures(
        slot=hour,
        days=days,
        answered=_number(slots.get((hour, CallOutcome.ANSWERED), ())) + sum(row.answered for row in mine),
        unanswered=sum(_number(parts) for parts in missed) + sum(row.missed for row in mine),
    )


def _number(parts: Iterable[Calls]) -> int:
    return sum(part.calls for part in parts)
