"""Numbers for a list, from a file or pasted: each is shown with what becomes of it, then taken over. It sends none."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from supervisor_gui.autodial.columns import Columns, column_titles, find_columns, has_titles
from supervisor_gui.autodial.preview import Preview, preview, tails_of
from supervisor_gui.autodial.sheets import Sheet
from supervisor_gui.errors import KnownError
from supervisor_gui.i18n import translate
from supervisor_gui.live.policy import Policy
from supervisor_gui.tasks import Tasks
from supervisor_gui.text import clean
from supervisor_gui.ui.campaigns.column_chooser import ColumnChooser
from supervisor_gui.ui.campaigns.preview_table import PartBar, PreviewTable
from supervisor_gui.ui.campaigns.preview_words import problem_words, summary_words, untold_words
from supervisor_gui.ui.campaigns.sheet_source import (
    PasteField,
    Read,
    choose_table,
    dropped_file,
    file_reader,
    read_table,
    text_reader,
)
from supervisor_gui.ui.dialogs.parts import Notice, plain_label

SIZE = (1000, 640)
EXAMPLE = "0555 000 00 01"
SMALL_FIELD = 76
"""Height of the field for pasting once there is something to look at."""
ANY_HEIGHT = (1 << 24) - 1
"""Qt's word for no greatest height."""

Blocked = Callable[[frozenset[str]], Awaitable[frozenset[str]]]


class NumbersDialog(QDialog):
    """Three ways in: pasted, chosen as a file, dropped. What comes later takes the place of what came before.

    Signals:
        chosen(object, str): The numbers taken over, as tuple[ListNumber, ...], and the sentence that was told of them.
    """

    chosen = Signal(object, str)

    def __init__(
        self,
        tasks: Tasks,
        *,
        title: str,
        in_list: frozenset[str],
        untold: bool = False,
        blocked: Blocked,
        policy: Policy,
        chunk: int,
        seconds_each: float,
        parent: QWidget | None = None,
    ) -> None:
        """Args.

        tasks: Owns the reading.
        title: What the numbers are for.
        in_list: Numbers that the list has already, as `national_number`.
        untold: The PBX has not told the list's numbers yet, so that most of them are missing in `in_list`.
        blocked: Tells which of some tails stand on the do-not-call list; raises StoreError.
        policy: Whether this seat sees whole numbers.
        chunk: How many numbers go in one request.
        seconds_each: Seconds from one such request to the next.
        parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setWindowTitle(clean(title))
        self.setAccessibleName(clean(title))
        self.resize(*SIZE)
        self._tasks = tasks
        self._in_list = in_list
        self._untold = untold
        self._blocked = blocked
        self._chunk = chunk
        self._seconds_each = seconds_each
        self._run = 0
        self._busy = False
        self._source = ""
        self._sheet: Sheet | None = None
        self._made: Preview | None = None
        self.files: QFileDialog | None = None
        self.intro = plain_label()
        self.source = plain_label(muted=True)
        self.open_file = QPushButton()
        self.paste = PasteField()
        self.notice = Notice()
        self.chooser = ColumnChooser()
        self.wrong_first = QCheckBox()
        self.parts = PartBar()
        self.table = PreviewTable(policy)
        self.summary = plain_label(bold=True)
        self.cancel = QPushButton()
        self.take = QPushButton()
        self.body = QWidget()
        self._lay_out()
        self._connect()
        self._show_nothing()
        self.retranslate()
        self.paste.setFocus()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.open_file)
        top.addWidget(self.source, 1)
        choosing = QHBoxLayout()
        choosing.addWidget(self.chooser, 1)
        choosing.addWidget(self.wrong_first)
        inner = QVBoxLayout(self.body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addLayout(choosing)
        inner.addWidget(self.parts)
        inner.addWidget(self.table, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.take)
        self.open_file.setAutoDefault(False)
        self.cancel.setAutoDefault(False)
        self.take.setDefault(True)
        self.wrong_first.setChecked(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self.intro)
        layout.addLayout(top)
        layout.addWidget(self.paste, 1)
        layout.addWidget(self.notice)
        layout.addWidget(self.body, 1)
        layout.addWidget(self.summary)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.open_file.clicked.connect(self._on_open)
        self.paste.typed.connect(self._on_typed)
        self.paste.much_pasted.connect(self._on_much_pasted)
        self.paste.file_given.connect(self.read_file)
        self.chooser.changed.connect(self._on_columns)
        self.parts.chosen.connect(self._show_rows)
        self.wrong_first.toggled.connect(self._show_rows)
        self.cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self.accept)
        # The field takes the keys itself while it has the keyboard.
        QShortcut(QKeySequence.StandardKey.Paste, self).activated.connect(self._on_paste)

    # ways in

    def read_file(self, path: str) -> None:
        """Show what is in a file."""
        self.paste.show_nothing()
        self._source = path.rpartition("/")[2]
        self._begin(file_reader(path))

    def _on_open(self) -> None:
        self.files = choose_table(self, self.read_file)

    def _on_paste(self) -> None:
        self.paste.paste_instead(QGuiApplication.clipboard().mimeData())

    def _on_typed(self, text: str) -> None:
        self._source = ""
        if text.strip():
            self._begin(text_reader(text))
        else:
            self._show_nothing()

    def _on_much_pasted(self, text: str) -> None:
        self._source = translate("Campaigns", "Pasted")
        self._begin(text_reader(text))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and text are welcome anywhere on the window."""
        if dropped_file(event.mimeData()) or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        event.acceptProposedAction()
        self.paste.paste_instead(event.mimeData())

    # reading

    def _begin(self, read: Read) -> None:
        self._sheet = None
        self._start("numbers: read", partial(self._reading, read))

    def _on_columns(self) -> None:
        if self._sheet is not None:
            self._start("numbers: look", partial(self._looking, self._sheet))

    def _start(self, name: str, work: Callable[[int], Coroutine[Any, Any, None]]) -> None:
        """Do `work`; what was under way before is forgotten when it ends."""
        self._run += 1
        self._made = None
        self._busy = True
        self.notice.hide()
        self._say()
        self._tasks.spawn(name, work(self._run))

    def _stale(self, run: int) -> bool:
        return not isValid(self) or run != self._run

    async def _reading(self, read: Read, run: int) -> None:
        sheet = await read_table(read)
        columns, first_is_titles, titles = await asyncio.to_thread(_found, sheet)
        if self._stale(run):
            return
        if sheet.problem or not sheet.rows:
            self._show_nothing()
            self.notice.tell(*problem_words(sheet.problem or "empty"))
            return
        self._sheet = sheet
        self.chooser.show_columns(titles, columns, first_is_titles=first_is_titles)
        await self._looking(sheet, run)

    async def _looking(self, sheet: Sheet, run: int) -> None:
        columns, titles = self.chooser.columns, self.chooser.first_is_titles
        try:
            blocked = await self._blocked(await asyncio.to_thread(tails_of, sheet, columns))
        except KnownError as error:
            if not self._stale(run):
                self._show_nothing()
                title = translate("Campaigns", "The do-not-call list cannot be read, so no numbers are taken.")
                self.notice.tell(title, str(error), error.details)
            return
        made = await asyncio.to_thread(
            partial(preview, sheet, columns, titles=titles, in_list=self._in_list, blocked=blocked)
        )
        if not self._stale(run):
            self._show(made)

    # what is shown

    def _show(self, made: Preview) -> None:
        self._made = made
        self._busy = False
        self.paste.setMaximumHeight(SMALL_FIELD)
        self.body.show()
        self.parts.show_preview(made)
        self._show_rows()
        self._say()

    def _show_nothing(self) -> None:
        """There are no numbers."""
        self._run += 1
        self._sheet = self._made = None
        self._busy = False
        self.paste.setMaximumHeight(ANY_HEIGHT)
        self.body.hide()
        self.notice.hide()
        self._say()

    def _show_rows(self) -> None:
        if self._made is not None:
            shown = self.parts.rows_of(self._made, wrong_first=self.wrong_first.isChecked())
            self.table.preview_model.show_rows(shown)

    def _say(self) -> None:
        """Write what stands there in words."""
        count = len(self._made.good) if self._made is not None else 0
        self.source.setText(clean(self._source, 120))
        self.summary.setText(self._summary())
        self.take.setEnabled(bool(count))
        self.take.setText(
            translate("Campaigns", "Take over %n number(s)", None, count)
            if count
            else translate("Campaigns", "Take over numbers")
        )
        self.take.setAccessibleName(self.take.text())
        self.take.setAccessibleDescription(self.summary.text())

    def _summary(self) -> str:
        if self._made is None:
            return translate("Campaigns", "Reading…") if self._busy else ""
        if self._made.columns.number < 0:
            return translate("Campaigns", "Choose the column with the numbers.")
        words = summary_words(self._made, self._chunk, self._seconds_each)
        return f"{words} {untold_words()}" if self._untold else words

    def accept(self) -> None:
        """Take the numbers over."""
        made, summary = self._made, self.summary.text()
        if made is not None and made.good:
            super().accept()
            self.chosen.emit(made.good, summary)

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
        self.intro.setText(
            translate(
                "Campaigns",
                "Paste numbers, one a line, with names beside them if there are any; or drop a file on this window, or "
                "choose one: CSV or XLSX, up to 20 MB and 100,000 rows.",
            )
        )
        self.open_file.setText(translate("Campaigns", "Open file…"))
        self.open_file.setAccessibleName(translate("Campaigns", "Open a file with numbers"))
        self.paste.setPlaceholderText(EXAMPLE)
        self.paste.setAccessibleName(translate("Campaigns", "Numbers, typed or pasted"))
        self.wrong_first.setText(translate("Campaigns", "Those not sent first"))
        self.wrong_first.setAccessibleName(self.wrong_first.text())
        self.cancel.setText(translate("Campaigns", "Cancel"))
        self.cancel.setAccessibleName(self.cancel.text())
        self.chooser.retranslate()
        self.parts.retranslate()
        self.table.retranslate()
        self._say()


def _found(sheet: Sheet) -> tuple[Columns, bool, tuple[str, ...]]:
    """The columns of a table as they look, whether its first line is titles, and the columns' titles."""
    columns = find_columns(sheet)
    return columns, has_titles(sheet, columns), column_titles(sheet)
