"""Where a row's queue chips lie and how they are drawn; painter and mouse share the arithmetic. It holds no state."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from supervisor_gui.ui.widgets.ink import SMALL, Ink
from supervisor_gui.ui.widgets.marks import Mark, paint_mark

GAP = 5
PAD = 7
WIDEST = 150
BARS = 11


class Chip(msgspec.Struct, frozen=True):
    """One queue of an agent.

    Attributes:
        queue: The queue's name, as commands want it.
        label: The name made safe for the screen.
        paused: Whether the agent is on break here.
        sign: Where an action on this pair stands: empty, "…" sent, "?" checking, "×" refused.
        words: All of it in words, for the screen reader and the tooltip.
    """

    queue: str
    label: str
    paused: bool = False
    sign: str = ""
    words: str = ""


def _text(chip: Chip) -> str:
    return f"{chip.label} {chip.sign}" if chip.sign else chip.label


def placed(chips: Sequence[Chip], area: QRect, ink: Ink) -> tuple[list[tuple[Chip, QRect]], int]:
    """Each chip that fits into `area` with its place, and how many do not fit."""
    kind = ink.types[SMALL]
    height = kind.height + 4
    top = area.y() + (area.height() - height) // 2
    x, end = area.x(), area.x() + area.width()
    found: list[tuple[Chip, QRect]] = []
    for number, chip in enumerate(chips):
        left = len(chips) - number - 1
        room = end - x - (kind.width(f"+{left}") + GAP if left else 0)
        width = min(kind.width(_text(chip)) + 2 * PAD + (BARS if chip.paused else 0), WIDEST)
        if width > room and (found or room < 4 * PAD):
            return found, left + 1
        width = min(width, room)
        found.append((chip, QRect(x, top, width, height)))
        x += width + GAP
    return found, 0


def hit(chips: Sequence[Chip], area: QRect, ink: Ink, point: QPoint) -> Chip | None:
    """The chip under `point`."""
    for chip, rect in placed(chips, area, ink)[0]:
        if rect.contains(point):
            return chip
    return None


def paint(painter: QPainter, chips: Sequence[Chip], area: QRect, ink: Ink, chosen: str = "") -> None:
    """Draw the chips; the one of queue `chosen` gets the focus colour."""
    kind = ink.types[SMALL]
    found, hidden = placed(chips, area, ink)
    painter.setFont(kind.font)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for chip, rect in found:
        _paint_one(painter, chip, rect, ink, chosen=bool(chosen) and chip.queue == chosen)
    if hidden:
        x = found[-1][1].right() + GAP + 1 if found else area.x()
        painter.setPen(ink.pens["muted"])
        painter.drawText(x, kind.base(area.y(), area.height()), f"+{hidden}")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _paint_one(painter: QPainter, chip: Chip, rect: QRect, ink: Ink, *, chosen: bool) -> None:
    kind = ink.types[SMALL]
    outline = ink.pens["accent"] if chosen or chip.sign else ink.dash if chip.paused else Qt.PenStyle.NoPen
    painter.setPen(outline)
    painter.setBrush(ink.fills["surface" if chip.paused else "pill"])
    half = rect.height() / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), half, half)
    x = rect.x() + PAD
    if chip.paused:
        paint_mark(painter, Mark.PAUSED, ink.marks["paused"], x - 2, rect.y() + (rect.height() - 10) / 2, 10)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x += BARS
    painter.setPen(ink.pens["accent" if chosen else "paused" if chip.paused else "text"])
    text = kind.cut(_text(chip), rect.right() - PAD - x + 2)
    painter.drawText(x, kind.base(rect.y(), rect.height()), text)
