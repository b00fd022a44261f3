"""A window that links reach, as a process of its own on whatever screen there is.

Run as `python -m tests.helpers.link_desk FOLDER`. It prints a JSON line when it is ready and whenever its strip was
or the notice of who rings was painted anew, or a window of it got or lost the keyboard. In its simulated world nothing
happens by itself. It ends with its stdin.
"""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from supervisor_gui.config import keys
from supervisor_gui.desktop.single_instance import SingleInstance
from supervisor_gui.later_starts import LaterStarts
from supervisor_gui.options import Options
from tests.helpers.desk import Desk, open_desk
from tests.helpers.pbx_pair import STILL
from tests.helpers.qt_async import run_qt, until

SIMULATE = ("--agents", "8", "--queues", "2", "--limits", "off")


@asynccontextmanager
async def calling_desk(
    app: QApplication,
    folder: Path,
    *,
    simulate: Sequence[str] = SIMULATE,
    options: Options | None = None,
    events: bool = False,
) -> AsyncIterator[Desk]:
    """A window with data and calls that later starts reach, whose own extension is the first agent's."""
    instance = SingleInstance(folder / "data")
    assert instance.claim()
    try:
        async with open_desk(app, folder, simulate=simulate, options=options, events=events) as desk:
            desk.program._later = LaterStarts(
                instance, desk.shell, desk.program._wallboard, desk.program.pages.take_link
            )
            await desk.data()
            await until(lambda: desk.program.pages.telephone is not None, "calls came to life")
            desk.program._settings.set(keys.CALL_EXTENSION, desk.rows[0])
            yield desk
    finally:
        instance.release()


class Teller(QObject):
    """Prints what happens to the strip, to the notice of who rings, and to the windows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        telephone = desk.program.pages.telephone
        self._window = desk.shell.window
        self._names = {telephone.front.strip: "strip", telephone.ringing.notice: "notice"}
        self._said = dict.fromkeys(self._names, "")
        for watched in (self._window, *self._names):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look at each paint, at the end of the notice, and at each change of who has the keyboard."""
        name, kind = self._names.get(watched, ""), event.type()
        if name and kind == QEvent.Type.Paint and watched.words != self._said[watched]:
            self._said[watched] = watched.words
            say({name: watched.words, "active": self._window.isActiveWindow()})
        elif name == "notice" and kind == QEvent.Type.Hide:
            self._said[watched] = ""
            say({name: ""})
        elif watched.isWindow() and kind == QEvent.Type.ActivationChange:
            say({"window": watched.isActiveWindow()})
        return False


def say(line: dict[str, object]) -> None:
    """Print one line."""
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


async def _serve(app: QApplication, folder: Path) -> None:
    async with calling_desk(app, folder, simulate=STILL, events=True) as desk:
        await until(lambda: desk.program._session.calls.keeper.calls.stream, "the event stream is on")
        teller = Teller(desk)
        say({"ready": True, "control": desk.info.control_url, "extension": desk.rows[0]})
        await asyncio.to_thread(sys.stdin.read)
        del teller


if __name__ == "__main__":
    application = QApplication([])
    run_qt(application, _serve(application, Path(sys.argv[1])), 300)
