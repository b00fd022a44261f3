"""What the first release left is opened by today's program with everything in it; a newer program's file is refused."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from supervisor_gui import __version__
from supervisor_gui.config import SettingsStore, keys
from supervisor_gui.config.values import BreakRule, QueueRule
from supervisor_gui.history.migrations import STEPS
from supervisor_gui.history.store import Store
from supervisor_gui.live import lastboard
from supervisor_gui.live.ports import AuditRow, DirectoryEntry, MinuteSample
from supervisor_gui.netsantral.budgets import Budgets
from supervisor_gui.options import Options
from supervisor_gui.paths import DataPaths
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.desk import Desk, open_desk
from tests.helpers.qt_async import run_qt, until
from tests.helpers.started import ROOT

FIXTURE = ROOT / "tests" / "fixtures" / "first_release"
ACCOUNT = "8501110000"
FAST = Options(time_factor=20.0)
STILL = ("--agents", "8", "--queues", "3", "--seed", "7", "--limits", "off")
"""The last requests on record may be of another start of the computer, after which a minute is waited."""
PASSWORD = "p4ssw0rd"
NAMES = (
    DirectoryEntry("101", "Ayşe Işık", "Satış"),
    DirectoryEntry("102", "İlker Öğüt", "Destek"),
    DirectoryEntry("103", "Çağrı Şahin", ""),
)
PAUSES = (("101", "Operatör", "Çay molası"), ("101", "Satış", "Çay molası"), ("102", "Destek", "Yemek"))
MINUTES = range(29_933_651, 29_933_655)
SAVED_AT = 1_796_019_247
"""About the second in which the window was closed."""

SETTINGS = {
    keys.LANGUAGE: "tr",
    keys.THEME: "dark",
    keys.BEEP: False,
    keys.AGENTS_VIEW: "tiles",
    keys.MASK_NUMBERS: True,
    keys.WAITING_WARN: 4,
    keys.WAITING_RED: 9,
    keys.WAIT_WARN: 30,
    keys.WAIT_RED: 75,
    keys.THRESHOLD: 30,
    keys.OTHER_RED: 25,
    keys.PROGRAMS: 2,
    keys.BREAKS: (BreakRule("Çay molası", 10, 15), BreakRule("Öğle yemeği", 45, 60), BreakRule("İş görüşmesi", 20, 0)),
    keys.QUEUE_LIMITS: (QueueRule("Destek", waiting_warn=2, waiting_red=5),),
}


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    """A copy of the first release's data folder."""
    paths = DataPaths(tmp_path / "data")
    paths.create()
    for name in ("settings.ini", "history.sqlite", "budgets.sqlite", "board.last"):
        shutil.copyfile(FIXTURE / name, paths.root / name)
    return paths


def schema(path: Path) -> int:
    """The version that a history file tells."""
    with closing(sqlite3.connect(path)) as file:
        return int(file.execute("PRAGMA user_version").fetchone()[0])


def shot(paths: DataPaths, simulator: SimulatorProcess, picture: Path) -> "subprocess.CompletedProcess[str]":
    """A picture of the window that opens on the data folder, without any question."""
    where = ("--pbx-url", simulator.info.pbx_url, "--api-url", simulator.info.api_url, "--events", "off")
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "supervisor_gui",
            "--data-dir",
            str(paths.root),
            *where,
            "--time-factor",
            "20",
            "--shot",
            str(picture),
        ],
        cwd=ROOT,
        env={**os.environ, "NETGSM_USERCODE": ACCOUNT, "NETGSM_PASSWORD": PASSWORD},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_profile_and_settings_are_all_there_and_stay_in_the_file(paths: DataPaths) -> None:
    store = SettingsStore(paths.settings)
    assert store.load() == ()
    (profile,) = store.profiles
    assert (profile.name, profile.account, profile.plain_http_agreed) == (ACCOUNT, ACCOUNT, True)
    store.open(ACCOUNT)
    assert {setting.key: store.settings.get(setting) for setting in SETTINGS} == {s.key: v for s, v in SETTINGS.items()}
    before = paths.settings.read_text("utf-8")
    store.put(msgspec.structs.replace(profile, worked_encrypted=True))
    store.save()
    added = set(paths.settings.read_text("utf-8").splitlines()) - set(before.splitlines())
    assert added == {"profile.worked_encrypted = on"}
    assert not set(before.splitlines()) - set(paths.settings.read_text("utf-8").splitlines())


async def test_names_actions_and_samples_are_all_there_after_the_upgrade_in_place(paths: DataPaths) -> None:
    assert schema(paths.history) == 1
    store = Store(paths.history, report=pytest.fail)
    assert await store.open() == ""
    assert await store.names(ACCOUNT) == NAMES
    audit: tuple[AuditRow, ...] = await store.audit(ACCOUNT)
    assert sorted((row.extension, row.queue, row.detail) for row in audit) == sorted(PAUSES)
    assert {(row.action, row.outcome) for row in audit} == {("pause", "done")}
    samples = await store.samples_between(ACCOUNT, 0, SAVED_AT + 60)
    assert [(sample.minute, sample.queue) for sample in samples] == [
        (minute, queue) for minute in MINUTES for queue in ("Destek", "Operatör", "Satış")
    ]
    assert samples[1] == MinuteSample(ACCOUNT, MINUTES[0], "Operatör", 2, 187, 0, 0, 3, 0, 0, 64, 38)
    intervals = await store.intervals_between(ACCOUNT, 0, SAVED_AT + 60)
    assert len(intervals) == 16
    assert {one.reason for one in intervals if one.state == "paused"} >= {"Yemek", "Toplantı"}
    assert await store.get_memory("", "written_by", str) == __version__
    await store.close()
    assert schema(paths.history) == len(STEPS)
    assert sorted(path.name for path in paths.root.glob("history*")) == ["history.sqlite"]


async def test_the_last_board_and_the_requests_that_were_sent_are_known(paths: DataPaths) -> None:
    loaded = lastboard.load(paths.board, ACCOUNT)
    assert (loaded.problem, int(loaded.at)) == ("", SAVED_AT)
    assert loaded.board is not None
    assert set(loaded.board.queues) == {"Destek", "Operatör", "Satış"}
    budgets = Budgets(paths.budgets, ACCOUNT)
    await budgets.open()
    await budgets.close()
    assert sorted(path.name for path in paths.root.glob("budgets*")) == ["budgets.sqlite"]


@pytest.mark.e2e
def test_the_window_opens_on_it(paths: DataPaths, tmp_path: Path) -> None:
    with SimulatorProcess(STILL, password=PASSWORD) as simulator:
        done = shot(paths, simulator, tmp_path / "board.png")
    assert (done.returncode, done.stderr) == (0, "")
    assert not QImage(str(tmp_path / "board.png")).isNull()
    assert not [path.name for path in paths.root.iterdir() if "damaged" in path.name or "newer" in path.name]


@pytest.mark.e2e
@pytest.mark.logs
def test_the_window_opens_and_works_beside_a_newer_history_and_leaves_it_as_it_is(
    qapp: QApplication, paths: DataPaths, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(paths.history)) as file:
        file.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    before = paths.history.read_bytes()

    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=("--agents", "8", "--limits", "off"), options=FAST) as desk:
            await desk.data()
            desk.shell.open_page("missed")
            desk.shell.open_page("records")
            await until(lambda: str(len(STEPS) + 1) in told(desk), "what is wrong with the history")
            assert "history.sqlite" in told(desk)
            await until(lambda: desk.program.pages._settled, "the start is over")
            missed = desk.program._session.kept.missed
            await until(lambda: missed.problem, "why nobody is to be called back")
            assert "history.sqlite" in missed.problem
            assert [toast.words for toast in desk.shell.toasts.shown if "NewerFileError" in toast.words] == []

    run_qt(qapp, scenario(), 60)
    assert paths.history.read_bytes() == before


def told(desk: Desk) -> str:
    """What the window's messages say."""
    return "\n".join(toast.words for toast in desk.shell.toasts.shown)
