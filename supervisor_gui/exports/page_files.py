"""One export at a time of one page: a report made, written and told of there. What is exported, others know."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject

from supervisor_gui.config import SettingsStore, keys
from supervisor_gui.errors import StoreError
from supervisor_gui.exports.daily_files import ready_folder
from supervisor_gui.exports.report_files import write_files
from supervisor_gui.i18n import translate
from supervisor_gui.reports.ticks import Cancelled
from supervisor_gui.reports.values import Report
from supervisor_gui.sessions.audit import Exported
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.charts.picture_view import PictureView
from supervisor_gui.ui.messages import Messages, problem_message


class ExportFace(Protocol):
    """The part of a page that tells of its exports."""

    def show_export(self, share: float | None, words: str) -> None:
        """Show an export: the share done while it is under way, None when it has ended; then no words hide it."""

    def show_saved(self, file: Path) -> None:
        """Tell that a file is there, and offer to open it."""


class FileExport(QObject):
    """Writes the reports of one page into files."""

    def __init__(
        self,
        page: ExportFace,
        messages: Messages,
        settings: SettingsStore,
        tasks: Tasks,
        *,
        note: Callable[[Exported], None],
    ) -> None:
        """Args.

        page: Where it is told.
        messages: For words about it.
        settings: The folder.
        tasks: Owner of the writing.
        note: Is told of each export that has ended, for the audit.
        """
        super().__init__()
        self._page = page
        self._messages = messages
        self._settings = settings
        self._tasks = tasks
        self._note = note
        self._running: asyncio.Task[None] | None = None
        self._given_up = False
        self._left = False
        self._painter: PictureView | None = None

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._running is not None and not self._running.done()

    def start(self, make: Callable[[], Awaitable[Report]], name: str) -> None:
        """Write the report that `make` brings in the format `name`; not while another is being written."""
        self._given_up = self._left = False
        self._page.show_export(0.0, "")
        chosen = self._settings.settings.get(keys.EXPORT_FOLDER)
        self._running = self._tasks.spawn("export", self._write(make, name, chosen))

    def give_up(self) -> None:
        """End it without a file."""
        self._given_up = True

    def leave(self) -> None:
        """Whose figures they are is not what is looked at now: give up, and tell nothing more of it on the page."""
        self._left = self._given_up = True
        self._page.show_export(None, "")

    def tell_cancelled(self) -> None:
        """Say that there is no file."""
        self._page.show_export(None, translate("Statistics", "The export was cancelled."))

    def _cancelled(self) -> bool:
        return self._given_up

    def _on_share(self, share: float) -> None:
        if not self._left:
            self._page.show_export(share, "")

    async def _write(self, make: Callable[[], Awaitable[Report]], name: str, chosen: str) -> None:
        report: Report | None = None
        try:
            report = await make()
            file = await self._written(report, name, await ready_folder(chosen))
        except StoreError as error:
            self._ended(report, "", "refused", str(error))
            # What was left is given up: its store may have been closed below it, which is nobody's trouble any more.
            if not self._left:
                self._page.show_export(None, "")
                where = translate("Statistics", "The folder is chosen in the settings, under Statistics.")
                self._messages.tell(msgspec.structs.replace(problem_message(error, "export"), todo=where))
        except Cancelled:
            self._ended(report, "", "cancelled", "")
            if not self._left:
                self.tell_cancelled()
        except BaseException:
            # Our own mistake is told elsewhere, but nothing is being written any more.
            if not self._left:
                self._page.show_export(None, "")
            raise
        else:
            self._ended(report, file.name, "done", "")
            self._messages.withdraw("export")
            self._messages.say(translate("Statistics", "Saved: {file}").format(file=file))
            if not self._left:
                self._page.show_export(None, "")
                self._page.show_saved(file)

    def _ended(self, report: Report | None, file: str, outcome: str, words: str) -> None:
        if report is not None:
            self._note(Exported(report.title, report.period, file, outcome, words))

    async def _written(self, report: Report, name: str, folder: Path) -> Path:
        if self._given_up:
            raise Cancelled
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
