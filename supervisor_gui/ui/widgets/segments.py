"""A bar of agents' states, one segment a state in the order of the legend. It shows shares, no figures."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from supervisor_gui.ui.widgets.ink import Ink

HEIGHT = 6
NAMES = ("idle", "ringing", "talking", "paused", "offline")


def paint(painter: QPainter, counts: Sequence[int], rect: QRect, ink: Ink) -> None:
    """Draw `counts`, one a name of NAMES, across `rect`; nobody leaves the bare line."""
    total = sum(counts)
    if not total:
        painter.fillRect(rect, ink.fills["line"])
        return
    edge = 0
    done = 0
    for name, number in zip(NAMES, counts, strict=True):
        done += number
        end = rect.width() * done // total
        if end > edge:
            painter.fillRect(rect.x() + edge, rect.y(), max(1, end - edge - 1), rect.height(), ink.marks[name])
        edge = end
