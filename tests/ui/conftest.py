"""A board page in a real window with a clock that the test moves."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supervisor_gui.live.limits import BreakReason, Limits
from supervisor_gui.live.policy import Policy
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.board.page import BoardView
from tests.helpers.board_samples import NOW, name_of

LIMITS = Limits(reasons=(BreakReason("çay molası", 10, 15),))


class Clock:
    """Epoch seconds that stand still until they are moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    """The page's wall clock."""
    return Clock()


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, clock: Clock) -> Iterator[BoardView]:
    """The page, shown and empty."""
    looks.apply(qapp, looks.LIGHT)
    view = BoardView(wall=clock)
    qtbot.addWidget(view)
    view.set_context(names=name_of, limits=LIMITS, policy=Policy(), account="8501110000")
    view.resize(1440, 760)
    view.show()
    qtbot.waitExposed(view)
    yield view
    view.hide()
