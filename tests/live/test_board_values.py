"""Numbers, states, orders and diffs: the small pure parts of the live board."""

import random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.live.alerts import Alarm, Alarms, Level
from supervisor_gui.live.board import Agent, Board, Caller, Changes, Diff, MemberState, Queue
from supervisor_gui.live.calls import call_key, number_of
from supervisor_gui.live.diff import diff
from supervisor_gui.live.metrics import QueueView
from supervisor_gui.live.numbers import member_key, national
from supervisor_gui.live.order import agent_group, queue_order
from supervisor_gui.live.states import AgentState, state_of, state_since
from supervisor_gui.live.tally import Tallies, tally
from supervisor_gui.netsantral.types import AgentStatus, Event, EventKind
from tests.live.boards import NOON, agent, board_of, queue, seen

PAUSED = {"Destek": MemberState(queue="Destek", paused=True, reason="Çay", since=50.0, since_exact=True)}
FREE = {"Destek": MemberState(queue="Destek", since=10.0)}


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("05550001122", "05550001122"),
        ("5550001122", "05550001122"),
        ("905550001122", "05550001122"),
        ("+905550001122", "05550001122"),
        ("00905550001122", "05550001122"),
        ("0312000112", "0312000112"),
        ("+4930123456", "+4930123456"),
        ("101", "101"),
        ("", ""),
        ("anonymous", "anonymous"),
        ("٠٥٥٥٠٠٠١١٢٢", "٠٥٥٥٠٠٠١١٢٢"),
    ],
)
def test_turkish_numbers_have_one_form_and_others_stay_as_received(told, shown):
    assert national(told) == shown


@given(st.text())
def test_the_national_form_of_anything_is_stable(text):
    assert national(national(text)) == national(text)


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ("101", ("101", False)),
        ("5550001122", ("5550001122", True)),
        ("05550001122", ("5550001122", True)),
        ("+4930123456", ("+4930123456", True)),
        ("SIP/resepsiyon", ("SIP/resepsiyon", False)),
    ],
)
def test_a_member_is_an_outside_number_by_its_length(told, key):
    assert member_key(told) == key


@pytest.mark.parametrize(
    ("told", "key"),
    [("sip3-1675000033.92222", "1675000033.92222"), ("1675000033.92222", "1675000033.92222"), ("a-b", "a-b"), ("", "")],
)
def test_one_call_has_one_key_with_and_without_its_leg(told, key):
    assert call_key(told) == key


def test_a_withheld_word_is_no_number():
    assert number_of(Event(kind=EventKind.INBOUND, customer="anonymous")) == ""
    assert number_of(Event(kind=EventKind.INBOUND, customer="905550001122")) == "05550001122"


@pytest.mark.parametrize(
    ("status", "members", "state"),
    [
        (AgentStatus.IDLE, FREE, AgentState.IDLE),
        (AgentStatus.IDLE, PAUSED, AgentState.PAUSED),
        (AgentStatus.TALKING, PAUSED, AgentState.TALKING),
        (AgentStatus.RINGING, FREE, AgentState.RINGING),
        (AgentStatus.OFFLINE, PAUSED, AgentState.OFFLINE),
        (AgentStatus.OTHER, FREE, AgentState.OTHER),
        (AgentStatus.OTHER, PAUSED, AgentState.PAUSED),
    ],
)
def test_an_agent_is_in_exactly_one_state(status, members, state):
    one = Agent(extension="101", status=status, members=members)
    assert state_of(one) is state
    board = Board(queues={"Destek": Queue(name="Destek")}, agents={"101": one})
    assert getattr(tally(board).agents, state.value) == 1
    assert getattr(tally(board).queues["Destek"], state.value) == 1


def test_the_time_of_a_break_is_the_breaks_and_of_a_call_the_calls():
    on_break = Agent(extension="101", status=AgentStatus.IDLE, since=20.0, since_exact=True, members=PAUSED)
    assert state_since(on_break) == (50.0, True)
    talking = msgspec.structs.replace(on_break, status=AgentStatus.TALKING)
    assert state_since(talking) == (20.0, True)
    assert on_break.reason == "Çay"
    assert Agent(extension="1").pause_began == (0.0, False)
    assert Agent(extension="1").reason == ""


def test_counting_again_needs_another_board():
    tallies = Tallies()
    board = board_of(seen(0, queue("Destek", agent("101"))))
    first = tallies.of(board)
    assert tallies.of(board_of(seen(1, queue("Destek", agent("101"))), start=board)) is first
    assert tallies.of(board_of(seen(2, queue("Destek", agent("102"))), start=board)) is not first


def test_queues_stand_by_trouble():
    views = {
        view.name: view
        for view in (
            QueueView(name="calm"),
            QueueView(name="long", waiting=1, longest_since=100.0),
            QueueView(name="many", waiting=9, longest_since=200.0),
            QueueView(name="red", waiting=1, longest_since=300.0),
            QueueView(name="also calm"),
        )
    }
    alarms = Alarms(levels={("waiting", "red"): Alarm("waiting", "red", Level.RED, 0.0)})
    assert queue_order(views, alarms) == ("red", "long", "many", "also calm", "calm")


def test_agents_stand_by_group():
    def one(extension: str, status: AgentStatus, *, paused: bool = False) -> Agent:
        members = {"Destek": MemberState(queue="Destek", paused=paused)}
        return Agent(extension=extension, status=status, members=members)

    agents = [
        one("offline", AgentStatus.OFFLINE),
        one("ringing", AgentStatus.RINGING),
        one("talking", AgentStatus.TALKING),
        one("break", AgentStatus.IDLE, paused=True),
        one("overrun", AgentStatus.IDLE, paused=True),
        one("idle", AgentStatus.IDLE),
        one("other", AgentStatus.OTHER),
    ]
    levels = {"overrun": Level.RED}
    random.Random(7).shuffle(agents)
    agents.sort(key=lambda agent: agent_group(agent, levels.get(agent.extension, Level.OK)))
    assert [agent.extension for agent in agents] == [
        "idle",
        "overrun",
        "talking",
        "ringing",
        "break",
        "other",
        "offline",
    ]


def test_a_merged_diff_holds_the_rows_of_both():
    came = Diff(agents=Changes(added=frozenset({"101"})))
    changed = Diff(agents=Changes(changed=frozenset({"101"})), queues=Changes(removed=frozenset({"Destek"})))
    both = came.merged(changed)
    assert (both.agents.added, both.agents.changed, both.queues.removed) == ({"101"}, frozenset(), {"Destek"})
    assert both
    assert not Diff()


rows = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 2))


def naive(old, new) -> Changes:
    return Changes(
        added=frozenset(new) - frozenset(old),
        removed=frozenset(old) - frozenset(new),
        changed=frozenset(key for key in old if key in new and old[key] != new[key]),
    )


@given(rows, rows, rows)
def test_a_diff_names_exactly_the_rows_that_differ(queues, agents, callers):
    def board(shift: int) -> Board:
        def moved(table):
            return {key: (value + shift * (ord(key) % 2)) % 3 for key, value in table.items() if value + shift < 4}

        return Board(
            queues={key: Queue(name=key, waiting=value, seen=NOON + shift) for key, value in moved(queues).items()},
            agents={key: Agent(extension=key, since=value) for key, value in moved(agents).items()},
            callers={("q", key): Caller("q", key, value) for key, value in moved(callers).items()},
        )

    old, new = board(0), board(2)
    unaged = {key: msgspec.structs.replace(queue, seen=0) for key, queue in old.queues.items()}
    aged = {key: msgspec.structs.replace(queue, seen=0) for key, queue in new.queues.items()}
    assert diff(old, new) == Diff(
        queues=naive(unaged, aged), agents=naive(old.agents, new.agents), callers=naive(old.callers, new.callers)
    )
    assert not diff(old, old)


@given(rows, rows, rows)
def test_two_diffs_merged_are_the_diff_of_both_steps(first, second, third):
    merged = naive(first, second).merged(naive(second, third))
    direct = naive(first, third)
    assert (merged.added, merged.removed) == (direct.added, direct.removed)
    assert merged.changed >= direct.changed
    assert not merged.changed & (merged.added | merged.removed)
