"""Sends the numbers of uploads, one request at a time. Which uploads there are and what users wish is not its matter.

A chunk is on record before it is sent, and what became of it before the next one is. It is never sent again by itself
unless the PBX surely did not take it.
"""

import asyncio
import logging
import math
from collections.abc import Iterable, Sequence

import msgspec

from supervisor_gui.autodial.turns import Turn
from supervisor_gui.autodial.upload_answers import Next, failure, told_outcomes, words_of
from supervisor_gui.autodial.upload_shelf import UploadShelf
from supervisor_gui.autodial.upload_ways import UploadWays
from supervisor_gui.autodial.values import (
    JobState,
    OrderEnd,
    Outcome,
    RowOutcome,
    RowState,
    UploadJob,
    UploadRow,
)
from supervisor_gui.clock import utc
from supervisor_gui.errors import StoreError
from supervisor_gui.netsantral.budgets import Priority
from supervisor_gui.netsantral.errors import LimitReached, PbxError
from supervisor_gui.netsantral.types_autodial import ListNumber
from supervisor_gui.tasks import Tasks

log = logging.getLogger(__name__)

ACTION = "add_list_numbers"
SHORTEST, LONGEST = 5.0, 60.0
"""Seconds until what was not sent is tried again; they double with each failure. After a limit, the longest."""

ASK_AGAIN = 60.0
"""Seconds after which a report that did not come is asked for again."""


class _Doubt(msgspec.Struct, frozen=True):
    """A list to which numbers went whose fate is unknown.

    Attributes:
        since: Epoch seconds; a report asked for later ends it.
        ask_at: Monotonic instant at which the report is asked for again.
    """

    since: float
    ask_at: float


class UploadSender:
    """Works off the uploads that run, the oldest first."""

    def __init__(self, ways: UploadWays, shelf: UploadShelf, tasks: Tasks) -> None:
        self._ways = ways
        self._shelf = shelf
        self._tasks = tasks
        self._awake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._closed = False
        self._doubts: dict[str, _Doubt] = {}
        self._backoff = SHORTEST
        self._retry_at = 0.0
        self._held: tuple[UploadRow, ...] = ()

    def wake(self) -> None:
        """Something changed: look again at what is to be sent."""
        self._awake.set()
        resting = self._task is None or self._task.done()
        if resting and not self._closed and self._next() is not None:
            self._task = self._tasks.spawn("upload", self._run())

    def doubt(self, list_id: str) -> None:
        """Ask for a report, and send the list nothing more before it has come."""
        self._doubts[list_id] = _Doubt(self._ways.clock.wall(), self._ask_again_at())
        self._ways.report_wanted(list_id)

    def no_doubt(self, list_id: str, asked_at: float = math.inf) -> None:
        """A report asked for at `asked_at` came, or the user goes on without one."""
        doubt = self._doubts.get(list_id)
        if doubt is not None and asked_at >= doubt.since:
            del self._doubts[list_id]
            self.wake()

    async def close(self) -> None:
        """Send nothing more. Numbers that were taken and had not left yet wait again."""
        self._closed = True
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        if self._held:
            await self._shelf.settle(self._held[0].job, _all(self._held, RowState.WAITING))

    async def finish(self, number: int, *, tell: bool = True) -> None:
        """End an upload of which nothing waits any more; called under the shelf's lock."""
        job = self._shelf.find(number)
        if job is None or job.state is not JobState.RUNNING or job.waiting or job.underway:
            return
        await self._shelf.move(number, JobState.DONE)
        outcome = Outcome.UNKNOWN if job.unknown else Outcome.DONE if job.sent else Outcome.REFUSED
        if tell:
            self._ways.told(upload_end(job, outcome))

    async def _run(self) -> None:
        while (job := self._next()) is not None:
            wait = self._wait(job)
            if wait > 0:
                await self._nap(wait)
            else:
                await self._chunk(job)

    def _next(self) -> UploadJob | None:
        running = (job for job in self._shelf.jobs if job.state is JobState.RUNNING and job.list_id)
        return min(running, key=lambda job: job.id, default=None)

    def _wait(self, job: UploadJob) -> float:
        """Seconds until the upload may be worked on, unless something changes before."""
        if self._ways.refusals.held:
            return math.inf
        now = self._ways.clock.monotonic()
        doubt = self._doubts.get(job.list_id)
        if doubt is None:
            return max(0.0, self._retry_at - now)
        if doubt.ask_at <= now:
            self._doubts[job.list_id] = doubt = _Doubt(doubt.since, self._ask_again_at())
            self._ways.report_wanted(job.list_id)
        return doubt.ask_at - now

    async def _nap(self, seconds: float) -> None:
        self._awake.clear()
        try:
            async with asyncio.timeout(None if math.isinf(seconds) else seconds):
                await self._awake.wait()
        except TimeoutError:
            return

    async def _chunk(self, job: UploadJob) -> None:
        await self._ways.turns.take(Turn.UPLOAD)
        try:
            rows = await self._take(job.id)
            if rows:
                await self._send(job, rows)
        except StoreError as error:
            log.info("an upload pauses: %s", error)
            self._shelf.put_back(job.id, self._held)
            self._held = ()
            self._shelf.stick(job.id)

    async def _take(self, number: int) -> tuple[UploadRow, ...]:
        """The next numbers that may be called, on record as being sent."""
        async with self._shelf.lock:
            while self._may_go_on(number):
                self._held = await self._shelf.take(number, max(1, self._ways.chunk()))
                if not self._held:
                    await self.finish(number)
                    return ()
                barred = await self._ways.barred(self._held)
                if barred:
                    refused = [RowOutcome(place, RowState.REFUSED, "do_not_call") for place in sorted(barred)]
                    await self._shelf.settle(number, refused)
                self._held = tuple(row for row in self._held if row.place not in barred)
                if self._held:
                    return self._held
        return ()

    def _may_go_on(self, number: int) -> bool:
        job = self._shelf.find(number)
        return job is not None and job.state is JobState.RUNNING and not self._ways.refusals.held

    async def _send(self, job: UploadJob, rows: tuple[UploadRow, ...]) -> None:
        client, numbers = self._ways.client, as_numbers(rows)
        try:
            answer = await client.add_list_numbers(job.list_id, numbers, priority=Priority.BACKGROUND, sent=self._left)
        except PbxError as error:
            await self._failed(job, rows, error)
        except Exception:
            await self._settle(job, _all(rows, RowState.UNKNOWN), pause="interrupted")
            raise
        else:
            self._backoff = SHORTEST
            await self._settle(job, told_outcomes(rows, answer))

    def _left(self) -> None:
        """The numbers are on their way to the PBX."""
        self._held = ()

    async def _failed(self, job: UploadJob, rows: Sequence[UploadRow], error: PbxError) -> None:
        what = failure(error)
        self._ways.failed(error)
        if what.follows is Next.WAIT:
            self._back_off(LONGEST if isinstance(error, LimitReached) else self._backoff)
        why = words_of(error) if what.state is RowState.REFUSED else ""
        await self._settle(job, _all(rows, what.state, why), pause=what.pause, error=error)

    def _back_off(self, seconds: float) -> None:
        self._retry_at = self._ways.clock.monotonic() + seconds / self._ways.time_factor
        self._backoff = min(LONGEST, self._backoff * 2)

    async def _settle(
        self, job: UploadJob, outcomes: Sequence[RowOutcome], *, pause: str = "", error: PbxError | None = None
    ) -> None:
        """Keep what became of a chunk, and what follows for its upload."""
        self._held = ()
        self._shelf.ended(job.id)
        if any(outcome.state is RowState.UNKNOWN for outcome in outcomes):
            self.doubt(job.list_id)
        async with self._shelf.lock:
            now = await self._shelf.settle(job.id, outcomes)
            if not pause:
                await self.finish(job.id)
            elif now is not None and not now.over:
                words = "" if error is None else words_of(error)
                await self._shelf.move(job.id, JobState.PAUSED, why=pause, words=words)
                self._ways.told(upload_end(now, Outcome.REFUSED, error))

    def _ask_again_at(self) -> float:
        return self._ways.clock.monotonic() + ASK_AGAIN / self._ways.time_factor


def upload_end(job: UploadJob, outcome: Outcome, error: PbxError | None = None) -> OrderEnd:
    """How an upload ended or why it pauses, with how far it came."""
    return OrderEnd(
        ACTION, job.list_id, job.list_name, outcome=outcome, error=error, sent=job.sent, refused=job.refused
    )


def as_numbers(rows: Iterable[UploadRow]) -> tuple[ListNumber, ...]:
    """What is sent of `rows`."""
    return tuple(
        ListNumber(row.number, row.name, row.active, utc(row.call_at) if row.call_at else None, row.trunk)
        for row in rows
    )


def _all(rows: Iterable[UploadRow], state: RowState, why: str = "") -> tuple[RowOutcome, ...]:
    return tuple(RowOutcome(row.place, state, why) for row in rows)
