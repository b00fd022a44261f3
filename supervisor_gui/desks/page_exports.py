"""What every page's exports have in common: the right, one file at a time, the audit. What is in them, others know."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject

from supervisor_gui.config import SettingsStore, keys
from supervisor_gui.exports.page_files import ExportFace, FileExport
from supervisor_gui.i18n import translate
from supervisor_gui.reports.values import Report
from supervisor_gui.sessions.audit import Exported, SessionAudit
from supervisor_gui.sessions.session import Session
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.shell import Shell


class PageExports(QObject):
    """Writes what one page shows of the session that runs. A subclass gathers it."""

    def __init__(self, page: ExportFace, shell: Shell, settings: SettingsStore, tasks: Tasks) -> None:
        """Args.

        page: Where it is told.
        shell: For the right and for words about it.
        settings: Folder, and the format used last.
        tasks: Owner of the writing.
        """
        super().__init__()
        self._shell = shell
        self._settings = settings
        self._session: Session | None = None
        self._audit: SessionAudit | None = None
        self._files = FileExport(page, shell.messages, settings, tasks, note=self._note)

    @property
    def busy(self) -> bool:
        """Whether a file is asked for that is not there yet."""
        return self._files.busy

    def attach(self, session: Session | None) -> None:
        """Export what this session keeps from now on; None for nobody's: give up, and offer no file any more."""
        if session is None:
            self._files.leave()
        self._session = session

    def ask(self, name: str) -> None:
        """Write what is chosen now in the format `name`."""
        session = self._session
        if session is not None and self._takes(name):
            self._start(session, name)

    def give_up(self) -> None:
        """End it without a file."""
        self._files.give_up()

    def _takes(self, name: str) -> bool:
        """Whether a file of the format `name`, which is remembered, can be asked for now; why not, is told."""
        if self._shell.refuses("export"):
            return False
        if self.busy:
            self._shell.messages.say(translate("Statistics", "A file is being written already."))
            return False
        self._settings.set(keys.EXPORT_FORMAT, name)
        return True

    def _start(self, session: Session, name: str) -> None:
        """Gather `session`'s part and write it in the format `name`."""
        raise NotImplementedError

    def _write(self, session: Session, make: Callable[[], Awaitable[Report]], name: str) -> None:
        """Write the report that `make` brings, out of what `session` keeps, in the format `name`."""
        self._audit = session.kept.audit
        self._files.start(make, name)

    def _note(self, exported: Exported) -> None:
        """Note it under the account that it was asked of, also when another one is looked at by now."""
        if self._audit is not None:
            self._audit.note_export(exported)
