"""What is kept of one account's days, as questions on the event loop. SQL is `day_rows`'s, on the store's thread."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import msgspec

from supervisor_gui.clock import pbx_day, pbx_midnight_of
from supervisor_gui.history.claimant import Claimant
from supervisor_gui.history.day_values import (
    Counting,
    DayRecords,
    Known,
    Past,
    Question,
    RecordHour,
    StoredDay,
    StoredList,
    StoredRecords,
)
from supervisor_gui.history.retention import Retention
from supervisor_gui.history.store import Store
from supervisor_gui.netsantral.types_records import CallRecord
from supervisor_gui.netsantral.types_statistics import CallOutcome, ListedCall


class DayArchive:
    """The PBX's days of one account: their figures, lists of calls and call records, and who is asking.

    Each method raises StoreError when the file cannot be used. What one of them changes is stored whole or not at all.
    Days are the PBX's (Turkish time), instants are epoch seconds.
    """

    def __init__(self, store: Store, account: str, retention: Callable[[], Retention] = Retention) -> None:
        """Nothing is read yet.

        Args:
            store: The file of all accounts.
            account: Whose days.
            retention: Tells how many days old a call may be so that its number is kept at all.
        """
        self._store = store
        self._account = account
        self._retention = retention

    async def past(self, start: date, end: date, *, threshold: int, short: int, by_hour: bool = True) -> Past:
        """Everything kept about the days from `start` to `end`, as of one moment.

        Args:
            start, end: The days, both included.
            threshold: Seconds up to which a wait counts as in time.
            short: Seconds up to which a wait counts as short.
            by_hour: Whether listed calls are counted for each hour; for each day it is much less to read.
        """
        counting = Counting(threshold, short, by_hour)
        return await self._store.days(lambda rows: rows.past(self._account, start, end, counting))

    async def known(self, start: date, end: date) -> Known:
        """What of the days from `start` to `end` is kept, without the calls, as of one moment."""
        return await self._store.days(lambda rows: rows.known(self._account, start, end))

    async def calls(
        self, start: date, end: date, outcome: CallOutcome | None = None
    ) -> tuple[tuple[CallOutcome, ListedCall], ...]:
        """The listed calls of the days, of one outcome or all, in order of time; old ones have no number any more."""
        return await self._store.days(lambda rows: rows.calls(self._account, start, end, outcome))

    async def claim(
        self, candidates: Sequence[Question], *, holder: str, now: float, lease: float, planned_at: float
    ) -> Question | None:
        """Claim the first question that nobody else is asking and that needs asking since it was planned.

        Args:
            candidates: In the order of wish.
            holder: Unique among all programs and their lanes.
            now: Epoch seconds.
            lease: Seconds until the claim ends, unless renewed.
            planned_at: Epoch seconds of what `candidates` were planned from; what was asked for later is left out.

        Returns:
            The question to ask, to give back with the answer. One about several days is cut to those from the first to
            the last that still needs asking. None when nothing is left, or others are asking it.
        """
        claimant = Claimant(holder, now, lease, planned_at)
        return await self._store.days(lambda rows: rows.claims.claim(self._account, candidates, claimant))

    async def claimed_by_others(self, candidates: Sequence[Question], *, holder: str, now: float, lease: float) -> bool:
        """Whether another holder is asking any day of the candidates just now: its answer is worth waiting for."""
        claimant = Claimant(holder, now, lease)
        return await self._store.days(lambda rows: rows.claims.claimed_by_others(self._account, candidates, claimant))

    async def renew(self, question: Question, *, holder: str, now: float, lease: float) -> bool:
        """Let the claim last a `lease` from `now`; False when it is no longer the holder's, who must not ask then."""
        claimant = Claimant(holder, now, lease)
        return await self._store.days(lambda rows: rows.claims.renew(self._account, question, claimant))

    async def release(self, question: Question, *, holder: str) -> None:
        """Give the claim up without an answer; nothing when it is no longer the holder's."""
        await self._store.days(lambda rows: rows.claims.release(self._account, question, holder))

    async def release_all(self, *, holder: str) -> None:
        """Give up whatever the holder claims, also what it asked to claim just now and was not told of any more."""
        await self._store.days(lambda rows: rows.claims.release_all(self._account, holder))

    async def put_days(self, rows: Sequence[StoredDay], question: Question, *, holder: str) -> None:
        """Keep days' figures and give up the claim. A final row stays where the new one is not final."""
        await self._store.days(lambda kept: kept.put_days(self._account, rows, question, holder))

    async def put_list(self, row: StoredList, calls: Sequence[ListedCall], question: Question, *, holder: str) -> None:
        """Keep a day's calls of one outcome in the place of those kept before, and give up the claim.

        A final list stays where the new one is not final. How many calls are kept is counted, whatever `row` says.
        Calls that were too old when they were asked for and those of forgotten numbers are kept without numbers.
        """
        if row.day < pbx_day(row.asked_at) - timedelta(days=self._retention().records):
            calls = [msgspec.structs.replace(call, number="") for call in calls]
        await self._store.days(lambda kept: kept.put_list(self._account, row, calls, question, holder))

    async def put_records(
        self,
        row: StoredRecords,
        hours: Sequence[RecordHour],
        question: Question,
        *,
        holder: str,
        calls: Sequence[CallRecord] = (),
        since: float = 0.0,
        whole: bool = True,
    ) -> None:
        """Keep a day's call records and their counts in the place of those before, and give up the claim.

        Final ones stay where the new ones are not final. Calls that began before the days that are kept are left out,
        and so are those with a number that was forgotten. Raises StoreError also when the key that tells such numbers
        is missing: nothing is stored then.

        Args:
            row: That the day is kept.
            hours: Its counts; those of hours before `since` are not looked at.
            question: What was asked.
            holder: Who claimed it.
            calls: The answer's.
            whole: Whether every row of the answer could be read; else calls that it does not tell of stay.
            since: Epoch seconds of the Turkish hour from which on was asked; what is kept of the day before it stays.
                0 for the whole day.
        """
        oldest = pbx_midnight_of(pbx_day(row.asked_at) - timedelta(days=self._retention().records))
        told = DayRecords(row, hours, calls, since, oldest, whole)
        await self._store.days(lambda kept: kept.put_records(self._account, told, question, holder))
