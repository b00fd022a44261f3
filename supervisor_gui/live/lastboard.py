"""The last known board on disk, so that the window opens with it, looking old. No caller's number is ever in it."""

import contextlib
import os
from pathlib import Path

import msgspec

from supervisor_gui.live.board import Agent, Board, MemberState, Pending
from supervisor_gui.live.memory import Memory
from supervisor_gui.whole_files import put_in_place

VERSION = 1

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
        put_in_place(beside, path)
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
