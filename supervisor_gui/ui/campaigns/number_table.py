"""The numbers of a list as a table: chosen, edited in place, copied, by keys and mouse. It sends and asks nothing."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionRange, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from supervisor_gui.autodial.values import NumberRow
from supervisor_gui.i18n import translate
from supervisor_gui.reports.csv_file import guarded
from supervisor_gui.ui.board.sorting import HeaderSort
from supervisor_gui.ui.campaigns.number_columns import ACTIVE, EDITABLE, NAME, ShownNumber
from supervisor_gui.ui.campaigns.number_edit import NumberDelegate
from supervisor_gui.ui.campaigns.number_model import NumberModel
from supervisor_gui.ui.widgets.row_view import Index, RowView

MOST_COPIED = 5_000
FRAME = 2

_STEPS = QAbstractItemDelegate.EndEditHint
_KEYS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Escape})


def _accessible_name() -> str:
    return translate("Campaigns", "Numbers of the list")


class NumberTable(RowView):
    """One row a number.

    Signals:
        refused(str): A cell that was to be edited cannot be, and why.
        active_asked(object): These NumberRows, a tuple, are to be switched on or off.
        remove_asked(): The chosen rows are to be removed.
        copy_asked(): They are to be copied.
        search_asked(): The keyboard is to go to the search.
        menu_wanted(QPoint): A menu for the chosen rows at a point of the screen.
    """

    refused = Signal(str)
    active_asked = Signal(object)
    remove_asked = Signal()
    copy_asked = Signal()
    search_asked = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(
        self,
        show: Callable[[NumberRow], ShownNumber],
        why_not: Callable[[str, NumberRow], str],
        wall: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        """Args.

        show: Makes the record of a row.
        why_not: A column's key and a row → why that cell cannot be changed; empty when it can.
        wall: Epoch seconds now.
        parent: Its owner.
        """
        model = NumberModel(show)
        super().__init__(model, _accessible_name, parent)
        model.setParent(self)
        self.number_model = model
        self.editors = NumberDelegate(self, wall)
        self.setItemDelegate(self.editors)
        self._why_not = why_not
        self._coming: Sequence[NumberRow] | None = None
        self._pressed = (-1, -1)
        self._words = ""
        self._active = model.column_of(ACTIVE)
        self._columns = {key: model.column_of(key) for key in EDITABLE}
        self._sorting = HeaderSort(self, model)

    # in

    @property
    def current(self) -> NumberRow | None:
        """The row that the keys act on."""
        return self.number_model.number_at(self.currentIndex().row())

    @property
    def editing(self) -> bool:
        """Whether a cell is being edited."""
        return self.state() == QAbstractItemView.State.EditingState

    @property
    def edited_column(self) -> str:
        """The key of the column that F2 edits: the current one, else the name."""
        return self._editable_here() or NAME

    def chosen(self, most: int | None = None) -> tuple[NumberRow, ...]:
        """The chosen rows in their order; at most `most`."""
        rows = self.number_model.rows
        places = sorted(place for part in self._parts() for place in range(part.top(), part.bottom() + 1))
        return tuple(rows[place] for place in places[:most])

    def show_numbers(self, rows: Sequence[NumberRow]) -> None:
        """Take `rows` as all there is. While a cell is edited rows change in place only."""
        if self.editing:
            self._coming = rows
            self.number_model.take(rows, move=False)
            return
        self._coming = None
        top, offset = self._top()
        self.number_model.take(rows)
        place = self.number_model.place_of(top) if top else -1
        if place >= 0:
            self.verticalScrollBar().setValue(place * self.rowHeight(place) - offset)

    def start_anew(self) -> None:
        """Another list comes: nothing is chosen, edited or scrolled to any more."""
        index = self.currentIndex()
        editor = self.indexWidget(index) if self.editing else None
        if editor is not None:
            self.closeEditor(editor, _STEPS.NoHint)
        self._coming = None
        self.number_model.take(())
        self.scrollToTop()

    def show_words(self, words: str) -> None:
        """What stands where no row is."""
        if words != self._words:
            self._words = words
            self.setAccessibleDescription(words)
            self.viewport().update()

    def go_to_first(self) -> None:
        """Give the keyboard to the rows: to the current one, else the first."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.selectionModel().hasSelection() and self.number_model.rowCount():
            self.selectRow(max(0, self.currentIndex().row()))

    def edit_cell(self, column: str) -> None:
        """Open the editor of the current row in a column, or tell why there is none."""
        row, index = self.current, self.currentIndex()
        if row is None or self.editing:
            return
        reason = self._why_not(column, row)
        if reason:
            self.refused.emit(reason)
            return
        cell = index.siblingAtColumn(self._columns[column])
        self.setCurrentIndex(cell)
        self.edit(cell)

    def copied_text(self) -> tuple[str, int]:
        """The chosen rows as text with tabs between cells, and how many they are."""
        model = self.number_model
        rows = self.chosen(MOST_COPIED)
        lines = ["\t".join(str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(len(model.columns)))]
        for row in rows:
            record = model.row_at(model.place_of(row.key))
            lines.append("\t".join(guarded(column.text(record, model.now)) for column in model.columns))
        return "\n".join(lines), len(rows)

    # inside

    def _parts(self) -> Iterator[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return (selection.at(number) for number in range(selection.count()))

    def _top(self) -> tuple[str, int]:
        """The row at the top and where it lies, unless that is the first one."""
        place = self.rowAt(0)
        row = self.number_model.number_at(place) if place > 0 else None
        return (row.key, self.rowViewportPosition(place)) if row is not None else ("", 0)

    def chosen_rows(self, first: int, last: int) -> set[int]:
        """Those chosen among the rows that are painted: all may be chosen."""
        parts = self._parts()
        return {row for part in parts for row in range(max(first, part.top()), min(last, part.bottom()) + 1)}

    def decorate(self, painter: QPainter, _row: Any, number: int, *, chosen: bool) -> None:
        """A frame round the cell that F2 edits."""
        index = self.currentIndex()
        if not chosen or self._ink is None or number != index.row() or not self.hasFocus():
            return
        area = self.visualRect(index.siblingAtColumn(self._columns[self.edited_column]))
        painter.setPen(QPen(self._ink.fills["accent"], FRAME))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(FRAME, FRAME + 1, -FRAME - 1, -FRAME - 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A cell that is edited stays in sight: what is told about it may take room below."""
        super().resizeEvent(event)
        if self.editing:
            self.scrollTo(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The frame may stand in another cell than the current one."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            if index.isValid():
                self.viewport().update(self.row_rect(index.row()))

    # hands

    def edit_text(self, row: Any) -> str:
        """The name as the list told it."""
        return str(row.row.name) if row.name else ""

    def closeEditor(self, editor: QWidget, hint: _STEPS) -> None:
        """What came meanwhile moves now; Tab goes on to the next cell of the row that can be edited."""
        row, column = self.current, self.currentIndex().column()
        super().closeEditor(editor, _STEPS.NoHint)
        self.editors.told.emit("")
        if self._coming is not None:
            self.show_numbers(self._coming)
        steps = {_STEPS.EditNextItem: 1, _STEPS.EditPreviousItem: -1}
        place = self.number_model.place_of(row.key) if row is not None else -1
        if hint in steps and row is not None and place >= 0:
            order = sorted(self._columns.items(), key=lambda item: item[1] * steps[hint])
            ways = (key for key, at in order if at * steps[hint] > column * steps[hint])
            following = next((key for key in ways if not self._why_not(key, row)), "")
            if following:
                self.edit_cell(following)

    def event(self, event: QEvent) -> bool:
        """Keys that mean this table's rows while the keyboard is here."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 edits, Space switches on or off, Delete removes, Ctrl+C copies, Escape goes to the search."""
        if not _is_ours(event) or self.editing:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._obey(event)

    def _obey(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif key == Qt.Key.Key_F2:
            self.edit_cell(self.edited_column)
        elif key == Qt.Key.Key_Space:
            self.active_asked.emit(self.chosen())
        elif key == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        else:
            self.search_asked.emit()

    def _editable_here(self) -> str:
        """The key of the current column when it has an editor."""
        column = self.currentIndex().column()
        return next((key for key, at in self._columns.items() if at == column), "")

    def keyboardSearch(self, _search: str) -> None:
        """Letters are typed into the search."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._pressed = self.column_at(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on whether a number is called switches that."""
        super().mouseReleaseEvent(event)
        began, self._pressed = self._pressed, (-1, -1)
        plain_click = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        place, column = self.column_at(event.position().toPoint())
        row = self.number_model.number_at(place)
        if plain_click and row is not None and began == (place, column) and column == self._active:
            self.active_asked.emit((row,))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click edits the cell."""
        column = self._editable_here()
        if (
            column
            and event.button() is Qt.MouseButton.LeftButton
            and self.indexAt(event.position().toPoint()).isValid()
        ):
            self.edit_cell(column)
            return
        super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse, or by the menu key below the current row."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            if self.indexAt(event.pos()).isValid():
                self.menu_wanted.emit(event.globalPos())
        elif self.current is not None:
            corner = self.visualRect(self.currentIndex()).bottomLeft() + QPoint(24, 0)
            self.menu_wanted.emit(self.viewport().mapToGlobal(corner))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, or words where there are none."""
        super().paintEvent(event)
        if self._ink is None or self.number_model.rowCount() or not self._words:
            return
        painter = QPainter(self.viewport())
        painter.setPen(self._ink.pens["muted"])
        room = self.viewport().rect().adjusted(24, 12, -24, -12)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value, self._words)
        painter.end()


def _is_ours(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Copy) or (not event.modifiers() and event.key() in _KEYS)
