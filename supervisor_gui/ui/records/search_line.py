"""Where a number, a name or a unique id is typed. What the text means is decided elsewhere."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui import plain
from supervisor_gui.ui.records.choices import unique_id

LEAST_WIDTH = 210
LONGEST_TEXT = 80


class SearchLine(QLineEdit):
    """The search.

    Signals:
        typed(str): It holds another text.
        rows_wanted(): The user is done with it and wants the rows.
        look_up_wanted(str): A unique id was typed, and Enter pressed.
    """

    typed = Signal(str)
    rows_wanted = Signal()
    look_up_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digits = True
        self.setObjectName("searchLine")
        self.setClearButtonEnabled(True)
        self.setMaxLength(LONGEST_TEXT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(LEAST_WIDTH)
        self.textChanged.connect(self.typed)

    def sizeHint(self) -> QSize:
        """What it can do with; it takes what its line leaves over."""
        return QSize(LEAST_WIDTH, super().sizeHint().height())

    def retranslate(self) -> None:
        """Take today's language."""
        self._name()

    def offer_digits(self, offered: bool) -> None:
        """Whether digits of a number find anything here."""
        if offered is not self._digits:
            self._digits = offered
            self._name()

    def _name(self) -> None:
        if self._digits:
            self.setPlaceholderText(translate("RecordsPage", "Number, name or call id  ( / )"))
            self.setAccessibleName(translate("RecordsPage", "Search calls by number, name or call id"))
            tip = translate(
                "RecordsPage",
                "Any digits of a number, in any form. Any letters of a name, the directory's or the one the PBX tells. "
                "Enter looks a call id up, also at the PBX.",
            )
        else:
            self.setPlaceholderText(translate("RecordsPage", "Name, extension or call id  ( / )"))
            self.setAccessibleName(translate("RecordsPage", "Search calls by name, extension or call id"))
            tip = translate(
                "RecordsPage",
                "Any letters of a name, the directory's or the one the PBX tells; a whole extension. Numbers are "
                "hidden on this seat, so they are not found by their digits. Enter looks a call id up, also at the "
                "PBX.",
            )
        self.setToolTip(plain.tooltip(tip))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears, then leaves; Down and Enter leave; Enter looks a unique id up."""
        key = event.key()
        enter = key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        typed = unique_id(self.text())
        if enter and typed:
            self.look_up_wanted.emit(typed)
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif enter or key in {Qt.Key.Key_Escape, Qt.Key.Key_Down}:
            self.rows_wanted.emit()
        else:
            super().keyPressEvent(event)
