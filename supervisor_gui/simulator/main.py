"""`supervisor-gui simulate`: starts the simulated PBX, says where it is, and ends when told to. No rules are here."""

import asyncio
import logging
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from supervisor_gui.simulator.doors import Certificates, Doors
from supervisor_gui.simulator.faults import FAULTS
from supervisor_gui.simulator.options import SimulatorOptions, parse
from supervisor_gui.simulator.parent import ParentWatch
from supervisor_gui.simulator.server import Simulator

PARENT_CHECK_SECONDS = 1.0


def main(argv: Sequence[str]) -> int:
    """Run the simulator until SIGTERM, SIGINT, or the end of the watched process.

    Returns:
        The exit code: 0 when it ended as told, 1 when a port or file could not be had.
    """
    options = parse(argv)
    if options is None:
        for name, kind in FAULTS.items():
            _say(f"{name:18} {kind.sentence}")
        return 0
    # What broken clients do is a warning to the servers and not told here; a mistake of the simulator's own is.
    for name in ("uvicorn", "asyncio"):
        logging.getLogger(name).setLevel(logging.ERROR)
    try:
        asyncio.run(_run(options))
    except OSError as trouble:
        print(f"supervisor-gui simulate: {trouble}", file=sys.stderr)  # noqa: T201
        return 1
    except KeyboardInterrupt:  # while it was still warming up
        return 0
    except ModuleNotFoundError as missing:
        print(f"supervisor-gui simulate: --tls needs the package {missing.name}", file=sys.stderr)  # noqa: T201
        return 2
    return 0


async def _run(options: SimulatorOptions) -> None:
    doors = Doors.open(options)
    certificates = _certificates(options.tls) if options.tls else None
    simulator = Simulator(options, time.time())
    _on_signals(simulator.stopped.set)
    async with simulator.serving(doors, certificates) as ready:
        line = msgspec.json.encode(ready).decode()
        if options.ready_file:
            _write_whole(options.ready_file, line + "\n")
        _say(line)
        await _told_to_end(simulator.stopped, options.parent_pid)


def _certificates(folder: Path) -> Certificates:
    # Only this switch needs the package, so the installed program does without it.
    from supervisor_gui.simulator.certs import write_certificates  # noqa: PLC0415

    return Certificates.open(write_certificates(folder))


async def _told_to_end(stop: asyncio.Event, parent_pid: int) -> None:
    watch = ParentWatch(parent_pid) if parent_pid else None
    while not stop.is_set() and (watch is None or watch.lives()):
        try:
            async with asyncio.timeout(PARENT_CHECK_SECONDS):
                await stop.wait()
        except TimeoutError:
            continue


def _on_signals(stop: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, stop)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop))


def _write_whole(path: Path, text: str) -> None:
    """A reader finds the whole line or no file."""
    beside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201
