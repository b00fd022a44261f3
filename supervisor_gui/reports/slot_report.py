"""The pictures of the hours of a day and of the weekdays, and their tables. What is in a slot is `slots`' business."""

from collections.abc import Callable, Sequence

import msgspec

from supervisor_gui.i18n import QT_TRANSLATE_NOOP, translate
from supervisor_gui.reports import slots, spelling, words
from supervisor_gui.reports.counted import counted, kept_periods
from supervisor_gui.reports.day_notes import any_estimated, day_notes
from supervisor_gui.reports.day_report import earlier_title, with_target
from supervisor_gui.reports.figures import Figures, SlotFigures
from supervisor_gui.reports.kept_days import KeptDays
from supervisor_gui.reports.parts import Material, Parts
from supervisor_gui.reports.period_tiles import period_tiles
from supervisor_gui.reports.request import ReportRequest
from supervisor_gui.reports.shown import Shown, number_in
from supervisor_gui.reports.values import Axis, CellKind, Chart, Column, Mark, Panel, Series, Table, Value

_Counting = Callable[[KeptDays], tuple[SlotFigures, ...]]


_Shown = Shown[SlotFigures]


def _incoming(slot: SlotFigures) -> int | None:
    """All calls of a slot; None when one of its numbers is not known."""
    parts = [slot.answered, slot.unanswered, slot.abandoned]
    told = [calls for calls in parts if calls is not None]
    return sum(told) if len(told) == len(parts) else None


def _recorded(slot: SlotFigures) -> int | None:
    """All calls of a slot out of call records, where everybody nobody answered is one number."""
    return None if slot.answered is None or slot.unanswered is None else slot.answered + slot.unanswered


_DAYS = _Shown(words.COUNTED_DAYS, lambda slot: slot.days)
_ANSWERED = _Shown(words.ANSWERED, lambda slot: slot.answered)
_UNANSWERED = _Shown(words.UNANSWERED, lambda slot: slot.unanswered)
_ABANDONED = _Shown(words.ABANDONED, lambda slot: slot.abandoned)
_MISSED = _Shown(words.MISSED, lambda slot: slot.unanswered)
_SERVICE = _Shown(words.SERVICE, lambda slot: slot.service)
_ANSWER_WAIT = _Shown(words.ANSWER_WAIT, lambda slot: slot.answer_wait)


class _Kind(msgspec.Struct, frozen=True):
    """What hours and weekdays differ in; its words are English sources.

    Attributes:
        key: The name of the first column.
        title: Heading of page and file.
        column: Heading of the first column.
        count: Makes the slots out of what is kept.
        label, name: Short and full word of a slot.
        repeated: Whether each day of the period counts into every slot.
    """

    key: str
    title: str
    column: str
    count: _Counting
    label: Callable[[int], str]
    name: Callable[[int], str]
    repeated: bool


_HOURS = _Kind(
    "hour",
    QT_TRANSLATE_NOOP("Statistics", "Incoming calls by hour of the day"),
    QT_TRANSLATE_NOOP("Statistics", "Hour"),
    slots.count_hours,
    spelling.hour_label,
    spelling.hour_name,
    repeated=True,
)
_WEEKDAYS = _Kind(
    "weekday",
    QT_TRANSLATE_NOOP("Statistics", "Incoming calls by weekday"),
    QT_TRANSLATE_NOOP("Statistics", "Weekday"),
    slots.count_weekdays,
    spelling.weekday_label,
    spelling.weekday_name,
    repeated=False,
)


def hour_parts(request: ReportRequest, material: Material) -> Parts:
    """The view of the hours of the day, over the request's period."""
    return _parts(_HOURS, request, material)


def weekday_parts(request: ReportRequest, material: Material) -> Parts:
    """The view of the weekdays, over the request's period."""
    return _parts(_WEEKDAYS, request, material)


def _parts(kind: _Kind, request: ReportRequest, material: Material) -> Parts:
    kept = kept_periods(request, material)
    slots_here = kind.count(kept.here)
    slots_before = kind.count(kept.before) if kept.before is not None else ()
    found = counted(request, kept, material.now, bars=False)
    if found.lonely:
        slots_before = ()
    mixed = _out_of_records(kind, slots_here)
    title = translate("Statistics", kind.title)
    table = _table(kind, request, slots_here, found.total, mixed=mixed)
    estimated = any_estimated((*table.rows, table.totals))
    notes = day_notes(material.past, request.period, found.total, estimated=estimated)
    return Parts(
        title=title,
        tiles=period_tiles(request, found),
        picture=_chart(kind, request, title, slots_here, slots_before, mixed=mixed),
        table=table,
        notes=(*notes, *_notes(kind, request, slots_here, mixed=mixed)),
    )


def _out_of_records(kind: _Kind, figures: Sequence[SlotFigures]) -> bool:
    """Whether unanswered and abandoned calls of the hours are one number."""
    return kind.repeated and any(slot.abandoned is None and slot.unanswered is not None for slot in figures)


def _shown(*, mixed: bool) -> tuple[_Shown, ...]:
    """What the table has a column for."""
    calls = _recorded if mixed else _incoming

    def per_day(slot: SlotFigures) -> float | None:
        number = calls(slot)
        return number / slot.days if number is not None and slot.days else None

    rest = (_MISSED,) if mixed else (_UNANSWERED, _ABANDONED, _SERVICE, _ANSWER_WAIT)
    return (_DAYS, _Shown(words.INCOMING, calls), _ANSWERED, *rest, _Shown(words.PER_DAY, per_day))


def _chart(
    kind: _Kind,
    request: ReportRequest,
    title: str,
    figures: Sequence[SlotFigures],
    before: Sequence[SlotFigures],
    *,
    mixed: bool,
) -> Chart:
    bars = (_ANSWERED, _MISSED) if mixed else (_ANSWERED, _UNANSWERED, _ABANDONED)
    series = [shown.series(request, figures, Axis.COUNT, Mark.BAR) for shown in bars]
    if not mixed:
        series.append(_SERVICE.series(request, figures, Axis.PERCENT, Mark.LINE))
    if before:
        calls = _recorded if _out_of_records(kind, before) else _incoming
        values = tuple(number_in(calls(slot)) for slot in before)
        series.append(Series("before", earlier_title(request.period.preset), values, Axis.COUNT, Mark.DOTS))
    panels = [Panel(tuple(series)) if mixed else with_target(tuple(series), request)]
    if not mixed:
        panels.append(Panel((_ANSWER_WAIT.series(request, figures, Axis.SECONDS, Mark.LINE),)))
    return Chart(
        title=f"{title}, {spelling.period_text(request.period)}",
        labels=tuple(kind.label(slot.slot) for slot in figures),
        names=tuple(_slot_name(kind, slot) for slot in figures),
        panels=tuple(panels),
    )


def _slot_name(kind: _Kind, slot: SlotFigures) -> str:
    days = slot.days
    counted_days = translate("Statistics", "%n day(s)", None, days)
    return f"{kind.name(slot.slot)}, {counted_days}"


def _table(
    kind: _Kind, request: ReportRequest, figures: Sequence[SlotFigures], total: Figures, *, mixed: bool
) -> Table:
    shown = _shown(mixed=mixed)
    first = Column(kind.key, translate("Statistics", kind.column), CellKind.TEXT)
    columns = (first, *(words.column(each.metric, request) for each in shown))
    whole = _whole(kind, figures, total)
    rows: list[tuple[Value, ...]] = [(kind.name(slot.slot), *(each.value(slot) for each in shown)) for slot in figures]
    totals = (translate("Statistics", "Total"), *(each.value(whole) for each in shown))
    if not any_estimated((*rows, totals)):
        return Table(columns, tuple(rows), totals)
    note = Column("note", translate("Statistics", "Note"), CellKind.TEXT)
    return Table((*columns, note), tuple((*row, _remark(row)) for row in rows), (*totals, _remark(totals)))


def _remark(row: tuple[Value, ...]) -> str:
    """What tells also in a file of bare figures that some of them are no exact ones."""
    return translate("Statistics", "≈ some waits not told") if any_estimated([row]) else ""


def _whole(kind: _Kind, figures: Sequence[SlotFigures], total: Figures) -> SlotFigures:
    """All slots as one: what the table adds up to, with the period's own shares and means."""
    known = [slot for slot in figures if slot.days]
    days = [slot.days for slot in known]
    return SlotFigures(
        slot=0,
        days=max(days, default=0) if kind.repeated else sum(days),
        answered=_sum([slot.answered for slot in known]),
        unanswered=_sum([slot.unanswered for slot in known]),
        abandoned=_sum([slot.abandoned for slot in known]),
        service=total.service if any(slot.service is not None for slot in known) else None,
        answer_wait=total.answer_wait if any(slot.answer_wait is not None for slot in known) else None,
    )


def _sum(calls: Sequence[int | None]) -> int | None:
    told = [each for each in calls if each is not None]
    return sum(told) if told and len(told) == len(calls) else None


def _notes(kind: _Kind, request: ReportRequest, figures: Sequence[SlotFigures], *, mixed: bool) -> tuple[str, ...]:
    notes = []
    if mixed:
        notes.append(
            translate(
                "Statistics", "Hours come from call records, which do not tell unanswered and abandoned calls apart."
            )
        )
    if not kind.repeated and request.period.days > 1 and len({slot.days for slot in figures}) > 1:
        notes.append(translate("Statistics", "The weekdays do not occur equally often: compare by “Incoming a day”."))
    return tuple(notes)
