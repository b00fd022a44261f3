"""What has still to be asked about the past, and when an answer is for good: pure functions. Asking is `backfill`'s."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, timedelta

from supervisor_gui.clock import PBX_ZONE, pbx_day
from supervisor_gui.history.day_values import Known, Question, QuestionKind, StoredDay, StoredList, StoredRecords
from supervisor_gui.history.wants import RecordsWanted, Wants
from supervisor_gui.netsantral.types_statistics import CallOutcome, DayStatistics

SETTLING = 3600.0
"""Seconds after midnight in which calls of the day before may still end and be counted."""

LONGEST_SPAN = 7
"""Days that the statistics service is asked for at once (docs/protocol.md, Statistics)."""

LIST_PATIENCE = 3.0
"""Lists of a day that runs are refreshed so many times less often than its figures: they cost three requests."""

LIST_ORDER = (CallOutcome.ABANDONED, CallOutcome.ANSWERED, CallOutcome.UNANSWERED)
"""The lists of a day in the order in which they are missed most."""

ONE_DAY = timedelta(days=1)


def final_after(day: date) -> float:
    """Epoch seconds from which on an answer about `day` is final: an hour after the Turkish midnight that ends it.

    A call that runs over midnight is counted on the day on which it began, once it has ended; after that hour none of
    them is expected to run. What was asked for at or after this instant can change no more and is never asked again.
    """
    ended = datetime(day.year, day.month, day.day, tzinfo=PBX_ZONE) + ONE_DAY
    return ended.timestamp() + SETTLING


def is_final(day: date, asked_at: float) -> bool:
    """Whether an answer about `day` that was asked for at `asked_at` (epoch seconds) is final."""
    return asked_at >= final_after(day)


def last_settled(now: float) -> date:
    """The newest day about which an answer is final at `now` (epoch seconds)."""
    return pbx_day(now - SETTLING) - ONE_DAY


def days_between(start: date, end: date) -> Iterator[date]:
    """The days from `start` to `end`, both included; none when the end is before the start."""
    for number in range((end - start).days + 1):
        yield start + timedelta(days=number)


def told_calls(figures: DayStatistics, outcome: CallOutcome) -> int | None:
    """How many calls of `outcome` a day's figures tell of; None if that is not known.

    The PBX leaves figures out, most often those that are 0: one that is missing follows from the other three, and
    several are 0 where the rest leaves nothing for them.
    """
    by_outcome = {
        CallOutcome.ABANDONED: figures.abandoned,
        CallOutcome.ANSWERED: figures.answered,
        CallOutcome.UNANSWERED: figures.unanswered,
    }
    if by_outcome[outcome] is not None:
        return by_outcome[outcome]
    if figures.incoming is None:
        return None
    told = [count for count in by_outcome.values() if count is not None]
    left = figures.incoming - sum(told)
    only_one = len(told) == len(by_outcome) - 1
    return left if left == 0 or (left > 0 and only_one) else None


def plan(
    start: date,
    end: date,
    known: Known,
    now: float,
    *,
    wants: Wants,
    refresh: float | None,
    since: float | None = None,
    longest: int = LONGEST_SPAN,
    alone: Collection[date] = (),
) -> tuple[Question, ...]:
    """The requests that the days from `start` to `end` still need, in asking order: newest first, figures before lists.

    Call records come last; of days that still change, the one with the oldest answer is first.

    Args:
        start, end: The days, both included; days after today are left out.
        known: What is kept of them.
        now: Epoch seconds.
        wants: What is wanted of each day.
        refresh: Ask about days that can still change when their answer is so many seconds old, lists and what
            stands in for them three times as old; None leaves such days out.
        since: Of those days, what was asked before this instant (epoch seconds) is old whatever its age.
        longest: Most days of one question.
        alone: Days that are asked for one by one.
    """
    wanted = _Wanted(known, now, refresh, since)
    newest_first = tuple(reversed(tuple(days_between(start, min(end, pbx_day(now))))))
    figures = [day for day in newest_first if wants.figures and wanted.figures(day)]
    questions = list(_day_questions(figures, longest, frozenset(alone)))
    if wants.lists:
        questions += [
            Question(QuestionKind.LIST, day, day, outcome)
            for day in newest_first
            for outcome in LIST_ORDER
            if wanted.listing(day, outcome)
        ]
    if wants.records is not RecordsWanted.NONE:
        needed = wanted.records if wants.all_records else wanted.counted
        days = sorted(filter(needed, newest_first), key=wanted.turn)
        questions += [Question(QuestionKind.RECORDS, day, day) for day in days]
    return tuple(questions)


def ready(questions: Sequence[Question], known: Known) -> tuple[Question, ...]:
    """Those of `questions` that may be asked now: a list waits for its day's figures, which may tell of none."""
    return tuple(
        question for question in questions if question.kind is not QuestionKind.LIST or question.start in known.days
    )


class _Wanted:
    """What is wanted anew of one day, told what is kept of it."""

    def __init__(self, known: Known, now: float, refresh: float | None, since: float | None) -> None:
        self._known = known
        self._now = now
        self._refresh = refresh
        self._since = since
        self._settled = last_settled(now)

    def figures(self, day: date) -> bool:
        """Whether the day's figures are to be asked for."""
        return self._due(day, self._known.days.get(day), 1.0)

    def listing(self, day: date, outcome: CallOutcome) -> bool:
        """Whether a list of the day is to be asked for."""
        stored = self._known.days.get(day)
        if stored is not None and _tells_of_none(stored, outcome):
            return False
        return self._due(day, self._known.lists.get((day, outcome)), LIST_PATIENCE)

    def records(self, day: date) -> bool:
        """Whether the day's call records are to be asked for, also where only their counts are kept."""
        kept = self._known.records.get(day)
        return self._due(day, None if kept is not None and kept.pruned else kept, 1.0)

    def counted(self, day: date) -> bool:
        """Whether the day's call records are to be counted in the place of a list."""
        rows = (self._known.lists.get((day, outcome)) for outcome in LIST_ORDER)
        if all(row is None or row.listed for row in rows):
            return False
        return self._due(day, self._known.records.get(day), LIST_PATIENCE)

    def turn(self, day: date) -> tuple[bool, float]:
        """A sort key for days whose call records are needed: those that still change first, the oldest answer first.

        By their dates alone the day before would wait behind the day that runs for as long as the PBX is slow.
        """
        kept = self._known.records.get(day)
        if kept is None or kept.final:
            return day <= self._settled, 0.0
        return False, kept.asked_at

    def _due(self, day: date, kept: StoredDay | StoredList | StoredRecords | None, patience: float) -> bool:
        if kept is not None and kept.final:
            return False
        if day <= self._settled:
            return True
        if self._refresh is None:
            return False
        if kept is None or (self._since is not None and kept.asked_at < self._since):
            return True
        # An answer from the future was stamped by a clock that has been put back since.
        return not 0 <= self._now - kept.asked_at < self._refresh * patience


def _tells_of_none(stored: StoredDay, outcome: CallOutcome) -> bool:
    return told_calls(stored.figures, outcome) == 0


def _day_questions(newest_first: Sequence[date], longest: int, alone: frozenset[date]) -> Iterator[Question]:
    """The days as runs within the weeks of the calendar, so that everybody who asks cuts them alike."""
    run: list[date] = []
    for day in newest_first:
        if run and (day in alone or run[0] in alone or _week(day) != _week(run[0]) or (run[0] - day).days >= longest):
            yield Question(QuestionKind.DAYS, run[-1], run[0])
            run = []
        run.append(day)
    if run:
        yield Question(QuestionKind.DAYS, run[-1], run[0])


def _week(day: date) -> tuple[int, int]:
    year, week, _ = day.isocalendar()
    return year, week
