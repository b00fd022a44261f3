"""Favourites and recent numbers: a click or Enter dials once, the star keeps, F2 names."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from supervisor_gui.live.dial_memory import DialMemory, Favourite, Recent
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types_numbers import NumberKind
from supervisor_gui.ui.calls.favourites import FavouritesPanel, NumberList
from tests.helpers.board_samples import NOW

DENIZ = Favourite(NumberKind.MOBILE, "5550000001", "0555 000 00 01", "Deniz <b>")
AYSE = Favourite(NumberKind.EXTENSION, "101", "101", "Ayşe")
CALLED = Recent(NumberKind.MOBILE, "5550000001", "0555 000 00 01", NOW)
OTHER = Recent(NumberKind.GEOGRAPHIC, "3121110000", "0312 111 00 00", NOW - 60)
MEMORY = DialMemory(recents=(CALLED, OTHER), favourites=(DENIZ, AYSE))


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[FavouritesPanel]:
    made = FavouritesPanel(wall=lambda: NOW + 600)
    qtbot.addWidget(made)
    made.resize(320, 500)
    made.set_context(lambda number: {"3121110000": "Merkez"}.get(number, ""), Policy())
    made.show()
    yield made
    made.hide()


def item(numbers: NumberList, row: int) -> QTreeWidgetItem:
    found = numbers.topLevelItem(row)
    assert found is not None
    return found


def click(qtbot: QtBot, numbers: NumberList, row: int, column: int) -> None:
    index = numbers.indexFromItem(item(numbers, row), column)
    place = numbers.visualRect(index).center()
    qtbot.mouseClick(numbers.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_both_lists_show_names_and_numbers_as_text(panel: FavouritesPanel) -> None:
    panel.show_memory(MEMORY)
    assert item(panel.favourites, 0).text(0) == "Deniz <b>  0555 000 00 01"
    assert item(panel.favourites, 1).text(0) == "Ayşe  101"
    assert "Deniz" in item(panel.recents, 0).text(0)
    assert "Merkez" in item(panel.recents, 1).text(0)
    assert [item(panel.recents, row).text(1) for row in range(2)] == ["★", "☆"]


def test_empty_lists_say_how_they_fill(panel: FavouritesPanel) -> None:
    assert not panel.favourites.isVisible()
    panel.show_memory(MEMORY)
    assert panel.favourites.isVisible()


def test_a_click_dials_once_however_often_it_is_repeated(panel: FavouritesPanel, qtbot: QtBot) -> None:
    dialled: list[str] = []
    panel.dial_wanted.connect(dialled.append)
    panel.show_memory(MEMORY)
    click(qtbot, panel.favourites, 0, 0)
    click(qtbot, panel.favourites, 0, 0)
    click(qtbot, panel.recents, 1, 0)
    assert dialled == ["0555 000 00 01"]


def test_enter_dials_the_chosen_number(panel: FavouritesPanel, qtbot: QtBot) -> None:
    dialled: list[str] = []
    panel.dial_wanted.connect(dialled.append)
    panel.show_memory(MEMORY)
    qtbot.keyClick(panel.recents, Qt.Key.Key_Down)
    qtbot.keyClick(panel.recents, Qt.Key.Key_Return)
    assert dialled == ["0312 111 00 00"]


def test_the_star_keeps_a_number_and_lets_it_go(panel: FavouritesPanel, qtbot: QtBot) -> None:
    toggled: list[Favourite] = []
    dialled: list[str] = []
    panel.favourite_toggled.connect(toggled.append)
    panel.dial_wanted.connect(dialled.append)
    panel.show_memory(MEMORY)
    click(qtbot, panel.recents, 1, 1)
    qtbot.keyClick(panel.favourites, Qt.Key.Key_Asterisk)
    assert toggled == [Favourite(NumberKind.GEOGRAPHIC, "3121110000", "0312 111 00 00", "Merkez"), DENIZ]
    assert dialled == []


def test_f2_names_a_number(panel: FavouritesPanel, qtbot: QtBot) -> None:
    renamed: list[Favourite] = []
    panel.favourite_renamed.connect(renamed.append)
    panel.show_memory(MEMORY)
    qtbot.keyClick(panel.favourites, Qt.Key.Key_F2)
    assert panel.question is not None
    qtbot.keyClicks(panel.question.field, " Deniz  Han ")
    qtbot.keyClick(panel.question.field, Qt.Key.Key_Return)
    assert [(one.wire, one.name) for one in renamed] == [("5550000001", "Deniz Han")]
    assert panel.question is None


def test_the_menu_offers_the_same(panel: FavouritesPanel) -> None:
    toggled: list[Favourite] = []
    panel.favourite_toggled.connect(toggled.append)
    panel.show_memory(MEMORY)
    panel.favourites.customContextMenuRequested.emit(panel.favourites.rect().center())
    assert panel.menu is not None
    panel.menu.actions()[1].trigger()
    panel.menu.hide()
    assert toggled == [DENIZ]


def test_a_masked_seat_sees_two_digits_and_dials_the_whole_number(panel: FavouritesPanel, qtbot: QtBot) -> None:
    dialled: list[str] = []
    panel.dial_wanted.connect(dialled.append)
    panel.set_context(lambda _: "", Policy(mask_numbers=True))
    panel.show_memory(MEMORY)
    shown = [item(panel.recents, row).text(0) for row in range(2)] + [item(panel.favourites, 0).text(0)]
    assert not any("555 000" in words or "111" in words for words in shown)
    assert "101" in item(panel.favourites, 1).text(0)
    click(qtbot, panel.recents, 1, 0)
    assert dialled == ["0312 111 00 00"]


def test_the_chosen_number_stays_chosen_when_the_lists_change(panel: FavouritesPanel) -> None:
    panel.show_memory(MEMORY)
    panel.recents.setCurrentItem(item(panel.recents, 1))
    newest = Recent(NumberKind.MOBILE, "5550000009", "0555 000 00 09", NOW + 5)
    panel.show_memory(DialMemory(recents=(newest, CALLED, OTHER), favourites=(DENIZ,)))
    current = panel.recents.current()
    assert current is not None
    assert current.wire == "3121110000"


def test_a_number_called_on_another_day_shows_the_day(panel: FavouritesPanel) -> None:
    long_ago = Recent(NumberKind.MOBILE, "5550000001", "0555 000 00 01", NOW - 40 * 86_400)
    panel.show_memory(DialMemory(recents=(CALLED, long_ago)))
    today, before = (item(panel.recents, row).text(0).split(" · ")[1] for row in range(2))
    assert ":" in today
    assert ":" not in before
