"""A later start's side of one window per data folder: its wish goes to the window that is there. It opens none.

A person waits for it with a link clicked, and loading Qt alone would take most of that wait: where sockets are the
system's own, Qt is loaded only when the window does not answer.
"""

import logging
import socket
import sys
import time
from pathlib import Path

from supervisor_gui.desktop.instance_paths import MAX_LINE, OK, lock_path, server_name

log = logging.getLogger(__name__)

_MOST_SHOWN = MAX_LINE - 50


def hand_over(root: Path, number: str = "", place: str = "", *, wait: float = 1.0) -> bool:
    """Give this start's wish to the instance that already has the data folder, if there is one.

    Args:
        root: The data folder.
        number: The number or the link as it came, to be read by the window, which refuses it in words if it must;
            empty to have the window come to the front.
        place: What the window is to show when there is no number: a page's name or "wallboard"; empty for what it
            shows.
        wait: Seconds to wait for the answer, all attempts together.

    Returns:
        True when another instance has the folder, also when it did not answer in time (that is logged): this start
        has nothing left to do. False when the folder is free.
    """
    if not lock_path(root).exists():
        return False
    words = f"number {_harmless(number)}" if number else f"show {place}".rstrip()
    line = f"{words}\n".encode("ascii")
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


def _harmless(text: str) -> str:
    """`text` as one short line of plain characters.

    Whatever is replaced or cut here leaves a question mark, with which `read_link` refuses it.
    """
    shown = text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}?"
    return "".join(char if " " <= char <= "~" else "?" for char in shown)


def _is_free(root: Path) -> bool:
    from supervisor_gui.desktop.instance_lock import is_free  # noqa: PLC0415  brings Qt

    return is_free(root)


def _ask(name: str, line: bytes, deadline: float) -> bool:
    """Send `line` and wait for its answer until `deadline` (monotonic seconds)."""
    return bool(name) and _answer(name, line, deadline) == OK


def _left(deadline: float) -> float:
    return max(0.001, deadline - time.monotonic())


if sys.platform == "win32":
    _ANYBODY = -1

    def _answer(name: str, line: bytes, deadline: float) -> bytes:
        import ctypes  # noqa: PLC0415  for Windows alone

        from supervisor_gui.desktop.instance_pipe import answer  # noqa: PLC0415  brings Qt

        if line.startswith(b"show"):
            # The window may come to the front only because this start, which is in front, lets it; else it blinks.
            ctypes.windll.user32.AllowSetForegroundWindow(_ANYBODY)
        return answer(name, line, deadline)

else:

    def _answer(name: str, line: bytes, deadline: float) -> bytes:
        heard = b""
        try:
            with socket.socket(socket.AF_UNIX) as visit:
                visit.settimeout(_left(deadline))
                visit.connect(name)
                visit.sendall(line)
                while len(heard) < len(OK):
                    visit.settimeout(_left(deadline))
                    part = visit.recv(len(OK) - len(heard))
                    if not part:
                        break
                    heard += part
        except OSError:
            return b""
        return heard
