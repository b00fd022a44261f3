"""Asking the window over Qt's local socket, which is a named pipe on Windows."""

import time

from PySide6.QtNetwork import QLocalSocket

from supervisor_gui.desktop.instance_paths import OK


def answer(name: str, line: bytes, deadline: float) -> bytes:
    """Say `line` to the server `name`; its answer, or what came of it until `deadline` (monotonic seconds)."""
    visit = QLocalSocket()
    visit.connectToServer(name)
    if not visit.waitForConnected(_milliseconds_to(deadline)):
        return b""
    visit.write(line)
    heard = b""
    while len(heard) < len(OK) and visit.waitForReadyRead(_milliseconds_to(deadline)):
        heard += bytes(visit.read(len(OK) - len(heard)).data())
    visit.abort()
    return heard


def _milliseconds_to(deadline: float) -> int:
    return max(1, int((deadline - time.monotonic()) * 1000))
