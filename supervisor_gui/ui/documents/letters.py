"""The fonts of a document, in its own units, with their measures and lines. It draws nothing else."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QTextLayout, QTextOption


class Letter:
    """One font of one size, in units that are the same wherever it is painted: 1/96 inch in pictures, 1/108 on paper.

    Attributes:
        height: From one line to the next.
        ascent: From a line's top to its baseline.
    """

    def __init__(self, pixels: float, *, bold: bool = False) -> None:
        font = QFont(QGuiApplication.font())
        font.setPixelSize(round(pixels))
        font.setBold(bold)
        font.setFeature(QFont.Tag("tnum"), 1)
        # Nobody finds "figures" in a PDF when its f and i are one sign.
        font.setFeature(QFont.Tag("liga"), 0)
        # A hinted glyph is as wide as on this screen, and a page is painted at another scale.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self.font = font
        self._metrics = QFontMetricsF(font)
        self.height = self._metrics.height() + 1.0
        self.ascent = self._metrics.ascent() + 0.5

    def width(self, text: str) -> float:
        """How much room `text` takes on one line."""
        return self._metrics.horizontalAdvance(text)

    def widest_word(self, text: str) -> float:
        """The room its longest word takes: narrower than this a column breaks words."""
        # A layout rounds each word up.
        return max(map(self.width, text.split()), default=0.0) + 1.5

    def cut(self, text: str, width: float) -> str:
        """`text`, or as much of it as fits with an ellipsis."""
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))

    def lines(self, text: str, width: float) -> tuple[str, ...]:
        """`text` in as many lines as it takes, broken between words, within them only where one alone is too long."""
        if self.width(text) <= width:
            return (text,)
        layout = QTextLayout(text, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        found = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            start, length = line.textStart(), line.textLength()
            # Qt counts in UTF-16.
            found.append(text.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le").rstrip())
        layout.endLayout()
        return tuple(found)

    def balanced(self, text: str, width: float) -> tuple[str, ...]:
        """`text` in as few lines as `lines` makes, as narrow as they can be: no bracket's second word stands alone."""
        lines = self.lines(text, width)
        narrow, wide = self.widest_word(text), width
        while len(lines) > 1 and wide - narrow > 1:
            middle = (narrow + wide) / 2
            if len(found := self.lines(text, middle)) > len(lines):
                narrow = middle
            else:
                wide, lines = middle, found
        return lines

    def draw(self, painter: QPainter, x: float, top: float, text: str, colour: str) -> None:
        """Draw one line whose top left corner is at (x, top)."""
        painter.setFont(self.font)
        painter.setPen(QColor(colour))
        painter.drawText(QPointF(x, top + self.ascent), text)

    def draw_right(self, painter: QPainter, right: float, top: float, text: str, colour: str) -> None:
        """Draw one line that ends at `right`."""
        self.draw(painter, right - self.width(text), top, text, colour)

    def draw_middle(self, painter: QPainter, box: QRectF, text: str, colour: str) -> None:
        """Draw one line in the middle of `box`."""
        left = box.center().x() - self.width(text) / 2
        self.draw(painter, left, box.center().y() - self.height / 2, text, colour)


class Letters:
    """The sizes that a document uses.

    Attributes:
        title, lead: The heading and the line beside it.
        figure, caption: A tile's.
        text: Sentences.
        cell, strong: Of tables; totals and column titles.
        small: Ranges, changes, page numbers.
    """

    def __init__(self) -> None:
        self.title = Letter(20, bold=True)
        self.lead = Letter(13)
        self.figure = Letter(20, bold=True)
        self.caption = Letter(12)
        self.text = Letter(12)
        self.cell = Letter(11)
        self.strong = Letter(11, bold=True)
        self.small = Letter(11)
