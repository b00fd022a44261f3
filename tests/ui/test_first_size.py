"""The first size of the window: all of it is on the screen."""

import pytest
from PySide6.QtCore import QSize

from supervisor_gui.app import fitting
from supervisor_gui.ui.main_window import FIRST_SIZE, SMALLEST


@pytest.mark.parametrize("room", [QSize(1366, 728), QSize(1920, 700), QSize(1280, 1024)])
def test_a_small_screen_shows_the_whole_window_with_its_frame(room: QSize) -> None:
    size = fitting(QSize(*FIRST_SIZE), room)
    assert size.width() <= FIRST_SIZE[0]
    assert size.width() < room.width()
    assert size.height() < room.height()
    assert room.width() - size.width() >= 16 or size.width() == FIRST_SIZE[0]


def test_a_large_screen_leaves_the_window_as_it_is_meant() -> None:
    assert fitting(QSize(*FIRST_SIZE), QSize(2560, 1400)) == QSize(*FIRST_SIZE)


def test_the_smallest_window_fits_a_small_laptop_at_125_percent() -> None:
    laptop = QSize(round(1366 / 1.25), round(768 / 1.25))
    assert fitting(QSize(*SMALLEST), laptop) == QSize(*SMALLEST)
