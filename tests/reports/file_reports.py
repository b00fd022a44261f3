"""Reports made by hand for the tests of files: every kind of cell, odd words, unknown and estimated figures."""

from datetime import date, datetime, timedelta

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.reports.request import Group, Period, ReportRequest, View
from supervisor_gui.reports.values import (
    Axis,
    CellKind,
    Chart,
    Column,
    Estimate,
    Mark,
    Panel,
    Picture,
    Report,
    Segment,
    Series,
    Table,
    Tile,
    Timeline,
    TimelineRow,
    Value,
)

FIRST = date(2026, 11, 1)

COLUMNS = (
    Column("day", "Day", CellKind.DATE),
    Column("incoming", "Incoming", CellKind.COUNT),
    Column("answered", "Answered", CellKind.COUNT),
    Column("abandoned", "Abandoned", CellKind.COUNT),
    Column("service", "Service level", CellKind.PERCENT, "in time / (answered + abandoned)"),
    Column("answer_wait", "Mean wait", CellKind.SECONDS, "=not a formula"),
    Column("note", "Note", CellKind.TEXT),
)
ROWS: tuple[tuple[Value, ...], ...] = (
    (FIRST, 1482, 1400, 82, 0.8425, 34.5, ""),
    (FIRST + timedelta(days=1), 10, 7, 3, Estimate(0.7, 0.6, 0.9), Estimate(61.4, 61.4, 61.4), "=cmd|' /C calc'!A0"),
    (FIRST + timedelta(days=2), 0, 0, 0, None, None, 'says "so"; or, not'),
)
TOTALS: tuple[Value, ...] = (None, 1492, 1407, 85, 0.84, 4_000.2, None)


def chart_over(rows: tuple[tuple[Value, ...], ...]) -> Chart:
    """Stacked bars with a line in percent, the period before and a panel of seconds."""
    nothing = (None,) * len(rows)
    return Chart(
        title="Calls by day",
        labels=tuple(str(row[0]) for row in rows),
        names=tuple(str(row[0]) for row in rows),
        panels=(
            Panel(
                series=(
                    Series("answered", "Answered", nothing),
                    Series("abandoned", "Abandoned", nothing),
                    Series("service", "Service level", nothing, Axis.PERCENT, Mark.LINE),
                    Series("before", "Month before", nothing, Axis.COUNT, Mark.DOTS),
                ),
                target=0.8,
                target_title="Target",
            ),
            Panel(series=(Series("answer_wait", "Mean wait", nothing, Axis.SECONDS, Mark.LINE),)),
        ),
    )


def report_of(
    table: Table | None = None,
    picture: Picture | None = None,
    *,
    view: View = View.DAYS,
    group: Group = Group.DAY,
    period: Period | None = None,
    day: date | None = None,
    queue: str = "",
    extension: str = "",
) -> Report:
    """A report, by default of three days in November."""
    shown = table or Table(COLUMNS, ROWS, TOTALS)
    return Report(
        request=ReportRequest(
            period=period or Period(FIRST, FIRST + timedelta(days=23)),
            view=view,
            group=group,
            day=day,
            queue=queue,
            extension=extension,
        ),
        title="Statistics by day",
        period="1–24 November 2026",
        tiles=(
            Tile("service", "Service level", Estimate(0.84, 0.8, 0.88), CellKind.PERCENT, change=0.04, hint="in time"),
            Tile("answer_wait", "Mean wait", None, CellKind.SECONDS),
        ),
        picture=picture or chart_over(shown.rows),
        table=shown,
        notes=("=One day has no lists.",),
        account_tail="•••0000",
        demo=True,
    )


def long_table(rows: int) -> Table:
    """A table of so many days."""
    return Table(COLUMNS, tuple((FIRST, at, at, 0, at / rows, float(at), f"row {at}") for at in range(rows)), TOTALS)


def agents_report() -> Report:
    """Two agents' day, their table with a row for each state."""
    midnight = datetime(2026, 11, 24, tzinfo=PBX_ZONE).timestamp()
    rows = (
        TimelineRow(
            "101",
            "=Ayşe",
            (
                Segment(midnight, midnight + 90, "idle", "Free"),
                Segment(midnight + 90, midnight + 120, "paused", "Break: lunch"),
                Segment(midnight + 120, midnight + 150, "paused", "Break"),
            ),
        ),
        TimelineRow("102", "", (Segment(midnight, midnight + 30_000, "idle", "Free"),)),
    )
    columns = (
        Column("agent", "Agent", CellKind.TEXT),
        Column("from", "From", CellKind.MOMENT),
        Column("at", "At", CellKind.CLOCK),
        Column("total", "Total", CellKind.SECONDS),
    )
    at = datetime(2026, 11, 24, 9, 5, 7, tzinfo=PBX_ZONE)
    return report_of(
        Table(columns, (("=Ayşe", at, at, 90),)),
        Timeline("Agents", midnight, midnight + 86_400, rows, (("idle", "Free"), ("paused", "Break"))),
        view=View.AGENTS,
        day=date(2026, 11, 24),
    )


def turkish_marks(_context: str, source: str, _n: int) -> str:
    """A translator that knows how Turkish writes numbers, and one word."""
    return {"1,234.5": "1.234,5", "{n}%": "%{n}", "s": "sn", "Total": "Toplam"}.get(source, source)
