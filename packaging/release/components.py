"""What a bundle consists of besides our own code: distributions, the Python itself, libraries of other languages.

It reads metadata and file names and runs nothing of what it finds.
"""

import argparse
import ast
import re
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.message import Message
from importlib import metadata
from pathlib import Path

import foreign_texts
import natives
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
OWN_TEXTS = Path(__file__).resolve().parent / "texts"
"""What we wrote ourselves: facts about licences, no licence of others."""

BESIDE = ("pyinstaller", "tzdata")
"""What the program does not ask for by import and the bundle holds all the same: its starter, its time zones."""

MISSING_IN_WHEELS = {"pyside6-essentials": natives.QT_TEXTS, "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt")}
"""Texts of distributions whose wheels bring none."""

_BESIDE_PYTHON = ("__future__", "_pyi_rth_utils", "pyimod01_archive", "pyimod02_importers", "pyimod03_ctypes")
"""Modules of PyInstaller's starter, which is listed by itself."""

_NAMED_SO = ("licen", "copying", "notice")


class NoLicence(Exception):
    """Something in the bundle has no licence text; the words name it."""


@dataclass(frozen=True)
class Component:
    """One thing of others that is handed on.

    Attributes:
        name: As its authors call it.
        version: Empty when the build cannot know it.
        licence: An SPDX expression or the authors' words.
        home: Where it comes from.
        texts: (name of the copy, the file) of each licence text.
        purl: Its package URL.
        files: The bundle's files that are it, for libraries.
    """

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[tuple[str, Path], ...]
    purl: str
    files: tuple[str, ...] = ()


def all_of(site_packages: Path, texts: Path, bundle: Path | None = None, table: Path | None = None) -> list[Component]:
    """Every component, by name.

    Args:
        site_packages: Where the distributions are installed that were bundled.
        texts: The folder that foreign_texts.py filled.
        bundle: The unpacked bundle; its libraries are looked through. Without one only Python and distributions are
            named.
        table: PyInstaller's PYZ-00.toc of this bundle; its modules are looked through.

    Raises:
        NoLicence: Something has no licence text, or a library or a module of the bundle is nobody's.
    """
    if table is not None and (unknown := strangers(table, site_packages)):
        raise NoLicence(f"No listed distribution brought these modules: {', '.join(unknown)}")
    found = [_of_distribution(one, texts) for one in distributions(site_packages)]
    found.append(python())
    if bundle is not None:
        found += libraries(bundle, {canonicalize_name(one.name): one for one in found}, texts)
    for one in found:
        _refuse_without_text(one)
    return sorted(found, key=lambda one: one.name.casefold())


def _refuse_without_text(one: Component) -> None:
    if not one.texts:
        raise NoLicence(f"{one.name} {one.version} has no licence text.")
    for _, place in one.texts:
        if not place.is_file():
            raise NoLicence(f"{one.name} needs the text {place}, which is not there. {foreign_texts.HOW}")


def _place(text: str, texts: Path) -> Path:
    own = OWN_TEXTS / text
    return own if own.is_file() else texts / text


def distributions(site_packages: Path) -> list[metadata.Distribution]:
    """The runtime dependencies that pyproject.toml names with all that those need here, and what stands beside them.

    Raises:
        NoLicence: One of them is not installed, so that nothing is known of it.
    """
    installed = {canonicalize_name(one.name): one for one in metadata.distributions(path=[str(site_packages)])}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    waiting = list(_names(project["dependencies"]))
    found: dict[NormalizedName, metadata.Distribution] = {}
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        if name not in installed:
            raise NoLicence(f"{name} is not installed in {site_packages}.")
        found[name] = installed[name]
        waiting += _names(installed[name].requires or ())
    found |= {name: installed[name] for name in map(canonicalize_name, BESIDE) if name in installed}
    return [found[name] for name in sorted(found)]


def _names(requirements: Iterable[str]) -> Iterator[NormalizedName]:
    for text in requirements:
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield canonicalize_name(requirement.name)


def _of_distribution(one: metadata.Distribution, texts: Path) -> Component:
    name = canonicalize_name(one.name)
    found = [(text, _place(text, texts)) for text in MISSING_IN_WHEELS.get(name, ())]
    for file in one.files or ():
        inside = file.parts[1:] if file.parts[0].endswith(".dist-info") else ()
        place = Path(str(one.locate_file(file)))
        if inside and file.parts[-1].lower().startswith(_NAMED_SO) and place.is_file():
            found.append(("-".join(part for part in inside if part != "licenses"), place))
    told: Message = one.metadata  # type: ignore[assignment]
    return Component(
        name=one.name,
        version=one.version,
        licence=_licence(told),
        home=_home(told),
        texts=tuple(sorted(found)),
        purl=f"pkg:pypi/{name}@{one.version}",
    )


def _licence(told: Message) -> str:
    plain = told.get("License-Expression") or told.get("License") or ""
    classified = [line.split(" :: ")[-1] for line in told.get_all("Classifier", ()) if line.startswith("License :: ")]
    if "\n" in plain or not plain or plain == "Dual License":
        plain = " or ".join(classified) or plain.splitlines()[0]
    return plain


def _home(told: Message) -> str:
    links = dict(entry.split(", ", 1) for entry in told.get_all("Project-URL", ()))
    by_name = {name.casefold(): link for name, link in links.items()}
    wanted = ("homepage", "home", "source", "source code", "repository", "github")
    return told.get("Home-page") or next((by_name[name] for name in wanted if name in by_name), "")


def options(description: str) -> argparse.Namespace:
    """The command line of a script that writes `target` about the components of a bundle."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("target", type=Path)
    parser.add_argument("--site-packages", type=Path, default=Path(sysconfig.get_path("purelib")))
    parser.add_argument("--texts", type=Path, default=foreign_texts.FOLDER, help="what foreign_texts.py collected")
    parser.add_argument("--bundle", type=Path, help="the unpacked bundle")
    parser.add_argument("--table", type=Path, help="PyInstaller's PYZ-00.toc of the bundle")
    return parser.parse_args()


def python() -> Component:
    """The Python that runs here, which is the one that the bundle got.

    Raises:
        NoLicence: Its LICENSE.txt is not where it is installed.
    """
    version = ".".join(str(part) for part in sys.version_info[:3])
    for place in _python_places():
        if place.is_file():
            home = "https://www.python.org/"
            return Component(
                "Python", version, "PSF-2.0", home, (("LICENSE.txt", place),), f"pkg:generic/cpython@{version}"
            )
    raise NoLicence(f"The LICENSE.txt of Python {version} was not found below {sys.base_prefix}.")


def _python_places() -> Iterator[Path]:
    base = Path(sys.base_prefix)
    yield base / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "LICENSE.txt"
    yield base / "LICENSE.txt"


def libraries(bundle: Path, known: dict[str, Component], texts: Path) -> list[Component]:
    """The bundle's libraries of other languages.

    Raises:
        NoLicence: A file is in nobody's table.
    """
    files = sorted(path.relative_to(bundle).as_posix() for path in bundle.rglob("*") if natives.is_library(path))
    grouped: dict[natives.Native, list[str]] = {}
    for file in files:
        owners = natives.owners(file)
        if not owners and not natives.belongs_to(file, known):
            raise NoLicence(f"{file}: nothing in natives.py says whose library this is and under which licence.")
        for owner in owners:
            grouped.setdefault(owner, []).append(file)
    return [_of_native(native, tuple(names), known, texts) for native, names in grouped.items()]


def _of_native(native: natives.Native, files: tuple[str, ...], known: dict[str, Component], texts: Path) -> Component:
    borrowed = [text for text in known[native.within].texts if text[0] == "LICENSE.txt"] if native.within else []
    found = (*((text, _place(text, texts)) for text in native.texts), *borrowed)
    version = known[native.version_of].version if native.version_of else natives.version(native, files)
    plain = re.sub(r"[^a-z0-9]+", "-", native.name.lower()).strip("-")
    purl = f"pkg:generic/{plain}" + (f"@{version}" if version else "")
    return Component(native.name, version, native.licence, native.home, found, purl, files)


def strangers(table: Path, site_packages: Path) -> list[str]:
    """Modules in the bundle that neither Python nor a listed distribution nor the program itself brought.

    Args:
        table: PyInstaller's PYZ-00.toc.
        site_packages: Where the bundled distributions are installed.
    """
    modules = {entry[0].split(".")[0] for entry in ast.literal_eval(table.read_text("utf-8"))[1]}
    owned = {"supervisor_gui", *sys.stdlib_module_names, *_BESIDE_PYTHON}
    for one in distributions(site_packages):
        owned |= {file.parts[0].split(".")[0] for file in one.files or () if file.suffix in {".py", ".so", ".pyd"}}
    return sorted(name for name in modules - owned if not name.startswith("_sysconfigdata"))
