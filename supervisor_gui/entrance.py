"""How a start comes by its profile and password: arguments, keyring, environment, or the first start's questions."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import msgspec

from supervisor_gui.clock import Clock
from supervisor_gui.config import (
    ConnectionPlan,
    Given,
    Profile,
    Route,
    SettingsStore,
    choose_profile,
    encryption_plan,
    keys,
)
from supervisor_gui.desktop.credentials import Credentials, KeyringState, explain_keyring
from supervisor_gui.i18n import translate
from supervisor_gui.live.first_contact import HOPELESS, Contact, ContactKind, first_contact
from supervisor_gui.netsantral.budgets import Budgets, Priority
from supervisor_gui.netsantral.client import Client
from supervisor_gui.netsantral.errors import PbxError
from supervisor_gui.netsantral.types import Credential, QueueStatus
from supervisor_gui.options import Options
from supervisor_gui.sessions.connection import client_of
from supervisor_gui.ui.dialogs.getting_in import Entry

SILENCE = 2.0
"""Seconds after which the user is told that the keyring is waited for: its own window may be hidden."""


class Ticket(msgspec.Struct, frozen=True):
    """Everything a session needs to begin."""

    profile: Profile
    credential: Credential
    plan: ConnectionPlan


def given_of(options: Options) -> Given:
    """The addresses of the command line."""
    return Given(pbx_url=options.pbx_url, api_url=options.api_url, events=options.events)


class Entrance:
    """Finds profiles and passwords, and is the outside world of the first start's dialog."""

    def __init__(
        self,
        options: Options,
        settings: SettingsStore,
        credentials: Credentials,
        *,
        budgets: Path | None,
        redact: Callable[[str], None],
        tell: Callable[[str], None],
        clock: Clock,
    ) -> None:
        """Ask nothing yet.

        Args:
            options: The command line.
            settings: Profiles.
            credentials: The door for passwords.
            budgets: The ledger of requests: the dialog's tests count as well.
            redact: Is told each password before it is used, for the log.
            tell: Is told in words what the user should know of the keyring; empty when that no longer holds.
            clock: Time.
        """
        self._options = options
        self._given = given_of(options)
        self._started = ""
        self._settings = settings
        self._credentials = credentials
        self._budgets_file = budgets
        self._redact = redact
        self._tell = tell
        self._clock = clock
        self._budgets: Budgets | None = None

    def profile(self) -> Profile | None:
        """The profile of this start, None when the user must be asked.

        Raises:
            SettingsError: The command line names one that cannot be used.
        """
        profile = choose_profile(
            self._settings.profiles,
            name=self._options.profile,
            account=self._options.account,
            given=self._given,
            last=self._settings.settings.get(keys.LAST_PROFILE),
        )
        if profile is None:
            self._started = ""
            return None
        self._started = profile.name
        return self._settings.under_machine(profile)

    def demo(self, profile: Profile, credential: Credential) -> Ticket:
        """The ticket of a demo that runs; its password stays in memory."""
        self._settings.put(profile)
        self._settings.open(profile.name)
        self._redact(credential.password)
        self._credentials.remember(profile.account, credential.password)
        return Ticket(profile, credential, encryption_plan(profile))

    def note_encrypted(self, name: str) -> None:
        """The PBX of the profile `name` has answered encrypted: from now on it never falls back by itself."""
        profile = self._settings.profile(name)
        # What the command line leads to is another PBX, for this start alone.
        if profile is not None and not profile.worked_encrypted and not self._options.pbx_url:
            self._settings.put(msgspec.structs.replace(profile, worked_encrypted=True))

    def _given_for(self, profile: Profile) -> Given:
        """The command line's addresses, which hold for the profile of the start alone."""
        return self._given if self._started in {"", profile.name} else Given()

    async def ticket(self, profile: Profile) -> Ticket | None:
        """A ticket without a question, None when there is no password that may go where the profile leads."""
        plan = encryption_plan(profile, self._given_for(profile))
        if not self.wants_password(profile):
            return None
        password = await self._password(profile, plan)
        if password is None:
            return None
        self._redact(password)
        return Ticket(profile, Credential(profile.account, password), plan)

    def wants_password(self, profile: Profile) -> bool:
        """Whether a password is what `ticket` misses when it brings none; else it is a yes to a plain address."""
        return all(route.agreed for route in encryption_plan(profile, self._given_for(profile)).pbx[:1])

    async def _password(self, profile: Profile, plan: ConnectionPlan) -> str | None:
        impatience = asyncio.get_running_loop().call_later(SILENCE, self._say_waiting)
        try:
            secret, _ = await self._credentials.load(profile.account)
        finally:
            impatience.cancel()
            self._tell("")
        if secret is not None and all(map(secret.allows, plan.hosts)):
            return secret.password.reveal()
        return self._options.password or None

    def _say_waiting(self) -> None:
        self._tell(
            translate(
                "Keyring",
                "The keyring is asked for the password and has not answered yet. If it shows a window, answer that; "
                "without an answer the program asks you for the password itself.",
            )
        )

    async def save(self, account: str, password: str, hosts: tuple[str, ...]) -> None:
        """Keep a password in the keyring; where that fails the user is told what it means."""
        outcome = await self._credentials.save(account, password, hosts)
        self._tell("" if outcome.state is KeyringState.READY else explain_keyring(outcome))

    async def keep(self, entry: Entry) -> Ticket:
        """Keep what the dialog brought: the profile in the settings, the password in the keyring."""
        plan = encryption_plan(entry.profile, self._given_for(entry.profile))
        password = entry.password or await self._password(entry.profile, plan) or ""
        self._redact(password)
        profile = entry.profile
        if not self._started or self._started == entry.was:
            self._started = profile.name
        self._settings.put(profile, was=entry.was)
        if entry.password:
            await self.save(profile.account, password, plan.hosts)
        return Ticket(profile, Credential(profile.account, password), plan)

    async def reachable(self, ticket: Ticket) -> Ticket:
        """The ticket with one control address: the first that is reached, a plain one only where it is agreed to."""
        routes = tuple(route for route in ticket.plan.pbx if route.agreed)
        chosen = routes[-1]
        entry = Entry(ticket.profile, ticket.credential.password)
        for route in routes[:-1]:
            budgets = await self.open_budgets(ticket.profile.account)
            client = self._client(entry, ticket.plan, route, budgets)
            try:
                await client.probe()
            except PbxError as error:
                if error.reason not in HOPELESS:
                    continue
            finally:
                await client.aclose()
            chosen = route  # also when plain HTTP would not mend it: the board tells why
            break
        await self.close()
        return msgspec.structs.replace(ticket, plan=msgspec.structs.replace(ticket.plan, pbx=(chosen,)))

    async def forget(self, profile: Profile) -> str:
        """Remove a profile and its password; says in words what became of the password."""
        self._settings.forget(profile.name)
        return explain_keyring(await self._credentials.forget(profile.account))

    async def open_budgets(self, account: str) -> Budgets:
        """The ledger for the dialog's tests."""
        await self.close()
        self._budgets = Budgets(self._budgets_file, account, time_factor=self._options.time_factor)
        await self._budgets.open()
        return self._budgets

    async def close(self) -> None:
        """Close the dialog's ledger."""
        if self._budgets is not None:
            await self._budgets.close()
            self._budgets = None

    # The dialog's outside world.

    async def contact(self, entry: Entry) -> Contact:
        """Try the profile's addresses; a failure is in the answer. Without a password nothing is sent."""
        plan = encryption_plan(entry.profile, self._given_for(entry.profile))
        entry = await self._with_password(entry, plan)
        if not entry.password:
            return Contact(ContactKind.UNARMED, plan.pbx[0])
        budgets = await self.open_budgets(entry.profile.account)

        async def send(route: Route) -> QueueStatus:
            client = self._client(entry, plan, route, budgets)
            try:
                return await client.queue_status(None, priority=Priority.USER)
            finally:
                await client.aclose()

        async def reach(route: Route) -> None:
            client = self._client(entry, plan, route, budgets)
            try:
                await client.probe()
            finally:
                await client.aclose()

        return await first_contact(plan, send, reach)

    async def try_queue(self, entry: Entry, queue: str) -> None:
        """Ask for one queue by name.

        Raises:
            PbxError: There is no such queue, or no answer.
        """
        plan = encryption_plan(entry.profile, self._given_for(entry.profile))
        entry = await self._with_password(entry, plan)
        budgets = self._budgets or await self.open_budgets(entry.profile.account)
        client = self._client(entry, plan, plan.pbx[-1] if entry.profile.plain_http_agreed else plan.pbx[0], budgets)
        try:
            await client.queue_status(queue, priority=Priority.USER)
        finally:
            await client.aclose()

    async def keyring(self) -> str:
        """Whether the password will be kept, in words."""
        return explain_keyring(await self._credentials.status())

    def next_query(self) -> float:
        """Seconds until the budget allows the next query."""
        if self._budgets is None:
            return 0.0
        return max(0.0, self._budgets.next_at("queue_status") - self._clock.monotonic())

    def _client(self, entry: Entry, plan: ConnectionPlan, route: Route, budgets: Budgets) -> Client:
        return client_of(
            entry.profile,
            Credential(entry.profile.account, entry.password),
            budgets,
            pbx_url=route.url,
            api_url=plan.api.url,
            clock=self._clock,
            time_factor=self._options.time_factor,
        )

    async def _with_password(self, entry: Entry, plan: ConnectionPlan) -> Entry:
        """The entry with the stored password where none was typed, if that may go to the plan's hosts."""
        password = entry.password or await self._password(entry.profile, plan) or ""
        self._redact(password)
        return msgspec.structs.replace(entry, password=password)
