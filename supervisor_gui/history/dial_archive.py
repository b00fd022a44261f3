"""What is kept of auto-dial lists, as questions on the event loop. SQL is `dial_rows`'s, on the store's thread."""

from collections.abc import Collection, Sequence

from supervisor_gui.autodial.values import (
    BlockedNumber,
    JobState,
    KeptList,
    RowOutcome,
    RowState,
    UploadJob,
    UploadRow,
)
from supervisor_gui.history.store import Store
from supervisor_gui.netsantral.types_autodial import ListNumber


class DialArchive:
    """One account's uploads and made lists, and everybody's do-not-call list. It fills `autodial.ports.ListStore`.

    Each method raises StoreError when the file cannot be used. What one of them changes is stored whole or not at all.
    """

    def __init__(self, store: Store, account: str) -> None:
        """Nothing is read yet.

        Args:
            store: The file of all accounts.
            account: Whose lists.
        """
        self._store = store
        self._account = account

    async def begin(
        self,
        numbers: Sequence[ListNumber],
        *,
        list_id: str,
        list_name: str,
        who: str,
        at: float,
        state: JobState,
        why: str = "",
    ) -> UploadJob:
        """Keep a new upload with all its numbers waiting, in their order.

        One that was deleted for good takes its place without number and name, REFUSED ("deleted"). Raises StoreError
        also when the key that tells such numbers is missing: nothing is stored then.
        """
        new = UploadJob(0, list_id, list_name, at, who, state, why)
        return await self._store.dial(lambda rows: rows.begin(self._account, new, numbers))

    async def jobs(self) -> tuple[UploadJob, ...]:
        """All uploads that are kept, newest first, with their counts."""
        return await self._store.dial(lambda rows: rows.jobs(self._account))

    async def job(self, job: int) -> UploadJob | None:
        """One of them."""
        return await self._store.dial(lambda rows: rows.job(self._account, job))

    async def set_job(
        self, job: int, state: JobState, *, why: str = "", words: str = "", list_id: str | None = None
    ) -> None:
        """Change what an upload is doing; its list's id is kept when None."""
        told = {"state": state.value, "why": why, "words": words}
        if list_id is not None:
            told["list_id"] = list_id
        await self._store.dial(lambda rows: rows.set_job(self._account, job, told))

    async def take(self, job: int, most: int, *, at: float) -> tuple[UploadRow, ...]:
        """The first waiting numbers, at most `most`, in their order, noted as UNDERWAY in the same step."""
        return await self._store.dial(lambda rows: rows.take(self._account, job, most, at))

    async def settle(self, job: int, outcomes: Sequence[RowOutcome], *, at: float) -> None:
        """Note what became of numbers."""
        await self._store.dial(lambda rows: rows.settle(self._account, job, outcomes, at))

    async def give_up(self, job: int, *, at: float) -> None:
        """Cancel an upload: what waits is REFUSED ("cancelled"), the upload CANCELLED."""
        await self._store.dial(lambda rows: rows.give_up(self._account, job, at))

    async def drop(self, job: int) -> None:
        """Forget an upload with its numbers: nothing of it arrived."""
        await self._store.dial(lambda rows: rows.drop(self._account, job))

    async def interrupted(self, *, at: float) -> int:
        """After a program that may have been killed: UNDERWAY becomes UNKNOWN, RUNNING becomes PAUSED
        ("interrupted"), CREATING becomes CREATE_UNKNOWN. Returns how many numbers became unknown.
        """
        return await self._store.dial(lambda rows: rows.interrupted(self._account, at))

    async def listed(self, list_id: str, numbers: Collection[str], *, asked_at: float, whole: bool) -> bool:
        """A report of a list lists these numbers (`national_number`).

        UNKNOWN numbers that it lists become SENT. Those that were unknown before `asked_at` and that a `whole` report
        does not list get `absent_at`, of the first such report. Returns whether anything changed.
        """
        listed = frozenset(numbers)
        return await self._store.dial(lambda rows: rows.listed(self._account, list_id, listed, asked_at, whole=whole))

    async def again(self, job: int, *, at: float) -> int:
        """Let wait anew: UNKNOWN numbers with `absent_at`, and REFUSED ones that the PBX refused. Those that another
        upload has brought to the list meanwhile are REFUSED ("twice"). Returns how many wait; the upload RUNNING again
        when there are any.
        """
        return await self._store.dial(lambda rows: rows.again(self._account, job, at))

    async def rows(self, list_id: str, states: Collection[RowState] = ()) -> tuple[UploadRow, ...]:
        """The numbers on their way to a list, of all its uploads, oldest upload first; of these states, or all."""
        return await self._store.dial(lambda rows: rows.rows(self._account, list_id, states))

    async def rows_of(self, job: int) -> tuple[UploadRow, ...]:
        """The numbers of one upload, in their order."""
        return await self._store.dial(lambda rows: rows.rows_of(self._account, job))

    async def keep_list(self, kept: KeptList) -> None:
        """Keep how a list was made."""
        await self._store.dial(lambda rows: rows.keep_list(self._account, kept))

    async def kept_lists(self) -> tuple[KeptList, ...]:
        """How lists were made."""
        return await self._store.dial(lambda rows: rows.kept_lists(self._account))

    async def blocked(self) -> tuple[BlockedNumber, ...]:
        """The do-not-call list, newest first."""
        return await self._store.dial(lambda rows: rows.blocked())

    async def blocked_among(self, tails: Collection[str]) -> frozenset[str]:
        """Those of `tails` that stand on the do-not-call list or were deleted for good.

        While the key that tells deleted numbers is missing, only the do-not-call list counts.
        """
        return await self._store.dial(lambda rows: rows.blocked_among(tails))

    async def block(self, numbers: Sequence[BlockedNumber]) -> int:
        """Put numbers on the do-not-call list; the same tail again replaces. Returns how many are new.

        Numbers that were deleted for good are left out: they are blocked without being written down.
        """
        return await self._store.dial(lambda rows: rows.block(numbers))

    async def unblock(self, tails: Collection[str]) -> int:
        """Take numbers off it. Returns how many stood there."""
        return await self._store.dial(lambda rows: rows.unblock(tails))
