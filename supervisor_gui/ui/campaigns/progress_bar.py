"""How far a list is: a bar of four parts, and each part in words with its colour beside it. It knows no list."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from supervisor_gui.autodial.values import ListFigures
from supervisor_gui.i18n import translate
from supervisor_gui.ui import format as figures
from supervisor_gui.ui import plain
from supervisor_gui.ui.campaigns.list_rows import progress_words, segments_of
from supervisor_gui.ui.widgets import segments
from supervisor_gui.ui.widgets.ink import PLAIN, STRONG, Ink

SWATCH = 9
GAP = 5
APART = 16
THICK = 8
LEAST = 120
COLOURS = ("idle", "ringing", "paused", "offline")


def part_words(counts: ListFigures) -> tuple[str, ...]:
    """The parts in words, in the order of COLOURS."""
    return (
        translate("Campaigns", "{n} reached").format(n=figures.count(counts.reached)),
        translate("Campaigns", "{n} to be called again").format(n=figures.count(counts.retry)),
        translate("Campaigns", "{n} failed").format(n=figures.count(counts.failed)),
        translate("Campaigns", "{n} never called").format(n=figures.count(counts.never)),
    )


class ProgressBar(QWidget):
    """Painted: words above, the bar below; with little room the last words are left to the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: ListFigures | None = None
        self._ink: Ink | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_counts(None)

    @property
    def words(self) -> str:
        """All that it says."""
        lead = progress_words(self._counts)
        return lead if self._counts is None else " · ".join((lead, *part_words(self._counts)))

    def show_counts(self, counts: ListFigures | None) -> None:
        """Show a list's counts; None before its first report."""
        self._counts = counts
        self.retranslate()

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self._ink = ink
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Take today's language."""
        self.setAccessibleName(self.words)
        self.setToolTip(plain.tooltip(self.words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line of words and the bar."""
        if self._ink is None:
            return QSize(300, 30)
        width = self._ink.types[STRONG].width(progress_words(self._counts))
        for words in part_words(self._counts) if self._counts is not None else ():
            width += APART + SWATCH + GAP + self._ink.types[PLAIN].width(words)
        return QSize(width, self._ink.types[PLAIN].height + GAP + THICK)

    def minimumSizeHint(self) -> QSize:
        """Enough to see how far it is."""
        return QSize(LEAST, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw words and bar."""
        ink = self._ink
        if ink is None:
            return
        painter = QPainter(self)
        strong, kind = ink.types[STRONG], ink.types[PLAIN]
        lead = strong.cut(progress_words(self._counts), self.width())
        base = kind.base(0, kind.height)
        painter.setPen(ink.pens["text"])
        strong.draw(painter, 0, base, lead)
        x = strong.width(lead)
        for tone, words in zip(COLOURS, part_words(self._counts) if self._counts is not None else (), strict=False):
            need = APART + SWATCH + GAP + kind.width(words)
            if x + need > self.width():
                break
            painter.fillRect(x + APART, (kind.height - SWATCH) // 2, SWATCH, SWATCH, ink.marks[tone])
            painter.setPen(ink.pens["text"])
            kind.draw(painter, x + need - kind.width(words), base, words)
            x += need
        bar = QRect(0, self.height() - THICK, self.width(), THICK)
        segments.paint(painter, segments_of(self._counts), bar, ink)
        painter.end()
