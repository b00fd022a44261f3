"""Everything about a number deleted at a user's wish: asked, done, told. What goes where is `forgetting`'s."""

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QInputDialog

from supervisor_gui.clock import Clock, pbx_day
from supervisor_gui.config import SettingsStore, keys
from supervisor_gui.desktop.digest_key import KeyDoor
from supervisor_gui.desktop.keyring_states import KeyringState
from supervisor_gui.errors import StoreError
from supervisor_gui.forgetting import Place, closing_words, forget_number, protection, why_not, why_unprotected
from supervisor_gui.history.forget_files import FileSearch
from supervisor_gui.history.store import Store
from supervisor_gui.i18n import translate
from supervisor_gui.live.numbers import tail
from supervisor_gui.logs import Logging
from supervisor_gui.paths import DataPaths
from supervisor_gui.sessions.audit import local_user
from supervisor_gui.sessions.session import Session
from supervisor_gui.sieve_key import renew_key
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.dialogs.confirm import Question
from supervisor_gui.ui.dialogs.forget_number import ForgetNumberDialog
from supervisor_gui.ui.messages import Message, Tone
from supervisor_gui.ui.shell import Shell


class ForgetMeans(msgspec.Struct, frozen=True):
    """What deleting needs of the program.

    Attributes:
        store, paths, log, clock: The program's own.
        key: The door to the key; None where none is kept, as in a demo whose data stay.
    """

    store: Store
    paths: DataPaths
    log: Logging
    clock: Clock
    key: KeyDoor | None


class ForgetFlow(QObject):
    """Deletes numbers while a session runs.

    Signals:
        forgotten(): A number was deleted: what is shown may have held it.
    """

    forgotten = Signal()

    def __init__(self, shell: Shell, settings: SettingsStore, tasks: Tasks, means: ForgetMeans) -> None:
        super().__init__()
        self._shell = shell
        self._settings = settings
        self._tasks = tasks
        self._means = means
        self._search = FileSearch(means.paths.root)
        self._session: Session | None = None
        shell.wished.connect(self._on_wish)

    def attach(self, session: Session | None) -> None:
        """Delete out of what this session remembers from now on; None: there is none, and nothing is deleted."""
        self._session = session

    def ask(self, number: str) -> None:
        """Delete `number` after a question; without one, ask which."""
        if self._session is None or self._shell.refuses("delete_number"):
            return
        if number:
            self._tasks.spawn("forget", self._forget(self._session, number))
        else:
            self._ask_which()

    def tell_of_lost_key(self) -> None:
        """The keyring has lost the key of earlier deletions: ask whether calls are to be stored again without it."""
        if self._session is not None and not self._shell.policy.why_not("delete_number"):
            self._tasks.spawn("lost key", self._go_on_without(self._session))

    async def _go_on_without(self, session: Session) -> None:
        key = self._means.key
        if key is None or not await self._shell.messages.ask(_key_question()) or session is not self._session:
            return
        state = await renew_key(self._means.store, key)
        if state is KeyringState.READY:
            session.history.wake()
        else:
            self._shell.messages.tell(Message(why_unprotected(state), tone=Tone.PROBLEM, key="forget"))

    def _on_wish(self, name: str) -> None:
        if name == "forget":
            self.ask("")

    def _ask_which(self) -> None:
        dialog = QInputDialog(self._shell.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(translate("Forget", "Delete everything about a number"))
        dialog.setLabelText(translate("Forget", "Number:"))
        dialog.setOkButtonText(translate("Forget", "Go on"))
        dialog.setCancelButtonText(translate("Forget", "Cancel"))
        dialog.textValueSelected.connect(self._on_named)
        dialog.open()

    def _on_named(self, number: str) -> None:
        if number.strip():
            self.ask(number.strip())

    async def _forget(self, session: Session, number: str) -> None:
        means = self._means
        try:
            refused = why_not(number, (*self._own_numbers(), *await _lines(session, means.clock)))
            if refused:
                self._shell.messages.tell(Message(refused, tone=Tone.PROBLEM, key="forget"))
                return
            protected = await protection(means.key, means.store)
        except StoreError as error:
            self._shell.messages.problem(error, key="store")
            return

        async def work() -> tuple[str, ...]:
            farewell = await forget_number(number, protected, self._place(session))
            self.forgotten.emit()
            return closing_words(farewell)

        dialog = ForgetNumberDialog(
            self._shell.policy.number(number),
            tail(number)[-2:],
            work,
            self._tasks,
            warning=protected.words,
            parent=self._shell.window,
        )
        await dialog.ask()

    def _place(self, session: Session) -> Place:
        means = self._means
        return Place(
            store=means.store,
            paths=means.paths,
            search=self._search,
            clear_logs=means.log.forget,
            clear_memory=self._clear_memory,
            account=session.profile.account,
            who=local_user(),
            clock=means.clock,
        )

    def _clear_memory(self, wanted: str) -> None:
        """Take the number out of the session that runs now: another one may have begun since the question."""
        session = self._session
        if session is None:
            return
        # A recording on its way would be kept, with its call's numbers, when all of them are gone.
        session.kept.shelf.cancel()
        session.bus.forget(wanted)
        session.calls.book.forget(wanted)
        session.directory.forget(wanted)
        session.kept.missed.forget(wanted)

    def _own_numbers(self) -> tuple[str, ...]:
        accounts = (profile.account for profile in self._settings.profiles)
        line = self._settings.settings.get(keys.CALL_LINE)
        return (*accounts, *((line,) if line else ()))


def _key_question() -> Question:
    return Question(
        title=translate("Forget", "Deleted numbers"),
        text=translate(
            "Forget",
            "The keyring no longer holds the key that keeps deleted numbers out, so no calls are stored. With a new "
            "key they are again, but numbers deleted before may come back and must be deleted once more.",
        ),
        yes=translate("Forget", "Make a new key"),
        no=translate("Forget", "Store no calls for now"),
        careful=True,
    )


async def _lines(session: Session, clock: Clock) -> tuple[str, ...]:
    """The lines over which the kept calls came: each stands in the calls of all customers."""
    return (await session.kept.reader.choices(session.kept.first_day, pbx_day(clock.wall()))).lines
