"""What somebody wants to see of the past, as one frozen value. Answering it is `build`."""

import enum
from datetime import date, timedelta

import msgspec


class View(enum.Enum):
    """Which picture of the past."""

    DAYS = "days"
    HOURS = "hours"
    WEEKDAYS = "weekdays"
    INTRADAY = "intraday"
    AGENTS = "agents"


ONE_DAY_VIEWS = frozenset({View.INTRADAY, View.AGENTS})
"""Views of one day, out of what this program saw itself."""


class Group(enum.Enum):
    """What one bar of the days' picture stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Preset(enum.Enum):
    """Periods that have a name; RANGE is any other."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    THIS_WEEK = "this_week"
    LAST_WEEK = "last_week"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    RANGE = "range"


class Period(msgspec.Struct, frozen=True, order=True):
    """Days from `start` to `end`, both included, in Turkish time.

    Attributes:
        start, end: The days.
        preset: Its name, for the title and the period before it.
    """

    start: date
    end: date
    preset: Preset = Preset.RANGE

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    def each(self) -> tuple[date, ...]:
        """Its days in order."""
        return tuple(self.start + timedelta(days=at) for at in range(self.days))


class ReportRequest(msgspec.Struct, frozen=True):
    """One view of the statistics page, hence also what an export holds.

    Attributes:
        period: Which days.
        view: Which picture.
        group: What a bar of the days' picture stands for.
        compare: Whether the period before is shown beside it.
        day: The day of the INTRADAY and AGENTS pictures, one of the period's.
        queue: Short name of the queue of the INTRADAY picture; empty for all.
        extension: The agent of the AGENTS picture; empty for all.
        threshold: Seconds within which a call counts as answered in time.
        short: Seconds up to which an abandoned call is not counted.
        target: Wanted service level in percent; 0 for none.
    """

    period: Period
    view: View = View.DAYS
    group: Group = Group.DAY
    compare: bool = True
    day: date | None = None
    queue: str = ""
    extension: str = ""
    threshold: int = 20
    short: int = 5
    target: int = 80

    @property
    def shown_day(self) -> date:
        """The day of the pictures that show one day."""
        return self.day or self.period.end
