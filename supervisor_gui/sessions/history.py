"""The past of one session: what is kept of its days, and the asking that fills it. It knows no window."""

from collections.abc import Callable

from supervisor_gui.clock import Clock
from supervisor_gui.history.backfill import Backfill
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.retention import Retention
from supervisor_gui.history.store import Store
from supervisor_gui.history.wants import RECORDS, STATISTICS
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.netsantral.budgets import Budgets
from supervisor_gui.netsantral.client import Client
from supervisor_gui.tasks import Tasks


class SessionHistory:
    """Statistics and call records of one account; each has a budget of its own and waits for nothing of the other.

    Attributes:
        archive: What is kept.
        backfill: What asks for the statistics that are missing.
        records: What asks for the call records that are missing.
    """

    def __init__(
        self,
        client: Client,
        budgets: Budgets,
        store: Store,
        tasks: Tasks,
        *,
        account: str,
        refusals: Refusals,
        clock: Clock,
        retention: Callable[[], Retention] = Retention,
        time_factor: float = 1.0,
    ) -> None:
        """Join the parts; nothing is asked before a backfill's `start`, `follow`, `want` or `complete`.

        Args:
            client: The PBX.
            budgets: What its requests cost.
            store: Where days are kept.
            tasks: Owner of the asking.
            account: Whose days.
            refusals: What the PBX has refused for good.
            clock: Time.
            retention: Tells how long things are kept: call records of older days are not asked for.
            time_factor: Shortens the waits after failures; loopback only.
        """
        self.archive = DayArchive(store, account, retention)
        self.backfill = Backfill(
            client,
            self.archive,
            tasks,
            clock=clock,
            seconds_each=lambda: budgets.seconds_each("statistics"),
            limit_answer=budgets.limit_answer,
            refusals=refusals,
            wants=STATISTICS,
            time_factor=time_factor,
        )
        self.records = Backfill(
            client,
            self.archive,
            tasks,
            clock=clock,
            seconds_each=lambda: budgets.seconds_each("report"),
            limit_answer=budgets.limit_answer,
            refusals=refusals,
            wants=RECORDS,
            kept_days=lambda: retention().records,
            time_factor=time_factor,
        )

    def wake(self) -> None:
        """Wait for nothing any longer after a failure, for example because the network is back."""
        self.backfill.wake()
        self.records.wake()

    async def stop(self) -> None:
        """End the asking while the store is still open."""
        await self.backfill.stop()
        await self.records.stop()
