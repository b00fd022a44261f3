"""Shows that the smoke test notices what is missing: takes one thing at a time out of a copy of the bundle and runs it.

    python packaging/bundle/mutilate.py [FOLDER]

Linux only; five to ten minutes. The copies are hard links beside the bundle; the bundle itself stays as it is.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
BUNDLE = HERE.parents[1] / "dist" / "netsantral-supervisor"
PROGRAM = "supervisor-gui"
SECONDS = 300.0


class Loss(NamedTuple):
    """One thing taken out.

    Attributes:
        name: What it is.
        take: Takes it out of a copy; returns what it took.
        noticed_by: Checks of which each must fail.
    """

    name: str
    take: Callable[[Path], list[str]]
    noticed_by: tuple[str, ...]


def _files(*patterns: str) -> Callable[[Path], list[str]]:
    def take(bundle: Path) -> list[str]:
        found = [path for pattern in patterns for path in sorted(bundle.rglob(pattern))]
        for path in found:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        return [str(path.relative_to(bundle)) for path in found]

    return take


def _module(name: str) -> Callable[[Path], list[str]]:
    """The archive of modules lies in the program's file; its table of contents forgets one name."""

    def take(bundle: Path) -> list[str]:
        program = bundle / PROGRAM
        content = program.read_bytes()
        entry = re.compile(re.escape(bytes([len(name)]) + name.encode()))
        changed, count = entry.subn(bytes([len(name)]) + b"-" * len(name), content)
        if count:
            mode = program.stat().st_mode
            program.unlink()  # a hard link: the bundle's own file must not change
            program.write_bytes(changed)
            program.chmod(mode)
        return [f"module {name} in {PROGRAM}"] * count

    return take


LOSSES = (
    Loss("the icon", _files("resources/icons/*"), ("doctor", "window")),
    Loss("the window's Turkish", _files("supervisor_tr.qm"), ("doctor", "both languages")),
    Loss("the commands' Turkish", _files("supervisor_tr.ts"), ("doctor", "doctor in Turkish")),
    Loss("the list of keyring back ends", _files("keyring-*.dist-info"), ("doctor", "first data")),
    Loss("the keyring back end", _module("keyring.backends.SecretService"), ("doctor", "first data")),
    Loss("the platform plugin", _files("libqxcb.so"), ("doctor", "first data", "platform plugins")),
)


def main(argv: Sequence[str]) -> int:
    """Try the whole bundle, then each loss.

    Returns:
        0 when the whole one passes and each loss was noticed by every check that must, else 1.
    """
    parser = argparse.ArgumentParser(description="Look whether the smoke test notices what is missing.")
    parser.add_argument("bundle", type=Path, nargs="?", default=BUNDLE, metavar="FOLDER")
    parser.add_argument("--only", default="", metavar="WORD", help="losses whose name has this word")
    bundle = (given := parser.parse_args(argv)).bundle.absolute()
    failed = _failed_checks(bundle)
    print(f"the whole bundle: failed checks: {', '.join(failed) or 'none'}", flush=True)
    well = not failed
    for loss in LOSSES:
        if given.only in loss.name:
            with tempfile.TemporaryDirectory(prefix=".mutilated-", dir=bundle.parent) as folder:
                well &= _noticed(loss, bundle, Path(folder) / bundle.name)
    return int(not well)


def _noticed(loss: Loss, bundle: Path, copy: Path) -> bool:
    began = time.monotonic()
    shutil.copytree(bundle, copy, symlinks=True, copy_function=os.link)
    taken = loss.take(copy)
    failed = _failed_checks(copy) if taken else []
    well = bool(taken) and set(loss.noticed_by) <= set(failed)
    print(f"{'noticed' if well else 'NOT NOTICED'} ({time.monotonic() - began:.0f} s): without {loss.name}")
    print(f"    taken: {', '.join(taken) or 'nothing was found'}")
    print(f"    failed: {', '.join(failed) or 'none'}", flush=True)
    return well


def _failed_checks(bundle: Path) -> list[str]:
    command = [sys.executable, str(HERE / "smoke.py"), str(bundle / PROGRAM)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    failed = re.findall(r"^FAILED +(.+?) \(", ended.stdout, re.MULTILINE)
    if bool(failed) != bool(ended.returncode) or " passed, " not in ended.stdout:
        raise SystemExit(f"the smoke test itself went wrong: {ended.stdout[-2000:]}{ended.stderr[-2000:]}")
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
