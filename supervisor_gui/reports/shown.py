"""A metric with where its figure is: what the columns and series of a view are made of. Which ones, each view knows."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

import msgspec

from supervisor_gui.reports import words
from supervisor_gui.reports.request import ReportRequest
from supervisor_gui.reports.values import Axis, Estimate, Mark, Series, Value
from supervisor_gui.reports.words import Metric

Counted = TypeVar("Counted")
"""The figures of one bar, hour or minute."""


class Shown(msgspec.Struct, Generic[Counted], frozen=True):
    """A metric and where its value is."""

    metric: Metric
    value: Callable[[Counted], Value]

    def series(self, request: ReportRequest, figures: Iterable[Counted], axis: Axis, mark: Mark) -> Series:
        """Its figures as they are drawn, one for each place."""
        values = tuple(number_in(self.value(each)) for each in figures)
        return Series(self.metric.key, words.name(self.metric, request), values, axis, mark)


def number_in(value: Value) -> float | None:
    """The number of a cell, of an estimate its middle; None where there is none."""
    if isinstance(value, Estimate):
        return value.value
    return value if isinstance(value, int | float) else None
