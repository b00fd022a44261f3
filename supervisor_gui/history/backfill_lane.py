"""One lane of the backfill: it plans, claims, asks and keeps, one question a step. When it steps is `backfill`'s."""

import asyncio
import contextlib
import enum
from collections.abc import Callable
from datetime import date

import msgspec

from supervisor_gui.clock import Clock
from supervisor_gui.errors import KnownError, StoreError
from supervisor_gui.history.backfill_asking import Answer, Asking, Errand, hopeless, keep
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.day_values import Known, Question, QuestionKind
from supervisor_gui.history.planner import days_between, plan, ready
from supervisor_gui.netsantral.budgets import Priority
from supervisor_gui.netsantral.errors import NotSent, PbxError, TransportError
from supervisor_gui.netsantral.types_statistics import CallOutcome
from supervisor_gui.tasks import Tasks

Span = tuple[date, date]
"""The first and the last day of what a lane cares for."""

PATIENCE = 3
"""Failures of one question after which others are asked before it: one bad answer must not hold up all the rest."""

_Key = tuple[QuestionKind, CallOutcome | None, date]


class Pace(msgspec.Struct, frozen=True):
    """How long the backfill waits, in seconds.

    Attributes:
        lease: After so long an unrenewed claim ends; real seconds, as `renew`.
        renew: Between two renewals.
        retry: After a first failure; doubled by each further one up to `longest_retry`.
        store_retry: After the store failed; doubled likewise up to `retry`.
        look: At most between two looks at the clock.
        elsewhere: Between two looks at what another program is asking.
    """

    lease: float = 20.0
    renew: float = 5.0
    retry: float = 60.0
    longest_retry: float = 900.0
    store_retry: float = 5.0
    look: float = 60.0
    elsewhere: float = 1.0

    def timed(self, factor: float) -> "Pace":
        """The same with all waiting divided by `factor`; claims last as long as before."""
        if factor <= 1.0:
            return self
        waits = ("retry", "longest_retry", "store_retry", "look", "elsewhere")
        return msgspec.structs.replace(self, **{name: getattr(self, name) / factor for name in waits})


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


class Shared:
    """What the lanes of one backfill have in common.

    Attributes:
        archive: Keeps the answers.
        asking: Puts the questions.
        tasks: Owns the requests.
        clock: Time.
        pace: How long claims last.
        lists, records: What is wanted of each day besides its figures.
    """

    def __init__(
        self,
        archive: DayArchive,
        asking: Asking,
        tasks: Tasks,
        clock: Clock,
        pace: Pace,
        *,
        lists: bool,
        records: bool,
        kept: Callable[[Answer], None],
    ) -> None:
        self.archive = archive
        self.asking = asking
        self.tasks = tasks
        self.clock = clock
        self.pace = pace
        self.lists = lists
        self.records = records
        self._given_up: dict[_Key, PbxError] = {}
        self._told = kept
        self._failures: dict[Question, int] = {}
        self._owed: list[tuple[Answer, str]] = []
        self._unreleased: list[tuple[Question, str]] = []
        self._keeping = asyncio.Lock()

    async def keep(self, answer: Answer, holder: str) -> None:
        """Keep an answer behind those that could not be kept before.

        Raises:
            StoreError: The file cannot be written; the answer stays here.
        """
        self._failures.pop(answer.question, None)
        self._owed.append((answer, holder))
        await self.keep_owed()

    async def keep_owed(self) -> None:
        """Keep the answers that could not be kept before, and give up what could not be given up.

        Nothing is asked while there are any.

        Raises:
            StoreError: The file cannot be written.
        """
        async with self._keeping:
            while self._owed:
                answer, holder = self._owed[0]
                await keep(answer, self.archive, holder)
                self._owed.pop(0)
                self._told(answer)
            while self._unreleased:
                await self.archive.release(self._unreleased[0][0], holder=self._unreleased[0][1])
                self._unreleased.pop(0)

    async def give_up(self, question: Question, holder: str) -> None:
        """Let others ask; what the store does not let go now goes before the next question or at the end."""
        try:
            await self.archive.release(question, holder=holder)
        except StoreError:
            # Nobody, not even another lane of ours, would ask it before the lease is over.
            self._unreleased.append((question, holder))

    def failed(self, question: Question, error: PbxError) -> None:
        """A question got no answer: it is given up when it never will, and waits behind the others when it often fails.

        A request that did not reach the PBX is no fault of the question.
        """
        if hopeless(error):
            for day in days_between(question.start, question.end):
                self._given_up[question.kind, question.outcome, day] = error
        elif isinstance(error, TransportError) and not isinstance(error, NotSent):
            self._failures[question] = self._failures.get(question, 0) + 1

    def gave_up(self, error: KnownError) -> bool:
        """Whether a question was given up for this error."""
        return any(error is other for other in self._given_up.values())

    def no_figures(self, questions: tuple[Question, ...]) -> PbxError | None:
        """Why figures among `questions` are not asked for any more, None when none are given up; lists do not count."""
        days = (
            day
            for question in questions
            if question.kind is QuestionKind.DAYS
            for day in days_between(question.start, question.end)
        )
        return next((error for day in days if (error := self._given_up.get((QuestionKind.DAYS, None, day)))), None)

    @property
    def first_given_up(self) -> PbxError | None:
        """Why something is not asked any more, None when nothing is given up."""
        return next(iter(self._given_up.values()), self.asking.no_records)

    def reconsider(self) -> None:
        """Give nothing up any more: what was refused may be asked once more."""
        self._given_up.clear()
        self.asking.no_records = None

    def still_open(self, questions: tuple[Question, ...], known: Known) -> tuple[Question, ...]:
        """Those of `questions` that are not given up; a day's lists are, with its figures."""
        if not self._given_up:
            return questions
        return tuple(question for question in questions if not self._hopeless(question, known))

    def in_order(self, questions: tuple[Question, ...]) -> tuple[Question, ...]:
        """`questions` with those last that failed again and again."""
        return tuple(sorted(questions, key=self._delay)) if self._failures else questions

    def _delay(self, question: Question) -> int:
        failures = self._failures.get(question, 0)
        return failures if failures >= PATIENCE else 0

    def _hopeless(self, question: Question, known: Known) -> bool:
        days = tuple(days_between(question.start, question.end))
        if all((question.kind, question.outcome, day) in self._given_up for day in days):
            return True
        waits = question.kind is QuestionKind.LIST and question.start not in known.days
        return waits and (QuestionKind.DAYS, None, question.start) in self._given_up


class Lane:
    """One asker at a time for some days.

    Attributes:
        priority: Place of its requests in the budget's line.
        left: What was still to be asked at the last look.
        looked: The days of that look, None before the first.
        no_figures: Why a day of that look has no figures, or old ones, and gets none; None when each has or gets them.
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
        refresh: float | None,
    ) -> None:
        """Args.

        shared: What the lanes have in common.
        span: Tells the days to care for now, None for none.
        holder: Name of its claims, unique among all programs.
        priority: Place of its requests in the budget's line.
        refresh: As of `plan`.
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
        self.no_figures: PbxError | None = None
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
        self.looked, self.left, self.no_figures = None, (), None

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
                self.no_figures = self._shared.no_figures(wanted)
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
            answer = await self._asked(question) if await self._still_wanted(question) else None
            if answer is None:
                return Step.AGAIN
            # From here on the claim is the answer's, which gives it up when it is kept.
            kept = True
            await self._shared.keep(answer, self._holder)
        finally:
            if not kept:
                await self._shared.give_up(question, self._holder)
        return Step.KEPT

    async def _still_wanted(self, question: Question) -> bool:
        """Whether nobody kept the answer between the plan and the claim."""
        known = await self._shared.archive.known(question.start, question.end)
        wanted = self._plan((question.start, question.end), known)
        return any((other.kind, other.outcome) == (question.kind, question.outcome) for other in wanted)

    async def _asked(self, question: Question) -> Answer | None:
        """The answer; None when the request was withdrawn or has to be smaller. The claim is held meanwhile."""
        if self._called_off:
            return None
        errand = Errand(self.priority, self._shared.clock.wall)
        request = self._shared.tasks.spawn("backfill request", self._caught(question, errand))
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

    async def _caught(self, question: Question, errand: Errand) -> Answer | PbxError | None:
        try:
            return await self._shared.asking.ask(question, errand)
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
            lists=shared.lists,
            records=shared.records and shared.asking.no_records is None,
            refresh=self._refresh,
            since=self.since,
            longest=shared.asking.longest,
            alone=shared.asking.alone,
        )
