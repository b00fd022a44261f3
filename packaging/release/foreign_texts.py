"""Find the licence texts that no wheel brings: `foreign_texts.py [FOLDER]`, on Debian or a system made from it.

This repository holds no licence text of others. A Debian machine has them: the common licences in base-files, those of
single libraries as the copyright file of the packages that own them. A package that is not installed is downloaded and
only looked into. The folder serves builds elsewhere, too: a release packs it (`licences.py --texts`).
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "dist" / "licence-texts"
CACHE = ROOT / "build" / "licence-texts"
SECONDS = 300
HOW = (
    "On Debian or Ubuntu, `python3 packaging/release/foreign_texts.py` collects the licence texts of others in "
    "dist/licence-texts (`make bundle` does it). Elsewhere unpack the Linux release's "
    "netsantral-supervisor-VERSION-licence-texts.tar.xz in dist, or name its folder with --texts."
)


class NoText(Exception):
    """A text was found nowhere; the words name it and say what to do."""


@dataclass(frozen=True)
class Wanted:
    """One text of others.

    Attributes:
        name: The file's name in the folder.
        common: Its name among the common licences; empty when it is a package's copyright file.
        packages: Debian packages with this copyright file: any that is installed serves, else the first that can be
            downloaded, so small ones and names that stay the same come first.
    """

    name: str
    common: str = ""
    packages: tuple[str, ...] = ()


ALL = (
    Wanted("Apache-2.0.txt", "Apache-2.0"),
    Wanted("CC0-1.0.txt", "CC0-1.0"),
    Wanted("GPL-3.0.txt", "GPL-3"),
    Wanted("LGPL-2.1.txt", "LGPL-2.1"),
    Wanted("LGPL-3.0.txt", "LGPL-3"),
    Wanted("Qt-base.txt", packages=("libqt6concurrent6", "libqt6concurrent6t64", "libqt6core6")),
    Wanted("Qt-svg.txt", packages=("libqt6svgwidgets6", "libqt6svg6")),
    Wanted("Qt-wayland.txt", packages=("libqt6waylandeglclienthwintegration6", "libqt6waylandclient6")),
    Wanted("ICU.txt", packages=("icu-devtools", "libicu72", "libicu74", "libicu76")),
    Wanted("Mesa.txt", packages=("libglapi-mesa", "libgl1-mesa-dri")),
    Wanted("bzip2.txt", packages=("libbz2-1.0",)),
    Wanted("expat.txt", packages=("libexpat1",)),
    Wanted("libffi.txt", packages=("libffi8",)),
    Wanted("liblzma.txt", packages=("liblzma5",)),
    # Debian 12 has it only inside Python
    Wanted("mpdecimal.txt", packages=("libmpdec4", "libmpdec3", "libpython3.11-minimal")),
    Wanted("zlib.txt", packages=("zlib1g",)),
)


def gather(target: Path, system: Path = Path("/"), cache: Path = CACHE, wanted: Sequence[Wanted] = ALL) -> None:
    """Fill the folder `target`, which is replaced when every text is there.

    Args:
        target: The folder of the texts.
        system: The root folder of the Debian that is looked through.
        cache: Where the copyright files of downloaded packages are kept.
        wanted: The texts.

    Raises:
        NoText: A text was not found; `target` is as it was.
    """
    found = {one.name: _find(one, system, cache) for one in wanted}
    if missing := [name for name, place in found.items() if place is None]:
        advice = "Nothing was downloaded? `apt-get update` renews the lists of packages."
        raise NoText(f"These licence texts were not found: {', '.join(missing)}. {HOW} {advice}")
    made = target.with_name(target.name + ".new")
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    for name, place in found.items():
        if place is not None:
            shutil.copyfile(place, made / name)
    if target.exists():
        shutil.rmtree(target)
    made.rename(target)


def _find(one: Wanted, system: Path, cache: Path) -> Path | None:
    if one.common:
        place = system / "usr/share/common-licenses" / one.common
        return place if place.is_file() else None
    for package in one.packages:
        for place in (_copyright(system, package), _copyright(cache, package)):
            if place.is_file():
                return place
    return next((place for package in one.packages if (place := _download(package, cache)) is not None), None)


def _copyright(root: Path, package: str) -> Path:
    return root / "usr/share/doc" / package / "copyright"


def _download(package: str, cache: Path) -> Path | None:
    """The copyright file of a package that is not installed; None when it cannot be had."""
    if shutil.which("apt-get") is None or shutil.which("dpkg-deb") is None:
        return None
    work = cache / "download"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    try:
        if not _runs("apt-get", "--quiet", "download", package, cwd=work):
            return None
        archive = next(work.glob("*.deb"), None)
        if archive is None or not _runs("dpkg-deb", "--extract", archive.name, "files", cwd=work):
            return None
        inside, kept = _copyright(work / "files", package), _copyright(cache, package)
        if not inside.is_file():
            return None
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(inside, kept)
        return kept
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _runs(*command: str, cwd: Path) -> bool:
    plain = {**os.environ, "LC_ALL": "C"}
    done = subprocess.run(command, cwd=cwd, env=plain, capture_output=True, check=False, timeout=SECONDS)
    return done.returncode == 0


def main() -> int:
    """Fill the folder; 1 when a text was found nowhere."""
    parser = argparse.ArgumentParser(description="licence texts that no wheel brings, from a Debian system")
    parser.add_argument("target", type=Path, nargs="?", default=FOLDER)
    target: Path = parser.parse_args().target
    try:
        gather(target)
    except (NoText, subprocess.TimeoutExpired) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{target}: {len(ALL)} licence texts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
