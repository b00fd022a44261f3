"""What is counted for a bar, an hour, a minute or a period, as frozen values. How they are counted is beside them."""

from datetime import date

import msgspec

from supervisor_gui.reports.values import Estimate


class Figures(msgspec.Struct, frozen=True):
    """The incoming calls of some days in a row; what is unknown is None (docs/metrics.md, Statistics).

    Attributes:
        start, end: The days, both included.
        days: How many days that is.
        known: Of how many the PBX's figures are kept.
        listed: Of how many the lists of answered and of abandoned calls are kept, so that each call can be judged.
        told: Of how many the number of incoming calls is known.
        untold: Of how many kept days the number of incoming or of abandoned calls is not known.
        incoming, answered, unanswered, abandoned: Calls.
        short: Abandoned calls within the short limit; None without their lists.
        service: Share of calls answered in time.
        answer_wait: Mean wait of answered calls, seconds.
        abandon_rate: Share of abandoned calls, short ones left out where they are known.
        answer_rate: Share of answered calls.
        average_wait: Mean wait of all callers, seconds.
        average_talk: Mean conversation, seconds.
        longest_wait: Seconds.
    """

    start: date
    end: date
    days: int
    known: int = 0
    listed: int = 0
    told: int = 0
    untold: int = 0
    incoming: int | None = None
    answered: int | None = None
    unanswered: int | None = None
    abandoned: int | None = None
    short: int | None = None
    service: Estimate | None = None
    answer_wait: Estimate | None = None
    abandon_rate: Estimate | None = None
    answer_rate: float | None = None
    average_wait: float | None = None
    average_talk: float | None = None
    longest_wait: int | None = None


class SlotFigures(msgspec.Struct, frozen=True):
    """Incoming calls of one hour of the day, or one weekday, over a period.

    Attributes:
        slot: Hour 0–23, or weekday 0 (Monday) – 6.
        days: Days of the period that count into it and whose calls are known; 0 makes every figure None.
        answered, unanswered, abandoned: Calls in all. Out of call records `unanswered` holds everybody nobody answered
            and `abandoned` is None.
        service, answer_wait: As of `Figures`; None out of call records.
    """

    slot: int
    days: int
    answered: int | None = None
    unanswered: int | None = None
    abandoned: int | None = None
    service: Estimate | None = None
    answer_wait: Estimate | None = None


class MinuteFigures(msgspec.Struct, frozen=True):
    """One minute of one day: `minute` is 0–1439 of the Turkish day; None where nothing was seen."""

    minute: int
    waiting: int | None = None
    longest: int | None = None
    idle: int | None = None
    ringing: int | None = None
    talking: int | None = None
    paused: int | None = None


class StateTotal(msgspec.Struct, frozen=True):
    """How long one agent was in one state, for breaks in one reason, within what is shown.

    Attributes:
        extension, state, reason: Which.
        seconds: How long in all.
        times: How many stretches.
        exact: False when a stretch began before it was seen, so that it may have been longer.
    """

    extension: str
    state: str
    reason: str
    seconds: float
    times: int
    exact: bool = True
