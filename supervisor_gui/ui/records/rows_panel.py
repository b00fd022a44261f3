"""The rows with the line above them: how many, what narrows them, and what is told when there are none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui import plain
from supervisor_gui.ui.dialogs.parts import plain_label
from supervisor_gui.ui.records.table import RecordTable
from supervisor_gui.ui.statistics.pills import pill
from supervisor_gui.ui.widgets.shrinking_label import ShrinkingLabel


class RowsPanel(QFrame):
    """A framed surface.

    Signals:
        clear_wanted(): Nothing but the days is to narrow.
        all_days_wanted(): The same is to be looked for in all days that are kept.
    """

    clear_wanted = Signal()
    all_days_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("boardPanel")
        self.count = QLabel()
        self.count.setObjectName("countLine")
        self.narrowing = ShrinkingLabel()
        self.narrowing.setForegroundRole(self.narrowing.palette().ColorRole.PlaceholderText)
        self.clear = pill(checkable=False)
        self.table = RecordTable()
        self.nothing = plain_label(muted=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.all_days = pill("preset", checkable=False)
        self.stack = QStackedWidget()
        self._lay_out()
        self.clear.clicked.connect(self.clear_wanted)
        self.all_days.clicked.connect(self.all_days_wanted)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(12, 7, 8, 5)
        line.setSpacing(10)
        line.addWidget(self.count)
        line.addWidget(self.narrowing, 1)
        line.addWidget(self.clear)
        nothing = QWidget()
        middle = QVBoxLayout(nothing)
        middle.setContentsMargins(24, 12, 24, 12)
        middle.addStretch(1)
        middle.addWidget(self.nothing)
        middle.addWidget(self.all_days, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(1)
        self.stack.addWidget(self.table)
        self.stack.addWidget(nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addWidget(self.stack, 1)
        self.setMinimumHeight(150)

    def show_count(self, counted: str, narrowing: str, *, clears: bool) -> None:
        """Say how many and what narrows; `clears`: it can be cleared."""
        plain.set_plain(self.count, counted)
        plain.set_plain(self.narrowing, narrowing, 300)
        self.narrowing.setToolTip(plain.tooltip(narrowing))
        keep = self.clear.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.clear.setSizePolicy(keep)
        self.clear.setVisible(clears)

    def show_nothing(self, words: str, *, all_days: bool) -> None:
        """Say `words` instead of rows; none show the rows. `all_days`: offer to look in all days."""
        plain.set_plain(self.nothing, words, 400)
        self.all_days.setVisible(all_days)
        page = int(bool(words))
        if self.stack.currentIndex() != page:
            had = self.table.hasFocus()
            self.stack.setCurrentIndex(page)
            if had and page:
                self.clear.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Take today's language."""
        self.clear.setText(translate("RecordsPage", "Clear filters"))
        self.clear.setAccessibleName(self.clear.text())
        self.all_days.setText(translate("RecordsPage", "Search all days kept"))
        self.all_days.setAccessibleName(self.all_days.text())
        self.table.retranslate()
