"""The form for a new auto-dial list, checked while it is filled in. It makes no list and chooses no numbers."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from supervisor_gui.autodial.draft import ListDraft, check
from supervisor_gui.i18n import translate
from supervisor_gui.netsantral.types_autodial import ListNumber
from supervisor_gui.ui.campaigns.new_list_fields import CalmWheel, Field
from supervisor_gui.ui.campaigns.new_list_parts import ConnectPart, ListPart, NumbersPart, OutcomePart, PacePart, Part
from supervisor_gui.ui.campaigns.new_list_words import MISSING, reason_words
from supervisor_gui.ui.dialogs.asynchronous import AsyncDialog
from supervisor_gui.ui.dialogs.confirm import ConfirmDialog, Question
from supervisor_gui.ui.dialogs.parts import Notice, plain_label
from supervisor_gui.ui.plain import tooltip

WIDTH, TALLEST = 960, 780
SPARED = 80
"""Of the screen, for the window's title and the system's bars."""


class NewListDialog(AsyncDialog):
    """Stays until its owner says that the list was made. Esc closes it, after a question when something was filled
    in; while it is busy it only hides, so that the window behind it can be used, and comes back with everything typed
    when the list was not made.

    Signals:
        numbers_wanted(): The user wants to choose numbers; `set_numbers` takes them.
        made(object): The ListDraft that the list is to be made of; it has passed `check`.
    """

    numbers_wanted = Signal()
    made = Signal(object)

    def __init__(
        self,
        draft: ListDraft,
        *,
        queues: Sequence[str],
        lines: Sequence[str],
        menus: Sequence[str],
        announcements: Sequence[str],
        today: date,
        taken: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Args.

        draft: What stands in the form at first.
        queues: Short names of the board's queues.
        lines, menus, announcements: Names that are known here; others can be typed.
        today: The PBX's day.
        taken: Names that other lists have.
        parent: The window.
        """
        super().__init__(parent)
        self._today = today
        self._taken = taken
        self._busy = False
        self.question: ConfirmDialog | None = None
        self.list, self.who = ListPart(draft), NumbersPart(draft)
        self.connections = ConnectPart(draft, queues=queues, lines=lines, menus=menus, announcements=announcements)
        self.pace, self.outcomes = PacePart(draft), OutcomePart(draft)
        self.notice, self.missing = Notice(), plain_label(muted=True)
        self.progress = QProgressBar()
        self.go = QPushButton(translate("Campaigns", "&Make the list"))
        self.stop = QPushButton(translate("Campaigns", "&Cancel"))
        self._body = QWidget()
        self._lay_out()
        self._calm = CalmWheel(self)
        self._calm.watch(self._body)
        for part in self._parts:
            part.changed.connect(self._consider)
        self.who.numbers_wanted.connect(self.numbers_wanted)
        self.go.clicked.connect(self.accept)
        self.stop.clicked.connect(self.reject)
        self._consider()
        self._first = self.draft
        self.list.name.setFocus()

    @property
    def draft(self) -> ListDraft:
        """The form as it stands."""
        return ListDraft(**{name: value for part in self._parts for name, value in part.values().items()})

    @property
    def numbers(self) -> tuple[ListNumber, ...]:
        """The numbers that were chosen."""
        return self.who.numbers

    def set_numbers(self, numbers: Sequence[ListNumber], words: str) -> None:
        """Take the numbers that were chosen; `words` say how many they are and what was left out."""
        self.who.set_numbers(numbers, words)

    def show_problem(self, words: str, details: str = "") -> None:
        """Why the list was not made; everything typed is still there."""
        self.busy(busy=False)
        self.notice.tell(translate("Campaigns", "The list was not made."), words, details)
        if self.isHidden():
            self.open()

    def busy(self, busy: bool = True) -> None:
        """Whether the list is being made: nothing can be changed meanwhile."""
        self._busy = busy
        if busy:
            self.notice.hide()
        self.progress.setVisible(busy)
        self._body.setEnabled(not busy)
        self.stop.setText(translate("Campaigns", "Close") if busy else translate("Campaigns", "&Cancel"))
        self.stop.setAccessibleName(self.stop.text().replace("&", ""))
        self._consider()

    def finish(self) -> None:
        """The list was made, or its making is told elsewhere: close."""
        self._busy = False
        if self.question is not None:
            self.question.close()
        super().accept()

    def accept(self) -> None:
        """Enter and the button: hand the draft over when nothing is wrong with it."""
        draft = self.draft
        if not self._busy and not check(draft, self._today, self._taken):
            self.made.emit(draft)

    def reject(self) -> None:
        """Close, after a question when something was filled in.

        While the list is being made hide alone: an answer may take a minute, and a list may have to stop.
        """
        if self._busy:
            self.hide()
        elif self.draft == self._first:
            super().reject()
        elif self.question is None:
            self._ask_first()

    def _ask_first(self) -> None:
        """Whether what was filled in may be thrown away."""
        question = Question(
            translate("Campaigns", "Close without making the list?"),
            translate("Campaigns", "What you filled in is not kept anywhere."),
            translate("Campaigns", "Close the form"),
            translate("Campaigns", "Go on filling in"),
            careful=True,
        )
        self.question = ConfirmDialog(question, self)
        self.question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.question.finished.connect(self._on_answered)
        self.question.open()

    def _on_answered(self, code: int) -> None:
        self.question = None
        if code == QDialog.DialogCode.Accepted.value:
            super().reject()

    @property
    def _parts(self) -> tuple[Part, ...]:
        return self.list, self.who, self.connections, self.pace, self.outcomes

    def _lay_out(self) -> None:
        title = translate("Campaigns", "New auto-dial list")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        columns = QHBoxLayout(self._body)
        columns.setContentsMargins(16, 14, 16, 14)
        columns.setSpacing(14)
        # The keyboard goes down the left column and then down the right one, as widgets are put in.
        for parts in ((self.list, self.who), (self.connections, self.pace, self.outcomes)):
            column = QVBoxLayout()
            column.setSpacing(12)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
            columns.addLayout(column, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._foot())
        self.resize(WIDTH, min(TALLEST, self.screen().availableGeometry().height() - SPARED))

    def _foot(self) -> QWidget:
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.setAccessibleName(translate("Campaigns", "The list is being made"))
        self.progress.hide()
        self.go.setDefault(True)
        self.stop.setAutoDefault(False)
        for button in (self.go, self.stop):
            button.setAccessibleName(button.text().replace("&", ""))
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.missing, 1)
        line.addWidget(self.go)
        line.addWidget(self.stop)
        foot = QWidget()
        layout = QVBoxLayout(foot)
        layout.setContentsMargins(16, 10, 16, 12)
        layout.setSpacing(8)
        for widget in (self.notice, self.progress):
            layout.addWidget(widget)
        layout.addLayout(line)
        return foot

    def _consider(self) -> None:
        """Say below each field what is wrong with it, and at the button what all that is."""
        wrong = check(self.draft, self._today, self._taken)
        named: dict[str, str] = {}
        for field, told in self._told(wrong).items():
            text = "\n".join(reason_words(name, word) for name, word in told.items())
            field.tell(text, wrong=any(word != MISSING for word in told.values()))
            if text:
                named[field.name] = text
        self.go.setEnabled(not wrong and not self._busy)
        self.go.setToolTip(tooltip("\n".join(f"{name}: {text}" for name, text in named.items())))
        asked = translate("Campaigns", "Still to be filled in or put right: {fields}").format(fields=", ".join(named))
        goes_on = translate("Campaigns", "The list is being made. You may close this: how it ends is told anyway.")
        self.missing.setText(goes_on if self._busy else asked if named else "")
        self.go.setAccessibleDescription(self.missing.text())

    def _told(self, wrong: Mapping[str, str]) -> Mapping[Field, Mapping[str, str]]:
        """Every field with what is wrong in it."""
        told: dict[Field, dict[str, str]] = {field: {} for part in self._parts for field in part.fields.values()}
        for part in self._parts:
            for name, field in part.fields.items():
                if name in wrong:
                    told[field][name] = wrong[name]
        return told
