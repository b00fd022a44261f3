"""What every desk does with its page: it lies in the window, follows the look, opens what was saved. It fills none."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from supervisor_gui.config import SettingsStore, keys
from supervisor_gui.desks.open_file import open_file
from supervisor_gui.desks.page_exports import PageExports
from supervisor_gui.sessions.session import Session
from supervisor_gui.ui.file_page import FilePage
from supervisor_gui.ui.shell import Shell

P = TypeVar("P", bound=FilePage)


class PageDesk(QObject, Generic[P]):
    """One page in one run of the program, from the first time it is opened. A subclass joins it to a session.

    Attributes:
        page: The page.
    """

    def __init__(self, page: P, shell: Shell, settings: SettingsStore) -> None:
        """Args.

        page: Just made.
        shell: The window.
        settings: The user's choices.
        """
        super().__init__()
        self._shell = shell
        self._settings = settings
        self._session: Session | None = None
        self._ends: list[Callable[[], None]] = []
        self.page = page
        page.export.set_allowed(allowed=not shell.policy.why_not("export"))
        page.apply_theme(shell.theme)
        page.set_export_format(settings.settings.get(keys.EXPORT_FORMAT))

    def _open(self, name: str, exports: PageExports) -> None:
        """Put the page into the window under `name`; what it wishes is heard from now on."""
        self.page.export_wanted.connect(exports.ask)
        self.page.export_cancel_wanted.connect(exports.give_up)
        self.page.open_wanted.connect(self._on_open)
        self.page.refresh_wanted.connect(self._on_refresh)
        self.page.said.connect(self._shell.messages.say)
        self._shell.look_changed.connect(self._on_look)
        self._shell.window.stack.currentChanged.connect(self._on_page_shown)
        self._shell.window.add_page(name, self.page)

    def _leave(self) -> None:
        """Hear nothing more of the session."""
        for end in self._ends:
            end()
        self._ends = []
        self._session = None

    def _visible(self) -> bool:
        return self._shell.window.stack.currentWidget() is self.page

    def _on_page_shown(self) -> None:
        """Another page is shown than before: this one, or any other."""
        raise NotImplementedError

    def _on_refresh(self) -> None:
        """The user wants the PBX to be asked anew."""
        raise NotImplementedError

    def _on_look(self) -> None:
        self.page.apply_theme(self._shell.theme)
        self.page.retranslate()

    def _on_open(self, path: str) -> None:
        open_file(path, self._shell.messages)
