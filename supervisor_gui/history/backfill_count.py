"""How much of the past is there and how much is missing, over all lanes of a backfill: a pure count."""

from collections.abc import Sequence
from typing import Protocol

import msgspec

from supervisor_gui.history.backfill_lane import Span
from supervisor_gui.history.day_values import Question, QuestionKind
from supervisor_gui.history.planner import days_between


class Look(Protocol):
    """What a lane saw when it looked last."""

    @property
    def looked(self) -> Span | None:
        """The days, None when it cares for none."""

    @property
    def left(self) -> tuple[Question, ...]:
        """What was still to be asked of them."""


class Count(msgspec.Struct, frozen=True):
    """The days that somebody wants, how many of them need nothing more, and the questions left, each once."""

    wanted: int
    done: int
    left: tuple[Question, ...]


def counted(looks: Sequence[Look]) -> Count:
    """The looks of several lanes, whose days may be the same, as one count."""
    wanted = {day for look in looks if look.looked is not None for day in days_between(*look.looked)}
    # Each question of one lane stands alone, and there may be a thousand.
    left = looks[0].left if len(looks) == 1 else _distinct({question for look in looks for question in look.left})
    missing = {question.start for question in left}
    missing.update(
        day
        for question in left
        if question.kind is QuestionKind.DAYS
        for day in days_between(question.start, question.end)
    )
    return Count(len(wanted), len(wanted - missing), left)


def _distinct(questions: set[Question]) -> tuple[Question, ...]:
    """The questions without those that are a part of another: lanes cut weeks as they need them."""
    spans = [question for question in questions if question.kind is QuestionKind.DAYS]
    parts = {question for question in spans if any(_within(question, other) for other in spans)}
    return tuple(questions - parts)


def _within(question: Question, other: Question) -> bool:
    return question != other and other.start <= question.start and question.end <= other.end
