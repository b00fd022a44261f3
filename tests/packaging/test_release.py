"""The version in one place, the lock, the licence texts, the list of materials, and what a release refuses."""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from supervisor_gui import __version__
from tests.helpers.recipes import script

with suppress(ImportError):  # once loaded, as the keyring does, it answers for importlib.metadata, in ways of its own
    import importlib_metadata  # noqa: F401

ROOT = Path(__file__).resolve().parents[2]
METAINFO = Path("packaging/linux/netsantral-supervisor.metainfo.xml")
SITE = Path(sysconfig.get_path("purelib"))

licences = script("release/licences.py")
sbom = script("release/sbom.py")
making = script("release/make_release.py")
natives = licences.components.natives
foreign = licences.components.foreign_texts


def _pins() -> dict[str, list[tuple[str, str]]]:
    """(version, what stands behind it up to the next pin) of each distribution in the lock."""
    text = (ROOT / "packaging/bundle/requirements.lock").read_text("utf-8")
    found: dict[str, list[tuple[str, str]]] = {}
    for name, number, rest in re.findall(r"^([\w.-]+)==(\S+)(.*?)(?=^[\w#]|\Z)", text, re.M | re.S):
        found.setdefault(canonicalize_name(name), []).append((number, rest))
    return found


# --- the version


def test_the_changelog_and_the_software_centre_know_the_same_releases() -> None:
    headings = re.findall(r"^## (\d\S*) [-–—] (\d{4}-\d\d-\d\d)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    releases = ET.parse(ROOT / METAINFO).getroot().iter("release")
    assert headings == [(release.get("version"), release.get("date")) for release in releases]
    assert headings[0][0] == __version__


# --- the lock


def test_the_lock_has_a_version_in_the_bounds_of_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [Requirement(text) for text in (*project["dependencies"], *project["optional-dependencies"]["bundle"])]
    pins = _pins()
    outside = [
        str(one)
        for one in wanted
        if not any(one.specifier.contains(number) for number, _ in pins.get(canonicalize_name(one.name), []))
    ]
    assert outside == []


def test_the_lock_names_every_file_by_its_hash_and_no_place() -> None:
    assert len(_pins()) > 30
    for name, versions in _pins().items():
        for number, rest in versions:
            assert "--hash=sha256:" in rest, f"{name} {number}"
    text = (ROOT / "packaging/bundle/requirements.lock").read_text("utf-8")
    assert "://" not in text
    assert "index" not in text.replace("pyinstaller", "")
    assert "find-links" not in text


@pytest.mark.parametrize(
    ("system", "names"),
    [
        ("linux", {"secretstorage", "jeepney", "cryptography"}),
        ("win32", {"pywin32-ctypes", "pefile", "tzdata"}),
        ("darwin", {"macholib"}),
    ],
)
def test_the_lock_serves_every_system(system: str, names: set[str]) -> None:
    pins = _pins()
    for name in names:
        (_, rest) = pins[name][0]
        marker = rest.split("\\")[0]
        assert "sys_platform" not in marker or f"sys_platform == '{system}'" in marker


# --- licence texts


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with a stand-in for each text that a Debian would be asked for."""
    return _stand_ins(tmp_path / "licence-texts")


def _stand_ins(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for one in foreign.ALL:
        (folder / one.name).write_text(f"The text {one.name}. " * 10)
    return folder


def test_the_repository_holds_only_texts_of_its_own() -> None:
    own = {path.name for path in (ROOT / "packaging/release/texts").iterdir()}
    assert own == {"Qt-and-LGPL.txt", "SQLite.txt"}


def test_every_text_that_is_asked_for_is_ours_or_looked_for() -> None:
    asked = {text for native in natives.ALL for text in native.texts}
    asked |= {text for several in licences.components.MISSING_IN_WHEELS.values() for text in several}
    assert asked - {one.name for one in foreign.ALL} == {"SQLite.txt"}
    assert {one.name for one in foreign.ALL} <= asked


def test_every_distribution_and_python_have_their_texts(tmp_path: Path, texts: Path) -> None:
    found = licences.collect(tmp_path / "licences", SITE, texts)
    index = (tmp_path / "licences/THIRD-PARTY.txt").read_text("utf-8")
    named = re.findall(r"^ {4}(\S+/\S+)$", index, re.M)
    brought = [line for line in named if "://" not in line]
    assert {"Python", "PySide6_Essentials", "shiboken6", "numpy", "httpx", "keyring"} <= {one.name for one in found}
    assert len(brought) >= len(found)
    for text in brought:
        assert (tmp_path / "licences" / text).stat().st_size > 100, text
    on_disk = [path for path in (tmp_path / "licences").rglob("*") if path.is_file() and path.parent.name != "licences"]
    assert len(on_disk) == len(brought)


@pytest.mark.skipif(not Path("/usr/share/common-licenses").is_dir(), reason="the common licences are Debian's")
def test_the_texts_of_the_lgpl_come_with_what_it_gives(tmp_path: Path, texts: Path) -> None:
    common = [one for one in foreign.ALL if one.common]
    foreign.gather(tmp_path / "common", wanted=common)
    shutil.copytree(tmp_path / "common", texts, dirs_exist_ok=True)
    licences.collect(tmp_path / "licences", SITE, texts)
    for name in ("PySide6-Essentials", "shiboken6"):
        folder = tmp_path / "licences" / name
        lgpl = (folder / "LGPL-3.0.txt").read_text("utf-8")
        assert "GNU LESSER GENERAL PUBLIC LICENSE" in lgpl
        assert "Combined Work" in lgpl
        assert "GNU GENERAL PUBLIC LICENSE" in (folder / "GPL-3.0.txt").read_text("utf-8")
    told = (tmp_path / "licences/Qt-and-LGPL.txt").read_text("utf-8")
    for words in ("Written offer", "replace these libraries", "download.qt.io", "were not changed"):
        assert words in told


def _site(folder: Path) -> Path:
    """The metadata of the real distributions, to take something away from."""
    folder.mkdir()
    for place in SITE.glob("*.dist-info"):
        shutil.copytree(place, folder / place.name)
    return folder


def test_a_distribution_without_a_text_stops_it_and_leaves_the_old_texts(tmp_path: Path, texts: Path) -> None:
    site, target = _site(tmp_path / "site"), tmp_path / "licences"
    licences.collect(target, site, texts)
    for text in site.glob("qasync-*/**/LICENSE*"):
        text.unlink()
    (target / "kept").touch()
    with pytest.raises(licences.components.NoLicence, match=r"qasync .* has no licence text"):
        licences.collect(target, site, texts)
    assert (target / "kept").exists()


def test_a_text_of_others_that_was_not_brought_along_stops_it_with_words_on_what_to_do(
    tmp_path: Path, texts: Path
) -> None:
    (texts / "GPL-3.0.txt").unlink()
    with pytest.raises(licences.components.NoLicence, match=r"needs the text .*GPL-3\.0\.txt.*--texts"):
        licences.collect(tmp_path / "licences", SITE, texts)
    assert not (tmp_path / "licences").exists()


def test_a_distribution_that_is_not_there_stops_it(tmp_path: Path, texts: Path) -> None:
    site = _site(tmp_path / "site")
    shutil.rmtree(next(site.glob("httpcore-*")))
    with pytest.raises(licences.components.NoLicence, match="httpcore is not installed"):
        licences.collect(tmp_path / "licences", site, texts)


def test_a_library_that_is_nobodys_stops_it(tmp_path: Path, texts: Path) -> None:
    bundle = tmp_path / "bundle"
    (bundle / "_internal").mkdir(parents=True)
    (bundle / "_internal/libmystery.so.1").touch()
    with pytest.raises(licences.components.NoLicence, match=r"libmystery\.so\.1: nothing in natives\.py"):
        licences.collect(tmp_path / "licences", SITE, texts, bundle)


def test_a_module_that_is_nobodys_stops_it(tmp_path: Path, texts: Path) -> None:
    table = tmp_path / "PYZ-00.toc"
    table.write_text(str(("x.pyz", [("json", "", "PYMODULE"), ("httpx._api", "", "PYMODULE"), ("stray.a", "", "P")])))
    with pytest.raises(licences.components.NoLicence, match=r"these modules: stray$"):
        licences.collect(tmp_path / "licences", SITE, texts, None, table)


@pytest.mark.parametrize(
    ("file", "names"),
    [
        ("_internal/PySide6/Qt/lib/libQt6Core.so.6", ["Qt"]),
        ("_internal/PySide6/Qt/plugins/platforms/libqxcb.so", ["Qt"]),
        ("_internal/PySide6/Qt6Gui.dll", ["Qt"]),
        ("_internal/PySide6/plugins/platforms/qwindows.dll", ["Qt"]),
        ("Contents/Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore", ["Qt"]),
        ("_internal/PySide6/Qt/lib/libicudata.so.73", ["ICU"]),
        ("_internal/libssl.so.3", ["OpenSSL"]),
        ("_internal/libcrypto-3-x64.dll", ["OpenSSL"]),
        ("_internal/cryptography/hazmat/bindings/_rust.abi3.so", ["OpenSSL (inside cryptography)"]),
        ("_internal/libsqlite3.so.0", ["SQLite"]),
        ("_internal/sqlite3.dll", ["SQLite"]),
        ("_internal/numpy.libs/libscipy_openblas64_-32a4b2a6.so", ["OpenBLAS"]),
        ("_internal/numpy.libs/libgfortran-040039e1-0352e75f.so.5.0.0", ["GCC runtime (libgfortran)"]),
        ("_internal/VCRUNTIME140.dll".lower(), ["Microsoft Visual C++ runtime"]),
        ("_internal/PySide6/QtCore.abi3.so", []),
        ("_internal/libpython3.11.so.1.0", []),
    ],
)
def test_each_library_is_known_as_its_authors(file: str, names: list[str]) -> None:
    assert [owner.name for owner in natives.owners(file)] == names
    if not names:
        assert natives.belongs_to(file, {"pyside6-essentials"})


# --- the list of materials


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A folder with libraries as a bundle has them."""
    folder = tmp_path / "bundle"
    for name in ("PySide6/Qt/lib/libQt6Core.so.6", "libssl.so.3", "libsqlite3.so.0", "msgspec/_core.so"):
        path = folder / "_internal" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return folder


def _materials(target: Path, bundle: Path, texts: Path) -> str:
    sbom.write(target, sbom.components.all_of(SITE, texts, bundle), bundle)
    return target.read_text("utf-8")


def test_the_list_of_materials_is_valid_and_names_what_is_there(tmp_path: Path, bundle: Path, texts: Path) -> None:
    text = _materials(tmp_path / "a.json", bundle, texts)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    told = json.loads(text)
    assert told["metadata"]["component"]["version"] == __version__
    parts = {one["name"]: one for one in told["components"]}
    assert {"Python", "Qt", "OpenSSL", "SQLite", "httpx", "PySide6_Essentials"} <= parts.keys()
    assert parts["Qt"]["version"] == parts["PySide6_Essentials"]["version"]
    assert parts["Qt"]["licenses"] == [{"expression": "LGPL-3.0-only"}]
    assert [file["name"] for file in parts["OpenSSL"]["components"]] == ["_internal/libssl.so.3"]
    assert set(told["dependencies"][0]["dependsOn"]) == {one["bom-ref"] for one in told["components"]}


def test_the_same_bundle_gives_the_same_list_and_another_does_not(tmp_path: Path, bundle: Path, texts: Path) -> None:
    first = _materials(tmp_path / "a.json", bundle, texts)
    assert _materials(tmp_path / "b.json", bundle, texts) == first
    (bundle / "_internal/libssl.so.3").write_bytes(b"another")
    assert (
        json.loads(_materials(tmp_path / "c.json", bundle, texts))["serialNumber"] != json.loads(first)["serialNumber"]
    )


def test_a_time_is_told_only_when_the_build_names_one(
    tmp_path: Path, bundle: Path, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert "timestamp" not in json.loads(_materials(tmp_path / "a.json", bundle, texts))["metadata"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    told = json.loads(_materials(tmp_path / "b.json", bundle, texts))
    assert told["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"


# --- the release

Git = Callable[..., None]
"""git with these arguments in the small tree."""


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """A small project in a repository of its own, built and committed: it can be released."""
    root = tmp_path / "project"

    def run(*arguments: str) -> None:
        who = {
            f"GIT_{role}_{what}": f"t{at}"
            for role in ("AUTHOR", "COMMITTER")
            for what, at in (("NAME", ""), ("EMAIL", "@t"))
        }
        environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull}
        subprocess.run(["git", "-C", str(root), *arguments], check=True, env=environment, capture_output=True)

    for place in (
        "pyproject.toml",
        "README.md",
        "supervisor_gui/__init__.py",
        "resources/translations/supervisor_tr.qm",
    ):
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / place, root / place)
    (root / METAINFO).parent.mkdir(parents=True)
    (root / METAINFO).write_text(f'<component><release version="{__version__}" date="2026-01-31"/></component>')
    (root / "CHANGELOG.md").write_text(
        f"# Changelog\n\n## {__version__} - 2026-01-31\n\n- It is new.\n\n## 0.0.1\n\n- Old.\n"
    )
    (root / ".gitignore").write_text("build/\ndist/\n")
    run("init", "--quiet")
    _commit(run)
    _built(root)
    return run


def _commit(git: Git) -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", "All of it")


def _built(root: Path, told: str = f"supervisor-gui {__version__}") -> None:
    """What `make bundle deb` leaves behind."""
    files = {
        making.BUNDLE / "supervisor-gui": f"#!/bin/sh\necho '{told}'\n",
        making.BUNDLE_PYTHON: f'#!/bin/sh\nexec {sys.executable} "$@"\n',
        making.TABLE: str(("x.pyz", [("httpx", "", "PYMODULE")])),
        Path(f"dist/netsantral-supervisor_{__version__}_amd64.deb"): "a package",
    }
    for place, text in files.items():
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        (root / place).write_text(text)
        (root / place).chmod(0o755)
    if not (root / making.TEXTS).exists():
        _stand_ins(root / making.TEXTS)


def test_a_release_holds_everything_with_sums_that_are_right(tmp_path: Path, git: Git) -> None:
    root = tmp_path / "project"
    (root / "dist/release").mkdir(parents=True)
    (root / "dist/release/of_yesterday").touch()
    target = making.release(root)
    names = {path.name for path in target.iterdir()}
    assert names == {
        f"netsantral_supervisor-{__version__}-py3-none-any.whl",
        f"netsantral_supervisor-{__version__}.tar.gz",
        f"netsantral-supervisor-{__version__}-linux-x86_64.tar.xz",
        f"netsantral-supervisor_{__version__}_amd64.deb",
        f"netsantral-supervisor-{__version__}.cdx.json",
        f"netsantral-supervisor-{__version__}-licence-texts.tar.xz",
        "licences",
        "CHANGES.md",
        "SHA256SUMS",
    }
    assert (target / "CHANGES.md").read_text("utf-8") == "- It is new.\n"
    subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=target, check=True, capture_output=True)
    summed = len((target / "SHA256SUMS").read_text("utf-8").splitlines())
    assert summed == sum(path.is_file() for path in target.rglob("*")) - 1
    with tarfile.open(target / f"netsantral-supervisor-{__version__}-licence-texts.tar.xz") as archive:
        packed = {name for name in archive.getnames() if name != "licence-texts"}
    assert packed == {f"licence-texts/{one.name}" for one in foreign.ALL}


def _changed_file(root: Path, git: Git) -> None:
    (root / "README.md").write_text("changed")


def _new_file(root: Path, git: Git) -> None:
    (root / "note.txt").touch()


def _no_section(root: Path, git: Git) -> None:
    (root / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n\n- It is new.\n")
    _commit(git)


def _no_date(root: Path, git: Git) -> None:
    (root / "CHANGELOG.md").write_text(f"# Changelog\n\n## {__version__}\n\n- It is new.\n")
    _commit(git)


def _empty_section(root: Path, git: Git) -> None:
    (root / "CHANGELOG.md").write_text(f"# Changelog\n\n## {__version__} - 2026-01-31\n\n## 0.0.1\n\n- Old.\n")
    _commit(git)


def _another_day(root: Path, git: Git) -> None:
    text = (root / METAINFO).read_text("utf-8")
    (root / METAINFO).write_text(text.replace("2026-01-31", "2026-02-01"))
    _commit(git)


def _no_deb(root: Path, git: Git) -> None:
    next((root / "dist").glob("*.deb")).unlink()


def _no_texts(root: Path, git: Git) -> None:
    shutil.rmtree(root / making.TEXTS)


def _old_bundle(root: Path, git: Git) -> None:
    os.utime(root / making.BUNDLE / "supervisor-gui", (1, 1))


def _deb_of_an_older_bundle(root: Path, git: Git) -> None:
    late = next((root / "dist").glob("*.deb")).stat().st_mtime + 60
    os.utime(root / making.BUNDLE / "supervisor-gui", (late, late))


def _bundle_of_another_version(root: Path, git: Git) -> None:
    _built(root, "supervisor-gui 0.0.1")


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_changed_file, r"not clean:\n.*README.md"),
        (_new_file, r"not clean:\n.*note.txt"),
        (_no_section, "no section of version"),
        (_no_date, "has no date"),
        (_empty_section, "says nothing"),
        (_another_day, "2026-02-01 where the changelog says 2026-01-31"),
        (_no_deb, "deb is missing: make deb"),
        (_no_texts, "licence-texts is missing: make bundle"),
        (_old_bundle, "supervisor-gui is older than the last commit: make bundle"),
        (_deb_of_an_older_bundle, "deb is older than the bundle: make deb"),
        (_bundle_of_another_version, "calls itself 'supervisor-gui 0.0.1'"),
    ],
)
def test_a_tree_that_is_not_fit_is_refused(
    tmp_path: Path, git: Git, spoil: Callable[[Path, Git], None], words: str
) -> None:
    root = tmp_path / "project"
    spoil(root, git)
    with pytest.raises(making.RefusedError, match=words):
        making.release(root)
    assert not (root / "dist/release").exists()


def test_the_packed_bundle_is_the_same_each_time_and_unpacks_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "bundle"
    (folder / "_internal").mkdir(parents=True)
    (folder / "supervisor-gui").write_text("#!/bin/sh\n")
    (folder / "supervisor-gui").chmod(0o755)
    (folder / "_internal/lib.so.1").write_bytes(b"\x7fELF")
    (folder / "_internal/lib.so").symlink_to("lib.so.1")
    making.pack(folder, tmp_path / "a.tar.xz", "program-1", 1_700_000_000)
    os.utime(folder / "_internal/lib.so.1", (5, 5))
    making.pack(folder, tmp_path / "b.tar.xz", "program-1", 1_700_000_000)
    assert (tmp_path / "a.tar.xz").read_bytes() == (tmp_path / "b.tar.xz").read_bytes()
    with tarfile.open(tmp_path / "a.tar.xz") as archive:
        archive.extractall(tmp_path / "out", filter="data")
    out = tmp_path / "out/program-1"
    assert os.access(out / "supervisor-gui", os.X_OK)
    assert (out / "_internal/lib.so").readlink() == Path("lib.so.1")
    assert (out / "_internal/lib.so").read_bytes() == b"\x7fELF"
