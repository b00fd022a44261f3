"""The agents on the board, used by hand and by keys in a real window."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from supervisor_gui.live.board import Board
from supervisor_gui.live.limits import Limits
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types import AgentStatus
from supervisor_gui.ui.board.agent_columns import since_text
from supervisor_gui.ui.board.agent_model import dragged
from supervisor_gui.ui.board.page import BoardView
from supervisor_gui.ui.board.wishes import Renamed
from supervisor_gui.ui.selection import Selection
from supervisor_gui.ui.widgets import chips
from supervisor_gui.ui.widgets.cells import PAD
from supervisor_gui.ui.widgets.marks import Mark
from tests.helpers.board_samples import NOW, agent, board, update
from tests.ui.conftest import Clock

KEY = Qt.Key


def show(page: BoardView, new: Board, old: Board | None = None) -> Board:
    """Show `new` as the bridge would."""
    page.show_update(update(new, old))
    return new


def staff() -> Board:
    """Five agents, each in another state."""
    return board(
        [
            agent("101", AgentStatus.TALKING, since=NOW - 90),
            agent("102", queues=("Destek", "Satış"), since=NOW - 300),
            agent("103", paused=("Destek",), reason="çay molası", since=NOW - 200),
            agent("104", AgentStatus.OFFLINE),
            agent("105", AgentStatus.RINGING, queues=("Satış",)),
        ]
    )


def keys(page: BoardView) -> list[str]:
    """Extensions from top to bottom."""
    return [row.key for row in page.agents.model.rows]


def chip_point(page: BoardView, extension: str, queue: str) -> QPoint:
    """Where a chip of a row is."""
    table = page.agents.table
    place = page.agents.model.place_of(extension)
    area = table.cell_rect(place, page.agents.model.column_of("queues")).adjusted(PAD, 0, -PAD, 0)
    found, _ = chips.placed(page.agents.model.row_at(place).chips, area, table._ink)  # type: ignore[arg-type]
    return next(rect.center() for chip, rect in found if chip.queue == queue)


def test_agents_stand_by_state_and_the_legend_counts_them(page: BoardView) -> None:
    show(page, staff())
    assert keys(page) == ["102", "101", "105", "103", "104"]
    assert "1" in page.agents.legend.buttons[Mark.PAUSED].accessibleName()
    assert not page.agents.legend.buttons[Mark.OTHER].isVisible()


def test_typing_filters_after_a_moment_without_minding_turkish_case(qtbot: QtBot, page: BoardView) -> None:
    show(page, staff())
    page.focus_filter()
    page.agents.filter.insert("ÜMİT")
    assert len(keys(page)) == 5
    qtbot.waitUntil(lambda: keys(page) == ["102"])
    qtbot.keyClick(page.agents.filter, KEY.Key_Escape)
    qtbot.waitUntil(lambda: len(keys(page)) == 5)


def test_the_filter_also_finds_a_break_by_its_reason_and_hands_over_to_the_rows(qtbot: QtBot, page: BoardView) -> None:
    show(page, staff())
    page.focus_filter()
    qtbot.keyClicks(page.agents.filter, "cay")
    qtbot.keyClick(page.agents.filter, KEY.Key_Return)
    assert keys(page) == ["103"]
    assert page.agents.table.hasFocus()


def test_the_legend_is_the_filter_by_keyboard(qtbot: QtBot, page: BoardView) -> None:
    show(page, staff())
    buttons = page.agents.legend.buttons
    qtbot.keyClick(buttons[Mark.PAUSED], KEY.Key_Space)
    assert keys(page) == ["103"]
    qtbot.keyClick(buttons[Mark.TALKING], KEY.Key_Space)
    assert set(keys(page)) == {"101", "103"}
    page.agents.legend.clear()
    assert len(keys(page)) == 5


def test_a_filter_that_fits_nobody_says_so(qtbot: QtBot, page: BoardView) -> None:
    show(page, staff())
    page.focus_filter()
    qtbot.keyClicks(page.agents.filter, "nobody at all")
    qtbot.keyClick(page.agents.filter, KEY.Key_Return)
    assert keys(page) == []
    assert not page.agents.table.isVisible()


def test_selection_scroll_and_current_row_survive_updates(qtbot: QtBot, page: BoardView, clock: Clock) -> None:
    many = [agent(str(200 + n), since=NOW - 1000 + n) for n in range(120)]
    old = show(page, board(many))
    table = page.agents.table
    table.select(("230", "250"))
    table.verticalScrollBar().setValue(600)
    clock.now += 30
    many[3] = agent("203", AgentStatus.TALKING)
    many[50] = agent("250", AgentStatus.TALKING)
    show(page, board(many[:119]), old)
    assert page.selected() == Selection(("230", "250"))
    assert table.verticalScrollBar().value() == 600
    assert page.agents.model.row_at(table.currentIndex().row()).key == "250"


def test_rows_keep_still_while_a_hand_is_on_them(qtbot: QtBot, page: BoardView, clock: Clock) -> None:
    old = show(page, staff())
    page.hold(True)
    clock.now += 60
    new = board([*staff().agents.values(), agent("102", AgentStatus.OFFLINE, queues=("Destek", "Satış"))])
    show(page, new, old)
    assert keys(page)[0] == "102"
    assert page.agents.model.row_at(0).mark is Mark.OFFLINE
    page.hold(False)
    page.tick(clock.now)
    assert keys(page)[0] == "101"


def test_rows_move_at_most_every_few_seconds(page: BoardView, clock: Clock) -> None:
    old = show(page, staff())
    clock.now += 1
    new = show(page, board([*staff().agents.values(), agent("104", since=NOW - 900)]), old)
    page.tick(clock.now)
    assert keys(page)[0] == "102"
    clock.now += 3
    page.tick(clock.now)
    assert keys(page)[0] == "104"
    assert new.agents.keys() == {"101", "102", "103", "104", "105"}


def test_rows_do_not_move_under_a_mouse_that_moves(qtbot: QtBot, page: BoardView, clock: Clock) -> None:
    old = show(page, staff())
    clock.now += 10
    viewport = page.agents.table.viewport()
    where = QPointF(20, 20)
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        where,
        viewport.mapToGlobal(where),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, move)
    show(page, board([*staff().agents.values(), agent("104", since=NOW - 900)]), old)
    assert keys(page)[0] == "102"
    clock.now += 3
    page.tick(clock.now)
    assert keys(page)[0] == "104"


def test_time_in_state_goes_on_by_itself_and_a_break_turns_red_without_an_answer(page: BoardView, clock: Clock) -> None:
    show(page, staff())
    clock.now = NOW - 200 + 15 * 60 + 125
    page.tick(clock.now)
    model = page.agents.model
    assert since_text(model.row_at(model.place_of("103")), clock.now) == "17:05 · 2 min over"
    assert keys(page)[:2] == ["102", "103"]


def test_pressing_a_chip_means_that_queue_alone(qtbot: QtBot, page: BoardView) -> None:
    show(page, staff())
    viewport = page.agents.table.viewport()
    with qtbot.waitSignal(page.selection_changed):
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=chip_point(page, "102", "Satış"))
    assert page.selected() == Selection(("102",), "Satış")
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(30, 15))
    assert page.selected() == Selection(("102",), "")


def test_arrows_go_through_the_chips_and_escape_means_every_queue(qtbot: QtBot, page: BoardView) -> None:
    show(page, staff())
    table = page.agents.table
    table.select(("102",))
    table.setFocus()
    qtbot.keyClick(table, KEY.Key_Right)
    assert page.selected().queue == "Destek"
    qtbot.keyClick(table, KEY.Key_Right)
    assert page.selected().queue == "Satış"
    qtbot.keyClick(table, KEY.Key_Left)
    assert page.selected().queue == "Destek"
    qtbot.keyClick(table, KEY.Key_Escape)
    assert page.selected() == Selection(("102",), "")
    qtbot.keyClick(table, KEY.Key_Escape)
    assert page.selected() == Selection()


def test_a_chip_of_one_of_many_chosen_keeps_them_all(qtbot: QtBot, page: BoardView) -> None:
    show(page, staff())
    page.agents.table.select(("101", "102"))
    qtbot.mouseClick(page.agents.table.viewport(), Qt.MouseButton.LeftButton, pos=chip_point(page, "102", "Destek"))
    assert page.selected() == Selection(("102", "101"), "Destek")


def test_a_name_is_edited_in_its_row(qtbot: QtBot, page: BoardView, clock: Clock) -> None:
    old = show(page, staff())
    table = page.agents.table
    table.select(("103",))
    page.rename_current()
    editor = table.findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "Irmak Işık"
    editor.setText("Irmak Işık Er")
    editor.setModified(True)
    clock.now += 30
    show(page, board([*staff().agents.values(), agent("103", AgentStatus.TALKING)]), old)
    assert editor.text() == "Irmak Işık Er"
    with qtbot.waitSignal(page.renamed) as heard:
        qtbot.keyClick(editor, KEY.Key_Return)
    assert heard.args == [Renamed("103", "Irmak Işık Er")]


def test_names_are_used_where_they_change(page: BoardView) -> None:
    show(page, staff())
    page.set_context(names={"102": "Ada"}.get, limits=Limits(), policy=Policy(), account="8501110000")  # type: ignore[arg-type]
    assert page.agents.model.row_at(0).label == "Ada 102"


def test_header_clicks_sort_and_the_third_brings_the_default_order_back(qtbot: QtBot, page: BoardView) -> None:
    show(page, staff())
    default = keys(page)
    header = page.agents.table.horizontalHeader()
    column = page.agents.model.column_of("agent")
    point = QPoint(header.sectionViewportPosition(column) + 20, 8)
    for expected in (["103", "104", "101", "102", "105"], ["105", "102", "101", "104", "103"], default):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert [keys(page), len(expected)] == [expected, 5]


def test_tiles_show_the_same_agents_and_keep_who_is_chosen(qtbot: QtBot, page: BoardView) -> None:
    show(page, staff())
    page.agents.table.select(("101", "105"))
    page.show_tiles(True)
    assert page.agents.tiles.isVisible()
    assert set(page.selected().extensions) == {"101", "105"}
    page.agents.tiles.select(("103",))
    page.show_tiles(False)
    assert page.selected() == Selection(("103",))
    assert page.agents.table.isVisible()


def test_the_menu_key_asks_for_a_menu_at_the_row(qtbot: QtBot, page: BoardView) -> None:
    show(page, staff())
    table = page.agents.table
    table.select(("102",))
    with qtbot.waitSignal(page.menu_requested) as heard:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        QApplication.sendEvent(table.viewport(), event)
    request = heard.args[0]
    assert request.selection == Selection(("102",))
    assert table.viewport().rect().contains(table.viewport().mapFromGlobal(QPoint(request.x, request.y)))


def test_the_bar_follows_its_actions_and_says_who_is_chosen(qtbot: QtBot, page: BoardView) -> None:
    show(page, staff())
    action = QAction("Break", page)
    action.setShortcut(QKeySequence("P"))
    action.setEnabled(False)
    page.set_actions([action])
    button = page.agents.bar.buttons[0]
    assert button.accessibleName() == "Break (P)"
    assert not button.isEnabled()
    action.setEnabled(True)
    action.setText("Mola")
    assert button.isEnabled()
    with qtbot.waitSignal(action.triggered):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.text() == "Mola"


def test_dragged_rows_carry_their_extensions(page: BoardView) -> None:
    show(page, staff())
    model = page.agents.model
    data = model.mimeData([model.index(1, 0), model.index(0, 0), model.index(1, 2)])
    assert dragged(data) == ("102", "101")


def test_hostile_names_and_reasons_change_no_row_height_and_no_format(page: BoardView) -> None:
    evil = "<b>x</b>\u202e" + "A" * 10_000
    one = agent("666", queues=(evil,), paused=(evil,), reason=evil)
    page.set_context(names=lambda _: evil, limits=Limits(), policy=Policy(), account="8501110000")
    show(page, board([one]))
    model = page.agents.model
    for column in range(model.columnCount()):
        text = str(model.data(model.index(0, column)))
        assert "\u202e" not in text
        assert len(text) < 400
    page.grab()
    assert page.agents.table.rowHeight(0) < 60


def test_tab_goes_from_the_legend_over_filter_and_actions_to_the_rows(qtbot: QtBot, page: BoardView) -> None:
    show(page, staff())
    page.set_actions([QAction("Break", page)])
    qtbot.waitUntil(page.agents.bar.buttons[0].isVisible)
    page.agents.legend.buttons[Mark.OFFLINE].setFocus()
    order = []
    for _ in range(4):
        page.focusNextChild()
        order.append(page.focusWidget())
    assert order == [page.agents.filter, page.agents.toggle, page.agents.bar.buttons[0], page.agents.table]
