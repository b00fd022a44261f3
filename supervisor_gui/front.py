"""What the start hands to the program: a built window and what it was built from. A value; it does nothing."""

from pathlib import Path
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
    from supervisor_gui.ui.wallboard.window import WallboardWindow


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
    wall: "WallboardWindow | None" = None

    @property
    def throw_away(self) -> bool:
        """Whether the data folder goes with the window: a demo that was given none of its own."""
        return self.options.demo and self.options.data_dir is None

    @property
    def budgets(self) -> Path | None:
        """The ledger of requests; None where nothing is kept."""
        return None if self.throw_away else self.paths.budgets
