"""One SQLite file of granted requests, opened, mended and locked. It does not decide what may be granted."""

import contextlib
import hashlib
import logging
import math
import os
import sqlite3
import stat
import sys
import tempfile
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

log = logging.getLogger(__name__)

Result = TypeVar("Result")

BUSY_WAIT = 0.05
"""Seconds to wait for another process's lock; longer means not now."""

EVERYBODY = ""
"""Account and budget of the penalty that holds back all accounts while the ledger does not know the past."""

_VERSION = 1
_SCHEMA = (
    "CREATE TABLE request (key TEXT PRIMARY KEY, account TEXT NOT NULL, budget TEXT NOT NULL,"
    " granted REAL NOT NULL, until REAL NOT NULL) WITHOUT ROWID",
    "CREATE INDEX request_by_end ON request (account, budget, until)",
    "CREATE TABLE penalty (account TEXT NOT NULL, budget TEXT NOT NULL, at REAL NOT NULL,"
    " seconds REAL NOT NULL, rate REAL NOT NULL, PRIMARY KEY (account, budget)) WITHOUT ROWID",
    f"PRAGMA user_version = {_VERSION}",
)
# The monotonic clock starts with the machine. What is newer than it was written before the machine's last start,
# so it is at least as old as the machine is up.
_AFTER_RESTART = (
    "UPDATE request SET granted = 0, until = 0 WHERE granted > :now",
    "UPDATE penalty SET at = 0 WHERE at > :now",
)
# Whoever began anew after our last transaction has held everybody back already.
_HOLD_BACK = (
    "INSERT INTO penalty VALUES (:all, :all, :now, :seconds, 0)"
    " ON CONFLICT DO UPDATE SET at = :now, seconds = :seconds WHERE at < :last"
)

_LOCKED = frozenset((sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL))
_DAMAGED = frozenset((sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR))


class BusyError(Exception):
    """Another process holds the file; try again shortly."""


class ForeignFileError(Exception):
    """The file is not a ledger, or one of a newer version of the program.

    Attributes:
        newer: It is of a newer version, so it must stay where it is.
    """

    def __init__(self, version: int) -> None:
        super().__init__(f"version {version}")
        self.newer = version > _VERSION


class LedgerFile:
    """A SQLite file in which every transaction has the write lock from its start.

    All calls come from one thread. A file that cannot be read is renamed to `*.damaged` and begun anew; a place that
    cannot be written is replaced by memory. Either way nothing is known of the requests just sent, so the file then
    holds every limit of the PBX back for one window.

    Attributes:
        problem: "" while all is well, "damaged" after a new beginning, "memory" when nothing outlives this run.
    """

    def __init__(self, path: Path | None, window: float, monotonic: Callable[[], float]) -> None:
        """Open nothing yet.

        Args:
            path: The file; None keeps everything in memory.
            window: Seconds to hold back after a new beginning.
            monotonic: The clock of the rows, the same one for all processes of the machine.
        """
        self.problem = ""
        self._path = path
        self._window = window
        self._monotonic = monotonic
        self._db: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._doubt = False
        self._last = -math.inf
        self._owed: list[tuple[str, tuple[str | float, ...]]] = []

    def owe(self, statement: str, *values: str | float) -> None:
        """Have a statement executed at the start of the next transaction that succeeds."""
        self._owed.append((statement, values))

    def run(self, work: Callable[[sqlite3.Connection, float], Result]) -> Result:
        """Execute what is owed and `work(connection, now)` in one transaction; `now` is read under the lock.

        Raises:
            BusyError: Another process holds the file; nothing was written.
        """
        while True:
            try:
                return self._transaction(work)
            except (sqlite3.Error, OSError, ForeignFileError) as error:
                self._mend(error)

    def close(self) -> None:
        """Let the file go; a later `run` opens it again."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def _transaction(self, work: Callable[[sqlite3.Connection, float], Result]) -> Result:
        db = self._connection()
        db.execute("BEGIN IMMEDIATE")
        try:
            for statement, values in self._owed:
                db.execute(statement, values)
            now = self._monotonic()
            result = work(db, now)
            db.execute("COMMIT")
        finally:
            if db.in_transaction:
                db.execute("ROLLBACK")
        self._owed.clear()
        self._last = now
        return result

    def _connection(self) -> sqlite3.Connection:
        if self._db is not None and self._identity is not None and self._identity != _identity(self._path):
            log.warning("the budget file was replaced while in use; counting starts anew")
            self._begin_anew("damaged")
        if self._db is None:
            self._db = self._connect()
            self._doubt = False
        return self._db

    def _connect(self) -> sqlite3.Connection:
        if self._path is not None and not self._path.exists():
            _create(self._path)
        self._identity = _identity(self._path)
        db = sqlite3.connect(self._path or ":memory:", timeout=BUSY_WAIT, isolation_level=None)
        try:
            self._prepare(db)
        except BaseException:
            db.close()
            raise
        return db

    def _prepare(self, db: sqlite3.Connection) -> None:
        if self._path is None:
            _lay_out(db)
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version != _VERSION:
            raise ForeignFileError(version)
        db.execute("PRAGMA journal_mode = WAL")
        # A killed process loses nothing this way. A power cut may lose the last seconds, about as long as the machine
        # then needs to come back; a disk flush for every request would delay bursts instead.
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("BEGIN IMMEDIATE")
        now = self._monotonic()
        for statement in _AFTER_RESTART:
            db.execute(statement, {"now": now})
        if self._doubt:
            db.execute(_HOLD_BACK, {"all": EVERYBODY, "now": now, "seconds": self._window, "last": self._last})
        db.execute("COMMIT")

    def _mend(self, error: Exception) -> None:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _LOCKED:
            raise BusyError from None
        if self._path is None:
            raise error
        self.close()  # Windows moves no file that is open
        damaged = code in _DAMAGED or (isinstance(error, ForeignFileError) and not error.newer)
        if damaged and not self.problem and _set_aside(self._path):
            log.warning("the budget file was damaged and is set aside; counting starts anew")
            self._begin_anew("damaged")
        else:
            log.warning("the budget file cannot be used; counting in memory: %s", type(error).__name__)
            self._path = None
            self._begin_anew("memory")

    def _begin_anew(self, problem: str) -> None:
        self.close()
        self._doubt = True
        self.problem = problem


def meeting_place(account: str, base: Path | None = None) -> Path | None:
    """The file in which all programs of this user on this machine count one account together, whatever their data.

    It lies in the folder for temporary files and not in the session's run-time folder, so that a program started by a
    timer meets one started on the desktop.

    Args:
        account: The account; only a digest of it becomes part of the name.
        base: Another parent folder.

    Returns:
        The path, or None where a folder that is ours alone cannot be had.
    """
    folder = (base or Path(tempfile.gettempdir())) / f"netsantral-supervisor-{_user()}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return None
    if sys.platform != "win32" and (found.st_uid != os.getuid() or stat.S_IMODE(found.st_mode) & 0o077):
        return None
    return folder / f"{hashlib.sha256(account.encode()).hexdigest()[:16]}.sqlite"


def _user() -> str:
    if sys.platform == "win32":
        return "user"  # whose folder for temporary files is their own
    return str(os.getuid())


def _create(path: Path) -> None:
    """Make an empty ledger, whole or not at all, so that an empty file is known to be a damaged one."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.{uuid.uuid4().hex}")
    try:
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with contextlib.closing(sqlite3.connect(new, isolation_level=None)) as db:
            _lay_out(db)
        _publish(new, path)
    finally:
        # Whoever searches for viruses may hold it on Windows just now; a second name does no harm.
        with contextlib.suppress(OSError):
            new.unlink()


def _publish(new: Path, path: Path) -> None:
    try:
        os.link(new, path)
    except FileExistsError:
        log.debug("another process was first; its budget file is as good as ours")
    except OSError:
        # No hard links on this file system.
        new.rename(path)


def _lay_out(db: sqlite3.Connection) -> None:
    for statement in _SCHEMA:
        db.execute(statement)


def _identity(path: Path | None) -> tuple[int, int] | None:
    if path is None:
        return None
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_dev, found.st_ino)


def _set_aside(path: Path) -> bool:
    try:
        path.replace(path.with_name(f"{path.name}.damaged"))
    except OSError:
        return False
    for suffix in ("-wal", "-shm", "-journal"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + suffix).unlink()
    return True
