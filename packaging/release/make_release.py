"""`make release`: all of this version that Linux can build, in dist/release, with check sums. It publishes nothing.

The bundle and the .deb are made before (`make bundle deb`); wheel and source archive are made here, of the last commit.
A tree that is not committed, a changelog that does not know this version or files of an older commit are refused.
"""

import hashlib
import lzma
import os
import shutil
import subprocess
import sys
import tarfile
import xml.etree.ElementTree as ET
from pathlib import Path

import version

ROOT = version.ROOT
HERE = Path(__file__).resolve().parent
NAME = "netsantral-supervisor"
BUNDLE = Path("dist") / NAME
TABLE = Path("build") / "pyinstaller" / "supervisor" / "PYZ-00.toc"
TEXTS = Path("dist") / "licence-texts"
"""The licence texts of others, which the other systems' builds cannot find by themselves."""
BUNDLE_PYTHON = Path("build") / "bundle-venv" / "bin" / "python"
METAINFO = Path("packaging") / "linux" / f"{NAME}.metainfo.xml"
SECONDS = 300


class RefusedError(Exception):
    """This tree cannot be released; the words say why."""


def refuse_unfit(root: Path) -> int:
    """Look whether the tree can be released. Returns the second of its last commit.

    Raises:
        RefusedError: It is not committed as it stands, or the changelog or the metainfo does not know this version.
    """
    if changed := _git(root, "status", "--porcelain"):
        raise RefusedError(f"The tree is not clean:\n{changed}")
    try:
        date, _ = version.dated_section(root)
        number = version.of_the_source(root)
    except version.VersionError as error:
        raise RefusedError(str(error)) from error
    releases = ET.parse(root / METAINFO).getroot().iter("release")
    told = {release.get("version"): release.get("date") for release in releases}
    if told.get(number) != date:
        raise RefusedError(f"{METAINFO} says {told.get(number)} where the changelog says {date} of version {number}.")
    return int(_git(root, "log", "-1", "--format=%ct"))


def refuse_stale(root: Path, committed: int) -> tuple[Path, Path]:
    """(executable of the bundle, .deb), both made of the last commit.

    Raises:
        RefusedError: One is missing, older than the last commit, of another version, or there are no licence texts.
    """
    number = version.of_the_source(root)
    program = root / BUNDLE / "supervisor-gui"
    deb = root / "dist" / f"{NAME}_{number}_amd64.deb"
    for path, how in ((program, "make bundle"), (deb, "make deb")):
        if not path.is_file():
            raise RefusedError(f"{path.relative_to(root)} is missing: {how}")
        if path.stat().st_mtime < committed:
            raise RefusedError(f"{path.relative_to(root)} is older than the last commit: {how}")
    if not (root / TEXTS).is_dir():
        raise RefusedError(f"{TEXTS} is missing: make bundle")
    if deb.stat().st_mtime < program.stat().st_mtime:
        raise RefusedError(f"{deb.relative_to(root)} is older than the bundle: make deb")
    told = _run([str(program), "--version"], root).strip()
    if told != f"supervisor-gui {number}":
        raise RefusedError(f"The bundle calls itself {told!r}, the source is {number}: make bundle")
    return program, deb


def _git(root: Path, *arguments: str) -> str:
    return _run(["git", *arguments], root).strip()


def _run(command: list[str], root: Path, **variables: str) -> str:
    environment = {**os.environ, **variables}
    done = subprocess.run(
        command, cwd=root, env=environment, check=True, timeout=SECONDS, text=True, stdout=subprocess.PIPE
    )
    return done.stdout


def build_python(root: Path, target: Path, committed: int) -> None:
    """Make the source archive and, out of it, the wheel."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(target), "."]
    _run(command, root, SOURCE_DATE_EPOCH=str(committed))


def pack(folder: Path, target: Path, name: str, moment: int) -> None:
    """Write `folder` as a .tar.xz whose one folder is `name`: sorted, of nobody, of the same moment."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = moment
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    with (
        lzma.open(target, "wb", preset=3) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path in [folder, *sorted(folder.rglob("*"))]:
            place = Path(name) / path.relative_to(folder)
            archive.add(path, place.as_posix(), recursive=False, filter=plain)


def describe(root: Path, target: Path, number: str, committed: int) -> None:
    """Write the list of materials and the licence texts, told by the environment that the bundle was made of."""
    bundle = ["--bundle", str(root / BUNDLE), "--table", str(root / TABLE), "--texts", str(root / TEXTS)]
    python = str(root / BUNDLE_PYTHON)
    epoch = str(committed)
    materials = target / f"{NAME}-{number}.cdx.json"
    _run([python, str(HERE / "sbom.py"), str(materials), *bundle], root, SOURCE_DATE_EPOCH=epoch)
    _run([python, str(HERE / "licences.py"), str(target / "licences"), *bundle], root)


def check_sums(target: Path) -> None:
    """Write SHA256SUMS of every file, as `sha256sum --check` reads it."""
    files = sorted(path for path in target.rglob("*") if path.is_file())
    lines = [f"{_digest(path)}  {path.relative_to(target).as_posix()}\n" for path in files]
    (target / "SHA256SUMS").write_text("".join(lines), "utf-8", newline="\n")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def release(root: Path) -> Path:
    """Fill dist/release, which is replaced when all of it is there.

    Raises:
        RefusedError: The tree or what was built of it cannot be released.
        CalledProcessError: A step failed; dist/release is as it was.
    """
    committed = refuse_unfit(root)
    _, deb = refuse_stale(root, committed)
    number = version.of_the_source(root)
    made, target = root / "build" / "release", root / "dist" / "release"
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    build_python(root, made, committed)
    shutil.copyfile(deb, made / deb.name)
    pack(root / BUNDLE, made / f"{NAME}-{number}-linux-x86_64.tar.xz", f"{NAME}-{number}", committed)
    pack(root / TEXTS, made / f"{NAME}-{number}-{TEXTS.name}.tar.xz", TEXTS.name, committed)
    describe(root, made, number, committed)
    (made / "CHANGES.md").write_text(version.dated_section(root)[1] + "\n", "utf-8", newline="\n")
    check_sums(made)
    shutil.rmtree(target, ignore_errors=True)
    made.rename(target)
    return target


def main() -> int:
    """Make the release and list it; 1 when it is refused or a step fails."""
    try:
        target = release(ROOT)
    except (RefusedError, subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        print(error, file=sys.stderr)
        return 1
    for path in sorted(target.iterdir()):
        size = f"{path.stat().st_size / 2**20:8.1f} MB" if path.is_file() else " " * 11
        print(f"{size}  {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
