"""Statistics and call records of one session fill side by side, each within its own budget and reach."""

from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta

import pytest

from supervisor_gui.clock import PBX_ZONE, Clock
from supervisor_gui.history.backfill_values import BackfillState
from supervisor_gui.history.retention import Retention
from supervisor_gui.history.store import Store
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.netsantral.budgets import Budgets
from supervisor_gui.sessions.history import SessionHistory
from supervisor_gui.tasks import Tasks
from tests.helpers.qt_async import until
from tests.helpers.wire_server import ACCOUNT, open_client
from tests.history.backfilling import Pbx

WEDNESDAY = date(2026, 11, 25)
NOON = datetime(2026, 11, 25, 12, tzinfo=PBX_ZONE).timestamp()
DAY = timedelta(days=1)


@pytest.fixture
async def pbx() -> AsyncIterator[Pbx]:
    pbx = Pbx()
    async with pbx.server:
        yield pbx


async def test_records_reach_no_further_than_they_are_kept_and_wait_for_no_statistics(store: Store, pbx: Pbx) -> None:
    tasks, clock = Tasks(), Clock(wall=lambda: NOON)
    budgets = Budgets(None, ACCOUNT, time_factor=100.0)
    kept = Retention(records=2)
    async with open_client(pbx.server.url, budgets=budgets) as client:
        past = SessionHistory(
            client,
            budgets,
            store,
            tasks,
            account=ACCOUNT,
            refusals=Refusals(clock.wall),
            clock=clock,
            retention=lambda: kept,
        )
        past.backfill.start(30)
        past.records.start(30)
        done = past.records
        await until(lambda: done.progress.days_done == 2 and done.progress.state is BackfillState.IDLE, "two days")
        assert past.backfill.progress.requests_left > 0, "statistics are still under way"
        asked = [told for told in pbx.told if told.startswith("records")]
        assert asked == ["records 24.11", "records 23.11"]
        known = await past.archive.known(WEDNESDAY - 30 * DAY, WEDNESDAY)
        assert set(known.records) == {WEDNESDAY - DAY, WEDNESDAY - 2 * DAY}
        await past.stop()
        await tasks.close()
