"""What the start hands to the program: a built window and what it was built from. A value, no behaviour."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QApplication

from supervisor_gui.config import SettingsStore
from supervisor_gui.live.board import Board
from supervisor_gui.options import Options
from supervisor_gui.paths import DataPaths
from supervisor_gui.ui.language import Language
from supervisor_gui.ui.shell import Shell

if TYPE_CHECKING:
    from supervisor_gui.desktop.single_instance import SingleInstance


class Front(NamedTuple):
    """A built window and what it was built from."""

    app: QApplication
    options: Options
    paths: DataPaths
    settings: SettingsStore
    language: Language
    shell: Shell
    instance: "SingleInstance | None"
    account: str
    board: Board | None
    problems: tuple[str, ...]
