"""Who calls, in the corner of the screen while the own extension rings. It takes no focus and opens nothing itself."""

from urllib.parse import quote

import msgspec
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QCursor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from supervisor_gui.config.addresses import template_problem
from supervisor_gui.i18n import translate
from supervisor_gui.text import clean
from supervisor_gui.ui.dialogs.parts import plain_label

WIDTH = 340
MARGIN = 16


class RingView(msgspec.Struct, frozen=True):
    """One ringing call as it is told.

    Attributes:
        key: The call's key.
        title: The caller's name or number, as this seat may see it; empty when the number is withheld.
        queue: The queue it came through, empty if none.
        last: The last call with that number in words, empty if none is known.
        address: The page that a click opens, empty for none.
    """

    key: str
    title: str
    queue: str = ""
    last: str = ""
    address: str = ""


def notice_address(template: str, number: str) -> str:
    """The customer's page: `template` with the digits of `number` at its `{number}`.

    Empty when there is no template, when it is no web address, or when the number is withheld.
    """
    digits = "".join(char for char in number if char.isascii() and char.isdigit())
    if not template or not digits or template_problem(template):
        return ""
    return template.replace("{number}", quote(digits, safe=""))


class RingNotice(QWidget):
    """A small window above all others, lowest right on the screen; hidden while nothing rings.

    Signals:
        open_wanted(str): The notice was clicked; the address to open.
    """

    open_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint
        super().__init__(parent, flags | Qt.WindowType.WindowDoesNotAcceptFocus | Qt.WindowType.WindowStaysOnTopHint)
        self.setObjectName("ringNotice")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # Or macOS hides it whenever another program is in front, which is when it is needed.
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setFixedWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self._views: dict[str, RingView] = {}
        self._put_away: set[str] = set()
        self._kind = plain_label(muted=True)
        self._title = plain_label(bigger=True)
        self._queue = plain_label()
        self._last = plain_label(muted=True)
        self._opens = plain_label(muted=True)
        self.shut = QToolButton()
        self.shut.setText("✕")
        self.shut.setAutoRaise(True)
        self.shut.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.shut.clicked.connect(self._on_shut)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._kind, self._title, self._queue, self._last, self._opens):
            words.addWidget(label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 10, 8, 12)
        layout.addLayout(words, 1)
        layout.addWidget(self.shut, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def view(self) -> RingView | None:
        """What is told now."""
        return next(reversed(self._views.values()), None)

    @property
    def words(self) -> str:
        """What it says, for a screen reader."""
        labels = (self._kind, self._title, self._queue, self._last, self._opens)
        return "\n".join(label.text() for label in labels if label.text())

    def offer(self, view: RingView) -> None:
        """Tell of a ringing call; one that is told already gets its newer words, one that was put away stays away."""
        if view.key in self._put_away:
            return
        new = view.key not in self._views
        self._views[view.key] = view
        self._show()
        if new:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def withdraw(self, key: str) -> None:
        """The call `key` rings no more; a call that still rings is told again."""
        self._put_away.discard(key)
        if self._views.pop(key, None) is not None:
            self._show()

    def withdraw_all(self) -> None:
        """Nothing rings, or nobody wants to know."""
        self._views.clear()
        self._put_away.clear()
        self.hide()

    def retranslate(self) -> None:
        """Take today's language."""
        self._kind.setText(translate("Calls", "Your extension rings"))
        self.shut.setAccessibleName(translate("Calls", "Close the notice"))
        self.shut.setToolTip(translate("Calls", "Close the notice"))
        if self._views:
            self._show()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Ground, frame, and a bar that tells it from other programs' notices."""
        painter = QPainter(self)
        palette = self.palette()
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.fillRect(0, 0, 5, self.height(), palette.color(QPalette.ColorRole.Highlight))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the customer's page."""
        view = self.view
        inside = self.rect().contains(event.position().toPoint())
        if view is not None and view.address and inside and event.button() is Qt.MouseButton.LeftButton:
            self.open_wanted.emit(view.address)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it where a window system gives it keys in spite of its wish."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_shut()
            return
        super().keyPressEvent(event)

    def _on_shut(self) -> None:
        self._put_away |= self._views.keys()
        self._views.clear()
        self.hide()

    def _show(self) -> None:
        view = self.view
        if view is None:
            self.hide()
            return
        self._title.setText(clean(view.title, 60) or translate("Calls", "Number withheld"))
        queue = translate("Calls", "Queue: {queue}").format(queue=clean(view.queue, 40))
        self._queue.setText(queue if view.queue else "")
        self._last.setText(clean(view.last, 120))
        self._opens.setText(translate("Calls", "Click: the customer's page") if view.address else "")
        for label in (self._queue, self._last, self._opens):
            label.setVisible(bool(label.text()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if view.address else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.words)
        self.resize(WIDTH, self.heightForWidth(WIDTH))
        self._place()
        self.show()

    def _place(self) -> None:
        """On the screen where the program's window is, else where the user points."""
        owner = self.parentWidget()
        pointed = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        screen = owner.screen() if owner is not None else pointed
        free = screen.availableGeometry()
        self.move(free.bottomRight() - QPoint(self.width() + MARGIN, self.height() + MARGIN))
