"""The agents as tiles, for many at a glance. The same model, the same selection keys, less detail than the table."""

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from supervisor_gui.i18n import translate
from supervisor_gui.ui.board.agent_columns import since_text, since_tone
from supervisor_gui.ui.board.agent_model import AgentModel
from supervisor_gui.ui.board.agent_rows import AgentRow
from supervisor_gui.ui.selection import Selection
from supervisor_gui.ui.widgets import chips
from supervisor_gui.ui.widgets.ink import PLAIN, SMALL, STRONG, Ink, Type
from supervisor_gui.ui.widgets.row_view import Index

TILE = QSize(216, 84)
GAP = 8
PAD = 10
MARK = 15


def chips_area(rect: QRect, ink: Ink) -> QRect:
    """Where the chips of the tile `rect` (its gap left out) are."""
    top = rect.y() + 5 + 2 * (ink.types[PLAIN].height + 4)
    left, right = rect.x() + PAD + 2, rect.right() - PAD
    return QRect(left, top, right - left, rect.bottom() - top - 4)


def state_line(words: str, time: str, room: int, plain: Type, face: Type) -> tuple[str, str]:
    """What of a state's words and its time stands in `room` pixels: the time whole, the mark tells the state too."""
    time = face.cut(time, room)
    return plain.cut(words, room - face.width(time)), time


class TileDelegate(QStyledItemDelegate):
    """Paints a tile straight from its record."""

    def __init__(self, view: "AgentTiles") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every tile is as large as every other."""
        return TILE

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Frame, name, state, time and queues."""
        ink = self._view.ink
        if ink is None:
            return
        model = self._view.rows_model
        row = model.row_at(index.row())
        rect: QRect = option.rect.adjusted(0, 0, -GAP, -GAP)
        state: QStyle.StateFlag = option.state
        self._frame(painter, row, rect, ink, state, red=since_tone(row, model.now) == "limit")
        self._words(painter, row, rect, ink, model.now)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        meant = self._view.queue if chosen and self._view.queue in row.queues else ""
        chips.paint(painter, row.chips, chips_area(rect, ink), ink, meant)

    @staticmethod
    def _frame(painter: QPainter, row: AgentRow, rect: QRect, ink: Ink, state: QStyle.StateFlag, *, red: bool) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ink.fills["selected" if chosen else "alarm" if red else "surface"])
        edge = ink.pens["accent" if focused or chosen else "limit" if red else "border"]
        painter.setPen(QPen(edge.color(), 2 if focused else 1))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(rect.x() + 1, rect.y() + 8, 3, rect.height() - 16, ink.marks[row.tone])

    @staticmethod
    def _words(painter: QPainter, row: AgentRow, rect: QRect, ink: Ink, now: float) -> None:
        strong, plain, small = ink.types[STRONG], ink.types[PLAIN], ink.types[SMALL]
        left, right = rect.x() + PAD + 2, rect.right() - PAD
        line = plain.height + 4
        top = rect.y() + 5
        beside = small.cut(row.beside, (right - left) // 2)
        name = strong.cut(row.name, right - left - small.width(beside) - 6)
        painter.setPen(ink.pens["text"])
        strong.draw(painter, left, strong.base(top, line), name)
        painter.setPen(ink.pens["muted"])
        small.draw(painter, right - small.width(beside), strong.base(top, line), beside)
        top += line
        ink.mark(painter, row.mark, row.tone, left - 1, top + (line - MARK) / 2, size=MARK)
        tone = since_tone(row, now)
        time = since_text(row, now)
        face = strong if tone == "limit" else plain
        words, time = state_line(row.words, time, right - left - MARK - 12, plain, face)
        painter.setPen(ink.pens[row.tone])
        plain.draw(painter, left + MARK + 5, plain.base(top, line), words)
        painter.setPen(ink.pens[tone])
        face.draw(painter, right - face.width(time), face.base(top, line), time)


class AgentTiles(QListView):
    """One tile an extension.

    Signals:
        selection_changed(): Other agents were chosen.
        menu_wanted(QPoint): A context menu at a point of the screen.
    """

    selection_changed = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, model: AgentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows_model = model
        self.ink: Ink | None = None
        self.queue = ""
        self.setItemDelegate(TileDelegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setGridSize(TILE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)

    def set_live(self, live: bool) -> None:
        """Follow the model only while the tiles are shown."""
        if live and self.model() is None:
            self._follow(self.rows_model)
            self.setModelColumn(self.rows_model.column_of("agent"))
            self.selectionModel().selectionChanged.connect(self._on_selection)
        elif not live and self.model() is not None:
            self._follow(None)

    def _follow(self, model: AgentModel | None) -> None:
        """Qt makes another selection with each model and leaves the one before behind, which would follow the rows."""
        before = self.selectionModel()
        self.setModel(model)
        if before is not None:
            before.deleteLater()

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self.ink = ink
        self.viewport().update()

    def retranslate(self) -> None:
        """Take today's language."""
        self.setAccessibleName(translate("Board", "Agents"))
        self.viewport().update()

    def tick(self) -> None:
        """A second has passed."""
        self.viewport().update()

    def selected(self) -> Selection:
        """The chosen agents in the order shown, and the queue whose chip was pressed."""
        if self.model() is None:
            return Selection()
        places = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return Selection(tuple(self.rows_model.row_at(place).key for place in places), self.queue)

    def select(self, extensions: tuple[str, ...]) -> None:
        """Choose agents by key; those not shown are left out."""
        model = self.selectionModel()
        model.clearSelection()
        for extension in extensions:
            place = self.rows_model.place_of(extension)
            if place >= 0:
                index = self.rows_model.index(place, self.modelColumn())
                model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)

    def choose_queue(self, queue: str) -> None:
        """Mean one queue of the chosen agents; empty for every queue."""
        if queue != self.queue:
            self.queue = queue
            self.viewport().update()
            self.selection_changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a chip means that queue; a press beside means every queue."""
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        chip = self._chip_at(event.position().toPoint())
        if chip is not None and self.selectionModel().isSelected(self.indexAt(event.position().toPoint())):
            self.choose_queue("" if chip.queue == self.queue else chip.queue)
            return
        super().mousePressEvent(event)
        self.choose_queue(chip.queue if chip is not None else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape means every queue again, then nobody."""
        if event.key() == Qt.Key.Key_Escape and self.queue:
            self.choose_queue("")
        elif event.key() == Qt.Key.Key_Escape:
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def _chip_at(self, point: QPoint) -> chips.Chip | None:
        index = self.indexAt(point)
        if not index.isValid() or self.ink is None:
            return None
        rect = self.visualRect(index).adjusted(0, 0, -GAP, -GAP)
        return chips.hit(self.rows_model.row_at(index.row()).chips, chips_area(rect, self.ink), self.ink, point)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys of actions here; the filter searches."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """At the mouse, or on the current tile when the menu key was pressed."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(event.globalPos())
        else:
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))

    def _on_selection(self) -> None:
        self.selection_changed.emit()
