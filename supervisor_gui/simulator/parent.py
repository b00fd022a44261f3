"""Tells whether another process still lives. It never signals it."""

import os
import sys

if sys.platform == "win32":
    import ctypes

    _SYNCHRONIZE = 0x00100000
    _TIMED_OUT = 0x102

    def _exists(pid: int) -> bool:
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(_SYNCHRONIZE, False, pid)
        if not handle:
            return False
        try:
            return bool(kernel.WaitForSingleObject(handle, 0) == _TIMED_OUT)
        finally:
            kernel.CloseHandle(handle)

else:

    def _exists(pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True


class ParentWatch:
    """Watches one process by its id."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        # A dead parent may stay a zombie for a while; being handed to another parent shows it at once.
        self._is_parent = os.getppid() == pid

    def lives(self) -> bool:
        """Whether the process is still there."""
        if self._is_parent and os.getppid() != self._pid:
            return False
        return _exists(self._pid)
