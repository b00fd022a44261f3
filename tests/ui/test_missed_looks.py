"""The page of missed callers in every size: longer words are not cut, every control has a name, numbers are whole."""

from collections.abc import Iterator
from datetime import date

import msgspec
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QWidget,
)
from pytestqt.qtbot import QtBot

from supervisor_gui import i18n
from supervisor_gui.clock import pbx_midnight_of
from supervisor_gui.history.backfill_values import BackfillProgress, BackfillState
from supervisor_gui.history.missed_values import CallerState, MissedCaller, MissedView
from supervisor_gui.live.policy import Policy
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.language import Language
from supervisor_gui.ui.main_window import SMALLEST, MainWindow
from supervisor_gui.ui.missed.page import MissedPage
from supervisor_gui.ui.missed.state_bar import Part
from supervisor_gui.ui.widgets.cells import PAD
from supervisor_gui.ui.widgets.shrinking_label import ShrinkingLabel

RAIL, BARS = 88, 100
SIZES = ((SMALLEST[0], SMALLEST[1]), (1920, 1080))
TODAY = date(2026, 11, 29)
NOW = pbx_midnight_of(TODAY) + 14 * 3600


def caller(ends: int) -> MissedCaller:
    tail, first = f"555000{ends:04d}", NOW - 400_000 + ends * 60
    tried = {"state": CallerState.TRIED, "tries": 2, "last_try": first + 60} if ends % 3 == 0 else {}
    return MissedCaller(tail, f"0{tail}", "AYSE YILMAZ", "Operatör", first, first + 30, 1 + ends % 4, **tried)


@pytest.fixture
def long_words() -> Iterator[None]:
    i18n.use(lambda _, source, __: source + "x" * (len(source) * 2 // 5))
    yield
    i18n.use(None)


def shown(qtbot: QtBot, qapp: QApplication, size: tuple[int, int] = SIZES[0]) -> MissedPage:
    looks.apply(qapp, looks.LIGHT)
    page = MissedPage(wall=lambda: NOW)
    qtbot.addWidget(page)
    page.apply_theme(looks.LIGHT)
    page.set_today(TODAY)
    page.show_view(MissedView(tuple(caller(ends) for ends in range(1, 61)), 4, NOW - 60))
    page.set_extension_hint(i18n.translate("MissedPage", "To call back"))
    page.show_progress(BackfillProgress(BackfillState.RUNNING, 3, 7, 4, 90.0))
    page.resize(size[0] - RAIL, size[1] - BARS)
    with qtbot.waitExposed(page):
        page.show()
    return page


def cut(widget: QWidget) -> bool:
    """Whether its words have less room than they take; a label that may shrink tells them all in its tooltip."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    if isinstance(widget, ShrinkingLabel) or widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored:
        return not widget.toolTip() and widget.width() < widget.sizeHint().width()
    return widget.width() < widget.sizeHint().width()


def told(page: QWidget) -> list[QWidget]:
    every = [*page.findChildren(QLabel), *page.findChildren(QAbstractButton)]
    return [one for one in every if one.isVisible() and one.text() and one.window() is page.window()]


def outside(widget: QWidget, page: QWidget) -> bool:
    rect = QRect(widget.mapTo(page, widget.rect().topLeft()), widget.size())
    return not page.rect().contains(rect)


@pytest.mark.usefixtures("long_words")
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_words_forty_percent_longer_are_not_cut(qtbot: QtBot, qapp: QApplication, size: tuple[int, int]) -> None:
    page = shown(qtbot, qapp, size)
    assert len(told(page)) > 15
    qtbot.waitUntil(lambda: [one.text() for one in told(page) if cut(one) or outside(one, page)] == [])
    assert (page.width(), page.height()) == (size[0] - RAIL, size[1] - BARS)


@pytest.mark.parametrize("language", ["en", "tr"])
def test_the_smallest_window_shows_names_numbers_and_ages_whole(
    qtbot: QtBot, qapp: QApplication, language: str
) -> None:
    Language(qapp).use(language)
    page = shown(qtbot, qapp)
    table, model = page.table, page.table.callers_model
    assert table._ink is not None
    plain, strong = table._ink.types["plain"], table._ink.types["strong"]
    row = model.row_at(2)
    for column in ("age", "last", "tries"):
        place = model.column_of(column)
        words = model.columns[place].text(row, NOW)
        assert words
        assert plain.width(words) <= table.columnWidth(place) - 2 * PAD, words
    room = table.columnWidth(model.column_of("caller")) - 2 * PAD
    assert strong.width(row.name) + 6 + plain.width(row.beside) <= room
    assert not table.horizontalScrollBar().isVisible()
    assert table.rowAt(table.viewport().height() - 1) >= 7


@pytest.mark.parametrize("language", ["en", "tr"])
def test_the_smallest_window_tells_what_to_type_and_how_many_are_found(
    qtbot: QtBot, qapp: QApplication, language: str
) -> None:
    Language(qapp).use(language)
    page = shown(qtbot, qapp)
    count, field = page.search.count, page.search.field
    assert field.fontMetrics().horizontalAdvance(field.placeholderText()) < field.width() - 12
    field.setText("5550000")
    assert count.text().endswith("60")
    qtbot.waitUntil(lambda: count.width() >= count.sizeHint().width())
    found = count.text()
    page.set_policy(Policy(denied=("unmask",), mask_numbers=True))
    assert count.text() not in {"", found}
    qtbot.waitUntil(lambda: count.width() >= count.sizeHint().width())


def test_a_usual_window_tells_whole_by_whom_a_caller_was_reached(qtbot: QtBot, qapp: QApplication) -> None:
    Language(qapp).use("tr")
    page = shown(qtbot, qapp, (1440, 900))
    page.set_names(lambda number: "Deniz Karahanoğlu" if number == "101" else "")
    reached = msgspec.structs.replace(caller(1), state=CallerState.REACHED, closed=NOW - 90_000, closed_by="101")
    page.show_view(MissedView((reached,)))
    page.states.chosen.emit(Part.ALL)
    table, model = page.table, page.table.callers_model
    assert table._ink is not None
    place = model.column_of("state")
    words = model.columns[place].text(model.row_at(0), NOW)
    assert "Karahanoğlu" in words
    qtbot.waitUntil(lambda: table._ink.types["plain"].width(words) <= table.columnWidth(place) - 3 * PAD)


def test_every_control_can_be_reached_and_has_a_name(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp)
    controls = [*page.findChildren(QAbstractButton), *page.findChildren(QAbstractItemView)]
    here = [one for one in controls if one.isVisible() and one.window() is page.window()]
    here = [one for one in here if not isinstance(one, QHeaderView)]
    assert len(here) > 12
    assert [one for one in here if not one.accessibleName()] == []
    assert [one for one in here if one.focusPolicy() is Qt.FocusPolicy.NoFocus] == []


@pytest.mark.parametrize("theme", [looks.LIGHT, looks.DARK], ids=["light", "dark"])
def test_the_empty_table_paints_its_words(qtbot: QtBot, qapp: QApplication, theme: looks.Theme) -> None:
    page = shown(qtbot, qapp)
    page.apply_theme(theme)
    page.states.chosen.emit(Part.CLOSED)
    told = page.table.viewport().grab().toImage()
    page.table.show_words("")
    assert page.table.viewport().grab().toImage() != told


def test_the_rail_shows_how_many_wait_and_says_it_aloud(qtbot: QtBot, qapp: QApplication) -> None:
    looks.apply(qapp, looks.LIGHT)
    window = MainWindow(str)
    qtbot.addWidget(window, before_close_func=MainWindow.close_for_good)
    window.rail.add("missed")
    button = window.rail.findChild(QAbstractButton, "missed")
    assert isinstance(button, QAbstractButton)
    window.rail.set_badge("missed", 4)
    window.rail.name_page("missed", "Call back", button.icon())
    window.show()
    assert button.accessibleName() == "Call back, 4"
    pictures = []
    for count in (4, 38, 99, 100, 5000, 0):
        window.rail.set_badge("missed", count)
        pictures.append(button.grab().toImage())
    assert button.accessibleName() == "Call back"
    assert pictures[3] == pictures[4], "beyond 99 it is 99+"
    assert len({bytes(picture.constBits()) for picture in pictures}) == 5
    window.rail.set_badge("nowhere", 3)
