"""The do-not-call list looked at and changed from the settings. What stands on it, the session's archive keeps."""

import msgspec
from PySide6.QtCore import QObject

from supervisor_gui.autodial.values import BlockedNumber
from supervisor_gui.clock import Clock
from supervisor_gui.errors import StoreError
from supervisor_gui.i18n import translate
from supervisor_gui.sessions.audit import local_user
from supervisor_gui.sessions.session import Session
from supervisor_gui.tasks import Tasks
from supervisor_gui.text import last_two
from supervisor_gui.ui.campaigns.do_not_call import DoNotCallDialog
from supervisor_gui.ui.shell import Shell

ACTION = "do_not_call"


class DoNotCallFlow(QObject):
    """One run's dialog. Only with a session is there a list to look at."""

    def __init__(self, shell: Shell, tasks: Tasks, clock: Clock) -> None:
        super().__init__()
        self._shell = shell
        self._tasks = tasks
        self._clock = clock
        self._session: Session | None = None
        self.dialog: DoNotCallDialog | None = None

    def attach(self, session: Session | None) -> None:
        """Change the list in this session's name from now on; None: nobody's."""
        self._session = session
        if session is None and self.dialog is not None:
            self.dialog.close()

    def open(self) -> None:
        """Show the list."""
        if self._session is None:
            self._shell.messages.say(translate("Campaigns", "The list can be seen as soon as the PBX is connected."))
            return
        if self.dialog is not None:
            self.dialog.raise_()
            self.dialog.activateWindow()
            return
        dialog = self.dialog = DoNotCallDialog(self._tasks, policy=self._shell.policy, parent=self._shell.window)
        dialog.add_wanted.connect(self._on_add)
        dialog.remove_wanted.connect(self._on_remove)
        dialog.finished.connect(self._on_shut)
        dialog.open()
        self._tasks.spawn("do-not-call list", self._show(self._session))

    def _on_shut(self) -> None:
        self.dialog = None

    def _on_add(self, numbers: tuple[BlockedNumber, ...]) -> None:
        if self._session is not None and not self._shell.refuses("campaigns"):
            self._tasks.spawn("do-not-call list", self._add(self._session, numbers))

    def _on_remove(self, tails: tuple[str, ...]) -> None:
        if self._session is not None and not self._shell.refuses("campaigns"):
            self._tasks.spawn("do-not-call list", self._remove(self._session, tails))

    async def _add(self, session: Session, numbers: tuple[BlockedNumber, ...]) -> None:
        now, who = self._clock.wall(), local_user()
        stamped = tuple(msgspec.structs.replace(number, at=now, who=who) for number in numbers)
        try:
            added = await session.dialling.archive.block(stamped)
        except StoreError as error:
            self._tell(translate("Campaigns", "The do-not-call list could not be changed."), error)
            return
        single = last_two(numbers[0].number) if len(numbers) == 1 else ""
        session.dialling.lists.kept_changed()
        words = translate("Campaigns", "%n number(s) put on the do-not-call list", None, added)
        session.kept.audit.note(ACTION, detail=single, words=words)
        await self._show(session)

    async def _remove(self, session: Session, tails: tuple[str, ...]) -> None:
        try:
            removed = await session.dialling.archive.unblock(tails)
        except StoreError as error:
            self._tell(translate("Campaigns", "The do-not-call list could not be changed."), error)
            return
        single = last_two(tails[0]) if len(tails) == 1 else ""
        session.dialling.lists.kept_changed()
        words = translate("Campaigns", "%n number(s) taken off the do-not-call list", None, removed)
        session.kept.audit.note(ACTION, detail=single, words=words)
        await self._show(session)

    async def _show(self, session: Session) -> None:
        try:
            rows = await session.dialling.archive.blocked()
        except StoreError as error:
            self._tell(translate("Campaigns", "The do-not-call list cannot be read."), error)
            return
        if self.dialog is not None and session is self._session:
            self.dialog.show_rows(rows)

    def _tell(self, title: str, error: StoreError) -> None:
        """Where it is looked at: the window behind the dialog cannot be reached."""
        if self.dialog is not None:
            self.dialog.show_problem(title, str(error), error.details)
        else:
            self._shell.messages.problem(error, key="store")
