"""The actions for the chosen agents as buttons, and who is chosen in words. Actions run elsewhere."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui import plain
from supervisor_gui.ui.widgets.ink import Ink
from supervisor_gui.ui.widgets.key_button import KeyButton


class ActionBar(QFrame):
    """Always there, so that choosing somebody moves nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("actionBar")
        self._ink: Ink | None = None
        self._label = QLabel()
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.buttons: list[KeyButton] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 6, 12, 6)
        self._layout.setSpacing(6)
        self._layout.addWidget(self._label, 1)

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """Show a button for each of `actions`; the first is the one most wanted."""
        for button in self.buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        self.buttons = [KeyButton(action, self, first=number == 0) for number, action in enumerate(actions)]
        for button in self.buttons:
            self._layout.addWidget(button)
            if self._ink is not None:
                button.set_ink(self._ink)

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self._ink = ink
        for button in self.buttons:
            button.set_ink(ink)

    def show_selection(self, labels: Sequence[str], queue: str) -> None:
        """Say who is chosen: the name of one, else the count; and the one queue that is meant."""
        count = len(labels)
        if count == 0:
            text = translate("Board", "Choose agents")
        elif count == 1:
            text = labels[0]
        else:
            text = translate("Board", "%n agent(s) chosen", None, count)
        if labels and queue:
            text += " · " + translate("Board", "only {queue}").format(queue=queue)
        plain.set_plain(self._label, text)
        self._label.setToolTip(plain.tooltip(text))
