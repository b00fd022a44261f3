"""Words that have room stand whole: on the board in usual windows, under F1, among the settings."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.config import keys
from supervisor_gui.live.alerts import Alarms
from supervisor_gui.live.board import Caller
from supervisor_gui.live.limits import QueueLimits
from supervisor_gui.netsantral.types import AgentStatus
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.board.agent_tiles import GAP, MARK, PAD, TILE, state_line
from supervisor_gui.ui.board.page import BoardView
from supervisor_gui.ui.board.totals import TotalsStrip
from supervisor_gui.ui.campaigns.lists_table import ListsTable
from supervisor_gui.ui.keys import KeysDialog
from supervisor_gui.ui.language import Language
from supervisor_gui.ui.missed.columns import MISSED_COLUMNS
from supervisor_gui.ui.models.fitting import fitted
from supervisor_gui.ui.settings.tables import BreaksEditor
from supervisor_gui.ui.widgets.ink import LARGE, PLAIN, SMALL, STRONG, Ink
from supervisor_gui.ui.widgets.tile import EDGE, NARROWEST, fitting
from supervisor_gui.ui.widgets.tile import PAD as TILE_PAD
from tests.helpers.board_samples import NOW, agent, board, queue, update
from tests.helpers.mouse import hover

RAIL = 97


@pytest.fixture
def turkish(qapp: QApplication) -> Iterator[None]:
    language = Language(qapp)
    language.use("tr")
    yield
    language.use("en")


def whole(label: QLabel) -> bool:
    """Whether all of a label's words are seen."""
    if label.wordWrap():
        return label.height() >= label.heightForWidth(label.width())
    return label.width() >= label.sizeHint().width()


@pytest.mark.usefixtures("turkish")
@pytest.mark.parametrize("width", [1000, 1366, 1440, 1920])
def test_that_nobody_waits_does_not_run_into_the_title(page: BoardView, width: int, qtbot: QtBot) -> None:
    page.resize(width - RAIL, 620)
    page.retranslate()
    labels = [label for label in page.callers.findChildren(QLabel) if label.isVisible()]
    assert [label.text() for label in labels] == ["Bekleyen arayanlar", "henüz veri yok"]
    qtbot.waitUntil(lambda: all(whole(label) for label in labels))


@pytest.mark.usefixtures("turkish")
@pytest.mark.parametrize("width", [1366, 1440])
def test_a_waiting_caller_s_queue_stands_whole(page: BoardView, width: int, qtbot: QtBot) -> None:
    page.resize(width - RAIL, 760)
    page.retranslate()
    waits = Caller("Muhasebe", "05550000000", NOW - 30)
    page.show_update(update(board([agent("101", queues=("Muhasebe",))], [queue("Muhasebe", 1)], [waits])))
    table = page.callers.table
    assert table.rows_model.rowCount() == 1
    ink = Ink(looks.LIGHT, page.font(), 1.0)
    place = table.rows_model.column_of("queue")
    qtbot.waitUntil(lambda: table.width() < 300 and table.horizontalScrollBar().maximum() == 0)
    assert table.columnWidth(place) - 2 * 8 >= ink.types[PLAIN].width("Muhasebe")


def test_in_a_narrow_window_a_caller_s_number_stands_whole_before_the_queue_does(page: BoardView, qtbot: QtBot) -> None:
    page.resize(1192, 760)  # of a window of 1280
    waits = Caller("Muhasebe", "05550000000", NOW - 30)
    page.show_update(update(board([agent("101", queues=("Muhasebe",))], [queue("Muhasebe", 1)], [waits])))
    table = page.callers.table
    ink = Ink(looks.LIGHT, page.font(), 1.0)
    place = table.rows_model.column_of("number")
    qtbot.waitUntil(lambda: table.width() < 250 and table.horizontalScrollBar().maximum() == 0)
    assert table.columnWidth(place) - 2 * 8 >= ink.types[PLAIN].width("05550000000")


@pytest.mark.usefixtures("turkish")
@pytest.mark.parametrize("width", [1192, 1278, 1352])  # of windows of 1280, 1366 and 1440
def test_every_column_of_agents_is_seen_beside_the_callers(page: BoardView, width: int, qtbot: QtBot) -> None:
    page.resize(width, 620)
    page.retranslate()
    names = [str(101 + place) for place in range(30)]
    page.show_update(update(board([agent(name, AgentStatus.TALKING, queues=("Operatör", "Satış")) for name in names])))
    table = page.agents.table
    qtbot.waitUntil(lambda: table.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)


@pytest.mark.usefixtures("turkish")
@pytest.mark.parametrize("key", ["never", "failed"])
def test_the_words_above_a_column_stand_whole_when_it_is_sorted_by(qtbot: QtBot, qapp: QApplication, key: str) -> None:
    table = ListsTable(lambda: NOW)
    qtbot.addWidget(table)
    table.set_ink(Ink(looks.LIGHT, qapp.font(), 1.0))
    table.retranslate()
    table.resize(1000, 200)
    table.show()
    header, place = table.horizontalHeader(), table.lists_model.column_of(key)
    begin = header.sectionViewportPosition(place)
    words = QRect(begin, 0, header.sectionSize(place) - 8, header.height())
    assert header.rect().contains(words)
    hover(header.viewport(), words.center())
    before = header.grab(words).toImage()
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=words.center())
    assert header.isSortIndicatorShown()
    assert header.sortIndicatorSection() == place
    assert header.grab(words).toImage() == before


def test_how_long_a_break_is_over_stands_whole_in_a_tile(qapp: QApplication) -> None:
    ink = Ink(looks.LIGHT, qapp.font(), 1.0)
    room = TILE.width() - GAP - 2 * PAD - 3 - MARK - 12
    for over in ("30:18 · 10 dk aştı", "30:18 · 10 min over"):
        words, time = state_line("Mola · Çay molası", over, room, ink.types[PLAIN], ink.types[STRONG])
        assert time == over
        assert ink.types[PLAIN].width(words) + ink.types[STRONG].width(time) <= room
    assert state_line("Mola", "02:21", room, ink.types[PLAIN], ink.types[PLAIN]) == ("Mola", "02:21")


@pytest.mark.usefixtures("turkish")
@pytest.mark.parametrize("width", [880, 970, 1320])
def test_captions_of_the_totals_stand_whole(qtbot: QtBot, qapp: QApplication, width: int) -> None:
    strip, ink = TotalsStrip(), Ink(looks.LIGHT, qapp.font(), 1.0)
    qtbot.addWidget(strip)
    strip.set_ink(ink)
    strip.resize(width, 62)
    strip.show()
    strip.show_totals(None, Alarms(), QueueLimits(), NOW - 30, NOW)
    captions = {tile: ink.types[SMALL].width(tile.figure.caption) for tile in strip.tiles.values()}
    assert "en uzun bekleme" in {tile.figure.caption for tile in captions}
    qtbot.waitUntil(lambda: all(tile.width() >= TILE_PAD + need + EDGE for tile, need in captions.items()))
    assert strip.width() == width


@pytest.mark.parametrize(
    ("value", "written"), [("27", LARGE), ("00:29", LARGE), ("64.660", STRONG), ("100.000", STRONG)]
)
def test_a_busy_centre_s_figure_stands_whole_in_the_narrowest_tile(
    qapp: QApplication, value: str, written: str
) -> None:
    ink = Ink(looks.LIGHT, qapp.font(), 1.0)
    room = NARROWEST - TILE_PAD - EDGE
    used = fitting(ink, value, room, LARGE, STRONG)
    assert used is ink.types[written]
    assert used.width(value) <= room


@pytest.mark.usefixtures("turkish")
def test_the_keys_need_no_bar_to_scroll_sideways(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = KeysDialog(parent)
    dialog.show()
    area = dialog.findChild(QScrollArea)
    assert area is not None
    qtbot.waitUntil(lambda: area.widget().width() == area.viewport().width())
    assert not area.horizontalScrollBar().isVisible()
    assert all(whole(label) for label in dialog.findChildren(QLabel))


@pytest.mark.usefixtures("turkish")
def test_the_table_of_breaks_shows_its_rows_without_bars(qtbot: QtBot, qapp: QApplication) -> None:
    looks.apply(qapp, looks.LIGHT)
    editor = BreaksEditor(keys.BREAKS)
    qtbot.addWidget(editor)
    editor.show_value(keys.BREAKS.default)
    editor.resize(900, 400)
    editor.show()
    table = editor.table
    assert table.rowCount() >= 4
    bars = table.horizontalScrollBar(), table.verticalScrollBar()
    qtbot.waitUntil(lambda: table.width() < 700 and [bar.maximum() for bar in bars] == [0, 0])
    assert not table.horizontalScrollBar().isVisible()


def test_a_note_has_room_in_a_usual_window() -> None:
    widths = dict(zip([column.key for column in MISSED_COLUMNS], fitted(MISSED_COLUMNS, 1220, [0] * 8), strict=True))
    assert widths["note"] >= 180


def test_a_missed_caller_s_queue_stands_whole_in_a_narrow_window(qapp: QApplication) -> None:
    words = Ink(looks.LIGHT, qapp.font(), 1.0).types[PLAIN]
    for room in (870, 965):
        widths = fitted(MISSED_COLUMNS, room, [0] * 8)
        queue_column = [column.key for column in MISSED_COLUMNS].index("queue")
        assert widths[queue_column] - 2 * 8 >= words.width("Muhasebe")
        assert sum(widths) == room
