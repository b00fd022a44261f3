"""The context menu of one queue: its limits, its agents, and what the window adds. It does nothing by itself."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from supervisor_gui.i18n import translate


class QueueMenu(QMenu):
    """One menu for all queues.

    Signals:
        limits_chosen(str, QPoint): Edit the limits of this queue.
        filter_chosen(str): Show this queue's agents alone; empty for all.
    """

    limits_chosen = Signal(str, QPoint)
    filter_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._queue = ""
        self._at = QPoint()
        self._filter = QAction(self)
        self._filter.setCheckable(True)
        self._limits = QAction(self)
        self._filter.triggered.connect(self._on_filter)
        self._limits.triggered.connect(self._on_limits)
        self.addActions([self._filter, self._limits])
        self.retranslate()

    def add(self, actions: Sequence[QAction]) -> None:
        """Append the window's own actions."""
        self.addSeparator()
        self.addActions(list(actions))

    def retranslate(self) -> None:
        """Take today's language."""
        self._filter.setText(translate("Board", "Show only this queue's agents"))
        self._limits.setText(translate("Board", "Limits…"))

    def open_at(self, queue: str, at: QPoint, *, filtered: bool) -> None:
        """Pop up for `queue` at a point of the screen."""
        self._queue, self._at = queue, at
        self._filter.setChecked(filtered)
        self.popup(at)

    def _on_filter(self, checked: bool) -> None:
        self.filter_chosen.emit(self._queue if checked else "")

    def _on_limits(self) -> None:
        self.limits_chosen.emit(self._queue, self._at)
