"""What another program's user has copied or marked. It keeps nothing of it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence

from supervisor_gui.desktop import qt_children
from supervisor_gui.errors import KnownError
from supervisor_gui.i18n import translate

MOST = 200
"""Characters that are read; a number has fewer, the rest of a document is nobody's business."""
_SECONDS = 10


class NoClipboardError(KnownError):
    """There is no screen to read it from, or its keeper did not answer; the text is in words for the user."""


def copied(environment: Mapping[str, str] | None = None) -> str:
    """The text of the clipboard, at most `MOST` characters and one.

    Raises:
        NoClipboardError: It cannot be read here.
    """
    return _read("Clipboard", (), os.environ if environment is None else environment)


def marked(environment: Mapping[str, str] | None = None) -> str:
    """The text that is marked in whatever window, where the system knows such a thing (X11, most of Wayland).

    Raises:
        NoClipboardError: It cannot be read here.
    """
    return _read("Selection", ("--primary",), os.environ if environment is None else environment)


def _read(mode: str, wayland: Sequence[str], environment: Mapping[str, str]) -> str:
    paste = shutil.which("wl-paste", path=environment.get("PATH"))
    if environment.get("WAYLAND_DISPLAY") and paste is not None:
        # Wayland shows the clipboard to the window in front alone; this tool has a way around that.
        return _output([paste, "--no-newline", "--type", "text", *wayland], environment)
    screen = any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform == "linux" and not screen:
        raise NoClipboardError(translate("Cli", "There is no screen here to read the clipboard from."))
    # In a process of its own: Qt aborts the one it is in when the screen is not there after all.
    return _output(qt_children.command(qt_children.READ_CLIPBOARD, mode, str(MOST + 1)), environment)


def _output(command: Sequence[str], environment: Mapping[str, str]) -> str:
    try:
        done = subprocess.run(command, env=dict(environment), capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError) as error:
        raise NoClipboardError(translate("Cli", "The clipboard cannot be read here."), details=str(error)) from error
    return done.stdout.decode("utf-8", "replace")[: MOST + 1]
