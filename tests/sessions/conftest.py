"""Stores on real files, as the tests of the history have them, and books of missed callers on them."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from supervisor_gui.history.store import Store
from tests.history.conftest import _collect_here, path, store, store_at, told
from tests.sessions.missed_desk import Desk, desks

__all__ = ["_collect_here", "path", "store", "store_at", "told"]


@pytest.fixture
async def desk_on(path: Path) -> AsyncIterator[Callable[..., Desk]]:
    """Makes books on a store, at noon."""
    async with desks(path) as make:
        yield make


@pytest.fixture
def desk(desk_on: Callable[..., Desk], store: Store) -> Desk:
    """A book on an open store."""
    return desk_on(store)
