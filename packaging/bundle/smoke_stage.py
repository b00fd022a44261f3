"""Where the smoke test plays: a screen, a session bus with a keyring, folders of its own, simulated PBXs.

It runs the program as users and scripts do, by its command line, and judges nothing. Standard library only.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple, Self, TypeVar

from smoke_files import Picture, SmokeError

LINUX = sys.platform.startswith("linux")
ACCOUNT = "8501110000"
PASSWORD = "smoke p+ss/&%"  # noqa: S105  of a simulated PBX
SPEED = "60"
"""By this factor the simulated PBXs' windows and the program's own are shorter."""

SCREEN = (1440, 900)
MARK = "NETSANTRAL_SMOKE"
"""In the environment of every process of the program, so that one that is left behind is found."""

PATIENCE = 20.0
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
_TAKEN = ("PYTHONPATH", "PYTHONHOME", "SSL_CERT_FILE", "SSL_CERT_DIR", "WAYLAND_DISPLAY", "NETGSM_USERCODE")
T = TypeVar("T")


class Ended(NamedTuple):
    """How one start ended.

    Attributes:
        out, err: What it said.
        seconds: How long it ran.
    """

    code: int
    out: str
    err: str
    seconds: float

    def well(self) -> Self:
        """Itself, when it ended with 0 and without a complaint.

        Raises:
            SmokeError: It did not.
        """
        if self.code or self.err.strip():
            raise SmokeError(f"exit code {self.code}: {(self.err or self.out).strip()[-600:] or 'not a word'}")
        return self


class Running:
    """One start that goes on.

    Attributes:
        process: The process.
    """

    def __init__(self, process: "subprocess.Popen[bytes]", folder: Path) -> None:
        self.process = process
        self._folder = folder

    def said(self) -> str:
        """What it has said so far, both streams."""
        return "".join((self._folder / name).read_text("utf-8", "replace") for name in ("out", "err"))

    def goes_on(self) -> bool:
        """True.

        Raises:
            SmokeError: It has ended.
        """
        if self.process.poll() is not None:
            raise SmokeError(f"it ended with {self.process.poll()}: {self.said().strip()[-400:]}")
        return True

    def wait(self, seconds: float) -> int:
        """Its exit code.

        Raises:
            SmokeError: It still runs after `seconds`.
        """
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired as late:
            raise SmokeError(f"it still runs after {seconds:.0f} s") from late


class Stage:
    """The whole surroundings of one smoke test; `with` ends everything that was started and clears it away.

    Attributes:
        folder: Everything that is written lies below it.
        environment: What the program is given.
        screen_file: The screen's memory as X servers dump it; None on other systems.
        connection: Arguments that lead to the simulated PBX, empty before there is one.
        tls: Certificate file and addresses of the one over TLS, empty before there is one.
        data: The data folder of most starts.
        pictures: What pictures of windows showed, by name; the files lie in `pictures` below `folder`.
        handed_over: Seconds that the hand-over of a link took.
    """

    def __init__(self, program: str) -> None:
        self.program = program
        self.folder = Path(tempfile.mkdtemp(prefix="nss-"))
        self.environment = {name: value for name, value in os.environ.items() if name not in _TAKEN}
        self.screen_file: Path | None = None
        self.connection: tuple[str, ...] = ()
        self.tls: dict[str, str] = {}
        self.data = self.folder / "supervisor"
        self.pictures: dict[str, Picture] = {}
        self.handed_over = 0.0
        (self.folder / "pictures").mkdir()
        self._stack = ExitStack()
        self._stack.callback(shutil.rmtree, self.folder, ignore_errors=True)
        self._starts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def set_up(self) -> None:
        """Make home, screen, bus and keyring.

        Raises:
            SmokeError: One of them is not to be had.
        """
        if not LINUX:
            self.environment[MARK] = self.folder.name
            return
        for name in ("home", "data", "config", "cache", "run"):
            (self.folder / name).mkdir(mode=0o700)
        kept = ("PATH", "USER", "LOGNAME", "TMPDIR")
        self.environment = {name: os.environ[name] for name in kept if name in os.environ} | {
            "LANG": "C.UTF-8",
            "HOME": str(self.folder / "home"),
            "XDG_DATA_HOME": str(self.folder / "data"),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "XDG_RUNTIME_DIR": str(self.folder / "run"),
        }
        self._screen()
        self._bus()
        # After the helpers, which do not carry it.
        self.environment |= {"QT_QPA_PLATFORM": "xcb", MARK: self.folder.name}

    def keep_password(self) -> None:
        """Put the account's password into the keyring, as an administrator does by hand.

        Raises:
            SmokeError: Neither Python's keyring package nor secret-tool is here, or the keyring refused.
        """
        service = f"netsantral-supervisor/{ACCOUNT}"
        ways = (
            [sys.executable, "-m", "keyring", "set", service, ACCOUNT],
            ["secret-tool", "store", "--label=by hand", "service", service, "username", ACCOUNT],
        )
        words = ""
        for way in ways:
            if shutil.which(way[0], path=self.environment.get("PATH")):
                ended = subprocess.run(
                    way, input=PASSWORD, env=self.environment, capture_output=True, text=True, timeout=30, check=False
                )
                if ended.returncode == 0:
                    if not LINUX:  # it is the user's own keyring there
                        self._stack.callback(self._forget_password, service)
                    return
                words = ended.stderr.strip()[-300:]
        raise SmokeError(f"no password could be put into the keyring: {words or 'install python3-keyring'}")

    def _forget_password(self, service: str) -> None:
        command = [sys.executable, "-m", "keyring", "del", service, ACCOUNT]
        subprocess.run(command, capture_output=True, timeout=30, check=False)

    # the program

    def run(self, *arguments: str, seconds: float = 60.0, extra: dict[str, str] | None = None) -> Ended:
        """Run the program to its end.

        Args:
            arguments: Its command line.
            seconds: Until it is killed, which is an error.
            extra: Further variables; an empty value takes one away.

        Raises:
            SmokeError: It did not end in time.
        """
        began = time.monotonic()
        try:
            ended = subprocess.run(
                [self.program, *arguments],
                env=self._with(extra),
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise SmokeError(f"it did not end within {seconds:.0f} s") from late
        out, err = (text.decode("utf-8", "replace") for text in (ended.stdout, ended.stderr))
        return Ended(ended.returncode, out, err, time.monotonic() - began)

    def start(self, *arguments: str, extra: dict[str, str] | None = None) -> Running:
        """Start the program and let it run; it is killed at the end of the stage at the latest."""
        self._starts += 1
        folder = self.folder / f"start-{self._starts}"
        folder.mkdir()
        with (folder / "out").open("wb") as out, (folder / "err").open("wb") as err:
            process = subprocess.Popen(
                [self.program, *arguments],
                env=self._with(extra),
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
            )
        self._stack.callback(_end, process)
        return Running(process, folder)

    def simulate(self, *arguments: str, days: int = 2) -> dict[str, object]:
        """Run the program's own simulated PBX and tell where it serves.

        Raises:
            SmokeError: It ended or was not ready in time.
        """
        ready = self.folder / f"ready-{self._starts}.json"
        size = ("--agents", "8", "--queues", "2", "--load", "60", "--seed", "7", "--history-days", str(days))
        own = ("--ready-file", str(ready), "--limits", SPEED, "--parent-pid", str(os.getpid()))
        running = self.start(
            "simulate", "--account", "any", *size, *own, *arguments, extra={"NETSANTRAL_SIM_PASSWORD": PASSWORD}
        )

        def served() -> bool:
            if running.process.poll() is not None:
                raise SmokeError(f"the simulated PBX ended: {running.said().strip()[-300:]}")
            return ready.exists()

        wait_for(served, "the simulated PBX is ready", 30.0)
        found: dict[str, object] = json.loads(ready.read_text("utf-8"))
        return found

    @staticmethod
    def connect(info: dict[str, object]) -> tuple[str, ...]:
        """Arguments that lead to the simulated PBX that told `info`."""
        return (
            *("--account", ACCOUNT, "--pbx-url", str(info["pbx_url"]), "--api-url", str(info["api_url"])),
            *("--events", str(info["events"]), "--time-factor", SPEED),
        )

    def left_behind(self) -> list[str]:
        """Names of the program's processes that still run."""
        if not LINUX:
            return []
        mark = f"{MARK}={self.folder.name}".encode()
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if mark in (process / "environ").read_bytes().split(b"\0"):
                    found.append((process / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace"))
            except OSError:
                continue  # it ended meanwhile or is somebody else's
        return [name for name in found if " simulate " not in name]

    def _with(self, extra: dict[str, str] | None) -> dict[str, str]:
        merged = self.environment | (extra or {})
        return {name: value for name, value in merged.items() if value or name not in (extra or {})}

    # the surroundings

    def _screen(self) -> None:
        memory = self.folder / "screen"
        memory.mkdir()
        size = f"{SCREEN[0]}x{SCREEN[1]}x24"
        read, write = os.pipe()
        try:
            # Without -noreset it starts anew after each last client, and turns away who comes just then.
            command = [
                "Xvfb",
                "-displayfd",
                str(write),
                "-screen",
                "0",
                size,
                *("-nolisten", "tcp", "-noreset"),
                "-fbdir",
                memory,
            ]
            self._helper(*map(str, command), pass_fds=(write,))
        finally:
            os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        if not number:
            raise SmokeError("Xvfb does not start")
        self.environment["DISPLAY"] = f":{number}"
        self.screen_file = memory / "Xvfb_screen0"

    def _bus(self) -> None:
        socket = self.folder / "bus"
        configuration = self.folder / "bus.conf"
        configuration.write_text(_BUS.format(socket=socket), "utf-8")
        self._helper("dbus-daemon", f"--config-file={configuration}", "--nofork", "--nopidfile")
        wait_for(socket.exists, "the session bus")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={socket}"
        keyring = self._helper("gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock")
        if keyring.stdin is not None:
            keyring.stdin.write(b"of the test alone")
            keyring.stdin.close()
        # The keyring that the password makes is on disk before the service answers.
        kept = self.folder / "data" / "keyrings" / "login.keyring"
        wait_for(kept.exists, "the keyring")

    def _helper(self, *command: str, pass_fds: Sequence[int] = ()) -> "subprocess.Popen[bytes]":
        try:
            process = subprocess.Popen(
                command,
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=pass_fds,
            )
        except FileNotFoundError as missing:
            raise SmokeError(f"{command[0]} is not installed") from missing
        self._stack.callback(_end, process)
        return process


def wait_for(condition: Callable[[], T], what: str, seconds: float = PATIENCE) -> T:
    """Wait until `condition()` is true and return its value.

    Raises:
        SmokeError: It was not within `seconds`.
    """
    give_up = time.monotonic() + seconds
    while not (value := condition()):
        if time.monotonic() > give_up:
            raise SmokeError(f"never came true in {seconds:.0f} s: {what}")
        time.sleep(0.02)
    return value


def _end(process: "subprocess.Popen[bytes]") -> None:
    if process.stdin is not None and not process.stdin.closed:
        process.stdin.close()
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(5)
