"""The real window with calls alive, in a simulated world where nobody answers and nothing ends until a test says so."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from supervisor_gui.config import keys
from supervisor_gui.live.call_bus import CallBus
from supervisor_gui.live.live_calls import CallState, LiveCall
from supervisor_gui.options import Options
from supervisor_gui.simulator.process import SimulatorProcess
from supervisor_gui.ui.calls.front import CallFront
from supervisor_gui.ui.shell import Shell
from tests.helpers.control import Control
from tests.helpers.desk import ACCOUNT, Desk, open_desk, type_text
from tests.helpers.pbx_pair import STILL, Body, without_login
from tests.helpers.qt_async import until

MINE, COLLEAGUE = "101", "102"
CUSTOMER, OTHER = "5550001122", "5550003344"
LINE = "3121110000"
USUAL: Body = {"username": ACCOUNT, "crm_id": "#"}
"""What every request about calls carries."""

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class CallDesk:
    """A desk whose own extension is 101."""

    desk: Desk

    @property
    def shell(self) -> Shell:
        """The window and what belongs to it."""
        return self.desk.shell

    @property
    def front(self) -> CallFront:
        """The window's part of calls."""
        return self.desk.program.pages.telephone.front

    @property
    def control(self) -> Control:
        """The simulator's control face."""
        return self.desk.control

    @property
    def bus(self) -> CallBus:
        """What sends commands about calls."""
        return self.desk.program._session.calls.bus

    @property
    def own(self) -> LiveCall | None:
        """The own call, as the window has it."""
        return self.shell.own_call()

    @property
    def toasts(self) -> str:
        """What the toasts say."""
        return "\n".join(toast.words for toast in self.shell.toasts.shown)

    @property
    def line(self) -> str:
        """What the status line says."""
        return self.shell.window.link.currentMessage()

    def use(self, **settings: Any) -> None:
        """Change settings, named as in `config.keys`."""
        for name, value in settings.items():
            self.desk.program._settings.set(getattr(keys, name), value)

    def type_number(self, text: str) -> None:
        """Ctrl+L and the text."""
        self.desk.press(Qt.Key.Key_L, CTRL)
        type_text(self.desk.focus(), text)

    def dial(self, text: str) -> None:
        """Ctrl+L, the text, Enter."""
        self.type_number(text)
        self.desk.press(Qt.Key.Key_Return)

    async def keyboard_back(self) -> None:
        """After a menu or a small window: offscreen nobody gives the keyboard back to the window below."""
        self.shell.window.activateWindow()
        await until(self.shell.window.isActiveWindow, "the window has the keyboard")

    async def model(self, **verbs: Body) -> None:
        """Step into the simulated world, such as `answer={"call": …}`."""
        await self.control.post("/model", verbs)

    async def truth(self) -> Body:
        """The truth about the call that was made last; empty before the first."""
        calls: list[Body] = (await self.control.get("/ledger"))["calls"]
        return calls[-1] if calls else {}

    async def rung(self, legs: int = 1) -> str:
        """Wait until so many parties of the newest call were rung; its id."""
        async with asyncio.timeout(15):
            while len((call := await self.truth()).get("legs", ())) < legs:
                await asyncio.sleep(0.02)
        return str(call["id"])

    async def connect(self) -> LiveCall:
        """Both parties of the newest call answer; the own call then, with its id."""
        for legs in (1, 2):
            await self.model(answer={"call": await self.rung(legs)})
        call: LiveCall = await until(self._talking, "both talk")
        return call

    async def asked(self, operation: str) -> Body:
        """Wait for a request of an operation; the only one, without login and with the place of its correlation id."""
        async with asyncio.timeout(15):
            while not await self.control.requests(operation):
                await asyncio.sleep(0.02)
        await until(lambda: not self.bus.pending, "every order has come to its end")
        (request,) = await self.control.requests(operation)
        return without_login(request)

    def _talking(self) -> LiveCall | None:
        call = self.own
        return call if call is not None and call.state is CallState.TALKING and call.call else None


@asynccontextmanager
async def open_call_desk(
    app: QApplication,
    folder: Path,
    *,
    events: bool = True,
    options: Options | None = None,
    simulator: SimulatorProcess | None = None,
) -> AsyncIterator[CallDesk]:
    """A window that can dial, and every telephone of the world free; the world stands still unless it is given."""
    opened = open_desk(app, folder, simulate=STILL, simulator=simulator, options=options, events=events)
    async with opened as desk:
        for agent in (await desk.control.get("/ledger/board"))["agents"]:
            await desk.control.post("/model", {"phone": {"exten": agent["exten"], "state": "idle"}})
        await desk.data()
        await until(desk.shell.dial_bar.entry.isEnabled, "calls came to life")
        calling = CallDesk(desk)
        calling.use(CALL_EXTENSION=MINE, CALL_LINE=LINE)
        if events:
            await until(lambda: desk.program._session.calls.keeper.calls.stream, "the event stream is on")
        yield calling
