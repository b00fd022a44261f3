"""The last known board on disk, so that the window opens with it, looking old. No caller's number is ever in it."""

import asyncio
import contextlib
import os
from collections.abc import Callable
from pathlib import Path

import msgspec

from supervisor_gui.clock import Clock
from supervisor_gui.live.board import Agent, Board, Diff, MemberState, Pending
from supervisor_gui.live.keeper import LiveBoard
from supervisor_gui.live.memory import Memory
from supervisor_gui.tasks import Tasks

VERSION = 1

EVERY = 60.0
"""Seconds between two saves of a board that changes."""

LARGEST = 64 * 1024 * 1024


class Saved(msgspec.Struct, frozen=True):
    """The file's content."""

    version: int
    account: str
    at: float
    board: Board


class Loaded(msgspec.Struct, frozen=True):
    """What the file brought.

    Attributes:
        board: The board, None when there is none to use.
        at: Epoch seconds at which it was saved.
        problem: Why it is not used: "missing", "damaged", "newer", "other_account", "unreadable"; empty when it is.
    """

    board: Board | None = None
    at: float = 0.0
    problem: str = ""


class _Version(msgspec.Struct, frozen=True):
    version: int


def stripped(board: Board) -> Board:
    """`board` without anything that names a customer, without outside numbers and without what was under way."""
    agents = {
        extension: bare
        for extension, agent in board.agents.items()
        if not agent.external and (bare := _bare(agent)) is not None
    }
    return msgspec.structs.replace(board, agents=agents, callers={}, memory=Memory(day=board.memory.day))


def save(path: Path, board: Board, account: str, at: float) -> None:
    """Write the stripped board beside `path` and put it in place at once, readable by this user alone.

    Raises:
        OSError: The disk is full or the folder cannot be written; the old file stays.
    """
    data = msgspec.msgpack.encode(Saved(version=VERSION, account=account, at=at, board=stripped(board)))
    beside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def load(path: Path, account: str) -> Loaded:
    """Read the board of `account`; whatever is wrong with the file, the program starts without it."""
    try:
        if path.stat().st_size > LARGEST:
            return Loaded(problem="damaged")
        data = path.read_bytes()
    except FileNotFoundError:
        return Loaded(problem="missing")
    except OSError:
        return Loaded(problem="unreadable")
    try:
        if msgspec.msgpack.decode(data, type=_Version).version != VERSION:
            return Loaded(problem="newer")
        saved = msgspec.msgpack.decode(data, type=Saved)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return Loaded(problem="damaged")
    if saved.account != account:
        return Loaded(problem="other_account")
    if not _sound(saved.board):
        return Loaded(problem="damaged")
    return Loaded(board=saved.board, at=saved.at)


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


def _bare(agent: Agent) -> Agent | None:
    members: dict[str, MemberState] = {
        name: msgspec.structs.replace(member, pending=Pending.NONE, intent="", since_exact=False)
        for name, member in agent.members.items()
        if not member.awaited
    }
    if not members:
        return None
    return msgspec.structs.replace(agent, members=members, customer="", since_exact=False)


def _sound(board: Board) -> bool:
    """Whether the parts belong together; a file may be damaged and still be readable."""
    return all(name == queue.name for name, queue in board.queues.items()) and all(
        extension == agent.extension and agent.members.keys() <= board.queues.keys()
        for extension, agent in board.agents.items()
    )
