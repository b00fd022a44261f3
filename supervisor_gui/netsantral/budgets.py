"""When each request may go to the PBX, over all processes and restarts. It sends nothing and knows no operation.

Every request takes a slot of its budget first and holds it until its answer or deadline. The count is a log of single
requests in a sliding window, kept in SQLite under a write lock and on the monotonic clock, so it is exact for all
processes that use the same data folder, through crashes, restarts and changes of the wall clock (docs/protocol.md,
Limits).

Programs that do not see one another share by arithmetic, in this order:

1. Each takes its part of the limit. A part of one or more requests a window is rounded down to a whole number, which
   keeps the sum within the limit whatever the phases are. This holds for up to `limit` programs on any machines.
2. More programs than the limit has requests (three at two a minute) would need less than one request a window. No
   phase chosen blindly can promise anything then, so each sends one request in `programs / limit` windows, and all
   programs of this user on this machine count in one common ledger besides their own, which is exact again.
3. On different machines what remains is a limit answer. It silences the program for a random 60 to 90 seconds, moves
   its phase by that and lowers its rate; the rate grows back by one step an hour. Simulated over 8 hours, three such
   programs at two a minute see two or three limit answers an hour together and ask every two to three minutes each.
"""

import asyncio
import contextlib
import functools
import time
from collections.abc import AsyncIterator, Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from random import random as random_share
from typing import TypeVar

import msgspec

from supervisor_gui.netsantral import budget_rules as rules
from supervisor_gui.netsantral.budget_file import BusyError, meeting_place
from supervisor_gui.netsantral.budget_ledger import Held, Ledger, View
from supervisor_gui.netsantral.budget_queue import Priority, SlotReplaced, WaitingLine
from supervisor_gui.netsantral.budget_rules import BUDGETS, Budget, BudgetSettings

__all__ = ["BUDGETS", "Budget", "BudgetSettings", "Budgets", "Grant", "Priority", "SlotReplaced"]

Result = TypeVar("Result")

DEFAULTS = BudgetSettings()

LONGEST_TIMER = 10.0
"""Seconds after which a timer looks again; a cancelled long one would stay in a Qt event loop."""

CLOSE_WAIT = 2.0
"""Seconds that closing waits for the ledger's thread."""

RETRY = 0.02
"""Shortest seconds until a locked file is tried again; the longest are twice that."""

OPEN_TRIES = 20
"""How often opening tries a locked file; slots keep trying after that."""


class Grant(msgspec.Struct, frozen=True):
    """The right to send one request now.

    Attributes:
        budget: The budget it belongs to.
        at: Monotonic instant of the grant.
        until: Monotonic instant of the deadline the ledger reckons with.
    """

    budget: str
    at: float
    until: float


class _Lane:
    """The waiting line of one budget, what is known of its ledger, and the timer that asks again."""

    __slots__ = ("asking", "due", "line", "penalty", "ready", "retry", "stale", "timer", "view")

    def __init__(self) -> None:
        self.line = WaitingLine()
        self.view = View()
        self.penalty: rules.Penalty | None = None
        self.ready = 0.0
        self.retry = 0.0
        self.stale = False
        self.asking = False
        self.timer: asyncio.TimerHandle | None = None
        self.due = 0.0

    @property
    def blocked(self) -> float:
        """The instant at which the silence after a limit answer ends."""
        return 0.0 if self.penalty is None else self.penalty.ends

    @property
    def due_to_ask(self) -> float:
        """The instant from which asking the ledger makes sense."""
        return max(self.blocked, self.retry, 0.0 if self.stale else self.ready)

    def see(self, view: View) -> None:
        """Take in what the ledger showed; a limit answer it does not know of yet stays."""
        self.view = view
        self.ready = view.ready
        # What was asked for one who may take less says nothing about the first in line.
        self.stale = self.line.urgent and not view.urgent
        known = (self.penalty, view.penalty)
        self.penalty = max((entry for entry in known if entry is not None), key=lambda entry: entry.at, default=None)


class Budgets:
    """Slots for one account. Lives on one event loop; the disk is touched on a thread of its own.

    `next_at`, `left` and `waiting` answer from what the last slot showed and never touch the disk.
    """

    def __init__(
        self,
        path: Path | None,
        account: str,
        *,
        settings: BudgetSettings = DEFAULTS,
        time_factor: float = 1.0,
        monotonic: Callable[[], float] = time.monotonic,
        random: Callable[[], float] = random_share,
        meeting: Path | None = None,
    ) -> None:
        """Touch nothing yet.

        Args:
            path: The ledger file; None counts in memory.
            account: The PBX's number.
            settings: The user's settings.
            time_factor: Every duration, deadlines included, is divided by this; for a simulator with short windows.
            monotonic: Seconds that only grow while the machine is up, the same in all its processes.
            random: A number from 0 up to 1.
            meeting: Parent folder of the common ledger, the one for temporary files if not given.
        """
        self._settings = settings
        self._factor = time_factor
        self._monotonic = monotonic
        self._random = random
        self._lanes = {name: _Lane() for name in BUDGETS}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="budgets")
        self._ledger = Ledger(
            path,
            account,
            window=rules.Terms(BUDGETS["queue_status"], settings, time_factor).window,
            meeting=functools.partial(meeting_place, account, meeting),
            monotonic=monotonic,
        )

    @property
    def problem(self) -> str:
        """What keeps the ledger from being exact, empty if nothing does.

        "damaged": the file was unreadable, so counting began anew after one window's silence. "memory": the file cannot
        be used, so after one window's silence this process counts on its own.
        """
        return self._ledger.problem

    @property
    def settings(self) -> BudgetSettings:
        """The settings in force."""
        return self._settings

    async def open(self) -> None:
        """Open or create the ledger and read what earlier runs left. A file locked by others is tried again later."""
        terms = {name: self._terms(name) for name in BUDGETS}
        for _ in range(OPEN_TRIES):
            with contextlib.suppress(BusyError):
                views = await self._call(lambda: {name: self._ledger.look(terms[name]) for name in BUDGETS})
                for name, view in views.items():
                    self._lanes[name].see(view)
                return
            await asyncio.sleep(self._moment())

    def slot(
        self,
        budget: str,
        priority: Priority = Priority.SCREEN,
        *,
        replace: Hashable | None = None,
        deadline: float = 15.0,
    ) -> AbstractAsyncContextManager[Grant]:
        """Wait for the turn of one request and hold its place until the block ends.

        Args:
            budget: A key of `BUDGETS`.
            priority: Who asks; the first of a budget's line is served first, equal ones by arrival.
            replace: A waiting request with the same key gives its place in the line to this one.
            deadline: Seconds after which the request has surely ended, should this process not live to see it.

        Raises:
            KeyError: No such budget.
            SlotReplaced: A later request with the same key took the place.
            RuntimeError: The budgets are closed.
        """
        return self._slot(BUDGETS[budget].name, priority, replace, deadline / self._factor)

    def next_at(self, budget: str) -> float:
        """Monotonic instant at which the next slot could be granted, as far as known."""
        lane = self._lanes[budget]
        return max(lane.ready, lane.blocked, self._monotonic())

    def left(self, budget: str) -> int:
        """Requests the budget has room for now, as far as known."""
        lane = self._lanes[budget]
        now = self._monotonic()
        return 0 if now < lane.blocked else lane.view.left(now)

    def seconds_each(self, budget: str) -> float:
        """Seconds that one request of many takes at the rate of now."""
        terms = self._terms(budget)
        rule = rules.own_rule(terms, rules.rate_at(terms, self._lanes[budget].penalty, self._monotonic()))
        return rule.window / rule.count

    def waiting(self, budget: str) -> int:
        """Requests that wait for a slot."""
        return len(self._lanes[budget].line)

    def limit_answer(self, budget: str) -> float:
        """The PBX answered that there were too many requests: be silent for a while and slower for hours.

        Returns:
            Seconds of silence from now.
        """
        lane = self._lanes[budget]
        terms = self._terms(budget)
        penalty = rules.punished(terms, lane.penalty, self._monotonic(), self._random())
        lane.penalty = penalty
        self._note(budget, lambda: self._ledger.punish(terms, penalty))
        return penalty.seconds

    def set_settings(self, settings: BudgetSettings) -> None:
        """Put new settings in force for everything not yet granted."""
        self._settings = settings
        for name, lane in self._lanes.items():
            lane.stale = True
            self._note(name, functools.partial(self._ledger.look, self._terms(name)))

    async def close(self) -> None:
        """Send those who wait away as cancelled, write what is owed and let the file go."""
        if self._closed:
            return
        self._closed = True
        for lane in self._lanes.values():
            if lane.timer is not None:
                lane.timer.cancel()
            lane.line.cancel()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_WAIT):
                # A question under way may still bring a grant, which is given back before the file is let go.
                await self._call(lambda: None)
                await self._call(self._ledger.close)
        self._loop = None
        self._executor.shutdown(wait=False, cancel_futures=True)

    @contextlib.asynccontextmanager
    async def _slot(
        self, name: str, priority: Priority, replace: Hashable | None, deadline: float
    ) -> AsyncIterator[Grant]:
        held = await self._turn(name, priority, replace, deadline)
        try:
            yield Grant(name, held.row.granted, held.row.until)
        finally:
            self._note(name, functools.partial(self._ledger.stamp, self._terms(name), held, self._monotonic()))

    async def _turn(self, name: str, priority: Priority, replace: Hashable | None, deadline: float) -> Held:
        if self._closed:
            raise RuntimeError("the budgets are closed")
        self._loop = asyncio.get_running_loop()
        lane = self._lanes[name]
        line = lane.line
        waiter = line.join(priority, replace, deadline, self._loop.create_future())
        # What is known was asked for one who may take less.
        lane.stale = lane.stale or priority is Priority.URGENT
        self._pump(name)
        try:
            return await waiter.turn
        except asyncio.CancelledError:
            # The grant may have come in the same turn of the loop as the cancellation.
            if waiter.served:
                self._withdraw(name, waiter.turn.result())
            raise
        finally:
            line.leave(waiter)

    def _pump(self, name: str) -> None:
        """Ask the ledger for the first in line, or have a timer do so at the instant known to be the next."""
        lane = self._lanes[name]
        if self._closed or lane.asking or not lane.line:
            return
        wait = lane.due_to_ask - self._monotonic()
        if wait > 0:
            self._arm(name, lane, min(wait, LONGEST_TIMER))
            return
        lane.asking = True
        ask = functools.partial(self._ledger.ask, self._terms(name), lane.line.deadline)
        self._submit(ask, functools.partial(self._asked, name))

    def _arm(self, name: str, lane: _Lane, delay: float) -> None:
        loop = asyncio.get_running_loop()
        due = loop.time() + delay
        if lane.timer is not None:
            if lane.due <= due:
                return
            lane.timer.cancel()
        lane.due = due
        lane.timer = loop.call_later(delay, self._fire, name)

    def _fire(self, name: str) -> None:
        self._lanes[name].timer = None
        self._pump(name)

    def _asked(self, name: str, future: asyncio.Future[tuple[View, Held | None]]) -> None:
        lane = self._lanes[name]
        lane.asking = False
        if future.cancelled():
            return
        error = future.exception()
        if isinstance(error, BusyError):
            self._put_off(lane)
        elif error is not None:
            lane.line.fail(error)
        else:
            view, held = future.result()
            lane.see(view)
            if held is not None and (held.row.granted < lane.blocked or not lane.line.serve(held)):
                self._withdraw(name, held)
        self._pump(name)

    def _withdraw(self, name: str, held: Held) -> None:
        self._note(name, functools.partial(self._ledger.withdraw, self._terms(name), held))

    def _note(self, name: str, write: Callable[[], View]) -> None:
        """Have something written that nobody waits for; a locked file takes it with its next transaction."""
        if self._loop is not None:
            self._submit(write, functools.partial(self._noted, name))

    def _noted(self, name: str, future: asyncio.Future[View]) -> None:
        if future.cancelled():
            return
        lane = self._lanes[name]
        if isinstance(future.exception(), BusyError):
            self._put_off(lane)
        else:
            lane.see(future.result())
        self._pump(name)

    def _put_off(self, lane: _Lane) -> None:
        lane.stale = True
        lane.retry = self._monotonic() + self._moment()

    def _submit(self, job: Callable[[], Result], done: Callable[[asyncio.Future[Result]], None]) -> None:
        asyncio.wrap_future(self._executor.submit(job), loop=self._loop).add_done_callback(done)

    async def _call(self, job: Callable[[], Result]) -> Result:
        self._loop = asyncio.get_running_loop()
        return await asyncio.wrap_future(self._executor.submit(job))

    def _terms(self, name: str) -> rules.Terms:
        return rules.Terms(BUDGETS[name], self._settings, self._factor, self._lanes[name].line.urgent)

    def _moment(self) -> float:
        return RETRY + RETRY * self._random()
