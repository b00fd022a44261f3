"""What pages share whose contents can be saved as a file. It writes nothing, and asks nobody."""

from collections.abc import Collection
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from supervisor_gui.reports.formats import FORMATS
from supervisor_gui.ui.statistics.export_menu import ExportButton
from supervisor_gui.ui.statistics.progress_strip import ProgressStrip
from supervisor_gui.ui.theme import Theme
from supervisor_gui.ui.widgets.keyboard_home import KeyboardHome, home_in


class FilePage(QWidget):
    """A page with an export button and a strip that tells how the export goes. A subclass lays them out.

    Attributes:
        export: The button.
        save_action: Presses it by the usual key.
        progress: The strip.
        keyboard: Gives it back to the page when a strip goes that has it.

    Signals:
        export_wanted(str): What is shown as a file of this format.
        export_cancel_wanted(): The export is to end without a file.
        open_wanted(str): The path of a saved file, or of its folder, is to be opened.
        refresh_wanted(): The PBX is to be asked anew for what can still change.
        said(str): A sentence for the status line.
    """

    export_wanted = Signal(str)
    export_cancel_wanted = Signal()
    open_wanted = Signal(str)
    refresh_wanted = Signal()
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, formats: Collection[str] = FORMATS) -> None:
        """Args.

        parent: The window, as usual.
        formats: Names of the formats that are offered.
        """
        super().__init__(parent)
        self._formats = formats
        self.export = ExportButton()
        self.save_action = QAction(self)
        self.progress = ProgressStrip()
        self.keyboard = KeyboardHome(partial(home_in, self), self)
        self.keyboard.watch(self.progress, self.progress.history, self.progress.export)
        for name, choice in self.export.choices.items():
            choice.setVisible(name in formats)
        self.save_action.setShortcut(QKeySequence.StandardKey.Save)
        self.save_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self.save_action)
        self.save_action.triggered.connect(self.export.click)
        self.export.export_wanted.connect(self._on_export)
        self.progress.export_cancel_wanted.connect(self.export_cancel_wanted)
        self.progress.open_wanted.connect(self.open_wanted)

    def set_export_format(self, name: str) -> None:
        """The format that one press on the export button writes; one that is not offered changes nothing."""
        if name in self._formats:
            self.export.set_format(name)

    def show_export(self, share: float | None, words: str) -> None:
        """Show an export: the share done while it is under way, None when it has ended; then no words hide it."""
        self.progress.show_export(share, words)

    def show_saved(self, file: Path) -> None:
        """Tell that an export is there, and offer to open it."""
        self.progress.show_saved(file)

    def apply_theme(self, theme: Theme) -> None:
        """Take another look."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Take today's language."""
        raise NotImplementedError

    def _on_export(self, name: str) -> None:
        """The button was pressed; what cannot be written, a subclass tells instead."""
        self.export_wanted.emit(name)
