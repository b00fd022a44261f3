"""The agent's corner: what it shows of the own extension, and what its buttons and keys wish."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.live.board import Agent, Pending
from supervisor_gui.live.limits import BreakReason
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types import AgentStatus, Membership
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.calls.agent_corner import AgentCorner
from tests.helpers.board_samples import NOW, agent, name_of

REASONS = (BreakReason("Çay molası", 10, 15), BreakReason("R&D <b>", 0, 0))


class Wishes:
    """What the corner wished, in order."""

    def __init__(self, corner: AgentCorner) -> None:
        self.heard: list[tuple[Any, ...]] = []
        corner.break_wanted.connect(lambda reason: self.heard.append(("break", reason)))
        corner.other_reason_wanted.connect(lambda: self.heard.append(("other",)))
        corner.resume_wanted.connect(lambda: self.heard.append(("resume",)))
        corner.shift_wanted.connect(lambda queues: self.heard.append(("start", queues)))
        corner.shift_over.connect(lambda: self.heard.append(("end",)))
        corner.queues_chosen.connect(lambda queues: self.heard.append(("mine", queues)))
        corner.extension_chosen.connect(lambda extension: self.heard.append(("extension", extension)))


@pytest.fixture
def corner(qtbot: QtBot, qapp: QApplication) -> Iterator[AgentCorner]:
    looks.apply(qapp, looks.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    made = AgentCorner(window)
    made.apply_theme(looks.LIGHT)
    made.resize(320, 260)
    made.set_reasons(REASONS)
    made.set_names(name_of)
    made.set_extension("101")
    window.show()
    yield made
    window.hide()


def show(corner: AgentCorner, who: Agent | None, now: float = NOW) -> None:
    corner.set_queues(("Destek", "Satış"), ())
    corner.show_agent(who, now)


def test_it_shows_state_time_queues_and_calls_of_the_own_extension(corner: AgentCorner) -> None:
    show(corner, agent("101", AgentStatus.TALKING, ("Destek", "Satış"), since=NOW - 75, calls=12))
    assert corner.state.text() == "Talking"
    assert corner.time.text() == "01:15"
    assert [chip.queue for chip in corner.chips.chips] == ["Destek", "Satış"]
    assert "12" in corner.today.text()


def test_the_time_ticks_and_a_begin_that_was_not_seen_is_marked(corner: AgentCorner) -> None:
    show(corner, agent("101", since=NOW - 60, exact=False))
    corner.tick(NOW + 5)
    assert corner.time.text() == "≥ 01:05"


def test_a_break_shows_its_reason_and_the_queues_it_holds_in(corner: AgentCorner) -> None:
    show(corner, agent("101", queues=("Destek", "Satış"), paused=("Destek",), reason="Yemek"))
    assert [chip.paused for chip in corner.chips.chips] == [True, False]
    show(corner, agent("101", queues=("Destek",), paused=("Destek",), reason="Yemek"))
    assert corner.state.text() == "Break · Yemek"


def test_a_break_takes_two_keys(corner: AgentCorner, qtbot: QtBot) -> None:
    wishes = Wishes(corner)
    show(corner, agent("101"))
    qtbot.keyClick(corner.take_break, Qt.Key.Key_Space)
    assert corner.menu is not None
    qtbot.keyClick(corner.menu, Qt.Key.Key_1)
    assert wishes.heard == [("break", "Çay molası")]


def test_markup_in_a_reason_is_text_and_another_reason_is_asked_for(corner: AgentCorner) -> None:
    wishes = Wishes(corner)
    show(corner, agent("101"))
    corner.open_breaks()
    assert corner.menu is not None
    texts = [action.text() for action in corner.menu.actions()]
    assert "&2  R&&D <b>" in texts
    corner.menu.actions()[-1].trigger()
    corner.menu.hide()
    assert wishes.heard == [("other",)]


def test_resume_is_offered_on_break_only(corner: AgentCorner, qtbot: QtBot) -> None:
    wishes = Wishes(corner)
    show(corner, agent("101"))
    assert not corner.resume.isEnabled()
    assert corner.resume.accessibleDescription()
    show(corner, agent("101", paused=("Destek",)))
    qtbot.mouseClick(corner.resume, Qt.MouseButton.LeftButton)
    assert wishes.heard == [("resume",)]


def test_a_shift_starts_with_the_remembered_queues(corner: AgentCorner, qtbot: QtBot) -> None:
    wishes = Wishes(corner)
    corner.set_queues(("Destek", "Satış", "İade"), ("Destek", "Satış"))
    corner.show_agent(None, NOW)
    assert corner.state.text() == "In no queue"
    assert not corner.take_break.isEnabled()
    assert not corner.end.isEnabled()
    qtbot.mouseClick(corner.start, Qt.MouseButton.LeftButton)
    assert wishes.heard == [("start", ("Destek", "Satış"))]


def test_the_first_shift_asks_which_queues_are_mine(corner: AgentCorner, qtbot: QtBot) -> None:
    wishes = Wishes(corner)
    show(corner, None)
    qtbot.mouseClick(corner.start, Qt.MouseButton.LeftButton)
    assert corner.question is not None
    queues = corner.question.findChild(QListWidget)
    assert queues is not None
    queues.item(1).setCheckState(Qt.CheckState.Checked)
    corner.question.accept()
    assert wishes.heard[-2:] == [("mine", ("Satış",)), ("start", ("Satış",))]


def test_a_question_without_a_queue_cannot_be_answered(corner: AgentCorner, qtbot: QtBot) -> None:
    wishes = Wishes(corner)
    show(corner, None)
    qtbot.mouseClick(corner.start, Qt.MouseButton.LeftButton)
    assert corner.question is not None
    qtbot.keyClick(corner.question, Qt.Key.Key_Return)
    assert corner.question is not None
    corner.question.reject()
    assert wishes.heard == []


def test_the_queues_can_be_chosen_anew_by_keys(corner: AgentCorner, qtbot: QtBot) -> None:
    wishes = Wishes(corner)
    corner.set_queues(("Destek", "Satış"), ("Destek",))
    corner.show_agent(agent("101"), NOW)
    qtbot.keyClick(corner.choose, Qt.Key.Key_Space)
    assert corner.question is not None
    queues = corner.question.findChild(QListWidget)
    assert queues is not None
    qtbot.keyClick(queues, Qt.Key.Key_Down)
    qtbot.keyClick(queues, Qt.Key.Key_Space)
    qtbot.keyClick(queues, Qt.Key.Key_Return)
    assert wishes.heard == [("mine", ("Destek", "Satış"))]


def test_who_is_in_all_his_queues_ends_the_shift_but_does_not_start_it(corner: AgentCorner, qtbot: QtBot) -> None:
    wishes = Wishes(corner)
    corner.set_queues(("Destek", "Satış"), ("Destek",))
    corner.show_agent(agent("101"), NOW)
    assert not corner.start.isEnabled()
    qtbot.mouseClick(corner.end, Qt.MouseButton.LeftButton)
    assert wishes.heard == [("end",)]


def test_a_fixed_member_is_told_why_the_shift_does_not_end_here(corner: AgentCorner) -> None:
    show(corner, agent("101", membership=Membership.STATIC))
    assert not corner.end.isEnabled()
    assert "portal" in corner.end.accessibleDescription()


def test_without_an_extension_it_asks_for_it(corner: AgentCorner, qtbot: QtBot) -> None:
    wishes = Wishes(corner)
    corner.set_extension("")
    assert corner.field.isVisible()
    assert not corner.take_break.isVisible()
    corner.window().activateWindow()
    qtbot.waitUntil(corner.isActiveWindow)
    corner.ask_extension()
    assert corner.field.hasFocus()
    qtbot.keyClicks(corner.field, "1")
    qtbot.keyClick(corner.field, Qt.Key.Key_Return)
    assert wishes.heard == []
    qtbot.keyClicks(corner.field, "0x4")
    qtbot.keyClick(corner.field, Qt.Key.Key_Return)
    assert wishes.heard == [("extension", "104")]
    corner.set_extension("104")
    assert not corner.field.isVisible()
    assert corner.take_break.isVisible()


def test_a_seat_that_may_not_is_told_so(corner: AgentCorner) -> None:
    corner.set_policy(Policy(denied=("pause", "resume", "add", "remove")))
    show(corner, agent("101", paused=("Destek",)))
    for button in (corner.take_break, corner.resume, corner.start, corner.end):
        assert not button.isEnabled()
        assert "may not" in button.accessibleDescription()


@pytest.mark.parametrize("theme", [looks.LIGHT, looks.DARK])
def test_it_can_be_drawn_in_both_looks_with_controls_that_have_names(corner: AgentCorner, theme: looks.Theme) -> None:
    corner.apply_theme(theme)
    show(corner, agent("101", AgentStatus.RINGING, ("Destek", "Satış"), paused=("Satış",)))
    assert not corner.grab().isNull()
    buttons = (corner.take_break, corner.resume, corner.start, corner.end, corner.choose, corner.use)
    assert all(button.accessibleName() for button in buttons)


def test_an_action_under_way_is_seen_on_its_queue(corner: AgentCorner) -> None:
    who = agent("101")
    member = msgspec.structs.replace(who.members["Destek"], pending=Pending.SENT, intent="pause")
    show(corner, msgspec.structs.replace(who, members={"Destek": member}))
    assert corner.chips.chips[0].sign == "…"
