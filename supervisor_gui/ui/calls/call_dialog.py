"""Two outside numbers connected, or a number called into a queue, a menu or an announcement. It sends nothing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFormLayout, QLineEdit, QSpinBox, QTabWidget, QWidget

from supervisor_gui.config.declared_calls import LONGEST_RING
from supervisor_gui.i18n import translate
from supervisor_gui.live.call_commands import Bridge, CallInto
from supervisor_gui.live.dial_memory import DialMemory, PortalKind, PortalName
from supervisor_gui.netsantral.types import TargetKind
from supervisor_gui.netsantral.types_calls import CallOptions, FirstRung
from supervisor_gui.netsantral.types_numbers import Dialled, NumberKind, Reading
from supervisor_gui.ui.actions.dialogs import Question
from supervisor_gui.ui.calls.number_field import NameField, NumberField
from supervisor_gui.ui.calls.played_field import PlayedField
from supervisor_gui.ui.calls.wishes import DialHow

LONGEST_PREFIX = 5
MOST_MINUTES = 600
SMALLEST_WIDTH = 560
Read = Callable[[str], Reading]


class BridgeForm(QWidget):
    """Two outside numbers, who rings first, and what each side hears."""

    def __init__(self, read: Read, names: DialMemory) -> None:
        super().__init__()
        self.caller, self.called = NumberField(read), NumberField(read)
        self.first = QComboBox()
        self.first.addItem(translate("CallDialog", "the first number"), FirstRung.INSIDE)
        self.first.addItem(translate("CallDialog", "the second number"), FirstRung.OUTSIDE)
        self.to_caller = PlayedField(translate("CallDialog", "The first number hears"))
        self.to_called = PlayedField(translate("CallDialog", "The second number hears"))
        for field in (self.to_caller, self.to_called):
            field.set_names(names.names(PortalKind.SOUND))
            field.set_allowed(True, "")
        for number in self.fields:
            number.changed.connect(self._on_number)
        form = QFormLayout(self)
        _row(form, translate("CallDialog", "First number"), self.caller, self.caller.line)
        _row(form, translate("CallDialog", "Second number"), self.called, self.called.line)
        _row(form, translate("CallDialog", "Who rings first"), self.first)
        for field in (self.to_caller, self.to_called):
            form.addRow(field.label, field)

    @property
    def fields(self) -> tuple[NumberField, ...]:
        """The numbers of the call."""
        return self.caller, self.called

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return all(field.number is not None for field in self.fields) and not self._same

    @property
    def _same(self) -> bool:
        return bool(_wire(self.caller)) and _wire(self.caller) == _wire(self.called)

    def _on_number(self) -> None:
        """A number cannot be connected with itself."""
        self.called.tell(translate("CallDialog", "Both numbers are the same.") if self._same else "")

    def command(self, line: str, options: CallOptions) -> Bridge:
        """The command; both numbers are there."""
        caller, called = _wire(self.caller), _wire(self.called)
        played = CallOptions(
            ring_seconds=options.ring_seconds,
            wait=options.wait,
            call_limit_seconds=options.call_limit_seconds,
            to_caller=self.to_caller.value(),
            to_called=self.to_called.value(),
        )
        return Bridge(caller, called, line, self.first.currentData(), played)


class IntoForm(QWidget):
    """One outside number and where it is put once it is answered."""

    def __init__(self, read: Read, names: DialMemory, queues: Sequence[str]) -> None:
        super().__init__()
        self._names = names
        self._queues = tuple(PortalName(PortalKind.MENU, queue) for queue in queues)
        self.number = NumberField(read)
        self.kind = QComboBox()
        self.kind.addItem(translate("CallDialog", "a queue"), TargetKind.QUEUE)
        self.kind.addItem(translate("CallDialog", "a voice menu"), TargetKind.IVR)
        self.kind.addItem(translate("CallDialog", "an announcement"), TargetKind.ANNOUNCEMENT)
        self.target = NameField()
        self.prefix = QLineEdit(maxLength=LONGEST_PREFIX)
        self.prefix.setPlaceholderText(translate("CallDialog", "up to 5 characters"))
        form = QFormLayout(self)
        _row(form, translate("CallDialog", "Number"), self.number, self.number.line)
        _row(form, translate("CallDialog", "Put it into"), self.kind)
        _row(form, translate("CallDialog", "Name in the portal"), self.target, self.target.box)
        _row(form, translate("CallDialog", "Before the number on displays"), self.prefix)
        self.kind.currentIndexChanged.connect(self._on_kind)
        self._on_kind()

    @property
    def fields(self) -> tuple[NumberField, ...]:
        """The numbers of the call."""
        return (self.number,)

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return self.number.number is not None and bool(self.target.value())

    def command(self, line: str, options: CallOptions) -> CallInto:
        """The command; number and target are there."""
        kind = self.kind.currentData()
        return CallInto(_wire(self.number), self.target.value(), kind, line, self.prefix.text().strip(), options)

    def _on_kind(self, *_: object) -> None:
        kind = self.kind.currentData()
        if kind is TargetKind.QUEUE:
            self.target.set_names(self._queues, self._queues[0].name if self._queues else "")
        else:
            which = PortalKind.MENU if kind is TargetKind.IVR else PortalKind.ANNOUNCEMENT
            self.target.set_names(self._names.names(which))


class CallDialog(Question):
    """Both kinds of call on two tabs; the button says what it costs to press it.

    Signals:
        wanted(object): A Bridge or a CallInto. Whether the PBX's answer is waited for is left as the defaults say.
    """

    wanted = Signal(object)

    def __init__(
        self, parent: QWidget, read: Read, *, defaults: DialHow, names: DialMemory, queues: Sequence[str]
    ) -> None:
        """Args.

        parent: The window that it belongs to.
        read: What a text means as a number.
        defaults: Line, ring time and whether to wait, as remembered.
        names: Lines, menus, announcements and sounds typed before.
        queues: Short names of the known queues.
        """
        super().__init__(
            parent,
            translate("CallDialog", "Connect outside numbers"),
            translate("CallDialog", "Your own phone takes no part: the PBX calls the numbers and connects them."),
        )
        self._defaults = defaults
        self.setMinimumWidth(SMALLEST_WIDTH)
        self.bridge = BridgeForm(read, names)
        self.into = IntoForm(read, names, queues)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.bridge, translate("CallDialog", "&Two numbers"))
        self.tabs.addTab(self.into, translate("CallDialog", "Into a &queue or menu"))
        self.tabs.setAccessibleName(translate("CallDialog", "What kind of call"))
        self.line = NameField()
        self.line.set_names(names.names(PortalKind.LINE), defaults.line)
        self.ring = QSpinBox(minimum=1, maximum=LONGEST_RING)
        self.ring.setSuffix(" " + translate("Settings", "s"))
        self.ring.setValue(defaults.options.ring_seconds)
        self.limit = QSpinBox(minimum=0, maximum=MOST_MINUTES)
        self.limit.setSuffix(" " + translate("Settings", "min"))
        self.limit.setSpecialValueText(translate("CallDialog", "none"))
        self.limit.setValue((defaults.options.call_limit_seconds or 0) // 60)
        self._form.addRow(self.tabs)
        _row(self._form, translate("CallDialog", "Outgoing line"), self.line, self.line.box)
        _row(self._form, translate("CallDialog", "Each side rings for"), self.ring)
        _row(self._form, translate("CallDialog", "Cut the call after"), self.limit)
        self.go = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.stop = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        for button in (self.go, self.stop):
            # With a number that is asked about, Enter presses nothing at all.
            button.setAutoDefault(False)
        for number in (*self.bridge.fields, *self.into.fields):
            number.changed.connect(self._consider)
            # The dialog's own Enter comes right after this one and must find the numbers read.
            number.line.returnPressed.connect(self._read_numbers)
        for name in (self.into.target, self.line):
            name.changed.connect(self._consider)
        self.tabs.currentChanged.connect(self._consider)
        self.answered.connect(self.wanted)
        self._consider()
        self.bridge.caller.setFocus()

    def answer(self) -> Bridge | CallInto:
        """The command as it stands."""
        usual = self._defaults
        options = CallOptions(
            ring_seconds=self.ring.value(),
            wait=usual.options.wait if usual.wait_chosen else False,
            call_limit_seconds=self.limit.value() * 60 or None,
        )
        return self._current().command(self.line.value(), options)

    def accept(self) -> None:
        """Enter may come before the last key was read."""
        words = self.go.text()
        self._read_numbers()
        # Nothing is called that the button did not speak of when it was pressed.
        if self.go.isEnabled() and self.go.text() == words:
            super().accept()

    def _read_numbers(self) -> None:
        """Read what was typed a moment ago."""
        for field in self._current().fields:
            field.look()

    def _current(self) -> BridgeForm | IntoForm:
        return self.bridge if self.tabs.currentWidget() is self.bridge else self.into

    def _asked(self) -> list[Dialled]:
        """Numbers that are not called without a second look."""
        numbers = [field.number for field in self._current().fields]
        return [number for number in numbers if number is not None and number.asks]

    def _consider(self, *_: object) -> None:
        asked = self._asked()
        self.go.setText(_verb(asked, bridge=self._current() is self.bridge))
        self.go.setDefault(not asked)
        self._allow(yes=self._current().complete and bool(self.line.value()))
        self._grow()

    def _grow(self) -> None:
        """Words below a field may need another line; the fields keep their height."""
        layout = self.layout()
        wanted = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        if self.isVisible() and self.height() < wanted:
            self.resize(self.width(), wanted)


def _verb(asked: Sequence[Dialled], *, bridge: bool) -> str:
    """What the button does; Enter does not press it when a number is asked about."""
    kinds = {number.kind for number in asked}
    if NumberKind.SERVICE in kinds:
        return translate("CallDialog", "Yes, call the service number")
    if NumberKind.CHARGED in kinds:
        return translate("CallDialog", "Yes, call the charged number")
    if kinds:
        return translate("CallDialog", "Yes, call abroad")
    return translate("CallDialog", "Connect them") if bridge else translate("CallDialog", "Call")


def _wire(field: NumberField) -> str:
    return field.number.wire if field.number is not None else ""


def _row(form: QFormLayout, label: str, widget: QWidget, named: QWidget | None = None) -> None:
    """A row whose label is the accessible name of the control in it."""
    (named or widget).setAccessibleName(label)
    form.addRow(label, widget)
