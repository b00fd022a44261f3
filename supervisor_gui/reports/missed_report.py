"""Missed callers as a report: who they are and how it stands with each. It works nothing out."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime

import msgspec

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.history.missed_values import CallerState, MissedCaller, MissedView
from supervisor_gui.i18n import translate
from supervisor_gui.reports import spelling
from supervisor_gui.reports.record_words import seen_words, state_word
from supervisor_gui.reports.request import Period, ReportRequest
from supervisor_gui.reports.values import CellKind, Chart, Column, Panel, Report, Series, Table, Tile, Value
from supervisor_gui.text import clean

LONGEST_NOTE = 500


class MissedMaterial(msgspec.Struct, frozen=True):
    """What a report of missed callers is made from.

    Attributes:
        period: The days that were chosen.
        view: The callers.
        names: Names to show, by extension or number.
        number: A number as this seat may see it.
        account: The PBX account.
        demo: Whether the calls are made up.
        now: Epoch seconds.
        waits: Only those who are still to be called back, or only those who are not; None for all.
        found: Only those with these tails, whom a search finds; None for all.
        narrowed: In words, what was looked for.
    """

    period: Period
    view: MissedView
    names: Mapping[str, str]
    number: Callable[[str], str]
    account: str = ""
    demo: bool = False
    now: float = 0.0
    waits: bool | None = None
    found: Collection[str] | None = None
    narrowed: str = ""

    @property
    def of_part(self) -> tuple[MissedCaller, ...]:
        """Those of the part that was chosen."""
        every = self.view.callers
        return every if self.waits is None else tuple(caller for caller in every if caller.waits is self.waits)

    @property
    def callers(self) -> tuple[MissedCaller, ...]:
        """Whom the report is about."""
        found = self.found
        return self.of_part if found is None else tuple(caller for caller in self.of_part if caller.tail in found)


def missed_report(material: MissedMaterial) -> Report:
    """The report of these callers in today's language; pure, for any thread."""
    title = translate("Missed", "Missed callers")
    return Report(
        request=ReportRequest(material.period, compare=False),
        title=title,
        period=spelling.period_text(material.period),
        tiles=_tiles(material.callers),
        picture=_chart(title, material),
        table=_table(material),
        notes=_notes(material),
        account_tail=spelling.account_tail(material.account),
        demo=material.demo,
        as_of=material.view.as_of,
        file=translate("ExportFile", "missed-callers"),
    )


def _tiles(callers: Sequence[MissedCaller]) -> tuple[Tile, ...]:
    states = Counter(caller.state for caller in callers)
    shown = (
        ("callers", translate("Missed", "callers"), len(callers)),
        ("waiting", translate("Missed", "still to be called back"), sum(caller.waits for caller in callers)),
        ("reached", state_word(CallerState.REACHED), states[CallerState.REACHED]),
        ("came_back", state_word(CallerState.CAME_BACK), states[CallerState.CAME_BACK]),
        ("misses", translate("Missed", "missed calls"), sum(caller.misses for caller in callers)),
    )
    return tuple(Tile(key, title, count, CellKind.COUNT) for key, title, count in shown)


def _chart(title: str, material: MissedMaterial) -> Chart:
    """Callers by the day of their first miss."""
    days = material.period.each()
    counted = Counter((_moment(caller.first).toordinal(), caller.waits) for caller in material.callers)

    def series(key: str, name: str, *, waits: bool) -> Series:
        return Series(key, name, tuple(float(counted[day.toordinal(), waits]) for day in days))

    panel = Panel(
        (
            series("answered", translate("Missed", "settled"), waits=False),
            series("missed", translate("Missed", "still to be called back"), waits=True),
        )
    )
    return Chart(
        f"{title}, {spelling.period_text(material.period)}",
        tuple(spelling.day_label(day) for day in days),
        tuple(spelling.day_name(day) for day in days),
        (panel,),
    )


def _table(material: MissedMaterial) -> Table:
    columns = (
        Column("first", translate("Missed", "First missed"), CellKind.MOMENT),
        Column("number", translate("Missed", "Number"), CellKind.TEXT),
        Column("name", translate("Missed", "Name"), CellKind.TEXT),
        Column("misses", translate("Missed", "Missed calls"), CellKind.COUNT),
        Column("last", translate("Missed", "Last missed"), CellKind.MOMENT),
        Column("queue", translate("Missed", "Queue"), CellKind.TEXT),
        Column("tries", translate("Missed", "Tried"), CellKind.COUNT),
        Column("state", translate("Missed", "State"), CellKind.TEXT),
        Column("closed", translate("Missed", "Settled"), CellKind.MOMENT),
        Column("closed_by", translate("Missed", "By"), CellKind.TEXT),
        Column("waited", translate("Missed", "Open for"), CellKind.SECONDS),
        Column("note", translate("Missed", "Note"), CellKind.TEXT),
    )
    return Table(columns, tuple(_row(caller, material) for caller in material.callers))


def _row(caller: MissedCaller, material: MissedMaterial) -> tuple[Value, ...]:
    until = caller.closed or material.now
    return (
        _moment(caller.first),
        material.number(caller.number),
        clean(material.names.get(caller.number, "") or seen_words(caller.name, material.number)),
        caller.misses,
        _moment(caller.last),
        clean(caller.queue),
        caller.tries,
        state_word(caller.state),
        _moment(caller.closed) if caller.closed else None,
        clean(material.names.get(caller.closed_by, "") or caller.closed_by),
        max(0.0, until - caller.first),
        clean(seen_words(caller.note.text, material.number), LONGEST_NOTE) if caller.note is not None else "",
    )


def _moment(at: float) -> datetime:
    return datetime.fromtimestamp(at, PBX_ZONE)


def _notes(material: MissedMaterial) -> tuple[str, ...]:
    notes, view = [], material.view
    if material.waits is not None:
        waiting = translate("Missed", "Only callers who are still to be called back: {shown} of {all}.")
        settled = translate("Missed", "Only callers who need no call any more: {shown} of {all}.")
        words = waiting if material.waits else settled
        notes.append(words.format(shown=len(material.of_part), all=len(view.callers)))
    if material.found is not None:
        words = translate("Missed", "{search}: {shown} of {all} callers.")
        shown, among = len(material.callers), len(material.of_part)
        notes.append(words.format(search=clean(material.narrowed), shown=shown, all=among))
    if count := view.missing:
        notes.append(
            translate("Missed", "Call records of %n day(s) of these have not come from the PBX yet.", None, count)
        )
    if count := view.withheld:
        notes.append(translate("Missed", "%n missed call(s) without a number cannot be called back.", None, count))
    if view.as_of:
        moment = spelling.moment_text(_moment(view.as_of))
        notes.append(translate("Missed", "Call records are known up to {time}.").format(time=moment))
    return tuple(notes)
