"""Fills the local history from the PBX within the budgets, newest first. How one question goes is `backfill_lane`'s."""

import asyncio
import itertools
import logging
import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, timedelta

from supervisor_gui.clock import Clock
from supervisor_gui.errors import StoreError
from supervisor_gui.history.backfill_asking import Answer, Asking, PastClient
from supervisor_gui.history.backfill_count import counted
from supervisor_gui.history.backfill_failures import Failures
from supervisor_gui.history.backfill_lane import Lane, Pace, Shared, Span, Step
from supervisor_gui.history.backfill_values import BackfillProgress, BackfillState
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.planner import last_settled
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.live.watchers import Watchers
from supervisor_gui.netsantral.budgets import Priority
from supervisor_gui.netsantral.errors import BadCredentials, LimitReached, NotSent, PbxError
from supervisor_gui.tasks import Tasks

log = logging.getLogger(__name__)

REFRESH = 300.0
"""Seconds after which the figures of a day that still changes are asked for again, when somebody looks at it."""

MOST_LIMITS = 3
"""Limit answers after which an export no longer waits."""

USUAL_PACE = Pace()


class Backfill:
    """Asks for what is missing of one account's days. Lives on one event loop; other programs may fill the same file.

    One lane fills the days in reach in the background, one serves the page that is looked at, and each `complete` has
    its own. A lane stands back while a more urgent one has something to ask, and leaves the budget's line for it. What
    was kept is never asked again; nothing is asked while the disk does not take what came before.

    Credentials that this service refuses stop the backfill alone, until the user acts: it also refuses addresses and
    accounts that call control takes, and the board must not stand still for that.
    """

    def __init__(
        self,
        client: PastClient,
        archive: DayArchive,
        tasks: Tasks,
        *,
        clock: Clock,
        seconds_each: Callable[[], float],
        limit_answer: Callable[[str], float],
        refusals: Refusals,
        lists: bool = True,
        records: bool = True,
        time_factor: float = 1.0,
        pace: Pace = USUAL_PACE,
        holder: str = "",
    ) -> None:
        """Args.

        client: Sends the requests, each through its budget.
        archive: Keeps the answers.
        tasks: Owns the lanes.
        clock: Time.
        seconds_each: How long one request takes at the rate of the budget.
        limit_answer: Tells a budget of a limit answer; returns the seconds of silence.
        refusals: Whether anything may be sent; also tells when the user has acted.
        lists, records: What is wanted of each day besides its figures, see `plan`.
        time_factor: Divides the waiting after failures; 1 outside tests.
        pace: That waiting.
        holder: Begin of the names of claims, unique among all programs; empty for one by chance.
        """
        self._tasks = tasks
        self._clock = clock
        self._seconds_each = seconds_each
        self._refusals = refusals
        self._pace = pace.timed(time_factor)
        self._asking = Asking(client, clock)
        self._failures = Failures(self._pace, limit_answer)
        self._shared = Shared(
            archive, self._asking, tasks, clock, self._pace, lists=lists, records=records, kept=self._on_kept
        )
        self._holder = holder or secrets.token_hex(8)
        self._numbers = itertools.count(1)
        self._background = self._lane(self._reach_span, Priority.BACKGROUND, None)
        self._screen = self._lane(lambda: self._wanted, Priority.SCREEN, REFRESH)
        self._users: list[Lane] = []
        self._running: dict[Lane, asyncio.Task[None]] = {}
        self._reach = 0
        self._wanted: Span | None = None
        self._paused = False
        self._cancelled = False
        self._stopped = False
        self._kept = asyncio.Event()
        self._progress = BackfillProgress()
        self._watchers: Watchers[Callable[[BackfillProgress], None]] = Watchers()
        self._stored: Watchers[Callable[[date, date], None]] = Watchers()
        refusals.watch(self._on_refusals)

    @property
    def progress(self) -> BackfillProgress:
        """Where it stands."""
        return self._progress

    def subscribe(self, take: Callable[[BackfillProgress], None]) -> Callable[[], None]:
        """Call `take` when the progress changes; the result ends that."""
        return self._watchers.add(take)

    def subscribe_stored(self, take: Callable[[date, date], None]) -> Callable[[], None]:
        """Call `take` with the first and the last day of each answer that was kept; the result ends that."""
        return self._stored.add(take)

    def start(self, reach_days: int) -> None:
        """Fill the last `reach_days` whole days in the background, now and whenever a further day is over.

        Takes back a `cancel`, and tries again after a refusal.
        """
        self._cancelled = False
        self._reach = reach_days
        self._run(self._background)
        self._think_again()

    def set_reach(self, days: int) -> None:
        """Fill so many days from now on; 0 fills none. What is kept stays."""
        if days == self._reach:
            return
        self._reach = days
        self._background.withdraw()
        self.wake()

    def pause(self) -> None:
        """Ask nothing more for background and page, until `resume`; an answer on its way is still kept."""
        self._paused = True
        self._background.withdraw()
        self._screen.withdraw()
        self._publish()

    def resume(self) -> None:
        """Go on, also after a refusal and with what was given up for one."""
        self._paused = False
        self._think_again()

    def wake(self) -> None:
        """Do not wait any longer after a failure, for example because the network is back."""
        for lane in self._running:
            lane.failures = 0
            lane.wake.set()
        self._publish()

    def cancel(self) -> None:
        """Give the background up until the next `start`, and what a page waits for now."""
        self._cancelled = True
        self._paused = False
        self._wanted = None
        for lane in (self._background, self._screen):
            lane.withdraw()
            lane.forget()
        self.wake()

    def want(self, start: date, end: date, *, anew: bool = False) -> None:
        """Somebody looks at these days: ask first for what is missing of them and what is old of those that change.

        Each call takes the place of the one before; a look at a day that runs is worth a call now and then.

        Args:
            start, end: The days, both included.
            anew: Whether what can still change is old already, whenever it was asked.
        """
        if self._stopped:
            return
        if self._wanted != (start, end):
            self._screen.withdraw()
        self._wanted = (start, end)
        if anew:
            self._screen.since = self._clock.wall()
        self._run(self._screen)
        self._screen.wake.set()

    async def complete(self, start: date, end: date) -> PbxError | StoreError | None:
        """Ask for everything that is missing of these days, before all others, and wait for it.

        What another lane or program is asking is waited for. Neither a pause nor `cancel` hold it up.

        Returns:
            Why figures are still missing or what may pass is in the way; None when all is there but what the PBX
            refuses for good besides figures: a list costs no day, and a report tells of days without lists.
        """
        lane = self._lane(lambda: (start, end), Priority.USER, REFRESH)
        self._users.append(lane)
        try:
            return await self._completed(lane)
        finally:
            self._users.remove(lane)
            self._failures.left(lane)
            self._relax(lane)
            self._publish()

    async def stop(self) -> None:
        """End all lanes while the store is still open; what came and could not be kept is tried once more."""
        self._stopped = True
        for task in self._running.values():
            task.cancel()
        await asyncio.gather(*self._running.values(), return_exceptions=True)
        self._running.clear()
        with suppress(StoreError):
            await self._shared.keep_owed()

    async def _completed(self, lane: Lane) -> PbxError | StoreError | None:
        limits = 0
        while True:
            if (hindrance := self._hindrance()) is not None:
                return hindrance
            try:
                self._press(lane)
                step = await self._stepped(lane)
            except LimitReached as error:
                limits += 1
                if limits > MOST_LIMITS:
                    return error
                await asyncio.sleep(self._after(error, lane))
            except (PbxError, StoreError) as error:
                self._after(error, lane)
                if not self._shared.gave_up(error):
                    return error
            else:
                if step is Step.DONE:
                    return lane.no_figures
                if step is Step.ELSEWHERE:
                    await self._something_kept(lane)

    def _hindrance(self) -> PbxError | None:
        """Why nothing may be sent at all."""
        if self._stopped:
            return NotSent("statistics", "closed")
        if self._failures.refused is not None:
            return self._failures.refused
        return BadCredentials("statistics", "credentials") if self._refusals.stopped else None

    def _run(self, lane: Lane) -> None:
        running = self._running.get(lane)
        if (running is None or running.done()) and not self._stopped:
            self._running[lane] = self._tasks.spawn("backfill", self._lane_runs(lane))

    async def _lane_runs(self, lane: Lane) -> None:
        while True:
            lane.wake.clear()
            if self._held(lane):
                await self._rest(lane, self._pace.look)
                continue
            try:
                self._press(lane)
                step = await self._stepped(lane)
            except (PbxError, StoreError) as error:
                delay = self._after(error, lane)
                lane.resting = delay > 0
                self._publish()
                if lane.resting:
                    self._relax(lane)
                    await self._rest(lane, delay)
                lane.resting = False
            else:
                await self._between(lane, step)

    async def _between(self, lane: Lane, step: Step) -> None:
        if step is Step.ELSEWHERE:
            await self._something_kept(lane)
        elif step is Step.DONE:
            if lane is self._screen and lane.looked == self._wanted:
                self._wanted = None
                lane.forget()
                self._relax(lane)
            self._publish()
            while lane.span in {None, lane.looked} and not await self._rest(lane, self._pace.look):
                pass

    def _held(self, lane: Lane) -> bool:
        if self._paused or self._failures.refused is not None or self._refusals.stopped:
            return True
        return any(other.pressing for other in self._lanes if other.priority < lane.priority)

    def _press(self, lane: Lane) -> None:
        """Have less urgent lanes stand back, if the lane can ask something."""
        lane.pressing = not lane.idle
        for other in self._lanes:
            if lane.pressing and other.priority > lane.priority:
                other.withdraw()

    def _relax(self, lane: Lane) -> None:
        """Let less urgent lanes go on."""
        lane.pressing = False
        for other in self._running:
            if other.priority > lane.priority:
                other.wake.set()

    async def _stepped(self, lane: Lane) -> Step:
        """One step; progress is published after its look and at its end."""
        step = await lane.step(self._publish)
        self._failures.over(lane, step)
        if step is Step.KEPT:
            # Its own look comes with its next step, unless that has to wait.
            for other in self._lanes:
                if other.looked is not None and (other is not lane or self._held(lane)):
                    await other.look()
        self._publish()
        return step

    def _after(self, error: PbxError | StoreError, lane: Lane) -> float:
        """Take note of a failure; returns the seconds until the next try of the lane."""
        delay = self._failures.after(error, lane)
        if self._failures.refused is not None:
            self._withdraw_all()
        return delay

    def _withdraw_all(self) -> None:
        for lane in self._lanes:
            lane.withdraw()
        self._publish()

    @property
    def _lanes(self) -> tuple[Lane, ...]:
        return self._background, self._screen, *self._users

    async def _rest(self, lane: Lane, seconds: float) -> bool:
        """Wait until the time is over or the lane is woken, which it then tells."""
        try:
            async with asyncio.timeout(seconds):
                await lane.wake.wait()
        except TimeoutError:
            return False
        lane.wake.clear()
        return True

    async def _something_kept(self, lane: Lane) -> None:
        """Wait a little, less when an answer is kept meanwhile; of other programs' nothing is heard."""
        if lane.idle:
            self._relax(lane)
        self._kept.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(self._pace.elsewhere):
                await self._kept.wait()

    def _on_kept(self, answer: Answer) -> None:
        self._failures.problem = answer.problem
        self._kept.set()
        self._tell(self._stored, answer.question.start, answer.question.end)

    def _on_refusals(self) -> None:
        self._withdraw_all() if self._refusals.stopped else self._think_again()

    def _think_again(self) -> None:
        self._failures.refused = None
        self._shared.reconsider()
        self.wake()

    def _reach_span(self) -> Span | None:
        if self._cancelled or self._reach < 1:
            return None
        end = last_settled(self._clock.wall())
        return end - timedelta(days=self._reach - 1), end

    def _lane(self, span: Callable[[], Span | None], priority: Priority, refresh: float | None) -> Lane:
        holder = f"{self._holder}-{next(self._numbers)}"
        return Lane(self._shared, span, holder=holder, priority=priority, refresh=refresh)

    def _publish(self) -> None:
        progress = self._now()
        if progress != self._progress:
            self._progress = progress
            self._tell(self._watchers, progress)

    def _tell(self, watchers: Iterable[Callable[..., None]], *news: object) -> None:
        for take in watchers:
            try:
                take(*news)
            except Exception:  # one broken view must not stop the filling
                log.exception("a subscriber of the backfill failed")

    def _now(self) -> BackfillProgress:
        lanes = [lane for lane in self._lanes if lane.looked is not None]
        count = counted(lanes)
        requests = sum(self._asking.requests(question) for question in count.left)
        return BackfillProgress(
            state=self._state(lanes),
            days_done=count.done,
            days_wanted=count.wanted,
            requests_left=requests,
            seconds_left=requests * self._seconds_each(),
            problem=self._hindrance() or (self._failures.problem if count.left else self._shared.first_given_up),
            store_problem=self._failures.store_problem,
            offline=self._failures.offline,
        )

    def _state(self, lanes: list[Lane]) -> BackfillState:
        if self._stopped or self._failures.refused is not None or self._refusals.stopped:
            return BackfillState.STOPPED
        if any(lane.busy for lane in self._users):
            return BackfillState.RUNNING
        if self._paused:
            return BackfillState.PAUSED
        if any(lane.busy for lane in lanes):
            return BackfillState.RUNNING
        if any(lane.resting for lane in self._lanes):
            return BackfillState.WAITING
        return BackfillState.STOPPED if self._cancelled else BackfillState.IDLE
