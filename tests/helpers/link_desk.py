"""A window that links reach, as a process of its own on whatever screen there is.

Run as `python -m tests.helpers.link_desk FOLDER`. It prints a JSON line when it is ready and whenever its strip was
painted anew or its window got or lost the keyboard. It ends with its stdin.
"""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from supervisor_gui.config import keys
from supervisor_gui.desktop.single_instance import SingleInstance
from tests.helpers.desk import Desk, open_desk
from tests.helpers.qt_async import run_qt, until

SIMULATE = ("--agents", "8", "--queues", "2", "--limits", "off")


@asynccontextmanager
async def calling_desk(app: QApplication, folder: Path) -> AsyncIterator[Desk]:
    """A window with data and calls that later starts reach, whose own extension is the first agent's."""
    instance = SingleInstance(folder / "data")
    assert instance.claim()
    try:
        async with open_desk(app, folder, simulate=SIMULATE) as desk:
            instance.requested.connect(desk.program._on_other_start)
            await desk.data()
            await until(lambda: desk.program._telephone is not None, "calls came to life")
            desk.program._settings.set(keys.CALL_EXTENSION, desk.rows[0])
            yield desk
    finally:
        instance.release()


class Teller(QObject):
    """Prints what happens to the strip and to its window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._strip = desk.program._telephone.front.strip
        self._window = desk.shell.window
        self._said = ""
        for watched in (self._strip, self._window):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look at each paint of the strip and each change of who has the keyboard."""
        if watched is self._strip and event.type() == QEvent.Type.Paint and self._strip.words != self._said:
            self._said = self._strip.words
            say({"strip": self._said, "active": self._window.isActiveWindow()})
        elif watched is self._window and event.type() == QEvent.Type.ActivationChange:
            say({"window": self._window.isActiveWindow()})
        return False


def say(line: dict[str, object]) -> None:
    """Print one line."""
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


async def _serve(app: QApplication, folder: Path) -> None:
    async with calling_desk(app, folder) as desk:
        teller = Teller(desk)
        say({"ready": True})
        await asyncio.to_thread(sys.stdin.read)
        del teller


if __name__ == "__main__":
    application = QApplication([])
    run_qt(application, _serve(application, Path(sys.argv[1])), 300)
