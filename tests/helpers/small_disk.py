"""A folder on a small disk of its own, which a test fills up or takes the right to write from. It asserts nothing.

Where the machine lets us mount, the disk is a loop file system, else a tmpfs; where it does not, a full disk is a limit
of file sizes for this process and those it starts, and a read-only disk one whose folders may not be written. For root,
who may write everywhere, it is a limit too: of nothing.
"""

import contextlib
import errno
import os
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEGABYTES = 64
NO_ROOM = 16_384
"""Bytes up to which a file may still be written where a limit is all there is: less than a history needs."""


class SmallDisk:
    """One small disk.

    Attributes:
        root: Its topmost folder.
        how: What it is: "loop", "tmpfs" or "limit".
    """

    def __init__(self, root: Path, how: str) -> None:
        self.root = root
        self.how = how
        self._filler = root / "filler"
        self._usual = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(self, process: int = 0) -> None:
        """Leave no room; a limit holds for this process, or for one that runs already."""
        if self.how == "limit":
            resource.prlimit(process, resource.RLIMIT_FSIZE, (NO_ROOM, self._usual[1]))
            return
        with contextlib.closing(_Descriptor(self._filler)) as filler:
            for size in (1 << 16, 1 << 12, 1 << 9):
                while filler.takes(bytes(size)):
                    pass

    def free(self) -> None:
        """Give the room back."""
        self._limit(self._usual[0])
        self._filler.unlink(missing_ok=True)

    @contextmanager
    def read_only(self) -> Iterator[None]:
        """Let nobody write, while nothing on it is open."""
        if self.how != "limit":
            _mount("-o", "remount,ro", str(self.root))
        elif os.getuid() == 0:
            self._limit(0)
        else:
            _allow(self.root, writing=False)
        try:
            yield
        finally:
            if self.how != "limit":
                _mount("-o", "remount,rw", str(self.root))
            elif os.getuid() == 0:
                self._limit(self._usual[0])
            else:
                _allow(self.root, writing=True)

    def _limit(self, size: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, self._usual[1]))


class _Descriptor:
    """A file that is written past every buffer, so that the end of the disk is seen at once."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def takes(self, data: bytes) -> bool:
        try:
            return os.write(self._file, data) == len(data)
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            return False

    def close(self) -> None:
        os.close(self._file)


@contextmanager
def small_disk() -> Iterator[SmallDisk]:
    """A disk of some megabytes; it is gone afterwards, with all that was on it.

    It lies outside of pytest's own folders, which other runs tidy up: nobody can delete a mounted folder.
    """
    folder = Path(tempfile.mkdtemp(prefix="small-disk-"))
    root = folder / "disk"
    root.mkdir()
    disk = SmallDisk(root, _made(folder / "disk.image", root))
    try:
        yield disk
    finally:
        disk.free()
        if disk.how != "limit":
            # Lazily: what a failed test left open must not leave a mounted disk behind.
            subprocess.run(["umount", "--lazy", str(root)], check=True, capture_output=True)
        shutil.rmtree(folder)


def _made(image: Path, root: Path) -> str:
    with image.open("wb") as file:
        file.truncate(MEGABYTES << 20)
    with contextlib.suppress(OSError, subprocess.CalledProcessError):
        subprocess.run(
            # Blocks as large as pages, as on every disk of today. Small disks get smaller ones by themselves, and then
            # SQLite, which reserves each page of its log's index by one byte, dies of SIGBUS where the rest of a page
            # finds no room.
            ["mkfs.ext4", "-q", "-b", "4096", "-m", "0", "-O", "^has_journal", str(image)],
            check=True,
            capture_output=True,
        )
        _mount("-o", "loop", str(image), str(root))
        return "loop"
    with contextlib.suppress(OSError, subprocess.CalledProcessError):
        _mount("-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", str(root))
        return "tmpfs"
    return "limit"


def _mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True, capture_output=True)


def _allow(root: Path, *, writing: bool) -> None:
    for entry in (root, *root.rglob("*")):
        mode = entry.stat().st_mode
        entry.chmod(mode | 0o200 if writing else mode & ~0o222)
