"""Recordings that are none, from a real server to the real disk and the screen: each is told, none leaves a file."""

import asyncio
import json
import wave
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supervisor_gui.history.record_values import KeptLeg, RecordedCall
from supervisor_gui.netsantral.errors import PbxError
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.sessions.recording_shelf import Withdrawn
from supervisor_gui.simulator.process import SimulatorProcess
from supervisor_gui.ui.records.recording_strip import RecordingStrip
from tests.helpers.explained import assert_explained
from tests.helpers.past import PastDay, small_centre
from tests.helpers.qt_async import run_qt, until
from tests.helpers.shelf_desk import ShelfDesk, a_call, a_leg, kept, names, open_shelf
from tests.helpers.small_disk import SmallDisk, small_disk
from tests.helpers.wire_server import PASSWORD, WireServer, http, open_client

pytestmark = pytest.mark.e2e

BAD = {
    "recording-404": "recording_gone",
    "recording-html": "recording_page",
    "recording-tiny": "recording_empty",
    "empty": "recording_empty",
    "recording-huge": "recording_large",
    "recording-cut": "cut",
    "drop-connection": "cut",
    "recording-other": "recording_type",
    "redirect-302": "recording_gone",
    "http-500": "http_500",
}
"""What is in the place of a recording, and the reason that is told."""


@pytest.fixture(scope="module")
def served() -> Iterator[PastDay]:
    with SimulatorProcess(small_centre(seed=21, days=2), password=PASSWORD) as running:
        yield PastDay(running, back=1)


@pytest.fixture
def past(served: PastDay) -> Iterator[PastDay]:
    served.fault()
    yield served
    served.fault()


@asynccontextmanager
async def desk_of(past: PastDay, root: Path) -> AsyncIterator[tuple[ShelfDesk, RecordedCall, tuple[KeptLeg, ...]]]:
    """A shelf on the simulator, and a call of the past day that was recorded."""
    async with past.connect() as client, open_shelf(root, client) as desk:
        page = await client.records(past.start, past.end)
        record = next(record for record in page.calls if any(leg.recording for leg in record.legs))
        yield desk, *kept(record)


async def refused(work: Coroutine[Any, Any, Path]) -> PbxError:
    """What a recording ends with that does not come."""
    with pytest.raises(PbxError) as caught:
        await work
    return caught.value


@pytest.mark.parametrize("fault", BAD)
async def test_what_is_no_recording_is_told_and_leaves_no_file(past: PastDay, tmp_path: Path, fault: str) -> None:
    target = tmp_path / "mine.wav"
    target.write_bytes(b"mine")
    async with desk_of(past, tmp_path / "data") as (desk, call, legs):
        past.fault({"name": fault, "match": {"operation": "upload.php"}})
        for work in (desk.shelf.play(call, legs), desk.shelf.save(call, legs), desk.shelf.save(call, legs, -1, target)):
            error = await refused(work)
            assert error.reason == BAD[fault]
            assert_explained(error, "upload.php")
        assert names(desk.paths.playing) == names(desk.paths.recordings) == []
        assert await desk.saved() == []
        assert target.read_bytes() == b"mine"
        assert names(tmp_path) == ["data", "mine.wav"]
        assert [outcome for _, outcome in await desk.audit()] == ["refused"] * 3
        past.fault()
        with wave.open(str(await desk.shelf.play(call, legs))) as sound:
            assert sound.getnframes() > 0


@pytest.mark.parametrize("fault", ["code-30", "code-70", "code-72", "code-80", "code-100", "code-101", "code-331"])
async def test_a_record_that_is_refused_is_told_and_no_recording_asked_for(
    past: PastDay, tmp_path: Path, fault: str
) -> None:
    async with desk_of(past, tmp_path / "data") as (desk, call, legs):
        before = past.count()
        past.fault({"name": fault, "match": {"operation": "netsantral/report"}})
        error = await refused(desk.shelf.play(call, legs))
        assert_explained(error)
        assert error.code == fault.removeprefix("code-")
        assert not [entry for entry in past.asked(before) if entry["path"] == "/upload.php"]
        assert names(desk.paths.playing) == []


@pytest.mark.parametrize("link", ["https://example.com/upload.php?tip=1&a=0", "file:///etc/passwd", "//x", "\u202e"])
async def test_a_link_to_another_place_is_never_followed(tmp_path: Path, link: str) -> None:
    leg = a_leg()
    row = {
        "date": "29.11.2026 14:03:12",
        "destination": leg.destination,
        "source": leg.source,
        "duration": "54",
        "direction": 1,
        "recording": link,
    }
    answer = http(json.dumps([{"uniqueid": a_call().call, "values": [row]}]).encode())
    async with WireServer(answer) as server, open_client(server.url) as client:
        async with open_shelf(tmp_path / "data", client) as desk:
            error = await refused(desk.shelf.play(a_call(), (leg,)))
            assert error.reason == "recording_host"
            assert_explained(error, link)
            assert names(desk.paths.playing) == []
        assert len(server.requests) == 1


@pytest.fixture
def disk() -> Iterator[SmallDisk]:
    with small_disk() as made:
        yield made


@pytest.mark.logs
async def test_a_full_disk_is_told_and_what_is_half_there_goes(past: PastDay, disk: SmallDisk) -> None:
    async with desk_of(past, disk.root / "data") as (desk, call, legs):
        assert await desk.audit() == []
        disk.fill()
        try:
            for work in (desk.shelf.play(call, legs), desk.shelf.save(call, legs)):
                error = await refused(work)
                assert error.reason == "recording_file"
                assert_explained(error)
            assert names(desk.paths.playing) == names(desk.paths.recordings) == []
        finally:
            disk.free()
        assert (await desk.shelf.play(call, legs)).exists()
        # What was done while the disk was full waits in memory for it.
        async with asyncio.timeout(15.0):
            while len(told := await desk.audit()) < 3:
                await asyncio.sleep(0.05)
        assert [outcome for _, outcome in told] == ["refused", "refused", "done"]
        assert await desk.saved() == []


def on_screen(
    qtbot: QtBot, qapp: QApplication, past: PastDay, root: Path, scenario: Callable[..., Coroutine[Any, Any, None]]
) -> None:
    """A shelf and a strip on one loop."""
    strip = RecordingStrip()
    qtbot.addWidget(strip)

    async def run() -> None:
        async with desk_of(past, root) as (desk, call, legs):
            await scenario(desk, strip, call, legs)

    run_qt(qapp, run())
    strip.hide()


def test_every_bad_recording_stands_on_the_screen_with_what_to_do(
    qtbot: QtBot, qapp: QApplication, past: PastDay, tmp_path: Path
) -> None:
    async def scenario(desk: ShelfDesk, strip: RecordingStrip, call: RecordedCall, legs: tuple[KeptLeg, ...]) -> None:
        shown = {}
        for fault, reason in BAD.items():
            past.fault({"name": fault, "match": {"operation": "upload.php"}})
            strip.show_waiting("…")
            told = explain(await refused(desk.shelf.play(call, legs)))
            strip.show_problem(told.title, told.todo)
            assert strip.isVisible()
            assert strip.todo.text() == told.todo
            shown[reason] = strip.line.words.text()
        assert len(set(shown.values())) == len(set(BAD.values()))

    on_screen(qtbot, qapp, past, tmp_path / "data", scenario)


def test_a_recording_is_given_up_from_the_screen(
    qtbot: QtBot, qapp: QApplication, past: PastDay, tmp_path: Path
) -> None:
    async def scenario(desk: ShelfDesk, strip: RecordingStrip, call: RecordedCall, legs: tuple[KeptLeg, ...]) -> None:
        strip.cancel_wanted.connect(desk.shelf.cancel)
        past.fault({"name": "slow", "match": {"operation": "upload.php"}})
        strip.show_waiting("…")
        fetch = asyncio.ensure_future(desk.shelf.play(call, legs, -1))
        await until(lambda: names(desk.paths.playing))
        strip.cancel.click()
        with pytest.raises(Withdrawn):
            await fetch
        assert names(desk.paths.playing) == []
        past.fault()
        assert (await desk.shelf.play(call, legs)).exists()

    on_screen(qtbot, qapp, past, tmp_path / "data", scenario)
