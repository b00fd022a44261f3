"""A theme and a font made into what charts are painted with, in pixels of a chart. It decides nothing of what is drawn.

Fonts are sized in pixels: those sized in points would grow with the resolution of a printer or a file.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPen, QPolygonF

from supervisor_gui.ui.charts.colours import Look, Shape
from supervisor_gui.ui.theme import Theme

SWATCH = 12.0
_PATTERN_ALPHA = 130
_BROADER = 3
"""Pixels by which a broad line is wider: half of them are seen at each side of a line above it."""
_CAP = Qt.PenCapStyle.SquareCap
"""Pieces of a line overlap at their joints. Round ones would as well, and take ten times as long to paint."""


class Words:
    """One font with its measures."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self.height = self._metrics.height()
        self._ascent = self._metrics.ascent()

    def width(self, text: str) -> float:
        """Pixels that `text` takes."""
        return self._metrics.horizontalAdvance(text)

    def cut(self, text: str, width: float) -> str:
        """`text`, or as much of it as fits with an ellipsis."""
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))

    def draw(self, painter: QPainter, x: float, top: float, text: str, colour: str) -> None:
        """Draw one line with its upper left corner at (x, top)."""
        painter.setFont(self.font)
        painter.setPen(QColor(colour))
        painter.drawText(QPointF(x, top + self._ascent), text)

    def draw_right(self, painter: QPainter, right: float, top: float, text: str, colour: str) -> None:
        """Draw one line that ends at `right`."""
        self.draw(painter, right - self.width(text), top, text, colour)

    def draw_centred(self, painter: QPainter, middle: float, top: float, text: str, colour: str) -> None:
        """Draw one line around `middle`."""
        self.draw(painter, middle - self.width(text) / 2, top, text, colour)


class Pens:
    """Everything a chart is painted with."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self.theme = theme
        size = QFontInfo(font).pixelSize()
        self.plain = Words(_sized(font, size))
        self.small = Words(_sized(font, max(9, round(size * 0.88))))
        self.strong = Words(_sized(font, size, bold=True))
        self.grid = QPen(QColor(theme.line), 1)
        self.base = QPen(QColor(theme.border), 1)
        self.target = QPen(QColor(theme.marks.idle), 1, Qt.PenStyle.DashLine)

    @property
    def surface(self) -> QColor:
        """The ground of a chart."""
        return QColor(self.theme.surface)

    def line(self, look: Look, *, dotted: bool, thin: bool = False) -> QPen:
        """The pen of a line; wide pens are solid, dotted ones thin (wide, smooth and dashed takes seconds)."""
        if dotted:
            return QPen(QColor(look.colour), 1, Qt.PenStyle.DashLine)
        width = 1 if thin else 2
        if look.broad:
            width += 1 if thin else _BROADER
        return QPen(QColor(look.colour), width, Qt.PenStyle.SolidLine, _CAP)

    def halo(self, *, thin: bool) -> QPen:
        """Around a line, so that it is seen on bars of any colour."""
        return QPen(self.surface, 3 if thin else 4, Qt.PenStyle.SolidLine, _CAP)

    def pattern(self, look: Look) -> QBrush | None:
        """What is laid over the colour of a bar."""
        if look.pattern is Qt.BrushStyle.NoBrush:
            return None
        light = self.surface
        light.setAlpha(_PATTERN_ALPHA)
        return QBrush(light, look.pattern)


def fill(painter: QPainter, rects: list[QRectF], look: Look, pens: Pens) -> None:
    """Fill `rects` with a look's colour and its pattern."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.colour))
    painter.drawRects(rects)
    pattern = pens.pattern(look)
    if pattern is not None:
        painter.setBrush(pattern)
        painter.drawRects(rects)


def draw_shape(painter: QPainter, shape: Shape, middle: QPointF, size: float) -> None:
    """Draw a line's mark around `middle` with the painter's pen and brush."""
    x, y, half = middle.x(), middle.y(), size / 2
    if shape is Shape.CIRCLE:
        painter.drawEllipse(middle, half, half)
        return
    corners = {
        Shape.SQUARE: ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
        Shape.DIAMOND: ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
        Shape.TRIANGLE: ((0, -1.1), (1.1, 0.9), (-1.1, 0.9)),
        Shape.CROSS: (
            *((-1.1, -0.35), (-0.35, -0.35), (-0.35, -1.1), (0.35, -1.1), (0.35, -0.35), (1.1, -0.35)),
            *((1.1, 0.35), (0.35, 0.35), (0.35, 1.1), (-0.35, 1.1), (-0.35, 0.35), (-1.1, 0.35)),
        ),
    }[shape]
    painter.drawPolygon(QPolygonF([QPointF(x + dx * half, y + dy * half) for dx, dy in corners]))


def _sized(font: QFont, pixels: int, *, bold: bool = False) -> QFont:
    made = QFont(font)
    made.setPixelSize(max(1, pixels))
    made.setBold(bold)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
