"""A start that knows no password, answered by keys: what a user sees and types before the board. It asserts nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supervisor_gui.app import build_front, join
from supervisor_gui.options import Options
from supervisor_gui.paths import DataPaths
from supervisor_gui.program import Program
from supervisor_gui.ui.dialogs.first_start import FirstStartDialog
from supervisor_gui.ui.shell import Shell
from tests.helpers.desk import type_text
from tests.helpers.qt_async import until


class Turns:
    """Counts how often the event loop came round."""

    def __init__(self) -> None:
        self.count = 0

    async def run(self) -> None:
        """Count until cancelled."""
        while True:
            await asyncio.sleep(0.005)
            self.count += 1


class FirstStart:
    """An open window whose user is asked.

    Attributes:
        turns: The event loop's turns since the start.
    """

    def __init__(self, shell: Shell, program: Program) -> None:
        self.shell = shell
        self.program = program
        self.turns = Turns()

    @property
    def dialog(self) -> FirstStartDialog | None:
        """The question for account and password while it is open."""
        found = self.shell.window.findChildren(FirstStartDialog)
        return next((dialog for dialog in found if dialog.isVisible()), None)

    @property
    def toasts(self) -> list[str]:
        """The words of the messages over the board."""
        return [toast.words for toast in self.shell.toasts.shown]

    async def answer(self, account: str, password: str) -> None:
        """Type both, test, decline the event stream."""
        dialog = await until(lambda: self.dialog, "the question for account and password")
        await until(lambda: QApplication.focusWidget() is dialog.account.account, "the cursor is in its first line")
        QTest.keyClicks(dialog.account.account, account)
        QTest.keyClick(dialog.account.account, Qt.Key.Key_Tab)
        type_text(dialog.account.password.line, password)
        QTest.keyClick(dialog.account.password.line, Qt.Key.Key_Return)
        await until(lambda: dialog.steps.currentWidget() is dialog.consent, "the question for the event stream")
        QTest.keyClick(dialog.go, Qt.Key.Key_Return)

    async def data(self) -> None:
        """Wait until the board shows the PBX's data."""
        await until(lambda: self.shell._board.updated, "first data")


@asynccontextmanager
async def open_start(app: QApplication, folder: Path, options: Options) -> AsyncIterator[FirstStart]:
    """Start the program on the data folder below `folder`; it is closed as a user closes it."""
    paths = DataPaths(folder / "data")
    paths.create()
    front = build_front(app, options, paths, None)
    front.shell.window.show()
    program = join(front)
    start = FirstStart(front.shell, program)
    loop = asyncio.get_running_loop()
    running = loop.create_task(program.main())
    counting = loop.create_task(start.turns.run())
    try:
        yield start
    finally:
        counting.cancel()
        dialog = start.dialog
        if dialog is not None:
            dialog.reject()
        front.shell.window.close()
        await running
