"""What stands above and below the tiles: totals, a notice about old figures, pages, agents by state, age and time."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.live.tally import AgentCounts
from supervisor_gui.ui.board.context import state_word
from supervisor_gui.ui.link_words import Freshness
from supervisor_gui.ui.wallboard.lettering import LINE, Letters, fitted
from supervisor_gui.ui.widgets.ink import Ink
from supervisor_gui.ui.widgets.marks import Mark, paint_mark
from supervisor_gui.ui.widgets.tile import Figure

DEMO = "DEMO"
STATES = (Mark.IDLE, Mark.RINGING, Mark.TALKING, Mark.PAUSED, Mark.OFFLINE)


class Line(QWidget):
    """A painted line; the mouse goes to what is below."""

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self._ink = ink
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self._ink = ink
        self.update()

    def tell(self, words: str) -> None:
        """What a screen reader reads."""
        if self.accessibleName() != words:
            self.setAccessibleName(words)


class TotalsLine(Line):
    """The figures over all shown queues."""

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(ink, parent)
        self.figures: tuple[Figure, ...] = ()

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show these; repaints only when one differs."""
        if figures != self.figures:
            self.figures = figures
            self.tell(", ".join(f"{figure.caption}: {figure.value}" for figure in figures))
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One block a figure."""
        if not self.figures:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = self.height() * 0.14
        width = (self.width() - gap * (len(self.figures) - 1)) / len(self.figures)
        pad = self.height() * 0.16
        room = width - 2 * pad
        texts = [f"! {figure.value}" if figure.red else figure.value for figure in self.figures]
        value = fitted(self.font(), [*texts, "88:88"], room, self.height() * 0.56, bold=True)
        caption = fitted(self.font(), [one.caption for one in self.figures], room, self.height() * 0.29)
        for number, figure in enumerate(self.figures):
            block = QRectF(number * (width + gap), 0, width, self.height()).adjusted(1, 1, -1, -1)
            self._paint_block(painter, block, figure, (value, caption))
        painter.end()

    def _paint_block(self, painter: QPainter, block: QRectF, figure: Figure, letters: tuple[Letters, Letters]) -> None:
        ink, (value, caption), pad = self._ink, letters, self.height() * 0.16
        painter.setBrush(ink.fills["alarm" if figure.red else "surface"])
        painter.setPen(QPen(ink.pens["limit" if figure.red else "border"].color(), 2 if figure.red else 1))
        painter.drawRoundedRect(block, pad * 0.6, pad * 0.6)
        upper = QRectF(block.left(), block.top() + block.height() * 0.06, block.width(), block.height() * 0.56)
        lower = QRectF(block.left(), upper.bottom(), block.width(), block.height() * 0.3)
        x, base, size = block.left() + pad, value.base_in(upper), value.font.pixelSize()
        if figure.red:
            paint_mark(painter, Mark.LIMIT, ink.marks["limit"], x - size * 0.3, base - size * 0.86, size=size)
            x += size * 0.56
        painter.setPen(ink.pens[figure.tone])
        value.draw(painter, x, base, figure.value)
        painter.setPen(ink.pens["muted"])
        caption.draw(painter, block.left() + pad, caption.base_in(lower), figure.caption)


class NoticeLine(Line):
    """That figures are old or that nothing comes, in words as large as they fit."""

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(ink, parent)
        self.words = ""

    def show_words(self, words: str) -> None:
        """Say `words`."""
        if words != self.words:
            self.words = words
            self.tell(words)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._ink.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink.pens["muted"].color())
        painter.drawRoundedRect(QRectF(self.rect()), self.height() * 0.14, self.height() * 0.14)
        painter.setPen(QPen(theme.page))
        room = self.width() - self.height()
        letters = fitted(self.font(), [self.words], room, self.height() * 0.72, bold=True)
        text = letters.cut(self.words, room)
        letters.draw(painter, (self.width() - letters.width(text)) / 2, letters.base_in(QRectF(self.rect())), text)
        painter.end()


class EmptyPlace(Line):
    """What stands in the tiles' place while there are none: what is the matter, and what is done about it."""

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(ink, parent)
        self.words: tuple[str, str] = ("", "")

    def show_words(self, title: str, more: str) -> None:
        """Say `title` in large letters and `more` below."""
        if (title, more) != self.words:
            self.words = title, more
            self.tell(f"{title}. {more}")
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Two lines in the middle."""
        painter = QPainter(self)
        room = self.width() * 0.86
        middle = self.height() / 2
        for text, pen, top, high, bold in (
            (self.words[0], "text", middle - self.height() * 0.16, self.height() * 0.16, True),
            (self.words[1], "muted", middle + self.height() * 0.02, self.height() * 0.09, False),
        ):
            letters = fitted(self.font(), [text], room, high, bold=bold)
            shown = letters.cut(text, room)
            painter.setPen(self._ink.pens[pen])
            place = QRectF(0, top, self.width(), high)
            letters.draw(painter, (self.width() - letters.width(shown)) / 2, letters.base_in(place), shown)
        painter.end()


class PagesLine(Line):
    """Which page this is, whether pages stand still, and which queues of other pages have a broken limit."""

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(ink, parent)
        self._state: tuple[int, int, bool, tuple[str, ...]] = (0, 1, False, ())

    def show_pages(self, page: int, pages: int, *, held: bool, red: Sequence[str]) -> None:
        """Show page `page` of `pages`, and the names of the queues that are red elsewhere."""
        state = (page, pages, held, tuple(red))
        if state == self._state:
            return
        self._state = state
        parts = [translate("Wallboard", "Page {n} of {m}").format(n=page + 1, m=pages), self._held_words(), self._red()]
        self.tell(", ".join(part for part in parts if part))
        self.update()

    def page_at(self, x: float) -> int | None:
        """The page whose dot lies there; None beside the dots."""
        first, step = self._dots()
        number = int((x - first) // step)
        return number if first <= x and number < self._state[1] else None

    def _dots(self) -> tuple[float, float]:
        """Where the dots begin, and how far they stand apart."""
        step = self.height() * 0.8
        return self.width() / 2 - step * self._state[1] / 2, step

    def _held_words(self) -> str:
        return translate("Wallboard", "stands still, Space goes on") if self._state[2] else ""

    def _red(self) -> str:
        names = self._state[3]
        return translate("Wallboard", "Elsewhere: {names}").format(names=", ".join(names)) if names else ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dots in the middle, words at both sides."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._ink
        page, pages, _, red = self._state
        first, step = self._dots()
        for number in range(pages):
            centre = QPointF(first + step * (number + 0.5), self.height() / 2)
            here = number == page
            painter.setPen(QPen(ink.pens["muted"].color(), 1.5))
            painter.setBrush(ink.pens["accent"].color() if here else Qt.BrushStyle.NoBrush)
            radius = self.height() * (0.2 if here else 0.15)
            painter.drawEllipse(centre, radius, radius)
        letters = Letters(self.font(), self.height() / LINE * 0.86)
        base, size = letters.base_in(QRectF(self.rect())), letters.font.pixelSize()
        room = first - size
        x = 0.0
        if red:
            paint_mark(painter, Mark.LIMIT, ink.marks["limit"], x, base - size * 0.86, size=size)
            painter.setPen(ink.pens["limit"])
            letters.draw(painter, x + size, base, letters.cut(self._red(), room - size))
        held = letters.cut(self._held_words(), room)
        painter.setPen(ink.pens["muted"])
        letters.draw(painter, self.width() - letters.width(held), base, held)
        painter.end()


class FootLine(Line):
    """Agents by state; how old the figures are; the time of day."""

    def __init__(self, ink: Ink, parent: QWidget, *, demo: bool) -> None:
        super().__init__(ink, parent)
        self._demo = demo
        self._counts: AgentCounts | None = None
        self._age = self._time = ""
        self._level = Freshness.NEVER
        self._aged = ink

    def set_aged(self, ink: Ink) -> None:
        """Paint the counts as old as they are; the age itself stays plain to see."""
        self._aged = ink
        self.update()

    def show_counts(self, counts: AgentCounts | None) -> None:
        """How many agents are in which state; None shows none."""
        if counts != self._counts:
            self._counts = counts
            self._name()
            self.update()

    def show_age(self, age: str, time: str, level: Freshness) -> None:
        """How old the figures are in words, how bad that is, and the time of day."""
        if (age, time, level) != (self._age, self._time, self._level):
            self._age, self._time, self._level = age, time, level
            self._name()
            self.update()

    def _name(self) -> None:
        parts = [f"{word}: {count}" for _, word, count in self._states()]
        aged = translate("Wallboard", "Age of the figures: {age}").format(age=self._age)
        self.tell(", ".join([DEMO, *parts, aged, self._time] if self._demo else [*parts, aged, self._time]))

    def _states(self) -> list[tuple[Mark, str, int]]:
        if self._counts is None:
            return []
        return [(mark, state_word(mark), getattr(self._counts, mark.value)) for mark in STATES]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """States from the left, age and time at the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        states = self._states()
        high = self.height() / LINE * 0.72
        whole = self.width()
        letters, strong = Letters(self.font(), high), Letters(self.font(), high, bold=True)
        right = f"{self._age} · {self._time}"
        need = sum(self._space(letters, strong, word, count) for _, word, count in states)
        need += letters.width(right) + high * 3 + (strong.width(DEMO) + high * 2 if self._demo else 0)
        if need > whole:
            high *= whole / need
            letters, strong = Letters(self.font(), high), Letters(self.font(), high, bold=True)
        base = letters.base_in(QRectF(self.rect()))
        x = 0.0
        for mark, word, count in states:
            paint_mark(painter, mark, self._aged.marks[mark.value], x, base - high * 0.94, size=high * 1.16)
            painter.setPen(self._aged.pens["muted"])
            letters.draw(painter, x + high * 1.4, base, word)
            painter.setPen(self._aged.pens["text"])
            strong.draw(painter, x + high * 1.75 + letters.width(word), base, str(count))
            x += self._space(letters, strong, word, count)
        self._paint_age(painter, letters, strong, base)
        painter.end()

    @staticmethod
    def _space(letters: Letters, strong: Letters, word: str, count: int) -> float:
        size = letters.font.pixelSize()
        return size * 2.9 + letters.width(word) + strong.width(str(count))

    def _paint_age(self, painter: QPainter, letters: Letters, strong: Letters, base: float) -> None:
        ink, size = self._ink, letters.font.pixelSize()
        time = f" · {self._time}"
        x = self.width() - letters.width(time)
        painter.setPen(ink.pens["text"])
        letters.draw(painter, x, base, time)
        old = self._level is not Freshness.FRESH
        kind = strong if old else letters
        x -= kind.width(self._age)
        painter.setPen(ink.pens["warn" if old else "muted"])
        kind.draw(painter, x, base, self._age)
        if not self._demo:
            return
        width = strong.width(DEMO) + size
        pill = QRectF(x - width - size * 0.9, base - size * 1.02, width, size * 1.34)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.fills["accent"])
        painter.drawRoundedRect(pill, size * 0.2, size * 0.2)
        painter.setPen(QPen(ink.theme.on_accent))
        strong.draw(painter, pill.left() + size / 2, base, DEMO)
