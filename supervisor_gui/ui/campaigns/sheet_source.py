"""Ways in for tables of numbers: a file chosen, dropped or pasted, and pasted text. It makes nothing of them."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from supervisor_gui.autodial.sheet_values import MOST_BYTES
from supervisor_gui.autodial.sheets import Sheet, read_pasted, read_sheet
from supervisor_gui.i18n import translate

PAUSE_MS = 300
"""So long after the last key a text is read."""

MOST_SHOWN = 20_000
"""Letters that are pasted into the field; more would hold the window up, and nobody edits them there."""

Read = Callable[[], Sheet]


def file_reader(path: str) -> Read:
    """Reads the table in the file at `path`; for a thread of its own."""

    def read() -> Sheet:
        file = Path(path)
        try:
            # A pipe that nobody writes to would hold the thread, and with it the end of the program, for ever.
            if not file.is_file():
                return Sheet((), "unreadable")
            with file.open("rb") as opened:
                data = opened.read(MOST_BYTES + 1)
        except OSError:
            return Sheet((), "unreadable")
        return Sheet((), "too_big") if len(data) > MOST_BYTES else read_sheet(data, file.name)

    return read


def text_reader(text: str) -> Read:
    """Reads the table in pasted text; for a thread of its own."""
    return lambda: read_pasted(text)


async def read_table(read: Read) -> Sheet:
    """Let a thread read."""
    return await asyncio.to_thread(read)


def dropped_file(data: QMimeData) -> str:
    """The path of the first local file in what was dropped or pasted, empty for none."""
    return next((url.toLocalFile() for url in data.urls() if url.isLocalFile()), "")


def choose_table(parent: QWidget, then: Callable[[str], None]) -> QFileDialog:
    """Open a window in which a file is chosen; `then` gets its path."""
    dialog = QFileDialog(parent, translate("Campaigns", "Numbers from a file"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(
        [
            translate("Campaigns", "Tables (*.csv *.tsv *.txt *.xlsx *.xlsm)"),
            translate("Campaigns", "All files (*)"),
        ]
    )
    dialog.fileSelected.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


class PasteField(QPlainTextEdit):
    """Numbers typed or pasted; a file that is pasted or dropped on it is not written out but handed on.

    Signals:
        typed(str): What stands there now, a moment after the last change; not told of `show_nothing`.
        much_pasted(str): A text too long to stand there, in the place of all that came before.
        file_given(str): A file's path.
    """

    typed = Signal(str)
    much_pasted = Signal(str)
    file_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._pause.start)

    def paste_instead(self, data: QMimeData) -> None:
        """Put what was copied in the place of what stands there."""
        self.selectAll()
        self.insertFromMimeData(data)

    def show_nothing(self) -> None:
        """Empty the field: the numbers come from elsewhere."""
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)
        self._pause.stop()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text and files."""
        return bool(dropped_file(source)) or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop."""
        path, text = dropped_file(source), source.text()
        if path:
            self.file_given.emit(path)
        elif len(text) > MOST_SHOWN:
            self.show_nothing()
            self.much_pasted.emit(text)
        elif text:
            self.insertPlainText(text)

    def _tell(self) -> None:
        self.typed.emit(self.toPlainText())
