"""What every page's exports have in common: the right, one file at a time, the audit. What is in them, others know."""

from PySide6.QtCore import QObject

from supervisor_gui.config import SettingsStore, keys
from supervisor_gui.exports.page_files import ExportFace, FileExport
from supervisor_gui.i18n import translate
from supervisor_gui.sessions.audit import Exported, SessionAudit
from supervisor_gui.sessions.session import Session
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.shell import Shell


class PageExports(QObject):
    """Writes what one page shows of the session that runs. A subclass gathers it."""

    def __init__(self, page: ExportFace, shell: Shell, settings: SettingsStore, tasks: Tasks) -> None:
        super().__init__()
        self._shell = shell
        self._settings = settings
        self._session: Session | None = None
        self._audit: SessionAudit | None = None
        self._files = FileExport(page, shell.messages, settings, tasks, note=self._note)

    def attach(self, session: Session | None) -> None:
        """Export this session's calls from now on; None for nobody's."""
        if session is None:
            self._files.leave()
        self._session = session

    def ask(self, name: str) -> None:
        """Write what is chosen now in the format `name`."""
        session = self._session
        if session is None or self._shell.refuses("export"):
            return
        if self._files.busy:
            self._shell.messages.say(translate("Statistics", "A file is being written already."))
            return
        self._settings.set(keys.EXPORT_FORMAT, name)
        self._audit = session.kept.audit
        self._start(session, name)

    def give_up(self) -> None:
        """End it without a file."""
        self._files.give_up()

    def _start(self, session: Session, name: str) -> None:
        """Begin to write `session`'s part in the format `name`."""
        raise NotImplementedError

    def _note(self, exported: Exported) -> None:
        """Note it under the account that it was asked of, also when another one is looked at by now."""
        if self._audit is not None:
            self._audit.note_export(exported)
