"""One queue as a card: pressing it filters the agents, its pencil edits its limits, agents can be dropped on it."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.live.metrics import FORMULAS
from supervisor_gui.text import duration
from supervisor_gui.ui import format as figures
from supervisor_gui.ui import plain
from supervisor_gui.ui.board.agent_model import dragged
from supervisor_gui.ui.board.queue_columns import counting_since
from supervisor_gui.ui.board.queue_rows import QueueRow, damage_words, rate_tip, service_tip, spoken
from supervisor_gui.ui.board.wishes import AgentsDropped
from supervisor_gui.ui.widgets import segments
from supervisor_gui.ui.widgets.ink import LARGE, PLAIN, SMALL, STRONG, Ink
from supervisor_gui.ui.widgets.marks import Icon as Picture
from supervisor_gui.ui.widgets.marks import Mark, paint_icon

PAD = 12
WIDTH = 238
PENCIL = 16
STATES = (Mark.IDLE, Mark.RINGING, Mark.TALKING, Mark.PAUSED, Mark.OFFLINE)


class QueueCard(QAbstractButton):
    """A painted card; checked means that the agents' list shows this queue alone.

    Signals:
        limits_wanted(str): The limits of the queue are to be edited.
        menu_wanted(str, QPoint): A context menu at a point of the screen.
        agents_dropped(AgentsDropped): Agents were dragged here.
        dial_wanted(str): The longest waiting caller's number was clicked.
    """

    limits_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)
    agents_dropped = Signal(object)
    dial_wanted = Signal(str)

    def __init__(self, row: QueueRow, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self._ink = ink
        self._now = 0.0
        self._under_drag = False
        self.setCheckable(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self._ink = ink
        self.updateGeometry()
        self.update()

    def show_row(self, row: QueueRow, now: float) -> None:
        """Show new figures."""
        self._now = now
        if row != self.row or not self.accessibleName():
            self.row = row
            self.setAccessibleName(spoken(row, now))
            self.setToolTip(plain.tooltip(self._tip()))
            self.update()

    def tick(self, now: float) -> None:
        """A second has passed: only a waiting caller changes the card."""
        self._now = now
        if self.row.wait_since:
            self.update(0, self._line(1), self.width(), self._ink.types[LARGE].height + 4)

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(WIDTH, self._line(7) + 8)

    # painting

    def _line(self, number: int) -> int:
        """Where line `number` begins."""
        types = self._ink.types
        heights = (
            types[STRONG].height + 4,
            types[LARGE].height,
            types[SMALL].height + 6,
            segments.HEIGHT + 6,
            types[PLAIN].height + 5,
            types[SMALL].height + 2,
            types[SMALL].height + 2,
        )
        return 9 + sum(heights[:number])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and lines."""
        painter = QPainter(self)
        self._paint_ground(painter)
        self._paint_title(painter)
        self._paint_figures(painter)
        bar = QRect(PAD, self._line(3), self.width() - 2 * PAD, segments.HEIGHT)
        segments.paint(painter, self.row.states, bar, self._ink)
        self._paint_states(painter)
        self._paint_counts(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        ink = self._ink
        strong = self.hasFocus() or self._under_drag
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "selected" if self.isChecked() or self._under_drag else "alarm" if self.row.red else "surface"
        edge = "accent" if self.isChecked() or strong else "limit" if self.row.red else "border"
        painter.setBrush(ink.fills[ground])
        painter.setPen(QPen(ink.pens[edge].color(), 2 if strong else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_title(self, painter: QPainter) -> None:
        ink, row = self._ink, self.row
        top, kind = self._line(0), self._ink.types[STRONG]
        x, right = PAD, self.width() - PAD
        if self.underMouse() or self.hasFocus():
            paint_icon(painter, Picture.PENCIL, ink.pens["muted"].color(), right - PENCIL, top, size=PENCIL)
        right -= PENCIL + 6
        if row.name_mark is not None:
            ink.mark(painter, row.name_mark, "limit", x - 4, top + 1, size=16)
            x += 13
        painter.setPen(ink.pens["text"])
        small = ink.types[SMALL]
        beside = small.cut(row.beside, 90)
        name = kind.cut(row.name, right - x - small.width(beside) - 8)
        kind.draw(painter, x, top + kind.ascent, name)
        painter.setPen(ink.pens["muted"])
        small.draw(painter, right - small.width(beside), top + kind.ascent, beside)

    def _paint_figures(self, painter: QPainter) -> None:
        """Waiting, longest wait with whose it is, and service level, as large figures with small captions."""
        row = self.row
        middle = self._middle()
        right = self.width() - PAD
        level = translate("Board", "service") + (f" {row.margin}" if row.margin else "")
        service = max(self._ink.types[LARGE].width(row.service), self._ink.types[SMALL].width(level))
        waiting = translate("Board", "waiting")
        self._figure(painter, PAD, 60, value=str(row.waiting), tone=row.waiting_tone, caption=waiting)
        self._figure(
            painter,
            middle,
            right - service - middle - 8,
            value=row.wait(self._now),
            tone=row.wait_tone,
            caption=row.longest or translate("Board", "longest"),
        )
        self._figure(painter, right, right - middle, value=row.service, tone="text", caption=level, to_right=True)

    def _figure(
        self, painter: QPainter, x: int, room: int, *, value: str, tone: str, caption: str, to_right: bool = False
    ) -> None:
        ink = self._ink
        for line, face, text, pen in ((1, LARGE, value, tone), (2, SMALL, caption, "muted")):
            kind = ink.types[face]
            shown = kind.cut(text, max(room, 40))
            painter.setPen(ink.pens[pen])
            left = x - kind.width(shown) if to_right else x
            kind.draw(painter, left, self._line(line) + kind.ascent, shown)

    def _paint_states(self, painter: QPainter) -> None:
        """How many are free, ringing, talking, on break, offline: shape and figure."""
        ink, kind = self._ink, self._ink.types[PLAIN]
        step = (self.width() - 2 * PAD) // len(STATES)
        top = self._line(4)
        for number, (mark, count) in enumerate(zip(STATES, self.row.states, strict=True)):
            x = PAD + number * step
            ink.mark(painter, mark, mark.value, x - 2, top + (kind.height - 14) / 2, size=14)
            free = number == 0
            painter.setPen(ink.pens[self.row.free_tone if free else "text" if count else "muted"])
            face = ink.types[STRONG] if free and self.row.free_tone == "limit" else kind
            face.draw(painter, x + 16, top + kind.ascent, str(count))

    def _paint_counts(self, painter: QPainter) -> None:
        """Answered, abandoned and since when; below, the PBX's recent averages."""
        ink, row, kind = self._ink, self.row, self._ink.types[SMALL]
        answered = translate("Board", "{n} answered").format(n=figures.count(row.answered))
        lost = translate("Board", "{n} lost").format(n=figures.count(row.abandoned))
        rate = f" {row.rate}" if row.rate != figures.NONE else ""
        since = translate("Board", "since {time}").format(time=row.since) if row.since else ""
        recent = translate("Board", "recent avg.: wait {w} · talk {t}").format(
            w=duration(row.hold_time), t=duration(row.talk_time)
        )
        right = self.width() - PAD
        painter.setPen(ink.pens["muted"])
        kind.draw(painter, right - kind.width(since), self._line(5) + kind.ascent, since)
        room = right - PAD - kind.width(since) - 6
        kind.draw(painter, PAD, self._line(5) + kind.ascent, kind.cut(f"{answered} · {lost}{rate}", room))
        kind.draw(painter, PAD, self._line(6) + kind.ascent, kind.cut(recent, right - PAD))

    def _tip(self) -> str:
        row = self.row
        recent = translate("Metrics", FORMULAS["recent"])
        lines = [row.full_name or row.name, row.longest, service_tip(row), rate_tip(row), recent]
        lines.append(counting_since(row, 0.0))
        lines.append(damage_words(row.damaged))
        return "\n".join(line for line in lines if line)

    # hands

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The pencil edits the limits, the longest waiting caller's number calls, the rest of the card filters."""
        point = event.position().toPoint()
        if self._pencil().contains(point) and self.isDown():
            self.setDown(False)
            self.limits_wanted.emit(self.row.key)
            return
        if self.row.longest_number and self._number().contains(point) and self.isDown():
            self.setDown(False)
            self.dial_wanted.emit(self.row.longest_number)
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits the limits, Space filters, up and down go to the next card."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.limits_wanted.emit(self.row.key)
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the queue's menu."""
        self.menu_wanted.emit(self.row.key, event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Agents may be dropped."""
        if dragged(event.mimeData()):
            self._under_drag = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """The drag went on."""
        self._under_drag = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Agents are to be added to this queue."""
        self._under_drag = False
        self.update()
        event.acceptProposedAction()
        self.agents_dropped.emit(AgentsDropped(dragged(event.mimeData()), self.row.key))

    def _middle(self) -> int:
        """Where the longest wait begins."""
        return PAD + max(64, self.width() // 4)

    def _number(self) -> QRect:
        """The longest waiting caller's number."""
        kind = self._ink.types[SMALL]
        return QRect(self._middle(), self._line(2), kind.width(self.row.longest), kind.height + 2)

    def _pencil(self) -> QRect:
        return QRect(self.width() - PAD - PENCIL - 4, self._line(0) - 4, PENCIL + 8, PENCIL + 8)
