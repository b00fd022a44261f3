"""Which links come to this program: our entry and the user's list of defaults, beside whatever else stands there."""

import configparser
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from supervisor_gui.commands.integrate import main
from supervisor_gui.desktop.integration import IntegrationError, own_command
from supervisor_gui.desktop.integration_windows import WindowsIntegration
from supervisor_gui.desktop.integration_xdg import XdgIntegration
from supervisor_gui.desktop.xdg_entry import ENTRY, entry_text

TEL, SIP = "x-scheme-handler/tel", "x-scheme-handler/sip"
OTHERS = """# mine

[Default Applications]
text/html=browser.desktop
x-scheme-handler/tel=phone.desktop;other.desktop

[Added Associations]
x-scheme-handler/tel=phone.desktop;
image/png=viewer.desktop;
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folders without anything in them."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_DIRS", f"{tmp_path / 'local'}:{tmp_path / 'system'}")
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "xdg"))
    monkeypatch.setenv("LANG", "C")
    return tmp_path


@pytest.fixture
def package(home: Path) -> Path:
    """The folder of entries for everybody, with what a package of the system puts there."""
    folder = home / "system" / "applications"
    folder.mkdir(parents=True)
    (folder / ENTRY).write_text(entry_text(("/opt/supervisor-gui",), frozenset({"tel"})), "utf-8")
    (folder / "mimeinfo.cache").write_text(f"[MIME Cache]\n{TEL}={ENTRY};phone.desktop;\n")
    return folder


@pytest.fixture
def desktop(home: Path) -> XdgIntegration:
    """That user's desktop."""
    return XdgIntegration(("/opt/supervisor-gui",), os.environ)


def parsed(text: str) -> configparser.ConfigParser:
    """A file of groups and keys."""
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#",))
    parser.optionxform = str  # type: ignore[method-assign,assignment]
    parser.read_string(text)
    return parser


def test_links_are_switched_on_and_off_on_a_bare_desktop(desktop: XdgIntegration, home: Path) -> None:
    assert desktop.handled() == frozenset()
    desktop.use(frozenset({"tel"}))
    assert desktop.handled() == {"tel"}
    entry = parsed((home / "share" / "applications" / ENTRY).read_text("utf-8"))["Desktop Entry"]
    assert entry["MimeType"] == f"{TEL};"
    assert entry["Exec"] == "/opt/supervisor-gui %u"
    assert parsed((home / "config" / "mimeapps.list").read_text())["Default Applications"][TEL] == f"{ENTRY};"
    desktop.use(frozenset())
    assert desktop.handled() == frozenset()
    assert "MimeType" not in desktop.entry.read_text("utf-8")
    assert ENTRY not in desktop.defaults.read_text()


def test_what_others_wrote_stays_as_it_is(desktop: XdgIntegration) -> None:
    desktop.defaults.parent.mkdir()
    desktop.defaults.write_text(OTHERS)
    desktop.defaults.chmod(0o600)
    desktop.use(frozenset({"tel", "sip"}))
    defaults = parsed(desktop.defaults.read_text())["Default Applications"]
    assert defaults[TEL] == f"{ENTRY};phone.desktop;other.desktop;"
    assert (defaults[SIP], defaults["text/html"]) == (f"{ENTRY};", "browser.desktop")
    assert stat.S_IMODE(desktop.defaults.stat().st_mode) == 0o600
    once = desktop.defaults.read_text()
    desktop.use(frozenset({"tel", "sip"}))
    assert desktop.defaults.read_text() == once
    desktop.use(frozenset())
    assert desktop.defaults.read_text() == OTHERS.replace(
        "phone.desktop;other.desktop\n", "phone.desktop;other.desktop;\n"
    )
    assert [path.name for path in desktop.defaults.parent.iterdir()] == ["mimeapps.list"]


def test_another_program_chosen_since_is_not_called_ours(desktop: XdgIntegration) -> None:
    desktop.use(frozenset({"tel", "callto"}))
    text = desktop.defaults.read_text()
    desktop.defaults.write_text(text.replace(f"{TEL}={ENTRY};", f"{TEL}=phone.desktop;{ENTRY};"))
    assert desktop.handled() == {"callto"}


def test_a_list_kept_elsewhere_by_a_link_stays_a_link(desktop: XdgIntegration, home: Path) -> None:
    kept = home / "dotfiles" / "mimeapps.list"
    kept.parent.mkdir()
    kept.write_text(OTHERS)
    desktop.defaults.parent.mkdir()
    desktop.defaults.symlink_to(kept)
    desktop.use(frozenset({"tel"}))
    assert desktop.defaults.is_symlink()
    assert ENTRY in kept.read_text()


def test_bytes_that_are_no_text_survive(desktop: XdgIntegration) -> None:
    desktop.defaults.parent.mkdir()
    desktop.defaults.write_bytes(b"[Default Applications]\ntext/x=\xff\xfe.desktop\n")
    desktop.use(frozenset({"tel"}))
    assert b"text/x=\xff\xfe.desktop\n" in desktop.defaults.read_bytes()


def test_a_place_that_cannot_be_written_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "share").write_text("a file where a folder should be")
    with pytest.raises(IntegrationError):
        XdgIntegration(("x",), os.environ).use(frozenset({"tel"}))
    assert main(["--tel", "on"]) == 1
    assert str(home / "share") in capsys.readouterr().err


@pytest.mark.usefixtures("package")
def test_beside_an_installed_package_only_the_choice_is_written(desktop: XdgIntegration, home: Path) -> None:
    assert desktop.handled() == {"tel"}
    desktop.use(frozenset({"tel"}))
    assert desktop.handled() == {"tel"}
    assert parsed(desktop.defaults.read_text())["Default Applications"][TEL] == f"{ENTRY};"
    assert not (home / "share").exists()


@pytest.mark.usefixtures("package")
def test_a_wish_that_the_package_does_not_share_is_an_entry_of_the_users_own(
    desktop: XdgIntegration, home: Path
) -> None:
    desktop.use(frozenset({"tel", "sip"}))
    assert desktop.handled() == {"tel", "sip"}
    desktop.use(frozenset())
    assert desktop.handled() == frozenset()
    assert "MimeType" not in desktop.entry.read_text("utf-8")
    desktop.use(frozenset({"tel"}))
    assert desktop.handled() == {"tel"}
    kept = {path.name for path in (home / "share").rglob("*") if path.is_file()}
    assert kept <= {"mimeinfo.cache"}  # the desktop's own tool writes it
    elsewhere = XdgIntegration(("/opt/supervisor-gui", "--data-dir", "/srv/b"), os.environ)
    elsewhere.use(frozenset({"tel"}))
    assert "/srv/b" in elsewhere.entry.read_text("utf-8")


def test_the_package_is_not_said_to_open_what_others_were_chosen_for(
    desktop: XdgIntegration, package: Path, home: Path
) -> None:
    (home / "xdg").mkdir()
    (home / "xdg" / "mimeapps.list").write_text(f"[Default Applications]\n{TEL}=phone.desktop\n")
    assert desktop.handled() == frozenset()
    (home / "xdg" / "mimeapps.list").unlink()
    assert desktop.handled() == {"tel"}
    (package / "mimeinfo.cache").write_text(f"[MIME Cache]\n{TEL}=phone.desktop;{ENTRY};\n")
    assert desktop.handled() == frozenset()


def test_the_entry_brings_its_icon_in_every_size(desktop: XdgIntegration, home: Path) -> None:
    desktop.use(frozenset())
    pictures = sorted((home / "share" / "icons" / "hicolor").glob("*/apps/*.png"))
    assert {path.parts[-3] for path in pictures} >= {"16x16", "48x48", "256x256"}
    assert {path.stem for path in pictures} == {parsed(desktop.entry.read_text("utf-8"))["Desktop Entry"]["Icon"]}


def test_the_actions_of_the_entry_reach_the_window_with_its_data_folder() -> None:
    entry = parsed(entry_text(("/opt/x", "--data-dir", "/srv/b"), frozenset()))
    assert entry["Desktop Action board"]["Exec"] == "/opt/x --page live --data-dir /srv/b"
    assert entry["Desktop Action dial"]["Exec"] == "/opt/x dial --clipboard --data-dir /srv/b"


@pytest.mark.parametrize("folder", ["/opt/a b/c", '/opt/"q"', "/opt/$HOME/`x`", "/opt/back\\slash", "/opt/100%u"])
def test_an_odd_path_is_started_as_it_is(folder: str) -> None:
    command = f"{folder}/supervisor-gui"
    line = parsed(entry_text((command,), frozenset({"tel"})))["Desktop Entry"]["Exec"]
    # As the specification has it read: the escapes of a string, then the quoting of a shell, then the % codes.
    shell = f"printf '%s\\n' {line.replace(chr(92) * 2, chr(92))}"
    words = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, check=True).stdout.splitlines()
    assert [word.replace("%%", "%") for word in words] == [command, "%u"]


def test_the_switches_of_the_command(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def told(*argv: str) -> list[str]:
        assert main(argv) == 0
        return [line.partition(":")[0] for line in capsys.readouterr().out.splitlines() if "do not come" not in line]

    assert told("--status") == []
    assert not (home / "share").exists()
    assert told() == ["tel"]
    assert told("--callto", "on") == ["tel", "callto"]
    assert told("--tel", "off", "--sip", "on") == ["callto", "sip"]
    assert told("--status", "--tel", "on") == ["callto", "sip"]
    assert told("--callto", "off", "--sip", "off") == []
    assert main(["--status", "--lang", "tr"]) == 0


def test_the_desktop_starts_what_was_started_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "supervisor-gui"
    script.write_text("#!/bin/sh\n")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert own_command(str(script)) == (str(script),)
    assert own_command(str(script), tmp_path) == (str(script), "--data-dir", str(tmp_path))
    assert own_command("/nowhere/__main__.py") == (sys.executable, "-m", "supervisor_gui")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert own_command("/nowhere/__main__.py") == (str(script),)


def test_an_installed_bundle_is_known_by_its_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "lib" / "supervisor-gui"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    command = tmp_path / "bin-supervisor-gui"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr("supervisor_gui.desktop.integration._INSTALLED", command)
    assert own_command("supervisor-gui") == (str(program),)
    command.symlink_to(program)
    assert own_command("supervisor-gui") == (str(command),)
    monkeypatch.setattr(sys, "executable", "/bin/sh")
    assert own_command("supervisor-gui") == ("/bin/sh",)


class Registry:
    """A user's registry as a table."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str] = {(r"Software\RegisteredApplications", "Other"): "x"}

    def get(self, key: str, name: str) -> str:
        """The value or nothing."""
        return self.values.get((key, name), "")

    def put(self, key: str, name: str, value: str) -> None:
        """Write one."""
        self.values[key, name] = value

    def remove(self, key: str, name: str) -> None:
        """Take one away."""
        self.values.pop((key, name), None)

    def remove_tree(self, key: str) -> None:
        """Take all away that are below."""
        self.values = {
            at: value for at, value in self.values.items() if at[0] != key and not at[0].startswith(f"{key}\\")
        }


def test_windows_is_offered_the_program_and_forgets_it_whole() -> None:
    registry = Registry()
    before = dict(registry.values)
    windows = WindowsIntegration((r"C:\Program Files\NetSantral\supervisor-gui.exe",), registry)
    windows.use(frozenset({"tel", "sip"}))
    assert windows.handled() == {"tel", "sip"}
    command = registry.get(r"Software\Classes\NetSantralSupervisor.tel\shell\open\command", "")
    assert command == r'"C:\Program Files\NetSantral\supervisor-gui.exe" -- "%1"'
    windows.use(frozenset({"tel"}))
    assert windows.handled() == {"tel"}
    assert not [key for key, _ in registry.values if ".sip" in key]
    windows.use(frozenset())
    assert registry.values == before


def test_a_broken_tool_of_the_desktop_does_not_undo_what_was_written(
    desktop: XdgIntegration, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = tmp_path / "bin" / "update-desktop-database"
    tool.parent.mkdir()
    tool.write_bytes(b"\x00no program")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tool.parent))
    desktop.use(frozenset({"tel"}))
    assert desktop.handled() == {"tel"}
