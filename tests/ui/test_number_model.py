"""The numbers of a list behind their table: what stays under the hand while rows come and go, what is found."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from supervisor_gui.autodial.values import NumberRow, NumberState
from supervisor_gui.live.policy import Policy
from supervisor_gui.ui.campaigns.number_columns import NUMBER_COLUMNS, shown_number
from supervisor_gui.ui.campaigns.number_filter import Part, counts, name_place
from supervisor_gui.ui.campaigns.number_model import NumberModel
from supervisor_gui.ui.campaigns.words import number_words

NAMES = ("Ümit Çelik", "Şule Işık", "Ayşe Kaya", "İrem Öz", "deniz", "")


def number(at: int, state: NumberState = NumberState.NEVER, **more: Any) -> NumberRow:
    fields = {"name": NAMES[at % len(NAMES)], "state": state, "id": str(at)}
    return NumberRow(key=str(at), number=f"0555000{at:04d}", **(fields | more))


def of_many(count: int) -> tuple[NumberRow, ...]:
    states = tuple(NumberState)
    return tuple(number(at, states[at % 4]) for at in range(count))


@pytest.fixture
def model(qapp: QApplication) -> Iterator[NumberModel]:
    made = NumberModel(lambda row: shown_number(row, Policy(), date(2026, 11, 29)))
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning)
    yield made
    tester.deleteLater()
    made.deleteLater()


def keys(model: NumberModel) -> list[str]:
    return [row.key for row in model.rows]


def told(model: NumberModel) -> list[tuple[int, int]]:
    """The runs of rows that are told to have changed from now on."""
    runs: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: runs.append((first.row(), last.row())))
    return runs


def test_only_rows_that_changed_are_told_as_runs(model: NumberModel) -> None:
    rows = of_many(100)
    model.take(rows)
    runs = told(model)
    again = [msgspec.structs.replace(row) for row in rows]
    for at in (3, 4, 5, 40):
        again[at] = msgspec.structs.replace(again[at], name="other")
    model.take(again)
    assert runs == [(3, 5), (40, 40)]


def test_what_is_held_follows_its_row_through_every_change(model: NumberModel) -> None:
    rows = of_many(60)
    model.take(rows)
    held = QPersistentModelIndex(model.index(20, 1))
    fresh = tuple(number(at) for at in range(900, 940))
    model.take((*fresh, *rows[1::2], *rows[20::2]))
    assert model.number_at(held.row()) == rows[20]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert model.number_at(held.row()) == rows[20]
    model.narrow(Part.NEVER, "", by_number=True)
    assert model.number_at(held.row()) == rows[20]
    model.narrow(Part.REACHED, "", by_number=True)
    assert not held.isValid()


def test_rows_stand_still_when_they_must_and_find_their_place_later(model: NumberModel) -> None:
    rows = of_many(10)
    model.take(rows)
    model.narrow(Part.NEVER, "", by_number=True)
    before = keys(model)
    changed = [msgspec.structs.replace(row, state=NumberState.REACHED) for row in rows[2:]]
    model.take(changed, move=False)
    assert keys(model) == before
    assert model.row_at(1).row.state is NumberState.REACHED
    model.take(changed)
    assert keys(model) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("0555 000 00 07", ["7"]),
        ("+90 555 000 0007", ["7"]),
        ("0090 (555) 000-00-07", ["7"]),
        ("5550000007", ["7"]),
        ("000007", ["7"]),
        ("ISIK", ["1", "7"]),
        ("işık", ["1", "7"]),
        ("IREM", ["3", "9"]),
        ("umit celik", ["0", "6"]),
        ("nobody", []),
        ("   ", [str(at) for at in range(12)]),
    ],
)
def test_a_search_finds_digits_in_any_form_and_names_in_any_case(
    model: NumberModel, typed: str, found: list[str]
) -> None:
    model.take(tuple(number(at) for at in range(12)))
    model.narrow(Part.ALL, typed, by_number=True)
    assert keys(model) == found


def test_a_search_of_masked_numbers_looks_at_names_alone(model: NumberModel) -> None:
    model.take((number(7), number(8, name="Hat 7")))
    model.narrow(Part.ALL, "7", by_number=False)
    assert keys(model) == ["8"]


def test_a_row_that_got_another_name_is_found_by_it(model: NumberModel) -> None:
    rows = of_many(5)
    model.take(rows)
    model.narrow(Part.ALL, "zeynep", by_number=True)
    assert keys(model) == []
    model.take((rows[0], msgspec.structs.replace(rows[1], name="Zeynep"), *rows[2:]))
    assert keys(model) == ["1"]


def test_every_part_counts_what_it_shows(model: NumberModel) -> None:
    rows = tuple(
        number(at, state, active=bool(at % 2), twice=at == 3, blocked=at in {1, 2})
        for at, state in enumerate(NumberState)
    )
    model.take(rows)
    counted = counts(rows)
    for part in Part:
        model.narrow(part, "", by_number=True)
        assert len(model.rows) == counted[part] > 0
    assert sum(counted[part] for part in Part) == 2 * len(rows) + 5 + 1 + 2


def test_names_sort_by_the_turkish_alphabet() -> None:
    names = ["Ümit", "zeki", "Çağ", "cuma", "can", "İrem", "Işık", "ışın", "ilk", "Şule", "su", "Öz", "on"]
    expected = ["can", "cuma", "Çağ", "Işık", "ışın", "ilk", "İrem", "on", "Öz", "su", "Şule", "Ümit", "zeki"]
    assert sorted(names, key=name_place) == expected


def test_every_column_sorts_both_ways_and_back(model: NumberModel) -> None:
    rows = tuple(
        number(at, state, call_at=float(at % 3), trunk=str(at % 2), active=(True, False, None)[at % 3], twice=at == 4)
        for at, state in enumerate(NumberState)
    )
    model.take(rows)
    for column in range(len(NUMBER_COLUMNS)):
        model.sort(column)
        up = keys(model)
        model.sort(column, Qt.SortOrder.DescendingOrder)
        assert sorted(up) == sorted(keys(model)) == sorted(row.key for row in rows)
    model.sort(-1)
    assert keys(model) == [row.key for row in rows]


def test_rows_of_foreign_text_are_plain_and_whole(model: NumberModel) -> None:
    row = number(1, NumberState.OTHER, name="<b>Ali</b>\x00\u202e", words="<i>beklemede</i>\n")
    model.take((row,))
    shown = model.row_at(0)
    assert shown.name == "<b>Ali</b>␀‹202E›"
    assert shown.state == "<i>beklemede</i>␊"
    tip = model.data(model.index(0, 1), Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;Ali" in str(tip)


def test_numbers_are_written_as_people_write_them() -> None:
    assert number_words("5550000001", Policy()) == "0555 000 00 01"
    assert number_words("905550000001", Policy()) == "0555 000 00 01"
    assert number_words("00494012345678", Policy()) == "00494012345678"
    assert number_words("4440000", Policy()) == "4440000"
    assert number_words("5550000001", Policy(mask_numbers=True)) == "•••01"
