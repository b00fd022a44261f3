"""The figures above the picture: value, caption, and what changed since the period before. They compute nothing."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.reports.spelling import ABOUT, change_text, value_text
from supervisor_gui.reports.values import CellKind, Estimate, Tile
from supervisor_gui.ui import plain
from supervisor_gui.ui.widgets.ink import LARGE, PLAIN, SMALL, Ink, Type

PAD = 11
TOP = 6
GAP = 8
SPACE = 8
LEAST = 84
JOINT = " · "
MOST_TILES = 6

_WIDE_SHARE, _WIDE_DIFFERENCE = 0.88, 58.0
"""Changes as wide as they usually get."""


class Words(msgspec.Struct, frozen=True):
    """A tile spelt.

    Attributes:
        value: The figure.
        range: What it can lie between; empty when it is exact.
        caption: What it is.
        change: Since the period before; empty for none.
        widest: As wide as its change usually gets, so that the place of all changes hangs on no figure of today.
        tone: The colour of the change.
        spoken: All of it for a screen reader.
        tip: The formula, and what was left out for want of room.
    """

    value: str
    caption: str
    range: str = ""
    change: str = ""
    widest: str = ""
    tone: str = "text"
    spoken: str = ""
    tip: str = ""


def words_of(tile: Tile) -> Words:
    """Spell `tile` in today's language."""
    value, span = value_text(tile.value, tile.kind), ""
    if isinstance(tile.value, Estimate) and not tile.value.exact:
        value = ABOUT + value_text(tile.value.value, tile.kind)
        low, high = value_text(tile.value.low, tile.kind), value_text(tile.value.high, tile.kind)
        span = f"{low}–{high}" if low != high else ""
    change = change_text(tile)
    verdict = ""
    if change and tile.better is not None:
        verdict = translate("StatisticsPage", "better") if tile.better else translate("StatisticsPage", "worse")
    figure = f"{value} ({span})" if span else value
    return Words(
        value=value,
        caption=tile.title,
        range=span,
        change=change,
        widest=_widest(tile),
        tone={True: "idle", False: "warn", None: "text"}[tile.better],
        spoken=", ".join(part for part in (f"{tile.title}: {figure}", change, verdict) if part),
        tip="\n".join(part for part in (f"{tile.title}: {figure}", _changed(change, verdict), tile.hint) if part),
    )


def _widest(tile: Tile) -> str:
    wide = _WIDE_SHARE if tile.change_kind is CellKind.PERCENT else _WIDE_DIFFERENCE
    return change_text(msgspec.structs.replace(tile, change=wide))


def _changed(change: str, verdict: str) -> str:
    if not change:
        return ""
    told = translate("StatisticsPage", "Against the period before: {change}").format(change=change)
    return f"{told} ({verdict})" if verdict else told


class StatTile(QWidget):
    """One painted figure that a screen reader can read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink: Ink | None = None
        self._compact = False
        self._words = Words("", "")

    @property
    def words(self) -> Words:
        """What is shown."""
        return self._words

    @property
    def compact(self) -> bool:
        """Whether the change is beside the figure."""
        return self._compact

    def sizeHint(self) -> QSize:
        """One line of each."""
        if self._ink is None:
            return QSize(120, 60)
        return QSize(120, self._ink.types[LARGE].height + self._ink.types[PLAIN].height + 2 * TOP + 2)

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self._ink = ink
        self.updateGeometry()
        self.update()

    def show_words(self, words: Words) -> None:
        """Show a figure."""
        if words == self._words:
            return
        self._words = words
        self.setToolTip(plain.tooltip(words.tip))
        self.setAccessibleName(words.spoken)
        self.update()

    def wish(self) -> int:
        """Pixels in which all of it has room, the change in its place."""
        if self._ink is None:
            return LEAST
        words, large, small = self._words, self._ink.types[LARGE], self._ink.types[SMALL]
        beside = (words.range, words.change if self._compact else "")
        above = large.width(words.value) + sum(GAP + small.width(part) for part in beside if part)
        below = small.width(words.caption) if self._compact else self._below(self._ink)
        return max(LEAST, above + 2 * PAD, below + 2 * PAD)

    def least(self) -> int:
        """Pixels in which the figure itself has room."""
        if self._ink is None:
            return LEAST
        return self._ink.types[LARGE].width(self._words.value) + 2 * PAD

    def set_compact(self, *, compact: bool) -> None:
        """Put the change beside the figure, where the caption's line has no room for it."""
        self._compact = compact
        self.update()

    def fits(self, width: int) -> bool:
        """Whether any change has room beside the caption in a tile of this width."""
        return self._ink is None or self._below(self._ink) <= width - 2 * PAD

    def _below(self, ink: Ink) -> int:
        """Pixels of caption and change in one line."""
        words, plain_type = self._words, ink.types[PLAIN]
        changes = [plain_type.width(JOINT + change) for change in (words.change, words.widest) if change]
        return plain_type.width(words.caption) + max(changes, default=0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, figure, caption, change."""
        if self._ink is None:
            return
        ink = self._ink
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ink.fills["surface"])
        painter.setPen(ink.pens["border"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        self._paint_value(painter, ink)
        self._paint_caption(painter, ink)
        painter.end()

    def _paint_value(self, painter: QPainter, ink: Ink) -> None:
        """The figure; at its right what it lies between, then the change when that has no other place."""
        words, large, small = self._words, ink.types[LARGE], ink.types[SMALL]
        base, right = TOP + large.ascent, self.width() - PAD
        x = PAD + large.width(words.value) + GAP
        painter.setPen(ink.pens["text"])
        large.draw(painter, PAD, base, large.cut(words.value, right - PAD))
        if self._compact and words.change and x + small.width(words.change) <= right:
            right -= small.width(words.change)
            painter.setPen(ink.pens[words.tone])
            small.draw(painter, right, base, words.change)
            right -= GAP
        if words.range and x + small.width(words.range) <= right:
            painter.setPen(ink.pens["muted"])
            small.draw(painter, x, base, words.range)

    def _paint_caption(self, painter: QPainter, ink: Ink) -> None:
        words, room = self._words, self.width() - 2 * PAD
        top = TOP + ink.types[LARGE].height
        change = "" if self._compact else words.change
        kind = self._caption_type(ink, room)
        base = top + ink.types[PLAIN].ascent
        caption = words.caption + (JOINT if change else "")
        painter.setPen(ink.pens["muted"])
        kind.draw(painter, PAD, base, kind.cut(caption, room))
        if change:
            painter.setPen(ink.pens[words.tone])
            kind.draw(painter, PAD + kind.width(caption), base, change)

    def _caption_type(self, ink: Ink, room: int) -> Type:
        return ink.types[PLAIN if ink.types[PLAIN].width(self._words.caption) <= room else SMALL]


class TileStrip(QWidget):
    """The tiles of a report side by side, all laid out one way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink: Ink | None = None
        self.tiles = [StatTile(self) for _ in range(MOST_TILES)]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as one tile."""
        return QSize(MOST_TILES * self.tiles[0].sizeHint().width(), self.tiles[0].sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Narrow tiles cut their words; their tooltips have all of them."""
        return QSize(MOST_TILES * LEAST, self.sizeHint().height())

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self._ink = ink
        for tile in self.tiles:
            tile.set_ink(ink)
        self.updateGeometry()
        self._place()

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show up to six figures; before the first there are empty frames, so that nothing moves when they come."""
        spelt = [words_of(tile) for tile in tiles[:MOST_TILES]]
        self.setVisible(bool(spelt))
        for number, tile in enumerate(self.tiles):
            tile.setVisible(number < len(spelt))
            tile.show_words(spelt[number] if number < len(spelt) else Words("", ""))
        self._place()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Another width may need the other layout."""
        self._place()

    def _place(self) -> None:
        """Tiles of one width where their words have room, else those with more to say are wider."""
        shown = [tile for tile in self.tiles if not tile.isHidden()]
        room = self.width() - SPACE * (len(shown) - 1)
        compact = not all(tile.fits(room // len(shown)) for tile in shown)
        for tile in shown:
            tile.set_compact(compact=compact)
        x = 0
        widths = shares([tile.wish() for tile in shown], room, [tile.least() for tile in shown])
        for tile, width in zip(shown, widths, strict=True):
            tile.setGeometry(x, 0, width, self.height())
            x += width + SPACE


def shares(wishes: Sequence[int], room: int, leasts: Sequence[int] = ()) -> list[int]:
    """Widths that fill `room`: equal ones, but none below its wish while there is room for all wishes.

    Where there is not, none is below its least while there is room for these, and each gets a part of what it lacks.
    """
    if sum(wishes) >= room:
        floor = [min(least, wish) for least, wish in zip(leasts, wishes, strict=True)] if leasts else [0] * len(wishes)
        if sum(floor) > room:
            return [max(0, room * least // sum(floor)) for least in floor]
        lacking = [wish - least for least, wish in zip(floor, wishes, strict=True)]
        spare, lack = room - sum(floor), max(1, sum(lacking))
        return [least + max(0, spare * more // lack) for least, more in zip(floor, lacking, strict=True)]
    widths = list(wishes)
    free = set(range(len(wishes)))
    while free:
        left = room - sum(widths[number] for number in range(len(wishes)) if number not in free)
        large = {number for number in free if wishes[number] * len(free) > left}
        if not large:
            for place, number in enumerate(sorted(free)):
                widths[number] = left * (place + 1) // len(free) - left * place // len(free)
            break
        free -= large
    return widths
