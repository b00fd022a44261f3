"""Settings joined to the window: the settings page, and what a change does to language, look and board. No session."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from supervisor_gui.config import SettingChange, SettingsChanged, SettingsStore, keys
from supervisor_gui.errors import SettingsError, StoreError
from supervisor_gui.live.user_limits import limits_of, policy_of, with_queue
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.board.wishes import LimitsEdited
from supervisor_gui.ui.language import Language
from supervisor_gui.ui.shell import Shell

if TYPE_CHECKING:
    from supervisor_gui.ui.settings.page import SettingsView


class Preferences(QObject):
    """Keeps window and settings in step and the file up to date."""

    def __init__(
        self,
        app: QApplication,
        settings: SettingsStore,
        language: Language,
        shell: Shell,
        tasks: Tasks,
        *,
        queues: Callable[[], list[str]],
        keep: bool = True,
    ) -> None:
        """Join them.

        Args:
            app: Takes the look.
            settings: The one store.
            language: Takes the language.
            shell: The window.
            tasks: Own what is asked and written.
            queues: Names of the queues known now, for the table of their limits.
            keep: Whether the file is written; a picture beside a running window leaves it alone.
        """
        super().__init__()
        self._app = app
        self._settings = settings
        self._language = language
        self._shell = shell
        self._tasks = tasks
        self._queues = queues
        self._keep = keep
        self._page: SettingsView | None = None
        settings.subscribe(self._on_settings)
        shell.page_needed.connect(self._on_page_needed)
        shell.board.limits_edited.connect(self._on_limits_edited)
        shell.window.stack.currentChanged.connect(self._on_page_shown)

    def save(self) -> None:
        """Write the file soon if there is anything to write."""
        if self._keep and self._settings.dirty:
            self._tasks.spawn("settings", self.write())

    async def write(self) -> None:
        """Write the file now; a disk that refuses is told."""
        if not self._keep:
            return
        try:
            await asyncio.to_thread(self._settings.save)
        except StoreError as error:
            self._shell.messages.problem(error, key="settings")

    def _on_page_needed(self, name: str) -> None:
        if name != "settings":
            return
        from supervisor_gui.ui.settings.page import SettingsView  # noqa: PLC0415  seldom opened

        self._page = SettingsView()
        self._page.show_settings(self._settings.settings)
        self._page.show_queues(self._queues())
        self._page.changed.connect(self._on_wished)
        self._page.do_not_call_wanted.connect(self._on_do_not_call)
        self._shell.window.add_page(name, self._page)

    def _on_page_shown(self) -> None:
        if self._page is not None and self._shell.window.stack.currentWidget() is self._page:
            self._page.show_queues(self._queues())

    def _on_do_not_call(self) -> None:
        self._shell.wished.emit("do_not_call")

    def _on_wished(self, change: SettingChange) -> None:
        self._tasks.spawn("setting", self._take(change))

    async def _take(self, change: SettingChange) -> None:
        if self._shell.refuses("settings") and self._page is not None:
            self._page.show_settings(self._settings.settings)
            return
        from supervisor_gui.ui.settings.taking import take_wish  # noqa: PLC0415  as its page

        try:
            taken = await take_wish(change, self._settings, self._shell.window)
        except SettingsError as error:
            if self._page is not None:
                self._page.show_problem(change.key, str(error))
            return
        if not taken and self._page is not None:
            self._page.show_settings(self._settings.settings)

    def _on_limits_edited(self, edited: LimitsEdited) -> None:
        if self._shell.refuses("limits"):
            return
        try:
            self._settings.set(keys.QUEUE_LIMITS, with_queue(self._settings.settings, edited.queue, edited.limits))
        except SettingsError as error:
            self._shell.messages.problem(error, key="limits")

    def _on_settings(self, changed: SettingsChanged) -> None:
        settings = changed.settings
        if keys.LANGUAGE.key in changed.keys:
            self._language.use(settings.get(keys.LANGUAGE))
        if keys.THEME.key in changed.keys:
            theme = looks.resolve(settings.get(keys.THEME), self._app)
            looks.apply(self._app, theme)
            self._shell.apply_theme(theme)
        if keys.AGENTS_VIEW.key in changed.keys:
            self._shell.board.show_tiles(settings.get(keys.AGENTS_VIEW) == "tiles")
        if keys.MASK_NUMBERS.key in changed.keys:
            self._shell.set_policy(policy_of(settings))
        self._shell.set_limits(limits_of(settings), beep=settings.get(keys.BEEP))
        if self._page is not None:
            self._page.show_settings(settings)
        self.save()
