"""The page of auto-dial lists in every size: longer words are not cut, every control has a name, both looks paint."""

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
from supervisor_gui.autodial.values import (
    JobState,
    ListFigures,
    ListNumbers,
    ListState,
    NumberRow,
    NumberState,
    OrderEnd,
    Outcome,
    UploadJob,
)
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.errors import NoAnswer
from supervisor_gui.netsantral.types_autodial import Consent, LimitRule, StopRule
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.campaigns import words
from supervisor_gui.ui.campaigns.page import CampaignPage
from supervisor_gui.ui.campaigns.progress_bar import ProgressBar
from supervisor_gui.ui.language import Language
from supervisor_gui.ui.main_window import SMALLEST
from supervisor_gui.ui.widgets.cells import MARK, PAD
from supervisor_gui.ui.widgets.ink import Ink
from supervisor_gui.ui.widgets.shrinking_label import ShrinkingLabel
from tests.helpers.shown_lists import NOW, kept, shown, told, view

RAIL, BARS = 88, 100
SIZES = ((SMALLEST[0], SMALLEST[1]), (1920, 1080))
LONG = ((SMALLEST[0], 640), *SIZES[1:])
"""Words so long take a line more; ours do not."""
WHY = ("user", "interrupted", "refused", "credentials", "gone", "policy", "store", "do_not_call", "cancelled")
REASONS = ("policy", "offline", "do_not_call", "twice", "fixed", "invalid", "busy")
ORDERS = (
    "create_list",
    "start_list",
    "stop_list",
    "add_list_numbers",
    "change_list_number",
    "replace_list_number",
    "remove_list_number",
)


@pytest.fixture
def long_words() -> Iterator[None]:
    i18n.use(lambda _, source, __: source + "x" * (len(source) * 2 // 5))
    yield
    i18n.use(None)


def page_of(qtbot: QtBot, qapp: QApplication, size: tuple[int, int] = SIZES[0]) -> CampaignPage:
    looks.apply(qapp, looks.LIGHT)
    page = CampaignPage(wall=lambda: NOW)
    qtbot.addWidget(page)
    page.apply_theme(looks.LIGHT)
    job = UploadJob(1, "11", "Kasım", NOW, state=JobState.PAUSED, why="user", waiting=40, sent=60, refused=2)
    running = shown(11, "Kasım kampanyası", ListState.RUNNING, (380, 80, 12, 28), kept=kept(11, limit=13), jobs=(job,))
    page.show_view(view(running, shown(12, "Anket"), shown(13, "Yeni", ListState.NEW)))
    rows = tuple(NumberRow(str(n), str(n), f"0555000{n:04d}", "Deniz", NumberState.NEVER) for n in range(50))
    page.show_numbers(ListNumbers("11", rows, NOW))
    page.tick(NOW)
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


def spoken(page: QWidget) -> list[QWidget]:
    every = [*page.findChildren(QLabel), *page.findChildren(QAbstractButton)]
    return [one for one in every if one.isVisible() and one.text() and one.window() is page.window()]


def outside(widget: QWidget, page: QWidget) -> bool:
    rect = QRect(widget.mapTo(page, widget.rect().topLeft()), widget.size())
    return not page.rect().contains(rect)


@pytest.mark.usefixtures("long_words")
@pytest.mark.parametrize("size", LONG, ids=str)
def test_words_forty_percent_longer_are_not_cut(qtbot: QtBot, qapp: QApplication, size: tuple[int, int]) -> None:
    page = page_of(qtbot, qapp, size)
    assert len(spoken(page)) > 10
    qtbot.waitUntil(lambda: [one.text() for one in spoken(page) if cut(one) or outside(one, page)] == [])
    assert (page.width(), page.height()) == (size[0] - RAIL, size[1] - BARS)


@pytest.mark.parametrize("language", ["en", "tr"])
def test_the_smallest_window_shows_states_and_counts_whole(qtbot: QtBot, qapp: QApplication, language: str) -> None:
    Language(qapp).use(language)
    page = page_of(qtbot, qapp)
    table, model = page.table, page.table.lists_model
    assert table._ink is not None
    plain = table._ink.types["plain"]
    for row in model.rows:
        for key, extra in (("state", MARK + 6), ("never", 0), ("reached", 0), ("failed", 0), ("retry", 0)):
            place = model.column_of(key)
            text = model.columns[place].text(row, NOW)
            assert plain.width(text) + extra <= table.columnWidth(place) - 2 * PAD, (key, text)
            assert table.columnViewportPosition(place) + table.columnWidth(place) <= table.viewport().width()
    bold = table._ink.types["strong"]
    assert bold.width("Memnuniyet araması") <= table.columnWidth(model.column_of("name")) - 2 * PAD


@pytest.mark.parametrize("language", ["en", "tr"])
def test_where_columns_have_no_room_a_bar_scrolls_to_the_last_one(
    qtbot: QtBot, qapp: QApplication, language: str
) -> None:
    Language(qapp).use(language)
    page = page_of(qtbot, qapp)
    table = page.table
    last = len(table.lists_model.columns) - 1
    assert [column.key for at, column in enumerate(table.lists_model.columns) if table.isColumnHidden(at)] == []
    bar = table.horizontalScrollBar()
    assert bar.isVisible()
    bar.setValue(bar.maximum())
    assert table.columnViewportPosition(last) + table.columnWidth(last) == table.viewport().width()
    assert table.viewport().height() >= 2 * table.rowHeight(0), "rows still stand above the bar"


@pytest.mark.parametrize("language", ["en", "tr"])
def test_a_usual_screen_shows_department_target_and_line_whole_without_a_bar(
    qtbot: QtBot, qapp: QApplication, language: str
) -> None:
    Language(qapp).use(language)
    page = page_of(qtbot, qapp, (1366, 768))
    wire = {"department": "Muhasebe", "target": "Muhasebe", "trunk": "8501110000"}
    page.show_view(view(shown(12, "Sözleşme yenileme", wire=wire)))
    table, model = page.table, page.table.lists_model
    qtbot.waitUntil(lambda: not table.horizontalScrollBar().isVisible())
    assert table._ink is not None
    plain = table._ink.types["plain"]
    for key in ("kind", "when", "department", "target", "line"):
        place = model.column_of(key)
        text = model.columns[place].text(model.rows[0], NOW)
        assert plain.width(text) <= table.columnWidth(place) - 2 * PAD, (key, text)


def test_every_control_can_be_reached_and_has_a_name(qtbot: QtBot, qapp: QApplication) -> None:
    page = page_of(qtbot, qapp)
    controls = [*page.findChildren(QAbstractButton), *page.findChildren(QAbstractItemView)]
    here = [one for one in controls if one.isVisible() and one.window() is page.window()]
    here = [one for one in here if not isinstance(one, QHeaderView)]
    assert len(here) > 6
    assert [one for one in here if not one.accessibleName()] == []
    assert [one for one in here if one.focusPolicy() is Qt.FocusPolicy.NoFocus] == []


@pytest.mark.parametrize("theme", [looks.LIGHT, looks.DARK], ids=["light", "dark"])
def test_the_empty_table_paints_its_words(qtbot: QtBot, qapp: QApplication, theme: looks.Theme) -> None:
    page = page_of(qtbot, qapp)
    page.apply_theme(theme)
    page.show_view(view())
    said = page.table.viewport().grab().toImage()
    page.table.show_words("")
    assert page.table.viewport().grab().toImage() != said


def test_the_bar_tells_its_parts_in_words_and_leaves_out_what_has_no_room(qtbot: QtBot, qapp: QApplication) -> None:
    bar = ProgressBar()
    qtbot.addWidget(bar)
    bar.set_ink(Ink(looks.LIGHT, qapp.font()))
    assert bar.accessibleName() == "no report yet"
    bar.show_counts(ListFigures(380, 80, 12, 28))
    assert bar.accessibleName() == "92 of 500 done · 80 reached · 28 to be called again · 12 failed · 380 never called"
    assert bar.minimumSizeHint().width() < bar.sizeHint().width()
    pictures = set()
    for width in (bar.minimumSizeHint().width(), bar.sizeHint().width()):
        bar.resize(width, bar.sizeHint().height())
        pictures.add(bytes(bar.grab().toImage().constBits()))
    assert len(pictures) == 2


def test_every_stable_word_has_a_sentence() -> None:
    for word in {*WHY, *REASONS}:
        assert words.why_words(word) != word
    assert words.why_words("Numara\x00 hatalı") == "Numara␀ hatalı"


@pytest.mark.parametrize("action", ORDERS)
@pytest.mark.parametrize("outcome", Outcome)
def test_every_end_of_an_order_has_words(action: str, outcome: Outcome) -> None:
    error = None if outcome is Outcome.DONE else NoAnswer("autodial_add", "deadline")
    end = OrderEnd(action, "11", "Kasım", "05550000001", outcome, error)
    said = words.end_words(end)
    assert "Kasım" in said.title
    assert "{" not in said.title
    assert said.failed is (outcome is not Outcome.DONE)
    assert bool(said.todo) is said.failed
    assert "05550000001" not in words.end_words(end, Policy(mask_numbers=True)).title


def test_an_order_that_was_refused_or_given_up_here_says_so() -> None:
    said = words.end_words(OrderEnd("replace_list_number", "11", "Kasım", "1", Outcome.REFUSED, reason="fixed"))
    assert said.todo == "A fixed list takes no new numbers: make a new list."
    some = words.end_words(OrderEnd("add_list_numbers", "11", "Kasım", sent=1, refused=4))
    assert (some.title, some.failed) == ("1 of 5 numbers were added to “Kasım”.", True)
    assert words.end_words(OrderEnd("add_list_numbers", "11", "Kasım", reason="cancelled")) == words.EndWords(
        "No more numbers are sent to “Kasım”. What was sent stays in it."
    )


@pytest.mark.parametrize("state", JobState)
def test_every_state_of_an_upload_has_words_with_its_figures(state: JobState) -> None:
    job = UploadJob(1, "11", "Kasım", NOW, state=state, why="user", waiting=3000, sent=1500, refused=3, unknown=2)
    said = words.job_words(job)
    assert "{" not in said
    assert f"3 {'not sent' if state is JobState.CANCELLED else 'refused'} · 2 unknown" in said
    assert ("Somebody paused it" in said) is (state is JobState.PAUSED)


def test_rules_are_told_as_clauses() -> None:
    assert [words.stop_words(rule, 20) for rule in StopRule] == [
        "no stop rule",
        "stops at 20 reached calls",
        "stops at 20% reached",
        "stops at 20 failed calls",
        "stops at 20% failed",
        "stops at 20 calls",
        "stops at 20% called",
    ]
    assert [words.limit_words(rule, 2) for rule in LimitRule] == [
        "free agents + 2",
        "free agents × 2",
        "2 IVR calls a minute",
    ]
    assert len({words.consent_word(consent) for consent in Consent}) == 3


def test_days_are_told_with_as_many_years_as_they_need() -> None:
    days = {
        (date(2026, 11, 1), date(2026, 11, 1)): "01.11.2026",
        (date(2026, 11, 1), date(2026, 12, 31)): "01.11–31.12.2026",
        (date(2026, 12, 1), date(2027, 1, 31)): "01.12.2026–31.01.2027",
        (None, date(2027, 1, 31)): "–",
    }
    for (first, last), said in days.items():
        assert words.days_words(told(1, "Kasım", first_day=first, last_day=last)) == said
    assert words.hours_words(msgspec.structs.replace(told(1, "Kasım"), from_time=None)) == "–"
