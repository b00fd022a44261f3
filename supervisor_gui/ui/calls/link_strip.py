"""A number that came from outside of the window, above the pages: Enter dials it. It calls nobody itself."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.netsantral.types_numbers import Reading
from supervisor_gui.text import clean
from supervisor_gui.ui.calls.keyboard import give_back
from supervisor_gui.ui.calls.number_words import kind_words, refusal_words, wire_words
from supervisor_gui.ui.calls.wishes import DialWish
from supervisor_gui.ui.dialogs.parts import Band, Mark, plain_label

HOLD_OFF_MS = 700
"""How long Enter is not heard after another number has come under the finger."""


class LinkStrip(Band):
    """Hidden until a number comes; a further one takes its place. Enter dials, Esc puts it away.

    It never brings the window to the front. Once the user is in the window, its button has the keyboard, unless
    somebody is typing.

    Signals:
        dial_wanted(object): A DialWish.
        dismissed(): The user put it away.
    """

    dial_wanted = Signal(object)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("linkStrip")
        self._wish: DialWish | None = None
        self._problem = ""
        self._profile = ""
        self._before: QWidget | None = None
        self._title = plain_label(bold=True)
        self._text = plain_label()
        self.dial = QPushButton()
        self.dismiss = QPushButton()
        self.dial.clicked.connect(self._on_dial)
        self.dismiss.clicked.connect(self._on_dismiss)
        for button in (self.dial, self.dismiss):
            button.installEventFilter(self)
        self._hold_off = QTimer(self, singleShot=True, interval=HOLD_OFF_MS)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(10)
        layout.addWidget(Mark("i"), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self.dial)
        layout.addWidget(self.dismiss)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return f"{self._title.text()}\n{self._text.text()}"

    @property
    def holding_off(self) -> bool:
        """Whether Enter is not heard just now."""
        return self._hold_off.isActive()

    def offer(self, typed: str, reading: Reading, profile: str) -> None:
        """Show a number that came by a link, or why it cannot be called.

        Args:
            typed: The number as it came.
            reading: What it means.
            profile: The name of the profile that would call it.
        """
        self._problem = "" if reading.choices else refusal_words(reading.refused)
        self._take(DialWish(typed=typed, reading=reading, link=True), profile)

    def refuse(self, typed: str, problem: str) -> None:
        """Show why a link is not taken at all.

        Args:
            typed: The link as it came.
            problem: The reason, a whole sentence.
        """
        self._problem = problem
        self._take(DialWish(typed=typed, reading=Reading(), link=True), "")

    def retranslate(self) -> None:
        """Take today's language."""
        if self._wish is None:
            return
        if self._wish.reading.refused:
            self._problem = refusal_words(self._wish.reading.refused)
        self._word(self._wish)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter dials, or puts away when that button has the keyboard; a held key counts for nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_dismiss()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                (self._on_dismiss if self.dismiss.hasFocus() else self._on_dial)()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keyboard came to a button or left it."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._name_buttons()
        return super().eventFilter(watched, event)

    def _take(self, wish: DialWish, profile: str) -> None:
        if self.isVisible() and self._wish is not None and self._wish != wish:
            self._hold_off.start()
        self._wish = wish
        self._profile = profile
        self._word(wish)
        self.show()
        self._offer_keyboard()
        self._name_buttons()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _word(self, wish: DialWish) -> None:
        typed = clean(wish.typed, 60)
        choices = wish.reading.choices
        if choices:
            number = choices[0]
            shown = clean(number.shown, 40)
            self._title.setText(translate("LinkStrip", "Call {number}?").format(number=shown))
            told = [kind_words(choice) for choice in choices]
            told = [" / ".join(told), wire_words(number)] if len(choices) == 1 else [" / ".join(told)]
            if self._profile:
                told.append(translate("LinkStrip", "profile {name}").format(name=clean(self._profile, 40)))
            self._text.setText("  ·  ".join(filter(None, told)))
        else:
            self._title.setText(translate("LinkStrip", "This link cannot be called: {text}").format(text=typed))
            self._text.setText(self._problem)
        self.dial.setAccessibleName(self._title.text())
        self.dial.setVisible(bool(choices))
        self._name_buttons()
        self.dismiss.setAccessibleName(translate("LinkStrip", "Put the link away"))
        self.setAccessibleName(self.words)

    def _name_buttons(self) -> None:
        """The buttons name their keys only while these keys are theirs."""
        choices = self._wish.reading.choices if self._wish is not None else ()
        asks = len(choices) > 1 or any(choice.asks for choice in choices)
        words = translate("LinkStrip", "Dial…") if asks else translate("LinkStrip", "Dial")
        focused = _focused(self)
        self.dial.setText(f"{words}  (Enter)" if focused is self.dial else words)
        away = translate("LinkStrip", "Dismiss")
        self.dismiss.setText(f"{away}  (Esc)" if focused in {self.dial, self.dismiss} else away)

    def _offer_keyboard(self) -> None:
        """In a window that is not active this only says where the keyboard goes once the user comes."""
        now = _focused(self)
        if now is not None and (now is self or self.isAncestorOf(now)):
            (self.dial if self.dial.isVisible() else self.dismiss).setFocus()
            return
        if self.window().isActiveWindow() and _is_typed_into(now):
            return
        if QApplication.activePopupWidget() is not None:
            return
        self._before = now
        (self.dial if self.dial.isVisible() else self.dismiss).setFocus()

    def _on_dial(self) -> None:
        wish = self._wish
        if wish is None or not wish.reading.choices or self._hold_off.isActive():
            return
        self._leave()
        self.dial_wanted.emit(wish)

    def _on_dismiss(self) -> None:
        if self._wish is not None:
            self._leave()
            self.dismissed.emit()

    def _leave(self) -> None:
        """Give the keyboard back before hiding: Qt would hand it to the next button on the way."""
        self._wish = None
        before, self._before = self._before, None
        focused = _focused(self)
        if focused is not None and self.isAncestorOf(focused):
            give_back(before, focused)
        self.hide()


def _focused(widget: QWidget) -> QWidget | None:
    """What has the keyboard in the widget's window, or will have it once the window is active."""
    return widget.window().focusWidget()


def _is_typed_into(widget: QWidget | None) -> bool:
    """Whether a line is being written, so that Enter there means that line."""
    if isinstance(widget, QAbstractSpinBox):
        return True
    return isinstance(widget, QLineEdit) and not widget.isReadOnly() and bool(widget.text())
