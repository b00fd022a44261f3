"""The icon in the desktop's tray with how many callers wait to be called back. It counts nothing and opens nothing."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QFont, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from supervisor_gui.i18n import translate
from supervisor_gui.ui.missed.words import JOINT
from supervisor_gui.ui.widgets.marks import Icon, paint_icon

SIZES = (16, 22, 24, 32, 44, 48, 64)
"""Pixels of trays' icons, of screens with one and two pixels a point."""

LOOK_EVERY_MS = 5_000
"""How often a tray is looked for while there is none."""

MOST = 99
_GROUND, _EDGE, _INK = "#0B57A4", "#7CBAF8", "#FFFFFF"


class Tray(QObject):
    """One icon with a menu. Where the desktop has no tray nothing happens; when one comes later the icon appears.

    Signals:
        open_wanted(): The window is wanted.
        missed_wanted(): The page of missed callers is wanted.
        quit_wanted(): The program is to end.
    """

    open_wanted = Signal()
    missed_wanted = Signal()
    quit_wanted = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
        look_every_ms: int = LOOK_EVERY_MS,
        platform: str = sys.platform,
    ) -> None:
        """Make it, hidden.

        Args:
            parent: Its owner.
            available: Whether the desktop has a tray now.
            look_every_ms: How often that is asked while there is none.
            platform: As in `sys.platform`.
        """
        super().__init__(parent)
        self._available = available
        # On macOS a click opens the menu, and is told as one on the icon beside that.
        self._click_opens_menu = platform == "darwin"
        self._missed = 0
        self._waiting: int | None = None
        self._wanted = False
        self._icon: QSystemTrayIcon | None = None
        self.menu = QMenu()
        self.open = QAction(self)
        self.callers = QAction(self)
        self.quit = QAction(self)
        self.menu.addActions([self.open, self.callers])
        self.menu.addSeparator()
        self.menu.addAction(self.quit)
        self.open.triggered.connect(self.open_wanted)
        self.callers.triggered.connect(self.missed_wanted)
        self.quit.triggered.connect(self.quit_wanted)
        self._looking = QTimer(self, interval=look_every_ms)
        self._looking.timeout.connect(self._consider)
        self.retranslate()

    @property
    def visible(self) -> bool:
        """Whether the icon stands in a tray."""
        return self._icon is not None

    def show_counts(self, missed: int, waiting: int | None) -> None:
        """How many callers are to be called back, and how many calls wait in queues now; None while nobody knows."""
        if (missed, waiting) != (self._missed, self._waiting):
            redraw = missed != self._missed
            self._missed, self._waiting = missed, waiting
            self._name(redraw=redraw)

    def set_visible(self, wanted: bool) -> None:
        """Show the icon as soon as there is a tray, or take it away."""
        self._wanted = wanted
        self._consider()

    def retranslate(self) -> None:
        """Take today's language."""
        self.open.setText(translate("Tray", "Open the window"))
        self.quit.setText(translate("Tray", "Quit"))
        self._name(redraw=False)

    def tooltip(self) -> str:
        """What there is to do."""
        missed, waiting = self._missed, self._waiting
        parts = []
        if missed:
            parts.append(translate("Tray", "%n caller(s) to call back", None, missed))
        if waiting:
            parts.append(translate("Tray", "%n waiting call(s)", None, waiting))
        if parts:
            return JOINT.join(parts)
        if waiting is None:
            return translate("Tray", "NetSantral Supervisor: no data yet")
        return translate("Tray", "NetSantral Supervisor: nobody waits")

    def close(self) -> None:
        """The program ends: an icon left behind would stand there until the mouse comes over it."""
        self.set_visible(False)
        self.menu.close()

    def _consider(self) -> None:
        if self._wanted and self._icon is None and self._available():
            self._appear()
        elif not self._wanted and self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None
        # Once shown, Qt itself brings the icon back when the desktop starts its tray anew.
        if self._wanted and self._icon is None:
            self._looking.start()
        else:
            self._looking.stop()

    def _appear(self) -> None:
        self._icon = QSystemTrayIcon(tray_icon(self._missed), self)
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._on_activated)
        self._name(redraw=False)
        self._icon.show()

    def _name(self, *, redraw: bool) -> None:
        words = translate("Tray", "Missed callers")
        self.callers.setText(f"{words} ({self._missed})" if self._missed else words)
        if self._icon is not None:
            self._icon.setToolTip(self.tooltip())
            if redraw:
                self._icon.setIcon(tray_icon(self._missed))

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            if not self._click_opens_menu:
                self.open_wanted.emit()
        elif reason is QSystemTrayIcon.ActivationReason.MiddleClick:
            self.missed_wanted.emit()


def tray_icon(missed: int) -> QIcon:
    """The program's icon with a count; readable on light and dark bars, for it brings its own ground."""
    made = QIcon()
    for size in SIZES:
        made.addPixmap(_painted(size, missed))
    return made


def _painted(size: int, missed: int) -> QPixmap:
    picture = QPixmap(QSize(size, size))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = max(1.0, size / 24)
    ground = QRectF(edge / 2, edge / 2, size - edge, size - edge)
    painter.setPen(QPen(QColor(_EDGE), edge))
    painter.setBrush(QColor(_GROUND))
    painter.drawRoundedRect(ground, size * 0.2, size * 0.2)
    if missed:
        _paint_count(painter, size, missed)
    else:
        paint_icon(painter, Icon.RETURN, QColor(_INK), size * 0.16, size * 0.16, size=size * 0.68)
    painter.end()
    return picture


def _paint_count(painter: QPainter, size: int, missed: int) -> None:
    """The count as large as it fits: a tray's icon is small, and the count is what it is looked at for."""
    words = str(missed) if missed <= MOST else f"{MOST}+"
    font = QFont(painter.font())
    font.setBold(True)
    room = size * 0.88
    font.setPixelSize(max(1, round(size * 0.72)))
    painter.setFont(font)
    wide = painter.fontMetrics().horizontalAdvance(words)
    if wide > room:
        font.setPixelSize(max(1, int(font.pixelSize() * room / wide)))
        painter.setFont(font)
    painter.setPen(QColor(_INK))
    painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, words)
