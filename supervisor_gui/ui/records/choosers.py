"""Controls that narrow calls: one of many with typing, several of a few, a length. What they choose is the caller's."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from supervisor_gui.i18n import translate
from supervisor_gui.text import clean, fold
from supervisor_gui.ui import plain
from supervisor_gui.ui.records.length_box import ANY, LengthBox
from supervisor_gui.ui.statistics.pills import pill

ROUND_WORDS = 36
LEAST_WIDTH = 96
"""Pixels of a box beside its words, and at the least."""


class ChoiceBox(QComboBox):
    """One of many, found by typing a part of it; the first entry means all.

    Signals:
        chosen(str): The key of another entry, empty for all.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("choiceBox")
        self._key = ""
        self._offered: tuple[tuple[str, str], ...] = ()
        self.addItem("", "")
        self.line = QLineEdit(self)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(1)
        self.setMaxVisibleItems(16)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._find()
        self.activated.connect(self._on_activated)
        self.line.editingFinished.connect(self._on_typed)

    def _find(self) -> None:
        """Offer while typing whatever holds the letters."""
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    def offer(self, entries: Sequence[tuple[str, str]]) -> None:
        """Offer entries of key and words behind the first; the chosen one stays, though it is offered no more."""
        if tuple(entries) == self._offered:
            return
        self._offered = tuple(entries)
        typed = self.line.text() if self._typing else ""
        with QSignalBlocker(self):
            while self.count() > 1:
                self.removeItem(self.count() - 1)
            for key, words in entries:
                self.addItem(clean(words, 60), key)
        self._show(self._key)
        if typed:
            self.line.setText(typed)
            self.line.setModified(True)

    def show_chosen(self, key: str) -> None:
        """Show the entry of `key` without telling anybody; words that are being typed stay."""
        if key != self._key or not self._typing:
            self._show(key)

    @property
    def _typing(self) -> bool:
        return self.line.hasFocus() and self.line.isModified()

    def _show(self, key: str) -> None:
        self._key = key
        place = self.findData(key)
        with QSignalBlocker(self):
            if place < 0:
                self.addItem(clean(key, 60), key)
                place = self.count() - 1
            self.setCurrentIndex(place)
            # An equal place leaves in the line what was typed there.
            self.setEditText(self.itemText(place))
        self.line.setCursorPosition(0)

    def name(self, all_of_them: str, name: str) -> None:
        """Words of the first entry, and what the control is."""
        self.setItemText(0, all_of_them)
        self.updateGeometry()
        self.setAccessibleName(name)
        self.line.setAccessibleName(name)
        self.show_chosen(self._key)

    def sizeHint(self) -> QSize:
        """Room for the words that stand there while all are meant."""
        words = self.fontMetrics().horizontalAdvance(self.itemText(0))
        return QSize(max(LEAST_WIDTH, words + ROUND_WORDS), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Likewise."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow as the buttons beside have it: a style sheet has none of its own."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(self.foregroundRole()))
        x, y = self.width() - 11.0, self.height() / 2
        painter.drawPolygon(QPolygonF([QPointF(x - 3.5, y - 2), QPointF(x + 3.5, y - 2), QPointF(x, y + 2)]))
        painter.end()

    def _on_activated(self, place: int) -> None:
        self._take(str(self.itemData(place) or ""))

    def _on_typed(self) -> None:
        """Take the one entry that was typed or begun; what is none leaves all as it was."""
        typed = fold(self.currentText().strip())
        words = [fold(self.itemText(place)) for place in range(self.count())]
        whole = [place for place, word in enumerate(words) if word == typed]
        begun = whole or [place for place, word in enumerate(words) if place and typed and typed in word]
        if not typed:
            self._take("")
        elif len(begun) == 1 or whole:
            self._take(str(self.itemData(begun[0]) or ""))
        else:
            self._show(self._key)

    def _take(self, key: str) -> None:
        before = self._key
        self._show(key)
        if key != before:
            self.chosen.emit(key)


class StayingMenu(QMenu):
    """A menu of switches that stays open while they are pressed."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on a switch turns it and leaves the menu open."""
        action = self.actionAt(event.position().toPoint())
        if bool(action) and action.isCheckable() and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns the switch; Enter turns it and closes, as in every menu."""
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and bool(action) and action.isCheckable():
            action.trigger()
        else:
            super().keyPressEvent(event)


class SeveralButton(QToolButton):
    """Several of a few, in a menu.

    Signals:
        chosen(object): A frozenset of keys; empty for all.
    """

    chosen = Signal(object)

    def __init__(self, keys: Sequence[object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "chooser")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._keys = tuple(keys)
        self._all = ""
        self._several = ""
        self._menu = StayingMenu(self)
        self.switches: dict[object, QAction] = {}
        for key in self._keys:
            action = self._menu.addAction("")
            action.setCheckable(True)
            action.triggered.connect(self._on_triggered)
            self.switches[key] = action
        self.setMenu(self._menu)

    def show_chosen(self, keys: frozenset[object]) -> None:
        """Show which are chosen without telling anybody."""
        for key, action in self.switches.items():
            action.setChecked(key in keys)
        self._name()

    def name(self, all_of_them: str, several: str, words: Sequence[str]) -> None:
        """Words of the button with none chosen, with many (their count is `{n}`), and of each switch."""
        self._all, self._several = all_of_them, several
        for action, word in zip(self.switches.values(), words, strict=True):
            action.setText(word)
        self._name()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the menu as in a list."""
        if event.key() == Qt.Key.Key_Down:
            self.showMenu()
        else:
            super().keyPressEvent(event)

    def _name(self) -> None:
        chosen = [action.text() for action in self.switches.values() if action.isChecked()]
        words = self._all if not chosen else chosen[0] if len(chosen) == 1 else self._several.format(n=len(chosen))
        self.setText(words)
        self.setAccessibleName(f"{self._all}: {', '.join(chosen)}" if chosen else self._all)

    def _on_triggered(self) -> None:
        self._name()
        self.chosen.emit(frozenset(key for key, action in self.switches.items() if action.isChecked()))


class LengthPopup(QFrame):
    """From how many seconds to how many; closes itself on Escape or a press outside.

    Signals:
        chosen(object, object): The least and the most, as int or None.
    """

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("rangePopup")
        self.least, self.most = LengthBox(self), LengthBox(self)
        self.refusal = QLabel(self)
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self._least_label, self._most_label = QLabel(self), QLabel(self)
        self.quick = {span: pill(checkable=False) for span in ((None, 10), (60, None), (300, None))}
        self.clear = pill(checkable=False)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        for label, box in ((self._least_label, self.least), (self._most_label, self.most)):
            label.setBuddy(box)
            form.addRow(label, box)
        line = QHBoxLayout()
        line.setSpacing(6)
        for button in (*self.quick.values(), self.clear):
            line.addWidget(button)
            button.clicked.connect(self._on_quick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(10)
        layout.addLayout(line)
        layout.addLayout(form)
        layout.addWidget(self.refusal)
        for box in (self.least, self.most):
            box.valueChanged.connect(self._on_value)
            box.refused.connect(self._on_refused)
        self.retranslate()

    def open_at(self, least: int | None, most: int | None, point: QPoint) -> None:
        """Ask, beginning with these limits; the upper left corner at a point of the screen."""
        self._show(least, most)
        self.refusal.hide()
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(point.x(), screen.right() - self.width()))
        self.move(x, min(point.y() + 4, screen.bottom() - self.height()))
        self.show()
        self.least.setFocus(Qt.FocusReason.PopupFocusReason)
        self.least.selectAll()

    def retranslate(self) -> None:
        """Take today's language."""
        self.setAccessibleName(translate("RecordsPage", "Length of the call"))
        self._least_label.setText(translate("RecordsPage", "At least"))
        self._most_label.setText(translate("RecordsPage", "At most"))
        for label, box in ((self._least_label, self.least), (self._most_label, self.most)):
            box.setAccessibleName(label.text())
            box.setToolTip(plain.tooltip(translate("RecordsPage", "Such as 90, 2 min, 1 h 30 min or 1:30")))
            box.setSpecialValueText(translate("RecordsPage", "any"))
        words = (
            translate("RecordsPage", "Up to 10 s"),
            translate("RecordsPage", "From 1 min on"),
            translate("RecordsPage", "From 5 min on"),
        )
        for button, word in zip(self.quick.values(), words, strict=True):
            button.setText(word)
            button.setAccessibleName(word)
        self.clear.setText(translate("RecordsPage", "Any length"))
        self.clear.setAccessibleName(self.clear.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter closes: what is set counts already."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.close()
        else:
            super().keyPressEvent(event)

    def _show(self, least: int | None, most: int | None) -> None:
        for box, value in ((self.least, least), (self.most, most)):
            with QSignalBlocker(box):
                box.setValue(ANY if value is None else value)

    def _on_quick(self) -> None:
        span = next((span for span, button in self.quick.items() if button is self.sender()), (None, None))
        self._show(*span)
        self._on_value()
        self.close()

    def _on_refused(self, text: str) -> None:
        words = translate("RecordsPage", "“{text}” is no length. Write seconds, or such as 2 min, 1 h 30 min, 1:30.")
        plain.set_plain(self.refusal, words.format(text=clean(text, 20)) if text else "", 200)
        self.refusal.setVisible(bool(text))
        self.adjustSize()

    def _on_value(self) -> None:
        least, most = (None if box.value() < 0 else box.value() for box in (self.least, self.most))
        self.chosen.emit(least, most)
