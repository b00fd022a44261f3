"""The statistics page in every size: longer words are not cut, every control has a name, widths add up."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from supervisor_gui import i18n
from supervisor_gui.history.backfill_values import BackfillProgress, BackfillState
from supervisor_gui.reports.request import Preset, View
from supervisor_gui.reports.values import Table
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.language import Language
from supervisor_gui.ui.main_window import SMALLEST
from supervisor_gui.ui.statistics.halves import ENOUGH, Halves, shared
from supervisor_gui.ui.statistics.page import StatisticsView
from supervisor_gui.ui.statistics.table_parts import narrowest
from supervisor_gui.ui.statistics.tiles import shares
from supervisor_gui.ui.statistics.wrapping import WrapLayout
from supervisor_gui.ui.widgets.shrinking_label import ShrinkingLabel
from tests.helpers.page_reports import COLUMNS, TILES, report_for, report_of, row_of

RAIL = 88
BARS = 100
"""Pixels of the window above and below its pages."""

SIZES = ((SMALLEST[0], SMALLEST[1]), (1440, 900), (1920, 1080))
LONG = ((SMALLEST[0], 600), *SIZES[1:])
"""Words so long take a line more; ours do not."""
TODAY = date(2026, 11, 24)


@pytest.fixture
def long_words() -> Iterator[None]:
    i18n.use(lambda _, source, __: source if "1,234" in source else source + "x" * (len(source) * 2 // 5))
    yield
    i18n.use(None)


def shown(qtbot: QtBot, qapp: QApplication, size: tuple[int, int] = SIZES[0], view: View = View.DAYS) -> StatisticsView:
    looks.apply(qapp, looks.LIGHT)
    page = StatisticsView()
    qtbot.addWidget(page)
    page.apply_theme(looks.LIGHT)
    page.set_choices(("destek",), (("101", "Ayşe Yılmaz"),))
    page.set_today(TODAY)
    page.presets.preset_chosen.emit(Preset.LAST_MONTH)
    page.bar.view_chosen.emit(view)
    page.show_report(report_of(page.request, notes=("Three days of this month are not kept yet.",), as_of=1.0))
    page.show_progress(BackfillProgress(BackfillState.RUNNING, 11, 24, 3, 90.0))
    page.resize(size[0] - RAIL, size[1] - BARS)
    with qtbot.waitExposed(page):
        page.show()
    return page


def cut(widget: QWidget) -> bool:
    """Whether its words have less room than they take; a label that may shrink tells them all in its tooltip."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    if isinstance(widget, ShrinkingLabel):
        return not widget.toolTip() and widget.width() < widget.sizeHint().width()
    return widget.width() < widget.sizeHint().width() or widget.height() < widget.minimumSizeHint().height()


def outside(widget: QWidget, page: QWidget) -> bool:
    """Whether a part of it is beyond the page's edges."""
    rect = QRect(widget.mapTo(page, widget.rect().topLeft()), widget.size())
    return not page.rect().contains(rect)


def told(page: QWidget) -> list[QWidget]:
    every = [*page.findChildren(QLabel), *page.findChildren(QAbstractButton)]
    return [one for one in every if one.isVisible() and one.text() and one.window() is page.window()]


@pytest.mark.usefixtures("long_words")
@pytest.mark.parametrize("size", LONG, ids=str)
@pytest.mark.parametrize("view", View)
def test_words_forty_percent_longer_are_not_cut(
    qtbot: QtBot, qapp: QApplication, size: tuple[int, int], view: View
) -> None:
    page = shown(qtbot, qapp, size, view)
    assert len(told(page)) > 15
    qtbot.waitUntil(lambda: [one.text() for one in told(page) if cut(one) or outside(one, page)] == [])
    assert (page.width(), page.height()) == (size[0] - RAIL, size[1] - BARS)


def test_the_smallest_window_shows_rows_of_the_table(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp)
    rows = page.table.rows
    last = page.table.model.index(page.table.model.rowCount() - 1, 0)
    qtbot.waitUntil(lambda: rows.viewport().rect().contains(rows.visualRect(last)))
    assert not rows.horizontalScrollBar().isVisible()
    assert page.picture.height() > 160


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("turkish", [False, True], ids=["en", "tr"])
def test_in_the_smallest_window_views_and_choices_are_one_line(
    qtbot: QtBot, qapp: QApplication, view: View, turkish: bool
) -> None:
    language = Language(qapp)
    language.use("tr" if turkish else "en")
    page = shown(qtbot, qapp, view=view)
    assert page.bar.height() < 40
    assert page.presets.height() < 40
    assert not page.copy_button.geometry().isEmpty()


def test_the_keys_of_a_button_are_drawn_where_they_take_no_line_more(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, SIZES[2], View.INTRADAY)
    wide = page.copy_button.width()
    page.resize(SIZES[0][0] - RAIL, SIZES[0][1] - BARS)
    qtbot.waitUntil(lambda: page.copy_button.width() < wide)
    assert "Ctrl+C" in page.copy_button.accessibleName()
    page.resize(SIZES[2][0] - RAIL, SIZES[2][1] - BARS)
    qtbot.waitUntil(lambda: page.copy_button.width() == wide)


@pytest.mark.parametrize("view", [View.DAYS, View.WEEKDAYS])
@pytest.mark.parametrize("days", [1, 3, 7])
def test_a_week_s_rows_are_all_seen_and_nothing_is_left_below_them(
    qtbot: QtBot, qapp: QApplication, days: int, view: View
) -> None:
    page = shown(qtbot, qapp, SIZES[1], view)
    page.show_report(report_for(date(2026, 11, 1), date(2026, 11, days), notes=("A note.",)))
    rows = page.table.rows
    wanted = max(days * rows.rowHeight(0), page.table.minimumHeight() - page.table.height() + rows.viewport().height())
    qtbot.waitUntil(lambda: rows.viewport().height() == wanted)
    assert not rows.verticalScrollBar().isVisible()
    page.show_report(report_for(date(2026, 10, 1), date(2026, 10, 31)))
    qtbot.waitUntil(lambda: rows.verticalScrollBar().isVisible())


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_changes_stand_in_one_place_whatever_the_figures_are(
    qtbot: QtBot, qapp: QApplication, size: tuple[int, int]
) -> None:
    page = shown(qtbot, qapp, size)
    strip = page.tiles
    places = set()
    for factor in (0.0, 0.2, 1.0):
        tiles = [msgspec.structs.replace(tile, change=factor * (tile.change or 0.0)) for tile in TILES]
        strip.show_tiles(tiles)
        assert len({tile.compact for tile in strip.tiles}) == 1
        places.add(strip.tiles[0].compact)
    assert len(places) == 1


def test_one_caption_too_long_moves_the_changes_of_all_tiles(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, SIZES[2])
    strip = page.tiles
    strip.show_tiles(TILES)
    assert not any(tile.compact for tile in strip.tiles)
    strip.show_tiles((*TILES[:5], msgspec.structs.replace(TILES[5], title="a very long caption " * 4)))
    assert all(tile.compact for tile in strip.tiles)


@given(st.integers(0, 3000), st.integers(60, 140), st.integers(0, 300))
def test_the_picture_gets_enough_before_the_table_gets_more_than_it_needs(room: int, least: int, whole: int) -> None:
    picture, table = shared(room, least, whole)
    assert not whole or table <= max(least, whole)
    assert table >= least
    assert picture == max(0, room - table)
    assert table == least or picture >= ENOUGH


def test_what_is_between_picture_and_table_stays_where_the_user_put_it(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, SIZES[1])
    halves = page.findChild(Halves)
    before = halves.sizes()
    halves.moveSplitter(before[0] + 100, 1)
    page.resize(page.width(), page.height() + 2)
    qtbot.waitUntil(lambda: sum(halves.sizes()) > sum(before))
    assert halves.sizes()[0] >= before[0] + 90


def test_every_control_that_takes_the_keyboard_has_a_name(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp)
    kinds = (QAbstractButton, QComboBox, QAbstractSpinBox, QAbstractItemView)
    named = [
        one
        for kind in kinds
        for one in page.findChildren(kind)
        if one.focusPolicy() is not Qt.FocusPolicy.NoFocus and not _inside_of_qt(one)
    ]
    assert len(named) > 25
    assert [one for one in named if not one.accessibleName()] == []


def _inside_of_qt(widget: QWidget) -> bool:
    """A part of a calendar or of a list that drops down; Qt names these."""
    return widget.objectName().startswith("qt_") or widget.window().metaObject().className() in {
        "QComboBoxPrivateContainer",
        "QCalendarPopup",
    }


def test_everything_is_reached_by_tab_and_arrows(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.focus_first()
    qtbot.keyClick(page.presets.buttons[Preset.LAST_MONTH], Qt.Key.Key_Left)
    assert page.request.period.preset is Preset.THIS_MONTH
    reached = set()
    for _ in range(60):
        focused = QApplication.focusWidget()
        if focused is None or focused in reached:
            break
        reached.add(focused)
        page.focusNextChild()
    wanted = {
        page.presets.buttons[Preset.THIS_MONTH],
        page.presets.compare,
        page.export,
        page.copy_button,
        page.bar.views.button(View.DAYS),
        page.table.rows,
        page.notes.refresh,
        page.progress.pause,
        page.progress.cancel,
    }
    assert wanted <= reached
    assert any(page.picture.isAncestorOf(one) for one in reached)


@given(st.lists(st.integers(1, 400), max_size=6), st.integers(0, 2000))
def test_tiles_fill_their_strip_and_none_is_below_its_wish_while_there_is_room(wishes: list[int], room: int) -> None:
    widths = shares(wishes, room)
    if sum(wishes) < room:
        assert sum(widths) == (room if wishes else 0)
        assert all(width >= wish for width, wish in zip(widths, wishes, strict=True))
        served = [width for width, wish in zip(widths, wishes, strict=True) if width > wish]
        assert not served or max(served) - min(served) <= 1
    else:
        assert sum(widths) <= room


@given(st.lists(st.tuples(st.integers(1, 400), st.integers(1, 200)), max_size=6), st.integers(0, 2000))
def test_a_tile_cuts_its_caption_before_its_figure(sizes: list[tuple[int, int]], room: int) -> None:
    leasts = [min(pair) for pair in sizes]
    widths = shares([max(pair) for pair in sizes], room, leasts)
    assert sum(widths) <= room
    if sum(leasts) <= room:
        assert all(width >= least for width, least in zip(widths, leasts, strict=True))


@given(st.lists(st.text("ab", min_size=1, max_size=9), min_size=1, max_size=6), st.integers(1, 3))
def test_a_title_gets_the_least_width_for_its_lines(words: list[str], lines: int) -> None:
    width = narrowest(words, lines, len)

    def taken(room: int) -> int:
        count, left = 1, room
        for word in words:
            if len(word) > room:
                return 99
            need = len(word) + (left < room)
            count, left = (count, left - need) if need <= left else (count + 1, room - len(word))
        return count

    assert taken(width) <= lines
    assert all(taken(room) > lines for room in range(width))


def test_what_does_not_fit_goes_to_the_next_line_and_the_right_end_is_kept(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    line = WrapLayout(holder, spacing=10)
    buttons = [QWidget() for _ in range(4)]
    for number, button in enumerate(buttons):
        button.setFixedSize(100, 20)
        (line.add_right if number == 3 else line.addWidget)(button)
    holder.resize(600, 20)
    line.setGeometry(holder.rect())
    assert [button.x() for button in buttons] == [0, 110, 220, 500]
    assert line.heightForWidth(600) == 20
    assert line.heightForWidth(340) == 50
    line.setGeometry(QRect(0, 0, 340, 50))
    assert [(button.x(), button.y()) for button in buttons] == [(0, 0), (110, 0), (220, 0), (240, 30)]
    buttons[1].hide()
    assert line.heightForWidth(340) == 20


def test_the_columns_fill_the_table_when_its_scroll_bar_comes_and_goes(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, SIZES[2])
    table = page.table
    for days in (31, 7, 31, 2):
        page.show_report(report_for(date(2026, 10, 1), date(2026, 10, days)))
        bar = table.rows.verticalScrollBar()
        qtbot.waitUntil(lambda bar=bar, days=days: bar.isVisible() == (days == 31))
        qtbot.waitUntil(lambda: table.header.length() == table.rows.viewport().width())


def test_a_row_is_seen_between_high_titles_and_totals(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp)
    columns = (COLUMNS[0], *COLUMNS[1:4] * 6)
    rows = tuple((row_of(day)[0], *row_of(day)[1:4] * 6) for day in page.request.period.each())
    page.show_report(report_of(page.request, table=Table(columns, rows, ("Total", *rows[0][1:]))))
    table = page.table
    assert table.header.lines > 1
    qtbot.waitUntil(lambda: table.rows.viewport().height() >= table.rows.rowHeight(0))


def test_words_in_a_table_are_cut_before_figures_go_out_of_sight(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp)
    request = page.request
    long = "2 days without call lists, some waits were not told, figures can still change"
    rows = tuple((*row_of(day)[:-1], long) for day in request.period.each())
    columns = COLUMNS[:-1] * 3
    wide = Table((*columns, COLUMNS[-1]), tuple((*row[:-1] * 3, row[-1]) for row in rows))
    page.show_report(report_of(request, table=wide))
    table = page.table
    assert not table.rows.horizontalScrollBar().isVisible()
    assert table.header.length() == table.rows.viewport().width()
    assert table.header.sectionSize(len(columns)) < table.fontMetrics().horizontalAdvance(long)
    assert long in table.model.index(0, len(columns)).data(Qt.ItemDataRole.ToolTipRole)
    for number in range(len(columns)):
        cells = [table.model.index(row, number).data() for row in range(len(rows))]
        assert max(map(table.fontMetrics().horizontalAdvance, cells)) < table.header.sectionSize(number)


def test_another_language_is_everywhere_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp)
    page.show_saved(Path("/tmp/a.xlsx"))
    before = {one for one in told(page) if one.text() != "✕"}
    page.bar.view_chosen.emit(View.INTRADAY)
    i18n.use(lambda _, source, __: source if "1,234" in source else f"ş{source}")
    page.retranslate()
    notes = page.notes.words
    assert [one.text() for one in before if one.isVisible() and one is not notes and "ş" not in one.text()] == []
    assert page.bar.queues.itemText(0) == "şAll queues"
    assert page.export.choices["pdf"].text().endswith("PDF")
