"""The past of one session: what is kept of its days, and the asking that fills it. It knows no window."""

from supervisor_gui.clock import Clock
from supervisor_gui.history.backfill import Backfill
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.store import Store
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.netsantral.budgets import Budgets
from supervisor_gui.netsantral.client import Client
from supervisor_gui.tasks import Tasks


class SessionHistory:
    """Statistics of one account.

    Attributes:
        archive: What is kept.
        backfill: What asks for the rest.
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
        time_factor: float = 1.0,
    ) -> None:
        """Join the parts; nothing is asked before `start` or `backfill.want`.

        Args:
            client: The PBX.
            budgets: What its requests cost.
            store: Where days are kept.
            tasks: Owner of the asking.
            account: Whose days.
            refusals: What the PBX has refused for good.
            clock: Time.
            time_factor: Shortens the waits after failures; loopback only.
        """
        self.archive = DayArchive(store, account)
        self.backfill = Backfill(
            client,
            self.archive,
            tasks,
            clock=clock,
            seconds_each=lambda: budgets.seconds_each("statistics"),
            limit_answer=budgets.limit_answer,
            refusals=refusals,
            time_factor=time_factor,
        )
