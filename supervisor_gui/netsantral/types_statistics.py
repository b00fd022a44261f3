"""Statistics of incoming calls as the PBX counts them, as frozen values. Our own counts are not here."""

import enum
from datetime import date, datetime

import msgspec


class CallOutcome(enum.Enum):
    """How an incoming call ended; the calls of a day are listed by it."""

    ABANDONED = "abandoned"
    UNANSWERED = "unanswered"
    ANSWERED = "answered"


class DayStatistics(msgspec.Struct, frozen=True):
    """One day's incoming calls. Times are seconds; what the PBX did not tell is None.

    Attributes:
        day: The day, in Turkish time.
        incoming: Calls that came in.
        answered: Those an agent took.
        unanswered: Those nobody took.
        abandoned: Those whose caller left first.
        talk_seconds: Conversation in all.
        wait_seconds: Waiting in all.
        longest_wait: The longest wait.
        average_wait: Mean wait, rounded by the PBX.
        average_talk: Mean conversation, rounded by the PBX.
    """

    day: date
    incoming: int | None = None
    answered: int | None = None
    unanswered: int | None = None
    abandoned: int | None = None
    talk_seconds: int | None = None
    wait_seconds: int | None = None
    longest_wait: int | None = None
    average_wait: int | None = None
    average_talk: int | None = None


class Statistics(msgspec.Struct, frozen=True):
    """Days in order; `damaged` counts days without a date and figures that could not be read."""

    days: tuple[DayStatistics, ...] = ()
    damaged: int = 0


class ListedCall(msgspec.Struct, frozen=True):
    """One call of a day's list: unique id as received, instant, number as received, seconds or None if not told."""

    call: str
    at: datetime
    number: str
    talk_seconds: int | None = None
    wait_seconds: int | None = None


class DayCalls(msgspec.Struct, frozen=True):
    """A day's calls of one outcome.

    Attributes:
        calls: The calls in order of time.
        damaged: Rows and figures that could not be read.
        totals: The day's figures, when the PBX gave them instead of a list or beside it.
    """

    calls: tuple[ListedCall, ...] = ()
    damaged: int = 0
    totals: DayStatistics | None = None
