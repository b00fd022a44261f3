"""Figures of periods out of kept days. Every formula is in docs/metrics.md, Statistics; hours are counted in `slots`.

Numbers of calls are sums over the days whose figures are kept, and unknown when one of those days does not tell it.
Shares and means are counted over the days that tell what they need. Nothing to divide by gives None, never 0.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from supervisor_gui.netsantral.types_statistics import DayStatistics
from supervisor_gui.reports.figures import Figures
from supervisor_gui.reports.kept_days import Calls, KeptDay, KeptDays
from supervisor_gui.reports.values import Estimate

Days = Sequence[KeptDay]
Waits = tuple[int, int, int]
"""Calls, and the seconds that they waited in all: at the least, at the most."""


def count(kept: KeptDays, spans: Iterable[tuple[date, date]]) -> tuple[Figures, ...]:
    """The figures of each span (first and last day), in order.

    Args:
        kept: What is kept; days outside of it are unknown.
        spans: The days of each bar.
    """
    return tuple(_figures(kept.days, start, end) for start, end in spans)


def _figures(kept: Mapping[date, KeptDay], start: date, end: date) -> Figures:
    length = (end - start).days + 1
    each = (kept.get(start + timedelta(days=at)) for at in range(length))
    return figures_of([day for day in each if day is not None], start, end)


def figures_of(days: Days, start: date, end: date) -> Figures:
    """The figures of some kept days within `start` to `end`."""
    return Figures(
        start=start,
        end=end,
        days=(end - start).days + 1,
        known=len(days),
        listed=sum(day.answered is not None and day.abandoned is not None for day in days),
        told=sum(day.figures.incoming is not None for day in days),
        untold=sum(day.figures.incoming is None or day.figures.abandoned is None for day in days),
        incoming=_sum(day.figures.incoming for day in days),
        answered=_sum(day.figures.answered for day in days),
        unanswered=_sum(day.figures.unanswered for day in days),
        abandoned=_sum(day.figures.abandoned for day in days),
        short=_short(days),
        service=_service(days),
        answer_wait=mean_wait(_answer_waits(day) for day in days),
        abandon_rate=_abandon_rate(days),
        answer_rate=_answer_rate(days),
        average_wait=_mean(days, _waited, lambda figures: figures.incoming),
        average_talk=_mean(days, _talked, lambda figures: figures.answered),
        longest_wait=_longest(days),
    )


def service(answered: Iterable[Calls], abandoned: Iterable[Calls]) -> Estimate | None:
    """The share of calls answered in time: in time / (answered + abandoned that were not short)."""
    taken = in_time_least = in_time_most = lost_least = lost_most = 0
    for calls in answered:
        taken += calls.calls
        in_time_least += calls.in_time[0]
        in_time_most += calls.in_time[1]
    for calls in abandoned:
        lost_least += calls.calls - calls.short[1]
        lost_most += calls.calls - calls.short[0]
    if not taken + lost_most:
        return None
    low = in_time_least / (taken + lost_most)
    return estimate(low, in_time_most / (taken + lost_least) if taken else low)


def mean_wait(parts: Iterable[Waits | None]) -> Estimate | None:
    """Seconds a call over all parts that know their waits, or a range of them."""
    calls = least = most = 0
    for part in parts:
        if part is not None:
            calls += part[0]
            least += part[1]
            most += part[2]
    return estimate(least / calls, most / calls) if calls else None


def waits_of(calls: Calls) -> Waits | None:
    """The waits of listed calls; None when nothing bounds those that are not told."""
    return (calls.calls, calls.wait_seconds, calls.wait_most) if calls.wait_most is not None else None


def estimate(low: float, high: float) -> Estimate:
    """A figure between `low` and `high`; the middle stands for it."""
    return Estimate(value=(low + high) / 2, low=low, high=high)


def _sum(counts: Iterable[int | None]) -> int | None:
    known = tuple(counts)
    told = [count for count in known if count is not None]
    return sum(told) if told and len(told) == len(known) else None


def _short(days: Days) -> int | None:
    """Short abandons of the days whose list is there; None when a wait that is not told leaves the number open."""
    lists = [day.abandoned.total for day in days if day.abandoned is not None]
    # Days without abandoned calls need no list; alone they say nothing about the days that do need one.
    if not lists or (len(lists) < len(days) and not any(one.calls for one in lists)):
        return None
    least, most = (sum(one.short[end] for one in lists) for end in (0, 1))
    return least if least == most else None


def _abandon_rate(days: Days) -> Estimate | None:
    """(abandoned - short) / (incoming - short), over days whose figures do not contradict each other."""
    incoming = abandoned = short_least = short_most = 0
    for day in days:
        offered, lost = day.figures.incoming, day.figures.abandoned
        if offered is None or lost is None or lost > offered:
            continue
        incoming += offered
        abandoned += lost
        if day.abandoned is not None:
            short_least += min(lost, day.abandoned.total.short[0])
            short_most += min(lost, day.abandoned.total.short[1])
    if incoming == short_least:
        return None
    high = (abandoned - short_least) / (incoming - short_least)
    return estimate((abandoned - short_most) / (incoming - short_most) if incoming > short_most else high, high)


def _answer_rate(days: Days) -> float | None:
    incoming = answered = 0
    for day in days:
        offered, taken = day.figures.incoming, day.figures.answered
        if offered is not None and taken is not None and taken <= offered:
            incoming += offered
            answered += taken
    return answered / incoming if incoming else None


def _service(days: Days) -> Estimate | None:
    """The service level of the days with both lists."""
    both = [(day.answered.total, day.abandoned.total) for day in days if day.answered and day.abandoned]
    return service((answered for answered, _ in both), (abandoned for _, abandoned in both))


def _answer_waits(day: KeptDay) -> Waits | None:
    """The waits of a day's answered calls: out of their list, else what the other calls leave of all waits."""
    listed = day.answered.total if day.answered else None
    if listed is not None and not listed.untold:
        return waits_of(listed)
    return _rest_of_waits(day) or (waits_of(listed) if listed is not None else None)


def _rest_of_waits(day: KeptDay) -> Waits | None:
    """All waits less those of the calls that nobody answered."""
    answered, waited = day.figures.answered, day.figures.wait_seconds
    if not answered or waited is None or day.unanswered is None or day.abandoned is None:
        return None
    others = (day.unanswered.total, day.abandoned.total)
    if any(one.untold for one in others) or (any(one.calls for one in others) and not day.settled):
        return None
    seconds = waited - sum(one.wait_seconds for one in others)
    return (answered, seconds, seconds) if seconds >= 0 else None


def _mean(
    days: Days, seconds: Callable[[KeptDay], int | None], calls: Callable[[DayStatistics], int | None]
) -> float | None:
    """Seconds a call, over the days that tell both."""
    number = whole = 0
    for day in days:
        these, spent = calls(day.figures), seconds(day)
        if these and spent is not None:
            number += these
            whole += spent
    return whole / number if number else None


def _waited(day: KeptDay) -> int | None:
    """Waits of a day in all: as told, else out of the lists. The PBX's rounded means are no help."""
    if day.figures.wait_seconds is not None:
        return day.figures.wait_seconds
    if day.lists and day.settled and not any(one.total.untold for one in day.lists):
        return sum(one.total.wait_seconds for one in day.lists)
    return None


def _talked(day: KeptDay) -> int | None:
    """Conversations of a day in all, found as its waits are."""
    if day.figures.talk_seconds is not None:
        return day.figures.talk_seconds
    if day.answered and day.settled and day.answered.total.talks == day.answered.total.calls:
        return day.answered.total.talk_seconds
    return None


def _longest(days: Days) -> int | None:
    """The longest wait of days with calls; None when one of them does not tell it."""
    told = []
    for day in days:
        if day.figures.incoming == 0:
            continue
        longest = day.figures.longest_wait
        if longest is None and day.lists and not any(one.total.untold for one in day.lists):
            longest = max(one.total.longest_wait for one in day.lists)
        if longest is None:
            return None
        told.append(longest)
    return max(told, default=None)
