"""Makes a whole report out of what is kept: the one that the screen shows and files hold. Pure, on any thread.

Each view has its own file; this one adds what all of them share. Which days are read, and from where, is the caller's.
"""

from collections.abc import Callable, Mapping
from datetime import date

from supervisor_gui.clock import pbx_day
from supervisor_gui.reports import spelling
from supervisor_gui.reports.agents_report import agents_parts
from supervisor_gui.reports.day_notes import missing_days, open_since
from supervisor_gui.reports.day_report import day_parts
from supervisor_gui.reports.intraday_report import intraday_parts
from supervisor_gui.reports.parts import Material, Parts
from supervisor_gui.reports.request import ONE_DAY_VIEWS, ReportRequest, View
from supervisor_gui.reports.slot_report import hour_parts, weekday_parts
from supervisor_gui.reports.values import Report

__all__ = ["Material", "build"]

_VIEWS: Mapping[View, Callable[[ReportRequest, Material], Parts]] = {
    View.DAYS: day_parts,
    View.HOURS: hour_parts,
    View.WEEKDAYS: weekday_parts,
    View.INTRADAY: intraday_parts,
    View.AGENTS: agents_parts,
}


def build(request: ReportRequest, material: Material) -> Report:
    """The report that answers `request`, in today's language.

    Args:
        request: What somebody wants to see.
        material: What is known about it; a period with nothing kept gives a report with "–" and a note.
    """
    parts = _VIEWS[request.view](request, material)
    one_day = request.view in ONE_DAY_VIEWS
    return Report(
        request=request,
        title=parts.title,
        period=spelling.day_name(request.shown_day) if one_day else spelling.period_text(request.period),
        tiles=parts.tiles,
        picture=parts.picture,
        table=parts.table,
        notes=parts.notes,
        account_tail=spelling.account_tail(material.account),
        demo=material.demo,
        missing=() if one_day else missing_days(material.past, request.period),
        as_of=_seen_at(request.shown_day, material.now) if one_day else open_since(material.past, request.period),
    )


def _seen_at(day: date, now: float) -> float:
    return now if day >= pbx_day(now) else 0.0
