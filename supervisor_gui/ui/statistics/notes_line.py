"""What to know about the figures: the report's notes, and a button that asks again for what still moves."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui import plain
from supervisor_gui.ui.dialogs.parts import plain_label
from supervisor_gui.ui.statistics.pills import pill
from supervisor_gui.ui.widgets.foot_strip import FootStrip

LONGEST = 900


class NotesLine(FootStrip):
    """Sentences below the table; hidden when there is nothing to say.

    Signals:
        refresh_wanted(): Figures that can still change are to be asked for again.
    """

    refresh_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = plain_label(muted=True)
        self.refresh = pill(checkable=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.refresh, 0, Qt.AlignmentFlag.AlignTop)
        self.refresh.clicked.connect(self.refresh_wanted)
        self.hide()

    def show_notes(self, notes: Sequence[str], *, moving: bool) -> None:
        """Show sentences; `moving` figures can still change and may be asked for again."""
        plain.set_plain(self.words, " ".join(notes), LONGEST)
        self.refresh.setVisible(moving)
        self.setVisible(bool(notes) or moving)

    def retranslate(self) -> None:
        """Take today's language."""
        self.refresh.setText(translate("StatisticsPage", "Ask again"))
        self.refresh.setAccessibleName(
            translate("StatisticsPage", "Ask the PBX again for figures that can still change")
        )
