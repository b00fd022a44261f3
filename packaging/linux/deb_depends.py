"""Which packages of the system the bundle needs: what its files are linked with, plus what is opened by name."""

import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bundle"))
import elf

BY_NAME = (
    # Qt's window system, named here whatever the files say: without one of them no window opens
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-xinerama0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
    "libegl1",
    "libgl1",
    "libdbus-1-3",
    "libfontconfig1",
    "libglib2.0-0",
    # opened as files
    "ca-certificates",
    "fonts-dejavu-core",
)
RECOMMENDED = (
    "desktop-file-utils",
    "gnome-keyring | kwalletmanager",
    "hicolor-icon-theme",
    "wl-clipboard",
    "xdg-utils",
)

_KNOWN = re.compile(r"^\s+(\S+) \(libc6,x86-64.*\) => (\S+)$", re.MULTILINE)
_GLIBC = re.compile(rb"\0GLIBC_2\.(\d+)\0")
_OLDEST = 31
"""The C library of the oldest Debian that could be meant."""


class MissingLibraryError(Exception):
    """A library is neither in the bundle nor on this machine, or it belongs to no package."""


def libraries(bundle: Path) -> set[Path]:
    """The libraries outside of the bundle that its files name; what those need in turn is their packages' to say.

    Raises:
        MissingLibraryError: One of them is nowhere.
    """
    own = {path.name for path in bundle.rglob("*.so*")}
    known: dict[str, str] = {}
    for name, place in _KNOWN.findall(_told("/sbin/ldconfig", "-p")):
        known.setdefault(name, place)
    found = set()
    for path in elf.files(bundle):
        for name in elf.needed(path.read_bytes()) - own:
            if name not in known:
                raise MissingLibraryError(f"{path.relative_to(bundle)}: {name}")
            found.add(Path(known[name]))
    return found


def packages_of(places: set[Path]) -> set[str]:
    """The Debian packages that these files belong to.

    Raises:
        MissingLibraryError: One belongs to none.
    """
    found = set()
    for place in sorted(places):
        # A file may be recorded with or without the /usr that both roads lead through.
        names = [str(place), str(place.resolve())]
        names += [name.removeprefix("/usr") if name.startswith("/usr/") else f"/usr{name}" for name in names]
        told = _told("/usr/bin/dpkg-query", "-S", *names)
        if not told:
            raise MissingLibraryError(f"{place}: of no package")
        found.add(told.splitlines()[0].partition(":")[0])
    return found


def oldest_libc(bundle: Path) -> str:
    """The version of the C library that the newest symbol of any file came with."""
    minors = {int(minor) for path in elf.files(bundle) for minor in _GLIBC.findall(path.read_bytes())}
    return f"2.{max(minors, default=_OLDEST)}"


def depends(bundle: Path) -> list[str]:
    """What the package depends on, sorted.

    Raises:
        MissingLibraryError: As `libraries` and `packages_of`.
    """
    names = packages_of(libraries(bundle)) | set(BY_NAME)
    return sorted([*(names - {"libc6"}), f"libc6 (>= {oldest_libc(bundle)})"])


def _told(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False, env={"LC_ALL": "C"}).stdout
