"""The simulator as users and tests start it: a process with arguments, signals and an end."""

import json
import os
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from supervisor_gui.simulator.certs import write_certificates
from supervisor_gui.simulator.options import DEFAULT_PASSWORD, PASSWORD_VARIABLE, parse
from supervisor_gui.simulator.parent import ParentWatch
from supervisor_gui.simulator.process import SimulatorFailedError, SimulatorProcess

ROOT = Path(__file__).resolve().parents[2]
SMALL = ("--agents", "2", "--queues", "1", "--load", "0", "--limits", "off")


@pytest.fixture(autouse=True)
def _from_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "supervisor_gui.simulator", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)


def _open(url: str, context: ssl.SSLContext | None = None) -> bytes:
    with urllib.request.urlopen(url, timeout=10, context=context) as reply:
        return bytes(reply.read())


def _status_url(base: str, password: str = DEFAULT_PASSWORD) -> str:
    return f"{base}/8501110000/queuestats?username=8501110000&password={password}&crm_id=1"


def _until(condition: Callable[[], bool]) -> None:
    give_up = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < give_up
        time.sleep(0.02)


@pytest.fixture
def simulator() -> Iterator[SimulatorProcess]:
    process = SimulatorProcess(SMALL, password="g1zl1")
    process.start()
    yield process
    process.stop()


def test_it_says_where_it_is_and_ends_cleanly_when_told(simulator: SimulatorProcess) -> None:
    info = simulator.info
    assert info.account == "8501110000"
    assert json.loads(_open(_status_url(info.pbx_url, "g1zl1")))["queues"]
    assert json.loads(_open(f"{info.control_url}/ledger/board"))["queues"]
    host, port = info.events.split(":")
    socket.create_connection((host, int(port)), timeout=5).close()
    assert simulator.complaints() == ""
    assert simulator.stop() == 0


def test_a_folder_that_cannot_be_deleted_does_not_disturb_the_end(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    simulator = SimulatorProcess(SMALL)
    simulator.start()

    def held(*_: object, **__: object) -> None:
        raise PermissionError(13, "The process cannot access the file")  # as on Windows, where somebody reads it

    with monkeypatch.context() as windows:
        windows.setattr(os, "unlink", held)
        assert simulator.stop() == 0
    assert simulator.pid == 0


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="needs /proc")
def test_the_password_is_not_in_the_arguments(simulator: SimulatorProcess) -> None:
    assert b"g1zl1" not in Path(f"/proc/{simulator.pid}/cmdline").read_bytes()


async def test_it_can_be_waited_for_without_blocking_the_loop() -> None:
    process = SimulatorProcess(SMALL)
    try:
        info = await process.start_async()
        assert _open(f"{info.control_url}/clock")
    finally:
        assert process.stop() == 0
    with pytest.raises(SimulatorFailedError):
        _ = process.info


def test_ready_file_and_standard_output_hold_the_same_one_line(tmp_path: Path) -> None:
    ready = tmp_path / "ready.json"
    command = [sys.executable, "-m", "supervisor_gui.simulator", *SMALL, "--ready-file", str(ready)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        line = process.stdout.readline()
        assert line == ready.read_text("utf-8")
        assert list(json.loads(line)) == ["pbx_url", "api_url", "events", "control_url", "account"]
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
        assert (process.stdout.read(), process.stderr.read()) == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX processes")
def test_it_ends_by_itself_when_the_process_it_belongs_to_is_gone(tmp_path: Path) -> None:
    ready = tmp_path / "ready.json"
    start = (
        "import subprocess, sys, os, time, pathlib\n"
        "arguments = [sys.executable, '-m', 'supervisor_gui.simulator', *sys.argv[2:]]\n"
        "child = subprocess.Popen([*arguments, '--parent-pid', str(os.getpid())], stdout=subprocess.DEVNULL)\n"
        "while not pathlib.Path(sys.argv[1]).exists(): time.sleep(0.02)\n"
        "print(child.pid, flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    arguments = [sys.executable, "-c", start, str(ready), *SMALL, "--ready-file", str(ready)]
    result = subprocess.run(arguments, capture_output=True, text=True, timeout=30, check=False)
    url = json.loads(ready.read_text("utf-8"))["control_url"]

    def gone() -> bool:
        try:
            _open(f"{url}/clock")
        except (urllib.error.URLError, ConnectionError):
            return True
        return False

    assert int(result.stdout) > 0
    _until(gone)


def test_the_request_log_survives_a_kill(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    process = SimulatorProcess((*SMALL, "--request-log", str(log)))
    _open(_status_url(process.start().pbx_url))
    os.kill(process.pid, signal.SIGKILL)
    process.stop()
    (line,) = log.read_text("utf-8").splitlines()
    assert json.loads(line)["operation"] == "queuestats"
    assert DEFAULT_PASSWORD not in line


def test_a_taken_port_ends_it_with_a_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = _run(*SMALL, "--api-port", str(taken.getsockname()[1]))
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1
    process = SimulatorProcess(("--agents", "none"))
    with pytest.raises(SimulatorFailedError, match="--agents"):
        process.start()


def test_the_faults_are_listed_each_with_a_sentence() -> None:
    result = _run("--faults", "list")
    assert result.returncode == 0
    lines = result.stdout.splitlines()
    assert len(lines) > 25
    assert all(line.endswith(".") for line in lines)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--faults", "nonsense"),
        ("--limits", "0.5"),
        ("--limits", "some"),
        ("--account", "0850111000"),
        ("--agents", "0"),
        ("--agents", "5001"),
        ("--queues", "201"),
        ("--speed", "0"),
        ("--pbx-port", "70000"),
        ("--history-days", "401"),
        ("--host", "0.0.0.0"),
    ],
)
def test_an_argument_that_cannot_be_used_is_refused(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        parse(arguments)
    assert end.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1].startswith("supervisor-gui simulate: error:")


def test_options_come_from_arguments_and_the_password_also_from_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, "çok gizli")
    options = parse(["--limits", "60", "--account", "any", "--faults", "html,slow", "--queue-required"])
    assert options
    assert (options.limit_factor, options.account, options.queue_required) == (60.0, "any", True)
    assert [item.name for item in options.faults] == ["html", "slow"]
    assert options.password == "çok gizli"
    assert "gizli" not in repr(options)
    off = parse(["--limits", "off", "--password", "p"])
    assert off
    assert (off.limit_factor, off.password) == (None, "p")


def test_tls_serves_a_good_certificate_and_three_bad_ones(tmp_path: Path) -> None:
    with SimulatorProcess((*SMALL, "--tls", str(tmp_path))) as process:
        tls = process.info.tls
        trusting = ssl.create_default_context(cafile=tls["ca"])
        assert json.loads(_open(_status_url(process.info.pbx_url), trusting))["queues"]
        reasons = {
            "expired": "certificate has expired",
            "wrong_name": "mismatch",
            "unknown_ca": "unable to get local issuer",
        }
        for name, reason in reasons.items():
            with pytest.raises(urllib.error.URLError, match=reason):
                _open(_status_url(tls[name]), trusting)
        assert process.complaints() == ""


def test_a_watched_process_lives_until_it_has_ended() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        watch = ParentWatch(child.pid)
        assert watch.lives()
        child.communicate(b"\n")
        assert not watch.lives()
    assert ParentWatch(os.getppid()).lives()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_keys_are_readable_by_their_owner_only(tmp_path: Path) -> None:
    paths = write_certificates(tmp_path)
    for path in (paths.good, paths.expired, paths.wrong_name, paths.unknown_ca):
        assert path.stat().st_mode & 0o077 == 0
    assert b"PRIVATE" not in paths.ca.read_bytes()
