"""Watches auto-dial lists: asks for what is due, keeps what came, and passes orders on. When is `due`, how `orders`."""

import asyncio
import logging
from collections.abc import Callable, Mapping

import msgspec

from supervisor_gui.autodial.due import FRESH, RETRY, Due, Watch, next_due
from supervisor_gui.autodial.failures import NO_SUCH_LIST, note_failure
from supervisor_gui.autodial.list_book import Book, view_of, watched
from supervisor_gui.autodial.list_client import ListClient
from supervisor_gui.autodial.number_rows import facts_of, figures_of
from supervisor_gui.autodial.orders import Orders, OrderWays
from supervisor_gui.autodial.ports import ListStore
from supervisor_gui.autodial.screen_numbers import LastReport, ScreenNumbers
from supervisor_gui.autodial.turns import Turn, Turns
from supervisor_gui.autodial.uploads import Uploads
from supervisor_gui.autodial.values import (
    DialView,
    JobState,
    KeptList,
    ListNumbers,
    NumberRow,
    OrderEnd,
    ShownList,
    UploadJob,
)
from supervisor_gui.clock import Clock
from supervisor_gui.errors import StoreError
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.live.watchers import Watchers
from supervisor_gui.netsantral.budgets import Priority
from supervisor_gui.netsantral.errors import LimitReached, PbxError, TransportError
from supervisor_gui.netsantral.types_autodial import AutodialLists, ListNumber, ListReport, NumberChange
from supervisor_gui.tasks import Tasks

log = logging.getLogger(__name__)

RIGHT = "campaigns"

_NO_DIALLER = frozenset({"no_package", "not_enabled"})
_LONGEST_NAP = 10.0
"""Seconds after which the plan is looked at again; a cancelled long timer would stay in a Qt event loop."""


class DialLists:
    """The lists of one account. Lives on one event loop; one question at a time is on its way."""

    def __init__(
        self,
        client: ListClient,
        store: ListStore,
        tasks: Tasks,
        *,
        turns: Turns,
        uploads: Uploads,
        audit: Callable[[OrderEnd], None],
        refusals: Refusals,
        limit_answer: Callable[[str], object],
        policy: Callable[[str], bool],
        clock: Clock | None = None,
        time_factor: float = 1.0,
    ) -> None:
        """Args.

        client: Sends.
        store: Knows how lists were made, what is on its way, and what no list may call.
        tasks: Owns the tasks.
        turns: Shared with uploads.
        uploads: Learns of each report and overview.
        audit: Takes each order once, at its end.
        refusals: Shared with everything that sends.
        limit_answer: Told the budget's name when the PBX counts too many requests.
        policy: Whether a right is denied.
        clock: Time.
        time_factor: Divides every duration.
        """
        self._client = client
        self._store = store
        self._tasks = tasks
        self._turns = turns
        self._uploads = uploads
        self._audit = audit
        self._refusals = refusals
        self._limit_answer = limit_answer
        self._clock = clock or Clock()
        self._factor = time_factor
        self._book = Book()
        self._watch = Watch(factor=time_factor)
        self._kept: Mapping[str, KeptList] = {}
        self._jobs: tuple[UploadJob, ...] = ()
        self._view = DialView()
        self._numbers = ScreenNumbers(store, tasks, time_factor=time_factor)
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._leave: Callable[[], None] | None = None
        self._views: Watchers[Callable[[DialView], None]] = Watchers()
        self._ends: Watchers[Callable[[OrderEnd], None]] = Watchers()
        self._orders = Orders(client, store, tasks, turns, self._order_ways(policy))
        refusals.watch(self._wake.set)

    @property
    def view(self) -> DialView:
        """Every list as it stands."""
        return self._view

    def subscribe(self, take: Callable[[DialView], None]) -> Callable[[], None]:
        """Call `take` when the view changes; the result ends that."""
        return self._views.add(take)

    @property
    def numbers(self) -> ListNumbers | None:
        """The numbers of the list on screen; None until they have been put together."""
        return self._numbers.numbers

    def subscribe_numbers(self, take: Callable[[ListNumbers | None], None]) -> Callable[[], None]:
        """Call `take` when those change; the result ends that."""
        return self._numbers.subscribe(take)

    def subscribe_ends(self, take: Callable[[OrderEnd], None]) -> Callable[[], None]:
        """Call `take` with each order at its end; the result ends that."""
        return self._ends.add(take)

    def tell(self, end: OrderEnd) -> None:
        """An order has ended, here or elsewhere: the audit and everybody who watches hear of it."""
        self._audit(end)
        for take in self._ends:
            try:
                take(end)
            except Exception:  # one broken view must not hide an end from the others
                log.exception("a subscriber of order ends failed")

    async def start(self, *, background: bool) -> None:
        """Begin; with `background` lists are watched although nobody looks at them."""
        if self._task is not None:
            return
        self._watch = msgspec.structs.replace(self._watch, background=background)
        await self._read_kept()
        self._jobs = self._uploads.jobs
        self._leave = self._uploads.subscribe(self._on_jobs)
        self._numbers.start()
        self._task = self._tasks.spawn("auto-dial lists", self._run())
        self._publish()

    async def stop(self) -> None:
        """End; orders that wait are withdrawn, a question under way comes to nothing."""
        if self._leave is not None:
            self._leave()
            self._leave = None
        await self._orders.stop()
        await self._numbers.stop()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    def look(self, visible: bool) -> None:
        """The page is on screen, or is so no more."""
        if visible == self._watch.shown:
            return
        self._watch = msgspec.structs.replace(self._watch, shown=visible)
        if visible:
            self.refresh()
        self._wake.set()

    def choose(self, list_id: str) -> None:
        """The list whose numbers are on screen, empty for none."""
        if list_id == self._watch.looking:
            return
        self._watch = msgspec.structs.replace(self._watch, looking=list_id, looking_since=self._clock.monotonic())
        self._numbers.show(list_id)
        if list_id:
            self._age(list_id)
        self._wake.set()
        self._publish()

    def kept_changed(self) -> None:
        """The do-not-call list or what is on its way changed: the numbers on screen are put together anew."""
        self._numbers.touch(self._watch.looking)

    def refresh(self) -> None:
        """Ask next for the lists and for the one on screen, unless that was done just now."""
        self._watch = msgspec.structs.replace(self._watch, resting=False)
        if self._old(self._watch.asked_at):
            self.want_lists()
        looking = self._book.lists.get(self._watch.looking)
        if looking is not None and self._old(looking.age.asked_at):
            self.want_report(self._watch.looking)
        self._wake.set()

    def want_lists(self) -> None:
        """Ask for the lists next."""
        self._watch = msgspec.structs.replace(self._watch, wanted=True, not_before=0.0)
        self._wake.set()

    def want_report(self, list_id: str) -> None:
        """Ask for the report of a list next."""
        self._age(list_id, wanted=True, not_before=0.0)
        self._wake.set()

    def start_list(self, list_id: str) -> None:
        """Let a list call."""
        self._orders.start_list(list_id)

    def stop_list(self, list_id: str) -> None:
        """Let it call no more."""
        self._orders.stop_list(list_id)

    def change_number(self, list_id: str, number_id: str, change: NumberChange) -> None:
        """Change a number of a list."""
        self._orders.change_number(list_id, number_id, change)

    def replace_number(self, list_id: str, row: NumberRow, new: ListNumber) -> None:
        """Put another number in the place of one of a dynamic list."""
        self._orders.replace_number(list_id, row, new)

    def remove_numbers(self, list_id: str, rows: tuple[NumberRow, ...]) -> None:
        """Take numbers out of a list, one after the other."""
        self._orders.remove_numbers(list_id, rows)

    async def _run(self) -> None:
        while True:
            self._wake.clear()
            now = self._clock.monotonic()
            due = self._due(now)
            if due is None or due.at > now:
                await self._nap(_LONGEST_NAP if due is None else due.at - now)
                continue
            await self._turns.take(Turn.LOOK)
            # Something else may be wanted more by now.
            now = self._clock.monotonic()
            due = self._due(now)
            if due is not None and due.at <= now:
                await self._ask(due)

    async def _nap(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(min(seconds, _LONGEST_NAP)):
                await self._wake.wait()
        except TimeoutError:
            pass

    def _due(self, now: float) -> Due | None:
        if self._refusals.held:
            return None
        fed = {job.list_id for job in self._jobs if job.state is JobState.RUNNING}
        return next_due(watched(self._book, self._watch, fed), now)

    async def _ask(self, due: Due) -> None:
        asked_at = self._clock.wall()

        def sent() -> None:
            nonlocal asked_at
            asked_at = self._clock.wall()

        priority = Priority.SCREEN if due.seen else Priority.BACKGROUND
        self._asked(due.list_id)
        try:
            if due.list_id:
                report = await self._client.list_report(due.list_id, priority=priority, sent=sent)
                await self._take_report(due.list_id, report, asked_at)
            else:
                lists = await self._client.lists(priority=priority, sent=sent)
                await self._take_lists(lists, asked_at)
        except PbxError as error:
            self._failed(due, error)
        except StoreError as error:
            log.info("what the lists told is not kept: %s", error)
        self._publish()

    def _asked(self, list_id: str) -> None:
        """A question leaves; what is wanted from now on is a further one."""
        now = self._clock.monotonic()
        if list_id:
            self._age(list_id, wanted=False, asked_at=now)
        else:
            self._watch = msgspec.structs.replace(self._watch, wanted=False, asked_at=now)

    async def _take_lists(self, lists: AutodialLists, asked_at: float) -> None:
        self._watch = msgspec.structs.replace(self._watch, resting=False)
        self._book = self._book.told(lists, asked_at, self._clock.monotonic())
        await self._read_kept()
        self._publish()
        await self._uploads.take_lists(lists, asked_at)

    async def _take_report(self, list_id: str, report: ListReport, asked_at: float) -> None:
        self._book = self._book.changed(list_id, figures=figures_of(report, asked_at), problem=None)
        self._publish()
        facts = await asyncio.to_thread(facts_of, report)
        try:
            await self._uploads.take_report(list_id, facts.numbers, asked_at=asked_at, whole=facts.whole)
        finally:
            self._numbers.take(LastReport(list_id, report, asked_at, facts.whole))

    def _failed(self, due: Due, error: PbxError) -> None:
        note_failure(error, self._refusals, self._limit_answer)
        log.info("auto-dial lists: %s", error)
        later = self._later(due, error)
        if due.list_id:
            self._report_failed(due.list_id, error, later)
            return
        self._book = msgspec.structs.replace(self._book, problem=error)
        self._watch = msgspec.structs.replace(self._watch, resting=error.reason in _NO_DIALLER)
        if later is not None:
            self._watch = msgspec.structs.replace(self._watch, wanted=True, not_before=later)

    def _report_failed(self, list_id: str, error: PbxError, later: float | None) -> None:
        self._book = self._book.changed(list_id, problem=error)
        if error.reason in NO_SUCH_LIST:
            self._book = self._book.lost(list_id, error)
            self.want_lists()
        elif later is not None:
            self._age(list_id, wanted=True, not_before=later)

    def _later(self, due: Due, error: PbxError) -> float | None:
        """When what failed is asked again before its time; None when it would be refused again or nobody needs it."""
        if error.reason == "credentials":
            return 0.0
        passing = isinstance(error, TransportError | LimitReached)
        return self._clock.monotonic() + RETRY / self._factor if due.wanted and passing else None

    def _on_jobs(self, jobs: tuple[UploadJob, ...]) -> None:
        """Uploads have moved: a list that one of them has just made is asked for, and one that it has filled."""
        former = {job.id: job for job in self._jobs}
        self._jobs = jobs
        for job in jobs:
            before = former.get(job.id, job)
            if before.state is JobState.RUNNING and job.state is not JobState.RUNNING:
                self.want_report(job.list_id)
            if former.get(job.id) != job:
                self._numbers.touch(job.list_id)
        made = {job.list_id for job in jobs} - {job.list_id for job in former.values()}
        # Before a list is made its upload has no list's id.
        if made - set(self._book.lists) - {""}:
            self.want_lists()
        self._wake.set()
        self._publish()

    async def _read_kept(self) -> None:
        try:
            self._kept = {kept.list_id: kept for kept in await self._store.kept_lists()}
        except StoreError as error:
            log.info("how lists were made is not known: %s", error)

    def _order_ways(self, policy: Callable[[str], bool]) -> OrderWays:
        return OrderWays(
            find=self._find,
            rows=self._rows,
            denied=lambda: policy(RIGHT),
            refusals=self._refusals,
            limit_answer=self._limit_answer,
            clock=self._clock,
            time_factor=self._factor,
            ended=self.tell,
            moved=self._publish,
            set_running=self._set_running,
            want_lists=self.want_lists,
            want_report=self.want_report,
        )

    def _find(self, list_id: str) -> ShownList | None:
        return self._view.find(list_id)

    def _rows(self, list_id: str) -> tuple[NumberRow, ...]:
        numbers = self.numbers
        return numbers.rows if numbers is not None and numbers.list_id == list_id else ()

    def _set_running(self, list_id: str, running: bool) -> None:
        self._book = self._book.set_running(list_id, self._clock.wall(), running=running)

    def _old(self, asked_at: float | None) -> bool:
        return asked_at is None or self._clock.monotonic() - asked_at > FRESH / self._factor

    def _age(self, list_id: str, **fields: object) -> None:
        self._book = self._book.aged(list_id, self._clock.monotonic(), **fields)

    def _publish(self) -> None:
        view = view_of(self._book, self._jobs, self._kept, self._orders.pending, self._watch.looking)
        if view == self._view:
            return
        self._view = view
        for take in self._views:
            try:
                take(view)
            except Exception:  # one broken view must not stop the watching
                log.exception("a subscriber of the lists failed")
