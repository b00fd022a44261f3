"""One window per user and data folder: who is first, and how a later start reaches it. It opens no window itself.

A lock file decides who is first; a socket that only this user can open carries one line, `show` or `number N`,
answered with `ok`. A socket alone decides nothing: a second server can listen beside a living one.
"""

import logging
import re
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import msgspec
from PySide6.QtCore import QLockFile, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from supervisor_gui.desktop.instance_paths import lock_path, server_name
from supervisor_gui.errors import StoreError
from supervisor_gui.paths import DataPaths

log = logging.getLogger(__name__)

MAX_LINE = 200
"""The most bytes of one request, its end of line included."""
MAX_NUMBER = 64
MAX_VISITORS = 8
"""Connections at one time; more are turned away."""
MAX_PER_SECOND = 5
"""Requests that are passed on in one second; a person makes one."""
VISIT_MS = 2000
"""How long a connection may stay without having said its line."""
_OK = b"ok\n"
_NUMBER = re.compile(rf"[0-9+().*# -]{{1,{MAX_NUMBER}}}")


class Request(msgspec.Struct, frozen=True):
    """What a later start asked for.

    Attributes:
        verb: "show" or "number".
        number: The number to dial as it was written, only with "number"; at most 64 of `0-9 + ( ) - . * #` and blank.
    """

    verb: str
    number: str = ""


def clean_number(text: str) -> str:
    """The number of a tel: link or of plain text, as written; empty when it is no number.

    A longer or foreign text is refused rather than cut: a cut number would call somebody else.
    """
    if text[:4].lower() == "tel:":
        text = unquote(text[4:]).partition(";")[0]
    text = text.strip(" ")
    return text if _NUMBER.fullmatch(text) and any(char.isdigit() for char in text) else ""


def hand_over(root: Path, verb: str = "show", number: str = "", *, wait: float = 1.0) -> bool:
    """Give this start's wish to the instance that already has the data folder, if there is one.

    Args:
        root: The data folder.
        verb: "show" or "number"; a text that is no number becomes "show".
        number: What to dial.
        wait: Seconds to wait for the answer, all attempts together.

    Returns:
        True when another instance has the folder, also when it did not answer in time (that is logged): this start
        has nothing left to do. False when the folder is free.
    """
    if not lock_path(root).exists():
        return False
    line = _line(verb, number)
    deadline = time.monotonic() + wait
    while True:
        if _ask(server_name(root), line, deadline):
            return True
        if _is_free(root):
            return False
        if time.monotonic() >= deadline:
            log.warning("another instance has %s and did not answer", root)
            return True
        time.sleep(0.02)


def _line(verb: str, number: str) -> bytes:
    wanted = clean_number(number) if verb == "number" else ""
    return f"number {wanted}\n".encode("ascii") if wanted else b"show\n"


def _ask(name: str, line: bytes, deadline: float) -> bool:
    """Send `line` and wait for its answer until `deadline` (monotonic seconds)."""
    if not name:
        return False
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_milliseconds_to(deadline)):
        return False
    socket.write(line)
    answer = b""
    while len(answer) < len(_OK) and socket.waitForReadyRead(_milliseconds_to(deadline)):
        answer += bytes(socket.read(len(_OK) - len(answer)).data())
    socket.abort()
    return answer == _OK


def _milliseconds_to(deadline: float) -> int:
    return max(1, int((deadline - time.monotonic()) * 1000))


def _is_free(root: Path) -> bool:
    lock = _lock_file(root)
    free = _take(lock)
    lock.unlock()
    return free


def _lock_file(root: Path) -> QLockFile:
    lock = QLockFile(str(lock_path(root)))
    lock.setStaleLockTime(0)  # a window may stay open for weeks: age says nothing
    return lock


def _take(lock: QLockFile) -> bool:
    """Take `lock`, also from a process that was killed.

    Qt knows a dead owner by its process number, which a new process may have got in the meantime; the second attempt
    goes by the kernel's own lock on the file, which ends with its process and is kept while that lives.
    """
    if lock.tryLock(0):
        return True
    return lock.error() == QLockFile.LockError.LockFailedError and lock.removeStaleLockFile() and lock.tryLock(0)


class SingleInstance(QObject):
    """The first instance's side: holds the data folder and listens to later starts.

    Signals:
        requested: A `Request` of a later start.
    """

    requested = Signal(object)

    def __init__(
        self, root: Path, parent: QObject | None = None, *, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._root = root
        self._monotonic = monotonic
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None
        self._visitors = 0
        self._recent: tuple[float, ...] = ()

    def claim(self) -> bool:
        """Become the one instance of the data folder and listen.

        Returns:
            False when another instance has it.

        Raises:
            StoreError: The data folder cannot be made or written.
        """
        try:
            DataPaths(self._root).create()
        except OSError as error:
            raise StoreError("the data folder cannot be made", details=str(error)) from error
        lock = _lock_file(self._root)
        if not _take(lock) and not lock.tryLock(100):  # a later start may be looking at it just now
            if lock.error() == QLockFile.LockError.LockFailedError:
                return False
            raise StoreError("the data folder cannot be written", details=str(lock_path(self._root)))
        lock_path(self._root).chmod(0o600)
        self._lock = lock
        self._listen()
        return True

    def hand_over(self, verb: str = "show", number: str = "") -> bool:
        """Give the wish to the instance that has the folder; see the function of this name."""
        return hand_over(self._root, verb, number)

    def release(self) -> None:
        """Stop listening and give the data folder back."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _listen(self) -> None:
        name = server_name(self._root)
        if not name:
            log.error("later starts cannot reach this window: another user has taken the place of its socket")
            return
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_new_connection)
        QLocalServer.removeServer(name)  # what a killed owner left; the lock is ours
        if not server.listen(name):
            log.error("later starts cannot reach this window: %s", server.errorString())
            server.deleteLater()
            return
        self._server = server

    def _on_new_connection(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            if self._visitors >= MAX_VISITORS:
                socket.abort()
                socket.deleteLater()
                continue
            self._visitors += 1
            visitor = _Visitor(socket, self)
            visitor.said.connect(self._on_said)
            visitor.left.connect(self._on_left)
            visitor.listen()

    def _on_said(self, visitor: "_Visitor", request: Request) -> None:
        now = self._monotonic()
        self._recent = tuple(at for at in self._recent if 0 <= now - at < 1.0)
        if len(self._recent) >= MAX_PER_SECOND:
            visitor.drop()
            return
        self._recent += (now,)
        visitor.answer()
        self.requested.emit(request)

    def _on_left(self) -> None:
        self._visitors -= 1


class _Visitor(QObject):
    """One connection: reads one line within its size and time, then is gone."""

    said = Signal(object, object)
    left = Signal()

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._heard = b""
        self._gone = False
        socket.setParent(self)
        socket.setReadBufferSize(MAX_LINE + 1)
        socket.readyRead.connect(self._on_ready_read)
        socket.disconnected.connect(self._on_disconnected)
        self._timer = QTimer(self, singleShot=True, interval=VISIT_MS)
        self._timer.timeout.connect(self.drop)

    def listen(self) -> None:
        """Begin; the line may be there already, the other end may be gone already."""
        self._timer.start()
        self._on_ready_read()
        if self._socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
            self._on_disconnected()

    def answer(self) -> None:
        """Say ok and end the visit."""
        self._socket.write(_OK)
        self._socket.flush()
        self._socket.disconnectFromServer()

    def drop(self) -> None:
        """End the visit without an answer."""
        self._socket.abort()
        self._on_disconnected()

    def _on_ready_read(self) -> None:
        if b"\n" in self._heard:
            return
        self._heard += bytes(self._socket.read(MAX_LINE + 1 - len(self._heard)).data())
        if b"\n" in self._heard[:MAX_LINE]:
            request = _parse(self._heard)
            if request is not None:
                self.said.emit(self, request)
                return
        elif len(self._heard) <= MAX_LINE:
            return
        self.drop()

    def _on_disconnected(self) -> None:
        if not self._gone:
            self._gone = True
            self._timer.stop()
            self.left.emit()
            self.deleteLater()


def _parse(heard: bytes) -> Request | None:
    """The request in `heard`, None for anything else than exactly one known line."""
    line, _, rest = heard.partition(b"\n")
    if rest or not line.isascii():
        return None
    verb, _, number = line.decode("ascii").partition(" ")
    if verb == "show" and line == b"show":
        return Request("show")
    if verb == "number" and clean_number(number) == number != "":
        return Request("number", number)
    return None
