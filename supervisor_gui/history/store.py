"""The store's face on the event loop: takes rows without waiting, answers questions. SQL lives on its thread."""

import asyncio
import logging
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from supervisor_gui.clock import Clock
from supervisor_gui.errors import StoreError
from supervisor_gui.history.backlog import BOUND, Backlog, MemoryChange, NameChange, NoteChange, SavedChange
from supervisor_gui.history.faults import Condition, Trouble, words
from supervisor_gui.history.forgotten import ForgottenRows, Sieve
from supervisor_gui.history.glance import kept_text
from supervisor_gui.history.missed_values import CallerNote
from supervisor_gui.history.record_values import SavedRecording
from supervisor_gui.history.retention import USUAL_RETENTION, Retention
from supervisor_gui.i18n import translate
from supervisor_gui.live.ports import AuditRow, DirectoryEntry, MinuteSample, SeenCall, StateInterval

if TYPE_CHECKING:
    from supervisor_gui.history.day_rows import DayRows
    from supervisor_gui.history.dial_rows import DialRows
    from supervisor_gui.history.worker import Worker

log = logging.getLogger(__name__)

T = TypeVar("T")

BATCH = 500
"""This many waiting rows are written at once, fewer after the pace's `flush`."""


class Pace(msgspec.Struct, frozen=True):
    """When the store writes and how long it waits.

    Attributes:
        flush: Seconds from the first waiting row to the write.
        retry: Seconds from a failed try to the next.
        busy: Seconds that a write waits for another program's.
        close: Seconds that the end waits for the file: longer than `busy`, shorter than a user's patience.
        bound: The most rows of each kind that wait in memory.
    """

    flush: float = 1.0
    retry: float = 5.0
    busy: float = 5.0
    close: float = 6.0
    bound: int = BOUND


USUAL_CLOCK = Clock()
USUAL_PACE = Pace()


class Store:
    """History, names, audit and memory of all accounts in one SQLite file. It fills the ports of `live`.

    Rows are taken from the loop's thread at any time, also before `open`; they never block and never raise. Questions
    see every row that was given before them, unless `problem` says that rows wait in memory.
    """

    def __init__(
        self,
        path: Path,
        *,
        report: Callable[[str, BaseException], None],
        changed: Callable[[str], None] = lambda _: None,
        clock: Clock = USUAL_CLOCK,
        pace: Pace = USUAL_PACE,
    ) -> None:
        """Nothing is touched before `open`.

        Args:
            path: The file; its folder exists.
            report: Is told each exception that is our fault.
            changed: Is told the new `problem` on the loop's thread each time it comes or goes.
            clock: Stamps the name of a file that is put aside.
            pace: When to write, how long to wait.
        """
        self._path = path
        self._report = report
        self._changed = changed
        self._clock = clock
        self._pace = pace
        self._backlog = Backlog(pace.bound)
        self._executor = ThreadPoolExecutor(1, "history")
        self._worker: Worker | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._sending: asyncio.Future[None] | None = None
        self._told = Condition()
        self._closed = False
        self.sieve = Sieve()

    @property
    def problem(self) -> str:
        """What is wrong with the file, in words with a hint; empty when nothing is."""
        return words(self._told, self._backlog.lost)

    async def open(self) -> str:
        """Open the file in the store's thread, as the first question does too.

        A file that cannot be used does not stop anything: it is tried again.

        Returns:
            `problem`.
        """
        await self._ask(lambda worker: worker.flush())
        return self.problem

    async def close(self) -> None:
        """Write what waits and close the file. Rows that come later are dropped."""
        if self._closed:
            return
        loop = self._loop = asyncio.get_running_loop()
        self._closed = True
        if self._timer is not None:
            self._timer.cancel()
        ended = True
        if self._worker is not None or self._backlog:
            try:
                async with asyncio.timeout(self._pace.close):
                    await self._submit(loop, lambda worker: worker.close())
            except TimeoutError:
                ended = False
                log.warning("the history file did not close in time")
        # The thread may still be on its way out of telling the loop, which must not end before it. Only a disk that
        # hangs is left alone: it must not keep the process.
        self._executor.shutdown(wait=ended, cancel_futures=True)
        self._note()
        if self._backlog:
            log.warning("%d entries could not be written before the end", len(self._backlog))

    def record(self, rows: Iterable[AuditRow]) -> None:
        """Queue actions for writing."""
        self._backlog.add(AuditRow, rows)
        self._wake()

    def samples(self, rows: Iterable[MinuteSample]) -> None:
        """Queue minute samples; a later one of the same minute and queue wins."""
        self._backlog.add(MinuteSample, rows)
        self._wake()

    def intervals(self, rows: Iterable[StateInterval]) -> None:
        """Queue intervals; the same (account, extension, began) again replaces its end."""
        self._backlog.add(StateInterval, rows)
        self._wake()

    def put_calls(self, rows: Iterable[SeenCall]) -> None:
        """Queue calls that have ended; the same (account, key, at) again replaces the call."""
        self._backlog.add(SeenCall, rows)
        self._wake()

    def put_names(self, account: str, entries: Iterable[DirectoryEntry]) -> None:
        """Queue names; an empty name removes the entry."""
        self._backlog.add(NameChange, (NameChange(account, entry) for entry in entries))
        self._wake()

    def put_memory(self, account: str, key: str, value: object) -> None:
        """Queue a small value to remember for the account.

        Args:
            account: The PBX account.
            key: Its name.
            value: Anything that msgspec writes as JSON, no numbers but those that the user dials; None forgets it.
        """
        text = None if value is None else msgspec.json.encode(value).decode()
        self._backlog.add(MemoryChange, (MemoryChange(account, key, text),))
        self._wake()

    def put_note(self, account: str, note: CallerNote) -> None:
        """Queue a note about a caller; one without text that sets nothing aside removes it."""
        self._backlog.add(NoteChange, (NoteChange(account, note),))
        self._wake()

    def saved(self, file: str, account: str, call: str, numbers: Iterable[str], at: float) -> None:
        """Queue that the recording of a call (its unique id) is kept as `file` within the folder of recordings.

        Args:
            file, account, call, at: As of `SavedRecording`; the same file again replaces what was told of it.
            numbers: Those of the call, as `party_key` writes them: it goes when one of them is forgotten.
        """
        self._backlog.add(SavedChange, (SavedChange(file, account, call, " ".join(numbers), at),))
        self._wake()

    def unsave(self, files: Iterable[str]) -> None:
        """Queue that these files are no more."""
        self._backlog.add(SavedChange, map(SavedChange, files))
        self._wake()

    async def saved_recordings(self) -> tuple[SavedRecording, ...]:
        """The recordings that were saved, of all accounts, oldest first.

        Raises:
            StoreError: The file cannot be read.
        """
        return await self._ask(lambda worker: worker.read(lambda rows: rows.saved_recordings()))

    async def names(self, account: str) -> tuple[DirectoryEntry, ...]:
        """The account's directory by extension.

        Raises:
            StoreError: The file cannot be read.
        """
        return await self._ask(lambda worker: worker.read(lambda rows: rows.names(account)))

    async def audit(self, account: str, limit: int = 500, since: float = 0.0) -> tuple[AuditRow, ...]:
        """At most `limit` actions from `since` (epoch seconds) on, newest first, long numbers masked.

        Raises:
            StoreError: The file cannot be read.
        """
        return await self._ask(lambda worker: worker.read(lambda rows: rows.audit(account, limit, since)))

    async def samples_between(
        self, account: str, begin: float, end: float, queue: str = ""
    ) -> tuple[MinuteSample, ...]:
        """Samples of the minutes that start within begin ≤ t < end (epoch seconds), by minute and queue.

        Raises:
            StoreError: The file cannot be read.
        """
        return await self._ask(lambda worker: worker.read(lambda rows: rows.samples(account, begin, end, queue)))

    async def intervals_between(
        self, account: str, begin: float, end: float, extension: str = ""
    ) -> tuple[StateInterval, ...]:
        """Intervals that touch begin ≤ t < end (epoch seconds), by beginning and extension, long numbers masked.

        Raises:
            StoreError: The file cannot be read.
        """
        return await self._ask(lambda worker: worker.read(lambda rows: rows.intervals(account, begin, end, extension)))

    async def calls_of_extension(
        self, account: str, extension: str, since: float, until: float, limit: int = 200
    ) -> tuple[SeenCall, ...]:
        """At most `limit` calls of `extension` that began within since ≤ t < until (epoch seconds), newest first.

        Raises:
            StoreError: The file cannot be read.
        """
        return await self._ask(
            lambda worker: worker.read(lambda rows: rows.calls_of_extension(account, extension, since, until, limit))
        )

    async def last_call_with(self, account: str, number: str) -> SeenCall | None:
        """The call with `number`, written in any form, that began last; None for none and for a withheld number.

        Raises:
            StoreError: The file cannot be read.
        """
        if not number:
            return None
        return await self._ask(lambda worker: worker.read(lambda rows: rows.last_call_with(account, number)))

    async def get_memory(self, account: str, key: str, kind: type[T]) -> T | None:
        """What `put_memory` kept under `key`; None when nothing is, or something that is no `kind`.

        Before anything else was asked of the store, it is read without loading it.

        Raises:
            StoreError: The file cannot be read.
        """
        if self._worker is None and not self._backlog:
            text = await asyncio.to_thread(kept_text, self._path, account, key)
        else:
            text = await self._ask(lambda worker: worker.read(lambda rows: rows.memory(account, key)))
        try:
            return None if text is None else msgspec.json.decode(text, type=kind)
        except msgspec.DecodeError:
            return None

    async def end_left_open(self, account: str, before: float) -> int:
        """End the intervals begun before an instant (epoch seconds) that a killed program left open.

        They end at the account's last sample. A recorder that ends one of them later replaces this end.

        Returns:
            How many there were.

        Raises:
            StoreError: The file cannot be used.
        """
        return await self._ask(lambda worker: worker.end_left_open(account, before))

    async def prune(self, now: float, retention: Retention = USUAL_RETENTION) -> int:
        """Delete what is older than it may be kept, and old numbers; other questions go between its pieces.

        Args:
            now: Epoch seconds.
            retention: Days for each kind.

        Returns:
            Rows deleted or blanked.

        Raises:
            StoreError: The file cannot be written; the pieces before that stay done.
        """
        removed = 0
        while piece := await self._ask(lambda worker: worker.prune_piece(now, retention)):
            removed += piece
        if removed:
            await self._ask(lambda worker: worker.fold_log())
        return removed

    def use_key(self, key: bytes | None, *, lost: bool = False) -> None:
        """Keep deleted numbers out with this key from now on; None: the keyring does not give it, or `lost` it."""
        self.sieve.use_key(key, lost=lost)

    async def kept_out(self, tails: Collection[str]) -> frozenset[str]:
        """Those of `tails` (`numbers.tail`) that were deleted for good, so that no import may bring them back.

        Raises:
            StoreError: The file cannot be read, or the keyring does not give the key.
        """
        return await self._ask(lambda worker: worker.kept_out(tails))

    async def has_forgotten(self) -> bool:
        """Whether a number was deleted for good, so that the key is needed before calls are stored.

        Raises:
            StoreError: The file cannot be read.
        """
        return await self._ask(lambda worker: worker.has_forgotten())

    async def forget(self, tail: str, key: bytes | None) -> ForgottenRows:
        """Delete everything about a number of all accounts, in the log and in free pages too.

        Args:
            tail: Whose (`live.numbers.tail`).
            key: Keeps it out from now on; None: a later import may bring it back.

        Raises:
            StoreError: Nothing was deleted; why, in words.
        """
        return await self._ask(lambda worker: worker.forget(tail, key))

    async def days(self, job: "Callable[[DayRows], T]") -> T:
        """Do `job` with the rows of days on the store's thread, behind what was asked before; `DayArchive` is its face.

        Raises:
            StoreError: The file cannot be used.
        """
        return await self._ask(lambda worker: worker.days(job))

    async def dial(self, job: "Callable[[DialRows], T]") -> T:
        """The same with the rows of auto-dial lists; `DialArchive` is its face.

        Raises:
            StoreError: The file cannot be used.
        """
        return await self._ask(lambda worker: worker.dial(job))

    async def _ask(self, job: "Callable[[Worker], T]") -> T:
        if self._closed:
            raise StoreError(translate("Store", "The history is not open."))
        loop = self._loop = asyncio.get_running_loop()
        try:
            return await self._submit(loop, job)
        finally:
            self._note()
            self._wake()

    def _submit(self, loop: asyncio.AbstractEventLoop, job: "Callable[[Worker], T]") -> asyncio.Future[T]:
        return asyncio.wrap_future(self._executor.submit(self._in_thread, job), loop=loop)

    def _in_thread(self, job: "Callable[[Worker], T]") -> T:
        if self._worker is None:
            # Costs 0.2 s, so never on the loop's thread.
            from supervisor_gui.history.worker import Worker  # noqa: PLC0415

            self._worker = Worker(self._path, self._backlog, self._clock, self._pace.busy, self.sieve)
        return job(self._worker)

    def _wake(self) -> None:
        """See to it that waiting rows are written, and that a broken file is tried again."""
        if self._loop is None or self._closed or self._sending is not None:
            return
        broken = self._told.trouble is not Trouble.NONE
        if len(self._backlog) >= BATCH and not broken:
            self._send(self._loop)
        elif self._timer is None and (self._backlog or broken):
            delay = self._pace.retry if broken else self._pace.flush
            self._timer = self._loop.call_later(delay, self._send, self._loop)

    def _send(self, loop: asyncio.AbstractEventLoop) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._sending = self._submit(loop, lambda worker: worker.flush())
        self._sending.add_done_callback(self._sent)

    def _sent(self, sending: "asyncio.Future[Any]") -> None:
        self._sending = None
        error = None if sending.cancelled() else sending.exception()
        if error is not None and self._told.trouble is not Trouble.BUG:
            # The thread itself cannot work, as in a broken installation.
            self._told = Condition(Trouble.BUG)
            self._report("history", error)
            self._changed(self.problem)
        self._note()
        self._wake()

    def _note(self) -> None:
        """Tell what the thread found, once each."""
        if self._worker is None:
            return
        bug = self._worker.take_bug()
        if bug is not None:
            self._report("history", bug)
        if self._worker.condition != self._told:
            self._told = self._worker.condition
            self._changed(self.problem)
