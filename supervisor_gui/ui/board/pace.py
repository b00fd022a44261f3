"""When rows may move: every few seconds at most, and never while a hand is on them. It moves nothing itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

EVERY = 3.0
"""Seconds between two new orders."""

REST = 2.0
"""Seconds that the mouse must have rested over the rows before they may move under it."""


class Pace(QObject):
    """Watches the mouse over some widgets."""

    def __init__(self, now: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._now = now
        self._held = 0
        self._last = 0.0
        self._moved = 0.0

    def watch(self, *widgets: QWidget) -> None:
        """Mouse moves over these hold rows in place for a moment."""
        for widget in widgets:
            widget.setMouseTracking(True)
            widget.installEventFilter(self)

    def hold(self, held: bool) -> None:
        """Keep rows in place until it is let go; calls nest."""
        self._held = max(0, self._held + (1 if held else -1))

    def may(self) -> bool:
        """Whether rows may take a new order now."""
        now = self._now()
        return not self._busy() and now - self._last >= EVERY and not 0 <= now - self._moved < REST

    def moved(self) -> None:
        """Rows took a new order."""
        self._last = self._now()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note when the mouse moves."""
        if event.type() in {QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel}:
            self._moved = self._now()
        elif event.type() is QEvent.Type.Leave:
            self._moved = 0.0
        return False

    def _busy(self) -> bool:
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        return bool(self._held) or pressed or QApplication.activePopupWidget() is not None
