"""What auto-dial lists ask of a store: a protocol that `history` implements. No storage here."""

from collections.abc import Collection, Sequence
from typing import Protocol

from supervisor_gui.autodial.values import (
    BlockedNumber,
    JobState,
    KeptList,
    RowOutcome,
    RowState,
    UploadJob,
    UploadRow,
)
from supervisor_gui.netsantral.types_autodial import ListNumber


class ListStore(Protocol):
    """Uploads, made lists and the do-not-call list. Each method raises StoreError when the file cannot be used.

    What one call changes is stored whole or not at all, before it returns. All but the do-not-call list is one
    account's.
    """

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
        """Keep a new upload with all its numbers waiting, in their order."""

    async def jobs(self) -> tuple[UploadJob, ...]:
        """All uploads that are kept, newest first, with their counts."""

    async def job(self, job: int) -> UploadJob | None:
        """One of them."""

    async def set_job(
        self, job: int, state: JobState, *, why: str = "", words: str = "", list_id: str | None = None
    ) -> None:
        """Change what an upload is doing; its list's id is kept when None."""

    async def take(self, job: int, most: int, *, at: float) -> tuple[UploadRow, ...]:
        """The first waiting numbers, at most `most`, in their order, noted as UNDERWAY in the same step."""

    async def settle(self, job: int, outcomes: Sequence[RowOutcome], *, at: float) -> None:
        """Note what became of numbers."""

    async def give_up(self, job: int, *, at: float) -> None:
        """Cancel an upload: what waits is REFUSED ("cancelled"), the upload CANCELLED."""

    async def drop(self, job: int) -> None:
        """Forget an upload with its numbers: nothing of it arrived."""

    async def interrupted(self, *, at: float) -> int:
        """After a program that may have been killed: UNDERWAY becomes UNKNOWN, RUNNING becomes PAUSED
        ("interrupted"), CREATING becomes CREATE_UNKNOWN. Returns how many numbers became unknown."""

    async def listed(self, list_id: str, numbers: Collection[str], *, asked_at: float, whole: bool) -> bool:
        """A report of a list lists these numbers (`national_number`).

        UNKNOWN numbers that it lists become SENT, so do SENT ones stay; those sent before `asked_at` that a `whole`
        report does not list get `absent_at`. Returns whether anything changed.
        """

    async def again(self, job: int, *, at: float) -> int:
        """Let wait anew: UNKNOWN numbers with `absent_at`, and REFUSED ones that the PBX refused. Those that another
        upload has brought to the list meanwhile are REFUSED ("twice"). Returns how many wait; the upload RUNNING again
        when there are any."""

    async def rows(self, list_id: str, states: Collection[RowState] = ()) -> tuple[UploadRow, ...]:
        """The numbers on their way to a list, of all its uploads, oldest upload first; of these states, or all."""

    async def rows_of(self, job: int) -> tuple[UploadRow, ...]:
        """The numbers of one upload, in their order."""

    async def keep_list(self, kept: KeptList) -> None:
        """Keep how a list was made."""

    async def kept_lists(self) -> tuple[KeptList, ...]:
        """How lists were made."""

    async def blocked(self) -> tuple[BlockedNumber, ...]:
        """The do-not-call list, newest first."""

    async def blocked_among(self, tails: Collection[str]) -> frozenset[str]:
        """Those of `tails` that stand on the do-not-call list or were deleted for good."""

    async def block(self, numbers: Sequence[BlockedNumber]) -> int:
        """Put numbers on the do-not-call list; the same tail again replaces. Returns how many are new."""

    async def unblock(self, tails: Collection[str]) -> int:
        """Take numbers off it. Returns how many stood there."""
