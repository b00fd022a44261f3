"""Invented pictures for the tests of charts: a few days, a day of minutes, a day of agents."""

from datetime import datetime

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.reports.values import Axis, Chart, Mark, Panel, Segment, Series, Timeline, TimelineRow

MIDNIGHT = datetime(2026, 11, 24, tzinfo=PBX_ZONE).timestamp()

Values = tuple[float | None, ...]


def bars(answered: Values, missed: Values | None = None, *panels: Panel, target: float | None = None) -> Chart:
    """Days with a bar each, a service line and, below, `panels`."""
    count = len(answered)
    none: Values = (0.0,) * count
    series = (
        Series("answered", "answered", answered),
        Series("abandoned", "abandoned", missed or none),
        Series("service", "service level", (0.84,) * count, Axis.PERCENT, Mark.LINE),
    )
    labels = tuple(f"{at + 1:02d}.11" for at in range(count))
    names = tuple(f"Day {at + 1}" for at in range(count))
    return Chart("Incoming calls", labels, names, (Panel(series, target, "target" if target else ""), *panels))


def waits(values: Values) -> Panel:
    """A panel of seconds."""
    return Panel((Series("average_wait", "average wait", values, Axis.SECONDS, Mark.LINE),))


def minutes(waiting: Values) -> Chart:
    """A day's minutes as an area."""
    labels = tuple(f"{at // 60:02d}:{at % 60:02d}" for at in range(len(waiting)))
    return Chart("The day", labels, labels, (Panel((Series("waiting", "waiting", waiting, mark=Mark.AREA),)),))


def stretch(began: float, ended: float, state: str = "idle", words: str = "free", *, exact: bool = True) -> Segment:
    """A stretch between two hours of the day."""
    return Segment(MIDNIGHT + began * 3600, MIDNIGHT + ended * 3600, state, words, exact)


def timeline(*rows: tuple[Segment, ...]) -> Timeline:
    """Agents 101, 102, … from 8 to 18 o'clock."""
    made = tuple(TimelineRow(str(101 + at), f"Agent {at}", segments) for at, segments in enumerate(rows))
    states = (("idle", "free"), ("paused", "on a break"))
    return Timeline("Agents' day", MIDNIGHT + 8 * 3600, MIDNIGHT + 18 * 3600, made, states)
