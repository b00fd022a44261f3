"""What was chosen on the statistics page, and the request it means today. Pure; it knows no widget."""

from datetime import date, timedelta

import msgspec

from supervisor_gui.reports.periods import period_of
from supervisor_gui.reports.request import ONE_DAY_VIEWS, Group, Period, Preset, ReportRequest, View

A_WEEK = 7


class Choices(msgspec.Struct, frozen=True):
    """What was chosen; a chosen thing that does not fit the period waits until it does.

    Attributes:
        preset: The period's name.
        span: First and last day of a RANGE.
        view, group, compare, queue, extension: As of `ReportRequest`.
        day: The day of a one-day picture; None for the period's last.
        threshold, short, target: As of `ReportRequest`.
    """

    preset: Preset = Preset.THIS_MONTH
    span: tuple[date, date] | None = None
    view: View = View.DAYS
    group: Group = Group.DAY
    compare: bool = True
    day: date | None = None
    queue: str = ""
    extension: str = ""
    threshold: int = 20
    short: int = 5
    target: int = 80


def period(choices: Choices, today: date) -> Period:
    """The days that are meant when it is `today`."""
    if choices.preset is not Preset.RANGE or choices.span is None:
        return period_of(Preset.TODAY if choices.preset is Preset.RANGE else choices.preset, today)
    start, end = choices.span
    return Period(start, end)


def may_group(days: Period) -> bool:
    """Whether there is something to choose about the bars."""
    return days.days > A_WEEK


def request(choices: Choices, today: date) -> ReportRequest:
    """The request that the choices mean when it is `today`."""
    days = period(choices, today)
    one_day = choices.view in ONE_DAY_VIEWS
    return ReportRequest(
        period=days,
        view=choices.view,
        group=choices.group if choices.view is View.DAYS and may_group(days) else Group.DAY,
        compare=choices.compare,
        day=_within(choices.day, days) if one_day else None,
        queue=choices.queue if choices.view is View.INTRADAY else "",
        extension=choices.extension if choices.view is View.AGENTS else "",
        threshold=choices.threshold,
        short=choices.short,
        target=choices.target,
    )


def with_range(choices: Choices, start: date, end: date, today: date) -> Choices:
    """The same for the days from `start` to `end`, in whichever order they came; none of them is after `today`."""
    first, last = min(start, end, today), min(max(start, end), today)
    return msgspec.structs.replace(choices, preset=Preset.RANGE, span=(first, last), day=None)


def stepped(choices: Choices, by: int, today: date) -> Choices:
    """The same one day earlier (-1) or later (1); unchanged where there is no such day.

    Within a period of several days the shown day moves; a period of one day moves itself.
    """
    days = period(choices, today)
    shown = _within(choices.day, days) or days.end
    wanted = shown + timedelta(days=by)
    if wanted > today:
        return choices
    if days.days > 1:
        inside = days.start <= wanted <= days.end
        return msgspec.structs.replace(choices, day=wanted) if inside else choices
    for preset in (Preset.TODAY, Preset.YESTERDAY):
        if period_of(preset, today).start == wanted:
            return msgspec.structs.replace(choices, preset=preset, span=None, day=None)
    return with_range(choices, wanted, wanted, today)


def _within(day: date | None, days: Period) -> date | None:
    return day if day is not None and days.start <= day <= days.end else None
