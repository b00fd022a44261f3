"""Starts that cannot succeed say in one sentence what is wrong and what to do, and leave everything as it was."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from supervisor_gui.i18n import translate, use_headless
from supervisor_gui.paths import resource
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.small_disk import small_disk
from tests.helpers.started import ROOT

pytestmark = pytest.mark.e2e

ACCOUNT = "8501110000"
PASSWORD = "p4ssw0rd"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only there a window may find no screen")
ON_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XAUTHORITY", "LANG", "LC_ALL")


def run(
    arguments: Sequence[str], *, given: Mapping[str, str] | None = None, before: str = "", seconds: float = 60.0
) -> "subprocess.CompletedProcess[str]":
    """Start the program without any screen and wait for its end.

    Args:
        arguments: As on a command line.
        given: Added to the environment.
        before: What the interpreter does first, as whatever starts a program may have.
        seconds: How long to wait.
    """
    kept = {name: value for name, value in os.environ.items() if name not in ON_DISPLAYS}
    code = f"import runpy, sys\n{before}\nrunpy.run_module('supervisor_gui', run_name='__main__', alter_sys=True)"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env={**kept, **(given or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )


def one_sentence(done: "subprocess.CompletedProcess[str]") -> str:
    """What was told, which is one line and no trace; the start was refused."""
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    return line


def in_turkish(source: str) -> str:
    """The Turkish of a start's sentence, up to its first value."""
    use_headless("tr")
    return translate("Start", source).partition("{")[0]


@pytest.fixture
def library_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in which the loader looks first; a test puts unusable libraries into it."""
    folder = tmp_path / "libraries"
    folder.mkdir()
    return folder


# no screen


@LINUX
def test_no_display_is_one_sentence_in_the_language_that_was_asked_for(tmp_path: Path) -> None:
    data = tmp_path / "data"
    english = one_sentence(run(("--data-dir", str(data), "--lang", "en")))
    assert english.startswith("There is no display here")
    assert "desktop session" in english
    turkish = one_sentence(run(("--data-dir", str(data)), given={"LANG": "tr_TR.UTF-8"}))
    assert turkish == in_turkish(english) != english
    assert not data.exists(), "nothing was begun"


@LINUX
@pytest.mark.parametrize(
    "named", [{"DISPLAY": ":31999"}, {"WAYLAND_DISPLAY": "wayland-nobody"}, {"DISPLAY": "nonsense"}]
)
def test_a_display_that_does_not_answer_is_named(tmp_path: Path, named: dict[str, str]) -> None:
    told = one_sentence(run(("--data-dir", str(tmp_path / "data"), "--lang", "en"), given=named))
    assert f"“{next(iter(named.values()))}” does not answer" in told


@LINUX
def test_a_kind_of_screen_that_qt_does_not_know_is_named(tmp_path: Path) -> None:
    told = one_sentence(run(("--data-dir", str(tmp_path), "--lang", "en"), given={"QT_QPA_PLATFORM": "hologram"}))
    assert "“hologram” is missing" in told


@LINUX
@pytest.mark.parametrize(
    ("library", "package", "screen"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0", {"DISPLAY": ":31999"}),
        ("libEGL.so.1", "libegl1", {"QT_QPA_PLATFORM": "offscreen"}),
        ("libglib-2.0.so.0", "libglib2.0-0", {"QT_QPA_PLATFORM": "offscreen"}),
    ],
)
def test_a_missing_library_is_named_with_its_package(
    tmp_path: Path, library_folder: Path, library: str, package: str, screen: dict[str, str]
) -> None:
    (library_folder / library).touch()
    given = {**screen, "LD_LIBRARY_PATH": str(library_folder)}
    told = one_sentence(run(("--data-dir", str(tmp_path / "data"), "--lang", "en"), given=given))
    assert library in told
    assert re.search(rf"apt-get install .*\b{re.escape(package)}\b", told)


@LINUX
def test_an_export_without_a_library_names_it_and_writes_nothing(tmp_path: Path, library_folder: Path) -> None:
    (library_folder / "libEGL.so.1").touch()
    out = tmp_path / "out"
    days = ("--from", "2026-01-01", "--to", "2026-01-02", "--format", "csv", "--out", str(out))
    given = {"LD_LIBRARY_PATH": str(library_folder), "NETGSM_PASSWORD": PASSWORD}
    told = one_sentence(
        run(("export", "statistics", *days, "--data-dir", str(tmp_path / "data"), "--lang", "en"), given=given)
    )
    assert "apt-get install libegl1" in told
    assert not list(tmp_path.glob("out/*"))


@LINUX
def test_a_picture_needs_no_screen(tmp_path: Path) -> None:
    with SimulatorProcess(("--limits", "off", "--agents", "4"), password=PASSWORD) as simulator:
        done = run(
            (
                *("--data-dir", str(tmp_path / "data"), "--shot", str(tmp_path / "board.png"), "--events", "off"),
                *("--pbx-url", simulator.info.pbx_url, "--api-url", simulator.info.api_url),
            ),
            given={"NETGSM_USERCODE": ACCOUNT, "NETGSM_PASSWORD": PASSWORD},
        )
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "board.png").stat().st_size > 10_000


# nowhere to keep data


@pytest.mark.parametrize("more", [(), ("--shot", "board.png")], ids=["window", "picture"])
def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, more: tuple[str, ...]) -> None:
    file = tmp_path / "file"
    file.write_text("the user's own", "utf-8")
    told = one_sentence(
        run(("--data-dir", str(file / "data"), "--lang", "en", *more), given={"QT_QPA_PLATFORM": "offscreen"})
    )
    assert str(file) in told
    assert "--data-dir" in told
    assert file.read_text("utf-8") == "the user's own"


@LINUX
def test_a_disk_that_may_not_be_written_keeps_what_is_on_it(tmp_path: Path) -> None:
    with small_disk() as disk:
        data = disk.root / "data"
        data.mkdir(mode=0o700)
        (data / "settings.ini").write_text("[appearance]\nlanguage = en\n", "utf-8")
        with disk.read_only():
            told = one_sentence(run(("--data-dir", str(data)), given={"QT_QPA_PLATFORM": "offscreen"}))
        assert str(data) in told
        assert [path.name for path in data.iterdir()] == ["settings.ini"]


@LINUX
def test_a_full_disk_is_called_one() -> None:
    with small_disk() as disk:
        data = disk.root / "data"
        disk.fill()
        told = one_sentence(run(("--data-dir", str(data), "--lang", "en"), given={"QT_QPA_PLATFORM": "offscreen"}))
    assert "disk is full" in told
    assert str(data) in told


HOMELESS = """
import os, pwd
for name in ("HOME", "XDG_DATA_HOME"):
    os.environ.pop(name, None)
def nobody(_):
    raise KeyError
pwd.getpwuid = nobody
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a home for everybody")
def test_a_user_without_a_home_is_told_to_name_a_folder() -> None:
    told = one_sentence(run(("--lang", "en"), before=HOMELESS, given={"QT_QPA_PLATFORM": "offscreen"}))
    assert "home folder" in told
    assert "--data-dir" in told


CLOSED_BY_HAND = """
from PySide6.QtCore import QTimer
from supervisor_gui import runtime
real = runtime.show_alone
def by_hand(app, window):
    QTimer.singleShot(0, window.button.click)
    real(app, window)
    print(window.words.text(), window.button.text(), sep="|")
runtime.show_alone = by_hand
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a home for everybody")
@pytest.mark.parametrize(
    ("arguments", "window"),
    [((), True), (("--shot", "board.png"), False), (("dial", "5550000012"), True)],
    ids=["window", "picture", "number"],
)
def test_a_user_without_a_home_reads_it_in_a_window_where_there_is_a_screen(
    arguments: tuple[str, ...], window: bool
) -> None:
    screen = {"QT_QPA_PLATFORM": "minimal"}
    done = run((*arguments, "--lang", "tr"), before=f"{HOMELESS}\n{CLOSED_BY_HAND}", given=screen)
    told = in_turkish("This user has no home folder: name a folder for the data with --data-dir.")
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == told
    assert "Traceback" not in done.stderr
    assert done.stdout == (f"{told}|{in_turkish('Close')}\n" if window else "")


# nothing to print to

NO_STREAMS = "sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = None"
CLOSED = "import os\nos.close(0); os.close(1); os.close(2); sys.stdout = sys.stderr = sys.stdin = None"


def test_a_pipe_without_turkish_letters_gets_every_word_all_the_same(tmp_path: Path) -> None:
    # Windows gives what is not a terminal the letters of one language; here it has those of ASCII.
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "PYTHONIOENCODING": "ascii"}
    done = run(("integrate", "--status", "--lang", "tr"), given=home)
    assert (done.returncode, done.stderr) == (0, "")
    use_headless("tr")
    words = translate("Cli", "{scheme}: links do not come to this program.")
    assert not words.isascii()
    assert words.format(scheme="tel") in done.stdout.encode("ascii").decode("unicode_escape")


@pytest.mark.parametrize("before", [NO_STREAMS, CLOSED], ids=["none", "closed"])
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--version",), 0, "supervisor-gui "),
        (("--no-such-thing",), 2, "unrecognized arguments"),
        (("dial", "not a number"), 2, "“not a number”"),
    ],
)
def test_what_cannot_be_printed_is_in_a_file(
    tmp_path: Path, before: str, arguments: tuple[str, ...], code: int, said: str
) -> None:
    home = {"XDG_DATA_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = run(arguments, before=before, given=home)
    assert (done.returncode, done.stdout, done.stderr) == (code, "", "")
    file = tmp_path / "netsantral-supervisor" / "logs" / "start.log"
    assert said in file.read_text("utf-8")
    assert file.stat().st_mode & 0o077 == 0


def test_a_link_names_no_folder_for_it(tmp_path: Path) -> None:
    # As Windows starts a link with quotes in it.
    elsewhere = tmp_path / "elsewhere"
    link = ("--", "tel:05550000001", "--data-dir", str(elsewhere))
    home = {"XDG_DATA_HOME": str(tmp_path / "own"), "QT_QPA_PLATFORM": "offscreen"}
    assert run(link, before=NO_STREAMS, given=home).returncode == 2
    assert not elsewhere.exists()
    assert "unrecognized" in (tmp_path / "own" / "netsantral-supervisor" / "logs" / "start.log").read_text("utf-8")


def test_where_no_folder_can_be_made_it_is_in_the_temporary_one(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    home = {"XDG_DATA_HOME": str(tmp_path / "file"), "TMPDIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    assert run(("--lang", "en"), before=NO_STREAMS, given=home).returncode == 2
    (file,) = tmp_path.glob("netsantral-supervisor-*.log")
    assert "The data cannot be kept" in file.read_text("utf-8")


@pytest.mark.parametrize("before", [NO_STREAMS, CLOSED], ids=["none", "closed"])
def test_a_whole_run_without_streams_leaves_no_word_and_a_clean_log(tmp_path: Path, before: str) -> None:
    data = tmp_path / "data"
    with SimulatorProcess(("--limits", "off", "--agents", "4"), password=PASSWORD) as simulator:
        done = run(
            (
                *("--data-dir", str(data), "--shot", str(tmp_path / "board.png"), "--events", "off"),
                *("--pbx-url", simulator.info.pbx_url, "--api-url", simulator.info.api_url),
            ),
            before=before,
            given={"NETGSM_USERCODE": ACCOUNT, "NETGSM_PASSWORD": PASSWORD, "QT_QPA_PLATFORM": "offscreen"},
        )
    assert done.returncode == 0
    assert not (data / "logs" / "start.log").exists()
    assert (data / "logs" / "crash.log").read_text("utf-8") == ""
    assert not re.search("WARNING|ERROR", (data / "logs" / "supervisor.log").read_text("utf-8"))


def test_a_crash_before_the_log_runs_is_kept(tmp_path: Path) -> None:
    crash = f"{NO_STREAMS}\nimport supervisor_gui.cli, ctypes\n"
    crash += "supervisor_gui.cli.main = lambda argv: ctypes.string_at(0)"
    assert run(("--data-dir", str(tmp_path)), before=crash).returncode != 0
    assert "string_at" in (tmp_path / "logs" / "crash.log").read_text("utf-8")


@pytest.mark.parametrize(("platform", "all_threads"), [("linux", True), ("win32", False)])
def test_a_crash_tells_what_the_other_threads_did_where_that_is_safe(
    tmp_path: Path, platform: str, all_threads: bool
) -> None:
    file = tmp_path / "crash.log"
    code = (
        "import ctypes, pathlib, sys, threading\n"
        "from supervisor_gui.starting import open_crash_file, watch_for_crashes\n"
        "def rests_here(): begun.set(); threading.Event().wait()\n"
        "def crashes_here(): ctypes.string_at(0)\n"
        "begun = threading.Event()\n"
        "threading.Thread(target=rests_here, daemon=True).start()\n"
        "begun.wait()\n"
        "watch_for_crashes(open_crash_file(pathlib.Path(sys.argv[1])), sys.argv[2])\n"
        "crashes_here()\n"
    )
    started = [sys.executable, "-c", code, str(tmp_path), platform]
    assert subprocess.run(started, cwd=ROOT, capture_output=True, timeout=60, check=False).returncode != 0
    text = file.read_text("utf-8")
    assert "crashes_here" in text
    assert ("rests_here" in text) is all_threads


# a damaged installation


@pytest.fixture
def installation(tmp_path: Path) -> Path:
    """A copy of the program with its shipped files, from which a test takes something away."""
    place = tmp_path / "installed"
    shutil.copytree(ROOT / "supervisor_gui", place / "supervisor_gui", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(resource("translations").parent, place / "supervisor_gui" / "resources")
    return place


def run_installed(place: Path, *arguments: str, **given: str) -> "subprocess.CompletedProcess[str]":
    """Start the copy at `place`."""
    return subprocess.run(
        [sys.executable, "-m", "supervisor_gui", *arguments],
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(place), "QT_QPA_PLATFORM": "offscreen", **given},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "lost",
    ["translations/supervisor_tr.qm", "translations", "icons", "icons/hicolor/16x16", "translations/supervisor_tr.ts"],
)
def test_a_window_of_a_damaged_installation_goes_on_and_says_what_is_missing(
    installation: Path, tmp_path: Path, lost: str
) -> None:
    gone = installation / "supervisor_gui" / "resources" / lost
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    data = tmp_path / "data"
    with SimulatorProcess(("--limits", "off", "--agents", "4"), password=PASSWORD) as simulator:
        done = run_installed(
            installation,
            *("--data-dir", str(data), "--shot", str(tmp_path / "board.png"), "--events", "off", "--lang", "tr"),
            *("--pbx-url", simulator.info.pbx_url, "--api-url", simulator.info.api_url),
            NETGSM_USERCODE=ACCOUNT,
            NETGSM_PASSWORD=PASSWORD,
        )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    log = (data / "logs" / "supervisor.log").read_text("utf-8")
    assert re.search(rf"WARNING .*missing from the installation: {lost}", log)
    assert re.search(rf"told: .*{lost}", log), "and in the window"


@pytest.mark.parametrize("lost", ["translations/supervisor_tr.ts", "icons/netsantral-supervisor.svg", "guide"])
def test_the_doctor_names_what_is_missing(installation: Path, tmp_path: Path, lost: str) -> None:
    gone = installation / "supervisor_gui" / "resources" / lost
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    done = run_installed(installation, "doctor", "--data-dir", str(tmp_path / "data"), "--lang", "en")
    assert done.returncode == 1
    assert re.search(r"^problem +Program files", done.stdout, re.MULTILINE)
    assert lost.partition("/")[2] in "".join(done.stdout.split())
