"""How a call is made, in a small window below the dial bar: line, order, times, what is played. It sends nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRegularExpression, Qt, Signal
from PySide6.QtGui import QHideEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QFrame, QLabel, QLineEdit, QSpinBox, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.live.dial_memory import PortalKind, PortalName
from supervisor_gui.netsantral.names import national_number
from supervisor_gui.netsantral.types_calls import LONGEST_RING, CallOptions, FirstRung
from supervisor_gui.text import clean
from supervisor_gui.ui.calls.played_field import PlayedField
from supervisor_gui.ui.calls.wishes import DialHow
from supervisor_gui.ui.dialogs.parts import plain_label

SHORTEST_RING = 5
LONGEST_CALL = 600
"""Minutes."""
_WAITS = (None, True, False)


class DialMore(QFrame):
    """Everything about the next call that is not its number; Esc or a click elsewhere closes it.

    Signals:
        changed(object): The DialHow as it stands now, when it was closed.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("limitsPopup")
        self.setMinimumWidth(460)
        self.extension = QLineEdit(maxLength=5)
        self.line = QComboBox()
        self.first = QComboBox()
        self.ring = QSpinBox(minimum=SHORTEST_RING, maximum=LONGEST_RING)
        self.limit = QSpinBox(minimum=0, maximum=LONGEST_CALL)
        self.hide_number = QCheckBox()
        self.to_caller = PlayedField("", with_ending=True)
        self.to_called = PlayedField("")
        self.wait = QComboBox()
        self._line_rule = plain_label(muted=True)
        self._began_with = ""
        self._refused: frozenset[str] = frozenset()
        self._labels: list[QLabel] = []
        self._form = QFormLayout(self)
        self._configure()
        self._lay_out()
        self.retranslate()

    def _configure(self) -> None:
        digits = QRegularExpressionValidator(QRegularExpression(r"\d{0,5}"), self.extension)
        self.extension.setValidator(digits)
        self.line.setEditable(True)
        self.line.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.first.addItems(["", ""])
        self.wait.addItems(["", "", ""])
        self.first.currentIndexChanged.connect(self._suit)
        self.line.currentTextChanged.connect(self._show_line_rule)
        for field in (self.to_caller, self.to_called):
            field.changed.connect(self._grow)

    def _lay_out(self) -> None:
        self._form.setContentsMargins(16, 14, 16, 14)
        self._form.setVerticalSpacing(8)
        for widget in (self.extension, self.line, self._line_rule, self.first, self.ring, self.limit):
            self._add(widget)
        self._add(self.wait)
        self._form.addRow(self.hide_number)
        for field in (self.to_caller, self.to_called):
            self._form.addRow(field.label, field)

    def _add(self, widget: QWidget) -> None:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        self._labels.append(label)
        self._form.addRow(label, widget)

    # in

    def set_names(self, kind: PortalKind, names: Sequence[PortalName]) -> None:
        """Names that were typed before; lines and sounds are offered here."""
        if kind is PortalKind.LINE:
            kept = self.line.currentText()
            self._refused = frozenset(name.name for name in names if name.refused)
            self.line.clear()
            self.line.addItems([name.name for name in names])
            self.line.setCurrentText(kept)
            self._show_line_rule()
        elif kind is PortalKind.SOUND:
            self.to_caller.set_names(names)
            self.to_called.set_names(names)

    def show_how(self, how: DialHow) -> None:
        """Begin with these values."""
        options = how.options
        self._began_with = how.extension
        self.extension.setText(how.extension)
        self.line.setCurrentText(how.line)
        self.first.setCurrentIndex(int(how.first is FirstRung.OUTSIDE))
        self.ring.setValue(options.ring_seconds)
        self.limit.setValue((options.call_limit_seconds or 0) // 60)
        self.hide_number.setChecked(options.hide_number)
        self.to_caller.set_value(options.to_caller)
        self.to_called.set_value(options.to_called)
        self.wait.setCurrentIndex(_WAITS.index(options.wait if how.wait_chosen else None))
        self._suit()

    def open_below(self, button: QWidget) -> None:
        """Show it under `button`, inside the screen."""
        self._grow()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        area = button.screen().availableGeometry()
        left = min(max(corner.x(), area.left()), area.right() - self.width())
        self.move(left, min(corner.y(), area.bottom() - self.height()))
        self.show()
        self.line.setFocus()

    # out

    def how(self) -> DialHow:
        """The values as they stand; an extension of one digit is one that nobody has finished typing."""
        inside = self.first.currentIndex() == 0
        wait = _WAITS[self.wait.currentIndex()]
        return DialHow(
            extension=self.extension.text() if len(self.extension.text()) != 1 else self._began_with,
            line=national_number(self.line.currentText()) or self.line.currentText().strip(),
            first=FirstRung.INSIDE if inside else FirstRung.OUTSIDE,
            options=CallOptions(
                ring_seconds=self.ring.value(),
                wait=bool(wait),
                call_limit_seconds=self.limit.value() * 60 or None,
                hide_number=self.hide_number.isChecked(),
                to_caller=self.to_caller.value() if inside else None,
                to_called=self.to_called.value() if inside else None,
            ),
            wait_chosen=wait is not None,
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """However it is closed, what stands there holds."""
        super().hideEvent(event)
        self.changed.emit(self.how())

    def retranslate(self) -> None:
        """Take today's language."""
        words = (
            translate("Dial", "My extension"),
            translate("Dial", "Outgoing line"),
            "",
            translate("Dial", "Rings first"),
            translate("Dial", "Each side rings for"),
            translate("Dial", "Cut the call after"),
            translate("Dial", "Wait for the answer"),
        )
        fields = (self.extension, self.line, self._line_rule, self.first, self.ring, self.limit, self.wait)
        for label, text, field in zip(self._labels, words, fields, strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        self.first.setItemText(0, translate("Dial", "my extension"))
        self.first.setItemText(1, translate("Dial", "the customer"))
        self.ring.setSuffix(translate("Dial", " s"))
        self.limit.setSuffix(translate("Dial", " min"))
        self.limit.setSpecialValueText(translate("Dial", "never"))
        self.hide_number.setText(translate("Dial", "Hide the customer's number on my extension's display"))
        self.hide_number.setAccessibleName(self.hide_number.text())
        waits = (translate("Dial", "as it suits"), translate("Dial", "yes"), translate("Dial", "no"))
        for at, word in enumerate(waits):
            self.wait.setItemText(at, word)
        self.to_caller.set_side(translate("Dial", "My extension hears"))
        self.to_called.set_side(translate("Dial", "The customer hears"))
        self.setAccessibleName(translate("Dial", "How the call is made"))
        self._suit()

    def _suit(self) -> None:
        inside = self.first.currentIndex() == 0
        why = translate("Dial", "Only when my extension rings first.")
        for field in (self.to_caller, self.to_called):
            field.set_allowed(inside, why)
        self._show_line_rule()
        self._grow()

    def _grow(self) -> None:
        """Words below a field may need another line; the fields keep their height."""
        width = max(self.sizeHint().width(), self.minimumWidth())
        self.resize(width, self._form.totalHeightForWidth(width))

    def _show_line_rule(self) -> None:
        line = self.line.currentText().strip()
        refused = translate("Dial", "The PBX refused “{name}” the last time.").format(name=clean(line, 40))
        rule = translate("Dial", "The number customers see: 10 digits without 0.")
        self._line_rule.setText(refused if line in self._refused else rule)
        self.line.setAccessibleDescription(self._line_rule.text())
