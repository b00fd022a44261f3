"""Start, memory and staleness of the whole program beside a bare window's process, in turn. It judges nothing."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from supervisor_gui.simulator.process import SimulatorProcess
from tests.benchmarks.board_figures import Figure

PASSWORD = "p4ssw0rd"
ROUNDS = 5
FAST = 600.0
SLOWER = 20.0
ROOT = Path(__file__).resolve().parents[2]


def child(*arguments: str) -> dict[str, float]:
    """Run one child; its lines as one record, its start added."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "BENCH_PASSWORD": PASSWORD}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program starts from compiled modules
    start = time.clock_gettime(time.CLOCK_MONOTONIC)
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.start_child", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    found = {"start": start}
    for line in done.stdout.splitlines():
        found |= json.loads(line)
    return found


def start_figures() -> tuple[Figure, ...]:
    """Start to window, start to first live data, memory, staleness."""
    with SimulatorProcess(("--agents", "500", "--queues", "20", "--limits", "off"), password=PASSWORD) as simulator:
        address = (simulator.info.pbx_url, simulator.info.api_url)
        with tempfile.TemporaryDirectory() as folder:
            child("live", *address, folder, str(FAST))  # leaves a last known board
            bare, painted, live = [], [], []
            for _ in range(ROUNDS):
                one = child("bare")
                bare.append(one["painted"] - one["start"])
                size = one["resident"]
                two = child("live", *address, folder, str(FAST))
                painted.append(two["painted"] - two["start"])
                live.append(two["live"] - two["start"])
            room = child("memory", *address, folder, str(FAST))
            age = child("stale", *address, folder, str(SLOWER))
    base = statistics.median(bare) * 1e3
    return (
        Figure("start to window painted", statistics.median(painted) * 1e3, "ms", 1.6, baseline=base),
        Figure("start to first live data, keyring asked", statistics.median(live) * 1e3, "ms", 3.8, baseline=base),
        Figure("memory after 1000 polls of 500 agents", room["last"], "MiB", 2.2, baseline=size),
        Figure("memory growth after the first 100 polls", (room["last"] / room["first"] - 1) * 100, "%", 1.0),
        Figure("staleness at 2 polls a minute", age["age"] * SLOWER, "s", 1.05, baseline=15.0),
    )
