"""One row painted straight from its record, cell by cell. It keeps no pictures and knows no view."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from supervisor_gui.ui.models.column import Column, Paint, no_fill
from supervisor_gui.ui.widgets import chips, segments
from supervisor_gui.ui.widgets.ink import PLAIN, STRONG, Ink

PAD = 8
MARK = 15


class Cell(msgspec.Struct, frozen=True):
    """A column and where it stands now."""

    column: Column[Any]
    x: int
    width: int


class Line(msgspec.Struct, frozen=True):
    """Where a row is painted, and when."""

    top: int
    height: int
    now: float


class CellPainter:
    """Paints cells with one ink."""

    def __init__(self, ink: Ink) -> None:
        self.ink = ink
        self._kinds: dict[Paint, Callable[[QPainter, Any, Cell, Line], None]] = {
            Paint.TEXT: self._words,
            Paint.STRONG: self._strong,
            Paint.STATE: self._state,
            Paint.NAME: self._name,
            Paint.CHIPS: self._chips,
            Paint.BAR: self._bar,
        }

    def paint(self, painter: QPainter, row: Any, cells: Sequence[Cell], line: Line) -> None:
        """Paint `cells` of `row` on a ground that is there already."""
        for cell in cells:
            if cell.width > 2 * PAD:
                self._kinds[cell.column.paint](painter, row, cell, line)

    @staticmethod
    def looks(row: Any, cells: Sequence[Cell], now: float) -> list[object]:
        """What each cell's picture depends on: a cell whose entry did not change need not be painted again."""
        found: list[object] = []
        for cell in cells:
            column = cell.column
            kind = column.paint
            if kind is Paint.CHIPS:
                found.append(row.chips)
            elif kind is Paint.BAR:
                found.append(row.segments)
            elif kind is Paint.NAME:
                found.append((row.name, row.beside, row.name_mark, column.tone(row, now)))
            else:
                found.append((column.text(row, now), column.tone(row, now)))
        return found

    def _strong(self, painter: QPainter, row: Any, cell: Cell, line: Line) -> None:
        self._words(painter, row, cell, line, face=STRONG)

    def _words(
        self, painter: QPainter, row: Any, cell: Cell, line: Line, *, face: str = PLAIN, indent: int = 0
    ) -> None:
        column = cell.column
        text = column.text(row, line.now)
        tone = column.tone(row, line.now)
        if column.fill is not no_fill:
            self._filling(painter, cell, line, column.fill(row, line.now), tone)
        if not text:
            return
        kind = self.ink.types[STRONG if tone == "limit" else face]
        room = cell.width - 2 * PAD - indent
        width = kind.width(text)
        if width > room:
            text = kind.cut(text, room)
            width = kind.width(text)
        x = cell.x + cell.width - PAD - width if column.right else cell.x + PAD + indent
        painter.setPen(self.ink.pens[tone])
        kind.draw(painter, x, kind.base(line.top, line.height), text)

    def _filling(self, painter: QPainter, cell: Cell, line: Line, share: float, tone: str) -> None:
        """A thin bar at the cell's foot that fills towards a limit."""
        if share <= 0:
            return
        width = min(cell.width - 2 * PAD, 90)
        x = cell.x + cell.width - PAD - width
        y = line.top + line.height - 4
        painter.fillRect(x, y, width, 2, self.ink.fills["line"])
        colour = self.ink.marks[tone if tone in {"limit", "warn"} else "paused"]
        painter.fillRect(x, y, round(width * min(1.0, share)), 2, colour)

    def _state(self, painter: QPainter, row: Any, cell: Cell, line: Line) -> None:
        y = line.top + (line.height - MARK) / 2
        self.ink.mark(painter, row.mark, row.tone, cell.x + PAD, y, size=MARK)
        self._words(painter, row, cell, line, indent=MARK + 6)

    def _name(self, painter: QPainter, row: Any, cell: Cell, line: Line) -> None:
        """A name and, muted, the number behind it; a mark before it when the row has one."""
        x, room = cell.x + PAD, cell.width - 2 * PAD
        if row.name_mark is not None:
            self.ink.mark(painter, row.name_mark, "limit", x - 3, line.top + (line.height - MARK) / 2, size=MARK)
            x, room = x + MARK - 2, room - MARK + 2
        strong, plain = self.ink.types[STRONG], self.ink.types[PLAIN]
        beside = row.beside
        left = room - (plain.width(beside) + 6 if beside else 0)
        name = strong.cut(row.name, max(left, room // 2))
        base = strong.base(line.top, line.height)
        painter.setPen(self.ink.pens[cell.column.tone(row, line.now)])
        strong.draw(painter, x, base, name)
        if beside:
            taken = strong.width(name) + 6
            painter.setPen(self.ink.pens["muted"])
            plain.draw(painter, x + taken, base, plain.cut(beside, room - taken))

    def _chips(self, painter: QPainter, row: Any, cell: Cell, line: Line) -> None:
        area = QRect(cell.x + PAD, line.top, cell.width - 2 * PAD, line.height)
        chips.paint(painter, row.chips, area, self.ink)

    def _bar(self, painter: QPainter, row: Any, cell: Cell, line: Line) -> None:
        y = line.top + (line.height - segments.HEIGHT) // 2
        area = QRect(cell.x + PAD, y, cell.width - 2 * PAD, segments.HEIGHT)
        segments.paint(painter, row.segments, area, self.ink)


def ground(painter: QPainter, rect: QRect, ink: Ink, *, chosen: bool) -> None:
    """A row's or a cell's background and the rule below it."""
    painter.fillRect(rect, ink.fills["selected" if chosen else "surface"])
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, ink.fills["line"])


def focus_frame(painter: QPainter, rect: QRect, ink: Ink) -> None:
    """A frame round the row that the keys act on."""
    painter.setPen(ink.pens["accent"])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0, 0, -1, -1))
