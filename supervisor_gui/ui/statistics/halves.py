"""Picture and table, one above the other, and how they share the height until the user decides it. It fills neither."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from supervisor_gui.ui.statistics.table_view import TablePanel

PICTURE, TABLE = 13, 7
"""Of the height, where there is plenty."""

ENOUGH = 290
"""Pixels of the picture before the table gets more than it needs at the least."""


class Halves(QSplitter):
    """A picture above a table; what is between them can be moved."""

    def __init__(self, picture: QWidget, table: TablePanel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._table = table
        self._moved = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(8)
        self.addWidget(picture)
        self.addWidget(table)
        self.setStretchFactor(0, PICTURE)
        self.setStretchFactor(1, TABLE)
        self.splitterMoved.connect(self._on_moved)
        table.filled.connect(self._share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share another height; once moved by the user, what is between them stays in its place."""
        super().resizeEvent(event)
        self._share()

    def event(self, event: QEvent) -> bool:
        """Share anew when one of them needs more than before."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._share()
        return done

    def _share(self) -> None:
        if not self._moved:
            room = self.height() - self.handleWidth()
            self.setSizes(list(shared(room, self._table.minimumHeight(), self._table.whole_height())))

    def _on_moved(self, *_: int) -> None:
        self._moved = True


def shared(room: int, least: int, whole: int = 0) -> tuple[int, int]:
    """Pixels of picture and table out of `room`; the table gets `least` of them in any case.

    A table of few rows wants the `whole` of them, no more and no less; of others it is 0.
    """
    table = max(least, min(whole or room * TABLE // (PICTURE + TABLE), room - ENOUGH))
    return max(0, room - table), table
