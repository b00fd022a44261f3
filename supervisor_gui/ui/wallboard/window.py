"""The wallboard's own window: full screen or not, on which screen, its keys. What it shows is the view's."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QCursor, QHideEvent, QKeyEvent, QMouseEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui import plain
from supervisor_gui.ui.theme import Theme
from supervisor_gui.ui.wallboard.view import WallView

SIZE = (1280, 720)
POINTER_REST = 3.0
"""Seconds after which a mouse that does not move is no longer drawn."""


class WallboardWindow(QWidget):
    """A window of its own beside the main one. It comes to the front when it is opened, and never by itself.

    Signals:
        left(): Esc or F11: the main window is wanted.
        closed(): It was closed as any window is.
        on_screen_changed(): It may have come on a screen, or gone from it.
    """

    left = Signal()
    closed = Signal()
    on_screen_changed = Signal()

    def __init__(self, theme: Theme, *, demo: bool = False, wall: Callable[[], float] = time.time) -> None:
        super().__init__()
        self.setObjectName("wallboard")
        self._demo = demo
        self._wall = wall
        self._may_close = False
        self._moved = 0.0
        self.view = WallView(theme, demo=demo, parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(480, 320)
        self.resize(*SIZE)
        self.retranslate()

    @property
    def on_screen(self) -> bool:
        """Whether it can be looked at: shown, and not minimised."""
        return self.isVisible() and not self.isMinimized()

    def place_on(self, screen: QScreen | None) -> None:
        """Be full screen when it is shown, on `screen` or where the system puts it."""
        place = screen or self.screen()
        self.setScreen(place)
        # Where windows know their place it decides; elsewhere the screen does.
        self.setGeometry(place.geometry())
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowFullScreen)

    def open_on(self, screen: QScreen | None) -> None:
        """Fill `screen`, or the one it is on."""
        self.place_on(screen)
        self.show()
        self.raise_()
        self.activateWindow()
        self.setFocus()

    def tick(self, now: float) -> None:
        """A second has passed."""
        if not self.isVisible():
            return
        self.view.tick(now)
        if self.isFullScreen() and now - self._moved >= POINTER_REST:
            self.setCursor(QCursor(Qt.CursorShape.BlankCursor))

    def retranslate(self) -> None:
        """Take today's language."""
        name = translate("Wallboard", "Wallboard")
        self.setAccessibleName(name)
        parts = [name, translate("Window", "NetSantral Supervisor"), *(["DEMO"] if self._demo else [])]
        self.setWindowTitle(" – ".join(parts))
        hint = translate(
            "Wallboard", "Esc: back to the program. Double click: full screen or window. Space: hold the page."
        )
        self.view.setToolTip(plain.tooltip(hint))
        self.view.retranslate()

    def toggle_full_screen(self) -> None:
        """Full screen, or a window among others."""
        if self.isFullScreen():
            self.showNormal()
            self.resize(*SIZE)
        else:
            self.showFullScreen()

    def close_for_good(self) -> None:
        """Close without telling anybody: the program ends."""
        self._may_close = True
        self.close()

    # hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and F11 leave, Space holds the page, arrows turn it."""
        key = event.key()
        now = self._wall()
        if key in {Qt.Key.Key_Escape, Qt.Key.Key_F11}:
            self.left.emit()
        elif key == Qt.Key.Key_Space:
            self.view.toggle(now)
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Down}:
            self.view.turn(1, now)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Up}:
            self.view.turn(-1, now)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Full screen and back."""
        self.toggle_full_screen()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The mouse is drawn again, and the page stays for a moment."""
        self._moved = self._wall()
        self.unsetCursor()
        self.view.touch(self._moved)
        super().mouseMoveEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window goes; what that means for the program is not decided here."""
        event.accept()
        if not self._may_close:
            self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """It comes on a screen."""
        super().showEvent(event)
        self.on_screen_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """It goes from the screen."""
        super().hideEvent(event)
        self.on_screen_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt tells that the language changed, or that the window was minimised or brought back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.WindowStateChange:
            self.on_screen_changed.emit()
