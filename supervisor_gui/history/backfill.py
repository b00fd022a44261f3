"""Fills the local history from the PBX within the budgets, newest first. How one question goes is `backfill_lane`'s."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from supervisor_gui.clock import Clock
from supervisor_gui.errors import StoreError
from supervisor_gui.history.backfill_asking import Answer, Asking, PastClient
from supervisor_gui.history.backfill_count import counted
from supervisor_gui.history.backfill_failures import Failures
from supervisor_gui.history.backfill_lane import Lane, Span, Step
from supervisor_gui.history.backfill_lanes import Lanes
from supervisor_gui.history.backfill_news import News
from supervisor_gui.history.backfill_pace import USUAL_PACE, Pace
from supervisor_gui.history.backfill_shared import Shared
from supervisor_gui.history.backfill_spans import MINUTE, Following, Horizon, Reach
from supervisor_gui.history.backfill_values import BackfillProgress, BackfillState
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.wants import STATISTICS, Wants
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.netsantral.budgets import Priority
from supervisor_gui.netsantral.errors import BadCredentials, LimitReached, NotSent, PbxError
from supervisor_gui.tasks import Tasks

REFRESH = 300.0
"""Seconds after which the figures of a day that still changes are asked for again, when somebody looks at it."""

RECORDS_REFRESH = MINUTE
"""The same for call records."""

MOST_LIMITS = 3
"""Limit answers after which an export no longer waits."""


class Backfill:
    """Asks for what is missing of one account's days. Lives on one event loop; other programs may fill the same file.

    One lane fills the days in reach in the background, one follows the day that runs, one serves the page that is
    looked at, and each `complete` has its own. A lane stands back while a more urgent one has something to ask, and
    leaves the budget's line for it. What was kept is never asked again; nothing is asked while the disk does not take
    what came before.

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
        wants: Wants = STATISTICS,
        kept_days: Callable[[], int] | None = None,
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
        wants: What is wanted of each day. Where that is all call records, an account without the right to them stops
            it like refused credentials.
        kept_days: Tells how many days before today answers are kept, None when they stay: older ones are never asked.
        time_factor: Divides the waiting after failures; 1 outside tests.
        pace: That waiting.
        holder: Begin of the names of claims, unique among all programs; empty for one by chance.
        """
        self._tasks = tasks
        self._clock = clock
        self._seconds_each = seconds_each
        self._refusals = refusals
        self._pace = pace.timed(time_factor)
        self._asking = Asking(client, clock, needs_records=wants.all_records)
        self._failures = Failures(self._pace, limit_answer)
        self._shared = Shared(archive, self._asking, tasks, clock, self._pace, wants=wants, kept=self._on_kept)
        self._service = "records" if wants.all_records else "statistics"
        self._refresh = RECORDS_REFRESH if wants.all_records else REFRESH
        self._horizon = Horizon(clock, kept_days)
        self._reach = Reach(clock, self._horizon)
        self._following = Following(clock, lambda: self._asking.requests_of_running_day)
        self._lanes = Lanes(self._shared, holder)
        self._background = self._lanes.last(self._reach.span, Priority.BACKGROUND, lambda: None)
        self._fresh = self._lanes.last(self._following.span, Priority.SCREEN, lambda: self._following.refresh)
        self._screen = self._lanes.last(lambda: self._wanted, Priority.SCREEN, lambda: self._refresh)
        self._running: dict[Lane, asyncio.Task[None]] = {}
        self._wanted: Span | None = None
        self._paused = False
        self._stopped = False
        self._kept = asyncio.Event()
        self._news = News()
        refusals.watch(self._on_refusals)

    @property
    def progress(self) -> BackfillProgress:
        """Where it stands; days that are only followed do not count."""
        return self._news.progress

    def subscribe(self, take: Callable[[BackfillProgress], None]) -> Callable[[], None]:
        """Call `take` when the progress changes; the result ends that."""
        return self._news.subscribe(take)

    def subscribe_stored(self, take: Callable[[date, date], None]) -> Callable[[], None]:
        """Call `take` with the first and the last day of each answer that was kept; the result ends that."""
        return self._news.subscribe_stored(take)

    def start(self, reach_days: int) -> None:
        """Fill the last `reach_days` whole days in the background, now and whenever a further day is over.

        Takes back a `cancel`, and tries again after a refusal.
        """
        self._reach.cancelled = False
        self._reach.days = reach_days
        self._run(self._background)
        self._think_again()

    def set_reach(self, days: int) -> None:
        """Fill so many days from now on; 0 fills none. What is kept stays."""
        if days == self._reach.days:
            return
        self._reach.days = days
        self._background.withdraw()
        self.wake()

    def pause(self) -> None:
        """Ask nothing more for background and pages, until `resume`; an answer on its way is still kept."""
        self._paused = True
        for lane in self._lanes.fixed:
            lane.withdraw()
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
        """Give the background up until the next `start`, and what a page waits for now; what is followed goes on."""
        self._reach.cancelled = True
        self._paused = False
        self._wanted = None
        for lane in (self._background, self._screen):
            lane.withdraw()
            lane.forget()
        self.wake()

    def follow(self, every: float) -> None:
        """Keep the day that runs fresh, and the one before until it is final.

        They are asked for whenever an answer is older than `every` seconds, at most once a minute; 0 ends that.
        """
        if self._stopped or every == self._following.every:
            return
        self._following.set_every(every)
        if every > 0:
            self._run(self._fresh)
        else:
            self._fresh.withdraw()
            self._served(self._fresh)
        self._fresh.wake.set()

    def want(self, start: date, end: date, *, anew: bool = False) -> None:
        """Somebody looks at these days: ask first for what is missing of them and what is old of those that change.

        Each call takes the place of the one before; a look at a day that runs is worth a call now and then.

        Args:
            start, end: The days, both included.
            anew: Whether what can still change is old already, whenever it was asked.
        """
        if self._stopped:
            return
        wanted = self._horizon.within(start, end)
        if self._wanted != wanted:
            self._screen.withdraw()
        self._wanted = wanted
        if anew:
            self._screen.since = self._clock.wall()
        self._run(self._screen)
        self._screen.wake.set()

    async def complete(self, start: date, end: date) -> PbxError | StoreError | None:
        """Ask for everything that is missing of these days, before all others, and wait for it.

        What another lane or program is asking is waited for. Neither a pause nor `cancel` hold it up.

        Returns:
            Why figures are still missing, or records where all are wanted, or what may pass is in the way; None when
            all is there but what the PBX refuses for good besides: a list costs no day, and a report tells of days
            without lists.
        """
        lane = self._lanes.export(self._horizon.within(start, end), self._refresh)
        try:
            return await self._completed(lane)
        finally:
            self._lanes.users.remove(lane)
            self._failures.left(lane)
            self._lanes.relax(lane)
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
                self._lanes.press(lane)
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
                    return lane.lacking
                if step is Step.ELSEWHERE:
                    await self._something_kept(lane)

    def _hindrance(self) -> PbxError | None:
        """Why nothing may be sent at all."""
        if self._stopped:
            return NotSent(self._service, "closed")
        if self._failures.refused is not None:
            return self._failures.refused
        return BadCredentials(self._service, "credentials") if self._refusals.stopped else None

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
                self._lanes.press(lane)
                step = await self._stepped(lane)
            except (PbxError, StoreError) as error:
                delay = self._after(error, lane)
                lane.resting = delay > 0
                self._publish()
                if lane.resting:
                    self._lanes.relax(lane)
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
                self._served(lane)
            elif lane is self._fresh and lane.looked is not None:
                self._following.asked(lane.oldest)
                self._served(lane)
            self._publish()
            while lane.span in {None, lane.looked} and not await self._rest(lane, self._until_look(lane)):
                pass

    def _served(self, lane: Lane) -> None:
        """The days that the lane cared for are there, and others may come."""
        lane.forget()
        self._lanes.relax(lane)

    def _until_look(self, lane: Lane) -> float:
        """Seconds until the lane has to look at the clock again."""
        due = self._following.seconds_left if lane is self._fresh else 0.0
        return min(due, self._pace.look) if due > 0 else self._pace.look

    def _held(self, lane: Lane) -> bool:
        stopped = self._paused or self._failures.refused is not None or self._refusals.held
        return stopped or self._lanes.stands_back(lane)

    async def _stepped(self, lane: Lane) -> Step:
        """One step; progress is published after its look and at its end."""
        step = await lane.step(self._publish)
        self._failures.over(lane, step)
        if step is Step.KEPT:
            # Its own look comes with its next step, unless that has to wait.
            for other in self._lanes.all:
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
        self._lanes.withdraw_all()
        self._publish()

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
            self._lanes.relax(lane)
        self._kept.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(self._pace.elsewhere):
                await self._kept.wait()

    def _on_kept(self, answer: Answer) -> None:
        self._failures.problem = answer.problem
        self._kept.set()
        self._news.stored(answer.question.start, answer.question.end)

    def _on_refusals(self) -> None:
        if self._refusals.stopped:
            self._withdraw_all()
        elif not self._refusals.trying:
            self._think_again()

    def _think_again(self) -> None:
        self._failures.refused = None
        self._shared.reconsider()
        self.wake()

    def _publish(self) -> None:
        self._news.publish(self._now())

    def _now(self) -> BackfillProgress:
        lanes = [lane for lane in self._lanes.all if lane.looked is not None and lane is not self._fresh]
        count = counted(lanes)
        requests = sum(self._asking.requests(question) for question in count.left)
        state = self._state(lanes)
        trying = count.left or state is BackfillState.WAITING
        return BackfillProgress(
            state=state,
            days_done=count.done,
            days_wanted=count.wanted,
            requests_left=requests,
            seconds_left=requests * self._seconds_each(),
            problem=self._hindrance() or (self._failures.problem if trying else self._shared.first_given_up),
            store_problem=self._failures.store_problem,
            offline=self._failures.offline,
        )

    def _state(self, lanes: list[Lane]) -> BackfillState:
        if self._stopped or self._failures.refused is not None or self._refusals.stopped:
            return BackfillState.STOPPED
        if any(lane.busy for lane in self._lanes.users):
            return BackfillState.RUNNING
        if self._paused:
            return BackfillState.PAUSED
        if any(lane.busy for lane in lanes):
            return BackfillState.RUNNING
        if any(lane.resting for lane in self._lanes.all):
            return BackfillState.WAITING
        return BackfillState.STOPPED if self._reach.cancelled else BackfillState.IDLE
