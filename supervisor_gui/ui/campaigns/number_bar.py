"""The controls above a list's numbers: parts with their counts, the search, and two buttons. It filters nothing."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui import format as figures
from supervisor_gui.ui import plain
from supervisor_gui.ui.campaigns.number_filter import Part
from supervisor_gui.ui.statistics.pills import pill
from supervisor_gui.ui.statistics.wrapping import WrapLayout
from supervisor_gui.ui.widgets.number_search import NumberSearch


class NumberBar(QWidget):
    """Parts without numbers are left out, but for the one that is shown.

    Signals:
        part_chosen(object): A Part.
    """

    part_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = NumberSearch()
        self.add = QPushButton()
        self.retry = QPushButton()
        self._parts: dict[Part, QToolButton] = {part: pill() for part in Part}
        self._group = QButtonGroup(self)
        self._counts: Mapping[Part, int] = {}
        self._part = Part.ALL
        self._lay_out()
        self._group.idClicked.connect(self._on_clicked)
        self.show_part(Part.ALL)

    def _lay_out(self) -> None:
        above, chips = WrapLayout(), WrapLayout(spacing=5)
        above.addWidget(self.search)
        for button in (self.add, self.retry):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            above.add_right(button)
        for number, chip in enumerate(self._parts.values()):
            self._group.addButton(chip, number)
            chips.addWidget(chip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(above)
        layout.addLayout(chips)

    @property
    def part(self) -> Part:
        """The part that is chosen."""
        return self._part

    @property
    def counts(self) -> Mapping[Part, int]:
        """How many numbers each part has; empty while that is not known."""
        return self._counts

    def button(self, part: Part) -> QToolButton:
        """The button of a part."""
        return self._parts[part]

    def show_part(self, part: Part) -> None:
        """Press the button of a part."""
        self._part = part
        self._parts[part].setChecked(True)
        self.show_counts(self._counts)

    def show_counts(self, counts: Mapping[Part, int]) -> None:
        """Show how many numbers each part has."""
        self._counts = counts
        words = _part_words()
        for part, button in self._parts.items():
            number = counts.get(part, 0)
            text = f"{words[part]}  {figures.count(number)}" if counts else words[part]
            if button.text() != text:
                button.setText(text)
                button.setAccessibleName(text)
            button.setVisible(bool(number) or part in {Part.ALL, self._part})

    def allow(self, add: str, retry: str) -> None:
        """Why a button cannot be pressed, in words; empty when it can."""
        hints = (
            (self.add, add, translate("Campaigns", "Paste numbers, or read them from a CSV or Excel file.")),
            (self.retry, retry, translate("Campaigns", "Makes a new list of the numbers whose calls failed.")),
        )
        for button, reason, hint in hints:
            button.setEnabled(not reason)
            button.setToolTip(plain.tooltip(reason or hint))
            button.setAccessibleDescription(reason or hint)

    def retranslate(self) -> None:
        """Take today's language."""
        self.search.setPlaceholderText(translate("Campaigns", "Number or name  ( / )"))
        self.search.setAccessibleName(translate("Campaigns", "Search the numbers of the list by number or name"))
        self.add.setText(translate("Campaigns", "Add numbers…"))
        self.retry.setText(translate("Campaigns", "Failed ones as a new list"))
        for button in (self.add, self.retry):
            button.setAccessibleName(button.text())
        self.show_counts(self._counts)

    def _on_clicked(self, number: int) -> None:
        part = tuple(Part)[number]
        self.show_part(part)
        self.part_chosen.emit(part)


def _part_words() -> dict[Part, str]:
    return {
        Part.ALL: translate("Campaigns", "All"),
        Part.NEVER: translate("Campaigns", "Never called"),
        Part.REACHED: translate("Campaigns", "Reached"),
        Part.FAILED: translate("Campaigns", "Failed"),
        Part.RETRY: translate("Campaigns", "To be called again"),
        Part.OTHER: translate("Campaigns", "Other"),
        Part.COMING: translate("Campaigns", "On their way"),
        Part.REFUSED: translate("Campaigns", "Refused"),
        Part.UNKNOWN: translate("Campaigns", "Unknown"),
        Part.PASSIVE: translate("Campaigns", "Passive"),
        Part.TWICE: translate("Campaigns", "Twice"),
        Part.BLOCKED: translate("Campaigns", "Do not call"),
    }
