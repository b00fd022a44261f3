"""A table on paper: widths that fit the page, cells of several lines, rows cut into pages. It heads no page.

Units are those of `letters`.
"""

import heapq
import itertools
from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from supervisor_gui.reports.spelling import value_text
from supervisor_gui.reports.values import CellKind, Table
from supervisor_gui.text import clean
from supervisor_gui.ui.documents.letters import Letter, Letters
from supervisor_gui.ui.theme import LIGHT

_SIDE = 6.0
"""Free room at either side of a cell."""

_ABOVE = 3.0
_WIDEST_TEXT = 320.0
"""Words longer than this are broken into lines rather than given more width."""

_FAIR_TEXT = 170.0
"""Room for words that comes before column titles on one line."""

_NARROWEST_TEXT = 70.0
_MEASURED = 12
"""How many of a column's longest cells are measured: letters differ in width, the longest word need not be widest."""

_LONGEST_CELL = 400
_Wish = tuple[float, float, float]
"""For one column the width it cannot do without, one that reads well, and one at which nothing is broken."""

_LEFT = frozenset({CellKind.TEXT, CellKind.DATE, CellKind.MOMENT, CellKind.CLOCK})


class Spelt(msgspec.Struct, frozen=True):
    """A table in words.

    Attributes:
        titles: Of the columns.
        rows: As long as the titles; the totals are the last one where there are any.
        left: For each column whether its cells begin at the left.
        wrapping: For each column whether its cells may take several lines.
        totals: Whether the last row holds totals.
    """

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left: tuple[bool, ...]
    wrapping: tuple[bool, ...]
    totals: bool


def spell(table: Table) -> Spelt:
    """Write every cell out in today's language; pure, for any thread."""
    kinds = tuple(column.kind for column in table.columns)
    rows = (*table.rows, table.totals) if table.totals else table.rows
    return Spelt(
        titles=tuple(clean(column.title) for column in table.columns),
        rows=tuple(
            tuple(clean(value_text(value, kind), _LONGEST_CELL) for value, kind in zip(row, kinds, strict=True))
            for row in rows
        ),
        left=tuple(kind in _LEFT for kind in kinds),
        wrapping=tuple(kind is CellKind.TEXT for kind in kinds),
        totals=bool(table.totals),
    )


class PaperTable:
    """A spelt table laid out for one width.

    Attributes:
        count: How many rows there are, totals included.
        head_height: The room of the column titles.
    """

    def __init__(self, spelt: Spelt, letters: Letters, width: float) -> None:
        self._spelt = spelt
        self._letters = letters
        self._widths = _shared(self._wishes(), width)
        self._titles = tuple(
            letters.strong.balanced(title, wide - 2 * _SIDE)
            for title, wide in zip(spelt.titles, self._widths, strict=True)
        )
        self.count = len(spelt.rows)
        self.head_height = max(map(len, self._titles), default=0) * letters.strong.height + 2 * _ABOVE + 2
        self._heights = tuple(self._row_height(at) for at in range(self.count))

    def _wishes(self) -> list[_Wish]:
        strong, spelt = self._letters.strong, self._spelt
        wishes = []
        for at, title in enumerate(spelt.titles):
            longest = heapq.nlargest(_MEASURED, {row[at] for row in spelt.rows}, key=len)
            content = max(map(strong.width, longest), default=0.0)
            least = max(strong.widest_word(title), content)
            wanted = max(content, strong.width(title))
            fair = least
            if spelt.wrapping[at]:
                least, fair, wanted = min(least, _NARROWEST_TEXT), min(least, _FAIR_TEXT), min(wanted, _WIDEST_TEXT)
            wishes.append((least + 2 * _SIDE, fair + 2 * _SIDE, wanted + 2 * _SIDE))
        return wishes

    def _letter(self, row: int) -> Letter:
        is_totals = self._spelt.totals and row == self.count - 1
        return self._letters.strong if is_totals else self._letters.cell

    def _cells(self, row: int) -> list[tuple[str, ...]]:
        """The lines of each cell of a row."""
        letter = self._letter(row)
        cells = zip(self._spelt.rows[row], self._widths, self._spelt.wrapping, strict=True)
        return [
            letter.lines(text, wide - 2 * _SIDE) if wraps else (letter.cut(text, wide - 2 * _SIDE),)
            for text, wide, wraps in cells
        ]

    def _row_height(self, row: int) -> float:
        letter, most = self._letter(row), 1
        for text, wide, wraps in zip(self._spelt.rows[row], self._widths, self._spelt.wrapping, strict=True):
            if wraps and text:
                most = max(most, len(letter.lines(text, wide - 2 * _SIDE)))
        return most * letter.height + 2 * _ABOVE

    def height(self, start: int, stop: int) -> float:
        """The room of rows `start` to before `stop`, with the column titles."""
        return self.head_height + sum(self._heights[start:stop]) + 1

    def fitting(self, start: int, height: float) -> int:
        """Before which row a page of `height` ends that begins with row `start`; at least one row is on it."""
        room = height - self.head_height - 1
        stop = start
        while stop < self.count and (self._heights[stop] <= room or stop == start):
            room -= self._heights[stop]
            stop += 1
        # Totals alone on a page say nothing of what they are the totals of.
        lonely = self._spelt.totals and stop == self.count - 1 and stop - start > 1
        return stop - 1 if lonely else stop

    def paint(self, painter: QPainter, box: QRectF, start: int, stop: int) -> None:
        """Column titles, and rows `start` to before `stop`, from the top of `box`."""
        self._paint_head(painter, box)
        top = box.top() + self.head_height
        for row in range(start, stop):
            self._paint_row(painter, row, box.left(), top, box.width())
            top += self._heights[row]

    def _paint_head(self, painter: QPainter, box: QRectF) -> None:
        strong = self._letters.strong
        most = max(map(len, self._titles), default=0)
        left = box.left()
        for lines, wide, is_left in zip(self._titles, self._widths, self._spelt.left, strict=True):
            # Titles of one line stand above their figures, not at the top of the taller ones.
            top = box.top() + _ABOVE + (most - len(lines)) * strong.height
            self._paint_cell(painter, strong, lines, QRectF(left, top, wide, 0), is_left=is_left, colour=LIGHT.muted)
            left += wide
        under = box.top() + self.head_height - 1
        painter.setPen(QPen(QColor(LIGHT.muted), 1))
        painter.drawLine(QLineF(box.left(), under, box.left() + sum(self._widths), under))

    def _paint_row(self, painter: QPainter, row: int, left: float, top: float, width: float) -> None:
        letter = self._letter(row)
        is_totals = letter is self._letters.strong
        if is_totals:
            painter.fillRect(QRectF(left, top, width, self._heights[row]), QColor(LIGHT.pill))
        for lines, wide, is_left in zip(self._cells(row), self._widths, self._spelt.left, strict=True):
            self._paint_cell(
                painter, letter, lines, QRectF(left, top + _ABOVE, wide, 0), is_left=is_left, colour=LIGHT.text
            )
            left += wide
        under = top + self._heights[row]
        painter.setPen(QPen(QColor(LIGHT.line), 1))
        painter.drawLine(QLineF(left - sum(self._widths), under, left, under))

    @staticmethod
    def _paint_cell(
        painter: QPainter, letter: Letter, lines: Sequence[str], box: QRectF, *, is_left: bool, colour: str
    ) -> None:
        for at, line in enumerate(lines):
            top = box.top() + at * letter.height
            if is_left:
                letter.draw(painter, box.left() + _SIDE, top, line, colour)
            else:
                letter.draw_right(painter, box.right() - _SIDE, top, line, colour)


def _shared(wishes: Sequence[_Wish], width: float) -> tuple[float, ...]:
    """Widths that fill `width`: every wish as far as there is room, the next one only when all have the one before."""
    stages = tuple(zip(*wishes, strict=True))
    if not stages:
        return ()
    for smaller, larger in itertools.pairwise(stages):
        if sum(smaller) < width <= sum(larger):
            share = (width - sum(smaller)) / (sum(larger) - sum(smaller))
            return tuple(low + (high - low) * share for low, high in zip(smaller, larger, strict=True))
    fixed = stages[0] if width <= sum(stages[0]) else stages[-1]
    return tuple(each * width / sum(fixed) for each in fixed)
