"""Kept calls as a table: chosen, played, called back and copied by keys and mouse. It asks for nothing itself."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from supervisor_gui.history.record_values import RecordedCall
from supervisor_gui.i18n import translate
from supervisor_gui.reports.csv_file import guarded
from supervisor_gui.ui.models.runs import runs
from supervisor_gui.ui.records import shapes
from supervisor_gui.ui.records.model import RecordModel
from supervisor_gui.ui.records.rows import AWAITED, RECORDING, SHAPE
from supervisor_gui.ui.widgets.cells import MARK, PAD
from supervisor_gui.ui.widgets.row_view import RowView

RETRY_MS = 4_000
"""After this long a page that has not come is asked for again."""

MOST_COPIED = 5_000
_KEPT_CHOSEN = 500
"""Chosen rows that are chosen again when rows have moved."""
_CHOOSING = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
)


def _accessible_name() -> str:
    return translate("RecordsPage", "Call records")


class RecordTable(RowView):
    """One row a call, newest first.

    Signals:
        chosen_changed(): Another call has the keyboard, or none.
        play_asked(): The recording of the current call is to be heard.
        forget_asked(): Everything about the current number is to be deleted.
        copy_asked(): The chosen rows are to be copied.
        search_asked(): The keyboard is to go to the search.
        menu_wanted(QPoint): A menu for the current call at a point of the screen.
    """

    chosen_changed = Signal()
    play_asked = Signal()
    forget_asked = Signal()
    copy_asked = Signal()
    search_asked = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        model = RecordModel()
        super().__init__(model, _accessible_name, parent)
        model.setParent(self)
        self.record_model = model
        self._shape, self._recording = model.column_of(SHAPE), model.column_of(RECORDING)
        self._current = 0
        self._top: tuple[int, int] = (0, 0)
        self._chosen: list[int] = []
        self._looking = QTimer(self, singleShot=True, interval=0)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self.horizontalHeader().setMinimumSectionSize(24)
        self._looking.timeout.connect(self._look)
        self._retry.timeout.connect(model.ask_again)
        self.verticalScrollBar().valueChanged.connect(self._look_soon)
        model.rowsInserted.connect(self._look_soon)
        model.dataChanged.connect(self._look_soon)
        model.began.connect(self._on_began)
        model.moved.connect(self._on_moved)
        self.selectionModel().currentRowChanged.connect(self._on_current)

    @property
    def current(self) -> RecordedCall | None:
        """The call that the keys act on; none while it is of an earlier question."""
        return None if self.record_model.awaited else self.record_model.call_at(self.currentIndex().row())

    def go_to_first(self) -> None:
        """Give the keyboard to the rows: to the current one, else the first."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.selectionModel().hasSelection() and self.record_model.count:
            self.selectRow(max(0, self.currentIndex().row()))

    def copied_text(self) -> tuple[str, int]:
        """The chosen rows as text with tabs between cells, and how many they are: those that have been in sight."""
        model = self.record_model
        columns = [at for at, column in enumerate(model.columns) if column.header]
        titles = [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in columns]
        lines = ["\t".join(titles)]
        for place in self._chosen_places(MOST_COPIED):
            row = model.row_at(place)
            if row is not AWAITED:
                cells = (model.columns[at].text(row, model.now) for at in columns)
                lines.append("\t".join(guarded(cell) for cell in cells))
        return "\n".join(lines), len(lines) - 1

    def _parts(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(number) for number in range(selection.count())]

    def _chosen_places(self, most: int) -> list[int]:
        found: list[int] = []
        for part in self._parts():
            found.extend(range(part.top(), min(part.bottom(), part.top() + most - len(found) - 1) + 1))
            if len(found) >= most:
                break
        return sorted(found)

    # what is in sight

    def _look_soon(self, *_: object) -> None:
        """Other rows may be in sight."""
        self._looking.start()

    def _look(self) -> None:
        """Tell the model which rows are in sight, and remember what stands at the top."""
        model = self.record_model
        bottom = self.rowAt(self.viewport().height() - 1)
        first = max(0, self.rowAt(0))
        current = self.currentIndex().row()
        model.look(first, bottom if bottom >= 0 else max(0, model.count - 1), current)
        call = model.call_at(first)
        self._top = (call.id, self.rowViewportPosition(first)) if call is not None and first else (0, 0)
        if model.waits:
            self._retry.start()
        else:
            self._retry.stop()
        self._chosen = [call.id for at in self._chosen_places(_KEPT_CHOSEN) if (call := model.call_at(at)) is not None]

    def _on_began(self) -> None:
        """Other calls: from the newest on, the first one has the keyboard if the table has it."""
        self.scrollToTop()
        self._current, self._chosen, self._top = 0, [], (0, 0)
        if self.hasFocus() and self.record_model.count:
            self.selectRow(0)
        self.chosen_changed.emit()
        self._looking.start()

    def _on_moved(self) -> None:
        """The same calls in other rows: choice and place in sight go with them."""
        model = self.record_model
        places = sorted(place for call in self._chosen if (place := model.place_of(call)) >= 0)
        selection = QItemSelection()
        last = len(model.columns) - 1
        for first, final in runs(places):
            selection.select(model.index(first, 0), model.index(final, last))
        flags = QItemSelectionModel.SelectionFlag
        here = model.place_of(self._current) if self._current else -1
        self.selectionModel().blockSignals(True)
        self.selectionModel().setCurrentIndex(model.index(here, 0), flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect)
        self.selectionModel().blockSignals(False)
        call, offset = self._top
        place = model.place_of(call) if call else -1
        if place >= 0:
            self.verticalScrollBar().setValue(place * self.rowHeight(place) - offset)
        if self._current and here < 0:
            self._current = 0
        self.chosen_changed.emit()
        self.viewport().update()
        self._looking.start()

    def _on_current(self) -> None:
        call = self.current
        self._current = call.id if call is not None else 0
        self.chosen_changed.emit()
        self._looking.start()

    def chosen_rows(self, first: int, last: int) -> set[int]:
        """Those chosen among the rows that are painted: a million may be chosen."""
        return {row for part in self._parts() for row in range(max(first, part.top()), min(last, part.bottom()) + 1)}

    def decorate(self, painter: QPainter, row: Any, number: int, *, chosen: bool) -> None:
        """The shapes of direction and recording; a faint bar where a call is on its way."""
        ink = self._ink
        if ink is None:
            return
        if row is AWAITED:
            area = self.cell_rect(number, self._shape + 2).adjusted(PAD, 0, -PAD, 0)
            painter.fillRect(area.x(), area.center().y() - 3, min(area.width(), 90), 6, ink.fills["line"])
            return
        area = self.cell_rect(number, self._shape)
        shapes.draw(painter, ink, (row.shape, row.tone), area.right() - MARK + 3, _middle(area), size=MARK)
        if row.recorded:
            area = self.cell_rect(number, self._recording)
            shapes.draw(painter, ink, (shapes.Shape.PLAY, "accent"), area.x() + PAD, _middle(area), size=MARK)

    # hands

    def event(self, event: QEvent) -> bool:
        """Keys that mean this table's rows while the keyboard is here."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space plays, Delete asks to delete, Ctrl+C copies, Escape goes to the search; Enter calls."""
        wish = self._wish_of(event)
        if wish is None and not (self.record_model.awaited and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}):
            super().keyPressEvent(event)
        elif wish is not None and not event.isAutoRepeat():
            wish.emit()

    def _wish_of(self, event: QKeyEvent) -> Any:
        """The signal that a key means, None for a key of Qt's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copy_asked
        if event.modifiers():
            return None
        return {
            Qt.Key.Key_Space: self.play_asked,
            Qt.Key.Key_Delete: self.forget_asked,
            Qt.Key.Key_Escape: self.search_asked,
        }.get(Qt.Key(event.key()))

    def keyboardSearch(self, _search: str) -> None:
        """Letters search nothing here: most rows are not held."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the mark of a recording plays it."""
        super().mouseReleaseEvent(event)
        row, column = self.column_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and not event.modifiers() and column == self._recording:
            call = self.current
            if call is not None and call.recorded and row == self.currentIndex().row():
                self.play_asked.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse or by the menu key."""
        if self.current is None:
            return
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(event.globalPos())
        else:
            corner = self.visualRect(self.currentIndex()).bottomLeft() + QPoint(24, 0)
            self.menu_wanted.emit(self.viewport().mapToGlobal(corner))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by Tab, or from another window, has chosen the row it lands on."""
        super().focusInEvent(event)
        if event.reason() in _CHOOSING and not self.selectionModel().hasSelection() and self.currentIndex().isValid():
            self.selectRow(self.currentIndex().row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More rows may be in sight."""
        super().resizeEvent(event)
        self._looking.start()


def _middle(area: QRect) -> float:
    return area.y() + (area.height() - MARK) / 2


def _is_ours(event: QKeyEvent) -> bool:
    keys: Sequence[int] = (Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return event.matches(QKeySequence.StandardKey.Copy) or (not event.modifiers() and event.key() in keys)
