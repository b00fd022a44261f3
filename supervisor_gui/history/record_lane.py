"""One thread and one read-only connection on which kept calls are read. It knows no filter and no loop's state."""

import asyncio
import os
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from supervisor_gui.errors import StoreError
from supervisor_gui.history.faults import Condition, NewerFileError, Trouble, details_of, suspicious, trouble_of, words
from supervisor_gui.history.migrations import STEPS, version
from supervisor_gui.paths import read_only_address

if TYPE_CHECKING:
    from supervisor_gui.history.record_queries import RecordQueries

T = TypeVar("T")

PATIENCE = 5.0
"""Seconds to wait for another connection's lock, and at the end for a question that hangs."""

_LOOK_UP = 100_000
"""Steps of SQLite's machine, about two milliseconds, after which it is looked up whether the answer is still wanted."""


class OutdatedError(Exception):
    """Nobody wants the answer any more."""


def _never() -> bool:
    return False


class Lane:
    """Answers one question after the other.

    Between two questions it is in no transaction, so that writers can fold the log and clear free pages.
    """

    def __init__(self, path: Path, account: str, name: str) -> None:
        self._path = path
        self._account = account
        self._executor = ThreadPoolExecutor(1, name)
        self._ended = threading.Event()
        self._outdated: Callable[[], bool] = _never
        self._queries: RecordQueries | None = None
        self._file: sqlite3.Connection | None = None
        self._opened: tuple[int, int] | None = None

    async def ask(self, question: "Callable[[RecordQueries], T]", *, outdated: Callable[[], bool] = _never) -> T:
        """Answer `question` behind those asked before. Who is cancelled while waiting stops it.

        Args:
            question: Is asked on the lane's thread.
            outdated: Whether the answer is no longer wanted; called on the lane's thread.

        Raises:
            OutdatedError: It was no longer wanted, or the lane has ended.
            StoreError: The file cannot be read.
        """
        given_up = threading.Event()

        def stopped() -> bool:
            return given_up.is_set() or self._ended.is_set() or outdated()

        if self._ended.is_set():
            raise OutdatedError
        try:
            return await asyncio.wrap_future(self._executor.submit(self._answer, question, stopped))
        except asyncio.CancelledError:
            given_up.set()
            raise

    async def close(self) -> None:
        """Stop what is asked and close the file."""
        if self._ended.is_set():
            return
        self._ended.set()
        ended = True
        try:
            async with asyncio.timeout(PATIENCE):
                await asyncio.wrap_future(self._executor.submit(self._drop))
        except TimeoutError:
            ended = False
        # Only a disk that hangs is left alone: it must not keep the process.
        self._executor.shutdown(wait=ended, cancel_futures=True)

    def _answer(self, question: "Callable[[RecordQueries], T]", stopped: Callable[[], bool]) -> T:
        self._outdated = stopped
        try:
            return self._attempt(question)
        except NewerFileError as error:
            self._drop()
            raise StoreError(words(Condition(Trouble.NEWER, newer=error.newer)), details=details_of(error)) from error
        except (sqlite3.Error, OSError) as error:
            trouble = trouble_of(error)
            if trouble is Trouble.BUG:
                raise
            raise StoreError(words(Condition(trouble)), details=details_of(error)) from error
        finally:
            self._outdated = _never

    def _attempt(self, question: "Callable[[RecordQueries], T]") -> T:
        """Ask, and once more of the file opened anew: it may have been put aside, or another one put in its place."""
        for last in (False, True):
            if self._outdated():
                raise OutdatedError
            try:
                return question(self._open())
            except (sqlite3.Error, OSError) as error:
                if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                    raise OutdatedError from error
                self._drop()
                if last or (trouble_of(error) is Trouble.BUG and not suspicious(error)):
                    raise
        raise AssertionError

    def _open(self) -> "RecordQueries":
        told = os.stat(self._path)  # noqa: PTH116  (a tenth of Path.stat's time, before each question)
        there = (told.st_dev, told.st_ino)
        if self._queries is not None and there == self._opened:
            return self._queries
        self._drop()
        # With SQLAlchemy, so never on the loop's thread.
        from supervisor_gui.history.record_queries import RecordQueries  # noqa: PLC0415

        where = read_only_address(self._path.absolute())
        self._file = sqlite3.connect(where, timeout=PATIENCE, uri=True, isolation_level=None)
        # What SQLite sorts are customers' numbers: they must not lie in files of their own.
        self._file.execute("PRAGMA temp_store = MEMORY")
        self._refuse_newer(self._file)
        self._file.set_progress_handler(self._stops, _LOOK_UP)
        self._queries = RecordQueries(self._file, self._account)
        self._opened = there
        return self._queries

    def _refuse_newer(self, file: sqlite3.Connection) -> None:
        from supervisor_gui.history.database import newer_file  # noqa: PLC0415  as above

        have = version(file)
        if have > len(STEPS):
            raise newer_file(file, self._path.name, have, len(STEPS))

    def _stops(self) -> bool:
        return self._outdated()

    def _drop(self) -> None:
        file, self._file, self._queries = self._file, None, None
        if file is not None:
            with suppress(sqlite3.Error):  # it is given up anyway
                file.close()
