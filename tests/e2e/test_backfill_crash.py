"""The past is filled while programs are killed and share one file: nothing is asked twice, and no row is doubled."""

import asyncio
import os
import random
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext, ForkServerProcess
from multiprocessing.forkserver import _forkserver  # type: ignore[attr-defined]
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from supervisor_gui.options import Options
from supervisor_gui.paths import DataPaths
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.control import Control
from tests.helpers.desk import PASSWORD, open_desk
from tests.helpers.past_child import run
from tests.helpers.past_file import asked_twice, check_whole, export_arguments, kept, settled_days, things
from tests.helpers.past_page import PastPage, Question, questions
from tests.helpers.qt_async import run_qt, until
from tests.helpers.started import started

pytestmark = pytest.mark.e2e

FACTOR = 600.0
DAYS = 40
KILLS = 20


def simulator_with(days: int) -> SimulatorProcess:
    """A small centre that keeps the PBX's limits, on the time factor."""
    size = ("--agents", "4", "--queues", "1", "--load", "20", "--history-days", str(days + 1))
    return SimulatorProcess(("--seed", "8", "--limits", f"{FACTOR:.0f}", *size), password=PASSWORD)


@pytest.fixture(scope="module")
def programs() -> Iterator[ForkServerContext]:
    """Starts programs that have loaded all they need, so that a kill does not wait seconds for a start."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.helpers.past_child", "httpx", "sqlalchemy.dialects.sqlite"])
    yield context
    _forkserver._stop()


async def _kill_somewhere(program: ForkServerProcess, control: Control, after: int, chance: random.Random) -> None:
    """Kill a program at its start, or some thousandths of a second after it has asked some questions."""
    wanted = chance.choice((0, 1, 2, 4))
    async with asyncio.timeout(30):
        while len(await questions(control, after)) < wanted:
            assert program.is_alive()
            await asyncio.sleep(0.002)
    await asyncio.sleep(chance.random() * (0.08 if wanted else 0.6))
    program.kill()
    program.join()


async def test_killed_twenty_times_it_asks_nothing_again_that_was_kept(
    programs: ForkServerContext, tmp_path: Path
) -> None:
    paths = DataPaths(tmp_path / "data")
    paths.create()
    chance = random.Random(20)
    with simulator_with(DAYS) as simulator:
        info, control = simulator.info, Control(simulator.info.control_url)

        def start() -> ForkServerProcess:
            program = programs.Process(target=run, args=(str(paths.root), info.pbx_url, info.api_url, DAYS, FACTOR))
            program.start()
            return program

        cut_off = 0
        for _ in range(KILLS):
            last, there = _last(await questions(control)), kept(paths.history)
            await _kill_somewhere(start(), control, last, chance)
            new = await questions(control, last)
            assert not things(new) & there
            cut_off += not things(new[-1:]) <= kept(paths.history)
        last, there = _last(await questions(control)), kept(paths.history)
        assert len(there) < 3 * DAYS, "something of the four things a day was left to ask at every kill"
        program = start()
        await until(lambda: not program.is_alive(), "all filled", 75.0)
        assert program.exitcode == 0
        everything = await questions(control)
        assert not things(await questions(control, last)) & there
        assert len(everything) - len({(one.days, one.wanted) for one in everything}) <= cut_off
        assert not [one for one in everything if one.code == "100"]
        await check_whole(paths.history, control, settled_days(DAYS))


def _last(asked: Iterable[Question]) -> int:
    return max((question.number for question in asked), default=0)


def test_two_exports_at_the_same_time_share_the_asking_and_write_the_same(tmp_path: Path) -> None:
    data = tmp_path / "data"
    environment = {**os.environ, "NETGSM_PASSWORD": PASSWORD}
    with simulator_with(21) as simulator, ExitStack() as stack:
        info, control = simulator.info, Control(simulator.info.control_url)
        runs = []
        for name in ("one", "two"):
            arguments = export_arguments(info, data, tmp_path / name, 21, FACTOR)
            runs.append(stack.enter_context(started(tmp_path / f"{name}.out", arguments, environment=environment)))
        assert [run.ended() for run in runs] == [0, 0], [run.words for run in runs]
        asked = asyncio.run(questions(control))
        assert asked_twice(asked) == []
        assert not [one for one in asked if one.code == "100"]
        asyncio.run(check_whole(DataPaths(data).history, control, settled_days(21)))
    (one,), (two,) = ((tmp_path / name).iterdir() for name in ("one", "two"))
    assert one.name == two.name
    assert one.read_bytes() == two.read_bytes()
    assert one.read_text("utf-8-sig").count("\n") == 23, "a header, 21 days and their totals"


@pytest.mark.logs  # deadlines are short on the time factor, and a busy machine misses one
def test_an_export_beside_the_open_window_asks_nothing_that_the_window_asks(qapp: QApplication, tmp_path: Path) -> None:
    environment = {**os.environ, "NETGSM_PASSWORD": PASSWORD}

    async def scenario(simulator: SimulatorProcess) -> None:
        options = Options(time_factor=FACTOR)
        async with open_desk(qapp, tmp_path, simulator=simulator, options=options) as desk:
            await desk.data()
            page = PastPage(desk)
            await page.open()
            await until(lambda: len(kept(desk.paths.history)) > 20, "a part of the past")
            arguments = export_arguments(desk.info, desk.paths.root, tmp_path / "out", 14, FACTOR)
            with started(tmp_path / "export", arguments, environment=environment) as export:
                await until(lambda: not export.runs, "the export", 60)
                assert export.ended() == 0, export.words
            asked = await questions(desk.control)
            assert asked_twice(asked) == []
            assert not [one for one in asked if one.code == "100"]
            assert {thing for thing in kept(desk.paths.history) if not thing[1]} >= {
                (day, "") for day in settled_days(14)
            }

    with simulator_with(60) as simulator:
        run_qt(qapp, scenario(simulator), 120)
    assert [file.suffix for file in (tmp_path / "out").iterdir()] == [".csv"]
