"""The key that keeps deleted numbers out of later imports, in the operating system's keyring and nowhere else.

Data that end with the run, as a demo's, have a key that does too.

Like passwords it is read in a thread of its own and waited for with a deadline; after the user closed the keyring's
question it is not asked again in this run, only looked at: it may have been unlocked elsewhere meanwhile.
"""

import secrets
from collections.abc import Callable
from functools import partial
from typing import Protocol

import msgspec

from supervisor_gui.desktop import keyring_calls
from supervisor_gui.desktop.keyring_states import KeyringState, Outcome
from supervisor_gui.desktop.secret_values import Secret
from supervisor_gui.desktop.worker import Worker, WorkerBusyError

ENTRY = "deleted-numbers"
"""Its name in the keyring, where passwords go by accounts, which are digits."""

_BYTES = 32

Answer = tuple[Secret | None, Outcome]


class KeptKey(msgspec.Struct, frozen=True):
    """What the keyring gave.

    Attributes:
        key: The key, None when there is none or the keyring does not give it.
        outcome: How the keyring answered; READY without a key: none was ever kept, or it was taken away.
    """

    key: bytes | None
    outcome: Outcome

    def __repr__(self) -> str:
        return f"KeptKey({'***' if self.key else None}, {self.outcome.state})"


class KeyDoor(Protocol):
    """Where the key comes from."""

    async def read(self) -> KeptKey:
        """The key as it is kept."""
        ...

    async def make(self) -> KeptKey:
        """The key as it is kept, else a new one."""
        ...


class PassingKey:
    """A key that ends with the run, for data that do too."""

    def __init__(self) -> None:
        self._key: bytes | None = None

    async def read(self) -> KeptKey:
        """The key if it was made in this run."""
        return KeptKey(self._key, Outcome(KeyringState.READY))

    async def make(self) -> KeptKey:
        """The key, made by the first call."""
        self._key = self._key or secrets.token_bytes(_BYTES)
        return await self.read()


class DigestKey:
    """The door to the key; read once in a run."""

    def __init__(self, *, timeout: float = 30.0) -> None:
        """Prepare; the keyring is touched by the first call only.

        Args:
            timeout: Seconds until a silent keyring counts as hanging.
        """
        self._timeout = timeout
        self._worker = Worker("keyring: deleted numbers")
        self._key: bytes | None = None
        self._last = Outcome(KeyringState.READY)

    async def read(self) -> KeptKey:
        """The key as it is kept; a locked keyring asks the user."""
        if self._key is not None:
            return KeptKey(self._key, self._last)
        kept, outcome = await self._ask(partial(keyring_calls.read, ENTRY))
        self._key = _key_of(kept) if kept is not None else None
        return KeptKey(self._key, outcome)

    async def make(self) -> KeptKey:
        """The key as it is kept, else a new one that was kept just now and read back."""
        known = await self.read()
        if known.key is not None or known.outcome.state is not KeyringState.READY:
            return known
        key = secrets.token_bytes(_BYTES)
        _, outcome = await self._ask(partial(_write, Secret(key.hex())))
        if outcome.state is KeyringState.READY:
            self._key = key
        return KeptKey(self._key, outcome)

    async def _ask(self, work: Callable[[], Answer]) -> Answer:
        if self._last.state is KeyringState.DISMISSED and not await self._unlocked():
            return None, self._last
        try:
            answer = await self._worker.call(work, self._timeout)
        except (TimeoutError, WorkerBusyError):
            answer = None, Outcome(KeyringState.HANGING, self._last.backend)
        self._last = answer[1]
        return answer

    async def _unlocked(self) -> bool:
        """Whether the user has unlocked the keyring elsewhere since its question was closed; asks nothing."""
        try:
            outcome = await self._worker.call(keyring_calls.look, self._timeout)
        except (TimeoutError, WorkerBusyError):
            return False
        return outcome.state is KeyringState.READY


def _write(key: Secret) -> Answer:
    return None, keyring_calls.write(ENTRY, key)


def _key_of(kept: Secret) -> bytes | None:
    """The key out of the keyring's text; None when somebody else wrote it."""
    try:
        key = bytes.fromhex(kept.reveal())
    except ValueError:
        return None
    return key if len(key) == _BYTES else None
