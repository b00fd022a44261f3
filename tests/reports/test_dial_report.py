"""A list's numbers as a report: each with its state and why, and no whole number for a seat that may see none."""

from collections.abc import Callable
from typing import Any

import pytest

from supervisor_gui.autodial.values import ListNumbers, ListState, NumberRow, NumberState, ShownList
from supervisor_gui.history.masking import masked
from supervisor_gui.netsantral.types_autodial import AutodialList
from supervisor_gui.reports.dial_report import DialMaterial, dial_report

SHOWN = ShownList(AutodialList("7", "Anket"), ListState.RUNNING)
NUMBER = "5550000001"


def row(*rows: NumberRow, number: Callable[[str], str] = str) -> dict[str, Any]:
    """The one row of a report, by its columns."""
    table = dial_report(DialMaterial(SHOWN, ListNumbers("7", rows, 1_796_106_600.0), number)).table
    (told,) = table.rows
    return {column.key: value for column, value in zip(table.columns, told, strict=True)}


@pytest.mark.parametrize(
    ("state", "told", "words"),
    [
        (NumberState.REFUSED, "do_not_call", "On the do-not-call list"),
        (NumberState.REFUSED, "cancelled", "Cancelled before it was sent"),
        (NumberState.REFUSED, "Numara hatalı.", "Numara hatalı."),
        (NumberState.FAILED, "Başarısız", "Başarısız"),
        (NumberState.OTHER, "cancelled", "cancelled"),
    ],
)
def test_why_a_number_was_refused_is_told_in_words(state: NumberState, told: str, words: str) -> None:
    assert row(NumberRow("1", "", NUMBER, "Ayşe", state, told))["words"] == words


def test_a_seat_that_sees_no_whole_number_finds_none_in_any_cell() -> None:
    cells = row(NumberRow("1", "4", NUMBER, NUMBER, NumberState.REFUSED, f"{NUMBER} eklenemedi"), number=masked)
    assert not any(NUMBER in str(value) for value in cells.values())
