"""What the panel of outcomes says of an action, and what its buttons ask for."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.live.commands import Batch, Outcome, PauseAgent, RemoveAgent, TargetResult
from supervisor_gui.netsantral.errors import NoAnswer, Refusal
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.ui.batches import MOST_DETAILS, BatchPanel

NAMES = {"101": "Ayşe <b>"}


def batch(*outcomes: Outcome, number: int = 1, **more: object) -> Batch:
    """An action on one agent a row."""
    results = [
        TargetResult(PauseAgent(f"{101 + place}", "Destek", "Çay molası"), outcome, **more)  # type: ignore[arg-type]
        for place, outcome in enumerate(outcomes)
    ]
    return Batch(id=number, action="pause", results=tuple(results), started=0.0)


@pytest.fixture
def panel(qtbot: QtBot) -> BatchPanel:
    made = BatchPanel(lambda extension: NAMES.get(extension, extension))
    qtbot.addWidget(made)
    return made


def line(panel: BatchPanel) -> str:
    """The one line that sums up."""
    return panel.findChild(QLabel).text()


def button(panel: BatchPanel, words: str) -> QPushButton:
    """The button that says so."""
    return next(one for one in panel.findChildren(QPushButton) if one.text() == words)


def row(panel: BatchPanel, place: int = 0) -> str:
    """What the details say of one pair."""
    return str(panel.findChild(QListView).model().index(place, 0).data())


def details_open(panel: BatchPanel) -> bool:
    return panel.findChild(QListView).isVisible()


def test_it_is_out_of_the_way_until_something_is_done(panel: BatchPanel) -> None:
    assert panel.isHidden()
    panel.show_batch(batch(Outcome.WAITING))
    assert panel.isVisible()


def test_the_line_counts_each_outcome(panel: BatchPanel) -> None:
    panel.show_batch(batch(Outcome.DONE, Outcome.DONE, Outcome.SENT, Outcome.WAITING))
    assert line(panel) == "Break · 1 waiting its turn, 1 sent, 2 done"


def test_while_requests_wait_they_can_be_cancelled_and_nothing_can_be_tried_again(
    panel: BatchPanel, qtbot: QtBot
) -> None:
    panel.show_batch(batch(Outcome.WAITING, Outcome.REFUSED))
    assert not button(panel, "Try the failed again").isVisible()
    with qtbot.waitSignal(panel.cancel_wanted) as asked:
        qtbot.keyClick(button(panel, "Cancel the waiting"), Qt.Key.Key_Space)
    assert asked.args == [1]


def test_when_all_is_over_what_failed_can_be_tried_again_and_is_listed_by_itself(
    panel: BatchPanel, qtbot: QtBot
) -> None:
    panel.show_batch(batch(Outcome.SENT, Outcome.SENT))
    assert not details_open(panel)
    refusal = Refusal("agent_pause", "not_member", code="70", words="Interface not there")
    panel.show_batch(batch(Outcome.DONE, Outcome.REFUSED, error=refusal))
    assert details_open(panel)
    assert not button(panel, "Cancel the waiting").isVisible()
    with qtbot.waitSignal(panel.retry_wanted) as asked:
        qtbot.keyClick(button(panel, "Try the failed again"), Qt.Key.Key_Space)
    assert asked.args == [1]


def test_an_action_without_a_failure_offers_no_second_try_and_opens_no_details(panel: BatchPanel) -> None:
    panel.show_batch(batch(Outcome.DONE, Outcome.CANCELLED))
    assert not button(panel, "Try the failed again").isVisible()
    assert not details_open(panel)


def test_a_refusal_is_told_in_our_words_and_the_pbx_own(panel: BatchPanel) -> None:
    refusal = Refusal("agent_pause", "not_member", code="70", words="Interface <i>not</i> there\u202e")
    panel.show_batch(batch(Outcome.REFUSED, error=refusal))
    assert row(panel).startswith("Ayşe <b> · Destek — refused: ")
    assert explain(refusal).title in row(panel)
    assert "Interface <i>not</i> there‹202E›" in row(panel)


def test_no_answer_is_checking_then_unknown(panel: BatchPanel) -> None:
    lost = NoAnswer("agent_pause", "deadline")
    panel.show_batch(batch(Outcome.CHECKING, error=lost))
    assert "no answer, checking" in row(panel)
    panel.show_batch(batch(Outcome.UNKNOWN, error=lost))
    assert "unknown" in row(panel)
    assert button(panel, "Try the failed again").isVisible()


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("static", "only the portal can take it out"),
        ("busy", "still under way"),
        ("limit_numbers", "5 external numbers"),
        ("policy", "may not do that"),
    ],
)
def test_what_was_never_sent_says_why(panel: BatchPanel, word: str, said: str) -> None:
    result = TargetResult(RemoveAgent("101", "Destek"), Outcome.REFUSED, refused_here=word)
    panel.show_batch(Batch(id=1, action="remove", results=(result,), started=0.0))
    assert line(panel) == "Remove from queue · 1 refused"
    assert said in row(panel)


def test_a_newer_action_takes_the_place_and_an_older_one_never_takes_it_back(panel: BatchPanel) -> None:
    panel.show_batch(batch(Outcome.WAITING, number=2))
    panel.show_batch(batch(Outcome.DONE, Outcome.DONE, number=1))
    assert line(panel) == "Break · 1 waiting its turn"
    panel.show_batch(batch(Outcome.DONE, number=3))
    assert line(panel) == "Break · 1 done"


def test_put_away_it_comes_back_when_the_next_action_moves(panel: BatchPanel, qtbot: QtBot) -> None:
    panel.show_batch(batch(Outcome.DONE))
    qtbot.keyClick(button(panel, "Close"), Qt.Key.Key_Space)
    assert panel.isHidden()
    panel.show_batch(batch(Outcome.SENT, number=2))
    assert panel.isVisible()


def test_details_that_were_closed_by_hand_stay_closed_while_the_same_action_moves(
    panel: BatchPanel, qtbot: QtBot
) -> None:
    panel.show_batch(batch(Outcome.REFUSED, Outcome.DONE))
    qtbot.keyClick(button(panel, "Details"), Qt.Key.Key_Space)
    assert not details_open(panel)
    panel.show_batch(batch(Outcome.REFUSED, Outcome.DONE))
    assert not details_open(panel)


def test_an_absurdly_long_name_leaves_the_panel_its_size(panel: BatchPanel) -> None:
    result = TargetResult(PauseAgent("9" * 5000, "Ğ" * 10_000, "x"), Outcome.DONE)
    panel.show_batch(Batch(id=1, action="pause", results=(result,), started=0.0))
    assert len(row(panel)) < 120
    assert panel.minimumSizeHint().width() < QSize(1000, 0).width()


def test_an_older_action_that_ends_badly_is_told_when_the_newer_one_went_well(panel: BatchPanel) -> None:
    panel.show_batch(batch(Outcome.CHECKING, number=1))
    panel.show_batch(batch(Outcome.SENT, number=2))
    panel.show_batch(batch(Outcome.UNKNOWN, number=1))
    assert line(panel) == "Break · 1 sent"
    panel.show_batch(batch(Outcome.DONE, number=2))
    assert line(panel) == "Break · 1 unknown"
    assert button(panel, "Try the failed again").isVisible()


def test_an_action_that_was_put_away_stays_away_until_it_ends(panel: BatchPanel) -> None:
    panel.show_batch(batch(Outcome.WAITING, Outcome.WAITING))
    button(panel, "Close").click()
    panel.show_batch(batch(Outcome.DONE, Outcome.SENT))
    assert panel.isHidden()
    panel.show_batch(batch(Outcome.DONE, Outcome.REFUSED))
    assert panel.isVisible()


def test_another_session_counts_its_actions_from_one_again(panel: BatchPanel) -> None:
    panel.show_batch(batch(Outcome.DONE, number=5))
    panel.forget()
    assert panel.isHidden()
    panel.show_batch(batch(Outcome.SENT, number=1))
    assert line(panel) == "Break · 1 sent"


@pytest.mark.parametrize("words", ["", "Interface not there " * 40], ids=["short", "wider than the window"])
def test_the_details_are_as_high_as_their_lines_up_to_a_bound(qtbot: QtBot, words: str) -> None:
    window, panel = QWidget(), BatchPanel(str)
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(QWidget(), 1)
    layout.addWidget(panel)
    window.resize(900, 500)
    window.show()
    details = panel.findChild(QListView)
    refusal = Refusal("agent_pause", "not_member", code="70", words=words)
    for number, count in enumerate((1, 2, 5, 3), start=1):
        panel.show_batch(batch(*[Outcome.REFUSED] * count, number=number, error=refusal))
        wanted = count * details.sizeHintForRow(0)
        qtbot.waitUntil(lambda wanted=wanted: details.viewport().height() == wanted)  # type: ignore[misc]
        assert not details.verticalScrollBar().isVisible(), "every line is seen"
    panel.show_batch(batch(*[Outcome.REFUSED] * 60, number=9, error=refusal))
    qtbot.waitUntil(lambda: details.height() == MOST_DETAILS)
    assert details.verticalScrollBar().isVisible()
