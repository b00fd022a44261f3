"""Finds files below the data folder that hold a number. It changes none of them and knows no table.

On POSIX a process that closes a database file loses every lock that SQLite holds on it in this process. So the files
of databases stay open here once they have been looked into; one `FileSearch` a program keeps that to a handful.
"""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from supervisor_gui.history.traces import OVERLAP, Trace

PIECE = 256 * 1024
"""Bytes looked through at once: the interpreter is held meanwhile, and the window waits for it."""

_DATABASE = ".sqlite"
_LOCKS = (".lock", "-shm")
"""Endings of files that hold nothing but who may write."""


class FileSearch:
    """Searches one folder; it blocks, so call it in a thread, one call at a time."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._kept_open: dict[tuple[int, int], int] = {}

    def holding(self, trace: Trace, among: Callable[[Path], bool] = lambda _: True) -> tuple[Path, ...]:
        """The files that hold the number, by name, and those that cannot be read, which may.

        Args:
            trace: The number.
            among: Whether a file is looked into at all.
        """
        return tuple(path for path in self._files() if among(path) and self._holds(path, trace))

    def _files(self) -> Iterator[Path]:
        for folder, folders, names in os.walk(self._root):
            folders.sort()
            for name in sorted(names):
                path = Path(folder) / name
                if not name.endswith(_LOCKS) and path.is_file():
                    yield path

    def _holds(self, path: Path, trace: Trace) -> bool:
        if trace.in_text(path.name):
            return True
        try:
            if sys.platform != "win32" and _DATABASE in path.name:
                return _search(self._open_for_good(path), trace)
            descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            try:
                return _search(descriptor, trace)
            finally:
                os.close(descriptor)
        except FileNotFoundError:
            return False
        except OSError:
            return True

    def _open_for_good(self, path: Path) -> int:
        told = path.stat()
        this = (told.st_dev, told.st_ino)
        if this not in self._kept_open:
            self._kept_open[this] = os.open(path, os.O_RDONLY)
        return self._kept_open[this]


def _search(descriptor: int, trace: Trace) -> bool:
    os.lseek(descriptor, 0, os.SEEK_SET)
    before = b""
    while piece := os.read(descriptor, PIECE):
        if trace.in_bytes(before + piece):
            return True
        before = piece[-OVERLAP:]
    return False
