"""`make bundle`: the frozen program in dist/netsantral-supervisor, built from locked versions in their own environment.

Steps: environment, PyInstaller, stripping, licence texts, and a look at what came out. The licence texts of others are
looked for on Linux and come from `--texts FOLDER` (dist/licence-texts when it is not named) elsewhere.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

import elf
import recipe as recipes

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = ROOT / "build"
ENVIRONMENT = BUILD / "bundle-venv"
LOCK = HERE / "requirements.lock"
FROZEN = BUILD / "frozen" / recipes.NAME
TARGET = ROOT / "dist" / recipes.NAME
LICENCES = Path("_internal") / "licences"
"""The licence texts' folder in the bundle."""
TEXTS = ROOT / "dist" / "licence-texts"
RELEASE = ROOT / "packaging" / "release"
TABLE = BUILD / "pyinstaller" / "supervisor" / "PYZ-00.toc"
LARGEST = 220
"""Megabytes of 2^20 bytes that the unpacked folder may take."""


def main(texts: Path | None = None) -> int:
    """Build and check; 1 when the bundle is not what it must be or licence texts are missing.

    Args:
        texts: A folder that foreign_texts.py filled; by default dist/licence-texts, which is made first on Linux.
    """
    if not texts_are_there(texts):
        return 1
    python = environment()
    freeze(python)
    strip()
    forget_this_machine()
    if subprocess.run(licensing(python, texts or TEXTS), cwd=ROOT, env=_plain_environment(), check=False).returncode:
        return 1
    put_in_place()
    size = megabytes(TARGET)
    print(f"{TARGET.relative_to(ROOT)}: {size:.0f} MB")
    if size > LARGEST:
        print(f"The bundle may take {LARGEST} MB at most.", file=sys.stderr)
        return 1
    return 0


def texts_are_there(texts: Path | None) -> bool:
    """Have the texts ready before the long steps: look for them on Linux, else see that they were brought along."""
    finder = [sys.executable, str(RELEASE / "foreign_texts.py"), str(TEXTS)]
    if texts is None and sys.platform == "linux":
        return subprocess.run(finder, cwd=ROOT, check=False).returncode == 0
    folder = texts or TEXTS
    if folder.is_dir():
        return True
    print(
        f"{folder} is missing: the licence texts of others, which are found on Linux only. Unpack "
        f"{recipes.NAME}-VERSION-licence-texts.tar.xz of the Linux release in dist, or name its folder with --texts.",
        file=sys.stderr,
    )
    return False


def licensing(python: Path, texts: Path) -> list[str]:
    """The command that writes the licence texts of all that is in the frozen folder; it fails when one is missing."""
    places = ["--bundle", str(FROZEN), "--table", str(TABLE), "--texts", str(texts)]
    return [str(python), str(RELEASE / "licences.py"), str(FROZEN / LICENCES), *places]


def environment() -> Path:
    """The interpreter of an environment with the locked versions; it is kept while the lock stays the same."""
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    mark = ENVIRONMENT / f".ready-{hashlib.sha256(LOCK.read_bytes()).hexdigest()[:16]}"
    if not mark.exists():
        venv.create(ENVIRONMENT, clear=True, with_pip=True)
        pip = (str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        subprocess.run([*pip, "--require-hashes", "--requirement", str(LOCK)], check=True)
        mark.touch()
    return python


def freeze(python: Path) -> None:
    """Run PyInstaller on the checkout as it is."""
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    places = ["--distpath", str(FROZEN.parent), "--workpath", str(BUILD / "pyinstaller")]
    subprocess.run([*command, *places, str(HERE / "supervisor.spec")], check=True, cwd=ROOT, env=_plain_environment())


def _plain_environment() -> dict[str, str]:
    """This environment without what would make modules of other places part of the bundle."""
    return {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONHOME"}}


def strip() -> None:
    """Take the symbols out of what may lose them."""
    wanted = recipes.recipe(recipes.this_system(sys.platform))
    files = [
        str(path)
        for path in sorted((FROZEN / "_internal").rglob("*.so*"))
        if path.is_file() and not path.is_symlink() and wanted.strips(path.relative_to(FROZEN / "_internal").as_posix())
    ]
    if files:
        subprocess.run([shutil.which("strip") or "strip", "--strip-unneeded", *files], check=True)


def forget_this_machine() -> None:
    """Take the folders of the Python that built out of Linux's libraries, which else look for others there first."""
    for path in elf.files(FROZEN) if sys.platform == "linux" else ():
        path.write_bytes(elf.without_absolute_folders(path.read_bytes()))


def put_in_place() -> None:
    """Make the finished folder dist's: what lies there is whole at any time."""
    if TARGET.exists():
        shutil.rmtree(TARGET)
    TARGET.parent.mkdir(exist_ok=True)
    FROZEN.rename(TARGET)


def megabytes(folder: Path) -> float:
    """What the files below `folder` hold, links counted once."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir()) / 2**20


def texts_option(arguments: Sequence[str] | None = None) -> Path | None:
    """`--texts FOLDER` of this command line, which the builds for Windows and macOS have, too."""
    parser = argparse.ArgumentParser(description="build the frozen program")
    parser.add_argument("--texts", type=Path, help="the licence texts of others, as a Linux build collected them")
    named: Path | None = parser.parse_args(arguments).texts
    return None if named is None else named.resolve()


if __name__ == "__main__":
    sys.exit(main(texts_option()))
