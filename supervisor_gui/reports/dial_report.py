"""The numbers of an auto-dial list as a report: where each stands. It asks nothing and counts what it is given."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime

import msgspec

from supervisor_gui.autodial.values import ListNumbers, NumberRow, NumberState, ShownList
from supervisor_gui.clock import PBX_ZONE, pbx_day
from supervisor_gui.history.masking import masked
from supervisor_gui.i18n import translate
from supervisor_gui.reports import spelling
from supervisor_gui.reports.dial_words import LONGEST_WORDS, number_state_word, refusal_words
from supervisor_gui.reports.request import Period, ReportRequest
from supervisor_gui.reports.values import CellKind, Chart, Column, Panel, Report, Series, Table, Tile, Value
from supervisor_gui.text import clean

_COLOURS = {
    NumberState.REACHED: "answered",
    NumberState.FAILED: "missed",
    NumberState.RETRY: "abandoned",
    NumberState.NEVER: "waiting",
}
"""The series that a bar takes its colour from; every other state looks like what was not reached."""


class DialMaterial(msgspec.Struct, frozen=True):
    """What a report of a list is made from.

    Attributes:
        shown: The list.
        numbers: Its numbers.
        number: A number as this seat may see it.
        account: The PBX account.
        demo: Whether the calls are made up.
        now: Epoch seconds.
    """

    shown: ShownList
    numbers: ListNumbers
    number: Callable[[str], str]
    account: str = ""
    demo: bool = False
    now: float = 0.0


def dial_report(material: DialMaterial) -> Report:
    """The report of the list in today's language; pure, for any thread."""
    name = clean(material.shown.told.name)
    title = translate("Campaigns", "Auto-dial list: {name}").format(name=name)
    day = pbx_day(material.numbers.as_of or material.now)
    period = Period(day, day)
    counts = Counter(row.state for row in material.numbers.rows)
    return Report(
        request=ReportRequest(period, compare=False),
        title=title,
        period=spelling.period_text(period),
        tiles=_tiles(counts),
        picture=_chart(title, counts),
        table=_table(material),
        notes=_notes(material),
        account_tail=spelling.account_tail(material.account),
        demo=material.demo,
        as_of=material.numbers.as_of,
        file=translate("ExportFile", "list-{id}-{name}").format(id=material.shown.id, name=name),
    )


def _tiles(counts: Counter[NumberState]) -> tuple[Tile, ...]:
    everything = Tile("numbers", translate("Campaigns", "numbers"), counts.total(), CellKind.COUNT)
    shown = (NumberState.REACHED, NumberState.FAILED, NumberState.RETRY, NumberState.NEVER)
    return (everything, *(Tile(s.value, number_state_word(s), counts[s], CellKind.COUNT) for s in shown))


def _chart(title: str, counts: Counter[NumberState]) -> Chart:
    """One bar a state, in the order in which a number goes through them."""
    states = tuple(state for state in NumberState if counts[state])
    words = tuple(number_state_word(state) for state in states)
    series = tuple(
        Series(
            _COLOURS.get(state, "not_reached"),
            number_state_word(state),
            tuple(float(counts[other]) if other is state else None for other in states),
        )
        for state in states
    )
    return Chart(title, words, words, (Panel(series),))


def _table(material: DialMaterial) -> Table:
    columns = (
        Column("number", translate("Campaigns", "Number"), CellKind.TEXT),
        Column("name", translate("Campaigns", "Name"), CellKind.TEXT),
        Column("state", translate("Campaigns", "State"), CellKind.TEXT),
        Column("words", translate("Campaigns", "Why, or the PBX's own words"), CellKind.TEXT),
        Column("active", translate("Campaigns", "Called"), CellKind.TEXT),
        Column("call_at", translate("Campaigns", "Call at"), CellKind.MOMENT),
        Column("trunk", translate("Campaigns", "Line"), CellKind.TEXT),
        Column("id", translate("Campaigns", "Number's id"), CellKind.TEXT),
    )
    return Table(columns, tuple(_row(row, material) for row in material.numbers.rows))


def _row(row: NumberRow, material: DialMaterial) -> tuple[Value, ...]:
    # Where a file has no names, the number itself was sent as the name; the PBX's words may hold one, too.
    hidden = masked if material.number(row.number) != row.number else str
    called = {None: "", True: translate("Campaigns", "yes"), False: translate("Campaigns", "no")}
    return (
        material.number(row.number),
        clean(hidden(row.name)),
        number_state_word(row.state, row.words),
        hidden(refusal_words(row.words) if row.state is NumberState.REFUSED else clean(row.words, LONGEST_WORDS)),
        called[row.active],
        datetime.fromtimestamp(row.call_at, PBX_ZONE) if row.call_at else None,
        clean(row.trunk),
        clean(row.id),
    )


def _notes(material: DialMaterial) -> tuple[str, ...]:
    notes = []
    if material.numbers.as_of:
        moment = spelling.moment_text(datetime.fromtimestamp(material.numbers.as_of, PBX_ZONE))
        notes.append(translate("Campaigns", "As the PBX reported it at {time}.").format(time=moment))
    else:
        notes.append(translate("Campaigns", "The PBX has not reported on this list yet."))
    if count := material.numbers.damaged:
        notes.append(translate("Campaigns", "%n row(s) of the report could not be read.", None, count))
    return tuple(notes)
