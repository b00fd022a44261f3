"""One lane of the backfill: it plans, claims, asks and keeps, one question a step. When it steps is `backfill`'s."""

import asyncio
import contextlib
import enum
from collections.abc import Callable
from datetime import date

from supervisor_gui.errors import StoreError
from supervisor_gui.history.backfill_asking import Answer, Errand
from supervisor_gui.history.backfill_shared import Shared
from supervisor_gui.history.day_values import Known, Question, StoredDay, StoredRecords
from supervisor_gui.history.planner import plan, ready
from supervisor_gui.netsantral.budgets import Priority
from supervisor_gui.netsantral.errors import PbxError

Span = tuple[date, date]
"""The first and the last day of what a lane cares for."""


class Step(enum.Enum):
    """How a step of a lane ended."""

    DONE = "done"
    """Nothing is left to ask."""
    KEPT = "kept"
    """An answer was kept."""
    AGAIN = "again"
    """Nothing was kept, but another step may."""
    ELSEWHERE = "elsewhere"
    """Others are asking all that is left."""


class Lane:
    """One asker at a time for some days.

    Attributes:
        priority: Place of its requests in the budget's line.
        left: What was still to be asked at the last look.
        looked: The days of that look, None before the first.
        oldest: Epoch seconds of the oldest answer about days of that look that can still change, None when none is.
        lacking: Why a day of that look lacks what it cannot do without, or has it old, and gets none; None when each
            has or gets it.
        pressing: Whether lanes of lesser priority have to stand back for it now.
        resting: Whether it waits after a failure.
        failures: Failures in a row.
        elsewhere: Steps in a row that found all that is left with others.
        since: Epoch seconds before which answers that can still change are old, whatever their age.
        wake: Ends a rest.
    """

    def __init__(
        self,
        shared: Shared,
        span: Callable[[], Span | None],
        *,
        holder: str,
        priority: Priority,
        refresh: Callable[[], float | None],
    ) -> None:
        """Args.

        shared: What the lanes have in common.
        span: Tells the days to care for now, None for none.
        holder: Name of its claims, unique among all programs.
        priority: Place of its requests in the budget's line.
        refresh: Tells that of `plan`.
        """
        self._shared = shared
        self._span = span
        self._holder = holder
        self.priority = priority
        self._refresh = refresh
        self.since: float | None = None
        self._errand: Errand | None = None
        self._request: asyncio.Task[Answer | PbxError | None] | None = None
        self._called_off = False
        self.left: tuple[Question, ...] = ()
        self.looked: Span | None = None
        self.oldest: float | None = None
        self.lacking: PbxError | None = None
        self.pressing = False
        self.resting = False
        self.failures = 0
        self.elsewhere = 0
        self.wake = asyncio.Event()

    @property
    def span(self) -> Span | None:
        """The days to care for now."""
        return self._span()

    @property
    def busy(self) -> bool:
        """Whether there is something to ask and nothing in the way."""
        return bool(self.left) and not self.resting

    @property
    def idle(self) -> bool:
        """Whether it can only wait for others; once is not enough, for a lane of our own may just be standing back."""
        return self.elsewhere > 1 or self.span is None

    def withdraw(self) -> None:
        """Take the request out of the waiting line; one on its way brings its answer."""
        self._called_off = True
        if self._request is not None and self._errand is not None and not self._errand.off:
            self._request.cancel()

    def forget(self) -> None:
        """Care for no days until the next look."""
        self.looked, self.left, self.oldest, self.lacking = None, (), None, None

    async def look(self) -> Known | None:
        """See what is left; None when there are no days to care for.

        Raises:
            StoreError: The file cannot be read.
        """
        while (span := self.span) is not None:
            known = await self._shared.archive.known(*span)
            # Meanwhile the user may have given them up, or somebody may look at others.
            if span == self.span:
                self.looked = span
                wanted = self._plan(span, known)
                self.left = self._shared.still_open(wanted, known)
                self.oldest = _oldest(known)
                self.lacking = self._shared.lacking(wanted)
                return known
        self.forget()
        return None

    async def step(self, looked: Callable[[], None]) -> Step:
        """Ask and keep the next question, if there is one; `looked` is called when it is known what is left.

        Raises:
            PbxError: It was not answered, or refused.
            StoreError: The file cannot be used.
        """
        shared = self._shared
        self._called_off = False
        await shared.keep_owed()
        planned_at = shared.clock.wall()
        known = await self.look()
        looked()
        if known is None or not self.left:
            return Step.DONE
        candidates = shared.in_order(ready(self.left, known))
        question = await self._claimed(candidates, planned_at)
        if question is None:
            return Step.ELSEWHERE
        return await self._with_claim(question)

    async def _claimed(self, candidates: tuple[Question, ...], planned_at: float) -> Question | None:
        shared = self._shared
        try:
            return await shared.archive.claim(
                candidates,
                holder=self._holder,
                now=shared.clock.wall(),
                lease=shared.pace.lease,
                planned_at=planned_at,
            )
        except asyncio.CancelledError:
            # It may have been written, and the next start would wait for it as for another program.
            with contextlib.suppress(StoreError):
                await shared.archive.release_all(holder=self._holder)
            raise

    async def _with_claim(self, question: Question) -> Step:
        kept = False
        try:
            known = await self._still_wanted(question)
            answer = await self._asked(question, known) if known is not None else None
            if answer is None:
                return Step.AGAIN
            # From here on the claim is the answer's, which gives it up when it is kept.
            kept = True
            await self._shared.keep(answer, self._holder)
        finally:
            if not kept:
                await self._shared.give_up(question, self._holder)
        return Step.KEPT

    async def _still_wanted(self, question: Question) -> Known | None:
        """What is kept; None when somebody kept the answer between the plan and the claim."""
        known = await self._shared.archive.known(question.start, question.end)
        wanted = self._plan((question.start, question.end), known)
        still = any((other.kind, other.outcome) == (question.kind, question.outcome) for other in wanted)
        return known if still else None

    async def _asked(self, question: Question, known: Known) -> Answer | None:
        """The answer; None when the request was withdrawn or has to be smaller. The claim is held meanwhile."""
        if self._called_off:
            return None
        errand = Errand(self.priority, self._shared.clock.wall)
        request = self._shared.tasks.spawn("backfill request", self._caught(question, errand, known))
        self._errand, self._request = errand, request
        try:
            while not (await asyncio.wait({request}, timeout=self._shared.pace.renew))[0]:
                if not await self._renewed(question):
                    self.withdraw()
        except asyncio.CancelledError:
            request.cancel()
            await asyncio.wait({request})
            raise
        finally:
            self._errand = self._request = None
        told = None if request.cancelled() else request.result()
        if isinstance(told, PbxError):
            self._shared.failed(question, told)
            raise told
        return told

    async def _caught(self, question: Question, errand: Errand, known: Known) -> Answer | PbxError | None:
        try:
            return await self._shared.asking.ask(question, errand, known.records.get(question.start))
        except PbxError as error:
            return error

    async def _renewed(self, question: Question) -> bool:
        try:
            return await self._shared.archive.renew(
                question, holder=self._holder, now=self._shared.clock.wall(), lease=self._shared.pace.lease
            )
        except StoreError:
            return True

    def _plan(self, span: Span, known: Known) -> tuple[Question, ...]:
        shared = self._shared
        return plan(
            *span,
            known,
            shared.clock.wall(),
            wants=shared.wants if shared.asking.no_records is None else shared.wants.without_records,
            refresh=self._refresh(),
            since=self.since,
            longest=shared.asking.longest,
            alone=shared.asking.alone,
        )


def _oldest(known: Known) -> float | None:
    rows: tuple[StoredDay | StoredRecords, ...] = (*known.days.values(), *known.records.values())
    return min((row.asked_at for row in rows if not row.final), default=None)
