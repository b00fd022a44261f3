"""The row model: always the filtered, ordered rows; what stays keeps its index; little is told."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from supervisor_gui.ui.models.column import Column
from supervisor_gui.ui.models.keyed_rows import KeyedRows
from supervisor_gui.ui.models.runs import runs


class Row(msgspec.Struct, frozen=True):
    """A row for these tests: ordered by weight, then key."""

    key: int
    weight: int

    @property
    def order(self) -> tuple[int, int]:
        """Light ones first."""
        return self.weight, self.key


COLUMNS: tuple[Column[Row], ...] = (
    Column(key="key", header="Key", width=40, text=lambda row, _: str(row.key), sort=lambda row: row.key),
    Column(
        key="weight",
        header="Weight",
        width=40,
        text=lambda row, now: f"{row.weight}@{now:.0f}",
        sort=lambda row: row.weight,
        tip=lambda row, _: f"<{row.weight}>",
        right=True,
        editable=True,
        hint="How heavy",
    ),
)


def rows(*weights: int) -> list[Row]:
    """Rows 0, 1, 2 … with these weights."""
    return [Row(key, weight) for key, weight in enumerate(weights)]


def shown(model: KeyedRows[Row]) -> list[int]:
    """Keys from top to bottom, as a view sees them."""
    return [int(str(model.data(model.index(place, 0)))) for place in range(model.rowCount())]


@pytest.fixture
def model(qapp: QApplication) -> Iterator[KeyedRows[Row]]:
    """A model that Qt's own tester watches: any broken rule fails the test."""
    made = KeyedRows(COLUMNS)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning)
    yield made
    tester.deleteLater()
    made.deleteLater()


class Heard:
    """What a view would have to do."""

    def __init__(self, model: QAbstractItemModel) -> None:
        self.changed: list[tuple[int, int]] = []
        self.inserted: list[tuple[int, int]] = []
        self.removed: list[tuple[int, int]] = []
        self.layouts = 0
        self.resets = 0
        model.dataChanged.connect(self._on_changed)
        model.rowsInserted.connect(self._on_inserted)
        model.rowsRemoved.connect(self._on_removed)
        model.layoutChanged.connect(self._on_layout)
        model.modelReset.connect(self._on_reset)

    def _on_changed(self, first: object, last: object) -> None:
        self.changed.append((first.row(), last.row()))  # type: ignore[attr-defined]

    def _on_inserted(self, _parent: object, first: int, last: int) -> None:
        self.inserted.append((first, last))

    def _on_removed(self, _parent: object, first: int, last: int) -> None:
        self.removed.append((first, last))

    def _on_layout(self) -> None:
        self.layouts += 1

    def _on_reset(self) -> None:
        self.resets += 1


def test_rows_stand_in_their_default_order(model: KeyedRows[Row]) -> None:
    model.change(rows(5, 1, 3))
    assert shown(model) == [1, 2, 0]


def test_neighbours_that_changed_are_told_as_one_run_and_others_not_at_all(model: KeyedRows[Row]) -> None:
    model.change(rows(*range(0, 100, 10)))
    heard = Heard(model)
    model.change([Row(2, 21), Row(3, 31), Row(4, 41), Row(7, 71)])
    assert heard.changed == [(2, 4), (7, 7)]
    assert heard.layouts == 0
    assert heard.resets == 0


def test_an_equal_record_is_not_told(model: KeyedRows[Row]) -> None:
    model.replace(rows(1, 2, 3))
    heard = Heard(model)
    model.replace(rows(1, 2, 3))
    assert heard.changed == []


def test_a_new_order_is_one_change_of_layout(model: KeyedRows[Row]) -> None:
    model.change(rows(*range(50)))
    heard = Heard(model)
    model.change([Row(key, 1000 - key) for key in range(0, 50, 3)])
    assert heard.layouts == 1
    assert heard.inserted == heard.removed == []


def test_a_few_rows_come_and_go_where_they_belong(model: KeyedRows[Row]) -> None:
    model.change(rows(0, 10, 20, 30))
    heard = Heard(model)
    model.change([Row(9, 15)], gone=[3])
    assert heard.inserted == [(2, 2)]
    assert heard.removed == [(3, 3)]
    assert heard.layouts == 0
    assert shown(model) == [0, 1, 9, 2]


def test_many_scattered_rows_go_as_one_range(model: KeyedRows[Row]) -> None:
    model.change(rows(*range(200)))
    heard = Heard(model)
    model.filter_by(lambda row: row.key % 2 == 0)
    assert heard.removed == [(100, 199)]
    assert heard.layouts == 1
    assert shown(model) == list(range(0, 200, 2))


def test_rows_that_may_not_move_stay_until_settled(model: KeyedRows[Row]) -> None:
    model.change(rows(1, 2, 3))
    model.change([Row(0, 9)], reorder=False)
    assert shown(model) == [0, 1, 2]
    assert not model.settled
    model.settle()
    assert shown(model) == [1, 2, 0]
    assert model.settled


def test_a_row_that_no_longer_fits_the_filter_stays_until_rows_may_move(model: KeyedRows[Row]) -> None:
    model.filter_by(lambda row: row.weight < 10)
    model.change(rows(1, 2, 3))
    model.change([Row(1, 50)], reorder=False)
    assert shown(model) == [0, 1, 2]
    model.settle()
    assert shown(model) == [0, 2]


def test_selected_and_current_rows_follow_their_keys(model: KeyedRows[Row]) -> None:
    model.change(rows(*range(30)))
    selection = QItemSelectionModel(model)
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for key in (4, 20):
        selection.select(model.index(model.place_of(key), 0), flags)
    held = QPersistentModelIndex(model.index(model.place_of(20), 1))
    model.change([Row(key, 500 - key) for key in range(0, 30, 2)], gone=[1, 3, 5, 7, 9, 11, 13, 15, 17, 19])
    assert {model.row_at(index.row()).key for index in selection.selectedRows()} == {4, 20}
    assert model.row_at(held.row()).key == 20
    assert held.column() == 1


def test_a_header_sorts_both_ways_and_back_to_the_default(model: KeyedRows[Row]) -> None:
    model.change(rows(5, 1, 3))
    model.sort(0)
    assert shown(model) == [0, 1, 2]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert shown(model) == [2, 1, 0]
    model.change([Row(7, 0)])
    assert shown(model) == [7, 2, 1, 0]
    model.sort(-1)
    assert shown(model) == [7, 1, 2, 0]
    assert model.sorted_by == (-1, False)


def test_cells_speak_and_tooltips_are_escaped(model: KeyedRows[Row]) -> None:
    model.now = 12.0
    model.change(rows(4))
    cell = model.index(0, 1)
    assert model.data(cell, Qt.ItemDataRole.AccessibleTextRole) == "4@12"
    assert "&lt;4&gt;" in str(model.data(cell, Qt.ItemDataRole.ToolTipRole))
    assert model.data(cell, Qt.ItemDataRole.DecorationRole) is None
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Weight"
    assert "How heavy" in str(model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole))
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.flags(cell) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def test_nothing_hangs_below_a_row(model: KeyedRows[Row]) -> None:
    model.change(rows(1))
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0


KEYS = st.integers(0, 25)
STEP = st.tuples(
    st.dictionaries(KEYS, st.integers(0, 6), max_size=14),
    st.sets(KEYS, max_size=14),
    st.booleans(),
    st.one_of(st.none(), st.integers(0, 6)),
    st.one_of(st.none(), st.tuples(st.integers(-1, 1), st.booleans())),
)


@settings(max_examples=80)
@given(steps=st.lists(STEP, max_size=8))
def test_whatever_happens_the_settled_rows_are_the_filtered_sorted_ones(qapp: QApplication, steps: Sequence) -> None:
    model = KeyedRows(COLUMNS)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    known: dict[int, Row] = {}
    most, column, falling = 6, -1, False
    for came, gone, reorder, new_most, sorting in steps:
        left = gone - came.keys()
        fresh = [Row(key, weight) for key, weight in came.items()]
        known.update({row.key: row for row in fresh})
        for key in left:
            known.pop(key, None)
        model.change(fresh, left, reorder=reorder)
        assert {row.key for row in model.rows} >= {key for key, row in known.items() if row.weight <= most}
        if new_most is not None:
            most = new_most
            model.filter_by(lambda row, most=most: row.weight <= most)
        if sorting is not None:
            column, falling = sorting[0], sorting[1] and sorting[0] >= 0
            model.sort(column, Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder)
        model.settle()
        fitting = [row for row in known.values() if row.weight <= most]
        first = {row.key: COLUMNS[column].sort(row) if column >= 0 else 0 for row in fitting}
        expected = sorted(fitting, key=lambda row, first=first: (first[row.key], row.order), reverse=falling)
        assert list(model.rows) == expected
        assert [model.place_of(row.key) for row in expected] == list(range(len(expected)))
    tester.deleteLater()
    model.deleteLater()


@given(places=st.sets(st.integers(0, 40)))
def test_runs_cover_exactly_the_places(places: set[int]) -> None:
    found = list(runs(sorted(places)))
    assert {place for first, last in found for place in range(first, last + 1)} == places
    assert all(after[0] > before[1] + 1 for before, after in pairwise(found))
