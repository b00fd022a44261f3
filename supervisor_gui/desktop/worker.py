"""One daemon thread for calls that may never come back. It cannot stop a call; it stops waiting for it."""

import asyncio
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

T = TypeVar("T")


class WorkerBusyError(Exception):
    """An earlier call, given up by whoever waited for it, still has the thread."""


class Worker:
    """Runs blocking calls one after another, off the event loop.

    The thread starts with the first call. The end of the process does not wait for it, unlike an executor's thread.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._jobs: queue.SimpleQueue[_Job] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._running: _Job | None = None

    async def call(self, work: Callable[[], T], seconds: float) -> T:
        """Run `work` in the thread and return what it returns.

        Args:
            work: The blocking call.
            seconds: How long to wait, for the thread's turn included.

        Raises:
            TimeoutError: It took longer; its later result is dropped, and it is not begun if it had not been.
            WorkerBusyError: A call that was given up is still running.
            BaseException: Whatever `work` raised.
        """
        running = self._running
        if running is not None and running.given_up:
            raise WorkerBusyError
        job = _Job(work, asyncio.get_running_loop())
        self._jobs.put(job)
        self._start()
        try:
            async with asyncio.timeout(seconds):
                result: T = await job.result
                return result
        finally:
            job.drop()

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while True:
            self._running = self._jobs.get()
            self._running.run()
            self._running = None


class _Job:
    """One call and the future that its caller awaits; once dropped it touches the caller's loop no more."""

    def __init__(self, work: Callable[[], Any], loop: asyncio.AbstractEventLoop) -> None:
        self._work = work
        self._loop = loop
        self._lock = threading.Lock()
        self._dropped = False
        self._finished = False
        self.result: asyncio.Future[Any] = loop.create_future()

    @property
    def given_up(self) -> bool:
        """Whether it still runs though nobody waits for it."""
        return self._dropped and not self._finished

    def drop(self) -> None:
        with self._lock:
            self._dropped = True

    def run(self) -> None:
        if self._dropped:
            return
        try:
            value = self._work()
        except BaseException as error:  # noqa: BLE001  the caller gets it
            self._settle(self._fail, error)
        else:
            self._settle(self._succeed, value)

    def _settle(self, settle: Callable[[Any], None], outcome: Any) -> None:
        with self._lock:
            self._finished = True
            if not self._dropped:
                with suppress(RuntimeError):  # the loop was closed without asking its tasks to end
                    self._loop.call_soon_threadsafe(settle, outcome)

    def _succeed(self, value: Any) -> None:
        if not self.result.done():
            self.result.set_result(value)

    def _fail(self, error: BaseException) -> None:
        if not self.result.done():
            self.result.set_exception(error)
