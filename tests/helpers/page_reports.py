"""Invented reports for widgets that show them: any number of days, with or without estimates, and the agents' day."""

from datetime import date

from supervisor_gui.reports.request import Period, ReportRequest, View
from supervisor_gui.reports.values import (
    Axis,
    CellKind,
    Chart,
    Column,
    Estimate,
    Mark,
    Panel,
    Report,
    Segment,
    Series,
    Table,
    Tile,
    Timeline,
    TimelineRow,
    Value,
)

COLUMNS = (
    Column("day", "Day", CellKind.DATE),
    Column("incoming", "Incoming", CellKind.COUNT, "All calls that came in."),
    Column("service", "Service level (20 s)", CellKind.PERCENT, "Answered within 20 s."),
    Column("average_wait", "Average wait (all callers)", CellKind.SECONDS),
    Column("note", "Note", CellKind.TEXT),
)

TILES = (
    Tile("incoming", "incoming", 1482, CellKind.COUNT, 0.06, CellKind.PERCENT, None, "All calls that came in."),
    Tile("answered", "answered", 1291, CellKind.COUNT, 0.08, CellKind.PERCENT, better=True),
    Tile("service", "service level (20 s)", Estimate(0.84, 0.8, 0.88), CellKind.PERCENT, -0.03, better=False),
    Tile("abandoned", "abandoned", 118, CellKind.COUNT, -0.09, CellKind.PERCENT, better=True),
    Tile("answer_wait", "average speed of answer", 19.0, CellKind.SECONDS, -2.0, CellKind.SECONDS, better=True),
    Tile("average_talk", "average talk", None, CellKind.SECONDS),
)


def row_of(day: date) -> tuple[Value, ...]:
    """One day's invented figures; Sundays are empty."""
    if day.weekday() == 6:
        return (day, 0, None, None, "")
    return (day, 60 + day.day, 0.8 + day.day / 200, 20.4, "")


def report_of(request: ReportRequest, **changed: object) -> Report:
    """A report that answers `request`, of any view, with `changed` attributes of it replaced."""
    rows = tuple(row_of(day) for day in request.period.each())
    picture = _timeline() if request.view is View.AGENTS else _chart(rows)
    given: dict[str, object] = {
        "title": "Incoming calls",
        "period": "November 2026",
        "tiles": TILES,
        "picture": picture,
        "table": Table(COLUMNS, rows, ("Total", sum(int(row[1] or 0) for row in rows), 0.84, 22.0, "")),
        "account_tail": "•••0000",
    }
    return Report(request=request, **(given | changed))


def report_for(start: date, end: date, **changed: object) -> Report:
    """A report of some days."""
    return report_of(ReportRequest(Period(start, end)), **changed)


def _chart(rows: tuple[tuple[Value, ...], ...]) -> Chart:
    calls = tuple(float(row[1] or 0) for row in rows)
    service = tuple(None if row[2] is None else float(row[2]) for row in rows)
    series = (
        Series("answered", "answered", calls),
        Series("service", "service level", service, Axis.PERCENT, Mark.LINE),
    )
    labels = tuple(f"{row[0]:%d.%m}" for row in rows)
    return Chart("Incoming calls", labels, labels, (Panel(series, 0.8, "target"),))


def _timeline() -> Timeline:
    stretch = Segment(1_795_500_000.0, 1_795_503_600.0, "talking", "talking")
    return Timeline(
        "Agents' day",
        1_795_467_600.0,
        1_795_554_000.0,
        (TimelineRow("101", "Ayşe Yılmaz", (stretch,)),),
        (("talking", "talking"),),
    )
