"""The program under an administrator's file of the test's own, in this process or as one of its own.

As a process: `python -m tests.helpers.machine_policy FILE ARGUMENT…` is `supervisor-gui ARGUMENT…` under FILE.
"""

import sys
from pathlib import Path

import pytest

from supervisor_gui import paths
from supervisor_gui.cli import main
from supervisor_gui.config import policy_file


def _nobody() -> int:
    """No file of a test is this user's own: whoever runs the tests, its files lie where an administrator's would."""
    return -1


def belongs_to_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that the test writes count as an administrator's."""
    monkeypatch.setattr(policy_file, "_my_id", _nobody)


def rule(monkeypatch: pytest.MonkeyPatch, path: Path, text: str) -> None:
    """Let `text` be this computer's administrator's settings, kept in `path`, for windows opened from now on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.parent.chmod(0o755)
    path.write_text(text, "utf-8")
    path.chmod(0o644)
    belongs_to_root(monkeypatch)
    monkeypatch.setattr(paths, "policy_file", lambda: path)


if __name__ == "__main__":
    with pytest.MonkeyPatch.context() as patch:
        file = Path(sys.argv[1])
        rule(patch, file, file.read_text("utf-8"))
        sys.exit(main(sys.argv[2:]))
