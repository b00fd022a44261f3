"""What can be wrong with the history file, told from SQLite's and the system's codes, in words. It mends nothing."""

import enum
import errno
import sqlite3

import msgspec

from supervisor_gui.i18n import translate
from supervisor_gui.text import clean

_LONGEST = 40
"""Characters of another program's version."""


class Trouble(enum.Enum):
    """Why the file cannot be used right now."""

    NONE = "none"
    FULL = "full"
    UNWRITABLE = "unwritable"
    LOCKED = "locked"
    DISK = "disk"
    DAMAGED = "damaged"
    NEWER = "newer"
    BUG = "bug"


class Aside(enum.Enum):
    """Why an earlier file was put aside."""

    DAMAGED = "damaged"


class Newer(msgspec.Struct, frozen=True):
    """A file that a newer version of this program has brought to its own form.

    Attributes:
        name: The file's name.
        schema: The version of its tables.
        known: The newest version that this program knows.
        program: The version of the program that made them so, empty where the file does not tell.
    """

    name: str
    schema: int
    known: int
    program: str = ""


class NewerFileError(Exception):
    """The file is left alone: this program would not know what it destroys in it."""

    def __init__(self, newer: Newer) -> None:
        super().__init__(f"schema {newer.schema}, this program knows {newer.known}")
        self.newer = newer


class Condition(msgspec.Struct, frozen=True):
    """How the store stands.

    Attributes:
        trouble: What keeps it from the file now.
        aside: Why a file was put aside in this run, None when none was.
        kept_as: The name that file has now.
        newer: What is known of a file of a newer program, with that trouble only.
    """

    trouble: Trouble = Trouble.NONE
    aside: Aside | None = None
    kept_as: str = ""
    newer: Newer | None = None


_BY_SQLITE_CODE = {
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_READONLY: Trouble.UNWRITABLE,
    sqlite3.SQLITE_CANTOPEN: Trouble.UNWRITABLE,
    sqlite3.SQLITE_PERM: Trouble.UNWRITABLE,
    sqlite3.SQLITE_AUTH: Trouble.UNWRITABLE,
    sqlite3.SQLITE_BUSY: Trouble.LOCKED,
    sqlite3.SQLITE_LOCKED: Trouble.LOCKED,
    sqlite3.SQLITE_PROTOCOL: Trouble.LOCKED,
    sqlite3.SQLITE_IOERR: Trouble.DISK,
    sqlite3.SQLITE_CORRUPT: Trouble.DAMAGED,
    sqlite3.SQLITE_NOTADB: Trouble.DAMAGED,
}

_BY_WHOLE_CODE = {
    # The log's index is a file too, and the only thing that makes it longer fail is a disk without room.
    sqlite3.SQLITE_IOERR_SHMSIZE: Trouble.FULL,
}

_BY_ERRNO = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EACCES: Trouble.UNWRITABLE,
    errno.EPERM: Trouble.UNWRITABLE,
    errno.EROFS: Trouble.UNWRITABLE,
    errno.ENOENT: Trouble.UNWRITABLE,
    errno.ENOTDIR: Trouble.UNWRITABLE,
}


_SUSPICIOUS = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)


def trouble_of(error: BaseException) -> Trouble:
    """The trouble behind an exception of SQLite, of SQLAlchemy around one, or of the file system."""
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, NewerFileError):
        return Trouble.NEWER
    if isinstance(cause, sqlite3.Error):
        whole = _BY_WHOLE_CODE.get(getattr(cause, "sqlite_errorcode", 0))
        return whole or _BY_SQLITE_CODE.get(_code(cause), Trouble.BUG)
    if isinstance(cause, OSError):
        return _BY_ERRNO.get(cause.errno or 0, Trouble.DISK)
    return Trouble.BUG


def suspicious(error: BaseException) -> bool:
    """Whether the file may be damaged. A missing table looks like a fault of ours; only the file itself can tell."""
    return _code(getattr(error, "orig", None) or error) in _SUSPICIOUS


def _code(error: BaseException) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def details_of(error: BaseException) -> str:
    """The outside world's own words and code; neither rows nor paths."""
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, OSError):
        return f"{type(cause).__name__}: {cause.strerror or ''}"
    return f"{getattr(cause, 'sqlite_errorname', '') or type(cause).__name__}: {cause}"


def words(condition: Condition, lost: int = 0) -> str:
    """What is wrong, what it means and what to do, in today's language; empty when all is well.

    Args:
        condition: How the store stands.
        lost: Entries that no longer fitted into memory while the file could not be written.
    """
    if condition.trouble is Trouble.NONE:
        return _aside_words(condition)
    said = _newer_words(condition.newer) if condition.newer is not None else _trouble_words(condition.trouble)
    counted = translate("Store", "Entries lost so far: %n.", None, lost) if lost else ""
    return f"{said} {counted}".rstrip()


def _newer_words(newer: Newer) -> str:
    if newer.program:
        said = translate(
            "Store",
            "{file} was written by version {program} of this program: its schema is {schema}, this version knows "
            "{known}. It is left as it is, and nothing is read or kept: use version {program} or a newer one.",
        )
    else:
        said = translate(
            "Store",
            "{file} was written by a newer version of this program: its schema is {schema}, this version knows "
            "{known}. It is left as it is, and nothing is read or kept: use that version or a newer one.",
        )
    return said.format(file=newer.name, program=clean(newer.program, _LONGEST), schema=newer.schema, known=newer.known)


def _trouble_words(trouble: Trouble) -> str:
    told = {
        Trouble.FULL: translate(
            "Store", "The disk is full. History and audit wait in memory and are lost at the end: free some space."
        ),
        Trouble.UNWRITABLE: translate(
            "Store",
            "The history file cannot be written. History and audit wait in memory and are lost at the end: "
            "check the rights of the data folder.",
        ),
        Trouble.LOCKED: translate(
            "Store",
            "Another program holds the history file. History and audit wait in memory and are written when it is free.",
        ),
        Trouble.DISK: translate(
            "Store",
            "The disk does not take what is written. History and audit wait in memory and are lost at the end: "
            "check the disk.",
        ),
        Trouble.DAMAGED: translate(
            "Store",
            "The history file is damaged and could not be put aside. History and audit wait in memory and are lost "
            "at the end: move the file away.",
        ),
        Trouble.NEWER: translate("Store", "The history file comes from a newer version of this program."),
        Trouble.BUG: translate(
            "Store", "History and audit cannot be written because of a fault in this program; it has been reported."
        ),
    }
    return told[trouble]


def _aside_words(condition: Condition) -> str:
    told = {
        None: "",
        Aside.DAMAGED: translate("Store", "The history file was damaged. It was kept as {name}, and a new one begun."),
    }
    return told[condition.aside].format(name=condition.kept_as)
