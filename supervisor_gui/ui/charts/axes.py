"""Where the lines and words of the axes stand: round steps upwards, and as many places sideways as have room.

It measures no text and draws nothing.
"""

import itertools
import math
import re
from collections.abc import Callable, Sequence

import msgspec

from supervisor_gui.reports import spelling
from supervisor_gui.reports.values import Axis, Mark, Panel, Series
from supervisor_gui.text import duration

FEWEST, MOST = 4, 5
"""Steps of an upright axis: with four or five of them the percents beside it are round too."""

_COUNTS = (1, 2, 3, 4, 5, 6, 8, 10)
_TENS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
_SECONDS = (1, 2, 3, 5, 10, 15, 20, 30, 60, 120, 180, 240, 300, 600, 900, 1200, 1800)
_PLACES = (1, 2, 3, 4, 5, 7, 14, 28, 56, 84, 112, 168, 364)
_HOURS = (1, 2, 3, 4, 6, 8, 12, 24)
_MINUTES = (1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720)
_MONTHS = (1, 2, 3, 4, 6, 12)
_SEASON = 92
"""More places than this are marked at the first of months where they are days."""
_CLOCK = re.compile(r"(\d\d):(\d\d)$")
_FIRST = re.compile(r"0?1\D")
"""The label of a time of day; that of the first day of a month, in either language."""


class Ruler(msgspec.Struct, frozen=True):
    """An upright axis from 0 to `top`.

    Attributes:
        axis: What it measures.
        step: From one line to the next, in the unit of the axis (a share of 1 for PERCENT).
        steps: How many of them.
    """

    axis: Axis
    step: float
    steps: int

    @property
    def top(self) -> float:
        """The highest value it has a line for."""
        return self.step * self.steps

    def marks(self) -> tuple[tuple[float, str], ...]:
        """(value, words) of every line, from 0 upwards."""
        return tuple((at * self.step, spelt(at * self.step, self.axis)) for at in range(self.steps + 1))


def spelt(value: float, axis: Axis) -> str:
    """A value of an axis in today's language."""
    if axis is Axis.PERCENT:
        return spelling.percent(value)
    return duration(value) if axis is Axis.SECONDS else spelling.count(round(value))


def ruler(highest: float, axis: Axis) -> Ruler:
    """The axis that holds `highest` with round steps; counts have whole ones only."""
    step = _seconds_step(highest / MOST) if axis is Axis.SECONDS else _round_step(highest / MOST)
    return Ruler(axis, step, max(FEWEST, math.ceil(highest / step)))


def percent_ruler(steps: int) -> Ruler:
    """0–100 % in as many steps as the axis at the other side has."""
    return Ruler(Axis.PERCENT, 1.0 / steps, steps)


def left_axis(panel: Panel) -> Axis:
    """What the left axis of a panel measures: its first series that is no share decides."""
    return next((each.axis for each in panel.series if each.axis is not Axis.PERCENT), Axis.COUNT)


def highest(panel: Panel) -> float:
    """The most that the left axis of a panel must hold, stacked series added up."""
    stacked: list[Series] = []
    most = 0.0
    for series in panel.series:
        if series.axis is Axis.PERCENT:
            continue
        if series.mark in {Mark.BAR, Mark.AREA}:
            stacked.append(series)
        else:
            most = max([most, *(value for value in series.values if value is not None)])
    sums = [0.0] * (len(stacked[0].values) if stacked else 0)
    for series in stacked:
        sums = [below + (value or 0.0) for below, value in zip(sums, series.values, strict=True)]
    return max([most, *sums])


def kept_places(labels: Sequence[str], width: float, measure: Callable[[str], float], gap: float) -> Sequence[int]:
    """Which places keep their label, so that none touches another: of times round ones, of many days first of months.

    Args:
        labels: One for each place.
        width: Pixels of the whole axis.
        measure: Pixels of a word.
        gap: Pixels between two of them.
    """
    if not labels:
        return range(0)
    # Of many labels, which are of one form, a hundred tell how wide they are.
    need = max(map(measure, labels[:: max(1, len(labels) // 100)])) + gap
    found = _round_times(labels, width, need) or _month_firsts(labels, width, need)
    if found:
        return found
    steps = _HOURS if len(labels) == 24 else _PLACES
    step = next((each for each in steps if each * width / len(labels) >= need), len(labels))
    return range(0, len(labels), step)


def _round_times(labels: Sequence[str], width: float, need: float) -> list[int]:
    """The places of full hours, half hours …, as many as have room; none when the labels are no times of day."""
    read = [_CLOCK.match(label) for label in labels]
    times = [int(found[1]) * 60 + int(found[2]) for found in read if found]
    if len(times) < max(2, len(labels)) or any(two <= one for one, two in itertools.pairwise(times)):
        return []
    room = width / len(labels) / min(two - one for one, two in itertools.pairwise(times))
    for step in _MINUTES:
        kept = [place for place, minute in enumerate(times) if minute % step == 0]
        if kept and step * room >= need:
            return kept
    return []


def _month_firsts(labels: Sequence[str], width: float, need: float) -> list[int]:
    """The places of the first of every month, or of every second one …; none for few places or other labels."""
    firsts = [place for place, label in enumerate(labels) if _FIRST.match(label)] if len(labels) > _SEASON else []
    room = width / len(labels) * min((two - one for one, two in itertools.pairwise(firsts)), default=0)
    step = next((each for each in _MONTHS if each * room >= need), 0)
    return firsts[::step] if step else []


def _round_step(least: float) -> float:
    """The smallest of 1, 2, 3 … 10, 15, 20, 25, 30 … that is not below `least`."""
    if least <= 1:
        return 1.0
    power = 10.0 ** math.floor(math.log10(least))
    factors = _COUNTS if power < 10 else _TENS
    return next(each * power for each in factors if each * power >= least * (1 - 1e-9))


def _seconds_step(least: float) -> float:
    """The smallest round number of seconds, minutes or hours that is not below `least`."""
    for step in _SECONDS:
        if step >= least:
            return float(step)
    return 3600.0 * _round_step(least / 3600.0)
