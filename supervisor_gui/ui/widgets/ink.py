"""A theme made into pens, brushes, fonts and measured text for painting. It decides nothing about what is drawn."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QStaticText

from supervisor_gui.ui.theme import Theme, Tones
from supervisor_gui.ui.widgets.marks import Mark, paint_mark

PLAIN, STRONG, SMALL, LARGE = "plain", "strong", "small", "large"
_KEPT_WIDTHS = 5_000
_KEPT_TEXTS = 1_000
_KEPT_PICTURES = 1_000


class Type:
    """One font with its measures; widths and cut texts are measured once."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self.ascent = self.metrics.ascent()
        self.height = self.metrics.height()
        self._laid_out: dict[str, QStaticText] = {}
        self._widths: dict[str, int] = {}
        self._cut: dict[tuple[str, int], str] = {}

    def width(self, text: str) -> int:
        """Pixels that `text` takes."""
        known = self._widths.get(text)
        if known is None:
            if len(self._widths) > _KEPT_WIDTHS:
                self._widths.clear()
            known = self._widths[text] = self.metrics.horizontalAdvance(text)
        return known

    def cut(self, text: str, width: int) -> str:
        """`text`, or as much of it as fits with an ellipsis."""
        if self.width(text) <= width:
            return text
        known = self._cut.get((text, width))
        if known is None:
            if len(self._cut) > _KEPT_WIDTHS:
                self._cut.clear()
            known = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))
            self._cut[text, width] = known
        return known

    def draw(self, painter: QPainter, x: int, base: int, text: str) -> None:
        """Draw `text` on its baseline in this font; what was drawn before is laid out already."""
        known = self._laid_out.get(text)
        if known is None:
            if len(self._laid_out) > _KEPT_TEXTS:
                self._laid_out.clear()
            known = QStaticText(text)
            known.setTextFormat(Qt.TextFormat.PlainText)
            known.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            self._laid_out[text] = known
        painter.setFont(self.font)
        painter.drawStaticText(x, base - self.ascent, known)

    def base(self, top: int, height: int) -> int:
        """The baseline of a line of text centred between `top` and `top + height`."""
        return top + (height - self.height) // 2 + self.ascent


class Ink:
    """Everything a painter needs of one theme at one font."""

    def __init__(self, theme: Theme, font: QFont, ratio: float = 1.0) -> None:
        self.theme = theme
        self.ratio = ratio
        self._pictures: dict[object, QPixmap] = {}
        self.types = {
            PLAIN: Type(font),
            STRONG: Type(_scaled(font, 1.0, bold=True)),
            SMALL: Type(_scaled(font, 0.88)),
            LARGE: Type(_scaled(font, 1.7, bold=True)),
        }
        names = Tones.__struct_fields__
        self.marks = {name: QColor(getattr(theme.marks, name)) for name in names}
        self.pens = {name: QPen(QColor(getattr(theme.words, name))) for name in names}
        self.pens |= {
            name: QPen(QColor(getattr(theme, name))) for name in ("text", "muted", "accent", "line", "border")
        }
        self.fills = {
            name: QBrush(QColor(getattr(theme, name)))
            for name in ("page", "surface", "pill", "selected", "alarm", "line", "accent")
        }
        self.dash = QPen(QColor(theme.words.paused), 1, Qt.PenStyle.DashLine)

    def picture(self, key: object, size: QSize, draw: Callable[[QPainter], None]) -> QPixmap:
        """A small picture that is drawn once for `key`, on a transparent ground, in screen pixels."""
        known = self._pictures.get(key)
        if known is None:
            if len(self._pictures) > _KEPT_PICTURES:
                self._pictures.clear()
            known = QPixmap(round(size.width() * self.ratio), round(size.height() * self.ratio))
            known.setDevicePixelRatio(self.ratio)
            known.fill(Qt.GlobalColor.transparent)
            painter = QPainter(known)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(painter)
            painter.end()
            self._pictures[key] = known
        return known

    def mark(self, painter: QPainter, mark: Mark, tone: str, x: float, y: float, *, size: int) -> None:
        """Draw a state's shape in its tone with its upper left corner at (x, y)."""

        def draw(inner: QPainter) -> None:
            paint_mark(inner, mark, self.marks[tone], 0, 0, size=size)

        painter.drawPixmap(round(x), round(y), self.picture((mark, tone, size), QSize(size, size), draw))


def _scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    made = QFont(font)
    if font.pointSizeF() > 0:
        made.setPointSizeF(font.pointSizeF() * factor)
    else:
        made.setPixelSize(max(1, round(font.pixelSize() * factor)))
    made.setBold(bold)
    return made
