"""The queues as rows, for centres with many. The same figures as the cards, sorted by any of them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui.board.agent_model import dragged
from supervisor_gui.ui.board.queue_columns import QUEUE_COLUMNS
from supervisor_gui.ui.board.queue_rows import QueueRow
from supervisor_gui.ui.board.wishes import AgentsDropped
from supervisor_gui.ui.models.keyed_rows import KeyedRows
from supervisor_gui.ui.widgets.row_view import RowView


def _accessible_name() -> str:
    return translate("Board", "Queues")


class QueueTable(RowView):
    """One row a queue; the chosen one filters the agents.

    Signals:
        queue_chosen(str): Show this queue's agents alone; empty for all.
        limits_wanted(str): Edit the limits of a queue.
        menu_wanted(str, QPoint): A queue's context menu.
        agents_dropped(AgentsDropped): Agents were dragged onto a row.
    """

    queue_chosen = Signal(str)
    limits_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)
    agents_dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.model_of_queues: KeyedRows[QueueRow] = KeyedRows(QUEUE_COLUMNS)
        super().__init__(self.model_of_queues, _accessible_name, parent)
        self.model_of_queues.setParent(self)
        self._chosen = ""
        # The arrows move the frame; which queue is chosen changes by Space or a press alone.
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setAcceptDrops(True)

    def show_rows(self, rows: Sequence[QueueRow], now: float, *, reorder: bool) -> None:
        """Show `rows` as all there are."""
        model = self.model_of_queues
        model.now = now
        model.replace(rows, reorder=reorder)

    def choose(self, queue: str) -> None:
        """Look as if `queue` were chosen; nothing is emitted."""
        self._chosen = queue
        place = self.model_of_queues.place_of(queue)
        model = self.selectionModel()
        if place < 0:
            model.clearSelection()
        else:
            flags = model.SelectionFlag
            model.setCurrentIndex(self.rows_model.index(place, 0), flags.ClearAndSelect | flags.Rows)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press chooses the queue; a press on the chosen one lets it go."""
        place = self.indexAt(event.position().toPoint()).row()
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._toggle(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click edits the limits."""
        place = self.indexAt(event.position().toPoint()).row()
        if place >= 0:
            self.limits_wanted.emit(self.rows_model.row_at(place).key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space chooses, Enter edits the limits, Escape shows all queues."""
        place = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space:
            self._toggle(place)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and place >= 0:
            self.limits_wanted.emit(self.rows_model.row_at(place).key)
        elif event.key() == Qt.Key.Key_Escape:
            self._toggle(-1)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys of actions here."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """At the mouse, or below the current row when the menu key was pressed."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            corner = self.visualRect(index).bottomLeft() + QPoint(24, 0)
            point = event.globalPos() if by_mouse else self.viewport().mapToGlobal(corner)
            self.menu_wanted.emit(self.rows_model.row_at(index.row()).key, point)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Agents may be dropped."""
        if dragged(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Only onto a queue."""
        event.setAccepted(self.indexAt(event.position().toPoint()).isValid())

    def dropEvent(self, event: QDropEvent) -> None:
        """Agents are to be added to the queue below the mouse."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            event.acceptProposedAction()
            queue = self.rows_model.row_at(index.row()).key
            self.agents_dropped.emit(AgentsDropped(dragged(event.mimeData()), queue))

    def _toggle(self, place: int) -> None:
        queue = self.rows_model.row_at(place).key if place >= 0 else ""
        self.choose("" if queue == self._chosen else queue)
        self.queue_chosen.emit(self._chosen)
