"""Sorting by clicks on a table's header: rising, falling, and the default order again. The model does the sorting."""

from typing import Protocol

from PySide6.QtCore import QObject, Qt

from supervisor_gui.ui.widgets.row_view import RowView


class Sortable(Protocol):
    """What a model must be able to do."""

    @property
    def sorted_by(self) -> tuple[int, bool]:
        """The column sorted by (-1: the default order), and whether it falls."""

    def sort(self, column: int, order: Qt.SortOrder = ...) -> None:
        """Order by a column; -1 for the default order."""


class HeaderSort(QObject):
    """Turns header clicks of one table into the model's order and shows it."""

    def __init__(self, table: RowView, model: Sortable) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        header = table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicatorShown(False)
        header.sectionClicked.connect(self._on_clicked)

    def _on_clicked(self, column: int) -> None:
        sorted_by, falling = self._model.sorted_by
        if column != sorted_by:
            self._sort(column, Qt.SortOrder.AscendingOrder)
        elif not falling:
            self._sort(column, Qt.SortOrder.DescendingOrder)
        else:
            self._sort(-1, Qt.SortOrder.AscendingOrder)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self._model.sort(column, order)
        header = self._table.horizontalHeader()
        header.setSortIndicatorShown(column >= 0)
        if column >= 0:
            header.setSortIndicator(column, order)
