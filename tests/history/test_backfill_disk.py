"""What the disk says while several lanes fill the history: told as long as it holds, and no longer."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.errors import StoreError
from supervisor_gui.history.store import Store
from tests.helpers.qt_async import until
from tests.history.backfilling import Pbx, backfilling

TUESDAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 25, 12, tzinfo=PBX_ZONE).timestamp()
DAY = timedelta(days=1)

pytestmark = pytest.mark.logs


@pytest.fixture
async def pbx() -> AsyncIterator[Pbx]:
    pbx = Pbx()
    async with pbx.server:
        yield pbx


async def test_what_the_disk_says_stays_told_while_another_lane_only_looks(store: Store, pbx: Pbx, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        async with backfilling(store, pbx, NOON) as desk:
            assert await desk.backfill.complete(TUESDAY, TUESDAY) is None
            other.execute("BEGIN IMMEDIATE")
            desk.backfill.start(3)
            await until(lambda: desk.backfill.progress.store_problem, "the trouble told")
            looked = len(desk.seen)
            for _ in range(3):
                desk.backfill.want(TUESDAY, TUESDAY)
                assert await desk.backfill.complete(TUESDAY, TUESDAY) is None
            assert [progress for progress in desk.seen[looked:] if not progress.store_problem] == []
            assert "Another program" in desk.backfill.progress.store_problem
            other.execute("ROLLBACK")
            await desk.filled(3)
            assert desk.backfill.progress.store_problem == ""


async def test_what_the_disk_said_to_an_export_is_not_told_for_ever(store: Store, pbx: Pbx, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        async with backfilling(store, pbx, NOON) as desk:
            desk.backfill.start(1)
            await desk.filled(1)
            other.execute("BEGIN IMMEDIATE")
            assert isinstance(await desk.backfill.complete(TUESDAY - DAY, TUESDAY - DAY), StoreError)
            assert desk.backfill.progress.store_problem
            other.execute("ROLLBACK")
            await until(lambda: not desk.backfill.progress.store_problem, "the recovery told")
