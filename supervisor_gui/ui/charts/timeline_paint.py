"""How the agents' day is laid out and painted: a legend, one row an agent, the hours below. No widget, no events."""

import math
from datetime import datetime

import msgspec
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.reports import spelling
from supervisor_gui.reports.values import Segment, Timeline, TimelineRow
from supervisor_gui.text import clean
from supervisor_gui.ui.charts.colours import Look, state_look
from supervisor_gui.ui.charts.legend import Entry, Legend, Sample, state_mark
from supervisor_gui.ui.charts.pens import Pens, fill
from supervisor_gui.ui.widgets.marks import paint_mark

ROW, LOWEST_ROW = 36.0, 20.0
_EDGE = 10.0
_BESIDE = 10.0
_INSET = 4.0
_MARK = 13.0
_MARK_ROOM = 20.0
_HOUR = 3600.0
_HOURS = (1, 2, 3, 4, 6, 12, 24)
_LONGEST_NAME = 40


class Bounds(msgspec.Struct, frozen=True):
    """Where the parts stand, in pixels from the picture's upper left corner.

    Attributes:
        head: Height of title and legend.
        left, right: The edges of the time.
        row: Height of one row.
        foot: Height of the hours.
    """

    head: float
    left: float
    right: float
    row: float
    foot: float


class TimelinePainter:
    """One timeline laid out for one width."""

    def __init__(self, timeline: Timeline, pens: Pens, width: float, row: float = ROW) -> None:
        self.timeline = timeline
        self.pens = pens
        self.width = width
        self._legend = Legend(_entries(timeline, pens), pens, width - 2 * _EDGE)
        names = [pens.plain.width(clean(each.name, _LONGEST_NAME)) for each in timeline.rows]
        left = _EDGE + min(max(names, default=0.0), width * 0.25) + _BESIDE
        right = width - _EDGE - pens.small.width("00:00") / 2
        foot = pens.small.height + 10
        self.bounds = Bounds(_EDGE + self._legend.height, left, max(left + 1, right), row, foot)

    @property
    def rows_height(self) -> float:
        """Pixels of all rows."""
        return self.bounds.row * len(self.timeline.rows)

    @property
    def height(self) -> float:
        """Pixels of the whole picture."""
        return self.bounds.head + self.rows_height + self.bounds.foot

    def x_of(self, at: float) -> float:
        """Where a moment is."""
        length = max(1.0, self.timeline.end - self.timeline.start)
        return self.bounds.left + (at - self.timeline.start) / length * (self.bounds.right - self.bounds.left)

    def hours(self) -> list[float]:
        """The full hours that have room for their words, in epoch seconds."""
        length = self.timeline.end - self.timeline.start
        if length <= 0:
            return []
        room = (self.bounds.right - self.bounds.left) / (length / _HOUR)
        wide = self.pens.small.width("00:00") + 12
        step = next((each for each in _HOURS if each * room >= wide), _HOURS[-1])
        opened = datetime.fromtimestamp(self.timeline.start, PBX_ZONE)
        midnight = opened.replace(hour=0, minute=0, second=0, microsecond=0).timestamp()
        first = math.ceil((self.timeline.start - midnight) / (step * _HOUR))
        last = math.floor((self.timeline.end - midnight) / (step * _HOUR))
        return [midnight + at * step * _HOUR for at in range(first, last + 1)]

    def paint_head(self, painter: QPainter) -> None:
        """Title and legend."""
        self._legend.paint(painter, _EDGE, _EDGE)

    def paint_rows(self, painter: QPainter, top: float, first: int, behind: int) -> None:
        """Rows `first` … `behind` - 1, row 0 at `top`, over the lines of the hours."""
        upper, lower = top + first * self.bounds.row, top + behind * self.bounds.row
        painter.setPen(self.pens.grid)
        for at in self.hours():
            x = math.floor(self.x_of(at)) + 0.5
            painter.drawLine(QPointF(x, upper), QPointF(x, lower))
        for at in range(first, behind):
            self._paint_row(painter, self.timeline.rows[at], top + at * self.bounds.row)

    def paint_foot(self, painter: QPainter, top: float) -> None:
        """The hours, `top` being where the rows end."""
        small, theme = self.pens.small, self.pens.theme
        painter.setPen(self.pens.base)
        level = math.floor(top) + 0.5
        painter.drawLine(QPointF(self.bounds.left, level), QPointF(self.bounds.right, level))
        for at in self.hours():
            small.draw_centred(painter, self.x_of(at), top + 5, clock(at), theme.muted)

    def segment_rect(self, segment: Segment, top: float) -> QRectF:
        """Where a stretch is in the row that begins at `top`; a pixel wide at least."""
        left, right = round(self.x_of(segment.began)), round(self.x_of(segment.ended))
        return QRectF(left, round(top + _INSET), max(1, right - left), round(self.bounds.row - 2 * _INSET))

    def _paint_row(self, painter: QPainter, row: TimelineRow, top: float) -> None:
        plain = self.pens.plain
        name = plain.cut(clean(row.name, _LONGEST_NAME), self.bounds.left - _BESIDE - _EDGE)
        plain.draw(painter, _EDGE, top + (self.bounds.row - plain.height) / 2, name, self.pens.theme.text)
        rects: dict[str, list[QRectF]] = {}
        for segment in row.segments:
            rects.setdefault(segment.state, []).append(self.segment_rect(segment, top))
        for state, places in rects.items():
            look = state_look(self.pens.theme, state)
            fill(painter, places, look, self.pens)
            for rect in places:
                if rect.width() >= _MARK_ROOM:
                    self._paint_mark(painter, state, look, rect)

    def _paint_mark(self, painter: QPainter, state: str, look: Look, rect: QRectF) -> None:
        """The state's shape at the beginning of a stretch, on a ground without pattern."""
        painter.fillRect(QRectF(rect.left(), rect.top(), _MARK_ROOM - 2, rect.height()), QColor(look.colour))
        size = min(_MARK, rect.height() - 2)
        at = QPointF(rect.left() + 3, rect.center().y() - size / 2)
        paint_mark(painter, state_mark(state), self.pens.surface, at.x(), at.y(), size=size)


def clock(at: float) -> str:
    """The Turkish time of day of epoch seconds."""
    return spelling.clock_text(datetime.fromtimestamp(at, PBX_ZONE))


def fitted(timeline: Timeline, pens: Pens, width: float, height: float) -> TimelinePainter:
    """Laid out with rows as high as `height` allows, within what can be read: it may come out higher."""
    plan = TimelinePainter(timeline, pens, width, LOWEST_ROW)
    spare = height - plan.bounds.head - plan.bounds.foot
    row = math.floor(spare / max(1, len(timeline.rows)))
    return TimelinePainter(timeline, pens, width, min(ROW, row)) if row > LOWEST_ROW else plan


def paint_whole(painter: QPainter, target: QRectF, timeline: Timeline, pens: Pens) -> None:
    """The whole picture into `target`: rows as high as there is room, all of it smaller when there are too many."""
    painter.fillRect(target, pens.surface)
    plan = fitted(timeline, pens, target.width(), target.height())
    scale = 1.0
    if plan.height > target.height():
        # Smaller is also wider: laid out once more for the width that the first guess gives.
        scale = target.height() / plan.height
        plan = TimelinePainter(timeline, pens, target.width() / scale, LOWEST_ROW)
        scale = min(scale, target.height() / plan.height)
    painter.translate(target.topLeft())
    painter.scale(scale, scale)
    plan.paint_head(painter)
    plan.paint_rows(painter, plan.bounds.head, 0, len(timeline.rows))
    plan.paint_foot(painter, plan.bounds.head + plan.rows_height)


def _entries(timeline: Timeline, pens: Pens) -> tuple[Entry, ...]:
    """The legend: title, then the states that occur."""
    heading = Entry(timeline.title, Sample.HEADING, Look(pens.theme.muted))
    states = (Entry(words, Sample.STATE, state_look(pens.theme, state), state) for state, words in timeline.states)
    return (heading, *states)
