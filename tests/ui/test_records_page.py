"""The records page in a real window: what is typed and pressed becomes a filter, what comes is shown and acted upon."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QDate, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from supervisor_gui import i18n
from supervisor_gui.history.backfill_values import BackfillProgress, BackfillState
from supervisor_gui.history.record_values import (
    PAGE,
    KeptSpan,
    RecordChoices,
    RecordedCall,
    RecordFilter,
    Spine,
)
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types_records import Direction
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.language import Language
from supervisor_gui.ui.main_window import SMALLEST
from supervisor_gui.ui.records.choices import Span
from supervisor_gui.ui.records.page import RecordsView
from supervisor_gui.ui.records.sides import WIDE
from supervisor_gui.ui.records.words import direction_words
from supervisor_gui.ui.widgets.cells import PAD
from supervisor_gui.ui.widgets.ink import PLAIN, Ink
from supervisor_gui.ui.widgets.shrinking_label import ShrinkingLabel
from tests.helpers.call_records import NOON, TODAY, Answering, Calls, call, name_of, numbers_named

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
OFFERED = RecordChoices(("101", "102", "103"), ("Destek", "Satış"), ("3121110000", "8501110000"))
RAIL, BARS = 88, 100
SIZES = ((SMALLEST[0] - RAIL, SMALLEST[1] - BARS), (1440 - RAIL, 900 - BARS), (1920 - RAIL, 1080 - BARS))


class Desk(Answering):
    """Answers, and hears what is wished."""

    def __init__(self, page: RecordsView, calls: Calls) -> None:
        super().__init__(page, calls)
        self.heard: list[tuple[Any, ...]] = []
        for name in ("dial_wanted", "forget_wanted", "look_up_wanted", "unmask_wanted", "export_wanted", "said"):
            self._listen(name)
        for name in ("play_wanted", "save_wanted"):
            self._listen_two(name)

    def _listen(self, name: str) -> None:
        getattr(self.page, name).connect(lambda told: self.heard.append((name, told)))

    def _listen_two(self, name: str) -> None:
        getattr(self.page, name).connect(lambda one, two: self.heard.append((name, one, two)))

    @property
    def last(self) -> RecordFilter:
        return self.filters[-1]


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    looks.apply(qapp, looks.LIGHT)
    page = RecordsView()
    qtbot.addWidget(page)
    page.apply_theme(looks.LIGHT)
    page.set_names(name_of, numbers_named)
    page.set_choices(OFFERED)
    made = Desk(page, Calls(1_000_000))
    page.set_today(TODAY)
    page.resize(*SIZES[1])
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.waitUntil(lambda: page.table.record_model.counted)
    yield made
    page.range_popup.close()
    page.bar.length_popup.close()
    page.hide()


def go_to(desk: Desk, qtbot: QtBot, row: int) -> None:
    """Give the keyboard to a row."""
    desk.page.focus_search()
    qtbot.keyClick(desk.page.bar.search, KEY.Key_Down)
    for _ in range(row):
        qtbot.keyClick(desk.page.table, KEY.Key_Down)
    assert desk.page.table.currentIndex().row() == row


def counted(desk: Desk) -> str:
    """How many are told, without the language's mark between thousands."""
    return desk.page.rows.count.text().replace(",", "").replace(".", "")


def words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_first_filter_is_a_week_and_comes_once(desk: Desk, qtbot: QtBot) -> None:
    desk.page.set_today(TODAY)
    desk.page.set_choices(OFFERED)
    qtbot.wait(1)
    assert [(one.start, one.end) for one in desk.filters] == [(TODAY - timedelta(days=6), TODAY)]
    assert desk.page.filter == desk.last
    assert counted(desk) == "1000000 call(s)"


def test_named_days_move_on_at_midnight(desk: Desk, qtbot: QtBot) -> None:
    desk.page.set_today(TODAY + timedelta(days=1))
    qtbot.waitUntil(lambda: desk.last.end == TODAY + timedelta(days=1))


@pytest.mark.parametrize("span", [Span.TODAY, Span.YESTERDAY, Span.MONTH, Span.ALL])
def test_a_press_on_days_asks_for_them(desk: Desk, qtbot: QtBot, span: Span) -> None:
    qtbot.mouseClick(desk.page.spans.buttons[span], LEFT)
    qtbot.waitUntil(lambda: len(desk.filters) == 2)
    assert [each for each, button in desk.page.spans.buttons.items() if button.isChecked()] == [span]


def test_other_days_by_keyboard(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(desk.page.spans.buttons[Span.OTHER], LEFT)
    popup = desk.page.range_popup
    popup.first.setDate(QDate(2026, 9, 7))
    popup.last.setDate(QDate(2026, 9, 9))
    qtbot.keyClick(popup.last, KEY.Key_Return)
    qtbot.waitUntil(lambda: len(desk.filters) == 2)
    assert (desk.last.start, desk.last.end) == (date(2026, 9, 7), date(2026, 9, 9))
    assert desk.page.spans.buttons[Span.OTHER].isChecked()


def test_every_keystroke_goes_out_and_the_last_one_counts(desk: Desk, qtbot: QtBot) -> None:
    desk.page.focus_search()
    for place, sign in enumerate("0555 00"):
        qtbot.keyClick(desk.page.bar.search, sign)
        qtbot.wait(1)
        typed = "0555 00"[: place + 1].replace(" ", "")
        assert desk.last.digits == typed
    assert len(desk.filters) == 7
    assert "55500" in desk.page.rows.narrowing.text()


def test_a_name_is_looked_for_in_the_directory_and_in_the_calls(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.page.bar.search, "ltd")
    qtbot.waitUntil(lambda: desk.last.numbers == ("05550000014",))
    desk.calls = Calls(0)
    qtbot.keyClicks(desk.page.bar.search, "xq")
    qtbot.waitUntil(lambda: (desk.last.numbers, desk.last.words) == ((), "ltdxq"))
    qtbot.waitUntil(lambda: "No call of these days fits." in words(desk.page))


def test_the_caption_follows_every_key_and_clearing_takes_the_cross_away(desk: Desk, qtbot: QtBot) -> None:
    search, caption = desk.page.bar.search, desk.page.rows.narrowing
    for typed in ("U", "UG", "UGU", "UGUR", "UGUR-"):
        qtbot.keyClicks(search, typed[-1])
        qtbot.waitUntil(lambda words=f"Name with {typed}": caption.text() == words)
    search.setText("uğur")
    qtbot.waitUntil(lambda: caption.text() == "Name with uğur")
    (cross,) = search.findChildren(QAbstractButton)
    qtbot.waitUntil(lambda: cross.property("opacity") == 1.0)
    qtbot.mouseClick(desk.page.rows.clear, LEFT)
    qtbot.waitUntil(lambda: desk.last.words == "" and caption.text() == "")
    qtbot.waitUntil(lambda: cross.property("opacity") == 0.0)


def test_what_is_typed_in_a_list_stays_while_calls_come_in(desk: Desk, qtbot: QtBot) -> None:
    box = desk.page.bar.extensions
    box.line.setFocus()
    box.line.selectAll()
    qtbot.keyClicks(box.line, "zey")
    desk.page.set_choices(OFFERED)
    desk.page.set_choices(RecordChoices(("100", *OFFERED.extensions), OFFERED.queues, OFFERED.lines))
    desk.page.set_names(name_of, numbers_named)
    qtbot.keyClicks(box.line, "nep")
    assert box.line.text() == "zeynep"
    qtbot.keyClick(box.line, KEY.Key_Return)
    qtbot.waitUntil(lambda: desk.last.extension == "103")
    assert box.line.text() == "103 Zeynep Çelik"


def test_typing_in_a_list_narrows_by_what_it_finds(desk: Desk, qtbot: QtBot) -> None:
    box = desk.page.bar.extensions
    box.line.setFocus()
    box.line.selectAll()
    qtbot.keyClicks(box.line, "zeynep")
    qtbot.keyClick(box.line, KEY.Key_Return)
    qtbot.waitUntil(lambda: desk.last.extension == "103")
    box.line.selectAll()
    qtbot.keyClicks(box.line, "nobody")
    desk.page.bar.search.setFocus()
    assert (box.currentText(), desk.page.filter.extension) == ("103 Zeynep Çelik", "103")
    box.line.setFocus()
    box.line.selectAll()
    qtbot.keyClick(box.line, KEY.Key_Delete)
    qtbot.keyClick(box.line, KEY.Key_Return)
    qtbot.waitUntil(lambda: desk.last.extension == "")


def test_directions_length_and_recording_narrow_and_one_press_clears_all(desk: Desk, qtbot: QtBot) -> None:
    bar = desk.page.bar
    bar.directions.switches[Direction.MISSED].trigger()
    bar.directions.switches[Direction.INCOMING].trigger()
    qtbot.mouseClick(bar.recorded, LEFT)
    qtbot.mouseClick(bar.length, LEFT)
    bar.length_popup.least.setValue(60)
    bar.length_popup.most.setValue(300)
    bar.length_popup.close()
    qtbot.waitUntil(lambda: desk.last.at_most == 300)
    assert (desk.last.at_least, desk.last.recorded) == (60, True)
    assert desk.last.directions == {Direction.MISSED, Direction.INCOMING}
    assert bar.length.text() == "01:00 – 05:00"
    qtbot.mouseClick(desk.page.rows.clear, LEFT)
    qtbot.waitUntil(lambda: desk.last == desk.filters[0])
    assert not desk.page.rows.clear.isVisible()
    assert (bar.directions.text(), bar.length.text(), bar.recorded.isChecked()) == ("Direction", "Length", False)


def test_a_filter_of_before_is_not_shown_for_the_new_one(desk: Desk, qtbot: QtBot) -> None:
    before = desk.last
    desk.page.filter_changed.disconnect(desk._on_filter)
    qtbot.keyClicks(desk.page.bar.search, "77")
    qtbot.waitUntil(lambda: desk.page.rows.count.text() == "counting…")
    desk.page.show_page(before, 0, Calls(1).page(0))
    desk.page.show_spine(before, Calls(1).spine)
    assert desk.page.rows.count.text() == "counting…"
    qtbot.keyClick(desk.page.bar.search, KEY.Key_Return)
    qtbot.keyClick(desk.page.table, KEY.Key_Return)
    assert desk.heard == []


def test_any_place_of_a_million_is_shown_when_it_is_looked_at(desk: Desk, qtbot: QtBot) -> None:
    table = desk.page.table
    bar = table.verticalScrollBar()
    for share in (0.5, 0.01, 1.0):
        bar.setValue(round(bar.maximum() * share))
        qtbot.waitUntil(lambda: table.record_model.row_at(table.rowAt(0)).key == 1_000_000 - table.rowAt(0))
    assert table.record_model.row_at(999_999).key == 1


def test_keys_of_a_row(desk: Desk, qtbot: QtBot) -> None:
    go_to(desk, qtbot, 2)
    here = call(999_998)
    assert desk.page.details.call == here
    for key in (KEY.Key_Space, KEY.Key_Return, KEY.Key_Delete):
        qtbot.keyClick(desk.page.table, key)
    assert here.recorded
    assert desk.heard == [
        ("play_wanted", here.id, -1),
        ("dial_wanted", here.number),
        ("forget_wanted", here.number),
    ]
    qtbot.keyClick(desk.page.table, KEY.Key_Escape)
    assert desk.page.bar.search.hasFocus()


def test_a_call_without_recording_says_so(desk: Desk, qtbot: QtBot) -> None:
    go_to(desk, qtbot, 1)
    qtbot.keyClick(desk.page.table, KEY.Key_Space)
    assert desk.heard == [("said", "This call has no recording.")]


def test_a_press_on_the_mark_of_a_recording_plays_it(desk: Desk, qtbot: QtBot) -> None:
    table = desk.page.table
    column = table.record_model.column_of("recording")
    for row in (1, 2):
        point = table.visualRect(table.record_model.index(row, column)).center()
        qtbot.mouseClick(table.viewport(), LEFT, pos=point)
    assert desk.heard == [("play_wanted", 999_998, -1)]


def test_a_click_calls_on_the_number_and_chooses_beside_it(desk: Desk, qtbot: QtBot) -> None:
    table = desk.page.table
    cell = table.visualRect(table.record_model.index(2, table.record_model.column_of("party")))
    qtbot.mouseClick(table.viewport(), LEFT, pos=QPoint(cell.right() - 12, cell.center().y()))
    assert desk.heard == []
    assert desk.page.details.call == call(999_998)
    qtbot.mouseClick(table.viewport(), LEFT, pos=QPoint(cell.left() + 20, cell.center().y()))
    assert desk.heard == [("dial_wanted", call(999_998).number)]


def test_slash_goes_to_the_search_from_anywhere(desk: Desk, qtbot: QtBot) -> None:
    for widget in (desk.page.table, desk.page.bar.recorded, desk.page.export):
        widget.setFocus()
        qtbot.keyClick(widget, "/")
        assert desk.page.bar.search.hasFocus()
    assert desk.page.bar.search.text() == ""


def test_legs_of_the_chosen_call_can_be_heard_one_by_one(desk: Desk, qtbot: QtBot) -> None:
    details = desk.page.details
    chosen = next(number for number in range(1_000_000, 0, -1) if call(number).legs > 1 and call(number).recorded)
    desk.page.table.selectRow(1_000_000 - chosen)
    qtbot.waitUntil(lambda: len(details.legs) == 3)
    assert "Ayşe Yılmaz 101" in details.legs[2].ends.text()
    assert "Destek" in details.legs[0].ends.text()
    qtbot.mouseClick(details.legs[2].play, LEFT)
    qtbot.mouseClick(details.legs[0].save, LEFT)
    assert not details.legs[1].play.isVisible()
    assert desk.heard == [("play_wanted", chosen, 2), ("save_wanted", chosen, 0)]
    qtbot.mouseClick(details.copy_id, LEFT)
    assert QGuiApplication.clipboard().text() == call(chosen).call


def test_chosen_rows_are_copied_as_text(desk: Desk, qtbot: QtBot) -> None:
    go_to(desk, qtbot, 0)
    qtbot.keyClick(desk.page.table, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(desk.page.table, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 3
    assert call(1_000_000).number in lines[1]
    assert "Zeynep Çelik" in lines[2]


def test_the_menu_greys_what_the_seat_may_not(desk: Desk, qtbot: QtBot) -> None:
    desk.page.set_policy(Policy(denied=("listen", "delete_number"), mask_numbers=True))
    go_to(desk, qtbot, 2)
    desk.page.table.menu_wanted.emit(desk.page.mapToGlobal(QPoint(200, 200)))
    menu = next(one for one in desk.page.findChildren(QMenu) if one.isVisible())
    able = {action.text().split("\t")[0]: action.isEnabled() for action in menu.actions() if action.text()}
    assert not able["Listen"]
    assert not able["Delete everything about this number…"]
    assert able["Call back"]
    next(action for action in menu.actions() if action.text() == "Show the whole number").trigger()
    menu.close()
    assert desk.heard == [("unmask_wanted", 999_998)]
    assert call(999_998).number not in desk.page.details.title.text()
    desk.page.reveal(999_998)
    assert desk.page.details.title.text() == call(999_998).number


def test_a_seat_that_takes_nothing_out_copies_no_row_number_or_call_id(desk: Desk, qtbot: QtBot) -> None:
    desk.page.set_policy(Policy(denied=("export",)))
    go_to(desk, qtbot, 2)
    QGuiApplication.clipboard().setText("before")
    qtbot.waitUntil(lambda: desk.page.details.call is not None)
    assert not desk.page.details.copy_id.isEnabled()
    assert "administrator" in desk.page.details.copy_id.toolTip()
    desk.page.table.menu_wanted.emit(desk.page.mapToGlobal(QPoint(200, 200)))
    menu = next(one for one in desk.page.findChildren(QMenu) if one.isVisible())
    able = {action.text().split("\t")[0]: action.isEnabled() for action in menu.actions() if action.text()}
    menu.close()
    assert not any(able[words] for words in ("Copy number", "Copy call id", "Copy rows"))
    qtbot.keyClick(desk.page.table, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"


def test_new_calls_leave_choice_and_place(desk: Desk, qtbot: QtBot) -> None:
    table = desk.page.table
    table.verticalScrollBar().setValue(5_000 * table.rowHeight(0) + 7)
    qtbot.waitUntil(lambda: table.record_model.row_at(5_003).key > 0)
    table.selectRow(5_003)
    qtbot.waitUntil(lambda: desk.page.details.call is not None and len(desk.page.details.legs) > 0)
    chosen = desk.page.details.call
    assert chosen is not None
    y = table.rowViewportPosition(5_003)
    desk.calls = Calls(1_000_007, 1_000_007)
    desk.page.changed()
    desk.load()
    qtbot.waitUntil(lambda: table.record_model.count == 1_000_007)
    assert table.record_model.row_at(5_010).key == chosen.id
    assert [index.row() for index in table.selectionModel().selectedRows()] == [5_010]
    assert table.currentIndex().row() == 5_010
    assert table.rowViewportPosition(5_010) == y
    assert desk.page.details.call == chosen


class Told(Calls):
    """Calls with these ids, newest first."""

    def __init__(self, ids: Sequence[int]) -> None:
        super().__init__(len(ids), ids[0])
        self._ids = tuple(ids)

    def __getitem__(self, place: int) -> RecordedCall:  # type: ignore[override]
        return call(self._ids[place])

    @property
    def spine(self) -> Spine:
        return Spine(self.count, PAGE, self._ids[::PAGE])


def chosen_and_told(desk: Desk) -> tuple[list[int], int, int | None]:
    """The ids of the chosen rows, of the row with the keyboard, and of the call that is told of below."""
    table, told = desk.page.table, desk.page.details.call
    rows = sorted(index.row() for index in table.selectionModel().selectedRows())
    ids = [table.record_model.row_at(row).key for row in rows]
    return ids, table.record_model.row_at(table.currentIndex().row()).key, told.id if told is not None else None


@pytest.mark.parametrize("looked", [False, True], ids=["loaded", "looked at meanwhile"])
def test_a_call_that_is_told_late_among_others_leaves_the_choice_on_its_call(
    desk: Desk, qtbot: QtBot, looked: bool
) -> None:
    before = tuple(range(1_000_000, 999_000, -2))
    late = tuple(sorted({*before, 999_997, 999_993}, reverse=True))
    table = desk.page.table
    desk.calls = Told(before)
    desk.page.changed()
    desk.load()
    qtbot.waitUntil(lambda: table.record_model.count == len(before))
    go_to(desk, qtbot, 4)
    qtbot.waitUntil(lambda: desk.page.details.call is not None and not table._looking.isActive())
    mine = ([999_992], 999_992, 999_992)
    assert chosen_and_told(desk) == mine
    desk.calls = Told(late)
    desk.page.changed()
    if looked:
        table.verticalScrollBar().setValue(1)
        qtbot.waitUntil(lambda: desk.rows[-1:] == [0] and not table._looking.isActive())
        assert chosen_and_told(desk) == mine
    desk.page.show_page(desk.last, 0, desk.calls.page(0))
    table._look()  # before they are counted
    assert chosen_and_told(desk) == mine
    desk.page.show_spine(desk.last, desk.calls.spine)
    qtbot.waitUntil(lambda: table.record_model.count == len(late))
    assert table.record_model.row_at(6).key == 999_992
    qtbot.waitUntil(lambda: not table._looking.isActive())
    assert chosen_and_told(desk) == mine


def test_at_the_top_new_calls_appear(desk: Desk, qtbot: QtBot) -> None:
    desk.calls = Calls(1_000_002, 1_000_002)
    desk.page.changed()
    desk.load()
    qtbot.waitUntil(lambda: desk.page.table.record_model.row_at(0).key == 1_000_002)
    assert desk.page.table.verticalScrollBar().value() == 0


def test_a_unique_id_is_looked_up_with_enter(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.page.bar.search, "sip3-1790000007.7")
    qtbot.keyClick(desk.page.bar.search, KEY.Key_Return)
    assert desk.heard == [("look_up_wanted", "sip3-1790000007.7")]
    desk.page.show_found((call(7, id=-1),))
    assert desk.page.rows.count.text() == "1 call(s)"
    assert desk.page.call(-1) == call(7, id=-1)
    desk.page.show_found(())
    assert "No call has this id" in words(desk.page)
    before = len(desk.filters)
    qtbot.mouseClick(desk.page.rows.clear, LEFT)
    qtbot.waitUntil(lambda: len(desk.filters) > before)
    assert desk.page.bar.search.text() == ""
    qtbot.waitUntil(lambda: counted(desk) == "1000000 call(s)")


def test_what_was_looked_up_before_more_was_typed_is_dropped(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.page.bar.search, "1790000007.7")
    qtbot.keyClick(desk.page.bar.search, KEY.Key_Return)
    desk.page.bar.search.setText("555")
    desk.page.show_found((call(7, id=-1),))
    qtbot.waitUntil(lambda: desk.last.digits == "555")
    assert desk.page.call(-1) is None


def test_calls_of_a_number_are_searched_in_all_days(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(desk.page.bar.recorded, LEFT)
    desk.page.search("05550001234")
    qtbot.waitUntil(lambda: desk.last.digits == "05550001234")
    assert not desk.last.recorded
    assert (desk.last.end - desk.last.start).days > 3_000


def test_a_search_for_a_number_that_may_not_be_seen_does_not_spell_it(desk: Desk, qtbot: QtBot) -> None:
    desk.page.set_policy(Policy(mask_numbers=True))
    desk.page.search("05550001234")
    qtbot.waitUntil(lambda: desk.last.digits == "05550001234")
    assert desk.page.bar.search.text() == "•••34"
    assert "5550001234" not in words(desk.page)
    qtbot.mouseClick(desk.page.bar.recorded, LEFT)
    qtbot.waitUntil(lambda: desk.last.recorded)
    assert desk.last.digits == "05550001234"
    desk.page.bar.search.selectAll()
    qtbot.keyClicks(desk.page.bar.search, "4321")
    qtbot.waitUntil(lambda: desk.last.digits == "4321")
    desk.page.search("101")
    qtbot.waitUntil(lambda: desk.page.bar.search.text() == "101")


def test_where_numbers_are_hidden_typed_digits_are_refused_in_words(desk: Desk, qtbot: QtBot) -> None:
    search = desk.page.bar.search
    qtbot.keyClicks(search, "05550001")
    qtbot.waitUntil(lambda: desk.last.digits == "05550001")
    desk.page.set_policy(Policy(denied=("unmask",), mask_numbers=True))
    qtbot.waitUntil(lambda: not desk.last.digits)
    asked = len(desk.filters)
    qtbot.keyClicks(search, "234")
    qtbot.waitUntil(lambda: "not found by their digits" in words(desk.page))
    assert len(desk.filters) == asked, "nothing is looked for"
    assert "Number" not in search.placeholderText()
    desk.page.search("05550001234")
    qtbot.waitUntil(lambda: desk.last.digits == "05550001234")
    assert "not found" not in words(desk.page)
    desk.page.set_policy(Policy(mask_numbers=True))
    assert search.placeholderText().startswith("Number")


def test_nothing_found_offers_all_days(desk: Desk, qtbot: QtBot) -> None:
    desk.calls = Calls(0)
    qtbot.keyClicks(desk.page.bar.search, "987654")
    qtbot.waitUntil(lambda: "No call of these days fits." in words(desk.page))
    qtbot.mouseClick(desk.page.rows.all_days, LEFT)
    qtbot.waitUntil(desk.page.spans.buttons[Span.ALL].isChecked)
    assert desk.page.filter.digits == "987654"


def test_days_that_have_not_come_are_told(desk: Desk, qtbot: QtBot) -> None:
    desk.page.show_kept(KeptSpan((date(2026, 11, 20), date(2026, 11, 21)), NOON, 5))
    told = words(desk.page)
    assert "2 day(s) of these have not come" in told
    assert "12:00" in told
    with qtbot.waitSignal(desk.page.refresh_wanted):
        qtbot.mouseClick(desk.page.notes.refresh, LEFT)


def test_that_there_were_no_calls_is_told_when_it_is_known_which_days_are_kept(desk: Desk, qtbot: QtBot) -> None:
    desk.calls, desk.kept = Calls(0), None
    qtbot.mouseClick(desk.page.spans.buttons[Span.YESTERDAY], LEFT)
    qtbot.waitUntil(lambda: desk.page.table.record_model.counted and desk.last.end == TODAY - timedelta(days=1))
    assert "no calls" not in words(desk.page).casefold()
    assert "no call so far" not in words(desk.page).casefold()
    desk.page.show_kept(KeptSpan((desk.last.end,)))
    assert "No call so far: 1 day(s)" in words(desk.page)
    qtbot.mouseClick(desk.page.spans.buttons[Span.TODAY], LEFT)
    qtbot.waitUntil(lambda: desk.page.table.record_model.counted and desk.last.end == TODAY)
    assert "no call so far" not in words(desk.page).casefold(), "that was about another day"
    desk.page.show_kept(KeptSpan())
    assert "There were no calls in these days." in words(desk.page)


def test_a_call_that_was_looked_up_is_not_exported_as_what_the_filter_finds(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.page.bar.search, "sip3-1790000123.7")
    qtbot.keyClick(desk.page.bar.search, KEY.Key_Return)
    desk.page.show_found((call(77),))
    desk.heard.clear()
    desk.page.save_action.trigger()
    assert [name for name, _ in desk.heard] == ["said"]
    desk.page.leave_look_up()
    qtbot.waitUntil(lambda: counted(desk) == "1000000 call(s)")
    desk.page.save_action.trigger()
    assert desk.heard[-1][0] == "export_wanted"


def test_when_a_number_was_deleted_no_id_of_its_calls_stays_in_the_search(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(desk.page.bar.recorded, LEFT)
    qtbot.keyClicks(desk.page.bar.search, "sip3-1790000123.7")
    qtbot.keyClick(desk.page.bar.search, KEY.Key_Return)
    desk.page.show_found((call(77),))
    desk.page.end_look_up()
    assert desk.page.bar.search.text() == ""
    qtbot.waitUntil(lambda: counted(desk) == "1000000 call(s)")
    assert desk.last.recorded, "what else narrows stays"
    qtbot.keyClicks(desk.page.bar.search, "555")
    desk.page.end_look_up()
    assert desk.page.bar.search.text() == "555", "that is no look-up"


def test_after_a_question_the_row_that_has_the_keyboard_is_chosen(desk: Desk, qtbot: QtBot) -> None:
    go_to(desk, qtbot, 0)
    table = desk.page.table
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not table.hasFocus())
    table.clearSelection()
    desk.page.activateWindow()
    qtbot.waitUntil(table.hasFocus)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]


def test_no_number_stays_in_a_tooltip_when_its_call_is_gone(desk: Desk, qtbot: QtBot) -> None:
    go_to(desk, qtbot, 1)
    assert desk.page.details.title.toolTip()
    desk.calls = Calls(0)
    desk.page.forget()
    assert desk.page.details.call is None
    assert desk.page.details.title.toolTip() == ""


def test_another_account_sees_nothing_of_the_one_before(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.page.bar.search, "555")
    go_to(desk, qtbot, 0)
    desk.page.filter_changed.disconnect(desk._on_filter)
    desk.page.forget()
    assert desk.page.table.record_model.count == 0
    assert desk.page.details.call is None
    assert desk.page.filter.digits == ""
    desk.page.show_page(desk.page.filter, 0, Calls(3, 3).page(0))
    assert desk.page.table.record_model.count == 3


def test_exports_go_out_by_key(desk: Desk, qtbot: QtBot) -> None:
    desk.page.set_export_format("csv")
    desk.page.table.setFocus()
    qtbot.keyClick(desk.page.table, KEY.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert desk.heard == [("export_wanted", "csv")]


# looks


@pytest.fixture
def long_words() -> Iterator[None]:
    i18n.use(lambda _, source, __: source + "x" * (len(source) * 2 // 5))
    yield
    i18n.use(None)


def controls(page: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QAbstractItemView)
    return [one for kind in kinds for one in page.findChildren(kind) if one.isVisible() and one.focusPolicy()]


def cut(widget: QWidget) -> bool:
    if isinstance(widget, ShrinkingLabel):
        return False
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    return widget.width() < widget.sizeHint().width() or widget.height() < widget.minimumSizeHint().height()


@pytest.mark.usefixtures("long_words")
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_words_forty_percent_longer_are_not_cut(qtbot: QtBot, qapp: QApplication, size: tuple[int, int]) -> None:
    looks.apply(qapp, looks.DARK)
    page = RecordsView()
    qtbot.addWidget(page)
    page.apply_theme(looks.DARK)
    desk = Desk(page, Calls(1_000_000))
    page.set_choices(OFFERED)
    page.set_today(TODAY)
    page.show_progress(BackfillProgress(BackfillState.RUNNING, 11, 24, 3, 90.0))
    desk.kept = KeptSpan((), NOON, 5)
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: page.table.record_model.counted)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: len(page.details.legs) == desk.calls[0].legs)
    told = [one for one in (*page.findChildren(QLabel), *page.findChildren(QAbstractButton)) if one.isVisible()]
    told = [one for one in told if one.text() and one.window() is page.window()]
    assert len(told) > 15
    in_place = [one for one in told if not page.details.isAncestorOf(one)]

    def outside(one: QWidget) -> bool:
        return not page.rect().contains(QRect(one.mapTo(page, QPoint()), one.size()))

    qtbot.waitUntil(lambda: [one.text() for one in told if cut(one)] == [])
    assert [one.text() for one in in_place if outside(one)] == []
    assert (page.width(), page.height()) == size
    assert page.table.viewport().height() > 2 * page.table.rowHeight(0)
    assert page.details.isVisible()
    assert (page.sides.orientation() is Qt.Orientation.Horizontal) is (page.sides.width() >= WIDE)


@pytest.mark.parametrize("language", ["en", "tr"])
def test_directions_and_a_queue_stand_whole_in_the_smallest_window(
    desk: Desk, qtbot: QtBot, qapp: QApplication, language: str
) -> None:
    Language(qapp).use(language)
    desk.page.retranslate()
    desk.page.resize(*SIZES[0])
    table = desk.page.table
    header = table.horizontalHeader()
    qtbot.waitUntil(lambda: header.length() == table.viewport().width())
    ink = Ink(looks.LIGHT, desk.page.font(), 1.0)
    for column, told in (("direction", [*map(direction_words, Direction)]), ("queue", ["Muhasebe"])):
        room = table.columnWidth(table.record_model.column_of(column)) - 2 * PAD
        assert [each for each in told if ink.types[PLAIN].width(each) > room] == []


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_control_has_a_name_and_the_columns_fit(desk: Desk, qtbot: QtBot, size: tuple[int, int]) -> None:
    desk.page.resize(*size)
    desk.page.table.selectRow(0)
    qtbot.waitUntil(lambda: len(desk.page.details.legs) > 0)
    assert len(controls(desk.page)) > 15
    assert [type(one).__name__ for one in controls(desk.page) if not one.accessibleName()] == []
    header = desk.page.table.horizontalHeader()
    qtbot.waitUntil(lambda: header.length() == desk.page.table.viewport().width())
