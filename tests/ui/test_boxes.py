"""Boxes to tick: their frame can be seen on its ground, and whether they are ticked, in both looks."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QMenu, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.calls.corner_parts import QueuesQuestion, TickList
from supervisor_gui.ui.theme import DARK, LIGHT, Theme
from tests.ui.test_theme import contrast

SEEN = 3.0
SIDE = 13


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    """A look on the application."""
    looks.apply(qapp, request.param)
    yield request.param
    looks.apply(qapp, LIGHT)


def marked(picture: QPixmap, ground: str) -> int:
    """How many pixels stand out from `ground`."""
    image = picture.toImage()
    colours = (image.pixelColor(x, y) for y in range(image.height()) for x in range(image.width()))
    return sum(contrast(QColor(colour).name(), ground) >= SEEN for colour in colours)


def check_boxes(unticked: int, ticked: int) -> None:
    """Most of a frame's four sides is seen, and a tick in it."""
    assert unticked >= 2.5 * SIDE
    assert ticked >= unticked + SIDE


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_a_box_beside_words_can_be_seen(qtbot: QtBot, theme: Theme, kind: type[QCheckBox] | type[QRadioButton]) -> None:
    panel = QFrame(objectName="boardPanel")
    box = kind(panel)
    QVBoxLayout(panel).addWidget(box)
    qtbot.addWidget(panel)
    panel.show()
    ground = panel.grab().toImage().pixelColor(panel.width() // 2, 5).name()
    unticked = marked(box.grab(), ground)
    box.setChecked(True)
    check_boxes(unticked, marked(box.grab(), ground))


def test_a_box_in_a_menu_can_be_seen(qtbot: QtBot, theme: Theme) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    action = menu.addAction(" ")
    action.setCheckable(True)
    menu.resize(menu.sizeHint())
    row = menu.actionGeometry(action).adjusted(2, 2, -2, -2)
    ground = menu.grab(row).toImage().pixelColor(row.width() - 1, row.height() // 2).name()
    unticked = marked(menu.grab(row), ground)
    action.setChecked(True)
    check_boxes(unticked, marked(menu.grab(row), ground))


def test_a_box_in_a_list_can_be_seen(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    question = QueuesQuestion(parent, ("", " "), ("",))
    ticks = question.findChild(TickList)
    assert ticks is not None
    question.show()
    ticks.setCurrentRow(-1)
    yes, no = (marked(ticks.viewport().grab(ticks.visualItemRect(ticks.item(row))), theme.surface) for row in range(2))
    check_boxes(no, yes)
