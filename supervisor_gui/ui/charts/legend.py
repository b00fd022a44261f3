"""The title of a picture and what its colours and shapes mean, in as many lines as the width asks for."""

import enum
from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from supervisor_gui.text import clean
from supervisor_gui.ui.charts.colours import Look
from supervisor_gui.ui.charts.pens import SWATCH, Pens, draw_shape, fill
from supervisor_gui.ui.widgets.marks import Mark, paint_mark

GAP = 16.0
_BESIDE = 5.0
_LINE = 22.0
_BLOCK = 26.0
"""How wide the samples of a line and of a state are."""
_LINE_MARK, _BROAD_MARK = 8.0, 12.0


class Sample(enum.Enum):
    """What stands before an entry's words."""

    FILL = "fill"
    LINE = "line"
    DOTS = "dots"
    STATE = "state"
    HEADING = "heading"


class Entry(msgspec.Struct, frozen=True):
    """One word of a legend with its sample; `state` names the shape of a STATE."""

    words: str
    sample: Sample
    look: Look
    state: str = ""


class Legend:
    """Entries laid out for one width.

    Attributes:
        height: Pixels it takes, the room below it included; 0 without entries.
        places: (x, top, entry, words that fit) of each entry, from its own upper left corner.
    """

    def __init__(self, entries: Sequence[Entry], pens: Pens, width: float) -> None:
        self._pens = pens
        self._line = max(pens.strong.height, SWATCH) + 6
        self.places: list[tuple[float, float, Entry, str]] = []
        x = top = 0.0
        for entry in entries:
            face = pens.strong if entry.sample is Sample.HEADING else pens.plain
            before = _room(entry.sample)
            words = face.cut(clean(entry.words), width - before)
            wide = before + face.width(words)
            if x > 0 and x + wide > width:
                x, top = 0.0, top + self._line
            self.places.append((x, top, entry, words))
            x += wide + GAP
        self.height = top + self._line + 4 if self.places else 0.0

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint it with its upper left corner at (left, top)."""
        pens = self._pens
        for x, y, entry, words in self.places:
            heading = entry.sample is Sample.HEADING
            face = pens.strong if heading else pens.plain
            middle = top + y + self._line / 2
            paint_sample(painter, entry, QPointF(left + x, middle), pens)
            face.draw(painter, left + x + _room(entry.sample), middle - face.height / 2, words, pens.theme.text)


def paint_sample(painter: QPainter, entry: Entry, at: QPointF, pens: Pens) -> None:
    """Paint an entry's sample; `at` is the middle of its left edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left, middle = at.x(), at.y()
    box = QRectF(round(left), round(middle - SWATCH / 2), SWATCH, SWATCH)
    if entry.sample is Sample.FILL:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        fill(painter, [box], entry.look, pens)
    elif entry.sample is Sample.STATE:
        block = QRectF(round(left), round(middle - 8), _BLOCK, 16)
        painter.fillRect(block, QColor(entry.look.colour))
        fill(painter, [block.adjusted(17, 0, 0, 0)], entry.look, pens)
        paint_mark(painter, state_mark(entry.state), pens.surface, block.left() + 2, block.top() + 1.5, size=13)
    elif entry.sample is not Sample.HEADING:
        dotted = entry.sample is Sample.DOTS
        pen = pens.line(entry.look, dotted=dotted)
        painter.setPen(pen)
        level, inset = round(middle) + 0.5, (pen.widthF() - 1) / 2
        painter.drawLine(QPointF(left + inset, level), QPointF(left + _LINE - inset, level))
        if entry.sample is Sample.LINE:
            mark_points(painter, entry.look, [QPointF(left + _LINE / 2, level)], pens)
    painter.restore()


def mark_points(painter: QPainter, look: Look, points: Sequence[QPointF], pens: Pens) -> None:
    """Draw a line's marks around `points`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(pens.surface, 1))
    painter.setBrush(QColor(look.colour))
    for point in points:
        draw_shape(painter, look.shape, point, _BROAD_MARK if look.broad else _LINE_MARK)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _room(sample: Sample) -> float:
    """Pixels before the words."""
    if sample is Sample.HEADING:
        return 0.0
    if sample is Sample.FILL:
        return SWATCH + _BESIDE
    return (_BLOCK if sample is Sample.STATE else _LINE) + _BESIDE


def state_mark(state: str) -> Mark:
    """The shape of an agent's state; a state that nobody knows is "other"."""
    return Mark(state) if state in {mark.value for mark in Mark} else Mark.OTHER
