"""A table's header painted once and copied, until widths, words, order or look change. Sorting is done elsewhere."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHeaderView, QWidget

from supervisor_gui.ui.widgets.ink import PLAIN, Ink

PAD = 8


class ColumnHeader(QHeaderView):
    """Headers of one height.

    Qt's own header asks every column for its size and paints all of them at every change of the rows.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._ink: Ink | None = None
        self._picture: QPixmap | None = None
        self._looks: object = None
        self._hovered = -1
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme, font or language."""
        self._ink = ink
        self._picture = None
        self.updateGeometry()
        self.viewport().update()

    def forget(self) -> None:
        """Words changed."""
        self._picture = None
        self.viewport().update()

    def room_for(self, words: str) -> int:
        """Pixels that a column needs for its header's words; the sort arrow stands behind them, where nothing is."""
        width = self._ink.types[PLAIN].width(words) if self._ink else self.fontMetrics().horizontalAdvance(words)
        return width + 2 * PAD

    def sizeHint(self) -> QSize:
        """One line of words."""
        return QSize(100, self.fontMetrics().height() + 11)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Copy the picture; paint it anew when something of it changed."""
        if self._ink is None:
            return
        edges = tuple(self.sectionViewportPosition(number) for number in range(self.count()))
        order = (self.isSortIndicatorShown(), self.sortIndicatorSection(), self.sortIndicatorOrder())
        looks = (edges, order, self._hovered, self.width(), self.height(), self.hasFocus())
        if self._picture is None or looks != self._looks:
            self._picture, self._looks = self._painted(self._ink), looks
        painter = QPainter(self.viewport())
        if not self.devicePixelRatioF().is_integer():
            # At 125 % the picture may end one line of the screen above the rows; what was there before would stay.
            painter.fillRect(self.viewport().rect(), self._ink.fills["surface"])
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The column below the mouse looks pressable."""
        self._hover(self.logicalIndexAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse went away."""
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, column: int) -> None:
        if column != self._hovered:
            self._hovered = column
            self.viewport().update()

    def _painted(self, ink: Ink) -> QPixmap:
        size, ratio = self.viewport().size(), ink.ratio
        picture = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        area = QRect(0, 0, size.width(), size.height())
        painter.fillRect(area, ink.fills["surface"])
        painter.fillRect(0, area.bottom(), area.width(), 1, ink.pens["border"].color())
        for number in range(self.count()):
            self._paint_words(painter, ink, number)
        painter.end()
        return picture

    def _paint_words(self, painter: QPainter, ink: Ink, number: int) -> None:
        model = self.model()
        words = str(model.headerData(number, self.orientation()))
        side = int(model.headerData(number, self.orientation(), Qt.ItemDataRole.TextAlignmentRole))
        arrow = self.isSortIndicatorShown() and self.sortIndicatorSection() == number
        kind = ink.types[PLAIN]
        left = self.sectionViewportPosition(number) + PAD
        room = self.sectionSize(number) - 2 * PAD
        text = kind.cut(words, room)
        to_right = bool(side & Qt.AlignmentFlag.AlignRight.value)
        x = left + room - kind.width(text) if to_right else left
        painter.setPen(ink.pens["accent" if arrow or number == self._hovered else "muted"])
        kind.draw(painter, x, kind.base(0, self.height()), text)
        if arrow:
            sign = "▴" if self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder else "▾"
            end = left + room + PAD - kind.width(sign)
            kind.draw(painter, min(x + kind.width(text) + 2, end), kind.base(0, self.height()), sign)
