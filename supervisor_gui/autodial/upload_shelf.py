"""The uploads as the store has them, and everybody who wants to see them. It sends nothing.

Each step that changes an upload is taken under `lock`, so that a wish of the user and an answer never cross.
"""

import asyncio
import logging
import math
from collections.abc import Callable, Iterable, Sequence

import msgspec

from supervisor_gui.autodial.ports import ListStore
from supervisor_gui.autodial.values import JobState, KeptList, RowOutcome, RowState, UploadJob, UploadRow
from supervisor_gui.clock import Clock
from supervisor_gui.errors import StoreError
from supervisor_gui.live.watchers import Watchers
from supervisor_gui.netsantral.types_autodial import ListNumber

log = logging.getLogger(__name__)

TakeJobs = Callable[[tuple[UploadJob, ...]], None]


class UploadShelf:
    """All uploads, newest first.

    Attributes:
        lock: Held while an upload is changed.
    """

    def __init__(self, store: ListStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._jobs: dict[int, UploadJob] = {}
        self._unkept: dict[int, list[RowOutcome]] = {}
        self._stuck: set[int] = set()
        self._ended: dict[int, float] = {}
        # A shelf that was never read belongs to a program beside the one that sends: no report settles anything there.
        self._loaded_at = math.inf
        self._subscribers: Watchers[TakeJobs] = Watchers()
        self.lock = asyncio.Lock()

    @property
    def jobs(self) -> tuple[UploadJob, ...]:
        """Every upload as it is shown: what the store could not keep pauses it."""
        return tuple(self._shown(self._jobs[number]) for number in sorted(self._jobs, reverse=True))

    def find(self, number: int) -> UploadJob | None:
        """One of them."""
        job = self._jobs.get(number)
        return None if job is None else self._shown(job)

    def subscribe(self, take: TakeJobs) -> Callable[[], None]:
        """Call `take` after each change; the result ends that."""
        return self._subscribers.add(take)

    async def load(self) -> None:
        """Read every upload; what an earlier run left unanswered becomes unknown."""
        self._loaded_at = self._clock.wall()
        await self._store.interrupted(at=self._loaded_at)
        self._jobs = {job.id: job for job in await self._store.jobs()}
        self._tell()

    async def begin(
        self, numbers: Sequence[ListNumber], *, list_id: str, list_name: str, who: str, state: JobState, why: str = ""
    ) -> UploadJob:
        """Keep a new upload."""
        now = self._clock.wall()
        job = await self._store.begin(
            numbers, list_id=list_id, list_name=list_name, who=who, at=now, state=state, why=why
        )
        self._jobs[job.id] = job
        self._tell()
        return job

    async def take(self, number: int, most: int) -> tuple[UploadRow, ...]:
        """The next numbers, on record as being sent; none while earlier outcomes cannot be kept."""
        await self._keep(number)
        rows = await self._store.take(number, most, at=self._clock.wall())
        try:
            await self.refresh(number)
        except StoreError:
            self.put_back(number, rows)
            raise
        return rows

    def put_back(self, number: int, rows: Iterable[UploadRow]) -> None:
        """Numbers that were taken and not sent wait again, from the upload's next step on."""
        self._unkept.setdefault(number, []).extend(RowOutcome(row.place, RowState.WAITING) for row in rows)

    async def settle(self, number: int, outcomes: Iterable[RowOutcome]) -> UploadJob | None:
        """Keep what became of numbers and see the upload as it stands; what waits of a cancelled one is given up.

        Outcomes that the store does not take are kept with the next step of the upload.
        """
        self._unkept.setdefault(number, []).extend(outcomes)
        await self._keep(number)
        job = await self._store.job(number)
        if job is not None and job.state is JobState.CANCELLED and job.waiting:
            await self._store.give_up(number, at=self._clock.wall())
        return await self.refresh(number)

    async def move(
        self, number: int, state: JobState, *, why: str = "", words: str = "", list_id: str | None = None
    ) -> UploadJob | None:
        """Change what an upload is doing."""
        await self._store.set_job(number, state, why=why, words=words, list_id=list_id)
        return await self.refresh(number)

    async def give_up(self, number: int) -> UploadJob | None:
        """Cancel an upload."""
        await self._store.give_up(number, at=self._clock.wall())
        return await self.refresh(number)

    async def again(self, number: int) -> UploadJob | None:
        """Let what did not arrive wait anew."""
        await self._store.again(number, at=self._clock.wall())
        return await self.refresh(number)

    async def listed(self, list_id: str, numbers: frozenset[str], *, asked_at: float, whole: bool) -> None:
        """Settle what a report lists."""
        if not await self._store.listed(list_id, numbers, asked_at=asked_at, whole=whole):
            return
        for number in [job.id for job in self._jobs.values() if job.list_id == list_id]:
            await self.refresh(number)

    async def keep_list(self, kept: KeptList) -> None:
        """Keep how a list was made."""
        await self._store.keep_list(kept)

    async def claimed(self) -> frozenset[str]:
        """Ids of lists that are known to have been made here or to get numbers from here."""
        kept = await self._store.kept_lists()
        return frozenset({one.list_id for one in kept} | {job.list_id for job in self._jobs.values()})

    async def doubt_all(self, number: int) -> None:
        """What is underway of an upload becomes unknown."""
        rows = await self._store.rows_of(number)
        places = [row.place for row in rows if row.state is RowState.UNDERWAY]
        await self.settle(number, [RowOutcome(place, RowState.UNKNOWN) for place in places])

    async def refresh(self, number: int) -> UploadJob | None:
        """Read one upload again."""
        job = await self._store.job(number)
        if job is None:
            self._jobs.pop(number, None)
        else:
            self._jobs[number] = job
        self._tell()
        return job

    def stick(self, number: int) -> None:
        """The store did not take a step: the upload pauses until `free`."""
        self._stuck.add(number)
        self._tell()

    def free(self, number: int) -> UploadJob | None:
        """Try again with the store; the upload as the store last told it."""
        self._stuck.discard(number)
        return self._jobs.get(number)

    def ended(self, number: int) -> None:
        """A request of an upload has surely come to its end."""
        self._ended[number] = self._clock.wall()

    def quiet_since(self, list_id: str) -> float:
        """Epoch seconds from which on no number was sent to a list."""
        ends = (self.ended_at(job.id) for job in self._jobs.values() if job.list_id == list_id)
        return max(ends, default=self._loaded_at)

    def ended_at(self, number: int) -> float:
        """Epoch seconds at which an upload's last request had surely ended."""
        return self._ended.get(number, self._loaded_at)

    async def _keep(self, number: int) -> None:
        outcomes = self._unkept.get(number)
        if outcomes:
            await self._store.settle(number, outcomes, at=self._clock.wall())
        self._unkept.pop(number, None)

    def _shown(self, job: UploadJob) -> UploadJob:
        if job.id not in self._stuck or job.over:
            return job
        return msgspec.structs.replace(job, state=JobState.PAUSED, why="store")

    def _tell(self) -> None:
        jobs = self.jobs
        for take in self._subscribers:
            try:
                take(jobs)
            except Exception:  # one broken view must not hold up an upload
                log.exception("a subscriber of uploads failed")
