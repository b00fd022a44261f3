"""What is kept of days that are over or under way, and what may be asked about them, as frozen values. No SQL here."""

import enum
import math
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from supervisor_gui.netsantral.types_records import CallRecord
from supervisor_gui.netsantral.types_statistics import CallOutcome, DayStatistics


class StoredDay(msgspec.Struct, frozen=True):
    """A day's figures as the PBX told them.

    Attributes:
        figures: The figures; `incoming` is 0 and nothing else is known for a day of which the PBX says it has none.
        asked_at: Epoch seconds of the question.
        final: Nothing can change any more, so it is never asked again (docs/metrics.md, Final days).
    """

    figures: DayStatistics
    asked_at: float
    final: bool


class StoredList(msgspec.Struct, frozen=True):
    """That the calls of one outcome of a day are kept; the calls themselves are asked for separately.

    Attributes:
        day, outcome: Which.
        asked_at: Epoch seconds of the question.
        final: As of `StoredDay`.
        listed: False when the PBX gave the day's figures in the place of a list: there are no calls then.
        calls: How many are kept.
        damaged: Rows and figures of the answer that could not be read.
    """

    day: date
    outcome: CallOutcome
    asked_at: float
    final: bool
    listed: bool
    calls: int = 0
    damaged: int = 0


class StoredRecords(msgspec.Struct, frozen=True):
    """That the call records of a day were asked for, its incoming calls counted by hour.

    Attributes:
        day: Which.
        asked_at: Epoch seconds of the question.
        final: As of `StoredDay`.
        pruned: The counts are kept, the calls are not any more: where they may be kept longer now, they have to come
            once more.
    """

    day: date
    asked_at: float
    final: bool
    pruned: bool = False


class RecordHour(msgspec.Struct, frozen=True):
    """Incoming calls of one hour of one day out of the call records: answered ones, and those that nobody answered."""

    day: date
    hour: int
    answered: int
    missed: int


class DayRecords(msgspec.Struct, frozen=True):
    """What is to be kept of the call records of a day.

    Attributes:
        row: That they are kept.
        hours: The counts of their hours.
        calls: The records themselves.
        since: Epoch seconds of the Turkish hour from which on all this is told; before it what was kept stays. 0: the
            whole day.
        oldest: Epoch seconds; calls that began before are not stored.
        whole: Whether every row of the answer could be read; else calls that it does not tell of stay.
    """

    row: StoredRecords
    hours: Sequence[RecordHour] = ()
    calls: Sequence[CallRecord] = ()
    since: float = 0.0
    oldest: float = -math.inf
    whole: bool = True


class Counting(msgspec.Struct, frozen=True):
    """How listed calls are counted: waits up to how many seconds are in time, and short; whether for each hour."""

    threshold: int
    short: int
    by_hour: bool = True


class HourCount(msgspec.Struct, frozen=True):
    """Listed calls of one outcome that began within one hour of one day, or on all of it (Turkish time).

    Attributes:
        day, hour, outcome: Which; the hour is 0–23, None for the whole day.
        calls: How many.
        waits: How many of them tell their wait.
        wait_seconds, longest_wait: Sum and most of those waits, in seconds.
        in_time: Waits within the threshold that was asked for.
        short: Waits within the short-abandon limit that was asked for.
        talks: How many tell their conversation.
        talk_seconds: Sum of those, in seconds.
    """

    day: date
    hour: int | None
    outcome: CallOutcome
    calls: int
    waits: int
    wait_seconds: int
    longest_wait: int
    in_time: int
    short: int
    talks: int
    talk_seconds: int


class Past(msgspec.Struct, frozen=True):
    """Everything kept about some days, each tuple in order of day (and hour).

    Attributes:
        start, end: The days that were asked for, both included.
        days: Figures.
        lists: Which lists are there.
        hours: The listed calls counted by hour, or by day where nobody asked for hours.
        records: Which days were counted out of call records.
        record_hours: Those counts.
    """

    start: date
    end: date
    days: tuple[StoredDay, ...] = ()
    lists: tuple[StoredList, ...] = ()
    hours: tuple[HourCount, ...] = ()
    records: tuple[StoredRecords, ...] = ()
    record_hours: tuple[RecordHour, ...] = ()


class QuestionKind(enum.Enum):
    """What a request about the past asks for."""

    DAYS = "days"
    LIST = "list"
    RECORDS = "records"


class Question(msgspec.Struct, frozen=True):
    """One request about the past.

    Attributes:
        kind: What is asked.
        start, end: The days, both included; one and the same for LIST and RECORDS, at most seven for DAYS.
        outcome: Of a LIST.
    """

    kind: QuestionKind
    start: date
    end: date
    outcome: CallOutcome | None = None

    @property
    def days(self) -> int:
        """How many days it is about."""
        return (self.end - self.start).days + 1


class Known(msgspec.Struct, frozen=True):
    """What needs not be asked, or not yet: what is kept of some days."""

    days: Mapping[date, StoredDay]
    lists: Mapping[tuple[date, CallOutcome], StoredList]
    records: Mapping[date, StoredRecords]
