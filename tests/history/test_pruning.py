"""A program that stays open for days deletes what has become too old on each of them, once."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import pytest

from supervisor_gui.clock import Clock
from supervisor_gui.errors import StoreError
from supervisor_gui.history.pruning import prune_daily
from supervisor_gui.history.retention import Retention
from supervisor_gui.history.store import Store
from supervisor_gui.tasks import Tasks
from tests.helpers.qt_async import until
from tests.history.rows import ACCOUNT, DAY, NOON, action

KEPT_DAYS = 180


class Days(msgspec.Struct):
    """A clock that a test moves, and what was told."""

    now: float = NOON
    looks: int = 0
    told: list[StoreError] = []

    def wall(self) -> float:
        self.looks += 1
        return self.now


@asynccontextmanager
async def pruning(store: Store, days: Days, retention: Callable[[], Retention] = Retention) -> AsyncIterator[None]:
    """The task at work, looking at the calendar all the time."""
    tasks = Tasks()
    task = prune_daily(store, Clock(wall=days.wall), days.told.append, retention=retention, look=0.01)
    tasks.spawn("pruning", task)
    yield
    await tasks.close()


async def kept(store: Store) -> list[str]:
    return [row.words for row in await store.audit(ACCOUNT)]


async def becomes(store: Store, words: list[str]) -> None:
    async with asyncio.timeout(15):
        while await _kept_if_readable(store) != words:
            await asyncio.sleep(0.01)


async def _kept_if_readable(store: Store) -> list[str]:
    try:
        return await kept(store)
    except StoreError:
        return []


async def test_each_new_day_deletes_what_has_become_too_old_since(store: Store) -> None:
    oldest = NOON - KEPT_DAYS * DAY
    store.record(
        [action("gone", at=oldest - 60), action("gone tomorrow", at=oldest + 60), action("kept", at=oldest + 1.5 * DAY)]
    )
    days = Days()
    async with pruning(store, days):
        await becomes(store, ["kept", "gone tomorrow"])
        days.now += 600
        looked = days.looks
        await until(lambda: days.looks > looked + 10, "many looks at the same day")
        assert await kept(store) == ["kept", "gone tomorrow"]
        days.now += DAY
        await becomes(store, ["kept"])
    assert days.told == []


async def test_a_shorter_time_that_the_user_chooses_counts_at_once(store: Store) -> None:
    store.record([action("gone", at=NOON - 20 * DAY), action("kept", at=NOON)])
    chosen = [Retention()]
    days = Days()
    async with pruning(store, days, lambda: chosen[-1]):
        looked = days.looks
        await until(lambda: days.looks > looked + 10, "many looks")
        assert await kept(store) == ["kept", "gone"]
        chosen.append(Retention(audit=7))
        await becomes(store, ["kept"])


@pytest.mark.logs
async def test_a_day_on_which_it_failed_is_told_once_and_made_good(
    store_at: Callable[..., Store], tmp_path: Path
) -> None:
    folder, away = tmp_path / "data", tmp_path / "away"
    folder.mkdir()
    first = store_at(folder / "history.sqlite")
    first.record([action("gone", at=NOON - (KEPT_DAYS + 1) * DAY), action("kept", at=NOON)])
    await first.close()
    folder.rename(away)
    store, days = store_at(folder / "history.sqlite"), Days()
    async with pruning(store, days):
        looked = days.looks
        await until(lambda: days.looks > looked + 10, "it is tried again and again")
        away.rename(folder)
        await becomes(store, ["kept"])
    assert len(days.told) == 1
    assert "rights" in str(days.told[0])
