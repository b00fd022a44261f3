"""A row of small buttons of which one is pressed. What they choose between is the caller's."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget


class Pills(QWidget):
    """One choice out of a few.

    Signals:
        chosen(object): The key of the button that the user pressed, though it was pressed already.
    """

    chosen = Signal(object)

    def __init__(self, keys: Sequence[object], kind: str = "pill", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = tuple(keys)
        self._group = QButtonGroup(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        for number, _ in enumerate(self._keys):
            button = pill(kind)
            self._group.addButton(button, number)
            layout.addWidget(button)
        self._group.buttonClicked.connect(self._on_clicked)

    def button(self, key: object) -> QAbstractButton:
        """The button of a key."""
        return self._group.button(self._keys.index(key))

    def name(self, key: object, words: str) -> None:
        """Words of a key's button."""
        button = self.button(key)
        button.setText(words)
        button.setAccessibleName(words)

    def show_chosen(self, key: object) -> None:
        """Press the key's button without telling anybody."""
        self.button(key).setChecked(True)

    def _on_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(self._keys[self._group.id(button)])


def pill(kind: str = "pill", *, checkable: bool = True) -> QToolButton:
    """One button of the page's own looks: a "pill", or a "preset"."""
    button = QToolButton()
    button.setProperty("kind", kind)
    button.setCheckable(checkable)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button
