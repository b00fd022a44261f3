"""The holder of the board: what subscribers get, and that none can blind the others."""

import asyncio

import msgspec
import pytest

from supervisor_gui.live.board import Board, Diff
from supervisor_gui.live.keeper import LiveBoard
from supervisor_gui.live.limits import Limits, QueueLimits
from tests.live.boards import CUSTOMER, NOON, RULES, agent, one, queue, seen


def collected(live: LiveBoard) -> list[tuple[Board, Diff]]:
    updates: list[tuple[Board, Diff]] = []
    live.subscribe(lambda board, diff: updates.append((board, diff)))
    return updates


def test_several_items_are_published_once_with_the_rows_that_changed():
    live = LiveBoard(RULES)
    updates = collected(live)
    live.apply(seen(0, queue("Destek", agent("101"))), one(1, queue("Satis", agent("102"))))
    [(board, diff)] = updates
    assert board is live.board
    assert diff.agents.added == {"101", "102"}
    assert diff.queues.added == {"Destek", "Satis"}


def test_an_answer_without_news_only_makes_the_board_fresher():
    live = LiveBoard(RULES)
    live.apply(seen(0, queue("Destek", agent("101"))))
    updates = collected(live)
    live.apply(seen(30, queue("Destek", agent("101"))))
    [(board, diff)] = updates
    assert not diff
    assert board.updated == NOON + 30
    live.apply()
    assert len(updates) == 1


def test_who_no_longer_subscribes_is_told_nothing():
    live = LiveBoard(RULES)
    calls: list[Board] = []
    stop = live.subscribe(lambda board, _: calls.append(board))
    live.apply(seen(0, queue("Destek")))
    stop()
    stop()
    live.apply(seen(30, queue("Satis")))
    assert len(calls) == 1


def test_a_failing_subscriber_is_reported_and_the_others_are_told():
    reports: list[tuple[str, BaseException]] = []
    live = LiveBoard(RULES, report=lambda name, error: reports.append((name, error)))

    def broken(_: Board, __: Diff) -> None:
        raise RuntimeError("broken view")

    live.subscribe(broken)
    updates = collected(live)
    live.apply(seen(0, queue("Destek")))
    assert len(updates) == 1
    [(_, error)] = reports
    assert str(error) == "broken view"


@pytest.mark.logs
def test_without_a_reporter_a_failing_subscriber_is_logged(quiet_log):
    live = LiveBoard()

    def broken(_: Board, __: Diff) -> None:
        raise RuntimeError("broken view")

    live.subscribe(broken)
    live.apply(seen(0, queue("Destek")))
    assert len(quiet_log) == 1


def test_a_subscriber_that_applies_something_makes_a_further_round_in_order():
    live = LiveBoard(RULES)
    first: list[Board] = []

    def take(board: Board, _: Diff) -> None:
        first.append(board)
        if "Satis" not in board.queues:
            live.apply(one(1, queue("Satis")))

    live.subscribe(take)
    updates = collected(live)
    live.apply(seen(0, queue("Destek")))
    assert [set(board.queues) for board, _ in updates] == [{"Destek"}, {"Destek", "Satis"}]
    assert len(first) == 2


async def test_a_large_update_lets_the_loop_run_between_its_steps_and_publishes_the_same():
    live = LiveBoard(RULES)
    updates = collected(live)
    turns = 0
    running = True

    async def other() -> None:
        nonlocal turns
        while running:
            turns += 1
            await asyncio.sleep(0)

    watcher = asyncio.ensure_future(other())
    await asyncio.sleep(0)
    before = turns
    agents = [agent(str(1000 + number)) for number in range(1200)]
    await live.apply_large(seen(0, queue("Destek", *agents)))
    running = False
    await watcher
    assert turns > before
    assert len(updates[0][1].agents.added) == 1200
    assert live.large


async def test_an_event_during_a_large_update_is_lost_neither_way():
    live = LiveBoard(RULES)
    updates = collected(live)
    large = asyncio.ensure_future(live.apply_large(seen(0, queue("Destek", agent("101")))))
    await asyncio.sleep(0)
    live.apply(one(1, queue("Satis", agent("102"))))
    await large
    assert set(live.board.agents) == {"101", "102"}
    assert [diff.agents.added for _, diff in updates] == [{"101", "102"}]


def test_new_limits_judge_the_calls_that_come():
    live = LiveBoard(RULES)
    live.set_limits(Limits(default=QueueLimits(threshold=60)))
    assert live.rules.account == "8501110000"
    live.apply(seen(0, queue("Destek", agent("101"), callers=[(CUSTOMER, 25)])))
    taken = msgspec.structs.replace(queue("Destek", agent("101")), completed=1)
    live.apply(seen(30, taken))
    assert live.board.queues["Destek"].service.in_time == 1
