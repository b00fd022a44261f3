"""What a report's table is drawn with: titles, cells, totals, all with the same margins. They decide no widths."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.text import clean
from supervisor_gui.ui.statistics.table_model import POINTED, TO_RIGHT, Index, TableModel
from supervisor_gui.ui.widgets.ink import PLAIN, STRONG, Ink

ROW = 28
SLACK = 2
TRIES = ((1, 9), (2, 9), (2, 5), (3, 5))
"""Lines of the titles and pixels beside every cell, roomy ones first: the first that fits is taken."""

_WRAPPED = Qt.TextFlag.TextWordWrap


class TitleRow(QHeaderView):
    """Titles that may take two lines, above their column's side."""

    def __init__(self, model: TableModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._titles = model
        self._ink: Ink | None = None
        self._measured: dict[tuple[str, int], int] = {}
        self.lines, self.pad = TRIES[0]
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setMinimumSectionSize(40)

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self._ink = ink
        self._measured = {}
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """As many lines as the longest title takes."""
        return QSize(100, self.fontMetrics().height() * self.lines + 10)

    def least(self, column: int, lines: int) -> int:
        """Pixels that a column's title needs to fit on so many lines."""
        title = str(self._titles.headerData(column, self.orientation()))
        known = self._measured.get((title, lines))
        if known is None:
            known = narrowest(title.split(), lines, self.fontMetrics().horizontalAdvance) + SLACK
            self._measured[title, lines] = known
        return known

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803  Qt's name
        """Draw one title and the line below it."""
        if self._ink is None:
            return
        painter.fillRect(rect, self._ink.fills["surface"])
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._ink.pens["border"].color())
        painter.setPen(self._ink.pens["muted"])
        side = Qt.AlignmentFlag.AlignLeft if self._titles.to_left(logicalIndex) else Qt.AlignmentFlag.AlignRight
        flags = side.value | Qt.AlignmentFlag.AlignVCenter.value | _WRAPPED.value
        # Lines of about one length: words are wrapped at the width that the title needs, not at what the column has.
        spare = max(0, rect.width() - 2 * self.pad - self.least(logicalIndex, self.lines))
        to_left = self._titles.to_left(logicalIndex)
        inner = rect.adjusted(self.pad + (0 if to_left else spare), 2, -self.pad - (spare if to_left else 0), -2)
        painter.drawText(inner, flags, str(self._titles.headerData(logicalIndex, self.orientation())))


def narrowest(words: Sequence[str], lines: int, width_of: Callable[[str], int]) -> int:
    """The least width in which `words` take at most `lines` lines."""
    runs = {
        width_of(" ".join(words[start:end])) for start in range(len(words)) for end in range(start + 1, len(words) + 1)
    }
    least = max(map(width_of, words), default=0)
    return next((width for width in sorted(runs) if width >= least and _lines(words, width, width_of) <= lines), 0)


def _lines(words: Sequence[str], width: int, width_of: Callable[[str], int]) -> int:
    """How many lines `words` take, none of which is wider than `width`."""
    lines, line = 1, ""
    for word in words:
        longer = f"{line} {word}".strip()
        if width_of(longer) > width:
            lines, line = lines + 1, word
        else:
            line = longer
    return lines


class CellPaint(QStyledItemDelegate):
    """Draws a cell with the margins of the titles, and the line below its row."""

    def __init__(self, header: TitleRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._header = header
        self.ink: Ink | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, words, line."""
        if self.ink is None:
            return
        rect, kind, pad = option.rect, self.ink.types[PLAIN], self._header.pad
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        pointed = index.data(POINTED)
        painter.fillRect(rect, self.ink.fills["selected" if chosen else "pill" if pointed else "surface"])
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self.ink.fills["line"])
        words = kind.cut(index.data(), rect.width() - 2 * pad)
        to_right = index.data(Qt.ItemDataRole.TextAlignmentRole) == TO_RIGHT
        x = rect.right() + 1 - pad - kind.width(words) if to_right else rect.left() + pad
        painter.setPen(self.ink.pens["text"])
        kind.draw(painter, x, kind.base(rect.top(), rect.height()), words)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self.ink.pens["accent"])
            painter.drawRect(rect.adjusted(0, 0, -1, -2))


class TotalsRow(QWidget):
    """The totals below the rows, in the columns of the table above them."""

    def __init__(self, model: TableModel, header: TitleRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._header = header
        self._ink: Ink | None = None
        self.setFixedHeight(ROW)
        header.sectionResized.connect(self.update)

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self._ink = ink
        self.update()

    def show_totals(self) -> None:
        """Show what the model has; without totals there is no row."""
        self.setVisible(bool(self._model.totals))
        titles = (column.title for column in self._model.table.columns)
        told = (f"{title}: {words}" for title, words in zip(titles, self._model.totals, strict=False))
        self.setAccessibleName(translate("StatisticsPage", "Totals"))
        self.setAccessibleDescription(clean(", ".join(told), 600))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the totals in strong letters below a line."""
        if self._ink is None:
            return
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._ink.pens["border"].color())
        strong = self._ink.types[STRONG]
        painter.setPen(self._ink.pens["text"])
        for column, words in enumerate(self._model.totals):
            left = self._header.sectionViewportPosition(column) + self._header.pad
            room = self._header.sectionSize(column) - 2 * self._header.pad
            text = strong.cut(words, room)
            x = left if self._model.to_left(column) else left + room - strong.width(text)
            strong.draw(painter, x, strong.base(0, self.height()), text)
        painter.end()
