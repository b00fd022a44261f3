"""Programs are killed while they make and fill lists: no number comes twice, and each one's state is known."""

import asyncio
import random
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import chain
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext, ForkServerProcess
from multiprocessing.forkserver import _forkserver  # type: ignore[attr-defined]
from pathlib import Path
from typing import Any

import msgspec
import pytest

from supervisor_gui.paths import DataPaths
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.control import Control
from tests.helpers.desk import PASSWORD
from tests.helpers.qt_async import until
from tests.helpers.upload_child import NAME, Errand, run

pytestmark = pytest.mark.e2e

FACTOR = 240.0
NUMBERS = 5000
KILLS = 20
KILLED = -9
STEPS = 80
"""A program is killed at one of so many; sending a hundred numbers takes about fifteen."""

MOMENTS = ("any", "any", "leaves", "waits", "answered")
TROUBLE = ("", "", "cut", "drop-connection", "http-500")


@pytest.fixture(scope="module")
def programs() -> Iterator[ForkServerContext]:
    """Starts programs that have loaded all they need, so that a kill does not wait seconds for a start."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.helpers.upload_child", "httpx", "sqlalchemy.dialects.sqlite"])
    yield context
    _forkserver._stop()


@pytest.fixture
def simulator() -> Iterator[SimulatorProcess]:
    """A quiet centre that keeps the PBX's limits, on the time factor."""
    size = ("--agents", "2", "--queues", "4", "--load", "0")
    with SimulatorProcess(("--seed", "5", "--limits", f"{FACTOR:.0f}", *size), password=PASSWORD) as running:
        yield running


class Site:
    """A simulator, the programs beside it, and what its ledger and request log and their file say."""

    def __init__(self, programs: ForkServerContext, simulator: SimulatorProcess, folder: Path) -> None:
        self._programs = programs
        self.control = Control(simulator.info.control_url)
        self.paths = DataPaths(folder / "data")
        self.paths.create()
        info = simulator.info
        self.errand = Errand(str(self.paths.root), info.pbx_url, info.api_url, FACTOR)

    def use(self, file: Path) -> None:
        """Whose numbers the list is to have."""
        self.errand = msgspec.structs.replace(self.errand, file=str(file))

    def start(self, **changes: Any) -> ForkServerProcess:
        """A program on its way."""
        program = self._programs.Process(target=run, args=(msgspec.structs.replace(self.errand, **changes),))
        program.start()
        return program

    async def ended(self, program: ForkServerProcess, seconds: float = 60.0) -> int | None:
        """A program's exit code."""
        await until(lambda: not program.is_alive(), "the program's end", seconds)
        return program.exitcode

    async def look(self) -> None:
        """Let a program look at the page until all is settled that can be, and end."""
        assert await self.ended(self.start(file="")) == 0

    async def finish(self) -> None:
        """Let a program do all that is left, as its user wants."""
        assert await self.ended(self.start()) == 0

    async def add(self, name: str, count: int = 1) -> None:
        """Let trouble strike the next requests."""
        item = {"name": name, "count": count, "match": {"operation": "autocallservice"}}
        await self.control.post("/faults", {"add": [item]})

    async def lists(self) -> list[list[str]]:
        """The numbers of each list called `NAME` in the ledger."""
        told = (await self.control.get("/ledger"))["lists"]
        return [[row["number"] for row in one["numbers"]] for one in told if one["name"] == NAME]

    async def orders(self, event: str) -> list[dict[str, Any]]:
        """The requests of one kind that arrived."""
        asked = await self.control.requests("autocallservice")
        return [one for one in asked if one["body"]["body"]["event"] == event]

    async def carried_out(self) -> Counter[str]:
        """How often each number came in a request that the PBX carried out."""
        orders = [*await self.orders("addautocall"), *await self.orders("addnumber")]
        done = [one for one in orders if one["outcome"].get("code") == 200]
        return Counter(row["number"] for one in done for row in one["body"]["body"]["data"]["numbers"])

    def kept(self) -> dict[str, str]:
        """How each number of the newest upload stands in the programs' file."""
        if not self.paths.history.exists():
            return {}
        rows = "SELECT number, state FROM dial_rows WHERE job = (SELECT max(id) FROM dial_jobs) ORDER BY place"
        with closing(sqlite3.connect(self.paths.history)) as file:
            try:
                return dict(file.execute(rows).fetchall())
            except sqlite3.OperationalError:
                return {}

    async def check(self, wanted: Sequence[str]) -> None:
        """What is kept fits what truly happened: neither is anything lost, nor can anything be sent twice."""
        kept = self.kept()
        there = set(chain.from_iterable(await self.lists()))
        if not kept:
            assert not there
            return
        assert list(kept) == list(wanted)
        assert set(kept.values()) <= {"sent", "waiting", "underway", "unknown"}
        assert {number for number, state in kept.items() if state == "sent"} <= there
        assert not [number for number, state in kept.items() if state == "waiting" and number in there]
        assert max((await self.carried_out()).values(), default=1) == 1


@pytest.fixture
def site(programs: ForkServerContext, simulator: SimulatorProcess, tmp_path: Path) -> Site:
    """Where programs are killed."""
    return Site(programs, simulator, tmp_path)


def sheet(path: Path, good: int) -> list[str]:
    """A file of so many good numbers, and 40 bad and 25 doubled ones; the good ones, as they are sent."""
    numbers = [f"5550{place:06d}" for place in range(1, good + 1)]
    rows = [f"0{number};Kişi {place}" for place, number in enumerate(numbers)]
    for place in range(40):
        rows.insert(20 + place * good // 50, f"12{place};Yanlış {place}")
    rows += [f"+90 {number};İki kez" for number in numbers[:25]]
    path.write_text("Numara;Ad\n" + "\n".join(rows), "utf-8")
    return numbers


async def kill_at(site: Site, moment: str, chance: random.Random) -> None:
    """Kill a program at any step of what is written and sent, at one kind of step, or while it waits for an answer."""
    if moment != "waits":
        only, most = ("", STEPS) if moment == "any" else (moment, 4)
        assert await site.ended(site.start(fatal=chance.randint(1, most), only=only)) == KILLED
        return
    before = len(await site.orders("addnumber"))
    program = site.start()
    async with asyncio.timeout(30):
        while len(await site.orders("addnumber")) == before:
            await asyncio.sleep(0.01)
        await site.add(chance.choice(("slow", "hang")))
        while (await site.control.get("/faults"))["faults"]:
            await asyncio.sleep(0.002)
    await asyncio.sleep(chance.random() * 0.5)
    program.kill()
    program.join()


async def test_killed_twenty_times_it_sends_each_of_five_thousand_numbers_once(site: Site, tmp_path: Path) -> None:
    wanted = sheet(tmp_path / "liste.csv", NUMBERS)
    site.use(tmp_path / "liste.csv")
    chance, arrived, lost = random.Random(20), 0, 0
    moments = list(MOMENTS * (KILLS // len(MOMENTS)))
    chance.shuffle(moments)
    for moment in moments:
        trouble = chance.choice(TROUBLE)
        if trouble:
            await site.add(trouble)
        await kill_at(site, moment, chance)
        await site.check(wanted)
        underway = {number for number, state in site.kept().items() if state == "underway"}
        there = set(chain.from_iterable(await site.lists()))
        arrived += bool(underway & there)
        lost += bool(underway - there)
    assert min(arrived, lost) > 2, "some were killed after the numbers had arrived, some before"
    assert "waiting" in site.kept().values(), "there was something left to send at every kill"
    before = await site.carried_out()
    await site.look()
    await site.check(wanted)
    (there,) = await site.lists()
    assert {number for number, state in site.kept().items() if state == "sent"} == set(there)
    assert await site.carried_out() == before, "nothing is sent that nobody wanted"
    await site.finish()
    await site.check(wanted)
    assert set(site.kept().values()) == {"sent"}
    (there,) = await site.lists()
    assert sorted(there) == wanted
    assert await site.carried_out() == Counter(wanted)


@pytest.mark.parametrize(
    ("only", "fatal", "made"),
    [("written", 4, 0), ("written", 5, 0), ("written", 6, 0), ("written", 7, 0), ("leaves", 1, 0), ("answered", 1, 1)],
)
async def test_a_list_is_made_once_though_the_program_is_killed_while_it_makes_it(
    site: Site, tmp_path: Path, only: str, fatal: int, made: int
) -> None:
    wanted = sheet(tmp_path / "liste.csv", 250)
    site.use(tmp_path / "liste.csv")
    assert await site.ended(site.start(fatal=fatal, only=only)) == KILLED
    assert sorted(site.kept()) in ([], wanted)
    assert [len(numbers) for numbers in await site.lists()] == [100] * made
    await site.look()
    assert len(await site.orders("addautocall")) == made, "nothing is made anew that nobody wanted"
    assert await site.orders("addnumber") == []
    await site.check(wanted)
    await site.finish()
    await site.check(wanted)
    assert len(await site.orders("addautocall")) == 1
    assert [sorted(numbers) for numbers in await site.lists()] == [wanted]


@pytest.mark.parametrize(("fatal", "only", "added"), [(1, "leaves", False), (1, "answered", True), (2, "leaves", True)])
async def test_a_number_is_neither_lost_nor_there_twice_when_the_program_is_killed_while_it_is_replaced(
    site: Site, tmp_path: Path, fatal: int, only: str, added: bool
) -> None:
    first, second, third = sheet(tmp_path / "liste.csv", 3)
    site.use(tmp_path / "liste.csv")
    await site.finish()
    new = "5550009999"
    assert await site.ended(site.start(replace=(first, new), fatal=fatal, only=only)) == KILLED
    there = [first, second, third, new] if added else [first, second, third]
    assert await site.lists() == [there]
    await site.look()
    assert await site.lists() == [there]
    # Where both are in the list the page shows both: the user takes the old one out.
    assert await site.ended(site.start(replace=(first, new))) == 0
    assert await site.lists() == [there if added else [second, third, new]]
    assert await site.carried_out() == Counter([first, second, third, new])
