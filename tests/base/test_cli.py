"""The command line as users and scripts rely on it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supervisor_gui.cli import main, parse
from supervisor_gui.desktop.single_instance import Request, SingleInstance


def test_version_is_told() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "supervisor_gui", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("supervisor-gui 0.")


@pytest.mark.parametrize(
    "argv",
    [
        ["--account", "0850111000"],
        ["--account", "85011100"],
        ["--pbx-url", "ftp://127.0.0.1"],
        ["--events", "127.0.0.1"],
        ["--size", "10x10"],
        ["--page", "nonsense"],
        ["--time-factor", "60"],
        ["--time-factor", "60", "--api-url", "http://127.0.0.1:1"],
        ["--time-factor", "60", "--pbx-url", "https://crmsntrl.netgsm.com.tr"],
    ],
)
def test_a_bad_argument_ends_with_2(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parse(argv)
    assert left.value.code == 2
    assert capsys.readouterr().err


def test_time_factor_is_taken_with_loopback_addresses() -> None:
    options = parse(
        [
            *[
                "--time-factor",
                "60",
                "--pbx-url",
                "http://127.0.0.1:9111/",
                "--api-url",
                "http://[::1]:1",
                "--events",
                "localhost:9110",
            ]
        ]
    )
    assert (options.time_factor, options.pbx_url) == (60.0, "http://127.0.0.1:9111")


@pytest.fixture
def window(tmp_path: Path, qapp: object) -> Iterator[SingleInstance]:
    """The data folder of a window that runs in this process."""
    instance = SingleInstance(tmp_path / "data")
    assert instance.claim()
    yield instance
    instance.release()


def start(qtbot: QtBot, *argv: str, env: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    """Run the command beside the window of this process, which goes on meanwhile."""
    process = subprocess.Popen(
        [sys.executable, "-m", "supervisor_gui", *argv],
        env={**os.environ, "LANG": "C", **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    out, err = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


@pytest.mark.parametrize(
    ("argv", "number"),
    [
        (["tel:+905550000001"], "tel:+905550000001"),
        (["05550000001"], "05550000001"),
        (["callto:05550000001"], "callto:05550000001"),
        (["dial", "0555", "000", "00", "01"], "0555 000 00 01"),
        (["dial", "tel:05550000001"], "tel:05550000001"),
        (["dial", "\u202a+90\u00a0555\u00a0000\u00a000\u00a001\u202c"], "+90 555 000 00 01"),
        ([], ""),
    ],
)
def test_a_number_goes_to_the_window_that_runs(
    window: SingleInstance, qtbot: QtBot, tmp_path: Path, argv: list[str], number: str
) -> None:
    heard: list[Request] = []
    window.requested.connect(heard.append)
    done = start(qtbot, *argv, "--data-dir", str(tmp_path / "data"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert heard == [Request("number", number) if number else Request("show")]


def test_a_link_with_quotes_in_it_adds_no_option(
    window: SingleInstance, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # As Windows starts a link: dashes, then the link, whose quotes may end it too early.
    heard: list[Request] = []
    window.requested.connect(heard.append)
    done = start(qtbot, "--data-dir", str(tmp_path / "data"), "--", "tel:05550000001")
    assert (done.returncode, done.stderr) == (0, "")
    assert heard == [Request("number", "tel:05550000001")]
    with pytest.raises(SystemExit) as ended:
        parse(["--", "tel:05550000001", "--data-dir", "elsewhere"])
    assert ended.value.code == 2
    assert "unrecognized arguments: --data-dir elsewhere" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("argv", "place"),
    [
        (["--wallboard"], "wallboard"),
        (["--page", "calls"], "calls"),
        (["--page", "live"], "live"),
        (["--page", "calls", "--wallboard"], "wallboard"),
    ],
)
def test_what_a_later_start_wants_to_see_goes_to_the_window_that_runs(
    window: SingleInstance, qtbot: QtBot, tmp_path: Path, argv: list[str], place: str
) -> None:
    heard: list[Request] = []
    window.requested.connect(heard.append)
    done = start(qtbot, *argv, "--data-dir", str(tmp_path / "data"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert heard == [Request("show", place=place)]


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["simulat"], "“simulat” is neither a command nor a telephone number."),
        (["05550000001;ext=1"], "neither a command nor"),
        (["http://127.0.0.1/05550000001"], "neither a command nor"),
        (["dial", "rubbish"], "neither a command nor"),
        (["dial", "5550000001,5550000002"], "neither a command nor"),
        (["dial"], "one of NUMBER, --clipboard, --selection"),
        (["dial", "101", "--clipboard"], "one of NUMBER"),
        (["dial", "--clipboard", "--selection"], "not allowed with"),
    ],
)
def test_rubbish_ends_with_2_and_a_sentence_and_never_reaches_the_window(
    window: SingleInstance, qtbot: QtBot, tmp_path: Path, argv: list[str], words: str
) -> None:
    heard: list[Request] = []
    window.requested.connect(heard.append)
    done = start(qtbot, *argv, "--data-dir", str(tmp_path / "data"))
    assert done.returncode == 2
    assert words in done.stderr
    assert not heard


def test_a_bad_link_ends_with_2_and_is_told_by_the_window_too(
    window: SingleInstance, qtbot: QtBot, tmp_path: Path
) -> None:
    heard: list[Request] = []
    window.requested.connect(heard.append)
    done = start(qtbot, "tel:05550000001;ext=5", "--data-dir", str(tmp_path / "data"))
    assert done.returncode == 2
    assert "says more than a number" in done.stderr
    assert heard == [Request("number", "tel:05550000001;ext=5")]


@pytest.mark.parametrize("word", ["rubbish", "tel:rubbish", "tel:05550000001;ext=5"])
def test_rubbish_opens_no_window_where_none_runs(word: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([word, "--data-dir", str(tmp_path / "data")]) == 2
    assert capsys.readouterr().err.strip().endswith(".")
    assert not (tmp_path / "data").exists()


SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a clipboard")
def test_without_a_screen_there_is_no_clipboard(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in SCREEN:
        monkeypatch.delenv(name, raising=False)
    assert main(["dial", "--clipboard", "--lang", "en"]) == 2
    assert "no screen" in capsys.readouterr().err


def test_a_screen_that_is_not_there_is_told_and_not_died_of(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in SCREEN:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":987")
    assert main(["dial", "--selection", "--lang", "en"]) == 2
    assert capsys.readouterr().err == "The clipboard cannot be read here.\n"


def test_an_empty_clipboard_is_told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main(["dial", "--clipboard", "--lang", "en"]) == 2
    assert capsys.readouterr().err == "Nothing has been copied.\n"


@pytest.mark.parametrize("way", ["--clipboard", "--selection"])
def test_on_wayland_its_own_tool_is_asked(window: SingleInstance, qtbot: QtBot, tmp_path: Path, way: str) -> None:
    tool = tmp_path / "wl-paste"
    tool.write_text(
        "#!/bin/sh\ncase \"$*\" in *--primary*) printf '0555 000 00 02' ;; *) printf '(0555) 000 00 01\\n' ;; esac\n"
    )
    tool.chmod(0o755)
    env = {"WAYLAND_DISPLAY": "wayland-0", "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    heard: list[Request] = []
    window.requested.connect(heard.append)
    assert start(qtbot, "dial", way, "--data-dir", str(tmp_path / "data"), env=env).returncode == 0
    assert heard == [Request("number", "0555 000 00 02" if way == "--selection" else "(0555) 000 00 01")]


def test_what_was_copied_is_not_printed(window: SingleInstance, qtbot: QtBot, tmp_path: Path) -> None:
    tool = tmp_path / "wl-paste"
    tool.write_text("#!/bin/sh\nprintf 'p4ssw0rd'\n")
    tool.chmod(0o755)
    env = {"WAYLAND_DISPLAY": "wayland-0", "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = start(qtbot, "dial", "--clipboard", "--data-dir", str(tmp_path / "data"), env=env)
    assert (done.returncode, done.stderr) == (2, "That is not one telephone number.\n")


def test_a_picture_reads_the_password_from_the_environment_and_takes_it_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETGSM_USERCODE", "8501110000")
    monkeypatch.setenv("NETGSM_PASSWORD", "p4ssw0rd")
    options = parse(["--shot", "x.png"])
    assert (options.account, options.password) == ("8501110000", "p4ssw0rd")
    assert "NETGSM_PASSWORD" not in os.environ
    assert "p4ssw0rd" not in repr(options)


def test_a_window_does_not_read_the_password_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETGSM_PASSWORD", "p4ssw0rd")
    assert not parse([]).password


def test_relative_paths_survive_a_change_of_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    options = parse(["--data-dir", "data", "--shot", "x.png"])
    assert options.data_dir == tmp_path / "data"
    assert options.shot == tmp_path / "x.png"
