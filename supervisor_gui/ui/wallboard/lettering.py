"""Text that takes the room it gets: fonts by the pixel, measured once for each size. It paints single lines."""

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter

from supervisor_gui.ui import plain

PROBE = 100
"""Pixels of the size at which texts are measured; widths grow with the size."""
LINE = 1.22
"""A line's height to its letters' size."""
SMALLEST = 9


class Letters:
    """One font at one size."""

    def __init__(self, font: QFont, pixels: float, *, bold: bool = False) -> None:
        self.font = QFont(font)
        self.font.setPixelSize(max(SMALLEST, int(pixels)))
        self.font.setBold(bold)
        self.metrics = QFontMetricsF(self.font)

    def width(self, text: str) -> float:
        """Pixels that `text` takes."""
        return self.metrics.horizontalAdvance(text)

    def cut(self, text: str, width: float) -> str:
        """`text`, or as much of it as fits with an ellipsis."""
        return text if self.width(text) <= width else plain.elided(QFontMetrics(self.font), text, int(width))

    def draw(self, painter: QPainter, x: float, base: float, text: str) -> None:
        """Draw `text` on its baseline."""
        painter.setFont(self.font)
        painter.drawText(QPointF(x, base), text)

    def base_in(self, rect: QRectF) -> float:
        """The baseline of a line in the middle of `rect`."""
        return rect.center().y() + (self.metrics.ascent() - self.metrics.descent()) / 2


@lru_cache(maxsize=64)
def _probe(family: str, bold: bool) -> QFontMetricsF:
    font = QFont(family)
    font.setPixelSize(PROBE)
    font.setBold(bold)
    font.setFeature(QFont.Tag("tnum"), 1)
    return QFontMetricsF(font)


def share(font: QFont, texts: Iterable[str], *, bold: bool = False) -> float:
    """Pixels that the widest of `texts` takes for each pixel of the letters' size."""
    metrics = _probe(font.family(), bold)
    return max((metrics.horizontalAdvance(text) for text in texts), default=0.0) / PROBE


def fitted(font: QFont, texts: Iterable[str], width: float, height: float, *, bold: bool = False) -> Letters:
    """The largest letters with which every one of `texts` fits a line of this room."""
    wide = share(font, texts, bold=bold)
    return Letters(font, min(height / LINE, width / wide if wide else height), bold=bold)
