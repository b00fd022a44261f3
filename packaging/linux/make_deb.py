"""Make dist/netsantral-supervisor_VERSION_amd64.deb of the bundle in dist/netsantral-supervisor.

It needs dpkg-deb and no helper of Debian's: there are no scripts to generate, because what has to happen when the
package comes or goes is done by triggers of desktop-file-utils, hicolor-icon-theme and man-db. The same bundle gives
the same package, byte by byte: every file has the day of the release.
"""

import argparse
import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path

import deb_depends

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "release"))
import version as versions

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NAME = "netsantral-supervisor"
PROGRAM = "supervisor-gui"
COMPONENT = "local.netsantral_supervisor.supervisor"
MAINTAINER = "NetSantral Supervisor <supervisor@netsantral.example>"
HOME = Path("usr/lib") / NAME
SHARE = Path("usr/share")
_DPKG_DEB = "/usr/bin/dpkg-deb"


def released(number: str) -> datetime:
    """The day of a release.

    Raises:
        ValueError: The metainfo file does not know it.
    """
    for release in ET.parse(HERE / f"{NAME}.metainfo.xml").getroot().iter("release"):
        if release.get("version") == number:
            return datetime.fromisoformat(release.get("date", "")).replace(tzinfo=UTC)
    raise ValueError(f"{NAME}.metainfo.xml: no release {number}")


def control(number: str, depends: list[str], kilobytes: int) -> str:
    """The package's description of itself."""
    lines = [
        f"Package: {NAME}",
        f"Version: {number}",
        "Architecture: amd64",
        f"Maintainer: {MAINTAINER}",
        f"Installed-Size: {kilobytes}",
        f"Depends: {', '.join(depends)}",
        f"Recommends: {', '.join(deb_depends.RECOMMENDED)}",
        "Section: net",
        "Priority: optional",
        "Description: desktop supervisor for the Netgsm NetSantral cloud PBX",
        " For people who run or work in a call centre: live queues, agents and waiting",
        " callers; breaks and queues of agents; calls started, transferred and ended;",
        " missed callers, call records, statistics with charts, auto-dial lists.",
        " .",
        " It opens telephone links of other programs. The password is kept in the",
        " keyring of the desktop and nowhere else.",
    ]
    return "".join(f"{line}\n" for line in lines)


def lay_out(root: Path, bundle: Path, number: str) -> None:
    """Put every file of the package below `root`."""
    shutil.copytree(bundle, root / HOME, symlinks=True)
    _put(root / SHARE / "applications" / f"{NAME}.desktop", (HERE / f"{NAME}.desktop").read_bytes())
    _put(root / SHARE / "metainfo" / f"{COMPONENT}.metainfo.xml", (HERE / f"{NAME}.metainfo.xml").read_bytes())
    _put(root / SHARE / "doc" / NAME / "copyright", (HERE / "copyright").read_bytes())
    _put(root / SHARE / "doc" / NAME / "administrator.md", (ROOT / "docs" / "administrator.md").read_bytes())
    _put(root / SHARE / "lintian/overrides" / NAME, (HERE / "lintian-overrides").read_bytes())
    _put(root / SHARE / "man/man1" / f"{PROGRAM}.1.gz", _packed((HERE / f"{PROGRAM}.1").read_bytes()))
    _put(root / SHARE / "doc" / NAME / "changelog.gz", _packed(changelog(number).encode()))
    icons = ROOT / "resources" / "icons"
    for picture in sorted((icons / "hicolor").glob("*/apps/*.png")):
        _put(root / SHARE / "icons/hicolor" / picture.relative_to(icons / "hicolor"), picture.read_bytes())
    _put(root / SHARE / "icons/hicolor/scalable/apps" / f"{NAME}.svg", (icons / f"{NAME}.svg").read_bytes())
    command = root / "usr/bin" / PROGRAM
    command.parent.mkdir(parents=True)
    command.symlink_to(Path("../lib") / NAME / PROGRAM)


def changelog(number: str) -> str:
    """Debian's changelog: what changed is told in the program's own words."""
    lines = (ROOT / "CHANGELOG.md").read_text("utf-8").splitlines()
    at = next((at for at, line in enumerate(lines) if line.startswith(f"## {number}")), None)
    at = at if at is not None else next(at for at, line in enumerate(lines) if line.startswith("## "))
    end = next((there for there in range(at + 1, len(lines)) if lines[there].startswith("## ")), len(lines))
    changes = []
    for change in re.split(r"\n(?=- )", "\n".join(lines[at + 1 : end]).strip("\n")):
        words = " ".join(change.removeprefix("- ").split())
        changes.append(
            textwrap.fill(words, 78, initial_indent="  * ", subsequent_indent="    ", break_on_hyphens=False)
        )
    day = released(number).strftime("%a, %d %b %Y %H:%M:%S +0000")
    head = f"{NAME} ({number}) stable; urgency=medium"
    by = f" -- {MAINTAINER}  {day}"
    return "\n\n".join([head, "\n".join(changes), f"{by}\n"])


def settle(root: Path, moment: int) -> None:
    """Give every file its rights and the day of the release."""
    program = root / HOME / PROGRAM
    for path in [root, *sorted(root.rglob("*"))]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)


def sums(root: Path) -> str:
    """The check sum of each file, as `dpkg --verify` reads them."""
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink()]
    lines = [
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(root)}"
        for path in files
    ]
    return "".join(f"{line}\n" for line in lines)


def kilobytes(root: Path) -> int:
    """What the files take, counted the same on every file system."""
    return sum((path.lstat().st_size + 1023) // 1024 if path.is_file() else 1 for path in root.rglob("*"))


def make(bundle: Path, out: Path) -> Path:
    """Build the package.

    Returns:
        Its file.

    Raises:
        FileNotFoundError: There is no bundle.
        MissingLibraryError: The bundle needs what this machine has not.
        CalledProcessError: dpkg-deb failed.
    """
    if not (bundle / PROGRAM).is_file():
        raise FileNotFoundError(f"{bundle / PROGRAM}: make the bundle first")
    number = versions.of_the_source()
    moment = int(os.environ.get("SOURCE_DATE_EPOCH") or released(number).timestamp())
    target = out / f"{NAME}_{number}_amd64.deb"
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / NAME
        root.mkdir()
        lay_out(root, bundle, number)
        about = {
            "md5sums": sums(root),
            "control": control(number, deb_depends.depends(bundle), kilobytes(root)),
        }
        for name, text in about.items():
            _put(root / "DEBIAN" / name, text.encode())
        settle(root, moment)
        own = {**os.environ, "SOURCE_DATE_EPOCH": str(moment)}
        pack = [_DPKG_DEB, "--root-owner-group", "-Zxz", "-z1", "--threads-max=2", "--build"]
        subprocess.run([*pack, str(root), str(target)], check=True, env=own, stdout=subprocess.DEVNULL)
    return target


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _sum(path: Path) -> str:
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


def main() -> int:
    """Build, and say where it is."""
    parser = argparse.ArgumentParser(description="Make the .deb of the bundle.")
    parser.add_argument("--bundle", type=Path, default=ROOT / "dist" / NAME)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    given = parser.parse_args()
    try:
        target = make(given.bundle, given.out)
    except (FileNotFoundError, versions.VersionError, ValueError, deb_depends.MissingLibraryError) as error:
        print(f"make_deb: {error}", file=sys.stderr)
        return 1
    print(f"{target} ({target.stat().st_size / 1e6:.1f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
