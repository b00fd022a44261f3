"""The picture of days, weeks or months, and its table. What is in a figure is `counting`'s business."""

from collections.abc import Iterable

from supervisor_gui.i18n import QT_TRANSLATE_NOOP, translate
from supervisor_gui.reports import spelling, words
from supervisor_gui.reports.counted import Counted, counted, kept_periods
from supervisor_gui.reports.day_notes import any_estimated, day_notes
from supervisor_gui.reports.figures import Figures
from supervisor_gui.reports.parts import Material, Parts
from supervisor_gui.reports.period_tiles import period_tiles
from supervisor_gui.reports.request import Group, Preset, ReportRequest
from supervisor_gui.reports.shown import Shown, number_in
from supervisor_gui.reports.values import (
    Axis,
    CellKind,
    Chart,
    Column,
    Mark,
    Panel,
    Series,
    Table,
    Value,
)

_Shown = Shown[Figures]

_INCOMING = _Shown(words.INCOMING, lambda figures: figures.incoming)
_ANSWERED = _Shown(words.ANSWERED, lambda figures: figures.answered)
_UNANSWERED = _Shown(words.UNANSWERED, lambda figures: figures.unanswered)
_ABANDONED = _Shown(words.ABANDONED, lambda figures: figures.abandoned)
_SERVICE = _Shown(words.SERVICE, lambda figures: figures.service)
_ANSWER_WAIT = _Shown(words.ANSWER_WAIT, lambda figures: figures.answer_wait)
_AVERAGE_WAIT = _Shown(words.AVERAGE_WAIT, lambda figures: figures.average_wait)
_AVERAGE_TALK = _Shown(words.AVERAGE_TALK, lambda figures: figures.average_talk)
_LONGEST_WAIT = _Shown(words.LONGEST_WAIT, lambda figures: figures.longest_wait)

_COLUMNS = (
    _INCOMING,
    _ANSWERED,
    _UNANSWERED,
    _ABANDONED,
    _Shown(words.SHORT, lambda figures: figures.short),
    _SERVICE,
    _Shown(words.ANSWER_RATE, lambda figures: figures.answer_rate),
    _ANSWER_WAIT,
    _AVERAGE_WAIT,
    _AVERAGE_TALK,
    _LONGEST_WAIT,
)
_BARS = (_ANSWERED, _UNANSWERED, _ABANDONED)
_LINES = ((_AVERAGE_WAIT, _ANSWER_WAIT), (_AVERAGE_TALK, _LONGEST_WAIT))
"""Lines over an axis of their own each: seconds would be flat beside minutes."""

_TITLES = {
    Group.DAY: QT_TRANSLATE_NOOP("Statistics", "Incoming calls"),
    Group.WEEK: QT_TRANSLATE_NOOP("Statistics", "Incoming calls by week"),
    Group.MONTH: QT_TRANSLATE_NOOP("Statistics", "Incoming calls by month"),
}
_EARLIER = {
    Preset.TODAY: QT_TRANSLATE_NOOP("Statistics", "yesterday"),
    Preset.YESTERDAY: QT_TRANSLATE_NOOP("Statistics", "the day before"),
    Preset.THIS_WEEK: QT_TRANSLATE_NOOP("Statistics", "last week"),
    Preset.LAST_WEEK: QT_TRANSLATE_NOOP("Statistics", "the week before"),
    Preset.THIS_MONTH: QT_TRANSLATE_NOOP("Statistics", "last month"),
    Preset.LAST_MONTH: QT_TRANSLATE_NOOP("Statistics", "the month before"),
    Preset.RANGE: QT_TRANSLATE_NOOP("Statistics", "as many days before"),
}


def day_parts(request: ReportRequest, material: Material) -> Parts:
    """The view of the request's days, grouped as it says."""
    found = counted(request, kept_periods(request, material), material.now, bars=True)
    table = _table(request, found.bars, found.total)
    estimated = any_estimated((*table.rows, table.totals))
    title = translate("Statistics", _TITLES[request.group])
    return Parts(
        title=title,
        tiles=period_tiles(request, found),
        picture=_chart(request, title, found),
        table=table,
        notes=day_notes(material.past, request.period, found.total, estimated=estimated),
    )


def earlier_title(preset: Preset) -> str:
    """What the period before is called in a legend."""
    return translate("Statistics", _EARLIER[preset])


def _chart(request: ReportRequest, title: str, found: Counted) -> Chart:
    bars = found.bars
    calls = [
        *(shown.series(request, bars, Axis.COUNT, Mark.BAR) for shown in _BARS),
        _SERVICE.series(request, bars, Axis.PERCENT, Mark.LINE),
    ]
    before = _earlier(found.earlier, len(bars))
    if any(value is not None for value in before):
        title_before = earlier_title(request.period.preset)
        calls.append(Series("before", title_before, before, Axis.COUNT, Mark.DOTS))
    lines = (Panel(tuple(one.series(request, bars, Axis.SECONDS, Mark.LINE) for one in each)) for each in _LINES)
    return Chart(
        title=f"{title}, {spelling.period_text(request.period)}",
        labels=tuple(_label(bar, request.group) for bar in bars),
        names=tuple(spelling.days_text(bar.start, bar.end) for bar in bars),
        panels=(with_target(tuple(calls), request), *lines),
    )


def with_target(series: tuple[Series, ...], request: ReportRequest) -> Panel:
    """A panel with the line of the wanted service level, if there is one."""
    if not request.target:
        return Panel(series)
    return Panel(series, request.target / 100, translate("Statistics", "target"))


def _earlier(earlier: Iterable[Figures], places: int) -> tuple[float | None, ...]:
    """Incoming calls of the period before, its first bar at the first place.

    Bars before its first call are left out: an account without calls yet is not one that nobody called.
    """
    bars = list(earlier)[:places]
    first = next((at for at, bar in enumerate(bars) if bar.incoming), places)
    values = [number_in(bar.incoming) if at >= first else None for at, bar in enumerate(bars)]
    return (*values, *([None] * (places - len(values))))


def _label(bar: Figures, group: Group) -> str:
    return spelling.month_label(bar.start) if group is Group.MONTH else spelling.day_label(bar.start)


def _table(request: ReportRequest, bars: tuple[Figures, ...], total: Figures) -> Table:
    """One row a bar; a last column tells what lacks, if anything does."""
    dates = _date_columns(request.group)
    columns = (*dates, *(words.column(shown.metric, request) for shown in _COLUMNS))
    rows = tuple(_dates(bar, len(dates)) + _cells(bar) for bar in bars)
    word = translate("Statistics", "Total")
    totals: tuple[Value, ...] = (word, *(None for _ in dates[1:]), *_cells(total))
    remarks = tuple(_remark(bar) for bar in bars)
    if not any(remarks):
        return Table(columns, rows, totals)
    note = Column("note", translate("Statistics", "Note"), CellKind.TEXT)
    return Table(
        (*columns, note),
        tuple((*row, remark) for row, remark in zip(rows, remarks, strict=True)),
        (*totals, ""),
    )


def _date_columns(group: Group) -> tuple[Column, ...]:
    if group is Group.DAY:
        return (Column("day", translate("Statistics", "Day"), CellKind.DATE),)
    return (
        Column("first", translate("Statistics", "First day"), CellKind.DATE),
        Column("last", translate("Statistics", "Last day"), CellKind.DATE),
    )


def _dates(bar: Figures, columns: int) -> tuple[Value, ...]:
    return (bar.start, bar.end)[:columns]


def _cells(figures: Figures) -> tuple[Value, ...]:
    return tuple(shown.value(figures) for shown in _COLUMNS)


def _remark(bar: Figures) -> str:
    """What a row's figures lack; empty when nothing does."""
    if bar.days == 1 and not bar.known:
        return translate("Statistics", "not kept yet")
    told = []
    if absent := bar.days - bar.known:
        told.append(translate("Statistics", "%n day(s) not kept yet", None, absent))
    unlisted = bar.known - bar.listed
    if unlisted and bar.days == 1:
        told.append(translate("Statistics", "no call lists"))
    elif unlisted:
        told.append(translate("Statistics", "%n day(s) without call lists", None, unlisted))
    if any_estimated([_cells(bar)]):
        told.append(translate("Statistics", "≈ some waits not told"))
    return ", ".join(told)
