"""One figure with its caption, as the strip of totals is made of. It computes nothing."""

import msgspec
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from supervisor_gui.ui import plain
from supervisor_gui.ui.widgets.ink import LARGE, PLAIN, SMALL, STRONG, Ink, Type

PAD = 12
HEIGHT = 62
NARROWEST, WIDEST = 84, 150
"""Bounds of the width that a tile takes from its neighbours for its caption."""

EDGE = 4
"""Pixels that a small caption or a long figure leaves before the tile's right edge."""


class Figure(msgspec.Struct, frozen=True):
    """What a tile shows.

    Attributes:
        value: The figure as text.
        caption: What it is.
        tone: The colour of the value.
        red: Whether a limit is broken: the whole tile turns.
        tip: How it is made.
    """

    value: str
    caption: str
    tone: str = "text"
    red: bool = False
    tip: str = ""


class Tile(QWidget):
    """A painted figure that a screen reader can read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink: Ink | None = None
        self._figure = Figure("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(NARROWEST)

    @property
    def figure(self) -> Figure:
        """What is shown."""
        return self._figure

    def sizeHint(self) -> QSize:
        """One line of each."""
        if self._ink is None:
            return QSize(120, HEIGHT)
        return QSize(120, self._ink.types[LARGE].height + self._ink.types[PLAIN].height + 14)

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self._ink = ink
        self._make_room()
        self.updateGeometry()
        self.update()

    def show_figure(self, figure: Figure) -> None:
        """Show `figure`; repaints only when it differs."""
        if figure == self._figure:
            return
        if figure.tip != self._figure.tip:
            self.setToolTip(plain.tooltip(figure.tip))
        self._figure = figure
        self._make_room()
        self.setAccessibleName(f"{figure.caption}: {figure.value}")
        self.update()

    def _make_room(self) -> None:
        """Be as wide as the small caption needs; in a narrow window neighbours with short ones give way."""
        need = PAD + EDGE + self._ink.types[SMALL].width(self._figure.caption) if self._ink else 0
        self.setMinimumWidth(min(max(NARROWEST, need), WIDEST))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, figure, caption."""
        if self._ink is None:
            return
        ink, figure = self._ink, self._figure
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ink.fills["alarm" if figure.red else "surface"])
        painter.setPen(ink.pens["limit" if figure.red else "border"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        large = ink.types[LARGE]
        painter.setPen(ink.pens["limit" if figure.red else figure.tone])
        room = self.width() - PAD - EDGE
        value = fitting(ink, figure.value, room, LARGE, STRONG)
        value.draw(painter, PAD, 6 + large.ascent, value.cut(figure.value, room))
        painter.setPen(ink.pens["limit" if figure.red else "muted"])
        caption = fitting(ink, figure.caption, self.width() - 2 * PAD, PLAIN, SMALL)
        caption.draw(painter, PAD, 6 + large.height + caption.ascent, caption.cut(figure.caption, room))
        painter.end()


def fitting(ink: Ink, text: str, room: int, usual: str, small: str) -> Type:
    """The usual type where `text` fits into `room` pixels in it, else the small one."""
    return ink.types[usual if ink.types[usual].width(text) <= room else small]
