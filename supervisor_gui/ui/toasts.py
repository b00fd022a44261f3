"""Toasts in the window's lower right corner: never modal, never taking the focus. It words nothing."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.text import clean
from supervisor_gui.ui.dialogs.parts import LONGEST_WORDS, Details, Mark, Panel, plain_label
from supervisor_gui.ui.messages import Message, Messages, Tone

WIDTH = 400
MOST = 4
STAYS_MS = 7_000
MARGIN = 14


class Toast(Panel):
    """One message; an INFO goes by itself unless the mouse rests on it.

    Signals:
        gone(object): This toast wants to leave.
    """

    gone = Signal(object)

    def __init__(self, message: Message, parent: QWidget) -> None:
        super().__init__(parent)
        self.message = message
        self.setFixedWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._text = plain_label(clean(message.text, LONGEST_WORDS), bold=True)
        self._todo = plain_label("\n".join(clean(line, LONGEST_WORDS) for line in message.todo.splitlines()))
        self.details = Details(focus=Qt.FocusPolicy.TabFocus)
        self.details.button.toggled.connect(self._on_details)
        self.shut = QToolButton()
        self.shut.setText("✕")
        self.shut.setAutoRaise(True)
        self.shut.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.shut.clicked.connect(self.leave)
        self._lay_out(message.tone)
        # Only now, as parts of the toast: shown before, each would be a window and take the keyboard from the main one.
        self._todo.setVisible(bool(message.todo))
        self.details.show_words(message.details)
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self.leave)
        if message.tone is Tone.INFO:
            self._timer.start()
        self.retranslate()

    def _lay_out(self, tone: Tone) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        for widget in (self._text, self._todo, self.details):
            words.addWidget(widget)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 10, 6, 10)
        layout.setSpacing(10)
        layout.addWidget(Mark("!" if tone is Tone.PROBLEM else "i"), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self.shut, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def words(self) -> str:
        """What it says."""
        return "\n".join(filter(None, (self._text.text(), self._todo.text())))

    def needed(self) -> int:
        """Pixels that it is high with all its words."""
        layout = self.layout()
        if layout is not None:
            # It may have measured the words before they had their font or the toast its width.
            layout.invalidate()
        return self.heightForWidth(WIDTH) if self.hasHeightForWidth() else self.sizeHint().height()

    def leave(self) -> None:
        """Go away."""
        self._timer.stop()
        self.gone.emit(self)

    def retranslate(self) -> None:
        """Take today's language for what is not the message."""
        self.setAccessibleName(self.words)
        self.shut.setAccessibleName(translate("Messages", "Close the message"))
        self.details.retranslate()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Somebody reads."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Somebody has read."""
        if self.message.tone is Tone.INFO and not self.details.button.isChecked():
            self._timer.start()
        super().leaveEvent(event)

    def _on_details(self, opened: bool) -> None:
        if opened:
            self._timer.stop()
        self.updateGeometry()
        self.adjustSize()


class Toasts(QObject):
    """Stacks toasts over `area`, the newest lowest, the oldest leaving when there are too many."""

    def __init__(self, area: QWidget, messages: Messages) -> None:
        super().__init__(area)
        self._area = area
        self._toasts: list[Toast] = []
        area.installEventFilter(self)
        messages.told.connect(self.show_message)
        messages.withdrawn.connect(self.withdraw)

    @property
    def shown(self) -> tuple[Toast, ...]:
        """Toasts on the screen, oldest first."""
        return tuple(self._toasts)

    def show_message(self, message: Message) -> None:
        """Put up a toast."""
        if message.key:
            self.withdraw(message.key)
        toast = Toast(message, self._area)
        toast.gone.connect(self._on_gone)
        toast.installEventFilter(self)
        self._toasts.append(toast)
        for old in self._toasts[:-MOST]:
            self._on_gone(old)
        toast.adjustSize()
        toast.show()
        self._place()
        QAccessible.updateAccessibility(QAccessibleEvent(toast, QAccessible.Event.Alert))

    def withdraw(self, key: str) -> None:
        """Take down what was said under `key`."""
        for toast in [toast for toast in self._toasts if toast.message.key == key]:
            self._on_gone(toast)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The area or a toast changed its size."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._place()
        return super().eventFilter(watched, event)

    def _on_gone(self, toast: Toast) -> None:
        if toast in self._toasts:
            self._toasts.remove(toast)
            toast.removeEventFilter(self)
            toast.hide()
            toast.deleteLater()
            self._place()

    def _place(self) -> None:
        bottom = self._area.height() - MARGIN
        for toast in reversed(self._toasts):
            height = toast.needed()
            toast.resize(WIDTH, height)
            bottom -= height
            toast.move(QPoint(self._area.width() - WIDTH - MARGIN, bottom))
            toast.raise_()
            bottom -= 8
