"""Shapes drawn by us: one mark a state, and the icons of pages and buttons. Which colour they take is the caller's."""

import enum
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap


class Mark(enum.Enum):
    """A state's shape; it tells the state without its colour."""

    IDLE = "idle"
    RINGING = "ringing"
    TALKING = "talking"
    PAUSED = "paused"
    OFFLINE = "offline"
    OTHER = "other"
    LIMIT = "limit"

    # Enum hashes its name in Python; thousands of rows a second look marks up.
    __hash__ = object.__hash__


class Icon(enum.Enum):
    """A page's or a button's picture."""

    PULSE = "pulse"
    PHONE = "phone"
    RETURN = "return"
    LIST = "list"
    BARS = "bars"
    QUEUE = "queue"
    GEAR = "gear"
    PENCIL = "pencil"
    TABLE = "table"
    TILES = "tiles"
    CLOSE = "close"
    HANG_UP = "hang_up"
    MORE = "more"
    DIALS = "dials"


UNIT = 16.0
"""Shapes are described on a square of this size."""


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _filled(painter: QPainter, colour: QColor, path: QPainterPath) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    painter.drawPath(path)


def _stroked(painter: QPainter, colour: QColor, path: QPainterPath, width: float = 1.5) -> None:
    painter.setPen(_pen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _lines(*strokes: tuple[tuple[float, float], ...]) -> QPainterPath:
    """A path of open strokes, each a row of points."""
    path = QPainterPath()
    for stroke in strokes:
        path.moveTo(*stroke[0])
        for point in stroke[1:]:
            path.lineTo(*point)
    return path


def _handset() -> QPainterPath:
    path = QPainterPath(QPointF(4.0, 2.6))
    path.cubicTo(2.4, 3.4, 1.9, 5.2, 3.2, 7.6)
    path.cubicTo(4.5, 10.1, 6.3, 11.9, 8.6, 13.0)
    path.cubicTo(10.8, 14.0, 12.6, 13.5, 13.4, 12.0)
    path.lineTo(10.9, 9.9)
    path.lineTo(9.2, 11.0)
    path.cubicTo(7.4, 10.0, 6.1, 8.7, 5.1, 6.9)
    path.lineTo(6.2, 5.2)
    path.closeSubpath()
    return path


def _idle(painter: QPainter, colour: QColor) -> None:
    path = QPainterPath()
    path.addEllipse(QPointF(8, 8), 5.2, 5.2)
    _filled(painter, colour, path)


def _ringing(painter: QPainter, colour: QColor) -> None:
    bell = QPainterPath(QPointF(2.6, 12.0))
    bell.cubicTo(4.4, 10.6, 3.6, 8.6, 4.1, 6.4)
    bell.cubicTo(4.6, 4.0, 6.0, 2.6, 8.0, 2.6)
    bell.cubicTo(10.0, 2.6, 11.4, 4.0, 11.9, 6.4)
    bell.cubicTo(12.4, 8.6, 11.6, 10.6, 13.4, 12.0)
    bell.closeSubpath()
    bell.addEllipse(QPointF(8, 13.4), 1.5, 1.3)
    _filled(painter, colour, bell)


def _talking(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour, _handset())


def _paused(painter: QPainter, colour: QColor) -> None:
    bars = QPainterPath()
    bars.addRoundedRect(QRectF(3.6, 3, 3.2, 10), 0.8, 0.8)
    bars.addRoundedRect(QRectF(9.2, 3, 3.2, 10), 0.8, 0.8)
    _filled(painter, colour, bars)


def _offline(painter: QPainter, colour: QColor) -> None:
    ring = QPainterPath()
    ring.addEllipse(QPointF(8, 8), 4.9, 4.9)
    ring.addPath(_lines(((4.7, 11.3), (11.3, 4.7))))
    _stroked(painter, colour, ring, 1.6)


def _other(painter: QPainter, colour: QColor) -> None:
    ring = QPainterPath()
    ring.addEllipse(QPointF(8, 8), 4.9, 4.9)
    _stroked(painter, colour, ring, 1.6)
    dot = QPainterPath()
    dot.addEllipse(QPointF(8, 8), 1.4, 1.4)
    _filled(painter, colour, dot)


def _limit(painter: QPainter, colour: QColor) -> None:
    path = QPainterPath()
    path.addRoundedRect(QRectF(6.6, 2.2, 2.8, 7.8), 1.2, 1.2)
    path.addEllipse(QPointF(8, 12.6), 1.6, 1.6)
    _filled(painter, colour, path)


MARKS: dict[Mark, Callable[[QPainter, QColor], None]] = {
    Mark.IDLE: _idle,
    Mark.RINGING: _ringing,
    Mark.TALKING: _talking,
    Mark.PAUSED: _paused,
    Mark.OFFLINE: _offline,
    Mark.OTHER: _other,
    Mark.LIMIT: _limit,
}


def _ellipse(x: float, y: float, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), radius, radius)
    return path


def _box(x: float, y: float, width: float, height: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, width, height), 1, 1)
    return path


def _gear() -> QPainterPath:
    path = _ellipse(8, 8, 2.6)
    spokes = ((0, -1), (0.71, -0.71), (1, 0), (0.71, 0.71), (0, 1), (-0.71, 0.71), (-1, 0), (-0.71, -0.71))
    for x, y in spokes:
        path.addPath(_lines(((8 + 4.4 * x, 8 + 4.4 * y), (8 + 6.2 * x, 8 + 6.2 * y))))
    return path


def _joined(*paths: QPainterPath) -> QPainterPath:
    whole = QPainterPath()
    for path in paths:
        whole.addPath(path)
    return whole


ICONS: dict[Icon, Callable[[], QPainterPath]] = {
    Icon.PULSE: lambda: _lines(((1.5, 8.5), (4.5, 8.5), (6.5, 3), (9.5, 13), (11.5, 8.5), (14.5, 8.5))),
    Icon.PHONE: _handset,
    Icon.RETURN: lambda: _lines(((6, 3.5), (2.5, 7), (6, 10.5)), ((2.5, 7), (10.5, 7), (13.5, 9.5), (13.5, 12.5))),
    Icon.LIST: lambda: _joined(
        _box(2.5, 1.8, 11, 12.4), _lines(((5, 5.2), (11, 5.2)), ((5, 8), (11, 8)), ((5, 10.8), (9, 10.8)))
    ),
    Icon.BARS: lambda: _lines(((3, 13), (3, 8)), ((8, 13), (8, 3)), ((13, 13), (13, 6))),
    Icon.QUEUE: lambda: _lines(
        ((2, 4), (9, 4)),
        ((2, 8), (9, 8)),
        ((2, 12), (9, 12)),
        ((12.5, 3), (12.5, 13)),
        ((10.7, 11), (12.5, 13), (14.3, 11)),
    ),
    Icon.GEAR: _gear,
    Icon.PENCIL: lambda: _lines(
        ((3, 13), (3.6, 10.2), (10.8, 3), (13, 5.2), (5.8, 12.4), (3, 13)), ((9.3, 4.5), (11.5, 6.7))
    ),
    Icon.TABLE: lambda: _lines(((2.5, 4), (13.5, 4)), ((2.5, 8), (13.5, 8)), ((2.5, 12), (13.5, 12))),
    Icon.TILES: lambda: _joined(
        _box(2.5, 2.5, 4.5, 4.5), _box(9, 2.5, 4.5, 4.5), _box(2.5, 9, 4.5, 4.5), _box(9, 9, 4.5, 4.5)
    ),
    Icon.HANG_UP: lambda: _joined(_handset(), _lines(((2.5, 2.5), (13.5, 13.5)))),
    Icon.MORE: lambda: _lines(((4, 6.5), (8, 10.5), (12, 6.5))),
    Icon.DIALS: lambda: _lines(
        ((1.8, 4), (7.5, 4)),
        ((1.8, 8), (7.5, 8)),
        ((1.8, 12), (7.5, 12)),
        ((10, 4.2), (14.2, 8), (10, 11.8), (10, 4.2)),
    ),
    Icon.CLOSE: lambda: _lines(((4, 4), (12, 12)), ((12, 4), (4, 12))),
}


def paint_mark(painter: QPainter, mark: Mark, colour: QColor, x: float, y: float, *, size: float = UNIT) -> None:
    """Draw `mark` with its upper left corner at (x, y)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, y)
    painter.scale(size / UNIT, size / UNIT)
    MARKS[mark](painter, colour)
    painter.restore()


def paint_icon(painter: QPainter, which: Icon, colour: QColor, x: float, y: float, *, size: float = UNIT) -> None:
    """Draw a line icon with its upper left corner at (x, y)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, y)
    painter.scale(size / UNIT, size / UNIT)
    _stroked(painter, colour, ICONS[which](), 1.4)
    painter.restore()


def _canvas(size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def mark_pixmap(mark: Mark, colour: str, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """`mark` on a transparent ground, sharp at the screen's pixel `ratio`."""
    pixmap = _canvas(size, ratio)
    painter = QPainter(pixmap)
    paint_mark(painter, mark, QColor(colour), 0, 0, size=size)
    painter.end()
    return pixmap


def icon(which: Icon, colour: str, checked: str = "", size: int = 22) -> QIcon:
    """A line icon; `checked` is its colour while its button is pressed in."""
    made = QIcon()
    for tone, state in ((colour, QIcon.State.Off), (checked or colour, QIcon.State.On)):
        for ratio in (1.0, 2.0):
            pixmap = _canvas(size, ratio)
            painter = QPainter(pixmap)
            paint_icon(painter, which, QColor(tone), 0, 0, size=size)
            painter.end()
            made.addPixmap(pixmap, QIcon.Mode.Normal, state)
    return made
