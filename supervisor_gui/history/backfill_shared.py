"""What the lanes of one backfill have in common: answers to be kept, questions given up. It plans and asks nothing."""

import asyncio
from collections.abc import Callable
from datetime import date

from supervisor_gui.clock import Clock
from supervisor_gui.errors import KnownError, StoreError
from supervisor_gui.history.backfill_asking import Answer, Asking, hopeless, keep
from supervisor_gui.history.backfill_pace import Pace
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.day_values import Known, Question, QuestionKind
from supervisor_gui.history.planner import days_between
from supervisor_gui.history.wants import Wants
from supervisor_gui.netsantral.errors import NotSent, PbxError, TransportError
from supervisor_gui.netsantral.types_statistics import CallOutcome
from supervisor_gui.tasks import Tasks

PATIENCE = 3
"""Failures of one question after which others are asked before it: one bad answer must not hold up all the rest."""

_Key = tuple[QuestionKind, CallOutcome | None, date]


class Shared:
    """What the lanes of one backfill have in common.

    Attributes:
        archive: Keeps the answers.
        asking: Puts the questions.
        tasks: Owns the requests.
        clock: Time.
        pace: How long claims last.
        wants: What is wanted of each day.
    """

    def __init__(
        self,
        archive: DayArchive,
        asking: Asking,
        tasks: Tasks,
        clock: Clock,
        pace: Pace,
        *,
        wants: Wants,
        kept: Callable[[Answer], None],
    ) -> None:
        self.archive = archive
        self.asking = asking
        self.tasks = tasks
        self.clock = clock
        self.pace = pace
        self.wants = wants
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

    def lacking(self, questions: tuple[Question, ...]) -> PbxError | None:
        """Why what days cannot do without is not asked for any more, None when `questions` ask for all of it.

        Days can do without lists, and without the records that stand in for them.
        """
        needed = {QuestionKind.DAYS, QuestionKind.RECORDS} if self.wants.all_records else {QuestionKind.DAYS}
        keys = (
            (question.kind, None, day)
            for question in questions
            if question.kind in needed
            for day in days_between(question.start, question.end)
        )
        return next((error for key in keys if (error := self._given_up.get(key))), None)

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
