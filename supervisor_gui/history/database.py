"""Opens the history file: private, checked, brought up to date, unfit ones put aside. It reads and writes no rows."""

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from supervisor_gui import __version__
from supervisor_gui.clock import Clock, utc
from supervisor_gui.history.faults import Aside, Newer, NewerFileError, Trouble, suspicious, trouble_of
from supervisor_gui.history.migrations import STEPS, Step, migrate, version
from supervisor_gui.history.schema import metadata

CHECKED_BELOW = 64 * 1024 * 1024
"""Files up to this size are looked through at each opening; larger ones only when something went wrong in them."""

SIGNATURE = "written_by"
"""The note, of no account, which version of the program brought the file to its form."""

_SMALLEST = 512
"""Bytes of the shortest database there is."""

_SIDES = ("-wal", "-shm", "-journal")
_PAUSE = 0.02
"""Seconds between two tries of what SQLite does not wait for by itself."""


class Opened(msgspec.Struct, frozen=True):
    """A connection that is ready, and what had to be put aside for it.

    Attributes:
        connection: Bound to the thread that opened it.
        aside: Why a file was put aside, None when none was.
        kept_as: That file's name now.
    """

    connection: Connection
    aside: Aside | None = None
    kept_as: str = ""


class _UnfitError(Exception):
    """The file at hand is not one to go on with."""

    def __init__(self, why: Aside) -> None:
        super().__init__(why.value)
        self.why = why


def open_database(
    path: Path, clock: Clock, *, busy: float, suspect: bool = False, steps: Sequence[Step] = STEPS
) -> Opened:
    """Open the file at `path`, or a fresh one when it is damaged.

    Args:
        path: Its folder exists.
        clock: Stamps the name of a file that is put aside.
        busy: Seconds that a statement waits for another program's transaction.
        suspect: Look through the file whatever its size.
        steps: All migrations.

    Raises:
        NewerFileError: A newer program has brought it to its own form; it is left as it is.
        sqlite3.Error: It can be neither opened nor replaced.
        OSError: The same, from the file system.
    """
    try:
        return Opened(_wrapped(_fit(path, clock, steps, busy=busy, suspect=suspect)))
    except _UnfitError as unfit:
        kept_as = _put_aside(path, unfit.why, clock)
        return Opened(_wrapped(_fit(path, clock, steps, busy=busy, suspect=False)), unfit.why, kept_as)


def close_database(connection: Connection) -> None:
    """Close the connection and with it the file."""
    connection.close()
    connection.engine.dispose()


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All or nothing. It takes the write lock at once, so that it never fails half-way for want of it."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        yield
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


@contextmanager
def one_moment(connection: Connection) -> Iterator[None]:
    """Everything read within is of the same moment, whatever another program writes meanwhile."""
    connection.exec_driver_sql("BEGIN")
    try:
        yield
    finally:
        connection.rollback()


def fold_log(connection: Connection) -> None:
    """Bring the write-ahead log into the file and empty it: what was deleted must be gone there too."""
    connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
    connection.rollback()


def _wrapped(file: sqlite3.Connection) -> Connection:
    engine = create_engine("sqlite://", creator=lambda: file, poolclass=StaticPool, hide_parameters=True)
    return engine.connect()


def _fit(path: Path, clock: Clock, steps: Sequence[Step], *, busy: float, suspect: bool) -> sqlite3.Connection:
    """An open file in today's form.

    Raises:
        _UnfitError: It is damaged or not ours.
        NewerFileError: It is newer.
    """
    if _is_remnant(path):
        raise _UnfitError(Aside.DAMAGED)
    _make_private(path)
    file = sqlite3.connect(path, timeout=busy, isolation_level=None)
    try:
        _examine(file, path.name, len(steps), whole=suspect or path.stat().st_size <= CHECKED_BELOW)
        _use_log(file, clock, busy)
        file.execute("PRAGMA synchronous = NORMAL")
        file.execute("PRAGMA secure_delete = ON").fetchall()
        before = version(file)
        migrate(file, steps)
        _has_todays_tables(file)
        _sign(file, anew=version(file) > before)
        _make_private(path)
    except BaseException:
        file.close()
        raise
    return file


def _is_remnant(path: Path) -> bool:
    """Less than a database is left, and something is lost if SQLite begins anew over it, as it would without a word."""
    log = path.with_name(path.name + "-wal")
    # The log first: where another program begins the file just now, the file grows before its log does.
    logged = log.stat().st_size if log.exists() else 0
    size = path.stat().st_size if path.exists() else 0
    return size < _SMALLEST and size + logged > 0


def _use_log(file: sqlite3.Connection, clock: Clock, busy: float) -> None:
    """Write ahead from now on. Where two programs begin the same new file, SQLite lets one fail instead of wait."""
    until = clock.monotonic() + busy
    while True:
        try:
            file.execute("PRAGMA journal_mode = WAL").fetchall()
        except sqlite3.Error as error:
            if trouble_of(error) is not Trouble.LOCKED or clock.monotonic() >= until:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _make_private(path: Path) -> None:
    """Readable by this user alone before SQLite writes a byte; its side files take the same rights.

    An existing file is never opened here: closing it would drop the locks SQLite holds on it in this process.
    """
    if not path.exists():
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    if os.name == "posix":
        for name in ("", *_SIDES):
            side = path.with_name(path.name + name)
            if side.is_file():
                side.chmod(0o600)


def _examine(file: sqlite3.Connection, name: str, newest: int, *, whole: bool) -> None:
    """Look at the file before anything is changed in it, all at one moment.

    Raises:
        _UnfitError: It is somebody else's or damaged.
        NewerFileError: It is newer.
    """
    try:
        file.execute("BEGIN")
        have = version(file)
        tables = file.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        sound = not whole or file.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        file.execute("ROLLBACK")
    except sqlite3.Error as error:
        if suspicious(error):
            raise _UnfitError(Aside.DAMAGED) from error
        raise
    if have > newest:
        raise newer_file(file, name, have, newest)
    if not sound or (tables and have == 0):
        raise _UnfitError(Aside.DAMAGED)


def _has_todays_tables(file: sqlite3.Connection) -> None:
    for table in metadata.sorted_tables:
        there = {row[1] for row in file.execute(f"PRAGMA table_info({table.name})")}
        if not there.issuperset(table.columns.keys()):
            raise _UnfitError(Aside.DAMAGED)


def newer_file(file: sqlite3.Connection, name: str, have: int, newest: int) -> NewerFileError:
    """What is to be told of a file that a newer program has brought to its own form."""
    return NewerFileError(Newer(name, have, newest, _signature(file)))


def _signature(file: sqlite3.Connection) -> str:
    """The version of the program that brought the file to its form; empty where it does not tell."""
    try:
        found = file.execute("SELECT value FROM meta WHERE account = '' AND key = ?", (SIGNATURE,)).fetchone()
        return msgspec.json.decode(found[0], type=str) if found else ""
    except (sqlite3.Error, msgspec.MsgspecError, TypeError, ValueError):
        return ""


def _sign(file: sqlite3.Connection, *, anew: bool) -> None:
    """Note which version brought the file to this form, for programs that do not know the form.

    A disk that does not take the note costs nobody the file.
    """
    if not anew and _signature(file):
        return
    words = msgspec.json.encode(__version__).decode("ascii")
    with suppress(sqlite3.OperationalError):
        file.execute("INSERT OR REPLACE INTO meta (account, key, value) VALUES ('', ?, ?)", (SIGNATURE, words))


def _put_aside(path: Path, why: Aside, clock: Clock) -> str:
    """Rename the file and what belongs to it; returns its new name. Nothing is ever deleted."""
    stamp = f"{utc(clock.wall()):%Y%m%dT%H%M%SZ}"
    target = path.with_name(f"{path.name}.{why.value}-{stamp}")
    count = 1
    while target.exists():
        count += 1
        target = path.with_name(f"{path.name}.{why.value}-{stamp}-{count}")
    for side in (*_SIDES, ""):
        source = path.with_name(path.name + side)
        if source.exists():
            source.rename(target.with_name(target.name + side))
    return target.name
