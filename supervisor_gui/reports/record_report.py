"""Call records as a report: the calls as a table, a picture of how many there were, and when. It reads no store."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime

import msgspec

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.history.record_values import RecordedCall
from supervisor_gui.i18n import QT_TRANSLATE_NOOP, translate
from supervisor_gui.netsantral.types_records import Direction
from supervisor_gui.reports import spelling
from supervisor_gui.reports.record_words import direction_word, seen_words
from supervisor_gui.reports.request import Period, ReportRequest
from supervisor_gui.reports.values import CellKind, Chart, Column, Panel, Report, Series, Table, Tile, Value
from supervisor_gui.text import clean

HOURS = 24


class RecordMaterial(msgspec.Struct, frozen=True):
    """What a report of call records is made from.

    Attributes:
        period: The days that were chosen.
        calls: The calls found, newest first.
        names: Names to show, by extension or number.
        number: A number as this seat may see it.
        account: The PBX account.
        demo: Whether the calls are made up.
        missing: Days of the period whose calls are not kept.
        as_of: Epoch seconds up to which the running day is known, 0 when it is not among them.
        narrowed: In words, what the calls were narrowed to beside the days.
        cut: Whether there are more calls than these.
    """

    period: Period
    calls: Sequence[RecordedCall]
    names: Mapping[str, str]
    number: Callable[[str], str]
    account: str = ""
    demo: bool = False
    missing: tuple[date, ...] = ()
    as_of: float = 0.0
    narrowed: tuple[str, ...] = ()
    cut: bool = False


class _Kind(msgspec.Struct, frozen=True):
    """One kind of calls: its key, hence its colour, its words, and the directions that count."""

    key: str
    name: str
    directions: frozenset[Direction]


_KINDS = (
    _Kind("answered", QT_TRANSLATE_NOOP("Records", "incoming, taken"), frozenset({Direction.INCOMING})),
    _Kind("missed", QT_TRANSLATE_NOOP("Records", "incoming, missed"), frozenset({Direction.MISSED})),
    _Kind("outgoing", QT_TRANSLATE_NOOP("Records", "outgoing, reached"), frozenset({Direction.OUTGOING})),
    _Kind("not_reached", QT_TRANSLATE_NOOP("Records", "outgoing, not reached"), frozenset({Direction.UNANSWERED})),
)


def record_report(material: RecordMaterial) -> Report:
    """The report of these calls in today's language; pure, for any thread."""
    title = translate("Records", "Call records")
    return Report(
        request=ReportRequest(material.period, compare=False),
        title=title,
        period=spelling.period_text(material.period),
        tiles=_tiles(material.calls),
        picture=_chart(title, material),
        table=_table(material),
        notes=_notes(material),
        account_tail=spelling.account_tail(material.account),
        demo=material.demo,
        missing=material.missing,
        as_of=material.as_of,
        file=translate("ExportFile", "call-records"),
    )


def _tiles(calls: Sequence[RecordedCall]) -> tuple[Tile, ...]:
    counted = Counter(call.direction for call in calls)
    talked = sum(call.seconds for call in calls)
    kinds = (Tile(kind.key, translate("Records", kind.name), _count(counted, kind), CellKind.COUNT) for kind in _KINDS)
    return (
        Tile("calls", translate("Records", "calls"), len(calls), CellKind.COUNT),
        *kinds,
        Tile("seconds", translate("Records", "talk time"), talked, CellKind.SECONDS),
    )


def _count(counted: Mapping[Direction, int], kind: _Kind) -> int:
    return sum(counted[direction] for direction in kind.directions)


def _chart(title: str, material: RecordMaterial) -> Chart:
    """Calls by day, of one day by hour."""
    period = material.period
    if period.days == 1:
        labels = tuple(spelling.hour_label(hour) for hour in range(HOURS))
        names = tuple(spelling.hour_name(hour) for hour in range(HOURS))
        counted = Counter((_began(call).hour, call.direction) for call in material.calls)
        places: Iterable[int] = range(HOURS)
    else:
        days = period.each()
        labels = tuple(spelling.day_label(day) for day in days)
        names = tuple(spelling.day_name(day) for day in days)
        counted = Counter((_began(call).toordinal(), call.direction) for call in material.calls)
        places = tuple(day.toordinal() for day in days)
    series = tuple(
        Series(
            kind.key,
            translate("Records", kind.name),
            tuple(float(sum(counted[place, direction] for direction in kind.directions)) for place in places),
        )
        for kind in _KINDS
    )
    return Chart(f"{title}, {spelling.period_text(period)}", labels, names, (Panel(series),))


def _table(material: RecordMaterial) -> Table:
    columns = (
        Column("began", translate("Records", "Time"), CellKind.MOMENT),
        Column("direction", translate("Records", "Direction"), CellKind.TEXT),
        Column("number", translate("Records", "Number"), CellKind.TEXT),
        Column("name", translate("Records", "Name"), CellKind.TEXT),
        Column("extension", translate("Records", "Extension"), CellKind.TEXT),
        Column("agent", translate("Records", "Agent"), CellKind.TEXT),
        Column("queue", translate("Records", "Queue"), CellKind.TEXT),
        Column("line", translate("Records", "Line"), CellKind.TEXT),
        Column("seconds", translate("Records", "Duration"), CellKind.SECONDS),
        Column("recorded", translate("Records", "Recording"), CellKind.TEXT),
        Column("call", translate("Records", "Call id"), CellKind.TEXT),
    )
    yes = translate("Records", "yes")
    rows = tuple(_row(call, material, yes) for call in material.calls)
    total = sum(call.seconds for call in material.calls)
    totals: tuple[Value, ...] = (translate("Statistics", "Total"), *([None] * 7), total, None, None)
    return Table(columns, rows, totals)


def _row(call: RecordedCall, material: RecordMaterial, yes: str) -> tuple[Value, ...]:
    # A name that the PBX told of may be the number itself.
    name = material.names.get(call.number, "") or seen_words(call.name, material.number)
    return (
        _began(call),
        direction_word(call.direction),
        material.number(call.number),
        clean(name),
        call.extension,
        clean(material.names.get(call.extension, "")),
        clean(call.queue),
        clean(call.line),
        call.seconds,
        yes if call.recorded else "",
        clean(call.call),
    )


def _began(call: RecordedCall) -> datetime:
    return datetime.fromtimestamp(call.began, PBX_ZONE)


def _notes(material: RecordMaterial) -> tuple[str, ...]:
    notes = list(material.narrowed)
    if absent := len(material.missing):
        notes.append(translate("Records", "The calls of %n day(s) are not kept here.", None, absent))
    if material.as_of:
        moment = spelling.moment_text(datetime.fromtimestamp(material.as_of, PBX_ZONE))
        notes.append(translate("Records", "The newest day can still change: as of {time}.").format(time=moment))
    if material.cut:
        most = spelling.count(len(material.calls))
        notes.append(translate("Records", "Only the newest {count} calls are in this file.").format(count=most))
    return tuple(notes)
