"""Fields of the call dialog: a number with what it means below it, and a name out of the portal. They send nothing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.live.dial_memory import PortalName
from supervisor_gui.netsantral.types_numbers import Dialled, NumberKind, Reading
from supervisor_gui.text import clean
from supervisor_gui.ui.calls.number_words import kind_words, refusal_words
from supervisor_gui.ui.dialogs.parts import plain_label

PAUSE_MS = 120
"""So long after the last key a number is read: typing must not wait for it."""


class NumberField(QWidget):
    """An outside number.

    Signals:
        changed(): What it means is another thing now.
    """

    changed = Signal()

    def __init__(self, read: Callable[[str], Reading], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._number: Dialled | None = None
        self._meaning = ""
        self.line = QLineEdit(maxLength=60)
        self.words = plain_label(muted=True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.line.textChanged.connect(self._on_text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.line)
        layout.addWidget(self.words)
        self.setFocusProxy(self.line)

    @property
    def number(self) -> Dialled | None:
        """The number, None while there is none that can be called."""
        return self._number

    def look(self) -> None:
        """Read what stands there now."""
        self._pause.stop()
        text = self.line.text().strip()
        reading = self._read(text) if text else Reading()
        outside = [choice for choice in reading.choices if choice.kind is not NumberKind.EXTENSION]
        self._number = outside[0] if outside else None
        self._meaning = _meaning(self._number, reading)
        self.tell()
        self.changed.emit()

    def tell(self, instead: str = "") -> None:
        """Write below the line what the number is, or something that matters more."""
        self.words.setText(instead or self._meaning)
        self.line.setAccessibleDescription(self.words.text())

    def _on_text(self) -> None:
        self._number, self._meaning = None, ""
        self.tell()
        self._pause.start()
        self.changed.emit()


def _meaning(number: Dialled | None, reading: Reading) -> str:
    if number is not None:
        return f"{kind_words(number)}  ·  {clean(number.shown, 40)}"
    if reading.choices:
        return translate("CallDialog", "An extension cannot be called this way, only outside numbers.")
    return refusal_words(reading.refused)


class NameField(QWidget):
    """A name that lies in the portal: typed once, offered later; one that the PBX refused is marked.

    Signals:
        changed(): Another name stands there.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[PortalName, ...] = ()
        self.box = QComboBox(editable=True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.words = plain_label(muted=True)
        self.words.hide()
        self.box.currentTextChanged.connect(self._on_text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.box)
        layout.addWidget(self.words)
        self.setFocusProxy(self.box)

    def set_names(self, names: Sequence[PortalName], chosen: str = "") -> None:
        """Offer these names; `chosen` stands in the field."""
        self._names = tuple(names)
        self.box.clear()
        for name in names:
            # What is typed and what is chosen is the same text: names are sent as they stand there.
            self.box.addItem(name.name)
        self.box.setCurrentText(chosen)
        self._on_text()

    def value(self) -> str:
        """The name, trimmed."""
        return self.box.currentText().strip()

    def _on_text(self, *_: object) -> None:
        refused = any(name.refused and name.name == self.value() for name in self._names)
        self.words.setText(translate("CallDialog", "The PBX refused this name the last time.") if refused else "")
        self.words.setVisible(refused)
        self.box.setAccessibleDescription(self.words.text())
        self.changed.emit()
