"""`supervisor-gui export statistics` run as a script runs it: no display, no keyring. It judges nothing of a file."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import msgspec

from supervisor_gui.simulator.process import SimulatorInfo, SimulatorProcess

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "p+s s/w&%-1"
"""With signs that URLs and XML spell differently."""

ACCOUNT = "8501110000"
FORMATS = ("csv", "xlsx", "png", "svg", "pdf")
FACTOR = 600
"""Of the PBX's windows and of ours alike."""

NO_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "NETGSM_USERCODE", "NETGSM_PASSWORD")


def past_centre(days: int, *, seed: int = 7) -> SimulatorProcess:
    """A PBX with limits and some hundred calls on each of so many past days; not running yet."""
    size = ("--agents", "6", "--queues", "2", "--load", "40")
    arguments = ("--limits", str(FACTOR), "--seed", str(seed), "--history-days", str(days), *size)
    return SimulatorProcess(arguments, password=PASSWORD)


class Ended(msgspec.Struct, frozen=True):
    """How a command ended.

    Attributes:
        out, err: What it said.
        command_line: Its arguments as everybody on the computer could read them while it ran.
    """

    code: int
    out: str
    err: str
    command_line: bytes

    @property
    def files(self) -> dict[str, Path]:
        """The files it named, by suffix without dot."""
        return {Path(line).suffix[1:]: Path(line) for line in self.out.splitlines()}


class Exporter:
    """Exports of one account into one data folder.

    Args:
        home: An empty folder for everything that is written.
    """

    def __init__(self, home: Path) -> None:
        self.data = home / "data"
        self.out = home / "out"
        self._home = home
        self._shift = home / "shift"
        self._shift.write_text("0")

    def order(
        self,
        start: date,
        end: date,
        *formats: str,
        out: Path | None = None,
        language: str = "en",
        rest: Sequence[str] = (),
    ) -> list[str]:
        """Arguments for the days from `start` to `end`."""
        return [
            *("--from", start.isoformat(), "--to", end.isoformat(), "--format", ",".join(formats or FORMATS)),
            *("--out", str(out or self.out), "--lang", language, *rest),
        ]

    def connection(self, info: SimulatorInfo, *, factor: int = FACTOR) -> list[str]:
        """Arguments that lead to a simulator; a smaller factor asks it less often."""
        addresses = ("--pbx-url", info.pbx_url, "--api-url", info.api_url, "--events", "off")
        return ["--account", ACCOUNT, *addresses, "--time-factor", str(factor)]

    def run(
        self, arguments: Sequence[str], *, password: str | None = PASSWORD, later: float = 0.0, data: bool = True
    ) -> Ended:
        """Run it to its end, `later` seconds after now by its clock."""
        with self.running(arguments, password=password, later=later, data=data) as process:
            command_line = Path(f"/proc/{process.pid}/cmdline").read_bytes()
            out, err = process.communicate(timeout=300)
        return Ended(process.returncode, out.decode(), err.decode(), command_line)

    @contextmanager
    def running(
        self,
        arguments: Sequence[str],
        *,
        password: str | None = PASSWORD,
        later: float = 0.0,
        data: bool = True,
        errors: int = subprocess.PIPE,
        through: Sequence[str] = (),
    ) -> "Iterator[subprocess.Popen[bytes]]":
        """Start it; what still runs at the end is killed.

        Args:
            arguments: What follows `export statistics`, or `export` when they begin with another word.
            password: What the environment brings; None for nothing.
            later: Seconds by which its clock is ahead.
            data: Whether it is told where to keep its data.
            errors: Where its complaints go.
            through: A command that becomes it.
        """
        self._shift.write_text(str(later))
        module = ("supervisor_gui",) if not later else ("tests.helpers.shifted_start", str(self._shift))
        what = () if arguments[0].isalpha() else ("statistics",)
        kept = ("--data-dir", str(self.data)) if data else ()
        process = subprocess.Popen(
            [*through, sys.executable, "-m", *module, "export", *what, *arguments, *kept],
            cwd=ROOT,
            env=self._environment(password),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait()
            for stream in (process.stdout, process.stderr):
                if stream is not None:
                    stream.close()

    def _environment(self, password: str | None) -> Mapping[str, str]:
        own = {name: value for name, value in os.environ.items() if name not in NO_DISPLAY}
        folders = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"), str(self._home))
        secret = {} if password is None else {"NETGSM_PASSWORD": password}
        return own | folders | secret | {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring", "LANG": "C.UTF-8"}
