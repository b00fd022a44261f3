"""How often the PBX is asked, as its own request log has it: over kills, clock changes, and programs that share."""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from supervisor_gui.config import Profile, SettingsStore, keys
from supervisor_gui.live.board import Board, Diff
from supervisor_gui.options import Options
from supervisor_gui.paths import DataPaths
from supervisor_gui.simulator.process import SimulatorInfo, SimulatorProcess
from tests.helpers.control import Control
from tests.helpers.desk import ACCOUNT, PASSWORD, open_desk
from tests.helpers.qt_async import run_qt, until
from tests.helpers.started import Started, started, wait_for

pytestmark = pytest.mark.e2e

LONG = "9999"
Asked = list[dict[str, Any]]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A headless start's environment, with a folder for temporary files that nobody else uses."""
    temporary = tmp_path / "tmp"
    temporary.mkdir(mode=0o700)
    return {**os.environ, "NETGSM_PASSWORD": PASSWORD, "TMPDIR": str(temporary)}


def _simulator(*arguments: str) -> SimulatorProcess:
    return SimulatorProcess(("--seed", "7", "--agents", "8", "--load", "0", *arguments), password=PASSWORD)


def _arguments(info: SimulatorInfo, data: Path, factor: float, seconds: str = LONG) -> list[str]:
    addresses = ["--account", info.account, "--pbx-url", info.pbx_url, "--api-url", info.api_url, "--events", "off"]
    picture = ["--shot", str(data / "board.png"), "--shot-after", seconds]
    return [*addresses, "--data-dir", str(data), "--time-factor", str(factor), *picture]


def _status_requests(control: Control) -> Asked:
    return [one for one in control.get_now("/requests")["requests"] if one["operation"] == "queuestats"]


def _crowded(asked: Asked, seconds: float, most: int = 2) -> list[float]:
    """The spans in which one request too many came."""
    times = [one["monotonic"] for one in asked]
    return [late - early for early, late in zip(times, times[most:], strict=False) if late - early < seconds]


def _limit_answers(asked: Asked) -> Asked:
    return [one for one in asked if one["outcome"].get("code") == "100"]


class _Clock:
    """The wall clock of the processes started with `shifted_start`."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "shift"
        self.set(0.0)

    def set(self, seconds: float) -> None:
        """Show the true time and so many seconds."""
        beside = self.file.with_suffix(".new")
        beside.write_text(str(seconds))
        beside.replace(self.file)


def test_no_kill_no_second_process_and_no_clock_change_brings_a_third_request_into_a_minute(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    factor = 10.0
    clock = _Clock(tmp_path)
    data = tmp_path / "data"
    log = data / "logs" / "supervisor.log"
    with _simulator("--limits", "10", "--queues", "2") as simulator, ExitStack() as stack:
        control = Control(simulator.info.control_url)
        module = ("-m", "tests.helpers.shifted_start", str(clock.file))

        def start(name: str) -> Started:
            arguments = _arguments(simulator.info, data, factor)
            run = started(tmp_path / name, arguments, environment=environment, module=module)
            return stack.enter_context(run)

        def asked(count: int) -> bool:
            return len(_status_requests(control)) >= count

        def jumped(count: int) -> bool:
            return log.read_text("utf-8").count("its clock was set") >= count

        first, second = start("first"), start("second")
        wait_for(lambda: asked(1), "a first request")
        first.kill()
        third = start("third")
        wait_for(lambda: asked(2), "a request by those who are left")
        clock.set(62.0)
        wait_for(lambda: jumped(1), "the step forward is noticed")
        before = len(_status_requests(control))
        wait_for(lambda: asked(before + 2), "requests after the step forward")
        clock.set(62.0 - 3600.0)
        wait_for(lambda: jumped(2), "the step back is noticed")
        before = len(_status_requests(control))
        wait_for(lambda: asked(before + 2), "requests after the step back")
        for one in (second, third):
            assert one.runs, (one.ended(), one.words)
        taken = _status_requests(control)
    # That the windows are used, not only kept, is test_budgets_processes'; starting windows takes a machine its time.
    assert _crowded(taken, 60.0 / factor) == []
    assert _limit_answers(taken) == []


def _prepare(data: Path, info: SimulatorInfo, *, programs: int = 1, queues: Sequence[str] = ()) -> None:
    """A data folder as a user left it: one profile with its settings."""
    paths = DataPaths(data)
    paths.create()
    store = SettingsStore(paths.settings)
    store.load()
    profile = Profile(
        name="Ofis",
        account=info.account,
        pbx_url=info.pbx_url,
        api_url=info.api_url,
        plain_http_agreed=True,
        queues=tuple(queues),
    )
    store.put(profile)
    store.open(profile.name)
    store.set(keys.PROGRAMS, programs)
    store.save()


def test_three_programs_that_know_of_one_another_never_meet_the_limit(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    factor = 40.0
    ten_minutes = str(600.0 / factor)
    with _simulator("--limits", "40", "--queues", "2") as simulator, ExitStack() as stack:
        control = Control(simulator.info.control_url)
        runs = []
        for name in ("one", "two", "three"):
            data = tmp_path / name
            _prepare(data, simulator.info, programs=3)
            arguments = _arguments(simulator.info, data, factor, ten_minutes)
            run = started(tmp_path / f"{name}.out", arguments, environment=environment)
            runs.append(stack.enter_context(run))
        assert [run.ended() for run in runs] == [0] * 3, "each had data and saw its time out"
        taken = _status_requests(control)
    assert _limit_answers(taken) == []
    assert _crowded(taken, 60.0 / factor) == []
    # Two a minute make twenty; the half of it leaves room for a busy machine.
    assert len(taken) >= 10


@pytest.fixture
def wants_names() -> Iterator[SimulatorProcess]:
    """A PBX that answers for a named queue only."""
    with SimulatorProcess(
        ("--seed", "7", "--agents", "15", "--queues", "5", "--queue-required", "--limits", "240"), password=PASSWORD
    ) as simulator:
        yield simulator


def test_a_pbx_that_wants_queues_named_gives_the_same_board_and_no_queue_waits_ten_slots(
    qapp: QApplication, tmp_path: Path, wants_names: SimulatorProcess
) -> None:
    async def scenario() -> None:
        control = Control(wants_names.info.control_url)
        queues = {one["queue"] for one in (await control.get("/ledger/board"))["queues"]}
        assert len(queues) == 5
        _prepare(tmp_path / "data", wants_names.info, queues=sorted(queues))
        options = Options(account=ACCOUNT, time_factor=120.0)
        async with open_desk(qapp, tmp_path, simulator=wants_names, options=options) as desk:
            slots: list[dict[str, float]] = []

            def watch(board: Board, diff: Diff) -> None:
                if not slots or board.updated > max(slots[-1].values()):
                    slots.append({name: queue.seen for name, queue in board.queues.items() if queue.seen})

            await until(lambda: desk.program._session, "the session")
            desk.program._session.live.subscribe(watch)
            await until(lambda: len(slots) > 40, "forty slots", 60)
            assert desk.board.queues.keys() == queues
            assert not _waited_longer(slots, queues, 10)
            shown = {card.row.key for card in desk.shell.board.cards.cards}
            assert shown == queues
            taken = await desk.control.requests("queuestats")
            assert _limit_answers(taken) == []
            names = [one["params"].get("queue", "").removeprefix(f"{ACCOUNT}-queue-") for one in taken]
            assert names[0] == ""
            # Slots are so short here that a second question may be out before the first is refused.
            assert set(names[2:]) == queues, "all at once is tried at the start only"

    run_qt(qapp, scenario(), 90)


def _waited_longer(slots: list[dict[str, float]], queues: set[str], most: int) -> list[tuple[int, str]]:
    """Slots at which a queue's newest answer was older than `most` slots."""
    missed = []
    for at in range(most, len(slots)):
        before = slots[at - most]
        missed += [(at, name) for name in queues if slots[at].get(name, 0.0) <= before.get(name, 0.0)]
    return missed
