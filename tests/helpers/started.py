"""The program as a process of its own, started as a user or a script starts it. It asserts nothing of what it shows."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
MODULE = ("-m", "supervisor_gui")
T = TypeVar("T")


class Started:
    """One running start.

    Attributes:
        output: The file with everything it printed, both streams in one.
    """

    def __init__(self, process: "subprocess.Popen[bytes]", output: Path) -> None:
        self._process = process
        self.output = output

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    @property
    def runs(self) -> bool:
        """Whether it has not ended yet."""
        return self._process.poll() is None

    @property
    def words(self) -> str:
        """What it has printed so far."""
        return self.output.read_text("utf-8", "replace")

    def ended(self, seconds: float = 60.0) -> int:
        """Wait for its end and give its exit code."""
        return self._process.wait(seconds)

    def kill(self) -> None:
        """End it as `kill -9` does."""
        self._process.kill()
        self._process.wait()


@contextmanager
def started(
    output: Path,
    arguments: Sequence[str],
    *,
    environment: Mapping[str, str] | None = None,
    module: Sequence[str] = MODULE,
) -> Iterator[Started]:
    """Start the program with `arguments`; what still runs at the end is killed.

    Args:
        output: Where its two output streams go.
        arguments: As on a command line.
        environment: The whole environment; this process's own when left out.
        module: What the interpreter runs.
    """
    with output.open("wb") as sink:
        process = subprocess.Popen(
            [sys.executable, *module, *arguments],
            cwd=ROOT,
            env=dict(os.environ if environment is None else environment),
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
        )
    run = Started(process, output)
    try:
        yield run
    finally:
        run.kill()


def wait_for(condition: Callable[[], T], what: str, seconds: float = 60.0) -> T:
    """Wait, blocking, until `condition()` is true and return its value; AssertionError with `what` after `seconds`."""
    give_up = time.monotonic() + seconds
    while not (value := condition()):
        assert time.monotonic() < give_up, f"never came true in {seconds} s: {what}"
        time.sleep(0.02)
    return value
