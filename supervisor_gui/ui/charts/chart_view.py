"""A chart on screen: its panels in one scene, the hover over it, keys. It counts nothing."""

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from supervisor_gui.reports.values import Chart
from supervisor_gui.text import clean
from supervisor_gui.ui.charts.folding import fitting
from supervisor_gui.ui.charts.hover import HoverLayer, chart_tip
from supervisor_gui.ui.charts.panel_item import Margins, PanelItem
from supervisor_gui.ui.charts.pens import Pens

_EDGE = 10.0
_TIGHT_EDGE = 4.0
"""Pixels above and below in a file; in a window, which has an edge around the picture."""
_BETWEEN = 3.0
_FIRST_SHARE = 1.8
"""The first plot is this much higher than each of the others."""


class ChartView(QWidget):
    """One chart, fed again and again.

    Signals:
        place_pointed(int): The place under the pointer or the keyboard; -1 for none.
    """

    place_pointed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.place = -1
        self._canvas = pg.GraphicsView(self, useOpenGL=False, background=None)
        self._canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._canvas.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hover = HoverLayer(self)
        self._panels: list[PanelItem] = []
        self._shown: list[PanelItem] = []
        self._chart: Chart | None = None
        self._drawn: Chart | None = None
        self._pens: Pens | None = None

    @property
    def tip_words(self) -> str:
        """What the hover tells now, as one line; empty when it is away."""
        return self._hover.tip.words() if self._hover.tip else ""

    def set_pens(self, pens: Pens) -> None:
        """Paint with another theme or font."""
        self._pens = pens
        self._canvas.setBackground(pens.surface)
        self._hover.set_pens(pens)
        self._show()

    def show_chart(self, chart: Chart) -> None:
        """Show another chart; the same place stays pointed at while it exists."""
        same = self._chart is not None and self._chart.names == chart.names
        self._chart = chart
        self.setAccessibleName(clean(chart.title))
        if not same:
            self._point(-1)
        self._show()

    def sizeHint(self) -> QSize:
        """As large as a page has room for."""
        return QSize(900, 360)

    def minimumSizeHint(self) -> QSize:
        """Below this nothing can be read."""
        return QSize(320, 160)

    def paint_onto(self, painter: QPainter, target: QRectF) -> None:
        """Paint the chart, laid out for the size of `target`, as vectors."""
        scene = self._canvas.scene()
        self._feed(target.height())
        self._lay_out(target.width(), target.height(), _EDGE)
        scene.prepareForPaint()
        painter.fillRect(target, self._pens.surface if self._pens else Qt.GlobalColor.white)
        scene.render(
            painter, target, QRectF(0, 0, target.width(), target.height()), Qt.AspectRatioMode.IgnoreAspectRatio
        )
        self._feed(self.height())
        self._lay_out(self.width(), self.height())

    def _show(self) -> None:
        """Show the chart as it is now, laid out for the window."""
        self._drawn = None
        self._feed(self.height())
        self._lay_out(self.width(), self.height())
        self._point(self.place)

    def _feed(self, height: float) -> None:
        """Give the panels what they show in `height`, unless they have it."""
        if self._chart is None or self._pens is None:
            return
        chart, pens = fitting(self._chart, height), self._pens
        if self._drawn is not None and len(self._drawn.panels) == len(chart.panels):
            return
        self._drawn = chart
        while len(self._panels) < len(chart.panels):
            self._panels.append(PanelItem(self._canvas.scene()))
        self._shown = self._panels[: len(chart.panels)]
        for at, (item, panel) in enumerate(zip(self._shown, chart.panels, strict=True)):
            item.show(chart, panel, pens, chart.title if at == 0 else "")
        for item in self._panels[len(self._shown) :]:
            item.hide()

    def _lay_out(self, width: float, height: float, edge: float = _TIGHT_EDGE) -> None:
        """Put the panels below each other, their plots exactly above each other, `edge` pixels from above and below."""
        if not self._shown:
            return
        inner = width - 2 * _EDGE
        last = self._shown[-1]
        needs = [item.margins(last=item is last) for item in self._shown]
        left, right = max(each.left for each in needs), max(each.right for each in needs)
        legends = [item.legend_height(inner) for item in self._shown]
        spare = height - 2 * edge - _BETWEEN * (len(needs) - 1) - sum(legends) - sum(each.bottom for each in needs)
        shares = [_FIRST_SHARE, *[1.0] * (len(needs) - 1)]
        top = edge
        for item, need, legend, share in zip(self._shown, needs, legends, shares, strict=True):
            plot = max(1.0, spare * share / sum(shares))
            rect = QRectF(_EDGE, top, inner, legend + plot + need.bottom)
            item.place(rect, legend, Margins(left, right, need.bottom))
            top = rect.bottom() + _BETWEEN

    # Pointing

    def _place_at(self, x: float) -> int:
        """The place below a pixel; -1 beside the plots."""
        count = len(self._chart.labels) if self._chart else 0
        if not count or not self._shown:
            return -1
        area = self._shown[0].plot_rect
        share = (x - area.left()) / area.width()
        return min(int(share * count), count - 1) if 0 <= share <= 1 else -1

    def _point(self, place: int, y: float | None = None) -> None:
        """Show what there is about `place`; -1 or one that is not there for nothing."""
        chart = self._drawn
        if chart is None or not 0 <= place < len(chart.labels):
            place = -1
        changed, self.place = place != self.place, place
        if place < 0 or chart is None:
            self._hover.clear()
            self.setAccessibleDescription("")
        else:
            tip = chart_tip(chart, place, [item.series_entries for item in self._shown])
            bands = [self._band(item.plot_rect, place, len(chart.labels)) for item in self._shown]
            middle = bands[0].center()
            self._hover.show_tip(tip, QPointF(middle.x(), middle.y() if y is None else y), bands)
            self.setAccessibleDescription(tip.words())
        if changed:
            self.place_pointed.emit(place)

    @staticmethod
    def _band(area: QRectF, place: int, count: int) -> QRectF:
        room = area.width() / count
        return QRectF(area.left() + place * room, area.top(), room, area.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The place under the pointer."""
        self._point(self._place_at(event.position().x()), event.position().y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keyboard; on a touch screen also the only way to point."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._point(self._place_at(event.position().x()), event.position().y())

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer went away."""
        self._point(-1)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, right, Home and End move along the places; Escape ends it."""
        count = len(self._chart.labels) if self._chart else 0
        key, place = Qt.Key(event.key()), self.place
        steps = {
            Qt.Key.Key_Right: min(place + 1, count - 1),
            Qt.Key.Key_Left: max(place - 1, 0) if place >= 0 else count - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: count - 1,
        }
        if key in steps and count:
            self._point(steps[key])
        elif key is Qt.Key.Key_Escape and place >= 0:
            self._point(-1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self._hover.set_focused(focused=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard went elsewhere."""
        super().focusOutEvent(event)
        self._hover.set_focused(focused=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Canvas and hover fill the view."""
        super().resizeEvent(event)
        self._canvas.setGeometry(self.rect())
        self._hover.setGeometry(self.rect())
        self._feed(self.height())
        self._lay_out(self.width(), self.height())
        self._point(self.place)

    def retranslate(self) -> None:
        """Take today's language: the words of the axes."""
        self._show()
