"""The small questions of the board's actions: which queue, which reason, which number. They send nothing."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from supervisor_gui.i18n import translate
from supervisor_gui.text import clean
from supervisor_gui.ui import plain
from supervisor_gui.ui.denied import denied_words


class QueueChoice(msgspec.Struct, frozen=True):
    """A queue offered in a question: its short name and a remark such as "3 waiting"."""

    name: str
    remark: str = ""

    @property
    def words(self) -> str:
        """Both as they are offered."""
        return clean(self.name) + (f"  ·  {self.remark}" if self.remark else "")


class AddAnswer(msgspec.Struct, frozen=True):
    """What the add question brought."""

    queue: str
    penalty: int
    paused: bool
    reason: str


class NumberAnswer(msgspec.Struct, frozen=True):
    """An external number, its queue and its penalty."""

    number: str
    queue: str
    penalty: int


class Question(QDialog):
    """A small window-modal question with OK and Cancel; Enter is OK.

    Signals:
        answered(object): The answer, once, when OK was chosen.
    """

    answered = Signal(object)

    def __init__(self, parent: QWidget, title: str, explanation: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self._form = QFormLayout()
        self._hint = QLabel(explanation)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        buttons = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        self._buttons = QDialogButtonBox(buttons)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(translate("Dialogs", "OK"))
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(translate("Dialogs", "Cancel"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._hint)
        layout.addLayout(self._form)
        layout.addWidget(self._buttons)
        self.accepted.connect(self._on_accepted)

    def answer(self) -> object:
        """The frozen answer as it stands."""
        raise NotImplementedError

    def _row(self, label: str, widget: QWidget) -> None:
        widget.setAccessibleName(label)
        self._form.addRow(label, widget)

    def _allow(self, yes: bool) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(yes)

    def _on_accepted(self) -> None:
        self.answered.emit(self.answer())


class ReasonQuestion(Question):
    """A break reason in the user's own words."""

    def __init__(self, parent: QWidget, who: str) -> None:
        super().__init__(
            parent,
            translate("Dialogs", "Break with another reason"),
            translate("Dialogs", "For: {who}").format(who=who),
        )
        self._reason = QLineEdit(maxLength=60)
        self._reason.textChanged.connect(self._on_text)
        self._row(translate("Dialogs", "Reason"), self._reason)
        self._allow(yes=False)
        self._reason.setFocus()

    def answer(self) -> str:
        """The reason, trimmed."""
        return self._reason.text().strip()

    def _on_text(self, text: str) -> None:
        self._allow(yes=bool(text.strip()))


class AddQuestion(Question):
    """Which queue the chosen agents are added to; the most troubled one is chosen already."""

    def __init__(
        self,
        parent: QWidget,
        who: str,
        queues: Sequence[QueueChoice],
        reasons: Sequence[str],
        *,
        breaks: bool = True,
    ) -> None:
        """Args.

        parent: The window.
        who: The agents in words.
        queues: To choose from.
        reasons: Usual ones for a break.
        breaks: Whether this seat may send anybody on one.
        """
        super().__init__(
            parent, translate("Dialogs", "Add to queue"), translate("Dialogs", "For: {who}").format(who=who)
        )
        self._queues = QListWidget()
        self._queues.setMaximumHeight(200)
        for queue in queues:
            item = QListWidgetItem(queue.words)
            item.setData(Qt.ItemDataRole.UserRole, queue.name)
            self._queues.addItem(item)
        self._queues.setCurrentRow(0)
        self._queues.itemActivated.connect(self.accept)
        self._penalty = QSpinBox(minimum=0, maximum=99)
        self._paused = QCheckBox(translate("Dialogs", "Start on break"))
        self._paused.toggled.connect(self._on_paused)
        self._paused.setEnabled(breaks)
        self._paused.setToolTip("" if breaks else plain.tooltip(denied_words()))
        self._reason = QComboBox(editable=True)
        self._reason.addItems([clean(reason, 60) for reason in reasons])
        self._reason.setEnabled(False)
        self._row(translate("Dialogs", "Queue"), self._queues)
        self._row(translate("Dialogs", "Penalty (0 rings first)"), self._penalty)
        self._row("", self._paused)
        self._paused.setAccessibleName(self._paused.text())
        self._row(translate("Dialogs", "Reason"), self._reason)
        self._queues.setFocus()

    def answer(self) -> AddAnswer:
        """The chosen queue and how the agents start in it."""
        chosen = [item.data(Qt.ItemDataRole.UserRole) for item in self._queues.selectedItems()]
        paused = self._paused.isChecked()
        return AddAnswer(
            queue=chosen[0] if chosen else "",
            penalty=self._penalty.value(),
            paused=paused,
            reason=self._reason.currentText().strip() if paused else "",
        )

    def _on_paused(self, paused: bool) -> None:
        self._reason.setEnabled(paused)


class NumberQuestion(Question):
    """An external number for a queue, with the PBX's limits told before they are hit."""

    def __init__(self, parent: QWidget, queues: Sequence[QueueChoice], limits: str) -> None:
        super().__init__(parent, translate("Dialogs", "Add an external number"), limits)
        self._number = QLineEdit(placeholderText=translate("Dialogs", "10 digits, for example 5550001122"))
        pattern = QRegularExpression(r"[\d +()\-]{0,20}")
        self._number.setValidator(QRegularExpressionValidator(pattern, self._number))
        self._number.textChanged.connect(self._on_text)
        self._queue = QComboBox()
        for queue in queues:
            self._queue.addItem(queue.words, queue.name)
        self._penalty = QSpinBox(minimum=1, maximum=10)
        self._row(translate("Dialogs", "Number"), self._number)
        self._row(translate("Dialogs", "Queue"), self._queue)
        self._row(translate("Dialogs", "Penalty (1 rings first)"), self._penalty)
        self._allow(yes=False)
        self._number.setFocus()

    def answer(self) -> NumberAnswer:
        """The number as ten digits without 0 or 90 in front."""
        return NumberAnswer(
            number=ten_digits(self._number.text()), queue=self._queue.currentData(), penalty=self._penalty.value()
        )

    def _on_text(self, text: str) -> None:
        self._allow(yes=bool(ten_digits(text)))


class ChoiceQuestion(Question):
    """One of several things by name, for example which queue to leave or which number to remove."""

    def __init__(self, parent: QWidget, title: str, explanation: str, choices: Sequence[tuple[str, object]]) -> None:
        super().__init__(parent, title, explanation)
        self._list = QListWidget()
        for text, value in choices:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, value)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(self.accept)
        self._list.setAccessibleName(title)
        self._form.addRow(self._list)
        self._allow(yes=bool(choices))
        self._list.setFocus()

    def answer(self) -> object:
        """The chosen value."""
        return self._list.currentItem().data(Qt.ItemDataRole.UserRole)


def ten_digits(text: str) -> str:
    """A Turkish number as the PBX wants a member: ten digits without 0; empty when it is none."""
    digits = "".join(char for char in text if char.isascii() and char.isdigit())
    if len(digits) == 12 and digits.startswith("90"):
        digits = digits[2:]
    elif len(digits) == 11 and digits.startswith("0"):
        digits = digits[1:]
    return digits if len(digits) == 10 and digits[0] != "0" else ""
