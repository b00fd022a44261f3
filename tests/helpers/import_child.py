"""The real program in a process of its own, which tells what was imported before the window had live data."""

import asyncio
import json
import linecache
import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

from PySide6.QtWidgets import QApplication

from supervisor_gui import runtime
from supervisor_gui.app import build_front, join
from supervisor_gui.options import Options
from supervisor_gui.paths import DataPaths

FEW = 500_000
LOOKS = 2_000


def kept_sources() -> int:
    """Letters of source texts that this process holds."""
    entries = tuple(linecache.cache.values())  # threads add to it meanwhile
    return sum(len(line) for entry in entries for line in (entry[2] if len(entry) > 1 else ()))


class Watch(MetaPathFinder):
    """Finds nothing; writes down what is looked for."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        self.names |= {name, name.partition(".")[0]}
        return None


def run(pbx_url: str, api_url: str, folder: str) -> None:
    """Start, wait for data and, after it, for the store; then say what came before and what came in all."""
    watch = Watch()
    sys.meta_path.insert(0, watch)
    paths = DataPaths(Path(folder))
    paths.create()
    options = Options(
        account="8501110000",
        password=os.environ.pop("CHILD_PASSWORD"),
        pbx_url=pbx_url,
        api_url=api_url,
        events="off",
        data_dir=paths.root,
    )
    app = QApplication([])
    front = build_front(app, options, paths, None)
    runtime.paint_first(app, front.shell.window)
    program = join(front)
    early: set[str] = set()
    kept: list[int] = []

    async def look() -> None:
        while (session := program._session) is None or not session.live.board.updated:
            early.update(watch.names)
            await asyncio.sleep(0)
        while "sqlalchemy" not in watch.names:
            await asyncio.sleep(0.01)
        while not kept or (min(kept) > FEW and len(kept) < LOOKS):
            kept.append(kept_sources())
            await asyncio.sleep(0.01)
        front.shell.window.close()

    async def main() -> int:
        looking = asyncio.get_running_loop().create_task(look())
        code = await program.main()
        await looking
        return code

    runtime.run(app, main, program.failed)
    told = {"early": sorted(early), "all": sorted(watch.names), "kept": min(kept)}
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    run(*sys.argv[1:4])
