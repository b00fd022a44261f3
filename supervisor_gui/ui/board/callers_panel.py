"""The waiting callers as a small table with a count. Numbers come masked already where the policy says so."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui.board.caller_rows import CALLER_COLUMNS, CallerRow
from supervisor_gui.ui.models.keyed_rows import KeyedRows
from supervisor_gui.ui.widgets.ink import Ink
from supervisor_gui.ui.widgets.row_view import RowView


def _accessible_name() -> str:
    return translate("Board", "Waiting callers")


class CallersPanel(QFrame):
    """Who waits, longest first; waits tick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("boardPanel")
        self.model: KeyedRows[CallerRow] = KeyedRows(CALLER_COLUMNS, self)
        self._title = QLabel(self)
        self.table = RowView(self.model, _accessible_name, self)
        self._title.setObjectName("panelTitle")
        self._nobody = QLabel(self.table.viewport())  # in the empty table: beside the title there is no room for it
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._nobody.setWordWrap(True)
        QVBoxLayout(self.table.viewport()).addWidget(self._nobody)
        self._waiting: int | None = None
        top = QHBoxLayout()
        top.setContentsMargins(12, 9, 12, 7)
        top.addWidget(self._title)
        top.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self.table.set_ink(ink)

    def retranslate(self) -> None:
        """Take today's language."""
        self.table.retranslate()
        self._show_count()

    def show_rows(self, rows: Iterable[CallerRow], waiting: int | None, now: float) -> None:
        """Show who waits; `waiting` is the count, withheld numbers included, None while nothing is known."""
        self.model.now = now
        self.model.replace(rows)
        self._waiting = waiting
        self._show_count()

    def tick(self, now: float) -> None:
        """A second has passed."""
        self.model.now = now
        self.table.tick()

    def _show_count(self) -> None:
        count = f"  {self._waiting}" if self._waiting else ""
        self._title.setText(translate("Board", "Waiting callers") + count)
        unknown = self._waiting is None
        self._nobody.setText(translate("Board", "no data yet") if unknown else translate("Board", "nobody waits"))
        self._nobody.setVisible(not self._waiting)
