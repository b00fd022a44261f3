"""Asks the PBX for the state of its queues, evenly and within the budget. What an answer means is the reducer's."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Hashable, Iterable, Mapping
from typing import Protocol

import msgspec

from supervisor_gui.clock import Clock, pbx_midnight
from supervisor_gui.live.items import Midnight, QueueForgotten, Resumed, Snapshot
from supervisor_gui.live.keeper import LARGE, LiveBoard
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.live.status import Link, PollStatus
from supervisor_gui.live.suspicion import Suspicion
from supervisor_gui.live.targets import PollMemory, Target, Targets, Verdict
from supervisor_gui.live.watchers import Watchers
from supervisor_gui.netsantral.budgets import Priority, SlotReplaced
from supervisor_gui.netsantral.errors import BadCredentials, LimitReached, NoAnswer, PbxError, Refusal
from supervisor_gui.netsantral.types import Credential, QueueStatus
from supervisor_gui.tasks import Tasks

log = logging.getLogger(__name__)

BUDGET = "queue_status"

WINDOW = 61.5
"""Seconds in which the PBX counts requests, with the way to its door (docs/protocol.md, Limits)."""

JUMP = 30.0
"""Seconds by which the clocks must disagree before it is a sleep."""

NO_SUCH_QUEUE = frozenset({"30", "70"})
"""Codes with which the PBX says that the queue is missing or unknown (docs/protocol.md, Codes)."""

_NAP = 1.0


class StatusClient(Protocol):
    """The part of the client that polling needs."""

    async def queue_status(
        self, queue: str | None, *, priority: Priority, replace: Hashable | None, sent: Callable[[], None] | None
    ) -> QueueStatus:
        """Ask for one queue, or for all with None; `sent` is called when the request goes out."""

    def use(self, credential: Credential) -> None:
        """Send this credential from now on."""


class BudgetView(Protocol):
    """The part of the budgets that polling needs."""

    @property
    def problem(self) -> str:
        """Why the budget file cannot be used."""

    def next_at(self, budget: str) -> float:
        """Monotonic instant of the next possible request."""

    def left(self, budget: str) -> int:
        """Requests left in the window."""

    def limit_answer(self, budget: str) -> float:
        """Tell of a limit answer."""


class PollSettings(msgspec.Struct, frozen=True):
    """How a profile polls.

    Attributes:
        per_minute: Queue status requests a minute.
        programs: Programs that share the account's requests.
        time_factor: Divides every duration; 1 outside tests.
        queues: Queues that the user named.
        seat: "supervisor" polls; "agent" asks only when something needs it.
        encrypted: Whether the control connection is TLS.
    """

    per_minute: int = 2
    programs: int = 1
    time_factor: float = 1.0
    queues: tuple[str, ...] = ()
    seat: str = "supervisor"
    encrypted: bool = False

    @property
    def slot(self) -> float:
        """Seconds between two requests."""
        return WINDOW / self.per_minute * self.programs / self.time_factor


class Poller:
    """Polls one profile.

    A poll still waiting for its turn when the next falls due is replaced. Requests are never cancelled under way.
    """

    def __init__(
        self,
        client: StatusClient,
        budgets: BudgetView,
        board: LiveBoard,
        tasks: Tasks,
        *,
        settings: PollSettings | None = None,
        refusals: Refusals | None = None,
        memory: PollMemory | None = None,
        remember: Callable[[PollMemory], None] | None = None,
        resumed: Callable[[], None] | None = None,
        clock: Clock | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Args.

        client: Sends the requests, each through its budget.
        budgets: What is left and when the next may go.
        board: Takes the answers.
        tasks: Owns the polling task.
        settings: How to poll.
        refusals: Shared with the event stream and the bus.
        memory: What earlier runs learned.
        remember: Called with what is worth remembering, whenever it changes.
        resumed: Called after a sleep of the machine, for example to reconnect the event stream.
        clock, sleep: Time.
        """
        self._client = client
        self._budgets = budgets
        self._board = board
        self._tasks = tasks
        self._clock = clock or Clock()
        self._sleep = sleep
        self._settings = settings or PollSettings()
        self._memory = memory or PollMemory()
        self._targets = Targets(self._settings.queues, self._memory, self._clock.wall)
        self._refusals = refusals or Refusals(self._clock.wall, self._memory.refusals)
        self._remember = remember
        self._resumed = resumed
        self._status = PollStatus(encrypted=self._settings.encrypted)
        self._watchers: Watchers[Callable[[PollStatus], None]] = Watchers()
        self._link = Link.STARTING
        self._error: PbxError | None = None
        self._failing_since = 0.0
        self._last_ok = 0.0
        self._suspicion = Suspicion()
        self._due = 0.0
        self._era = 0
        self._users = 0
        self._last: tuple[float, float] | None = None
        self._nap = 0.0
        self._task: asyncio.Task[None] | None = None
        self._refusals.watch(self._on_refusals)

    @property
    def status(self) -> PollStatus:
        """How polling stands."""
        return self._status

    def subscribe_status(self, take: Callable[[PollStatus], None]) -> Callable[[], None]:
        """Call `take` when the status changes; the result ends that."""
        return self._watchers.add(take)

    def start(self) -> None:
        """Begin polling, at once."""
        if self._task is None:
            self._link = Link.NEEDS_PASSWORD if self._refusals.stopped else Link.STARTING
            self._due = self._clock.monotonic()
            self._task = self._tasks.spawn("poller", self._run())

    async def stop(self) -> None:
        """End polling; requests under way run out by themselves."""
        self._era += 1
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None
        self._link = Link.STOPPED
        self._publish()

    def configure(self, settings: PollSettings) -> None:
        """Poll by other settings from the next slot on."""
        if settings.queues != self._settings.queues:
            self._targets = Targets(settings.queues, self._memory, self._clock.wall)
        self._settings = settings
        if settings.seat != "agent":
            self._due = min(self._due, self._clock.monotonic() + settings.slot)
        self._publish()

    def refresh(self, queues: Iterable[str] = (), priority: Priority = Priority.USER) -> None:
        """Ask once more as soon as the budget allows: after an action on `queues`, or because the user wants it."""
        if self._refusals.stopped or self._task is None:
            return
        target = self._targets.now(self._board.board, frozenset(queues))
        if target is not None:
            self._ask(target, priority)

    def resume(self) -> None:
        """The user says "try again" after a refusal: one poll tries, and all else waits for its answer."""
        self._refusals.try_again()

    def retry_with(self, credential: Credential) -> None:
        """Go on with another password: one poll tries it, and all else waits for its answer."""
        self._client.use(credential)
        self._refusals.try_again()

    def step(self) -> None:
        """What falls due now; the polling task calls it about once a second."""
        self._watch_clock()
        now = self._clock.monotonic()
        if self._targets.missing and self._board.board.unknown_queues:
            self._due = now
        if now >= self._due and not self._refusals.stopped:
            self._due = now + self._settings.slot
            self._slot()
        self._publish()

    async def _run(self) -> None:
        while True:
            self.step()
            self._nap = max(min(self._due - self._clock.monotonic(), _NAP), 0.01)
            await self._sleep(self._nap)

    def _slot(self) -> None:
        if self._settings.seat == "agent" and not self._refusals.trying:
            self._due = float("inf")
        if self._users:
            return
        target = self._targets.next(self._board.board)
        if target is not None:
            self._ask(target, Priority.SCREEN)
        elif self._link is not Link.FAILING:
            self._link = Link.NEEDS_QUEUES
            self._refusals.accepted()  # with nothing to be asked there is no trial

    def _ask(self, target: Target, priority: Priority) -> None:
        self._tasks.spawn("queue status", self._request(target, priority, self._era))

    async def _request(self, target: Target, priority: Priority, era: int) -> None:
        sent_at = self._clock.wall()

        def sent() -> None:
            nonlocal sent_at
            sent_at = self._clock.wall()
            if self._settings.seat != "agent":
                self._due = self._clock.monotonic() + self._settings.slot

        user = priority is Priority.USER
        self._users += user
        try:
            status = await self._client.queue_status(target.queue or None, priority=priority, replace=BUDGET, sent=sent)
        except SlotReplaced:
            return
        except PbxError as error:
            if isinstance(error, NoAnswer):
                self._suspicion.note_no_answer(self._clock.monotonic())
            if era == self._era:
                self._failed(error, target)
        else:
            if era == self._era:
                await self._answered(status, target, sent_at)
        finally:
            self._users -= user
        self._publish()

    async def _answered(self, status: QueueStatus, target: Target, asked_at: float) -> None:
        now = self._clock.wall()
        item = Snapshot(asked_at=asked_at, answered_at=now, status=status, whole=target.whole, queue=target.queue)
        if self._error is not None and self._failing_since:
            log.info("queue status answers again")
        self._link, self._error, self._failing_since, self._last_ok = Link.OK, None, 0.0, now
        self._refusals.accepted()
        self._targets.answered(target)
        if sum(len(queue.agents) for queue in status.queues) > LARGE:
            await self._board.apply_large(item)
        else:
            self._board.apply(item)
        self._learn()

    def _failed(self, error: PbxError, target: Target) -> None:
        if isinstance(error, BadCredentials):
            self._error = error
            self._refusals.add()
            return
        if isinstance(error, Refusal | LimitReached):
            self._refusals.accepted()
        if isinstance(error, LimitReached):
            now, settings = self._clock.monotonic(), self._settings
            self._suspicion.note_limit(now, per_minute=settings.per_minute, factor=settings.time_factor)
            self._budgets.limit_answer(BUDGET)
            self._breaks(Link.LIMITED, error)
            return
        if isinstance(error, Refusal) and error.code in NO_SUCH_QUEUE:
            self._no_such_queue(error, target)
            return
        self._breaks(Link.FAILING, error)

    def _no_such_queue(self, error: Refusal, target: Target) -> None:
        verdict = self._targets.refused(target)
        self._learn()
        if verdict is Verdict.NAME_WANTED:
            log.info("this PBX wants its queues named")
            self._due = self._clock.monotonic()
            return
        if verdict is Verdict.GONE:
            self._board.apply(QueueForgotten(target.queue))
        self._breaks(Link.FAILING, error)

    def _breaks(self, link: Link, error: PbxError) -> None:
        if not self._failing_since:
            self._failing_since = self._clock.wall()
            log.warning("queue status fails: %s", error)
        self._link, self._error = link, error

    def _on_refusals(self) -> None:
        if self._refusals.held:
            self._era += 1
        if self._refusals.stopped:
            self._link = Link.NEEDS_PASSWORD
        elif self._refusals.trying and self._task is not None:
            self._link, self._error, self._failing_since = Link.STARTING, None, 0.0
            self._targets.forgive()
            self._due = self._clock.monotonic()
        elif self._settings.seat == "agent" and not self._refusals.trying:
            self._due = float("inf")  # the trial was one of the requests that its seat makes when something needs it
        self._learn()
        self._publish()

    def _learn(self) -> None:
        self._targets.learn(self._board.board)
        memory = self._targets.memory(self._refusals.times)
        if memory != self._memory:
            self._memory = memory
            if self._remember is not None:
                self._remember(memory)

    def _watch_clock(self) -> None:
        wall, monotonic = self._clock.wall(), self._clock.monotonic()
        if self._last is not None:
            last_wall, last_monotonic = self._last
            jump = (wall - last_wall) - (monotonic - last_monotonic)
            # Where the monotonic clock runs on during a sleep, only the nap is too long.
            overslept = monotonic - last_monotonic - self._nap
            if max(abs(jump), overslept) > JUMP:
                self._woke(wall)
            elif pbx_midnight(last_wall) != pbx_midnight(wall):
                self._board.apply(Midnight(wall))
        self._last = (wall, monotonic)

    def _woke(self, wall: float) -> None:
        log.info("the machine slept or its clock was set: everything is old")
        self._board.apply(Resumed(wall))
        if not self._refusals.stopped:
            self._link = Link.STARTING
            self._due = self._clock.monotonic()
        if self._resumed is not None:
            self._resumed()

    def _publish(self) -> None:
        status = self._now()
        if status == self._status:
            return
        self._status = status
        for take in self._watchers:
            try:
                take(status)
            except Exception:  # one broken view must not stop polling
                log.exception("a subscriber of the poll status failed")

    def _now(self) -> PollStatus:
        monotonic, wall = self._clock.monotonic(), self._clock.wall()
        runs = self._link not in {Link.NEEDS_PASSWORD, Link.STOPPED} and self._due != float("inf")
        next_in = max(self._due, self._budgets.next_at(BUDGET)) - monotonic if runs else 0.0
        return PollStatus(
            link=self._link,
            error=self._error,
            failing_since=self._failing_since,
            last_ok=self._last_ok,
            next_at=round(wall + next_in, 1) if runs else 0.0,
            interval=self._settings.slot * self._targets.rounds,
            left=self._budgets.left(BUDGET),
            limit=self._settings.per_minute,
            per_queue=self._targets.per_queue,
            ages=self._ages(),
            encrypted=self._settings.encrypted,
            other_program=self._suspicion.holds(monotonic, self._settings.time_factor),
            budget_problem=self._budgets.problem,
        )

    def _ages(self) -> Mapping[str, float]:
        if not self._targets.per_queue:
            return {}
        queues = self._board.board.queues
        return {name: queues[name].seen if name in queues else 0.0 for name in self._targets.names}
