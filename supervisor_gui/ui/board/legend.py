"""The states with their counts: it explains the shapes and is the filter. It does not filter by itself."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui import plain
from supervisor_gui.ui.board.agent_rows import LEGEND
from supervisor_gui.ui.board.context import state_word
from supervisor_gui.ui.format import NONE
from supervisor_gui.ui.widgets.ink import Ink
from supervisor_gui.ui.widgets.marks import Mark
from supervisor_gui.ui.widgets.state_button import StateButton


class Legend(QWidget):
    """One button a state; none pressed shows all.

    Signals:
        changed(): Other states are wanted.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[Mark, int | None] = {}
        self.buttons: dict[Mark, StateButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for mark in LEGEND:
            button = StateButton(mark, self)
            button.toggled.connect(self._on_toggled)
            self.buttons[mark] = button
            layout.addWidget(button)

    @property
    def chosen(self) -> frozenset[Mark]:
        """The states whose agents are wanted; empty for all."""
        return frozenset(mark for mark, button in self.buttons.items() if button.isChecked())

    def clear(self) -> None:
        """Want all states."""
        for button in self.buttons.values():
            button.setChecked(False)

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        for button in self.buttons.values():
            button.set_ink(ink)

    def show_counts(self, counts: Mapping[Mark, int]) -> None:
        """How many agents each state has; a state that is not among them is not known."""
        for mark in self.buttons:
            count = counts.get(mark)
            if count != self._counts.get(mark, -1):
                self._counts[mark] = count
                self._label(mark)

    def retranslate(self) -> None:
        """Take today's language."""
        for mark in self.buttons:
            self._label(mark)

    def _label(self, mark: Mark) -> None:
        button, count = self.buttons[mark], self._counts.get(mark)
        button.show_state(state_word(mark), count)
        told = translate("Board", "{state}: {n}. Press to show only these.")
        name = told.format(state=state_word(mark), n=NONE if count is None else count)
        button.setAccessibleName(name)
        button.setToolTip(plain.tooltip(name))
        if mark is Mark.OTHER:
            button.setVisible(bool(count) or button.isChecked())

    def _on_toggled(self) -> None:
        self.changed.emit()
