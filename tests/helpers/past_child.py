"""A program that fills the past of one account as a session does until nothing is left, for tests that kill it."""

import asyncio
import sys
from pathlib import Path

from supervisor_gui.clock import Clock
from supervisor_gui.history.backfill_values import BackfillState
from supervisor_gui.history.store import Store
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.netsantral.budgets import Budgets
from supervisor_gui.netsantral.client import Client
from supervisor_gui.netsantral.crm_ids import CrmIds
from supervisor_gui.netsantral.types import Credential, Endpoints
from supervisor_gui.paths import DataPaths
from supervisor_gui.sessions.history import SessionHistory
from supervisor_gui.tasks import Tasks
from tests.helpers.desk import ACCOUNT, PASSWORD
from tests.helpers.qt_async import until


def run(data: str, pbx_url: str, api_url: str, days: int, factor: float) -> None:
    """Fill the last `days` days of the data folder's history; exit code 0 when all is there."""
    asyncio.run(_fill(DataPaths(Path(data)), Endpoints(pbx_url=pbx_url, api_url=api_url), days, factor))


async def _fill(paths: DataPaths, addresses: Endpoints, days: int, factor: float) -> None:
    clock, tasks = Clock(), Tasks(_fault)
    store = Store(paths.history, report=_fault)
    budgets = Budgets(paths.budgets, ACCOUNT, time_factor=factor)
    client = Client(addresses, Credential(ACCOUNT, PASSWORD), budgets, crm=CrmIds(ACCOUNT), time_factor=factor)
    past = SessionHistory(
        client,
        budgets,
        store,
        tasks,
        account=ACCOUNT,
        refusals=Refusals(clock.wall),
        clock=clock,
        time_factor=factor,
    )
    backfill = past.backfill

    def filled() -> bool:
        return backfill.progress.state is BackfillState.IDLE and backfill.progress.days_done == days

    try:
        await budgets.open()
        backfill.start(days)
        await until(filled, "all days filled", 80.0)
    finally:
        await backfill.stop()
        await tasks.close()
        await client.aclose()
        await budgets.close()
        await store.close()


def _fault(where: str, error: BaseException) -> None:
    sys.exit(f"{where}: {error!r}")
