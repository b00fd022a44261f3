"""How a user's commands show on the board, and that an older answer never undoes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.live.board import Board, Pending
from supervisor_gui.live.commands import (
    AddAgent,
    AddNumber,
    Command,
    Outcome,
    PauseAgent,
    RemoveAgent,
    RemoveNumber,
    ResumeAgent,
)
from supervisor_gui.live.items import IntentAnswered, IntentEnded, IntentSent, Snapshot
from supervisor_gui.live.metrics import queue_view, totals
from supervisor_gui.live.reduce_intents import shown
from supervisor_gui.netsantral.types import Membership
from tests.live.boards import NOON, agent, board_of, one, queue, seen, status

START = seen(0, queue("Destek", agent("101"), agent("102", pause="Öğle")), queue("Satis"))
PAUSE = PauseAgent(extension="101", queue="Destek", reason="Çay")
RESUME = ResumeAgent(extension="102", queue="Destek", reason="Öğle")
ADD = AddAgent(extension="101", queue="Satis", penalty=2)
REMOVE = RemoveAgent(extension="101", queue="Destek")


def member(board: Board, command: Command):
    """The pair that a command is about, None when it is not on the board."""
    extension = command.number if isinstance(command, AddNumber | RemoveNumber) else command.extension
    one_agent = board.agents.get(extension)
    return one_agent.members.get(command.queue) if one_agent is not None else None


def sent(command: Command, at: float = 10) -> IntentSent:
    return IntentSent(command, NOON + at)


def answered(command: Command, *, ok: bool | None = True, at: float = 11) -> IntentAnswered:
    return IntentAnswered(command, NOON + at, ok)


def ended(command: Command, outcome: Outcome, at: float = 11) -> IntentEnded:
    return IntentEnded(command, NOON + at, outcome)


def test_a_sent_command_shows_as_pending_and_changes_nothing_yet():
    pause = member(board_of(START, sent(PAUSE)), PAUSE)
    assert (pause.pending, pause.intent, pause.paused) == (Pending.SENT, "pause", False)


def test_a_break_shows_with_its_reason_when_the_pbx_says_yes():
    pause = member(board_of(START, sent(PAUSE), answered(PAUSE)), PAUSE)
    assert (pause.paused, pause.reason, pause.pending, pause.since, pause.since_exact) == (
        True,
        "Çay",
        Pending.NONE,
        NOON + 11,
        True,
    )


def test_the_end_of_a_break_shows_when_the_pbx_says_yes():
    resume = member(board_of(START, sent(RESUME), ended(RESUME, Outcome.DONE)), RESUME)
    assert (resume.paused, resume.reason, resume.pending) == (False, "", Pending.NONE)


def test_an_added_agent_has_a_pending_place_that_counts_nowhere_until_done():
    board = board_of(START, sent(ADD))
    assert member(board, ADD).awaited  # noqa: PGH005  a property of ours, no mock
    assert queue_view(board, "Satis", NOON + 10).agents.all == 0
    done = board_of(answered(ADD), start=board)
    assert not member(done, ADD).awaited
    assert member(done, ADD).membership is Membership.DYNAMIC
    assert queue_view(done, "Satis", NOON + 11).agents.all == 1


def test_an_agent_nobody_has_seen_appears_when_added_and_goes_when_that_is_withdrawn():
    command = AddAgent(extension="150", queue="Satis")
    board = board_of(START, sent(command))
    assert board.agents["150"].members["Satis"].pending is Pending.SENT
    assert totals(board, NOON).agents.all == 2
    assert "150" not in board_of(ended(command, Outcome.CANCELLED), start=board).agents


def test_an_addition_to_a_queue_nobody_knows_invents_no_row():
    command = AddAgent(extension="150", queue="Muhasebe")
    board = board_of(START, sent(command), answered(command))
    assert set(board.agents) == {"101", "102"}


def test_an_added_break_is_a_break_with_its_reason():
    command = AddAgent(extension="101", queue="Satis", paused=True, reason="Eğitim")
    assert member(board_of(START, sent(command), answered(command)), command).reason == "Eğitim"


def test_a_removed_agent_goes_when_the_pbx_says_yes():
    board = board_of(START, sent(REMOVE), answered(REMOVE))
    assert "101" not in board.agents


def test_an_agent_removed_from_one_queue_stays_in_the_others():
    board = board_of(START, sent(ADD), answered(ADD), sent(REMOVE), answered(REMOVE))
    assert set(board.agents["101"].members) == {"Satis"}


def test_a_mark_whose_sending_was_never_told_goes_with_the_next_answer():
    board = board_of(START, answered(PAUSE, ok=None))
    assert member(board, PAUSE).pending is Pending.CHECKING
    board = board_of(one(30, queue("Destek", agent("101"), agent("102"))), start=board)
    assert member(board, PAUSE).pending is Pending.NONE


def test_a_refused_command_shows_as_refused_for_a_while():
    board = board_of(START, sent(PAUSE), answered(PAUSE, ok=False))
    assert member(board, PAUSE).pending is Pending.REFUSED
    rows = queue("Destek", agent("101"), agent("102", pause="Öğle"))
    soon = board_of(one(20, rows), start=board)
    assert member(soon, PAUSE).pending is Pending.REFUSED
    later = board_of(one(50, rows), start=soon)
    assert (member(later, PAUSE).pending, member(later, PAUSE).intent) == (Pending.NONE, "")


def test_a_refused_addition_leaves_after_a_while():
    board = board_of(START, sent(ADD), ended(ADD, Outcome.REFUSED))
    assert member(board, ADD).pending is Pending.REFUSED
    assert member(board_of(one(20, queue("Satis")), start=board), ADD) is not None
    assert member(board_of(one(50, queue("Satis")), start=board), ADD) is None


def test_without_an_answer_the_row_says_that_the_board_is_asked():
    board = board_of(START, sent(PAUSE), answered(PAUSE, ok=None))
    assert member(board, PAUSE).pending is Pending.CHECKING
    shown_now = board_of(one(30, queue("Destek", agent("101", pause="Çay"), agent("102"))), start=board)
    assert (member(shown_now, PAUSE).paused, member(shown_now, PAUSE).pending) == (True, Pending.CHECKING)
    done = board_of(ended(PAUSE, Outcome.DONE, 31), start=shown_now)
    assert member(done, PAUSE).pending is Pending.NONE


def test_a_withdrawn_command_leaves_no_mark():
    board = board_of(START, sent(PAUSE), ended(PAUSE, Outcome.CANCELLED))
    assert member(board, PAUSE).pending is Pending.NONE
    assert not board.memory.intents


def test_an_end_that_is_none_changes_nothing():
    board = board_of(START, sent(PAUSE))
    assert board_of(ended(PAUSE, Outcome.SENT), start=board) is board


def test_an_end_told_after_the_answer_changes_nothing():
    board = board_of(START, sent(PAUSE), answered(PAUSE))
    assert board_of(ended(PAUSE, Outcome.DONE, 12), start=board) is board


def test_a_pending_mark_whose_end_was_lost_goes_after_ten_minutes():
    rows = queue("Destek", agent("101"), agent("102"))
    board = board_of(START, sent(PAUSE), one(300, rows))
    assert member(board, PAUSE).pending is Pending.SENT
    assert member(board_of(one(800, rows), start=board), PAUSE).pending is Pending.NONE


@pytest.mark.parametrize(
    ("command", "stale"),
    [
        (PAUSE, queue("Destek", agent("101"), agent("102"))),
        (RESUME, queue("Destek", agent("101"), agent("102", pause="Öğle"))),
        (ADD, queue("Satis")),
        (REMOVE, queue("Destek", agent("101"), agent("102"))),
        (AddNumber(number="5550001122", queue="Satis"), queue("Satis")),
    ],
)
def test_an_answer_asked_for_before_the_command_was_answered_never_undoes_it(command, stale):
    board = board_of(START, sent(command), answered(command, at=20))
    assert shown(board, command)
    overtaken = board_of(one(22, stale, asked=19), start=board)
    assert shown(overtaken, command)
    truth = board_of(one(52, stale, asked=50), start=overtaken)
    assert not shown(truth, command)


@given(
    asked=st.floats(-60, 60),
    delay=st.floats(0, 15),
    settled=st.floats(0, 60),
    paused=st.booleans(),
    whole=st.booleans(),
)
def test_a_stale_answer_never_flips_a_break_at_any_time(asked, delay, settled, paused, whole):
    command = PAUSE if paused else RESUME
    start = board_of(START, sent(command, settled - 1), answered(command, at=settled))
    contrary = queue("Destek", agent("101"), agent("102", pause="Öğle"))
    item = Snapshot(
        asked_at=NOON + asked, answered_at=NOON + asked + delay, status=status(contrary, queue("Satis")), whole=whole
    )
    board = board_of(item, start=start)
    stale = NOON + asked < NOON + settled
    assert shown(board, command) is stale


@pytest.mark.parametrize(
    ("command", "before", "after"),
    [
        (PAUSE, False, True),
        (RESUME, False, True),
        (ADD, False, True),
        (REMOVE, False, True),
        (AddAgent(extension="101", queue="Satis", paused=True, reason="Çay"), False, True),
        (AddNumber(number="5550001122", queue="Satis"), False, True),
        (RemoveNumber(number="5550001122", queue="Satis"), True, True),
    ],
)
def test_the_board_shows_what_a_command_wants_only_when_it_is_so(command, before, after):
    assert shown(board_of(START), command) is before
    assert shown(board_of(START, sent(command), answered(command)), command) is after


def test_a_break_for_another_reason_is_not_what_was_wanted():
    board = board_of(START, answered(PauseAgent(extension="101", queue="Destek", reason="Öğle")))
    assert not shown(board, PAUSE)


def test_a_command_on_somebody_unknown_changes_no_row():
    command = PauseAgent(extension="199", queue="Destek", reason="Çay")
    for item in (sent(command), answered(command), answered(command, ok=None), ended(command, Outcome.CANCELLED)):
        assert board_of(item, start=board_of(START)).agents == board_of(START).agents


def test_repeating_a_yes_keeps_the_beginning_of_the_break():
    board = board_of(START, sent(PAUSE), answered(PAUSE, at=11), answered(PAUSE, at=40))
    assert member(board, PAUSE).since == NOON + 11
