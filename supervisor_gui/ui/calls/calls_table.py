"""The running calls as a table: one is chosen, keys and buttons act on it. It sends nothing."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.live.live_calls import Calls, LiveCall
from supervisor_gui.ui.calls.call_rows import CALL_COLUMNS, CallContext, CallRow, call_row
from supervisor_gui.ui.models.keyed_rows import KeyedRows
from supervisor_gui.ui.widgets.row_view import RowView

_Made = tuple[LiveCall, CallRow]


def _accessible_name() -> str:
    return translate("Calls", "Live calls")


def _row(before: _Made | None, call: LiveCall, context: CallContext) -> _Made:
    if before is not None and before[0] is call:
        return before
    return call, call_row(call, context)


class CallsTable(RowView):
    """Running calls, newest first.

    Signals:
        chosen_changed(): Another call is chosen, or none.
        menu_wanted(QPoint): A menu for the chosen call at a point of the screen.
        transfer_asked(): T was pressed.
        mute_asked(): M was pressed.
    """

    chosen_changed = Signal()
    menu_wanted = Signal(QPoint)
    transfer_asked = Signal()
    mute_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        model: KeyedRows[CallRow] = KeyedRows(CALL_COLUMNS)
        super().__init__(model, _accessible_name, parent)
        model.setParent(self)
        self.calls_model = model
        self._taking = False
        self._chosen = ""
        self._context: CallContext | None = None
        self._made: dict[str, _Made] = {}
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    @property
    def chosen(self) -> str:
        """The chosen call's key, empty for none."""
        return self._chosen

    def choose(self, key: str) -> None:
        """Choose the call `key` if it is shown."""
        place = self.calls_model.place_of(key)
        if place >= 0:
            self.selectRow(place)

    def show_calls(self, calls: Calls, context: CallContext, now: float) -> None:
        """Show what runs. A chosen call that ended leaves nothing chosen: the next row is another call."""
        self.calls_model.now = now
        self._taking = True
        self.calls_model.replace(self._rows(calls, context))
        self._taking = False
        if self._chosen and self.calls_model.find(self._chosen) is None:
            self.clearSelection()
            self.selectionModel().clearCurrentIndex()
            self._choose("")

    def tick_to(self, now: float) -> None:
        """A second has passed."""
        self.calls_model.now = now
        self.tick()

    def retranslate(self) -> None:
        """Take today's language; the rows' words come with `show_calls`."""
        self._made = {}
        super().retranslate()

    def _rows(self, calls: Calls, context: CallContext) -> list[CallRow]:
        """A row for each call; that of a call that did not change is the one that was made before."""
        before = self._made if context is self._context else {}
        self._context = context
        self._made = {key: _row(before.get(key), call, context) for key, call in calls.live.items()}
        return [row for _, row in self._made.values()]

    def _on_selection(self) -> None:
        """The user chose; what the view chooses because a row went does not count."""
        if not self._taking:
            rows = self.selectionModel().selectedRows()
            self._choose(self.calls_model.row_at(rows[0].row()).key if rows else "")

    def _choose(self, key: str) -> None:
        if key != self._chosen:
            self._chosen = key
            self.chosen_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """T hands the chosen call over, M mutes it."""
        letter = event.key() if not event.modifiers() else 0
        if letter not in {Qt.Key.Key_T, Qt.Key.Key_M}:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._choose_current()
            (self.transfer_asked if letter == Qt.Key.Key_T else self.mute_asked).emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by Tab has chosen the row it lands on."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self._choose_current()

    def _choose_current(self) -> None:
        if not self._chosen and self.currentIndex().isValid():
            self.selectRow(self.currentIndex().row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse or by the menu key."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(event.globalPos())
        elif self._chosen:
            rect = self.cell_rect(self.calls_model.place_of(self._chosen), 0)
            self.menu_wanted.emit(self.viewport().mapToGlobal(rect.bottomLeft()))
