"""One window per user and data folder: who is first, and what later starts ask of it. It opens no window itself.

A lock file decides who is first; a socket that only this user can open carries one line, `show`, `show PLACE` or
`number N`, answered with `ok`. A socket alone decides nothing: a second server can listen beside a living one.
"""

import logging
import re
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QLockFile, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from supervisor_gui.desktop.instance_lock import lock_file, take
from supervisor_gui.desktop.instance_paths import MAX_LINE, OK, lock_path, server_name
from supervisor_gui.desktop.tel_links import LinkRefusedError, is_link, read_link
from supervisor_gui.errors import StoreError
from supervisor_gui.options import PAGES
from supervisor_gui.paths import DataPaths

log = logging.getLogger(__name__)

MAX_VISITORS = 8
"""Connections at one time; more are turned away."""
MAX_PER_SECOND = 5
"""Requests that are passed on in one second; a person makes one."""
PLACES = frozenset({*PAGES, "wallboard"})
"""What a later start may want to see."""
_PLACE = re.compile("[a-z_]{1,40}")
VISIT_MS = 2000
"""How long a connection may stay without having said its line."""


class Request(msgspec.Struct, frozen=True):
    """What a later start asked for.

    Attributes:
        verb: "show" or "number".
        number: What to dial, only with "number": a number as it was written, or a link that may hold one, of plain
            characters. It has to be read with `read_link`, so that a bad link is refused in words.
        place: What is to be shown, only with "show": a page of this program or "wallboard"; empty for the window as
            it is.
    """

    verb: str
    number: str = ""
    place: str = ""


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
        lock = lock_file(self._root)
        if not take(lock) and not lock.tryLock(100):  # a later start may be looking at it just now
            # Windows calls it so, too, when the folder takes no file; then there is none.
            if lock.error() == QLockFile.LockError.LockFailedError and lock_path(self._root).exists():
                return False
            raise StoreError("the data folder cannot be written", details=str(lock_path(self._root)))
        lock_path(self._root).chmod(0o600)
        self._lock = lock
        self._listen()
        return True

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
        self._socket.write(OK)
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
    verb, _, said = line.decode("ascii").partition(" ")
    if verb == "show" and (line == b"show" or _PLACE.fullmatch(said)):
        # A word that a later version knows and this one does not: the window comes to the front.
        return Request("show", place=said if said in PLACES else "")
    if verb == "number" and said.isprintable() and (is_link(said) or _is_number(said)):
        return Request("number", said)
    return None


def _is_number(text: str) -> bool:
    try:
        return read_link(text) == text
    except LinkRefusedError:
        return False
