"""Slots as callers see them, on a real loop, a real thread and real files, with shortened windows."""

import asyncio
import itertools
import sqlite3
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from supervisor_gui.netsantral import budgets as budgets_module
from supervisor_gui.netsantral.budgets import Budgets, BudgetSettings, Grant, Priority, SlotReplaced

FACTOR = 300.0

Make = Callable[..., Budgets]


@pytest.fixture
async def make(tmp_path: Path) -> AsyncIterator[Make]:
    """Makes budgets on one file and closes them in the end."""
    all_of_them: list[Budgets] = []

    def new(path: Path | None = tmp_path / "budgets.sqlite", **options: object) -> Budgets:
        options.setdefault("time_factor", FACTOR)
        made = Budgets(path, "8501110000", meeting=tmp_path, **options)  # type: ignore[arg-type]
        all_of_them.append(made)
        return made

    yield new
    for budgets in all_of_them:
        await budgets.close()


async def until(true: Callable[[], bool], pause: float = 0.001) -> None:
    async with asyncio.timeout(10):
        while not true():
            await asyncio.sleep(pause)


async def take(budgets: Budgets, name: str = "queue_status", count: int = 1) -> list[Grant]:
    """Slots answered at once."""
    grants = []
    for _ in range(count):
        async with asyncio.timeout(10), budgets.slot(name) as grant:
            grants.append(grant)
    return grants


@contextmanager
def lock(path: Path) -> Iterator[None]:
    """Another program that holds the file."""
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    yield
    holder.execute("ROLLBACK")
    holder.close()


async def test_two_requests_go_at_once_and_the_third_after_the_window(make: Make) -> None:
    budgets = make(time_factor=60.0)
    await budgets.open()
    assert (budgets.left("queue_status"), budgets.problem, budgets.settings) == (2, "", BudgetSettings())
    first, second, third = await take(budgets, count=3)
    assert second.at - first.at < 1.0
    assert third.at - first.at >= 61.5 / 60
    assert third.until == pytest.approx(third.at + 15.0 / 60)


async def test_the_next_instant_is_known_without_taking_it(make: Make) -> None:
    budgets = make(time_factor=1.0)
    await budgets.open()
    assert budgets.next_at("queue_status") <= time.monotonic()
    first, _ = await take(budgets, count=2)
    await until(lambda: budgets.next_at("queue_status") > time.monotonic())
    assert budgets.next_at("queue_status") == pytest.approx(first.at + 61.5, abs=1.0)
    assert budgets.left("queue_status") == 0


async def test_the_time_that_many_requests_take_follows_the_rate(make: Make) -> None:
    budgets = make(time_factor=60.0)
    await budgets.open()
    assert budgets.seconds_each("statistics") == pytest.approx(61.5 / 60 / 2)
    budgets.limit_answer("statistics")
    assert budgets.seconds_each("statistics") == pytest.approx(61.5 / 60)


async def test_what_is_left_comes_back_with_time_alone(make: Make) -> None:
    budgets = make()
    await take(budgets, count=2)
    await until(lambda: budgets.left("queue_status") == 2)


async def test_an_earlier_run_is_remembered_from_the_opening_on(make: Make) -> None:
    first = make(time_factor=1.0)
    await take(first, count=2)
    await first.close()
    again = make(time_factor=1.0)
    await again.open()
    assert again.left("queue_status") == 0
    assert again.next_at("queue_status") > time.monotonic() + 50


async def test_what_is_urgent_finds_a_place_that_is_kept_back_for_it(make: Make) -> None:
    budgets = make(time_factor=1.0)
    await budgets.open()
    await take(budgets, "autodial", 9)
    waiting = asyncio.ensure_future(take(budgets, "autodial"))
    await until(lambda: budgets.waiting("autodial") == 1 and budgets.next_at("autodial") > time.monotonic())
    async with asyncio.timeout(10), budgets.slot("autodial", Priority.URGENT):
        assert not waiting.done()
    another = asyncio.ensure_future(budgets.slot("autodial", Priority.URGENT).__aenter__())
    await until(lambda: budgets.waiting("autodial") == 2)
    assert budgets.left("autodial") == 0
    for task in (waiting, another):
        task.cancel()
    await asyncio.gather(waiting, another, return_exceptions=True)


async def test_what_is_urgent_goes_at_once_also_while_the_ledger_is_asked_for_another(make: Make) -> None:
    budgets, window = make(time_factor=1.0), make(time_factor=1.0)
    await budgets.open()
    await window.open()
    await take(window, "autodial", 9)
    waiting = asyncio.ensure_future(take(budgets, "autodial"))
    # The ledger is being asked for the one before, who may not take what is kept back.
    await asyncio.sleep(0)
    async with asyncio.timeout(10), budgets.slot("autodial", Priority.URGENT):
        assert not waiting.done()
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)


async def test_nothing_urgent_goes_beyond_the_limit(make: Make) -> None:
    budgets = make(time_factor=60.0)
    await budgets.open()
    at = []
    for number in range(23):
        priority = Priority.URGENT if number % 3 else Priority.BACKGROUND
        async with asyncio.timeout(10), budgets.slot("autodial", priority) as grant:
            at.append(grant.at)
    assert all(later - earlier >= 61.5 / 60 for earlier, later in zip(at, at[10:], strict=False))


async def test_a_user_goes_before_the_screen_and_the_screen_before_the_background(make: Make) -> None:
    budgets, order = make(), []
    await take(budgets, count=2)

    async def ask(priority: Priority, word: str) -> None:
        async with budgets.slot("queue_status", priority):
            order.append(word)

    async with asyncio.TaskGroup() as group:
        for word, priority in (
            ("background", Priority.BACKGROUND),
            ("screen", Priority.SCREEN),
            ("later on screen", Priority.SCREEN),
            ("user", Priority.USER),
        ):
            group.create_task(ask(priority, word))
    assert order == ["user", "screen", "later on screen", "background"]


async def test_a_later_request_with_the_same_key_takes_the_place_and_priority_of_the_waiting_one(make: Make) -> None:
    budgets, order = make(), []
    await take(budgets, count=2)

    async def ask(word: str, priority: Priority, key: str | None) -> None:
        try:
            async with budgets.slot("queue_status", priority, replace=key):
                order.append(word)
        except SlotReplaced:
            order.append(f"{word} replaced")

    async with asyncio.TaskGroup() as group:
        group.create_task(ask("refresh", Priority.USER, "all"))
        group.create_task(ask("other", Priority.SCREEN, None))
        group.create_task(ask("poll", Priority.SCREEN, "all"))
        await until(lambda: order == ["refresh replaced"] and budgets.waiting("queue_status") == 2)
    assert order == ["refresh replaced", "poll", "other"]


async def test_a_cancelled_waiter_takes_nothing(make: Make) -> None:
    budgets = make(time_factor=60.0)
    await take(budgets, count=2)
    waiter = asyncio.ensure_future(take(budgets))
    await until(lambda: budgets.waiting("queue_status") == 1)
    waiter.cancel()
    await asyncio.wait((waiter,))
    assert budgets.waiting("queue_status") == 0
    first, second = await take(budgets, count=2)
    assert second.at - first.at < 1.0


async def test_a_waiter_cancelled_in_the_moment_of_its_grant_gives_it_back(make: Make) -> None:
    budgets = make(time_factor=1.0)
    await take(budgets)
    waiter = asyncio.ensure_future(take(budgets))
    await asyncio.sleep(0)
    await until(lambda: budgets.waiting("queue_status") == 0, pause=0)
    waiter.cancel()
    await asyncio.wait((waiter,))
    assert waiter.cancelled()
    await take(budgets)


async def test_a_waiter_cancelled_while_the_ledger_is_asked_gives_the_grant_back(make: Make) -> None:
    budgets = make(time_factor=1.0)
    await budgets.open()
    for _ in range(5):
        waiter = asyncio.ensure_future(take(budgets))
        await asyncio.sleep(0)
        waiter.cancel()
        replaced = asyncio.ensure_future(take(budgets))
        await asyncio.sleep(0)
        replaced.cancel()
        await asyncio.wait((waiter, replaced))
    await take(budgets, count=2)


async def test_one_cancelled_a_moment_ago_is_neither_replaced_nor_served(make: Make) -> None:
    budgets = make()
    await take(budgets, count=2)

    async def ask() -> None:
        async with budgets.slot("queue_status", replace="all"):
            pass

    cancelled = asyncio.ensure_future(ask())
    await asyncio.sleep(0)
    cancelled.cancel()
    await ask()
    assert cancelled.cancelled()


async def test_a_request_cancelled_in_flight_counts_until_then_and_not_until_its_deadline(make: Make) -> None:
    budgets = make()

    async def hang() -> None:
        async with budgets.slot("queue_status", deadline=60_000.0):
            await asyncio.Event().wait()

    hanging = [asyncio.ensure_future(hang()) for _ in range(2)]
    await until(lambda: budgets.left("queue_status") == 0 and not budgets.waiting("queue_status"))
    for task in hanging:
        task.cancel()
    await asyncio.wait(hanging)
    (grant,) = await take(budgets)
    assert grant.budget == "queue_status"


async def test_a_grant_asked_for_a_shorter_deadline_is_not_given_to_a_longer_request(make: Make) -> None:
    budgets = make(time_factor=1.0)
    await budgets.open()

    async def ask(deadline: float) -> Grant:
        async with budgets.slot("queue_status", Priority.USER, deadline=deadline) as grant:
            return grant

    short = asyncio.ensure_future(take(budgets))
    await asyncio.sleep(0)
    long = asyncio.ensure_future(ask(100.0))
    await asyncio.sleep(0)
    short.cancel()
    grant = await long
    assert grant.until - grant.at == pytest.approx(100.0)


async def test_at_most_four_agent_requests_fly_and_all_come_to_their_turn(make: Make) -> None:
    budgets, flying, most = make(), 0, 0
    done = asyncio.Event()

    async def ask() -> None:
        nonlocal flying, most
        async with budgets.slot("agent"):
            flying += 1
            most = max(most, flying)
            await done.wait()
        flying -= 1

    tasks = [asyncio.ensure_future(ask()) for _ in range(10)]
    await until(lambda: flying == 4)
    assert budgets.waiting("agent") == 6
    done.set()
    await asyncio.gather(*tasks)
    assert most == 4


async def test_agent_requests_keep_their_distance(make: Make) -> None:
    grants = await take(make(time_factor=10.0), "agent", 8)
    assert all(later.at - earlier.at >= 1 / 30 for earlier, later in itertools.pairwise(grants))


async def test_a_limit_answer_brings_silence_and_half_the_rate_and_outlives_the_run(make: Make) -> None:
    budgets = make(time_factor=60.0)
    await take(budgets)
    each = budgets.seconds_each("queue_status")
    before = time.monotonic()
    seconds = budgets.limit_answer("queue_status")
    assert 1.0 <= seconds < 1.5
    assert budgets.seconds_each("queue_status") == 2 * each
    assert budgets.left("queue_status") == 0
    assert before + seconds <= budgets.next_at("queue_status") <= time.monotonic() + seconds
    await budgets.close()
    again = make(time_factor=60.0)
    await again.open()
    assert again.seconds_each("queue_status") == 2 * each
    (grant,) = await take(again)
    assert grant.at >= before + seconds
    assert again.left("queue_status") == 0


async def test_the_silence_is_random_between_60_and_90_seconds(make: Make) -> None:
    shares = iter((0.0, 0.5))
    budgets = make(None, time_factor=1.0, random=lambda: next(shares))
    assert budgets.limit_answer("report") == 60
    assert budgets.limit_answer("statistics") == 75


async def test_a_grant_that_comes_back_after_a_limit_answer_is_not_used(make: Make) -> None:
    budgets = make()
    await budgets.open()
    waiter = asyncio.ensure_future(take(budgets))
    await asyncio.sleep(0)
    before = time.monotonic()
    seconds = budgets.limit_answer("queue_status")
    (grant,) = await waiter
    assert grant.at >= before + seconds


async def test_new_settings_let_more_through_at_once(make: Make) -> None:
    budgets = make(time_factor=1.0)
    budgets.set_settings(BudgetSettings())
    await take(budgets, count=2)
    waiter = asyncio.ensure_future(take(budgets))
    await until(lambda: budgets.waiting("queue_status") == 1)
    await until(lambda: budgets.left("queue_status") == 0)
    budgets.set_settings(BudgetSettings(queue_status_per_minute=4))
    await waiter
    await until(lambda: budgets.left("queue_status") == 1)


async def test_more_programs_let_less_through(make: Make) -> None:
    budgets = make(time_factor=1.0, settings=BudgetSettings(programs=2))
    await budgets.open()
    assert (budgets.left("queue_status"), budgets.left("queue_numbers")) == (1, 2)
    await take(budgets)
    await until(lambda: budgets.left("queue_status") == 0)


async def test_a_locked_file_delays_slots_and_never_the_loop(make: Make, tmp_path: Path) -> None:
    budgets = make(time_factor=1.0)
    await take(budgets)
    turns = 0
    with lock(tmp_path / "budgets.sqlite"):
        waiter = asyncio.ensure_future(take(budgets))
        over = time.monotonic() + 0.3
        while time.monotonic() < over:
            await asyncio.sleep(0.001)
            turns += 1
        assert not waiter.done()
    await waiter
    assert turns > 20
    assert budgets.problem == ""


async def test_a_lock_met_by_new_settings_is_tried_again_shortly(make: Make, tmp_path: Path) -> None:
    budgets = make(time_factor=1.0)
    await take(budgets, count=2)
    waiter = asyncio.ensure_future(take(budgets))
    await until(lambda: budgets.waiting("queue_status") == 1)
    with lock(tmp_path / "budgets.sqlite"):
        budgets.set_settings(BudgetSettings(queue_status_per_minute=6))
        await until(lambda: budgets._lanes["queue_status"].retry > time.monotonic())
    async with asyncio.timeout(2):
        await waiter


async def test_opening_a_locked_file_ends_and_leaves_the_work_to_the_slots(
    make: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    await make().open()
    monkeypatch.setattr(budgets_module, "OPEN_TRIES", 3)
    budgets = make()
    with lock(tmp_path / "budgets.sqlite"):
        await budgets.open()
        assert budgets.left("queue_status") == 0
    await take(budgets)


@pytest.mark.logs
async def test_a_damaged_file_costs_one_window_and_is_told(make: Make, tmp_path: Path) -> None:
    (tmp_path / "budgets.sqlite").write_bytes(b"nonsense" * 500)
    budgets, before = make(time_factor=60.0), time.monotonic()
    await budgets.open()
    assert (budgets.problem, budgets.left("queue_status")) == ("damaged", 0)
    (grant,) = await take(budgets)
    assert grant.at >= before + 61.5 / 60


async def test_closing_sends_waiters_away_and_refuses_new_ones(make: Make) -> None:
    budgets = make(time_factor=1.0)
    await take(budgets, count=2)
    waiter = asyncio.ensure_future(take(budgets))
    await until(lambda: budgets.waiting("queue_status") == 1)
    await budgets.close()
    await asyncio.wait((waiter,))
    assert waiter.cancelled()
    with pytest.raises(RuntimeError):
        await take(budgets)
    await budgets.close()
    assert budgets.limit_answer("report") > 0


async def test_a_grant_under_way_while_closing_is_given_back(make: Make) -> None:
    budgets = make(time_factor=1.0)
    await budgets.open()
    waiter = asyncio.ensure_future(take(budgets))
    await asyncio.sleep(0)
    await budgets.close()
    await asyncio.wait((waiter,))
    again = make(time_factor=1.0)
    await again.open()
    assert again.left("queue_status") == 2


async def test_a_request_that_outlives_the_closing_counts_as_in_flight(make: Make) -> None:
    budgets = make(time_factor=1.0)
    async with budgets.slot("queue_status"):
        await budgets.close()
    again = make(time_factor=1.0)
    await again.open()
    assert again.left("queue_status") == 1


async def test_closing_does_not_wait_for_a_thread_that_hangs(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budgets_module, "CLOSE_WAIT", 0.05)
    budgets, free = make(), threading.Event()
    budgets._executor.submit(free.wait)
    waiter = asyncio.ensure_future(take(budgets))
    await asyncio.sleep(0)
    budgets.limit_answer("report")
    await budgets.close()
    free.set()
    await asyncio.wait((waiter,))
    assert waiter.cancelled()


async def test_a_bug_in_the_ledgers_thread_reaches_the_caller(make: Make) -> None:
    broken = False

    def clock() -> float:
        if broken and threading.current_thread() is not threading.main_thread():
            raise ZeroDivisionError
        return time.monotonic()

    budgets = make(monotonic=clock)
    await budgets.open()
    broken = True
    with pytest.raises(ZeroDivisionError):
        await take(budgets)
    left = asyncio.ensure_future(take(budgets))
    await asyncio.sleep(0)
    left.cancel()
    await asyncio.wait((left,))
    await until(lambda: not budgets._lanes["queue_status"].asking)
    broken = False
    await take(budgets)


async def test_an_unknown_budget_is_a_mistake_told_at_once(make: Make) -> None:
    with pytest.raises(KeyError):
        make().slot("queue_stats")
