"""One panel of a chart: plot, axes and legend, made once and fed with other values. Where it stands is the chart's."""

import math
from collections.abc import Callable, Sequence

import msgspec
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.reports.values import Axis, Chart, Mark, Panel, Series
from supervisor_gui.ui.charts import axes
from supervisor_gui.ui.charts.colours import Look, series_look
from supervisor_gui.ui.charts.items import Areas, Bars, Extent, Grid, Layer, Line, Target, numbers
from supervisor_gui.ui.charts.legend import Entry, Legend, Sample
from supervisor_gui.ui.charts.pens import Pens

HEADROOM = 1.1
"""How far the plot goes above its highest line, so that the marks of a line at the very top are not cut."""
_BESIDE = 8.0
_GAP = 14.0
"""Pixels between two labels below the plot."""

_SAMPLES = {Mark.BAR: Sample.FILL, Mark.AREA: Sample.FILL, Mark.LINE: Sample.LINE, Mark.DOTS: Sample.DOTS}


class Margins(msgspec.Struct, frozen=True):
    """Pixels around a plot; all panels of a chart have the same left and right."""

    left: float
    right: float
    bottom: float


class _Frame(QGraphicsItem):
    """The words around a plot: legend above, values beside, places below."""

    def __init__(self) -> None:
        super().__init__()
        self._rect = QRectF()
        self._paint: Callable[[QPainter], None] | None = None

    def place(self, rect: QRectF, paint: Callable[[QPainter], None]) -> None:
        self.prepareGeometryChange()
        self._rect, self._paint = rect, paint
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if self._paint is not None:
            self._paint(painter)


class PanelItem:
    """One panel in a scene.

    Attributes:
        plot_rect: Where its plot is, in pixels of the scene.
        series_entries: The legend's entry of each series.
    """

    def __init__(self, scene: QGraphicsScene) -> None:
        self.plot_rect = QRectF()
        self._plot = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self._plot.disableAutoRange()
        self._frame = _Frame()
        self._grid, self._bars, self._areas, self._target = Grid(), Bars(), Areas(), Target()
        for height, item in enumerate((self._grid, self._bars, self._areas, self._target)):
            item.setZValue(10 + height)
            self._plot.addItem(item, ignoreBounds=True)
        self._lines: list[Line] = []
        scene.addItem(self._plot)
        scene.addItem(self._frame)
        self._chart: Chart | None = None
        self._panel: Panel | None = None
        self._left = axes.ruler(0, Axis.COUNT)
        self._right: axes.Ruler | None = None
        self.series_entries: tuple[Entry, ...] = ()
        self._title = ""
        self._legend: Legend | None = None
        self._margins = Margins(0, 0, 0)
        self._pens: Pens | None = None
        self._kept: tuple[object, ...] = ()
        self._kept_places: Sequence[int] = ()

    def hide(self) -> None:
        """Show nothing; its items wait for the next chart."""
        self._plot.setVisible(False)
        self._frame.setVisible(False)

    def show(self, chart: Chart, panel: Panel, pens: Pens, title: str) -> None:
        """Take the values of `panel`; `title` stands before its legend."""
        self._chart, self._panel, self._pens = chart, panel, pens
        self._left = axes.ruler(axes.highest(panel), axes.left_axis(panel))
        shares = any(series.axis is Axis.PERCENT for series in panel.series)
        self._right = axes.percent_ruler(self._left.steps) if shares else None
        self._title = title
        self.series_entries = tuple(
            Entry(series.title, _SAMPLES[series.mark], series_look(pens.theme, series.key)) for series in panel.series
        )
        extent = Extent(max(1, len(chart.labels)), self._left.top * HEADROOM)
        self._plot.setRange(extent.rect(), padding=0)
        self._grid.set_levels([value for value, _ in self._left.marks()])
        stacks: dict[Mark, list[Layer]] = {Mark.BAR: [], Mark.AREA: []}
        drawn = []
        for series in panel.series:
            look = series_look(pens.theme, series.key)
            if series.mark in stacks:
                stacks[series.mark].append(Layer(series.values, look))
            else:
                drawn.append((series, look))
        self._bars.set_layers(stacks[Mark.BAR])
        self._areas.set_layers(stacks[Mark.AREA])
        level = panel.target if shares else None
        self._target.set_level(None if level is None else level * self._left.top)
        for item in (self._grid, self._bars, self._areas, self._target):
            item.set_extent(extent, pens)
        self._show_lines(drawn, extent, pens)
        self._plot.setVisible(True)
        self._frame.setVisible(True)

    def _show_lines(self, drawn: list[tuple[Series, Look]], extent: Extent, pens: Pens) -> None:
        halo = len(drawn) < len(self.series_entries)
        while len(self._lines) < len(drawn):
            line = Line()
            line.setZValue(20)
            self._plot.addItem(line, ignoreBounds=True)
            self._lines.append(line)
        for line, (series, look) in zip(self._lines, drawn, strict=False):
            scale = self._left.top if series.axis is Axis.PERCENT else 1.0
            line.set_extent(extent, pens)
            line.set_values(numbers(series.values) * scale, look, dotted=series.mark is Mark.DOTS, halo=halo)
            line.setVisible(True)
        for line in self._lines[len(drawn) :]:
            line.setVisible(False)

    def margins(self, *, last: bool) -> Margins:
        """What the words around the plot need; places are named below the last panel alone."""
        pens, panel = self._pens, self._panel
        if pens is None or panel is None:
            return Margins(0, 0, 0)
        small = pens.small
        left = max(small.width(words) for _, words in self._left.marks()) + _BESIDE
        right = _BESIDE
        if self._right is not None:
            right += max(small.width(words) for _, words in self._right.marks()) + _BESIDE
            if panel.target is not None:
                right += small.width(panel.target_title) + _BESIDE
        return Margins(left, right, small.height + 6 if last else 4)

    def legend_height(self, width: float) -> float:
        """Pixels that the legend takes at `width`; it is laid out by this."""
        if self._pens is None:
            return 0.0
        heading = (Entry(self._title, Sample.HEADING, Look(self._pens.theme.muted)),) if self._title else ()
        self._legend = Legend((*heading, *self.series_entries), self._pens, width)
        return self._legend.height

    def place(self, rect: QRectF, legend: float, margins: Margins) -> None:
        """Stand in `rect`: `legend` pixels of words, below them the plot within `margins`."""
        self._margins = margins
        plot = rect.adjusted(margins.left, legend, -margins.right, -margins.bottom)
        self.plot_rect = QRectF(plot.x(), plot.y(), max(1.0, plot.width()), max(1.0, plot.height()))
        self._plot.setGeometry(self.plot_rect)
        self._frame.place(rect, self._paint_frame)

    def _paint_frame(self, painter: QPainter) -> None:
        rect = self._frame.boundingRect()
        if self._pens is None or self._panel is None:
            return
        if self._legend is not None:
            self._legend.paint(painter, rect.left(), rect.top())
        if not all(value is None for series in self._panel.series for value in series.values):
            self._paint_values(painter, self._pens)
        elif self._title:
            # Once for the chart; a scale of nothing would only look like figures.
            words, face, area = translate("Charts", "No figures yet"), self._pens.plain, self.plot_rect
            muted = self._pens.theme.muted
            face.draw_centred(painter, area.center().x(), area.center().y() - face.height / 2, words, muted)
        if self._right is not None:
            self._paint_target_words(painter, self._pens, self._panel)
        if self._margins.bottom > self._pens.small.height:
            self._paint_places(painter, self._pens)

    def _paint_values(self, painter: QPainter, pens: Pens) -> None:
        """What the lines of the grid mean, at both sides."""
        small, muted = pens.small, pens.theme.muted
        area, reach = self.plot_rect, self._left.top * HEADROOM
        every = math.ceil(small.height * 1.1 / max(1.0, area.height() / HEADROOM / self._left.steps))
        for value, words in self._left.marks()[::every]:
            y = area.bottom() - value / reach * area.height()
            small.draw_right(painter, area.left() - _BESIDE, y - small.height / 2, words, muted)
        if self._right is not None:
            for share, words in self._right.marks()[::every]:
                y = area.bottom() - share / HEADROOM * area.height()
                small.draw(painter, area.right() + _BESIDE, y - small.height / 2, words, muted)

    def _paint_target_words(self, painter: QPainter, pens: Pens, panel: Panel) -> None:
        if panel.target is None or self._right is None:
            return
        small, area = pens.small, self.plot_rect
        marks = max(small.width(words) for _, words in self._right.marks())
        y = area.bottom() - panel.target / HEADROOM * area.height()
        left = area.right() + 2 * _BESIDE + marks
        small.draw(painter, left, y - small.height / 2, panel.target_title, pens.theme.words.idle)

    def _paint_places(self, painter: QPainter, pens: Pens) -> None:
        if self._chart is None:
            return
        labels, small, area = self._chart.labels, pens.small, self.plot_rect
        room = area.width() / max(1, len(labels))
        # The window is painted far more often than its labels change: whenever the pointer moves.
        kept = (labels, area.width(), small)
        if kept != self._kept:
            self._kept, self._kept_places = kept, axes.kept_places(labels, area.width(), small.width, _GAP)
        for place in self._kept_places:
            middle = area.left() + (place + 0.5) * room
            half = small.width(labels[place]) / 2
            middle = min(max(middle, half), self._frame.boundingRect().right() - half)
            small.draw_centred(painter, middle, area.bottom() + 4, labels[place], pens.theme.muted)
