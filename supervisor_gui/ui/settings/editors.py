"""One widget for each kind of setting. It edits a value and says so; it keeps nothing."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from supervisor_gui.config import Kind, Setting
from supervisor_gui.i18n import translate


class Editor(QWidget):
    """Edits one setting's value.

    Signals:
        changed(object): The user's new value.
    """

    changed = Signal(object)

    def __init__(self, setting: Setting[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting = setting
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_value(self, value: Any) -> None:
        """Show `value` without a signal."""
        raise NotImplementedError

    def value(self) -> Any:
        """The value as it stands in the widget."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Take today's language."""

    def _hold(self, widget: QWidget, stretch: int = 0) -> None:
        self._layout.addWidget(widget, stretch)
        if self.focusProxy() is None:
            self.setFocusProxy(widget)

    def _name(self) -> str:
        return translate("Settings", self.setting.text)

    def _tell(self) -> None:
        self.changed.emit(self.value())


class _CalmCombo(QComboBox):
    """The wheel scrolls the page unless the box has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page have it."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class CalmSpin(QSpinBox):
    """A number whose change counts when it is complete; the wheel scrolls the page unless it has the focus."""

    def __init__(self, low: int, high: int) -> None:
        super().__init__()
        self.setRange(low, high)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page have it."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class SwitchEditor(Editor):
    """On or off."""

    def __init__(self, setting: Setting[bool], parent: QWidget | None = None) -> None:
        super().__init__(setting, parent)
        self.box = QCheckBox()
        self.box.toggled.connect(self._tell)
        self._hold(self.box)
        self._layout.addStretch(1)
        self.retranslate()

    def show_value(self, value: Any) -> None:
        """Show it without a signal."""
        self.box.blockSignals(True)
        self.box.setChecked(value)
        self.box.blockSignals(False)

    def value(self) -> bool:
        """Whether it is on."""
        return self.box.isChecked()

    def retranslate(self) -> None:
        """Take today's language; the words stand at the box itself."""
        self.box.setText(self._name())
        self.box.setAccessibleName(self._name())


class ChoiceEditor(Editor):
    """One of a few."""

    def __init__(self, setting: Setting[Any], parent: QWidget | None = None) -> None:
        super().__init__(setting, parent)
        self.box = _CalmCombo()
        for choice in setting.choices:
            self.box.addItem(choice.text, choice.value)
        self.box.activated.connect(self._tell)
        self._hold(self.box)
        self._layout.addStretch(1)
        self.retranslate()

    def show_value(self, value: Any) -> None:
        """Show it; choosing by program gives no signal here."""
        self.box.setCurrentIndex(self.box.findData(value))

    def value(self) -> Any:
        """The chosen value."""
        return self.box.currentData()

    def retranslate(self) -> None:
        """Take today's language."""
        self.box.setAccessibleName(self._name())
        for index, choice in enumerate(self.setting.choices):
            self.box.setItemText(index, translate("Settings", choice.text))


class NumberEditor(Editor):
    """A whole number with its unit."""

    def __init__(self, setting: Setting[int], parent: QWidget | None = None) -> None:
        super().__init__(setting, parent)
        self.box = CalmSpin(setting.low, setting.high)
        self.box.setMinimumWidth(110)
        self.box.valueChanged.connect(self._tell)
        self._hold(self.box)
        self._layout.addStretch(1)
        self.retranslate()

    def show_value(self, value: Any) -> None:
        """Show it without a signal."""
        self.box.blockSignals(True)
        self.box.setValue(value)
        self.box.blockSignals(False)

    def value(self) -> int:
        """The number."""
        return self.box.value()

    def retranslate(self) -> None:
        """Take today's language."""
        self.box.setAccessibleName(self._name())
        if self.setting.unit == "%":
            before, after = translate("Spelling", "{n}%").split("{n}")
            self.box.setPrefix(before)
            self.box.setSuffix(after)
        else:
            self.box.setSuffix(f" {translate('Settings', self.setting.unit)}" if self.setting.unit else "")


class TextEditor(Editor):
    """A line of text that counts when it is left or Enter is pressed."""

    def __init__(self, setting: Setting[str], parent: QWidget | None = None) -> None:
        super().__init__(setting, parent)
        self.line = QLineEdit()
        self.line.setMinimumWidth(300)
        self.line.setMaxLength(1000)
        self.line.editingFinished.connect(self._on_finished)
        self._shown = ""
        self._hold(self.line, 1)
        self.retranslate()

    def show_value(self, value: Any) -> None:
        """Show it without a signal; what is being typed is not overwritten by the same value."""
        self._shown = value
        if self.line.text() != value:
            self.line.setText(value)

    def value(self) -> str:
        """The text without blanks around it."""
        return self.line.text().strip()

    def retranslate(self) -> None:
        """Take today's language."""
        self.line.setAccessibleName(self._name())
        self.line.setPlaceholderText(self.setting.default)

    def _on_finished(self) -> None:
        if self.value() != self._shown:
            self._shown = self.value()
            self._tell()


class FileEditor(TextEditor):
    """A file's path, typed or chosen."""

    def __init__(self, setting: Setting[str], parent: QWidget | None = None) -> None:
        super().__init__(setting, parent)
        self.button = QPushButton()
        self.button.clicked.connect(self._on_choose)
        self.dialog: QFileDialog | None = None
        self._layout.addWidget(self.button)
        self._label()

    def retranslate(self) -> None:
        """Take today's language."""
        super().retranslate()
        if hasattr(self, "button"):
            self._label()

    def _label(self) -> None:
        self.button.setText(translate("Settings", "Choose…"))
        self.button.setAccessibleName(translate("Settings", "Choose a file for: {name}").format(name=self._name()))

    def _on_choose(self) -> None:
        if self.dialog is None:
            self.dialog = QFileDialog(self, self._name())
            self._set_up(self.dialog)
            self.dialog.fileSelected.connect(self._on_chosen)
        self.dialog.open()

    def _set_up(self, dialog: QFileDialog) -> None:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [translate("Settings", "Certificates (*.pem *.crt *.cer)"), translate("Settings", "All files (*)")]
        )

    def _on_chosen(self, path: str) -> None:
        self.line.setText(path)
        self._on_finished()


class FolderEditor(FileEditor):
    """A folder's path, typed or chosen."""

    def _label(self) -> None:
        self.button.setText(translate("Settings", "Choose…"))
        self.button.setAccessibleName(translate("Settings", "Choose a folder for: {name}").format(name=self._name()))

    def _set_up(self, dialog: QFileDialog) -> None:
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)


_EDITORS: dict[Kind, Callable[[Setting[Any]], Editor]] = {
    Kind.SWITCH: SwitchEditor,
    Kind.CHOICE: ChoiceEditor,
    Kind.NUMBER: NumberEditor,
    Kind.TEXT: TextEditor,
    Kind.URL: TextEditor,
    Kind.ADDRESS: TextEditor,
    Kind.PROXY: TextEditor,
    Kind.FILE: FileEditor,
    Kind.FOLDER: FolderEditor,
    Kind.TIME: TextEditor,
    Kind.DIGITS: TextEditor,
    Kind.TEMPLATE: TextEditor,
}


def simple_editor(setting: Setting[Any]) -> Editor:
    """The editor for `setting`, whose value is not a list."""
    return _EDITORS[setting.kind](setting)
