"""The password and the customers' numbers, looked for byte by byte wherever the program writes or says anything."""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supervisor_gui.live.commands import Outcome
from supervisor_gui.options import Options
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.desk import ACCOUNT, Desk, open_desk
from tests.helpers.qt_async import run_qt, until
from tests.helpers.started import Started, started

# Whatever is logged is looked through, warnings of a busy machine included.
pytestmark = [pytest.mark.e2e, pytest.mark.logs]

PASSWORD = 'p@ss &+#%şİ"\\'
FACTOR = 60.0
TEN_MINUTES = 600.0 / FACTOR
OWN_NUMBERS = {ACCOUNT, "3121110000"}
WHOLE = 10
"""Digits of a customer's number without country code and zero."""


def _spellings(password: str) -> set[bytes]:
    """The password as it is, as it travels in a URL, and as JSON has it, in the encodings that files are in."""
    texts = {password, quote(password), quote(password, safe=""), quote_plus(password)}
    texts |= {text.lower() for text in texts - {password}}
    texts |= {json.dumps(password)[1:-1], json.dumps(password, ensure_ascii=False)[1:-1], repr(password)[1:-1]}
    return {text.encode(encoding) for text in texts for encoding in ("utf-8", "utf-16-le")}


def _numbers(calls: Sequence[dict[str, Any]]) -> set[bytes]:
    """What makes each customer's number whole, whatever stands before it."""
    ends = {str(call["number"])[-WHOLE:] for call in calls}
    return {end.encode() for end in ends - OWN_NUMBERS if len(end) == WHOLE and end.isdigit()}


def _files(*folders: Path) -> dict[str, bytes]:
    """Every file below `folders` as raw bytes, a database's journal included."""
    found = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {str(path): path.read_bytes() for path in found}


def _command_lines(*pids: int) -> dict[str, bytes]:
    """The arguments of these processes and all that they started."""
    lines = {}
    for pid in pids:
        for process in (psutil.Process(pid), *psutil.Process(pid).children(recursive=True)):
            lines[f"cmdline of {process.pid}"] = Path(f"/proc/{process.pid}/cmdline").read_bytes()
    return lines


def _found(needles: set[bytes], places: dict[str, bytes]) -> list[str]:
    """The places that hold one of `needles`; the needle itself is not told."""
    return [place for place, content in places.items() if any(needle in content for needle in needles)]


@pytest.fixture
def pbx() -> Iterator[SimulatorProcess]:
    """A PBX at half a minute a second, whose calls come and go while the test looks on."""
    with SimulatorProcess(("--seed", "7", "--speed", "30", "--limits", "off"), password=PASSWORD) as simulator:
        yield simulator


def test_the_password_is_nowhere_and_customers_numbers_in_the_history_alone_after_ten_minutes_at_debug(
    qapp: QApplication, tmp_path: Path, pbx: SimulatorProcess, capfd: pytest.CaptureFixture[str]
) -> None:
    home = Path(os.environ["HOME"])
    data = tmp_path / "data"
    places: dict[str, bytes] = {}
    calls: list[dict[str, Any]] = []

    async def scenario(headless: Started) -> None:
        options = Options(time_factor=FACTOR, log_level="DEBUG", password=PASSWORD)
        async with open_desk(qapp, tmp_path, simulator=pbx, options=options, events=True) as desk:
            await desk.data()
            places.update(_command_lines(os.getpid(), headless.pid))
            await _work(desk)
            began = desk.board.updated
            await until(lambda: desk.board.updated > began + TEN_MINUTES, "ten minutes of the time factor", 60)
            assert desk.board.events_at > began
            calls.extend((await desk.control.get("/ledger"))["calls"])
            places.update({f"open: {name}": content for name, content in _files(data, home).items()})

    with started(tmp_path / "headless", _headless(pbx, tmp_path), environment=_environment()) as headless:
        run_qt(qapp, scenario(headless), 120)
        assert headless.ended() == 0
    places.update(_files(data, home))
    console = capfd.readouterr()
    places |= {"headless": headless.output.read_bytes(), "out": console.out.encode(), "err": console.err.encode()}
    assert b" DEBUG " in places[str(data / "logs" / "supervisor.log")]
    assert any(place.endswith(".sqlite-wal") for place in places)
    numbers = _numbers(calls)
    assert len(numbers) > 20
    assert _found(_spellings(PASSWORD), places) == []
    # The calls that were seen are kept with their numbers, to be called back; nothing else may know them.
    told = [place for place in _found(numbers, places) if not Path(place).name.startswith("history.sqlite")]
    assert told == []


def _headless(pbx: SimulatorProcess, folder: Path) -> list[str]:
    info = pbx.info
    return [
        *("--account", ACCOUNT, "--pbx-url", info.pbx_url, "--api-url", info.api_url, "--events", info.events),
        *("--data-dir", str(folder / "data"), "--time-factor", str(FACTOR), "--log-level", "debug"),
        *("--shot", str(folder / "board.png"), "--shot-after", str(TEN_MINUTES)),
    ]


def _environment() -> dict[str, str]:
    return {**os.environ, "NETGSM_PASSWORD": PASSWORD}


async def _work(desk: Desk) -> None:
    """Actions of every outcome: done, refused, without an answer; and a new password that is the old one."""
    four = [agent.extension for agent in desk.board.agents.values() if not agent.paused_somewhere][:4]
    faults = [
        {"name": "refuse-member", "count": 1, "match": {"exten": four[0]}},
        {"name": "drop-connection", "count": 1, "match": {"exten": four[1]}},
    ]
    await desk.control.post("/faults", {"set": faults})
    bus = desk.program._session.bus
    desk.choose(four)
    desk.press(Qt.Key.Key_P)
    await until(QApplication.activePopupWidget, "the list of reasons")
    desk.press(Qt.Key.Key_1)
    await until(lambda: bus.batch(1) and bus.batch(1).finished, "the end of the action", 60)
    assert {Outcome.DONE, Outcome.REFUSED} <= {result.outcome for result in bus.batch(1).results}
    bar = desk.program._password
    desk.shell.wished.emit("password")
    await until(bar.isVisible, "the place for a new password")
    bar.field.line.setText(PASSWORD)
    QTest.keyClick(bar.field.line, Qt.Key.Key_Return)
    await until(lambda: not bar.isVisible(), "the PBX takes it")
