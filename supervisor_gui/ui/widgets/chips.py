"""Where a row's queue chips lie and how they are drawn; painter and mouse share the arithmetic. It holds no state."""

from collections.abc import Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from supervisor_gui.ui.widgets.ink import SMALL, Ink
from supervisor_gui.ui.widgets.marks import Mark

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
    for chip, rect in found:
        meant = bool(chosen) and chip.queue == chosen
        key = (chip.label, chip.paused, chip.sign, rect.width(), meant)
        picture = ink.picture(key, rect.size(), partial(_draw, chip, rect.size(), ink, meant))
        painter.drawPixmap(rect.x(), rect.y(), picture)
    if hidden:
        x = found[-1][1].right() + GAP + 1 if found else area.x()
        painter.setPen(ink.pens["muted"])
        kind.draw(painter, x, kind.base(area.y(), area.height()), f"+{hidden}")


def _draw(chip: Chip, size: QSize, ink: Ink, chosen: bool, painter: QPainter) -> None:
    kind = ink.types[SMALL]
    rect = QRect(QPoint(0, 0), size)
    painter.setPen(ink.pens["accent"] if chosen or chip.sign else ink.dash if chip.paused else Qt.PenStyle.NoPen)
    painter.setBrush(ink.fills["surface" if chip.paused else "pill"])
    half = rect.height() / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), half, half)
    x = PAD
    if chip.paused:
        ink.mark(painter, Mark.PAUSED, "paused", x - 2, (rect.height() - 10) / 2, size=10)
        x += BARS
    painter.setPen(ink.pens["accent" if chosen else "paused" if chip.paused else "text"])
    text = kind.cut(_text(chip), rect.right() - PAD - x + 2)
    kind.draw(painter, x, kind.base(0, rect.height()), text)
