"""All auto-dial lists as a table: what is chosen stays chosen, Space starts or stops it. It sends nothing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui.board.pace import Pace
from supervisor_gui.ui.board.sorting import HeaderSort
from supervisor_gui.ui.campaigns.list_columns import LIST_COLUMNS
from supervisor_gui.ui.campaigns.list_rows import ListRow
from supervisor_gui.ui.models.keyed_rows import KeyedRows
from supervisor_gui.ui.widgets.row_view import ENTER, RowView

LEAST_HEIGHT = 128
"""Room for the header and three lists."""


def _accessible_name() -> str:
    return translate("Campaigns", "Auto-dial lists")


class ListsTable(RowView):
    """One row a list.

    Signals:
        chosen_changed(): Another list is chosen, or none.
        switch_wanted(): The chosen list is to be started or stopped.
        inside_wanted(): The keyboard is to go to the chosen list's numbers.
    """

    chosen_changed = Signal()
    switch_wanted = Signal()
    inside_wanted = Signal()

    def __init__(self, wall: Callable[[], float], parent: QWidget | None = None) -> None:
        model: KeyedRows[ListRow] = KeyedRows(LIST_COLUMNS)
        super().__init__(model, _accessible_name, parent)
        model.setParent(self)
        self.lists_model = model
        self._chosen = ""
        self._words = ""
        self._taking = False
        self._sorting = HeaderSort(self, model)
        self._pace = Pace(wall, self)
        self._pace.watch(self.viewport())
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.selectionModel().selectionChanged.connect(self._on_selection)

    # in

    @property
    def chosen(self) -> str:
        """The chosen list's id, empty for none."""
        return self._chosen

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Take `rows` as all there is; they move when no hand is on them, the chosen one stays chosen."""
        self._taking = True
        self.lists_model.replace(rows, reorder=self._pace.may())
        self._taking = False
        if self._chosen and self.lists_model.place_of(self._chosen) < 0:
            self.choose("")

    def show_words(self, words: str) -> None:
        """What stands where no row is."""
        if words != self._words:
            self._words = words
            self.setAccessibleDescription(words)
            self.viewport().update()

    def choose(self, list_id: str) -> bool:
        """Choose a list and show its row, or none for an empty id; False when it is not known."""
        place = self.lists_model.place_of(list_id)
        self._taking = True
        if place < 0:
            self.clearSelection()
        else:
            self.selectRow(place)
            self.scrollTo(self.lists_model.index(place, 0))
        self._taking = False
        self._take(list_id if place >= 0 else "")
        return place >= 0

    def tick_to(self, now: float) -> None:
        """A second has passed: rows that had to wait for a hand to leave them may move now."""
        self.lists_model.now = now
        if not self.lists_model.settled and self._pace.may():
            self._taking = True
            self.lists_model.settle()
            self._taking = False

    # hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space starts or stops, Enter goes to the numbers; a held key does neither twice."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat() and self._chosen:
                self.switch_wanted.emit()
            return
        if event.key() in ENTER and not event.modifiers():
            if not event.isAutoRepeat() and self._chosen:
                self.inside_wanted.emit()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click starts nothing: it goes to the numbers."""
        if event.button() is Qt.MouseButton.LeftButton and self.indexAt(event.position().toPoint()).isValid():
            self.inside_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chosen list, of which all below tells, is not pushed out of sight."""
        place = self.lists_model.place_of(self._chosen) if self._chosen else -1
        bottom = self.rowViewportPosition(place) + self.rowHeight(place) if place >= 0 else 0
        super().resizeEvent(event)
        if self.viewport().height() < bottom <= event.oldSize().height():
            self.scrollTo(self.lists_model.index(place, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, or words where there are none."""
        super().paintEvent(event)
        if self._ink is None or self.lists_model.rowCount() or not self._words:
            return
        painter = QPainter(self.viewport())
        painter.setPen(self._ink.pens["muted"])
        room = self.viewport().rect().adjusted(24, 12, -24, -12)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value, self._words)
        painter.end()

    def _on_selection(self) -> None:
        if not self._taking:
            rows = self.selectionModel().selectedRows()
            self._take(self.lists_model.row_at(rows[0].row()).key if rows else "")

    def _take(self, list_id: str) -> None:
        if list_id != self._chosen:
            self._chosen = list_id
            self.chosen_changed.emit()
