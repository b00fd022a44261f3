"""The text of the guide: one Markdown file, its headings, its pictures fitted to the width. It opens no window."""

import re

import msgspec
from PySide6.QtCore import QPoint, QRegularExpression, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

SETTLE_MS = 60
"""How long the width must stand still before pictures are scaled anew."""

LEADING = 3
"""Pixels between two lines of a paragraph."""

EDGE = 24
"""Pixels between the text and the edges."""

LOOK_AHEAD = 14
"""A heading so little below the upper edge is the one that is being read."""

_NO_WORD = re.compile(r"[^\w\- ]")


class Heading(msgspec.Struct, frozen=True):
    """One heading.

    Attributes:
        title: Its words.
        level: 1 for the title of the guide, 2 for a part, 3 below.
        block: The number of its paragraph.
    """

    title: str
    level: int
    block: int


def anchor(title: str) -> str:
    """What a link to the heading `title` has behind its `#`, the way Markdown's readers on the web make it."""
    return _NO_WORD.sub("", title.lower()).replace(" ", "-")


def needle(wanted: str) -> QRegularExpression:
    """Finds `wanted` whatever its case; İ I ı i are one letter, as in every other search of the program."""
    signs = ("[iıİI]" if sign in "iıİI" else QRegularExpression.escape(sign) for sign in wanted)
    options = QRegularExpression.PatternOption
    return QRegularExpression("".join(signs), options.CaseInsensitiveOption | options.UseUnicodePropertiesOption)


class GuideText(QTextBrowser):
    """Shows one file; follows no link by itself.

    Signals:
        section_changed(int): Another heading is being read; its place in `headings`.
    """

    section_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headings: tuple[Heading, ...] = ()
        self._pictures: dict[str, QImage] = {}
        self._section = -1
        self._went: tuple[int, int] | None = None  # heading and value of the bar
        self._width = 0
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._fit)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(EDGE)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_file(self, url: QUrl) -> None:
        """Show a Markdown file from its beginning."""
        self._pictures = {}
        self._section, self._went = -1, None
        if url == self.source():
            self.reload()
        else:
            self.setSource(url, QTextDocument.ResourceType.MarkdownResource)
        self.headings = self._found_headings()
        self._dress()

    def show_words(self, words: str) -> None:
        """Show a sentence in the place of a guide."""
        self.headings = ()
        self._pictures = {}
        self.setPlainText(words)

    @property
    def section(self) -> int:
        """The place of the heading that is being read in `headings`; 0 above the first, -1 without any.

        That is the one gone to until the text is scrolled, else what stands at the upper edge.
        """
        if not self.headings:
            return -1
        if self._went is not None and self._went[1] == self.verticalScrollBar().value():
            return self._went[0]
        here = self.cursorForPosition(QPoint(EDGE, LOOK_AHEAD)).blockNumber()
        return max((at for at, heading in enumerate(self.headings) if heading.block <= here), default=0)

    def go_to(self, at: int) -> None:
        """Bring a heading to the upper edge, or as near as the end allows; nothing happens where there is none."""
        if 0 <= at < len(self.headings):
            bar = self.verticalScrollBar()
            self.document().size()  # lays out what is left, else the bar ends before the heading
            top = self._top_of(self.document().findBlockByNumber(self.headings[at].block))
            value = max(0, min(top - 8, bar.maximum()))
            self._went = at, value
            bar.setValue(value)
            self._on_scrolled()

    def find_next(self, wanted: str, *, back: bool = False) -> bool:
        """Mark the next place with `wanted`, going round at the end; returns whether there is one."""
        flags = QTextDocument.FindFlag.FindBackward if back else QTextDocument.FindFlag(0)
        pattern = needle(wanted)
        found = self.document().find(pattern, self.textCursor(), flags)
        if found.isNull():
            edge = QTextCursor(self.document())
            edge.movePosition(QTextCursor.MoveOperation.End if back else QTextCursor.MoveOperation.Start)
            found = self.document().find(pattern, edge, flags)
        if found.isNull():
            return False
        self.setTextCursor(found)
        self.ensureCursorVisible()
        return True

    def stay(self) -> None:
        """The next search begins where the last find begins: one more letter need not jump on."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Qt asks for a file of the guide: pictures are given in the width that there is."""
        url = QUrl(name)
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, url)
        path = self.source().resolved(url).toLocalFile()
        image = QImage(path)
        if image.isNull():
            return None
        self._pictures[url.toString()] = image
        return self._fitted(image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow when the width has settled."""
        super().resizeEvent(event)
        if self.viewport().width() != self._width:
            self._settle.start()

    def _room(self) -> int:
        return max(120, self.viewport().width() - 2 * EDGE)

    def _fitted(self, image: QImage) -> QImage:
        """`image` as wide as the text, never wider than it is, sharp on this screen."""
        ratio = self.devicePixelRatioF()
        width = min(self._room(), image.width())
        size = QSize(round(width * ratio), round(image.height() * width / image.width() * ratio))
        # A screenshot of 1:1 is not drawn anew; an indexed one must become true colour before it is smoothed.
        fitted = image.convertToFormat(QImage.Format.Format_RGB32)
        if size != image.size():
            keep = Qt.AspectRatioMode.IgnoreAspectRatio
            fitted = fitted.scaled(size, keep, Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(ratio)
        return fitted

    def _fit(self) -> None:
        if not self._pictures or self.viewport().width() == self._width:
            return
        self._width = self.viewport().width()
        bar = self.verticalScrollBar()
        gone_to = self._went is not None and self._went[1] == bar.value()
        reading = self.cursorForPosition(QPoint(EDGE, LOOK_AHEAD)).block()
        above, section = bar.value() - self._top_of(reading), self.section
        for name, image in self._pictures.items():
            self.document().addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), self._fitted(image))
        self.document().markContentsDirty(0, self.document().characterCount())
        if gone_to:
            self.go_to(section)
        else:
            bar.setValue(self._top_of(reading) + above)

    def _dress(self) -> None:
        """Room around headings and tables, which Markdown's reader leaves out."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        lines = QTextBlockFormat()
        # A distance, not a share: a picture is a line, too.
        lines.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
        cursor.mergeBlockFormat(lines)
        for heading in self.headings:
            cursor.setPosition(self.document().findBlockByNumber(heading.block).position())
            form = QTextBlockFormat()
            form.setTopMargin(0 if heading.level == 1 else 26 if heading.level == 2 else 16)
            form.setBottomMargin(6)
            cursor.mergeBlockFormat(form)
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                table = frame.format().toTableFormat()
                table.setTopMargin(8)
                table.setBottomMargin(12)
                table.setCellPadding(5)
                table.setBorderBrush(self.palette().color(self.palette().ColorRole.Mid))
                table.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                table.setBorderCollapse(True)
                frame.setFormat(table)
        self.document().clearUndoRedoStacks()

    def _found_headings(self) -> tuple[Heading, ...]:
        found = []
        block = self.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level and block.text().strip():
                found.append(Heading(block.text().strip(), level, block.blockNumber()))
            block = block.next()
        return tuple(found)

    def _top_of(self, block: QTextBlock) -> int:
        return round(self.document().documentLayout().blockBoundingRect(block).top())

    def _on_scrolled(self) -> None:
        section = self.section
        if section != self._section:
            self._section = section
            self.section_changed.emit(section)
