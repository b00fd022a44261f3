"""Where toasts stand: over nothing that is pressed, typed into or read to its end, whatever comes and goes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QListView, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.autodial.values import ListState
from supervisor_gui.config import Settings
from supervisor_gui.live.commands import Batch, Outcome, PauseAgent, TargetResult
from supervisor_gui.live.policy import Policy
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.campaigns.board_strip import BoardStrip
from supervisor_gui.ui.main_window import SMALLEST
from supervisor_gui.ui.messages import Message, Tone
from supervisor_gui.ui.shell import Shell
from supervisor_gui.ui.toasts import GAP, MOST, lowest_place
from tests.helpers.shown_lists import shown, view

LIST = shown(1, "Memnuniyet", ListState.RUNNING, (141, 68, 19, 12))
WORDS = "This computer has no keyring that could keep a password. It is kept for this run of the program alone. " * 2
COLUMN = QRect(600, 100, 400, 500)


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication) -> Iterator[Shell]:
    looks.apply(qapp, looks.LIGHT)
    made = Shell(policy=Policy(), settings=Settings(), theme=looks.LIGHT)
    made.window.resize(1280, 800)
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    made.window.close_for_good()
    made.window.deleteLater()


def settle() -> None:
    """Let every layout have its say."""
    for _ in range(5):
        QApplication.processEvents()


def tell(shell: Shell, text: str = WORDS) -> None:
    shell.messages.tell(Message(text, tone=Tone.PROBLEM))


def strip_on(shell: Shell) -> BoardStrip:
    strip = BoardStrip()
    strip.apply_theme(looks.LIGHT)
    shell.board.put_below(strip)
    return strip


def place(shell: Shell, part: QWidget) -> QRect:
    return QRect(part.mapTo(shell.window, QPoint(0, 0)), part.size())


def toasts(shell: Shell) -> list[QRect]:
    return [toast.geometry() for toast in shell.toasts.shown if toast.isVisible()]


def covered(shell: Shell, *parts: QWidget) -> list[QWidget]:
    return [part for part in parts if any(place(shell, part).intersects(toast) for toast in toasts(shell))]


def outcome(outcome: Outcome, count: int = 1) -> Batch:
    results = tuple(TargetResult(PauseAgent(str(101 + n), "Destek", "Çay"), outcome) for n in range(count))
    return Batch(id=1, action="pause", results=results, started=0.0)


def test_the_stop_of_a_running_list_stays_free_when_the_toast_was_first(shell: Shell) -> None:
    strip = strip_on(shell)
    tell(shell)
    settle()
    (low,) = toasts(shell)
    strip.show_view(view(LIST))
    settle()
    assert strip.isVisible()
    assert covered(shell, strip, shell.window.link) == []
    strip.show_view(view())
    settle()
    assert toasts(shell) == [low], "when the strip has gone it is where it was"


@pytest.mark.parametrize("count", [1, 60])
def test_the_strip_of_outcomes_and_its_details_stay_free(shell: Shell, count: int) -> None:
    strip = strip_on(shell)
    strip.show_view(view(LIST))
    tell(shell)
    shell.window.batches.show_batch(outcome(Outcome.REFUSED, count))
    settle()
    assert shell.window.batches.isVisible()
    assert covered(shell, shell.window.batches, strip, shell.window.link) == []


def test_the_own_calls_below_every_page_stay_free(shell: Shell) -> None:
    tell(shell)
    calls = QPushButton("Hang up")
    shell.window.below.addWidget(calls)
    settle()
    assert covered(shell, calls) == []


def test_another_page_has_its_buttons_elsewhere(shell: Shell) -> None:
    page = QWidget()
    rows, transfer = QListView(), QPushButton("Transfer")
    layout = QVBoxLayout(page)
    layout.addWidget(rows, 1)
    layout.addWidget(transfer)
    shell.window.add_page("calls", page)
    tell(shell)
    settle()
    (low,) = toasts(shell)
    shell.window.open_page("calls")
    settle()
    assert covered(shell, transfer) == []
    shell.window.open_page("live")
    settle()
    assert toasts(shell) == [low]


@pytest.mark.parametrize("size", [SMALLEST, (1280, 800), (1920, 1080)])
def test_many_stand_beside_each_other_inside_of_every_window(shell: Shell, size: tuple[int, int]) -> None:
    strip = strip_on(shell)
    strip.show_view(view(LIST))
    shell.window.resize(*size)
    for number in range(MOST):
        tell(shell, f"{number} {WORDS}")
    settle()
    seen = toasts(shell)
    assert len(seen) == MOST
    assert all(shell.window.rect().contains(one) for one in seen)
    assert not any(one.intersects(two) for one in seen for two in seen if one is not two)
    assert covered(shell, strip, shell.window.top, shell.window.link) == []


def test_one_without_room_comes_when_a_newer_one_has_left(shell: Shell) -> None:
    shell.window.resize(*SMALLEST)
    for number in range(MOST):
        tell(shell, f"{number} {WORDS * 3}")
    settle()
    assert 0 < len(toasts(shell)) < MOST
    first = shell.toasts.shown[0]
    assert not first.isVisible()
    for newer in shell.toasts.shown[1:]:
        newer.leave()
    assert shell.toasts.shown == (first,)
    assert first.isVisible()


def test_the_newest_is_told_in_a_room_lower_than_its_words(shell: Shell) -> None:
    shell.window.resize(*SMALLEST)
    tell(shell, WORDS * 9)
    settle()
    (seen,) = toasts(shell)
    assert seen.top() >= 0


@pytest.mark.parametrize(
    ("taken", "placed", "bottom"),
    [
        ([], [], 600),
        ([QRect(900, 560, 80, 30)], [], 560 - GAP),
        ([QRect(100, 560, 400, 30)], [], 600),
        ([QRect(900, 560, 80, 30), QRect(900, 500, 80, 30)], [], 500 - GAP),
        ([QRect(900, 560, 80, 30), QRect(900, 380, 80, 30)], [], 560 - GAP),
        ([], [QRect(600, 500, 400, 100)], 500 - GAP),
        ([QRect(900, y, 80, 30) for y in (150, 250, 350, 450)] + [QRect(990, 590, 5, 5)], [], 600),
    ],
    ids=["free", "button", "beside", "two buttons", "between", "toast", "the least where nothing is free"],
)
def test_the_lowest_place_that_covers_nothing(taken: list[QRect], placed: list[QRect], bottom: int) -> None:
    found = lowest_place(120, COLUMN, taken, placed)
    assert found is not None
    assert found == QRect(600, bottom - 120, 400, 120)


def test_there_is_no_place_over_another_toast() -> None:
    assert lowest_place(120, COLUMN, [], [QRect(600, 200, 400, 300)]) is None
