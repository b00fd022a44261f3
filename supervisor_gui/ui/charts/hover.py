"""What is told of the place under the pointer or the keyboard: a band, a line and a small box of plain words."""

import math
from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from supervisor_gui.reports import spelling
from supervisor_gui.reports.values import Axis, CellKind, Chart
from supervisor_gui.text import clean
from supervisor_gui.ui.charts.legend import Entry, paint_sample
from supervisor_gui.ui.charts.pens import Pens

_PAD = 9.0
_AWAY = 14.0
_SAMPLE = 33.0
_COLUMN_GAP = 18.0
_LONGEST = 60

_KINDS = {Axis.COUNT: CellKind.COUNT, Axis.PERCENT: CellKind.PERCENT, Axis.SECONDS: CellKind.SECONDS}


class Fact(msgspec.Struct, frozen=True):
    """One line of the box: its sample, None for words alone; title; figure."""

    entry: Entry | None
    title: str
    figure: str


class Tip(msgspec.Struct, frozen=True):
    """A box: heading and lines."""

    heading: str
    facts: tuple[Fact, ...]

    def words(self) -> str:
        """All of it as one line, for a screen reader."""
        told = [f"{fact.title}: {fact.figure}" if fact.figure else fact.title for fact in self.facts]
        return ", ".join([self.heading, *told])


def chart_tip(chart: Chart, place: int, samples: Sequence[Sequence[Entry]]) -> Tip:
    """Everything the chart knows of one place; `samples` are the entries of each panel's series."""
    facts = []
    for panel, entries in zip(chart.panels, samples, strict=True):
        for series, entry in zip(panel.series, entries, strict=True):
            value = series.values[place]
            figure = spelling.value_text(_whole(value, series.axis), _KINDS[series.axis])
            facts.append(Fact(entry, clean(series.title, _LONGEST), figure))
    return Tip(clean(chart.names[place]), tuple(facts))


class HoverLayer(QWidget):
    """Lies over a picture, lets every event through and shows one tip at a time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.tip: Tip | None = None
        self._pens: Pens | None = None
        self._bands: tuple[QRectF, ...] = ()
        self._at = QPointF()
        self._outline = QRectF()
        self._focused = False

    def set_pens(self, pens: Pens) -> None:
        """Paint with another theme or font."""
        self._pens = pens
        self.update()

    def set_focused(self, *, focused: bool) -> None:
        """Whether the keyboard is here: a frame tells it."""
        self._focused = focused
        self.update()

    def show_tip(self, tip: Tip, at: QPointF, bands: Sequence[QRectF], outline: QRectF | None = None) -> None:
        """Show `tip` beside `at`, mark `bands` and put a line around `outline`."""
        self.tip, self._at, self._bands, self._outline = tip, at, tuple(bands), outline or QRectF()
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        if self.tip is not None:
            self.tip, self._bands = None, ()
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The keyboard's frame, the bands, and the box above them."""
        if self._pens is None or not (self.tip or self._focused):
            return
        painter = QPainter(self)
        theme = self._pens.theme
        if self._focused:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        if self.tip is not None:
            self._paint_tip(painter, self.tip, self._pens)
        painter.end()

    def _paint_tip(self, painter: QPainter, tip: Tip, pens: Pens) -> None:
        theme = pens.theme
        for band in self._bands:
            ground = QColor(theme.accent)
            ground.setAlpha(28)
            painter.fillRect(band, ground)
            painter.setPen(QPen(QColor(theme.muted), 1))
            middle = math.floor(band.center().x()) + 0.5
            painter.drawLine(QPointF(middle, band.top()), QPointF(middle, band.bottom()))
        if not self._outline.isEmpty():
            painter.setPen(QPen(QColor(theme.text), 2))
            painter.drawRect(self._outline)
        self._paint_box(painter, tip, pens)

    def box(self, tip: Tip, pens: Pens) -> QRectF:
        """Where the box stands: beside the point, on the side that has room."""
        size = box_size(tip, pens, self.width() - 4)
        x = self._at.x() + _AWAY
        if x + size.width() > self.width() - 2:
            x = self._at.x() - _AWAY - size.width()
        x = min(max(2.0, x), max(2.0, self.width() - size.width() - 2))
        y = min(max(2.0, self._at.y() - size.height() / 2), max(2.0, self.height() - size.height() - 2))
        return QRectF(round(x), round(y), size.width(), size.height())

    def _paint_box(self, painter: QPainter, tip: Tip, pens: Pens) -> None:
        box, theme = self.box(tip, pens), pens.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.setBrush(pens.surface)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        line = pens.plain.height + 3
        left, right, top = box.left() + _PAD, box.right() - _PAD, box.top() + _PAD - 2
        pens.strong.draw(painter, left, top, pens.strong.cut(tip.heading, right - left), theme.text)
        for fact in tip.facts:
            top += line
            x = left
            if fact.entry is not None:
                paint_sample(painter, fact.entry, QPointF(x, top + pens.plain.height / 2), pens)
                x += _SAMPLE
            figure = pens.strong.width(fact.figure)
            title = pens.plain.cut(fact.title, right - x - figure - (_COLUMN_GAP / 2 if fact.figure else 0))
            pens.plain.draw(painter, x, top, title, theme.muted)
            pens.strong.draw_right(painter, right, top, fact.figure, theme.text)


def box_size(tip: Tip, pens: Pens, widest: float) -> QSizeF:
    """Pixels of the box, `widest` at the most."""
    width = pens.strong.width(tip.heading)
    for fact in tip.facts:
        gap = _COLUMN_GAP if fact.figure else 0
        taken = pens.plain.width(fact.title) + gap + pens.strong.width(fact.figure)
        width = max(width, taken + (_SAMPLE if fact.entry is not None else 0))
    lines = 1 + len(tip.facts)
    return QSizeF(min(widest, math.ceil(width + 2 * _PAD)), math.ceil(lines * (pens.plain.height + 3) + 2 * _PAD - 4))


def _whole(value: float | None, axis: Axis) -> float | int | None:
    """A count without a fraction as what it is."""
    return int(value) if value is not None and axis is Axis.COUNT and float(value).is_integer() else value
