"""Files of recordings: their names, their rights, and when they go. It fetches nothing and opens no player.

No name has a customer's digits in it: a name stands in lists of recent files, on screens and in backups.
"""

import asyncio
import contextlib
import errno
import itertools
import os
import secrets
import shutil
import stat
from collections.abc import Hashable, Mapping
from datetime import datetime
from pathlib import Path

import msgspec

from supervisor_gui.clock import PBX_ZONE, Clock
from supervisor_gui.history.record_values import KeptLeg, RecordedCall
from supervisor_gui.live.numbers import MEMBER_DIGITS
from supervisor_gui.netsantral.recordings import UNDER_WAY, RecordingKind
from supervisor_gui.netsantral.types_records import Direction
from supervisor_gui.paths import DataPaths
from supervisor_gui.tasks import Tasks
from supervisor_gui.whole_files import put_in_place

LOOK_AGAIN = 30.0
"""Seconds after which copies are looked at at the latest: a computer that slept has none whose time is long over."""

_ENDINGS = frozenset(f".{kind.value}" for kind in RecordingKind)

_OUT = frozenset({Direction.OUTGOING, Direction.UNANSWERED})
_IN = frozenset({Direction.INCOMING, Direction.MISSED})


def stem(call: RecordedCall, leg: KeptLeg | None) -> str:
    """A name of ours without its ending: when the leg began in Turkish time, and the extension if there is one."""
    leg = leg or KeptLeg(call.began, "", "", call.seconds, call.direction)
    moment = datetime.fromtimestamp(leg.at, PBX_ZONE).strftime("%Y-%m-%d_%H-%M-%S")
    parties: tuple[str, ...] = (leg.destination, leg.source, call.extension)
    if leg.direction in _OUT:
        parties = (leg.source, call.extension)
    elif leg.direction in _IN:
        parties = (leg.destination, call.extension)
    extension = next((party for party in parties if _is_extension(party)), "")
    return f"{moment}_{extension}" if extension else moment


def free_name(folder: Path, wanted: str, ending: str) -> Path:
    """`wanted` with its ending in `folder`, with a number behind it where that is taken."""
    path = folder / f"{wanted}{ending}"
    for number in itertools.count(2):
        if not os.path.lexists(path):
            break
        path = folder / f"{wanted}_{number}{ending}"
    return path


def told_name(target: Path, kind: RecordingKind) -> Path:
    """The name that somebody chose, with the ending of what came; another name than the chosen one is a free one."""
    ending = f".{kind.value}"
    if target.suffix.lower() == ending:
        return target
    wanted = target.stem if target.suffix.lower() in _ENDINGS else target.name
    return free_name(target.parent, wanted, ending)


def part_in(folder: Path) -> Path:
    """A hidden name in `folder` for a file that has no name yet."""
    return folder / f"{UNDER_WAY}{secrets.token_hex(8)}"


def make_private(folder: Path) -> None:
    """See that `folder` is there, for this user alone.

    Raises:
        OSError: It cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if os.name == "posix":
        folder.chmod(0o700)


def check_place(target: Path) -> None:
    """See that a file can be made as `target`, before anybody is asked for what goes into it.

    Raises:
        OSError: A folder is in its place, or its folder takes no file.
        ValueError: No file can have this name.
    """
    with contextlib.suppress(FileNotFoundError):
        # Unlike Path.is_dir this tells of names that no file can have.
        if stat.S_ISDIR(target.stat().st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    probe = part_in(target.parent)
    os.close(os.open(probe, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    probe.unlink()


def name_within(folder: Path, path: Path) -> str:
    """How a file below `folder` is called there; empty for one that lies elsewhere."""
    try:
        return (path.parent.resolve() / path.name).relative_to(folder.resolve()).as_posix()
    except (OSError, ValueError):
        return ""


def same_file(path: Path, other: Path) -> bool:
    """Give the file a second name without copying it; False where the disks do not take that."""
    try:
        other.hardlink_to(path)
    except OSError:
        return False
    return True


def take_name(part: Path, path: Path) -> None:
    """Give a whole file its name; what had the name before goes.

    Raises:
        OSError: The disk does not take it, or another program holds what is there.
    """
    put_in_place(part, path)
    # Two names of one file are left as they are.
    drop(part)


def drop(path: Path) -> bool:
    """Delete a file; False when something holds it still."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def empty(folder: Path) -> int:
    """Delete all that is in `folder`; how many entries are left because something holds them."""
    left = 0
    for entry in _entries(folder):
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            drop(entry)
        left += os.path.lexists(entry)
    return left


def tidy(paths: DataPaths) -> None:
    """Delete what a killed run left: played copies, and what was in the middle of a fetch."""
    empty(paths.playing)
    for entry in _entries(paths.recordings):
        if entry.name.startswith(UNDER_WAY):
            drop(entry)


def drop_older(folder: Path, known: Mapping[str, float], before: float) -> frozenset[str]:
    """Delete the files below `folder` that were saved before an instant.

    Args:
        folder: Where recordings are kept.
        known: When they were saved in epoch seconds, by their name there; of others the file's own time counts.
        before: Epoch seconds.

    Returns:
        The names out of `known` of which no file is there any more.
    """
    there = set()
    for path in _files_below(folder):
        name = path.relative_to(folder).as_posix()
        try:
            saved = known.get(name, path.lstat().st_mtime)
        except OSError:
            continue
        if saved >= before or not drop(path):
            there.add(name)
    return frozenset(known) - there


class PlayedCopies:
    """Recordings that are being listened to, in a private folder: each goes some time after it was last opened."""

    def __init__(self, folder: Path, tasks: Tasks, clock: Clock, keep_seconds: float) -> None:
        self._folder = folder
        self._tasks = tasks
        self._clock = clock
        self._keep_seconds = keep_seconds
        self._copies: dict[Hashable, _Copy] = {}
        self._sweeper: asyncio.Task[None] | None = None

    async def again(self, key: Hashable) -> Path | None:
        """The copy of what `key` stands for, if it is there still; its time begins anew."""
        copy = self._copies.get(key)
        if copy is None or not await asyncio.to_thread(copy.path.exists):
            return None
        self._remember(key, copy.path)
        return copy.path

    async def take(self, key: Hashable, part: Path, wanted: str, kind: RecordingKind) -> Path:
        """Give the fetched file its name.

        Raises:
            OSError: The disk does not take it.
        """
        path = await asyncio.to_thread(free_name, self._folder, wanted, f".{kind.value}")
        # First, so that it goes in time though whoever waits for it is cancelled now.
        self._remember(key, path)
        await asyncio.to_thread(take_name, part, path)
        return path

    async def close(self) -> int:
        """Delete all; how many files are left because something holds them."""
        if self._sweeper is not None:
            self._sweeper.cancel()
            await asyncio.wait({self._sweeper})
        self._copies.clear()
        return await asyncio.to_thread(empty, self._folder)

    def _remember(self, key: Hashable, path: Path) -> None:
        self._copies[key] = self._copy(path, self._keep_seconds)
        if self._sweeper is None or self._sweeper.done():
            self._sweeper = self._tasks.spawn("played recordings", self._sweep())

    async def _sweep(self) -> None:
        while self._copies:
            left = min(map(self._seconds_left, self._copies.values()))
            await asyncio.sleep(max(0.0, min(left, LOOK_AGAIN)))
            due = {key: copy for key, copy in self._copies.items() if self._seconds_left(copy) <= 0}
            for key, copy in due.items():
                # Out of the list before it is gone, so that nobody is handed a file that goes.
                del self._copies[key]
                if not await asyncio.to_thread(drop, copy.path):
                    # A player holds it; a copy that was fetched meanwhile keeps its own entry.
                    self._copies[copy.path] = self._copy(copy.path, min(self._keep_seconds, LOOK_AGAIN))

    def _seconds_left(self, copy: "_Copy") -> float:
        """The monotonic clock stands still while some computers sleep, the wall clock is set back at times."""
        passed = max(self._clock.monotonic() - copy.monotonic, self._clock.wall() - copy.wall)
        return copy.seconds - passed

    def _copy(self, path: Path, seconds: float) -> "_Copy":
        return _Copy(path, seconds, self._clock.monotonic(), self._clock.wall())


class _Copy(msgspec.Struct, frozen=True):
    """A file, how long it stays, and from when on, by both clocks."""

    path: Path
    seconds: float
    monotonic: float
    wall: float


def _is_extension(party: str) -> bool:
    return party.isascii() and party.isdigit() and len(party) < MEMBER_DIGITS


def _entries(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(folder.iterdir())
    except OSError:
        return ()


def _files_below(folder: Path) -> list[Path]:
    """Files and links, no links followed; those under way are somebody's."""
    found = []
    for root, _, names in os.walk(folder):
        found += [Path(root) / name for name in names if not name.startswith(UNDER_WAY)]
    return found
