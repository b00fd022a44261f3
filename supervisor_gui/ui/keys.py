"""The keys, listed under F1. It reads the action records; it handles no key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui.actions.records import ACTIONS


def native(key: str) -> str:
    """A key in Qt's portable form, as this computer and language write it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def page_keys() -> tuple[tuple[str, str], ...]:
    """What else the pages of calls that are over take, as key (portable) and words; page by page."""
    missed, records = translate("Keys", "Missed callers: {what}"), translate("Keys", "Call records: {what}")
    lists = translate("Keys", "Auto-dial lists: {what}")
    wall = translate("Keys", "Wallboard: {what}")
    return (
        ("Enter", missed.format(what=translate("Keys", "call the chosen one back"))),
        ("F2", missed.format(what=translate("Keys", "write a note"))),
        ("X", missed.format(what=translate("Keys", "no call needed, or take that back"))),
        ("R", missed.format(what=translate("Keys", "show the calls of this number"))),
        ("Ctrl+C", missed.format(what=translate("Keys", "copy the number"))),
        ("/", missed.format(what=translate("Keys", "search for a number or a name"))),
        ("/", records.format(what=translate("Keys", "search for a number, a name or a call id"))),
        ("Space", records.format(what=translate("Keys", "hear the recording"))),
        ("Enter", records.format(what=translate("Keys", "call this number"))),
        ("Ctrl+C", records.format(what=translate("Keys", "copy the chosen rows as text"))),
        ("Del", translate("Keys", "In both: delete everything about this number")),
        ("Ctrl+N", lists.format(what=translate("Keys", "a new list"))),
        ("Space", lists.format(what=translate("Keys", "start or stop the chosen list; call a number or not"))),
        ("F2", lists.format(what=translate("Keys", "change the chosen number in its place"))),
        ("/", lists.format(what=translate("Keys", "search among the numbers"))),
        ("Del", lists.format(what=translate("Keys", "take the chosen numbers out of the list"))),
        ("Space", wall.format(what=translate("Keys", "let the page stand still, or go on"))),
        ("Right", wall.format(what=translate("Keys", "the next page; the left arrow: the one before"))),
        ("F11", wall.format(what=translate("Keys", "back to the program, as with Esc"))),
    )


class KeysDialog(QDialog):
    """Every key with what it does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Keys", "Keys"))
        self.resize(560, 600)
        rows = QWidget()
        form = QFormLayout(rows)
        for record in ACTIONS:
            if record.key:
                self._row(form, native(record.key), translate("Actions", record.text))
        self._row(form, "1 … 9, 0", translate("Keys", "In the list of breaks: the reason with that digit"))
        self._row(form, native("Ctrl+A"), translate("Keys", "In the table: every agent shown"))
        as_file = translate("Keys", "In statistics, call records, missed callers and lists: what is shown as a file")
        self._row(form, native("Ctrl+S"), as_file)
        as_picture = translate("Keys", "In the statistics: the chart as a picture, the table as text")
        self._row(form, native("Ctrl+C"), as_picture)
        for key, words in page_keys():
            self._row(form, native(key), words)
        self._row(form, "Esc", translate("Keys", "Back: clears the filter, closes a menu or question"))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(rows)
        QVBoxLayout(self).addWidget(area)

    @staticmethod
    def _row(form: QFormLayout, keys: str, words: str) -> None:
        key = QLabel(keys)
        key.setObjectName("keyCap")
        what = QLabel(words)
        for label in (key, what):
            label.setTextFormat(Qt.TextFormat.PlainText)
        what.setWordWrap(True)
        form.addRow(key, what)
