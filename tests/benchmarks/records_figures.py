"""The speed of a million call records beside a plain scan, measured in the same run. It judges nothing."""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from supervisor_gui.ui import theme
from tests.benchmarks.board_figures import Figure, lines
from tests.benchmarks.records_file import CALLERS, CALLS, ShownCalls, fill, number_of, plain_search

ROUNDS = 7
PLACES = 60
ROOT = Path(__file__).resolve().parents[2]


def records_figures() -> tuple[Figure, ...]:
    """All of them."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "history.sqlite"
        fill(file)
        app = QApplication.instance()
        app = app if isinstance(app, QApplication) else QApplication([])
        theme.apply(app, theme.LIGHT)
        shown = ShownCalls(app, file)
        found = (*_typed(shown, file), _scrolled(shown, file))
        shown.close()
        return (*found, _grown(file))


def _typed(shown: ShownCalls, file: Path) -> tuple[Figure, Figure]:
    """From a key to the calls it leaves, painted: the usual one of a whole number, and the slowest of its keys."""
    keys: dict[int, list[float]] = {}
    theirs: list[float] = []
    for turn in range(ROUNDS + 1):
        number = number_of((turn * 7919 + 11) % CALLERS)
        shown.type("")
        spent = {length: _ms(shown.type, number[:length]) for length in range(1, len(number) + 1)}
        plain = _ms(plain_search, file, number)
        if turn:
            theirs.append(plain)
            for length, each in spent.items():
                keys.setdefault(length, []).append(each)
    usual = statistics.median(each for spent in keys.values() for each in spent)
    slowest = max(statistics.median(spent) for spent in keys.values())
    plain = statistics.median(theirs)
    return (
        Figure("filter keystroke, 1,000,000 records", usual, "ms", 0.1, baseline=plain),
        Figure("slowest key of a number, 1,000,000 records", slowest, "ms", 0.1, baseline=plain),
    )


def _scrolled(shown: ShownCalls, file: Path) -> Figure:
    """From a place in the scroll bar to the calls there, painted."""
    shown.show_all()
    dice = random.Random(4)
    places = [dice.randrange(CALLS) for _ in range(PLACES)]
    ours = statistics.median(_ms(shown.scroll, row) for row in places)
    plain = statistics.median(_ms(plain_search, file, "05551234567") for _ in range(ROUNDS))
    return Figure("scroll to any place, 1,000,000 records", ours, "ms", 0.1, baseline=plain)


def _grown(file: Path) -> Figure:
    """Memory from the first page to the end of the list, in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.records_child", str(file)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=600, check=True)
    room: dict[str, float] = {}
    for line in done.stdout.splitlines():
        room |= json.loads(line)
    if room["seen"] < CALLS:
        raise RuntimeError(f"only {room['seen']} calls were seen")
    return Figure("memory growth, all 1,000,000 records seen", room["last"] - room["first"], "MB", 60.0)


def _ms(action: Callable[..., object], *arguments: object) -> float:
    start = time.perf_counter()
    action(*arguments)
    return (time.perf_counter() - start) * 1e3


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    begun = time.perf_counter()
    print(lines(records_figures()))
    print(f"measured in {time.perf_counter() - begun:.0f} s")
