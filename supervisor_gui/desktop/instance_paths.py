"""Where the lock and the socket of one data folder lie, out of reach of other users. It opens neither."""

import hashlib
import os
import stat
import sys
from pathlib import Path

MAX_SOCKET_PATH = 100
"""Bytes. The system takes 107 (Linux) or 103 (macOS), Qt one less; Qt binds beside it first, under a shorter name. On
macOS less would leave no place: a user's data folder takes 60 of them without the user's name, the temporary one 50.
"""
MAX_LINE = 200
"""The most bytes of one request, its end of line included."""
OK = b"ok\n"
"""The answer to a request that was taken."""
_SHORT_NAME = "netsantral-supervisor"


def lock_path(root: Path) -> Path:
    """The lock file of the data folder `root`."""
    return root / "instance.lock"


def server_name(root: Path) -> str:
    """The name to listen on and to connect to; empty when there is no place that belongs to this user alone.

    A path inside the data folder, which is this user's own; where that is too long for a socket, inside a folder of
    this user's below the temporary one, under a digest of the data folder. On Windows a pipe's name with that digest.
    """
    digest = hashlib.sha256(os.path.normcase(root.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    if sys.platform == "win32":
        return f"{_SHORT_NAME}-{digest}"
    inside = root.resolve() / f"{digest}.sock"
    if len(os.fsencode(inside)) <= MAX_SOCKET_PATH:
        return str(inside)
    folder = _private_folder()
    return str(folder / f"{digest}.sock") if folder is not None else ""


def _private_folder() -> Path | None:
    """This user's own folder below the temporary one; None when somebody else took its name, or on Windows."""
    if sys.platform == "win32":
        return None
    import tempfile  # noqa: PLC0415  a start that somebody waits for has no need of it

    folder = Path(tempfile.gettempdir()) / f"{_SHORT_NAME}-{os.getuid()}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        status = folder.lstat()
    except OSError:
        return None
    mine = stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid() and not status.st_mode & 0o077
    return folder if mine and len(os.fsencode(folder)) <= MAX_SOCKET_PATH - 22 else None
