"""Recordings of calls, fetched into files: where they may come from and what is taken for one. It plays nothing.

A link opens its recording without a login, so it is a secret: it stands in no log and no error. It comes from an
answer, so it is followed to Netgsm's recording host alone (docs/protocol.md, Recordings).
"""

import asyncio
import contextlib
import enum
import errno
import os
import stat
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import quote, urlsplit

import msgspec

from supervisor_gui.errors import KnownError
from supervisor_gui.netsantral.endpoints import Endpoint
from supervisor_gui.netsantral.errors import BadAnswer, NoAnswer, NotSent, TransportError
from supervisor_gui.netsantral.requester import check_status
from supervisor_gui.whole_files import put_in_place

if TYPE_CHECKING:
    from supervisor_gui.netsantral.transport import Transport

OPERATION = "recording"
HOST = "dosyaindir.netgsm.com.tr"
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_SHORTEST = 64
"""Bytes; a sound file's header alone is about as long, so anything shorter is a message."""

_QUOTING = frozenset({"bad_url", "cut", "not_http", "proxy"})
"""Failures whose details repeat what was sent or came, and with it perhaps the link."""

UNDER_WAY = ".recording-"
"""How names begin of files that are not whole yet."""

_WRITTEN_AT_ONCE = 1024 * 1024
_HTML_BEGINS = (b"<", b"\xff\xfe<", b"\xfe\xff\x00<")

Progress = Callable[[int, int | None], None]
"""Is told bytes so far and in all; None when the server does not say how many there are."""


class ProgressFailed(KnownError):
    """What a `Progress` raised, kept apart from the connection's own failures until it is back with its owner."""

    def __init__(self, error: Exception) -> None:
        super().__init__(type(error).__name__)
        self.error = error


class RecordingKind(enum.Enum):
    """What a recording is; the value is the usual ending of its file's name."""

    WAV = "wav"
    MP3 = "mp3"


class RecordingAddress(msgspec.Struct, frozen=True):
    """Where a recording is: base URL, and path with query, percent-encoded. The repr tells the base URL alone."""

    base_url: str
    target: str

    def __repr__(self) -> str:
        return f"RecordingAddress({self.base_url!r}, ***)"


def recording_address(link: str) -> RecordingAddress:
    """Take a link apart.

    Raises:
        NotSent: reason "recording_host": it leads neither over HTTPS to Netgsm's recording host nor to this computer.
    """
    try:
        parts = urlsplit(link.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise NotSent(OPERATION, "recording_host") from None
    official = parts.scheme == "https" and host == HOST and port in {None, 443}
    local = parts.scheme in {"http", "https"} and host in _LOOPBACK and port != 0
    if "@" in parts.netloc or not (official or local):
        raise NotSent(OPERATION, "recording_host")
    shown = f"[{host}]" if ":" in host else host
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~", errors="replace")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~?", errors="replace")
    base_url = f"{parts.scheme}://{shown}" + (f":{port}" if port is not None else "")
    return RecordingAddress(base_url, f"{path}?{query}" if query else path)


def recording_kind(head: bytes) -> RecordingKind:
    """What a file beginning with `head` is.

    Raises:
        BadAnswer: reason "recording_page", "recording_empty" or "recording_type".
    """
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_HTML_BEGINS):
        raise BadAnswer(OPERATION, "recording_page")
    if len(head) < _SHORTEST:
        raise BadAnswer(OPERATION, "recording_empty", details=f"{len(head)} bytes")
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return RecordingKind.WAV
    if head[:3] == b"ID3" or _is_layer_3(head):
        return RecordingKind.MP3
    raise BadAnswer(OPERATION, "recording_type")


def _is_layer_3(head: bytes) -> bool:
    """Whether an MPEG audio frame of layer 3 begins here, with none of its reserved figures."""
    in_step = head[0] == 0xFF and head[1] & 0xE0 == 0xE0
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    rate, frequency = head[2] >> 4, head[2] >> 2 & 3
    return in_step and version != 1 and layer == 1 and rate != 15 and frequency != 3


class RecordingFile:
    """The file that a recording grows into. Its disk work runs in threads, one piece at a time.

    Args:
        target: The file's name at the end; until then it is a private one beside it with a name of its own.
        progress: Is told how far it is.
    """

    def __init__(self, target: Path, progress: Progress | None) -> None:
        self._target = target
        self._part: Path | None = None
        self._progress = progress
        self._waiting = bytearray()
        self._size = 0
        self._kind: RecordingKind | None = None
        # A thread's work goes on when whoever waits for it is cancelled.
        self._lock = threading.Lock()
        self._file: BinaryIO | None = None
        self._discarded = False

    async def open(self) -> None:
        """Begin the file, so that a name or a folder that takes none is known before anything is sent.

        Raises:
            NotSent: reason "recording_file".
        """
        try:
            await asyncio.to_thread(self._begin)
        except (OSError, ValueError) as error:
            raise NotSent(OPERATION, "recording_file", details=_words(error)) from None

    async def take(self, part: bytes, total: int | None) -> None:
        """Append a part.

        Raises:
            BadAnswer: By now it is clear that this is no recording.
            NoAnswer: reason "recording_file".
            ProgressFailed: By being told how far it is.
        """
        self._waiting += part
        self._size += len(part)
        if self._kind is None and len(self._waiting) >= _SHORTEST:
            self._kind = recording_kind(bytes(self._waiting[:_SHORTEST]))
        if len(self._waiting) >= _WRITTEN_AT_ONCE:
            await self._in_thread(self._write)
        if self._progress is not None:
            try:
                self._progress(self._size, total)
            except Exception as error:
                raise ProgressFailed(error) from error

    async def finish(self) -> RecordingKind:
        """Give the whole file its name.

        Raises:
            BadAnswer: It is no recording.
            NoAnswer: reason "recording_file".
        """
        kind = self._kind or recording_kind(bytes(self._waiting))
        await self._in_thread(self._complete)
        return kind

    async def discard(self) -> None:
        """Leave nothing behind."""
        await asyncio.to_thread(self._remove)

    async def _in_thread(self, work: Callable[[], None]) -> None:
        try:
            await asyncio.to_thread(work)
        except OSError as error:
            raise NoAnswer(OPERATION, "recording_file", details=_words(error)) from None

    def _begin(self) -> None:
        with contextlib.suppress(FileNotFoundError):
            # Unlike Path.is_dir this tells of names that no file can have.
            if stat.S_ISDIR(self._target.stat().st_mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        self._write()

    def _write(self) -> None:
        with self._lock:
            if self._discarded:
                return
            if self._file is None:
                handle, name = tempfile.mkstemp(".part", UNDER_WAY, self._target.parent)
                self._part, self._file = Path(name), os.fdopen(handle, "wb")
            self._file.write(self._waiting)
            self._waiting.clear()

    def _complete(self) -> None:
        self._write()
        with self._lock:
            if self._file is not None and self._part is not None and not self._discarded:
                self._file.close()
                put_in_place(self._part, self._target)

    def _remove(self) -> None:
        with self._lock:
            self._discarded = True
            # A full disk may refuse the rest at the closing; the file goes all the same.
            with contextlib.suppress(OSError):
                if self._file is not None:
                    self._file.close()
            with contextlib.suppress(OSError):
                if self._part is not None:
                    self._part.unlink()


async def fetch_recording(
    line: "Transport", endpoint: Endpoint, address: RecordingAddress, file: RecordingFile
) -> RecordingKind:
    """Fetch one recording into `file`; on any failure the file is gone.

    Raises:
        TransportError: As told by `RecordOperations.fetch_recording`.
        LimitReached: HTTP status 429.
        ProgressFailed: By being told how far it is.
    """
    try:
        await file.open()
        _check_status(await _downloaded(line, endpoint, address, file))
        return await file.finish()
    except BaseException:
        await file.discard()
        raise


async def _downloaded(line: "Transport", endpoint: Endpoint, address: RecordingAddress, file: RecordingFile) -> int:
    try:
        return await line.download(endpoint, address.target, file.take)
    except TransportError as error:
        if error.reason == "too_large":
            raise BadAnswer(OPERATION, "recording_large", details=error.details) from None
        if error.reason in _QUOTING:
            error.details = ""
        raise


def _words(error: OSError | ValueError) -> str:
    return getattr(error, "strerror", None) or type(error).__name__


def _check_status(status: int) -> None:
    if 300 <= status < 400 or status in {401, 403, 404, 410}:
        raise NoAnswer(OPERATION, "recording_gone", code=str(status))
    check_status(OPERATION, status)
