"""A program that takes slots as fast as it may and writes down each, and the judge of what several wrote.

It is started by tests as a process of its own and is no test itself.
"""

import argparse
import asyncio
import random
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from supervisor_gui.netsantral.budgets import Budgets, BudgetSettings

ROOT = Path(__file__).resolve().parents[2]

Interval = tuple[float, float]
"""From a grant to its stamp, between which the request reached the PBX."""


def crowd(requests: Iterable[Interval], window: float) -> int:
    """The most requests that may have reached the PBX within `window` seconds, at the worst reading of their times."""
    known = sorted(requests)
    return max(
        (
            1 + sum(end > granted - window for index, (_, end) in enumerate(known) if index < last)
            for last, (granted, _) in enumerate(known)
        ),
        default=0,
    )


def start(log: Path, ledger: Path, *options: str) -> "subprocess.Popen[bytes]":
    """Start one worker."""
    command = [sys.executable, "-X", "dev", "-m", "tests.netsantral.budget_worker", str(log), str(ledger), *options]
    return subprocess.Popen(command, cwd=ROOT)


def read(logs: Iterable[Path]) -> list[Interval]:
    """What workers wrote; a request without an end was in flight when its worker was killed."""
    found: dict[str, Interval] = {}
    for path in logs:
        for line in path.read_text().splitlines():
            key, granted, end = line.split()
            found[f"{path.name} {key}"] = (float(granted), float(end))
    return list(found.values())


async def work(options: argparse.Namespace) -> None:
    """Take slots until the time is over; with a gate, begin when its file is there."""
    while options.gate and not options.gate.exists():
        await asyncio.sleep(0.005)
    settings = BudgetSettings(programs=options.programs)
    budgets = Budgets(
        options.ledger, "8501110000", settings=settings, time_factor=options.factor, meeting=options.meeting
    )
    await budgets.open()
    over = time.monotonic() + options.seconds
    with options.log.open("a", buffering=1) as log:
        count = 0
        while time.monotonic() < over:
            count += 1
            try:
                async with asyncio.timeout_at(over), budgets.slot("queue_status") as grant:
                    log.write(f"{grant.at}-{count} {grant.at} {grant.until}\n")
                    try:
                        await asyncio.sleep(random.uniform(0, 5.0) / options.factor)
                    finally:  # also at the end of the time, and before the ledger knows it
                        ended = min(time.monotonic(), grant.until)  # a client gives up at the deadline
                        log.write(f"{grant.at}-{count} {grant.at} {ended}\n")
            except TimeoutError:
                break
    await budgets.close()


def main() -> None:
    """Read the arguments and work."""
    parser = argparse.ArgumentParser()
    parser.add_argument("log", type=Path)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--seconds", type=float, default=2.5)
    parser.add_argument("--factor", type=float, default=100.0)
    parser.add_argument("--programs", type=int, default=1)
    parser.add_argument("--meeting", type=Path)
    parser.add_argument("--gate", type=Path)
    asyncio.run(work(parser.parse_args()))


if __name__ == "__main__":
    main()
