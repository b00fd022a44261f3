"""A program that deletes a number and is killed on its way, as by `kill -9`: after so many steps of SQLite's."""

import asyncio
import os
import signal
import sqlite3
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

from supervisor_gui.clock import Clock
from supervisor_gui.forgetting import Place, Protection, forget_number
from supervisor_gui.history.forget_files import FileSearch
from supervisor_gui.history.store import Store
from supervisor_gui.logs import Logging
from supervisor_gui.paths import DataPaths
from tests.helpers.desk import ACCOUNT

KEY = b"k" * 32
EACH = 100
"""Steps of SQLite's machine between two looks."""


class Steps:
    """Counts steps, and kills this process when there were enough."""

    def __init__(self, most: int) -> None:
        self.done = 0
        self._most = most
        self._counting = False

    def begin(self) -> None:
        """Count from now on."""
        self._counting = True

    def take(self) -> int:
        """SQLite's machine has gone on."""
        self.done += self._counting
        if 0 < self._most <= self.done:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0


async def main(root: Path, number: str, most: int) -> None:
    """Delete; print how many steps that took."""
    steps = Steps(most)

    @event.listens_for(Engine, "connect")
    def watch(connection: sqlite3.Connection, _: Any) -> None:
        connection.set_progress_handler(steps.take, EACH)

    paths = DataPaths(root)
    store, log = Store(paths.history, report=lambda *bug: sys.exit(repr(bug))), Logging(paths.logs)
    place = Place(
        store=store,
        paths=paths,
        search=FileSearch(root),
        clear_logs=log.forget,
        clear_memory=lambda _: None,
        account=ACCOUNT,
        who="veli",
        clock=Clock(),
    )
    await store.open()
    steps.begin()
    farewell = await forget_number(number, Protection(KEY), place)
    await store.close()
    log.close()
    assert farewell.problems == ()
    sys.stdout.write(f"{steps.done}\n")


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
