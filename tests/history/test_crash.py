"""Programs that are killed while they write, and several that write at once."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from supervisor_gui.history.store import Pace, Store
from tests.helpers.qt_async import until
from tests.history.rows import ACCOUNT, action

_WRITER = """
import asyncio, sys
from pathlib import Path
from supervisor_gui.history.store import Pace, Store
from tests.history.rows import action

async def main(path, who, rounds):
    store = Store(path, report=lambda *bug: sys.exit(repr(bug)), pace=Pace(flush=0.001, retry=0.05))
    await store.open()
    for number in range(rounds):
        store.record(action(f"{who} {number} {part}") for part in range(10))
        await asyncio.sleep(0.001)
    await store.close()
    assert store.problem == "", store.problem

asyncio.run(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
"""


def writer(path: Path, who: str, rounds: int) -> subprocess.Popen[str]:
    """A program that records `rounds` batches of ten actions."""
    command = [sys.executable, "-c", _WRITER, str(path), who, str(rounds)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def words(path: Path) -> list[str]:
    """The words of all actions in the file, oldest first; empty while there is no table."""
    if not path.exists():
        return []
    with closing(sqlite3.connect(path)) as file:
        try:
            return [row[0] for row in file.execute("SELECT words FROM audit ORDER BY id")]
        except sqlite3.OperationalError:
            return []


async def test_after_a_kill_the_file_opens_and_holds_whole_batches(store_at: Callable[..., Store], path: Path) -> None:
    program = writer(path, "a", 1_000_000)
    await until(lambda: len(words(path)) > 100, "rows written")
    program.send_signal(signal.SIGKILL)
    program.communicate()
    before = words(path)
    store = store_at(path)
    assert await store.open() == ""
    kept = [row.words for row in reversed(await store.audit(ACCOUNT, limit=10**6))]
    assert kept == before
    assert kept == [f"a {number} {part}" for number in range(len(kept) // 10) for part in range(10)]
    store.record([action("after")])
    assert (await store.audit(ACCOUNT, limit=1))[0].words == "after"


async def test_two_programs_write_at_the_same_time_and_nothing_is_lost(
    store_at: Callable[..., Store], path: Path
) -> None:
    programs = [writer(path, "a", 60), writer(path, "b", 60)]
    store = store_at(path, Pace(flush=0.02))
    await store.open()
    store.record([action("c")])
    await until(lambda: all(program.poll() is not None for program in programs), "both programs ended")
    assert [program.communicate()[1] for program in programs] == ["", ""]
    kept = [row.words for row in await store.audit(ACCOUNT, limit=10**6)]
    assert len(kept) == len(set(kept)) == 1201
    assert store.problem == ""


def test_a_damaged_file_is_put_aside_once_by_two_programs(path: Path) -> None:
    path.write_bytes(os.urandom(100_000))
    programs = [writer(path, "a", 5), writer(path, "b", 5)]
    for program in programs:
        program.communicate()
    assert sorted(entry.name.split("-")[0] for entry in path.parent.iterdir())[:2] == [
        "history.sqlite",
        "history.sqlite.damaged",
    ]
