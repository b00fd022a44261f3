"""The reducer takes anything in any order: it never raises and its board always fits together."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from supervisor_gui.live.alerts import Judge
from supervisor_gui.live.board import Board
from supervisor_gui.live.commands import (
    AddAgent,
    AddNumber,
    Outcome,
    PauseAgent,
    RemoveAgent,
    RemoveNumber,
    ResumeAgent,
)
from supervisor_gui.live.diff import diff
from supervisor_gui.live.items import (
    EventSeen,
    IntentAnswered,
    IntentEnded,
    IntentSent,
    Midnight,
    QueueForgotten,
    Resumed,
    Snapshot,
)
from supervisor_gui.live.memory import LastAnswers, Memory
from supervisor_gui.live.metrics import queue_views, totals
from supervisor_gui.netsantral.types import (
    AgentRow,
    AgentStatus,
    CallerRow,
    Event,
    EventKind,
    Membership,
    QueueRow,
    QueueStatus,
)
from tests.live.boards import NOON, RULES, board_of

names = st.sampled_from(["Destek", "Satis", "Şikayet", ""])
extensions = st.sampled_from(["101", "102", "103", "5550001122", "05550001122", ""])
numbers = st.sampled_from(["05550001122", "905550001122", "5550001133", "", "anonymous", "+4930000"])
times = st.one_of(st.floats(-200, 200), st.floats(-90000, 200000)).map(lambda at: NOON + at)
waits = st.floats(allow_nan=True, allow_infinity=True)
counts = st.integers(-5, 60)
agents = st.builds(
    AgentRow,
    extension=extensions,
    status=st.sampled_from(AgentStatus),
    status_word=st.sampled_from(["", "hold"]),
    membership=st.sampled_from(Membership),
    paused=st.booleans(),
    reason=st.sampled_from(["", "Çay"]),
)
queues = st.builds(
    QueueRow,
    name=names,
    full_name=names,
    agents=st.lists(agents, max_size=4).map(tuple),
    callers=st.lists(st.builds(CallerRow, number=numbers, wait=waits), max_size=4).map(tuple),
    waiting=counts,
    completed=counts,
    abandoned=counts,
    damaged=st.integers(0, 1),
)
statuses = st.builds(
    QueueStatus, pbx=st.just("8501110000"), queues=st.lists(queues, max_size=3).map(tuple), damaged=st.integers(0, 1)
)
commands = st.one_of(
    st.builds(PauseAgent, extension=extensions, queue=names, reason=st.just("Çay")),
    st.builds(ResumeAgent, extension=extensions, queue=names),
    st.builds(AddAgent, extension=extensions, queue=names, paused=st.booleans(), reason=st.just("Çay")),
    st.builds(RemoveAgent, extension=extensions, queue=names),
    st.builds(AddNumber, number=numbers, queue=names),
    st.builds(RemoveNumber, number=numbers, queue=names),
)
events = st.builds(
    Event,
    kind=st.sampled_from(EventKind),
    call=st.sampled_from(["", "1", "sip3-1", "2", "sip9-3"]),
    extension=extensions,
    customer=numbers,
    queue=names,
    hold_time=st.one_of(st.none(), st.integers(0, 500)),
)
others = st.one_of(
    st.builds(EventSeen, event=events, at=times),
    st.builds(IntentSent, command=commands, at=times),
    st.builds(IntentAnswered, command=commands, at=times, ok=st.one_of(st.none(), st.booleans())),
    st.builds(IntentEnded, command=commands, at=times, outcome=st.sampled_from(Outcome)),
    st.builds(Midnight, at=times),
    st.builds(QueueForgotten, name=names),
    st.builds(Resumed, at=times),
)


def answers(pool: list[QueueStatus]) -> st.SearchStrategy[Snapshot]:
    """Status answers out of a few, so that the same one comes again as it does on a quiet day."""
    return st.builds(
        Snapshot,
        asked_at=times,
        answered_at=times,
        status=st.sampled_from(pool),
        whole=st.booleans(),
        queue=names,
    )


sequences = st.lists(statuses, min_size=1, max_size=3).flatmap(
    lambda pool: st.lists(st.one_of(answers(pool), others), max_size=10)
)


def check(board: Board) -> None:
    """What holds of every board."""
    for name, queue in board.queues.items():
        callers = [caller for key, caller in board.callers.items() if key[0] == name]
        assert queue.name == name
        assert queue.waiting == sum(1 + caller.hidden for caller in callers)
        assert all(count >= 0 for count in (queue.waiting, queue.counters.completed, queue.counters.abandoned))
        assert queue.counters.answered_since >= 0
        assert queue.counters.abandoned_since >= 0
    for (name, number), caller in board.callers.items():
        assert (caller.queue, caller.number) == (name, number)
        assert name in board.queues
        assert caller.hidden >= 0
    for extension, one in board.agents.items():
        assert one.extension == extension
        assert one.members
        assert one.members.keys() <= board.queues.keys()
        assert all(member.queue == name for name, member in one.members.items())
        assert one.calls_today is None or one.calls_today >= 0
    assert not board.unknown_queues & board.queues.keys()


def _forgetful(board: Board) -> Board:
    """The board without what the last answers said, so that every row is looked at."""
    return msgspec.structs.replace(board, memory=msgspec.structs.replace(board.memory, last=LastAnswers()))


def _shown(board: Board) -> Board:
    """The board as a user sees it."""
    return msgspec.structs.replace(board, memory=Memory())


@settings(max_examples=120)
@given(sequences, times)
def test_any_items_in_any_order_give_a_board_that_fits_together(sequence, now):
    board = Board()
    for item in sequence:
        new = board_of(item, start=board)
        check(new)
        check(board_of(item, start=new))
        assert _shown(board_of(item, start=_forgetful(board))) == _shown(new)
        diff(board, new)
        board = new
    figures = totals(board, now)
    assert figures.longest >= 0
    assert all(view.longest >= 0 for view in queue_views(board, now).values())
    for level in (figures.service_level, figures.abandon_rate):
        assert level is None or 0 <= level.low <= level.value <= level.high <= 1
    Judge().step(board, RULES.limits, now)
