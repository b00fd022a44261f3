"""Commands without a window under an administrator's file: refused in words, or led where the file leads."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from supervisor_gui.config import Profile, SettingsStore
from supervisor_gui.paths import DataPaths
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.control import Control
from tests.helpers.desk import ACCOUNT, PASSWORD
from tests.helpers.exports import FACTOR, ROOT
from tests.helpers.recount import turkish

pytestmark = pytest.mark.e2e

BROKEN = "[rights]\ndail = no\n"


def run(place: Path, home: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """`supervisor-gui` with `arguments` under the file `place`."""
    return subprocess.run(
        [sys.executable, "-m", "tests.helpers.machine_policy", str(place), *arguments, "--data-dir", str(home)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def ini(folder: Path, text: str) -> Path:
    """A file with `text` where nobody else writes."""
    place = folder / "machine" / "policy.ini"
    place.parent.mkdir()
    place.write_text(text, "utf-8")
    return place


def test_an_export_is_refused_with_4_in_both_languages_before_anything_is_asked(tmp_path: Path) -> None:
    place = ini(tmp_path, "[rights]\nexport = no\n")
    days = ("--from", "2026-03-02", "--to", "2026-03-03", "--format", "csv", "--out", str(tmp_path / "out"))
    for language, words in (("en", "does not allow exports"), ("tr", "dışa aktarmaya izin vermiyor")):
        done = run(place, tmp_path / "data", "export", "statistics", *days, "--lang", language, "--account", ACCOUNT)
        assert done.returncode == 4, done.stderr
        assert words in done.stderr
        assert done.stdout == ""
    assert not (tmp_path / "out").exists()


def test_a_broken_file_refuses_exports_and_names_the_line(tmp_path: Path) -> None:
    place = ini(tmp_path, BROKEN)
    days = ("--from", "2026-03-02", "--to", "2026-03-03", "--format", "csv", "--out", str(tmp_path / "out"))
    done = run(place, tmp_path / "data", "export", "records", *days, "--lang", "en", "--account", ACCOUNT)
    assert done.returncode == 4, done.stderr
    assert f"{place}:2" in done.stderr
    assert "dail" in done.stderr
    assert not (tmp_path / "out").exists()


def test_an_export_goes_to_the_administrators_pbx_whatever_the_command_line_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = ("--agents", "6", "--queues", "2", "--load", "40", "--history-days", "2")
    with SimulatorProcess(("--limits", str(FACTOR), "--seed", "7", *size), password=PASSWORD) as simulator:
        info = simulator.info
        control = Control(info.control_url)
        place = ini(
            tmp_path, f"[connection]\naccount = {ACCOUNT}\npbx_url = {info.pbx_url}\napi_url = {info.api_url}\n"
        )
        paths = DataPaths(tmp_path / "data")
        paths.create()
        _agreed(paths, info.pbx_url)
        day = (turkish(control.get_now("/clock")["now"]).date() - timedelta(days=1)).isoformat()
        monkeypatch.setenv("NETGSM_PASSWORD", PASSWORD)
        elsewhere = ("--account", "3121110000", "--pbx-url", "http://127.0.0.1:9", "--api-url", "http://127.0.0.1:9")
        days = ("--from", day, "--to", day, "--format", "csv", "--out", str(tmp_path / "out"), "--lang", "en")
        done = run(place, paths.root, "export", "statistics", *days, *elsewhere, "--time-factor", str(FACTOR))
        assert done.returncode == 0, done.stderr
        assert "--account, --pbx-url, --api-url" in done.stderr
        assert Path(done.stdout.strip()).is_file()
        assert control.get_now("/requests")["requests"]


def test_an_export_to_the_administrators_plain_host_needs_a_yes_for_that_host(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with SimulatorProcess(("--limits", "off", "--agents", "4"), password=PASSWORD) as simulator:
        info = simulator.info
        place = ini(
            tmp_path, f"[connection]\naccount = {ACCOUNT}\npbx_url = {info.pbx_url}\napi_url = {info.api_url}\n"
        )
        paths = DataPaths(tmp_path / "data")
        paths.create()
        _agreed(paths, "http://other.example")
        monkeypatch.setenv("NETGSM_PASSWORD", PASSWORD)
        days = ("--from", "2026-01-01", "--to", "2026-01-01", "--format", "csv", "--out", str(tmp_path / "out"))
        done = run(place, paths.root, "export", "statistics", *days, "--lang", "en")
        assert done.returncode != 0
        assert "nobody has agreed to that" in done.stderr
        assert Control(info.control_url).get_now("/requests")["requests"] == []


def _agreed(paths: DataPaths, pbx_url: str) -> None:
    """The user agreed to plain HTTP for this host at an earlier start."""
    store = SettingsStore(paths.settings)
    store.put(Profile(name=ACCOUNT, account=ACCOUNT, pbx_url=pbx_url, plain_http_agreed=True))
    store.open(ACCOUNT)
    store.save()


@pytest.mark.parametrize(
    ("text", "verdict", "words"),
    [
        ("[rights]\ndial = no\n", "ok", "read from"),
        (BROKEN, "problem", "Ask your administrator"),
    ],
)
def test_the_doctor_tells_of_the_file(tmp_path: Path, text: str, verdict: str, words: str) -> None:
    place = ini(tmp_path, text + "[connection]\npbx_url = http://127.0.0.1:9\napi_url = http://127.0.0.1:9\n")
    done = run(place, tmp_path / "data", "doctor", "--lang", "en")
    at = next(row for row, line in enumerate(done.stdout.splitlines()) if "Administrator's settings" in line)
    assert done.stdout.splitlines()[at].startswith(verdict)
    assert words in " ".join(" ".join(done.stdout.splitlines()[at : at + 6]).split())
