"""The one window: rail, top line, pages, notices, actions' outcomes and status bar. It only joins widgets."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from supervisor_gui.i18n import translate
from supervisor_gui.live.status import PollStatus
from supervisor_gui.text import clean
from supervisor_gui.ui import link_words
from supervisor_gui.ui.batches import BatchPanel
from supervisor_gui.ui.link_words import Freshness
from supervisor_gui.ui.status_bar import LinkBar
from supervisor_gui.ui.widgets.keyboard_home import KeyboardHome, home_in

SMALLEST = (1000, 560)
FIRST_SIZE = (1440, 900)

MOST = 99
"""The largest count that a page's button shows as it is."""


class RailButton(QToolButton):
    """A page's button, with a count on it when there is something to do behind it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._page = ""
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setFixedSize(76, 58)

    def name_page(self, words: str, icon: QIcon) -> None:
        """Words and icon of the page."""
        self._page = words
        self.setText(words)
        self.setIcon(icon)
        self._name()

    def set_count(self, count: int) -> None:
        """How much there is to do; 0 hides it."""
        if count != self._count:
            self._count = count
            self._name()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and the count at its icon's upper right."""
        super().paintEvent(event)
        if not self._count:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = str(self._count) if self._count <= MOST else f"{MOST}+"
        font = self.font()
        font.setBold(True)
        font.setPixelSize(11)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        height = metrics.height() + 1
        width = max(height, metrics.horizontalAdvance(words) + 9)
        badge = QRect(min(self.width() // 2 + 8, self.width() - width - 1), 3, width, height)
        palette = self.palette()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
        painter.drawRoundedRect(badge, height / 2, height / 2)
        painter.setPen(palette.color(QPalette.ColorRole.HighlightedText))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()

    def _name(self) -> None:
        self.setAccessibleName(f"{self._page}, {self._count}" if self._count else self._page)


class Rail(QFrame):
    """The pages as a column of buttons.

    Signals:
        chosen(str): The page's name.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(6, 10, 6, 10)
        self._layout.setSpacing(4)
        self._layout.addStretch(1)
        self._group.buttonClicked.connect(self._on_clicked)

    def add(self, name: str) -> None:
        """Add the page `name`; its words come with `name_page`."""
        button = RailButton(self)
        button.setObjectName(name)
        self._group.addButton(button)
        self._buttons[name] = button
        self._layout.insertWidget(self._layout.count() - 1, button)

    def name_page(self, name: str, words: str, icon: QIcon) -> None:
        """Words and icon of a page."""
        self._buttons[name].name_page(words, icon)

    def set_badge(self, name: str, count: int) -> None:
        """How much there is to do on the page `name`; 0 shows nothing, and so does a page that is not there."""
        if name in self._buttons:
            self._buttons[name].set_count(count)

    def check(self, name: str) -> None:
        """Mark the page as open."""
        self._buttons[name].setChecked(True)

    def _on_clicked(self, button: QToolButton) -> None:
        self.chosen.emit(button.objectName())


class TopLine(QFrame):
    """Above the pages: whose PBX this is, how old the figures are, when the next come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topLine")
        self.title = QLabel()
        self.demo = QLabel("DEMO")
        self.demo.setObjectName("demoMark")
        self.demo.hide()
        self.age = QLabel()
        self.age.setObjectName("agePill")
        self.next = QLabel()
        self.next.setObjectName("nextPill")
        # Buttons beside them must not move when a query begins.
        kept = self.next.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.next.setSizePolicy(kept)
        for label in (self.title, self.age, self.next):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setObjectName("profileTitle")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(14, 6, 14, 6)
        self._layout.setSpacing(10)
        self._layout.addWidget(self.title)
        self._layout.addWidget(self.demo)
        self._layout.addStretch(1)
        self._layout.addWidget(self.age)
        self._layout.addWidget(self.next)

    def place(self, widget: QWidget) -> None:
        """Put `widget` between whose PBX this is and how old the figures are."""
        self._layout.insertWidget(2, widget, 4)


class MainWindow(QMainWindow):
    """The supervisor's window.

    Signals:
        close_wanted(): The user closes it; the program ends in its own order and closes the window last.
        page_wanted(str): A page's button was pressed.
        language_changed(): The window has taken another language.
    """

    close_wanted = Signal()
    page_wanted = Signal(str)
    language_changed = Signal()

    def __init__(self, name_of: Callable[[str], str], *, demo: bool = False) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self._demo = demo
        self._account = ""
        self._waiting = 0
        self._may_close = False
        self._status = PollStatus()
        self._pages: dict[str, QWidget] = {}
        self.rail = Rail()
        self.top = TopLine()
        self.top.demo.setVisible(demo)
        self.notices = QVBoxLayout()
        self.notices.setSpacing(0)
        self.stack = QStackedWidget()
        self.below = QVBoxLayout()
        self.below.setSpacing(0)
        self.batches = BatchPanel(name_of)
        self.keyboard = KeyboardHome(self._home, self)
        self.keyboard.watch(self.batches)
        self.link = LinkBar(self)
        self.setStatusBar(self.link)
        self._lay_out()
        self.rail.chosen.connect(self.page_wanted)
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        self.retranslate()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addLayout(self.notices)
        right.addWidget(self.stack, 1)
        right.addLayout(self.below)
        right.addWidget(self.batches)
        body = QWidget()
        line = QHBoxLayout(body)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.rail)
        line.addLayout(right, 1)
        self.setCentralWidget(body)

    def add_page(self, name: str, page: QWidget) -> None:
        """Put `page` behind the rail's button `name`."""
        self._pages[name] = page
        self.stack.addWidget(page)

    def has_page(self, name: str) -> bool:
        """Whether the page has been built."""
        return name in self._pages

    def open_page(self, name: str) -> None:
        """Show the page `name`; it must have been added."""
        self.stack.setCurrentWidget(self._pages[name])
        self.rail.check(name)

    def keyboard_at(self) -> QWidget | None:
        """The part that has the keyboard, or will have it when the window is active; None when none has."""
        return self.focusWidget()

    def _home(self) -> QWidget | None:
        """Who gets the keyboard of a strip that was put away."""
        page = self.stack.currentWidget()
        return home_in(page) if page is not None else None

    def show_profile(self, name: str, account: str) -> None:
        """Whose PBX the window shows."""
        self._account = account
        self.top.title.setText(clean(name or account, 60))
        self.link.set_account(account)
        self._title()

    def show_waiting(self, waiting: int) -> None:
        """The count in the window title."""
        if waiting != self._waiting:
            self._waiting = waiting
            self._title()

    def show_status(self, status: PollStatus) -> None:
        """The link moved on."""
        self._status = status
        self.link.show_status(status)

    def tick(self, now: float, updated: float = 0.0) -> Freshness:
        """A second has passed; returns how old the board must look, which was `updated` last."""
        level = link_words.freshness(self._status, now, updated)
        self.top.age.setText(link_words.age_words(self._status.last_ok or updated, now))
        if self.top.age.property("level") != level.value:
            self.top.age.setProperty("level", level.value)
            self.top.age.style().unpolish(self.top.age)
            self.top.age.style().polish(self.top.age)
        wait = max(0, int(self._status.next_at - now + 0.5)) if self._status.next_at else 0
        self.top.next.setText(translate("Window", "next in {n} s").format(n=wait))
        self.top.next.setVisible(wait > 0)
        self.link.tick(now)
        return level

    def retranslate(self) -> None:
        """Take today's language."""
        self.top.age.setAccessibleName(translate("Window", "Age of the figures"))
        self.top.next.setAccessibleName(translate("Window", "Next query"))
        self.batches.retranslate()
        self.link.retranslate()
        self._title()

    def changeEvent(self, event: QEvent) -> None:
        """Qt tells that the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.language_changed.emit()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing starts the program's own end; the window closes last."""
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.close_wanted.emit()

    def come_to_front(self) -> None:
        """Show the window before all others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def close_for_good(self) -> None:
        """Close without asking: everything else has ended."""
        self._may_close = True
        self.close()

    def geometry_text(self) -> str:
        """The window's place and size for the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def restore_geometry_text(self, text: str) -> None:
        """Take back what `geometry_text` gave; nonsense is ignored by Qt."""
        if text:
            self.restoreGeometry(QByteArray.fromBase64(text.encode("ascii", "replace")))

    def _title(self) -> None:
        parts = [translate("Window", "NetSantral Supervisor")]
        if self._account:
            parts.insert(0, self._account)
        if self._demo:
            parts.append("DEMO")
        count = f"({self._waiting}) " if self._waiting else ""
        self.setWindowTitle(count + " – ".join(parts))
