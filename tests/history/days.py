"""Days, lists and questions for the tests of the archive, each with everything but the point of the test filled in."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.day_values import Question, QuestionKind, RecordHour, StoredDay, StoredList, StoredRecords
from supervisor_gui.netsantral.types_statistics import CallOutcome, DayStatistics, ListedCall

DAY = date(2026, 11, 2)
ASKED = datetime(2026, 11, 20, 12, tzinfo=PBX_ZONE).timestamp()
ME, OTHER_HOLDER = "me", "somebody else"
LEASE = 20.0


def later(days: int, day: date = DAY) -> date:
    """So many days after `day`."""
    return day + timedelta(days=days)


def figures(day: date, incoming: int = 4, *, asked_at: float = ASKED, final: bool = True) -> StoredDay:
    """A day of so many calls, all answered, without mean values."""
    told = DayStatistics(day, incoming, incoming, 0, 0, talk_seconds=90 * incoming, wait_seconds=10, longest_wait=9)
    return StoredDay(told, asked_at, final)


def call(
    at: datetime | str, wait: int | None = 10, talk: int | None = 60, *, number: str = "05550001122"
) -> ListedCall:
    """A call at an instant, or at a time of day of `DAY`."""
    moment = datetime.fromisoformat(f"{DAY}T{at}+03:00") if isinstance(at, str) else at
    return ListedCall(f"sip3-{moment.timestamp():.0f}.7", moment, number, talk, wait)


def list_row(
    outcome: CallOutcome = CallOutcome.ANSWERED,
    day: date = DAY,
    *,
    calls: int = 0,
    asked_at: float = ASKED,
    final: bool = True,
    listed: bool = True,
) -> StoredList:
    """That a list of so many calls is kept."""
    return StoredList(day, outcome, asked_at, final, listed, calls, damaged=1)


def about_days(start: date, end: date | None = None) -> Question:
    """A question for figures."""
    return Question(QuestionKind.DAYS, start, end or start)


def about_list(outcome: CallOutcome = CallOutcome.ANSWERED, day: date = DAY) -> Question:
    """A question for a list."""
    return Question(QuestionKind.LIST, day, day, outcome)


def about_records(day: date = DAY) -> Question:
    """A question for call records."""
    return Question(QuestionKind.RECORDS, day, day)


async def keep_days(archive: DayArchive, *rows: StoredDay) -> None:
    """Keep figures as if they had just come."""
    days = [row.figures.day for row in rows]
    await archive.put_days(rows, about_days(min(days), max(days)), holder=ME)


async def keep_list(archive: DayArchive, calls: Sequence[ListedCall], row: StoredList) -> StoredList:
    """Keep a list as if it had just come."""
    await archive.put_list(row, calls, about_list(row.outcome, row.day), holder=ME)
    return row


async def keep_records(archive: DayArchive, row: StoredRecords, *hours: RecordHour) -> None:
    """Keep counts of records as if they had just come."""
    await archive.put_records(row, hours, about_records(row.day), holder=ME)


async def claim(
    archive: DayArchive, *candidates: Question, holder: str = ME, now: float = ASKED, planned_at: float = ASKED
) -> Question | None:
    """Claim the first of the candidates that can be."""
    return await archive.claim(candidates, holder=holder, now=now, lease=LEASE, planned_at=planned_at)
