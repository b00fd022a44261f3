"""Asks whether everything about a number is to be deleted, waits for it, and tells what is left. It deletes nothing."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from supervisor_gui.errors import KnownError
from supervisor_gui.i18n import translate
from supervisor_gui.tasks import Tasks
from supervisor_gui.text import clean
from supervisor_gui.ui.dialogs.asynchronous import AsyncDialog
from supervisor_gui.ui.dialogs.parts import LONGEST_WORDS, Notice, plain_label

WIDTH = 520


class ForgetNumberDialog(AsyncDialog):
    """`await dialog.ask()` is true once the number was deleted and the user has read what is left.

    The last two digits are typed, so that no key or click that was meant for something else deletes anything; a seat
    that sees masked numbers sees those two.
    """

    def __init__(
        self,
        shown: str,
        digits: str,
        work: Callable[[], Awaitable[tuple[str, ...]]],
        tasks: Tasks,
        *,
        warning: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Args.

        shown: The number as this seat may see it.
        digits: Its last two digits.
        work: Deletes; returns the closing paragraphs, or raises a KnownError when nothing was deleted.
        tasks: Owns the work.
        warning: What the user must know before, empty for nothing.
        parent: The window.
        """
        super().__init__(parent)
        self._digits = digits
        self._work = work
        self._tasks = tasks
        self._busy = False
        self._done = False
        title = translate("Forget", "Delete everything about this number")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(WIDTH)
        self.number = plain_label(clean(shown, 40), bigger=True)
        self.about = plain_label(_about())
        self.notice = Notice()
        self.asked = plain_label(translate("Forget", "To go on, type the last two digits of the number:"))
        self.typed = QLineEdit()
        self.progress = QProgressBar()
        self.words = plain_label()
        self.cancel = QPushButton(translate("Forget", "Cancel"))
        self.delete = QPushButton(translate("Forget", "Delete for good"))
        self._lay_out()
        if warning:
            self.notice.tell(translate("Forget", "Before you delete"), warning)
        self.typed.textChanged.connect(self._on_typed)
        self.delete.clicked.connect(self._on_delete)
        self.cancel.clicked.connect(self.reject)
        self.typed.setFocus()

    def _lay_out(self) -> None:
        self.asked.setBuddy(self.typed)
        self.typed.setAccessibleName(self.asked.text())
        self.typed.setMaxLength(2)
        self.typed.setFixedWidth(72)
        self.typed.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,2}"), self.typed))
        self.typed.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.setAccessibleName(translate("Forget", "Deleting"))
        self.progress.hide()
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.hide()
        self.delete.setEnabled(False)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.cancel, self.delete):
            button.setAutoDefault(False)  # Enter in the field does neither
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        for widget in (self.number, self.about, self.notice, self.asked, self.typed, self.progress, self.words):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addLayout(buttons)

    def reject(self) -> None:
        """Close, but not in the middle of a deletion; after it there is nothing to refuse."""
        if self._done:
            self.accept()
        elif not self._busy:
            super().reject()

    def _on_typed(self, text: str) -> None:
        self.delete.setEnabled(text == self._digits and not self._busy)

    def _on_delete(self) -> None:
        self._show_busy(busy=True)
        self.notice.hide()
        self._tasks.spawn("delete a number", self._run())

    async def _run(self) -> None:
        try:
            told = await self._work()
        except KnownError as error:
            if isValid(self):
                self._show_busy(busy=False)
                self.notice.tell(
                    translate("Forget", "Nothing was deleted from the history."), str(error), error.details
                )
                self.typed.setFocus()
        except BaseException:
            # A fault of ours is told by the tasks' owner; the dialog must not stay closed for ever.
            if isValid(self):
                self._show_busy(busy=False)
            raise
        else:
            if isValid(self):
                self._show_done(told)

    def _show_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.progress.setVisible(busy)
        self.typed.setEnabled(not busy)
        self.cancel.setEnabled(not busy)
        self.delete.setEnabled(not busy and self.typed.text() == self._digits)

    def _show_done(self, told: tuple[str, ...]) -> None:
        self._show_busy(busy=False)
        self._done = True
        for widget in (self.about, self.asked, self.typed, self.delete):
            widget.hide()
        self.words.setText("\n\n".join(clean(paragraph, LONGEST_WORDS) for paragraph in told))
        self.words.show()
        self.setAccessibleDescription(self.words.text())
        self.cancel.setText(translate("Forget", "Close"))
        self.cancel.setDefault(True)
        self.cancel.setFocus()
        self.adjustSize()


def _about() -> str:
    return translate(
        "Forget",
        "All its call records, saved recordings, notes, names, recent and favourite entries on this computer are "
        "deleted, for every profile, and its digits in lists, in the audit and in logs. Counted statistics stay. What "
        "lies at Netgsm stays, and so do files that were exported or saved elsewhere. This cannot be undone.",
    )
