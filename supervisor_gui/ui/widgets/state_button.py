"""A button of the legend: a state's shape, word and count; pressed in, it filters. It filters nothing itself."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from supervisor_gui.ui.format import NONE
from supervisor_gui.ui.widgets.ink import PLAIN, STRONG, Ink
from supervisor_gui.ui.widgets.marks import Mark

PAD = 7
MARK = 14
GAP = 5


class StateButton(QAbstractButton):
    """Checkable, painted, as narrow as its words."""

    def __init__(self, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = mark
        self._count = ""
        self._ink: Ink | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self._ink = ink
        self.updateGeometry()
        self.update()

    def show_state(self, word: str, count: int | None) -> None:
        """The state's word and how many are in it, None when that is not known."""
        before = self.sizeHint()
        self._count = NONE if count is None else str(count)
        self.setText(word)
        if self.sizeHint() != before:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Shape, word and count."""
        if self._ink is None:
            return QSize(70, 28)
        width = self._ink.types[PLAIN].width(self.text()) + self._ink.types[STRONG].width(self._count)
        return QSize(width + MARK + 2 * GAP + 2 * PAD, self._ink.types[PLAIN].height + 12)

    def minimumSizeHint(self) -> QSize:
        """Shape and count are never cut; the word may be."""
        if self._ink is None:
            return QSize(40, 28)
        width = self._ink.types[STRONG].width(self._count)
        return QSize(width + MARK + 2 * GAP + 2 * PAD + 16, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, shape, word, count."""
        ink = self._ink
        if ink is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self.isChecked() or self.hasFocus() or self.underMouse()
        painter.setBrush(ink.fills["selected" if self.isChecked() else "surface"])
        painter.setPen(QPen(ink.pens["accent" if marked else "border"].color(), 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        plain, strong = ink.types[PLAIN], ink.types[STRONG]
        ink.mark(painter, self._mark, self._mark.value, PAD, (self.height() - MARK) / 2, size=MARK)
        x = PAD + MARK + GAP
        painter.setPen(ink.pens["text"])
        word = plain.cut(self.text(), self.width() - x - GAP - strong.width(self._count) - PAD)
        plain.draw(painter, x, plain.base(0, self.height()), word)
        strong.draw(painter, x + plain.width(word) + GAP, strong.base(0, self.height()), self._count)
        painter.end()
