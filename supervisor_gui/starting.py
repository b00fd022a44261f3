"""What must hold before anything else runs: streams to print to, and an environment fit for other programs.

A windowed program has no streams: what would be printed goes to a file below the data folder. Of ours it imports paths
alone, so that it can be the first that runs.
"""

import gc
import io
import os
import sys
from collections.abc import Iterator, MutableMapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from supervisor_gui.paths import NoHomeError, default_data_dir

FILE = "start.log"
"""What would have been printed; beside the log, which begins with the window."""
CRASH_FILE = "crash.log"
_QT_PLACES = ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH")
"""What the loader of a frozen program sets."""
LARGEST = 256 * 1024
"""Bytes from which the file begins anew."""


class LateFile(io.TextIOBase):
    """A stream into a file that is made with its first word, so that a start that says nothing leaves nothing."""

    def __init__(self, folder: Path | None) -> None:
        """Nothing is touched yet.

        Args:
            folder: Where the file goes; None or one that cannot be written means the temporary folder.
        """
        self._folder = folder
        self._file: TextIO | None = None

    @property
    def encoding(self) -> str:  # type: ignore[override]  # a plain attribute there
        """As of the file."""
        return "utf-8"

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, text: str) -> int:
        """Append `text`; it never raises for the disk's sake."""
        if self._file is None:
            self._file = _opened(self._folder)
        try:
            count = self._file.write(text)
            self._file.flush()
        except OSError:
            return len(text)
        return count


def give_streams(argv: Sequence[str]) -> None:
    """See to it that there is something to print to, whatever started this program.

    Args:
        argv: The command line's words; they name the data folder.
    """
    _fill_descriptors()
    _take_every_letter()
    # Typed as always there, which a windowed program's are not.
    streams: tuple[TextIO | None, TextIO | None] = (sys.stdout, sys.stderr)
    if None not in streams:
        return
    folder = _log_folder(argv)
    late = LateFile(folder)
    sys.stdout = streams[0] or late
    sys.stderr = streams[1] or late
    _catch_crashes(folder)


def nobody_reads() -> bool:
    """Whether nobody sees what is printed: it goes to a file, or to wherever a desktop has its programs' words go."""
    return not sys.stderr.isatty()


def clean_environment(
    environment: MutableMapping[str, str], *, frozen: bool, platform: str = sys.platform, place: str = ""
) -> None:
    """Make `environment` fit for the programs that this one starts: the system's own, and itself once more.

    A frozen program was started with its own libraries in front of the system's. The loader has read that already, and
    a browser or a player that inherits it may load the wrong ones. A child that is this program has to unpack its own.

    Args:
        environment: The process's own; what Qt starts inherits it too.
        frozen: Whether this is a frozen program.
        platform: As in `sys.platform`.
        place: Where a frozen program's files lie.
    """
    if not frozen:
        return
    environment["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    for name in _QT_PLACES:
        # Our own Qt knows its place without them; a browser or a player that is built on Qt would load ours.
        if place and environment.get(name, "").startswith(place):
            del environment[name]
    if platform != "linux":
        return
    before = environment.pop("LD_LIBRARY_PATH_ORIG", None)
    environment.pop("LD_LIBRARY_PATH", None)
    if before:
        environment["LD_LIBRARY_PATH"] = before


def begin(argv: Sequence[str]) -> None:
    """Both of the above for this process, once."""
    give_streams(argv)
    frozen = bool(getattr(sys, "frozen", False))
    clean_environment(os.environ, frozen=frozen, place=getattr(sys, "_MEIPASS", ""))


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold back Python's cyclic garbage collector: nearly all that a start makes stays.

    Once the event loop runs, `runtime` collects in its own time.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _fill_descriptors() -> None:
    """Where a stream is closed, the next file that is opened would take its number, and libraries print into it."""
    if os.name != "posix":
        return
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:  # up to standard error
        os.set_inheritable(number, True)
    os.close(number)


def _take_every_letter() -> None:
    """Print as an escape what a stream has no letter for: a file or a pipe of Windows has those of one language."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="backslashreplace")


def _log_folder(argv: Sequence[str]) -> Path | None:
    """The folder of log files below the data folder that `argv` names; None for a demo, whose folder is thrown away."""
    named = ""
    for at, word in enumerate(argv):
        if word == "--":
            break  # what follows is no option: a link
        if word == "--data-dir":
            named = "".join(argv[at + 1 : at + 2])
        elif word.startswith("--data-dir="):
            named = word.partition("=")[2]
    if named:
        return Path(named).absolute() / "logs"
    if "--demo" in argv:
        return None
    try:
        return default_data_dir() / "logs"
    except NoHomeError:
        return None


def _opened(folder: Path | None) -> TextIO:
    try:
        if folder is not None:
            return _private(folder, FILE)
    except OSError:
        pass
    import tempfile  # noqa: PLC0415  seldom needed, and not quick to load

    try:
        handle, _ = tempfile.mkstemp(prefix="netsantral-supervisor-", suffix=".log")
    except OSError:
        handle = os.open(os.devnull, os.O_WRONLY)
    return os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace")


def _private(folder: Path, name: str) -> TextIO:
    """The file `name`, readable by this user alone, its folders made."""
    for place in (folder.parent, folder):
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / name
    begin_anew = path.exists() and path.stat().st_size > LARGEST

    def opener(path: str, flags: int) -> int:
        return os.open(path, flags, 0o600)

    return open(path, "w" if begin_anew else "a", encoding="utf-8", errors="backslashreplace", opener=opener)


def open_crash_file(folder: Path) -> TextIO:
    """The file in `folder` that a crash of the interpreter itself is told in; it begins anew when it is large.

    Raises:
        OSError: It cannot be opened.
    """
    return _private(folder, CRASH_FILE)


def watch_for_crashes(file: TextIO, platform: str = sys.platform) -> None:
    """Have crashes of the interpreter itself told in `file`, the stacks of all threads with them.

    On Windows that of the thread alone: its own dialogs raise and catch what looks like a crash from here, and a look
    into the threads that go on running meanwhile could make one of it.

    Args:
        file: It stays open.
        platform: As in `sys.platform`.
    """
    import faulthandler  # noqa: PLC0415  a start with streams has no need of it

    faulthandler.enable(file, all_threads=platform != "win32")


def _catch_crashes(folder: Path | None) -> None:
    """Until the log runs, a crash of the interpreter itself has a place too."""
    if folder is None:
        return
    with suppress(OSError):
        watch_for_crashes(open_crash_file(folder))
