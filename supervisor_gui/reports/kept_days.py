"""What is kept of each day, made whole: figures that follow from others, call lists added up. It counts no period.

Each rule is in docs/metrics.md, Statistics. A figure that does not follow from anything stays None.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from supervisor_gui.history.day_values import HourCount, Past, StoredDay, StoredList
from supervisor_gui.netsantral.types_statistics import CallOutcome, DayStatistics

Range = tuple[int, int]
"""The least and the most that a number of calls can be."""


class Limits(msgspec.Struct, frozen=True):
    """Seconds within which a call counts as answered in time, and up to which an abandoned one is not counted."""

    threshold: int
    short: int


class Calls(msgspec.Struct, frozen=True):
    """Calls of one outcome, as far as their lists tell.

    Attributes:
        calls: How many, those included that the figures tell and the list lacks.
        waits: How many of them tell their wait.
        wait_seconds, longest_wait: Sum and most of those.
        wait_most: What all waits come to at the most; None when nothing bounds those that are not told.
        talks: How many tell their conversation.
        talk_seconds: Sum of those.
        in_time, short: Calls within the threshold and within the short limit.
    """

    calls: int = 0
    waits: int = 0
    wait_seconds: int = 0
    longest_wait: int = 0
    wait_most: int | None = 0
    talks: int = 0
    talk_seconds: int = 0
    in_time: Range = (0, 0)
    short: Range = (0, 0)

    @property
    def untold(self) -> int:
        """Calls whose wait is not known."""
        return self.calls - self.waits


class KeptList(msgspec.Struct, frozen=True):
    """The calls of one outcome of one day.

    Attributes:
        total: All of them.
        hours: The listed ones by hour.
        longest: Seconds that surely none of them waited longer, those included that do not tell; None when not known.
    """

    total: Calls = Calls()
    hours: tuple[HourCount, ...] = ()
    longest: int | None = None


class KeptDay(msgspec.Struct, frozen=True):
    """One day whose figures are kept.

    Attributes:
        figures: What the PBX told, and what follows from it.
        settled: Whether figures and lists are all final, so that they are about the same calls.
        answered, unanswered, abandoned: The lists; None where the PBX has not given one. Where no call went that way
            none is needed: it is there, and empty.
    """

    figures: DayStatistics
    settled: bool
    answered: KeptList | None = None
    unanswered: KeptList | None = None
    abandoned: KeptList | None = None

    @property
    def lists(self) -> tuple[KeptList, ...]:
        """All three lists; nothing when one is not there."""
        found = tuple(one for one in (self.answered, self.unanswered, self.abandoned) if one is not None)
        return found if len(found) == len(CallOutcome) else ()


class KeptDays(msgspec.Struct, frozen=True):
    """The kept days of a period, made once for all that a report counts.

    Attributes:
        past: What they were made of.
        limits: What its hours were counted with.
        days: Those of which anything is told, in order.
    """

    past: Past
    limits: Limits
    days: Mapping[date, KeptDay]


def kept_days(past: Past, limits: Limits) -> KeptDays:
    """Each day of `past` of which anything is told; its hours were counted with the same limits."""
    hours = {how: _by_list(past.hours, how) for how in CallOutcome}
    lists: dict[date, dict[CallOutcome, _List]] = {}
    for row in past.lists:
        listed = hours[row.outcome].get(row.day, ())
        calls = sum([one.calls for one in listed])
        # The calls of a list may be gone earlier than the row that tells of them.
        if row.listed and calls >= row.calls:
            lists.setdefault(row.day, {})[row.outcome] = _List(row, tuple(listed), calls)
    kept = (_kept(stored, lists.get(stored.figures.day, {}), limits) for stored in past.days)
    return KeptDays(past, limits, {day.figures.day: day for day in kept if _tells(day.figures)})


def _by_list(hours: Sequence[HourCount], how: CallOutcome) -> Mapping[date, Sequence[HourCount]]:
    """The hours of one outcome by day."""
    found: dict[date, list[HourCount]] = {}
    for hour in hours:
        # Outcomes are compared, never hashed: that alone would take longer than the rest.
        if hour.outcome is how:
            found.setdefault(hour.day, []).append(hour)
    return found


def _tells(figures: DayStatistics) -> bool:
    return figures != DayStatistics(figures.day)


def added(hours: Sequence[HourCount], limits: Limits, *, lost: int = 0, longest: int | None = None) -> Calls:
    """Listed calls added up, with `lost` more that are in no hour; `longest` as in `KeptList`."""
    calls = lost
    waits = seconds = in_time = short = talks = talk_seconds = 0
    # One round for all sums: a year has many hours.
    for one in hours:
        calls += one.calls
        waits += one.waits
        seconds += one.wait_seconds
        in_time += one.in_time
        short += one.short
        talks += one.talks
        talk_seconds += one.talk_seconds
    untold = calls - waits
    wait_most: int | None = seconds
    if untold:
        wait_most = None if longest is None else seconds + untold * longest
    return Calls(
        calls=calls,
        waits=waits,
        wait_seconds=seconds,
        wait_most=wait_most,
        longest_wait=max([one.longest_wait for one in hours], default=0),
        talks=talks,
        talk_seconds=talk_seconds,
        in_time=(in_time + _within(untold, longest, limits.threshold), in_time + untold),
        short=(short + _within(untold, longest, limits.short), short + untold),
    )


def _within(untold: int, longest: int | None, limit: int) -> int:
    """How many of the waits that are not told are surely within a limit."""
    return untold if longest is not None and longest <= limit else 0


def completed(figures: DayStatistics, listed: Mapping[CallOutcome, int]) -> DayStatistics:
    """A day's figures with the numbers of calls that follow from the others, or from whole lists."""
    if None not in (figures.incoming, figures.answered, figures.unanswered, figures.abandoned):
        return figures
    figures = _by_difference(figures)
    missing = {how.value: calls for how, calls in listed.items() if getattr(figures, how.value) is None}
    return _by_difference(msgspec.structs.replace(figures, **missing)) if missing else figures


def _by_difference(figures: DayStatistics) -> DayStatistics:
    """What is told of four numbers of which one is the sum of the others."""
    told = {how.value: getattr(figures, how.value) for how in CallOutcome}
    known = sum(count for count in told.values() if count is not None)
    untold = [name for name, count in told.items() if count is None]
    if figures.incoming is None:
        return figures if untold else msgspec.structs.replace(figures, incoming=known)
    left = figures.incoming - known
    # Several untold ones follow only when nothing is left for them.
    if not untold or left < 0 or (left > 0 and len(untold) > 1):
        return figures
    return msgspec.structs.replace(figures, **dict.fromkeys(untold, left))


class _List(msgspec.Struct, frozen=True):
    """A list's row with its calls by hour and in all."""

    row: StoredList
    hours: tuple[HourCount, ...]
    calls: int


def _kept(stored: StoredDay, lists: Mapping[CallOutcome, _List], limits: Limits) -> KeptDay:
    figures = completed(stored.figures, {how: one.calls for how, one in lists.items() if not one.row.damaged})
    return KeptDay(
        figures=figures,
        settled=stored.final and all(one.row.final for one in lists.values()),
        answered=_list(stored, figures.answered, lists.get(CallOutcome.ANSWERED), limits),
        unanswered=_list(stored, figures.unanswered, lists.get(CallOutcome.UNANSWERED), limits),
        abandoned=_list(stored, figures.abandoned, lists.get(CallOutcome.ABANDONED), limits),
    )


def _list(stored: StoredDay, told: int | None, one: _List | None, limits: Limits) -> KeptList | None:
    """The list of an outcome of which the figures tell `told` calls."""
    if one is None:
        return KeptList() if told == 0 else None
    longest = _longest(stored, one)
    lost = _lost(stored, one, told)
    return KeptList(total=added(one.hours, limits, lost=lost, longest=longest), hours=one.hours, longest=longest)


def _longest(stored: StoredDay, one: _List) -> int | None:
    """The day's longest wait if it holds for every call of the list, those included that do not tell theirs."""
    longest = stored.figures.longest_wait
    newer = not stored.final and one.row.asked_at > stored.asked_at
    if longest is None or newer or max([hour.longest_wait for hour in one.hours], default=0) > longest:
        return None
    return longest


def _lost(stored: StoredDay, one: _List, told: int | None) -> int:
    """Calls that the list should have and lacks; what came after it was asked for is no loss."""
    if told is None:
        return one.row.damaged
    older = not one.row.final and one.row.asked_at < stored.asked_at
    return 0 if older else max(0, told - one.calls)
