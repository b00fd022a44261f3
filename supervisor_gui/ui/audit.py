"""What was done on this machine: the local audit as a table. It reads rows that it is given."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QTableView, QVBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.live.ports import AuditRow
from supervisor_gui.text import clean
from supervisor_gui.ui import format as figures
from supervisor_gui.ui.batches import action_words

Index = QModelIndex | QPersistentModelIndex
WIDTHS = (150, 100, 150, 190, 120, 140, 90, 260)


def _outcome(word: str) -> str:
    words = {
        "done": translate("Audit", "done"),
        "refused": translate("Audit", "refused"),
        "unknown": translate("Audit", "unknown"),
        "cancelled": translate("Audit", "cancelled"),
    }
    return words.get(word, word)


class AuditModel(QAbstractTableModel):
    """Actions, newest first."""

    def __init__(self, rows: Sequence[AuditRow], name_of: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._cells = [
            (
                figures.moment(row.at),
                clean(row.who, 40),
                action_words(row.action),
                clean(name_of(row.extension), 60),
                clean(row.queue, 40),
                clean(row.detail, 60),
                _outcome(row.outcome),
                clean(row.words),
            )
            for row in rows
        ]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Actions."""
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Columns."""
        return 0 if parent.isValid() else len(WIDTHS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Plain text of a cell."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._cells[index.row()][index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Column headings."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (
            translate("Audit", "When"),
            translate("Audit", "Who"),
            translate("Audit", "What"),
            translate("Audit", "Agent"),
            translate("Audit", "Queue"),
            translate("Audit", "Detail"),
            translate("Audit", "Outcome"),
            translate("Audit", "Words"),
        )[section]


class AuditDialog(QDialog):
    """A window with the last actions."""

    def __init__(self, rows: Sequence[AuditRow], name_of: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Audit", "What was done"))
        self.resize(1100, 560)
        table = QTableView()
        table.setModel(AuditModel(rows, name_of, self))
        table.setAccessibleName(self.windowTitle())
        table.verticalHeader().hide()
        table.setAlternatingRowColors(True)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.horizontalHeader().setStretchLastSection(True)
        for column, width in enumerate(WIDTHS):
            table.setColumnWidth(column, width)
        layout = QVBoxLayout(self)
        layout.addWidget(table)
