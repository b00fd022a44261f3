"""The screen stays awake while somebody wants to look at it. It knows no window and decides nothing.

One task a wish: it holds until it is cancelled, so that whatever ends the program ends the wish as well. Should the
program be killed, the system notices by itself: a connection, a thread or a process is gone.
"""

import asyncio
import ctypes
import logging
import os
import sys
from collections.abc import Callable, Coroutine
from typing import Any

from supervisor_gui.tasks import Tasks
from supervisor_gui.text import clean

log = logging.getLogger(__name__)

PAUSE = 60.0
"""Seconds after which a system that could not be asked is asked again: a wall hangs for many hours."""

CAFFEINATE = "/usr/bin/caffeinate"

_CONTINUOUS = 0x8000_0000
_SYSTEM_REQUIRED = 0x1
_DISPLAY_REQUIRED = 0x2

Tell = Callable[[str], None]
Means = Callable[[str, Tell], Coroutine[Any, Any, None]]
"""Keeps the screen awake, for a reason in the user's language, until it is cancelled. Tells the log what holds."""


class Awake:
    """Keeps the screen awake from `hold` to `release`. Nothing that goes wrong with it reaches the caller."""

    def __init__(self, tasks: Tasks, means: Means | None = None, *, pause: float = PAUSE) -> None:
        """Args.

        tasks: Owns the task that holds.
        means: How this system is asked; None for its own way.
        pause: Seconds between two attempts.
        """
        self._tasks = tasks
        self._means = means or of_system(sys.platform)
        self._pause = pause
        self._said = ""
        self._holding: asyncio.Task[None] | None = None

    def hold(self, reason: str) -> None:
        """Keep the screen awake until `release`; it may be held already.

        Args:
            reason: Why, in the user's language: desktops show it beside the program's name.
        """
        if self._holding is None or self._holding.done():
            self._holding = self._tasks.spawn("awake", self._hold(reason))

    def release(self) -> None:
        """Let the screen rest again; it may be released already."""
        if self._holding is not None:
            self._holding.cancel()
            self._holding = None

    async def _hold(self, reason: str) -> None:
        while True:
            try:
                await self._means(reason, self._tell)
            except Exception as error:  # noqa: BLE001  whatever a desktop makes of it, the wallboard goes on
                self._tell(f"nothing keeps the screen awake: {type(error).__name__} {error}")
            await asyncio.sleep(self._pause)

    def _tell(self, words: str) -> None:
        """A line in the log, unless it was the last one."""
        if words != self._said:
            self._said = words
            log.info("%s", clean(words, 300))


def of_system(platform: str) -> Means:
    """How a system is asked.

    Args:
        platform: As in `sys.platform`.
    """
    match platform:
        case "win32":
            return by_thread_state
        case "darwin":
            return by_caffeinate
        case _:
            return _by_bus


async def _by_bus(reason: str, tell: Tell) -> None:
    from supervisor_gui.desktop import awake_bus  # noqa: PLC0415  for Linux alone, whose keyring brings jeepney

    await awake_bus.keep_awake(reason, tell)


async def by_thread_state(reason: str, tell: Tell) -> None:
    """Windows: a state of the thread that runs this, the window's. Windows shows no reason."""
    del reason
    if not set_thread_state(_CONTINUOUS | _SYSTEM_REQUIRED | _DISPLAY_REQUIRED):
        raise OSError("SetThreadExecutionState refuses")
    tell("the screen is kept awake by SetThreadExecutionState")
    try:
        await asyncio.Event().wait()
    finally:
        set_thread_state(_CONTINUOUS)


def set_thread_state(flags: int) -> int:
    """What the thread that calls needs of Windows; returns what it needed before, 0 when that cannot be."""
    if sys.platform == "win32":
        return int(ctypes.windll.kernel32.SetThreadExecutionState(ctypes.c_uint(flags)))
    return 0


async def by_caffeinate(reason: str, tell: Tell, program: str = CAFFEINATE) -> None:
    """macOS: a child that keeps display and system awake, and ends with this process, also with a killed one."""
    del reason
    process = await asyncio.create_subprocess_exec(
        *(program, "-d", "-i", "-w", str(os.getpid())),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        tell("the screen is kept awake by caffeinate")
        raise OSError(f"caffeinate has ended with {await process.wait()}")
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
