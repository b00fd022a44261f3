"""The agents as a table: rows, chips that can be pressed, names edited in place. It sends nothing."""

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui.board.agent_model import AgentModel
from supervisor_gui.ui.board.wishes import Renamed
from supervisor_gui.ui.selection import Selection
from supervisor_gui.ui.widgets import chips
from supervisor_gui.ui.widgets.cells import PAD
from supervisor_gui.ui.widgets.row_view import RowView


def _accessible_name() -> str:
    return translate("Board", "Agents")


class AgentTable(RowView):
    """One row an extension.

    Signals:
        selection_changed(): Other agents, or another queue of theirs.
        menu_wanted(QPoint): A context menu at a point of the screen.
        renamed(Renamed): A name was typed.
    """

    selection_changed = Signal()
    menu_wanted = Signal(QPoint)
    renamed = Signal(object)

    def __init__(self, model: AgentModel, parent: QWidget | None = None) -> None:
        super().__init__(model, _accessible_name, parent)
        self._agents = model
        self._queue = ""
        self._chips_column = model.column_of("queues")
        self._name_column = model.column_of("agent")
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        self.selectionModel().selectionChanged.connect(self._on_selection)

    def selected(self) -> Selection:
        """The chosen agents in the order shown, and the queue whose chip was pressed."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return Selection(tuple(self.rows_model.row_at(place).key for place in places), self._queue)

    def select(self, extensions: tuple[str, ...]) -> None:
        """Choose agents by key; those not shown are left out."""
        model = self.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        model.clearSelection()
        for extension in extensions:
            place = self._agents.place_of(extension)
            if place >= 0:
                model.setCurrentIndex(self.rows_model.index(place, 0), flags.Select | flags.Rows)

    def choose_queue(self, queue: str) -> None:
        """Mean one queue of the chosen agents; empty for every queue."""
        if queue != self._queue:
            self._queue = queue
            self.viewport().update()
            self.selection_changed.emit()

    def rename_current(self) -> None:
        """Open the editor in the row that the keys act on."""
        place = self.currentIndex().row()
        if place < 0:
            selected = self.selectionModel().selectedRows()
            place = selected[0].row() if selected else -1
        if place >= 0:
            self.edit(self.rows_model.index(place, self._name_column))

    @property
    def editing(self) -> bool:
        """Whether a name is being typed."""
        return self.state() == QAbstractItemView.State.EditingState

    # hands

    def edit_text(self, row: Any) -> str:
        """The name, or nothing while it is only the extension."""
        return row.name if row.beside else ""

    def edited(self, row: Any, text: str) -> None:
        """A name was typed."""
        self.renamed.emit(Renamed(row.key, text))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a chip means that queue; a press beside means every queue."""
        chip = self._chip_at(event.position().toPoint())
        place = self.indexAt(event.position().toPoint()).row()
        model = self.selectionModel()
        if chip is not None and event.button() is Qt.MouseButton.LeftButton and model.isRowSelected(place):
            self.choose_queue("" if chip.queue == self._queue else chip.queue)
            return
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.choose_queue(chip.queue if chip is not None else "")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on the name edits it."""
        point = event.position().toPoint()
        if self.indexAt(point).column() == self._name_column and event.button() is Qt.MouseButton.LeftButton:
            self.rename_current()
            return
        super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Chips look pressable."""
        over = event.buttons() == Qt.MouseButton.NoButton and self._chip_at(event.position().toPoint()) is not None
        over = over or self.links.hovered
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go through the row's chips; Escape means every queue again, then nobody."""
        key = event.key()
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Escape and self._queue:
            self.choose_queue("")
        elif key == Qt.Key.Key_Escape:
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys of actions here; the filter searches."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """At the mouse, or below the current row when the menu key was pressed."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(event.globalPos())
        else:
            corner = self.visualRect(self.currentIndex()).bottomLeft() + QPoint(24, 0)
            self.menu_wanted.emit(self.viewport().mapToGlobal(corner))

    def decorate(self, painter: QPainter, row: Any, number: int, *, chosen: bool) -> None:
        """The chip that is meant is painted over in the accent's colour."""
        if chosen and self._queue and self._ink is not None and self._queue in row.queues:
            chips.paint(painter, row.chips, self._chips_area(number), self._ink, self._queue)

    # chips

    def _chips_area(self, place: int) -> QRect:
        return self.cell_rect(place, self._chips_column).adjusted(PAD, 0, -PAD, 0)

    def _chip_at(self, point: QPoint) -> chips.Chip | None:
        index = self.indexAt(point)
        if not index.isValid() or index.column() != self._chips_column or self._ink is None:
            return None
        row = self.rows_model.row_at(index.row())
        return chips.hit(row.chips, self._chips_area(index.row()), self._ink, point)

    def _step(self, by: int) -> None:
        place = self.currentIndex().row()
        if place < 0:
            return
        queues = ["", *(chip.queue for chip in self.rows_model.row_at(place).chips)]
        here = queues.index(self._queue) if self._queue in queues else 0
        if not self.selectionModel().isRowSelected(place):
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(self.currentIndex(), flags.Select | flags.Rows)
        self.choose_queue(queues[(here + by) % len(queues)])

    def _on_selection(self) -> None:
        if not self.selectionModel().hasSelection():
            self._queue = ""
        self.viewport().update()
        self.selection_changed.emit()
