"""Agents as tiles or as a table, changed to and fro all day."""

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel

from supervisor_gui.ui.board.page import BoardView
from tests.helpers.board_samples import agent, board, update


def followers(page: BoardView) -> int:
    """How many selections follow the rows, after those to be deleted have been."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return len(page.agents.tiles.findChildren(QItemSelectionModel))


def test_changing_to_tiles_and_back_leaves_no_selection_behind_that_follows_the_rows(page: BoardView) -> None:
    page.show_update(update(board([agent("101"), agent("102"), agent("103")])))
    page.show_tiles(True)
    page.show_tiles(False)
    once = followers(page)
    for _ in range(10):
        page.show_tiles(True)
        page.agents.tiles.select(("102",))
        page.show_tiles(False)
        assert page.selected().extensions == ("102",)
    assert followers(page) == once
