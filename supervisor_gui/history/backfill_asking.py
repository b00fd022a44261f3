"""Puts one question about the past to the PBX and keeps the answer. Which question, and when, is `backfill`'s."""

import math
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Protocol

import msgspec

from supervisor_gui.clock import PBX_ZONE, Clock, pbx_day, pbx_midnight_of
from supervisor_gui.history.answers import (
    better_figures,
    day_rows,
    joined_calls,
    list_row,
    no_list_row,
    outcome_of,
    record_hours,
    recorded_calls,
)
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.day_values import (
    Question,
    QuestionKind,
    RecordHour,
    StoredDay,
    StoredList,
    StoredRecords,
)
from supervisor_gui.history.planner import LONGEST_SPAN, is_final
from supervisor_gui.history.running_day import HOUR, OVERLAP, WholeDays
from supervisor_gui.netsantral.budgets import Priority
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, LimitReached, PbxError, Refusal
from supervisor_gui.netsantral.types_records import CallRecord, RecordPage
from supervisor_gui.netsantral.types_statistics import CallOutcome, DayCalls, DayStatistics, ListedCall, Statistics

SPANS = (LONGEST_SPAN, 3, 1)
"""Days of one question, each tried when the PBX does not take the one before."""

RECORD_SPANS = (24, 12, 6, 3, 1)
"""Hours of one question for call records, likewise."""

_HOURS = 24
_MINUTE = timedelta(minutes=1)
_REFUSED_SPANS = frozenset({"span", "date"})
_TOO_MUCH = frozenset({"too_many", "too_large"})


class PastClient(Protocol):
    """The part of the client that tells of the past."""

    async def statistics(
        self, start: datetime, end: datetime, *, priority: Priority, sent: Callable[[], None] | None
    ) -> Statistics:
        """Ask for the days between two instants."""

    async def statistics_of_day(self, day: date, *, priority: Priority, sent: Callable[[], None] | None) -> Statistics:
        """Ask for one day."""

    async def calls_of_day(
        self, day: date, outcome: CallOutcome, *, priority: Priority, sent: Callable[[], None] | None
    ) -> DayCalls:
        """Ask for one day's calls of one outcome."""

    async def records(
        self, start: datetime, end: datetime, *, priority: Priority, sent: Callable[[], None] | None
    ) -> RecordPage:
        """Ask for the calls between two instants."""


class Errand:
    """The request of a question on its way.

    Attributes:
        priority: Its place in the waiting line.
        off: Whether it has left the waiting line, so that withdrawing it would only lose the answer.
        sent_at: Epoch seconds at which it left the line last, 0 before.
    """

    def __init__(self, priority: Priority, wall: Callable[[], float]) -> None:
        self.priority = priority
        self.off = False
        self.sent_at = 0.0
        self._wall = wall

    def sent(self) -> None:
        """It leaves the line now."""
        self.off = True
        self.sent_at = self._wall()

    def queue_up(self) -> None:
        """A further request of the same question takes its place in the line."""
        self.off = False


class Answer(msgspec.Struct, frozen=True):
    """What is to be kept of a question's answer.

    Attributes:
        question: What was asked.
        asked_at: Epoch seconds.
        days: Rows of a DAYS question.
        listing: Row of a LIST question.
        listed: Its calls.
        totals: The day's figures that came with or instead of a list.
        records: Row of a RECORDS question.
        calls: Its calls, each once.
        hours: Its counts.
        since: Epoch seconds of the Turkish hour from which on was asked for records; 0 for the whole day.
        whole: Whether every record could be read.
        problem: Why less is kept than was asked for, None usually.
    """

    question: Question
    asked_at: float
    days: tuple[StoredDay, ...] = ()
    listing: StoredList | None = None
    listed: tuple[ListedCall, ...] = ()
    totals: DayStatistics | None = None
    records: StoredRecords | None = None
    calls: tuple[CallRecord, ...] = ()
    hours: tuple[RecordHour, ...] = ()
    since: float = 0.0
    whole: bool = True
    problem: PbxError | None = None


class _Reading:
    """The call records of a day as far as they have come; a failure in between loses none of the pieces before it."""

    def __init__(self, day: date, since: float) -> None:
        self.since = since
        self.asked_at = 0.0
        self.hour = int((since - pbx_midnight_of(day)) // HOUR) if since else 0
        self.calls: list[CallRecord] = []
        self.whole = True

    def goes_on(self, day: date) -> bool:
        """Whether what came may stand beside what is still to come: nothing of the day can change any more."""
        return self.since == 0 and is_final(day, self.asked_at)


class Asking:
    """Puts questions and learns how much the PBX tells at once. It neither waits nor tries again.

    Attributes:
        longest: Most days of one question.
        alone: Days that an answer about several left open; they are asked for one by one.
        hours: Most hours of one question for call records.
        no_records: Why the PBX gives this account no call records at all; None while that is not known. Figures and
            lists have a right of their own and come all the same.
    """

    def __init__(self, client: PastClient, clock: Clock, *, needs_records: bool = False) -> None:
        """Args.

        client: Sends the requests, each through its budget.
        clock: Time.
        needs_records: Whether an account without the right to call records is refused, like one without any.
        """
        self._client = client
        self._clock = clock
        self._needs_records = needs_records
        self._readings: dict[date, _Reading] = {}
        self._whole_days = WholeDays()
        self.longest = SPANS[0]
        self.alone: frozenset[date] = frozenset()
        self.hours = RECORD_SPANS[0]
        self.no_records: PbxError | None = None

    @property
    def requests_of_running_day(self) -> int:
        """How many requests it usually takes to ask anew for a day that runs."""
        return math.ceil((OVERLAP / HOUR + 1) / self.hours)

    def requests(self, question: Question) -> int:
        """How many requests the question takes, by what is known."""
        return _HOURS // self.hours if question.kind is QuestionKind.RECORDS else 1

    async def ask(self, question: Question, errand: Errand, kept: StoredRecords | None = None) -> Answer | None:
        """Ask; None when the PBX wants other questions, which `longest`, `hours` or `no_records` then tell.

        Args:
            question: What.
            errand: Its request on the way.
            kept: Of a RECORDS question, what is kept of the day: of one that runs only the last hours are asked then.

        Raises:
            PbxError: No answer, or a refusal that no smaller question would mend.
        """
        if question.kind is QuestionKind.LIST:
            return await self._list(question, errand)
        if question.kind is QuestionKind.RECORDS:
            return await self._records(question, errand, kept)
        try:
            told = await self._days(question, errand)
        except PbxError as error:
            shorter = _shorter(SPANS, question.days)
            if shorter is None or not wants_less(error):
                raise
            self.longest = min(self.longest, shorter)
            return None
        settled = day_rows(told, question, errand.sent_at)
        if not settled.rows and question.days == 1:
            raise BadAnswer("statistics_of_day", "shape")
        self.alone |= frozenset(settled.unclear)
        return Answer(question, errand.sent_at, days=settled.rows)

    async def _days(self, question: Question, errand: Errand) -> Statistics:
        if question.days == 1:
            return await self._client.statistics_of_day(question.start, priority=errand.priority, sent=errand.sent)
        start, end = _midnight(question.start), self._end_of(question.end)
        return await self._client.statistics(start, end, priority=errand.priority, sent=errand.sent)

    async def _list(self, question: Question, errand: Errand) -> Answer:
        outcome = outcome_of(question)
        try:
            told = await self._client.calls_of_day(question.start, outcome, priority=errand.priority, sent=errand.sent)
        except PbxError as error:
            if error.reason not in _TOO_MUCH:
                raise
            row = no_list_row(question, errand.sent_at)
            return Answer(question, errand.sent_at, listing=row, problem=error)
        row = list_row(told, question, errand.sent_at)
        return Answer(question, errand.sent_at, listing=row, listed=told.calls, totals=told.totals)

    async def _records(self, question: Question, errand: Errand, kept: StoredRecords | None) -> Answer | None:
        day = question.start
        # Taken out meanwhile: after a lost claim two lanes may read one day, and neither may take the other's calls.
        reading = self._readings.pop(day, None)
        if reading is None or not reading.goes_on(day):
            reading = _Reading(day, self._whole_days.since(day, kept, self._clock.wall()))
        try:
            while reading.hour < _HOURS and _midnight(day, reading.hour).timestamp() <= self._clock.wall():
                await self._piece(day, reading, errand)
                if self.no_records is not None:
                    return None
        except BaseException:
            self._readings[day] = reading
            raise
        if reading.since == 0:
            self._whole_days.asked(day, reading.asked_at)
        return _records_answer(question, reading)

    async def _piece(self, day: date, reading: _Reading, errand: Errand) -> None:
        """Ask for the next hours of a day, or learn that they are too many."""
        last = min(reading.hour + self.hours, _HOURS)
        start = _midnight(day, reading.hour)
        end = start + timedelta(hours=last - reading.hour) - _MINUTE
        errand.queue_up()
        try:
            page = await self._client.records(start, end, priority=errand.priority, sent=errand.sent)
        except PbxError as error:
            if isinstance(error, BadCredentials) and error.reason == "not_enabled" and not self._needs_records:
                self.no_records = error
                return
            shorter = _shorter(RECORD_SPANS, last - reading.hour)
            if shorter is None or not wants_less(error):
                raise
            self.hours = min(self.hours, shorter)
            return
        if page.damaged and not page.calls:
            # Not a day without calls: kept as one it would never be asked for again.
            raise BadAnswer("records", "shape")
        reading.asked_at = reading.asked_at or errand.sent_at
        reading.hour = last
        reading.calls += page.calls
        reading.whole = reading.whole and not page.damaged

    def _end_of(self, day: date) -> datetime:
        """The last minute of the day; of one that runs, the minute that runs."""
        now = self._clock.wall()
        if day == pbx_day(now):
            return datetime.fromtimestamp(now, PBX_ZONE)
        return _midnight(day) + timedelta(hours=_HOURS) - _MINUTE


async def keep(answer: Answer, archive: DayArchive, holder: str) -> None:
    """Keep an answer and give up its claim.

    Raises:
        StoreError: The file cannot be written. Keeping it again later is harmless.
    """
    question = answer.question
    if question.kind is QuestionKind.DAYS:
        await archive.put_days(answer.days, question, holder=holder)
    if answer.records is not None:
        await archive.put_records(
            answer.records,
            answer.hours,
            question,
            holder=holder,
            calls=answer.calls,
            since=answer.since,
            whole=answer.whole,
        )
    if answer.listing is not None:
        await archive.put_list(answer.listing, answer.listed, question, holder=holder)
    if answer.totals is not None:
        known = await archive.known(question.start, question.end)
        better = better_figures(known.days.get(question.start), answer.totals, answer.asked_at)
        if better is not None:
            await archive.put_days((better,), question, holder=holder)


def hopeless(error: PbxError) -> bool:
    """Whether asking the same again would bring the same; neither credentials nor limits nor the network are meant."""
    if isinstance(error, BadCredentials | LimitReached):
        return False
    return isinstance(error, Refusal) or wants_less(error)


def wants_less(error: PbxError) -> bool:
    """Whether a smaller question may be answered where this one was not."""
    return error.reason in _TOO_MUCH or (isinstance(error, Refusal) and error.reason in _REFUSED_SPANS)


def _records_answer(question: Question, reading: _Reading) -> Answer:
    day = question.start
    calls = joined_calls(reading.calls)
    first = _Reading(day, reading.since).hour
    hours = record_hours(day, recorded_calls(RecordPage(calls), day))
    return Answer(
        question,
        reading.asked_at,
        # Of a day that ended while its last hours waited in the line not all is known.
        records=StoredRecords(day, reading.asked_at, reading.goes_on(day)),
        calls=calls,
        hours=tuple(count for count in hours if count.hour >= first),
        since=reading.since,
        whole=reading.whole,
    )


def _shorter(spans: tuple[int, ...], tried: int) -> int | None:
    return next((span for span in spans if span < tried), None)


def _midnight(day: date, hour: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=PBX_ZONE)
