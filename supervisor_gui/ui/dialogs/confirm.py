"""One yes-or-no question with words on its buttons. It does nothing with the answer."""

import msgspec
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from supervisor_gui.text import clean
from supervisor_gui.ui.dialogs.asynchronous import AsyncDialog
from supervisor_gui.ui.dialogs.parts import plain_label


class Question(msgspec.Struct, frozen=True):
    """A question.

    Attributes:
        title: The question in a few words: the window's title, and the first line, for a title may be cut and a
            sheet of macOS has none.
        text: What depends on it.
        yes, no: What the buttons do, as verbs.
        careful: Enter means no.
    """

    title: str
    text: str
    yes: str
    no: str
    careful: bool = False


class ConfirmDialog(AsyncDialog):
    """Shows a question; Esc means no."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(question.title)
        self.setAccessibleName(question.title)
        self.setMinimumWidth(420)
        title = plain_label(clean(question.title, 200), bold=True)
        text = plain_label("\n".join(clean(line, 2000) for line in question.text.splitlines()))
        self.yes = QPushButton(question.yes)
        self.no = QPushButton(question.no)
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.yes)
        buttons.addWidget(self.no)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(16)
        layout.addWidget(title)
        layout.addWidget(text)
        layout.addLayout(buttons)
        chosen = self.no if question.careful else self.yes
        chosen.setDefault(True)
        chosen.setFocus()
