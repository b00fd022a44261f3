"""The page of missed callers: calling one after the other, rows that stay under the hand, notes, and words."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QApplication, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from supervisor_gui.history.missed_values import CallerNote, CallerState, MissedView
from supervisor_gui.live.policy import Policy
from supervisor_gui.ui.missed.page import MissedPage
from supervisor_gui.ui.missed.span_bar import Span
from supervisor_gui.ui.missed.state_bar import Part
from supervisor_gui.ui.missed.words import age_words, moment_words
from tests.helpers.missed_page import LEFT, NOW, TODAY, Heard, caller, chosen, closed, open_page, tails, view
from tests.helpers.mouse import double_click, hover
from tests.ui.conftest import Clock


@pytest.fixture
def clock() -> Clock:
    made = Clock()
    made.now = NOW
    return made


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, clock: Clock) -> Iterator[MissedPage]:
    made = open_page(qtbot, qapp, clock)
    yield made
    made.hide()


def cells(page: MissedPage, last: int) -> dict[str, str]:
    """What a caller's row says, by column."""
    model = page.table.callers_model
    row = model.find(f"5550000{last:03d}")
    assert row is not None
    return {column.key: column.text(row, model.now) for column in model.columns}


def words(page: MissedPage) -> str:
    """All words of labels that are shown."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def counts(page: MissedPage) -> list[str]:
    return [page.states.pills.button(part).text() for part in Part]


def press(page: MissedPage, key: Qt.Key) -> None:
    QTest.keyClick(page.table, key)


def cell(page: MissedPage, place: int, column: str) -> QPoint:
    """A point on the words of a cell."""
    rect = page.table.cell_rect(place, page.table.callers_model.column_of(column))
    return QPoint(rect.left() + 14, rect.center().y())


# calling back


def test_the_keyboard_is_on_who_waits_longest_and_enter_calls(page: MissedPage) -> None:
    heard = Heard(page)
    page.show_view(view(caller(1, 600), caller(2, 7200), caller(3, 60), caller(4, state=CallerState.REACHED)))
    page.focus_first()
    assert tails(page) == ["002", "001", "003"]
    assert page.table.hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert heard.all == [("dial_wanted", "05550000002")]


def test_the_keyboard_waits_for_rows_that_come_later(page: MissedPage) -> None:
    heard = Heard(page)
    page.focus_first()
    page.show_view(view(caller(1)))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Enter)
    assert heard.all == [("dial_wanted", "05550000001")]


def test_one_enter_a_caller_when_each_leaves_after_the_call(page: MissedPage) -> None:
    heard = Heard(page)
    left = [caller(number, 9000 - number) for number in (1, 2, 3)]
    page.show_view(view(*left))
    page.focus_first()
    for number in (1, 2, 3):
        press(page, Qt.Key.Key_Return)
        left[number - 1] = closed(left[number - 1])
        page.show_view(view(*left))
    assert heard.of("dial_wanted") == ["05550000001", "05550000002", "05550000003"]
    assert tails(page) == []
    assert page.table.accessibleDescription() == "Everybody has been called back."


def test_enter_does_not_call_who_slipped_under_it(page: MissedPage, qtbot: QtBot) -> None:
    heard = Heard(page)
    first, second = caller(1, 7200), caller(2, 3600)
    page.show_view(view(first, second))
    page.focus_first()
    page.show_view(view(closed(first, CallerState.CAME_BACK), second))
    assert chosen(page) == "002"
    press(page, Qt.Key.Key_Return)
    assert [name for name, _ in heard.all] == ["said"]
    qtbot.waitUntil(lambda: not page.table._guard.isActive())
    press(page, Qt.Key.Key_Return)
    assert heard.of("dial_wanted") == ["05550000002"]


def test_older_callers_who_come_in_later_take_the_keyboard_until_the_user_has_done_something(
    page: MissedPage, qtbot: QtBot
) -> None:
    heard = Heard(page)
    recent, older, oldest = caller(1, 600), caller(2, 7200), caller(3, 90_000)
    page.show_view(view(recent))
    page.focus_first()
    page.show_view(view(older, recent))
    assert chosen(page) == "002"
    press(page, Qt.Key.Key_Return)
    assert [name for name, _ in heard.all] == ["said"], "the key was meant for the row that stood there before"
    qtbot.waitUntil(lambda: not page.table._guard.isActive())
    page.show_view(view(oldest, older, recent))
    assert tails(page) == ["003", "002", "001"]
    assert chosen(page) == "002", "a key was pressed: the user has this caller in mind"


@pytest.mark.parametrize("hand", ["key", "click", "scroll"])
def test_a_hand_in_the_list_keeps_its_row(page: MissedPage, clock: Clock, qtbot: QtBot, hand: str) -> None:
    page.show_view(view(caller(1, 600)))
    page.focus_first()
    if hand == "key":
        press(page, Qt.Key.Key_Home)
    elif hand == "click":
        qtbot.mouseClick(page.table.viewport(), LEFT, pos=cell(page, 0, "state"))
    else:
        page.table.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderSingleStepAdd)
    clock.now += 60
    page.show_view(view(caller(2, 7200), caller(1, 600)))
    assert tails(page) == ["002", "001"]
    assert chosen(page) == "001"
    page.forget()
    page.show_view(view(caller(3, 600)))
    page.show_view(view(caller(4, 7200), caller(3, 600)))
    assert tails(page) == ["004", "003"]
    assert chosen(page) == "004", "of other callers nothing has been chosen yet"


def test_choosing_by_hand_ends_the_hesitation(page: MissedPage) -> None:
    heard = Heard(page)
    first, second, third = caller(1, 7200), caller(2, 3600), caller(3, 1800)
    page.show_view(view(first, second, third))
    page.show_view(view(closed(first), second, third))
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Return)
    assert heard.all == [("dial_wanted", "05550000003")]


def test_a_held_enter_calls_once(page: MissedPage) -> None:
    heard = Heard(page)
    page.show_view(view(caller(1)))
    page.focus_first()
    for again in (False, True, True):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", again)
        QApplication.sendEvent(page.table, held)
    assert len(heard.of("dial_wanted")) == 1


def test_a_click_on_the_number_and_the_button_call_too(page: MissedPage, qtbot: QtBot) -> None:
    heard = Heard(page)
    page.show_view(view(caller(5, 7200), caller(6)))
    qtbot.mouseClick(page.table.viewport(), LEFT, pos=cell(page, 1, "caller"))
    qtbot.mouseClick(page.bar.buttons[0], LEFT)
    assert heard.of("dial_wanted") == ["05550000006", "05550000006"]


def test_a_seat_that_may_not_call_is_told_so(page: MissedPage) -> None:
    heard = Heard(page)
    page.set_policy(Policy(denied=("dial",)))
    page.show_view(view(caller(1)))
    page.focus_first()
    press(page, Qt.Key.Key_Return)
    assert [name for name, _ in heard.all] == ["said"]
    assert not page.bar.buttons[0].isEnabled()


# rows


def test_the_next_row_is_chosen_when_one_leaves_and_the_one_before_at_the_end(page: MissedPage) -> None:
    left = {number: caller(number, 9000 - number) for number in (1, 2, 3, 4)}
    page.show_view(view(*left.values()))
    page.table.choose(left[2].tail)
    for leaving, then in ((2, "003"), (1, "003"), (4, "003")):
        left[leaving] = closed(left[leaving])
        page.show_view(view(*left.values()))
        assert chosen(page) == then
    page.show_view(view(*(closed(one) for one in left.values())))
    assert chosen(page) == ""


def test_many_leaving_at_once_leave_the_next_one_chosen(page: MissedPage) -> None:
    callers = [caller(number, 9000 - number) for number in range(1, 60)]
    page.show_view(view(*callers))
    page.table.choose(callers[20].tail)
    page.show_view(view(*(closed(one) if number % 2 == 0 else one for number, one in enumerate(callers))))
    assert chosen(page) == callers[21].tail[-3:]


def test_rows_stay_under_a_moving_mouse_and_go_when_it_rests(page: MissedPage, clock: Clock, qtbot: QtBot) -> None:
    one, two = caller(1, 7200), caller(2, 3600)
    page.show_view(view(one, two))
    hover(page.table.viewport(), cell(page, 0, "queue"))
    hover(page.table.viewport(), cell(page, 1, "queue"))
    older = caller(3, 9000)
    page.show_view(view(closed(one), two, older))
    assert tails(page) == ["001", "002"]
    assert cells(page, 1)["state"].startswith("Reached")
    clock.now += 5
    qtbot.waitUntil(lambda: tails(page) == ["003", "002"])


def test_rows_stay_while_the_menu_is_open(page: MissedPage, qtbot: QtBot) -> None:
    one, two = caller(1, 7200), caller(2, 3600)
    page.show_view(view(one, two))
    page.table.menu_wanted.emit(page.mapToGlobal(QPoint(40, 40)))
    (menu,) = page.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    qtbot.waitUntil(menu.isVisible)
    page.show_view(view(closed(one), two))
    assert tails(page) == ["001", "002"]
    menu.close()
    qtbot.waitUntil(lambda: tails(page) == ["002"])


def test_what_the_user_sets_aside_leaves_at_once_though_the_mouse_moves(page: MissedPage) -> None:
    heard = Heard(page)
    one, two = caller(1, 7200), caller(2, 3600)
    page.show_view(view(one, two))
    page.focus_first()
    hover(page.table.viewport(), cell(page, 0, "queue"))
    hover(page.table.viewport(), cell(page, 1, "queue"))
    press(page, Qt.Key.Key_X)
    assert heard.of("set_aside_wanted") == [one.tail]
    assert "takes it back" in heard.of("said")[0]
    page.show_view(view(closed(one, CallerState.SET_ASIDE), two))
    assert tails(page) == ["002"]
    press(page, Qt.Key.Key_Return)
    assert heard.of("dial_wanted") == ["05550000002"]


def test_the_same_key_takes_back_and_does_nothing_to_who_was_reached(page: MissedPage) -> None:
    heard = Heard(page)
    aside = closed(caller(1), CallerState.SET_ASIDE)
    page.show_view(view(aside, closed(caller(2))))
    page.states.chosen.emit(Part.CLOSED)
    page.table.choose(aside.tail)
    assert page.bar.buttons[2].text() == "Call after all"
    press(page, Qt.Key.Key_X)
    page.table.choose("5550000002")
    press(page, Qt.Key.Key_X)
    assert heard.all == [("take_back_wanted", aside.tail)]


def test_the_parts_have_counts(page: MissedPage, qtbot: QtBot) -> None:
    assert counts(page) == ["To call back", "Done", "All"]
    tried = caller(2, state=CallerState.TRIED)
    page.show_view(view(caller(1, 7200), tried, closed(caller(3)), closed(caller(4))))
    assert counts(page) == ["To call back  2", "Done  2", "All  4"]
    qtbot.mouseClick(page.states.pills.button(Part.CLOSED), LEFT)
    assert sorted(tails(page)) == ["003", "004"]
    qtbot.mouseClick(page.states.pills.button(Part.ALL), LEFT)
    assert tails(page)[:2] == ["001", "002"]


def test_reveal_finds_a_caller_who_is_filtered_out(page: MissedPage) -> None:
    page.show_view(view(caller(1), closed(caller(2))))
    page.reveal("5550000002")
    assert chosen(page) == "002"
    assert page.table.hasFocus()


def test_two_hundred_callers_keep_their_place_while_the_view_comes_again(page: MissedPage) -> None:
    callers = [caller(number, 90000 - 60 * number) for number in range(1, 201)]
    page.show_view(view(*callers))
    page.table.choose(callers[150].tail)
    top = page.table.verticalScrollBar().value()
    assert top > 0
    page.show_view(view(*callers, closed(caller(201))))
    assert (chosen(page), page.table.verticalScrollBar().value()) == (callers[150].tail[-3:], top)


# words


def test_a_row_tells_everything(page: MissedPage) -> None:
    note = CallerNote("5550000001", "fatura", "ayse", NOW - 30)
    told = caller(
        1, 8040, CallerState.TRIED, last=NOW - 600, misses=3, tries=2, last_try=NOW - 300, note=note, name="DENIZ"
    )
    page.show_view(view(told))
    assert cells(page, 1) == {
        "caller": "Deniz Kaya  05550000001",
        "misses": "×3",
        "age": "2 h 14 min",
        "last": "13:50",
        "queue": "Destek",
        "tries": "2 · 13:55",
        "state": "Not reached",
        "note": "fatura",
    }
    page.tick(NOW + 60)
    assert cells(page, 1)["age"] == "2 h 15 min"


@pytest.mark.parametrize(
    ("state", "more", "said"),
    [
        (CallerState.REACHED, {"closed_by": "102"}, "Reached · Ümit Çelik · 13:59"),
        (CallerState.REACHED, {"closed_by": "107"}, "Reached · 107 · 13:59"),
        (CallerState.CAME_BACK, {}, "Called again · 13:59"),
        (CallerState.SET_ASIDE, {"note": CallerNote("", "", "ayse")}, "No call needed · ayse · 13:59"),
    ],
)
def test_who_closed_it_and_when(page: MissedPage, state: CallerState, more: dict[str, Any], said: str) -> None:
    page.show_view(view(caller(1, 3600, state, **more)))
    page.states.chosen.emit(Part.ALL)
    assert cells(page, 1)["state"] == said
    age = cells(page, 1)["age"]
    page.tick(NOW + 3600)
    assert cells(page, 1)["age"] == age, "who is done waits no longer"


def test_a_call_under_way_is_marked_and_the_mark_goes(page: MissedPage) -> None:
    page.show_view(view(caller(1)))
    page.show_calling(frozenset({"5550000001"}))
    assert cells(page, 1)["state"] == "Call under way"
    page.show_calling(frozenset())
    assert cells(page, 1)["state"] == "To call back"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(-5, "under 1 min"), (59, "under 1 min"), (60, "1 min"), (3600, "1 h 0 min"), (86400 * 2 + 7300, "2 d 2 h")],
)
def test_ages(seconds: float, said: str) -> None:
    assert age_words(seconds) == said


def test_moments_are_turkish_time_and_tell_the_day_when_it_is_another() -> None:
    assert moment_words(NOW, TODAY) == "14:00"
    assert moment_words(NOW - 86400, TODAY) == "28.11 14:00"
    assert moment_words(NOW, date(2027, 1, 2)) == "29.11.2026 14:00"


def test_the_foot_tells_withheld_numbers_and_how_fresh_records_are(page: MissedPage, qtbot: QtBot) -> None:
    heard = Heard(page)
    page.show_view(view(caller(1), withheld=4))
    assert "Call records up to 13:58" in words(page)
    assert "4 call(s) with a withheld number cannot be called back." in words(page)
    page.show_view(MissedView())
    assert "withheld" not in words(page)
    assert "No call records yet" in words(page)
    qtbot.mouseClick(page.refresh, LEFT)
    assert [name for name, *_ in heard.all] == ["refresh_wanted"]


def test_empty_words_tell_why_nobody_is_there(page: MissedPage) -> None:
    described = page.table.accessibleDescription
    assert described() == "Working out who was missed…"
    page.show_view(view())
    assert described() == "No caller was missed in these days."
    page.show_view(view(closed(caller(1))))
    assert described() == "Everybody has been called back."
    page.show_view(view(caller(1)))
    page.states.chosen.emit(Part.CLOSED)
    assert described() == "Nobody has been called back yet."


def test_hostile_words_are_shown_as_they_are(page: MissedPage) -> None:
    note = CallerNote("5550000009", "<b>x</b>\u202e", "<i>", NOW)
    page.show_view(view(caller(9, name="<img src=x>\n", queue="<u>", note=note)))
    told = cells(page, 9)
    assert told["caller"].startswith("<img src=x>␊")
    assert told["note"] == "<b>x</b>‹202E›"
    assert page.bar.label.textFormat() is Qt.TextFormat.PlainText
    column = page.table.callers_model.column_of("note")
    tip = page.table.callers_model.data(page.table.callers_model.index(0, column), Qt.ItemDataRole.ToolTipRole)
    assert tip is not None
    assert "<b>" not in tip


def test_the_hint_is_there_until_it_is_not(page: MissedPage) -> None:
    page.set_extension_hint("Enter your extension first.")
    assert "Enter your extension first." in words(page)
    page.set_extension_hint("")
    assert "extension" not in words(page)


# notes


def write(page: MissedPage, qtbot: QtBot) -> QLineEdit:
    """Open the editor of the chosen caller's note by its key."""
    press(page, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: page.table.editing)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    return editor


def test_a_note_is_written_in_its_cell(page: MissedPage, qtbot: QtBot) -> None:
    heard = Heard(page)
    page.show_view(view(caller(1)))
    page.focus_first()
    QTest.keyClicks(write(page, qtbot), "xr fatura")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.table.editing)
    assert heard.all == [("note_changed", "5550000001", "xr fatura")]
    assert QApplication.focusWidget() is page.table


def test_escape_and_an_unchanged_note_change_nothing(page: MissedPage, qtbot: QtBot) -> None:
    heard = Heard(page)
    page.show_view(view(caller(1, note=CallerNote("5550000001", "fatura"))))
    page.focus_first()
    editor = write(page, qtbot)
    assert editor.text() == "fatura"
    QTest.keyClicks(editor, "other")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.table.editing)
    QTest.keyClick(write(page, qtbot), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.table.editing)
    assert heard.all == []


def test_a_double_click_opens_the_note(page: MissedPage) -> None:
    page.show_view(view(caller(1, 7200), caller(2)))
    double_click(page.table.viewport(), cell(page, 1, "note"))
    assert page.table.editing


def test_a_caller_who_leaves_does_not_take_a_half_written_note(page: MissedPage, qtbot: QtBot) -> None:
    heard = Heard(page)
    one, two = caller(1, 7200), caller(2)
    page.show_view(view(one, two))
    page.focus_first()
    editor = write(page, qtbot)
    QTest.keyClicks(editor, "half")
    page.show_view(view(closed(one), two))
    QTest.keyClicks(editor, " done")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert heard.of("note_changed") == [("5550000001", "half done")]
    qtbot.waitUntil(lambda: tails(page) == ["002"])
    assert not page.table.editing


def test_another_account_closes_an_open_note(page: MissedPage, qtbot: QtBot) -> None:
    heard = Heard(page)
    page.show_view(view(caller(1)))
    page.focus_first()
    QTest.keyClicks(write(page, qtbot), "half")
    page.forget()
    assert not page.table.editing
    page.show_view(view(caller(2)))
    assert heard.all == []
    assert (tails(page), chosen(page)) == (["002"], "002")


# numbers


def test_masked_numbers_are_masked_everywhere_but_are_called_whole(page: MissedPage) -> None:
    heard = Heard(page)
    page.set_policy(Policy(mask_numbers=True))
    page.show_view(view(caller(41), caller(42, name="05550000042"), caller(43, name="Ali 0555 000 00 43")))
    page.focus_first()
    assert cells(page, 42)["caller"] == "•••42", "a name that is the number says nothing more"
    assert cells(page, 43)["caller"].startswith("Ali •••43")
    assert "05550000041" not in "".join(cells(page, 41).values()) + words(page)
    press(page, Qt.Key.Key_Return)
    page.actions_about.copy.trigger()
    assert QGuiApplication.clipboard().text() == "•••41"
    page.actions_about.unmask.trigger()
    assert heard.of("dial_wanted") == ["05550000041"]
    assert heard.of("unmask_wanted") == ["5550000041"]
    page.reveal("5550000041")
    assert cells(page, 41)["caller"] == "05550000041"
    page.set_policy(Policy(mask_numbers=True))
    assert cells(page, 41)["caller"] == "•••41"


def test_the_menu_offers_what_this_seat_may(page: MissedPage) -> None:
    page.show_view(view(caller(1)))
    about = page.actions_about
    assert not about.unmask.isVisible(), "nothing is hidden"
    page.set_policy(Policy(denied=("delete_number", "unmask"), mask_numbers=True))
    assert (about.forget.isEnabled(), about.unmask.isEnabled(), about.unmask.isVisible()) == (False, False, True)
    page.forget()
    assert not any(action.isEnabled() for action in (*about.bar, about.copy, about.forget))


def test_keys_open_records_copy_and_ask_to_delete(page: MissedPage) -> None:
    heard = Heard(page)
    page.show_view(view(caller(1)))
    page.focus_first()
    press(page, Qt.Key.Key_R)
    press(page, Qt.Key.Key_Delete)
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert heard.of("records_wanted") == heard.of("forget_wanted") == ["05550000001"]
    assert QGuiApplication.clipboard().text() == "05550000001"


# days


def test_days_are_told_as_a_count_or_two_dates(page: MissedPage, qtbot: QtBot) -> None:
    heard = Heard(page)
    assert page.span == 7
    for span in (Span.TODAY, Span.YESTERDAY, Span.MONTH, Span.MONTH, Span.WEEK):
        qtbot.mouseClick(page.spans.buttons[span], LEFT)
    before = TODAY - timedelta(days=1)
    assert heard.of("span_changed") == [1, (before, before), 30, 7]


def test_other_days_come_from_the_popup_and_nothing_stale_is_shown(page: MissedPage, qtbot: QtBot) -> None:
    heard = Heard(page)
    page.show_view(view(caller(1)))
    qtbot.mouseClick(page.spans.buttons[Span.OTHER], LEFT)
    assert page.spans.popup.isVisible()
    assert page.spans.buttons[Span.WEEK].isChecked(), "nothing is chosen yet"
    page.spans.popup.first.setDate(date(2026, 11, 2))  # type: ignore[call-overload]
    page.spans.popup.last.setDate(date(2026, 11, 3))  # type: ignore[call-overload]
    page.spans.popup.show_button.click()
    assert heard.of("span_changed") == [(date(2026, 11, 2), date(2026, 11, 3))]
    assert page.spans.buttons[Span.OTHER].text() == "02.11.2026 – 03.11.2026"
    assert (tails(page), counts(page)[0]) == ([], "To call back")


def test_yesterday_moves_on_at_midnight_and_other_days_do_not(page: MissedPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.spans.buttons[Span.YESTERDAY], LEFT)
    heard = Heard(page)
    page.set_today(TODAY + timedelta(days=1))
    assert heard.of("span_changed") == [(TODAY, TODAY)]
    page.spans.popup.range_chosen.emit(TODAY, TODAY + timedelta(days=1))
    page.set_today(TODAY + timedelta(days=2))
    assert len(heard.of("span_changed")) == 2


def test_at_midnight_moments_get_their_day(page: MissedPage) -> None:
    page.show_view(view(caller(1)))
    assert cells(page, 1)["last"] == "13:00"
    page.set_today(TODAY + timedelta(days=1))
    assert cells(page, 1)["last"] == "29.11 13:00"


def test_files_are_tables_alone(page: MissedPage, qtbot: QtBot) -> None:
    heard = Heard(page)
    offered = [name for name, choice in page.export.choices.items() if choice.isVisible()]
    assert offered == ["csv", "xlsx"]
    page.set_export_format("pdf")
    page.set_export_format("csv")
    qtbot.mouseClick(page.export, LEFT, pos=QPoint(12, page.export.height() // 2))
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert heard.all == [("export_wanted", "csv")] * 2


def test_days_that_have_not_come_are_told(page: MissedPage) -> None:
    page.show_view(msgspec.structs.replace(view(caller(1)), missing=4))
    assert "4 day(s) have not come" in page.foot.text()
    page.show_view(view(caller(1)))
    assert "not come" not in page.foot.text()
