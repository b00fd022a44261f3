"""Where files lie: the data folder and the shipped resources. It reads and writes nothing but folders."""

import os
import sys
from pathlib import Path

import msgspec


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

    def create(self) -> None:
        """Make the folders, readable by this user alone.

        Raises:
            OSError: The folder cannot be made.
        """
        for folder in (self.root, self.logs):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if os.name == "posix":
                folder.chmod(0o700)


def default_data_dir() -> Path:
    """The platform's folder for one user's application data."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "netsantral-supervisor"


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
