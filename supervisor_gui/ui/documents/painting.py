"""What pictures and pages have in common: heading, tiles, picture, notes. It makes no file and plans no pages.

Units are those of `letters`; colours are those of paper, whatever the window's look.
"""

from typing import Protocol

import msgspec
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from supervisor_gui.i18n import translate
from supervisor_gui.reports.spelling import change_text, value_text
from supervisor_gui.reports.values import Picture, Report, Tile, Timeline
from supervisor_gui.text import clean
from supervisor_gui.ui.documents.letters import Letters
from supervisor_gui.ui.theme import LIGHT

GAP = 10.0
"""Between the parts of a page."""

_TILE_SIDE = 11.0
_TILE_PAD = 6.0
_NARROWEST_TILE = 120.0
_TIMELINE_FRAME = 84.0
_TIMELINE_ROW = 24.0
_LEAST_TIMELINE = 220.0
_LONGEST_SENTENCE = 2_000


class Painted(Protocol):
    """The picture as something that paints itself onto paper: `ui.charts.picture_view.PictureView`."""

    def show_picture(self, picture: Picture) -> None:
        """Show another picture."""

    def paint_onto(self, painter: QPainter, target: QRectF) -> None:
        """Paint it, with its legend, as vectors into `target`."""


class Heading(msgspec.Struct, frozen=True):
    """What stands at the top of each page, as clean words."""

    title: str
    period: str
    account: str
    demo: bool


def heading_of(report: Report) -> Heading:
    """The heading of `report`."""
    account = clean(report.account_tail)
    words = translate("Documents", "Account {tail}").format(tail=account) if account else ""
    return Heading(clean(report.title), clean(report.period), words, report.demo)


def timeline_height(rows: int) -> float:
    """The room a timeline of so many agents wants."""
    return max(_LEAST_TIMELINE, _TIMELINE_FRAME + rows * _TIMELINE_ROW)


def timeline_rows(height: float) -> int:
    """How many agents a timeline of `height` can show, at least one."""
    return max(1, int((height - _TIMELINE_FRAME) / _TIMELINE_ROW))


def picture_height(picture: Picture, usual: float) -> float:
    """The room `picture` wants on a page that may be as long as it likes."""
    return timeline_height(len(picture.rows)) if isinstance(picture, Timeline) else usual


def heading_height(letters: Letters) -> float:
    """The room of `paint_heading`."""
    return letters.title.height + letters.lead.height + GAP


def paint_heading(painter: QPainter, letters: Letters, heading: Heading, box: QRectF) -> None:
    """Title over period at the left; account and the mark of a demo at the right."""
    right = box.right()
    if heading.demo:
        right = _paint_demo_mark(painter, letters, right, box.top()) - GAP
    if heading.account:
        letters.lead.draw_right(painter, right, box.top() + 4, heading.account, LIGHT.muted)
        right -= letters.lead.width(heading.account) + 2 * GAP
    title = letters.title.cut(heading.title, right - box.left())
    letters.title.draw(painter, box.left(), box.top(), title, LIGHT.text)
    period = letters.lead.cut(heading.period, box.width())
    letters.lead.draw(painter, box.left(), box.top() + letters.title.height, period, LIGHT.muted)


def _paint_demo_mark(painter: QPainter, letters: Letters, right: float, top: float) -> float:
    """The mark that tells made-up figures; returns its left edge."""
    word = "DEMO"
    wide, high = letters.strong.width(word) + 16, letters.strong.height + 4
    mark = QRectF(right - wide, top + 2, wide, high)
    painter.setPen(QPen(QColor(LIGHT.accent), 1))
    painter.setBrush(QColor(LIGHT.accent))
    painter.drawRoundedRect(mark, 4, 4)
    letters.strong.draw_middle(painter, mark, word, LIGHT.on_accent)
    return mark.left()


def _tile_height(letters: Letters, tiles: tuple[Tile, ...]) -> float:
    changes = letters.small.height if any(change_text(tile) for tile in tiles) else 0.0
    return letters.figure.height + letters.caption.height + changes + 2 * _TILE_PAD


def _tile_rows(count: int, width: float) -> int:
    """In how many rows so many tiles stand."""
    fitting = max(1, int((width + GAP) / (_NARROWEST_TILE + GAP)))
    return -(-count // fitting)


def tiles_height(letters: Letters, tiles: tuple[Tile, ...], width: float) -> float:
    """The room of `paint_tiles` with the gap below; 0 without tiles."""
    return _tile_rows(len(tiles), width) * (_tile_height(letters, tiles) + GAP)


def paint_tiles(painter: QPainter, letters: Letters, tiles: tuple[Tile, ...], box: QRectF) -> None:
    """The tiles side by side over the width of `box`, in more rows where they would be too narrow."""
    if not tiles:
        return
    columns = -(-len(tiles) // _tile_rows(len(tiles), box.width()))
    wide, high = (box.width() - GAP * (columns - 1)) / columns, _tile_height(letters, tiles)
    for at, tile in enumerate(tiles):
        row, column = divmod(at, columns)
        left, top = box.left() + column * (wide + GAP), box.top() + row * (high + GAP)
        _paint_tile(painter, letters, tile, QRectF(left, top, wide, high))


def _paint_tile(painter: QPainter, letters: Letters, tile: Tile, box: QRectF) -> None:
    """Figure, what it is, and how it changed."""
    painter.setPen(QPen(QColor(LIGHT.border), 1))
    painter.setBrush(QColor(LIGHT.surface))
    painter.drawRoundedRect(box, 6, 6)
    inner = box.adjusted(_TILE_SIDE, _TILE_PAD, -_TILE_SIDE, -_TILE_PAD)
    _paint_value(painter, letters, value_text(tile.value, tile.kind), inner)
    top = inner.top() + letters.figure.height
    title = clean(tile.title)
    caption = letters.caption if letters.caption.width(title) <= inner.width() else letters.small
    caption.draw(painter, inner.left(), top, caption.cut(title, inner.width()), LIGHT.muted)
    change = letters.small.cut(change_text(tile), inner.width())
    letters.small.draw(painter, inner.left(), top + letters.caption.height, change, LIGHT.text)


def _paint_value(painter: QPainter, letters: Letters, words: str, box: QRectF) -> None:
    """The figure large; the range of an estimate, in brackets behind it, small."""
    value, bracket, span = words.partition(" (")
    large = letters.figure.cut(value, box.width())
    letters.figure.draw(painter, box.left(), box.top(), large, LIGHT.text)
    left = letters.figure.width(large) + 6
    if bracket and left < box.width():
        top = box.top() + letters.figure.ascent - letters.small.ascent
        range_words = letters.small.cut(f"({span}", box.width() - left)
        letters.small.draw(painter, box.left() + left, top, range_words, LIGHT.muted)


def note_lines(letters: Letters, notes: tuple[str, ...], width: float) -> tuple[str, ...]:
    """The notes broken into lines."""
    return tuple(line for note in notes if note for line in letters.text.lines(clean(note, _LONGEST_SENTENCE), width))


def paint_notes(painter: QPainter, letters: Letters, lines: tuple[str, ...], corner: QPointF) -> None:
    """The lines, one below the other."""
    for at, line in enumerate(lines):
        letters.text.draw(painter, corner.x(), corner.y() + at * letters.text.height, line, LIGHT.muted)


def paint_picture(painter: QPainter, view: Painted, box: QRectF) -> None:
    """The view's picture; whatever it leaves set on the painter is taken back."""
    painter.save()
    view.paint_onto(painter, box)
    painter.restore()
