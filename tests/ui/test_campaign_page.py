"""The page of auto-dial lists: what is chosen stays chosen, one key starts and stops, everything is told in words."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supervisor_gui import i18n
from supervisor_gui.autodial.values import (
    DialView,
    JobState,
    ListNumbers,
    ListState,
    NumberRow,
    NumberState,
    UploadJob,
)
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.errors import NoAnswer, Refusal
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.netsantral.types_autodial import ListKind, ListNumber, NumberChange, StopRule
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.campaigns.page import CampaignPage
from tests.helpers.mouse import double_click, hover
from tests.helpers.shown_lists import NOW, kept, shown, view
from tests.ui.conftest import Clock

WISHES = (
    "chosen",
    "start_wanted",
    "stop_wanted",
    "new_wanted",
    "add_wanted",
    "retry_wanted",
    "change_wanted",
    "replace_wanted",
    "remove_wanted",
    "refresh_wanted",
    "export_wanted",
    "pause_wanted",
    "cancel_upload_wanted",
)
RUNNING = shown(11, "Kasım", ListState.RUNNING, (380, 80, 12, 28))
STOPPED = shown(12, "Anket", ListState.STOPPED, (0, 400, 90, 0), wire={"kind": ListKind.FIXED})
NEW = shown(13, "Tahsilat", ListState.NEW)


class Heard:
    """What the page wished, in order."""

    def __init__(self, page: CampaignPage) -> None:
        self.all: list[tuple[Any, ...]] = []
        for name in WISHES:
            self._listen(page, name)

    def _listen(self, page: CampaignPage, name: str) -> None:
        getattr(page, name).connect(lambda *told: self.all.append((name, *told)))

    def of(self, name: str) -> list[tuple[Any, ...]]:
        """What one signal told."""
        return [tuple(told) for wish, *told in self.all if wish == name]


@pytest.fixture
def clock() -> Clock:
    made = Clock()
    made.now = NOW
    return made


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, clock: Clock) -> Iterator[CampaignPage]:
    looks.apply(qapp, looks.LIGHT)
    made = CampaignPage(wall=clock)
    qtbot.addWidget(made)
    made.apply_theme(looks.LIGHT)
    made.resize(1280, 760)
    with qtbot.waitExposed(made):
        made.show()
    made.tick(NOW)
    yield made
    made.hide()


@pytest.fixture
def heard(page: CampaignPage) -> Heard:
    return Heard(page)


def names(page: CampaignPage) -> list[str]:
    return [row.name for row in page.table.lists_model.rows]


def cell(page: CampaignPage, list_id: str, column: str) -> str:
    model = page.table.lists_model
    row = model.find(list_id)
    assert row is not None
    return model.columns[model.column_of(column)].text(row, NOW)


def press(qtbot: QtBot, page: CampaignPage, key: Qt.Key) -> None:
    page.focus_first()
    qtbot.keyClick(page.table, key)


def test_before_the_lists_came_the_page_says_that_they_are_asked_for(page: CampaignPage) -> None:
    assert page.table.accessibleDescription() == "Lists are being asked for…"
    page.show_view(view())
    assert page.table.accessibleDescription() == "No list yet. Ctrl+N makes one."


def test_where_lists_may_not_be_made_no_key_for_one_is_named(page: CampaignPage) -> None:
    page.show_view(view())
    page.set_policy(Policy(denied=("campaigns",)))
    assert page.table.accessibleDescription() == "No list yet."
    page.show_view(view())
    assert page.table.accessibleDescription() == "No list yet."


def test_the_lists_that_run_stand_first_and_the_first_of_them_is_chosen(page: CampaignPage, heard: Heard) -> None:
    page.show_view(view(NEW, STOPPED, RUNNING))
    assert names(page) == ["Kasım", "Anket", "Tahsilat"]
    assert page.chosen_list == "11"
    assert heard.of("chosen") == [("11",)]


def test_what_is_chosen_stays_chosen_when_lists_come_and_change(page: CampaignPage, heard: Heard) -> None:
    page.show_view(view(NEW, RUNNING))
    assert page.choose("13")
    page.show_view(view(STOPPED, msgspec.structs.replace(NEW, state=ListState.RUNNING), RUNNING))
    assert page.chosen_list == "13"
    assert heard.of("chosen") == [("11",), ("13",)]
    page.show_view(view(RUNNING))
    assert page.chosen_list == "11"
    assert not page.choose("99")


def test_a_list_that_was_made_comes_on_screen_as_soon_as_the_pbx_tells_of_it(page: CampaignPage) -> None:
    page.show_view(view(RUNNING, STOPPED))
    page.await_list("13")
    page.show_view(view(RUNNING, STOPPED))
    assert page.chosen_list == "11"
    page.show_view(view(RUNNING, STOPPED, NEW))
    assert page.chosen_list == "13"
    assert page.choose("11")
    page.show_view(view(RUNNING, STOPPED, NEW))
    assert page.chosen_list == "11"


def test_a_list_chosen_meanwhile_is_not_left_for_the_one_that_was_made(page: CampaignPage) -> None:
    page.show_view(view(RUNNING, STOPPED))
    page.await_list("13")
    assert page.choose("12")
    page.show_view(view(RUNNING, STOPPED, NEW))
    assert page.chosen_list == "12"


def test_a_row_tells_kind_hours_target_line_and_counts(page: CampaignPage) -> None:
    page.show_view(view(msgspec.structs.replace(RUNNING, kept=kept(11)), STOPPED, NEW))
    told = [cell(page, "11", column) for column in ("state", "kind", "department", "target", "line", "progress")]
    assert told == ["Running", "Dynamic", "Satış", "Queue: Satış kuyruğu", "3121110000", "92 of 500 done"]
    assert cell(page, "11", "when") == "09:00–18:00 · 01.11–31.12.2026"
    assert [cell(page, "11", part) for part in ("never", "reached", "failed", "retry")] == ["380", "80", "12", "28"]
    assert cell(page, "12", "line") == "–"
    assert cell(page, "13", "never") == "–"


def test_an_unknown_state_is_told_in_the_pbx_own_word(page: CampaignPage) -> None:
    page.show_view(view(shown(14, "Yeni", ListState.OTHER)))
    assert cell(page, "14", "state") == "hazirlaniyor"
    assert page.header.stop_button.isVisible()
    assert page.header.button.text() == "Start"


def test_space_stops_what_runs_and_starts_what_does_not(qtbot: QtBot, page: CampaignPage, heard: Heard) -> None:
    page.show_view(view(RUNNING, STOPPED))
    press(qtbot, page, Qt.Key.Key_Space)
    page.choose("12")
    press(qtbot, page, Qt.Key.Key_Space)
    assert heard.of("stop_wanted") == [("11",)]
    assert heard.of("start_wanted") == [("12",)]


def test_the_button_says_what_it_does_and_does_it(page: CampaignPage, heard: Heard) -> None:
    page.show_view(view(RUNNING, STOPPED))
    assert page.header.button.accessibleName() == "Stop the list “Kasım”"
    page.header.button.click()
    page.choose("12")
    assert page.header.button.text() == "Start"
    page.header.button.click()
    assert (heard.of("stop_wanted"), heard.of("start_wanted")) == ([("11",)], [("12",)])


def test_while_a_start_is_under_way_only_a_stop_can_be_sent(qtbot: QtBot, page: CampaignPage, heard: Heard) -> None:
    page.show_view(view(msgspec.structs.replace(STOPPED, pending="start")))
    press(qtbot, page, Qt.Key.Key_Space)
    assert cell(page, "12", "state") == "Starting…"
    assert not page.header.button.isEnabled()
    page.header.stop_button.click()
    assert (heard.of("start_wanted"), heard.of("stop_wanted")) == ([], [("12",)])


def test_a_list_that_is_gone_can_be_neither_started_nor_stopped(qtbot: QtBot, page: CampaignPage, heard: Heard) -> None:
    page.show_view(view(msgspec.structs.replace(RUNNING, state=ListState.GONE)))
    press(qtbot, page, Qt.Key.Key_Space)
    assert "no such list" in page.header.button.toolTip()
    assert heard.of("start_wanted") == heard.of("stop_wanted") == []


@pytest.mark.parametrize(
    ("rule", "limit", "words"),
    [
        (StopRule.FAILED_COUNT, 13, "12 of 13 failed: it is about to stop by its rule."),
        (StopRule.REACHED_PERCENT, 17, "16% reached of 17%: it is about to stop by its rule."),
        (StopRule.TOTAL_COUNT, 100, "92 of 100 called: it is about to stop by its rule."),
        (StopRule.FAILED_COUNT, 100, ""),
        (StopRule.NONE, 0, ""),
    ],
)
def test_a_stop_rule_near_its_limit_warns(page: CampaignPage, rule: StopRule, limit: int, words: str) -> None:
    page.show_view(view(msgspec.structs.replace(RUNNING, kept=kept(11, rule, limit))))
    row = page.table.lists_model.find("11")
    assert row is not None
    assert (row.name_mark is not None) == bool(words)
    assert page.header.hints.text() == words
    assert page.header.hints.isVisible() == bool(words)


def test_a_running_list_outside_its_hours_says_so_as_soon_as_the_hour_is_over(page: CampaignPage, clock: Clock) -> None:
    until = shown(15, "Öğle", ListState.RUNNING, (1, 1, 1, 1), wire={"until_time": time(14, 1)})
    page.show_view(view(until))
    assert not page.header.hints.isVisible()
    clock.now = NOW + 61
    page.tick(clock.now)
    assert page.header.hints.text() == "It calls nobody now: this is not within its days and hours."


def test_the_chosen_list_tells_how_it_was_made_but_not_the_whole_webhook(page: CampaignPage) -> None:
    page.show_view(view(msgspec.structs.replace(RUNNING, kept=kept(11)), STOPPED))
    facts = page.header.rules.text()
    for part in ("free agents + 2", "stops at 100 failed calls", "İYS filter: consumers", "crm.example.com", "deniz"):
        assert part in facts
    assert "geheim" not in facts
    assert page.header.plan.text().startswith("Dynamic · 09:00–18:00 · 01.11–31.12.2026 · department Satış")
    page.choose("12")
    assert "made elsewhere" in page.header.rules.text()


def test_names_from_outside_are_shown_plain(page: CampaignPage) -> None:
    page.show_view(view(shown(11, "<b>Kasım</b>\x00", ListState.RUNNING)))
    assert page.header.name.textFormat() is Qt.TextFormat.PlainText
    assert page.header.name.text().startswith("<b>Kasım</b>")
    assert "<b>" not in page.header.name.toolTip().removeprefix("<p")


def test_why_the_lists_did_not_come_is_said_with_what_to_do(page: CampaignPage) -> None:
    error = Refusal("autodial_lists", "no_package", code="30", words="paket yok")
    page.show_view(DialView(problem=error))
    told = explain(error)
    assert page.problem.isVisible()
    assert told.title in page.problem.text()
    assert told.todo in page.problem.text()
    page.show_view(view(RUNNING))
    assert not page.problem.isVisible()


def test_why_a_report_did_not_come_is_said_at_its_list(page: CampaignPage) -> None:
    error = NoAnswer("autodial_report", "deadline")
    page.show_view(view(msgspec.structs.replace(RUNNING, problem=error)))
    assert page.header.hints.text().startswith("Its report did not come")
    assert explain(error).title in page.header.hints.text()


def test_what_to_do_about_a_report_is_a_sentence_of_its_own(page: CampaignPage) -> None:
    error = NoAnswer("autodial_report", "deadline")
    page.show_view(view(msgspec.structs.replace(RUNNING, problem=error)))
    told = explain(error)
    assert f"{told.title}. {told.todo}" in page.header.hints.text()


def test_of_a_list_that_is_gone_no_report_is_promised(page: CampaignPage) -> None:
    error = Refusal("list_report", "limit")
    page.show_view(view(msgspec.structs.replace(RUNNING, state=ListState.GONE, problem=error)))
    assert explain(error).todo not in page.header.hints.text()


def test_slash_goes_from_the_lists_to_the_search_of_the_numbers(qtbot: QtBot, page: CampaignPage) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.show_view(view())
    press(qtbot, page, Qt.Key.Key_Slash)
    assert page.table.hasFocus(), "there is nothing to search"
    page.show_view(view(RUNNING))
    for key, modifier in (
        (Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier),
    ):
        page.focus_first()
        qtbot.keyClick(page.table, key, modifier)
        assert page.numbers.bar.search.hasFocus()
    page.numbers.focus_first()
    qtbot.keyClick(page.numbers.table, Qt.Key.Key_Slash)
    assert page.numbers.bar.search.hasFocus()


def test_the_chosen_list_stays_in_sight_when_others_need_room(qtbot: QtBot, page: CampaignPage) -> None:
    page.show_view(view(*(shown(number, f"Liste {number}") for number in range(20, 40))))
    table, model = page.table, page.table.lists_model
    qtbot.waitUntil(lambda: 0 < table.rowAt(table.viewport().height() - 1) < 12)
    before = table.viewport().height()
    last = table.rowAt(before - 1)
    page.choose(model.rows[last - 1].key)
    page.resize(page.width(), 560)
    qtbot.waitUntil(lambda: table.viewport().height() < before - table.rowHeight(0))
    assert table.viewport().rect().contains(table.visualRect(model.index(last - 1, 0)).center())


def test_a_seat_without_the_right_can_look_but_not_press(qtbot: QtBot, page: CampaignPage, heard: Heard) -> None:
    page.show_view(view(RUNNING))
    page.set_policy(Policy(denied=("campaigns",)))
    press(qtbot, page, Qt.Key.Key_Space)
    press(qtbot, page, Qt.Key.Key_N)
    qtbot.keyClick(page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert not page.new.isEnabled()
    assert not page.header.button.isEnabled()
    assert "This seat may not" in page.header.button.toolTip()
    assert "This seat may not" in page.new.toolTip()
    assert heard.of("stop_wanted") == heard.of("new_wanted") == []


def test_the_pages_keys(qtbot: QtBot, page: CampaignPage, heard: Heard) -> None:
    page.show_view(view(RUNNING))
    page.focus_first()
    qtbot.keyClick(page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.table, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.table, Qt.Key.Key_F5)
    assert len(heard.of("new_wanted")) == 1
    assert heard.of("export_wanted") == [("xlsx",)]
    assert len(heard.of("refresh_wanted")) == 1


def test_enter_and_a_double_click_start_nothing_but_go_to_the_numbers(
    qtbot: QtBot, page: CampaignPage, heard: Heard
) -> None:
    page.show_view(view(STOPPED))
    page.show_numbers(ListNumbers("12", (NumberRow("1", "1", "05550000001"),), NOW))
    press(qtbot, page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.numbers.isAncestorOf(QApplication.focusWidget()))
    page.focus_first()
    rect = page.table.cell_rect(0, 1)
    double_click(page.table.viewport(), rect.center())
    qtbot.waitUntil(lambda: page.numbers.isAncestorOf(QApplication.focusWidget()))
    assert heard.of("start_wanted") == heard.of("stop_wanted") == []


def test_a_click_on_a_header_sorts(page: CampaignPage) -> None:
    page.show_view(view(RUNNING, STOPPED, NEW))
    header = page.table.horizontalHeader()
    header.sectionClicked.emit(page.table.lists_model.column_of("name"))
    assert names(page) == ["Anket", "Kasım", "Tahsilat"]
    assert page.chosen_list == "11"


def test_every_column_sorts_and_tells_its_cell_whole(page: CampaignPage) -> None:
    warned = msgspec.structs.replace(RUNNING, kept=kept(11, limit=13))
    page.show_view(view(warned, STOPPED, NEW))
    model = page.table.lists_model
    for place, column in enumerate(model.columns):
        page.table.horizontalHeader().sectionClicked.emit(place)
        assert sorted(names(page)) == ["Anket", "Kasım", "Tahsilat"]
        assert all(column.text(row, NOW) for row in model.rows), column.key
    tip = model.index(model.place_of("11"), model.column_of("name")).data(Qt.ItemDataRole.ToolTipRole)
    assert "12 of 13 failed" in tip


def test_the_keyboard_and_the_mouse_choose_a_list(qtbot: QtBot, page: CampaignPage, heard: Heard) -> None:
    page.show_view(view(RUNNING, STOPPED, NEW))
    press(qtbot, page, Qt.Key.Key_Down)
    assert page.chosen_list == "12"
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=page.table.cell_rect(2, 1).center())
    assert heard.of("chosen") == [("11",), ("12",), ("13",)]
    assert page.header.name.text() == "Tahsilat"


def test_lists_that_could_not_be_read_are_told(page: CampaignPage) -> None:
    page.show_view(view(RUNNING, damaged=2))
    assert page.age.text() == "as of 14:00, 2 list(s) could not be read"


def test_rows_do_not_move_under_a_mouse_that_moves(page: CampaignPage, clock: Clock) -> None:
    page.show_view(view(RUNNING, STOPPED))
    hover(page.table.viewport(), page.table.cell_rect(1, 1).center())
    over = msgspec.structs.replace(RUNNING, state=ListState.STOPPED)
    page.show_view(view(over, msgspec.structs.replace(STOPPED, state=ListState.RUNNING)))
    assert names(page) == ["Kasım", "Anket"]
    assert cell(page, "12", "state") == "Running"
    clock.now = NOW + 3
    page.tick(clock.now)
    assert names(page) == ["Anket", "Kasım"]
    assert page.chosen_list == "11"


def test_what_is_wished_about_numbers_is_told_with_their_list(page: CampaignPage, heard: Heard) -> None:
    page.show_view(view(RUNNING))
    row = NumberRow("7", "7", "05550000001", "Deniz", NumberState.FAILED)
    page.show_numbers(ListNumbers("11", (row,), NOW))
    change = NumberChange(name="Ada")
    page.numbers.change_wanted.emit("7", change)
    other = ListNumber("05550000002")
    page.numbers.replace_wanted.emit(row, other)
    page.numbers.remove_wanted.emit((row,))
    page.numbers.add_wanted.emit()
    page.numbers.retry_wanted.emit()
    assert heard.of("change_wanted") == [("11", "7", change)]
    assert heard.of("replace_wanted") == [("11", row, other)]
    assert heard.of("remove_wanted") == [("11", (row,))]
    assert (heard.of("add_wanted"), heard.of("retry_wanted")) == ([("11",)], [("11",)])


def test_uploads_of_the_chosen_list_and_of_lists_being_made_are_shown(page: CampaignPage, heard: Heard) -> None:
    job = UploadJob(3, "11", "Kasım", NOW, waiting=10, sent=5)
    making = UploadJob(4, "", "Aralık", NOW, state=JobState.CREATING, waiting=10)
    page.show_view(view(msgspec.structs.replace(RUNNING, jobs=(job,)), STOPPED, jobs=(making,)))
    assert set(page.uploads.lines) == {3, 4}
    assert "Aralık" in page.uploads.lines[4].words.text()
    page.uploads.pause_wanted.emit(3)
    page.uploads.cancel_wanted.emit(4)
    assert (heard.of("pause_wanted"), heard.of("cancel_upload_wanted")) == ([(3,)], [(4,)])
    page.choose("12")
    assert set(page.uploads.lines) == {4}


def test_an_export_is_told_below_and_a_picture_is_no_format(page: CampaignPage, tmp_path: Path) -> None:
    page.show_view(view(RUNNING))
    page.set_export_format("pdf")
    assert page.export.format == "xlsx"
    page.set_export_format("csv")
    assert page.export.format == "csv"
    page.show_export(0.5, "")
    assert page.progress.isVisible()
    page.show_saved(tmp_path / "liste.csv")
    assert "liste.csv" in page.progress.export.words.text()


def test_when_the_session_ends_nothing_of_it_is_left(page: CampaignPage, heard: Heard) -> None:
    page.show_view(view(RUNNING))
    page.forget()
    assert (names(page), page.chosen_list) == ([], "")
    assert not page.header.isVisible()
    assert not page.export.isEnabled()
    assert heard.of("chosen") == [("11",), ("",)]


def test_another_language_reaches_every_row(page: CampaignPage) -> None:
    page.show_view(view(RUNNING))
    i18n.use(lambda _, source, __: f"«{source}»")
    try:
        page.retranslate()
        assert cell(page, "11", "state") == "«Running»"
        assert page.header.button.text() == "«Stop»"
    finally:
        i18n.use(None)
