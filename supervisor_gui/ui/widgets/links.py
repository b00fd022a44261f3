"""Numbers in a table that are called by a click: where they stand, and the line under the one below the mouse."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QTableView, QWidget

from supervisor_gui.ui.models.column import Column, Paint
from supervisor_gui.ui.models.row_model import RowModel
from supervisor_gui.ui.widgets.cells import PAD
from supervisor_gui.ui.widgets.ink import PLAIN, STRONG, Ink

BESIDE_GAP = 6


def link_area(ink: Ink, column: Column[Any], row: Any, now: float, cell: QRect) -> QRect:
    """Where the number stands in the cell that lies at `cell`; empty where it calls nothing."""
    if not column.dials(row):
        return QRect()
    room = cell.width() - 2 * PAD
    if column.paint is Paint.NAME:
        if not row.beside:
            # Where rows are named by their users, a bare number is the name: a click on it only chooses the row.
            if column.editable:
                return QRect()
            return QRect(cell.x() + PAD, cell.y(), min(ink.types[STRONG].width(row.name), room), cell.height())
        width = ink.types[PLAIN].width(row.beside)
        name = ink.types[STRONG].cut(row.name, max(room - width - BESIDE_GAP, room // 2))
        before = ink.types[STRONG].width(name) + BESIDE_GAP
        return QRect(cell.x() + PAD + before, cell.y(), min(width, room - before), cell.height())
    width = min(ink.types[PLAIN].width(column.text(row, now)), room)
    x = cell.right() - PAD - width if column.right else cell.x() + PAD
    return QRect(x, cell.y(), width, cell.height())


class NumberLinks(QObject):
    """Watches a table's viewport: a press and a release on the same number call it.

    Signals:
        dial_wanted(str): The number.
    """

    dial_wanted = Signal(str)

    def __init__(self, table: QTableView, model: RowModel[Any]) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._ink: Ink | None = None
        self._over = QRect()
        self._pressed = ""
        table.viewport().setMouseTracking(True)
        table.viewport().installEventFilter(self)

    def set_ink(self, ink: Ink) -> None:
        """Measure with another font."""
        self._ink = ink

    @property
    def hovered(self) -> bool:
        """Whether the mouse is over a number."""
        return not self._over.isEmpty()

    def current(self) -> str:
        """The number of the row that the keys act on."""
        place = self._table.currentIndex().row()
        if place < 0:
            return ""
        row = self._model.row_at(place)
        return next((number for column in self._model.columns if (number := column.dials(row))), "")

    def paint(self, painter: QPainter) -> None:
        """Draw the line under the number below the mouse."""
        if not self._over.isEmpty() and self._ink is not None:
            painter.setPen(self._ink.pens["accent"])
            y = self._over.center().y() + self._ink.types[PLAIN].height // 2
            painter.drawLine(self._over.left(), y, self._over.right(), y)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Mouse moves, presses and releases; they go on to the table."""
        if isinstance(event, QMouseEvent):
            area, number = self._at(event.position().toPoint())
            if event.type() is QEvent.Type.MouseMove:
                self._hover(area)
            elif event.button() is Qt.MouseButton.LeftButton and not event.modifiers():
                if event.type() is QEvent.Type.MouseButtonPress:
                    self._pressed = number
                elif event.type() is QEvent.Type.MouseButtonRelease:
                    pressed, self._pressed = self._pressed, ""
                    if number and number == pressed:
                        self.dial_wanted.emit(number)
        elif event.type() is QEvent.Type.Leave:
            self._hover(QRect())
        return False

    def _at(self, point: QPoint) -> tuple[QRect, str]:
        index = self._table.indexAt(point)
        if self._ink is None or not index.isValid():
            return QRect(), ""
        column, row = self._model.columns[index.column()], self._model.row_at(index.row())
        area = link_area(self._ink, column, row, self._model.now, self._table.visualRect(index))
        return (area, column.dials(row)) if area.contains(point) else (QRect(), "")

    def _hover(self, area: QRect) -> None:
        if area == self._over:
            return
        viewport: QWidget = self._table.viewport()
        viewport.update(self._over.adjusted(0, 0, 1, 1))
        viewport.update(area.adjusted(0, 0, 1, 1))
        if area.isEmpty():
            viewport.unsetCursor()
        else:
            viewport.setCursor(Qt.CursorShape.PointingHandCursor)
        self._over = area
