"""The statistics page's exports: asked for, and waiting until what was chosen is shown. `page_files` writes."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from supervisor_gui.config import SettingsStore, keys
from supervisor_gui.exports.page_files import FileExport
from supervisor_gui.i18n import translate
from supervisor_gui.reports.values import Report
from supervisor_gui.sessions.audit import Exported
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.messages import Messages
from supervisor_gui.ui.statistics.page import StatisticsView


class ReportExports(QObject):
    """Writes what the page shows, and tells of it there."""

    def __init__(
        self,
        page: StatisticsView,
        messages: Messages,
        settings: SettingsStore,
        tasks: Tasks,
        *,
        shown: Callable[[], Report | None],
        note: Callable[[Exported], None],
    ) -> None:
        """Args.

        page: Where it is asked for.
        messages: For words about it.
        settings: Folder, and the format used last.
        tasks: Owner of the writing.
        shown: What the page shows; None while that is not what is chosen.
        note: Is told of each export that has ended, for the audit.
        """
        super().__init__()
        self._page = page
        self._messages = messages
        self._settings = settings
        self._shown = shown
        self._files = FileExport(page, messages, settings, tasks, note=note)
        self._awaited = ""

    def ask(self, name: str) -> None:
        """Write what is chosen in the format `name`: now, or when it is shown."""
        if self._awaited or self._files.busy:
            self._messages.say(translate("Statistics", "A file is being written already."))
            return
        self._settings.set(keys.EXPORT_FORMAT, name)
        self._awaited = name
        self._page.show_export(0.0, "")
        self.look()

    def look(self) -> None:
        """Begin what waits, if what is chosen is shown by now."""
        report = self._shown()
        if not self._awaited or report is None:
            return
        name, self._awaited = self._awaited, ""

        async def made() -> Report:
            return report

        self._files.start(made, name)

    def give_up(self) -> None:
        """End it without a file."""
        self._files.give_up()
        if self._awaited:
            self._awaited = ""
            self._files.tell_cancelled()

    def fail(self) -> None:
        """What is chosen cannot be shown, which is told elsewhere: nothing waits for it any more."""
        if self._awaited:
            self._awaited = ""
            self._page.show_export(None, "")

    def leave(self) -> None:
        """Whose figures they were is not what is looked at now: give up, and offer no file of theirs any more."""
        self._awaited = ""
        self._files.leave()
