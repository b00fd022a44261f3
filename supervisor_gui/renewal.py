"""A refusal during the day: the password bar joined to the session. A new password is kept once the PBX took it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from supervisor_gui.entrance import Entrance
from supervisor_gui.live.refusals import MOST
from supervisor_gui.live.status import Link, PollStatus
from supervisor_gui.netsantral.errors import BadCredentials
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.netsantral.types import Credential
from supervisor_gui.sessions.session import Session
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.dialogs.password_bar import NewPassword, PasswordPrompt


class Renewal(QObject):
    """Shows the bar when the PBX refuses, goes on with what the user types, puts the bar away when it works."""

    def __init__(self, bar: PasswordPrompt, entrance: Entrance, tasks: Tasks, redact: Callable[[str], None]) -> None:
        super().__init__()
        self.bar = bar
        self._entrance = entrance
        self._tasks = tasks
        self._redact = redact
        self._session: Session | None = None
        self._good: Credential | None = None
        self._trying: Credential | None = None
        self._waits = False
        self._link = Link.STARTING
        bar.submitted.connect(self._on_submitted)

    def begin(self, session: Session, credential: Credential) -> None:
        """A session began with `credential`."""
        self._session, self._good = session, credential

    def end(self) -> None:
        """The session has ended: its bar goes."""
        self.bar.done()
        self._session = self._good = self._trying = None
        self._waits, self._link = False, Link.STARTING

    def ask(self) -> None:
        """The user wants to change the password."""
        if self._session is not None:
            self.bar.ask(self._session.profile.account)
            self.bar.take_focus()

    def look(self, status: PollStatus) -> None:
        """The link moved on."""
        session = self._session
        if session is None:
            return
        news, self._link = status.link is not self._link, status.link
        if status.link is Link.NEEDS_PASSWORD and (news or self._waits):
            self._waits, self._trying = False, None
            # After a restart the refusals are remembered, the answer is not.
            words = explain(status.error or BadCredentials("queue_status", "credentials")).meaning
            self.bar.ask(session.profile.account, words, blocked=len(session.refusals.times) >= MOST)
        elif status.link not in {Link.NEEDS_PASSWORD, Link.STARTING} and self._waits:
            self._waits = False
            self.bar.done()
        if status.link is Link.OK and self._trying is not None:
            self._good, self._trying = self._trying, None
            keep = self._entrance.save(self._good.account, self._good.password, session.hosts)
            self._tasks.spawn("keep password", keep)

    def _on_submitted(self, new: NewPassword) -> None:
        session = self._session
        if session is None or self._good is None:
            return
        self._waits = True
        if not new.password:
            session.retry_with(self._good)
            return
        self._redact(new.password)
        self._trying = Credential(session.profile.account, new.password)
        session.retry_with(self._trying)
