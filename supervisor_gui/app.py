"""The start: arguments become a painted window, then the event loop runs the program (`program.py`)."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from supervisor_gui import runtime
from supervisor_gui.config import Settings, SettingsStore, keys
from supervisor_gui.errors import StoreError
from supervisor_gui.front import Front
from supervisor_gui.live import lastboard
from supervisor_gui.live.alerts import Alarms
from supervisor_gui.live.board import Board
from supervisor_gui.live.diff import diff
from supervisor_gui.live.user_limits import policy_of
from supervisor_gui.options import Options
from supervisor_gui.paths import DataPaths, default_data_dir
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.bridge import BoardUpdate
from supervisor_gui.ui.language import Language
from supervisor_gui.ui.link_words import Freshness
from supervisor_gui.ui.shell import Shell

if TYPE_CHECKING:
    from supervisor_gui.desktop.single_instance import SingleInstance
    from supervisor_gui.program import Program

NAME = "netsantral-supervisor"


def launch(options: Options) -> int:
    """Open the window and run until it ends.

    The window is painted, with the last known board looking its age, before anything slow is imported.

    Returns:
        The exit code: 0, 2 for unusable arguments, 3 when a picture was asked for and no data came.
    """
    throw_away = options.demo and options.data_dir is None
    root = Path(tempfile.mkdtemp(prefix=f"{NAME}-demo-")) if throw_away else options.data_dir or default_data_dir()
    paths = DataPaths(root)
    try:
        paths.create()
        return _open(options, paths)
    except (OSError, StoreError) as error:
        sys.stderr.write(f"{root}: {error}\n")
        return 2
    finally:
        if throw_away:
            shutil.rmtree(root, ignore_errors=True)


def _open(options: Options, paths: DataPaths) -> int:
    app = QApplication([NAME])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("NetSantral Supervisor")
    app.setDesktopFileName(NAME)
    instance = None
    if not (options.demo or options.headless):
        from supervisor_gui.desktop.single_instance import SingleInstance  # brings QtNetwork

        instance = SingleInstance(paths.root)
        if not instance.claim():
            return 0
    front = build_front(app, options, paths, instance)
    runtime.paint_first(app, front.shell.window)
    program = join(front)
    return runtime.run(app, program.main, program.failed)


def build_front(app: QApplication, options: Options, paths: DataPaths, instance: "SingleInstance | None") -> Front:
    """The window with everything that can be shown without a network: settings, language, look, last board."""
    settings = SettingsStore(paths.settings)
    problems = settings.load()
    language = Language(app)
    language.use(options.lang or settings.settings.get(keys.LANGUAGE))
    theme = looks.resolve(options.theme or settings.settings.get(keys.THEME), app)
    looks.apply(app, theme)
    account = _open_profile(options, settings)
    shell = Shell(policy=policy_of(settings.settings), settings=settings.settings, theme=theme, demo=options.demo)
    _place(shell, options, settings.settings)
    board = lastboard.load(paths.board, account).board if account else None
    if board is not None:
        _show_last(shell, board)
    return Front(app, options, paths, settings, language, shell, instance, account, board, problems)


def join(front: Front) -> "Program":
    """The program behind the window."""
    from supervisor_gui.program import Program  # after the first paint: brings asyncio, the store, the client

    return Program(front)


def _open_profile(options: Options, settings: SettingsStore) -> str:
    """Make the settings of the profile that is about to open hold; returns its account, empty when there is none."""
    wanted = options.profile or ("" if options.account else settings.settings.get(keys.LAST_PROFILE))
    for profile in settings.profiles:
        if profile.name == wanted or (options.account and profile.account == options.account):
            settings.open(profile.name)
            return profile.account
    return options.account


def _place(shell: Shell, options: Options, settings: Settings) -> None:
    if options.size:
        shell.window.resize(*options.size)
    else:
        shell.window.restore_geometry_text(settings.get(keys.GEOMETRY))
    shell.board.show_tiles(settings.get(keys.AGENTS_VIEW) == "tiles")


def _show_last(shell: Shell, board: Board) -> None:
    shell.show_board(BoardUpdate(board=board, diff=diff(Board(), board), alarms=Alarms()))
    shell.board.apply_freshness(Freshness.GREY)
