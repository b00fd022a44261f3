"""The picture of one day, minute by minute, and its table. It shows what this program saw, not what the PBX counted."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from supervisor_gui.clock import PBX_ZONE, pbx_day
from supervisor_gui.i18n import translate
from supervisor_gui.reports import intraday, spelling, words
from supervisor_gui.reports.figures import MinuteFigures
from supervisor_gui.reports.parts import Material, Parts
from supervisor_gui.reports.request import ReportRequest
from supervisor_gui.reports.shown import Shown
from supervisor_gui.reports.values import Axis, CellKind, Chart, Column, Mark, Panel, Table, Tile, Value
from supervisor_gui.text import clean

_HOUR = 60


_Shown = Shown[MinuteFigures]

_WAITING = _Shown(words.WAITING, lambda minute: minute.waiting)
_AGENTS = (
    _Shown(words.TALKING, lambda minute: minute.talking),
    _Shown(words.RINGING, lambda minute: minute.ringing),
    _Shown(words.IDLE, lambda minute: minute.idle),
    _Shown(words.PAUSED, lambda minute: minute.paused),
)
_COLUMNS = (_WAITING, _Shown(words.LONGEST_NOW, lambda minute: minute.longest), *_AGENTS)


def intraday_parts(request: ReportRequest, material: Material) -> Parts:
    """The view of the request's day: callers waiting, and what the agents did, of one queue or of all."""
    day = request.shown_day
    minutes = intraday.count_minutes(material.samples, material.intervals, day, request.queue, material.now)
    seen = tuple(minute for minute in minutes if _is_seen(minute))
    title = _title(request)
    midnight = datetime(day.year, day.month, day.day, tzinfo=PBX_ZONE)
    return Parts(
        title=title,
        tiles=_tiles(seen),
        picture=_chart(request, title, _shown_hours(minutes)),
        table=_table(request, seen, midnight),
        notes=_notes(minutes, seen, under_way=day >= pbx_day(material.now)),
    )


def _title(request: ReportRequest) -> str:
    if not request.queue:
        return translate("Statistics", "The day by the minute, all queues")
    return translate("Statistics", "The day by the minute, queue {queue}").format(queue=clean(request.queue))


def _is_seen(minute: MinuteFigures) -> bool:
    return any(shown.value(minute) is not None for shown in _COLUMNS)


def _shown_hours(minutes: Sequence[MinuteFigures]) -> Sequence[MinuteFigures]:
    """The whole hours from the first minute that was seen to the last; the whole day when none was."""
    places = [at for at, minute in enumerate(minutes) if _is_seen(minute)]
    if not places:
        return minutes
    return minutes[places[0] // _HOUR * _HOUR : (places[-1] // _HOUR + 1) * _HOUR]


def _chart(request: ReportRequest, title: str, minutes: Sequence[MinuteFigures]) -> Chart:
    clocks = tuple(f"{minute.minute // _HOUR:02d}:{minute.minute % _HOUR:02d}" for minute in minutes)
    return Chart(
        title=f"{title}, {spelling.day_name(request.shown_day)}",
        labels=clocks,
        names=clocks,
        panels=(
            Panel((_WAITING.series(request, minutes, Axis.COUNT, Mark.AREA),)),
            Panel(tuple(shown.series(request, minutes, Axis.COUNT, Mark.AREA) for shown in _AGENTS)),
        ),
    )


def _table(request: ReportRequest, seen: Sequence[MinuteFigures], midnight: datetime) -> Table:
    """One row for each minute in which anything was seen."""
    clock = Column("minute", translate("Statistics", "Time"), CellKind.CLOCK)

    def row(minute: MinuteFigures) -> tuple[Value, ...]:
        return (midnight + timedelta(minutes=minute.minute), *(shown.value(minute) for shown in _COLUMNS))

    return Table(
        columns=(clock, *(words.column(shown.metric, request) for shown in _COLUMNS)),
        rows=tuple(row(minute) for minute in seen),
    )


def _tiles(seen: Sequence[MinuteFigures]) -> tuple[Tile, ...]:
    waited = [minute for minute in seen if minute.waiting]
    helpless = [minute for minute in waited if minute.idle == 0]
    most = max((minute.waiting for minute in seen if minute.waiting is not None), default=None)
    longest = max((minute.longest for minute in seen if minute.longest is not None), default=None)
    talking = max((minute.talking for minute in seen if minute.talking is not None), default=None)
    watched = bool(seen)
    return (
        Tile("waiting", translate("Statistics", "most callers waiting"), most, CellKind.COUNT),
        Tile("longest_wait", translate("Statistics", "longest wait seen"), longest, CellKind.SECONDS),
        Tile(
            "waited",
            translate("Statistics", "with callers waiting"),
            _seconds(waited) if watched else None,
            CellKind.SECONDS,
            hint=translate("Statistics", "Minutes at whose end somebody waited."),
        ),
        Tile(
            "helpless",
            translate("Statistics", "waiting, nobody free"),
            _seconds(helpless) if watched else None,
            CellKind.SECONDS,
            hint=translate("Statistics", "Minutes at whose end somebody waited and no agent was free."),
        ),
        Tile("talking", translate("Statistics", "most agents talking"), talking, CellKind.COUNT),
        Tile(
            "seen",
            translate("Statistics", "watched"),
            _seconds(seen) if watched else None,
            CellKind.SECONDS,
            hint=translate("Statistics", "Minutes of the day in which this program saw the queues."),
        ),
    )


def _seconds(minutes: Sequence[MinuteFigures]) -> int:
    return 60 * len(minutes)


def _notes(minutes: Sequence[MinuteFigures], seen: Sequence[MinuteFigures], *, under_way: bool) -> tuple[str, ...]:
    if not seen and under_way:
        # It runs, or nobody would read this.
        return (translate("Statistics", "Nothing has been seen today yet: the first minute is not over."),)
    if not seen:
        return (translate("Statistics", "Nothing was seen on this day: the program was not running."),)
    first, last = seen[0].minute, seen[-1].minute
    gaps = sum(not _is_seen(minute) for minute in minutes[first : last + 1])
    notes = [translate("Statistics", "Counted from what this program saw while it was running.")]
    if gaps:
        notes.append(translate("Statistics", "Within that time %n minute(s) were not seen.", None, gaps))
    return tuple(notes)
