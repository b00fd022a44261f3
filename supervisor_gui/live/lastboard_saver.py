"""Keeps the last known board on disk up to date while a board lives. What the file holds is in `lastboard`."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from supervisor_gui.clock import Clock
from supervisor_gui.live.board import Board, Diff
from supervisor_gui.live.keeper import LiveBoard
from supervisor_gui.live.lastboard import save
from supervisor_gui.tasks import Tasks

EVERY = 60.0
"""Seconds between two saves of a board that changes."""


class LastBoard:
    """Saves one live board now and then and at the end, in a thread."""

    def __init__(
        self,
        path: Path,
        live: LiveBoard,
        account: str,
        *,
        report: Callable[[str], None] | None = None,
        clock: Clock | None = None,
    ) -> None:
        """Args.

        path: The file.
        live: What to save.
        account: Whose board it is.
        report: Told in a word when saving fails for the first time, and with an empty one when it works again.
        clock: Time.
        """
        self._path = path
        self._live = live
        self._account = account
        self._report = report
        self._clock = clock or Clock()
        self._unsubscribe: Callable[[], None] | None = None
        self._task: asyncio.Task[None] | None = None
        self._changed = asyncio.Event()
        self._failing = False

    def start(self, tasks: Tasks) -> None:
        """Begin to save."""
        if self._unsubscribe is None:
            self._unsubscribe = self._live.subscribe(self._on_board)
            self._task = tasks.spawn("last board", self._run())

    async def stop(self) -> None:
        """Save for the last time."""
        if self._unsubscribe is None or self._task is None:
            return
        self._unsubscribe()
        self._unsubscribe = None
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        await self.save()

    async def save(self) -> None:
        """Save now; an empty board leaves the file of before alone."""
        board = self._live.board
        if not board.updated:
            return
        try:
            await asyncio.to_thread(save, self._path, board, self._account, self._clock.wall())
        except OSError as error:
            self._tell(error.strerror or type(error).__name__)
        else:
            self._tell("")

    def _tell(self, problem: str) -> None:
        if bool(problem) != self._failing:
            self._failing = bool(problem)
            if self._report is not None:
                self._report(problem)

    def _on_board(self, _: Board, __: Diff) -> None:
        self._changed.set()

    async def _run(self) -> None:
        while True:
            await self._changed.wait()
            self._changed.clear()
            await self.save()
            await asyncio.sleep(EVERY)
