"""The statistics page in a real window: what is pressed becomes a request, what comes is shown, copied and exported."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.history.backfill_values import BackfillProgress, BackfillState
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, NoAnswer, NotSent, Refusal, TransportError
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.reports.request import Group, Preset, ReportRequest, View
from supervisor_gui.reports.values import Table
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.statistics.page import StatisticsView
from tests.helpers.page_reports import COLUMNS, report_for, report_of

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
TODAY = date(2026, 11, 24)
WEEK = (date(2026, 11, 16), date(2026, 11, 22))


class Heard:
    """What the page wished, in order."""

    def __init__(self, page: StatisticsView) -> None:
        self.all: list[tuple[Any, ...]] = []
        for name in ("export_wanted", "pause_wanted", "open_wanted", "said"):
            self._listen(page, name)
        for name in ("cancel_wanted", "export_cancel_wanted", "refresh_wanted"):
            self._listen_bare(page, name)
        self.requests: list[ReportRequest] = []
        page.wished.connect(self.requests.append)

    def _listen(self, page: StatisticsView, name: str) -> None:
        getattr(page, name).connect(lambda told: self.all.append((name, told)))

    def _listen_bare(self, page: StatisticsView, name: str) -> None:
        getattr(page, name).connect(lambda: self.all.append((name,)))

    @property
    def last(self) -> ReportRequest:
        return self.requests[-1]


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[StatisticsView]:
    looks.apply(qapp, looks.LIGHT)
    made = StatisticsView()
    qtbot.addWidget(made)
    made.apply_theme(looks.LIGHT)
    made.set_today(TODAY)
    made.resize(1350, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.range_popup.close()
    made.hide()


def press(qtbot: QtBot, widget: QWidget) -> None:
    assert widget.isVisible()
    assert widget.isEnabled()
    qtbot.mouseClick(widget, LEFT)


def seen(page: StatisticsView) -> str:
    """All words of the page's labels that are shown."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def row(page: StatisticsView, number: int) -> list[str]:
    model = page.table.model
    return [model.index(number, column).data() for column in range(model.columnCount())]


def test_the_first_wish_comes_with_the_day_and_is_told_once(qtbot: QtBot) -> None:
    page = StatisticsView()
    qtbot.addWidget(page)
    heard = Heard(page)
    page.set_defaults(threshold=30, short=3, target=90)
    assert heard.requests == []
    page.set_today(TODAY)
    page.set_today(TODAY)
    page.set_defaults(threshold=30, short=3, target=90)
    assert [(asked.period.end, asked.threshold, asked.short, asked.target) for asked in heard.requests] == [
        (TODAY, 30, 3, 90)
    ]
    assert page.request == heard.last


def test_a_press_on_a_period_asks_for_it_and_marks_it(page: StatisticsView, qtbot: QtBot) -> None:
    heard = Heard(page)
    press(qtbot, page.presets.buttons[Preset.LAST_WEEK])
    assert (heard.last.period.start, heard.last.period.end) == WEEK
    assert [p for p, button in page.presets.buttons.items() if button.isChecked()] == [Preset.LAST_WEEK]
    press(qtbot, page.presets.buttons[Preset.LAST_WEEK])
    assert len(heard.requests) == 1


def test_at_midnight_today_is_the_new_day(page: StatisticsView, qtbot: QtBot) -> None:
    press(qtbot, page.presets.buttons[Preset.TODAY])
    heard = Heard(page)
    page.set_today(TODAY + timedelta(days=1))
    assert [asked.period.start for asked in heard.requests] == [TODAY + timedelta(days=1)]


def test_the_comparison_says_with_what_and_can_be_switched_off(page: StatisticsView, qtbot: QtBot) -> None:
    press(qtbot, page.presets.buttons[Preset.LAST_WEEK])
    assert page.presets.compare.text() == "vs the week before"
    heard = Heard(page)
    press(qtbot, page.presets.compare)
    assert not heard.last.compare
    press(qtbot, page.presets.buttons[Preset.THIS_MONTH])
    assert not heard.last.compare
    assert page.presets.compare.text() == "vs last month"


def test_what_compares_nothing_offers_no_comparison(page: StatisticsView, qtbot: QtBot) -> None:
    for view in View:
        press(qtbot, page.bar.views.button(view))
        assert page.presets.compare.isVisible() is (view not in {View.INTRADAY, View.AGENTS})
    press(qtbot, page.bar.views.button(View.DAYS))
    assert page.presets.compare.isVisible()
    assert page.presets.compare.isChecked()


def test_any_days_by_keyboard(page: StatisticsView, qtbot: QtBot) -> None:
    heard = Heard(page)
    press(qtbot, page.presets.buttons[Preset.RANGE])
    popup = page.range_popup
    assert popup.isVisible()
    popup.first.setDate(QDate(2026, 9, 7))
    popup.last.setDate(QDate(2026, 9, 9))
    qtbot.keyClick(popup.last, KEY.Key_Return)
    assert not popup.isVisible()
    assert (heard.last.period.start, heard.last.period.end) == (date(2026, 9, 7), date(2026, 9, 9))
    assert heard.last.period.preset is Preset.RANGE
    assert page.presets.buttons[Preset.RANGE].isChecked()
    assert page.presets.compare.text() == "vs the 3 days before"


def test_giving_up_the_range_leaves_the_period(page: StatisticsView, qtbot: QtBot) -> None:
    heard = Heard(page)
    press(qtbot, page.presets.buttons[Preset.RANGE])
    qtbot.keyClick(page.range_popup, KEY.Key_Escape)
    assert not page.range_popup.isVisible()
    assert heard.requests == []
    assert page.presets.buttons[Preset.THIS_MONTH].isChecked()


def test_the_first_day_of_a_range_pushes_the_last_one(page: StatisticsView, qtbot: QtBot) -> None:
    press(qtbot, page.presets.buttons[Preset.RANGE])
    popup = page.range_popup
    popup.last.setDate(QDate(2026, 9, 9))
    assert popup.first.date() == QDate(2026, 9, 9)
    popup.first.setDate(QDate(2026, 10, 1))
    assert popup.last.date() == QDate(2026, 10, 1)
    popup.last.setDate(QDate(2027, 1, 1))
    assert popup.last.date() == QDate(2026, 11, 24)


def test_ninety_days_in_two_presses(page: StatisticsView, qtbot: QtBot) -> None:
    heard = Heard(page)
    press(qtbot, page.presets.buttons[Preset.RANGE])
    press(qtbot, page.range_popup.spans[90])
    assert (heard.last.period.days, heard.last.period.end) == (90, TODAY)


def test_bars_are_grouped_only_where_there_is_more_than_a_week(page: StatisticsView, qtbot: QtBot) -> None:
    heard = Heard(page)
    press(qtbot, page.bar.groups.button(Group.WEEK))
    assert heard.last.group is Group.WEEK
    press(qtbot, page.presets.buttons[Preset.YESTERDAY])
    assert heard.last.group is Group.DAY
    assert not page.bar.groups.isVisible()
    press(qtbot, page.presets.buttons[Preset.LAST_MONTH])
    assert page.bar.groups.isVisible()
    assert heard.last.group is Group.WEEK
    press(qtbot, page.bar.views.button(View.HOURS))
    assert not page.bar.groups.isVisible()


def test_one_day_views_step_within_the_period_and_are_narrowed(page: StatisticsView, qtbot: QtBot) -> None:
    heard = Heard(page)
    page.set_choices(("destek", "satis"), (("101", "Ayşe Yılmaz"), ("102", "Ümit Çelik")))
    press(qtbot, page.presets.buttons[Preset.LAST_WEEK])
    press(qtbot, page.bar.views.button(View.INTRADAY))
    assert heard.last.shown_day == WEEK[1]
    assert not page.bar.days.forth.isEnabled()
    press(qtbot, page.bar.days.back)
    assert heard.last.day == date(2026, 11, 21)
    assert page.bar.days.forth.isEnabled()
    assert "21" in page.bar.days.label.text()
    page.bar.queues.setFocus()
    qtbot.keyClick(page.bar.queues, KEY.Key_Down)
    assert heard.last.queue == "destek"
    press(qtbot, page.bar.views.button(View.AGENTS))
    assert heard.last.queue == ""
    assert not page.bar.queues.isVisible()
    qtbot.keyClick(page.bar.agents, KEY.Key_Down)
    qtbot.keyClick(page.bar.agents, KEY.Key_Down)
    assert (heard.last.extension, heard.last.day) == ("102", date(2026, 11, 21))


def test_a_chosen_queue_stays_chosen_when_the_offer_changes(page: StatisticsView, qtbot: QtBot) -> None:
    page.set_choices(("destek",), ())
    press(qtbot, page.bar.views.button(View.INTRADAY))
    qtbot.keyClick(page.bar.queues, KEY.Key_Down)
    heard = Heard(page)
    page.set_choices(("satis",), ())
    assert page.bar.queues.currentText() == "destek"
    assert page.request.queue == "destek"
    assert heard.requests == []
    assert [page.bar.queues.itemText(place) for place in range(page.bar.queues.count())] == [
        "All queues",
        "satis",
        "destek",
    ]


def test_names_of_others_are_shown_as_plain_text(page: StatisticsView) -> None:
    page.set_choices(("<b>bold</b>\u202e",), ())
    assert page.bar.queues.itemText(1) == "<b>bold</b>‹202E›"
    assert page.bar.queues.itemData(1) == "<b>bold</b>\u202e"


def test_a_report_is_on_tiles_table_and_notes(page: StatisticsView) -> None:
    page.show_report(report_for(*WEEK, notes=("Two days are missing.",)))
    told = [tile.accessibleName() for tile in page.tiles.tiles]
    assert told[0] == "incoming: 1,482, ▲ 6%"
    assert told[1].endswith("▲ 8%, better")
    assert "≈ 84% (80%–88%)" in told[2]
    assert told[2].endswith("worse")
    assert told[5] == "average talk: –"
    assert row(page, 0) == ["16.11.2026", "76", "88%", "00:20", ""]
    assert row(page, 6) == ["22.11.2026", "0", "–", "–", ""]
    assert page.table.model.totals[:2] == ["Total", "471"]
    assert "Two days are missing." in seen(page)


def test_formulas_are_in_the_tooltips(page: StatisticsView) -> None:
    page.show_report(report_for(*WEEK))
    header = page.table.model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "All calls that came in." in header
    assert "All calls that came in." in page.tiles.tiles[0].toolTip()


def test_rows_of_others_are_plain_text(page: StatisticsView) -> None:
    odd = (TODAY, 1, 0.5, 1.0, "a\tb\n<i>c</i>")
    page.show_report(report_for(TODAY, TODAY, table=Table(COLUMNS, (odd,))))
    assert row(page, 0)[-1] == "a␉b␊<i>c</i>"
    tip = page.table.model.index(0, 4).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;i&gt;" in tip
    page.copy_table()
    assert QGuiApplication.clipboard().text().count("\n") == 1


@pytest.mark.parametrize("words", ["=1+1", "+90", "-2", "@a", "ordinary"])
def test_copied_words_are_no_formula_and_figures_stay_as_they_are(page: StatisticsView, words: str) -> None:
    page.show_report(
        report_for(TODAY, TODAY, table=Table(COLUMNS, ((TODAY, -1, None, None, words),), (words, *[None] * 4)))
    )
    guarded = words if words == "ordinary" else f"'{words}"
    _, copied, totals = page.table.copied_text().split("\n")
    assert copied.split("\t")[1:] == [row(page, 0)[1], row(page, 0)[2], row(page, 0)[3], guarded]
    assert totals.split("\t")[0] == guarded
    page.table.rows.selectRow(0)
    assert page.table.copied_text().split("\n")[1:] == [copied]
    assert row(page, 0)[4] == words


def test_ctrl_c_copies_the_chart_and_in_the_table_its_rows(page: StatisticsView, qtbot: QtBot) -> None:
    page.show_report(report_for(*WEEK))
    clipboard = QGuiApplication.clipboard()
    page.focus_first()
    qtbot.keyClick(page.presets.buttons[Preset.THIS_MONTH], KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    image = clipboard.image()
    assert (image.width(), image.height()) == (2 * page.picture.width(), 2 * page.picture.height())
    assert len({image.pixel(x, image.height() // 2) for x in range(0, image.width(), 7)}) > 1
    page.table.rows.setFocus()
    qtbot.keyClick(page.table.rows, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = clipboard.text().split("\n")
    assert len(lines) == 9
    assert lines[-1] == "Total\t471\t84%\t00:22\t"
    assert lines[0].split("\t") == [column.title for column in COLUMNS]
    page.table.rows.selectRow(2)
    qtbot.keyClick(page.table.rows, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text().split("\n") == [lines[0], "18.11.2026\t78\t89%\t00:20\t"]


def test_a_seat_that_takes_nothing_out_copies_no_table(page: StatisticsView, qtbot: QtBot) -> None:
    page.show_report(report_for(*WEEK))
    page.export.set_allowed(allowed=False)
    QGuiApplication.clipboard().setText("before")
    said: list[str] = []
    page.said.connect(said.append)
    page.table.rows.setFocus()
    qtbot.keyClick(page.table.rows, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"
    assert "administrator" in said[0]


def test_the_copy_button_copies_the_chart_though_the_table_has_the_keyboard(page: StatisticsView, qtbot: QtBot) -> None:
    page.show_report(report_for(*WEEK))
    heard = Heard(page)
    page.table.rows.setFocus()
    press(qtbot, page.copy_button)
    assert not QGuiApplication.clipboard().image().isNull()
    assert heard.all == [("said", "The chart is on the clipboard.")]


def test_a_new_report_of_the_same_days_keeps_the_selection(page: StatisticsView) -> None:
    page.show_report(report_for(*WEEK))
    page.table.rows.selectRow(3)
    other = report_for(*WEEK)
    page.show_report(report_for(*WEEK, table=Table(COLUMNS, tuple((*r[:4], "new") for r in other.table.rows))))
    assert page.table.copied_text().split("\n")[1].startswith("19.11.2026")
    assert page.table.copied_text().endswith("new")
    page.show_report(report_for(date(2026, 11, 9), date(2026, 11, 15)))
    assert page.table.rows.selectionModel().selectedRows() == []


def test_the_place_pointed_at_is_marked_in_the_table(page: StatisticsView) -> None:
    page.show_report(report_for(date(2026, 10, 1), date(2026, 10, 31)))
    rows = page.table.rows
    first = page.table.model.index(0, 0)
    assert not rows.viewport().rect().contains(rows.visualRect(first))
    page.picture.place_pointed.emit(0)
    assert rows.viewport().rect().contains(rows.visualRect(first))
    marked = rows.grab(rows.visualRect(first)).toImage()
    page.picture.place_pointed.emit(-1)
    assert rows.grab(rows.visualRect(first)).toImage() != marked


def test_the_newest_days_are_seen_first_and_the_place_scrolled_to_is_kept(page: StatisticsView) -> None:
    page.show_report(report_for(date(2026, 10, 1), date(2026, 10, 31)))
    rows = page.table.rows
    assert rows.viewport().rect().contains(rows.visualRect(page.table.model.index(30, 0)))
    rows.scrollToTop()
    page.show_report(report_for(date(2026, 10, 1), date(2026, 10, 31)))
    assert rows.viewport().rect().contains(rows.visualRect(page.table.model.index(0, 0)))


def test_yesterday_and_the_week_as_files_in_two_presses(page: StatisticsView, qtbot: QtBot) -> None:
    heard = Heard(page)
    press(qtbot, page.presets.buttons[Preset.YESTERDAY])
    press(qtbot, page.export)
    assert heard.all == [("export_wanted", "xlsx")]


def test_the_format_chosen_last_is_the_one_that_one_press_writes(page: StatisticsView, qtbot: QtBot) -> None:
    heard = Heard(page)
    page.export.setFocus()
    qtbot.keyClick(page.export, KEY.Key_Down)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert [action.objectName() for action in menu.actions()] == ["csv", "xlsx", "png", "svg", "pdf"]
    page.export.choices["pdf"].trigger()
    menu.close()
    press(qtbot, page.export)
    assert heard.all == [("export_wanted", "pdf"), ("export_wanted", "pdf")]
    assert "PDF" in page.export.text()
    page.set_export_format("csv")
    page.set_export_format("doc")
    press(qtbot, page.export)
    assert heard.all[-1] == ("export_wanted", "csv")


def test_an_export_is_told_cancelled_and_opened(page: StatisticsView, qtbot: QtBot) -> None:
    heard = Heard(page)
    page.show_export(0.4, "")
    assert "Writing the file…" in seen(page)
    press(qtbot, page.progress.export_cancel)
    page.show_saved(Path("/tmp/a folder/statistics-days.xlsx"))
    assert "Saved: statistics-days.xlsx" in seen(page)
    assert not page.progress.export_cancel.isVisible()
    press(qtbot, page.progress.open_file)
    press(qtbot, page.progress.open_folder)
    press(qtbot, page.progress.dismiss)
    assert not page.progress.isVisible()
    assert heard.all == [
        ("export_cancel_wanted",),
        ("open_wanted", "/tmp/a folder/statistics-days.xlsx"),
        ("open_wanted", "/tmp/a folder"),
    ]


def test_filling_the_history_is_told_with_what_is_left(page: StatisticsView, qtbot: QtBot) -> None:
    heard = Heard(page)
    running = BackfillProgress(BackfillState.RUNNING, 11, 24, 3, 90.0)
    page.show_progress(running)
    assert "Filling the history: 11 / 24 days · 3 request(s) left · about 1 min 30 s" in seen(page)
    press(qtbot, page.progress.pause)
    page.show_progress(BackfillProgress(BackfillState.PAUSED, 11, 24, 3, 90.0))
    assert page.progress.pause.text() == "Go on"
    press(qtbot, page.progress.pause)
    press(qtbot, page.progress.cancel)
    assert heard.all == [("pause_wanted", True), ("pause_wanted", False), ("cancel_wanted",)]
    page.show_progress(BackfillProgress())
    assert not page.progress.isVisible()


def test_offline_says_that_the_copy_is_shown(page: StatisticsView) -> None:
    page.show_progress(BackfillProgress(BackfillState.WAITING, 11, 24, 3, 90.0, offline=True))
    assert "No connection: the copy on this computer is shown" in seen(page)


def test_a_refusal_is_told_with_what_to_do(page: StatisticsView) -> None:
    page.show_progress(BackfillProgress(BackfillState.STOPPED, 1, 9, 8, problem=BadCredentials("statistics", "30")))
    assert "Filling the history has stopped" in seen(page)
    assert not page.progress.cancel.isVisible()
    assert "<br>" in page.progress.history.words.toolTip()


def test_what_was_refused_may_be_asked_again(page: StatisticsView, qtbot: QtBot) -> None:
    heard = Heard(page)
    for state in (BackfillState.STOPPED, BackfillState.IDLE):
        page.show_progress(BackfillProgress(state, 9, 9, problem=Refusal("statistics", "query", code="70")))
        assert "Netgsm does not understand the query" in seen(page)
        assert page.progress.pause.text() == "Try again"
        press(qtbot, page.progress.pause)
    assert heard.all == [("pause_wanted", False)] * 2
    page.show_progress(BackfillProgress(BackfillState.STOPPED))
    assert not page.progress.pause.isVisible()


@pytest.mark.parametrize(
    ("problem", "lead"),
    [
        (NotSent("statistics", "refused"), "No connection: the copy"),
        (NoAnswer("statistics", "deadline"), "No connection: the copy"),
        (NoAnswer("statistics", "http_500"), "No usable answer: the copy"),
        (BadAnswer("statistics", "html"), "No usable answer: the copy"),
    ],
)
def test_why_the_copy_is_shown_is_told(page: StatisticsView, problem: TransportError, lead: str) -> None:
    page.show_progress(BackfillProgress(BackfillState.WAITING, 1, 9, 8, problem=problem, offline=True))
    assert lead in seen(page)
    assert explain(problem).title in seen(page)


def test_a_full_disk_is_told(page: StatisticsView) -> None:
    page.show_progress(BackfillProgress(store_problem="The disk is full."))
    assert "The disk is full." in seen(page)


def test_figures_that_can_still_change_may_be_asked_for_again(page: StatisticsView, qtbot: QtBot) -> None:
    heard = Heard(page)
    page.show_report(report_for(TODAY, TODAY, as_of=1_795_500_000.0))
    press(qtbot, page.notes.refresh)
    assert heard.all == [("refresh_wanted",)]
    page.show_report(report_for(*WEEK))
    assert not page.notes.isVisible()


def test_counting_is_announced_only_when_it_takes_long(page: StatisticsView, qtbot: QtBot) -> None:
    page.show_busy(True)
    assert not page.bar.busy.isVisible()
    qtbot.waitUntil(page.bar.busy.isVisible)
    page.show_busy(False)
    assert not page.bar.busy.isVisible()


def test_nothing_is_left_of_another_account(page: StatisticsView) -> None:
    page.show_report(report_for(*WEEK, notes=("A note.",)))
    page.forget()
    assert page.table.model.rowCount() == 0
    assert "A note." not in seen(page)
    assert not page.tiles.isVisible()
    before = QGuiApplication.clipboard().text()
    page.copy_table()
    assert QGuiApplication.clipboard().text() == before


def test_every_view_is_shown_in_every_look(page: StatisticsView, qtbot: QtBot) -> None:
    pictures = []
    for view in View:
        press(qtbot, page.bar.views.button(view))
        page.show_report(report_of(page.request))
        for theme in (looks.DARK, looks.LIGHT):
            page.apply_theme(theme)
            pictures.append(page.grab().toImage())
    assert all(one != other for one, other in zip(pictures[::2], pictures[1::2], strict=True))
