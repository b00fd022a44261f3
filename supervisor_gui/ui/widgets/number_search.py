"""Where digits of a number or letters of a name are typed. It searches nothing; its words are its owner's."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

LEAST_WIDTH = 190
LONGEST_TEXT = 80


class NumberSearch(QLineEdit):
    """The field.

    Signals:
        rows_wanted(): The user is done with it and wants the rows.
    """

    rows_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchLine")
        self.setClearButtonEnabled(True)
        self.setMaxLength(LONGEST_TEXT)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """What it can do with; it takes what its line leaves over."""
        return QSize(LEAST_WIDTH, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears, then leaves; Down and Enter leave."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in {Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.rows_wanted.emit()
        else:
            super().keyPressEvent(event)
