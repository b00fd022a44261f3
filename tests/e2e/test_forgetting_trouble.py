"""Deleting a number when something is in the way: a full disk, a reader, a kill, a lost key, a seat that sees less."""

import asyncio
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supervisor_gui.config import keys
from supervisor_gui.desktop.digest_key import ENTRY
from supervisor_gui.history.forgotten import digest, key_lost, key_missing
from supervisor_gui.live.numbers import tail
from supervisor_gui.sessions.recording_shelf import Withdrawn
from supervisor_gui.simulator.process import SimulatorProcess
from supervisor_gui.ui.dialogs.confirm import ConfirmDialog
from tests.helpers.control import Control
from tests.helpers.desk import ACCOUNT, PASSWORD
from tests.helpers.forget_child import EACH, KEY
from tests.helpers.forgotten_number import (
    SIZE,
    Clerk,
    ask_anew,
    clerk_at,
    counted,
    holding,
    kept_calls,
    keyring_here,
    paths_of,
    rows_of,
)
from tests.helpers.prompter import Prompter
from tests.helpers.qt_async import run_qt, until
from tests.helpers.secret_service import KEYRING_PASSWORD, SecretService
from tests.helpers.small_disk import small_disk
from tests.helpers.started import ROOT

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.logs,
    # The keyring library leaves its connection to the collector when the keyring stays locked.
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),
]

KILLS = 6
READS = "Geçmiş dosyası şu anda okunuyor"


class Filled:
    """A running centre, and a data folder that holds its past."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.simulator = SimulatorProcess(("--seed", "62", *SIZE), password=PASSWORD)
        self._folder = folder
        self.number = ""
        self.simulator.start(60)
        run_qt(app, self._fill(app), 90)

    async def _fill(self, app: QApplication) -> None:
        async with clerk_at(app, self._folder, self.simulator) as clerk:
            await clerk.filled()
            self.number = await clerk.choose_customer()

    def copy(self, folder: Path) -> Path:
        """The data put into `folder`."""
        shutil.copytree(self._folder / "data", folder / "data")
        return folder


@pytest.fixture(scope="module")
def centre(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    """Calls of some days, kept."""
    filled = Filled(qapp, tmp_path_factory.mktemp("centre"))
    yield filled
    filled.simulator.stop()


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    """GNOME Keyring, unlocked and empty."""
    with keyring_here(monkeypatch) as running:
        yield running


def test_a_full_disk_is_told_and_the_next_try_leaves_nothing(
    qapp: QApplication, centre: Filled, service: SecretService
) -> None:
    with small_disk() as disk:
        folder, number = centre.copy(disk.root), centre.number

        async def scenario() -> None:
            async with clerk_at(qapp, folder, centre.simulator) as clerk:
                await clerk.filled()
                dialog = await clerk.ask(number)
                before = kept_calls(clerk.history, number)
                disk.fill()
                words = await clerk.confirm(dialog, number)
                assert "Disk" in words, words
                assert "dolu" in words or "kabul etmiyor" in words, words
                assert kept_calls(clerk.history, number) in {0, before}, "gone or whole, never half"
                disk.free()
                if clerk.dialog is not None:
                    told = await clerk.confirm(clerk.dialog, number)
                else:
                    await clerk.ask_by_menu(number)
                    told = await clerk.confirm(await until(lambda: clerk.dialog, "the question"), number)
                assert "Disk" not in told
                assert holding(paths_of(folder).root, number) == []

        run_qt(qapp, scenario(), 60)
        assert holding(paths_of(folder).root, number) == []


def test_a_line_of_our_own_is_no_customer(
    qapp: QApplication, tmp_path: Path, centre: Filled, service: SecretService
) -> None:
    folder = centre.copy(tmp_path)
    history, line = paths_of(folder).history, "02129998877"
    with closing(sqlite3.connect(history)) as file, file:
        file.execute("UPDATE call_records SET line = ? WHERE id IN (SELECT max(id) FROM call_records)", (line,))

    async def scenario() -> None:
        async with clerk_at(qapp, folder, centre.simulator) as clerk:
            await clerk.open_records()
            await clerk.ask_by_menu(line)
            await until(lambda: "santralin" in clerk.toasts, "it is refused")
            assert clerk.dialog is None

    run_qt(qapp, scenario(), 60)


def test_a_recording_that_is_on_its_way_is_not_kept_afterwards(
    qapp: QApplication, tmp_path: Path, centre: Filled, service: SecretService
) -> None:
    folder, number = centre.copy(tmp_path), centre.number
    control, root = Control(centre.simulator.info.control_url), paths_of(folder).root

    async def scenario() -> None:
        async with clerk_at(qapp, folder, centre.simulator) as clerk:
            await clerk.filled()
            clerk.number = number
            call = await clerk.recorded_call()
            legs = await clerk.session.kept.reader.legs(call.id)
            await control.post("/faults", {"set": [{"name": "drip", "match": {"operation": "upload.php"}}]})
            told: list[int] = []
            shelf = clerk.session.kept.shelf
            save = asyncio.ensure_future(shelf.save(call, legs, progress=lambda size, _: told.append(size)))
            await until(lambda: told, "the recording begins to come", 30)
            await clerk.delete(number)
            assert save.done()
            with pytest.raises(Withdrawn):
                await save
            assert list(paths_of(folder).recordings.iterdir()) == []
            assert holding(root, number) == []

    try:
        run_qt(qapp, scenario(), 60)
    finally:
        control.post_now("/faults", {"clear": True})


@contextmanager
def _reading(history: Path) -> Iterator[None]:
    """Another process that reads the file at one moment, until it is let go."""
    script = (
        "import sqlite3, sys\nfile = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "file.execute('BEGIN')\nfile.execute('SELECT count(*) FROM call_records').fetchone()\n"
        "print('reads', flush=True)\nsys.stdin.read()\nfile.execute('ROLLBACK')\nfile.close()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(history)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stdout.readline() == b"reads\n"
        yield
        process.stdin.close()
        assert process.wait(10) == 0


def test_while_another_program_reads_the_rows_go_and_what_is_left_in_the_log_is_told(
    qapp: QApplication, tmp_path: Path, centre: Filled, service: SecretService
) -> None:
    folder, number = centre.copy(tmp_path), centre.number

    async def scenario() -> None:
        async with clerk_at(qapp, folder, centre.simulator) as clerk:
            await clerk.filled()
            with _reading(clerk.history):
                words = await clerk.delete(number)
            assert READS in words
            assert "history.sqlite" in words
            assert kept_calls(clerk.history, number) == 0

    run_qt(qapp, scenario(), 60)
    assert holding(paths_of(folder).root, number) == [], "gone at the end of the program, as was told"


def test_an_export_meanwhile_comes_to_its_end(
    qapp: QApplication, tmp_path: Path, centre: Filled, service: SecretService
) -> None:
    folder, number, out = centre.copy(tmp_path), centre.number, tmp_path / "out"
    info = centre.simulator.info

    async def scenario() -> None:
        async with clerk_at(qapp, folder, centre.simulator) as clerk:
            await clerk.filled()
            dialog = await clerk.ask(number)
            first, last = (row[0] for row in _days(clerk.history))
            exporting = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "supervisor_gui", "export", "records", "--format", "csv,xlsx"),
                *("--from", first, "--to", last, "--out", str(out), "--data-dir", str(paths_of(folder).root)),
                *("--account", info.account, "--pbx-url", info.pbx_url, "--api-url", info.api_url),
                cwd=ROOT,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            await clerk.confirm(dialog, number)
            _, said = await exporting.communicate()
            assert (exporting.returncode, said) == (0, b"")
            assert len(list(out.iterdir())) == 2

    run_qt(qapp, scenario(), 60)
    assert holding(paths_of(folder).root, number) == []


def _days(history: Path) -> list[tuple[str]]:
    """The first and the last whole day of records, as they are typed."""
    days = [day for (day,) in rows_of(history, "SELECT day FROM record_days WHERE final ORDER BY day")]
    return [(date.fromordinal(day).isoformat(),) for day in (days[0], days[-1])]


def _child(data: Path, number: str, most: int) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "tests.helpers.forget_child", str(data), number, str(most)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


def test_killed_at_any_step_the_rows_are_gone_or_whole_and_the_next_deletion_ends_it(
    qapp: QApplication, tmp_path: Path, centre: Filled
) -> None:
    number = centre.number
    whole = _child(paths_of(centre.copy(tmp_path / "whole")).root, number, 0)
    assert whole.returncode == 0, whole.stderr
    steps = int(whole.stdout)
    assert steps > KILLS, f"too few looks of {EACH} steps to be killed at"
    found = set()
    for turn in range(KILLS):
        paths = paths_of(centre.copy(tmp_path / f"{turn}"))
        before, calls = counted(paths.history, number), kept_calls(paths.history, number)
        rows = _traces(paths.history, number)
        killed = _child(paths.root, number, 1 + turn * (steps - 1) // KILLS)
        assert killed.returncode == -signal.SIGKILL
        with closing(sqlite3.connect(paths.history)) as file:
            assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            file.execute("INSERT INTO call_numbers (call_numbers) VALUES ('integrity-check')")
        after = _traces(paths.history, number)
        told = rows_of(paths.history, "SELECT digest FROM forgotten")
        found.add(bool(told))
        assert after == (rows if not told else dict.fromkeys(rows, 0)), f"half, at {turn} of {KILLS}"
        assert told in ([], [(digest(KEY, tail(number)),)])
        assert counted(paths.history, number) == before
        assert calls
        if turn % 2:
            continue
        again = _child(paths.root, number, 0)
        assert again.returncode == 0, again.stderr
        assert holding(paths.root, number) == []
        assert counted(paths.history, number) == before
    assert found == {True, False}, "kills before and after the rows went"


def _traces(history: Path, number: str) -> dict[str, int]:
    """How many rows of each table hold the number."""
    wanted = f"%{tail(number)}%"
    queries = {
        "records": "SELECT count(*) FROM call_records WHERE numbers LIKE ?",
        "legs": "SELECT count(*) FROM record_legs WHERE legs LIKE ?",
        "lists": "SELECT count(*) FROM listed_calls WHERE number LIKE ?",
    }
    return {name: rows_of(history, query, wanted)[0][0] for name, query in queries.items()}


def test_a_masked_seat_deletes_without_ever_seeing_the_number(
    qapp: QApplication, tmp_path: Path, centre: Filled, service: SecretService
) -> None:
    folder, number = centre.copy(tmp_path), centre.number

    async def scenario() -> None:
        async with clerk_at(qapp, folder, centre.simulator) as clerk:
            clerk.desk.program._settings.set(keys.MASK_NUMBERS, True)
            await clerk.filled()
            dialog = await clerk.ask(number)
            shown = dialog.number.text()
            assert shown.endswith(number[-2:])
            assert tail(number)[:-2] not in "".join(filter(str.isdigit, shown))
            QTest.keyClicks(dialog.typed, "xx")
            assert not dialog.delete.isEnabled()
            words = await clerk.confirm(dialog, number)
            assert tail(number) not in words
            assert kept_calls(clerk.history, number) == 0
            (row,) = [row for row in await clerk.audit() if row.action == "delete_number"]
            assert (row.detail, row.outcome) == (f"•••{number[-2:]}", "done")

    run_qt(qapp, scenario(), 60)
    assert holding(paths_of(folder).root, number) == []


def test_an_extension_and_the_own_number_are_refused_and_names_of_deleted_numbers_are_left_out(
    qapp: QApplication, tmp_path: Path, centre: Filled, service: SecretService
) -> None:
    folder, number = centre.copy(tmp_path), centre.number
    names = tmp_path / "names.csv"
    names.write_text(f"Dahili,Ad\n{number},Ayşe Yılmaz\n05550009876,Can Demir\n", "utf-8")

    async def scenario() -> None:
        async with clerk_at(qapp, folder, centre.simulator) as clerk:
            await clerk.filled()
            before = rows_of(clerk.history, "SELECT count(*) FROM call_records")
            for refused, words in (("102", "dahili ya da gizli"), (f"0{ACCOUNT}", "kendi santralinizin")):
                await clerk.ask_by_menu(refused)
                await until(lambda words=words: words in clerk.toasts, f"why {refused} cannot be deleted")
                assert clerk.dialog is None
            assert rows_of(clerk.history, "SELECT count(*) FROM call_records") == before
            await clerk.delete(number)
            clerk.desk.shell.names_file_chosen.emit(str(names), False)
            await until(lambda: clerk.session.directory.name("05550009876"), "the other name")
            assert clerk.session.directory.name("05550009876") == "Can Demir"
            assert clerk.session.directory.name(number) == ""

    run_qt(qapp, scenario(), 60)
    assert holding(paths_of(folder).root, number) == []
    assert rows_of(paths_of(folder).history, "SELECT name FROM names WHERE extension LIKE '%9876'") == [("Can Demir",)]


def test_a_lost_key_is_told_apart_from_a_locked_keyring_and_a_new_one_is_offered(
    qapp: QApplication, tmp_path: Path, centre: Filled, service: SecretService
) -> None:
    folder, number = centre.copy(tmp_path), centre.number
    history = paths_of(folder).history

    async def delete() -> None:
        async with clerk_at(qapp, folder, centre.simulator) as clerk:
            await clerk.filled()
            await clerk.delete(number)

    run_qt(qapp, delete(), 60)
    service.clear()
    ask_anew(history)

    def question(clerk: Clerk) -> ConfirmDialog | None:
        found = clerk.desk.shell.window.findChildren(ConfirmDialog)
        return next((one for one in found if one.isVisible()), None)

    async def refused() -> None:
        async with clerk_at(qapp, folder, centre.simulator) as clerk:
            dialog = await until(lambda: question(clerk), "the question for a new key")
            QTest.keyClick(dialog, Qt.Key.Key_Return)  # the careful answer
            await clerk.open_records()
            await until(lambda: key_lost() in clerk.words, "the page says why nothing comes")
            assert key_missing() not in clerk.words
            assert rows_of(history, "SELECT count(*) FROM call_records") == [(0,)]
            assert service.kept(ENTRY) == []

    async def agreed() -> None:
        async with clerk_at(qapp, folder, centre.simulator) as clerk:
            dialog = await until(lambda: question(clerk), "the question for a new key")
            QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
            await clerk.filled()
            await clerk.open_records()
            assert key_lost() not in clerk.words
            assert kept_calls(history, number), "as was told: what was deleted before comes back"
            assert len(service.kept(ENTRY)) == 1
            assert "anahtarı artık yok" not in await clerk.delete(number)
            assert holding(paths_of(folder).root, number) == []

    async def afterwards() -> None:
        async with clerk_at(qapp, folder, centre.simulator) as clerk:
            await clerk.filled()
            assert question(clerk) is None
            assert kept_calls(history, number) == 0

    run_qt(qapp, refused(), 60)
    run_qt(qapp, agreed(), 60)
    ask_anew(history)
    run_qt(qapp, afterwards(), 60)
    assert holding(paths_of(folder).root, number) == []


def test_a_keyring_that_was_unlocked_elsewhere_needs_no_new_start(
    qapp: QApplication, tmp_path: Path, centre: Filled, service: SecretService
) -> None:
    folder, number = centre.copy(tmp_path), centre.number
    history = paths_of(folder).history

    async def delete() -> None:
        async with clerk_at(qapp, folder, centre.simulator) as clerk:
            await clerk.filled()
            await clerk.delete(number)

    run_qt(qapp, delete(), 60)
    ask_anew(history)
    service.lock()

    async def connect_again() -> None:
        with Prompter(service.address, "close"):
            opened = clerk_at(qapp, folder, centre.simulator)
            clerk = await opened.__aenter__()
            try:
                await clerk.open_records()
                await until(lambda: key_missing() in clerk.words, "the page says why nothing comes")
            except BaseException:
                await opened.__aexit__(None, None, None)
                raise
        try:
            with Prompter(service.address, "answer", KEYRING_PASSWORD):
                await asyncio.to_thread(service.unlock)
            before = clerk.session
            await clerk.desk.program._reconnect(before.profile.name)
            assert clerk.session is not before
            await clerk.filled()
            assert kept_calls(history, number) == 0
            assert rows_of(history, "SELECT count(*) > 50 FROM call_records") == [(1,)]
        finally:
            await opened.__aexit__(None, None, None)

    run_qt(qapp, connect_again(), 60)
