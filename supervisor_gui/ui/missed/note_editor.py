"""A note about a caller, written in its cell: Enter keeps it, Escape does not. Keeping it is the caller's business."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui.missed.rows import NOTE_LENGTH
from supervisor_gui.ui.widgets.row_view import RowDelegate


class NoteDelegate(RowDelegate):
    """Opens a line for the note."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """A line for the words."""
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.setMaxLength(NOTE_LENGTH)
            editor.setPlaceholderText(translate("MissedPage", "Note: Enter keeps it"))
        editor.setAccessibleName(translate("MissedPage", "Note about the caller"))
        return editor
