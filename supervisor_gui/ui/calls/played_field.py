"""What one side of a call hears when it answers: nothing, a text read aloud, or a sound of the portal."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from supervisor_gui.i18n import translate
from supervisor_gui.live.dial_memory import PortalName
from supervisor_gui.netsantral.types_calls import PlayedTo
from supervisor_gui.text import clean
from supervisor_gui.ui.dialogs.parts import plain_label

LONGEST = 300
NOTHING, TEXT, SOUND = range(3)


class PlayedField(QWidget):
    """A choice, and the line for what was chosen; its `label` says who hears it and stands in a form's first column.

    Signals:
        changed(): Another value.
    """

    changed = Signal()

    def __init__(self, side: str, parent: QWidget | None = None, *, with_ending: bool = False) -> None:
        """Args.

        side: Words such as "The customer hears", in today's language; they stand before the choice.
        parent: Qt's parent.
        with_ending: Whether the PBX's documents want this side's sound named with its ".wav".
        """
        super().__init__(parent)
        self._side = side
        self._with_ending = with_ending
        self._why = ""
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self._refused: frozenset[str] = frozenset()
        self.kind = QComboBox()
        self.text = QLineEdit(maxLength=LONGEST)
        self.sound = QComboBox()
        self.sound.setEditable(True)
        self.sound.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.sound.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lines = QStackedWidget()
        for line in (QWidget(), self.text, self.sound):
            self._lines.addWidget(line)
        self._rule = plain_label(muted=True)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.kind)
        row.addWidget(self._lines, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self._rule)
        self.setFocusProxy(self.kind)
        self.kind.addItems(["", "", ""])
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.text.textChanged.connect(self._on_changed)
        self.sound.currentTextChanged.connect(self._on_changed)
        self.retranslate()

    def value(self) -> PlayedTo | None:
        """What is to be played; None for nothing, also while nothing is written."""
        kind = self.kind.currentIndex() if self.isEnabled() else NOTHING
        words = self.text.text().strip() if kind == TEXT else self.sound.currentText() if kind == SOUND else ""
        if not words.strip():
            return None
        return PlayedTo(text=words) if kind == TEXT else PlayedTo(sound=words)

    def set_value(self, played: PlayedTo | None) -> None:
        """Begin with this."""
        self.text.setText(played.text if played is not None else "")
        self.sound.setCurrentText(played.sound if played is not None else "")
        self.kind.setCurrentIndex(NOTHING if played is None else TEXT if played.text else SOUND)

    def set_side(self, side: str) -> None:
        """Say in other words who hears it."""
        self._side = side
        self.retranslate()

    def set_names(self, names: Sequence[PortalName]) -> None:
        """Offer sounds that were typed before."""
        kept = self.sound.currentText()
        self._refused = frozenset(name.name for name in names if name.refused)
        self.sound.clear()
        self.sound.addItems([name.name for name in names])
        self.sound.setCurrentText(kept)
        self._show_rule()

    def set_allowed(self, allowed: bool, why: str = "") -> None:
        """Whether something can be played at all; `why` not, in words."""
        for widget in (self, self.label):
            widget.setEnabled(allowed)
        self._why = "" if allowed else why
        self._show_rule()

    def retranslate(self) -> None:
        """Take today's language."""
        words = (translate("Dial", "nothing"), translate("Dial", "a text"), translate("Dial", "a sound"))
        for at, word in enumerate(words):
            self.kind.setItemText(at, word)
        self.label.setText(self._side)
        self.kind.setAccessibleName(self._side)
        self.text.setPlaceholderText(translate("Dial", "Text that is read aloud"))
        self.text.setAccessibleName(translate("Dial", "{side}: text that is read aloud").format(side=self._side))
        self.sound.setAccessibleName(translate("Dial", "{side}: name of the sound").format(side=self._side))
        self._show_rule()

    def _on_kind(self, kind: int) -> None:
        self._lines.setCurrentIndex(kind)
        self._show_rule()
        self.changed.emit()

    def _on_changed(self) -> None:
        self._show_rule()
        self.changed.emit()

    def _sound_rule(self) -> str:
        # The documents contradict each other; nothing is added or cut, so the user must know what this side wants.
        if self._with_ending:
            return translate("Dial", "The sound's name in the portal, with its .wav on this side; it is sent as typed.")
        return translate("Dial", "The sound's name in the portal, without .wav on this side; it is sent as typed.")

    def _show_rule(self) -> None:
        kind, sound = self.kind.currentIndex(), self.sound.currentText()
        words = self._why
        if not words and kind == SOUND and sound in self._refused:
            words = translate("Dial", "The PBX refused “{name}” the last time.").format(name=clean(sound, 40))
        elif not words and kind == SOUND:
            words = self._sound_rule()
        self._rule.setText(words)
        self._rule.setVisible(bool(words))
        for control in (self.kind, self.sound):
            control.setAccessibleDescription(words)
