"""Links and callers on a real screen with a window manager: whoever is in front keeps the keyboard; xdg-open works."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.helpers.control import Control

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.e2e


class Talker:
    """A helper process that prints JSON lines and ends with its stdin.

    Attributes:
        before: The lines between the last two answers of `heard`.
    """

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self.before: list[dict[str, object]] = []

    def heard(self, key: str) -> dict[str, object]:
        """The next line that tells of `key`."""
        assert self.process.stdout is not None
        self.before = []
        for text in self.process.stdout:
            line: dict[str, object] = json.loads(text)
            if key in line:
                return line
            self.before.append(line)
        raise AssertionError(f"it ended without a word of {key}")


@contextmanager
def helper(name: str, environment: dict[str, str], *arguments: str) -> Iterator[Talker]:
    """Run a module of tests.helpers until the end of the block."""
    with subprocess.Popen(
        [sys.executable, "-m", f"tests.helpers.{name}", *arguments],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Talker(process)
        finally:
            assert process.stdin is not None
            process.stdin.close()
            process.wait(30)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a user without any settings, in front of an X server with a window manager."""
    home = tmp_path / "home"
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if name not in {"WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP"}}
    environment = {
        **kept,
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "share"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "QT_QPA_PLATFORM": "xcb",
        "LANG": "C.UTF-8",
    }
    with ExitStack() as stack:
        read, write = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"], pass_fds=(write,)
        )
        stack.callback(_end, server)
        os.close(write)
        with os.fdopen(read) as told:
            environment["DISPLAY"] = f":{told.readline().strip()}"
        stack.callback(_end, subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL))
        yield environment


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    process.wait(10)


def run(environment: dict[str, str], *command: str) -> None:
    """One command that must go well."""
    subprocess.run(command, env=environment, cwd=ROOT, check=True, timeout=30, stdout=subprocess.DEVNULL)


def test_a_link_disturbs_nobody_and_the_desktop_brings_it(screen: dict[str, str], tmp_path: Path) -> None:
    again = (sys.executable, "-m", "supervisor_gui", "--data-dir", str(tmp_path / "data"))
    with helper("link_desk", screen, str(tmp_path)) as desk:
        desk.heard("ready")
        with helper("front_window", screen, "0312 111 00 00", "(0850)\u00a0111 00 00") as front:
            assert front.heard("active") == {"active": True}
            assert desk.heard("window") == {"window": False}
            run(screen, *again, "tel:05550000001")
            shown = desk.heard("strip")
            assert "555 000 00 01" in str(shown["strip"])
            assert not desk.before

            command = Path(sys.executable).with_name("supervisor-gui")
            assert shutil.which(command)
            run(screen, str(command), "integrate", "--data-dir", str(tmp_path / "data"))
            run(screen, "xdg-open", "tel:05550000002")
            shown = desk.heard("strip")
            assert "555 000 00 02" in str(shown["strip"])
            assert not desk.before

            for way, number in (("--clipboard", "312 111 00 00"), ("--selection", "850 111 00 00")):
                run(screen, str(command), "dial", way, "--data-dir", str(tmp_path / "data"))
                assert number in str(desk.heard("strip")["strip"])
                assert not desk.before

            run(screen, *again)  # a bare start does bring the window to the front: what was not seen could be seen
            assert desk.heard("window") == {"window": True}
            assert front.heard("active") == {"active": False}


def test_who_rings_is_told_and_disturbs_nobody(screen: dict[str, str], tmp_path: Path) -> None:
    with helper("link_desk", screen, str(tmp_path)) as desk:
        ready = desk.heard("ready")
        control = Control(str(ready["control"]))
        with helper("front_window", screen, "", "") as front:
            assert front.heard("active") == {"active": True}
            control.post_now("/model", {"phone": {"exten": ready["extension"], "state": "ringing"}})
            assert "05550009901" in str(desk.heard("notice")["notice"])
            assert desk.before == [{"window": False}]
            run(screen, sys.executable, "-m", "supervisor_gui", "--data-dir", str(tmp_path / "data"), "tel:05550000001")
            desk.heard("strip")  # a window that had taken the keyboard would have said so long before
            assert not desk.before
            control.post_now("/model", {"phone": {"exten": ready["extension"], "state": "idle"}})
            assert desk.heard("notice") == {"notice": ""}
            assert not desk.before
