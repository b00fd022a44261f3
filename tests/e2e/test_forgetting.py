"""A number deleted through the window: no file holds it afterwards, and no later import brings it back."""

import csv
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from supervisor_gui.desktop.digest_key import ENTRY
from supervisor_gui.live.numbers import tail
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.desk import PASSWORD
from tests.helpers.forgotten_number import (
    FACTOR,
    SIZE,
    Clerk,
    Player,
    ask_anew,
    clerk_at,
    counted,
    holding,
    kept_calls,
    keyring_here,
    paths_of,
    rows_of,
)
from tests.helpers.past_file import settled_days
from tests.helpers.prompter import Prompter
from tests.helpers.qt_async import run_qt, until
from tests.helpers.secret_service import KEYRING_PASSWORD, SecretService
from tests.helpers.started import ROOT

# The keyring library leaves its connection to the collector when the keyring stays locked.
pytestmark = [
    pytest.mark.e2e,
    pytest.mark.logs,  # deadlines are short on the time factor, and a busy machine misses one
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),
]

LOCKED = "anahtarlığın kilidini açıp"
KEPT_OUT = "sonraki aktarımlarda alınmaz"


@pytest.fixture(scope="module")
def pbx() -> Iterator[SimulatorProcess]:
    """A small centre with some past days."""
    with SimulatorProcess(("--seed", "61", *SIZE), password=PASSWORD) as simulator:
        yield simulator


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    """GNOME Keyring, unlocked and empty."""
    with keyring_here(monkeypatch) as running:
        yield running


def export(pbx: SimulatorProcess, data: Path, out: Path, what: str, environment: dict[str, str]) -> tuple[int, str]:
    """`supervisor-gui export` of the settled days; its code and its complaints. Without an environment: no keyring."""
    days, info = settled_days(3), pbx.info
    ended = subprocess.run(
        [
            *(sys.executable, "-m", "supervisor_gui", "export", what, "--format", "csv,xlsx", "--out", str(out)),
            *("--from", str(min(days)), "--to", str(max(days)), "--lang", "tr", "--data-dir", str(data)),
            *("--account", info.account, "--pbx-url", info.pbx_url, "--api-url", info.api_url),
            *("--events", "off", "--time-factor", str(FACTOR)),
        ],
        cwd=ROOT,
        env={**(environment or os.environ), "NETGSM_PASSWORD": PASSWORD},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    return ended.returncode, ended.stderr


async def _deleted(clerk: Clerk) -> str:
    """Fill, choose somebody, delete; the number."""
    await clerk.filled()
    number = await clerk.choose_customer()
    assert KEPT_OUT in await clerk.delete(number)
    return number


def test_after_the_deletion_no_file_holds_the_number_and_no_import_brings_it_back(
    qapp: QApplication, tmp_path: Path, pbx: SimulatorProcess, service: SecretService
) -> None:
    player = Player()
    paths = paths_of(tmp_path)

    async def delete() -> str:
        async with clerk_at(qapp, tmp_path, pbx) as clerk:
            await clerk.filled()
            number = await clerk.choose_customer()
            await clerk.open_records()
            await clerk.leave_traces(player)
            clerk.leave_files()
            before, there = counted(clerk.history, number), holding(paths.root, number)
            traces = {"logs/supervisor.log", "logs/supervisor.log.2", "logs/crash.log", "board.last"}
            assert traces <= set(there)
            # Rows lie in the log until it is folded into the file.
            assert {"history.sqlite", "history.sqlite-wal"} & set(there)
            assert any("damaged" in name for name in there)
            assert [path for path in paths.recordings.iterdir() if path.suffix == ".wav"]
            assert list(paths.playing.iterdir())
            words = await clerk.delete(number)
            assert KEPT_OUT in words
            assert "Netgsm" in words
            assert tail(number) not in words
            assert holding(paths.root, number) == []
            assert list(paths.recordings.iterdir()) == []
            assert list(paths.playing.iterdir()) == []
            assert counted(clerk.history, number) == before
            assert before.calls
            assert before.numbers
            assert before.figures
            await _shows_nothing(clerk, number)
            return number

    with player.installed():
        number = run_qt(qapp, delete(), 90)
    assert holding(paths.root, number) == [], "nothing is written at the end of the program either"
    assert service.kept(ENTRY)
    assert not any(key in (paths.root / "history.sqlite").read_bytes().decode("latin-1") for key in service.kept(ENTRY))
    before = counted(paths.history, number)
    ask_anew(paths.history)

    async def import_anew() -> None:
        async with clerk_at(qapp, tmp_path, pbx) as clerk:
            await clerk.filled()
            assert counted(clerk.history, number) == before
            await _shows_nothing(clerk, number)
            await clerk.call_live(number)
            await _records_show_nothing(clerk, number)
            assert holding(paths.root, number) == []

    run_qt(qapp, import_anew(), 90)
    assert holding(paths.root, number) == []
    ask_anew(paths.history)
    code, said = export(pbx, paths.root, tmp_path / "without", "records", {})
    assert code == 1, "without a keyring nobody can tell whose calls may not be kept"
    assert "Anahtarlık" in said
    for what in ("records", "statistics"):
        out = tmp_path / what
        code, said = export(pbx, paths.root, out, what, service.environment)
        assert (code, said) == (0, "")
        assert len(list(out.iterdir())) == 2
        assert holding(out, number) == []
    (table,) = (tmp_path / "records").glob("*.csv")
    with table.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) > 10, "other customers' calls are in it"
    assert holding(paths.root, number) == []


async def _shows_nothing(clerk: Clerk, number: str) -> None:
    """Neither the page of records nor missed callers know the number, nor what dialling remembers."""
    await _records_show_nothing(clerk, number)
    missed = clerk.session.kept.missed
    await until(lambda: missed.view.as_of, "missed callers are counted")
    assert tail(number) not in {row.tail for row in missed.view.callers}
    assert not clerk.session.directory.name(number)
    assert not [one for one in clerk.session.calls.book.memory.favourites if tail(one.wire) == tail(number)]


async def _records_show_nothing(clerk: Clerk, number: str) -> None:
    await clerk.open_records()
    clerk.page.search(number)
    model = clerk.page.table.record_model
    await until(lambda: model.counted and model.count == 0, "no call of the number is shown")


def test_a_locked_keyring_imports_nothing_and_says_so_until_it_is_unlocked(
    qapp: QApplication, tmp_path: Path, pbx: SimulatorProcess, service: SecretService
) -> None:
    paths = paths_of(tmp_path)

    async def first() -> str:
        async with clerk_at(qapp, tmp_path, pbx) as clerk:
            return await _deleted(clerk)

    number = run_qt(qapp, first(), 60)
    ask_anew(paths.history)
    service.lock()

    async def locked() -> None:
        async with clerk_at(qapp, tmp_path, pbx) as clerk:
            await clerk.open_records()
            await until(lambda: LOCKED in clerk.words, "the page says why nothing comes")
            await clerk.call_live(number)
            assert rows_of(paths.history, "SELECT count(*) FROM call_records") == [(0,)]
            assert rows_of(paths.history, "SELECT count(*) FROM listed_calls WHERE number != ''") == [(0,)]
            assert holding(paths.root, number) == []

    with Prompter(service.address, "close") as person:
        run_qt(qapp, locked(), 60)
        assert person.asked
        code, said = export(pbx, paths.root, tmp_path / "out", "records", service.environment)
    assert code == 1
    assert LOCKED in said
    assert list((tmp_path / "out").iterdir()) == []

    async def unlocked() -> None:
        async with clerk_at(qapp, tmp_path, pbx) as clerk:
            await clerk.filled()
            await clerk.open_records()
            assert kept_calls(paths.history, number) == 0
            assert LOCKED not in clerk.words
            assert rows_of(paths.history, "SELECT count(*) > 50 FROM call_records") == [(1,)]

    with Prompter(service.address, "answer", KEYRING_PASSWORD) as person:
        run_qt(qapp, unlocked(), 60)
        assert person.asked
    assert holding(paths.root, number) == []


def test_without_a_keyring_the_user_is_told_before_and_a_later_import_brings_it_back(
    qapp: QApplication, tmp_path: Path, pbx: SimulatorProcess
) -> None:
    paths = paths_of(tmp_path)

    async def delete() -> str:
        async with clerk_at(qapp, tmp_path, pbx) as clerk:
            await clerk.filled()
            number = await clerk.choose_customer()
            dialog = await clerk.ask(number)
            assert dialog.notice.isVisible()
            assert "anahtarlık yok" in dialog.notice.words
            assert "geri gelebilir" in dialog.notice.words
            assert kept_calls(paths.history, number), "nothing is deleted before the answer"
            assert "geri gelebilir" in await clerk.confirm(dialog, number)
            assert holding(paths.root, number) == []
            return number

    number = run_qt(qapp, delete(), 60)
    assert holding(paths.root, number) == []
    ask_anew(paths.history)
    code, said = export(pbx, paths.root, tmp_path / "out", "records", {})
    assert (code, said) == (0, "")
    assert kept_calls(paths.history, number), "as was told"
