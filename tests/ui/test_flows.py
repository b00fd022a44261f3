"""From a key to commands: what a supervisor's choice sends, with real menus and questions on a real window."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.live.board import Agent, Board, MemberState, Queue
from supervisor_gui.live.commands import (
    AddAgent,
    AddNumber,
    Batch,
    Command,
    PauseAgent,
    RemoveAgent,
    RemoveNumber,
    ResumeAgent,
    TargetResult,
    target,
)
from supervisor_gui.live.limits import BreakReason, Limits
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types import AgentStatus, Membership
from supervisor_gui.ui.actions.dialogs import ten_digits
from supervisor_gui.ui.actions.flows import Flows, Target

REASONS = (BreakReason("Çay molası", 15, 20), BreakReason("R&D <b>", 0, 0))


def member(queue: str, *, paused: bool = False, reason: str = "", static: bool = False) -> MemberState:
    kind = Membership.STATIC if static else Membership.DYNAMIC
    return MemberState(queue=queue, membership=kind, paused=paused, reason=reason)


def agent(extension: str, *members: MemberState, external: bool = False) -> Agent:
    places = {place.queue: place for place in members}
    return Agent(extension=extension, status=AgentStatus.IDLE, members=places, external=external)


class ListeningBus:
    """Takes batches and keeps them."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, tuple[Command, ...]]] = []
        self.known: frozenset[tuple[str, str]] = frozenset({("5550001122", "Destek")})

    def submit(self, action: str, commands: Sequence[Command]) -> Batch:
        self.sent.append((action, tuple(commands)))
        return Batch(id=1, action=action, results=tuple(TargetResult(command=c) for c in commands), started=0.0)

    def numbers_in(self, queue: str) -> frozenset[str]:
        return frozenset(number for number, place in self.known if place == queue)

    def numbers(self) -> frozenset[tuple[str, str]]:
        return self.known


AYSE = agent("101", member("Satış"), member("Destek", paused=True, reason="Yemek"))
MEHMET = agent("102", member("Destek", static=True))
OUTSIDE = agent("5550001122", member("Destek"), external=True)
BOARD = Board(
    queues={"Satış": Queue("Satış", waiting=1), "Destek": Queue("Destek", waiting=4), "Muhasebe": Queue("Muhasebe")},
    agents={one.extension: one for one in (AYSE, MEHMET, OUTSIDE)},
)


class Desk:
    """A window with flows and a listening bus."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()
        self.bus = ListeningBus()
        self.flows = Flows(
            self.window,
            self.bus,
            name_of=lambda extension: {"101": "Ayşe"}.get(extension, extension),
            order=lambda: sorted(BOARD.queues.values(), key=lambda queue: -queue.waiting),
            board=lambda: BOARD,
            limits=lambda: Limits(reasons=REASONS),
            policy=Policy(),
        )


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_a_digit_pauses_every_queue_with_that_reason(desk: Desk, qtbot: QtBot) -> None:
    desk.flows.pause(Target((AYSE, MEHMET)), QPoint(10, 10))
    assert desk.flows.menu is not None
    qtbot.keyClick(desk.flows.menu, Qt.Key.Key_1)
    [(action, commands)] = desk.bus.sent
    assert action == "pause"
    assert {target(command) for command in commands} == {("101", "Satış"), ("101", "Destek"), ("102", "Destek")}
    assert {command.reason for command in commands if isinstance(command, PauseAgent)} == {"Çay molası"}


def test_a_pressed_chip_pauses_that_queue_alone(desk: Desk, qtbot: QtBot) -> None:
    desk.flows.pause(Target((AYSE,), "Satış"), QPoint(10, 10))
    assert desk.flows.menu is not None
    qtbot.keyClick(desk.flows.menu, Qt.Key.Key_2)
    assert desk.bus.sent == [("pause", (PauseAgent("101", "Satış", "R&D <b>"),))]


def test_the_list_of_reasons_shows_markup_as_text(desk: Desk) -> None:
    desk.flows.pause(Target((AYSE,)), QPoint(10, 10))
    assert desk.flows.menu is not None
    assert any("R&&D <b>" in action.text() for action in desk.flows.menu.actions())


def test_a_reason_in_own_words_is_sent_trimmed_and_never_empty(desk: Desk, qtbot: QtBot) -> None:
    desk.flows.pause(Target((MEHMET,)), QPoint(10, 10))
    assert desk.flows.menu is not None
    desk.flows.menu.actions()[-1].trigger()
    question = desk.flows.question
    assert question is not None
    box = question.findChild(QLineEdit)
    assert box is not None
    qtbot.keyClicks(box, "   ")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert desk.bus.sent == []
    qtbot.keyClicks(box, "doktor ")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert desk.bus.sent == [("pause", (PauseAgent("102", "Destek", "doktor"),))]


def test_resume_sends_the_last_reason_along_for_paused_queues_only(desk: Desk) -> None:
    desk.flows.resume(Target((AYSE, MEHMET)))
    assert desk.bus.sent == [("resume", (ResumeAgent("101", "Destek", "Yemek"),))]


def test_enter_adds_to_the_most_troubled_queue_that_they_are_not_in(desk: Desk, qtbot: QtBot) -> None:
    desk.flows.add(Target((MEHMET,)))
    question = desk.flows.question
    assert question is not None
    queues = question.findChild(QListWidget)
    assert queues is not None
    assert [queues.item(row).data(Qt.ItemDataRole.UserRole) for row in range(queues.count())] == ["Satış", "Muhasebe"]
    qtbot.keyClick(queues, Qt.Key.Key_Return)
    assert desk.bus.sent == [("add", (AddAgent("102", "Satış"),))]


def test_start_on_break_and_penalty_travel_with_the_add(desk: Desk, qtbot: QtBot) -> None:
    desk.flows.add(Target((MEHMET,)))
    question = desk.flows.question
    assert question is not None
    question.findChild(QSpinBox).setValue(7)
    question.findChild(QCheckBox).setChecked(True)
    question.findChild(QComboBox).setCurrentText("Çay molası")
    question.accept()
    assert desk.bus.sent == [
        ("add", (AddAgent("102", "Satış", penalty=7, paused=True, reason="Çay molası"),)),
    ]


def test_remove_asks_which_queue_when_there_are_several(desk: Desk, qtbot: QtBot) -> None:
    desk.flows.remove(Target((AYSE,)))
    assert desk.bus.sent == []
    question = desk.flows.question
    assert question is not None
    question.findChild(QListWidget).setCurrentRow(1)
    question.accept()
    assert desk.bus.sent == [("remove", (RemoveAgent("101", "Satış"),))]


def test_a_static_member_is_put_to_the_bus_so_that_it_says_why_it_stays(desk: Desk) -> None:
    desk.flows.remove(Target((MEHMET,)))
    assert desk.bus.sent == [("remove", (RemoveAgent("102", "Destek"),))]


def test_external_numbers_are_never_paused(desk: Desk) -> None:
    desk.flows.resume(Target((OUTSIDE,)))
    desk.flows.pause(Target((OUTSIDE,)), QPoint(1, 1))
    assert desk.flows.menu is not None
    desk.flows.menu.actions()[0].trigger()
    assert desk.bus.sent == []


def test_the_numbers_limits_are_told_before_they_are_hit(desk: Desk, qtbot: QtBot) -> None:
    desk.flows.add_number()
    question = desk.flows.question
    assert question is not None
    queue = question.findChild(QComboBox)
    assert queue is not None
    assert "1/5" in queue.itemText(0)
    qtbot.keyClicks(question.findChild(QLineEdit), "0555 000 11 33")
    question.accept()
    assert desk.bus.sent == [("add_number", (AddNumber("5550001133", "Destek", 1),))]


def test_a_known_number_is_removed_by_choosing_it(desk: Desk) -> None:
    desk.flows.remove_number()
    assert desk.flows.question is not None
    desk.flows.question.accept()
    assert desk.bus.sent == [("remove_number", (RemoveNumber("5550001122", "Destek"),))]


def test_a_cancelled_question_sends_nothing(desk: Desk) -> None:
    desk.flows.add(Target((MEHMET,)))
    assert desk.flows.question is not None
    desk.flows.question.reject()
    assert desk.bus.sent == []
    assert desk.flows.question is None


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("5550001122", "5550001122"),
        ("0555 000 11 22", "5550001122"),
        ("+90 (555) 000-11-22", "5550001122"),
        ("0312 111 00 00", "3121110000"),
        ("101", ""),
        ("00905550001122", ""),
        ("٥٥٥٠٠٠١١٢٢", ""),
    ],
)
def test_a_number_is_taken_in_the_ways_people_write_it(typed: str, number: str) -> None:
    assert ten_digits(typed) == number
