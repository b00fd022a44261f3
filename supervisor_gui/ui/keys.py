"""The keys, listed under F1. It reads the action records; it handles no key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui.actions.records import ACTIONS


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
                native = QKeySequence(record.key).toString(QKeySequence.SequenceFormat.NativeText)
                self._row(form, native, translate("Actions", record.text))
        self._row(form, "1 … 9, 0", translate("Keys", "In the list of breaks: the reason with that digit"))
        self._row(form, "Ctrl+A", translate("Keys", "In the table: every agent shown"))
        self._row(form, "Ctrl+S", translate("Keys", "In the statistics: what is shown as a file"))
        self._row(form, "Ctrl+C", translate("Keys", "In the statistics: the chart as a picture, the table as text"))
        self._row(form, "Esc", translate("Keys", "Back: clears the filter, closes a menu or question"))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(rows)
        QVBoxLayout(self).addWidget(area)

    @staticmethod
    def _row(form: QFormLayout, keys: str, words: str) -> None:
        key = QLabel(keys)
        key.setObjectName("keyCap")
        what = QLabel(words)
        for label in (key, what):
            label.setTextFormat(Qt.TextFormat.PlainText)
        form.addRow(key, what)
