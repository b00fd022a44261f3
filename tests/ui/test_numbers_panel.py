"""The numbers of a list on the page: found, edited in place, switched, removed, copied; and why something cannot be."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDateTimeEdit, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui import i18n
from supervisor_gui.autodial.values import ListNumbers, ListState, NumberRow, NumberState, ShownList
from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types_autodial import AutodialList, ListKind, ListNumber, NumberChange
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.campaigns.number_edit import CallTime
from supervisor_gui.ui.campaigns.number_filter import Part
from supervisor_gui.ui.campaigns.numbers_panel import NumbersPanel
from tests.helpers.mouse import double_click

NOW = datetime(2026, 11, 29, 14, 0, tzinfo=PBX_ZONE).timestamp()
LEFT = Qt.MouseButton.LeftButton
WISHES = ("change_wanted", "replace_wanted", "remove_wanted", "add_wanted", "retry_wanted", "said")
NUMBER, NAME, STATE, CALL_AT, LINE, ACTIVE, REMARKS = range(7)


def number(at: int, state: NumberState = NumberState.NEVER, **more: Any) -> NumberRow:
    fields = {"name": f"Deniz {at}", "state": state, "id": f"7{at:03d}", "active": True}
    return NumberRow(key=f"7{at:03d}", number=f"0555000{at:04d}", **(fields | more))


def coming(at: int, state: NumberState = NumberState.WAITING, words: str = "") -> NumberRow:
    return NumberRow(f"1:{at}", "", f"555000{at:04d}", f"Deniz {at}", state, words)


def dial_list(kind: ListKind = ListKind.DYNAMIC, state: ListState = ListState.RUNNING) -> ShownList:
    return ShownList(AutodialList("12505", "Kış kampanyası", kind=kind), state)


class Heard:
    """What the panel wished, by signal."""

    def __init__(self, panel: NumbersPanel) -> None:
        self.all: list[tuple[Any, ...]] = []
        for name in WISHES:
            self._listen(panel, name)

    def _listen(self, panel: NumbersPanel, name: str) -> None:
        getattr(panel, name).connect(lambda *told: self.all.append((name, *told)))

    def of(self, name: str) -> list[Any]:
        return [told[0] if len(told) == 1 else tuple(told) for wish, *told in self.all if wish == name]


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> Iterator[NumbersPanel]:
    looks.apply(qapp, looks.LIGHT)
    made = NumbersPanel(wall=lambda: NOW)
    qtbot.addWidget(made)
    made.apply_theme(looks.LIGHT)
    made.show_list(dial_list())
    made.resize(1100, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.mouseRelease(made, LEFT)
    yield made
    made.hide()


@pytest.fixture
def heard(panel: NumbersPanel) -> Heard:
    return Heard(panel)


def show(panel: NumbersPanel, *rows: NumberRow, list_id: str = "12505", as_of: float = NOW) -> None:
    panel.show_numbers(ListNumbers(list_id, rows, as_of))


def choose(panel: NumbersPanel, place: int, column: int = NAME) -> None:
    panel.focus_first()
    panel.table.setCurrentIndex(panel.table.number_model.index(place, column))


def choose_all(panel: NumbersPanel) -> None:
    choose(panel, 0)
    panel.table.selectAll()


def press(panel: NumbersPanel, key: Qt.Key) -> None:
    QTest.keyClick(panel.table, key)


def click(panel: NumbersPanel, place: int, column: int) -> None:
    QTest.mouseClick(panel.table.viewport(), LEFT, pos=panel.table.cell_rect(place, column).center())


def cell(panel: NumbersPanel, place: int, column: int) -> str:
    model = panel.table.number_model
    return str(model.data(model.index(place, column)))


def editor(panel: NumbersPanel) -> QWidget:
    found = [box for box in panel.table.viewport().findChildren(QLineEdit) if not isinstance(box.parent(), CallTime)]
    times: list[QWidget] = list(panel.table.viewport().findChildren(CallTime))
    open_now = [box for box in [*found, *times] if box.isVisible()]
    assert len(open_now) == 1
    return open_now[0]


def write(panel: NumbersPanel, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type over what stands in the open editor, and press a key."""
    box = editor(panel)
    assert isinstance(box, QLineEdit)
    box.selectAll()
    # Inserted: QTest has no keys for Turkish letters.
    box.insert(text)
    # A press alone: the editor is gone before the key comes up.
    QTest.keyPress(box, key)


def closed(qtbot: QtBot, panel: NumbersPanel) -> None:
    qtbot.waitUntil(lambda: not panel.table.editing)


def chosen_keys(panel: NumbersPanel) -> list[str]:
    return [row.key for row in panel.table.chosen()]


def question(panel: NumbersPanel) -> Any:
    assert panel.question is not None
    return panel.question


# shown and found


def test_a_row_tells_all_about_its_number(panel: NumbersPanel) -> None:
    late = datetime(2026, 11, 30, 9, 30, tzinfo=PBX_ZONE).timestamp()
    show(
        panel,
        number(1, call_at=late, trunk="8501110000", active=False),
        number(2, NumberState.OTHER, words="beklemede", active=None),
        coming(3, NumberState.REFUSED, "do_not_call"),
        number(4, twice=True, blocked=True),
    )
    first = [cell(panel, 0, column) for column in range(7)]
    assert first == ["0555 000 00 01", "Deniz 1", "Never called", "30.11 09:30", "8501110000", "Passive", ""]
    assert [cell(panel, 1, column) for column in (STATE, ACTIVE)] == ["beklemede", "–"]
    assert [cell(panel, 2, column) for column in (STATE, REMARKS)] == ["Refused", "On the do-not-call list"]
    assert cell(panel, 3, REMARKS) == "on the do-not-call list · same number twice"


def test_a_name_that_is_only_the_number_is_not_told_twice(panel: NumbersPanel) -> None:
    show(panel, number(1, name="5550000001"))
    assert cell(panel, 0, NAME) == ""


def test_parts_show_their_counts_and_filter(panel: NumbersPanel) -> None:
    show(panel, number(1), number(2, NumberState.FAILED), number(3, NumberState.FAILED), coming(4))
    bar = panel.bar
    shown = [bar.button(part).text() for part in Part if bar.button(part).isVisible()]
    assert shown == ["All  4", "Never called  1", "Failed  2", "On their way  1"]
    bar.button(Part.FAILED).click()
    assert [row.key for row in panel.rows] == ["7002", "7003"]
    show(panel, number(1), number(2, NumberState.REACHED), number(3, NumberState.REACHED), coming(4))
    assert not panel.rows
    assert bar.button(Part.FAILED).isVisible()
    assert "No number matches" in panel.table.accessibleDescription()


def test_slash_goes_to_the_search_and_down_comes_back(panel: NumbersPanel) -> None:
    show(panel, number(1), number(2, name="Şule"))
    panel.focus_first()
    press(panel, Qt.Key.Key_Slash)
    assert panel.bar.search.hasFocus()
    QTest.keyClicks(panel.bar.search, "SULE")
    assert [row.key for row in panel.rows] == ["7002"]
    QTest.keyClick(panel.bar.search, Qt.Key.Key_Down)
    assert panel.table.hasFocus()
    assert chosen_keys(panel) == ["7002"]
    press(panel, Qt.Key.Key_Escape)
    QTest.keyClick(panel.bar.search, Qt.Key.Key_Escape)
    assert len(panel.rows) == 2


def test_another_list_begins_without_what_narrowed_the_one_before(panel: NumbersPanel) -> None:
    show(panel, number(1), number(2, NumberState.FAILED))
    panel.bar.button(Part.FAILED).click()
    panel.bar.search.setText("nobody")
    show(panel, number(5), list_id="9")
    assert [row.key for row in panel.rows] == ["7005"]
    assert panel.bar.search.text() == ""
    assert not chosen_keys(panel)


def test_empty_lists_are_told_in_words(panel: NumbersPanel) -> None:
    panel.show_numbers(None)
    assert panel.table.accessibleDescription() == "The report of this list has not come yet."
    show(panel)
    assert "“Add numbers…”" in panel.table.accessibleDescription()
    show(panel, number(1))
    assert panel.table.accessibleDescription() == ""


def test_before_the_report_came_nobody_counts_no_numbers(panel: NumbersPanel) -> None:
    everything = panel.bar.button(Part.ALL)
    show(panel, as_of=0)
    assert everything.text() == "All"
    show(panel)
    assert everything.text() == "All  0"
    show(panel, coming(1), as_of=0)
    assert everything.text() == "All  1"


def test_rows_that_could_not_be_read_are_told(panel: NumbersPanel) -> None:
    panel.show_numbers(ListNumbers("12505", (number(1),), NOW, damaged=3))
    assert "could not be read" in panel.foot.text()


# edited in place


def test_f2_edits_the_name(panel: NumbersPanel, heard: Heard, qtbot: QtBot) -> None:
    show(panel, number(1), number(2))
    choose(panel, 1)
    press(panel, Qt.Key.Key_F2)
    write(panel, "Ayşe Kaya")
    closed(qtbot, panel)
    assert heard.all == [("change_wanted", "7002", NumberChange(name="Ayşe Kaya"))]


def test_escape_and_the_same_again_change_nothing(panel: NumbersPanel, heard: Heard, qtbot: QtBot) -> None:
    show(panel, number(1))
    choose(panel, 0)
    press(panel, Qt.Key.Key_F2)
    write(panel, "other", Qt.Key.Key_Escape)
    closed(qtbot, panel)
    press(panel, Qt.Key.Key_F2)
    write(panel, "Deniz 1")
    closed(qtbot, panel)
    assert heard.all == []


def test_a_name_that_is_taken_away_becomes_the_number(panel: NumbersPanel, heard: Heard, qtbot: QtBot) -> None:
    show(panel, number(1))
    choose(panel, 0)
    press(panel, Qt.Key.Key_F2)
    write(panel, " ")
    closed(qtbot, panel)
    assert heard.of("change_wanted") == [("7001", NumberChange(name="5550000001"))]


def test_in_a_low_window_an_empty_line_takes_no_room_and_the_edited_cell_stays_in_sight(
    panel: NumbersPanel, qtbot: QtBot
) -> None:
    show(panel, *(number(place) for place in range(30)))
    viewport = panel.table.viewport()
    assert panel.foot.isVisible(), "where there is room, rows keep their places"
    panel.resize(1100, 200)
    qtbot.waitUntil(lambda: not panel.foot.isVisible())
    qtbot.waitUntil(lambda: viewport.mapTo(panel, viewport.rect().bottomLeft()).y() > panel.height() - 10)
    before = viewport.height()
    lowest = panel.table.rowAt(before - 1) - 1
    choose(panel, lowest)
    press(panel, Qt.Key.Key_F2)
    write(panel, "0555 111 22 33")
    assert panel.table.editing, "a phone number is no name"
    qtbot.waitUntil(lambda: panel.foot.isVisible() and viewport.height() < before)
    qtbot.waitUntil(lambda: viewport.rect().contains(editor(panel).geometry()))
    QTest.keyPress(editor(panel), Qt.Key.Key_Escape)
    closed(qtbot, panel)
    qtbot.waitUntil(lambda: not panel.foot.isVisible())


def test_a_double_click_edits_the_line_which_must_be_a_number(panel: NumbersPanel, heard: Heard, qtbot: QtBot) -> None:
    show(panel, number(1, trunk="8501110000"))
    centre = panel.table.cell_rect(0, LINE).center()
    QTest.mouseClick(panel.table.viewport(), LEFT, pos=centre)
    double_click(panel.table.viewport(), centre)
    write(panel, "hat iki")
    assert panel.table.editing
    assert "digits alone" in panel.foot.text()
    assert editor(panel).accessibleDescription() == panel.foot.text()
    write(panel, "0312 111 00 00")
    closed(qtbot, panel)
    assert heard.of("change_wanted") == [("7001", NumberChange(trunk="3121110000"))]
    assert panel.foot.text() == ""


def test_tab_keeps_the_cell_and_opens_the_next_one(panel: NumbersPanel, heard: Heard, qtbot: QtBot) -> None:
    show(panel, number(1))
    choose(panel, 0)
    press(panel, Qt.Key.Key_F2)
    write(panel, "Ayşe", Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: isinstance(editor(panel), CallTime))
    QTest.keyPress(editor(panel), Qt.Key.Key_Escape)
    closed(qtbot, panel)
    assert heard.of("change_wanted") == [("7001", NumberChange(name="Ayşe"))]


def test_a_call_time_is_turkish_and_must_lie_ahead(panel: NumbersPanel, heard: Heard, qtbot: QtBot) -> None:
    show(panel, number(1))
    choose(panel, 0, CALL_AT)
    press(panel, Qt.Key.Key_F2)
    box = editor(panel)
    assert isinstance(box, QDateTimeEdit)
    assert box.text() == "29.11.2026 15:00"
    assert box.calendarPopup()
    box.setDateTime(box.dateTime().addSecs(-2 * 3600))
    QTest.keyPress(box, Qt.Key.Key_Return)
    assert panel.table.editing
    assert "must lie ahead: now it is 29.11.2026 14:00" in panel.foot.text()
    box.setDateTime(box.dateTime().addSecs(3 * 3600))
    QTest.keyPress(box, Qt.Key.Key_Return)
    closed(qtbot, panel)
    expected = datetime(2026, 11, 29, 16, 0, tzinfo=PBX_ZONE)
    assert heard.all == [("change_wanted", "7001", NumberChange(call_at=expected))]


def test_a_time_that_is_over_is_not_kept_by_a_click_elsewhere(panel: NumbersPanel, heard: Heard, qtbot: QtBot) -> None:
    show(panel, number(1))
    choose(panel, 0, CALL_AT)
    press(panel, Qt.Key.Key_F2)
    box = editor(panel)
    assert isinstance(box, QDateTimeEdit)
    box.setDateTime(box.dateTime().addDays(-1))
    panel.bar.search.setFocus()
    closed(qtbot, panel)
    assert heard.of("change_wanted") == []
    assert "must lie ahead" in heard.of("said")[0]


def test_a_number_is_cleaned_as_the_dial_bar_does_and_refused_while_typing(
    panel: NumbersPanel, heard: Heard, qtbot: QtBot
) -> None:
    row = number(1, trunk="8501110000", call_at=NOW - 60, active=False)
    show(panel, row)
    choose(panel, 0, NUMBER)
    press(panel, Qt.Key.Key_F2)
    write(panel, "0555 000")
    assert panel.table.editing
    assert "too short" in panel.foot.text()
    write(panel, "112")
    assert panel.table.editing
    write(panel, "+90 (555) 000 00 99")
    closed(qtbot, panel)
    expected = ListNumber("5550000099", "Deniz 1", active=False, trunk="8501110000")
    assert heard.all == [("replace_wanted", row, expected)]


def test_a_number_typed_into_the_name_is_refused_in_its_place(panel: NumbersPanel, heard: Heard, qtbot: QtBot) -> None:
    show(panel, number(1))
    choose(panel, 0)
    press(panel, Qt.Key.Key_F2)
    write(panel, "0555 010 00 77")
    assert panel.table.editing
    assert "a phone number, not a name" in panel.foot.text()
    assert editor(panel).accessibleDescription() == panel.foot.text()
    assert heard.all == []
    write(panel, "Deniz 2")
    closed(qtbot, panel)
    assert heard.all == [("change_wanted", "7001", NumberChange(name="Deniz 2"))]
    assert panel.foot.text() == ""


@pytest.mark.parametrize(
    ("text", "becomes"),
    [("0555 000 00 01", "0555 000 00 01"), ("Depo 0555 010 00 77", "Depo 0555 010 00 77"), ("1204", "1204")],
    ids=["the number itself", "words with a number", "few digits"],
)
def test_a_name_may_hold_digits(panel: NumbersPanel, heard: Heard, qtbot: QtBot, text: str, becomes: str) -> None:
    show(panel, number(1))
    choose(panel, 0)
    press(panel, Qt.Key.Key_F2)
    write(panel, text)
    closed(qtbot, panel)
    assert heard.all == [("change_wanted", "7001", NumberChange(name=becomes))]


def test_a_name_that_came_as_another_number_can_be_left_as_it_is(
    panel: NumbersPanel, heard: Heard, qtbot: QtBot
) -> None:
    show(panel, number(1, name="5550100077"))
    choose(panel, 0)
    press(panel, Qt.Key.Key_F2)
    QTest.keyPress(editor(panel), Qt.Key.Key_Return)
    closed(qtbot, panel)
    assert heard.all == []


@pytest.mark.parametrize(("current", "edited"), [(NUMBER, NUMBER), (NAME, NAME), (STATE, NAME), (LINE, LINE)])
@pytest.mark.parametrize("theme", [looks.LIGHT, looks.DARK], ids=["light", "dark"])
def test_a_frame_stands_round_the_cell_that_f2_edits(
    panel: NumbersPanel, qapp: QApplication, theme: looks.Theme, current: int, edited: int
) -> None:
    looks.apply(qapp, theme)
    panel.apply_theme(theme)
    show(panel, number(1))
    choose(panel, 0, LINE)
    panel.table.viewport().grab()
    choose(panel, 0, current)
    picture = panel.table.viewport().grab().toImage()

    def framed(column: int) -> bool:
        """Whether a line of the accent goes round the cell, inside the one round the whole row."""
        inside = panel.table.cell_rect(0, column).adjusted(2, 3, -3, -4)
        middle = inside.center()
        sides = (
            QPoint(inside.left(), middle.y()),
            QPoint(inside.right(), middle.y()),
            QPoint(inside.right() - 4, inside.top()),
            QPoint(inside.right() - 4, inside.bottom()),
        )
        ratio = picture.devicePixelRatio()
        return all(picture.pixelColor(side * ratio).name().upper() == theme.accent.upper() for side in sides)

    assert [column for column in range(7) if framed(column)] == [edited]
    press(panel, Qt.Key.Key_F2)
    assert panel.table.currentIndex().column() == edited


def test_an_update_leaves_the_open_editor_alone(panel: NumbersPanel, heard: Heard, qtbot: QtBot) -> None:
    rows = [number(at) for at in range(40)]
    show(panel, *rows)
    panel.bar.button(Part.NEVER).click()
    choose(panel, 5)
    press(panel, Qt.Key.Key_F2)
    box = editor(panel)
    assert isinstance(box, QLineEdit)
    box.selectAll()
    box.insert("Ayş")
    changed = [msgspec.structs.replace(row, state=NumberState.REACHED, name="PBX") for row in rows[3:]]
    show(panel, *changed, number(90))
    assert editor(panel) is box
    assert box.text() == "Ayş"
    box.insert("e")
    QTest.keyPress(box, Qt.Key.Key_Return)
    closed(qtbot, panel)
    assert heard.of("change_wanted") == [("7005", NumberChange(name="Ayşe"))]
    assert [row.key for row in panel.rows] == ["7090"]


def test_another_list_closes_the_editor_and_keeps_nothing(panel: NumbersPanel, heard: Heard, qtbot: QtBot) -> None:
    show(panel, number(1))
    choose(panel, 0)
    press(panel, Qt.Key.Key_F2)
    box = editor(panel)
    assert isinstance(box, QLineEdit)
    box.setText("half")
    show(panel, number(2), list_id="9")
    closed(qtbot, panel)
    assert [row.key for row in panel.rows] == ["7002"]
    assert heard.of("change_wanted") == []


def test_selection_and_place_in_sight_survive_updates(panel: NumbersPanel) -> None:
    rows = [number(at) for at in range(500)]
    show(panel, *rows)
    choose(panel, 300)
    panel.table.scrollTo(panel.table.number_model.index(310, 0))
    top = panel.table.number_model.number_at(panel.table.rowAt(0))
    show(panel, *(number(at) for at in range(700, 720)), *rows[10:])
    assert chosen_keys(panel) == ["7300"]
    assert panel.table.number_model.number_at(panel.table.rowAt(0)) == top


# switched and removed


def test_space_and_a_click_switch_a_number_off_and_on(panel: NumbersPanel, heard: Heard) -> None:
    show(panel, number(1), number(2, active=False), number(3, active=None))
    choose(panel, 0)
    press(panel, Qt.Key.Key_Space)
    click(panel, 1, ACTIVE)
    click(panel, 2, ACTIVE)
    off, on = NumberChange(active=False), NumberChange(active=True)
    assert heard.of("change_wanted") == [("7001", off), ("7002", on), ("7003", off)]


def test_few_are_removed_at_once(panel: NumbersPanel, heard: Heard) -> None:
    rows = (number(1), number(2), number(3))
    show(panel, *rows)
    choose_all(panel)
    press(panel, Qt.Key.Key_Delete)
    assert heard.all == [("remove_wanted", rows)]


@pytest.mark.parametrize("yes", [True, False])
def test_many_are_removed_after_one_question_with_the_figure(panel: NumbersPanel, heard: Heard, yes: bool) -> None:
    rows = tuple(number(at) for at in range(25))
    show(panel, *rows)
    choose_all(panel)
    press(panel, Qt.Key.Key_Delete)
    words = "\n".join(label.text() for label in question(panel).findChildren(QLabel))
    assert "25 number(s) will be removed" in words
    assert "3 minute(s)" in words
    assert heard.all == []
    (question(panel).yes if yes else question(panel).no).click()
    assert heard.of("remove_wanted") == ([rows] if yes else [])
    assert panel.question is None


def test_many_are_switched_after_one_question(panel: NumbersPanel, heard: Heard) -> None:
    show(panel, *(number(at, active=at != 2) for at in range(6)))
    choose_all(panel)
    press(panel, Qt.Key.Key_Space)
    question(panel).yes.click()
    assert [key for key, _ in heard.of("change_wanted")] == ["7000", "7001", "7003", "7004", "7005"]


def test_a_number_on_its_way_cannot_be_changed_and_says_why(panel: NumbersPanel, heard: Heard) -> None:
    show(panel, coming(1), coming(2, NumberState.REFUSED, "Numara hatali"), number(3))
    for place in (0, 1):
        choose(panel, place)
        for key in (Qt.Key.Key_F2, Qt.Key.Key_Space, Qt.Key.Key_Delete):
            press(panel, key)
    assert {wish for wish, *_ in heard.all} == {"said"}
    said = heard.of("said")
    assert all("on its way" in words for words in said[:3])
    assert all("was refused" in words for words in said[3:])
    choose_all(panel)
    press(panel, Qt.Key.Key_Delete)
    assert [row.key for (row,) in heard.of("remove_wanted")] == ["7003"]


# what may not be


def test_a_fixed_list_takes_no_numbers_and_says_why(panel: NumbersPanel, heard: Heard) -> None:
    panel.show_list(dial_list(ListKind.FIXED))
    show(panel, number(1))
    assert not panel.bar.add.isEnabled()
    assert "only dynamic lists do, running or stopped" in panel.bar.add.toolTip()
    model = panel.table.number_model
    assert "fixed list" in str(model.data(model.index(0, NUMBER), Qt.ItemDataRole.ToolTipRole))
    choose(panel, 0, NUMBER)
    press(panel, Qt.Key.Key_F2)
    assert not panel.table.editing
    assert "fixed list" in heard.of("said")[0]
    choose(panel, 0, NAME)
    press(panel, Qt.Key.Key_F2)
    assert panel.table.editing


def test_a_seat_without_the_right_changes_nothing(panel: NumbersPanel, heard: Heard) -> None:
    panel.set_policy(Policy(denied=("campaigns",)))
    show(panel, number(1, NumberState.FAILED))
    choose(panel, 0)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Space, Qt.Key.Key_Delete):
        press(panel, key)
    click(panel, 0, ACTIVE)
    assert not panel.bar.add.isEnabled()
    assert not panel.bar.retry.isEnabled()
    assert {wish for wish, *_ in heard.all} == {"said"}


def test_a_list_that_is_gone_is_read_only(panel: NumbersPanel, heard: Heard) -> None:
    panel.show_list(dial_list(state=ListState.GONE))
    show(panel, number(1, NumberState.FAILED))
    choose(panel, 0)
    press(panel, Qt.Key.Key_Delete)
    assert heard.of("remove_wanted") == []
    assert "no such list" in heard.of("said")[0]
    assert panel.bar.retry.isEnabled()


def test_masked_numbers_are_shown_copied_and_searched_masked(panel: NumbersPanel, heard: Heard) -> None:
    told = {"state": NumberState.REFUSED, "words": "0555 000 00 78 arandı", "extra": (("aranan", "05550000079"),)}
    show(panel, number(1), number(2, name="Ali 0555 000 00 77", **told))
    panel.set_policy(Policy(mask_numbers=True))
    record = panel.table.number_model.row_at(1)
    tip = panel.table.number_model.columns[REMARKS].tip(record, NOW)
    assert (record.remarks, tip) == ("•••78 arandı", "•••78 arandı\naranan: •••79")
    assert [cell(panel, 0, NUMBER), cell(panel, 1, NAME)] == ["•••01", "Ali •••77"]
    choose(panel, 0, NUMBER)
    press(panel, Qt.Key.Key_F2)
    assert not panel.table.editing
    assert "hidden" in heard.of("said")[0]
    choose_all(panel)
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "0555" not in QGuiApplication.clipboard().text()
    panel.bar.search.setText("5550000001")
    assert not panel.rows


def test_a_seat_that_takes_nothing_out_copies_no_numbers(panel: NumbersPanel, heard: Heard) -> None:
    panel.set_policy(Policy(denied=("export",)))
    show(panel, number(1), number(2))
    QGuiApplication.clipboard().setText("before")
    choose_all(panel)
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"
    assert "administrator" in heard.of("said")[0]


def test_the_buttons_wish(panel: NumbersPanel, heard: Heard) -> None:
    show(panel, number(1))
    assert not panel.bar.retry.isEnabled()
    show(panel, number(1, NumberState.FAILED))
    panel.bar.add.click()
    panel.bar.retry.click()
    assert [wish for wish, *_ in heard.all] == ["add_wanted", "retry_wanted"]


def test_chosen_rows_are_copied_as_text_without_formulas(panel: NumbersPanel) -> None:
    show(panel, number(1, name="=1+1"), number(2))
    choose_all(panel)
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[:2] == ["Number", "Name"]
    assert [line.split("\t")[1] for line in lines[1:]] == ["'=1+1", "Deniz 2"]


@pytest.mark.parametrize(
    ("column", "entry"), [("number", "Change the number"), ("line", "Change the line"), ("state", "Change the name")]
)
def test_the_menu_tells_which_cell_f2_edits(panel: NumbersPanel, column: str, entry: str) -> None:
    show(panel, number(1))
    table = panel.table
    choose(panel, 0, table.number_model.column_of(column))
    table.menu_wanted.emit(panel.mapToGlobal(QPoint(50, 50)))
    menu = panel.findChildren(QMenu)[-1]
    texts = [action.text().partition("\t") for action in menu.actions()]
    assert [words for words, _, key in texts if key == "F2"] == [entry]
    menu.close()


def test_the_menu_does_what_the_keys_do(panel: NumbersPanel, heard: Heard) -> None:
    panel.show_list(dial_list(ListKind.FIXED))
    show(panel, number(1))
    choose(panel, 0)
    panel.table.menu_wanted.emit(panel.mapToGlobal(QPoint(50, 50)))
    menu = panel.findChildren(QMenu)[-1]
    actions = {action.text().partition("\t")[0]: action for action in menu.actions() if action.text()}
    assert not actions["Change the number"].isEnabled()
    assert "fixed list" in actions["Change the number"].toolTip()
    actions["Make passive: the list leaves it out"].trigger()
    actions["Remove from the list"].trigger()
    menu.close()
    assert [wish for wish, *_ in heard.all] == ["change_wanted", "remove_wanted"]


def buttons(panel: NumbersPanel) -> list[QAbstractButton]:
    return [button for button in panel.bar.findChildren(QAbstractButton) if button.isVisible() and button.text()]


def test_every_control_has_a_name(panel: NumbersPanel) -> None:
    show(panel, number(1))
    assert all(control.accessibleName() for control in [panel, panel.table, panel.bar.search, *buttons(panel)])
    assert len(buttons(panel)) == 4


@pytest.mark.parametrize("width", [640, 1100])
def test_longer_words_are_not_cut(panel: NumbersPanel, qtbot: QtBot, width: int) -> None:
    states = (*NumberState,)
    show(panel, *(number(at, states[at % len(states)], twice=True, active=False) for at in range(5_000)))
    i18n.use(lambda _context, source, _count: source + "x" * (len(source) * 2 // 5))
    panel.retranslate()
    panel.resize(width, 500)

    def whole() -> bool:
        room = panel.bar.rect()
        shown = buttons(panel)
        wide = all(button.width() >= button.sizeHint().width() for button in shown)
        apart = not any(a.geometry().intersects(b.geometry()) for a in shown for b in shown if a is not b)
        return wide and apart and all(room.contains(button.geometry()) for button in shown)

    qtbot.waitUntil(whole)
