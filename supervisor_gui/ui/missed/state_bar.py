"""Which callers are shown: those to call back, those who are done, or all; each with its count. It filters nothing."""

import enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supervisor_gui.history.missed_values import MissedView
from supervisor_gui.i18n import translate
from supervisor_gui.ui import format as figures
from supervisor_gui.ui.missed.rows import MissedRow
from supervisor_gui.ui.statistics.pills import Pills


class Part(enum.Enum):
    """A part of the callers."""

    WAITING = "waiting"
    CLOSED = "closed"
    ALL = "all"


def everybody(_row: MissedRow) -> bool:
    """All callers."""
    return True


def waits(row: MissedRow) -> bool:
    """Those to call back."""
    return row.waits


def is_closed(row: MissedRow) -> bool:
    """Those who are done."""
    return not row.waits


ACCEPTS = {Part.WAITING: waits, Part.CLOSED: is_closed, Part.ALL: everybody}


class StateBar(QWidget):
    """One choice out of three.

    Signals:
        chosen(object): A Part, also when it is chosen already.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = Part.WAITING
        self.pills = Pills(tuple(Part))
        self._counts: dict[Part, int] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pills)
        self.pills.chosen.connect(self.chosen)
        self.show_part(Part.WAITING)

    def show_part(self, part: Part) -> None:
        """Press the button of a part."""
        self.part = part
        self.pills.show_chosen(part)

    def show_counts(self, view: MissedView | None) -> None:
        """Count the callers of `view`; None while they are not known."""
        self._counts = {}
        if view is not None:
            waiting, everyone = view.waiting, len(view.callers)
            self._counts = {Part.WAITING: waiting, Part.CLOSED: everyone - waiting, Part.ALL: everyone}
        self.retranslate()

    def retranslate(self) -> None:
        """Take today's language."""
        words = {
            Part.WAITING: translate("MissedPage", "To call back"),
            Part.CLOSED: translate("MissedPage", "Done"),
            Part.ALL: translate("MissedPage", "All"),
        }
        for part, word in words.items():
            count = f"  {figures.count(self._counts[part])}" if self._counts else ""
            self.pills.name(part, word + count)
