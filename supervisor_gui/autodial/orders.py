"""Sends what a user orders about lists and their numbers: each once, its end told. What lists are is not kept here."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Hashable, Mapping, Sequence
from typing import Any

import msgspec

from supervisor_gui.autodial.failures import note_failure
from supervisor_gui.autodial.list_client import OrderClient
from supervisor_gui.autodial.ports import ListStore
from supervisor_gui.autodial.replacing import add_checked, as_before, listed_already
from supervisor_gui.autodial.single import SingleRecord
from supervisor_gui.autodial.turns import Turn, Turns
from supervisor_gui.autodial.values import NumberRow, OrderEnd, Outcome, ShownList
from supervisor_gui.clock import Clock
from supervisor_gui.errors import StoreError
from supervisor_gui.live.numbers import tail
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.netsantral.errors import NotSent, PbxError, TransportError
from supervisor_gui.netsantral.requester import Sent
from supervisor_gui.netsantral.types_autodial import ListKind, ListNumber, NumberChange
from supervisor_gui.tasks import Tasks

log = logging.getLogger(__name__)

WAIT_FOR_START = 2.0
"""Seconds that a stop waits for the answer to a start that was sent just before, so that it arrives after it."""

FEW = 3
"""Numbers that are removed at once; further ones take turns with uploads and looks."""

_OF_ALL = frozenset({"no_list", "no_package", "not_enabled"})
"""Refusals of a list or of all lists, not of one number."""


class OrderWays(msgspec.Struct, frozen=True, kw_only=True):
    """What orders ask of those who watch the lists, and what they tell them.

    Attributes:
        find: A list as it stands.
        rows: The numbers of a list as far as they are on screen.
        denied: Whether this seat may not order anything.
        refusals: Shared with everything that sends.
        limit_answer: Told the budget's name when the PBX counts too many requests.
        clock: Time.
        time_factor: Divides every duration.
        ended: Takes each order once, at its end.
        moved: An order was begun or came to its end.
        set_running: A list calls now, or calls no more.
        want_lists, want_report: Ask the PBX next.
    """

    find: Callable[[str], ShownList | None]
    rows: Callable[[str], tuple[NumberRow, ...]]
    denied: Callable[[], bool]
    refusals: Refusals
    limit_answer: Callable[[str], object]
    clock: Clock
    time_factor: float
    ended: Callable[[OrderEnd], None]
    moved: Callable[[], None]
    set_running: Callable[[str, bool], None]
    want_lists: Callable[[], None]
    want_report: Callable[[str], None]


class _Order(msgspec.Struct, frozen=True):
    """What one request is about."""

    action: str
    list_id: str
    list_name: str
    number: str = ""

    def ended(self, outcome: Outcome = Outcome.DONE, error: PbxError | None = None, *, reason: str = "") -> OrderEnd:
        return OrderEnd(self.action, self.list_id, self.list_name, self.number, outcome, error, reason)

    def refused(self, reason: str) -> OrderEnd:
        return self.ended(Outcome.REFUSED, reason=reason)


class _Running:
    """An order under way.

    Attributes:
        order: What its request is about.
        off: Whether that has left.
        ids: The numbers that a removal takes out, also those that are gone by now.
        owed: An end that is still to be told.
        task: What carries it out.
    """

    __slots__ = ("ids", "off", "order", "owed", "task")

    def __init__(self, order: _Order) -> None:
        self.order = order
        self.off = False
        self.ids: frozenset[str] = frozenset()
        self.owed: OrderEnd | None = None
        self.task: asyncio.Task[None] | None = None

    def now(self, order: _Order) -> None:
        """The next request of the same order."""
        self.order, self.off = order, False

    def left(self) -> None:
        """The request left the waiting line."""
        self.off = True


_Work = Callable[[_Running], Coroutine[Any, Any, None]]


class Orders:
    """The one way out for orders. Nothing is repeated by itself. Lives on one event loop."""

    def __init__(self, client: OrderClient, store: ListStore, tasks: Tasks, turns: Turns, ways: OrderWays) -> None:
        """Args.

        client: Sends.
        store: Knows what no list may call.
        tasks: Owns a task per order.
        turns: Shared with uploads and looks.
        ways: To those who watch the lists.
        """
        self._client = client
        self._store = store
        self._single = SingleRecord(store, ways.clock)
        self._tasks = tasks
        self._turns = turns
        self._ways = ways
        self._running: dict[Hashable, _Running] = {}
        self._line = asyncio.Lock()
        self._closed = False

    @property
    def pending(self) -> Mapping[str, str]:
        """Starts and stops under way by list; a stop counts before a start."""
        words = {"start_list": "start", "stop_list": "stop"}
        orders = (entry.order for entry in self._running.values())
        return {order.list_id: words[order.action] for order in orders if order.action in words}

    def start_list(self, list_id: str) -> None:
        """Let a list call."""
        order = self._order("start_list", list_id)
        why = "busy" if ("stop_list", list_id) in self._running else ""
        self._submit(("start_list", list_id), order, why, lambda entry: self._switch(entry, active=True))

    def stop_list(self, list_id: str) -> None:
        """Let it call no more. A start that still waits is withdrawn; one that was sent is waited for, shortly."""
        order = self._order("stop_list", list_id)
        start = self._running.get(("start_list", list_id))

        async def stop(entry: _Running) -> None:
            if start is not None and start.task is not None:
                await asyncio.wait({start.task}, timeout=WAIT_FOR_START / self._ways.time_factor)
            await self._switch(entry, active=False)

        taken = self._submit(("stop_list", list_id), order, "", stop)
        if taken is not None and start is not None and not start.off and start.task is not None:
            start.task.cancel()

    def change_number(self, list_id: str, number_id: str, change: NumberChange) -> None:
        """Change a number; one that no list may call is not switched on."""
        row = next((row for row in self._ways.rows(list_id) if row.id == number_id), None)
        order = self._order("change_list_number", list_id, row.number if row is not None else "")
        why = "" if number_id else "invalid"
        if row is not None and row.blocked and change.active:
            why = "do_not_call"

        async def work(entry: _Running) -> None:
            async with self._line:
                end = await self._try(
                    entry,
                    lambda sent: self._client.update_list_number(list_id, number_id, change, sent=sent),
                )
            self._end_number(end)

        self._submit(("change", list_id, number_id, change), order, why, work)

    def replace_number(self, list_id: str, row: NumberRow, new: ListNumber) -> None:
        """Put another number in the place of one: it is added first, then the old one is taken out."""
        order = self._order("replace_list_number", list_id, row.number)
        shown = self._ways.find(list_id)
        why = "" if row.id else "invalid"
        if shown is None or shown.told.kind is not ListKind.DYNAMIC:
            why = "fixed"

        async def work(entry: _Running) -> None:
            reason = await self._why_not(list_id, new)
            if reason:
                self._ways.ended(entry.order.refused(reason))
                return
            async with self._line:
                await self._replace(entry, row, as_before(row, new, self._ways.clock.wall()))

        self._submit(("replace", list_id, row.id), order, why, work)

    def remove_numbers(self, list_id: str, rows: Sequence[NumberRow]) -> None:
        """Take numbers out, one after the other; each has an end of its own."""
        if not rows:
            return
        under_way = {gone for one in self._running.values() if one.order.list_id == list_id for gone in one.ids}
        fresh = tuple(row for row in rows if row.id not in under_way)
        order = self._order("remove_list_number", list_id, (fresh or tuple(rows))[0].number)
        ids = frozenset(row.id for row in fresh)
        key, why = ("remove", list_id, ids), "" if fresh else "busy"
        taken = self._submit(key, order, why, lambda entry: self._remove(entry, fresh))
        if taken is not None:
            taken.ids = ids

    async def stop(self) -> None:
        """Withdraw what waits, give up on what is under way, and tell so; nothing is sent afterwards."""
        self._closed = True
        tasks = [entry.task for entry in self._running.values() if entry.task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _order(self, action: str, list_id: str, number: str = "") -> _Order:
        shown = self._ways.find(list_id)
        return _Order(action, list_id, shown.told.name if shown is not None else "", number)

    def _submit(self, key: Hashable, order: _Order, why: str, work: _Work) -> _Running | None:
        """Begin an order; None when it was not taken on."""
        reason = self._refusal() or why or ("busy" if key in self._running else "")
        if reason:
            self._ways.ended(order.refused(reason))
            return None
        entry = self._running[key] = _Running(order)
        entry.task = self._tasks.spawn(order.action, work(entry))
        entry.task.add_done_callback(lambda task: self._finished(key, entry, task))
        self._ways.moved()
        return entry

    def _refusal(self) -> str:
        if self._closed:
            return "cancelled"
        if self._ways.denied():
            return "policy"
        return "credentials" if self._ways.refusals.stopped else ""

    def _finished(self, key: Hashable, entry: _Running, task: asyncio.Task[None]) -> None:
        del self._running[key]
        if task.cancelled() or task.exception() is not None:
            if entry.owed is not None:
                self._ways.ended(entry.owed)
            order = entry.order
            self._ways.ended(order.ended(Outcome.UNKNOWN) if entry.off else order.refused("cancelled"))
        self._ways.moved()

    async def _switch(self, entry: _Running, *, active: bool) -> None:
        list_id = entry.order.list_id
        end = await self._try(entry, lambda sent: self._client.set_list_active(list_id, active=active, sent=sent))
        if end.outcome is Outcome.DONE:
            self._ways.set_running(list_id, active)
        self._ways.want_lists()
        self._ways.ended(end)

    async def _why_not(self, list_id: str, new: ListNumber) -> str:
        """A stable word for why a number may not come into a list."""
        try:
            if await self._store.blocked_among({tail(new.number)}):
                return "do_not_call"
        except StoreError as error:
            log.info("no number is replaced: %s", error)
            return "store"
        return "twice" if await asyncio.to_thread(listed_already, self._ways.rows(list_id), new) else ""

    async def _replace(self, entry: _Running, row: NumberRow, new: ListNumber) -> None:
        whole, list_id = entry.order, entry.order.list_id
        try:
            kept = await self._single.begin(list_id, whole.list_name, new)
        except StoreError as error:
            log.info("a number is not replaced: %s", error)
            self._ways.ended(whole.refused("store"))
            return
        if kept is None:
            self._ways.ended(whole.refused("do_not_call"))
            return
        end = await self._try(entry, lambda sent: add_checked(self._client.add_list_numbers(list_id, [new], sent=sent)))
        await self._single.end(kept, end)
        if end.outcome is not Outcome.DONE:
            self._end_number(end)
            return
        entry.owed = self._order("add_list_numbers", list_id, new.number).ended()
        entry.now(self._order("remove_list_number", list_id, row.number))
        end = await self._try(entry, lambda sent: self._client.delete_list_number(list_id, row.id, sent=sent))
        added, entry.owed = entry.owed, None
        if end.outcome is Outcome.DONE:
            self._end_number(whole.ended())
        else:
            self._ways.ended(added)
            self._end_number(end)

    async def _remove(self, entry: _Running, rows: Sequence[NumberRow]) -> None:
        list_id, failed = entry.order.list_id, None
        for place, row in enumerate(rows):
            entry.now(self._order("remove_list_number", list_id, row.number))
            reason = self._refusal() or ("" if row.id else "invalid")
            if reason or _hopeless(failed):
                self._ways.ended(_without_sending(entry.order, reason, failed))
                continue
            if place >= FEW:
                await self._turns.take(Turn.UPLOAD)
            async with self._line:
                end = await self._try(entry, self._removal(list_id, row.id))
            failed = end.error
            self._end_number(end)

    def _removal(self, list_id: str, number_id: str) -> Callable[[Sent], Awaitable[object]]:
        return lambda sent: self._client.delete_list_number(list_id, number_id, sent=sent)

    def _end_number(self, end: OrderEnd) -> None:
        """Whatever became of it, the next report tells how the list stands."""
        self._ways.want_report(end.list_id)
        self._ways.ended(end)

    async def _try(self, entry: _Running, ask: Callable[[Sent], Awaitable[object]]) -> OrderEnd:
        """Send one request; how it ended."""
        try:
            await ask(entry.left)
        except PbxError as error:
            note_failure(error, self._ways.refusals, self._ways.limit_answer)
            unknown = isinstance(error, TransportError) and not isinstance(error, NotSent)
            return entry.order.ended(Outcome.UNKNOWN if unknown else Outcome.REFUSED, error)
        return entry.order.ended()


def _hopeless(error: PbxError | None) -> bool:
    """Whether the next number of the same list would fare no better."""
    return isinstance(error, NotSent) or (error is not None and error.reason in _OF_ALL)


def _without_sending(order: _Order, reason: str, failed: PbxError | None) -> OrderEnd:
    """The end of a removal that is given up: why, or what the one before it failed with."""
    if reason or isinstance(failed, NotSent):
        return order.refused(reason or "offline")
    return order.ended(Outcome.REFUSED, failed)
