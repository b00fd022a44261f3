"""The statistics page while the world changes: no connection, another account, another day, a night's sleep."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from supervisor_gui.clock import Clock
from supervisor_gui.config import Profile, keys
from supervisor_gui.live.ports import DirectoryEntry, StateInterval
from supervisor_gui.options import Options
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.desk import PASSWORD
from tests.helpers.filled_centre import FACTOR, Centre, Seat, filled, seated, settle
from tests.helpers.past import small_centre
from tests.helpers.past_page import DAY, TURKEY
from tests.helpers.qt_async import run_qt, until
from tests.helpers.recount import midnight

pytestmark = pytest.mark.e2e

CONTROL = Qt.KeyboardModifier.ControlModifier
OTHER = "3121110000"
NOWHERE = "http://127.0.0.1:9"
A_DAY = 86_400.0


@pytest.fixture(scope="module")
def centre(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    """A few days of calls, kept already."""
    made = Centre(qapp, tmp_path_factory.mktemp("kept"), days=4, reach=4, seed=12)
    yield made
    made.stop()


class Shift:
    """Seconds that the program's wall clock has been moved on."""

    seconds = 0.0

    def wall(self) -> float:
        """The moved time."""
        return time.time() + self.seconds


@pytest.fixture
def shift(monkeypatch: pytest.MonkeyPatch) -> Shift:
    """The wall clock of programs that are started from now on."""
    made = Shift()
    monkeypatch.setattr("supervisor_gui.program.Clock", lambda: Clock(wall=made.wall))
    return made


async def yesterday(seat: Seat) -> str:
    """The page with yesterday's figures; how the table names that day."""
    named = f"{datetime.now(TURKEY).date() - DAY:%d.%m.%Y}"
    await seat.page.open()
    seat.page.press("Dün")
    await seat.shows(named, "yesterday")
    return named


@pytest.mark.logs
def test_without_a_connection_the_copy_is_shown_and_said_to_be_one(
    qapp: QApplication, tmp_path: Path, centre: Centre
) -> None:
    async def online() -> list[str]:
        async with seated(qapp, tmp_path, centre.simulator) as seat:
            await yesterday(seat)
            return seat.page.cells[0]

    async def offline(figures: list[str]) -> None:
        options = Options(time_factor=FACTOR, pbx_url=NOWHERE, api_url=NOWHERE)
        async with seated(qapp, tmp_path, centre.simulator, options) as seat:
            await yesterday(seat)
            assert seat.page.cells[0] == figures
            seat.page.press("Bugün")
            await until(lambda: "bu bilgisayardaki kopya gösteriliyor" in seat.page.words, "said")
            seat.page.press("Dün")
            await until(lambda: seat.page.cells[0] == figures, "the copy again")
            seat.desk.press(Qt.Key.Key_S, CONTROL)
            await seat.file()

    centre.copy(tmp_path)
    figures = run_qt(qapp, online(), 60)
    assert "–" not in figures[:4]
    run_qt(qapp, offline(figures), 60)


def test_another_account_shows_nothing_of_the_one_before(qapp: QApplication, tmp_path: Path, centre: Centre) -> None:
    async def scenario(second: SimulatorProcess) -> None:
        async with seated(qapp, centre.copy(tmp_path), centre.simulator) as seat:
            program = seat.desk.program
            seat.set(keys.TARGET, 95)
            seat.set(keys.THRESHOLD, 7)
            await yesterday(seat)
            await until(lambda: "Hizmet düzeyi (7 sn)" in seat.page.titles, "the profile's limit")
            seat.desk.press(Qt.Key.Key_S, CONTROL)
            await seat.file()
            names = _agents(seat)
            assert names
            seat.page.press("Temsilciler")
            box = seat.page.page.bar.agents
            box.setCurrentIndex(1)
            box.activated.emit(1)
            await until(lambda: seat.page.page.request.extension, "one agent")

            await program._finish_session()
            assert seat.page.cells == []
            assert seat.page.totals == []
            assert [tile for tile in seat.page.tiles if ":" in tile] == []
            assert seat.page.pointed(3) == ["", "", ""]
            assert _agents(seat) == []
            assert seat.page.page.request.extension == ""
            assert not seat.page.offers("Aç")
            QGuiApplication.clipboard().setText("mine")
            seat.page.page.copy_picture()
            seat.page.page.copy_table()
            assert QGuiApplication.clipboard().text() == "mine"

            seat.page.press("Günler")
            await _open_other(seat, second)
            await until(lambda: seat.page.cells, "the other account's", 30)
            assert "Hizmet düzeyi (20 sn)" in seat.page.titles, "its own limit"
            assert seat.page.page.request.target == 80
            await until(lambda: seat.page.cells[0][1] == "–", "it had no calls yesterday")

    with SimulatorProcess((*small_centre(seed=3, days=0), "--account", OTHER), password=PASSWORD) as second:
        run_qt(qapp, scenario(second), 90)


def _agents(seat: Seat) -> list[str]:
    box: QComboBox = seat.page.page.bar.agents
    return [box.itemText(at) for at in range(1, box.count())]


async def _open_other(seat: Seat, second: SimulatorProcess) -> None:
    program, to = seat.desk.program, second.info
    other = Profile(name="Other", account=OTHER, pbx_url=to.pbx_url, api_url=to.api_url, plain_http_agreed=True)
    program._settings.put(other)
    ticket = await program._entrance.ticket(other)
    assert ticket is not None
    await program._begin(ticket)


def test_an_agent_who_left_the_board_still_has_a_name_and_another_one_at_once(
    qapp: QApplication, tmp_path: Path, centre: Centre
) -> None:
    customer = "05550000999"
    today = datetime.now(TURKEY).replace(hour=0, minute=0, second=0, microsecond=0)
    night = (today - DAY).timestamp()

    async def scenario() -> None:
        async with seated(qapp, centre.copy(tmp_path), centre.simulator) as seat:
            await yesterday(seat)
            session = seat.desk.program._session
            assert "199" not in session.live.board.agents
            left = [
                StateInterval(session.profile.account, extension, night, night + 60.0, "idle")
                for extension in ("199", "5550000399")
            ]
            session.directory.set([DirectoryEntry("199", "Ayşe Ayrılan"), DirectoryEntry(customer, "Bir Müşteri")])
            seat.desk.program._store.intervals(left)
            seat.page.press("Temsilciler")
            await until(lambda: _named(seat).get("199") == "Ayşe Ayrılan", "the name of one who left")
            assert _named(seat)["•••99"] == "•••99", "no customer's, whose number ends alike"
            session.directory.rename("199", "Ayşe Yeni")
            await until(lambda: _named(seat).get("199") == "Ayşe Yeni", "renamed")

    run_qt(qapp, scenario(), 60)


def _named(seat: Seat) -> dict[str, str]:
    """Agents of the table by extension."""
    return {cells[0]: cells[1] for cells in seat.page.cells}


def test_at_midnight_today_becomes_yesterday_and_is_asked_for_once_it_can_be_final(
    qapp: QApplication, tmp_path: Path, shift: Shift
) -> None:
    async def scenario(simulator: SimulatorProcess) -> None:
        options = Options(time_factor=300.0)
        async with seated(qapp, tmp_path, simulator, options) as seat:
            seat.set(keys.REACH_DAYS, 2)
            await filled(seat.desk, 2)
            today = datetime.now(TURKEY).date()
            await seat.page.open()
            seat.page.press("Bugün")
            await seat.shows(f"{today:%d.%m.%Y}", "today")
            await _days_later(seat, shift, 1)
            await seat.shows(f"{today + DAY:%d.%m.%Y}", "the new day")
            seat.page.press("Dün")
            await seat.shows(f"{today:%d.%m.%Y}", "what was today")
            truth = await _incoming(seat, today)
            await until(lambda: seat.page.cells[0][1] == f"{truth:,}".replace(",", "."), "the whole day", 30)

    with _quiet_centre(2, shift) as simulator:
        run_qt(qapp, scenario(simulator), 120)


def test_the_daily_export_catches_up_once_after_sleep(qapp: QApplication, tmp_path: Path, shift: Shift) -> None:
    async def scenario(simulator: SimulatorProcess) -> None:
        async with seated(qapp, tmp_path, simulator, Options(time_factor=300.0)) as seat:
            seat.set(keys.REACH_DAYS, 2)
            await filled(seat.desk, 2)
            # What this computer's clock shows at the Turkish midnight: yesterday's file is written at once.
            today = datetime.now(TURKEY).date()
            seat.set(keys.DAILY_TIME, f"{midnight(today).astimezone():%H:%M}")
            seat.set(keys.DAILY_FORMATS, "xlsx")
            assert seat.written() == []
            seat.set(keys.DAILY_EXPORT, True)
            first = seat.files / f"istatistik-gun_{today - DAY}.xlsx"
            await until(lambda: first in seat.written(), "yesterday's", 30)
            written = first.stat().st_mtime_ns
            # Asleep for three nights: only the last of the days is caught up.
            await _days_later(seat, shift, 3)
            last = seat.files / f"istatistik-gun_{today + 2 * DAY}.xlsx"
            await until(lambda: last in seat.written(), "the day before this one", 30)
            caught_up = last.stat().st_mtime_ns
            await _looks_go_by(seat)
            assert seat.written() == [first, last]
            assert (first.stat().st_mtime_ns, last.stat().st_mtime_ns) == (written, caught_up), "once"
            assert _incoming_in(last) == await _incoming(seat, today + 2 * DAY)

    with _quiet_centre(2, shift) as simulator:
        run_qt(qapp, scenario(simulator), 150)


@contextmanager
def _quiet_centre(days: int, shift: Shift) -> Iterator[SimulatorProcess]:
    size = ("--agents", "4", "--queues", "2", "--load", "20")
    arguments = ("--limits", "off", "--seed", "5", "--history-days", str(days), *size)
    with SimulatorProcess(arguments, password=PASSWORD) as simulator:
        shift.seconds = settle(simulator)
        yield simulator


async def _days_later(seat: Seat, shift: Shift, days: int) -> None:
    """PBX and computer alike are some days on; the program sees one leap."""
    for _ in range(days):
        await seat.desk.control.post("/clock", {"advance": A_DAY})
    shift.seconds += days * A_DAY


async def _looks_go_by(seat: Seat) -> None:
    """Wait for as long as several looks of the daily export take, by the program's own ticks."""
    ticks: list[float] = []
    heard = SimpleNamespace(take=ticks.append)
    seat.desk.program._bridge.ticked.connect(heard.take)
    await until(lambda: len(ticks) >= 3, "ticks")
    seat.desk.program._bridge.ticked.disconnect(heard.take)


async def _incoming(seat: Seat, day: date) -> int:
    """Incoming calls that began on `day` and have ended, by the ledger."""
    begin = datetime(day.year, day.month, day.day, tzinfo=TURKEY).timestamp()
    calls = (await seat.desk.control.get("/ledger", **{"from": begin, "to": begin + A_DAY}))["calls"]
    return sum(
        call["kind"] in {"queue", "direct"} and call["ended"] is not None and begin <= call["arrived"] < begin + A_DAY
        for call in calls
    )


def _incoming_in(file: Path) -> int:
    """The first day's incoming calls in an XLSX."""
    return int(load_workbook(file).worksheets[0].cell(2, 2).value)


def test_the_folder_for_documents_is_made_and_a_chosen_one_is_not(
    qapp: QApplication, tmp_path: Path, centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted: list[str] = []

    def opens_nothing(url: QUrl) -> bool:
        wanted.append(url.toLocalFile())
        return False

    async def scenario() -> None:
        async with seated(qapp, centre.copy(tmp_path), centre.simulator) as seat:
            await yesterday(seat)
            seat.set(keys.EXPORT_FOLDER, str(tmp_path / "disk that is away"))
            seat.desk.press(Qt.Key.Key_S, CONTROL)
            await until(lambda: "disk that is away klasörü yok" in _labels(seat), "told")
            assert not (tmp_path / "disk that is away").exists()
            seat.set(keys.EXPORT_FOLDER, "")
            seat.desk.press(Qt.Key.Key_S, CONTROL)
            await until(lambda: seat.page.offers("Aç"), "written")
            monkeypatch.setattr(QDesktopServices, "openUrl", opens_nothing)
            seat.page.press("Klasörü aç")
            assert wanted == [str(Path.home() / "Documents")]
            assert "Documents buradan açılamıyor." in _labels(seat), "a desktop without a program for it"
            assert len(list((Path.home() / "Documents").glob("istatistik-gun_*.xlsx"))) == 1

    run_qt(qapp, scenario(), 60)


def _labels(seat: Seat) -> str:
    """All words of the window, its toasts among them."""
    return "\n".join(label.text() for label in seat.desk.shell.window.findChildren(QLabel))
