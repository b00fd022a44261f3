"""Which links the desktop opens with this program. Each system has its own place for that, the user's own."""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from supervisor_gui.errors import KnownError

SCHEMES = ("tel", "callto", "sip")
DATA_DIR = "--data-dir"
_TERMINAL_TWIN = "-cli."
"""How the program for the terminal is named beside the other one on Windows; a link must not open a terminal."""
_INSTALLED = Path("/usr/bin/supervisor-gui")
"""Where a system's package puts the command; it stays what it is when the program's own folder moves."""


class IntegrationError(KnownError):
    """The system's place for such choices cannot be read or written."""


class Integration(Protocol):
    """One system's way."""

    def handled(self) -> frozenset[str]:
        """The schemes that this program has offered itself for and, where the system lets us know, opens.

        Raises:
            IntegrationError: It cannot be read.
        """

    def use(self, schemes: frozenset[str]) -> None:
        """Take exactly these schemes; the choices of other programs stay as they are.

        Raises:
            IntegrationError: It cannot be written.
        """


def own_command(argv0: str, data_dir: Path | None = None) -> tuple[str, ...]:
    """How the desktop has to start this program, whatever folder and PATH it has then.

    Args:
        argv0: How this process was started.
        data_dir: The data folder that links are meant for; None for the platform's place.
    """
    script = Path(argv0)
    found = str(script.absolute()) if script.is_file() and os.access(script, os.X_OK) else ""
    if not found or script.stem == "__main__":
        found = shutil.which("supervisor-gui") or ""
    frozen = getattr(sys, "frozen", False)
    if frozen:
        start: tuple[str, ...] = (_name_of(Path(sys.executable)),)
    else:
        start = (found,) if found else (sys.executable, "-m", "supervisor_gui")
    return start if data_dir is None else (*start, DATA_DIR, str(data_dir))


def _name_of(program: Path) -> str:
    """The command by which everybody knows this program file."""
    windowed = program.with_name(program.name.replace(_TERMINAL_TWIN, "."))
    if _TERMINAL_TWIN in program.name and windowed.is_file():
        return str(windowed)
    try:
        return str(_INSTALLED if _INSTALLED.samefile(program) else program)
    except OSError:
        return str(program)


def integration(command: Sequence[str], environment: Mapping[str, str]) -> Integration | None:
    """This system's way; None where an installed bundle says it once for all (macOS).

    Args:
        command: What the desktop shall start; the link is put behind it.
        environment: Where the user's folders are named.
    """
    desktop: Integration | None = None
    if sys.platform == "win32":
        from supervisor_gui.desktop.integration_windows import WindowsIntegration, user_registry  # noqa: PLC0415

        desktop = WindowsIntegration(command, user_registry())
    elif sys.platform != "darwin":
        from supervisor_gui.desktop.integration_xdg import XdgIntegration  # noqa: PLC0415

        desktop = XdgIntegration(command, environment)
    return desktop
