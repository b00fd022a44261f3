"""The length of a call as people type it: read in both languages, or refused in words."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.ui.records.choosers import LengthPopup
from supervisor_gui.ui.records.length_box import LONGEST_SECONDS, length_text, read_length


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90", 90),
        ("0", 0),
        ("2 dk", 120),
        ("2dk", 120),
        ("2 Dk.", 120),
        ("2 DAKİKA", 120),
        ("2 min", 120),
        ("1,5 dk", 90),
        ("1.5 min", 90),
        ("1 sa", 3600),
        ("1 saat 30 dakika", 5400),
        ("1h 5min 3s", 3903),
        ("45 sn", 45),
        ("45 SANİYE", 45),
        ("45 s", 45),
        ("1:30", 90),
        ("1:00:05", 3605),
        ("24 sa", LONGEST_SECONDS),
    ],
)
def test_lengths_are_read_as_people_write_them(text: str, seconds: int) -> None:
    assert read_length(text) == seconds


@pytest.mark.parametrize(
    "text", ["", "2 xy", "dk", "2 d", "30 sn 2 dk", "1 dk 1 dk", "1 dk 30", "1:75", "25 sa", "-5", "٣", "999999999"]
)
def test_what_is_no_length_is_not_guessed(text: str) -> None:
    assert read_length(text) is None


@given(st.integers(0, LONGEST_SECONDS))
def test_what_the_box_shows_is_read_again(seconds: int) -> None:
    assert read_length(length_text(seconds)) == seconds


@pytest.fixture
def popup(qtbot: QtBot) -> Iterator[LengthPopup]:
    """The popup, open with no limits."""
    parent = QWidget()
    qtbot.addWidget(parent)
    popup = LengthPopup(parent)
    popup.open_at(None, None, QPoint(0, 0))
    yield popup
    popup.close()


def test_minutes_count_and_are_shown_as_such(popup: LengthPopup, qtbot: QtBot) -> None:
    heard: list[object] = []
    popup.chosen.connect(lambda least, most: heard.append((least, most)))
    qtbot.keyClicks(popup.least, "2 dk")
    assert heard[-1] == (120, None)
    qtbot.keyClick(popup.least, Qt.Key.Key_Return)
    assert not popup.isVisible()
    popup.open_at(120, None, QPoint(0, 0))
    assert popup.least.text() == "2 min"
    popup.least.clear()
    qtbot.keyClick(popup.least, Qt.Key.Key_Return)
    assert popup.least.value() == -1


def test_what_cannot_be_read_is_refused_in_words_and_can_be_mended(popup: LengthPopup, qtbot: QtBot) -> None:
    popup.least.setValue(60)
    popup.least.selectAll()
    qtbot.keyClicks(popup.least, "x9")
    assert "x9" in popup.refusal.text()
    qtbot.keyClick(popup.least, Qt.Key.Key_Return)
    assert popup.isVisible()
    assert (popup.least.value(), popup.least.lineEdit().text()) == (60, "x9")
    popup.least.selectAll()
    qtbot.keyClicks(popup.least, "3 dk")
    assert not popup.refusal.isVisible()
    assert popup.least.value() == 180


def test_a_unit_that_is_half_typed_is_refused_by_enter_alone(popup: LengthPopup, qtbot: QtBot) -> None:
    popup.least.setValue(60)
    popup.least.selectAll()
    qtbot.keyClicks(popup.least, "2 da")
    assert not popup.refusal.isVisible()
    qtbot.keyClick(popup.least, Qt.Key.Key_Return)
    assert popup.refusal.isVisible()
