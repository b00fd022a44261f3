"""What is asked about before an auto-dial list is started, with the figures. Pure; it starts and forbids nothing."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

import msgspec

from supervisor_gui.autodial.values import ListState, ShownList
from supervisor_gui.clock import PBX_ZONE

LONGEST_LOOK = 366
"""So many days ahead Sundays and holidays are looked for."""

_SUNDAY = 6
_DAY = 24 * 60
"""Minutes."""
_STARTED = frozenset({ListState.RUNNING, ListState.STOPPED})
_Hours = tuple[time, time]


class Concern(msgspec.Struct, frozen=True):
    """One reason to ask.

    Attributes:
        kind: "ended" (its last day is over: it would call nobody), "now" (it is outside the hours of the settings),
            "hours" (the list's reach outside them), "hours_unknown", "days_unknown" (the PBX did not tell them),
            "sunday", "holiday" (it may call on such days), "department" (nobody is logged in), "department_unknown"
            (the board does not know it), "numbers_unknown" (no report has told how many), "unseen" (nobody knows which
            stand in it twice or may not be called), "many", "twice", "blocked", "unsent" (numbers).
        count: How many days or numbers.
        limit: For "many": so many are not asked about.
        day: The first of these days; for "ended" the list's last.
        today: Whether that is today.
        name: The first holiday's, or the department's.
        at: For "now": the time of day.
        span: The list's hours, None when they are not known.
        allowed: Those of the settings.
    """

    kind: str
    count: int = 0
    limit: int = 0
    day: date | None = None
    today: bool = False
    name: str = ""
    at: time | None = None
    span: _Hours | None = None
    allowed: _Hours | None = None


def concerns(
    shown: ShownList,
    *,
    now: float,
    hours: _Hours,
    many: int,
    agents: int | None,
    twice: int,
    blocked: int,
    unsent: int,
    holiday: Callable[[date], str],
    seen: bool = True,
) -> tuple[Concern, ...]:
    """What speaks against starting the list now, the gravest first; empty when nothing does.

    Args:
        shown: The list as it stands.
        now: Epoch seconds.
        hours: From when until when lists call without a question, Turkish time; the end may lie after midnight.
        many: More numbers than this are asked about.
        agents: How many are logged in to its department; None when the board does not know it.
        twice: Numbers that stand in it more than once.
        blocked: Numbers in it that nobody may call.
        unsent: Numbers that have not arrived in it yet.
        holiday: The holiday's name, empty for an ordinary day.
        seen: Whether its numbers were looked through; without that `twice` and `blocked` tell nothing.
    """
    moment = datetime.fromtimestamp(now, PBX_ZONE)
    last_day = shown.told.last_day
    if last_day is not None and last_day < moment.date():
        timely: tuple[Concern, ...] = (Concern("ended", day=last_day),)
    else:
        timely = (*_times(shown, moment.time(), hours), *_days(shown, moment.date(), holiday))
    return (*timely, *_department(shown, agents), *_numbers(shown, many, twice, blocked, unsent, seen=seen))


def to_call(shown: ShownList, unsent: int) -> int:
    """How many numbers a list will call: those of its report, those sent since, and those not sent yet."""
    figures = shown.figures
    as_of, total, done = (figures.as_of, figures.total, figures.done) if figures is not None else (0.0, 0, 0)
    # The report may be older than what is being sent.
    sent = sum(job.sent for job in shown.jobs if not job.over or job.made_at >= as_of)
    return max(0, max(total, sent) - done) + unsent


def _times(shown: ShownList, at: time, allowed: _Hours) -> Iterator[Concern]:
    begin, end = shown.told.from_time, shown.told.until_time
    span = (begin, end) if begin is not None and end is not None else None
    if not _inside(at, allowed):
        yield Concern("now", at=at.replace(second=0, microsecond=0), span=span, allowed=allowed)
    if span is None:
        yield Concern("hours_unknown", allowed=allowed)
    elif not _spans(span, allowed):
        yield Concern("hours", span=span, allowed=allowed)


def _days(shown: ShownList, today: date, holiday: Callable[[date], str]) -> Iterator[Concern]:
    """Sundays and holidays: all to come before the first start, later today's only: a question at each start is read
    by nobody."""
    first, last = shown.told.first_day, shown.told.last_day
    if first is None or last is None:
        yield Concern("days_unknown")
    begin = max(first or today, today)
    length = min(((last or begin) - begin).days + 1, LONGEST_LOOK)
    days = [begin + timedelta(days=ahead) for ahead in range(length)]
    if shown.state in _STARTED:
        days = [day for day in days if day == today]
    sundays = [day for day in days if day.weekday() == _SUNDAY]
    if sundays:
        yield Concern("sunday", len(sundays), day=sundays[0], today=sundays[0] == today)
    named = [(day, name) for day in days if (name := holiday(day))]
    if named:
        day, name = named[0]
        yield Concern("holiday", len(named), day=day, today=day == today, name=name)


def _department(shown: ShownList, agents: int | None) -> Iterator[Concern]:
    if agents is None:
        yield Concern("department_unknown", name=shown.told.department)
    elif agents == 0:
        yield Concern("department", name=shown.told.department)


def _numbers(shown: ShownList, many: int, twice: int, blocked: int, unsent: int, *, seen: bool) -> Iterator[Concern]:
    count = to_call(shown, unsent)
    if shown.figures is None and (shown.kept is None or not shown.jobs):
        # No report yet, and what was sent from here need not be all.
        yield Concern("numbers_unknown")
    elif shown.figures is not None and shown.figures.total and not seen:
        yield Concern("unseen")
    if count > many:
        yield Concern("many", count, many)
    for kind, figure in (("twice", twice), ("blocked", blocked), ("unsent", unsent)):
        if figure:
            yield Concern(kind, figure)


def _inside(at: time, allowed: _Hours) -> bool:
    """Whether a time of day lies within hours that may go on after midnight; equal ends allow all day."""
    begin, end = allowed
    if begin < end:
        return begin <= at < end
    return begin == end or at >= begin or at < end


def _spans(span: _Hours, allowed: _Hours) -> bool:
    """Whether a list's hours lie wholly within the allowed ones; both may go on after midnight."""
    begin, end = (_minutes(at) for at in allowed)
    first, last = ((_minutes(at) - begin) % _DAY for at in span)
    whole = (end - begin) % _DAY or _DAY
    return first < whole and first + ((last - first) % _DAY or _DAY) <= whole


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
