"""What of the live board becomes history, and that a gap stays a gap."""

from collections.abc import AsyncIterator

import pytest

from supervisor_gui.live import recorder as recorder_module
from supervisor_gui.live.commands import AddAgent
from supervisor_gui.live.items import IntentSent
from supervisor_gui.live.keeper import LiveBoard
from supervisor_gui.live.ports import MinuteSample, StateInterval
from supervisor_gui.live.recorder import Recorder
from supervisor_gui.netsantral.types import AgentStatus, EventKind, Membership
from supervisor_gui.tasks import Tasks
from tests.live.boards import CUSTOMER, NOON, RULES, agent, queue, seen, told
from tests.live.fakes import Store, Time, until

TALKING = AgentStatus.TALKING


class Desk:
    """A recorder with a board under the test's hand."""

    def __init__(self) -> None:
        self.time = Time()
        self.store = Store()
        self.tasks = Tasks()
        self.board = LiveBoard(RULES)
        self.recorder = Recorder(self.board, self.store, "8501110000", interval=lambda: 30.0, clock=self.time.clock)

    def see(self, at: float, *rows, event=None) -> None:
        """An answer (or event) at noon plus `at` seconds."""
        self.time.wall = NOON + at
        self.board.apply(event if event is not None else seen(at, *rows))

    def look(self, at: float) -> None:
        """The recorder's own look at noon plus `at` seconds."""
        self.time.wall = NOON + at
        self.recorder.look()

    def states(self, extension: str = "101") -> list[tuple[float, float | None, str, str, bool]]:
        """The stored intervals of one extension with their last known end, relative to noon."""
        kept: dict[float, StateInterval] = {}
        for row in self.store.states:
            assert row.account == "8501110000"
            if row.extension == extension:
                kept[row.began] = row
        return [
            (row.began - NOON, None if row.ended is None else row.ended - NOON, row.state, row.reason, row.exact)
            for row in kept.values()
        ]


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    office = Desk()
    office.recorder.start(office.tasks)
    yield office
    await office.recorder.stop()
    await office.tasks.close()


async def test_states_become_intervals_with_reasons(desk):
    desk.see(0, queue("Destek", agent("101")))
    desk.see(30, queue("Destek", agent("101", TALKING)))
    desk.see(60, queue("Destek", agent("101", pause="Çay")))
    desk.see(90, queue("Destek", agent("101", pause="Çay")))
    desk.see(120, queue("Destek", agent("101", pause="Öğle")))
    desk.see(150, queue("Destek", agent("101")))
    assert desk.states() == [
        (0, 30, "idle", "", False),
        (30, 60, "talking", "", True),
        (60, 120, "paused", "Çay", True),
        (120, 150, "paused", "Öğle", True),
        (150, None, "idle", "", True),
    ]


async def test_an_agent_who_comes_later_and_one_who_goes(desk):
    desk.see(0, queue("Destek", agent("101")))
    desk.see(30, queue("Destek", agent("101"), agent("102")))
    desk.see(60, queue("Destek", agent("102")))
    assert desk.states("101") == [(0, 60, "idle", "", False)]
    assert desk.states("102") == [(30, None, "idle", "", False)]


async def test_what_matters_to_nobodys_state_begins_no_interval(desk):
    desk.see(0, queue("Destek", agent("101")))
    desk.see(30, queue("Destek", agent("101", membership=Membership.STATIC)))
    assert desk.states() == [(0, None, "idle", "", False)]


async def test_an_agent_who_is_only_asked_for_has_no_state_yet(desk):
    desk.see(0, queue("Destek", agent("101")))
    desk.time.wall = NOON + 1
    desk.board.apply(IntentSent(AddAgent("150", "Destek"), NOON + 1))
    assert desk.states("150") == []


async def test_a_gap_ends_intervals_where_they_were_seen_last(desk):
    desk.see(0, queue("Destek", agent("101", TALKING)))
    desk.see(30, queue("Destek", agent("101", TALKING)))
    desk.look(119)
    assert desk.states()[0][1] is None
    desk.look(121)
    assert desk.states() == [(0, 30, "talking", "", False)]
    desk.look(300)
    desk.see(400, queue("Destek", agent("101", TALKING)))
    assert desk.states() == [(0, 30, "talking", "", False), (400, None, "talking", "", False)]


async def test_after_a_sleep_the_first_answer_begins_anew(desk):
    desk.see(0, queue("Destek", agent("101")))
    desk.see(5000, queue("Destek", agent("101")))
    assert desk.states() == [(0, 0, "idle", "", False), (5000, None, "idle", "", False)]


async def test_events_keep_the_record_going_between_answers(desk):
    desk.see(0, queue("Destek", agent("101")))
    desk.see(80, event=told(80, EventKind.ANSWERED, extension="101"))
    desk.look(160)
    assert desk.states() == [(0, 80, "idle", "", False), (80, None, "talking", "", True)]


async def test_an_action_that_changes_nothing_seen_changes_no_record_after_a_gap(desk):
    desk.see(0, queue("Destek", agent("101")))
    desk.time.wall = NOON + 500
    desk.board.apply(IntentSent(AddAgent("101", "Satis"), NOON + 500))
    assert desk.states() == [(0, 0, "idle", "", False)]


async def test_every_minute_is_written_once_with_its_last_state(desk):
    desk.see(1, queue("Destek", agent("101"), callers=[(CUSTOMER, 4)], completed=5, abandoned=2))
    desk.see(31, queue("Destek", agent("101", TALKING), agent("102", pause="Çay"), callers=[(CUSTOMER, 34)]))
    assert desk.store.minutes == []
    desk.look(61)
    desk.look(62)
    minute = int(NOON // 60)
    assert desk.store.minutes == [
        MinuteSample(
            account="8501110000",
            minute=minute,
            queue="Destek",
            waiting=1,
            longest=62,
            idle=0,
            ringing=0,
            talking=1,
            paused=1,
            offline=0,
            completed=0,
            abandoned=0,
        )
    ]
    desk.see(95, queue("Destek", agent("101")))
    desk.see(125, queue("Destek", agent("101")))
    assert [row.minute - minute for row in desk.store.minutes] == [0, 1]


async def test_minutes_that_were_not_seen_are_not_written(desk):
    desk.see(1, queue("Destek", agent("101")))
    desk.look(61)
    for at in range(120, 600, 20):
        desk.look(at)
    assert len(desk.store.minutes) == 1


async def test_a_board_without_queues_writes_nothing(desk):
    desk.see(1)
    desk.look(61)
    assert desk.store.minutes == []


async def test_the_end_closes_everything_and_writes_the_running_minute(desk):
    desk.see(1, queue("Destek", agent("101")))
    desk.time.wall = NOON + 20
    await desk.recorder.stop()
    await desk.recorder.stop()
    assert desk.states() == [(1, 20, "idle", "", False)]
    assert [row.minute for row in desk.store.minutes] == [int(NOON // 60)]
    desk.see(30, queue("Destek", agent("101", TALKING)))
    assert len(desk.states()) == 1
    assert desk.tasks.names == ()


async def test_the_end_in_a_gap_closes_where_it_was_seen_last(desk):
    desk.see(1, queue("Destek", agent("101")))
    desk.time.wall = NOON + 900
    await desk.recorder.stop()
    assert desk.states() == [(1, 1, "idle", "", False)]
    assert desk.store.minutes == []


async def test_a_board_of_yesterday_is_not_recorded():
    office = Desk()
    office.see(-40000, queue("Destek", agent("101")))
    office.time.wall = NOON
    office.recorder.start(office.tasks)
    office.recorder.start(office.tasks)
    office.look(5)
    assert office.store.states == []
    office.see(10, queue("Destek", agent("101")))
    assert office.states() == [(10, None, "idle", "", False)]
    await office.recorder.stop()
    await office.tasks.close()


async def test_the_recorder_looks_by_itself(monkeypatch):
    monkeypatch.setattr(recorder_module, "_LOOK", 0.001)
    office = Desk()
    office.recorder.start(office.tasks)
    office.see(1, queue("Destek", agent("101")))
    office.time.wall = NOON + 62
    await until(lambda: office.store.minutes)
    await office.recorder.stop()
    await office.tasks.close()
