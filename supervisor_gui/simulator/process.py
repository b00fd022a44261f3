"""Runs the simulator as a process of its own, for the demo and for tests. It uses the standard library only."""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

PASSWORD_VARIABLE = "NETSANTRAL_SIM_PASSWORD"  # noqa: S105
LOOK_AGAIN = 0.02
STOP_SECONDS = 5.0


class SimulatorFailedError(RuntimeError):
    """The simulator did not come up; the text holds its own words."""


@dataclass(frozen=True)
class SimulatorInfo:
    """Where a running simulator serves.

    Attributes:
        events: "HOST:PORT" of the event socket.
        tls: With TLS: the CA's certificate file and further addresses, else empty.
    """

    pbx_url: str
    api_url: str
    events: str
    control_url: str
    account: str
    tls: dict[str, str]


class SimulatorProcess:
    """One simulator process; it ends with this process at the latest.

    Args:
        arguments: Further arguments of `supervisor-gui simulate`.
        password: The account's password; it goes by the environment, never by an argument.
    """

    def __init__(self, arguments: Sequence[str] = (), *, password: str = "") -> None:
        self._arguments = tuple(arguments)
        self._password = password
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._info: SimulatorInfo | None = None

    @property
    def info(self) -> SimulatorInfo:
        """Where it serves.

        Raises:
            SimulatorFailedError: It is not running.
        """
        if self._info is None:
            raise SimulatorFailedError("the simulator is not running")
        return self._info

    @property
    def pid(self) -> int:
        """The process id, 0 when it is not running."""
        return self._process.pid if self._process else 0

    def start(self, seconds: float = 30.0) -> SimulatorInfo:
        """Start it and wait until it serves.

        Raises:
            SimulatorFailedError: It ended, or was not ready after `seconds`.
        """
        for _ in self._coming_up(seconds):
            time.sleep(LOOK_AGAIN)
        return self.info

    async def start_async(self, seconds: float = 30.0) -> SimulatorInfo:
        """Start it and wait until it serves, without blocking the loop; cancelling ends the process.

        Raises:
            SimulatorFailedError: It ended, or was not ready after `seconds`.
        """
        try:
            for _ in self._coming_up(seconds):
                await asyncio.sleep(LOOK_AGAIN)
        except asyncio.CancelledError:
            self.stop()
            raise
        return self.info

    def stop(self) -> int | None:
        """End it; a process that does not obey is killed.

        Returns:
            Its exit code, None when it was not running.
        """
        process, self._process, self._info = self._process, None, None
        code = None
        if process:
            process.terminate()
            try:
                code = process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                code = process.wait()
        if self._folder:
            self._folder.cleanup()
            self._folder = None
        return code

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()

    def _coming_up(self, seconds: float) -> Iterator[None]:
        if self._process:
            raise SimulatorFailedError("the simulator is running already")
        self._folder = tempfile.TemporaryDirectory(prefix="simulator-", ignore_cleanup_errors=True)
        ready = Path(self._folder.name) / "ready.json"
        self._process = self._launch(ready)
        give_up = time.monotonic() + seconds
        while not ready.exists():
            if self._process.poll() is not None or time.monotonic() > give_up:
                self._fail()
            yield
        fields = json.loads(ready.read_text(encoding="utf-8"))
        self._info = SimulatorInfo(**{"tls": {}} | fields)

    def _launch(self, ready: Path) -> subprocess.Popen[bytes]:
        complaints = self._complaints()
        frozen = getattr(sys, "frozen", False)
        command = [sys.executable, "simulate"] if frozen else [sys.executable, "-m", "supervisor_gui.simulator"]
        own = ["--ready-file", str(ready), "--parent-pid", str(os.getpid())]
        environment = dict(os.environ)
        if self._password:
            environment[PASSWORD_VARIABLE] = self._password
        # A file and no pipe: nobody reads while it runs, and a full pipe would stop it.
        with complaints.open("wb") as stderr:
            return subprocess.Popen(  # noqa: S603
                [*command, *own, *self._arguments],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=stderr,
            )

    def _complaints(self) -> Path:
        return Path(self._folder.name if self._folder else "") / "stderr.txt"

    def complaints(self) -> str:
        """What it has written to its standard error so far; empty when it is not running."""
        path = self._complaints()
        return path.read_text("utf-8", "replace") if self._folder and path.exists() else ""

    def _fail(self) -> None:
        words = self.complaints().strip()[-500:]
        self.stop()
        raise SimulatorFailedError(words or "the simulator was not ready in time")
