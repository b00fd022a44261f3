"""What a Linux desktop is told of the program: menu entry, icons, software centre, manual page, package."""

import configparser
import gzip
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import PySide6
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from supervisor_gui import __version__
from supervisor_gui.desktop.xdg_entry import entry_text
from supervisor_gui.ui.app_icon import SIZES, app_icon, icon_file

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
BUNDLE = ROOT / "packaging" / "bundle"
ENTRY = LINUX / "netsantral-supervisor.desktop"
METAINFO = LINUX / "netsantral-supervisor.metainfo.xml"
COMMANDS = ((), ("dial",), ("export",), ("integrate",), ("doctor",), ("simulate",))
SWITCH = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def module(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A script of the packaging, imported as its neighbours import it."""
    monkeypatch.syspath_prepend(str(folder))
    return __import__(name)


def told(*command: str, code: int = 0) -> str:
    """What a command prints, both ways."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "200"}
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment, check=False)
    assert ended.returncode == code, ended.stdout + ended.stderr
    return ended.stdout + ended.stderr


def needs(tool: str) -> str:
    """The whole name of a tool that the surroundings of the tests bring."""
    found = shutil.which(tool)
    assert found, f"{tool} is missing; packaging/prepare.sh installs it"
    return found


def test_the_package_and_integrate_write_the_same_entry() -> None:
    assert ENTRY.read_text("utf-8") == entry_text(("/usr/bin/supervisor-gui",), frozenset({"tel"}))
    assert told(needs("desktop-file-validate"), str(ENTRY)) == ""


def test_what_the_menu_offers_is_understood_by_the_program() -> None:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[method-assign,assignment]
    parser.read(ENTRY, "utf-8")
    groups = [parser[name] for name in parser.sections()]
    assert [group["Exec"] for group in groups] == [
        "/usr/bin/supervisor-gui %u",
        "/usr/bin/supervisor-gui --page live",
        "/usr/bin/supervisor-gui --wallboard",
        "/usr/bin/supervisor-gui dial --clipboard",
    ]
    for group in groups[1:]:
        arguments = group["Exec"].split()[1:]
        told(sys.executable, "-m", "supervisor_gui", *arguments, "--help")
        assert group["Name[tr]"] != group["Name"]


def test_the_software_centre_takes_what_is_told() -> None:
    said = told(needs("appstreamcli"), "validate", "--no-net", str(METAINFO))
    assert "Validation was successful" in said
    root = ET.parse(METAINFO).getroot()
    versions = [release.get("version") for release in root.iter("release")]
    assert versions[0] == __version__
    paragraphs = [element for element in root.iter() if element.tag in {"p", "li", "summary"}]
    turkish = [element for element in paragraphs if "{http://www.w3.org/XML/1998/namespace}lang" in element.attrib]
    assert len(turkish) * 2 == len(paragraphs)


def test_the_manual_page_names_every_switch_and_no_other() -> None:
    page = (LINUX / "supervisor-gui.1").read_text("utf-8").replace("\\-", "-")
    named = set(SWITCH.findall(page))
    existing = set()
    for words in COMMANDS:
        existing |= set(SWITCH.findall(told(sys.executable, "-m", "supervisor_gui", *words, "--help")))
    assert named == existing
    assert (
        told(needs("man"), "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(LINUX / "supervisor-gui.1")).find(
            "warning"
        )
        < 0
    )


def helped(*words: str) -> dict[str, str]:
    """What `--help` of a command says of each of its switches."""
    entries: dict[str, str] = {}
    name = ""
    for line in told(sys.executable, "-m", "supervisor_gui", *words, "--help").splitlines():
        if begun := re.match(r"  (-\S.*?)(?:  +(.*))?$", line):
            name = begun[1]
            entries[name] = begun[2] or ""
        elif name and line.startswith("      "):
            entries[name] += line.strip()
    return entries


@pytest.mark.parametrize("words", COMMANDS)
def test_help_has_words_for_every_switch(words: tuple[str, ...]) -> None:
    entries = helped(*words)
    assert len(entries) > 4
    assert [name for name, said in entries.items() if not said] == []


@pytest.mark.parametrize("words", [(), ("dial",), ("export",), ("integrate",), ("doctor",)])
def test_a_switch_cut_short_is_refused_by_every_command_alike(words: tuple[str, ...]) -> None:
    assert "--lan" in told(sys.executable, "-m", "supervisor_gui", *words, "--lan", "en", code=2)


def test_help_manual_page_and_document_tell_the_same_exit_codes_of_an_export() -> None:
    documented = set(re.findall(r"(?m)^\| (\d+) \|", (ROOT / "docs" / "exports.md").read_text("utf-8")))
    usage = told(sys.executable, "-m", "supervisor_gui", "export", "--help")
    assert set(re.findall(r"[:;] (\d+) ", usage)) == documented - {"0"}
    page = (LINUX / "supervisor-gui.1").read_text("utf-8")
    status = page[page.index(".SH EXIT STATUS") : page.index(".SH ENVIRONMENT")]
    assert set(re.findall(r"(?m)^\.B (\d+)$", status)) == documented | {"3"}, "3 is that of a picture without data"


def test_icons_of_all_sizes_are_as_drawn(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    icons = module("icons", ROOT / "packaging", monkeypatch)
    assert icons.faults() == []
    assert set(SIZES) < set(icons.SIZES)
    monkeypatch.setattr(icons, "SIZES", (64,))
    monkeypatch.setattr(icons, "picture", lambda _: ROOT / "docs" / "board.png")
    assert icons.faults() == ["docs/board.png: not as the drawing; run packaging/icons.py"]


def test_windows_show_the_icon_and_a_missing_size_is_no_harm(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    icon = app_icon()
    assert {size.width() for size in icon.availableSizes()} == set(SIZES)
    drawn = QImage(str(ROOT / "resources" / icon_file(48)))
    assert icon.pixmap(48, 48).toImage().pixelColor(24, 4) == drawn.pixelColor(24, 4)

    def shipped(name: str) -> Path:
        if "16x16" in name:
            raise FileNotFoundError(name)
        return ROOT / "resources" / name

    monkeypatch.setattr("supervisor_gui.ui.app_icon.resource", shipped)
    assert {size.width() for size in app_icon().availableSizes()} == set(SIZES) - {16}


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A bundle of one program and one library, both real, with a folder of the builder in the library."""
    home = tmp_path / "bundle"
    (home / "_internal").mkdir(parents=True)
    shutil.copy("/usr/bin/env", home / "supervisor-gui")
    shutil.copy(Path(sys.executable).resolve(), home / "_internal" / "libpart.so.1")
    (home / "_internal" / "libother.so").symlink_to("libpart.so.1")
    return home


def _control(deb: Path) -> dict[str, str]:
    fields = told("dpkg-deb", "-f", str(deb)).splitlines()
    return dict(line.split(": ", 1) for line in fields if ": " in line and not line.startswith(" "))


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script that makes the package."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return module("make_deb", LINUX, monkeypatch)


def test_the_package_says_what_it_needs_and_holds_what_it_names(
    maker: ModuleType, bundle: Path, tmp_path: Path
) -> None:
    deb = maker.make(bundle, tmp_path / "out")
    assert deb.name == f"netsantral-supervisor_{__version__}_amd64.deb"
    fields = _control(deb)
    assert (fields["Version"], fields["Architecture"]) == (__version__, "amd64")
    needed = {word.split()[0] for word in fields["Depends"].split(", ")}
    assert {
        "libxcb-cursor0",
        "libxkbcommon-x11-0",
        "libegl1",
        "ca-certificates",
        "fonts-dejavu-core",
        "libc6",
    } <= needed
    assert "gnome-keyring | kwalletmanager" in fields["Recommends"]
    control = tmp_path / "control"
    told("dpkg-deb", "-e", str(deb), str(control))
    assert {path.name for path in control.iterdir()} == {"control", "md5sums"}

    root = tmp_path / "root"
    told("dpkg-deb", "-x", str(deb), str(root))
    command = root / "usr/bin/supervisor-gui"
    assert command.resolve() == root / "usr/lib/netsantral-supervisor/supervisor-gui"
    assert os.access(command, os.X_OK)
    assert (root / "usr/share/applications/netsantral-supervisor.desktop").read_bytes() == ENTRY.read_bytes()
    pictures = root / "usr/share/icons/hicolor"
    assert {path.parts[-3] for path in pictures.glob("*/apps/*")} == {
        "scalable",
        *(f"{size}x{size}" for size in (16, 22, 24, 32, 48, 64, 128, 256, 512)),
    }
    manual = root / "usr/share/doc/netsantral-supervisor/administrator.md"
    assert manual.read_text("utf-8") == (ROOT / "docs" / "administrator.md").read_text("utf-8")
    changes = gzip.decompress((root / "usr/share/doc/netsantral-supervisor/changelog.gz").read_bytes()).decode()
    assert changes.startswith(f"netsantral-supervisor ({__version__}) ")
    assert max(len(line) for line in changes.splitlines() if not line.startswith(" -- ")) <= 80
    assert not [path for path in root.iterdir() if path.name != "usr"]
    told("sh", "-c", f"cd {root} && md5sum --check --quiet {control / 'md5sums'}")


def test_the_same_bundle_gives_the_same_package(maker: ModuleType, bundle: Path, tmp_path: Path) -> None:
    first = maker.make(bundle, tmp_path / "one").read_bytes()
    os.utime(bundle / "supervisor-gui", (1, 1))
    (bundle / "_internal" / "libpart.so.1").chmod(0o777)
    assert maker.make(bundle, tmp_path / "two").read_bytes() == first


def test_without_a_bundle_it_says_so(tmp_path: Path) -> None:
    script = str(LINUX / "make_deb.py")
    said = told(sys.executable, script, "--bundle", str(tmp_path), "--out", str(tmp_path), code=1)
    assert "make the bundle first" in said


def test_a_library_that_is_nowhere_is_named(
    maker: ModuleType, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    depends = module("deb_depends", LINUX, monkeypatch)
    part = bundle / "_internal" / "libpart.so.1"
    part.write_bytes(part.read_bytes().replace(b"libc.so.6\0", b"libq.so.6\0"))
    with pytest.raises(depends.MissingLibraryError, match=r"libpart\.so\.1: libq\.so\.6"):
        maker.make(bundle, tmp_path / "out")


def test_folders_of_the_builder_are_forgotten_and_the_library_still_loads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elf = module("elf", BUNDLE, monkeypatch)
    shipped = next((Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*")).read_bytes()
    assert elf.searched(shipped) == {"$ORIGIN"}
    assert elf.without_absolute_folders(shipped) == shipped
    library = tmp_path / "libdata.so"
    library.write_bytes(shipped.replace(b"\0$ORIGIN\0", b"\0/nowhere"[:8] + b"\0"))
    assert elf.searched(library.read_bytes()) == {"/nowher"}
    library.write_bytes(elf.without_absolute_folders(library.read_bytes()))
    assert elf.searched(library.read_bytes()) == set()
    told(sys.executable, "-c", f"import ctypes; ctypes.CDLL({str(library)!r})")
    assert "libc.so.6" in elf.needed(Path("/usr/bin/env").read_bytes())


def test_lintian_finds_no_error(maker: ModuleType, bundle: Path, tmp_path: Path) -> None:
    deb = maker.make(bundle, tmp_path / "out")
    said = told(
        needs("lintian"), "--allow-root", "--fail-on", "none", "--suppress-tags", "mismatched-override", str(deb)
    )
    assert [line for line in said.splitlines() if line.startswith("E:") and "[usr/lib/" not in line] == []
