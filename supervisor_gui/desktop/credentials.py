"""The one door for passwords: the operating system's keyring, else this run's memory. Nothing is written elsewhere.

Every call to the keyring is made in a thread of its own and waited for with a deadline; the event loop never blocks.
After the user closed the keyring's question it is left alone until the next start.
"""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import TypeVar

from supervisor_gui.desktop import keyring_calls
from supervisor_gui.desktop.keyring_states import KeyringState, Outcome, explain_keyring
from supervisor_gui.desktop.secret_values import (
    MAX_LENGTH,
    Secret,
    StoredSecret,
    foreign_hosts,
    from_kept,
    is_keepable,
    to_kept,
)
from supervisor_gui.desktop.worker import Worker, WorkerBusyError
from supervisor_gui.i18n import translate

__all__ = ["Credentials", "KeyringState", "Outcome", "Secret", "StoredSecret", "explain_keyring"]

T = TypeVar("T")


class Credentials:
    """Passwords by account, from the keyring and for this run."""

    def __init__(self, *, timeout: float = 30.0) -> None:
        """Prepare; the keyring is touched by the first call only.

        Args:
            timeout: Seconds until a silent keyring counts as hanging. Its later answer is ignored.
        """
        self._timeout = timeout
        self._worker = Worker("keyring")
        self._session: dict[str, StoredSecret] = {}
        self._last = Outcome(KeyringState.READY)

    @property
    def session(self) -> Mapping[str, StoredSecret]:
        """Passwords held in this run's memory, by account."""
        return MappingProxyType(self._session)

    def remember(self, account: str, password: str, hosts: tuple[str, ...] = ()) -> StoredSecret:
        """Hold a password for this run only."""
        secret = StoredSecret(Secret(password), foreign_hosts(hosts))
        self._session[account] = secret
        return secret

    async def load(self, account: str) -> tuple[StoredSecret | None, Outcome]:
        """The password of `account`: this run's, else the keyring's, which is read once in a run.

        Returns:
            The secret or None, and how the keyring answered the last time it was asked.
        """
        if account in self._session:
            return self._session[account], self._last
        kept, outcome = await self._ask(partial(keyring_calls.read, account), lambda failed: (None, failed))
        self._note(outcome)
        secret = from_kept(kept.reveal()) if kept is not None else None
        if secret is not None:
            self._session.setdefault(account, secret)
        return secret, outcome

    async def save(self, account: str, password: str, hosts: tuple[str, ...]) -> Outcome:
        """Hold a password for this run and keep it in the keyring.

        Args:
            account: The PBX number.
            password: One line, at most 1,000 characters together with the hosts that must be named.
            hosts: Names or addresses the password may go to later without asking.

        Returns:
            READY when the keyring gave back the same; with any other state it is held for this run only.
        """
        secret = self.remember(account, password, hosts)
        kept = to_kept(secret)
        if len(kept) > MAX_LENGTH:
            return Outcome(KeyringState.FAILED, self._last.backend, _too_long())
        if not is_keepable(password):
            return Outcome(KeyringState.FAILED, self._last.backend, _not_one_line())
        return await self._do(partial(keyring_calls.write, account, Secret(kept)))

    async def forget(self, account: str) -> Outcome:
        """Drop the password of `account` from this run's memory and from the keyring."""
        self._session.pop(account, None)
        return await self._do(partial(keyring_calls.erase, account))

    async def status(self) -> Outcome:
        """How the keyring is, without a question to the user."""
        return await self._do(keyring_calls.look)

    async def _do(self, work: Callable[[], Outcome]) -> Outcome:
        outcome = await self._ask(work, lambda failed: failed)
        self._note(outcome)
        return outcome

    async def _ask(self, work: Callable[[], T], otherwise: Callable[[Outcome], T]) -> T:
        if self._last.state is KeyringState.DISMISSED:
            return otherwise(self._last)
        try:
            return await self._worker.call(work, self._timeout)
        except (TimeoutError, WorkerBusyError):
            return otherwise(Outcome(KeyringState.HANGING, self._last.backend))

    def _note(self, outcome: Outcome) -> None:
        if self._last.state is not KeyringState.DISMISSED:
            self._last = outcome


def _too_long() -> str:
    return translate("Keyring", "the password is longer than {n} characters").format(n=MAX_LENGTH)


def _not_one_line() -> str:
    return translate("Keyring", "the password is empty or has a line break")
