"""What every model of painted rows answers Qt, out of columns and row records. It holds no rows: subclasses do."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from supervisor_gui.i18n import translate
from supervisor_gui.ui import plain
from supervisor_gui.ui.models.column import Column

Index = QModelIndex | QPersistentModelIndex
RowT = TypeVar("RowT")

NOWHERE = QModelIndex()
WORDS = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})


def _flags(column: Column[Any]) -> Qt.ItemFlag:
    chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
    return chosen | Qt.ItemFlag.ItemIsEditable if column.editable else chosen


class RowModel(QAbstractTableModel, Generic[RowT]):
    """Columns over rows that a subclass holds; it says how many there are and which stands where.

    Attributes:
        columns: The columns.
        now: Epoch seconds, for cells that change with time.
    """

    def __init__(self, columns: Sequence[Column[RowT]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column[RowT], ...] = tuple(columns)
        self.now = 0.0
        self._flags = [_flags(column) for column in self.columns]

    def row_at(self, place: int) -> RowT:
        """The row shown at `place`."""
        raise NotImplementedError

    def column_of(self, key: str) -> int:
        """The number of the column named `key`; ValueError when there is none."""
        return [column.key for column in self.columns].index(key)

    def headers_changed(self) -> None:
        """The language changed."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    # Qt's questions

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Columns declared."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The cell in words, for the eye, the screen reader and the tooltip."""
        if role in WORDS:
            return self.columns[index.column()].text(self.row_at(index.row()), self.now)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tooltip(self.columns[index.column()].tip(self.row_at(index.row()), self.now))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        """The column's words, its explanation and its side."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in WORDS:
            return translate("Board", column.header)
        if role == Qt.ItemDataRole.ToolTipRole and column.hint:
            return plain.tooltip(translate("Board", column.hint))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int((side | Qt.AlignmentFlag.AlignVCenter).value)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be chosen; declared columns can be edited."""
        return self._flags[index.column()] if index.isValid() else Qt.ItemFlag.NoItemFlags
