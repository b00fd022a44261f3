"""Stores on real files, closed at the end of each test, with what they reported."""

import gc
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from supervisor_gui.history.store import Pace, Store

SOON = Pace(flush=0.02, retry=0.02, busy=0.1, close=5.0)


class Told(msgspec.Struct):
    """What stores told their owner."""

    bugs: list[BaseException] = []
    problems: list[str] = []


@pytest.fixture(autouse=True, scope="module")
def _collect_here() -> Iterator[None]:
    """Garbage of other tests' windows must not be collected on a store's thread: Qt does not survive it."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def told() -> Told:
    """Collects reports; empty at the end unless the test looked at them."""
    return Told()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the history file is to be."""
    return tmp_path / "history.sqlite"


@pytest.fixture
async def store_at(told: Told) -> AsyncIterator[Callable[..., Store]]:
    """Makes stores, not yet opened; a reported bug that the test did not clear fails it."""
    made: list[Store] = []

    def make(path: Path, pace: Pace = SOON) -> Store:
        store = Store(path, report=lambda _, error: told.bugs.append(error), changed=told.problems.append, pace=pace)
        made.append(store)
        return store

    yield make
    for store in made:
        await store.close()
    assert told.bugs == []


@pytest.fixture
async def store(store_at: Callable[..., Store], path: Path) -> Store:
    """An open store on a new file."""
    store = store_at(path)
    assert await store.open() == ""
    return store
