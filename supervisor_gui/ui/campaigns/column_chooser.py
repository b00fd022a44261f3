"""Which column of a table is the number and which the name, found already and changeable. It reads no table."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSizePolicy, QWidget

from supervisor_gui.autodial.columns import Columns
from supervisor_gui.i18n import translate
from supervisor_gui.text import clean
from supervisor_gui.ui.dialogs.parts import plain_label

_LONGEST = 40
_LETTERS = 14
"""Room that a column's title has at least."""


class ColumnChooser(QWidget):
    """Two columns, and whether the first line is titles.

    Signals:
        changed(): The user chose otherwise.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = QComboBox()
        self.name = QComboBox()
        self.titles = QCheckBox()
        self._labels = (plain_label(), plain_label())
        self._titles: tuple[str, ...] = ()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for label, box in zip(self._labels, (self.number, self.name), strict=True):
            label.setBuddy(box)
            label.setWordWrap(False)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LETTERS)
            box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            layout.addWidget(label)
            layout.addWidget(box)
            box.activated.connect(lambda _: self.changed.emit())
        layout.addWidget(self.titles)
        layout.addStretch(1)
        self.titles.clicked.connect(lambda _: self.changed.emit())
        self.retranslate()

    def show_columns(self, titles: Sequence[str], columns: Columns, *, first_is_titles: bool) -> None:
        """Offer the columns with these titles; `columns` are chosen."""
        self._titles = tuple(titles)
        self._fill(columns)
        self.titles.setChecked(first_is_titles)

    @property
    def columns(self) -> Columns:
        """Those chosen."""
        return Columns(self.number.currentIndex() - 1, self.name.currentIndex() - 1)

    @property
    def first_is_titles(self) -> bool:
        """Whether the first line is no number."""
        return self.titles.isChecked()

    def retranslate(self) -> None:
        """Take today's language."""
        number, name = self._labels
        number.setText(translate("Campaigns", "Number in"))
        name.setText(translate("Campaigns", "Name in"))
        self.titles.setText(translate("Campaigns", "The first line is titles"))
        self.titles.setAccessibleName(self.titles.text())
        self.number.setAccessibleName(translate("Campaigns", "Column with the numbers"))
        self.name.setAccessibleName(translate("Campaigns", "Column with the names"))
        self._fill(self.columns)

    def _fill(self, columns: Columns) -> None:
        shown = _told_apart(self._titles)
        none = (translate("Campaigns", "Choose a column"), translate("Campaigns", "No names"))
        chosen = (columns.number, columns.name)
        for box, first, column in zip((self.number, self.name), none, chosen, strict=True):
            box.clear()
            box.addItems([first, *shown])
            box.setCurrentIndex(column + 1 if -1 <= column < len(shown) else 0)


def _told_apart(titles: Sequence[str]) -> list[str]:
    """The titles, cut; two of one title by their places too."""
    shown = [clean(title, _LONGEST) for title in titles]
    return [words if shown.count(words) == 1 else f"{words} ({place})" for place, words in enumerate(shown, 1)]
