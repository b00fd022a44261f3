"""Who is asking what about the past just now: programs on one file, and lanes within one, ask each question once.

A claim is a row with an end; whoever waits renews it, so that a killed program's goes by itself. It knows no tasks and
sends nothing; what came of the questions is kept by `day_rows`.
"""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, delete, insert, literal, select, union_all, update

from supervisor_gui.history.claimant import Claimant
from supervisor_gui.history.database import transaction
from supervisor_gui.history.day_values import Question, QuestionKind
from supervisor_gui.history.schema import asking, record_days, statistics_days, statistics_lists


class _Stretch(msgspec.Struct, frozen=True):
    """The days of a claim, as ordinals, with what is asked about them."""

    kind: str
    outcome: str
    first: int
    last: int

    def touches(self, other: "_Stretch") -> bool:
        """Whether both ask the same about the same day."""
        same = (self.kind, self.outcome) == (other.kind, other.outcome)
        return same and self.first <= other.last and other.first <= self.last


class Claims:
    """The claims in one open file, for the thread that opened it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def claim(self, account: str, candidates: Sequence[Question], claimant: Claimant) -> Question | None:
        """Claim what is left of the first candidate that nobody else asks or has answered."""
        if not candidates:
            return None
        with transaction(self._connection):
            self._connection.execute(delete(asking).where(asking.c.account == account, ~_live(claimant)))
            taken = self._taken(account, claimant)
            for question in self._left(account, candidates, claimant):
                stretch = _stretch(question)
                if not any(stretch.touches(other) for other in taken):
                    self._write(account, stretch, claimant)
                    return question
        return None

    def claimed_by_others(self, account: str, candidates: Sequence[Question], claimant: Claimant) -> bool:
        """Whether another holder is asking any of the candidates just now."""
        try:
            taken = self._taken(account, claimant)
        finally:
            self._connection.rollback()
        return any(_stretch(question).touches(other) for question in candidates for other in taken)

    def renew(self, account: str, question: Question, claimant: Claimant) -> bool:
        """Let the claim end a lease from now; False when it is no longer the holder's."""
        renewing = update(asking).where(_mine(account, question, claimant.holder)).values(until=claimant.until)
        with transaction(self._connection):
            return self._connection.execute(renewing).rowcount > 0

    def release(self, account: str, question: Question, holder: str) -> None:
        """Give the claim up; nothing when it is no longer the holder's."""
        with transaction(self._connection):
            release_within(self._connection, account, question, holder)

    def release_all(self, account: str, holder: str) -> None:
        """Give up whatever the holder claims."""
        with transaction(self._connection):
            self._connection.execute(delete(asking).where(asking.c.account == account, asking.c.holder == holder))

    def _taken(self, account: str, claimant: Claimant) -> tuple[_Stretch, ...]:
        columns = asking.c
        query = select(*(columns[name] for name in _Stretch.__struct_fields__)).where(
            columns.account == account, columns.holder != claimant.holder, _live(claimant)
        )
        return tuple(_Stretch(*row) for row in self._connection.execute(query))

    def _left(self, account: str, candidates: Sequence[Question], claimant: Claimant) -> Iterator[Question]:
        """The candidates cut to the days from the first to the last that is still to be asked; none of those done."""
        done = self._done(account, candidates, claimant)
        for question in candidates:
            stretch = _stretch(question)
            days = range(stretch.first, stretch.last + 1)
            left = [day for day in days if (stretch.kind, stretch.outcome, day) not in done]
            if left:
                start, end = date.fromordinal(left[0]), date.fromordinal(left[-1])
                yield msgspec.structs.replace(question, start=start, end=end)

    def _done(
        self, account: str, candidates: Sequence[Question], claimant: Claimant
    ) -> frozenset[tuple[str, str, int]]:
        start, end = min(each.start for each in candidates), max(each.end for each in candidates)
        kinds = (
            (QuestionKind.DAYS, literal(""), statistics_days, statistics_days.c.final),
            (QuestionKind.LIST, statistics_lists.c.outcome, statistics_lists, statistics_lists.c.final),
            (QuestionKind.RECORDS, literal(""), record_days, record_days.c.final & ~record_days.c.pruned),
        )
        query = union_all(
            *(
                select(literal(kind.value), outcome, table.c.day, table.c.asked_at, final).where(
                    table.c.account == account, table.c.day.between(start.toordinal(), end.toordinal())
                )
                for kind, outcome, table, final in kinds
            )
        )
        return frozenset(
            (kind, outcome, day)
            for kind, outcome, day, asked_at, final in self._connection.execute(query)
            if claimant.needs_no_more(asked_at, final=final)
        )

    def _write(self, account: str, stretch: _Stretch, claimant: Claimant) -> None:
        """A holder asks one thing after the other: a new claim takes the place of its own that reach into it."""
        columns = asking.c
        own = and_(columns.account == account, columns.holder == claimant.holder, columns.kind == stretch.kind)
        reaching = and_(columns.first <= stretch.last, columns.last >= stretch.first)
        self._connection.execute(delete(asking).where(own, columns.outcome == stretch.outcome, reaching))
        made = {"account": account, "holder": claimant.holder, "until": claimant.until}
        self._connection.execute(insert(asking), made | msgspec.structs.asdict(stretch))


def release_within(connection: Connection, account: str, question: Question, holder: str) -> None:
    """Give the claim up inside a transaction that is not its own."""
    connection.execute(delete(asking).where(_mine(account, question, holder)))


def _stretch(question: Question) -> _Stretch:
    outcome = question.outcome.value if question.outcome is not None else ""
    return _Stretch(question.kind.value, outcome, question.start.toordinal(), question.end.toordinal())


def _live(claimant: Claimant) -> ColumnElement[bool]:
    return and_(asking.c.until > claimant.now, asking.c.until <= claimant.horizon)


def _mine(account: str, question: Question, holder: str) -> ColumnElement[bool]:
    columns = asking.c
    same = (columns[name] == value for name, value in msgspec.structs.asdict(_stretch(question)).items())
    return and_(columns.account == account, columns.holder == holder, *same)
