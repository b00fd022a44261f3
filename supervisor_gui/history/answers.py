"""Answers of the PBX about past days as rows to be kept: pure functions. Keeping them is `day_archive`'s."""

from collections.abc import Iterable
from datetime import date

import msgspec

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.history.day_values import Question, QuestionKind, RecordHour, StoredDay, StoredList
from supervisor_gui.history.planner import days_between, is_final
from supervisor_gui.netsantral.types_records import CallRecord, Direction, RecordPage
from supervisor_gui.netsantral.types_statistics import CallOutcome, DayCalls, DayStatistics, Statistics

_INCOMING = frozenset({Direction.INCOMING, Direction.MISSED})


class SettledDays(msgspec.Struct, frozen=True):
    """What an answer about days tells.

    Attributes:
        rows: The days that it settles, in order.
        unclear: Days that it does not tell of though a part of it could not be read or was about other days: they are
            not known to be without calls and have to be asked for alone, or, asked for alone, again.
    """

    rows: tuple[StoredDay, ...]
    unclear: tuple[date, ...] = ()


class CountedCall(msgspec.Struct, frozen=True):
    """An incoming call out of the records: its id, the hour (0–23) in which it began, and whether anybody answered."""

    call: str
    hour: int
    answered: bool


def day_rows(answer: Statistics, question: Question, asked_at: float) -> SettledDays:
    """The rows of a DAYS question's answer.

    A day that the answer does not tell of is one without calls; when something of the answer could not be read that is
    not certain, and such a day is `unclear`, as one of which no figure could be read. Of a day that is told of more
    than once the figures are joined: one that is told once counts, of different ones the later. Days that were not
    asked for are dropped.

    Args:
        answer: The PBX's.
        question: What was asked.
        asked_at: Epoch seconds of the question.
    """
    told: dict[date, DayStatistics] = {}
    strays = 0
    for figures in answer.days:
        if question.start <= figures.day <= question.end:
            earlier = told.get(figures.day)
            told[figures.day] = figures if earlier is None else joined(earlier, figures)
        else:
            strays += 1
    certain = answer.damaged == 0 and strays == 0
    rows, unclear = [], []
    for day in days_between(question.start, question.end):
        figures_of = told.get(day)
        if not certain and figures_of in {None, DayStatistics(day)}:
            unclear.append(day)
            continue
        rows.append(StoredDay(figures_of or DayStatistics(day, incoming=0), asked_at, is_final(day, asked_at)))
    return SettledDays(tuple(rows), tuple(unclear))


def joined(earlier: DayStatistics, later: DayStatistics) -> DayStatistics:
    """Two blocks of one day as one: what `later` does not tell is taken from `earlier`."""
    told = {name: value for name, value in msgspec.structs.asdict(later).items() if value is not None}
    return msgspec.structs.replace(earlier, **told)


def list_row(answer: DayCalls, question: Question, asked_at: float) -> StoredList:
    """The row of a LIST question's answer; its calls are the answer's own.

    The day's figures in the place of a list make it one that the PBX does not give. A list that does not fit the day's
    figures is kept as it is.
    """
    listed = bool(answer.calls) or answer.totals is None
    return StoredList(
        day=question.start,
        outcome=outcome_of(question),
        asked_at=asked_at,
        final=is_final(question.start, asked_at),
        listed=listed,
        calls=len(answer.calls),
        damaged=answer.damaged,
    )


def no_list_row(question: Question, asked_at: float) -> StoredList:
    """The row for a list that the PBX gives but nobody can read: it is too long."""
    final = is_final(question.start, asked_at)
    return StoredList(question.start, outcome_of(question), asked_at, final, listed=False)


def outcome_of(question: Question) -> CallOutcome:
    """The outcome of a LIST question.

    Raises:
        ValueError: It asks for no list.
    """
    if question.kind is not QuestionKind.LIST or question.outcome is None:
        raise ValueError("not a question for a list")
    return question.outcome


def better_figures(kept: StoredDay | None, totals: DayStatistics, asked_at: float) -> StoredDay | None:
    """The row of a day when figures that came with a list tell more than what is kept; None when they do not.

    Final figures are only completed, never replaced; figures of two moments of a day that runs are not mixed.
    """
    new = StoredDay(totals, asked_at, is_final(totals.day, asked_at))
    if kept is None:
        return new
    if kept.final and new.final:
        complete = joined(totals, kept.figures)
        return None if complete == kept.figures else msgspec.structs.replace(kept, figures=complete)
    replaces = new.final and not kept.final and told_figures(totals) >= told_figures(kept.figures)
    return new if replaces else None


def told_figures(figures: DayStatistics) -> int:
    """How many of a day's figures are known."""
    return sum(value is not None for value in msgspec.structs.asdict(figures).values())


def joined_calls(told: Iterable[CallRecord]) -> tuple[CallRecord, ...]:
    """The calls of several answers, each once with the legs that any of them tells of, in the order in which they came.

    The answers are about one day: an id stands for one call.
    """
    by_id: dict[str, CallRecord] = {}
    for call in told:
        earlier = by_id.get(call.call)
        by_id[call.call] = call if earlier is None else _with_legs(earlier, call)
    return tuple(by_id.values())


def recorded_calls(page: RecordPage, day: date) -> tuple[CountedCall, ...]:
    """The incoming calls among the records that began on `day` (Turkish time).

    A call is incoming when its first leg of a known kind is; one leg that was answered makes it answered.
    """
    return tuple(call for record in page.calls if (call := _incoming(record, day)) is not None)


def record_hours(day: date, calls: Iterable[CountedCall]) -> tuple[RecordHour, ...]:
    """The hours of `day` in which calls came in; the same call told twice is one, answered if either says so."""
    by_id: dict[str, CountedCall] = {}
    for call in calls:
        earlier = by_id.get(call.call)
        by_id[call.call] = earlier if earlier is not None and earlier.answered else call
    counts: dict[int, list[int]] = {}
    for call in by_id.values():
        counts.setdefault(call.hour, [0, 0])[0 if call.answered else 1] += 1
    return tuple(RecordHour(day, hour, answered, missed) for hour, (answered, missed) in sorted(counts.items()))


def _with_legs(earlier: CallRecord, later: CallRecord) -> CallRecord:
    further = tuple(leg for leg in later.legs if leg not in earlier.legs)
    return CallRecord(earlier.call, earlier.legs + further)


def _incoming(record: CallRecord, day: date) -> CountedCall | None:
    known = [leg for leg in record.legs if leg.direction is not Direction.OTHER]
    if not known or known[0].direction not in _INCOMING:
        return None
    began = record.legs[0].at.astimezone(PBX_ZONE)
    if began.date() != day:
        return None
    return CountedCall(record.call, began.hour, any(leg.direction is Direction.INCOMING for leg in known))
