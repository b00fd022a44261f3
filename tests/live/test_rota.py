"""Whose turn it is when queues are asked one by one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.live.board import Board, Queue
from supervisor_gui.live.rota import asked, next_queue
from supervisor_gui.live.targets import BELIEVED, DAY, PollMemory, Target, Targets, Verdict
from tests.live.boards import NOON

QUEUES = ("A", "B", "C", "D", "E")


def turns(busy_by_slot) -> list[str]:
    order = QUEUES
    taken = []
    for slot, busy in enumerate(busy_by_slot, start=1):
        name = next_queue(order, busy, slot)
        order = asked(order, name)
        taken.append(name)
    return taken


patterns = st.lists(st.integers(0, 31), min_size=40, max_size=40).map(
    lambda masks: [{name for bit, name in enumerate(QUEUES) if mask >> bit & 1} for mask in masks]
)


@given(patterns)
def test_of_five_queues_none_gets_older_than_ten_slots(busy_by_slot):
    taken = turns(busy_by_slot)
    assert set(taken[:10]) == set(QUEUES)
    for name in QUEUES:
        slots = [slot for slot, one in enumerate(taken) if one == name]
        assert all(later - earlier <= 10 for earlier, later in pairwise(slots))
        assert len(taken) - slots[-1] <= 10


@given(patterns)
def test_no_queue_has_two_slots_in_a_row(busy_by_slot):
    taken = turns(busy_by_slot)
    assert all(one != other for one, other in pairwise(taken))


def test_a_busy_queue_gets_every_second_slot():
    taken = turns([{"C"}] * 20)
    assert taken.count("C") >= 10


def test_one_queue_is_asked_every_slot():
    assert next_queue(("A",), {"A"}, 1) == "A"


def test_without_queues_there_is_no_turn():
    with pytest.raises(IndexError):
        next_queue((), (), 1)


class Wall:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> float:
        return self.at


def board(*names: str, waiting: str = "") -> Board:
    return Board(queues={name: Queue(name=name, waiting=int(name == waiting)) for name in names})


def test_all_queues_are_asked_at_once_until_the_pbx_wants_a_name_and_again_a_day_later():
    wall = Wall()
    targets = Targets(("A",), PollMemory(), wall)
    assert targets.next(Board()) == Target()
    assert targets.refused(Target()) is Verdict.NAME_WANTED
    assert targets.next(Board()) == Target("A")
    assert targets.per_queue
    wall.at += DAY
    assert targets.next(Board()).whole


def test_a_remembered_refusal_saves_the_try_and_names_come_from_everywhere():
    memory = PollMemory(all_refused_at=NOON - 100, queues=("B",))
    targets = Targets(("A",), memory, Wall())
    heard = Board(queues=board("C").queues, unknown_queues=frozenset({"D"}))
    assert {targets.next(heard).queue for _ in range(8)} == {"A", "B", "C", "D"}
    assert targets.rounds == 4
    assert targets.memory((5.0,)) == PollMemory(NOON - 100, ("B", "C", "D"), (5.0,))


def test_without_a_name_there_is_nothing_to_ask():
    targets = Targets((), PollMemory(all_refused_at=NOON - 100), Wall())
    assert targets.next(Board()) is None
    assert targets.missing
    assert targets.now(Board(), frozenset()) is None


def test_a_queue_that_does_not_exist_is_not_asked_again_until_the_user_says_so():
    targets = Targets(("A", "B"), PollMemory(all_refused_at=NOON - 100), Wall())
    targets.next(Board())
    assert targets.refused(Target("A")) is Verdict.DOUBT
    targets.answered(Target("B"))
    assert targets.refused(Target("A")) is Verdict.GONE
    assert {targets.next(Board()).queue for _ in range(4)} == {"B"}
    targets.forgive()
    assert {targets.next(Board()).queue for _ in range(4)} == {"A", "B"}


def test_the_queue_a_user_waits_for_comes_first_and_the_others_soon():
    targets = Targets(QUEUES, PollMemory(all_refused_at=NOON - 100), Wall())
    targets.next(Board())
    assert targets.now(Board(), frozenset({"D", "E"})) == Target("D")
    assert "E" in {targets.next(Board()).queue for _ in range(2)}
    assert targets.now(Board(), frozenset({"nowhere"})).queue in QUEUES
    assert Targets((), PollMemory(), Wall()).now(Board(), frozenset({"A"})).whole


def test_a_passing_refusal_makes_no_pbx_want_names_that_answered_before():
    for targets in (Targets((), PollMemory(queues=("A",)), Wall()), Targets(("A",), PollMemory(), Wall())):
        targets.answered(Target())
        for _ in range(BELIEVED - 1):
            assert targets.refused(Target()) is Verdict.DOUBT
        targets.answered(Target())
        assert [targets.refused(Target()) for _ in range(BELIEVED)][-1] is Verdict.NAME_WANTED
        assert targets.per_queue


def test_queues_learned_from_an_answer_for_all_show_that_it_worked():
    targets = Targets((), PollMemory(queues=("A",)), Wall())
    assert targets.refused(Target()) is Verdict.DOUBT


def test_when_every_queue_is_refused_none_is_gone():
    targets = Targets(("A", "B"), PollMemory(all_refused_at=NOON - 100), Wall())
    for _ in range(10):
        assert targets.refused(targets.next(Board())) is Verdict.DOUBT
    assert set(targets.names) == {"A", "B"}


def test_a_queue_that_answers_again_is_no_longer_doubted():
    targets = Targets(("A", "B"), PollMemory(all_refused_at=NOON - 100), Wall())
    targets.refused(Target("A"))
    targets.answered(Target("A"))
    targets.answered(Target("B"))
    assert targets.refused(Target("A")) is Verdict.DOUBT


def test_when_all_queues_are_answered_for_again_a_day_later_that_is_remembered():
    wall = Wall()
    targets = Targets(("A",), PollMemory(), wall)
    targets.refused(Target())
    wall.at += DAY
    targets.answered(targets.next(Board()))
    assert targets.memory(()).all_refused_at == 0
