"""Numbers on the board are called by a click on the digits or by Enter on their row, and by nothing else."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from supervisor_gui.live.board import Caller
from supervisor_gui.live.limits import Limits
from supervisor_gui.live.policy import Policy
from supervisor_gui.ui.board.context import no_name
from supervisor_gui.ui.board.page import BoardView
from supervisor_gui.ui.theme import LIGHT
from supervisor_gui.ui.widgets.ink import Ink
from supervisor_gui.ui.widgets.links import link_area
from supervisor_gui.ui.widgets.row_view import RowView
from tests.helpers.board_samples import NOW, agent, board, name_of, queue, update
from tests.helpers.mouse import hover

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def called(page: BoardView) -> list[str]:
    """What was called, with two agents and two callers on the board."""
    numbers: list[str] = []
    page.dial_wanted.connect(numbers.append)
    callers = [Caller("Destek", "05550001122", NOW - 50), Caller("Destek", "", NOW - 20, hidden=1)]
    page.show_update(update(board([agent("101"), agent("102")], [queue("Destek", 3)], callers)))
    return numbers


def number_at(page: BoardView, table: RowView, place: int, column: str) -> QRect:
    """Where a row's number stands in the table's viewport."""
    at = table.rows_model.column_of(column)
    ink = Ink(LIGHT, table.font(), table.devicePixelRatioF())
    cell = table.cell_rect(place, at)
    return link_area(ink, table.rows_model.columns[at], table.rows_model.row_at(place), NOW, cell)


def test_a_click_on_a_waiting_callers_number_calls_it_and_beside_it_does_not(
    page: BoardView, called: list[str]
) -> None:
    table = page.callers.table
    area = number_at(page, table, 0, "number")
    QTest.mouseClick(table.viewport(), LEFT, pos=area.center())
    assert called == ["05550001122"]
    QTest.mouseClick(table.viewport(), LEFT, pos=QPoint(area.right() + 6, area.center().y()))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.RightButton, pos=area.center())
    QTest.mouseClick(table.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, pos=area.center())
    assert called == ["05550001122"]


def test_a_press_that_ends_elsewhere_calls_nobody(page: BoardView, called: list[str]) -> None:
    table = page.callers.table
    area = number_at(page, table, 0, "number")
    QTest.mousePress(table.viewport(), LEFT, pos=area.center())
    QTest.mouseRelease(table.viewport(), LEFT, pos=QPoint(area.center().x(), area.bottom() + 40))
    assert called == []


def test_a_withheld_number_is_no_link(page: BoardView, called: list[str]) -> None:
    assert number_at(page, page.callers.table, 1, "number").isEmpty()
    page.callers.table.selectRow(1)
    QTest.keyClick(page.callers.table, Qt.Key.Key_Return)
    assert called == []


def test_an_agents_extension_is_called_by_its_digits_while_the_name_only_chooses(
    page: BoardView, called: list[str]
) -> None:
    table = page.agents.table
    area = number_at(page, table, 0, "agent")
    QTest.mouseClick(table.viewport(), LEFT, pos=QPoint(area.x() - 20, area.center().y()))
    assert (called, page.selected().extensions) == ([], ("101",))
    QTest.mouseClick(table.viewport(), LEFT, pos=area.center())
    assert called == ["101"]


def test_a_bare_extension_is_a_name_a_click_chooses_the_agent_and_enter_calls(
    page: BoardView, called: list[str]
) -> None:
    page.set_context(names=no_name, limits=Limits(), policy=Policy(), account="8501110000")
    table = page.agents.table
    assert number_at(page, table, 0, "agent").isEmpty()
    cell = table.cell_rect(0, table.rows_model.column_of("agent"))
    QTest.mouseClick(table.viewport(), LEFT, pos=QPoint(cell.x() + 14, cell.center().y()))
    assert (called, page.selected().extensions) == ([], ("101",))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert called == ["101"]


def test_enter_calls_the_current_row_and_a_masked_number_is_called_whole(page: BoardView, called: list[str]) -> None:
    page.set_context(names=name_of, limits=Limits(), policy=Policy(mask_numbers=True), account="8501110000")
    page.callers.table.selectRow(0)
    QTest.keyClick(page.callers.table, Qt.Key.Key_Return)
    assert called == ["05550001122"]


def test_the_mouse_shows_a_hand_over_a_number_alone(page: BoardView, called: list[str]) -> None:
    viewport = page.callers.table.viewport()
    area = number_at(page, page.callers.table, 0, "number")
    hover(viewport, area.center())
    assert viewport.cursor().shape() is Qt.CursorShape.PointingHandCursor
    hover(viewport, QPoint(area.right() + 30, area.center().y()))
    assert viewport.cursor().shape() is Qt.CursorShape.ArrowCursor
    assert called == []


def test_the_longest_waiting_callers_number_on_a_queues_card_is_called_and_the_card_beside_it_filters(
    page: BoardView, called: list[str]
) -> None:
    card = page.cards.card("Destek")
    assert card is not None
    number = card._number()
    QTest.mouseClick(card, LEFT, pos=number.center())
    assert (called, card.isChecked()) == (["05550001122"], False)
    QTest.mouseClick(card, LEFT, pos=QPoint(number.center().x(), number.bottom() + 30))
    assert (called, card.isChecked()) == (["05550001122"], True)
