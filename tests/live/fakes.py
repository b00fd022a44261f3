"""A PBX written by hand for the live tests: it answers what the test says, when the test says. Nothing here asserts."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Any

from supervisor_gui.clock import Clock
from supervisor_gui.live.ports import AuditRow, DirectoryEntry, MinuteSample, StateInterval
from supervisor_gui.netsantral.budgets import Priority, SlotReplaced
from supervisor_gui.netsantral.types import CommandAnswer, Credential, QueueStatus
from tests.live.boards import NOON

Answer = QueueStatus | BaseException


class Time:
    """Wall and monotonic time that move together only when the test says so."""

    def __init__(self) -> None:
        self.wall = NOON
        self.monotonic = 1000.0

    @property
    def clock(self) -> Clock:
        """The pair as the program takes it."""
        return Clock(wall=lambda: self.wall, monotonic=lambda: self.monotonic)

    def pass_(self, seconds: float) -> None:
        """Let both clocks run."""
        self.wall += seconds
        self.monotonic += seconds


class Budget:
    """A budget that always has room; it notes limit answers."""

    def __init__(self) -> None:
        self.problem = ""
        self.limits: list[str] = []
        self.next = 0.0

    def next_at(self, budget: str) -> float:
        """Now."""
        assert budget == "queue_status"
        return self.next

    def left(self, budget: str) -> int:
        """Always one."""
        return 1

    def limit_answer(self, budget: str) -> float:
        """Note it."""
        self.limits.append(budget)
        return 75.0


class StatusClient:
    """Answers status requests from a script; `hold` makes them wait until `release`."""

    def __init__(self, answers: Callable[[str | None], Answer]) -> None:
        self.answers = answers
        self.asked: list[str | None] = []
        self.priorities: list[Priority] = []
        self.credentials: list[Credential] = []
        self.held: list[asyncio.Future[None]] = []
        self.hold = False
        self._waiting: asyncio.Future[None] | None = None

    async def queue_status(
        self,
        queue: str | None,
        *,
        priority: Priority = Priority.SCREEN,
        replace: Hashable | None = None,
        sent: Callable[[], None] | None = None,
    ) -> QueueStatus:
        """Wait for the turn if held, then answer."""
        if self.hold:
            await self._wait()
        self.asked.append(queue)
        self.priorities.append(priority)
        if sent is not None:
            sent()
        answer = self.answers(queue)
        if isinstance(answer, BaseException):
            raise answer
        return answer

    async def _wait(self) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(SlotReplaced())
        self._waiting = asyncio.get_running_loop().create_future()
        self.held.append(self._waiting)
        await self._waiting

    def release(self) -> None:
        """Let the request that waits go."""
        self.hold = False
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    def use(self, credential: Credential) -> None:
        """Note the credential."""
        self.credentials.append(credential)


class Request:
    """One command request under way."""

    def __init__(self, name: str, arguments: tuple[object, ...], sent: Callable[[], None] | None) -> None:
        self.name = name
        self.arguments = arguments
        self.sent = sent
        self.outcome: asyncio.Future[CommandAnswer] = asyncio.get_running_loop().create_future()

    def go_out(self) -> None:
        """The budget's turn came."""
        if self.sent is not None:
            self.sent()

    def yes(self) -> None:
        """The PBX carried it out."""
        self.go_out()
        self.outcome.set_result(CommandAnswer(message="Success"))

    def no(self, error: BaseException) -> None:
        """The PBX or the network said no."""
        self.go_out()
        self.outcome.set_exception(error)


class CommandClient:
    """Holds every command request until the test answers it."""

    def __init__(self) -> None:
        self.requests: list[Request] = []

    def named(self, name: str) -> list[tuple[object, ...]]:
        """The arguments of every request of one operation."""
        return [request.arguments for request in self.requests if request.name == name]

    async def agent_login(self, extension: str, queue: str, *, penalty: int, paused: bool, sent: Any = None):
        """Add an extension."""
        return await self._ask("login", sent, extension, queue, penalty, paused)

    async def agent_logoff(self, extension: str, queue: str, *, sent: Any = None):
        """Take an extension out."""
        return await self._ask("logoff", sent, extension, queue)

    async def agent_pause(self, extension: str, queue: str, *, paused: bool, reason: str, sent: Any = None):
        """Begin or end a break."""
        return await self._ask("pause", sent, extension, queue, paused, reason)

    async def add_number(self, number: str, queue: str, *, penalty: int, sent: Any = None):
        """Add a number."""
        return await self._ask("add_number", sent, number, queue, penalty)

    async def remove_number(self, number: str, queue: str, *, sent: Any = None):
        """Take a number out."""
        return await self._ask("remove_number", sent, number, queue)

    async def _ask(self, name: str, sent: Any, *arguments: object) -> CommandAnswer:
        request = Request(name, arguments, sent)
        self.requests.append(request)
        return await request.outcome


class Store:
    """Keeps in lists what a real store would write."""

    def __init__(self) -> None:
        self.audit: list[AuditRow] = []
        self.minutes: list[MinuteSample] = []
        self.states: list[StateInterval] = []
        self.names: list[DirectoryEntry] = []

    def record(self, rows: Any) -> None:
        """Take audit rows."""
        self.audit += rows

    def samples(self, rows: Any) -> None:
        """Take minute samples."""
        self.minutes += rows

    def intervals(self, rows: Any) -> None:
        """Take state intervals."""
        self.states += rows

    def put_names(self, account: str, entries: Any) -> None:
        """Take names."""
        assert account == "8501110000"
        self.names += entries


async def settle(rounds: int = 20) -> None:
    """Let everything that can run now run."""
    for _ in range(rounds):
        await asyncio.sleep(0)


async def until(condition: Callable[[], object], seconds: float = 10.0) -> None:
    """Wait for a condition."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.005)


Sleep = Callable[[float], Awaitable[None]]
