"""Reads and writes what is kept of auto-dial lists, for one open file. What the values mean is `autodial.values`.

Numbers lie here in the form of requests (`national_number`), those on the do-not-call list as they were given.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    tuple_,
    update,
)

from supervisor_gui.autodial.values import (
    BlockedNumber,
    JobState,
    KeptList,
    RowOutcome,
    RowState,
    UploadJob,
    UploadRow,
)
from supervisor_gui.history.database import one_moment, transaction
from supervisor_gui.history.forgotten import Sieve
from supervisor_gui.history.record_folding import storable
from supervisor_gui.history.schema import dial_jobs, dial_lists, dial_rows, do_not_call
from supervisor_gui.history.statements import execute_each, upsert
from supervisor_gui.live.numbers import tail
from supervisor_gui.netsantral.names import national_number
from supervisor_gui.netsantral.types_autodial import Consent, LimitRule, ListNumber, StopRule

_STATES = {state.value: state for state in RowState}
_IN_OR_COMING = (RowState.WAITING, RowState.UNDERWAY, RowState.SENT, RowState.UNKNOWN)
"""States of numbers that a list has, or may have soon."""

_OURS = ("cancelled", "do_not_call", "deleted", "twice")
"""Why we ourselves refuse a number, for good."""

_JOB = tuple(dial_jobs.c[name] for name in UploadJob.__struct_fields__[:8])
"""The fields behind these are counts of its rows."""

_KEPT = tuple(dial_lists.c[name] for name in KeptList.__struct_fields__)
_BLOCKED = tuple(do_not_call.c[name] for name in BlockedNumber.__struct_fields__)
_OF = dial_rows.c
_KEY = (_OF.job, _OF.place)

_SETTLE = (
    update(dial_rows)
    .where(_OF.job == bindparam("of"), _OF.place == bindparam("which"))
    .values(state=bindparam("now"), why=bindparam("because"), at=bindparam("since"), absent_at=bindparam("absent"))
)
_AMONG = "SELECT tail FROM do_not_call WHERE tail IN (SELECT value FROM json_each(?))"
_UNBLOCK = "DELETE FROM do_not_call WHERE tail IN (SELECT value FROM json_each(?))"


class DialRows:
    """What is kept of auto-dial lists in one open file, for the thread that opened it.

    What a method does is told in `autodial.ports.ListStore`.
    """

    def __init__(self, connection: Connection, sieve: Sieve) -> None:
        self._connection = connection
        self._sieve = sieve

    def begin(self, account: str, new: UploadJob, numbers: Sequence[ListNumber]) -> UploadJob:
        """Keep `new`, which has no id yet, with its numbers waiting.

        Raises:
            StoreError: Nobody can tell which numbers were deleted for good.
        """
        rows = [_new_row(place, number, new.made_at) for place, number in enumerate(numbers)]
        tails = [tail(row["number"]) for row in rows]
        told = {column.name: getattr(new, column.name) for column in _JOB[1:]}
        told = _clean(told | {"account": account, "state": new.state.value})
        with self._on_disk():
            gone = self._sieve.kept_out(self._connection, tails)
            job = self._connection.execute(insert(dial_jobs).values(told).returning(dial_jobs.c.id)).scalar_one()
            for row, key in zip(rows, tails, strict=True):
                row["job"] = job
                if key in gone:
                    row.update(number="", name="", state=RowState.REFUSED.value, why="deleted")
            execute_each(self._connection, insert(dial_rows), rows)
        refused = sum(key in gone for key in tails)
        return msgspec.structs.replace(new, id=job, waiting=len(rows) - refused, refused=refused)

    def jobs(self, account: str) -> tuple[UploadJob, ...]:
        """All uploads, newest first."""
        return self._jobs(dial_jobs.c.account == account)

    def job(self, account: str, job: int) -> UploadJob | None:
        """One of them."""
        return next(iter(self._jobs((dial_jobs.c.account == account) & (dial_jobs.c.id == job))), None)

    def set_job(self, account: str, job: int, told: Mapping[str, str]) -> None:
        """Change columns of an upload."""
        with transaction(self._connection):
            self._set_jobs(account, dial_jobs.c.id == job, told)

    def take(self, account: str, job: int, most: int, at: float) -> tuple[UploadRow, ...]:
        """The first waiting numbers, noted as on their way."""
        waiting = self._of_job(account, job) & (_OF.state == RowState.WAITING.value)
        first = _keys(self._of_job(account, job), [RowState.WAITING]).order_by(_OF.place).limit(most)
        found = select(dial_rows).where(tuple_(*_KEY).in_(first)).order_by(_OF.place)
        with self._on_disk():
            rows = tuple(map(_row, self._connection.execute(found).all()))
            if rows:
                taken = update(dial_rows).where(waiting, _OF.place <= rows[-1].place)
                self._connection.execute(taken.values(state=RowState.UNDERWAY.value, at=at, absent_at=0.0))
        return tuple(msgspec.structs.replace(row, state=RowState.UNDERWAY, at=at, absent_at=0.0) for row in rows)

    def settle(self, account: str, job: int, outcomes: Sequence[RowOutcome], at: float) -> None:
        """Note what became of numbers."""
        rows = [_settled(job, outcome, at) for outcome in outcomes]
        with transaction(self._connection):
            execute_each(self._connection, _SETTLE.where(self._of_job(account, job)), rows)

    def give_up(self, account: str, job: int, at: float) -> None:
        """Cancel an upload and what waits of it."""
        waiting = self._of_job(account, job) & (_OF.state == RowState.WAITING.value)
        refused = {"state": RowState.REFUSED.value, "why": "cancelled", "at": at}
        with transaction(self._connection):
            self._connection.execute(update(dial_rows).where(waiting).values(refused))
            self._set_jobs(account, dial_jobs.c.id == job, _job_told(JobState.CANCELLED))

    def drop(self, account: str, job: int) -> None:
        """Delete an upload and its rows."""
        with transaction(self._connection):
            self._connection.execute(delete(dial_rows).where(self._of_job(account, job)))
            self._connection.execute(delete(dial_jobs).where(dial_jobs.c.id == job, dial_jobs.c.account == account))

    def interrupted(self, account: str, at: float) -> int:
        """Tell what nobody works at any more."""
        state = dial_jobs.c.state
        underway = _OF.job.in_(_jobs_of(account)) & (_OF.state == RowState.UNDERWAY.value)
        unknown = {"state": RowState.UNKNOWN.value, "at": at, "absent_at": 0.0}
        with transaction(self._connection):
            became = self._connection.execute(update(dial_rows).where(underway).values(unknown)).rowcount
            self._set_jobs(account, state == JobState.RUNNING.value, _job_told(JobState.PAUSED, "interrupted"))
            self._set_jobs(account, state == JobState.CREATING.value, {"state": JobState.CREATE_UNKNOWN.value})
        return became

    def listed(self, account: str, list_id: str, numbers: frozenset[str], asked_at: float, *, whole: bool) -> bool:
        """Settle unknown numbers by a report; True when anything changed."""
        unknown = self._rows(_jobs_of(account, dial_jobs.c.list_id == list_id), [RowState.UNKNOWN])
        changes = [
            _settled(row.job, RowOutcome(row.place, RowState.SENT), asked_at)
            for row in unknown
            if row.number in numbers
        ]
        if whole:
            changes += [
                _settled(row.job, RowOutcome(row.place, RowState.UNKNOWN, row.why), row.at, asked_at)
                for row in unknown
                if row.number not in numbers and row.at < asked_at and not row.absent_at
            ]
        # Most reports change nothing, and need not wait for another program that writes.
        if changes:
            with transaction(self._connection):
                execute_each(self._connection, _SETTLE.where(_OF.state == RowState.UNKNOWN.value), changes)
        return bool(changes)

    def again(self, account: str, job: int, at: float) -> int:
        """Let wait anew what did not arrive."""
        lost = (_OF.state == RowState.UNKNOWN.value) & (_OF.absent_at > 0.0)
        refused = (_OF.state == RowState.REFUSED.value) & _OF.why.not_in(_OURS)
        anew = update(dial_rows).where(self._of_job(account, job), or_(lost, refused))
        twice = {"state": RowState.REFUSED.value, "why": "twice", "at": at, "absent_at": 0.0}
        waiting = {"state": RowState.WAITING.value, "why": "", "at": at, "absent_at": 0.0}
        with transaction(self._connection):
            self._connection.execute(anew.where(_OF.number.in_(_brought_by_others(account, job))).values(twice))
            count = self._connection.execute(anew.values(waiting)).rowcount
            if count:
                self._set_jobs(account, dial_jobs.c.id == job, _job_told(JobState.RUNNING))
        return count

    def rows(self, account: str, list_id: str, states: Collection[RowState]) -> tuple[UploadRow, ...]:
        """The numbers on their way to a list."""
        return self._rows(_jobs_of(account, dial_jobs.c.list_id == list_id), states)

    def rows_of(self, account: str, job: int) -> tuple[UploadRow, ...]:
        """The numbers of one upload."""
        return self._rows(_jobs_of(account, dial_jobs.c.id == job))

    def keep_list(self, account: str, kept: KeptList) -> None:
        """Keep how a list was made."""
        told = msgspec.structs.asdict(kept) | {
            "account": account,
            "limit_rule": kept.limit_rule.value,
            "stop_rule": kept.stop_rule.value,
            "consent": kept.consent.value,
            "groups": msgspec.json.encode([storable(group) for group in kept.groups]).decode(),
        }
        with transaction(self._connection):
            self._connection.execute(_KEEP_LIST, _clean(told))

    def kept_lists(self, account: str) -> tuple[KeptList, ...]:
        """How lists were made."""
        with one_moment(self._connection):
            found = self._connection.execute(select(*_KEPT).where(dial_lists.c.account == account)).all()
        return tuple(map(_kept_list, found))

    def blocked(self) -> tuple[BlockedNumber, ...]:
        """The do-not-call list, newest first."""
        newest = select(*_BLOCKED).order_by(do_not_call.c.at.desc(), do_not_call.c.tail)
        with one_moment(self._connection):
            return tuple(BlockedNumber(*told) for told in self._connection.execute(newest))

    def blocked_among(self, tails: Collection[str]) -> frozenset[str]:
        """Those on the do-not-call list, and those that are known to have been deleted for good."""
        with one_moment(self._connection):
            listed = frozenset(self._connection.exec_driver_sql(_AMONG, (_json(tails),)).scalars())
            return listed | self._sieve.known_out(self._connection, tails)

    def block(self, numbers: Sequence[BlockedNumber]) -> int:
        """Put numbers on the do-not-call list, but those that are known to have been deleted for good."""
        with transaction(self._connection):
            gone = self._sieve.known_out(self._connection, {number.tail for number in numbers})
            before = self._count_blocked()
            taken = [msgspec.structs.asdict(number) for number in numbers if number.tail not in gone]
            execute_each(self._connection, _BLOCK, list(map(_clean, taken)))
            return self._count_blocked() - before

    def unblock(self, tails: Collection[str]) -> int:
        """Take numbers off it."""
        with transaction(self._connection):
            return self._connection.exec_driver_sql(_UNBLOCK, (_json(tails),)).rowcount

    @contextmanager
    def _on_disk(self) -> Iterator[None]:
        """A transaction that also outlasts a power failure: what is sent next must never be taken for unsent."""
        self._connection.exec_driver_sql("PRAGMA synchronous = FULL")
        try:
            with transaction(self._connection):
                yield
        finally:
            self._connection.exec_driver_sql("PRAGMA synchronous = NORMAL")

    def _jobs(self, which: ColumnElement[bool]) -> tuple[UploadJob, ...]:
        ours = _OF.job.in_(select(dial_jobs.c.id).where(which))
        by_state = select(_OF.job, _OF.state, func.count()).where(ours).group_by(_OF.job, _OF.state)
        absent = tuple_(*_KEY).in_(_keys(ours, [RowState.UNKNOWN])) & (_OF.absent_at > 0.0)
        lost = select(_OF.job, func.count()).where(absent).group_by(_OF.job)
        counts: defaultdict[int, dict[str, int]] = defaultdict(dict)
        with one_moment(self._connection):
            found = self._connection.execute(select(*_JOB).where(which).order_by(dial_jobs.c.id.desc())).all()
            for job, state, count in self._connection.execute(by_state):
                counts[job][state] = count
            for job, count in self._connection.execute(lost):
                counts[job]["absent"] = count
        return tuple(_job(row, counts[row.id]) for row in found)

    def _set_jobs(self, account: str, which: ColumnElement[bool], told: Mapping[str, str]) -> None:
        self._connection.execute(update(dial_jobs).where(dial_jobs.c.account == account, which).values(_clean(told)))

    def _rows(self, jobs: Select[tuple[int]], states: Collection[RowState] = ()) -> tuple[UploadRow, ...]:
        wanted = _OF.job.in_(jobs)
        if states:
            wanted = tuple_(*_KEY).in_(_keys(wanted, states))
        with one_moment(self._connection):
            found = self._connection.execute(select(dial_rows).where(wanted).order_by(*_KEY)).all()
        return tuple(map(_row, found))

    def _of_job(self, account: str, job: int) -> ColumnElement[bool]:
        return _OF.job.in_(_jobs_of(account, dial_jobs.c.id == job))

    def _count_blocked(self) -> int:
        return self._connection.scalar(select(func.count()).select_from(do_not_call)) or 0


def _keys(which: ColumnElement[bool], states: Collection[RowState]) -> Select[tuple[int, int]]:
    """Rows by state, found in the index of states: SQLite would rather read all rows of an upload."""
    return select(*_KEY).where(which, _OF.state.in_([state.value for state in states]))


def _jobs_of(account: str, *which: ColumnElement[bool]) -> Select[tuple[int]]:
    return select(dial_jobs.c.id).where(dial_jobs.c.account == account, *which)


def _brought_by_others(account: str, job: int) -> Select[tuple[str]]:
    """The numbers that other uploads have brought to the list of this one, or may bring."""
    here, rows = dial_jobs.alias(), dial_rows.alias().c
    same_list = dial_jobs.c.list_id == select(here.c.list_id).where(here.c.id == job).scalar_subquery()
    others = _jobs_of(account, same_list, dial_jobs.c.id != job)
    return select(rows.number).where(rows.job.in_(others), rows.state.in_([state.value for state in _IN_OR_COMING]))


def _job_told(state: JobState, why: str = "") -> Mapping[str, str]:
    return {"state": state.value, "why": why, "words": ""}


def _new_row(place: int, number: ListNumber, at: float) -> dict[str, Any]:
    return {
        "place": place,
        "number": national_number(number.number),
        "name": storable(number.name),
        "active": number.active,
        "call_at": 0.0 if number.call_at is None else number.call_at.timestamp(),
        "trunk": storable(number.trunk),
        "state": RowState.WAITING.value,
        "why": "",
        "at": at,
        "absent_at": 0.0,
    }


def _settled(job: int, outcome: RowOutcome, since: float, absent: float = 0.0) -> dict[str, Any]:
    told = {"now": outcome.state.value, "because": storable(outcome.why), "since": since, "absent": absent}
    return {"of": job, "which": outcome.place, **told}


def _job(told: Row[Any], counts: Mapping[str, int]) -> UploadJob:
    return UploadJob(**told._asdict() | {"state": JobState(told.state), **counts})


def _row(told: Sequence[Any]) -> UploadRow:
    job, place, number, name, active, call_at, trunk, state, why, at, absent_at = told
    return UploadRow(job, place, number, name, active, call_at, trunk, _STATES[state], why, at, absent_at)


def _kept_list(told: Row[Any]) -> KeptList:
    read = {
        "limit_rule": LimitRule(told.limit_rule),
        "stop_rule": StopRule(told.stop_rule),
        "consent": Consent(told.consent),
        "groups": msgspec.json.decode(told.groups, type=tuple[str, ...]),
    }
    return KeptList(**told._asdict() | read)


def _clean(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: storable(value) if isinstance(value, str) else value for name, value in row.items()}


def _json(tails: Collection[str]) -> str:
    return msgspec.json.encode(list(tails)).decode()


_KEEP_LIST, _BLOCK = map(upsert, (dial_lists, do_not_call))
