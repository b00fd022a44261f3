"""The board before its first data, and again without any: what is not known is shown as such and never as 0."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from supervisor_gui.live.board import Board
from supervisor_gui.ui.board.page import BoardView
from tests.helpers.board_samples import NOW, agent, board, queue, update

SEEN = board([agent("101", queues=("Destek",))], [queue("Destek", 0)])
NOTHING_THERE = Board(updated=NOW)


def tiles(page: BoardView) -> set[str]:
    """What the tiles of the totals show."""
    return {tile.figure.value for tile in page.strip.tiles.values()}


def chips(page: BoardView) -> set[str]:
    """What a screen reader tells of the states' buttons, without their words."""
    names = [button.accessibleName() for button in page.agents.legend.buttons.values()]
    return {name.partition(": ")[2].partition(".")[0] for name in names}


def callers(page: BoardView) -> str:
    """What the panel of waiting callers says."""
    return " ".join(label.text() for label in page.callers.findChildren(QLabel) if label.isVisible())


def assert_unknown(page: BoardView) -> None:
    assert tiles(page) == {"–"}
    assert chips(page) == {"–"}
    assert callers(page) == "Waiting callers no data yet"


def test_nothing_is_0_before_the_first_data(page: BoardView) -> None:
    assert_unknown(page)
    page.tick(NOW + 1)
    page.retranslate()
    assert_unknown(page)


@pytest.mark.parametrize("first", [SEEN, NOTHING_THERE], ids=["a quiet queue", "no queue at all"])
def test_what_the_pbx_told_to_be_nobody_is_0(page: BoardView, first: Board) -> None:
    page.show_update(update(first))
    assert page.strip.tiles["waiting"].figure.value == "0"
    assert "0" in chips(page)
    assert "–" not in chips(page)
    assert callers(page) == "Waiting callers nobody waits"


def test_a_board_that_is_no_account_s_any_more_is_not_known(page: BoardView) -> None:
    page.show_update(update(SEEN))
    page.show_update(update(Board(), SEEN))
    assert_unknown(page)
    assert not page.agents.model.rowCount()


def test_the_states_words_stay_whole_when_the_first_figures_come(page: BoardView, qtbot: QtBot) -> None:
    page.resize(1400, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.show_update(update(SEEN))
    buttons = [button for button in page.agents.legend.buttons.values() if button.isVisible()]
    qtbot.waitUntil(lambda: all(button.width() >= button.sizeHint().width() for button in buttons))
