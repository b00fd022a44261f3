"""The do-not-call list, looked at and changed: one number by hand, many out of a file. It keeps nothing itself."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from supervisor_gui.autodial.columns import find_columns, has_titles
from supervisor_gui.autodial.preview import Preview, RowMark, preview
from supervisor_gui.autodial.sheets import Sheet
from supervisor_gui.autodial.values import BlockedNumber
from supervisor_gui.i18n import translate
from supervisor_gui.live.numbers import tail
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.dial_numbers import read_number
from supervisor_gui.netsantral.types_numbers import Reading
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui import format as figures
from supervisor_gui.ui.calls.number_field import NumberField
from supervisor_gui.ui.campaigns.do_not_call_table import BlockedTable
from supervisor_gui.ui.campaigns.preview_words import left_out_words, problem_words
from supervisor_gui.ui.campaigns.sheet_source import (
    Read,
    choose_table,
    dropped_file,
    file_reader,
    read_table,
    text_reader,
)
from supervisor_gui.ui.denied import why_denied
from supervisor_gui.ui.dialogs.confirm import ConfirmDialog, Question
from supervisor_gui.ui.dialogs.parts import Notice, plain_label

SIZE = (860, 600)
_LONGEST_NOTE = 200


class DoNotCallDialog(QDialog):
    """What is wished here is shown once whoever keeps the list has it and shows its rows anew.

    Signals:
        add_wanted(object): Numbers are to be put on the list, as tuple[BlockedNumber, ...] without time and user.
        remove_wanted(object): The tails of numbers are to be taken off it, as tuple[str, ...].
    """

    add_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, tasks: Tasks, *, policy: Policy, parent: QWidget | None = None) -> None:
        """Args.

        tasks: Owns the reading of files and the question before a removal.
        policy: Whether this seat sees whole numbers and may change the list.
        parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.resize(*SIZE)
        self._tasks = tasks
        self._policy = policy
        self._run = 0
        self._imported: Preview | None = None
        self.files: QFileDialog | None = None
        self.question: ConfirmDialog | None = None
        self.intro = plain_label()
        self.search = QLineEdit(clearButtonEnabled=True)
        self.table = BlockedTable(policy)
        self.number = NumberField(_read)
        self.note = QLineEdit(maxLength=_LONGEST_NOTE)
        self.notice = Notice()
        self.told = plain_label()
        self.count = plain_label(muted=True)
        self._labels = {self.number: QLabel(), self.note: QLabel()}
        self.add = self._button(self._on_add)
        self.take_in = self._button(self._on_open)
        self.remove = self._button(self._on_remove)
        self.shut = self._button(self.close)
        self._lay_out()
        self.search.textChanged.connect(self._on_search)
        self.number.changed.connect(self._on_number)
        for line in (self.number.line, self.note):
            line.returnPressed.connect(self._on_add)
        self.table.remove_pressed.connect(self._on_remove)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_rights())
        QShortcut(QKeySequence.StandardKey.Paste, self).activated.connect(self._on_paste)
        self.retranslate()
        self.search.setFocus()

    def _button(self, act: Callable[[], object]) -> QPushButton:
        button = QPushButton()
        # Enter belongs to the lines.
        button.setAutoDefault(False)
        button.clicked.connect(lambda *_: act())
        return button

    def _lay_out(self) -> None:
        adding = QHBoxLayout()
        adding.setSpacing(8)
        for field, stretch in ((self.number, 2), (self.note, 3)):
            column = QVBoxLayout()
            column.setSpacing(2)
            label = self._labels[field]
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
            column.addStretch(1)
            adding.addLayout(column, stretch)
        side = QVBoxLayout()
        side.addSpacing(self.fontMetrics().height() + 2)
        side.addWidget(self.add)
        side.addStretch(1)
        adding.addLayout(side)
        bar = QHBoxLayout()
        for button in (self.take_in, self.remove):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.shut)
        self.told.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self.intro)
        layout.addLayout(adding)
        layout.addWidget(self.notice)
        layout.addWidget(self.told)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.count)
        layout.addLayout(bar)

    def show_rows(self, rows: Sequence[BlockedNumber]) -> None:
        """Show the list, newest first."""
        self.table.blocked_model.show_rows(tuple(rows))
        self._say()

    def show_problem(self, title: str, text: str = "", details: str = "") -> None:
        """Tell why a wish was not carried out."""
        self.told.hide()
        self.notice.tell(title, text, details)

    # one number

    def _on_number(self) -> None:
        self.notice.hide()
        number = self.number.number
        if number is not None and not tail(number.wire):
            self.number.tell(translate("Campaigns", "Lists never call such short numbers: none is needed here."))
        self._show_rights()

    def _on_add(self) -> None:
        self.number.look()
        number = self.number.number
        if number is None or not tail(number.wire) or self._policy.why_not("campaigns"):
            return
        self._imported = None
        self._say()
        note = " ".join(self.note.text().split())
        self.add_wanted.emit((BlockedNumber(tail(number.wire), number.shown, note),))
        self.number.line.clear()
        self.note.clear()
        self.number.setFocus()

    def _on_remove(self) -> None:
        chosen = self.table.chosen
        if chosen and self.question is None and not self._policy.why_not("campaigns"):
            self._tasks.spawn("do-not-call: remove", self._removing(tuple(row.tail for row in chosen)))

    async def _removing(self, tails: tuple[str, ...]) -> None:
        count = len(tails)
        question = Question(
            title=translate("Campaigns", "Do-not-call list"),
            text=translate("Campaigns", "Take %n number(s) off the list? Lists may call them again.", None, count),
            yes=translate("Campaigns", "Take off"),
            no=translate("Campaigns", "Cancel"),
            careful=True,
        )
        self.question = ConfirmDialog(question, self)
        agreed = await self.question.ask()
        if isValid(self):
            self.question = None
            if agreed:
                self._imported = None
                self._say()
                self.remove_wanted.emit(tails)

    # many numbers

    def read_file(self, path: str) -> None:
        """Put the numbers of a file on the list."""
        self._begin(file_reader(path))

    def _begin(self, read: Read) -> None:
        if self._policy.why_not("campaigns"):
            return
        self._run += 1
        self.notice.hide()
        self._tasks.spawn("do-not-call: read", self._reading(read, self._run))

    async def _reading(self, read: Read, run: int) -> None:
        sheet = await read_table(read)
        made = await asyncio.to_thread(partial(_looked_at, sheet))
        if not isValid(self) or run != self._run:
            return
        if sheet.problem or not sheet.rows:
            self._imported = None
            self._say()
            self.notice.tell(*problem_words(sheet.problem or "empty"))
            return
        self._imported = made
        self._say()
        numbers = tuple(_blocked(made))
        if numbers:
            self.add_wanted.emit(numbers)

    def _on_open(self) -> None:
        self.files = choose_table(self, self.read_file)

    def _on_paste(self) -> None:
        self._take(QGuiApplication.clipboard().mimeData().text(), dropped_file(QGuiApplication.clipboard().mimeData()))

    def _take(self, text: str, path: str) -> None:
        if path:
            self.read_file(path)
        elif text.strip():
            self._begin(text_reader(text))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and text are welcome."""
        if dropped_file(event.mimeData()) or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        event.acceptProposedAction()
        self._take(event.mimeData().text(), dropped_file(event.mimeData()))

    # what is shown

    def _on_search(self, text: str) -> None:
        self.table.blocked_model.find(text)
        self._say()

    def _say(self) -> None:
        """Write what stands there in words."""
        model = self.table.blocked_model
        total, shown = figures.count(model.total), figures.count(model.rowCount())
        words = translate("Campaigns", "Numbers: {n}") if total == shown else translate("Campaigns", "{m} of {n}")
        self.count.setText(words.format(n=total, m=shown))
        self.told.setVisible(self._imported is not None)
        if self._imported is not None:
            self.told.setText(_imported_words(self._imported))
        self._show_rights()

    def _show_rights(self) -> None:
        denied = bool(self._policy.why_not("campaigns"))
        number = self.number.number
        self.add.setEnabled(not denied and number is not None and bool(tail(number.wire)))
        self.take_in.setEnabled(not denied)
        self.remove.setEnabled(not denied and self.table.selectionModel().hasSelection())
        for field in (self.number, self.note):
            field.setEnabled(not denied)

    def done(self, result: int) -> None:
        """Every way out ends the reading."""
        self._run += 1
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        """Qt tells that the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Take today's language."""
        title = translate("Campaigns", "Do-not-call list")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        intro = translate(
            "Campaigns",
            "Numbers that are never sent to an auto-dial list from here. Several at once: paste them, drop a file on "
            "this window, or choose one.",
        )
        denied = why_denied(self._policy, "campaigns")
        self.intro.setText(f"{intro} {denied}".strip())
        self._labels[self.number].setText(translate("Campaigns", "Number"))
        self._labels[self.note].setText(translate("Campaigns", "Why (may stay empty)"))
        self.number.line.setAccessibleName(translate("Campaigns", "Number that no list may call"))
        self.note.setAccessibleName(translate("Campaigns", "Why it may not be called"))
        self.search.setPlaceholderText(translate("Campaigns", "Find"))
        self.search.setAccessibleName(translate("Campaigns", "Find by number, note or user"))
        for button, words in (
            (self.add, translate("Campaigns", "Add")),
            (self.take_in, translate("Campaigns", "From a file…")),
            (self.remove, translate("Campaigns", "Take off the list")),
            (self.shut, translate("Campaigns", "Close")),
        ):
            button.setText(words)
            button.setAccessibleName(words)
        self.table.retranslate()
        self._say()


def _no_extension(_digits: str) -> bool:
    return False


def _read(text: str) -> Reading:
    return read_number(text, is_extension=_no_extension)


def _looked_at(sheet: Sheet) -> Preview:
    columns = find_columns(sheet)
    titles = has_titles(sheet, columns)
    return preview(sheet, columns, titles=titles, in_list=frozenset(), blocked=frozenset())


def _blocked(made: Preview) -> Sequence[BlockedNumber]:
    """The numbers of a file; a name beside one is its note."""
    return [
        BlockedNumber(tail(row.number), row.shown, "" if row.name == row.number else row.name)
        for row in made.rows
        if row.mark is RowMark.GOOD
    ]


def _imported_words(made: Preview) -> str:
    """How many numbers a file had, and what was none."""
    count = len(made.good)
    taken = (
        translate("Campaigns", "%n number(s) found", None, count)
        if count
        else translate("Campaigns", "No number was found")
    )
    left_out = left_out_words(made.counts)
    return f"{taken}: {left_out}." if left_out else f"{taken}."
