"""The user guide in a window of its own: contents, text, find, back and forward. It writes nothing and asks nobody."""

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from supervisor_gui.i18n import translate
from supervisor_gui.paths import resource
from supervisor_gui.ui import plain
from supervisor_gui.ui.guide_text import GuideText, anchor

SIZE = QSize(1080, 780)
SMALLEST = QSize(680, 420)
CONTENTS = 250
ROW = 26
PLACE = Qt.ItemDataRole.UserRole


def language() -> str:
    """The guide's folder for today's language."""
    return "tr" if QLocale().language() is QLocale.Language.Turkish else "en"


class FindLine(QLineEdit):
    """Enter is the next place, Shift+Enter the one before; the window's own keys stay the window's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.back = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remember which way, so that `returnPressed` can tell."""
        self.back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()


class GuideWindow(QDialog):
    """One window, made when the guide is first wanted and kept with its place afterwards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guideWindow")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._visited: list[int] = []
        self._at = -1
        self._shown = ""
        self.contents = QTreeWidget()
        self.contents.setHeaderHidden(True)
        self.contents.setRootIsDecorated(False)
        self.contents.setIndentation(16)
        self.contents.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.text = GuideText()
        self.find_line = FindLine(self)
        self.find_line.setClearButtonEnabled(True)
        self.find_line.setMaximumWidth(260)
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.back = self._button()
        self.forward = self._button()
        self.before = self._button()
        self.next = self._button()
        self._lay_out()
        self._connect()
        room = (parent or self).screen().availableSize()
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE.boundedTo(room - QSize(40, 60)))
        self.retranslate()

    def come_to_front(self) -> None:
        """Open it, or bring the open one forward."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def retranslate(self) -> None:
        """Take today's language: the words around the guide, and the guide itself at the same place."""
        self.setWindowTitle(translate("Guide", "User guide"))
        self.contents.setAccessibleName(translate("Guide", "Contents"))
        self.text.setAccessibleName(translate("Guide", "Text of the guide"))
        self.find_line.setPlaceholderText(translate("Guide", "Find in the guide  (Ctrl+F)"))
        self.find_line.setAccessibleName(translate("Guide", "Find in the guide"))
        self._name(self.back, translate("Guide", "Back"), QKeySequence.StandardKey.Back)
        self._name(self.forward, translate("Guide", "Forward"), QKeySequence.StandardKey.Forward)
        self._name(self.before, translate("Guide", "Previous"), QKeySequence.StandardKey.FindPrevious)
        self.before.setAccessibleName(translate("Guide", "The place before with these words"))
        self._name(self.next, translate("Guide", "Next"), QKeySequence.StandardKey.FindNext)
        self.next.setAccessibleName(translate("Guide", "The next place with these words"))
        self._say("")
        if language() != self._shown:
            self._load()

    def changeEvent(self, event: QEvent) -> None:
        """The language changed, or the look, whose colours of links stand in the text."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and self._shown:
            self._load()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setObjectName("actionBar")
        line = QHBoxLayout(bar)
        line.setContentsMargins(12, 6, 12, 6)
        line.addWidget(self.back)
        line.addWidget(self.forward)
        line.addStretch(1)
        line.addWidget(self.told)
        line.addWidget(self.find_line, 1)
        line.addWidget(self.before)
        line.addWidget(self.next)
        halves = QSplitter()
        halves.addWidget(self.contents)
        halves.addWidget(self.text)
        halves.setStretchFactor(1, 1)
        halves.setChildrenCollapsible(False)
        halves.setSizes([CONTENTS, SIZE.width() - CONTENTS])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(halves, 1)
        self.text.setFocus()

    def _connect(self) -> None:
        self.contents.currentItemChanged.connect(self._on_current)
        self.contents.itemClicked.connect(self._on_chosen)
        self.text.section_changed.connect(self._show_section)
        self.text.anchorClicked.connect(self._on_link)
        self.find_line.textChanged.connect(self._on_typed)
        self.find_line.returnPressed.connect(self._on_enter)
        self.back.clicked.connect(self._on_back)
        self.forward.clicked.connect(self._on_forward)
        self.before.clicked.connect(self._on_before)
        self.next.clicked.connect(self._on_next)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._on_find)

    @staticmethod
    def _button() -> QPushButton:
        button = QPushButton()
        button.setAutoDefault(False)  # Enter is the find line's
        return button

    @staticmethod
    def _name(button: QPushButton, words: str, key: QKeySequence.StandardKey) -> None:
        button.setText(words)
        button.setShortcut(QKeySequence(key))  # other words take the key away

    def _load(self) -> None:
        """Show today's language's guide at the section that was being read."""
        section, self._shown = self.text.section, language()
        try:
            path = resource(f"guide/{self._shown}/guide.md")
        except FileNotFoundError:
            words = translate(
                "Guide", "The guide is missing from this installation. Install the program again to have it."
            )
            self.text.show_words(words)
        else:
            self.text.show_file(QUrl.fromLocalFile(str(path)))
        self._fill_contents()
        if section > 0:
            self.text.go_to(section)
        self._visited = [max(section, 0)]
        self._at = 0
        self._consider()

    def _fill_contents(self) -> None:
        self.contents.blockSignals(True)
        self.contents.clear()
        parent: QTreeWidgetItem | None = None
        for at, heading in enumerate(self.text.headings):
            item = QTreeWidgetItem([heading.title])
            item.setData(0, PLACE, at)
            item.setSizeHint(0, QSize(0, ROW))
            item.setToolTip(0, plain.tooltip(heading.title))
            if heading.level > 2 and parent is not None:
                parent.addChild(item)
                continue
            self.contents.addTopLevelItem(item)
            parent = item
        self.contents.expandAll()
        self.contents.blockSignals(False)
        self._show_section(self.text.section)

    def _show_section(self, at: int) -> None:
        """Mark in the contents what is being read."""
        for item in self._items():
            if item.data(0, PLACE) == at:
                self.contents.blockSignals(True)
                self.contents.setCurrentItem(item)
                self.contents.blockSignals(False)

    def _items(self) -> list[QTreeWidgetItem]:
        every = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
        return self.contents.findItems("", every)

    def _visit(self, at: int) -> None:
        """Go to a heading and remember it for "Back"."""
        here = self.text.section
        kept = self._visited[: self._at + 1]
        if kept and kept[-1] != here:
            kept.append(here)  # where the user had scrolled to
        if not kept or kept[-1] != at:
            kept.append(at)
        self._visited, self._at = kept, len(kept) - 1
        self.text.go_to(at)
        self._consider()

    def _consider(self) -> None:
        self.back.setEnabled(self._at > 0)
        self.forward.setEnabled(self._at + 1 < len(self._visited))

    def _say(self, words: str) -> None:
        self.told.setText(words)

    def _seek(self, *, back: bool) -> None:
        wanted = self.find_line.text().strip()
        if not wanted:
            self.find_line.setFocus()
            self._say("")
            return
        found = self.text.find_next(wanted, back=back)
        self._say("" if found else translate("Guide", "Not found"))

    def _on_typed(self) -> None:
        self.text.stay()
        if self.find_line.text().strip():
            self._seek(back=False)
        else:
            self._say("")

    def _on_enter(self) -> None:
        self._seek(back=self.find_line.back)

    def _on_before(self) -> None:
        self._seek(back=True)

    def _on_next(self) -> None:
        self._seek(back=False)

    def _on_find(self) -> None:
        self.find_line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_line.selectAll()

    def _on_current(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if item is not None:
            self._visit(item.data(0, PLACE))

    def _on_chosen(self, item: QTreeWidgetItem) -> None:
        self._visit(item.data(0, PLACE))

    def _on_back(self) -> None:
        self._step(-1)

    def _on_forward(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        if 0 <= self._at + by < len(self._visited):
            self._at += by
            self.text.go_to(self._visited[self._at])
            self._consider()

    def _on_link(self, url: QUrl) -> None:
        """Inside the guide a link is a heading; outside only what is encrypted is opened, by the system's browser."""
        if url.hasFragment() and not url.scheme().startswith("http"):
            for at, heading in enumerate(self.text.headings):
                if anchor(heading.title) == url.fragment(QUrl.ComponentFormattingOption.FullyDecoded):
                    self._visit(at)
                    return
        elif url.scheme() == "https" and QDesktopServices.openUrl(url):
            return
        self._say(translate("Guide", "This link is not opened from here."))
