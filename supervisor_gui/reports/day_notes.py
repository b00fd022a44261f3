"""What to know about figures of whole days, a sentence each. It counts nothing."""

from collections.abc import Iterable
from datetime import date, datetime

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.history.day_values import Past
from supervisor_gui.i18n import translate
from supervisor_gui.reports import spelling
from supervisor_gui.reports.figures import Figures
from supervisor_gui.reports.request import Period
from supervisor_gui.reports.values import Estimate, Value


def within(day: date, period: Period) -> bool:
    """Whether `day` is one of the period's."""
    return period.start <= day <= period.end


def missing_days(past: Past, period: Period) -> tuple[date, ...]:
    """Days of the period whose figures are not kept."""
    known = {stored.figures.day for stored in past.days}
    return tuple(day for day in period.each() if day not in known)


def open_since(past: Past, period: Period) -> float:
    """When the oldest question was asked behind what can still change in the period; 0.0 when all is final."""
    asked = [row.asked_at for row in past.days if not row.final and within(row.figures.day, period)]
    asked += [
        row.asked_at for rows in (past.lists, past.records) for row in rows if not row.final and within(row.day, period)
    ]
    return min(asked, default=0.0)


def day_notes(past: Past, period: Period, total: Figures, *, estimated: bool) -> tuple[str, ...]:
    """Sentences about what is missing, what is estimated and what can still change.

    Args:
        past: What is kept.
        period: What is shown of it.
        total: Its figures in all.
        estimated: Whether anything shown is not exact.
    """
    notes = []
    if absent := total.days - total.known:
        notes.append(translate("Statistics", "%n day(s) are not kept here yet and not counted.", None, absent))
    unlisted = total.known - total.listed
    refused = min(unlisted, len({row.day for row in past.lists if not row.listed and within(row.day, period)}))
    if refused:
        notes.append(translate("Statistics", "The PBX gives no call lists for %n day(s).", None, refused))
    if awaited := unlisted - refused:
        notes.append(translate("Statistics", "The call lists of %n day(s) are not kept here yet.", None, awaited))
    untold = total.untold
    if 0 < untold <= awaited:
        told = translate(
            "Statistics",
            "Incoming and abandoned calls are missing for %n day(s); the call lists will complete them.",
            None,
            untold,
        )
        notes.append(told)
    elif untold:
        notes.append(translate("Statistics", "Incoming and abandoned calls are missing for %n day(s).", None, untold))
    if unlisted and total.listed:
        notes.append(translate("Statistics", "Service level and short abandons are those of the days with call lists."))
    if estimated:
        notes.append(
            translate("Statistics", "“≈”: some waits were not told; the true figure is within the range shown.")
        )
    if damaged := sum(row.damaged for row in past.lists if within(row.day, period)):
        notes.append(translate("Statistics", "%n row(s) of the call lists could not be read.", None, damaged))
    if since := open_since(past, period):
        moment = spelling.moment_text(datetime.fromtimestamp(since, PBX_ZONE))
        notes.append(translate("Statistics", "The newest figures can still change: as of {time}.").format(time=moment))
    return tuple(notes)


def any_estimated(rows: Iterable[Iterable[Value]]) -> bool:
    """Whether a cell of these rows is not exact."""
    return any(isinstance(cell, Estimate) and not cell.exact for row in rows for cell in row)
