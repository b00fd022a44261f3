"""The wallboard as users start it: on a real simulator, alone or beside the window, by a later start, as a picture."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supervisor_gui.app import build_front, join
from supervisor_gui.desktop.handing_over import hand_over
from supervisor_gui.desktop.single_instance import SingleInstance
from supervisor_gui.front import Front
from supervisor_gui.options import Options
from supervisor_gui.paths import DataPaths
from supervisor_gui.simulator.process import SimulatorProcess
from supervisor_gui.ui.dialogs.first_start import FirstStartDialog
from supervisor_gui.ui.wallboard.window import WallboardWindow
from tests.helpers.desk import ACCOUNT, PASSWORD, Desk, open_desk
from tests.helpers.qt_async import run_qt, until
from tests.helpers.started import started

pytestmark = pytest.mark.e2e

WAITER = "05550001122"


@pytest.fixture(scope="module")
def pbx() -> Iterator[SimulatorProcess]:
    """A busy PBX without limits."""
    with SimulatorProcess(("--seed", "7", "--limits", "off"), password=PASSWORD) as simulator:
        yield simulator


def wall_of(desk: Desk) -> WallboardWindow:
    window = desk.program._wallboard.window
    assert window is not None
    return window


def figures(window: WallboardWindow) -> dict[str, int]:
    """Who waits, queue by queue, as the tiles say it."""
    return {tile.row.key: tile.row.waiting for tile in window.view.tiles if tile.isVisible()}


def test_the_wall_shows_what_the_board_shows_and_masks_the_caller(
    qapp: QApplication, tmp_path: Path, pbx: SimulatorProcess
) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulator=pbx, options=Options(time_factor=30.0)) as desk:
            await desk.data()
            desk.press(Qt.Key.Key_F11)
            await until(lambda: wall_of(desk).isActiveWindow(), "the wallboard is in front")
            wall = wall_of(desk)
            queue = min(desk.board.queues)
            await desk.control.post("/model", {"arrive": {"queue": queue, "number": WAITER, "hold": True}})
            await until(lambda: (queue, WAITER) in desk.board.callers, "the caller who waits", 30)
            await until(lambda: figures(wall)[queue] > 0, "the caller on the wall")
            assert figures(wall) == {name: one.waiting for name, one in desk.board.queues.items()}
            row = next(tile.row for tile in wall.view.tiles if tile.row.key == queue)
            assert row.longest.startswith("•••")
            QTest.keyClick(wall, Qt.Key.Key_Escape)
            await until(desk.shell.window.isActiveWindow, "the main window is back")
            assert not wall.isVisible()

    run_qt(qapp, scenario(), 90)


@asynccontextmanager
async def alone(
    app: QApplication, folder: Path, pbx: SimulatorProcess, *, wallboard: bool = True, password: str = PASSWORD
) -> AsyncIterator[tuple[Front, "asyncio.Task[int]"]]:
    """The program as a start makes it, with a data folder of its own that later starts find."""
    info = pbx.info
    paths = DataPaths(folder / "data")
    paths.create()
    options = Options(
        account=ACCOUNT,
        pbx_url=info.pbx_url,
        api_url=info.api_url,
        events="off",
        password=password,
        data_dir=paths.root,
        lang="en",
        wallboard=wallboard,
        time_factor=30.0,
    )
    instance = SingleInstance(paths.root)
    assert instance.claim()
    front = build_front(app, options, paths, instance)
    (front.wall or front.shell.window).show()
    program = join(front)
    running = asyncio.get_running_loop().create_task(program.main())
    try:
        yield front, running
    finally:
        front.shell.window.close_wanted.emit()
        await running
        front.shell.window.deleteLater()


def test_started_alone_no_other_window_opens_and_closing_it_ends_the_program(
    qapp: QApplication, tmp_path: Path, pbx: SimulatorProcess
) -> None:
    async def scenario() -> None:
        async with alone(qapp, tmp_path, pbx) as (front, running):
            wall = front.wall
            assert wall is not None
            await until(lambda: figures(wall), "figures on the wall", 30)
            assert wall.isFullScreen()
            assert not front.shell.window.isVisible()
            wall.close()
            assert await asyncio.wait_for(asyncio.shield(running), 15) == 0

    run_qt(qapp, scenario(), 90)


def test_started_alone_escape_leads_to_the_main_window_which_goes_on(
    qapp: QApplication, tmp_path: Path, pbx: SimulatorProcess
) -> None:
    async def scenario() -> None:
        async with alone(qapp, tmp_path, pbx) as (front, running):
            wall = front.wall
            assert wall is not None
            await until(lambda: figures(wall), "figures on the wall", 30)
            QTest.keyClick(wall, Qt.Key.Key_Escape)
            assert front.shell.window.isVisible()
            assert not running.done()
            assert {card.row.key for card in front.shell.board.cards.cards} == set(figures_known(front))

    run_qt(qapp, scenario(), 90)


def test_a_question_is_asked_in_the_main_window_and_the_wall_steps_aside(
    qapp: QApplication, tmp_path: Path, pbx: SimulatorProcess
) -> None:
    async def scenario() -> None:
        async with alone(qapp, tmp_path, pbx, password="") as (front, _):
            wall = front.wall
            assert wall is not None
            dialogs = await until(
                lambda: [
                    one for one in qapp.topLevelWidgets() if isinstance(one, FirstStartDialog) and one.isVisible()
                ],
                "the password is asked for",
            )
            assert front.shell.window.isVisible()
            assert not wall.isVisible()
            dialogs[0].reject()

    run_qt(qapp, scenario(), 60)


def figures_known(front: Front) -> set[str]:
    """The queues of the board behind the main window."""
    return set(front.shell._board.queues)


def test_a_later_start_opens_the_wallboard_or_a_page_of_the_window_that_runs(
    qapp: QApplication, tmp_path: Path, pbx: SimulatorProcess
) -> None:
    async def scenario() -> None:
        async with alone(qapp, tmp_path, pbx, wallboard=False) as (front, _):
            shell, root = front.shell, tmp_path / "data"
            await until(lambda: shell._board.queues, "first data", 30)
            assert await asyncio.to_thread(hand_over, root, "", "wallboard")
            walls = await until(
                lambda: [one for one in qapp.topLevelWidgets() if isinstance(one, WallboardWindow) and one.isVisible()],
                "the wallboard opens",
            )
            assert figures(walls[0])
            assert await asyncio.to_thread(hand_over, root, "", "calls")
            await until(shell.window.rail._buttons["calls"].isChecked, "the page of calls is open")
            assert await asyncio.to_thread(hand_over, root)
            assert shell.window.rail._buttons["calls"].isChecked(), "a plain start changes no page"

    run_qt(qapp, scenario(), 90)


@pytest.mark.parametrize("size", [(1280, 720), (3840, 2160)])
def test_a_picture_of_the_wall_has_the_size_that_was_asked_for(tmp_path: Path, size: tuple[int, int]) -> None:
    picture = tmp_path / "wall.png"
    arguments = ["--demo", "--wallboard", "--size", f"{size[0]}x{size[1]}", "--theme", "dark", "--lang", "tr"]
    with started(tmp_path / "words", [*arguments, "--shot", str(picture)]) as run:
        assert (run.ended(), run.words) == (0, "")
    image = QImage(str(picture))
    assert (image.width(), image.height()) == size
    assert image.pixelColor(2, 2).lightness() < 60


def test_without_a_profile_the_questions_come_first_in_the_main_window(qapp: QApplication, tmp_path: Path) -> None:
    paths = DataPaths(tmp_path / "data")
    paths.create()
    front = build_front(qapp, Options(wallboard=True, data_dir=paths.root), paths, None)
    assert front.wall is None
    front.shell.window.close_for_good()
    front.shell.window.deleteLater()
