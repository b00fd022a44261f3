"""Thirty days of call records filled by the program itself: every call that is kept, and each of its legs, truly was.

What was is counted from the simulator's ledger alone. The same calls come out of `supervisor-gui export records`.
"""

import asyncio
import csv
import random
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from supervisor_gui.clock import Clock
from supervisor_gui.history.record_reader import RecordReader
from supervisor_gui.history.record_values import RecordedCall, RecordFilter
from supervisor_gui.history.store import Store
from supervisor_gui.netsantral.types_records import Direction
from supervisor_gui.options import Options
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.control import Control
from tests.helpers.desk import ACCOUNT, PASSWORD, open_desk
from tests.helpers.exports import Ended, Exporter
from tests.helpers.kept_truth import check_legs, row_of
from tests.helpers.past_file import last_settled_day
from tests.helpers.qt_async import run_qt, until
from tests.helpers.recount import TURKEY, Truth, ended_on, midnight, talk, turkish

pytestmark = pytest.mark.e2e

FACTOR = 300.0
DAYS = 30
DAY = timedelta(days=1)
WORDS = {
    "tr": {
        Direction.INCOMING: "gelen",
        Direction.MISSED: "cevapsız",
        Direction.OUTGOING: "giden",
        Direction.UNANSWERED: "ulaşılamadı",
        None: "var",
    },
    "en": {
        Direction.INCOMING: "incoming",
        Direction.MISSED: "missed",
        Direction.OUTGOING: "outgoing",
        Direction.UNANSWERED: "not reached",
        None: "yes",
    },
}


@pytest.fixture(scope="module")
def centre() -> Iterator[SimulatorProcess]:
    """Thirty days with some hundred calls each."""
    size = ("--seed", "30", "--history-days", str(DAYS), "--agents", "6", "--queues", "2", "--load", "40")
    process = SimulatorProcess((*size, "--limits", "off"), password=PASSWORD)
    process.start(120)
    yield process
    process.stop()


class Ledger:
    """What truly was on some days.

    Attributes:
        first, last: The days, both included.
        calls: The calls that began on them and have ended, by id.
    """

    def __init__(self, control: Control, first: date, last: date) -> None:
        self.first, self.last = first, last
        found = control.get_now(
            "/ledger", **{"from": midnight(first).timestamp(), "to": midnight(last + DAY).timestamp()}
        )
        days = (first + number * DAY for number in range((last - first).days + 1))
        self.calls: dict[str, Truth] = {call["id"]: call for day in days for call in ended_on(found["calls"], day)}


def test_every_call_that_is_kept_is_the_ledgers_leg_by_leg(
    qapp: QApplication, tmp_path: Path, centre: SimulatorProcess
) -> None:
    control = Control(centre.info.control_url)
    newest, running = last_settled_day(), turkish(control.get_now("/clock")["now"]).date()

    async def fill() -> Path:
        async with open_desk(qapp, tmp_path, simulator=centre, options=Options(time_factor=FACTOR)) as desk:
            await desk.data()
            feed = desk.program._session.history.records
            await until(lambda: feed.progress.days_done > DAYS, "the days before the first one", 120)
            reader = desk.program._session.kept.reader
            begun = (await reader.kept(running, running)).as_of
            feed.want(running, running, anew=True)
            async with asyncio.timeout(60):
                while (await reader.kept(running, running)).as_of <= begun:
                    await asyncio.sleep(0.02)
            return desk.paths.history

    path = run_qt(qapp, fill(), 200)
    # Read when the program is over: what takes its turns of the event loop is no part of it.
    asyncio.run(_compare(path, control, newest, running))


async def _compare(path: Path, control: Control, newest: date, running: date) -> None:
    failed: list[BaseException] = []
    store = Store(path, report=lambda _, error: failed.append(error))
    reader = RecordReader(path, ACCOUNT, store, clock=Clock())
    try:
        assert (await reader.kept(newest - DAYS * DAY, newest)).missing == ()
        # It begins before the simulator's first day, of which nothing is kept either.
        ledger = Ledger(control, newest - 2 * DAYS * DAY, newest)
        assert len(ledger.calls) > 5000
        assert len({turkish(call["arrived"]).date() for call in ledger.calls.values()}) >= DAYS - 1
        kept = await reader.rows(RecordFilter(ledger.first, ledger.last), 10**6)
        await check_kept(reader, kept, ledger)
        await _check_found(reader, kept)
        await _check_running_day(control, reader, running)
    finally:
        await reader.close()
        await store.close()
    assert failed == []


async def check_kept(reader: RecordReader, kept: Sequence[RecordedCall], ledger: Ledger) -> None:
    """No call is missing, none too many, and each is what it was."""
    assert sorted(call.call for call in kept) == sorted(ledger.calls)
    assert [call.id for call in kept] == sorted({call.id for call in kept}, reverse=True)
    assert all(newer.began >= older.began for newer, older in pairwise(kept))
    for call in kept:
        truth = ledger.calls[call.call]
        assert msgspec.structs.replace(call, id=0) == row_of(truth)
        legs = await reader.legs(call.id)
        assert len(legs) == call.legs
        check_legs(legs, truth)


async def _check_found(reader: RecordReader, kept: Sequence[RecordedCall]) -> None:
    """A call is found by its id, with and without what stands before the dash."""
    for call in random.Random(30).sample(kept, 50):
        for told in (call.call, call.call.partition("-")[2]):
            assert await reader.find(told) == (call,)


async def _check_running_day(control: Control, reader: RecordReader, day: date) -> None:
    """What has ended when the PBX was asked is there; nothing that did not happen."""
    asked = (await reader.kept(day, day)).as_of
    calls = await reader.rows(RecordFilter(day, day), 10**6)
    ledger = Ledger(control, day, day)
    for call in calls:
        assert msgspec.structs.replace(call, id=0) == row_of(ledger.calls[call.call])
        check_legs(await reader.legs(call.id), ledger.calls[call.call])
    over = {name for name, call in ledger.calls.items() if call["ended"] < asked - 1}
    assert over <= {call.call for call in calls}
    assert over or asked < midnight(day).timestamp() + 3600


def test_the_export_command_writes_the_same_calls(tmp_path: Path, centre: SimulatorProcess) -> None:
    exporter, control = Exporter(tmp_path), Control(centre.info.control_url)
    last = last_settled_day()
    ledger = Ledger(control, last - (DAYS - 2) * DAY, last)
    asked = _export(exporter, centre, ledger, "tr", PASSWORD)
    _check_file(asked, ledger, "tr")
    questions = _count(control)
    # Out of the copy: neither password nor question is needed.
    _check_file(_export(exporter, centre, ledger, "en", None), ledger, "en")
    assert _count(control) == questions >= DAYS - 1
    few = Ledger(control, last - 2 * DAY, last - DAY)
    _check_file(_export(exporter, centre, few, "en", None), few, "en")


def _count(control: Control) -> int:
    return sum("netsantral/report" in request["operation"] for request in control.get_now("/requests")["requests"])


def _export(exporter: Exporter, centre: SimulatorProcess, of: Ledger, language: str, password: str | None) -> Ended:
    to = exporter.connection(centre.info)
    order = exporter.order(of.first, of.last, "csv", out=exporter.out / language, language=language, rest=to)
    return exporter.run(["records", *order], password=password)


def _check_file(ended: Ended, ledger: Ledger, language: str) -> None:
    assert ended.code == 0, ended.err
    mark, moment = {"tr": (";", "%d.%m.%Y %H:%M:%S"), "en": (",", "%Y-%m-%d %H:%M:%S")}[language]
    with ended.files["csv"].open(encoding="utf-8-sig", newline="") as text:
        header, *rows, totals = csv.reader(text, delimiter=mark)
    expected = [_cells(call, moment, WORDS[language]) for call in ledger.calls.values()]
    assert sorted(rows) == sorted(expected)
    moments = [datetime.strptime(row[0], moment).replace(tzinfo=TURKEY) for row in rows]
    assert moments == sorted(moments, reverse=True)
    assert len(header) == len(expected[0]) == len(totals)
    assert int(totals[8]) == sum(talk(call) for call in ledger.calls.values())


def _cells(call: Truth, moment: str, words: dict[Direction | None, str]) -> list[str]:
    true = row_of(call)
    return [
        turkish(call["arrived"]).strftime(moment),
        words[true.direction],
        true.number,
        true.name,
        true.extension,
        "",
        true.queue,
        true.line,
        str(true.seconds),
        words[None] if true.recorded else "",
        call["id"],
    ]
