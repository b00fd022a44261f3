"""One queue as a large tile. How large its letters are is decided for all tiles of a page at once."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui import format as figures
from supervisor_gui.ui.board.context import state_word
from supervisor_gui.ui.board.queue_rows import QueueRow, spoken
from supervisor_gui.ui.wallboard.lettering import LINE, Letters, share
from supervisor_gui.ui.widgets.ink import Ink
from supervisor_gui.ui.widgets.marks import Mark, paint_mark

STATES = (Mark.IDLE, Mark.RINGING, Mark.TALKING, Mark.PAUSED)
TIGHTER = (0.8, 0.6)
"""Sizes of a name that would be cut beside the word at its right, to that of the others."""
LESS = 0.62
"""The size of a wait and of a share beside the callers who wait."""
NAME, FIGURES, CAPTION, AGENTS, COUNTS = 0.18, 0.36, 0.13, 0.14, 0.12
"""The most that each line takes of the height."""
GAPS = (0.7, 0.4, 1.0, 0.5)
"""How what is left over goes between the lines."""
CAPITALS = 0.78
"""The height of figures, which have no feet, to their letters' size."""


class Widest(msgspec.Struct, frozen=True):
    """The widest texts of a page, for which its tiles have room."""

    waiting: str = "88"
    wait: str = "88:88"
    service: str = ""
    count: str = "88"


class TileStyle:
    """Letters and places of tiles of one size.

    Args:
        size: The tile's.
        font: The application's.
        widest: What has to fit.
        least: Pixels of letters that can be read from afar; states whose words would be smaller go without.
    """

    def __init__(self, size: QSizeF, font: QFont, widest: Widest, least: float) -> None:
        width, height = size.width(), size.height()
        self.pad = max(7.0, min(width * 0.045, height * 0.07))
        self.radius = max(6.0, self.pad * 0.6)
        inner, room = width - 2 * self.pad, height - 2 * self.pad
        self.name = Letters(font, min(room * NAME / LINE, inner / 9), bold=True)
        smaller = (Letters(font, self.name.font.pixelSize() * size, bold=True) for size in TIGHTER)
        self._names = (self.name, *smaller)
        self.word = Letters(font, self.name.font.pixelSize() * 0.6)
        sides = (share(font, [text], bold=True) for text in (widest.wait, widest.service))
        across = share(font, [widest.waiting], bold=True) + LESS * sum(sides) + 0.9
        self.waiting = Letters(font, min(room * FIGURES / CAPITALS, inner / across), bold=True)
        large = self.waiting.font.pixelSize()
        self.figure = Letters(font, large * LESS, bold=True)
        self.caption = Letters(font, min(room * CAPTION / LINE, inner / 19, large * 0.4))
        first = max(self.caption.width(translate("Board", "waiting")), self.waiting.width(widest.waiting))
        self.middle = self.pad + first + large * 0.24
        self.about = self.caption.width(figures.ABOUT)
        self.service_room = self.figure.width(widest.service) + self.about
        self._style_states(font, widest, QSizeF(inner, room * AGENTS), least)
        self.counts = Letters(font, min(room * COUNTS / LINE, self.state.font.pixelSize(), inner / 17))
        self.lines = self._stacked(inner, room)

    def name_letters(self, name: str, room: float) -> Letters:
        """The letters of a queue's name in `room` pixels: the page's, smaller ones where those would cut it."""
        return next((letters for letters in self._names if letters.width(name) <= room), self._names[-1])

    def _style_states(self, font: QFont, widest: Widest, room: QSizeF, least: float) -> None:
        """Agents by state with their words where there is room, else the figures alone."""
        width, height = room.width(), room.height()
        worded = sum(share(font, [f"{widest.count} {state_word(mark).lower()}"]) + 1.8 for mark in STATES)
        self.words = width / worded >= least
        bare = len(STATES) * (share(font, [widest.count]) + 2.1)
        self.state = Letters(font, min(height / LINE, width / (worded if self.words else bare)))

    def _stacked(self, width: float, room: float) -> list[QRectF]:
        """Where the five lines lie; what they leave over goes between them."""
        letters = (self.name, self.waiting, self.caption, self.state, self.counts)
        heights = [kind.font.pixelSize() * (CAPITALS if kind is self.waiting else LINE) for kind in letters]
        left = max(0.0, room - sum(heights)) / sum(GAPS)
        top, lines = self.pad, []
        for high, gap in zip(heights, (*GAPS, 0.0), strict=True):
            lines.append(QRectF(self.pad, top, width, high))
            top += high + gap * left
        return lines


class WallTile(QWidget):
    """A painted tile; a screen reader gets it as one sentence."""

    def __init__(self, row: QueueRow, ink: Ink, style: TileStyle, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self._ink = ink
        self._style = style
        self._now = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def restyle(self, ink: Ink, style: TileStyle) -> None:
        """Paint with another theme, or at another size."""
        if ink is not self._ink or style is not self._style:
            self._ink, self._style = ink, style
            self.update()

    def show_row(self, row: QueueRow, now: float) -> None:
        """Show new figures."""
        self._now = now
        if row != self.row or not self.accessibleName():
            self.row = row
            self.setAccessibleName(spoken(row, now))
            self.update()

    def tick(self, now: float) -> None:
        """A second has passed: only a waiting caller changes the tile."""
        self._now = now
        if self.row.wait_since:
            self.update(self._style.lines[1].adjusted(0, -6, 0, self._style.pad).toAlignedRect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._ink
        painter.setBrush(ink.fills["alarm" if self.row.red else "surface"])
        painter.setPen(QPen(ink.pens["limit" if self.row.red else "border"].color(), 2 if self.row.red else 1))
        radius = self._style.radius
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        self._paint_name(painter)
        self._paint_figures(painter)
        self._paint_states(painter)
        self._paint_counts(painter)
        painter.end()

    def _paint_name(self, painter: QPainter) -> None:
        """The name; at its right how bad it is in a word, or how old the queue's own figures are."""
        ink, row, style = self._ink, self.row, self._style
        line = style.lines[0]
        x, base = line.left(), style.name.base_in(line)
        size = style.name.font.pixelSize()
        if row.name_mark is not None:
            paint_mark(painter, row.name_mark, ink.marks["limit"], x - size * 0.32, base - size * 0.86, size=size)
            x += size * 0.56
        words, tone = (state_word(Mark.LIMIT), "limit") if row.red else (self._warning(), "warn")
        if not words:
            words, tone = row.beside, "muted"
        elif row.beside:
            words = f"{words} · {row.beside}"
        words = style.word.cut(words, line.width() * 0.48)
        right = style.word.width(words)
        painter.setPen(ink.pens[tone])
        style.word.draw(painter, line.right() - right, base, words)
        painter.setPen(ink.pens["text"])
        room = line.right() - right - x - (size * 0.4 if right else 0)
        kind = style.name_letters(row.name, room)
        kind.draw(painter, x, base, kind.cut(row.name, room))

    def _warning(self) -> str:
        near = "warn" in {self.row.waiting_tone, self.row.wait_tone, self.row.free_tone}
        return translate("Wallboard", "near its limit") if near else ""

    def _paint_figures(self, painter: QPainter) -> None:
        """Who waits, the longest wait with whose it is, the service level; captions below."""
        row, style = self.row, self._style
        line = style.lines[1]
        right = line.right()
        service = row.service.removeprefix(figures.ABOUT)
        left = right - style.service_room
        wait_room = left - style.middle - style.caption.font.pixelSize()
        level = translate("Board", "service") + (f" {row.margin}" if row.margin else "")
        self._figure(painter, line.left(), str(row.waiting), row.waiting_tone, style.waiting)
        self._caption(painter, line.left(), translate("Board", "waiting"), style.middle - line.left())
        self._figure(painter, style.middle, row.wait(self._now), row.wait_tone, style.figure)
        whose = row.longest if row.wait_since and row.longest else ""
        longest = translate("Board", "longest")
        full = f"{longest} · {whose}" if whose else longest
        self._caption(
            painter, style.middle, full if style.caption.width(full) <= wait_room else whose or longest, wait_room
        )
        left = right - style.figure.width(service)
        self._figure(painter, left, service, "text", style.figure)
        if service != row.service:
            self._figure(painter, left - style.about, figures.ABOUT.strip(), "muted", style.caption)
        shown = style.caption.cut(level, right - style.middle)
        self._caption(painter, right - style.caption.width(shown), shown, right - style.middle)

    def _figure(self, painter: QPainter, x: float, text: str, tone: str, kind: Letters) -> None:
        line = self._style.lines[1]
        painter.setPen(self._ink.pens[tone])
        kind.draw(painter, x, line.bottom() - line.height() * 0.03, text)

    def _caption(self, painter: QPainter, x: float, text: str, room: float) -> None:
        kind = self._style.caption
        painter.setPen(self._ink.pens["muted"])
        kind.draw(painter, x, kind.base_in(self._style.lines[2]), kind.cut(text, room))

    def _paint_states(self, painter: QPainter) -> None:
        """How many are free, ringing, talking, on break: shape, figure and, where there is room, the word."""
        ink, row, style = self._ink, self.row, self._style
        line, kind = style.lines[3], style.state
        size, base = kind.font.pixelSize(), kind.base_in(line)
        texts = [
            f"{count} {state_word(mark).lower()}" if style.words else str(count)
            for mark, count in zip(STATES, row.states, strict=False)
        ]
        used = sum(size * 1.35 + kind.width(text) for text in texts)
        gap = min(size * 1.4, max(0.0, line.width() - used) / (len(STATES) - 1))
        x = line.left()
        for number, (mark, text) in enumerate(zip(STATES, texts, strict=True)):
            paint_mark(painter, mark, ink.marks[mark.value], x - size * 0.15, base - size * 0.92, size=size * 1.15)
            free = number == 0
            painter.setPen(ink.pens[row.free_tone if free else "text" if row.states[number] else "muted"])
            kind.draw(painter, x + size * 1.2, base, text)
            x += size * 1.35 + kind.width(text) + gap

    def _paint_counts(self, painter: QPainter) -> None:
        """Answered and lost, and since when."""
        row, style = self.row, self._style
        line, kind = style.lines[4], style.counts
        answered = translate("Board", "{n} answered").format(n=figures.count(row.answered))
        lost = translate("Board", "{n} lost").format(n=figures.count(row.abandoned))
        rate = f" ({row.rate})" if row.rate != figures.NONE else ""
        since = translate("Board", "since {time}").format(time=row.since) if row.since else ""
        text = f"{answered} · {lost}{rate}"
        base = kind.base_in(line)
        painter.setPen(self._ink.pens["muted"])
        if kind.width(text) + kind.width(since) + kind.font.pixelSize() <= line.width():
            kind.draw(painter, line.right() - kind.width(since), base, since)
        elif kind.width(text) > line.width():
            text = f"{answered} · {lost}"
        kind.draw(painter, line.left(), base, kind.cut(text, line.width()))


def widest_of(rows: Sequence[QueueRow], now: float) -> Widest:
    """The widest texts of `rows` at epoch seconds `now`, and no narrower than usual figures."""
    waits = [row.wait(now) for row in rows]
    return Widest(
        waiting="8" * max(2, *(len(str(row.waiting)) for row in rows)) if rows else "88",
        wait="8:88:88" if any(len(wait) > 5 for wait in waits) else "88:88",
        service=max((row.service.removeprefix(figures.ABOUT) for row in rows), key=len, default="")
        or figures.percent(0.88),
        count="8" * max([2, *(len(str(count)) for row in rows for count in row.states)]),
    )
