"""Where files lie: the data folder, the shipped resources, the administrator's file. It makes nothing but folders."""

import os
import sys
from pathlib import Path, PurePath

import msgspec

_COMMON_APPDATA = 0x23
"""Windows' number for the data of all users (CSIDL_COMMON_APPDATA)."""


class NoHomeError(OSError):
    """The system knows no home folder of this user."""


class DataPaths(msgspec.Struct, frozen=True):
    """Every file the program writes, all below one folder of mode 0700."""

    root: Path

    @property
    def settings(self) -> Path:
        """The settings file; no secrets in it."""
        return self.root / "settings.ini"

    @property
    def history(self) -> Path:
        """The SQLite database of samples, intervals, names and audit."""
        return self.root / "history.sqlite"

    @property
    def budgets(self) -> Path:
        """The SQLite ledger of requests sent."""
        return self.root / "budgets.sqlite"

    @property
    def board(self) -> Path:
        """The last known board."""
        return self.root / "board.last"

    @property
    def logs(self) -> Path:
        """The folder of log files."""
        return self.root / "logs"

    @property
    def recordings(self) -> Path:
        """The folder of recordings that were saved without naming another place."""
        return self.root / "recordings"

    @property
    def playing(self) -> Path:
        """The folder of recordings that are being listened to; nothing stays in it."""
        return self.root / "playing"

    def create(self) -> None:
        """Make the folders, readable by this user alone.

        Raises:
            OSError: The folder cannot be made.
        """
        for folder in (self.root, self.logs, self.recordings, self.playing):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if os.name == "posix":
                folder.chmod(0o700)


def default_data_dir() -> Path:
    """The platform's folder for one user's application data.

    Raises:
        NoHomeError: This user has no home folder.
    """
    try:
        return _data_base() / "netsantral-supervisor"
    except RuntimeError as error:
        raise NoHomeError(str(error)) from error


def _data_base() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def policy_file() -> Path:
    """The administrator's settings, in one place for all users of this computer; nothing a user can set moves it."""
    if sys.platform == "win32":
        return _common_data() / "NetSantral Supervisor" / "policy.ini"
    if sys.platform == "darwin":
        return Path("/Library/Application Support/NetSantral Supervisor/policy.ini")
    return Path("/etc/netsantral-supervisor/policy.ini")


def _common_data() -> Path:
    """Windows' folder for the data of all users, from Windows itself: a user can set %ProgramData% for a program."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  for Windows alone

        room = ctypes.create_unicode_buffer(260)
        if ctypes.windll.shell32.SHGetFolderPathW(None, _COMMON_APPDATA, None, 0, room) == 0:
            return Path(room.value)
    return Path("C:/ProgramData")


def read_only_address(path: PurePath) -> str:
    """An absolute path as SQLite takes it for reading alone: it knows no server in front, as a network drive has it."""
    address = path.as_uri()
    if not address.startswith("file:///"):
        address = address.replace("file://", "file:////", 1)
    return f"{address}?mode=ro"


def resource(name: str) -> Path:
    """A shipped file: inside the installed package, else beside it in a checkout.

    Raises:
        FileNotFoundError: Neither place has it; the installation is damaged.
    """
    package = Path(__file__).resolve().parent
    for base in (package / "resources", package.parent / "resources"):
        path = base / name
        if path.exists():
            return path
    raise FileNotFoundError(name)
