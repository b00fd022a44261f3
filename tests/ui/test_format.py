"""Figures in the language's way."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from supervisor_gui.text import duration
from supervisor_gui.ui import format as figures


@pytest.fixture
def turkish() -> Iterator[None]:
    """Numbers as in Turkish."""
    before = QLocale()
    QLocale.setDefault(QLocale("tr_TR"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "00:00"), (9.9, "00:09"), (75, "01:15"), (3599, "59:59"), (3600, "1:00:00"), (90061, "25:01:01")],
)
def test_durations_have_minutes_and_hours_when_needed(seconds: float, text: str) -> None:
    assert duration(seconds) == text


def test_a_wait_is_never_negative() -> None:
    assert duration(-3) == "00:00"


def test_what_began_unseen_is_at_least_so_long() -> None:
    assert figures.lasting(65, exact=False) == "≥ 01:05"
    assert figures.lasting(65, exact=True) == "01:05"


def test_percents_are_rounded_half_up() -> None:
    assert figures.percent(0.845) == "85%"
    assert figures.percent(0.005) == "1%"
    assert figures.percent(1) == "100%"


@pytest.mark.usefixtures("turkish")
def test_numbers_follow_the_language() -> None:
    assert figures.count(12_345) == "12.345"
    assert figures.decimal(3.5) == "3,5"
    assert figures.count(7) == "7"


def test_durations_are_spoken_in_words() -> None:
    assert figures.spoken(40) == "40 s"
    assert figures.spoken(125) == "2 min 5 s"
    assert figures.spoken(3720) == "1 h 2 min"
