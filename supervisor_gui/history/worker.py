"""The store's work on its own thread: opens, writes, reads, mends what went wrong. It knows no event loop."""

import logging
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from supervisor_gui.clock import Clock
from supervisor_gui.errors import StoreError
from supervisor_gui.history.backlog import Backlog
from supervisor_gui.history.database import close_database, fold_log, open_database
from supervisor_gui.history.day_rows import DayRows
from supervisor_gui.history.dial_rows import DialRows
from supervisor_gui.history.faults import (
    Condition,
    Newer,
    NewerFileError,
    Trouble,
    details_of,
    suspicious,
    trouble_of,
    words,
)
from supervisor_gui.history.forget_rows import forget
from supervisor_gui.history.forgotten import ForgottenRows, Sieve, any_forgotten
from supervisor_gui.history.queries import Queries
from supervisor_gui.history.retention import Retention
from supervisor_gui.history.upkeep import end_left_open, prune_piece
from supervisor_gui.history.writing import write

log = logging.getLogger(__name__)

T = TypeVar("T")


class Worker:
    """Owns the only connection. Every method runs on the store's thread but `take_bug`, by which the loop looks in.

    After any failure the connection is dropped and the next try opens the file anew: whatever was wrong with it
    (rights, a full disk, a folder that came back, another program's fresh file) is then seen as it is.

    Attributes:
        condition: How the file stands, which the loop reads as well.
        bug: An exception of ours that nobody has been told yet.
    """

    def __init__(self, path: Path, backlog: Backlog, clock: Clock, busy: float, sieve: Sieve) -> None:
        self._path = path
        self._backlog = backlog
        self._clock = clock
        self._busy = busy
        self._sieve = sieve
        self._connection: Connection | None = None
        self._suspect = False
        self.condition = Condition()
        self.bug: BaseException | None = None

    def flush(self) -> None:
        """Write everything that waits; what the file does not take stays. Never raises."""
        batch = self._backlog.take()
        try:
            unstorable = self._attempt(lambda connection: write(connection, batch, self._sieve))
        except StoreError:
            self._backlog.put_back(batch)
            return
        self.bug = unstorable or self.bug
        self._mended()

    def read(self, query: Callable[[Queries], T]) -> T:
        """Answer `query`, what was queued before it in the file unless there is trouble.

        Raises:
            StoreError: The file cannot be read.
        """
        return self._behind(lambda connection: query(Queries(connection)))

    def days(self, job: Callable[[DayRows], T]) -> T:
        """Do `job` with the rows of days, which it may read or change.

        Raises:
            StoreError: The file cannot be used; what one call of `DayRows` changes is stored whole or not at all.
        """
        return self._attempt(lambda connection: job(DayRows(connection, self._sieve)))

    def dial(self, job: Callable[[DialRows], T]) -> T:
        """Do `job` with the rows of auto-dial lists, which it may read or change.

        Raises:
            StoreError: The file cannot be used; what one call of `DialRows` changes is stored whole or not at all.
        """
        return self._attempt(lambda connection: job(DialRows(connection, self._sieve)))

    def prune_piece(self, now: float, retention: Retention) -> int:
        """Delete some of what is too old; returns how many rows, 0 when none is left.

        Raises:
            StoreError: The file cannot be written.
        """
        return self._behind(lambda connection: prune_piece(connection, now, retention))

    def end_left_open(self, account: str, before: float) -> int:
        """End the intervals begun before `before` that no program ended; returns how many.

        Raises:
            StoreError: The file cannot be written.
        """
        return self._behind(lambda connection: end_left_open(connection, account, before))

    def has_forgotten(self) -> bool:
        """Whether a number was deleted for good.

        Raises:
            StoreError: The file cannot be read.
        """
        return self._behind(any_forgotten)

    def kept_out(self, tails: Collection[str]) -> frozenset[str]:
        """Those of `tails` that were deleted for good.

        Raises:
            StoreError: The file cannot be read, or there is no key to tell.
        """
        return self._behind(lambda connection: self._sieve.kept_out(connection, tails))

    def forget(self, tail: str, key: bytes | None) -> ForgottenRows:
        """Delete everything about a number, also in what waits.

        Raises:
            StoreError: Nothing was deleted.
        """
        self.flush()
        if self.condition.trouble is not Trouble.NONE:  # what waits may hold it and would be written later
            raise StoreError(words(self.condition))
        return self._attempt(lambda connection: forget(connection, tail, key, self._clock, self._busy))

    def fold_log(self) -> None:
        """Let nothing deleted stay in the write-ahead log.

        Raises:
            StoreError: The file cannot be written.
        """
        self._behind(fold_log)

    def close(self) -> None:
        """Write what waits and close the file. Never raises."""
        if self._backlog:
            self.flush()
        self._drop()

    def take_bug(self) -> BaseException | None:
        """An exception of ours that nobody has been told yet."""
        bug, self.bug = self.bug, None
        return bug

    def _behind(self, action: Callable[[Connection], T]) -> T:
        if self._backlog and self.condition.trouble is Trouble.NONE:
            self.flush()
        return self._attempt(action)

    def _attempt(self, action: Callable[[Connection], T]) -> T:
        try:
            try:
                return action(self._open())
            except Exception as error:
                if not suspicious(error):
                    raise
                self._drop()
                self._suspect = True
                return action(self._open())
        except StoreError:  # a refusal of ours; the file is well
            raise
        except Exception as error:
            self._drop()
            self._broken(error)
            raise StoreError(words(self.condition), details=details_of(error)) from error

    def _open(self) -> Connection:
        if self._connection is None:
            opened = open_database(self._path, self._clock, busy=self._busy, suspect=self._suspect)
            self._connection = opened.connection
            self._suspect = False
            if opened.aside is not None:
                log.warning("the history file was %s and is kept as %s", opened.aside.value, opened.kept_as)
                self.condition = Condition(self.condition.trouble, opened.aside, opened.kept_as)
        return self._connection

    def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(Exception):  # it is given up anyway
                close_database(connection)

    def _broken(self, error: Exception) -> None:
        trouble = trouble_of(error)
        if trouble is Trouble.BUG and self.condition.trouble is not Trouble.BUG:
            self.bug = error
        if self.condition.trouble is Trouble.NONE:
            log.warning("the history file cannot be used: %s", details_of(error))
        self._become(trouble, error.newer if isinstance(error, NewerFileError) else None)

    def _mended(self) -> None:
        lost = self._backlog.forgive()
        if lost:
            log.warning("%d history entries were lost: there was no more room for them in memory", lost)
        if self.condition.trouble is not Trouble.NONE:
            log.info("the history file is written again")
            self._become(Trouble.NONE)

    def _become(self, trouble: Trouble, newer: Newer | None = None) -> None:
        self.condition = Condition(trouble, self.condition.aside, self.condition.kept_as, newer)
