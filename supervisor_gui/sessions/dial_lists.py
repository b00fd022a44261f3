"""The auto-dial lists of one session joined: watched, filled, started, stopped. It knows no window."""

from collections.abc import Callable

from supervisor_gui.autodial.failures import BUDGET
from supervisor_gui.autodial.lists import DialLists
from supervisor_gui.autodial.turns import Turns
from supervisor_gui.autodial.uploads import Uploads
from supervisor_gui.autodial.values import OrderEnd
from supervisor_gui.clock import Clock
from supervisor_gui.errors import StoreError
from supervisor_gui.history.dial_archive import DialArchive
from supervisor_gui.history.store import Store
from supervisor_gui.i18n import translate
from supervisor_gui.live.policy import Policy
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.netsantral.budgets import Budgets
from supervisor_gui.netsantral.client import Client
from supervisor_gui.sessions.audit import SessionAudit
from supervisor_gui.tasks import Tasks
from supervisor_gui.text import last_two


class SessionDialLists:
    """Everything about auto-dial lists, from `settle` to `stop`.

    Attributes:
        archive: What is kept of them, and the do-not-call list.
        uploads: Numbers on their way.
        lists: The lists as they stand, and orders to them.
    """

    def __init__(
        self,
        client: Client,
        budgets: Budgets,
        store: Store,
        tasks: Tasks,
        *,
        account: str,
        who: str,
        audit: SessionAudit,
        policy: Policy,
        refusals: Refusals,
        chunk: Callable[[], int],
        clock: Clock,
        time_factor: float = 1.0,
    ) -> None:
        """Join the parts; nothing is read or asked before `settle`.

        Args:
            client: The PBX.
            budgets: Tell how far apart requests stand.
            store: Where uploads are on record.
            tasks: Own what is under way.
            account: Whose lists.
            who: The local user.
            audit: What the user did.
            policy: What this seat may do.
            refusals: Shared with the poller.
            chunk: How many numbers go in one request.
            clock: Time.
            time_factor: How much faster than the clock the PBX lives; loopback only.
        """
        self._audit = audit
        self._budgets = budgets
        self.archive = DialArchive(store, account)
        self._turns = Turns(lambda: self.seconds_each, clock.monotonic)
        self.uploads = Uploads(
            client,
            self.archive,
            tasks,
            turns=self._turns,
            chunk=chunk,
            who=who,
            refusals=refusals,
            limit_answer=budgets.limit_answer,
            clock=clock,
            time_factor=time_factor,
            told=self._tell,
            report_wanted=self._want_report,
            lists_wanted=self._want_lists,
            blocked=self.archive.blocked_among,
        )
        self.lists = DialLists(
            client,
            self.archive,
            tasks,
            turns=self._turns,
            uploads=self.uploads,
            audit=self._note,
            refusals=refusals,
            limit_answer=budgets.limit_answer,
            policy=lambda action: bool(policy.why_not(action)),
            clock=clock,
            time_factor=time_factor,
        )

    @property
    def seconds_each(self) -> float:
        """Seconds that one request of many takes."""
        return self._budgets.seconds_each(BUDGET)

    async def settle(self, *, background: bool, sends: bool = True) -> None:
        """The store has been opened: show what an earlier run left, and watch the lists.

        Args:
            background: Whether lists are watched while nobody looks at their page.
            sends: Whether uploads are this program's; beside a window that sends them, nothing was interrupted.

        Raises:
            StoreError: What an earlier run left cannot be read; lists are watched all the same.
        """
        problem: StoreError | None = None
        try:
            if sends:
                await self.uploads.start()
        except StoreError as error:
            problem = error
        await self.lists.start(background=background)
        if problem is not None:
            raise problem

    async def stop(self) -> None:
        """Send and ask nothing any more."""
        await self.uploads.stop()
        await self.lists.stop()
        self._turns.close()

    def _tell(self, end: OrderEnd) -> None:
        self.lists.tell(end)

    def _want_report(self, list_id: str) -> None:
        self.lists.want_report(list_id)

    def _want_lists(self) -> None:
        self.lists.want_lists()

    def _note(self, end: OrderEnd) -> None:
        """One row of the audit for each order."""
        words = end.error.words or end.error.reason if end.error is not None else end.reason
        if end.sent or end.refused:
            told = translate("Campaigns", "{sent} sent, {refused} refused").format(sent=end.sent, refused=end.refused)
            words = f"{told}: {words}" if words else told
        self._audit.note(
            end.action,
            queue=end.list_name or end.list_id,
            detail=last_two(end.number) if end.number else "",
            outcome=end.outcome.value,
            words=words,
        )
