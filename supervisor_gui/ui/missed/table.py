"""The missed callers as a table: rows stay under the hand, the next one is chosen when one leaves. It sends nothing."""

import time
from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui.board.pace import Pace
from supervisor_gui.ui.board.sorting import HeaderSort
from supervisor_gui.ui.missed.columns import MISSED_COLUMNS
from supervisor_gui.ui.missed.note_editor import NoteDelegate
from supervisor_gui.ui.missed.rows import MissedRow
from supervisor_gui.ui.models.keyed_rows import KeyedRows
from supervisor_gui.ui.widgets.row_view import ENTER, RowView

RETRY_MS = 400
"""How soon rows are tried to be moved again after a hand was on them."""

GUARD_MS = 500
"""How long Enter calls nobody after the chosen row left without the user's doing: the key was meant for that row."""

_STEPS = QAbstractItemDelegate.EndEditHint


def _accessible_name() -> str:
    return translate("MissedPage", "Missed callers")


class MissedTable(RowView):
    """One row a caller.

    Signals:
        chosen_changed(): Another caller is chosen, or none, or the chosen one's row says something else.
        menu_wanted(QPoint): A menu for the chosen caller at a point of the screen.
        noted(str, str): A caller's tail and a note that was written.
        hesitated(): Enter was pressed just when another row had been chosen by itself; nobody is called.
        search_asked(): The keyboard is to go to the search.
    """

    chosen_changed = Signal()
    menu_wanted = Signal(QPoint)
    noted = Signal(str, str)
    hesitated = Signal()
    search_asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, wall: Callable[[], float] = time.time) -> None:
        model: KeyedRows[MissedRow] = KeyedRows(MISSED_COLUMNS)
        super().__init__(model, _accessible_name, parent)
        model.setParent(self)
        self.callers_model = model
        self._notes = NoteDelegate(self)
        self.setItemDelegate(self._notes)
        self._note_column = model.column_of("note")
        self._words = ""
        self._taking = False
        self._chosen = ""
        self._by_hand = False
        self._coming: tuple[MissedRow, ...] = ()
        self._called: set[str] = set()
        self._hurried: set[str] = set()
        self._sorting = HeaderSort(self, model)
        self._pace = Pace(wall, self)
        self._pace.watch(self.viewport())
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._guard = QTimer(self, singleShot=True, interval=GUARD_MS)
        self._retry.timeout.connect(self._consider)
        self.verticalScrollBar().actionTriggered.connect(self._on_hand)
        self.horizontalHeader().sectionClicked.connect(self._on_hand)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    # in

    @property
    def chosen(self) -> MissedRow | None:
        """The chosen caller's row."""
        return self.callers_model.find(self._chosen) if self._chosen else None

    @property
    def editing(self) -> bool:
        """Whether a note is being written."""
        return self.state() == QAbstractItemView.State.EditingState

    def show_rows(self, rows: Sequence[MissedRow]) -> None:
        """Take `rows` as all there is. Those on screen tell the new at once; they move when no hand is on them."""
        self._coming = tuple(rows)
        self._consider()

    def show_filter(self, accepts: Callable[[MissedRow], bool]) -> None:
        """Show only rows that `accepts` is true for; a chosen one stays chosen while it is shown."""
        self._moving(lambda: self.callers_model.filter_by(accepts))
        self._follow((), self._chosen)

    def show_found(self, accepts: Callable[[MissedRow], bool], *, first: bool) -> None:
        """Show only rows that `accepts` is true for, as the user typed it.

        Args:
            accepts: Who is shown.
            first: Choose the first one, and whoever comes before it later, until the user does something in the list;
                else the chosen one stays chosen.
        """
        self._by_hand = not first
        self.show_filter(accepts)
        if self.callers_model.rowCount():
            place = 0 if first else self.callers_model.place_of(self._chosen)
            self._select(place)
            # Qt lets the scroll bar know of rows that came a moment later, and would not scroll that far.
            self.updateGeometries()
            self.scrollTo(self.callers_model.index(place, 0))

    def show_words(self, words: str) -> None:
        """What stands where no row is."""
        if words != self._words:
            self._words = words
            self.setAccessibleDescription(words)
            self.viewport().update()

    def forget(self) -> None:
        """Show nobody, whatever hand is on the rows: they are another account's, or of other days."""
        self._coming = ()
        self._called.clear()
        self._hurried.clear()
        self._by_hand = False
        self._settle()

    def called(self, tail: str) -> None:
        """The user called this caller: that its row leaves is no surprise."""
        self._by_hand = True
        self._called.add(tail)

    def hurry(self, tail: str) -> None:
        """The user said what becomes of this caller: its row need not wait until no hand is on the rows."""
        self._by_hand = True
        self._hurried.add(tail)

    def choose(self, tail: str) -> bool:
        """Choose a caller and show its row; False when it is filtered out or not known."""
        place = self.callers_model.place_of(tail)
        if place < 0:
            return False
        self._by_hand = True
        self._select(place)
        self.scrollTo(self.callers_model.index(place, 0))
        return True

    def choose_first(self) -> None:
        """Choose the first row when none is chosen."""
        if not self._chosen and self.callers_model.rowCount():
            self._select(0)

    def edit_note(self) -> None:
        """Open the editor in the chosen caller's note."""
        place = self.callers_model.place_of(self._chosen)
        if place >= 0 and not self.editing:
            self._by_hand = True
            self.edit(self.callers_model.index(place, self._note_column))

    def tick_to(self, now: float) -> None:
        """A second has passed."""
        self.callers_model.now = now
        self.tick()

    # moving rows

    def _consider(self) -> None:
        """Show what came: whole when rows may move, else in place, and again a little later."""
        known = self.callers_model
        if not self.editing and (not known.rowCount() or self._pace.may() or self._own_doing()):
            self._settle()
            return
        shown = [row for row in self._coming if known.place_of(row.key) >= 0 and known.find(row.key) != row]
        known.change(shown, reorder=False)
        self._retry.start()
        if any(row.key == self._chosen for row in shown):
            self.chosen_changed.emit()

    def _own_doing(self) -> bool:
        """Whether what came is what the user has just done about a caller."""
        known = self.callers_model
        return any(row.key in self._hurried and known.find(row.key) != row for row in self._coming)

    def _settle(self) -> None:
        self._retry.stop()
        before = [row.key for row in self.callers_model.rows]
        here, was = self._chosen, self.chosen
        self._moving(lambda: self.callers_model.replace(self._coming))
        self._follow(before, here)
        self._hurried.clear()
        if here == self._chosen and was != self.chosen:
            self.chosen_changed.emit()

    def _moving(self, move: Callable[[], None]) -> None:
        """Let rows move; what the view chooses meanwhile is not the user's choice."""
        self._taking = True
        move()
        self._taking = False

    def _follow(self, before: Sequence[Hashable], here: str) -> None:
        """Keep the row that the user has chosen; when it left, choose the one that came after it, else the one before.

        The first row stays chosen until the user has done something here: older callers may come in later.
        """
        place = self.callers_model.place_of(here) if here else -1
        if place >= 0:
            self._select(place if self._by_hand else 0)
            if here != self._chosen:
                self._guard.start()
            return
        if not self.callers_model.rowCount():
            self._moving(self.clearSelection)
            self._choose("")
            return
        ways: Sequence[Hashable] = ()
        if here in before:
            at = before.index(here)
            ways = (*before[at + 1 :], *reversed(before[:at]))
            if here not in self._called | self._hurried:
                self._guard.start()
        places = (self.callers_model.place_of(key) for key in ways)
        self._called.discard(here)
        self._select(next((place for place in places if place >= 0), 0))

    def _select(self, place: int) -> None:
        self._taking = True
        if not self.selectionModel().isRowSelected(place) or self.currentIndex().row() != place:
            self.selectRow(place)
        self._taking = False
        self._choose(self.callers_model.row_at(place).key)

    def _on_selection(self) -> None:
        if self._taking:
            return
        self._by_hand = True
        self._guard.stop()
        self._called.clear()
        rows = self.selectionModel().selectedRows()
        self._choose(self.callers_model.row_at(rows[0].row()).key if rows else "")

    def _on_hand(self) -> None:
        """The user has looked for a place in the list."""
        self._by_hand = True

    def _choose(self, tail: str) -> None:
        if tail != self._chosen:
            self._chosen = tail
            self.chosen_changed.emit()

    # hands

    def edit_text(self, row: Any) -> str:
        """The note as it stands."""
        return str(row.note)

    def edited(self, row: Any, text: str) -> None:
        """A note was written."""
        if text != row.note:
            self.noted.emit(row.key, text)

    def closeEditor(self, editor: QWidget, hint: _STEPS) -> None:
        """Tab keeps the note as Enter does; it opens no other one."""
        stay = hint in {_STEPS.EditNextItem, _STEPS.EditPreviousItem}
        super().closeEditor(editor, _STEPS.NoHint if stay else hint)
        self._consider()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter calls the chosen caller, but none that came to this place a moment ago; Escape goes to the search."""
        self._by_hand = True
        if event.key() == Qt.Key.Key_Escape:
            self.search_asked.emit()
            return
        if event.key() in ENTER and not event.modifiers() and self._guard.isActive():
            self.hesitated.emit()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys of actions here."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Whoever clicks has chosen, also the row that was chosen already."""
        self._by_hand = True
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on the note edits it."""
        column = self.indexAt(event.position().toPoint()).column()
        if column == self._note_column and event.button() is Qt.MouseButton.LeftButton:
            self.edit_note()
            return
        super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse, or by the menu key below the chosen row."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            if self.indexAt(event.pos()).isValid():
                self.menu_wanted.emit(event.globalPos())
        elif self._chosen:
            rect = self.cell_rect(self.callers_model.place_of(self._chosen), 0)
            self.menu_wanted.emit(self.viewport().mapToGlobal(rect.bottomLeft() + QPoint(24, 0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, or words where there are none."""
        super().paintEvent(event)
        if self._ink is None or self.callers_model.rowCount() or not self._words:
            return
        painter = QPainter(self.viewport())
        painter.setPen(self._ink.pens["muted"])
        room = self.viewport().rect().adjusted(24, 12, -24, -12)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value, self._words)
        painter.end()
