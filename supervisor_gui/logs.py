"""The log: a rotating file that never blocks the window and never holds a secret. It decides no level for others.

Lines go into a queue; one thread redacts and writes them. Crashes of the interpreter itself go into their own file.
"""

import contextlib
import copy
import faulthandler
import io
import logging
import logging.handlers
import os
import queue
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from supervisor_gui.errors import KnownError
from supervisor_gui.redaction import Redactor
from supervisor_gui.starting import CRASH_FILE, open_crash_file, watch_for_crashes

FILE = "supervisor.log"
BYTES = 1_000_000
KEPT = 5
WAITING_LINES = 20_000
CHATTY = (
    "asyncio",
    "httpcore",
    "httpcore2",
    "httpx",
    "httpx2",
    "jeepney",
    "keyring",
    "qasync",
    "secretstorage",
    "sqlalchemy",
    "uvicorn",
)
"""Libraries whose own INFO or DEBUG lines hold URLs, secrets or nothing of use."""

log = logging.getLogger(__name__)

Report = Callable[[str, BaseException], None]


class Line(logging.Formatter):
    """One redacted line a record; foreign line breaks are made visible, traces keep theirs."""

    def __init__(self, redact: Redactor) -> None:
        super().__init__()
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        """Time, level, logger, message, trace."""
        message = record.getMessage().replace("\r", "\\r").replace("\n", "\\n")
        head = f"{self.formatTime(record)} {record.levelname:<8} {record.name}: "
        parts = [head + self._redact(message)]
        parts.extend(self._redact(text) for text in (_trace(record), record.stack_info) if text)
        return "\n".join(parts)


def _trace(record: logging.LogRecord) -> str:
    if record.exc_text or not record.exc_info or record.exc_info[1] is None:
        return record.exc_text or ""
    return trace_text(record.exc_info[1])


def trace_text(error: BaseException) -> str:
    """The trace of `error`, not redacted yet."""
    return "".join(traceback.format_exception(error)).rstrip()


class _ToQueue(logging.handlers.QueueHandler):
    """Hands a record over with its words made now, since its arguments may change."""

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        ready = copy.copy(record)
        ready.msg, ready.args = record.getMessage(), None
        ready.exc_text, ready.exc_info = _trace(record), None
        return ready

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  logging's name
        """A full queue drops the line; logging's own complaint would print the record's arguments."""


class _Listener(logging.handlers.QueueListener):
    """The writing thread; its end waits for room in a full queue instead of failing."""

    def __init__(self, lines: queue.Queue[logging.LogRecord | None], *outlets: logging.Handler) -> None:
        super().__init__(lines, *outlets, respect_handler_level=True)
        self._lines = lines

    def enqueue_sentinel(self) -> None:
        """Tell the thread to end after what waits."""
        self._lines.put(None)


class _PrivateFile(logging.handlers.RotatingFileHandler):
    """A log file that only this user can read."""

    def _open(self) -> io.TextIOWrapper:
        return _open_private(Path(self.baseFilename))

    def doRollover(self) -> None:  # noqa: N802  logging's name
        """Begin a new file; a full one that cannot be moved goes on, as Windows moves none that is open elsewhere.

        It moves before the older ones do, so that a refusal leaves all as they are.
        """
        full = Path(self.baseFilename)
        files = [full, *(full.with_name(f"{full.name}.{number}") for number in range(self.backupCount + 1))]
        if self.stream is not None:
            with contextlib.suppress(OSError):
                self.stream.close()
            self.stream = None  # the next line opens it anew
        if _moved(*files[:2]):
            for number in range(self.backupCount, 0, -1):
                _moved(files[number], files[number + 1])

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  logging's name
        """A full disk costs the line; logging's own complaint would print the record's arguments."""

    def close(self) -> None:
        """Close the file; a line that a full disk does not take must not keep the program from its end."""
        with contextlib.suppress(OSError):
            super().close()


def _moved(path: Path, target: Path) -> bool:
    try:
        path.replace(target)
    except OSError:
        return False
    return True


def _open_private(path: Path) -> io.TextIOWrapper:
    def opener(name: str, flags: int) -> int:
        return os.open(name, flags, 0o600)

    return open(path, "a", encoding="utf-8", errors="backslashreplace", opener=opener)


def _rewrite(path: Path, without: Callable[[str], str]) -> None:
    """Change a file in place: whoever appends to it goes on doing so."""
    with path.open("r+", encoding="utf-8", errors="surrogateescape", newline="") as file:
        text = file.read()
        kept = without(text)
        if kept != text:
            file.seek(0)
            file.write(kept)
            file.truncate()


class Logging:
    """The running log of one program; `close` puts everything back.

    Attributes:
        redact: Tell it each password as soon as it is known.
    """

    def __init__(self, folder: Path, level: str = "INFO", *, console: TextIO | None = None) -> None:
        """Start logging into `folder`.

        Args:
            folder: An existing folder of this user's.
            level: Name of the lowest level of our own lines.
            console: Where warnings and errors are repeated, None for nowhere.

        Raises:
            OSError: The files cannot be opened.
        """
        self.redact = Redactor()
        self._folder = folder
        self._handed: Report | None = None
        self._running = True
        self._had_faults = faulthandler.is_enabled()
        file = _PrivateFile(folder / FILE, maxBytes=BYTES, backupCount=KEPT, encoding="utf-8")
        self._outlets: list[logging.Handler] = [file]
        if console is not None:
            self._outlets.append(logging.StreamHandler(console))
            self._outlets[-1].setLevel(logging.WARNING)
        for outlet in self._outlets:
            outlet.setFormatter(Line(self.redact))
        lines: queue.Queue[logging.LogRecord | None] = queue.Queue(WAITING_LINES)
        self._entry = _ToQueue(lines)
        self._listener = _Listener(lines, *self._outlets)
        self._crash = open_crash_file(folder)
        self._levels = {name: logging.getLogger(name).level for name in ("", *CHATTY)}
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._start(level)

    def _start(self, level: str) -> None:
        root = logging.getLogger()
        root.addHandler(self._entry)
        root.setLevel(level)
        for name in CHATTY:
            logging.getLogger(name).setLevel(logging.WARNING)
        self._listener.start()
        watch_for_crashes(self._crash)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable

    def report_to(self, report: Report | None) -> None:
        """Tell `report` each bug as well, for example to show it; it is called in the thread of the bug."""
        self._handed = report

    def report(self, where: str, error: BaseException) -> None:
        """The one place for what nobody caught: known errors in a line, bugs with their trace."""
        if isinstance(error, KnownError):
            log.warning("%s: %s %s", where, error, error.details)
            return
        log.error("%s failed", where, exc_info=error)
        if self._handed is not None:
            self._handed(where, error)

    def crash_text(self, error: BaseException) -> str:
        """A report that the user may send: the trace without secrets and numbers."""
        return self.redact(trace_text(error))

    def forget(self, without: Callable[[str], str]) -> None:
        """Rewrite every log file as `without` says, the current one too. It blocks: call it in a thread.

        Args:
            without: Takes out of a text what must go.

        Raises:
            OSError: A file cannot be read or written; the others may have been rewritten.
        """
        outlet = self._outlets[0]
        outlet.acquire()
        try:
            outlet.flush()
            for path in (*self._folder.glob(f"{FILE}*"), self._folder / CRASH_FILE):
                _rewrite(path, without)
        finally:
            outlet.release()

    def close(self) -> None:
        """Write what waits and give the hooks back; a second call does nothing."""
        if not self._running:
            return
        self._running = False
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
        root = logging.getLogger()
        root.removeHandler(self._entry)
        self._listener.stop()
        for name, level in self._levels.items():
            logging.getLogger(name).setLevel(level)
        faulthandler.disable()
        if self._had_faults and sys.__stderr__ is not None:
            faulthandler.enable(sys.__stderr__)
        for outlet in (self._entry, *self._outlets):
            outlet.close()
        self._crash.close()

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: object) -> None:
        if isinstance(error, KeyboardInterrupt):
            self._hooks[0](kind, error, error.__traceback__)
            return
        self.report("the program", error)

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            self.report(args.thread.name if args.thread else "a thread", args.exc_value)

    def _on_unraisable(self, args: "sys.UnraisableHookArgs") -> None:
        if args.exc_value is not None:
            self.report(args.err_msg or "clean-up", args.exc_value)
