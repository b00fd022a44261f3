"""The real window on a real simulator process, driven as a user does: keys into widgets, eyes on what they show."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from supervisor_gui.app import build_front, join
from supervisor_gui.options import Options
from supervisor_gui.paths import DataPaths
from supervisor_gui.program import Program
from supervisor_gui.simulator.process import SimulatorInfo, SimulatorProcess
from supervisor_gui.ui.shell import Shell
from tests.helpers.control import Control
from tests.helpers.qt_async import until

PASSWORD = "p4ssw0rd"
ACCOUNT = "8501110000"


class Desk:
    """One open window and the simulator behind it; every key and click is counted."""

    def __init__(self, shell: Shell, program: Program, info: SimulatorInfo, paths: DataPaths) -> None:
        self.shell = shell
        self.program = program
        self.info = info
        self.paths = paths
        self.control = Control(info.control_url)
        self.presses = 0

    @property
    def board(self):
        """The board the window shows."""
        return self.shell._board

    @property
    def table(self):
        """The agents' table."""
        return self.shell.board.agents.table

    @property
    def rows(self) -> list[str]:
        """Extensions in the order shown."""
        return [str(row.key) for row in self.shell.board.agents.model.rows]

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key chord to whoever has the keyboard."""
        self.presses += 1
        QTest.keyClick(self.focus(), key, modifiers)

    def focus(self) -> QWidget:
        """Whoever has the keyboard."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.shell.window

    def choose(self, extensions: Sequence[str]) -> None:
        """Select agents, as Ctrl and the arrows would."""
        self.shell.board.focus_agents()
        self.table.select(tuple(extensions))

    async def data(self) -> None:
        """Wait until the board shows the PBX's data."""
        await until(lambda: self.board.updated and self.rows, "first data")
        self.shell.window.activateWindow()
        await until(self.shell.window.isActiveWindow, "the window has the keyboard")


def type_text(widget: QWidget, text: str) -> None:
    """Type any letters, as an input method commits them (QTest's keys know Latin 1 only)."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


@asynccontextmanager
async def open_desk(
    app: QApplication,
    folder: Path,
    *,
    simulate: Sequence[str] = (),
    options: Options | None = None,
    events: bool = False,
    simulator: SimulatorProcess | None = None,
) -> AsyncIterator[Desk]:
    """Start a simulator and the program on it; both are ended afterwards."""
    own = simulator is None
    process = simulator or SimulatorProcess(("--seed", "7", *simulate), password=PASSWORD)
    info = await process.start_async() if own else process.info
    paths = DataPaths(folder / "data")
    paths.create()
    wished = options or Options()
    given = msgspec.structs.replace(
        wished,
        account=wished.account or info.account,
        pbx_url=wished.pbx_url or info.pbx_url,
        api_url=wished.api_url or info.api_url,
        events=info.events if events else "off",
        password=wished.password or PASSWORD,
        lang=wished.lang or "tr",
        theme=wished.theme or "light",
        data_dir=paths.root,
        size=wished.size or (1440, 900),
    )
    front = build_front(app, given, paths, None)
    front.shell.window.show()
    program = join(front)
    running = asyncio.get_running_loop().create_task(program.main())
    try:
        yield Desk(front.shell, program, info, paths)
    finally:
        front.shell.window.close()
        await running
        # The process goes on after the program: without this every later test restyles the windows of all before.
        front.shell.window.deleteLater()
        if own:
            await asyncio.to_thread(process.stop)
