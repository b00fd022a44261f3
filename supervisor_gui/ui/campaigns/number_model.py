"""The numbers of a list behind their table: 50,000 of them, told anew every few seconds. It knows no words.

Only rows that are looked at become records with words; the others stay what the list told.
"""

from collections.abc import Callable, Sequence
from operator import is_

from PySide6.QtCore import QAbstractItemModel, QObject, Qt

from supervisor_gui.autodial.values import NumberRow
from supervisor_gui.ui.campaigns.number_columns import NUMBER_COLUMNS, ShownNumber
from supervisor_gui.ui.campaigns.number_filter import ORDERS, Haystack, Part, of_part
from supervisor_gui.ui.models.row_model import NOWHERE, Index, RowModel
from supervisor_gui.ui.models.runs import runs

FEW = 8
"""Up to this many ranges rows go one range at a time; beyond, they are gathered and go as one."""

_KEPT = 500
"""Records kept at most: several screens of rows."""

_BY_ROWS = QAbstractItemModel.LayoutChangeHint.VerticalSortHint
# With the hint a view's horizontal header knows that its columns did not move; the plain signal has it painted again.
_HINTED = "QList<QPersistentModelIndex>,QAbstractItemModel::LayoutChangeHint"


class NumberModel(RowModel[ShownNumber]):
    """Rows in the list's order or by a column, of one part, found by a search.

    Selection, open editors and the keyboard's row survive every change of rows that stay.
    """

    def __init__(self, show: Callable[[NumberRow], ShownNumber], parent: QObject | None = None) -> None:
        """Args.

        show: Makes the record of a row that is looked at.
        parent: Its owner.
        """
        super().__init__(NUMBER_COLUMNS, parent)
        self._show = show
        self._shown: dict[str, ShownNumber] = {}
        self._all: Sequence[NumberRow] = ()
        self._known: dict[str, NumberRow] = {}
        self._rows: list[NumberRow] = []
        self._place: dict[str, int] = {}
        self._hay = Haystack()
        self._part, self._text, self._by_number = Part.ALL, "", True
        self._sorted_by, self._falling = -1, False

    # what is shown

    @property
    def rows(self) -> Sequence[NumberRow]:
        """The rows shown, in their order."""
        return self._rows

    @property
    def part(self) -> Part:
        """The part that is shown."""
        return self._part

    @property
    def sorted_by(self) -> tuple[int, bool]:
        """The column sorted by (-1: the list's order), and whether it falls."""
        return self._sorted_by, self._falling

    def number_at(self, place: int) -> NumberRow | None:
        """What the list told of the row shown at `place`."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def row_at(self, place: int) -> ShownNumber:
        """The record of the row shown at `place`."""
        row = self._rows[place]
        known = self._shown.get(row.key)
        if known is None or known.row is not row:
            if len(self._shown) >= _KEPT:
                self._shown.clear()
            known = self._shown[row.key] = self._show(row)
        return known

    def place_of(self, key: str) -> int:
        """Where `key` is shown; -1 when it is not."""
        return self._place.get(key, -1)

    # changes

    def take(self, rows: Sequence[NumberRow], *, move: bool = True) -> None:
        """Take `rows` as all there is.

        Args:
            rows: In the list's order.
            move: False leaves rows where they stand, also those that went or that the filter no longer shows; the
                next change puts that right.
        """
        before = self._known
        kept = [known if (known := before.get(row.key)) == row else row for row in rows]
        self._known = {row.key: row for row in kept}
        self._hay.forget([row.key for row in kept if before.get(row.key) is not row])
        if len(self._known) < len(before):
            self._hay.forget(before.keys() - self._known.keys())
        self._all = kept
        if move:
            self._become(self._target())
        else:
            self._renew([self._known.get(row.key, row) for row in self._rows])

    def prepare(self, first: int, last: int) -> bool:
        """Make ready for a search what is not yet, of the rows from `first` to `last`; False when there are no more."""
        self._hay.prepare(self._all[first:last])
        return last < len(self._all)

    def narrow(self, part: Part, text: str, *, by_number: bool) -> None:
        """Show one part, and of it what holds `text`; `by_number`: also in the number."""
        if (part, text, by_number) != (self._part, self._text, self._by_number):
            self._part, self._text, self._by_number = part, text, by_number
            self._become(self._target())

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; -1 for the list's order."""
        self._sorted_by = column
        self._falling = column >= 0 and order is Qt.SortOrder.DescendingOrder
        self._become(self._target())

    def show_anew(self) -> None:
        """Words, rights or the day changed: every record is made again."""
        self._shown.clear()
        if self._rows:
            self._tell(0, len(self._rows) - 1)

    # Qt's questions

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Rows shown."""
        return 0 if parent.isValid() else len(self._rows)

    # how rows move

    def _target(self) -> list[NumberRow]:
        found = self._hay.find(of_part(self._all, self._part), self._text, by_number=self._by_number)
        if self._sorted_by >= 0:
            found.sort(key=ORDERS[self.columns[self._sorted_by].key], reverse=self._falling)
        return found

    def _become(self, target: list[NumberRow]) -> None:
        """Show `target`: what went is taken out, what came put in, what stays moved, then what changed is told."""
        places = {row.key: place for place, row in enumerate(target)}
        self._remove([place for place, row in enumerate(self._rows) if row.key not in places])
        fresh = [row for row in target if row.key not in self._place]
        if fresh:
            first = len(self._rows)
            self.beginInsertRows(NOWHERE, first, first + len(fresh) - 1)
            self._rows += fresh
            self._number()
            self.endInsertRows()
        if self._place != places:
            was = [self._rows[self._place[row.key]] for row in target]
            self._lay_out(was)
        self._renew(target)

    def _renew(self, rows: list[NumberRow]) -> None:
        """Put newer rows in the place of those with the same keys."""
        changed = [place for place, same in enumerate(map(is_, rows, self._rows)) if not same]
        self._rows = rows
        for first, last in runs(changed):
            self._tell(first, last)

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _remove(self, places: list[int]) -> None:
        ranges = list(runs(places))
        if len(ranges) > FEW:
            lost = set(places)
            kept = [row for place, row in enumerate(self._rows) if place not in lost]
            self._lay_out(kept + [self._rows[place] for place in places])
            ranges = [(len(kept), len(self._rows) - 1)]
        for first, last in reversed(ranges):
            self.beginRemoveRows(NOWHERE, first, last)
            del self._rows[first : last + 1]
            self._number()
            self.endRemoveRows()

    def _lay_out(self, target: list[NumberRow]) -> None:
        """Put the same rows into another order; persistent indexes follow their rows."""
        self.layoutAboutToBeChanged[_HINTED].emit([], _BY_ROWS)  # type: ignore[index]
        held = self.persistentIndexList()
        keys = [self._rows[index.row()].key for index in held]
        self._rows = target
        self._number()
        moved = [self.index(self._place[key], index.column()) for key, index in zip(keys, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged[_HINTED].emit([], _BY_ROWS)  # type: ignore[index]

    def _number(self) -> None:
        self._place = {row.key: place for place, row in enumerate(self._rows)}
