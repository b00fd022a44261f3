"""A program that fills a history file from a PBX until nothing is left, for tests that kill it."""

import asyncio
import sys
from pathlib import Path

from supervisor_gui.clock import Clock
from supervisor_gui.history.backfill import Backfill
from supervisor_gui.history.backfill_pace import Pace
from supervisor_gui.history.backfill_values import BackfillState
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.store import Store
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.tasks import Tasks
from tests.helpers.qt_async import until
from tests.helpers.wire_server import ACCOUNT, open_client

PACE = Pace(lease=1.0, renew=0.3, retry=0.05, store_retry=0.05, elsewhere=0.05)


async def main(path: Path, api_url: str, days: int) -> None:
    store = Store(path, report=lambda *bug: sys.exit(repr(bug)))
    tasks = Tasks()
    async with open_client(api_url) as client:
        backfill = Backfill(
            client,
            DayArchive(store, ACCOUNT),
            tasks,
            clock=Clock(),
            seconds_each=lambda: 30.0,
            limit_answer=lambda _: 0.1,
            refusals=Refusals(Clock().wall),
            pace=PACE,
        )
        backfill.start(days)
        done = lambda: backfill.progress.days_wanted and backfill.progress.state is BackfillState.IDLE  # noqa: E731
        await until(done, "filled", seconds=60.0)
        await backfill.stop()
    await tasks.close()
    await store.close()


def run(path: str, api_url: str, days: int) -> None:
    """Fill `days` days in a process of its own."""
    asyncio.run(main(Path(path), api_url, days))
