"""A report's table as a Qt model: the cells as they are shown. It counts and sorts nothing."""

import heapq
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from supervisor_gui.reports.csv_file import guarded
from supervisor_gui.reports.spelling import value_text
from supervisor_gui.reports.values import CellKind, Estimate, Table, Value
from supervisor_gui.text import clean
from supervisor_gui.ui import plain

MEASURED = 4
"""Cells of a column that are measured for its width."""

TO_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
TO_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

POINTED = Qt.ItemDataRole.UserRole + 1
"""Whether the picture points at the row."""

_NONE = Table((), ())
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    """The cells as they are shown; a row is spelt when it is first asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = _NONE
        self._spelt: dict[int, list[str]] = {}
        self.totals: list[str] = []
        self._pointed = -1

    def point_at(self, row: int) -> None:
        """Mark one row, -1 for none."""
        before, self._pointed = self._pointed, row if row < self.rowCount() else -1
        for changed in {before, self._pointed} - {-1}:
            if before != self._pointed and changed < self.rowCount():
                last = self.columnCount() - 1
                self.dataChanged.emit(self.index(changed, 0), self.index(changed, last), [POINTED])

    def show_table(self, table: Table) -> bool:
        """Show another table; rows that begin alike in the same columns keep the selection.

        Returns:
            Whether the rows are others than before.
        """
        if _frame(table) == _frame(self.table):
            self._take(table)
            if table.rows and table.columns:
                self.dataChanged.emit(self.index(0, 0), self.index(len(table.rows) - 1, len(table.columns) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, len(table.columns) - 1))
            return False
        self.beginResetModel()
        self._take(table)
        self.endResetModel()
        return True

    def _take(self, table: Table) -> None:
        self.table = table
        self._spelt = {}
        self.totals = self._words(table.totals) if table.totals else []

    def _words(self, row: Sequence[Value]) -> list[str]:
        return [clean(value_text(value, column.kind)) for value, column in zip(row, self.table.columns, strict=True)]

    def _row(self, number: int) -> list[str]:
        known = self._spelt.get(number)
        if known is None:
            known = self._spelt[number] = self._words(self.table.rows[number])
        return known

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Rows without the totals."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(self.table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words, side, and the whole of words that may be cut."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._row(index.row())[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return TO_LEFT if self.to_left(index.column()) else TO_RIGHT
        if role == POINTED:
            return index.row() == self._pointed
        if role == Qt.ItemDataRole.ToolTipRole and self.table.columns[index.column()].kind is CellKind.TEXT:
            return plain.tooltip(self._row(index.row())[index.column()])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A column's title and how it is counted."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.table.columns):
            return None
        column = self.table.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return clean(column.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tooltip("\n".join(part for part in (column.title, column.hint) if part))
        return None

    def to_left(self, column: int) -> bool:
        """Whether a column holds words or times rather than figures."""
        return self.table.columns[column].kind in {CellKind.TEXT, CellKind.DATE, CellKind.MOMENT, CellKind.CLOCK}

    def may_shrink(self, column: int) -> bool:
        """Whether a column's words may be cut; their tooltips have the whole of them."""
        return column > 0 and self.table.columns[column].kind is CellKind.TEXT

    def longest(self, column: int) -> list[str]:
        """Cells of a column among which the widest nearly always is: the longest words, the largest figures."""
        kind = self.table.columns[column].kind
        longest = heapq.nlargest(MEASURED, (row[column] for row in self.table.rows), key=_size)
        return [clean(value_text(value, kind)) for value in longest]

    def text(self, rows: Sequence[int]) -> str:
        """Titles and rows as text with tabs between cells; words that a spreadsheet would count are guarded."""
        return self._joined((self.table.rows[row], self._row(row)) for row in rows)

    def whole_text(self) -> str:
        """Titles, all rows and the totals likewise."""
        rows = [(self.table.rows[row], self._row(row)) for row in range(self.rowCount())]
        return self._joined([*rows, (self.table.totals, self.totals)] if self.totals else rows)

    def _joined(self, rows: Iterable[tuple[Sequence[Value], Sequence[str]]]) -> str:
        titles = [guarded(clean(column.title)) for column in self.table.columns]
        return "\n".join("\t".join(row) for row in (titles, *(_guarded_row(*each) for each in rows)))


def _guarded_row(values: Sequence[Value], words: Sequence[str]) -> list[str]:
    """Figures as they are shown; words so that no spreadsheet takes them for a formula."""
    return [guarded(word) if isinstance(value, str) else word for value, word in zip(values, words, strict=True)]


def _frame(table: Table) -> tuple[object, ...]:
    """What makes two tables show the same things: their columns and what their rows begin with."""
    return tuple(column.key for column in table.columns), tuple(row[0] for row in table.rows)


def _size(value: Value) -> float:
    """How much room a value may need, against others of its column: a range more than any figure, and "–" least."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, Estimate):
        return value.value if value.exact else 1e9 + value.high
    return float(value) if isinstance(value, int | float) else -1.0
