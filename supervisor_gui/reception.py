"""How a user comes by a ticket: the first start's questions, a changed profile, a chosen one. It begins no session."""

import sys
from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QWidget

from supervisor_gui.config import SettingsStore
from supervisor_gui.entrance import Entrance, Ticket
from supervisor_gui.history.retention import retention_of
from supervisor_gui.i18n import translate
from supervisor_gui.options import Options
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.dialogs.profiles import ProfileAct, ProfileChoice, ProfilesDialog


class Reception:
    """Asks what must be asked before a session can begin."""

    def __init__(
        self,
        options: Options,
        settings: SettingsStore,
        entrance: Entrance,
        window: QWidget,
        tasks: Tasks,
        *,
        demo: Callable[[], Awaitable[Ticket]],
        before: Callable[[], None] = lambda: None,
    ) -> None:
        """Args.

        options: The command line.
        settings: Profiles.
        entrance: Finds passwords.
        window: Above which dialogs open.
        tasks: Own what dialogs try.
        demo: Starts the built-in simulator, for the demo.
        before: Brings the window to where a question can be seen.
        """
        self._options = options
        self._settings = settings
        self._entrance = entrance
        self._window = window
        self._tasks = tasks
        self._demo = demo
        self._before = before

    async def enter(self) -> Ticket | None:
        """The first ticket, with questions where they are needed and somebody is there to answer.

        Raises:
            SettingsError: The command line names a profile that cannot be used.
        """
        if self._options.demo:
            return await self._demo()
        profile = self._entrance.profile()
        if profile is not None:
            ticket = await self._entrance.ticket(profile)
            if ticket is not None:
                return ticket
        if self._options.headless:
            words = translate("Cli", "There is no password for this account in the keyring or in NETGSM_PASSWORD.")
            sys.stderr.write(f"{words}\n")
            return None
        # Behind this dialog is nothing yet: whoever closes it ends the program.
        if profile is None:
            return await self.ask(quits=True)
        return await self.ask(profile.name, signs_in=self._entrance.wants_password(profile), quits=True)

    async def ask(self, name: str = "", *, signs_in: bool = False, quits: bool = False) -> Ticket | None:
        """The first start's dialog, or the one for a profile; None when it was closed.

        Args:
            name: The profile that it is about, empty for a new one.
            signs_in: Nothing but the profile's password is missing.
            quits: The program ends when it is closed.
        """
        self._before()
        from supervisor_gui.ui.dialogs.first_start import FirstStartDialog  # noqa: PLC0415  most starts ask nothing

        profile = self._settings.profile(name)
        dialog = FirstStartDialog(
            self._entrance,
            self._tasks,
            profile=profile,
            others=self._settings.profiles,
            kept=retention_of(self._settings.settings),
            machine=self._settings.settings.machine,
            signs_in=signs_in and profile is not None,
            quits=quits,
            parent=self._window,
        )
        if profile is None and self._options.account:
            dialog.account.account.setText(self._options.account)
        accepted = await dialog.ask()
        await self._entrance.close()
        if not accepted or dialog.entry is None:
            return None
        return await self._entrance.keep(dialog.entry)

    async def choose(self, current: str) -> ProfileChoice | None:
        """What the user wants of the profiles; None when nothing more than perhaps deleting some."""
        dialog = ProfilesDialog(
            self._settings.profiles,
            current,
            self._entrance.forget,
            self._tasks,
            self._window,
            machine=self._settings.settings.machine,
        )
        await dialog.ask()
        return dialog.choice

    async def chosen(self, choice: ProfileChoice) -> Ticket | None:
        """The ticket of a chosen profile, asked for where it needs a question."""
        profile = self._settings.profile(choice.name)
        if choice.act is not ProfileAct.OPEN or profile is None:
            return await self.ask(choice.name)
        ticket = await self._entrance.ticket(profile)
        return ticket or await self.ask(choice.name, signs_in=self._entrance.wants_password(profile))
