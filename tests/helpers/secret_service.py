"""A real Secret Service of a test's own: a session bus and GNOME Keyring over folders that nobody else uses.

The bus starts no services by itself, so that the keyring has no window to ask with unless a test brings one
(`helpers.prompter`), also where a display exists.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import jeepney.io.blocking
import secretstorage

KEYRING_PASSWORD = "keyring-p4ss"
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
_PATIENCE = 10.0


class SecretService:
    """The running service.

    Attributes:
        address: The bus's address.
        environment: What a program needs in its environment to use this service and nothing of the user's own.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._keyring: subprocess.Popen[bytes] | None = None
        socket = folder / "bus"
        (folder / "bus.conf").write_text(_BUS.format(socket=socket), encoding="utf-8")
        for name in ("data", "config", "cache", "run"):
            (folder / name).mkdir(mode=0o700)
        self.address = f"unix:path={socket}"
        self.environment = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "HOME": str(folder),
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "DBUS_SESSION_BUS_ADDRESS": self.address,
        }
        self._bus = self._spawn(["dbus-daemon", f"--config-file={folder / 'bus.conf'}", "--nofork", "--nopidfile"])
        _wait(self._listens, "the bus")

    def start_keyring(self, *, unlocked: bool = True) -> None:
        """Start the daemon; a first start with `unlocked` makes the login keyring, which is the default one."""
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        self._keyring = self._spawn([*command, *(["--unlock"] if unlocked else [])])
        assert self._keyring.stdin is not None
        if unlocked:
            self._keyring.stdin.write(KEYRING_PASSWORD.encode())
        self._keyring.stdin.close()
        _wait(self._answers, "the keyring")

    def stop_keyring(self) -> None:
        """End the daemon; what it kept stays on disk."""
        if self._keyring is not None:
            _end(self._keyring)
            self._keyring = None

    @contextmanager
    def connection(self) -> Iterator[jeepney.io.blocking.DBusConnection]:
        """A connection of the test's own to the bus."""
        with closing(jeepney.io.blocking.open_dbus_connection(self.address)) as connection:
            secretstorage.util.add_match_rules(connection)
            yield connection

    def lock(self) -> None:
        """Lock the default keyring, as a screen lock may."""
        with self.connection() as connection:
            secretstorage.Collection(connection).lock()

    def unlock(self) -> None:
        """Unlock the default keyring, which may ask, as another program does."""
        with self.connection() as connection:
            secretstorage.Collection(connection).unlock()

    def clear(self) -> None:
        """Unlock the default keyring, which may ask, and take everything out of it."""
        with self.connection() as connection:
            collection = secretstorage.Collection(connection)
            collection.unlock()
            for item in list(collection.get_all_items()):
                item.delete()

    def put(self, account: str, value: str) -> None:
        """Keep `value` as `keyring set netsantral-supervisor/ACCOUNT ACCOUNT` would."""
        names = {"service": f"netsantral-supervisor/{account}", "username": account, "application": "another tool"}
        with self.connection() as connection:
            secretstorage.Collection(connection).create_item("by hand", names, value.encode())

    def kept(self, account: str) -> list[str]:
        """All values kept for `account`."""
        names = {"service": f"netsantral-supervisor/{account}", "username": account}
        with self.connection() as connection:
            items = secretstorage.Collection(connection).search_items(names)
            return [item.get_secret().decode() for item in items]

    def close(self) -> None:
        """End both daemons."""
        self.stop_keyring()
        _end(self._bus)

    def _listens(self) -> bool:
        try:
            jeepney.io.blocking.open_dbus_connection(self.address).close()
        except OSError:
            return False
        return True

    def _answers(self) -> bool:
        with self.connection() as connection:
            return bool(secretstorage.check_service_availability(connection))

    def _spawn(self, command: list[str]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            command,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


@contextmanager
def secret_service(*, keyring: bool = True, unlocked: bool = True) -> Iterator[SecretService]:
    """A bus, and with `keyring` GNOME Keyring on it; ended and cleared away afterwards.

    Its folder lies directly in the system's temporary one: socket paths must be short.
    """
    folder = Path(tempfile.mkdtemp(prefix="nss-"))
    try:
        service = SecretService(folder)
        try:
            if keyring:
                service.start_keyring(unlocked=unlocked)
            yield service
        finally:
            service.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait(condition: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < deadline, f"{what} did not start"
        time.sleep(0.01)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(5)
    if process.stdin is not None and not process.stdin.closed:
        process.stdin.close()
