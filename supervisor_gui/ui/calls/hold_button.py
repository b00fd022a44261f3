"""The hang-up button: one press for an own call, held for somebody else's, asleep after a call's end."""

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QRectF, QSize, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui import format as figures
from supervisor_gui.ui.widgets.ink import PLAIN, Ink

HOLD_MS = 700
SLEEP_MS = 2000
TOLD_MS = 4000
"""How long the words beside it tell how somebody else's call is ended."""

PAD = 10
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_KEYS = _ENTER | {Qt.Key.Key_Space}


class HoldButton(QAbstractButton):
    """Hangs up.

    Signals:
        wanted(): It was pressed, or held long enough.
        too_short(): It must be held and was let go before.
    """

    wanted = Signal()
    too_short = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink: Ink | None = None
        self._own = False
        self._spent = False
        self._sleep = QTimer(self, singleShot=True, interval=SLEEP_MS)
        self._fill = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=HOLD_MS)
        self._fill.setEasingCurve(QEasingCurve.Type.Linear)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # As high as the buttons beside it.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._fill.valueChanged.connect(self._on_filling)
        self._fill.finished.connect(self._on_held)
        self._sleep.timeout.connect(self._on_awake)
        self.pressed.connect(self._on_pressed)
        self.released.connect(self._fill.stop)
        self.released.connect(self.update)
        self.clicked.connect(self._on_clicked)
        self.retranslate()

    # in

    @property
    def own(self) -> bool:
        """Whether one press is enough."""
        return self._own

    @property
    def asleep(self) -> bool:
        """Whether it takes no press because a call has just ended."""
        return self._sleep.isActive()

    def set_own(self, own: bool) -> None:
        """Whether one press is enough; a press under way that began otherwise is dropped."""
        if own != self._own:
            self._let_go()
            self._own = own
            self.retranslate()

    def sleep(self) -> None:
        """A call ended or is about to: take no press for a while, so that none lands on the call that moves here."""
        self._let_go()
        self._sleep.start()
        self.update()

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self._ink = ink
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Take today's language."""
        self.setText(translate("Calls", "Hang up"))
        self.setAccessibleName(translate("Calls", "Hang up"))
        self.setToolTip("" if self._own else translate("Calls", "Somebody else's call: hold to hang up"))
        self.setAccessibleDescription(hold_words() if not self._own else "")
        self.updateGeometry()

    # keys and mouse; the mouse's press, release and leaving are QAbstractButton's

    def hitButton(self, position: QPoint) -> bool:
        """Nothing is hit while it sleeps, nor by a press that has had its effect."""
        return not self.asleep and not self._spent and super().hitButton(position)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A new press."""
        self._spent = False
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter press it; what a held key repeats is not a further press."""
        if event.key() not in _KEYS or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        if not event.isAutoRepeat() and not self.asleep and not self.isDown():
            self._spent = False
            self.setDown(True)
            self.pressed.emit()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Letting the key go ends the press."""
        if event.key() not in _KEYS:
            super().keyReleaseEvent(event)
            return
        if not event.isAutoRepeat() and self.isDown():
            self.click()

    def changeEvent(self, event: QEvent) -> None:
        """A button that may no longer be pressed lets go."""
        if event.type() is QEvent.Type.EnabledChange and not self.isEnabled():
            self._let_go()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight it is not held."""
        self._let_go()
        super().hideEvent(event)

    def _let_go(self) -> None:
        """Drop the press under way; the mouse must be released and pressed anew."""
        self._fill.stop()
        self._spent = self._spent or self.isDown()
        self.setDown(False)

    def _on_pressed(self) -> None:
        if not self._own:
            self._fill.start()

    def _on_filling(self) -> None:
        self.update()

    def _on_held(self) -> None:
        """The press is over with this: letting go of it later is no click."""
        self.sleep()
        self.wanted.emit()

    def _on_clicked(self) -> None:
        if self.asleep:
            return
        if self._own:
            self.sleep()
            self.wanted.emit()
        else:
            self.too_short.emit()

    def _on_awake(self) -> None:
        self.update()

    # looks

    def sizeHint(self) -> QSize:
        """Room for the words."""
        if self._ink is None:
            return QSize(80, 28)
        return QSize(self._ink.types[PLAIN].width(self.text()) + 2 * PAD, self._ink.types[PLAIN].height + 12)

    def minimumSizeHint(self) -> QSize:
        """The words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, how much of the hold is done, words."""
        ink = self._ink
        if ink is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        able = self.isEnabled() and not self.asleep
        box = QPainterPath()
        edge = 1.0 if self.hasFocus() else 0.5
        box.addRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 6, 6)
        painter.fillPath(box, ink.fills["pill" if self.isDown() else "surface"])
        if self.isDown() and not self._own:
            self._paint_fill(painter, ink, box)
        frame = ink.theme.accent if self.hasFocus() or (self.underMouse() and able) else ink.theme.border
        painter.setPen(QPen(QColor(frame), 2 * edge))
        painter.drawPath(box)
        painter.setOpacity(1.0 if able else 0.6)
        painter.setPen(ink.pens["text" if able else "muted"])
        kind = ink.types[PLAIN]
        kind.draw(painter, (self.width() - kind.width(self.text())) // 2, kind.base(0, self.height()), self.text())
        painter.end()

    def _paint_fill(self, painter: QPainter, ink: Ink, box: QPainterPath) -> None:
        done = QPainterPath()
        done.addRect(QRectF(0, 0, self.width() * float(self._fill.currentValue()), self.height()))
        painter.fillPath(box.intersected(done), ink.fills["alarm"])
        painter.fillRect(
            QRectF(2, self.height() - 4, (self.width() - 4) * float(self._fill.currentValue()), 2), ink.marks["limit"]
        )


def hold_words() -> str:
    """How somebody else's call is ended."""
    words = translate("Calls", "Somebody else's call: keep the button pressed for {n} s to hang up.")
    return words.format(n=figures.decimal(HOLD_MS / 1000))
