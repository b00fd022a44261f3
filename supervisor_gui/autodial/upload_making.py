"""Makes lists, each by one request, and finds out about one whose making was never answered. It sends no more numbers.

A list is made once. Whether a making without an answer came to something is told by an overview: one list of its name
that was not there before is the one. Where a list of that name was there before, or nobody knows, and the program has
been started anew since, no overview can tell; the upload then stays as it is until the user gives it up.
"""

import asyncio
import logging
from collections.abc import Sequence

import msgspec

from supervisor_gui.autodial.upload_answers import Next, failure, words_of
from supervisor_gui.autodial.upload_sender import UploadSender, as_numbers
from supervisor_gui.autodial.upload_shelf import UploadShelf
from supervisor_gui.autodial.upload_ways import UploadWays
from supervisor_gui.autodial.values import (
    JobState,
    KeptList,
    OrderEnd,
    Outcome,
    RowOutcome,
    RowState,
    UploadJob,
    UploadRow,
)
from supervisor_gui.errors import StoreError
from supervisor_gui.netsantral.budgets import Priority
from supervisor_gui.netsantral.errors import PbxError
from supervisor_gui.netsantral.types_autodial import AutodialLists, ListNumber, NewList

log = logging.getLogger(__name__)

ACTION = "create_list"
NAMESAKE = "namesake"
NOT_MADE = "not_made"

_MAKING = frozenset({JobState.CREATING, JobState.CREATE_UNKNOWN})


class _Making(msgspec.Struct, frozen=True):
    """A list that is being made.

    Attributes:
        new: What was ordered.
        before: Ids of the lists that were there before; None when nobody knew.
    """

    new: NewList
    before: frozenset[str] | None


class ListMaker:
    """The makings of this run, and what overviews say about those that were not answered."""

    def __init__(self, ways: UploadWays, shelf: UploadShelf, sender: UploadSender) -> None:
        self._ways = ways
        self._shelf = shelf
        self._sender = sender
        self._makings: dict[int, _Making] = {}
        self._there: dict[str, str] | None = None

    async def keep(self, new: NewList, rest: Sequence[ListNumber]) -> UploadJob:
        """Put a new list and all its numbers on record; `make` sends it.

        Raises:
            StoreError: It could not be kept, and nothing will be sent.
        """
        there = self._there
        unclear = there is None or _name(new.name) in there.values()
        job = await self._shelf.begin(
            (*new.numbers, *rest),
            list_id="",
            list_name=new.name,
            who=self._ways.who,
            state=JobState.CREATING,
            why=NAMESAKE if unclear else "",
        )
        self._makings[job.id] = _Making(new, None if there is None else frozenset(there))
        return job

    async def make(self, number: int) -> None:
        """Send the one request that makes the list of an upload that `keep` kept, and tell its end."""
        try:
            async with self._shelf.lock:
                rows, reason = await self._take(number)
        except StoreError as error:
            log.info("a list is not made: %s", error)
            self._tell(number, Outcome.REFUSED, reason="store")
            self._shelf.stick(number)
            return
        try:
            if reason:
                await self._refuse(number, reason)
            else:
                await self._send(number, rows)
        except StoreError as error:
            log.info("a list's making pauses: %s", error)
            self._shelf.stick(number)

    async def lists_came(self, lists: AutodialLists, asked_at: float) -> None:
        """See in an overview what became of lists."""
        self._there = {row.id: _name(row.name) for row in lists.rows}
        for job in reversed(self._shelf.jobs):
            if not job.list_id and (job.state is JobState.CREATE_UNKNOWN or job.why == NOT_MADE):
                await self._find(job, lists, asked_at)
            elif job.state is JobState.RUNNING and not lists.damaged and job.list_id not in self._there:
                await self._gone(job.id, asked_at)

    async def doubt(self, number: int) -> None:
        """Nobody knows whether a list was made; called under the shelf's lock."""
        job = self._shelf.find(number)
        await self._shelf.doubt_all(number)
        if job is not None and not job.over:
            why = job.why if job.why == NAMESAKE else ""
            await self._shelf.move(number, JobState.CREATE_UNKNOWN, why=why)
        self._ways.lists_wanted()

    async def _take(self, number: int) -> tuple[tuple[UploadRow, ...], str]:
        """The first numbers that may be called, on record as being sent; or why nothing is to be made."""
        new, job = self._makings[number].new, self._shelf.find(number)
        if job is None or job.state is not JobState.CREATING:
            return (), "cancelled"
        if self._ways.refusals.stopped:
            return (), "offline"
        taken = await self._shelf.take(number, len(new.numbers)) if new.numbers else ()
        try:
            barred = await self._ways.barred(taken)
        except StoreError:
            self._shelf.put_back(number, taken)
            raise
        rows = tuple(row for row in taken if row.place < len(new.numbers) and row.place not in barred)
        outcomes = [
            RowOutcome(row.place, RowState.REFUSED, "do_not_call")
            if row.place in barred
            else RowOutcome(row.place, RowState.WAITING)
            for row in taken
            if row not in rows
        ]
        await self._shelf.settle(number, outcomes)
        return rows, "" if rows or new.groups else "do_not_call"

    async def _refuse(self, number: int, reason: str) -> None:
        """Make nothing, for one of the reasons of `OrderEnd`: told first, for the store may not take it."""
        self._tell(number, Outcome.REFUSED, reason=reason)
        if reason != "cancelled":
            async with self._shelf.lock:
                await self._not_made(number, why="credentials" if reason == "offline" else reason)

    async def _send(self, number: int, rows: tuple[UploadRow, ...]) -> None:
        making = self._makings[number]
        new = msgspec.structs.replace(making.new, numbers=as_numbers(rows))
        try:
            made = await self._ways.client.create_list(new, priority=Priority.USER)
        except PbxError as error:
            self._ways.failed(error)
            self._shelf.ended(number)
            await self._failed(number, rows, error)
        except asyncio.CancelledError:
            # The program ends; the next one finds out.
            self._tell(number, Outcome.UNKNOWN)
            raise
        except Exception:
            # Our own mistake is told elsewhere; the next overview tells whether the list was made.
            self._shelf.ended(number)
            async with self._shelf.lock:
                await self._unclear(number)
            raise
        else:
            self._shelf.ended(number)
            async with self._shelf.lock:
                if made.id:
                    await self._made(number, made.id, rows)
                else:
                    await self._unclear(number)

    async def _failed(self, number: int, rows: tuple[UploadRow, ...], error: PbxError) -> None:
        what = failure(error)
        async with self._shelf.lock:
            if what.follows is Next.ASK:
                await self._unclear(number, error)
                return
            self._tell(number, Outcome.REFUSED, error)
            await self._shelf.settle(number, [RowOutcome(row.place, RowState.REFUSED, words_of(error)) for row in rows])
            await self._not_made(number, why=what.pause or "refused", words=words_of(error))

    async def _made(self, number: int, list_id: str, rows: tuple[UploadRow, ...]) -> None:
        self._tell(number, Outcome.DONE, list_id=list_id)
        await self._shelf.move(number, self._state_of(number), list_id=list_id)
        await self._shelf.settle(number, [RowOutcome(row.place, RowState.SENT) for row in rows])
        await self._sender.finish(number, tell=False)
        self._ways.lists_wanted()
        self._sender.wake()
        await self._keep_list(number, list_id)

    async def _unclear(self, number: int, error: PbxError | None = None) -> None:
        self._tell(number, Outcome.UNKNOWN, error)
        await self.doubt(number)

    async def _not_made(self, number: int, *, why: str, words: str = "") -> None:
        await self._shelf.give_up(number)
        await self._shelf.move(number, JobState.CANCELLED, why=why, words=words)
        self._makings.pop(number, None)

    async def _find(self, job: UploadJob, lists: AutodialLists, asked_at: float) -> None:
        making = self._makings.get(job.id)
        before = None if making is None else making.before
        same = [row.id for row in lists.rows if _name(row.name) == _name(job.list_name)]
        async with self._shelf.lock:
            claimed = await self._shelf.claimed()
            found = [one for one in same if one not in claimed and one not in (before or ())]
            clear = (before is not None or job.why != NAMESAKE) and not self._rivalled(job)
            listed_by_now = asked_at >= self._shelf.ended_at(job.id) + self._ways.settled_after
            if len(found) == 1 and clear:
                await self._adopt(job.id, found[0])
            elif not found and not lists.damaged and listed_by_now and job.why != NAMESAKE:
                await self._shelf.move(job.id, JobState.PAUSED, why=NOT_MADE)

    def _rivalled(self, job: UploadJob) -> bool:
        """Whether another list of the same name is being made, so that what an overview shows may be that one."""
        others = (other for other in self._shelf.jobs if other.id != job.id and other.state in _MAKING)
        return any(_name(other.list_name) == _name(job.list_name) for other in others)

    async def _adopt(self, number: int, list_id: str) -> None:
        """The list of an unanswered making is this one; its numbers are settled by the report that is asked for.

        What waits of one that an earlier run began goes when the user goes on.
        """
        state, job = self._state_of(number), self._shelf.find(number)
        rests = state is JobState.RUNNING and number not in self._makings and job is not None and job.waiting > 0
        if rests:
            await self._shelf.move(number, JobState.PAUSED, why="interrupted", list_id=list_id)
        else:
            await self._shelf.move(number, state, list_id=list_id)
        self._sender.doubt(list_id)
        await self._sender.finish(number, tell=False)
        self._sender.wake()
        await self._keep_list(number, list_id)

    def _state_of(self, number: int) -> JobState:
        """What an upload does from the moment on in which its list is known."""
        job = self._shelf.find(number)
        return JobState.CANCELLED if job is not None and job.state is JobState.CANCELLED else JobState.RUNNING

    async def _keep_list(self, number: int, list_id: str) -> None:
        making = self._makings.pop(number, None)
        if making is not None:
            await self._shelf.keep_list(_kept(list_id, making.new, self._ways.who, self._ways.clock.wall()))

    async def _gone(self, number: int, asked_at: float) -> None:
        """A running upload's list is not listed; one that was made just now may not be listed yet."""
        async with self._shelf.lock:
            job = self._shelf.find(number)
            running = job is not None and job.state is JobState.RUNNING
            if job is not None and running and asked_at >= job.made_at + self._ways.settled_after:
                await self._shelf.move(number, JobState.PAUSED, why="gone")

    def _tell(
        self, number: int, outcome: Outcome, error: PbxError | None = None, reason: str = "", *, list_id: str = ""
    ) -> None:
        name = self._makings[number].new.name
        self._ways.told(OrderEnd(ACTION, list_id, name, outcome=outcome, error=error, reason=reason))


def _name(name: str) -> str:
    return name.strip()


def _kept(list_id: str, new: NewList, who: str, at: float) -> KeptList:
    return KeptList(
        list_id=list_id,
        made_at=at,
        who=who,
        trunk=new.trunk,
        limit_rule=new.limit_rule,
        stop_rule=new.stop_rule,
        stop_limit=new.stop_limit,
        consent=new.consent,
        url=new.url,
        groups=new.groups,
    )
