"""Names and numbers offered below a line, in a window of its own that takes no keyboard. It looks nothing up."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.live.dial_memory import Suggestion
from supervisor_gui.text import clean

_AIR = 10
"""Pixels of a row beyond its font's height: dots of capital letters need them too."""


class OfferList(QListWidget):
    """Stands under its line while something is offered.

    Signals:
        chosen(object): The Suggestion that was clicked.
    """

    chosen = Signal(object)

    def __init__(self, line: QWidget) -> None:
        super().__init__(line)
        self.setObjectName("offers")
        self._line = line
        self._offered: list[Suggestion] = []
        self.setWindowFlags(Qt.WindowType.ToolTip)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.Box)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._on_clicked)

    def offer(self, offered: Sequence[Suggestion], *, first: bool) -> None:
        """Show what is offered, nothing when it is empty; `first` marks the first one."""
        self._offered = list(offered)
        self.clear()
        height = self.fontMetrics().height() + _AIR
        for one in offered:
            words = clean(one.title, 40) + (f"   {clean(one.detail, 40)}" if one.detail else "")
            item = QListWidgetItem(words)
            item.setSizeHint(QSize(0, height))
            self.addItem(item)
        self.setAccessibleName(translate("Dial", "Offered numbers"))
        if not offered:
            self.hide()
            return
        self.setCurrentRow(0 if first else -1)
        self.resize(self._line.width(), height * len(offered) + 2 * self.frameWidth())
        self.move(self._line.mapToGlobal(QPoint(0, self._line.height() + 2)))
        self.show()

    @property
    def marked(self) -> Suggestion | None:
        """The one that Enter means."""
        row = self.currentRow()
        return self._offered[row] if self.isVisible() and 0 <= row < len(self._offered) else None

    def step(self, by: int) -> None:
        """Mark the next one; beyond the ends nothing is marked."""
        if self._offered:
            row = self.currentRow() + by
            self.setCurrentRow(row if 0 <= row < len(self._offered) else -1)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self._offered[self.row(item)])
