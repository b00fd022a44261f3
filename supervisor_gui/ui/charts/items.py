"""What stands in the plot of a panel: lines of the grid, bars and areas, marks of lines, the target.

They hold values of the chart and are painted in pixels, so that edges are sharp and no file stretches a pattern.
"""

import math
from collections.abc import Iterable, Iterator, Sequence

import msgspec
import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from supervisor_gui.ui.charts.colours import Look
from supervisor_gui.ui.charts.legend import mark_points
from supervisor_gui.ui.charts.pens import Pens, fill

WIDEST_BAR = 88.0
_APART = 30.0
"""Pixels between two marks of a line at the least, unless every point has room for its own."""
_CLOSE = 15.0
_BEYOND = 7.0
"""Pixels by which the dash of a lone earlier figure is seen beside its bar."""
_PIECE = 24
"""Places of an area that are filled at once."""
_RESTLESS = 4
"""More level strips a place than this, and an area is filled as polygons."""
_FINE = 256.0
"""Edges of strips stand in steps of this part of a pixel."""
_DENSE = 6.0
"""Pixels a place below which lines are thin and bars plain."""

Values = Sequence[float | None]


class Layer(msgspec.Struct, frozen=True):
    """One series of a stack, from the bottom upwards."""

    values: tuple[float | None, ...]
    look: Look


class Extent(msgspec.Struct, frozen=True):
    """What a plot shows: places 0 … places - 1, each one wide, and values from 0 to `top`."""

    places: int
    top: float

    def rect(self) -> QRectF:
        """As a rectangle in the plot's values."""
        return QRectF(-0.5, 0.0, self.places, self.top)


class PlotItem(QGraphicsItem):
    """An item of a plot that is painted in pixels."""

    def __init__(self) -> None:
        super().__init__()
        self._extent = Extent(1, 1.0)
        self._pens: Pens | None = None

    def set_extent(self, extent: Extent, pens: Pens) -> None:
        """Stand on other axes, or be painted with another theme or font."""
        self.prepareGeometryChange()
        self._extent, self._pens = extent, pens
        self.update()

    def boundingRect(self) -> QRectF:
        """The whole plot, in its values."""
        return self._extent.rect()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint in the pixels of the scene, whatever the painter is scaled to."""
        to_scene = self.sceneTransform()
        back, possible = to_scene.inverted()
        if self._pens is None or not possible:
            return
        painter.save()
        painter.setTransform(back * painter.transform())
        self.paint_pixels(painter, to_scene, self._pens)
        painter.restore()

    def paint_pixels(self, painter: QPainter, to_scene: QTransform, pens: Pens) -> None:
        """Paint; `to_scene` makes pixels of values."""
        raise NotImplementedError


class Grid(PlotItem):
    """Level lines at the steps of the upright axis."""

    def __init__(self) -> None:
        super().__init__()
        self._levels: tuple[float, ...] = ()

    def set_levels(self, levels: Sequence[float]) -> None:
        """Draw lines at these values; the first one is the base."""
        self._levels = tuple(levels)
        self.update()

    def paint_pixels(self, painter: QPainter, to_scene: QTransform, pens: Pens) -> None:
        """Thin lines, the base a little stronger."""
        area = to_scene.mapRect(self.boundingRect())
        for at, level in enumerate(self._levels):
            painter.setPen(pens.grid if at else pens.base)
            y = round(to_scene.map(QPointF(0, level)).y()) + 0.5
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))


class Target(PlotItem):
    """The level that is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self._level: float | None = None

    def set_level(self, level: float | None) -> None:
        """Draw it at this value; None for no target."""
        self._level = level
        self.update()

    def paint_pixels(self, painter: QPainter, to_scene: QTransform, pens: Pens) -> None:
        """A dashed line across the plot."""
        if self._level is None:
            return
        area = to_scene.mapRect(self.boundingRect())
        y = round(to_scene.map(QPointF(0, self._level)).y()) + 0.5
        painter.setPen(pens.target)
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))


class Bars(PlotItem):
    """Series stacked upon each other, one bar a place."""

    def __init__(self) -> None:
        super().__init__()
        self._layers: tuple[Layer, ...] = ()

    def set_layers(self, layers: Sequence[Layer]) -> None:
        """Show these, the first one at the bottom."""
        self._layers = tuple(layers)
        self.update()

    def paint_pixels(self, painter: QPainter, to_scene: QTransform, pens: Pens) -> None:
        """Bars with sharp edges; what is not 0 is a pixel high at least."""
        if not self._layers:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        room = to_scene.m11()
        wide = bar_width(room)
        rise, base = to_scene.m22(), to_scene.dy()
        lefts = [place * room + to_scene.dx() - wide / 2 for place in range(self._extent.places)]
        sides = [(round(left), max(1, round(left + wide) - round(left))) for left in lefts]
        sums = [0.0] * self._extent.places
        tops = [round(base)] * self._extent.places
        for layer in self._layers:
            rects = []
            for place, value in enumerate(layer.values):
                if not value:
                    continue
                sums[place] += value
                left, width = sides[place]
                top = min(round(sums[place] * rise + base), tops[place] - 1)
                rects.append(QRectF(left, top, width, tops[place] - top))
                tops[place] = top
            look = layer.look if room >= _DENSE else Look(layer.look.colour)
            fill(painter, rects, look, pens)


class Areas(PlotItem):
    """Series stacked upon each other without gaps, for many places."""

    def __init__(self) -> None:
        super().__init__()
        self._runs: list[tuple[int, int]] = []
        self._sums: list[tuple[np.ndarray, Look]] = []

    def set_layers(self, layers: Sequence[Layer]) -> None:
        """Show these, the first one at the bottom; places of which no series knows anything are a gap."""
        self._sums, self._runs = [], []
        if layers:
            known = np.zeros(len(layers[0].values), dtype=bool)
            total = np.zeros(len(layers[0].values))
            for layer in layers:
                values = numbers(layer.values)
                known |= np.isfinite(values)
                total = total + np.nan_to_num(values)
                self._sums.append((total, layer.look))
            self._runs = list(runs(known))
        self.update()

    def paint_pixels(self, painter: QPainter, to_scene: QTransform, pens: Pens) -> None:
        """Each sum from the base up, the highest first, so that the lower ones cover it."""
        if not self._sums:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        in_pixels = painter.paintEngine().type() is QPaintEngine.Type.Raster
        for sums, look in reversed(self._sums):
            # A file gets whole outlines: there pieces would show their seams.
            strips = _strips(sums, to_scene) if in_pixels else None
            if strips is not None:
                fill(painter, strips, look, pens)
            else:
                self._fill_outlines(painter, sums, look, to_scene, pens, in_pixels=in_pixels)

    def _fill_outlines(
        self, painter: QPainter, sums: np.ndarray, look: Look, to_scene: QTransform, pens: Pens, *, in_pixels: bool
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        base = to_scene.map(QPointF(0, 0)).y()
        pattern = pens.pattern(look)
        # In pixels the time grows with the square of an outline's corners.
        for start, end in _pieces(self._runs) if in_pixels else self._runs:
            outline = _steps(sums[start:end], start, base, to_scene)
            painter.setBrush(QColor(look.colour))
            painter.drawPolygon(outline)
            if pattern is not None:
                painter.setBrush(pattern)
                painter.drawPolygon(outline)


class Line(PlotItem):
    """One line with its marks; where a value is unknown it has a gap."""

    def __init__(self) -> None:
        super().__init__()
        self._values = numbers(())
        self._look: Look | None = None
        self._dotted = self._halo = False

    def set_values(self, values: np.ndarray, look: Look, *, dotted: bool, halo: bool) -> None:
        """Show these, NaN for what is unknown.

        Args:
            values: One for each place.
            look: Colour and marks.
            dotted: Thin and without marks.
            halo: Whether there is something behind it from which it must stand out.
        """
        self._values, self._look, self._dotted, self._halo = values, look, dotted, halo
        self.update()

    def paint_pixels(self, painter: QPainter, to_scene: QTransform, pens: Pens) -> None:
        """Each run of neighbours, then as many marks as have room."""
        if self._look is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = np.arange(len(self._values)) * to_scene.m11() + to_scene.dx()
        y = self._values * to_scene.m22() + to_scene.dy()
        room = to_scene.m11()
        pen = pens.line(self._look, dotted=self._dotted, thin=room < _DENSE)
        found = list(runs(np.isfinite(self._values)))
        halo = pens.halo(thin=self._dotted) if self._halo and room >= _DENSE else None
        for start, end in found:
            for each in (halo, pen):
                if each is not None:
                    painter.setPen(each)
                    self._draw(painter, x[start:end], y[start:end])
        alone = {start for start, end in found if end - start == 1}
        if not self._dotted:
            self._mark(painter, x, y, alone, pens)
            return
        for each in (halo, pen):
            if each is not None:
                painter.setPen(each)
                self._dash(painter, x, y, alone)

    def _draw(self, painter: QPainter, x: np.ndarray, y: np.ndarray) -> None:
        """One run with the pen that the painter has."""
        if self._dotted:
            painter.drawPolyline(pg.functions.arrayToQPolygonF(x, y))
        elif len(x) > 1:
            # Wide and smooth is quick in single pieces only: as one line Qt looks for where it crosses itself.
            ways, heights = x.tolist(), y.tolist()
            painter.drawLines(list(map(QLineF, ways, heights, ways[1:], heights[1:])))

    def _mark(self, painter: QPainter, x: np.ndarray, y: np.ndarray, alone: set[int], pens: Pens) -> None:
        """Marks where there is room, and on each point that has no neighbour to draw a line to."""
        if self._look is None:
            return
        room = self.sceneTransform().m11()
        every = 1 if room >= _CLOSE else math.ceil(_APART / max(room, 0.01))
        places = set(range(every // 2, len(x), every))
        marked = [QPointF(x[place], y[place]) for place in sorted(places | alone) if np.isfinite(y[place])]
        mark_points(painter, self._look, marked, pens)

    def _dash(self, painter: QPainter, x: np.ndarray, y: np.ndarray, alone: set[int]) -> None:
        """A dash across the bar of each point that has no neighbour: a mark would lie on those of other lines."""
        room = self.sceneTransform().m11()
        reach = min(bar_width(room) / 2 + _BEYOND, room / 2)
        for place in alone:
            level = math.floor(y[place]) + 0.5
            painter.drawLine(QPointF(x[place] - reach, level), QPointF(x[place] + reach, level))


def bar_width(room: float) -> float:
    """Pixels of a bar whose place is `room` pixels wide."""
    if room < 3:
        return room
    return min(WIDEST_BAR, max(2.0, room * 0.8), room - 1)


def numbers(values: Values) -> np.ndarray:
    """The values for drawing: NaN for what is unknown."""
    return np.array([np.nan if value is None else value for value in values], dtype=float)


def runs(known: np.ndarray) -> Iterator[tuple[int, int]]:
    """(first, one behind the last) of each run of places that are known."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], known, [False])).astype(np.int8)))
    yield from ((int(start), int(end)) for start, end in edges.reshape(-1, 2))


def _pieces(found: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Runs in pieces that are filled quickly."""
    for start, end in found:
        yield from ((at, min(at + _PIECE, end)) for at in range(start, end, _PIECE))


def _strips(sums: np.ndarray, to_scene: QTransform) -> list[QRectF] | None:
    """The area below `sums` as level strips, each from one sum that occurs to the next; None when they are too many.

    Qt fills wide rectangles many times faster than outlines and than narrow ones, above all with a pattern.
    """
    levels, ranks = np.unique(np.concatenate(([0.0], sums)), return_inverse=True)
    if np.maximum(np.diff(ranks), 0).sum() > _RESTLESS * len(sums):
        return None
    edges = _fine((np.arange(len(sums) + 1) - 0.5) * to_scene.m11() + to_scene.dx())
    heights = _fine(levels * to_scene.m22() + to_scene.dy())
    strips = []
    for rank in range(1, len(levels)):
        top, high = heights[rank], heights[rank - 1] - heights[rank]
        found = runs(ranks[1:] >= rank)
        strips += [QRectF(edges[start], top, edges[end] - edges[start], high) for start, end in found]
    return strips


def _fine(pixels: np.ndarray) -> list[float]:
    """Rounded so that sums of edges are exact and none is in the middle of a pixel: two strips leave no seam."""
    found: list[float] = ((np.floor(pixels * _FINE) + 0.5) / _FINE).tolist()
    return found


def _steps(sums: np.ndarray, start: int, base: float, to_scene: QTransform) -> QPolygonF:
    """The outline of one run in pixels: level within a place, closed along the base."""
    edges = np.repeat(np.arange(start, start + len(sums) + 1) - 0.5, 2)[1:-1]
    x = edges * to_scene.m11() + to_scene.dx()
    y = np.repeat(sums, 2) * to_scene.m22() + to_scene.dy()
    closed_x = np.concatenate(([x[0]], x, [x[-1]]))
    closed_y = np.concatenate(([base], y, [base]))
    made: QPolygonF = pg.functions.arrayToQPolygonF(closed_x, closed_y)
    return made
