"""What the form for a new list is put together of: a field with its reason, and its controls. No decisions."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, time
from typing import Generic, TypeVar

from PySide6.QtCore import QDate, QEvent, QObject, Qt, QTime
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from supervisor_gui.ui.dialogs.parts import plain_label

LONGEST_PORTAL_NAME = 100
FEWEST_LETTERS = 12
ONE_LINE = " "
T = TypeVar("T")
B = TypeVar("B", bound=QAbstractSpinBox)


class Field(QWidget):
    """A label, what is filled in below it, a sentence about that, and why it is not right yet.

    The label is the accessible name of the first control, unless that has one of its own. The reason's line stays
    when the reason goes: what stands below must not move from under the mouse while somebody types.
    """

    def __init__(
        self,
        label: str,
        *controls: QWidget,
        sentence: str = "",
        below: QWidget | None = None,
        even: bool = False,
        right: bool = False,
        instead: bool = False,
    ) -> None:
        """Args.

        label: With its mnemonic.
        controls: In one row; the first takes what room there is, or all are as wide.
        sentence: Words that stay below them.
        below: Another widget below those.
        even: Whether they are as wide.
        right: Whether nothing can be wrong with it, so that no line is kept for a reason.
        instead: Whether a reason stands in the sentence's place, because that needs not be read with it.
        """
        super().__init__()
        self.name = label.replace("&", "")
        self._control = controls[0]
        self._instead, self._reason = instead, ""
        self.sentence, self.reason = plain_label(sentence, muted=True), plain_label()
        heading = QLabel(label)
        heading.setBuddy(self._control)
        if not self._control.accessibleName():
            self._control.setAccessibleName(self.name)
        row = QHBoxLayout()
        row.setSpacing(8)
        for place, control in enumerate(controls):
            row.addWidget(control, 1 if even or not place else 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(heading)
        layout.addLayout(row)
        layout.addLayout(self._words(right=right))
        if below is not None:
            layout.addWidget(below)
        self._show()

    def say(self, sentence: str) -> None:
        """Another sentence below the controls."""
        self.sentence.setText(sentence)
        self._show()

    def tell(self, reason: str, *, wrong: bool = False) -> None:
        """Why it is not right, empty when it is; what is `wrong`, not merely missing, stands out."""
        role = QPalette.ColorRole.WindowText if wrong else QPalette.ColorRole.PlaceholderText
        self.reason.setForegroundRole(role)
        font = self.reason.font()
        font.setBold(wrong)
        self.reason.setFont(font)
        self._reason = reason
        if reason:
            # Else the last one stays, unseen: it holds the room that it took.
            self.reason.setText(reason)
        self._show()
        words = (self.sentence.text(), reason)
        self._control.setAccessibleDescription(" ".join(word for word in words if word))

    def _words(self, *, right: bool) -> QGridLayout:
        """The sentence and the reason, one below the other or in one place as high as the higher."""
        if not right:
            self.reason.setText(ONE_LINE)
            _keep_room(self.reason)
        if self._instead:
            _keep_room(self.sentence)
        grid = QGridLayout()
        grid.setVerticalSpacing(3)
        grid.addWidget(self.sentence, 0, 0)
        grid.addWidget(self.reason, 0 if self._instead else 1, 0)
        return grid

    def _show(self) -> None:
        self.sentence.setVisible(bool(self.sentence.text()) and not (self._instead and self._reason))
        self.reason.setVisible(bool(self._reason))


class Choice(QComboBox, Generic[T]):
    """One of a few values."""

    def __init__(self, choices: Sequence[tuple[str, T]], chosen: T) -> None:
        super().__init__()
        self._values = tuple(value for _, value in choices)
        self.addItems([words for words, _ in choices])
        self.setCurrentIndex(max(0, self._values.index(chosen) if chosen in self._values else 0))
        _let_shrink(self)

    def value(self) -> T:
        """The chosen one."""
        return self._values[self.currentIndex()]

    def choose(self, value: T) -> None:
        """Choose it as the user does."""
        self.setCurrentIndex(self._values.index(value))


class NameBox(QComboBox):
    """A name that the PBX knows: typed, or taken from those that are known here."""

    def __init__(self, names: Sequence[str] = (), chosen: str = "") -> None:
        super().__init__()
        self.setLineEdit(QLineEdit(maxLength=LONGEST_PORTAL_NAME))
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        _let_shrink(self)
        self.set_names(names, chosen)

    def set_names(self, names: Sequence[str], chosen: str) -> None:
        """Offer these; `chosen` stands in the field."""
        self.clear()
        self.addItems(list(names))
        self.setCurrentText(chosen)

    def value(self) -> str:
        """The name, trimmed."""
        return self.currentText().strip()


class CalmWheel(QObject):
    """Lets the wheel scroll the form unless the control below it has the focus."""

    def watch(self, form: QWidget) -> None:
        """Every control of `form`."""
        controls: Iterable[QWidget] = (*form.findChildren(QAbstractSpinBox), *form.findChildren(QComboBox))
        for control in controls:
            control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave it to the form."""
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def day_box(day: date, name: str, changed: Callable[..., None]) -> QDateEdit:
    """A day, typed or chosen in a calendar."""
    box = QDateEdit(QDate(day.year, day.month, day.day))
    box.setCalendarPopup(True)
    box.setDisplayFormat("dd.MM.yyyy")
    box.setAccessibleName(name)
    box.dateChanged.connect(changed)
    return _as_high(box)


def time_box(at: time, name: str, changed: Callable[..., None]) -> QTimeEdit:
    """A time of day."""
    box = QTimeEdit(QTime(at.hour, at.minute))
    box.setDisplayFormat("HH:mm")
    box.setAccessibleName(name)
    box.timeChanged.connect(changed)
    return _as_high(box)


def day_of(box: QDateEdit) -> date:
    """The day that stands there."""
    day = box.date()
    return date(day.year(), day.month(), day.day())


def time_of(box: QTimeEdit) -> time:
    """The time that stands there."""
    at = box.time()
    return time(at.hour(), at.minute())


def _as_high(box: B) -> B:
    """As high as the other controls, whose height the style sheet gives."""
    box.setMinimumHeight(QSpinBox().sizeHint().height())
    return box


def _keep_room(label: QLabel) -> None:
    """Hidden it takes as much room as shown."""
    policy = label.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    label.setSizePolicy(policy)


def _let_shrink(box: QComboBox) -> None:
    """Long names are offered whole in the list that opens; they do not widen the form."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(FEWEST_LETTERS)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
