"""Starts the built program as users do, on its own simulated PBX, and looks whether everything came along.

    python packaging/bundle/smoke.py PROGRAM [--version-is V] [--first-release FOLDER] [--keep FOLDER]

Needs on Linux: Xvfb, dbus-daemon, gnome-keyring-daemon, xprop, xwininfo, and Python's keyring package or secret-tool.
It says one line a check and ends with 1 when a check failed.
"""

import argparse
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import smoke_commands as commands
import smoke_upgrade as upgrade
import smoke_windows as windows
from smoke_files import SmokeError
from smoke_stage import LINUX, Stage

FIRST_RELEASE = Path(__file__).resolve().parents[2] / "tests" / "fixtures" / "first_release"

Check = tuple[str, Callable[[Stage], str]]


def checks(version: str, first_release: Path) -> list[Check]:
    """All checks in the order in which they lean on each other."""
    found: list[Check] = [
        ("version", partial(commands.version, wanted=version)),
        ("simulated PBX", commands.simulated_pbx),
        ("simulated PBX over TLS", commands.simulated_tls),
        ("keyring", commands.keyring_kept),
        ("doctor", commands.doctor),
        ("doctor in Turkish", commands.doctor_in_turkish),
        ("certificate store", commands.doctor_over_tls),
        ("export of statistics", commands.export_statistics),
        ("export of records", commands.export_records),
        ("first data", windows.board),
        ("both languages", windows.languages),
        ("chart", windows.chart),
    ]
    if LINUX:
        found += [("platform plugins", windows.wayland_plugin), ("window", windows.window)]
    found += [
        ("data of the first release", partial(upgrade.first_release, fixture=first_release)),
        ("data of a newer release", upgrade.newer_schema),
        ("clean log", commands.clean_logs),
        ("nothing left behind", commands.nothing_left),
    ]
    return found


def main(argv: Sequence[str]) -> int:
    """Run all checks; returns 1 when one failed."""
    parser = argparse.ArgumentParser(description="Look whether a built program works.")
    parser.add_argument("program", type=Path)
    parser.add_argument("--version-is", default=commands.checkouts_version(), metavar="V")
    parser.add_argument("--first-release", type=Path, default=FIRST_RELEASE, metavar="FOLDER")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the pictures there")
    given = parser.parse_args(argv)
    began = time.monotonic()
    failed = 0
    with Stage(str(given.program.absolute())) as stage:
        try:
            stage.set_up()
        except SmokeError as trouble:
            print(f"FAILED  surroundings: {trouble}")
            return 1
        planned = checks(given.version_is, given.first_release)
        for name, check in planned:
            failed += not _passes(name, check, stage)
        if given.keep:
            shutil.copytree(stage.folder / "pictures", given.keep, dirs_exist_ok=True)
    print(f"{len(planned) - failed} passed, {failed} failed, {time.monotonic() - began:.0f} s")
    return int(failed > 0)


def _passes(name: str, check: Callable[[Stage], str], stage: Stage) -> bool:
    began = time.monotonic()
    try:
        word, told = "ok", check(stage)
    except SmokeError as trouble:
        word, told = "FAILED", str(trouble)
    except Exception as error:  # noqa: BLE001  what a check trips over is a failed check, and the next ones go on
        word, told = "FAILED", f"{type(error).__name__}: {error}"
    print(f"{word:<7} {name} ({time.monotonic() - began:.1f} s): {' '.join(told.split())}", flush=True)
    return word == "ok"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
