"""The export button: one press writes the format used last, its menu offers all of them. It writes nothing itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.reports.formats import FORMATS
from supervisor_gui.ui import plain
from supervisor_gui.ui.denied import denied_words

FIRST = "xlsx"


class ExportButton(QToolButton):
    """What the screen shows, as a file.

    Signals:
        export_wanted(str): The name of a format.
    """

    export_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exportButton")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._format = FIRST
        self._allowed = self._there = True
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self.choices = {name: QAction(self) for name in FORMATS}
        for name, action in self.choices.items():
            action.setObjectName(name)
            action.setCheckable(True)
            self._group.addAction(action)
            self._menu.addAction(action)
        self.setMenu(self._menu)
        self._group.triggered.connect(self._on_chosen)
        self.clicked.connect(self._on_clicked)

    @property
    def refused(self) -> str:
        """Why nothing may be taken out of the program, in words; empty when it may."""
        return "" if self._allowed else denied_words()

    @property
    def format(self) -> str:
        """The format that one press writes."""
        return self._format

    def set_allowed(self, *, allowed: bool) -> None:
        """Whether this seat may take anything out of the program; greyed with the reason when not."""
        self._allowed = allowed
        self.setEnabled(self._allowed and self._there)
        self._name()

    def set_there(self, *, there: bool) -> None:
        """Whether there is anything to be written."""
        self._there = there
        self.setEnabled(self._allowed and self._there)

    def set_format(self, name: str) -> None:
        """Make `name` the format that one press writes; a name that is no format changes nothing."""
        if name in self.choices:
            self._format = name
            self.choices[name].setChecked(True)
            self._name()

    def retranslate(self) -> None:
        """Take today's language."""
        for name, action in self.choices.items():
            action.setText(FORMATS[name].words)
        self.set_format(self._format)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the menu, which Qt leaves to the mouse."""
        if event.key() == Qt.Key.Key_Down:
            self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        else:
            super().keyPressEvent(event)

    def _name(self) -> None:
        told = translate("StatisticsPage", "Export: {format}")
        self.setText(told.format(format=self._format.upper()))
        self.setAccessibleName(told.format(format=FORMATS[self._format].words))
        tip = translate("StatisticsPage", "Writes what is shown to a file; the arrow offers other kinds.")
        keys = QKeySequence(QKeySequence.StandardKey.Save).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(plain.tooltip(f"{tip} ({keys})" if self._allowed else self.refused))

    def _on_clicked(self) -> None:
        self.export_wanted.emit(self._format)

    def _on_chosen(self, action: QAction) -> None:
        self.set_format(action.objectName())
        self.export_wanted.emit(self._format)
