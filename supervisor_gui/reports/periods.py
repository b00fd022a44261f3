"""Which days a named period has, the period before one, and the bars it is cut into. It counts nothing."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import groupby

from supervisor_gui.clock import pbx_midnight_of
from supervisor_gui.reports.request import Group, Period, Preset

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


def bounds(day: date) -> tuple[float, float]:
    """Epoch seconds at which a Turkish day begins and ends."""
    return pbx_midnight_of(day), pbx_midnight_of(day + _DAY)


def period_of(preset: Preset, today: date) -> Period:
    """The period that `preset` names on the day `today`: weeks begin on Monday, "this" ones end today.

    Raises:
        ValueError: RANGE names no days.
    """
    if preset is Preset.RANGE:
        raise ValueError("a range has no days of its own")
    start, end = _NAMED[preset](today)
    return Period(start, end, preset)


def before(period: Period) -> Period:
    """The period that `period` is compared with, as a RANGE: the one of its kind before it, else as many days before.

    One that is still under way is compared with the beginning of the one before: Monday to Wednesday with Monday to
    Wednesday, the 1st to the 24th with the 1st to the 24th, as far as that month goes.
    """
    match period.preset:
        case Preset.THIS_WEEK | Preset.LAST_WEEK:
            return Period(period.start - _WEEK, period.end - _WEEK)
        case Preset.THIS_MONTH:
            last = period.start - _DAY
            return Period(last.replace(day=1), min(last.replace(day=1) + (period.end - period.start), last))
        case Preset.LAST_MONTH:
            last = period.start - _DAY
            return Period(last.replace(day=1), last)
        case _:
            return Period(period.start - timedelta(days=period.days), period.start - _DAY)


def spans(period: Period, group: Group) -> tuple[tuple[date, date], ...]:
    """First and last day of each bar, in order; weeks and months are cut at the ends of the period."""
    whole: Callable[[date], date] = _BEGINNINGS[group]
    runs = [tuple(days) for _, days in groupby(period.each(), key=whole)]
    return tuple((days[0], days[-1]) for days in runs)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _first(day: date) -> date:
    return day.replace(day=1)


def _last_week(today: date) -> tuple[date, date]:
    monday = _monday(today)
    return monday - _WEEK, monday - _DAY


def _last_month(today: date) -> tuple[date, date]:
    last = _first(today) - _DAY
    return _first(last), last


_NAMED: Mapping[Preset, Callable[[date], tuple[date, date]]] = {
    Preset.TODAY: lambda today: (today, today),
    Preset.YESTERDAY: lambda today: (today - _DAY, today - _DAY),
    Preset.THIS_WEEK: lambda today: (_monday(today), today),
    Preset.LAST_WEEK: _last_week,
    Preset.THIS_MONTH: lambda today: (_first(today), today),
    Preset.LAST_MONTH: _last_month,
}

_BEGINNINGS: Mapping[Group, Callable[[date], date]] = {
    Group.DAY: lambda day: day,
    Group.WEEK: _monday,
    Group.MONTH: _first,
}
