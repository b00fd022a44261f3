"""Disks and files that do not take the past: told in words, nothing half kept, nothing asked in a loop or twice."""

import asyncio
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from supervisor_gui.options import Options
from supervisor_gui.paths import DataPaths
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.control import Control
from tests.helpers.desk import PASSWORD, Desk, open_desk
from tests.helpers.past_child import run
from tests.helpers.past_file import asked_twice, check_whole, export_arguments, kept, settled_days
from tests.helpers.past_page import PastPage, polls_go_by, questions
from tests.helpers.qt_async import run_qt, until
from tests.helpers.small_disk import SmallDisk, small_disk
from tests.helpers.started import ROOT, started

pytestmark = [pytest.mark.e2e, pytest.mark.logs]

FACTOR = 600.0
DAYS = 21


@pytest.fixture(scope="module")
def simulator() -> Iterator[SimulatorProcess]:
    """A small centre that keeps the PBX's limits, on the time factor; each test looks at its own requests."""
    size = ("--agents", "4", "--queues", "1", "--load", "60", "--history-days", str(DAYS + 1))
    with SimulatorProcess(("--seed", "8", "--limits", f"{FACTOR:.0f}", *size), password=PASSWORD) as running:
        yield running


@pytest.fixture
def disk(record_property: Callable[[str, object], None]) -> Iterator[SmallDisk]:
    with small_disk() as made:
        record_property("disk", made.how)
        yield made


def in_window(
    qapp: QApplication,
    folder: Path,
    simulator: SimulatorProcess,
    scenario: Callable[[Desk, PastPage, int], Coroutine[Any, Any, None]],
) -> None:
    """Open the real window on its statistics page; the scenario is told the number of the last request before."""

    async def on_the_page() -> None:
        before = await last_request(Control(simulator.info.control_url))
        async with open_desk(qapp, folder, simulator=simulator, options=Options(time_factor=FACTOR)) as desk:
            await desk.data()
            page = PastPage(desk)
            await page.open()
            await scenario(desk, page, before)

    run_qt(qapp, on_the_page(), 120)


async def last_request(control: Control) -> int:
    """The number of the last request about the past."""
    return max((one.number for one in await questions(control)), default=0)


async def filled(desk: Desk, days: int) -> None:
    """Wait until the last days are all in the file, with their lists: what is older is asked for later."""
    figures, oldest = {(day, "") for day in settled_days(days)}, min(settled_days(days))

    def there() -> bool:
        found = kept(desk.paths.history)
        return figures <= found and any(outcome and day < oldest for day, outcome in found)

    await until(there, f"{days} days", 60)


def fill_before(paths: DataPaths, simulator: SimulatorProcess) -> None:
    """A history file that an earlier run left."""
    paths.create()
    run(str(paths.root), simulator.info.pbx_url, simulator.info.api_url, 7, FACTOR)


async def keep_full(disk: SmallDisk) -> None:
    """Whatever room there is, somebody else takes it."""
    while True:
        disk.fill()
        await asyncio.sleep(0.005)


def export(data: Path, simulator: SimulatorProcess, out: Path) -> subprocess.CompletedProcess[str]:
    """`supervisor-gui export` of the last days; blocks."""
    return subprocess.run(
        [sys.executable, "-m", "supervisor_gui", *export_arguments(simulator.info, data, out, 7, FACTOR)],
        cwd=ROOT,
        env={**os.environ, "NETGSM_PASSWORD": PASSWORD},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_full_disk_is_told_on_the_screen_and_what_came_is_kept_when_there_is_room(
    qapp: QApplication, simulator: SimulatorProcess, disk: SmallDisk
) -> None:
    # Where the files are limited, the system says of some that they are too long and of others that there is no room.
    words = ("Disk dolu", "Disk yazılanı kabul etmiyor") if disk.how == "limit" else ("Disk dolu",)

    async def scenario(desk: Desk, page: PastPage, before: int) -> None:
        await until(lambda: len(kept(desk.paths.history)) > 10, "a part of the past", 60)
        others = asyncio.get_running_loop().create_task(keep_full(disk))
        try:
            await until(lambda: any(told in page.words for told in words), "the words", 60)
            asked = len(await questions(desk.control))
            await polls_go_by(desk.control, 8)
            # Asking goes on where a little room comes back, but never for more than what waits for the disk.
            assert len(await questions(desk.control)) - asked <= 3
            await until(lambda: any(told in page.words for told in words), "the words, as long as it holds", 10)
            assert desk.board.updated
        finally:
            others.cancel()
            disk.free()
        await filled(desk, 14)
        await until(lambda: not any(told in page.words for told in words), "the recovery", 30)
        assert asked_twice(await questions(desk.control, before)) == []

    in_window(qapp, disk.root, simulator, scenario)
    paths = DataPaths(disk.root / "data")
    asyncio.run(check_whole(paths.history, Control(simulator.info.control_url), settled_days(14)))


def test_an_export_to_whom_the_disk_gives_no_room_says_so_and_leaves_nothing_half_written(
    simulator: SimulatorProcess, disk: SmallDisk, tmp_path: Path
) -> None:
    data, control = disk.root / "data", Control(simulator.info.control_url)
    first = asyncio.run(last_request(control))
    with started(
        tmp_path / "first",
        export_arguments(simulator.info, data, disk.root / "out", DAYS, FACTOR),
        environment={**os.environ, "NETGSM_PASSWORD": PASSWORD},
    ) as first_run:
        asyncio.run(until(lambda: len(kept(DataPaths(data).history)) > 10, "a part of the past", 60))
        disk.fill(first_run.pid)
        assert first_run.ended() == 1, first_run.words
        assert "Disk dolu" in first_run.words or "Disk yazılanı kabul etmiyor" in first_run.words
        assert "Traceback" not in first_run.words
    assert list((disk.root / "out").iterdir()) == []
    there = kept(DataPaths(data).history)
    disk.free()
    again = export(data, simulator, disk.root / "out")
    assert again.returncode == 0, again.stderr
    asked = asyncio.run(questions(control, first))
    # The answer that the disk did not take came to nothing; it is the only one.
    assert len(asked_twice(asked)) <= 7
    assert not [thing for thing in asked_twice(asked) if thing in there]
    assert len(list((disk.root / "out").iterdir())) == 1


def test_a_read_only_folder_is_told_and_the_pbx_is_not_asked_for_what_cannot_be_kept(
    simulator: SimulatorProcess, disk: SmallDisk, tmp_path: Path
) -> None:
    data, control = disk.root / "data", Control(simulator.info.control_url)
    assert export(data, simulator, tmp_path / "first").returncode == 0
    before, there = asyncio.run(last_request(control)), kept(DataPaths(data).history)
    with disk.read_only():
        refused = export(data, simulator, tmp_path / "second")
    assert refused.returncode == 1
    assert refused.stderr
    assert "Traceback" not in refused.stderr
    assert not list((tmp_path / "second").glob("*"))
    assert asyncio.run(last_request(control)) == before
    assert kept(DataPaths(data).history) == there
    assert export(data, simulator, tmp_path / "third").returncode == 0
    assert asyncio.run(last_request(control)) == before


def test_what_could_not_be_opened_at_the_start_comes_to_life_when_it_can(
    qapp: QApplication, tmp_path: Path, simulator: SimulatorProcess
) -> None:
    paths = DataPaths(tmp_path / "data")
    paths.create()
    paths.history.mkdir()

    async def scenario(desk: Desk, page: PastPage, _: int) -> None:
        await until(lambda: "yazılamıyor" in page.words, "the words on the page", 30)
        paths.history.rmdir()
        await filled(desk, 7)
        await until(lambda: "yazılamıyor" not in page.words, "the recovery", 30)

    in_window(qapp, tmp_path, simulator, scenario)
    asyncio.run(check_whole(paths.history, Control(simulator.info.control_url), settled_days(7)))


def test_calls_are_kept_and_counted_though_nothing_could_be_opened_at_the_start(
    qapp: QApplication, tmp_path: Path, simulator: SimulatorProcess
) -> None:
    paths = DataPaths(tmp_path / "data")
    paths.create()
    paths.history.mkdir()

    async def on_the_board() -> None:
        async with open_desk(qapp, tmp_path, simulator=simulator, options=Options(time_factor=FACTOR)) as desk:
            await desk.data()
            await until(lambda: desk.program.pages._settled, "the start is over", 30)
            feed, missed = desk.program._session.kept.feed, desk.program._session.kept.missed
            paths.history.rmdir()
            await until(lambda: feed.progress.days_done > 3, "some days", 60)
            await until(lambda: missed.counted and missed.view.as_of > 0, "who is to be called back", 30)

    run_qt(qapp, on_the_board(), 120)


ASIDE, BROKEN = ".damaged-", "bozuktu"
"""In the name of a file that was set aside, and in what is told of it."""


def garbage(path: Path) -> None:
    path.write_bytes(b"\x00garbage\xff" * 5000)


def test_an_unfit_file_is_set_aside_and_the_window_fills_a_new_one(
    qapp: QApplication, tmp_path: Path, simulator: SimulatorProcess
) -> None:
    paths = DataPaths(tmp_path / "data")
    fill_before(paths, simulator)
    garbage(paths.history)
    spoilt = paths.history.read_bytes()

    async def scenario(desk: Desk, _: PastPage, before: int) -> None:
        await until(lambda: BROKEN in shown(desk), "the words", 30)
        (aside,) = [file for file in desk.paths.root.iterdir() if ASIDE in file.name]
        assert aside.name in shown(desk)
        assert aside.read_bytes() == spoilt
        await filled(desk, 7)
        assert asked_twice(await questions(desk.control, before)) == []

    in_window(qapp, tmp_path, simulator, scenario)
    asyncio.run(check_whole(paths.history, Control(simulator.info.control_url), settled_days(7)))


def test_an_unfit_file_is_set_aside_and_an_export_says_so(tmp_path: Path, simulator: SimulatorProcess) -> None:
    paths = DataPaths(tmp_path / "data")
    fill_before(paths, simulator)
    garbage(paths.history)
    spoilt = paths.history.read_bytes()
    done = export(paths.root, simulator, tmp_path / "out")
    (aside,) = [file for file in paths.root.iterdir() if ASIDE in file.name]
    assert (done.returncode, aside.read_bytes()) == (0, spoilt)
    assert BROKEN in done.stderr
    assert aside.name in done.stderr
    (file,) = (tmp_path / "out").iterdir()
    assert file.read_text("utf-8-sig").count("\n") == 9, "a header, 7 days and their totals"


def test_an_export_beside_a_newer_program_s_file_changes_nothing_and_says_which_program(
    tmp_path: Path, simulator: SimulatorProcess
) -> None:
    paths = DataPaths(tmp_path / "data")
    fill_before(paths, simulator)
    with closing(sqlite3.connect(paths.history)) as file:
        file.execute("PRAGMA user_version = 99")
    before = paths.history.read_bytes()
    done = export(paths.root, simulator, tmp_path / "out")
    assert done.returncode == 1
    assert "99" in done.stderr
    assert "history.sqlite" in done.stderr
    assert paths.history.read_bytes() == before
    assert not list((tmp_path / "out").glob("*"))


def shown(desk: Desk) -> str:
    """What the window's messages say."""
    return "\n".join(toast.words for toast in desk.shell.toasts.shown)
