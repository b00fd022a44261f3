"""The lock file that says who has a data folder."""

from pathlib import Path

from PySide6.QtCore import QLockFile

from supervisor_gui.desktop.instance_paths import lock_path


def lock_file(root: Path) -> QLockFile:
    """The lock of the data folder `root`, not taken yet."""
    lock = QLockFile(str(lock_path(root)))
    lock.setStaleLockTime(0)  # a window may stay open for weeks: age says nothing
    return lock


def take(lock: QLockFile) -> bool:
    """Take `lock`, also from a process that was killed.

    Qt knows a dead owner by its process number, which a new process may have got in the meantime; the second attempt
    goes by the kernel's own lock on the file, which ends with its process and is kept while that lives.
    """
    if lock.tryLock(0):
        return True
    return lock.error() == QLockFile.LockError.LockFailedError and lock.removeStaleLockFile() and lock.tryLock(0)


def is_free(root: Path) -> bool:
    """Whether nobody has the data folder `root`."""
    lock = lock_file(root)
    free = take(lock)
    lock.unlock()
    return free
