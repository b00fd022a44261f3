"""All figures of whole days that one report needs, counted in one go over each period. Formulas are `counting`'s."""

from datetime import date, timedelta

import msgspec

from supervisor_gui.clock import pbx_day
from supervisor_gui.reports import counting, periods
from supervisor_gui.reports.figures import Figures
from supervisor_gui.reports.kept_days import KeptDays, Limits, kept_days
from supervisor_gui.reports.parts import Material
from supervisor_gui.reports.request import Period, ReportRequest


class Compared(msgspec.Struct, frozen=True):
    """Two stretches of days that are compared, both known whole.

    Attributes:
        here, there: The figures of the period, and of the one before it.
        counts: Whether they are days that are over, so that numbers of calls compare as well.
        part: Whether days of the period are left out.
    """

    here: Figures
    there: Figures
    counts: bool
    part: bool


class Counted(msgspec.Struct, frozen=True):
    """The figures of a report.

    Attributes:
        total: Those of its period.
        bars: Those of each bar of the period.
        earlier: Those of each bar of the period before; empty when nothing is compared.
        compared: What the tiles compare; None when one of the periods is not known whole.
        lonely: Whether a comparison is wanted, and the whole period before is known to have no calls.
    """

    total: Figures
    bars: tuple[Figures, ...] = ()
    earlier: tuple[Figures, ...] = ()
    compared: Compared | None = None
    lonely: bool = False


_Span = tuple[date, date]


class KeptPeriods(msgspec.Struct, frozen=True):
    """The kept days of what a report shows, and of the period before it; None when nothing is compared."""

    here: KeptDays
    before: KeptDays | None


def kept_periods(request: ReportRequest, material: Material) -> KeptPeriods:
    """The days that all figures of a report are counted from."""
    limits = Limits(request.threshold, request.short)
    before = material.before if request.compare else None
    return KeptPeriods(kept_days(material.past, limits), None if before is None else kept_days(before, limits))


def counted(request: ReportRequest, kept: KeptPeriods, now: float, *, bars: bool) -> Counted:
    """Count what `request` shows; the single bars only when `bars`."""
    period, earlier = request.period, periods.before(request.period)
    here, there, over = _alike(period, earlier, now)
    spans = periods.spans(period, request.group) if bars else ()
    total, mine, *shown = counting.count(kept.here, (_days(period), here, *spans))
    if kept.before is None:
        return Counted(total, tuple(shown))
    spans = periods.spans(earlier, request.group) if bars else ()
    theirs, *before = counting.count(kept.before, (there, *spans))
    if _no_calls(kept.before, earlier):
        return Counted(total, tuple(shown), lonely=True)
    whole = mine.known == mine.days and theirs.known == theirs.days
    return Counted(
        total,
        tuple(shown),
        tuple(before),
        Compared(mine, theirs, counts=over > 0, part=here != _days(period)) if whole else None,
    )


def _no_calls(kept: KeptDays, period: Period) -> bool:
    """Whether every day of a period is known to have no calls: before an account's first call there are only such."""
    found = (kept.days.get(day) for day in period.each())
    return all(day is not None and day.figures.incoming == 0 for day in found)


def _alike(period: Period, earlier: Period, now: float) -> tuple[_Span, _Span, int]:
    """What is compared with what, and how many days of it are over.

    Half a day against a whole one is always less, so what is not over is left out, here and there. Of a period with no
    day that is over, all there is is compared.
    """
    still_open = max(0, (period.end - pbx_day(now)).days + 1)
    over = min(period.days - still_open, earlier.days)
    if not still_open or over < 1:
        return _days(period), _days(earlier), over
    return _first_days(period, over), _first_days(earlier, over), over


def _days(period: Period) -> _Span:
    return period.start, period.end


def _first_days(period: Period, days: int) -> _Span:
    return period.start, period.start + timedelta(days=days - 1)
