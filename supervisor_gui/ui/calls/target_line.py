"""A line in which somebody is named, with a list below that is steered from here. It offers and sends nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TargetLine(QLineEdit):
    """Where the target is typed; the list below is steered from here.

    Signals:
        entered(): Enter was pressed; a held key counts once.
        left(): Escape was pressed.
        moved(int): One line down (1) or up (-1).
    """

    entered = Signal()
    left = Signal()
    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Escape and the arrows are the bar's."""
        key = event.key()
        if key in ENTER:
            if not event.isAutoRepeat():
                self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)
