"""The command line as users and scripts rely on it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from supervisor_gui.cli import main, parse


def test_version_is_told() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "supervisor_gui", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("supervisor-gui 0.")


@pytest.mark.parametrize("page", ["calls", "missed", "records", "statistics", "campaigns"])
def test_a_page_not_built_yet_ends_with_2_and_its_name(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--page", page]) == 2
    assert page in capsys.readouterr().err


@pytest.mark.parametrize("command", ["dial", "export", "integrate"])
def test_a_command_not_built_yet_ends_with_2_and_its_name(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--lang", "tr"]) == 2
    told = capsys.readouterr().err
    assert command in told
    assert "henüz" in told


@pytest.mark.parametrize(
    "argv",
    [
        ["--account", "0850111000"],
        ["--account", "85011100"],
        ["--pbx-url", "ftp://127.0.0.1"],
        ["--events", "127.0.0.1"],
        ["--size", "10x10"],
        ["--page", "nonsense"],
        ["simulat"],
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


@pytest.mark.parametrize(("word", "number"), [("tel:+905550001122", "+905550001122"), ("05550001122", "05550001122")])
def test_a_link_or_a_bare_number_is_taken(word: str, number: str) -> None:
    assert parse([word]).number == number


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
