"""The do-not-call list as a table, searched by words. It changes nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from supervisor_gui.autodial.values import BlockedNumber
from supervisor_gui.history.masking import masked
from supervisor_gui.i18n import translate
from supervisor_gui.live.numbers import tail
from supervisor_gui.live.policy import Policy
from supervisor_gui.text import clean, fold
from supervisor_gui.ui import format as figures
from supervisor_gui.ui.campaigns.plain_table import WORDS, Index, PlainTable
from supervisor_gui.ui.plain import tooltip

NUMBER, NOTE, SINCE, WHO = range(4)
WIDTHS = (190, 330, 160)
_LONGEST = 200
_LONGEST_NUMBER = 40


class BlockedModel(QAbstractTableModel):
    """Those rows that are searched for, in the order in which they came."""

    def __init__(self, policy: Policy, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._policy = policy
        self._all: Sequence[BlockedNumber] = ()
        self._shown: Sequence[BlockedNumber] = ()
        self._text = ""

    @property
    def total(self) -> int:
        """Rows, shown or not."""
        return len(self._all)

    def show_rows(self, rows: Sequence[BlockedNumber]) -> None:
        """Show this list."""
        self._all = rows
        self.find(self._text)

    def find(self, text: str) -> None:
        """Show rows that hold every word of `text` in number, note or user as they are shown; digits find numbers."""
        self._text = text
        words = fold(text).split()
        digits = "" if self._policy.mask_numbers else _digits(text)
        self.beginResetModel()
        self._shown = [row for row in self._all if self._holds(row, words, digits)] if words else self._all
        self.endResetModel()

    def row_at(self, place: int) -> BlockedNumber:
        """The row shown at `place`."""
        return self._shown[place]

    def _holds(self, row: BlockedNumber, words: Sequence[str], digits: str) -> bool:
        if digits and digits in row.tail:
            return True
        text = fold(f"{self._policy.number(row.number)} {self._note(row)} {row.who}")
        return all(word in text for word in words)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Number, note, since, by whom."""
        return 0 if parent.isValid() else WHO + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell in words."""
        row = self._shown[index.row()]
        if role in WORDS:
            return self._cell(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._cell(row, index.column()))
        return None

    def _cell(self, row: BlockedNumber, column: int) -> str:
        if column == NUMBER:
            return clean(self._policy.number(row.number), _LONGEST_NUMBER)
        if column == SINCE:
            return figures.moment(row.at) if row.at else figures.NONE
        return clean(self._note(row) if column == NOTE else row.who, _LONGEST)

    def _note(self, row: BlockedNumber) -> str:
        """What was noted; it may hold numbers, too."""
        return masked(row.note) if self._policy.mask_numbers else row.note

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Column headings."""
        if orientation is not Qt.Orientation.Horizontal or role not in WORDS:
            return None
        return (
            translate("Campaigns", "Number"),
            translate("Campaigns", "Note"),
            translate("Campaigns", "Since"),
            translate("Campaigns", "Put there by"),
        )[section]


class BlockedTable(PlainTable):
    """The rows.

    Signals:
        remove_pressed(): Del was pressed.
    """

    remove_pressed = Signal()

    def __init__(self, policy: Policy, parent: QWidget | None = None) -> None:
        self.blocked_model = BlockedModel(policy)
        super().__init__(self.blocked_model, WIDTHS, parent)

    @property
    def chosen(self) -> tuple[BlockedNumber, ...]:
        """The chosen rows."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.blocked_model.row_at(place) for place in places)

    def retranslate(self) -> None:
        """Take today's language."""
        self.setAccessibleName(translate("Campaigns", "Do-not-call list"))
        super().retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del removes."""
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.remove_pressed.emit()
        else:
            super().keyPressEvent(event)


def _digits(text: str) -> str:
    """What is looked for as tails hold it: a whole number's, or some of its digits; empty when `text` is neither."""
    kept = "".join(text.split())
    return tail(text) or (kept.removeprefix("0") if kept.isascii() and kept.isdigit() else "")
