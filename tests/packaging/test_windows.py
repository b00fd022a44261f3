"""What is built for Windows, as far as another system can tell: programs, icon, version information, installer."""

import re
import struct
from pathlib import Path, PureWindowsPath
from typing import Any

import pytest
from PySide6.QtGui import QImageReader

from supervisor_gui import __version__
from supervisor_gui.desktop.integration import SCHEMES, own_command
from supervisor_gui.desktop.integration_windows import WindowsIntegration
from tests.helpers.recipes import ROOT, of_kind, read_spec, script

ISS = ROOT / "packaging" / "windows" / "netsantral-supervisor.iss"
PARAMETER = re.compile(r'(\w+):\s*("(?:[^"]|"")*"|[^;]*)')


@pytest.fixture(scope="module")
def sections() -> dict[str, list[str]]:
    """The installer's script: the lines of each section, without remarks."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in ISS.read_text("utf-8-sig").splitlines():
        if line.startswith("["):
            lines = found.setdefault(line.strip("[]"), [])
        elif line.strip() and not line.startswith((";", "#")):
            lines.append(line)
    return found


@pytest.fixture(scope="module")
def setup(sections: dict[str, list[str]]) -> dict[str, str]:
    """The directives of [Setup]."""
    return dict(line.split("=", 1) for line in sections["Setup"])


def entries(lines: list[str]) -> list[dict[str, str]]:
    """Lines of named parameters; quotes are taken off."""
    return [{name: _plain(value.strip()) for name, value in PARAMETER.findall(line)} for line in lines]


def _plain(value: str) -> str:
    return value[1:-1].replace('""', '"') if value.startswith('"') else value


class Kept:
    """A registry of its own."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str] = {}

    def get(self, key: str, name: str) -> str:
        return self.values.get((key, name), "")

    def put(self, key: str, name: str, value: str) -> None:
        self.values[key, name] = value

    def remove(self, key: str, name: str) -> None:
        self.values.pop((key, name), None)

    def remove_tree(self, key: str) -> None:
        self.values = {at: value for at, value in self.values.items() if not f"{at[0]}\\".startswith(f"{key}\\")}


def registry_of_the_program(*schemes: str) -> Kept:
    """What `supervisor-gui integrate` writes for these schemes."""
    kept = Kept()
    WindowsIntegration((r"{app}\supervisor-gui.exe with a blank",), kept).use(frozenset(schemes))
    kept.values = {at: value.replace(" with a blank", "") for at, value in kept.values.items()}
    return kept


def test_the_installer_offers_the_program_for_links_just_as_the_program_itself_does(
    sections: dict[str, list[str]],
) -> None:
    written = [entry for entry in entries(sections["Registry"]) if entry["ValueType"] != "none"]
    assert {(entry["Root"], entry["Tasks"], entry["ValueType"]) for entry in written} == {("HKCU", "tel", "string")}
    values = {(entry["Subkey"], entry["ValueName"]): entry["ValueData"] for entry in written}
    assert values == registry_of_the_program("tel").values
    assert len(values) == len(written)


def test_uninstalling_takes_away_every_key_that_the_installer_or_the_program_wrote(
    sections: dict[str, list[str]],
) -> None:
    kept = registry_of_the_program(*SCHEMES)
    kept.put(r"Software\RegisteredApplications", "Another program", "stays")
    for entry in entries(sections["Registry"]):
        assert entry["Root"] == "HKCU"
        if "uninsdeletekey" in entry.get("Flags", ""):
            kept.remove_tree(entry["Subkey"])
        if "uninsdeletevalue" in entry.get("Flags", ""):
            kept.remove(entry["Subkey"], entry["ValueName"])
        if "uninsdelete" in entry.get("Flags", ""):
            # whichever tasks were chosen, and without making a key that nobody asked for
            assert "dontcreatekey" in entry["Flags"]
            assert "Tasks" not in entry
    assert kept.values == {(r"Software\RegisteredApplications", "Another program"): "stays"}


def test_no_administrator_is_needed_and_an_update_finds_what_it_updates(setup: dict[str, str]) -> None:
    assert setup["PrivilegesRequired"] == "lowest"
    assert "PrivilegesRequiredOverridesAllowed" not in setup
    assert setup["DefaultDirName"].startswith(r"{localappdata}\Programs" + "\\")
    assert setup["AppId"] == "{{CD639197-0C1E-4AFE-B631-5CA28ED2F33A}"
    assert setup["ArchitecturesAllowed"] == setup["ArchitecturesInstallIn64BitMode"] == "x64compatible"
    assert (setup["CloseApplications"], setup["RestartApplications"]) == ("yes", "no")


def test_the_version_is_written_nowhere_in_the_installer(setup: dict[str, str]) -> None:
    assert {setup["AppVersion"], setup["VersionInfoProductTextVersion"]} == {"{#Version}"}
    assert __version__ not in ISS.read_text("utf-8-sig")


def test_links_and_the_desktop_icon_are_choices_that_nobody_has_made_yet(sections: dict[str, list[str]]) -> None:
    tasks = {entry["Name"]: entry["Flags"] for entry in entries(sections["Tasks"])}
    assert tasks == {"tel": "unchecked", "desktopicon": "unchecked"}


def test_the_installer_speaks_turkish_and_english(sections: dict[str, list[str]]) -> None:
    assert ISS.read_bytes().startswith(b"\xef\xbb\xbf")  # else the compiler may take it for the machine's own code page
    assert [entry["Name"] for entry in entries(sections["Languages"])] == ["tr", "en"]
    words = dict(line.split("=", 1) for line in sections["CustomMessages"])
    english = {name.removeprefix("en.") for name in words if name.startswith("en.")}
    assert english == {name.removeprefix("tr.") for name in words if name.startswith("tr.")}
    assert all(words[f"tr.{name}"] != words[f"en.{name}"] for name in english)


def test_the_users_data_and_the_administrators_settings_are_not_touched(sections: dict[str, list[str]]) -> None:
    deleted = entries(sections["InstallDelete"])
    assert [entry["Name"] for entry in deleted] == [r"{app}\_internal"]
    assert "UninstallDelete" not in sections
    own = PureWindowsPath(r"{localappdata}\netsantral-supervisor")
    for entry in entries(sections["Files"] + sections["Icons"]):
        target = PureWindowsPath(entry.get("DestDir") or entry["Name"])
        assert target.parts[0] in {"{app}", "{userprograms}", "{userdesktop}"}
        assert own not in (target, *target.parents)


def test_the_start_menu_opens_the_program_without_a_terminal(sections: dict[str, list[str]], tmp_path: Path) -> None:
    windowed = {
        f"{one.named['name']}.exe" for one in of_kind(read_spec("win32", tmp_path), "EXE") if not one.named["console"]
    }
    started = {PureWindowsPath(entry["Filename"]).name for entry in entries(sections["Icons"] + sections["Run"])}
    assert started == windowed == {"supervisor-gui.exe"}


def test_windows_gets_a_program_for_the_desktop_and_one_for_the_terminal_in_one_folder(tmp_path: Path) -> None:
    made = read_spec("win32", tmp_path)
    programs = of_kind(made, "EXE")
    assert [(one.named["name"], one.named["console"]) for one in programs] == [
        ("supervisor-gui", False),
        ("supervisor-gui-cli", True),
    ]
    assert all(one.named["exclude_binaries"] for one in programs)
    folder, *others = of_kind(made, "COLLECT")
    assert others == []
    assert folder.given[:2] == tuple(programs)
    assert of_kind(made, "BUNDLE") == []


def test_each_program_says_what_it_is_and_which_version(tmp_path: Path) -> None:
    for program in of_kind(read_spec("win32", tmp_path), "EXE"):
        read = _read_version_info(Path(program.named["version"]).read_text("utf-8"))
        strings = read["strings"]
        assert strings["ProductVersion"] == strings["FileVersion"] == __version__
        assert strings["OriginalFilename"] == f"{program.named['name']}.exe"
        assert strings["ProductName"] == "NetSantral Supervisor"
        assert strings["FileDescription"]
        assert ".".join(map(str, read["fixed"]["filevers"])).startswith(__version__.split("rc")[0])
        assert read["fixed"]["prodvers"] == read["fixed"]["filevers"]


def _read_version_info(text: str) -> dict[str, Any]:
    """Evaluated as PyInstaller does, by the names that it knows."""
    found: dict[str, Any] = {"strings": {}, "fixed": {}}
    known = {
        "VSVersionInfo": lambda ffi, kids: found,
        "FixedFileInfo": lambda **numbers: found["fixed"].update(numbers),
        "StringFileInfo": list,
        "StringTable": lambda name, kids: found.update(table=name),
        "StringStruct": lambda name, value: found["strings"].update({name: value}),
        "VarFileInfo": list,
        "VarStruct": lambda name, kids: found.update(translation=kids),
    }
    eval(text, known)
    language, page = found["translation"]
    assert found["table"] == f"{language:04x}{page:04x}"
    return found


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.9.0", (0, 9, 0, 0)), ("1.2", (1, 2, 0, 0)), ("1.2.3rc4", (1, 2, 3, 0)), ("2.0.1.7", (2, 0, 1, 7))],
)
def test_windows_compares_four_numbers(version: str, numbers: tuple[int, ...]) -> None:
    assert script("windows/version_info.py").numbers(version) == numbers


@pytest.mark.parametrize("version", ["", "next", "1.70000"])
def test_a_version_that_windows_cannot_hold_is_refused(version: str) -> None:
    with pytest.raises(ValueError, match=r"version|65535"):
        script("windows/version_info.py").numbers(version)


def test_the_icon_has_every_size_that_windows_shows(tmp_path: Path) -> None:
    program = of_kind(read_spec("win32", tmp_path), "EXE")[0]
    reader = QImageReader(program.named["icon"])
    assert bytes(reader.format().data()) == b"ico"
    assert _sizes(reader) == [16, 24, 32, 48, 64, 128, 256]


def test_a_picture_of_another_size_than_its_folder_says_is_found(tmp_path: Path) -> None:
    icon_files = script("bundle/icon_files.py")
    place = tmp_path / "32x32" / "apps" / "one.png"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 16, 16))
    with pytest.raises(ValueError, match="32x32"):
        icon_files.read_pictures(tmp_path, "one")
    with pytest.raises(KeyError):
        icon_files.ico({16: b""})


def _sizes(reader: QImageReader) -> list[int]:
    sizes = []
    for _ in range(reader.imageCount()):
        picture = reader.read()
        assert not picture.isNull()
        assert picture.hasAlphaChannel()
        sizes.append(picture.width())
        reader.jumpToNextImage()
    return sizes


def test_the_bundle_has_windows_own_parts_and_no_other_systems(tmp_path: Path) -> None:
    found = [
        r"PySide6\plugins\platforms\qwindows.dll",
        r"PySide6\plugins\styles\qmodernwindowsstyle.dll",
        r"PySide6\plugins\platforminputcontexts\qtvirtualkeyboardplugin.dll",
        r"PySide6\plugins\imageformats\qpdf.dll",
        r"PySide6\Qt6Gui.dll",
        r"PySide6\Qt6Pdf.dll",
        r"PySide6\Qt6VirtualKeyboard.dll",
        "python311.dll",
        "libssl-3.dll",
    ]
    words = [rf"PySide6\translations\qtbase_{language}.qm" for language in ("tr", "de")]
    collected = {
        "binaries": [(name, "", "BINARY") for name in found],
        "datas": [(name, "", "DATA") for name in words],
    }
    made = read_spec("win32", tmp_path, collected)
    analysis = of_kind(made, "Analysis")[0]
    assert {"keyring.backends.Windows", "win32ctypes.core"} <= set(analysis.named["hiddenimports"])
    assert "keyring.backends.SecretService" not in analysis.named["hiddenimports"]
    assert {"PyQt6", "PySide6.QtQml", "tkinter"} <= set(analysis.named["excludes"])
    _, _, binaries, datas = of_kind(made, "COLLECT")[0].given
    assert [name for name, _, _ in binaries] == [found[0], found[1], found[4], found[7], found[8]]
    assert [name for name, _, _ in datas] == [words[0]]


def test_one_command_builds_signs_and_packs(tmp_path: Path) -> None:
    build = script("windows/build.py")
    bundle, compiler = tmp_path / "bundle", tmp_path / "ISCC.exe"
    command = build.installer(compiler, "1.2.3rc1", bundle, tmp_path / "own.ico")
    assert command[0] == str(compiler)
    assert command[-1] == str(ISS)
    defined = dict(word.removeprefix("/D").split("=", 1) for word in command if word.startswith("/D"))
    assert defined == {
        "Version": "1.2.3rc1",
        "Numbers": "1.2.3.0",
        "Bundle": str(bundle),
        "Icon": str(tmp_path / "own.ico"),
    }
    # every name that the script asks for is given
    assert set(re.findall(r"\{#(\w+)\}", ISS.read_text("utf-8-sig"))) == set(defined)
    assert build.installer_file("1.2.3rc1").name == "netsantral-supervisor-1.2.3rc1-setup.exe"
    assert build.smoke(tmp_path / "python.exe", bundle)[-1] == str(bundle / "supervisor-gui-cli.exe")


def test_what_is_signed_is_signed_for_longer_than_its_certificate_lives(tmp_path: Path) -> None:
    build = script("windows/build.py")
    files = build.programs(tmp_path)
    assert build.signing(files, {}) == []
    command = build.signing(files, {"SIGN_CERTIFICATE": "AB12", "SIGN_TIMESTAMP": "http://time.example"})
    assert command[:2] == ["signtool", "sign"]
    assert command[command.index("/sha1") + 1] == "AB12"
    assert command[command.index("/tr") + 1] == "http://time.example"
    assert command[-2:] == [str(tmp_path / "supervisor-gui.exe"), str(tmp_path / "supervisor-gui-cli.exe")]
    with pytest.raises(KeyError):
        build.signing(files, {"SIGN_CERTIFICATE": "AB12"})


def test_the_installers_compiler_is_found_where_it_is_named_or_was_installed(tmp_path: Path) -> None:
    build = script("windows/build.py")
    assert build.find_compiler({"LOCALAPPDATA": str(tmp_path), "PATH": ""}) is None
    own = tmp_path / "Programs" / "Inno Setup 6" / "ISCC.exe"
    own.parent.mkdir(parents=True)
    own.touch()
    assert build.find_compiler({"LOCALAPPDATA": str(tmp_path), "PATH": ""}) == own
    named = tmp_path / "other.exe"
    named.touch()
    assert build.find_compiler({"LOCALAPPDATA": str(tmp_path), "PATH": "", "ISCC": str(named)}) == named


def test_elsewhere_the_command_says_where_it_works(capsys: pytest.CaptureFixture[str]) -> None:
    assert script("windows/build.py").main() == 2
    assert "Windows" in capsys.readouterr().err


def test_a_link_opens_the_window_also_where_the_terminals_program_registered_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("supervisor-gui.exe", "supervisor-gui-cli.exe"):
        (tmp_path / name).touch()
    monkeypatch.setattr("sys.frozen", True, raising=False)
    for name in ("supervisor-gui-cli.exe", "supervisor-gui.exe"):
        monkeypatch.setattr("sys.executable", str(tmp_path / name))
        assert own_command(name) == (str(tmp_path / "supervisor-gui.exe"),)


def test_elsewhere_there_is_one_program_without_any_of_this(tmp_path: Path) -> None:
    made = read_spec("linux", tmp_path)
    (program,) = of_kind(made, "EXE")
    assert (program.named["name"], program.named["console"]) == ("supervisor-gui", True)
    assert not {"icon", "version", "argv_emulation"} & set(program.named)
    assert of_kind(made, "BUNDLE") == []
    assert list(tmp_path.iterdir()) == []
