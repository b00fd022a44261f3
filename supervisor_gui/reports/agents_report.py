"""The agents' day: states along the hours, and how long each lasted. It shows what this program saw of it."""

from collections.abc import Mapping, Sequence

from supervisor_gui.clock import pbx_day
from supervisor_gui.i18n import translate
from supervisor_gui.live.ports import StateInterval
from supervisor_gui.reports import agent_day, periods, spelling, words
from supervisor_gui.reports.agent_day import AgentRow
from supervisor_gui.reports.figures import StateTotal
from supervisor_gui.reports.parts import Material, Parts
from supervisor_gui.reports.request import ReportRequest
from supervisor_gui.reports.values import CellKind, Column, Segment, Table, Tile, Timeline, TimelineRow, Value
from supervisor_gui.text import clean

_HOUR = 3600
_IN_SERVICE = ("talking", "ringing", "idle", "paused")


def agents_parts(request: ReportRequest, material: Material) -> Parts:
    """The view of the agents of the request's day, or of its one agent."""
    rows = agent_day.agent_rows(material.intervals, request.shown_day, material.now, request.extension)
    totals = agent_day.state_totals(rows)
    title = translate("Statistics", "The agents' day")
    return Parts(
        title=title,
        tiles=_tiles(totals),
        picture=_timeline(request, material, title, rows),
        table=_table(totals, material.names),
        notes=_notes(totals, under_way=request.shown_day >= pbx_day(material.now)),
    )


def _timeline(request: ReportRequest, material: Material, title: str, rows: Sequence[AgentRow]) -> Timeline:
    start, end = _shown_hours(request, rows)
    occurring = {interval.state for _, intervals in rows for interval in intervals}
    return Timeline(
        title=f"{title}, {spelling.day_name(request.shown_day)}",
        start=start,
        end=end,
        rows=tuple(
            TimelineRow(clean(extension), _name(extension, material.names), tuple(map(_segment, intervals)))
            for extension, intervals in rows
        ),
        states=tuple((state, words.state_word(state)) for state in words.state_order() if state in occurring),
    )


def _shown_hours(request: ReportRequest, rows: Sequence[AgentRow]) -> tuple[float, float]:
    """The whole hours in which anybody was seen; the whole day when nobody was. Nothing is cut off."""
    midnight, next_midnight = periods.bounds(request.shown_day)
    began = [interval.began for _, intervals in rows for interval in intervals]
    ended = [interval.ended for _, intervals in rows for interval in intervals if interval.ended is not None]
    if not began or not ended:
        return midnight, next_midnight
    first = (min(began) - midnight) // _HOUR
    last = -((midnight - max(ended)) // _HOUR)
    return midnight + first * _HOUR, midnight + max(first + 1, last) * _HOUR


def _segment(interval: StateInterval) -> Segment:
    ended = interval.began if interval.ended is None else interval.ended
    return Segment(interval.began, ended, interval.state, _words(interval.state, interval.reason), interval.exact)


def _words(state: str, reason: str) -> str:
    word = words.state_word(state)
    return f"{word} · {clean(reason)}" if reason else word


def _name(extension: str, names: Mapping[str, str]) -> str:
    return clean(names.get(extension) or extension)


def _table(totals: Sequence[StateTotal], names: Mapping[str, str]) -> Table:
    """One row for each agent, state and reason, with its share of the time in which the agent was seen."""
    seen: dict[str, float] = {}
    for total in totals:
        seen[total.extension] = seen.get(total.extension, 0.0) + total.seconds
    columns = (
        Column("extension", translate("Statistics", "Extension"), CellKind.TEXT),
        Column("name", translate("Statistics", "Agent"), CellKind.TEXT),
        Column("state", translate("Statistics", "State"), CellKind.TEXT),
        Column(
            "reason",
            translate("Statistics", "Reason"),
            CellKind.TEXT,
            translate("Statistics", "The break's reason, in the PBX's words."),
        ),
        Column("seconds", translate("Statistics", "In all"), CellKind.SECONDS),
        Column(
            "share",
            translate("Statistics", "Share"),
            CellKind.PERCENT,
            translate("Statistics", "Of the time in which this program saw the agent."),
        ),
        Column("times", translate("Statistics", "Times"), CellKind.COUNT),
        Column("note", translate("Statistics", "Note"), CellKind.TEXT),
    )
    return Table(columns, tuple(_row(total, names, seen[total.extension]) for total in totals))


def _row(total: StateTotal, names: Mapping[str, str], seen: float) -> tuple[Value, ...]:
    return (
        clean(total.extension),
        _name(total.extension, names),
        words.state_word(total.state),
        clean(total.reason),
        total.seconds,
        total.seconds / seen if seen else None,
        total.times,
        "" if total.exact else translate("Statistics", "≥ began before it was seen"),
    )


def _tiles(totals: Sequence[StateTotal]) -> tuple[Tile, ...]:
    """How many agents were there, and what they did in all."""
    agents = {total.extension for total in totals if total.state in _IN_SERVICE}
    tiles = [Tile("agents", translate("Statistics", "agents seen"), len(agents) if totals else None, CellKind.COUNT)]
    for state in _IN_SERVICE:
        spent = sum(total.seconds for total in totals if total.state == state) if totals else None
        tiles.append(Tile(state, _tile_title(state), spent, CellKind.SECONDS))
    return tuple(tiles)


def _tile_title(state: str) -> str:
    match state:
        case "talking":
            return translate("Statistics", "talking in all")
        case "ringing":
            return translate("Statistics", "ringing in all")
        case "paused":
            return translate("Statistics", "on break in all")
        case _:
            return translate("Statistics", "free in all")


def _notes(totals: Sequence[StateTotal], *, under_way: bool) -> tuple[str, ...]:
    if not totals and under_way:
        return (translate("Statistics", "No agent has been seen today yet."),)
    if not totals:
        return (translate("Statistics", "Nobody was seen on this day: the program was not running."),)
    notes = [translate("Statistics", "Counted from what this program saw while it was running.")]
    if not all(total.exact for total in totals):
        notes.append(translate("Statistics", "“≥”: a state began before it was seen and may have lasted longer."))
    return tuple(notes)
