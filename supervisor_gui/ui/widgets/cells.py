"""One row painted straight from its record, cell by cell. It keeps no pictures and knows no view."""

from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from supervisor_gui.ui.models.column import Column, Paint
from supervisor_gui.ui.widgets import chips, segments
from supervisor_gui.ui.widgets.ink import PLAIN, STRONG, Ink

PAD = 8
MARK = 15


class Cell(msgspec.Struct, frozen=True):
    """A column and where it stands now."""

    column: Column[Any]
    x: int
    width: int


class CellPainter:
    """Paints cells with one ink."""

    def __init__(self, ink: Ink) -> None:
        self.ink = ink
        self._kinds = {
            Paint.TEXT: self._text,
            Paint.STRONG: self._strong,
            Paint.STATE: self._state,
            Paint.NAME: self._name,
            Paint.CHIPS: self._chips,
            Paint.BAR: self._bar,
        }

    def paint(self, painter: QPainter, row: Any, cells: Sequence[Cell], top: int, height: int, now: float) -> None:
        """Paint `cells` of `row` on a ground that is there already."""
        for cell in cells:
            area = QRect(cell.x + PAD, top, cell.width - 2 * PAD, height)
            if area.width() > 0:
                self._kinds[cell.column.paint](painter, row, cell.column, area, now)

    def _text(self, painter: QPainter, row: Any, column: Column[Any], area: QRect, now: float) -> None:
        self._words(painter, row, column, area, now, PLAIN)

    def _strong(self, painter: QPainter, row: Any, column: Column[Any], area: QRect, now: float) -> None:
        self._words(painter, row, column, area, now, STRONG)

    def _words(self, painter: QPainter, row: Any, column: Column[Any], area: QRect, now: float, face: str) -> None:
        text = column.text(row, now)
        tone = column.tone(row, now)
        share = column.fill(row, now)
        if share > 0:
            self._filling(painter, area, share, tone)
        kind = self.ink.types[STRONG if tone == "limit" else face]
        text = kind.cut(text, area.width())
        painter.setPen(self.ink.pens[tone])
        x = area.x() + area.width() - kind.width(text) if column.right else area.x()
        kind.draw(painter, x, kind.base(area.y(), area.height()), text)

    def _filling(self, painter: QPainter, area: QRect, share: float, tone: str) -> None:
        """A thin bar at the cell's foot that fills towards a limit."""
        width = min(area.width(), 90)
        x = area.x() + area.width() - width
        y = area.y() + area.height() - 4
        painter.fillRect(x, y, width, 2, self.ink.fills["line"])
        colour = self.ink.marks[tone if tone in {"limit", "warn"} else "paused"]
        painter.fillRect(x, y, round(width * min(1.0, share)), 2, colour)

    def _state(self, painter: QPainter, row: Any, column: Column[Any], area: QRect, now: float) -> None:
        y = area.y() + (area.height() - MARK) / 2
        self.ink.mark(painter, row.mark, row.tone, area.x(), y, MARK)
        self._words(painter, row, column, area.adjusted(MARK + 8, 0, 0, 0), now, PLAIN)

    def _name(self, painter: QPainter, row: Any, column: Column[Any], area: QRect, now: float) -> None:
        """A name and, muted, the number behind it; a mark before it when the row has one."""
        if row.name_mark is not None:
            y = area.y() + (area.height() - MARK) / 2
            self.ink.mark(painter, row.name_mark, "limit", area.x() - 3, y, MARK)
            area = area.adjusted(MARK - 2, 0, 0, 0)
        strong, plain = self.ink.types[STRONG], self.ink.types[PLAIN]
        beside = row.beside
        room = area.width() - (plain.width(beside) + 6 if beside else 0)
        name = strong.cut(row.name, max(room, area.width() // 2))
        base = strong.base(area.y(), area.height())
        painter.setPen(self.ink.pens[column.tone(row, now)])
        strong.draw(painter, area.x(), base, name)
        if beside:
            x = area.x() + strong.width(name) + 6
            painter.setPen(self.ink.pens["muted"])
            plain.draw(painter, x, base, plain.cut(beside, area.x() + area.width() - x))

    def _chips(self, painter: QPainter, row: Any, _column: Column[Any], area: QRect, _now: float) -> None:
        chips.paint(painter, row.chips, area, self.ink)

    def _bar(self, painter: QPainter, row: Any, _column: Column[Any], area: QRect, _now: float) -> None:
        y = area.y() + (area.height() - segments.HEIGHT) // 2
        segments.paint(painter, row.segments, QRect(area.x(), y, area.width(), segments.HEIGHT), self.ink)


def ground(painter: QPainter, rect: QRect, ink: Ink, *, chosen: bool) -> None:
    """The row's background and the rule below it."""
    painter.fillRect(rect, ink.fills["selected" if chosen else "surface"])
    painter.setPen(ink.pens["line"])
    painter.drawLine(rect.x(), rect.bottom(), rect.right(), rect.bottom())


def focus_frame(painter: QPainter, rect: QRect, ink: Ink) -> None:
    """A frame round the row that the keys act on."""
    painter.setPen(ink.pens["accent"])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0, 0, -1, -1))
