"""The window around the pages: its title, the age of its figures, its status bar, and how it closes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.live.commands import Batch, Outcome, PauseAgent, TargetResult
from supervisor_gui.live.status import Link, PollStatus
from supervisor_gui.netsantral.errors import NotSent
from supervisor_gui.netsantral.types import StreamChange, StreamState
from supervisor_gui.ui.link_words import Freshness
from supervisor_gui.ui.main_window import MainWindow

AT = 1_800_000_000.0


def window_of(qtbot: QtBot, *, demo: bool = False) -> MainWindow:
    made = MainWindow(str, demo=demo)
    # The last step of the program's end; without it the window asks instead of closing.
    qtbot.addWidget(made, before_close_func=MainWindow.close_for_good)
    made.show()
    return made


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return window_of(qtbot)


def bar(window: MainWindow) -> dict[str, str]:
    """What the status bar says, by accessible name; hidden parts are left out."""
    labels = window.link.findChildren(QLabel)
    return {label.accessibleName(): label.text() for label in labels if label.text() and label.isVisible()}


def test_the_title_says_who_and_how_many_wait(window: MainWindow) -> None:
    assert window.windowTitle() == "NetSantral Supervisor"
    window.show_profile("Ofis", "8501110000")
    window.show_waiting(7)
    assert window.windowTitle() == "(7) 8501110000 – NetSantral Supervisor"
    window.show_waiting(0)
    assert window.windowTitle() == "8501110000 – NetSantral Supervisor"


def test_the_demo_is_marked_in_the_title_and_on_the_board(qtbot: QtBot, window: MainWindow) -> None:
    demo = window_of(qtbot, demo=True)
    assert demo.windowTitle().endswith("DEMO")
    assert demo.top.demo.isVisible()
    assert not window.top.demo.isVisible()


def test_a_hostile_profile_name_is_plain_and_short(window: MainWindow) -> None:
    window.show_profile("<b>" + "Ğ" * 5000 + "\u202e", "8501110000")
    assert window.top.title.textFormat() is Qt.TextFormat.PlainText
    assert window.top.title.text().startswith("<b>Ğ")
    assert window.top.title.text().endswith("…")
    assert len(window.top.title.text()) == 60


def test_closing_asks_the_program_and_only_its_end_closes(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.close_wanted):
        window.close()
    assert window.isVisible()
    window.close_for_good()
    assert not window.isVisible()


def test_the_age_ages_while_nothing_comes_and_the_pill_changes_its_look(window: MainWindow) -> None:
    window.show_status(PollStatus(link=Link.OK, last_ok=AT, interval=30.0, next_at=AT + 30))
    assert window.tick(AT + 10) is Freshness.FRESH
    assert (window.top.age.text(), window.top.next.text()) == ("10 s ago", "next in 20 s")
    assert window.tick(AT + 50) is Freshness.DIM
    assert window.top.age.property("level") == "dim"
    assert not window.top.next.isVisible(), "what is due is not counted down below zero"
    assert window.tick(AT + 90) is Freshness.GREY
    assert (window.top.age.property("level"), window.top.age.text()) == ("grey", "1 min ago")


def test_pages_open_from_the_rail(qtbot: QtBot, window: MainWindow) -> None:
    pages = {name: QWidget() for name in ("live", "settings")}
    for name, page in pages.items():
        window.rail.add(name)
        window.add_page(name, page)
    window.page_wanted.connect(window.open_page)
    qtbot.keyClick(window.rail.findChild(QToolButton, "settings"), Qt.Key.Key_Space)
    assert window.stack.currentWidget() is pages["settings"]
    window.open_page("live")
    assert window.rail.findChild(QToolButton, "live").isChecked()


def test_geometry_comes_back_and_nonsense_does_no_harm(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1000, 707)  # no wider than the offscreen screen lets a window come back
    text = window.geometry_text()
    other = window_of(qtbot)
    other.restore_geometry_text("ğ§ not base64")
    other.restore_geometry_text("")
    other.restore_geometry_text(text)
    assert (other.width(), other.height()) == (1000, 707)


# The status bar.


def test_the_bar_is_silent_without_a_profile(window: MainWindow) -> None:
    window.show_status(PollStatus(link=Link.OK, last_ok=AT))
    assert bar(window).keys() <= {"Encryption"}


def test_the_bar_tells_link_budget_events_and_encryption(window: MainWindow) -> None:
    window.show_profile("Ofis", "8501110000")
    window.show_status(PollStatus(link=Link.OK, last_ok=AT, left=1, limit=2, next_at=AT + 9))
    window.link.show_stream(StreamChange(StreamState.ON))
    window.tick(AT + 1)
    assert bar(window) == {
        "Connection": "8501110000  connected",
        "Queries left": "Queue queries 1/2 · next in 8 s",
        "Event stream": "events on",
        "Encryption": "⚠ PBX connection and events are not encrypted",
    }


def test_encryption_is_not_claimed_before_anything_has_answered(window: MainWindow) -> None:
    window.show_profile("Ofis", "8501110000")
    window.show_status(PollStatus(link=Link.FAILING, error=NotSent("queue_status", "refused"), encrypted=True))
    assert "Encryption" not in bar(window)
    assert "does not take the connection" in bar(window)["Connection"]


def test_actions_under_way_are_counted_until_they_end(window: MainWindow) -> None:
    def batch(number: int, *outcomes: Outcome) -> Batch:
        results = tuple(TargetResult(PauseAgent("101", "Destek", ""), outcome) for outcome in outcomes)
        return Batch(id=number, action="pause", results=results, started=0.0)

    def under_way() -> list[str]:
        return [label.text() for label in window.link.findChildren(QLabel) if "under way" in label.text()]

    window.link.show_batch(batch(1, Outcome.SENT, Outcome.WAITING))
    window.link.show_batch(batch(2, Outcome.CHECKING))
    assert under_way()[0].startswith("3 ")
    window.link.show_batch(batch(1, Outcome.DONE, Outcome.REFUSED))
    assert under_way()[0].startswith("1 ")
    window.link.show_batch(batch(2, Outcome.UNKNOWN))
    assert under_way() == []
