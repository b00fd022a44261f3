"""The one widget that shows a report's picture, whichever it is, on screen, as an image and on any painter."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStackedLayout, QWidget

from supervisor_gui.reports.values import Chart, Picture
from supervisor_gui.ui.charts.chart_view import ChartView
from supervisor_gui.ui.charts.pens import Pens
from supervisor_gui.ui.charts.timeline_view import TimelineView
from supervisor_gui.ui.theme import LIGHT, Theme


class PictureView(QWidget):
    """A chart or the agents' day.

    Signals:
        place_pointed(int): The place of a chart under the pointer or the keyboard; -1 for none. The agents' day has no
            places.
    """

    place_pointed = Signal(int)

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chart = ChartView()
        self._timeline = TimelineView()
        self._chart.place_pointed.connect(self.place_pointed)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._chart)
        self._stack.addWidget(self._timeline)
        self.setFocusProxy(self._chart)
        self._take_pens()

    @property
    def told(self) -> str:
        """What is told of the place pointed at, as one line; empty for none."""
        return self._current.tip_words

    def show_picture(self, picture: Picture) -> None:
        """Show `picture` in the place of the one before; the place pointed at stays when it is still there."""
        if isinstance(picture, Chart):
            self._chart.show_chart(picture)
            self._turn_to(self._chart)
        else:
            self._timeline.show_timeline(picture)
            self._turn_to(self._timeline)

    def _turn_to(self, view: ChartView | TimelineView) -> None:
        if self._stack.currentWidget() is not view:
            had_keyboard = self._current.hasFocus()
            self._stack.setCurrentWidget(view)
            self.setFocusProxy(view)
            if had_keyboard:
                view.setFocus()

    @property
    def _current(self) -> ChartView | TimelineView:
        return self._timeline if self._stack.currentWidget() is self._timeline else self._chart

    def apply_theme(self, theme: Theme) -> None:
        """Take another look."""
        self._theme = theme
        self._take_pens()

    def retranslate(self) -> None:
        """Take today's language in what the picture does not bring with it."""
        self._chart.retranslate()
        self._timeline.retranslate()

    def paint_onto(self, painter: QPainter, target: QRectF) -> None:
        """Paint the picture with its legend into `target`, as vectors, without hover.

        One unit of the painter is one pixel of the screen: it is laid out for the size of `target`, with words of the
        size they have on the screen, so scale the painter for paper.
        """
        painter.save()
        self._current.paint_onto(painter, target)
        painter.restore()

    def image(self, scale: float = 2.0) -> QImage:
        """The picture as it is on the screen, `scale` times as many pixels."""
        size = self.size().expandedTo(self.minimumSizeHint())
        made = QImage(size * scale, QImage.Format.Format_RGB32)
        made.fill(Qt.GlobalColor.white)
        painter = QPainter(made)
        painter.scale(scale, scale)
        self.paint_onto(painter, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        return made

    def sizeHint(self) -> QSize:
        """As large as a page has room for."""
        return QSize(900, 380)

    def changeEvent(self, event: QEvent) -> None:
        """Another font is another layout."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._take_pens()

    def _take_pens(self) -> None:
        pens = Pens(self._theme, self.font())
        self._chart.set_pens(pens)
        self._timeline.set_pens(pens)
