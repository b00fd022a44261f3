"""Numbers on their way to lists: what the user wishes for uploads, and what reports and overviews say about them.

Everything is on record before it is sent, so that a program that is killed at any moment sends no number twice
(docs/protocol.md, Auto-dial lists). Rights are checked by the caller.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Coroutine, Sequence
from typing import Any

from supervisor_gui.autodial.ports import ListStore
from supervisor_gui.autodial.turns import Turns
from supervisor_gui.autodial.upload_making import ListMaker
from supervisor_gui.autodial.upload_sender import ACTION, UploadSender
from supervisor_gui.autodial.upload_shelf import TakeJobs, UploadShelf
from supervisor_gui.autodial.upload_ways import UploadClient, UploadWays
from supervisor_gui.autodial.values import JobState, OrderEnd, UploadJob
from supervisor_gui.clock import Clock
from supervisor_gui.errors import StoreError
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.netsantral.types_autodial import AutodialLists, ListNumber, NewList
from supervisor_gui.tasks import Tasks

log = logging.getLogger(__name__)

_GOING = frozenset({JobState.RUNNING, JobState.PAUSED})


class Uploads:
    """All uploads of an account. Lives on one event loop."""

    def __init__(
        self,
        client: UploadClient,
        store: ListStore,
        tasks: Tasks,
        *,
        turns: Turns,
        chunk: Callable[[], int],
        who: str,
        refusals: Refusals,
        limit_answer: Callable[[str], object],
        clock: Clock,
        told: Callable[[OrderEnd], None],
        report_wanted: Callable[[str], None],
        lists_wanted: Callable[[], None],
        blocked: Callable[[Collection[str]], Awaitable[frozenset[str]]],
        time_factor: float = 1.0,
    ) -> None:
        """Args.

        client: Sends.
        store: Keeps.
        tasks: Owns the tasks.
        turns: Shared with whoever looks at lists.
        chunk: Numbers in one request, asked for each time.
        who: The local user.
        refusals: Shared with everybody who sends.
        limit_answer: Told the budget's name when the PBX counts too many requests.
        clock: Time.
        told: Takes the end of each making and of each upload.
        report_wanted: Asks for a report of a list, which then comes to `take_report`.
        lists_wanted: Asks for an overview, which then comes to `take_lists`.
        blocked: Those of these tails that may not be called; raises StoreError.
        time_factor: Waits are divided by it.
        """
        self._ways = UploadWays(
            client=client,
            turns=turns,
            refusals=refusals,
            limit_answer=limit_answer,
            blocked=blocked,
            chunk=chunk,
            told=told,
            report_wanted=report_wanted,
            lists_wanted=lists_wanted,
            who=who,
            clock=clock,
            time_factor=time_factor,
        )
        self._tasks = tasks
        self._shelf = UploadShelf(store, clock)
        self._sender = UploadSender(self._ways, self._shelf, tasks)
        self._maker = ListMaker(self._ways, self._shelf, self._sender)
        self._makings: set[asyncio.Task[None]] = set()
        self._wishes: set[asyncio.Task[None]] = set()
        self._stopped = False
        refusals.watch(self._sender.wake)

    @property
    def jobs(self) -> tuple[UploadJob, ...]:
        """All uploads, newest first."""
        return self._shelf.jobs

    def subscribe(self, take: TakeJobs) -> Callable[[], None]:
        """Call `take` after each change; the result ends that."""
        return self._shelf.subscribe(take)

    async def start(self) -> None:
        """Read what is kept, and ask about what an earlier run left unknown. Nothing is sent until the user goes on.

        Raises:
            StoreError: It cannot be read; what an earlier run left is not shown then.
        """
        await self._shelf.load()
        for list_id in sorted({job.list_id for job in self.jobs if job.list_id and job.unknown > job.absent}):
            self._ways.report_wanted(list_id)
        if any(job.state is JobState.CREATE_UNKNOWN for job in self.jobs):
            self._ways.lists_wanted()

    async def stop(self) -> None:
        """Carry out what was wished and send nothing more; a request under way is left to itself."""
        self._stopped = True
        await asyncio.gather(*self._wishes, return_exceptions=True)
        for task in self._makings:
            task.cancel()
        await asyncio.gather(*self._makings, return_exceptions=True)
        try:
            await self._sender.close()
        except StoreError as error:
            log.info("numbers that were not sent stay underway: %s", error)

    async def create(self, new: NewList, rest: Sequence[ListNumber]) -> UploadJob:
        """Make a list with its first numbers; `rest` goes after. Returns when all is on record.

        Raises:
            StoreError: It could not be kept, and nothing is sent.
        """
        job = await self._maker.keep(new, rest)
        self._spawn(self._makings, "make list", self._maker.make(job.id))
        return job

    async def add(self, list_id: str, list_name: str, numbers: Sequence[ListNumber]) -> UploadJob:
        """Send numbers to a list. Returns when all are on record.

        Raises:
            StoreError: They could not be kept, and nothing is sent.
        """
        state = JobState.RUNNING
        job = await self._shelf.begin(numbers, list_id=list_id, list_name=list_name, who=self._ways.who, state=state)
        self._sender.wake()
        return job

    def pause(self, job_id: int) -> None:
        """Send nothing more of an upload for now."""
        self._wish(job_id, self._pause)

    def go_on(self, job_id: int) -> None:
        """Go on with an upload that pauses."""
        self._wish(job_id, self._go_on)

    def cancel(self, job_id: int) -> None:
        """Send nothing more of an upload."""
        self._wish(job_id, self._cancel)

    def send_again(self, job_id: int) -> None:
        """Send anew what the PBX refused, and what it surely did not get."""
        self._wish(job_id, self._send_again)

    async def take_report(self, list_id: str, numbers: Collection[str], *, asked_at: float, whole: bool) -> None:
        """A report of a list came.

        Args:
            list_id: The list.
            numbers: All that it lists, as of `national_number`.
            asked_at: Epoch seconds at which it was asked for.
            whole: Whether every row of it could be read.
        """
        settled = asked_at >= self._shelf.quiet_since(list_id) + self._ways.settled_after
        try:
            async with self._shelf.lock:
                await self._shelf.listed(list_id, frozenset(numbers), asked_at=asked_at, whole=whole and settled)
        except StoreError as error:
            log.info("a report settles nothing: %s", error)
            return
        self._sender.no_doubt(list_id, asked_at)

    async def take_lists(self, lists: AutodialLists, asked_at: float) -> None:
        """An overview came, asked for at `asked_at` in epoch seconds."""
        try:
            await self._maker.lists_came(lists, asked_at)
        except StoreError as error:
            log.info("an overview settles nothing: %s", error)

    async def _pause(self, number: int) -> None:
        job = self._shelf.find(number)
        if job is not None and job.state is JobState.RUNNING:
            await self._shelf.move(number, JobState.PAUSED, why="user")

    async def _go_on(self, number: int) -> None:
        job = self._shelf.free(number)
        if job is None:
            return
        if job.state is JobState.CREATING:
            await self._maker.doubt(number)
        elif job.list_id and job.state in _GOING:
            await self._shelf.move(number, JobState.RUNNING)
            self._sender.no_doubt(job.list_id)

    async def _cancel(self, number: int) -> None:
        job = await self._shelf.settle(number, ())
        if job is None or job.over:
            return
        await self._shelf.give_up(number)
        if job.sent and job.list_id:
            self._ways.told(OrderEnd(ACTION, job.list_id, job.list_name, reason="cancelled"))

    async def _send_again(self, number: int) -> None:
        job = self._shelf.find(number)
        if job is not None and job.list_id:
            await self._shelf.again(number)

    def _wish(self, number: int, wish: Callable[[int], Awaitable[None]]) -> None:
        if not self._stopped:
            self._spawn(self._wishes, "upload wish", self._carry_out(number, wish))

    async def _carry_out(self, number: int, wish: Callable[[int], Awaitable[None]]) -> None:
        try:
            async with self._shelf.lock:
                await wish(number)
        except StoreError as error:
            log.info("a wish for an upload is not kept: %s", error)
            self._shelf.stick(number)
        self._sender.wake()

    def _spawn(self, kept: set[asyncio.Task[None]], name: str, work: Coroutine[Any, Any, None]) -> None:
        task = self._tasks.spawn(name, work)
        kept.add(task)
        task.add_done_callback(kept.discard)
