"""Numbers of a file row by row, with what becomes of each. It judges nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from supervisor_gui.autodial.preview import Preview, PreviewRow, RowMark
from supervisor_gui.history.masking import masked
from supervisor_gui.i18n import translate
from supervisor_gui.live.policy import Policy
from supervisor_gui.text import clean
from supervisor_gui.ui import format as figures
from supervisor_gui.ui.campaigns.plain_table import WORDS, Index, PlainTable
from supervisor_gui.ui.campaigns.preview_words import mark_words, part_word
from supervisor_gui.ui.plain import tooltip

LINE, NUMBER, NAME, BECOMES = range(4)
WIDTHS = (64, 150, 190)
_LONGEST = 60
_SIGNS = {RowMark.GOOD: "✓", RowMark.EMPTY: "–"}
_WRONG = "✕"


class PreviewModel(QAbstractTableModel):
    """Rows as they are given; their words are made when they are looked at."""

    def __init__(self, policy: Policy, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._policy = policy
        self._rows: Sequence[PreviewRow] = ()

    def show_rows(self, rows: Sequence[PreviewRow]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Rows shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Line, number, name, what becomes of it."""
        return 0 if parent.isValid() else BECOMES + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell in words; what is not sent stands back."""
        row = self._rows[index.row()]
        if role in WORDS:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._text(row, index.column()))
        if role == Qt.ItemDataRole.ForegroundRole and row.mark is not RowMark.GOOD and index.column() != BECOMES:
            return QApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        return None

    def _text(self, row: PreviewRow, column: int) -> str:
        if column == LINE:
            return str(row.line)
        if column == NUMBER:
            # What is no number may still hold one.
            return clean(self._policy.number(row.shown or row.raw), _LONGEST)
        if column == NAME:
            # Without a name the number is its own, and some files have numbers among the names.
            return clean(masked(row.name) if self._policy.mask_numbers else row.name, _LONGEST)
        return f"{_SIGNS.get(row.mark, _WRONG)} {mark_words(row)}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Column headings."""
        if orientation is not Qt.Orientation.Horizontal or role not in WORDS:
            return None
        return (
            translate("Campaigns", "Row"),
            translate("Campaigns", "Number"),
            translate("Campaigns", "Name"),
            translate("Campaigns", "What becomes of it"),
        )[section]


class PreviewTable(PlainTable):
    """The rows."""

    def __init__(self, policy: Policy, parent: QWidget | None = None) -> None:
        self.preview_model = PreviewModel(policy)
        super().__init__(self.preview_model, WIDTHS, parent)

    def retranslate(self) -> None:
        """Take today's language."""
        self.setAccessibleName(translate("Campaigns", "Numbers and what becomes of them"))
        super().retranslate()


class PartBar(QWidget):
    """Which rows are shown: all, or those of one mark, each with its count.

    Signals:
        chosen(): Others are to be shown.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.all = QPushButton()
        self.parts = {mark: QPushButton() for mark in RowMark}
        self._counts: dict[RowMark, int] = {}
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        for button in (self.all, *self.parts.values()):
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._group.addButton(button)
            layout.addWidget(button)
        layout.addStretch(1)
        self.all.setChecked(True)
        self._group.buttonClicked.connect(lambda _: self.chosen.emit())

    def show_preview(self, made: Preview) -> None:
        """Count its rows; a part that is empty now is left for all rows."""
        self._counts = {mark: made.counts.get(mark, 0) for mark in RowMark}
        if any(button.isChecked() and not self._counts[mark] for mark, button in self.parts.items()):
            self.all.setChecked(True)
        self.retranslate()

    def rows_of(self, made: Preview, *, wrong_first: bool) -> Sequence[PreviewRow]:
        """Those rows that are to be shown, in their order or with those first that are not sent."""
        mark = next((mark for mark, button in self.parts.items() if button.isChecked()), None)
        if mark is not None:
            return [row for row in made.rows if row.mark is mark]
        if not wrong_first:
            return made.rows
        wrong = [row for row in made.rows if row.mark is not RowMark.GOOD]
        return [*wrong, *(row for row in made.rows if row.mark is RowMark.GOOD)] if wrong else made.rows

    def retranslate(self) -> None:
        """Take today's language."""
        every = translate("Campaigns", "All rows")
        self.all.setText(f"{every}  {figures.count(sum(self._counts.values()))}")
        for mark, button in self.parts.items():
            button.setText(f"{part_word(mark)}  {figures.count(self._counts.get(mark, 0))}")
            button.setVisible(bool(self._counts.get(mark)))
        for button in (self.all, *self.parts.values()):
            button.setAccessibleName(button.text())
