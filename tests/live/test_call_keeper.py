"""The holder of the running calls: what subscribers get, who is told of ends, and that time goes on by itself."""

import asyncio

import pytest

from supervisor_gui.clock import Clock
from supervisor_gui.live.board import Board, Diff
from supervisor_gui.live.call_commands import Dial
from supervisor_gui.live.call_keeper import CallKeeper
from supervisor_gui.live.call_reduce_state import MOST_LIVE
from supervisor_gui.live.commands import Outcome
from supervisor_gui.live.live_calls import Calls, CallState, LiveCall
from supervisor_gui.netsantral.types import AgentStatus, Event, EventKind
from supervisor_gui.tasks import Tasks
from tests.live.boards import NOON
from tests.live.call_samples import CALL, event, order, shown

ANSWERED = event(EventKind.ANSWERED, "101")


def collected(keeper: CallKeeper) -> list[Calls]:
    updates: list[Calls] = []
    keeper.subscribe(updates.append)
    return updates


def test_each_change_is_published_and_no_change_is_not():
    keeper = CallKeeper()
    updates = collected(keeper)
    keeper.set_stream(True)
    keeper.take_event(ANSWERED, NOON)
    keeper.take_event(event(EventKind.OTHER, call=""), NOON + 1)
    keeper.tick(NOON + 5)
    assert [(len(calls.live), calls.stream) for calls in updates] == [(0, True), (1, True)]
    assert updates[-1] == keeper.calls


def test_who_no_longer_subscribes_is_told_nothing():
    keeper = CallKeeper()
    updates: list[Calls] = []
    stop = keeper.subscribe(updates.append)
    stop()
    stop()
    keeper.take_event(ANSWERED, NOON)
    assert not updates


def test_an_end_is_told_once():
    ended: list[LiveCall] = []
    keeper = CallKeeper(on_ended=ended.append)
    keeper.take_event(ANSWERED, NOON)
    for kind in (EventKind.ENDED, EventKind.ENDED, EventKind.RECORD, EventKind.ANSWERED):
        keeper.take_event(event(kind, "101"), NOON + 60)
    assert [(call.call, call.ended) for call in ended] == [(CALL, NOON + 60)]


def test_an_order_that_was_withdrawn_is_no_ended_call():
    ended: list[LiveCall] = []
    keeper = CallKeeper(on_ended=ended.append)
    dial = Dial(extension="101", number="5550001122", line="3121110000")
    keeper.take_order(order(dial))
    assert [call.order for call in keeper.calls.own("")] == [1]
    keeper.take_order(order(dial, Outcome.CANCELLED))
    assert not keeper.calls.live
    assert not ended


def test_a_failing_subscriber_is_reported_and_the_others_are_told():
    reports: list[tuple[str, BaseException]] = []
    keeper = CallKeeper(report=lambda name, error: reports.append((name, error)), on_ended=_break)
    keeper.subscribe(_break)
    updates = collected(keeper)
    keeper.take_event(ANSWERED, NOON)
    keeper.take_event(event(EventKind.ENDED, "101"), NOON + 60)
    assert len(updates) == 2
    assert [name for name, _ in reports] == ["calls subscriber", "ended call", "calls subscriber"]


@pytest.mark.logs
def test_without_a_reporter_a_failing_subscriber_is_logged(quiet_log):
    keeper = CallKeeper()
    keeper.subscribe(_break)
    keeper.take_event(ANSWERED, NOON)
    assert len(quiet_log) == 1


def test_a_subscriber_that_brings_news_makes_a_further_round_in_order():
    keeper = CallKeeper()

    def greedy(calls: Calls) -> None:
        if not calls.stream:
            keeper.set_stream(True)

    keeper.subscribe(greedy)
    updates = collected(keeper)
    keeper.take_event(ANSWERED, NOON)
    assert [calls.stream for calls in updates] == [False, True]


def test_boards_of_the_live_board_end_a_call_without_the_stream():
    now = [NOON + 40]
    keeper = CallKeeper(Clock(wall=lambda: now[0]))
    keeper.take_event(ANSWERED, NOON)
    keeper.take_board(Board(), Diff())
    for at in (30, 60):
        assert keeper.calls.live
        keeper.take_board(shown(at, ("101", AgentStatus.IDLE)), Diff())
    assert [call.state for call in keeper.calls.ended] == [CallState.ENDED]


async def test_time_alone_doubts_a_silent_call_until_the_keeper_is_stopped():
    now = [NOON + 601]
    tasks = Tasks()
    keeper = CallKeeper(Clock(wall=lambda: now[0]), time_factor=1000)
    keeper.take_event(ANSWERED, NOON)
    doubted = asyncio.Event()
    keeper.subscribe(lambda calls: doubted.set() if any(call.uncertain for call in calls.live.values()) else None)
    keeper.start(tasks)
    keeper.start(tasks)
    await asyncio.wait_for(doubted.wait(), 5)
    assert tasks.names == ("calls",)
    await keeper.stop()
    await keeper.stop()
    assert tasks.names == ()


def _break(_: object) -> None:
    raise RuntimeError("broken view")


def test_of_a_flood_of_calls_the_newest_are_followed_and_those_given_up_never_come_back():
    ended: list[LiveCall] = []
    keeper = CallKeeper(on_ended=ended.append)
    for number in range(2 * MOST_LIVE):
        keeper.take_event(Event(EventKind.INBOUND, call=f"sip3-1.{number}"), NOON + number)
    assert len(keeper.calls.live) <= MOST_LIVE
    newest = [f"1.{number}" for number in range(2 * MOST_LIVE - MOST_LIVE // 2, 2 * MOST_LIVE)]
    assert set(newest) <= keeper.calls.live.keys()
    keeper.take_event(Event(EventKind.ANSWERED, call="sip3-1.0", extension="101"), NOON + 3 * MOST_LIVE)
    assert "1.0" not in keeper.calls.live
    assert ended == []
