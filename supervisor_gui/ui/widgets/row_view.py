"""A table of painted rows over a row model: fixed height, rows drawn once and copied. It knows no columns."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from supervisor_gui.i18n import translate
from supervisor_gui.ui.models.fitting import fitted
from supervisor_gui.ui.models.row_model import RowModel
from supervisor_gui.ui.widgets.cells import Cell, CellPainter, Line, focus_frame
from supervisor_gui.ui.widgets.column_header import ColumnHeader
from supervisor_gui.ui.widgets.ink import STRONG, Ink
from supervisor_gui.ui.widgets.links import NumberLinks
from supervisor_gui.ui.widgets.pictures import RowPictures

ROW_HEIGHT = 30
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Edits a cell in place; the view paints whole rows."""

    def __init__(self, view: "RowView") -> None:
        super().__init__(view)
        self._view = view

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        """A line for the new words."""
        editor = QLineEdit(parent)
        editor.setMaxLength(80)
        editor.setAccessibleName(translate("Board", "Name"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what is there, all of it selected."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(self._view.edit_text(self._view.rows_model.row_at(index.row())))
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        """The user pressed Enter."""
        if isinstance(editor, QLineEdit):
            self._view.edited(self._view.rows_model.row_at(index.row()), editor.text().strip())


class RowView(QTableView):
    """Rows of a `RowModel`.

    A row is painted once into a picture and copied until its record, its width or the look changes; cells that
    change with time are painted over the copy. Numbers in columns that dial are called by a click; Enter calls the
    current row's.
    """

    def __init__(self, model: RowModel[Any], name: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows_model = model
        self._name = name
        self._ink: Ink | None = None
        self._painter: CellPainter | None = None
        self._pictures = RowPictures()
        self._still: list[Cell] = []
        self._ticking: list[Cell] = []
        self._delegate = RowDelegate(self)
        self._chosen_widths: dict[int, int] = {}
        self._fitting = False
        self.links = NumberLinks(self, model)
        self._header = ColumnHeader(self)
        self.setHorizontalHeader(self._header)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._configure()
        header = self.horizontalHeader()
        header.sectionResized.connect(self._on_section_resized)
        header.geometriesChanged.connect(self._on_columns_moved)

    def _configure(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(16)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(36)
        header.setHighlightSections(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def edit_text(self, row: Any) -> str:
        """What an editor of `row` begins with; tables that can be edited override it."""
        return str(row.name)

    def edited(self, row: Any, text: str) -> None:
        """An editor of `row` was closed with `text`; tables that can be edited override it."""

    # looks

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self._ink = ink
        self._painter = CellPainter(ink)
        self._header.set_ink(ink)
        self.links.set_ink(ink)
        self.verticalHeader().setDefaultSectionSize(max(ROW_HEIGHT, ink.types[STRONG].height + 12))
        self._fit()

    def retranslate(self) -> None:
        """Take today's language."""
        self.setAccessibleName(self._name())
        self.rows_model.headers_changed()
        self._header.forget()
        self._fit()

    def tick(self) -> None:
        """A second has passed: repaint the cells that show it."""
        height, offset = self.viewport().height(), self.horizontalHeader().offset()
        for cell in self._ticking:
            self.viewport().update(cell.x - offset, 0, cell.width, height)

    def cell_rect(self, place: int, column: int) -> QRect:
        """Where a cell lies in the viewport."""
        return self.visualRect(self.rows_model.index(place, column))

    def column_at(self, point: QPoint) -> tuple[int, int]:
        """Row and column number at a point of the viewport, -1 for none."""
        index = self.indexAt(point)
        return (index.row(), index.column()) if index.isValid() else (-1, -1)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that were touched, whole; Qt clips to the touched part."""
        cells = self._painter
        if cells is None:
            return
        painter = QPainter(self.viewport())
        touched = event.rect()
        if not self.devicePixelRatioF().is_integer():
            # At 125 % a row's picture may end one line of the screen above the next one's.
            painter.fillRect(touched, cells.ink.fills["surface"])
        first, last = self._touched(touched)
        current = self.currentIndex().row() if self.hasFocus() else -1
        rect = self.row_rect(first) if last >= first else QRect(0, touched.top(), 0, 0)
        chosen = self.chosen_rows(first, last)
        for number in range(first, last + 1):
            self._paint_row(painter, cells, number, rect, chosen=number in chosen, current=number == current)
            rect.translate(0, rect.height())
        self.links.paint(painter)
        if rect.top() <= touched.bottom():
            rest = QRect(touched.left(), rect.top(), touched.width(), touched.bottom() - rect.top() + 1)
            painter.fillRect(rest, cells.ink.fills["surface"])
        painter.end()

    def chosen_rows(self, _first: int, _last: int) -> set[int]:
        """Which rows are chosen, at least of those from `_first` to `_last`; tables of very many rows override it."""
        return {index.row() for index in self.selectionModel().selectedRows()}

    def _touched(self, rect: QRect) -> tuple[int, int]:
        """First and last row in `rect`; last is less than first when there is none."""
        first, last = self.rowAt(rect.top()), self.rowAt(rect.bottom())
        if first < 0:
            return 0, -1
        return first, last if last >= 0 else self.rows_model.rowCount() - 1

    def row_rect(self, number: int) -> QRect:
        """Where a row lies in the viewport."""
        width = max(self.viewport().width(), self.horizontalHeader().length())
        left = -self.horizontalHeader().offset()
        return QRect(left, self.rowViewportPosition(number), width, self.rowHeight(number))

    def _paint_row(
        self, painter: QPainter, cells: CellPainter, number: int, rect: QRect, *, chosen: bool, current: bool
    ) -> None:
        """Copy the row's picture and paint its ticking cells over it."""
        row = self.rows_model.row_at(number)
        now, size = self.rows_model.now, (rect.width(), rect.height())
        picture = self._pictures.get(row, size, self._still, cells, now, chosen=chosen)
        painter.drawPixmap(rect.x(), rect.y(), picture)
        if self._ticking:
            painter.translate(rect.x(), 0)
            cells.paint(painter, row, self._ticking, Line(rect.y(), rect.height(), now))
            painter.translate(-rect.x(), 0)
        self.decorate(painter, row, number, chosen=chosen)
        if current:
            focus_frame(painter, rect, cells.ink)

    def decorate(self, painter: QPainter, row: Any, number: int, *, chosen: bool) -> None:
        """Paint more over a row; tables override it."""

    def _forget(self) -> None:
        self._pictures.forget()
        self.viewport().update()

    def _fit(self) -> None:
        """Share the width anew; columns that the user made wider or narrower stay so."""
        header = self.horizontalHeader()
        self._fitting = True
        columns = self.rows_model.columns
        heads = [self.head_room(number) for number in range(len(columns))]
        for number, width in enumerate(fitted(columns, self.viewport().width(), heads, self._chosen_widths)):
            header.resizeSection(number, width)
        self._fitting = False
        self._on_columns_moved()

    def head_room(self, number: int) -> int:
        """Pixels that the words of a column's header take."""
        return self._header.room_for(translate("Board", self.rows_model.columns[number].header))

    def _on_section_resized(self, number: int, _before: int, width: int) -> None:
        if not self._fitting:
            self._chosen_widths[number] = width
            self._on_columns_moved()

    def _on_columns_moved(self) -> None:
        header = self.horizontalHeader()
        self._still, self._ticking = [], []
        for number, column in enumerate(self.rows_model.columns):
            if header.isSectionHidden(number):
                continue
            cell = Cell(column, header.sectionPosition(number), header.sectionSize(number))
            (self._ticking if column.ticks else self._still).append(cell)
        self._forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the new width."""
        super().resizeEvent(event)
        self._fit()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and the last row; Qt's go to a column, which nobody chooses here."""
        ends = {QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd}
        if action in ends:
            modifiers |= Qt.KeyboardModifier.ControlModifier
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter calls the number of the current row; a held key does not."""
        number = self.links.current() if event.key() in ENTER and not event.modifiers() else ""
        if number and self.state() is not QAbstractItemView.State.EditingState:
            if not event.isAutoRepeat():
                self.links.dial_wanted.emit(number)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first Tab into the table lands on its first row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows_model.rowCount():
            self.selectionModel().setCurrentIndex(
                self.rows_model.index(0, 0), self.selectionModel().SelectionFlag.NoUpdate
            )
