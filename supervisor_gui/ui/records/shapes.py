"""The shapes of directions and of a recording, drawn by us: they tell the direction without its colour."""

import enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from supervisor_gui.netsantral.types_records import Direction
from supervisor_gui.ui.widgets.ink import Ink

UNIT = 16.0


class Shape(enum.Enum):
    """What is drawn."""

    IN = "in"
    """An arrow that comes."""
    OUT = "out"
    """An arrow that goes."""
    MISSED = "missed"
    """One that comes and turns away."""
    NOT_REACHED = "not_reached"
    """One that goes and is stopped."""
    INSIDE = "inside"
    """Two arrows."""
    INSIDE_MISSED = "inside_missed"
    """Two that are stopped."""
    OTHER = "other"
    PLAY = "play"

    # Enum hashes its name in Python; every painted row looks this up.
    __hash__ = object.__hash__


Looks = tuple[Shape, str]
"""A shape and the name of its tone."""

_SHAPES: dict[Direction, Looks] = {
    Direction.INCOMING: (Shape.IN, "talking"),
    Direction.MISSED: (Shape.MISSED, "warn"),
    Direction.OUTGOING: (Shape.OUT, "idle"),
    Direction.UNANSWERED: (Shape.NOT_REACHED, "offline"),
    Direction.INTERNAL: (Shape.INSIDE, "other"),
    Direction.INTERNAL_UNANSWERED: (Shape.INSIDE_MISSED, "offline"),
    Direction.OTHER: (Shape.OTHER, "other"),
}


def shape_of(direction: Direction) -> Looks:
    """A direction's shape and the name of its tone."""
    return _SHAPES[direction]


def draw(painter: QPainter, ink: Ink, looks: Looks, x: float, y: float, *, size: int = 15) -> None:
    """Draw a shape with its upper left corner at (x, y), in a tone of the marks or the accent."""
    shape, tone = looks

    def fresh(inner: QPainter) -> None:
        inner.scale(size / UNIT, size / UNIT)
        paint(inner, shape, ink.marks[tone] if tone in ink.marks else ink.pens[tone].color())

    painter.drawPixmap(round(x), round(y), ink.picture((shape, tone, size), QSize(size, size), fresh))


def paint(painter: QPainter, shape: Shape, colour: QColor) -> None:
    """Draw `shape` on a square of 16."""
    if shape is Shape.PLAY:
        path = QPainterPath(QPointF(4.5, 2.8))
        path.lineTo(13.2, 8)
        path.lineTo(4.5, 13.2)
        path.closeSubpath()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(colour))
        painter.drawPath(path)
        return
    if shape is Shape.OTHER:
        path = QPainterPath()
        path.addEllipse(QRectF(5.2, 5.2, 5.6, 5.6))
    else:
        path = _strokes(*_LINES[shape])
    painter.setPen(QPen(colour, 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


_Points = tuple[tuple[float, float], ...]
_CROSS: tuple[_Points, _Points] = (((10.2, 2.4), (14.0, 6.2)), ((14.0, 2.4), (10.2, 6.2)))
_LINES: dict[Shape, tuple[_Points, ...]] = {
    Shape.IN: (((13, 3), (3.2, 12.8)), ((3.2, 6), (3.2, 12.8), (10, 12.8))),
    Shape.OUT: (((3, 13), (12.8, 3.2)), ((6, 3.2), (12.8, 3.2), (12.8, 10))),
    Shape.MISSED: (((1.6, 4.4), (7.2, 10.6), (14.2, 3.6)), ((1.6, 9.4), (1.6, 4.4), (6.4, 4.4))),
    Shape.NOT_REACHED: (((2.4, 13.6), (8.4, 7.6)), ((3.8, 7.6), (8.4, 7.6), (8.4, 12.2)), *_CROSS),
    Shape.INSIDE: (
        ((2, 5.4), (13.6, 5.4)),
        ((10.8, 2.6), (13.6, 5.4), (10.8, 8.2)),
        ((14, 11.2), (2.4, 11.2)),
        ((5.2, 8.4), (2.4, 11.2), (5.2, 14)),
    ),
    Shape.INSIDE_MISSED: (((2, 11.2), (13.6, 11.2)), ((10.8, 8.4), (13.6, 11.2), (10.8, 14)), *_CROSS),
}


def _strokes(*strokes: _Points) -> QPainterPath:
    path = QPainterPath()
    for stroke in strokes:
        path.moveTo(*stroke[0])
        for point in stroke[1:]:
            path.lineTo(*point)
    return path
