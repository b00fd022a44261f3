"""The owner of every asyncio task. It starts, watches and ends them; it decides nothing else."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

log = logging.getLogger(__name__)


class Tasks:
    """Holds tasks so that none disappears, reports what they raise, and cancels all at the end.

    Nothing else in the program creates tasks.
    """

    def __init__(self, report: Callable[[str, BaseException], None] | None = None) -> None:
        self._running: set[asyncio.Task[Any]] = set()
        self._report = report or self._log
        self._closing = False

    def spawn(self, name: str, coro: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Start `coro` as the task `name`. After `close()` the coroutine is dropped unstarted, its task cancelled."""
        task = asyncio.get_running_loop().create_task(coro, name=name)
        self._running.add(task)
        task.add_done_callback(self._ended)
        if self._closing:
            task.cancel()
        return task

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the tasks that still run, sorted."""
        return tuple(sorted(task.get_name() for task in self._running))

    async def close(self) -> None:
        """Cancel every task and wait until each has ended."""
        self._closing = True
        while self._running:
            for task in self._running:
                task.cancel()
            await asyncio.gather(*self._running, return_exceptions=True)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is not None:
            self._report(task.get_name(), error)

    @staticmethod
    def _log(name: str, error: BaseException) -> None:
        log.error("task %s failed", name, exc_info=error)
