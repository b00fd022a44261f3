"""A button for an action with its key drawn as a cap behind the words. The action decides whether it can be pressed,
and says why not in its status tip."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QBrush, QColor, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from supervisor_gui.ui import plain
from supervisor_gui.ui.widgets.ink import PLAIN, SMALL, Ink

PAD = 10
GAP = 7


class KeyButton(QAbstractButton):
    """Triggers one QAction and follows its words, key and state."""

    def __init__(self, action: QAction, parent: QWidget | None = None, *, first: bool = False) -> None:
        super().__init__(parent)
        self._action = action
        self._first = first
        self._ink: Ink | None = None
        self._key = ""
        self._capped = True
        self._why = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action.changed.connect(self._on_changed)
        self.clicked.connect(action.trigger)
        self._on_changed()

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self._ink = ink
        self.updateGeometry()
        self.update()

    def show_cap(self, *, shown: bool) -> None:
        """Draw the key, or leave it to the tooltip where there is no room."""
        if shown != self._capped:
            self._capped = shown
            self.updateGeometry()
            self.update()

    @property
    def hidden_room(self) -> int:
        """Pixels that the key would take were it drawn; 0 when it is."""
        return 0 if self._capped or not self._key or self._ink is None else GAP + self._cap_width(self._ink)

    def sizeHint(self) -> QSize:
        """Room for words and cap."""
        if self._ink is None:
            return QSize(80, 28)
        width = self._ink.types[PLAIN].width(self.text()) + 2 * PAD
        if self._key and self._capped:
            width += GAP + self._cap_width(self._ink)
        return QSize(width, self._ink.types[PLAIN].height + 12)

    def minimumSizeHint(self) -> QSize:
        """The words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, words and cap."""
        ink = self._ink
        if ink is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self._first and self.isEnabled()
        theme = ink.theme
        painter.setBrush(ink.fills["accent" if strong else "pill" if self.isDown() else "surface"])
        edge = theme.accent if self.hasFocus() or (self.underMouse() and self.isEnabled()) else theme.border
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        words = QPen(QColor(theme.on_accent)) if strong else ink.pens["text" if self.isEnabled() else "muted"]
        if not self.isEnabled():
            painter.setOpacity(0.6)
        kind = ink.types[PLAIN]
        painter.setPen(words)
        kind.draw(painter, PAD, kind.base(0, self.height()), self.text())
        if self._key and self._capped:
            self._paint_cap(painter, ink, words)
        painter.end()

    def _cap_width(self, ink: Ink) -> int:
        return max(ink.types[SMALL].width(self._key) + 8, 17)

    def _paint_cap(self, painter: QPainter, ink: Ink, words: QPen) -> None:
        kind = ink.types[SMALL]
        width, height = self._cap_width(ink), kind.height + 2
        cap = QRect(self.width() - PAD - width, (self.height() - height) // 2, width, height)
        painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
        painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(words)
        x = cap.x() + (width - kind.width(self._key)) // 2
        kind.draw(painter, x, kind.base(cap.y(), height), self._key)

    def _on_changed(self) -> None:
        self.setText(self._action.text().replace("&", ""))
        self._key = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setAccessibleName(f"{self.text()} ({self._key})" if self._key else self.text())
        self.setEnabled(self._action.isEnabled())
        if self._why != self._action.statusTip():
            self._why = self._action.statusTip()
            self.setToolTip(plain.tooltip(self._why))
        self.updateGeometry()
        self.update()
