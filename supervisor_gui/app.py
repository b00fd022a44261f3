"""The start: arguments become a painted window, then the event loop runs the program (`program.py`)."""

import errno
import logging
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from supervisor_gui import runtime
from supervisor_gui.commands.language import language, tell
from supervisor_gui.config import Settings, SettingsStore, keys, this_computer
from supervisor_gui.config.policy import ignored_words, ruled
from supervisor_gui.desktop import shipped
from supervisor_gui.desktop.url_events import Application
from supervisor_gui.errors import StoreError
from supervisor_gui.front import Front
from supervisor_gui.i18n import translate, use_headless
from supervisor_gui.live import lastboard
from supervisor_gui.live.alerts import Alarms
from supervisor_gui.live.board import Board
from supervisor_gui.live.diff import diff
from supervisor_gui.live.user_limits import policy_of
from supervisor_gui.options import Options
from supervisor_gui.paths import DataPaths, default_data_dir
from supervisor_gui.text import clean
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.app_icon import app_icon
from supervisor_gui.ui.bridge import BoardUpdate
from supervisor_gui.ui.language import Language
from supervisor_gui.ui.link_words import Freshness
from supervisor_gui.ui.shell import Shell

if TYPE_CHECKING:
    from supervisor_gui.desktop.single_instance import SingleInstance
    from supervisor_gui.program import Program

log = logging.getLogger(__name__)

NAME = "netsantral-supervisor"
LITTLE = 64 * 1024
"""Bytes of free space that are none."""
FRAME = (16, 40)
"""Pixels of a window's frame and title, at the most usual."""


def launch(options: Options) -> int:
    """Open the window and run until it ends.

    The window is painted, with the last known board looking its age, before anything slow is imported.

    Returns:
        The exit code: 0, 2 for unusable arguments or a folder that takes nothing, 3 when a picture was asked for and no
        data came.
    """
    throw_away = options.demo and options.data_dir is None
    root = Path(tempfile.mkdtemp(prefix=f"{NAME}-demo-")) if throw_away else options.data_dir or default_data_dir()
    paths = DataPaths(root)
    try:
        paths.create()
        return _open(options, paths)
    except (OSError, StoreError) as error:
        use_headless(options.lang or language(()))
        words = _unusable(root, error)
        tell(words)
        show_last_words(words, options)
        return 2
    finally:
        if throw_away:
            shutil.rmtree(root, ignore_errors=True)


def _unusable(root: Path, error: OSError | StoreError) -> str:
    """What is wrong with the data folder, and what to do."""
    reason = error.details if isinstance(error, StoreError) else error.strerror or type(error).__name__
    place = getattr(error, "filename", None) or root
    full = getattr(error, "errno", None) in {errno.ENOSPC, errno.EDQUOT}
    if full or (root.is_dir() and shutil.disk_usage(root).free < LITTLE):  # a lock file does not tell why
        words = translate("Start", "The disk is full at {folder}: free some space and start again.")
    else:
        words = translate(
            "Start",
            "The data cannot be kept at {folder} ({reason}): let this user write there, or choose another folder with "
            "--data-dir.",
        )
    return words.format(folder=clean(str(place), 300), reason=clean(reason, 200))


def show_last_words(words: str, options: Options) -> None:
    """Why nothing begins, in a window of its own: who started the program by its icon sees no stream."""
    app = QApplication.instance() or QApplication([NAME])
    if isinstance(app, QApplication) and runtime.wants_window(headless=options.headless):
        from supervisor_gui.ui.last_words import LastWords  # seldom needed

        runtime.show_alone(app, LastWords(words))


def _open(options: Options, paths: DataPaths) -> int:
    app = Application([NAME])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("NetSantral Supervisor")
    app.setDesktopFileName(NAME)
    app.setWindowIcon(app_icon())
    instance = None
    if not (options.demo or options.headless):
        from supervisor_gui.desktop.single_instance import SingleInstance  # brings QtNetwork

        instance = SingleInstance(paths.root)
        if not instance.claim():
            return 0
    front = build_front(app, options, paths, instance)
    runtime.paint_first(app, front.wall or front.shell.window)
    program = join(front)
    if not (options.demo or options.headless):
        app.give_links_to(program.pages.take_link)
    return runtime.run(app, program.main, program.failed)


def build_front(app: QApplication, options: Options, paths: DataPaths, instance: "SingleInstance | None") -> Front:
    """The window with everything that can be shown without a network: settings, language, look, last board."""
    machine = this_computer()
    # The demo has a PBX of its own.
    machine = machine.without_connection() if options.demo else machine
    held = ruled(options, machine)
    options = held.options
    settings = SettingsStore(paths.settings, machine)
    problems = settings.load()
    language = Language(app)
    language.use(options.lang or settings.settings.get(keys.LANGUAGE))
    problems += tuple(filter(None, (ignored_words(held.ignored), shipped.missing_words(shipped.missing_from_window()))))
    theme = looks.resolve(options.theme or settings.settings.get(keys.THEME), app)
    looks.apply(app, theme)
    account = _open_profile(options, settings)
    shell = Shell(policy=policy_of(settings.settings), settings=settings.settings, theme=theme, demo=options.demo)
    _place(shell, options, settings.settings)
    board = lastboard.load(paths.board, account).board if account else None
    if board is not None:
        _show_last(shell, board)
    wall = None
    if options.wallboard and (account or options.demo):  # else questions come first, in the main window
        from supervisor_gui.desks.wallboard_flow import first_wall  # brings every widget of it

        wall = first_wall(shell, settings.settings, options, board)
    return Front(app, options, paths, settings, language, shell, instance, account, board, problems, wall)


def join(front: Front) -> "Program":
    """The program behind the window."""
    from supervisor_gui.program import Program  # after the first paint: brings asyncio, the store, the client

    program = Program(front)
    for name in shipped.missing_from_window():  # now there is a log
        log.warning("missing from the installation: %s", name)
    return program


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
        if QGuiApplication.platformName() != "offscreen":  # pictures are of one size, whatever screen they imagine
            shell.window.resize(fitting(shell.window.size(), shell.window.screen().availableSize()))
        shell.window.restore_geometry_text(settings.get(keys.GEOMETRY))
    shell.board.show_tiles(settings.get(keys.AGENTS_VIEW) == "tiles")


def fitting(size: QSize, room: QSize) -> QSize:
    """The size of a new window on a screen with `room`, which its frame needs a part of."""
    return size.boundedTo(room - QSize(*FRAME))


def _show_last(shell: Shell, board: Board) -> None:
    shell.show_board(BoardUpdate(board=board, diff=diff(Board(), board), alarms=Alarms()))
    shell.board.apply_freshness(Freshness.GREY)
