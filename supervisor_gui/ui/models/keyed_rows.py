"""A row model that keeps its own order and filter and moves as little as it can. It knows no columns' meaning."""

from bisect import bisect
from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import is_
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QAbstractItemModel, QObject, Qt

from supervisor_gui.ui.models.column import Column
from supervisor_gui.ui.models.row_model import NOWHERE, Index, RowModel
from supervisor_gui.ui.models.runs import runs

FEW = 8
"""Up to this many ranges rows come and go one range at a time; beyond, they are gathered and go as one."""

_BY_ROWS = QAbstractItemModel.LayoutChangeHint.VerticalSortHint
# With the hint a view's horizontal header knows that its columns did not move; the plain signal has it painted again.
_HINTED = "QList<QPersistentModelIndex>,QAbstractItemModel::LayoutChangeHint"


class Keyed(Protocol):
    """What every row record has."""

    @property
    def key(self) -> Hashable:
        """Which thing the row shows."""

    @property
    def order(self) -> Any:
        """Its place in the default order."""


RowT = TypeVar("RowT", bound=Keyed)


def _everything(_row: object) -> bool:
    return True


class KeyedRows(RowModel[RowT]):
    """Row records by key, filtered and ordered in Python once, never while painting.

    Selection, scroll position, open editors and menus survive every change: rows that stay keep their persistent
    indexes, whatever comes, goes or moves around them.
    """

    def __init__(self, columns: Sequence[Column[RowT]], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._all: dict[Hashable, RowT] = {}
        self._rows: list[RowT] = []
        self._place: dict[Hashable, int] = {}
        self._accepts: Callable[[RowT], bool] = _everything
        self._sort_column = -1
        self._descending = False
        self._settled = True

    # what is shown

    @property
    def rows(self) -> Sequence[RowT]:
        """The rows shown, in their order."""
        return self._rows

    @property
    def all_rows(self) -> Iterable[RowT]:
        """Every row, shown or filtered out, in no order."""
        return self._all.values()

    @property
    def settled(self) -> bool:
        """Whether rows stand where they belong."""
        return self._settled

    @property
    def sorted_by(self) -> tuple[int, bool]:
        """The column sorted by (-1: the default order), and whether it falls."""
        return self._sort_column, self._descending

    def row_at(self, place: int) -> RowT:
        """The row shown at `place`."""
        return self._rows[place]

    def place_of(self, key: Hashable) -> int:
        """Where `key` is shown; -1 when it is not."""
        return self._place.get(key, -1)

    def find(self, key: Hashable) -> RowT | None:
        """The row of `key`, shown or not."""
        return self._all.get(key)

    # changes

    def change(self, rows: Iterable[RowT], gone: Iterable[Hashable] = (), *, reorder: bool = True) -> None:
        """Take rows that came or changed and forget those that went.

        Args:
            rows: Whole new records.
            gone: Keys to forget.
            reorder: False leaves rows where they stand, also those that the filter no longer shows; `settle` puts
                that right later.
        """
        lost = [key for key in gone if self._all.pop(key, None) is not None and key in self._place]
        dirty: list[int] = []
        fresh: list[RowT] = []
        for row in rows:
            key = row.key
            self._all[key] = row
            place = self._place.get(key)
            if self._accepts(row):
                if place is None:
                    fresh.append(row)
                else:
                    self._rows[place] = row
                    dirty.append(place)
            elif place is not None:
                self._rows[place] = row
                dirty.append(place)
        self._tell(dirty)
        self._remove(lost)
        self._settled = self._settled and not dirty
        if reorder:
            self.settle()
        self._insert(fresh, reorder=reorder)

    def replace(self, rows: Iterable[RowT], *, reorder: bool = True) -> None:
        """Take `rows` as all there is; records that are equal to what is shown are not touched."""
        new = list(rows)
        keys = {row.key for row in new}
        known = self._all
        changed = [row for row in new if known.get(row.key) != row]
        self.change(changed, [key for key in known if key not in keys], reorder=reorder)

    def filter_by(self, accepts: Callable[[RowT], bool] | None) -> None:
        """Show only rows that `accepts` is true for; None shows all."""
        self._accepts = accepts or _everything
        self._settled = False
        self.settle()
        self._insert([row for row in self._all.values() if row.key not in self._place and self._accepts(row)])

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; -1 for the default order."""
        self._sort_column = column
        self._descending = column >= 0 and order is Qt.SortOrder.DescendingOrder
        self._settled = False
        self.settle()

    def settle(self) -> None:
        """Drop what the filter does not show and move rows to where they belong, as one change of layout."""
        if self._settled:
            return
        if self._accepts is not _everything:
            self._remove([row.key for row in self._rows if not self._accepts(row)])
        target = sorted(self._rows, key=self._sort_key(), reverse=self._descending)
        self._settled = True
        if not all(map(is_, target, self._rows)):
            self._lay_out(target)

    # Qt's questions

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Rows shown."""
        return 0 if parent.isValid() else len(self._rows)

    # how rows move

    def _sort_key(self) -> Callable[[RowT], Any]:
        if self._sort_column < 0:
            return _order
        value = self.columns[self._sort_column].sort
        return lambda row: (value(row), row.order)

    def _tell(self, places: list[int]) -> None:
        last = len(self.columns) - 1
        for first, final in runs(sorted(places)):
            self.dataChanged.emit(self.index(first, 0), self.index(final, last))

    def _remove(self, keys: Sequence[Hashable]) -> None:
        places = sorted(self._place[key] for key in keys)
        ranges = list(runs(places))
        if len(ranges) > FEW:
            lost = set(keys)
            kept = [row for row in self._rows if row.key not in lost]
            self._lay_out(kept + [self._rows[place] for place in places])
            ranges = [(len(kept), len(self._rows) - 1)]
        for first, last in reversed(ranges):
            self.beginRemoveRows(NOWHERE, first, last)
            del self._rows[first : last + 1]
            self._number()
            self.endRemoveRows()

    def _insert(self, rows: Sequence[RowT], *, reorder: bool = True) -> None:
        if not rows:
            return
        if len(rows) <= FEW and self._settled and not self._descending:
            key = self._sort_key()
            for row in rows:
                self._insert_at(bisect(self._rows, key(row), key=key), (row,))
            return
        self._insert_at(len(self._rows), rows)
        self._settled = False
        if reorder:
            self.settle()

    def _insert_at(self, place: int, rows: Sequence[RowT]) -> None:
        self.beginInsertRows(NOWHERE, place, place + len(rows) - 1)
        self._rows[place:place] = rows
        self._number()
        self.endInsertRows()

    def _lay_out(self, target: list[RowT]) -> None:
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


def _order(row: Keyed) -> Any:
    return row.order
