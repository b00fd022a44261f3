"""The search of the page of missed callers: who is found by what, keys, words, and what a seat must not learn by it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supervisor_gui.history.missed_values import CallerState, MissedView
from supervisor_gui.live.policy import Policy
from supervisor_gui.ui.missed.page import MissedPage
from supervisor_gui.ui.missed.span_bar import Span
from supervisor_gui.ui.missed.state_bar import Part
from tests.helpers.desk import type_text
from tests.helpers.missed_page import LEFT, NOW, Heard, caller, chosen, closed, open_page, tails, view
from tests.ui.conftest import Clock

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
HIDDEN = Policy(denied=("unmask",), mask_numbers=True)
"""A seat that may see no number whole."""

PEOPLE = {"05550000011": "Gökçe İnan", "05550000012": "Ümit Çelik"}


@pytest.fixture
def clock() -> Clock:
    made = Clock()
    made.now = NOW
    return made


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, clock: Clock) -> Iterator[MissedPage]:
    """Four who wait, the longest first, and one who is done; two are in the directory, two the PBX names."""
    made = open_page(qtbot, qapp, clock)
    made.set_names(lambda number: PEOPLE.get(number, ""))
    four = caller(11, 9000), caller(12, 8000), caller(21, 7000, name="İNCİ GÖK"), caller(22, 6000)
    made.show_view(view(*four, caller(13, 5000, CallerState.REACHED, name="AYŞE GÖK")))
    made.focus_first()
    yield made
    made.hide()


def keyboard() -> object:
    return QApplication.focusWidget()


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, to whoever has the keyboard."""
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def look_for(page: MissedPage, text: str) -> None:
    """Type `text` as a user does."""
    page.table.setFocus()
    QTest.keyClick(page.table, "/")
    assert keyboard() is page.search.field
    type_text(page.search.field, text)


def told(page: MissedPage) -> str:
    """The words before the field."""
    return str(page.search.count.text())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("0022", ["022"]),
        ("555 000 00 1", ["011", "012"]),
        ("+90 555 000 00 21", ["021"]),
        ("0090555", ["011", "012", "021", "022"]),
        ("gok", ["011", "021"]),
        ("GÖKÇE i", ["011"]),
        ("inci", ["021"]),
        ("umit celik", ["012"]),
        ("05550000099", []),
        ("ayşe", []),
        ("-", ["011", "012", "021", "022"]),
    ],
)
def test_digits_in_any_form_and_letters_of_any_name_find_who_waits(
    page: MissedPage, text: str, found: list[str]
) -> None:
    look_for(page, text)
    assert tails(page) == found
    narrows = len(found) < 4 or text == "0090555"
    assert told(page) == (f"Found: {len(found)} of 4" if narrows else "")
    assert page.search.field.accessibleDescription() == told(page)


def test_the_pbxs_name_is_found_too_though_ours_is_shown(page: MissedPage) -> None:
    page.show_view(view(caller(11, name="YILDIZ MARKET")))
    look_for(page, "yildiz")
    assert tails(page) == ["011"]
    assert page.table.callers_model.row_at(0).name == "Gökçe İnan"


def test_enter_goes_to_the_first_row_and_calls_nobody_yet(page: MissedPage) -> None:
    heard = Heard(page)
    page.table.choose("5550000022")
    look_for(page, "gok")
    press(KEY.Key_Return)
    assert keyboard() is page.table
    assert chosen(page) == "011"
    assert heard.all == []
    press(KEY.Key_Down)
    press(KEY.Key_Return)
    assert heard.all == [("dial_wanted", "05550000021")]


def test_down_goes_to_the_rows_and_ctrl_f_comes_back_with_the_text_chosen(page: MissedPage) -> None:
    look_for(page, "gok")
    press(KEY.Key_Down)
    assert keyboard() is page.table
    press(KEY.Key_F, CTRL)
    assert keyboard() is page.search.field
    QTest.keyClicks(page.search.field, "umit")
    assert tails(page) == ["012"]


def test_escape_shows_everybody_again_with_who_was_found_and_goes_back_to_the_rows(page: MissedPage) -> None:
    look_for(page, "0022")
    press(KEY.Key_Escape)
    assert (page.search.field.text(), told(page)) == ("", "")
    assert tails(page) == ["011", "012", "021", "022"]
    assert chosen(page) == "022"
    press(KEY.Key_Escape)
    assert keyboard() is page.table
    assert chosen(page) == "022"
    press(KEY.Key_Escape)
    assert keyboard() is page.search.field, "as in the table of call records"


def test_who_was_found_far_below_is_in_sight_when_everybody_is_shown_again(page: MissedPage) -> None:
    page.show_view(view(*(caller(number, 90_000 - 60 * number) for number in range(100, 300))))
    look_for(page, "0000280")
    press(KEY.Key_Escape)
    press(KEY.Key_Escape)
    assert chosen(page) == "280"
    place = page.table.callers_model.place_of("5550000280")
    assert page.table.viewport().rect().contains(page.table.cell_rect(place, 0).center())


def test_keys_of_actions_are_letters_while_something_is_typed(page: MissedPage) -> None:
    heard = Heard(page)
    look_for(page, "")
    QTest.keyClicks(page.search.field, "xr/")
    press(KEY.Key_Delete)
    assert page.search.field.text() == "xr/"
    assert heard.all == []


def test_rows_that_come_or_go_are_counted_and_shown_as_the_search_has_it(page: MissedPage) -> None:
    look_for(page, "gok")
    press(KEY.Key_Return)
    four = caller(11, 9000), caller(12, 8000), caller(21, 7000, name="İNCİ GÖK"), caller(14, 3000, name="Gökhan")
    page.show_view(view(*four, caller(15, 2000, name="Deniz")))
    assert tails(page) == ["011", "021", "014"]
    assert told(page) == "Found: 3 of 5"
    page.show_view(view(closed(four[0]), *four[1:]))
    assert tails(page) == ["021", "014"]
    assert chosen(page) == "021"
    assert told(page) == "Found: 2 of 3"


def test_a_name_that_is_given_meanwhile_is_found(page: MissedPage) -> None:
    look_for(page, "zeynep")
    assert tails(page) == []
    page.set_names(lambda number: "Zeynep Ak" if number.endswith("22") else "")
    assert tails(page) == ["022"]


def test_other_parts_keep_the_search_and_an_empty_one_tells_where_to_look(page: MissedPage, qtbot: QtBot) -> None:
    look_for(page, "ayşe")
    assert told(page) == "Found: 0 of 4"
    assert page.table.accessibleDescription() == "Nobody here fits what you typed. Under “All” there are 1."
    assert chosen(page) == ""
    qtbot.mouseClick(page.states.pills.button(Part.ALL), LEFT)
    assert tails(page) == ["013"]
    assert told(page) == "Found: 1 of 5"
    assert page.states.pills.button(Part.WAITING).text() == "To call back  4", "who waits is not a matter of the search"
    page.search.field.setText("nobody")
    assert page.table.accessibleDescription() == "Nobody here fits what you typed."


def test_the_copied_number_is_that_of_who_is_found(page: MissedPage) -> None:
    look_for(page, "0021")
    press(KEY.Key_Return)
    press(KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "05550000021"


def test_files_hold_whom_the_search_finds(page: MissedPage) -> None:
    assert page.found is None, "everybody of the part"
    look_for(page, "gök")
    assert page.found is not None
    assert page.found.tails == {"5550000011", "5550000013", "5550000021"}
    look_for(page, "nobody")
    assert page.found is not None
    assert page.found.tails == frozenset()


@pytest.mark.parametrize("text", ["0022", "22", "+90 555", "٢٢", "gok 2", "05550000022", "1675000033.92222"])
def test_where_numbers_are_hidden_no_digits_tell_one(page: MissedPage, text: str) -> None:
    page.set_policy(HIDDEN)
    look_for(page, text)
    assert tails(page) == ["011", "012", "021", "022"]
    assert page.found is None
    if "." not in text:
        assert told(page) == "Numbers are hidden: type a name"


def test_where_numbers_are_hidden_names_find_and_the_field_says_so(page: MissedPage) -> None:
    page.set_policy(HIDDEN)
    assert page.search.field.placeholderText().startswith("Name ")
    look_for(page, "gok")
    assert tails(page) == ["011", "021"]
    page.search.field.setText("0022")
    page.set_policy(Policy(mask_numbers=True))
    assert tails(page) == ["022"], "who may ask for the whole number may look for it"
    assert page.search.field.placeholderText().startswith("Number or name ")
    page.set_policy(HIDDEN)
    assert len(tails(page)) == 4


def test_a_whole_number_that_is_wanted_is_shown_whatever_is_looked_for(page: MissedPage) -> None:
    page.set_policy(Policy(mask_numbers=True))
    look_for(page, "gok")
    page.reveal("5550000022")
    assert chosen(page) == "022"
    assert page.table.callers_model.row_at(page.table.currentIndex().row()).number == "05550000022"
    assert page.search.field.text() == ""


def test_another_account_begins_without_a_search_and_other_days_keep_it(page: MissedPage, qtbot: QtBot) -> None:
    look_for(page, "gok")
    qtbot.mouseClick(page.spans.buttons[Span.TODAY], LEFT)
    assert page.table.accessibleDescription() == "Working out who was missed…"
    page.show_view(MissedView())
    assert page.table.accessibleDescription() == "No caller was missed in these days."
    page.show_view(view(caller(11), caller(12)))
    assert tails(page) == ["011"]
    page.forget()
    page.show_view(view(caller(11), caller(12)))
    assert page.search.field.text() == ""
    assert sorted(tails(page)) == ["011", "012"]


def test_the_first_one_found_is_chosen_until_a_key_is_pressed_there(page: MissedPage, qtbot: QtBot) -> None:
    heard = Heard(page)
    look_for(page, "gok")
    older, oldest = caller(16, 20_000, name="Gökmen"), caller(17, 30_000, name="Gökay")
    page.show_view(view(caller(11, 9000), older))
    assert chosen(page) == "016", "Enter is to go to the first row"
    qtbot.waitUntil(lambda: not page.table._guard.isActive())
    press(KEY.Key_Return)
    page.show_view(view(caller(11, 9000), older, oldest))
    assert (tails(page), chosen(page)) == (["017", "016", "011"], "017")
    press(KEY.Key_Return)
    assert [name for name, _ in heard.all] == ["said"], "the key was meant for the row that stood there before"
    press(KEY.Key_Down)
    page.show_view(view(caller(11, 9000), older, oldest, caller(18, 40_000, name="Gökberk")))
    assert chosen(page) == "016"
