"""What the user asks of a running session beside actions on the board: ask now, the audit, names, retries."""

from PySide6.QtCore import QObject

from supervisor_gui.errors import StoreError
from supervisor_gui.history.store import Store
from supervisor_gui.i18n import translate
from supervisor_gui.names_file import names_file
from supervisor_gui.sessions.session import Session
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.audit import AuditDialog
from supervisor_gui.ui.board.wishes import Renamed
from supervisor_gui.ui.shell import Shell


class Errands(QObject):
    """Carries wishes of the window to the session that runs; without one they go nowhere."""

    def __init__(self, shell: Shell, store: Store, tasks: Tasks) -> None:
        super().__init__()
        self._shell = shell
        self._store = store
        self._tasks = tasks
        self._session: Session | None = None
        shell.wished.connect(self._on_wish)
        shell.names_file_chosen.connect(self._on_names_file)
        shell.board.renamed.connect(self._on_renamed)
        shell.window.batches.retry_wanted.connect(self._on_retry)
        shell.window.batches.cancel_wanted.connect(self._on_cancel)

    def begin(self, session: Session) -> None:
        """A session began."""
        self._session = session

    def end(self) -> None:
        """The session has ended."""
        self._session = None

    def _on_wish(self, name: str) -> None:
        if self._session is None:
            return
        if name == "refresh":
            self._session.poller.refresh()
        elif name == "audit":
            self._tasks.spawn("audit", self._show_audit(self._session))

    async def _show_audit(self, session: Session) -> None:
        try:
            rows = await self._store.audit(session.profile.account)
        except StoreError as error:
            self._shell.messages.problem(error, key="store")
            return
        AuditDialog(rows, session.directory.label, self._shell.window).open()

    def _on_retry(self, batch: int) -> None:
        if self._session is not None:
            self._session.bus.retry_failed(batch)

    def _on_cancel(self, batch: int) -> None:
        if self._session is not None:
            self._session.bus.cancel(batch)

    def _on_renamed(self, renamed: Renamed) -> None:
        if self._session is not None and not self._shell.refuses("names"):
            self._session.directory.rename(renamed.extension, renamed.name)

    def _on_names_file(self, path: str, write: bool) -> None:
        if self._session is not None:
            self._tasks.spawn("names file", self._names_file(self._session, path, write=write))

    async def _names_file(self, session: Session, path: str, *, write: bool) -> None:
        done = await names_file(
            session.directory, path, self._shell.messages, write=write, kept_out=self._store.kept_out
        )
        if write:
            what = translate("Names", "Names (CSV)")
            session.kept.audit.note("export", detail=what, outcome="done" if done else "refused")
