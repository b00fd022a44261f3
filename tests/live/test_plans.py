"""Which commands an action on some agents means, and what a seat may do and see."""

from supervisor_gui.live import plans
from supervisor_gui.live.commands import (
    AddAgent,
    AddNumber,
    Batch,
    Outcome,
    PauseAgent,
    RemoveAgent,
    ResumeAgent,
    TargetResult,
    target,
)
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types import Membership
from tests.live.boards import agent, board_of, queue, seen

BOARD = board_of(
    seen(
        0,
        queue("Destek", agent("101"), agent("102", pause="Çay", membership=Membership.STATIC), agent("5550001122")),
        queue("Satis", agent("101", pause="Öğle")),
        queue("Muhasebe"),
    )
)
AGENTS = tuple(BOARD.agents.values())


def test_a_break_is_asked_for_in_every_queue_where_it_is_not_so_already():
    assert plans.pause(AGENTS, "Çay") == (PauseAgent("101", "Destek", "Çay"), PauseAgent("101", "Satis", "Çay"))
    assert plans.pause(AGENTS, "Çay", "Satis") == (PauseAgent("101", "Satis", "Çay"),)


def test_the_end_of_a_break_takes_its_reason_along():
    assert plans.resume(AGENTS) == (ResumeAgent("101", "Satis", "Öğle"), ResumeAgent("102", "Destek", "Çay"))
    assert plans.resume(AGENTS, "Destek") == (ResumeAgent("102", "Destek", "Çay"),)


def test_outside_numbers_have_no_breaks():
    assert plans.pause([BOARD.agents["5550001122"]], "Çay") == ()


def test_only_those_who_are_not_in_a_queue_are_added_to_it():
    assert plans.add(AGENTS, "Satis", penalty=2) == (AddAgent("102", "Satis", 2),)


def test_a_removal_is_planned_for_static_members_too():
    assert plans.remove(AGENTS, "Destek") == (RemoveAgent("101", "Destek"), RemoveAgent("102", "Destek"))


def test_a_seat_is_told_why_not_and_sees_what_it_may():
    strict = Policy(denied=("pause",), mask_numbers=True)
    assert (strict.why_not("pause"), strict.why_not("resume")) == ("policy", "")
    assert strict.number("05550001122") == "•••22"
    assert strict.number("") == ""
    assert Policy().number("05550001122") == "05550001122"


def test_a_batch_is_finished_when_every_target_is():
    assert target(AddNumber("5550001122", "Destek")) == ("5550001122", "Destek")
    done = TargetResult(PauseAgent("101", "Destek", "Çay"), Outcome.DONE)
    waits = TargetResult(PauseAgent("102", "Destek", "Çay"), Outcome.CHECKING)
    batch = Batch(id=1, action="pause", results=(done, waits), started=0.0)
    assert not batch.finished
    assert batch.count(Outcome.DONE, Outcome.CHECKING) == 2
    assert Batch(id=1, action="pause", results=(done,), started=0.0).finished
