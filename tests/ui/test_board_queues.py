"""Queues, totals and waiting callers on the board, used by hand and by keys in a real window."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu, QSpinBox
from pytestqt.qtbot import QtBot

from supervisor_gui.live.alerts import WAIT
from supervisor_gui.live.board import Board, Caller, Counters, ServiceCount
from supervisor_gui.live.limits import Limits, QueueLimits
from supervisor_gui.live.policy import Policy
from supervisor_gui.live.status import PollStatus
from supervisor_gui.netsantral.types import AgentStatus
from supervisor_gui.ui.board.agent_model import AGENTS_MIME
from supervisor_gui.ui.board.limits_popup import LimitsPopup
from supervisor_gui.ui.board.page import BoardView
from supervisor_gui.ui.board.queue_columns import QUEUE_COLUMNS
from supervisor_gui.ui.board.queue_menu import QueueMenu
from supervisor_gui.ui.board.wishes import AgentsDropped, LimitsEdited
from supervisor_gui.ui.link_words import Freshness
from tests.helpers.board_samples import NOW, agent, board, name_of, queue, red, update
from tests.ui.conftest import Clock

KEY = Qt.Key


def busy() -> Board:
    """Two queues; somebody has waited long in one of them."""
    return board(
        [agent("101", queues=("Satış",)), agent("102", AgentStatus.TALKING, queues=("Destek", "Satış"))],
        [queue("Destek", 2), queue("Satış")],
        [Caller("Destek", "5550001122", NOW - 108), Caller("Destek", "", NOW - 20, hidden=2)],
    )


def many(count: int) -> Board:
    """So many queues with one agent each."""
    return board([agent(str(200 + n), queues=(f"Kuyruk {n}",)) for n in range(count)])


def value(page: BoardView, name: str) -> str:
    """What a tile of the totals shows."""
    return page.strip.tiles[name].figure.value


def test_the_strip_shows_the_totals_and_the_wait_goes_on(page: BoardView, clock: Clock) -> None:
    page.show_update(update(busy()))
    assert [value(page, name) for name in ("waiting", "longest", "free", "talking")] == ["2", "01:48", "1", "1"]
    clock.now += 5
    page.tick(clock.now)
    assert value(page, "longest") == "01:53"
    assert page.strip.tiles["longest"].accessibleName() == "longest wait: 01:53"


def test_an_estimated_service_level_says_so_with_its_range_and_formula(page: BoardView) -> None:
    page.show_update(update(busy()))
    figure = page.strip.tiles["service"].figure
    assert figure.value.startswith("≈ ")
    assert "±" in figure.caption
    assert "20 s" in figure.tip
    assert "between" in figure.tip


def test_an_exact_service_level_has_no_range_and_an_empty_day_no_figure(page: BoardView) -> None:
    exact = queue("Destek", service=ServiceCount(in_time=8, late=2), counters=Counters())
    page.show_update(update(board([], [exact])))
    assert value(page, "service") == "80%"
    page.show_update(update(board([], [queue("Destek", service=ServiceCount(), counters=Counters())])))
    assert value(page, "service") == "–"


def test_a_broken_limit_turns_the_tile_and_the_card_red_and_the_card_to_the_top(page: BoardView, clock: Clock) -> None:
    page.show_update(update(board([], [queue("Arıza"), queue("Destek", 1)], [Caller("Destek", "5550001122", NOW)])))
    assert not page.strip.tiles["longest"].figure.red
    clock.now += 200
    page.show_update(update(busy(), alarms=red(WAIT, "Destek")))
    assert page.strip.tiles["longest"].figure.red
    assert not page.strip.tiles["waiting"].figure.red
    assert [card.row.key for card in page.cards.cards] == ["Destek", "Satış"]
    assert page.cards.cards[0].row.red
    assert "Limit broken" in page.cards.cards[0].accessibleName()


def test_a_card_tells_the_longest_callers_number_masked_where_the_policy_says_so(page: BoardView) -> None:
    page.show_update(update(busy()))
    card = page.cards.card("Destek")
    assert card is not None
    assert card.row.longest == "5550001122"
    page.set_context(names=name_of, limits=Limits(), policy=Policy(mask_numbers=True), account="8501110000")
    assert card.row.longest == "•••22"
    assert page.callers.model.row_at(0).words == "•••22"


def test_callers_stand_longest_first_and_withheld_numbers_are_counted(page: BoardView, clock: Clock) -> None:
    page.show_update(update(busy()))
    model = page.callers.model
    assert [row.words for row in model.rows] == ["5550001122", "number withheld  +2 number(s) withheld"]
    wait = model.column_of("wait")
    assert model.data(model.index(0, wait)) == "01:48"
    clock.now += 2
    page.tick(clock.now)
    assert model.data(model.index(0, wait)) == "01:50"


def test_pressing_a_card_shows_its_agents_and_pressing_again_all(qtbot: QtBot, page: BoardView) -> None:
    page.show_update(update(busy()))
    card = page.cards.card("Destek")
    assert card is not None
    qtbot.waitUntil(lambda: card.height() > 80)
    with qtbot.waitSignal(page.queue_changed) as heard:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(40, 60))
    assert heard.args == ["Destek"]
    assert [row.key for row in page.agents.model.rows] == ["102"]
    card.setFocus()
    qtbot.keyClick(card, KEY.Key_Space)
    assert len(page.agents.model.rows) == 2
    assert page.queue == ""


def test_enter_on_a_card_edits_its_limits_in_place(qtbot: QtBot, page: BoardView) -> None:
    page.show_update(update(busy()))
    card = page.cards.card("Satış")
    assert card is not None
    qtbot.keyClick(card, KEY.Key_Return)
    popup = page.findChild(LimitsPopup)
    assert popup is not None
    assert popup.isVisible()
    box = popup.findChildren(QSpinBox)[0]
    assert box.accessibleName()
    box.setValue(9)
    with qtbot.waitSignal(page.limits_edited) as heard:
        qtbot.keyClick(box, KEY.Key_Return)
    assert heard.args == [LimitsEdited("Satış", QueueLimits(waiting_warn=9))]
    assert not popup.isVisible()


def test_escape_leaves_the_limits_as_they_were(qtbot: QtBot, page: BoardView) -> None:
    page.show_update(update(busy()))
    heard: list[object] = []
    page.limits_edited.connect(heard.append)
    page.edit_limits("Destek")
    popup = page.findChild(LimitsPopup)
    assert popup is not None
    qtbot.keyClick(popup, KEY.Key_Escape)
    assert not popup.isVisible()
    assert heard == []


def test_an_open_limits_popup_survives_updates_and_holds_the_rows(page: BoardView, clock: Clock) -> None:
    page.show_update(update(busy()))
    page.edit_limits("Destek")
    clock.now += 30
    assert not page.pace.may()
    page.show_update(update(busy(), alarms=red(WAIT, "Satış")))
    popup = page.findChild(LimitsPopup)
    assert popup is not None
    assert popup.isVisible()
    popup.close()
    assert page.pace.may()


def test_more_than_eight_queues_are_rows_with_the_same_figures(page: BoardView) -> None:
    page.show_update(update(many(8)))
    assert page.cards.isVisible()
    page.show_update(update(many(9), many(8)))
    assert page.queues.isVisible()
    assert not page.cards.isVisible()
    assert page.queues.model_of_queues.rowCount() == 9
    page.show_update(update(many(3), many(9)))
    assert page.cards.isVisible()
    assert len(page.cards.cards) == 3


def test_a_queue_row_filters_by_space_and_edits_by_enter(qtbot: QtBot, page: BoardView) -> None:
    page.show_update(update(many(10)))
    table = page.queues
    table.setFocus()
    key = table.model_of_queues.row_at(0).key
    qtbot.keyClick(table, KEY.Key_Space)
    assert page.queue == key
    assert len(page.agents.model.rows) == 1
    qtbot.keyClick(table, KEY.Key_Return)
    popup = page.findChild(LimitsPopup)
    assert popup is not None
    assert popup.isVisible()
    popup.close()
    qtbot.keyClick(table, KEY.Key_Escape)
    assert page.queue == ""


def test_a_queue_that_goes_takes_its_filter_along(page: BoardView) -> None:
    page.show_update(update(busy()))
    page.choose_queue("Destek")
    page.show_update(update(board([agent("101", queues=("Satış",))]), busy()))
    assert page.queue == ""
    assert [row.key for row in page.agents.model.rows] == ["101"]


def test_agents_dropped_on_a_card_are_reported(qtbot: QtBot, page: BoardView) -> None:
    page.show_update(update(busy()))
    card = page.cards.card("Destek")
    assert card is not None
    data = QMimeData()
    data.setData(AGENTS_MIME, b"101\n102")
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(card, enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(page.agents_dropped) as heard:
        QApplication.sendEvent(card, QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, data, left, none))
    assert heard.args == [AgentsDropped(("101", "102"), "Destek")]


def test_the_queue_menu_offers_limits_filter_and_what_the_window_adds(qtbot: QtBot, page: BoardView) -> None:
    page.show_update(update(busy()))
    extra = QAction("Add an external number…", page)
    page.set_queue_actions([extra])
    card = page.cards.card("Destek")
    assert card is not None
    card.menu_wanted.emit("Destek", QPoint(10, 10))
    menu = page.findChild(QueueMenu)
    assert isinstance(menu, QMenu)
    assert extra in menu.actions()
    menu.actions()[0].trigger()
    assert page.queue == "Destek"
    menu.close()


def test_queues_asked_one_by_one_say_their_age(page: BoardView) -> None:
    page.show_update(update(board([], [queue("Destek", seen=NOW - 190)])))
    card = page.cards.card("Destek")
    assert card is not None
    assert card.row.beside == ""
    page.show_status(PollStatus(per_queue=True))
    assert card.row.beside == "3 min ago"


def test_old_figures_look_old_and_new_ones_new_again(page: BoardView) -> None:
    page.show_update(update(busy()))
    fresh = page.grab().toImage()
    page.apply_freshness(Freshness.GREY)
    grey = page.grab().toImage()
    page.apply_freshness(Freshness.FRESH)
    assert grey != fresh
    assert page.grab().toImage() == fresh


def test_every_queue_column_says_something_and_explains_itself(page: BoardView) -> None:
    page.show_update(update(many(9)))
    model = page.queues.model_of_queues
    for number, column in enumerate(QUEUE_COLUMNS):
        assert str(model.headerData(number, Qt.Orientation.Horizontal)), column.key
        if column.key != "longest":
            assert model.data(model.index(0, number)), column.key
    service = model.column_of("service")
    assert "÷" in str(model.data(model.index(0, service), Qt.ItemDataRole.ToolTipRole))


def test_a_reset_of_the_counters_is_told(page: BoardView) -> None:
    page.show_update(update(board([], [queue("Destek", counters=Counters(since=NOW - 60, reset=True))])))
    assert "fell to zero" in page.strip.tiles["answered"].figure.tip


def test_a_narrow_page_and_a_wide_one_cut_nothing_off(qtbot: QtBot, page: BoardView) -> None:
    page.show_update(update(busy()))
    for width in (912, 1192, 1832):
        page.resize(width, 700)
        assert page.width() == width
        parts = (page.cards, page.agents, page.callers)
        qtbot.waitUntil(lambda parts=parts: all(page.rect().contains(part.geometry()) for part in parts))
        assert all(part.height() > 100 for part in parts), width
