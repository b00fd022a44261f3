"""How many of a chart's panels stand below each other in a given height. It draws and measures nothing."""

import msgspec

from supervisor_gui.reports.values import Chart, Mark, Panel
from supervisor_gui.ui.charts.axes import left_axis

LEAST_PANEL = 105.0
"""Pixels of a panel, its legend included, below which lines are no longer told apart."""


def fitting(chart: Chart, height: float) -> Chart:
    """The chart as it is, or with lines that are measured alike in one panel where there is no room for each."""
    if height >= LEAST_PANEL * len(chart.panels):
        return chart
    panels: list[Panel] = []
    for panel in chart.panels:
        if panels and _alike(panels[-1], panel):
            panels[-1] = Panel(panels[-1].series + panel.series)
        else:
            panels.append(panel)
    return msgspec.structs.replace(chart, panels=tuple(panels))


def _alike(one: Panel, two: Panel) -> bool:
    """Whether two panels are lines over the same axis and nothing else."""
    lines = all(series.mark is Mark.LINE and series.axis is left_axis(one) for series in (*one.series, *two.series))
    return lines and one.target is None and two.target is None
