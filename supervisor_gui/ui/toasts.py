"""Toasts at the window's right: never modal, never taking the focus, over nothing to press. It words nothing."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from supervisor_gui.i18n import translate
from supervisor_gui.text import clean
from supervisor_gui.ui.dialogs.parts import LONGEST_WORDS, Details, Mark, Panel, plain_label
from supervisor_gui.ui.messages import Message, Messages, Tone
from supervisor_gui.ui.widgets.foot_strip import FootStrip
from supervisor_gui.ui.widgets.keyboard_home import KeyboardHome

WIDTH = 400
MOST = 4
STAYS_MS = 7_000
MARGIN = 14
GAP = 8

_KEPT_CLEAR = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, FootStrip)
"""What somebody presses, types into or must read to the end."""


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
    """Shows toasts at the right of `area`, the newest lowest, the oldest leaving when there are too many.

    Each takes the lowest place in `room` where it covers no button, field or strip, else where it covers the least.
    Strips below the room stay free. A toast for which there is no place waits until a newer one has left.
    """

    def __init__(
        self,
        area: QWidget,
        messages: Messages,
        *,
        room: QWidget | None = None,
        keyboard: KeyboardHome | None = None,
    ) -> None:
        """Args.

        area: Their parent.
        messages: What is told.
        room: The part of `area` that they may stand on; None: all of it.
        keyboard: Takes the keyboard from one that leaves with it.
        """
        super().__init__(area)
        self._area = area
        self._room = room if room is not None else area
        self._keyboard = keyboard
        self._toasts: list[Toast] = []
        for part in {area, self._room}:
            part.installEventFilter(self)
        messages.told.connect(self.show_message)
        messages.withdrawn.connect(self.withdraw)

    @property
    def shown(self) -> tuple[Toast, ...]:
        """Toasts that are there, oldest first."""
        return tuple(self._toasts)

    def show_message(self, message: Message) -> None:
        """Put up a toast."""
        if message.key:
            self.withdraw(message.key)
        toast = Toast(message, self._area)
        toast.gone.connect(self._on_gone)
        toast.installEventFilter(self)
        if self._keyboard is not None:
            self._keyboard.watch(toast)
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
        """The area, the room or a toast changed its size, or something in them came or went."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest}:
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
        if not self._toasts:
            return
        column = self._column()
        taken = list(self._kept_clear(column))
        placed: list[QRect] = []
        for toast in reversed(self._toasts):
            height = toast.needed()
            spot = lowest_place(height, column, taken, placed)
            if spot is None and not placed:
                # The room is lower than the words: the newest is told all the same.
                spot = QRect(column.left(), max(0, column.bottom() + 1 - height), WIDTH, height)
            if spot is not None:
                placed.append(spot)
                toast.setGeometry(spot)
                toast.raise_()
            if toast.isHidden() is (spot is not None):
                toast.setVisible(spot is not None)

    def _column(self) -> QRect:
        """Where toasts may stand."""
        left = self._area.width() - WIDTH - MARGIN
        top = self._room.mapTo(self._area, QPoint(0, 0)).y()
        return QRect(left, top, WIDTH, self._room.height() - MARGIN)

    def _kept_clear(self, column: QRect) -> Iterator[QRect]:
        """What is seen in the column and better not covered."""
        window = self._area.window()
        for kind in _KEPT_CLEAR:
            for part in self._room.findChildren(kind):
                if part.isVisible() and part.window() is window and not self._is_ours(part):
                    seen = self._seen(part)
                    if seen.intersects(column):
                        yield seen

    def _is_ours(self, part: QWidget) -> bool:
        return any(toast.isAncestorOf(part) for toast in self._toasts)

    def _seen(self, part: QWidget) -> QRect:
        """What is seen of `part`, which may be scrolled away."""
        area = self._area
        seen, around = QRect(part.mapTo(area, QPoint(0, 0)), part.size()), part.parentWidget()
        while around is not None and around is not area:
            seen &= QRect(around.mapTo(area, QPoint(0, 0)), around.size())
            around = around.parentWidget()
        return seen


def lowest_place(height: int, column: QRect, taken: Sequence[QRect], placed: Sequence[QRect]) -> QRect | None:
    """Where something of this height covers none of what is `taken`, or the least of it; None when it has no room.

    Args:
        height: Pixels.
        column: Where it may stand.
        taken: What is better not covered.
        placed: What must not be.
    """
    best, least = None, 0
    edges = {column.bottom() + 1, *(other.top() - GAP for other in (*taken, *placed))}
    for edge in sorted(edges, reverse=True):
        spot = QRect(column.left(), edge - height, column.width(), height)
        if not column.contains(spot) or any(spot.intersects(other) for other in placed):
            continue
        covered = sum(_pixels(spot & other) for other in taken)
        if best is None or covered < least:
            best, least = spot, covered
    return best


def _pixels(area: QRect) -> int:
    return area.width() * area.height() if area.isValid() else 0
