"""Rows and the chosen call beside each other, or below where the window is narrow. It fills neither."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from supervisor_gui.ui.records.details import Details

WIDE = 1_400
"""Pixels from which both stand side by side."""

DETAILS_WIDTH, DETAILS_HEIGHT = 330, 140


class Sides(QSplitter):
    """Rows first, then what there is to know about one of them; what is between them can be moved.

    Below each other the second part is there only while it has something to tell: rows need the height.
    """

    def __init__(self, rows: QWidget, details: Details, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._details = details
        self._telling = False
        self._chosen: dict[Qt.Orientation, int] = {
            Qt.Orientation.Horizontal: DETAILS_WIDTH,
            Qt.Orientation.Vertical: DETAILS_HEIGHT,
        }
        self.setChildrenCollapsible(False)
        self.setHandleWidth(8)
        self.addWidget(rows)
        self.addWidget(details)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.splitterMoved.connect(self._on_moved)

    def show_telling(self, *, telling: bool) -> None:
        """Whether the second part has something to tell."""
        if telling != self._telling:
            self._telling = telling
            self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the width asks for it."""
        wanted = Qt.Orientation.Horizontal if event.size().width() >= WIDE else Qt.Orientation.Vertical
        if wanted is not self.orientation():
            self.setOrientation(wanted)
            self._details.set_beside(beside=wanted is Qt.Orientation.Horizontal)
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        beside = self.orientation() is Qt.Orientation.Horizontal
        shown = beside or self._telling
        if self._details.isHidden() is shown:
            self._details.setVisible(shown)
        room = (self.width() if beside else self.height()) - self.handleWidth()
        size = self._chosen[self.orientation()]
        if room > size:
            self.setSizes([room - size, size])

    def _on_moved(self, *_: int) -> None:
        self._chosen[self.orientation()] = self.sizes()[1]
