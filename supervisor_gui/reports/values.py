"""A finished report as frozen values: tiles, one picture, one table. Screen and files show the same ones.

All words in here are in today's language already; all values are typed, so that every face spells them its own way.
"""

import enum
from datetime import date, datetime

import msgspec

from supervisor_gui.reports.request import ReportRequest


class Estimate(msgspec.Struct, frozen=True):
    """A figure with the range it can lie in, all in the unit of its column; exact when the range is one point."""

    value: float
    low: float
    high: float

    @property
    def exact(self) -> bool:
        """Whether it is no estimate at all."""
        return self.low == self.high


Value = str | int | float | date | datetime | Estimate | None
"""One cell; None is "–", an Estimate that is not exact shows "≈" and its range."""


class CellKind(enum.Enum):
    """What the values of a column are."""

    TEXT = "text"
    DATE = "date"
    MOMENT = "moment"
    """A datetime with its zone, shown as date and time of day."""
    CLOCK = "clock"
    """A datetime with its zone, shown as time of day (HH:MM)."""
    COUNT = "count"
    PERCENT = "percent"
    """A share of 1."""
    SECONDS = "seconds"
    """Shown as m:ss or h:mm:ss."""


class Column(msgspec.Struct, frozen=True):
    """One column of a table: its name in the program, its title, what its cells are, and how they are counted."""

    key: str
    title: str
    kind: CellKind
    hint: str = ""


class Table(msgspec.Struct, frozen=True):
    """Rows as long as `columns`; `totals` is a row of the same form, empty when there is none."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    totals: tuple[Value, ...] = ()


class Axis(enum.Enum):
    """What a series is measured in."""

    COUNT = "count"
    PERCENT = "percent"
    """A share of 1."""
    SECONDS = "seconds"


class Mark(enum.Enum):
    """How a series is drawn."""

    BAR = "bar"
    """Stacked on the bars of the same panel in the order of the series."""
    AREA = "area"
    """Stacked likewise, without gaps: for many points."""
    LINE = "line"
    DOTS = "dots"
    """A dotted line: the period before."""


class Series(msgspec.Struct, frozen=True):
    """One row of figures.

    Attributes:
        key: Names its colour: answered, unanswered, abandoned, service, answer_wait, average_wait, average_talk,
            longest_wait, before, waiting, idle, talking, paused, ringing, missed, outgoing,
            not_reached.
        title: For the legend and the hover.
        values: As long as the panel's labels; None leaves a gap.
        axis, mark: How it is drawn.
    """

    key: str
    title: str
    values: tuple[float | None, ...]
    axis: Axis = Axis.COUNT
    mark: Mark = Mark.BAR


class Panel(msgspec.Struct, frozen=True):
    """One plot over the chart's labels: COUNT or SECONDS at the left, one of them a panel, PERCENT at the right.

    Attributes:
        series: What it shows, bars first.
        target: A level on the PERCENT axis, as a share of 1; None for none.
        target_title: Its words.
    """

    series: tuple[Series, ...]
    target: float | None = None
    target_title: str = ""


class Chart(msgspec.Struct, frozen=True):
    """One picture: panels one below the other over the same places along the x axis.

    Attributes:
        title: Its heading.
        labels: One short word for each place; the picture leaves out those that have no room.
        names: One full word for each place, for the hover.
        panels: From top to bottom.
    """

    title: str
    labels: tuple[str, ...]
    names: tuple[str, ...]
    panels: tuple[Panel, ...]


class Segment(msgspec.Struct, frozen=True):
    """A stretch of one state.

    Attributes:
        began, ended: Epoch seconds, within the timeline's.
        state: idle, ringing, talking, paused, offline or other; names its colour and shape.
        words: The state in words, with a break's reason.
        exact: False when it began before it was seen.
    """

    began: float
    ended: float
    state: str
    words: str
    exact: bool = True


class TimelineRow(msgspec.Struct, frozen=True):
    """One agent's day: extension, name to show, stretches in order."""

    extension: str
    name: str
    segments: tuple[Segment, ...]


class Timeline(msgspec.Struct, frozen=True):
    """The agents' day.

    Attributes:
        title: Its heading.
        start, end: Epoch seconds of what is shown.
        rows: Agents in their order.
        states: (state, words) of the states that occur, for the legend.
    """

    title: str
    start: float
    end: float
    rows: tuple[TimelineRow, ...]
    states: tuple[tuple[str, str], ...] = ()


Picture = Chart | Timeline


class Tile(msgspec.Struct, frozen=True):
    """One figure above the picture.

    Attributes:
        key, title, value, kind: As of a column and its cell.
        change: Against the period before: a difference in the tile's unit (of a PERCENT a difference of shares), or for
            counts a share of the earlier figure; None when there is nothing to compare.
        change_kind: What the change is measured in.
        better: Whether the change is good, None when it is neither.
        hint: The formula in words.
    """

    key: str
    title: str
    value: Value
    kind: CellKind
    change: float | None = None
    change_kind: CellKind = CellKind.PERCENT
    better: bool | None = None
    hint: str = ""


class Report(msgspec.Struct, frozen=True):
    """A whole view, as shown and as exported.

    Attributes:
        request: What was asked.
        title: Heading of page and file.
        period: The period in words.
        tiles: The figures above the picture.
        picture: The picture.
        table: The figures below it.
        notes: What to know about them, a sentence each: missing days, estimates, where hours come from.
        account_tail: The account's last digits, masked before them.
        demo: Whether the figures are made up.
        missing: Days of the period that are not kept yet.
        as_of: Epoch seconds of the oldest question behind figures that can still change; 0 when all are final.
        file: How its files' names begin; empty for the name of the request's view.
    """

    request: ReportRequest
    title: str
    period: str
    tiles: tuple[Tile, ...]
    picture: Picture
    table: Table
    notes: tuple[str, ...] = ()
    account_tail: str = ""
    demo: bool = False
    missing: tuple[date, ...] = ()
    as_of: float = 0.0
    file: str = ""
