"""Names for extensions and numbers in one table, edited in place. Files are read and written by the caller."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from supervisor_gui.i18n import translate
from supervisor_gui.live.directory import Directory
from supervisor_gui.live.directory_csv import MOST_LETTERS
from supervisor_gui.live.numbers import party_key
from supervisor_gui.live.ports import DirectoryEntry
from supervisor_gui.text import clean, fold
from supervisor_gui.ui.dialogs.parts import plain_label
from supervisor_gui.ui.plain import tooltip

NUMBER, NAME, TEAM, REMARK = range(4)
_KEY = Qt.ItemDataRole.UserRole
_STORED = Qt.ItemDataRole.UserRole + 1


class DirectoryTable(QTableWidget):
    """The rows. What is right is taken over at once; what is not stays in its row and says why.

    Signals:
        add_pressed(): Ins was pressed.
    """

    add_pressed = Signal()

    def __init__(self, directory: Directory, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self._directory = directory
        self._filter = ""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setVisible(False)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in ((NUMBER, 140), (NAME, 210), (TEAM, 130)):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setSectionResizeMode(REMARK, QHeaderView.ResizeMode.Stretch)
        self.setWordWrap(False)
        self.itemChanged.connect(self._on_changed)
        self.fill()

    def fill(self) -> None:
        """Show the directory as it is; rows that are not right yet stay at the end."""
        wrong = [(self._key(row), self._entry(row)) for row in range(self.rowCount()) if self.remark(row)]
        edited = {key: entry for key, entry in wrong if key}
        drafts = [entry for key, entry in wrong if not key]
        current = self._key(self.currentRow()) if self.currentRow() >= 0 else ""
        self.blockSignals(True)
        entries = self._directory.entries
        self.setRowCount(len(entries) + len(drafts))
        for row, entry in enumerate(entries):
            self._write(row, edited.get(entry.extension, entry), entry.extension)
        for row, entry in enumerate(drafts, len(entries)):
            self._write(row, entry, "")
        self._judge()
        self.blockSignals(False)
        self._hide_others()
        row = next((row for row in range(len(entries)) if current and self._key(row) == current), -1)
        if row >= 0:
            self.setCurrentCell(row, max(self.currentColumn(), 0))

    def set_filter(self, text: str) -> None:
        """Show rows that hold every word of `text` in number, name or team."""
        self._filter = text
        self._hide_others()

    def add(self) -> None:
        """An empty row, its number being typed."""
        row = self.rowCount()
        self.blockSignals(True)
        self.insertRow(row)
        self._write(row, DirectoryEntry("", ""), "")
        self._judge()
        self.blockSignals(False)
        self.setCurrentCell(row, NUMBER)
        self.setFocus()
        self.editItem(self._item(row, NUMBER))

    def remove(self) -> None:
        """Take the chosen rows out."""
        rows = sorted({index.row() for index in self.selectedIndexes()}, reverse=True)
        keys = [key for row in rows if (key := self._key(row))]
        self.blockSignals(True)
        for row in rows:
            self.removeRow(row)
        self.blockSignals(False)
        if keys:
            self._directory.set(DirectoryEntry(extension=key, name="") for key in keys)
        self._judge_quietly()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ins adds, Del removes."""
        if event.key() == Qt.Key.Key_Insert:
            self.add_pressed.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove()
        else:
            super().keyPressEvent(event)

    def remark(self, row: int) -> str:
        """Why a row is not taken over, empty when it is."""
        return self._item(row, REMARK).text()

    def _on_changed(self, item: QTableWidgetItem) -> None:
        row = item.row()
        entry, key = self._entry(row), self._key(row)
        self._judge_quietly()
        if self.remark(row):
            return
        # The row is the directory's from here on: what it tells its watchers finds it as it will be.
        self.blockSignals(True)
        self._write(row, entry, entry.extension)
        self.blockSignals(False)
        gone = (DirectoryEntry(extension=key, name=""),) if key and key != entry.extension else ()
        self._directory.set((*gone, entry))

    def _judge_quietly(self) -> None:
        self.blockSignals(True)
        self._judge()
        self.blockSignals(False)

    def _judge(self) -> None:
        """Write into each row what is wrong with it."""
        holder = {key: row for row in range(self.rowCount()) if (key := self._key(row))}
        for row in range(self.rowCount()):
            entry = self._entry(row)
            twice = holder.setdefault(entry.extension, row) != row
            problem = _problem(entry, twice=twice)
            self._item(row, REMARK).setText(problem)
            self._item(row, REMARK).setToolTip(tooltip(problem))

    def _entry(self, row: int) -> DirectoryEntry:
        number, name, team = (self._text(row, column) for column in (NUMBER, NAME, TEAM))
        return DirectoryEntry(_number(number), " ".join(name.split()), " ".join(team.split()))

    def _text(self, row: int, column: int) -> str:
        """What a cell holds: as it was stored while nobody has edited it, for control characters are shown as signs."""
        item = self._item(row, column)
        stored = str(item.data(_STORED) or "")
        return stored if item.text() == clean(stored) else item.text()

    def _key(self, row: int) -> str:
        """The number under which the directory holds this row, empty while it does not."""
        return str(self._item(row, NUMBER).data(_KEY) or "")

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(row, column, item)
        return item

    def _write(self, row: int, entry: DirectoryEntry, key: str) -> None:
        for column, text in ((NUMBER, entry.extension), (NAME, entry.name), (TEAM, entry.team)):
            self._item(row, column).setText(clean(text))
            self._item(row, column).setData(_STORED, text)
        self._item(row, NUMBER).setData(_KEY, key)
        self._item(row, REMARK).setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)

    def _hide_others(self) -> None:
        words = fold(self._filter).split()
        for row in range(self.rowCount()):
            text = fold(" ".join(self._item(row, column).text() for column in (NUMBER, NAME, TEAM)))
            draft = not self._key(row)
            self.setRowHidden(row, not draft and not all(word in text for word in words))


class DirectoryDialog(QDialog):
    """Add, change, remove and search names; a change holds at once.

    Signals:
        import_wanted(): Names are to be read from a file.
        export_wanted(): Names are to be written to a file.
    """

    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None, directory: Directory) -> None:
        """Args.

        parent: The window that it belongs to.
        directory: Holds the names; what others change in it is shown too.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Directory", "Directory"))
        self.resize(880, 560)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.table = DirectoryTable(directory)
        self._count = plain_label(muted=True)
        self._directory = directory
        self.add = self._button(self._on_add)
        self.remove = self._button(self.table.remove)
        self.take_in = self._button(self.import_wanted.emit)
        self.write_out = self._button(self.export_wanted.emit)
        self.shut = self._button(self.close)
        self.table.add_pressed.connect(self._on_add)
        self.search.textChanged.connect(self.table.set_filter)
        self._unsubscribe = directory.subscribe(self._on_directory)
        self._lay_out()
        self.retranslate()
        self.search.setFocus()

    def retranslate(self) -> None:
        """Take today's language."""
        self.search.setPlaceholderText(translate("Directory", "Filter"))
        self.search.setAccessibleName(translate("Directory", "Filter names by number, name or team"))
        titles = (
            translate("Directory", "Extension or number"),
            translate("Names", "Name"),
            translate("Names", "Team"),
            translate("Directory", "Remark"),
        )
        self.table.setHorizontalHeaderLabels(list(titles))
        self.table.setAccessibleName(translate("Directory", "Directory"))
        self.add.setText(translate("Directory", "Add"))
        self.remove.setText(translate("Directory", "Remove"))
        self.take_in.setText(translate("Directory", "From a CSV file…"))
        self.write_out.setText(translate("Directory", "To a CSV file…"))
        self.shut.setText(translate("Directory", "Close"))
        self._tell_count()

    def done(self, result: int) -> None:
        """Every way out ends the watching."""
        self._unsubscribe()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """A close from outside too."""
        self._unsubscribe()
        super().closeEvent(event)

    def _button(self, act: Callable[[], object]) -> QPushButton:
        button = QPushButton()
        # Enter belongs to the table and the filter.
        button.setAutoDefault(False)
        button.clicked.connect(lambda *_: act())
        return button

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        for button in (self.add, self.remove, self.take_in, self.write_out):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.shut)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._count)
        layout.addLayout(bar)

    def _on_add(self) -> None:
        self.search.clear()
        self.table.add()

    def _on_directory(self) -> None:
        self.table.fill()
        self._tell_count()

    def _tell_count(self) -> None:
        words = translate("Directory", "Names: {n}. A change holds at once.")
        self._count.setText(words.format(n=len(self._directory.entries)))


def _number(text: str) -> str:
    """An extension, or a number in the form in which the directory holds it."""
    return party_key(text) or text.strip()


def _problem(entry: DirectoryEntry, *, twice: bool) -> str:
    """Why an entry cannot be taken over, in words; empty when it can."""
    number = entry.extension.removeprefix("+")
    if not number:
        return translate("Directory", "An extension or a number is missing.")
    if not (number.isascii() and number.isdigit()):
        return translate("Directory", "An extension or number has digits only.")
    if not 2 <= len(number) <= 17:
        return translate("Directory", "An extension has 2 to 5 digits, a number 7 to 15.")
    if twice:
        return translate("Directory", "Another row has this number already.")
    if not entry.name:
        return translate("Directory", "The name is missing.")
    if max(len(entry.name), len(entry.team)) > MOST_LETTERS:
        return translate("Directory", "The name or team is too long.")
    return ""
