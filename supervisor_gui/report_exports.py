"""The page's exports, one at a time: asked for, waited for until what was chosen is shown, written, told of."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject

from supervisor_gui.config import SettingsStore, keys
from supervisor_gui.daily_files import ready_folder
from supervisor_gui.errors import StoreError
from supervisor_gui.i18n import translate
from supervisor_gui.report_files import write_files
from supervisor_gui.reports.ticks import Cancelled
from supervisor_gui.reports.values import Report
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.charts.picture_view import PictureView
from supervisor_gui.ui.messages import Messages, problem_message
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
    ) -> None:
        """Args.

        page: Where it is asked for.
        messages: For words about it.
        settings: Folder, and the format used last.
        tasks: Owner of the writing.
        shown: What the page shows; None while that is not what is chosen.
        """
        super().__init__()
        self._page = page
        self._messages = messages
        self._settings = settings
        self._tasks = tasks
        self._shown = shown
        self._awaited = ""
        self._running: asyncio.Task[None] | None = None
        self._given_up = False
        self._left = False
        self._painter: PictureView | None = None

    def ask(self, name: str) -> None:
        """Write what is chosen in the format `name`: now, or when it is shown."""
        if self._awaited or (self._running is not None and not self._running.done()):
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
        self._given_up = self._left = False
        chosen = self._settings.settings.get(keys.EXPORT_FOLDER)
        self._running = self._tasks.spawn("export", self._write(report, name, chosen))

    def give_up(self) -> None:
        """End it without a file."""
        self._given_up = True
        if self._awaited:
            self._awaited = ""
            self._tell_cancelled()

    def fail(self) -> None:
        """What is chosen cannot be shown, which is told elsewhere: nothing waits for it any more."""
        if self._awaited:
            self._awaited = ""
            self._page.show_export(None, "")

    def leave(self) -> None:
        """Whose figures they were is not what is looked at now: give up, and offer no file of theirs any more."""
        self._left = True
        self.give_up()
        self._page.show_export(None, "")

    def _cancelled(self) -> bool:
        return self._given_up

    def _on_share(self, share: float) -> None:
        self._page.show_export(share, "")

    def _tell_cancelled(self) -> None:
        self._page.show_export(None, "" if self._left else translate("Statistics", "The export was cancelled."))

    async def _write(self, report: Report, name: str, chosen: str) -> None:
        try:
            file = await self._written(report, name, await ready_folder(chosen))
        except StoreError as error:
            self._page.show_export(None, "")
            where = translate("Statistics", "The folder is chosen in the settings, under Statistics.")
            self._messages.tell(msgspec.structs.replace(problem_message(error, "export"), todo=where))
        except Cancelled:
            self._tell_cancelled()
        except BaseException:
            # Our own mistake is told elsewhere, but nothing is being written any more.
            self._page.show_export(None, "")
            raise
        else:
            self._messages.withdraw("export")
            self._messages.say(translate("Statistics", "Saved: {file}").format(file=file))
            self._page.show_export(None, "")
            if not self._left:
                self._page.show_saved(file)

    async def _written(self, report: Report, name: str, folder: Path) -> Path:
        if self._painter is None:
            self._painter = PictureView()
        (file,) = await write_files(
            report,
            (name,),
            folder,
            view=self._painter,
            progress=self._on_share,
            cancelled=self._cancelled,
            keep=True,
        )
        return file
