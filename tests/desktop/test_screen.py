"""What keeps a window from opening is found before Qt ends the process; what a frozen program starts and must have."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from supervisor_gui.certificates import system_has_certificates
from supervisor_gui.desktop import qt_children
from supervisor_gui.desktop.doctor_files import examine_files
from supervisor_gui.desktop.doctor_qt import plugins
from supervisor_gui.desktop.findings import Verdict
from supervisor_gui.desktop.screen import NoScreen, NotLoaded, SilentScreen, obstacle, platform_plugin
from supervisor_gui.desktop.selection import NoClipboardError, copied
from supervisor_gui.desktop.shipped import KEYRINGS, examine_program_files, missing_parts, missing_words
from supervisor_gui.starting import clean_environment

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")


@contextmanager
def x_server() -> Iterator[str]:
    """A screen that nobody sees; gives its name."""
    program = shutil.which("Xvfb")
    if program is None:
        pytest.skip("needs Xvfb")
    with subprocess.Popen(
        [program, "-displayfd", "1", "-nolisten", "tcp"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as server:
        assert server.stdout is not None
        try:
            yield f":{server.stdout.readline().decode().strip()}"
        finally:
            server.terminate()


def test_a_screen_that_answers_is_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    with x_server() as display:
        monkeypatch.setenv("DISPLAY", display)
        assert obstacle({"DISPLAY": display}) is None
        # Qt goes on to the next where the first one does not work.
        assert obstacle({"WAYLAND_DISPLAY": "wayland-nobody", "DISPLAY": display}) is None


def test_a_screen_that_does_not_answer_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":31999")
    assert obstacle({"DISPLAY": ":31999"}) == SilentScreen(":31999")
    assert obstacle({}) == NoScreen()
    assert obstacle({}, platform="darwin") is None


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({"QT_QPA_PLATFORM": "offscreen:size=1x1"}, ("offscreen",)),
        ({"QT_QPA_PLATFORM": "wayland;xcb", "DISPLAY": ":1"}, ("wayland", "xcb")),
        ({"DISPLAY": ":1", "WAYLAND_DISPLAY": "w"}, ("wayland", "xcb")),
        ({"DISPLAY": ":1"}, ("xcb",)),
    ],
)
def test_the_plugins_are_those_that_qt_tries(environment: dict[str, str], wanted: tuple[str, ...]) -> None:
    assert plugins(environment) == wanted


def test_every_word_for_a_kind_of_screen_leads_to_qt_s_file() -> None:
    names = {
        word: file.name for word in ("xcb", "wayland-egl", "hologram") if (file := platform_plugin(word)) is not None
    }
    assert names["xcb"] == "libqxcb.so"
    assert names["wayland-egl"].startswith("libqwayland")
    assert names["hologram"] == "libqhologram.so"


@pytest.mark.parametrize(
    ("told", "missing", "said"),
    [
        (
            "libxcb-cursor.so.0: cannot open shared object file",
            {"libxcb-cursor.so.0"},
            "apt-get install libxcb-cursor0",
        ),
        (
            "libodd-2.so.7: cannot open shared object file",
            {"libodd-2.so.7"},
            "lacks libodd-2.so.7: install the package",
        ),
        ("undefined symbol: qt_version_tag", set(), "does not load (undefined symbol: qt_version_tag)"),
        ("libQt6Gui.so.6: cannot open shared object file", set(), "install the program anew"),
    ],
)
def test_what_does_not_load_is_told_with_what_to_do(told: str, missing: set[str], said: str) -> None:
    assert said in NotLoaded(told, loaded=lambda name: name not in missing).words()


def test_the_clipboard_is_read_by_a_process_of_our_own_program(monkeypatch: pytest.MonkeyPatch) -> None:
    assert qt_children.command(qt_children.TRY_QT) == [sys.executable, "-m", "supervisor_gui", "try-qt"]
    assert copied({**os.environ, "QT_QPA_PLATFORM": "offscreen"}) == ""
    with pytest.raises(NoClipboardError):
        copied({"PATH": "", "DISPLAY": ":31999"})
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert qt_children.command(qt_children.READ_CLIPBOARD, "Clipboard") == [
        sys.executable,
        "read-clipboard",
        "Clipboard",
    ]


def test_programs_that_a_frozen_one_starts_load_the_system_s_libraries() -> None:
    bundled = {"LD_LIBRARY_PATH": "/usr/lib/bundle", "LD_LIBRARY_PATH_ORIG": "/opt/lib", "HOME": "/home/a"}
    clean_environment(bundled, frozen=True, platform="linux")
    assert bundled == {"LD_LIBRARY_PATH": "/opt/lib", "HOME": "/home/a", "PYINSTALLER_RESET_ENVIRONMENT": "1"}
    nothing_before = {"LD_LIBRARY_PATH": "/usr/lib/bundle"}
    clean_environment(nothing_before, frozen=True, platform="linux")
    assert nothing_before == {"PYINSTALLER_RESET_ENVIRONMENT": "1"}
    plain = {"LD_LIBRARY_PATH": "/opt/lib"}
    clean_environment(plain, frozen=False, platform="linux")
    assert plain == {"LD_LIBRARY_PATH": "/opt/lib"}


def test_programs_that_a_frozen_one_starts_load_qt_s_plugins_of_their_own() -> None:
    ours = {
        "QT_PLUGIN_PATH": "/usr/lib/bundle/PySide6/Qt/plugins",
        "QML2_IMPORT_PATH": "/usr/lib/bundle/PySide6/Qt/qml",
    }
    clean_environment(ours, frozen=True, platform="darwin", place="/usr/lib/bundle")
    assert ours == {"PYINSTALLER_RESET_ENVIRONMENT": "1"}
    theirs = {"QT_PLUGIN_PATH": "/opt/plugins"}
    clean_environment(theirs, frozen=True, platform="linux", place="/usr/lib/bundle")
    assert theirs["QT_PLUGIN_PATH"] == "/opt/plugins"


def test_this_checkout_has_everything_that_an_installation_needs() -> None:
    assert missing_parts() == ()
    assert examine_program_files().verdict is Verdict.OK


def test_a_keyring_s_module_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KEYRINGS, "linux", ("keyring.backends.SecretService", "nosuchring.backend"))
    finding = examine_program_files()
    assert finding.verdict is Verdict.PROBLEM
    assert finding.found.endswith("nosuchring.backend")


def test_a_message_about_many_missing_files_stays_short() -> None:
    assert missing_words(()) == ""
    assert "a, b, c, …" in missing_words(("a", "b", "c", "d"))
    assert "a, b." in missing_words(("a", "b"))


def test_where_certificates_are_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    file = tmp_path / "store.pem"
    assert not system_has_certificates((str(file),))
    assert system_has_certificates((str(file),), platform="win32")
    file.touch()
    assert not system_has_certificates((str(file),)), "an empty one is none"
    file.write_text("-----BEGIN CERTIFICATE-----", "utf-8")
    assert system_has_certificates((str(file),))
    (tmp_path / "002c0b4f.0").touch()
    assert system_has_certificates(())


def test_the_doctor_tells_a_newer_history_from_a_damaged_one(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "history.sqlite")) as file:
        file.executescript("CREATE TABLE future (id INTEGER); PRAGMA user_version = 9")
    *_, history = examine_files(tmp_path, newest_schema=6)
    assert history.verdict is Verdict.PROBLEM
    assert "its schema is 9, this version knows 6" in history.found
    *_, history = examine_files(tmp_path, newest_schema=9)
    assert history.verdict is Verdict.OK
