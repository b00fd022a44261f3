"""One process of the start and memory figures: JSON lines on stdout say when and how large it was."""

import asyncio
import json
import os
import sys
import time
from pathlib import Path

CLOCK = time.CLOCK_MONOTONIC
POLLS = 1000
FIRST = 100
SAMPLE = 0.05


def say(**fields: float) -> None:
    """One line for the parent."""
    print(json.dumps(fields), flush=True)


def resident() -> float:
    """This process's resident memory in MiB."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def bare() -> None:
    """The least a PySide6 program can be: one painted window."""
    from PySide6.QtCore import QEvent, QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    class Window(QWidget):
        def event(self, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                say(painted=time.clock_gettime(CLOCK))
                QTimer.singleShot(0, self.leave)
            return super().event(event)

        def leave(self) -> None:
            say(resident=resident())
            QApplication.exit(0)

    app = QApplication([])
    window = Window()
    window.resize(1440, 900)
    window.show()
    app.exec()


def program(mode: str, pbx_url: str, api_url: str, folder: str, factor: str) -> None:
    """The real program against a running simulator."""
    from PySide6.QtWidgets import QApplication

    from supervisor_gui import runtime
    from supervisor_gui.app import build_front, join
    from supervisor_gui.options import Options
    from supervisor_gui.paths import DataPaths

    options = Options(
        account="8501110000",
        password=os.environ.pop("BENCH_PASSWORD"),
        pbx_url=pbx_url,
        api_url=api_url,
        events="off",
        data_dir=Path(folder),
        time_factor=float(factor),
        size=(1440, 900),
    )
    paths = DataPaths(Path(folder))
    paths.create()
    app = QApplication([])
    front = build_front(app, options, paths, None)
    runtime.paint_first(app, front.shell.window)
    say(painted=time.clock_gettime(CLOCK))
    program = join(front)

    async def main() -> int:
        watch = {"live": first_data, "memory": memory, "stale": staleness}[mode]
        watcher = asyncio.get_running_loop().create_task(watch(program, front.shell))
        code = await program.main()
        await watcher
        return code

    runtime.run(app, main, program.failed)


def updated(program) -> float:
    """When what the window shows was told; until the first answer that is the last known board."""
    session = program._session
    board = session.live.board if session is not None else program._last_board
    return board.updated if board is not None else 0.0


async def polled(program, count: int) -> None:
    """Wait until `count` status answers have come."""
    seen = 0
    last = updated(program)
    while seen < count:
        await asyncio.sleep(SAMPLE / 5)
        now = updated(program)
        if now != last:
            last = now
            seen += 1


async def first_data(program, shell) -> None:
    """Say when the first live row was painted."""
    await polled(program, 1)
    shell.window.grab()
    say(live=time.clock_gettime(CLOCK))
    shell.window.close()


async def memory(program, shell) -> None:
    """Say how large it is after the first hundred and after a thousand polls."""
    await polled(program, FIRST)
    say(first=resident())
    await polled(program, POLLS - FIRST)
    say(last=resident())
    shell.window.close()


async def staleness(program, shell) -> None:
    """Say how old the board was on average over some polls."""
    await polled(program, 2)
    ages = []
    until = time.monotonic() + 40
    while time.monotonic() < until:
        await asyncio.sleep(SAMPLE)
        ages.append(time.time() - program._session.live.board.updated)
    say(age=sum(ages) / len(ages), interval=program._session.poller.status.interval)
    shell.window.close()


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        from supervisor_gui.starting import uncollected

        with uncollected():  # as `cli` does
            program(*sys.argv[1:6])
