"""The agents' day on screen: rows that scroll between legend and hours, the hover over them, keys."""

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.reports import spelling
from supervisor_gui.reports.values import Segment, Timeline, TimelineRow
from supervisor_gui.text import clean
from supervisor_gui.ui.charts.colours import state_look
from supervisor_gui.ui.charts.hover import Fact, HoverLayer, Tip
from supervisor_gui.ui.charts.legend import Entry, Sample
from supervisor_gui.ui.charts.pens import Pens
from supervisor_gui.ui.charts.timeline_paint import TimelinePainter, clock, fitted, paint_whole


class _Rows(QWidget):
    """The rows, as high as all of them.

    Signals:
        pointed(QPointF): The pointer is here.
        left(): It went away.
    """

    pointed = Signal(QPointF)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.plan: TimelinePainter | None = None
        self.setMouseTracking(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows that are seen."""
        if self.plan is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.plan.pens.surface)
        first = max(0, math.floor(event.rect().top() / self.plan.bounds.row))
        behind = min(len(self.plan.timeline.rows), math.ceil((event.rect().bottom() + 1) / self.plan.bounds.row))
        self.plan.paint_rows(painter, 0.0, first, behind)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the pointer is."""
        self.pointed.emit(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """On a touch screen the only way to point; the view below takes the keyboard."""
        self.pointed.emit(event.position())
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that it went away."""
        self.left.emit()
        super().leaveEvent(event)


class TimelineView(QWidget):
    """One timeline, fed again and again.

    Attributes:
        place: (row, stretch) that is pointed at; None for none.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.place: tuple[int, int] | None = None
        self._timeline: Timeline | None = None
        self._pens: Pens | None = None
        self._plan: TimelinePainter | None = None
        self._rows = _Rows()
        self._rows.pointed.connect(self._on_pointed)
        self._rows.left.connect(self._on_left)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._rows)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.verticalScrollBar().valueChanged.connect(self._on_left)
        self._hover = HoverLayer(self)

    @property
    def tip_words(self) -> str:
        """What the hover tells now, as one line; empty when it is away."""
        return self._hover.tip.words() if self._hover.tip else ""

    def set_pens(self, pens: Pens) -> None:
        """Paint with another theme or font."""
        self._pens = pens
        self._hover.set_pens(pens)
        self._lay_out()

    def show_timeline(self, timeline: Timeline) -> None:
        """Show another day, or the same one a while later: then the stretch pointed at stays so."""
        kept = self.place if self._same_stretch(timeline) else None
        self._timeline = timeline
        self.setAccessibleName(clean(timeline.title))
        self._lay_out()
        self._point(kept)

    def _same_stretch(self, timeline: Timeline) -> bool:
        """Whether the stretch that is pointed at is at the same place of `timeline`."""
        if self._timeline is None or self.place is None:
            return False
        row, index = self.place
        if row >= len(timeline.rows) or index >= len(timeline.rows[row].segments):
            return False
        old, new = self._timeline.rows[row], timeline.rows[row]
        return old.extension == new.extension and old.segments[index].began == new.segments[index].began

    def retranslate(self) -> None:
        """Take today's language."""
        self._lay_out()

    def sizeHint(self) -> QSize:
        """As large as a page has room for."""
        return QSize(900, 360)

    def minimumSizeHint(self) -> QSize:
        """Below this nothing can be read."""
        return QSize(320, 160)

    def paint_onto(self, painter: QPainter, target: QRectF) -> None:
        """Paint all agents into `target`, as vectors."""
        if self._timeline is not None and self._pens is not None:
            paint_whole(painter, target, self._timeline, self._pens)

    def _lay_out(self) -> None:
        if self._timeline is None or self._pens is None:
            return
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        plan = fitted(self._timeline, self._pens, max(1, self.width() - bar), self.height())
        self._plan = self._rows.plan = plan
        head, foot = math.ceil(plan.bounds.head), math.ceil(plan.bounds.foot)
        room = max(1, self.height() - head - foot)
        rows = math.ceil(plan.rows_height)
        self._rows.resize(self.width() - bar, rows)
        self._scroll.setGeometry(0, head, self.width(), min(rows, room))
        self._rows.update()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What stays while the rows scroll: legend and hours."""
        if self._plan is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._plan.pens.surface)
        self._plan.paint_head(painter)
        self._plan.paint_foot(painter, self._scroll.geometry().bottom() + 1)
        if not self._plan.timeline.rows:
            plain, theme = self._plan.pens.plain, self._plan.pens.theme
            words = translate("Charts", "Nothing was seen on this day")
            plain.draw_centred(painter, self.width() / 2, self.height() / 2, words, theme.muted)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rows take the room that is left."""
        super().resizeEvent(event)
        self._hover.setGeometry(self.rect())
        self._point(None)
        self._lay_out()

    # Pointing

    def _on_pointed(self, at: QPointF) -> None:
        plan = self._plan
        row = int(at.y() // plan.bounds.row) if plan else -1
        if plan is None or not 0 <= row < len(plan.timeline.rows):
            self._point(None)
            return
        top = row * plan.bounds.row
        found = None
        for index, segment in enumerate(plan.timeline.rows[row].segments):
            # The last one that covers the pixel: short stretches are drawn wider than they are.
            rect = plan.segment_rect(segment, top)
            if rect.left() <= at.x() < rect.right():
                found = row, index
        self._point(found, at.x())

    def _on_left(self, _value: int = 0) -> None:
        self._point(None)

    def _point(self, place: tuple[int, int] | None, x: float | None = None) -> None:
        """Tell of one stretch; None for nothing. `x` is where the pointer is, else its middle."""
        plan, self.place = self._plan, place
        if plan is None or place is None:
            self._hover.clear()
            self.setAccessibleDescription("")
            return
        row = plan.timeline.rows[place[0]]
        rect = plan.segment_rect(row.segments[place[1]], place[0] * plan.bounds.row)
        offset = QPointF(self._rows.mapTo(self, self._rows.rect().topLeft()))
        tip = segment_tip(row, row.segments[place[1]], plan.pens)
        at = QPointF(rect.center().x() if x is None else x, rect.center().y()) + offset
        self._hover.show_tip(tip, at, (), rect.translated(offset))
        self.setAccessibleDescription(tip.words())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down change the agent, left and right the stretch; Escape ends it."""
        rows = self._timeline.rows if self._timeline else ()
        key = Qt.Key(event.key())
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in moves and rows:
            self._go_to_row(self._next_row(rows, moves[key]))
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and any(row.segments for row in rows):
            self._go_along(rows, 1 if key is Qt.Key.Key_Right else -1)
        elif key is Qt.Key.Key_Escape and self.place is not None:
            self._point(None)
        else:
            super().keyPressEvent(event)

    def _next_row(self, rows: tuple[TimelineRow, ...], step: int) -> int:
        """The next row in that direction that has stretches; the present one when there is none."""
        at = -1 if self.place is None else self.place[0]
        wanted = range(at + 1, len(rows)) if step > 0 else range(at - 1, -1, -1)
        return next((row for row in wanted if rows[row].segments), at)

    def _go_to_row(self, row: int) -> None:
        """The stretch of that row at the time that is pointed at."""
        rows = self._timeline.rows if self._timeline else ()
        if row < 0:
            return
        moment = 0.0
        if self.place is not None:
            moment = rows[self.place[0]].segments[self.place[1]].began
        index = max((at for at, each in enumerate(rows[row].segments) if each.began <= moment), default=0)
        self._reveal(row, index)

    def _go_along(self, rows: tuple[TimelineRow, ...], step: int) -> None:
        if self.place is None:
            self._reveal(self._next_row(rows, 1), 0)
            return
        row, index = self.place
        self._reveal(row, min(max(index + step, 0), len(rows[row].segments) - 1))

    def _reveal(self, row: int, index: int) -> None:
        if self._plan is not None:
            height = self._plan.bounds.row
            self._scroll.ensureVisible(0, round((row + 0.5) * height), 0, round(height))
        self._point((row, index))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self._hover.set_focused(focused=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard went elsewhere."""
        super().focusOutEvent(event)
        self._hover.set_focused(focused=False)


def segment_tip(row: TimelineRow, segment: Segment, pens: Pens) -> Tip:
    """Who, which state, from when to when, how long."""
    entry = Entry(segment.words, Sample.STATE, state_look(pens.theme, segment.state), segment.state)
    name, extension = clean(row.name), clean(row.extension)
    heading = name if extension in name else f"{name} ({extension})"
    length = spelling.lasting(segment.ended - segment.began, exact=segment.exact)
    times = f"{clock(segment.began)}–{clock(segment.ended)}"
    return Tip(heading, (Fact(entry, clean(segment.words), length), Fact(None, times, "")))
