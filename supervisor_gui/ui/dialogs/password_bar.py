"""A bar in the window that takes a new password where the refusal is told. It sends nothing."""

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.text import clean
from supervisor_gui.ui.dialogs.parts import Band, Mark, PasswordField, plain_label


class NewPassword(msgspec.Struct, frozen=True):
    """A password as typed; it never shows in a repr. Empty: try the old one again."""

    password: str

    def __repr__(self) -> str:
        return "NewPassword(***)"


class PasswordPrompt(Band):
    """Hidden until `ask`; Enter sends, Esc puts it away.

    Signals:
        submitted(NewPassword): Try this one.
        dismissed(): The user put the bar away.
    """

    submitted = Signal(object)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passwordBar")
        self._account = ""
        self._title = plain_label(bold=True)
        self._text = plain_label()
        self.field = PasswordField()
        self.field.setMaximumWidth(420)
        self.send = QPushButton()
        self.again = QPushButton()
        self.later = QPushButton()
        self.send.clicked.connect(self._on_send)
        self.field.line.returnPressed.connect(self._on_send)
        self.again.clicked.connect(self._on_again)
        self.later.clicked.connect(self._on_later)
        line = QHBoxLayout()
        line.addWidget(self.field, 1)
        for button in (self.send, self.again, self.later):
            line.addWidget(button)
        line.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(6)
        for widget in (self._title, self._text):
            words.addWidget(widget)
        words.addLayout(line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(10)
        layout.addWidget(Mark("!"), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self.retranslate()
        self.hide()

    def ask(self, account: str, words: str = "", *, blocked: bool = False) -> None:
        """Show the bar.

        Args:
            account: PBX number.
            words: What the refusal means, from `explain`; empty when the user opened the bar.
            blocked: Several refusals came within the hour, so nothing is sent until the user acts.
        """
        self._account = account
        title = translate("Password", "New password for {account}")
        if words:
            title = translate("Password", "The PBX refused the password of {account}; queries have stopped")
        lines = [words]
        if blocked:
            lines.append(
                translate(
                    "Password", "It was refused three times within an hour. Nothing more is sent until you act here."
                )
            )
        self._title.setText(title.format(account=clean(account, 20)))
        self._text.setText("\n".join(clean(line, 600) for line in "\n".join(filter(None, lines)).splitlines()))
        self._text.setVisible(bool(self._text.text()))
        self.again.setVisible(bool(words))
        self._busy(busy=False)
        if self.hasFocus():
            self.take_focus()
        self.setAccessibleName(self._title.text())
        self.show()

    def take_focus(self) -> None:
        """Put the cursor into the field; only when the user asked for the bar."""
        self.field.setFocus()

    def done(self) -> None:
        """The PBX took it: put the bar away and forget what was typed."""
        self.field.forget()
        self._busy(busy=False)
        self.hide()

    def retranslate(self) -> None:
        """Take today's language."""
        self.field.retranslate()
        self.field.line.setPlaceholderText(translate("Password", "New password"))
        self.send.setText(translate("Password", "Use this password"))
        self.again.setText(translate("Password", "Try the old one again"))
        self.later.setText(translate("Password", "Later"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the bar away."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_later()
            return
        super().keyPressEvent(event)

    def _busy(self, *, busy: bool) -> None:
        if busy and self.isAncestorOf(self.window().focusWidget()):
            # A field that is switched off would lose it to nobody, and Esc with it.
            self.setFocus()
        for widget in (self.field, self.send, self.again):
            widget.setEnabled(not busy)

    def _on_send(self) -> None:
        if self.field.text():
            self._submit(self.field.text())
        else:
            self.field.setFocus()

    def _on_again(self) -> None:
        self._submit("")

    def _submit(self, password: str) -> None:
        self._busy(busy=True)
        self.submitted.emit(NewPassword(password))

    def _on_later(self) -> None:
        self.field.forget()
        self.hide()
        self.dismissed.emit()
