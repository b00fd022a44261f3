"""What can be done about the chosen caller: words and buttons. It does nothing itself."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui import plain
from supervisor_gui.ui.missed.rows import MissedRow
from supervisor_gui.ui.missed.words import JOINT
from supervisor_gui.ui.widgets.ink import Ink
from supervisor_gui.ui.widgets.key_button import KeyButton
from supervisor_gui.ui.widgets.shrinking_label import ShrinkingLabel


class CallerBar(QFrame):
    """Always there, so that choosing a caller moves nothing."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("actionBar")
        self.label = ShrinkingLabel()
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.buttons = [KeyButton(action, self, first=number == 0) for number, action in enumerate(actions)]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(6)
        layout.addWidget(self.label, 1)
        for button in self.buttons:
            layout.addWidget(button)

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        for button in self.buttons:
            button.set_ink(ink)

    def show_caller(self, row: MissedRow | None) -> None:
        """Say who is chosen."""
        words = translate("MissedPage", "Nobody is chosen")
        if row is not None:
            words = JOINT.join(part for part in (row.label, row.queue, row.state) if part)
        plain.set_plain(self.label, words)
        self.label.setToolTip(plain.tooltip(words))
