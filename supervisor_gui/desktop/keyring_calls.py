"""The blocking calls to the operating system's keyring, run in a worker thread only. They never raise and never wait
for themselves: how long is too long is `credentials`' matter.

`keyring` is imported inside the calls: its import and its choice of a back end talk to the session bus and may hang.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any

from supervisor_gui.desktop.keyring_states import KeyringState, Outcome
from supervisor_gui.desktop.secret_values import Secret
from supervisor_gui.i18n import translate

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

RECOMMENDED = 1
"""Back ends below this priority are stop-gaps, some of them plain files; a password is never given to those."""
_COPIES = 8
"""Entries of one name that `erase` takes away; other tools may have made more than one."""
_STATES = {
    "PromptDismissedException": KeyringState.DISMISSED,
    "KeyringLocked": KeyringState.DISMISSED,  # back ends raise it after they asked
    "LockedException": KeyringState.LOCKED,
    "NoKeyringError": KeyringState.MISSING,
    "SecretServiceNotAvailableException": KeyringState.MISSING,
}
_TELLING = ("keyring", "secretstorage", "jeepney", "builtins", "win32ctypes")
"""Packages whose exceptions are known to hold no secret; of others only the kind is told."""


def service_name(account: str) -> str:
    """The service of `account`: one each, for Windows shuffles two user names under one service."""
    return f"netsantral-supervisor/{account}"


def look() -> Outcome:
    """Which back end there is and whether it is locked. Asks the user nothing."""

    def work(backend: "KeyringBackend", name: str) -> Outcome:
        locked = _is_secret_service(backend) and _default_collection(backend) is KeyringState.LOCKED
        return Outcome(KeyringState.LOCKED if locked else KeyringState.READY, name)

    return _guarded(work)


def read(account: str) -> tuple[Secret | None, Outcome]:
    """The text kept for `account`, None when there is none. A locked keyring asks the user."""
    found: list[Secret] = []

    def work(backend: "KeyringBackend", name: str) -> Outcome:
        # Reading must not end in the question for a new keyring's password.
        if not (_is_secret_service(backend) and _default_collection(backend) is KeyringState.MISSING):
            text = backend.get_password(service_name(account), account)
            found.extend([Secret(text)] if text else [])
        return Outcome(KeyringState.READY, name)

    outcome = _guarded(work)
    return (found[0] if found else None), outcome


def write(account: str, kept: Secret) -> Outcome:
    """Keep a text for `account`, then read it back and compare."""

    def work(backend: "KeyringBackend", name: str) -> Outcome:
        back = _write_and_read(backend, account, kept)
        if back is not None and back != kept.reveal():  # another tool's entry of the same name hides ours
            _erase(backend, account)
            back = _write_and_read(backend, account, kept)
        if back is None:
            return Outcome(KeyringState.NULL, name)
        if back != kept.reveal():
            return Outcome(KeyringState.FAILED, name, translate("Keyring", "it gave back something else than it got"))
        return Outcome(KeyringState.READY, name)

    return _guarded(work, kept)


def erase(account: str) -> Outcome:
    """Take away what is kept for `account`; nothing kept is well too."""

    def work(backend: "KeyringBackend", name: str) -> Outcome:
        if _is_secret_service(backend) and _default_collection(backend) is KeyringState.MISSING:
            return Outcome(KeyringState.READY, name)
        if _erase(backend, account):
            return Outcome(KeyringState.READY, name)
        return Outcome(KeyringState.FAILED, name, translate("Keyring", "it still has the password"))

    return _guarded(work)


def _write_and_read(backend: "KeyringBackend", account: str, kept: Secret) -> str | None:
    backend.set_password(service_name(account), account, kept.reveal())
    return backend.get_password(service_name(account), account)


def _erase(backend: "KeyringBackend", account: str) -> bool:
    for _ in range(_COPIES):
        if backend.get_password(service_name(account), account) is None:
            return True
        backend.delete_password(service_name(account), account)
    return False


def _guarded(work: "Callable[[KeyringBackend, str], Outcome]", secret: Secret | None = None) -> Outcome:
    name = ""
    try:
        import keyring  # noqa: PLC0415  may hang; see above
        from keyring.backends import null  # noqa: PLC0415

        backend = keyring.get_keyring()
        name = str(backend.name)
        if isinstance(backend, null.Keyring):
            return Outcome(KeyringState.NULL, name)
        if backend.priority < RECOMMENDED:
            return Outcome(KeyringState.MISSING, name)
        return work(backend, name)
    except Exception as error:  # noqa: BLE001  back ends raise anything, and this is the one place that meets them
        return _outcome(error, name, secret)


def _outcome(error: Exception, name: str, secret: Secret | None) -> Outcome:
    state = next((_STATES[kind] for kind in map(_kind, _chain(error)) if kind in _STATES), KeyringState.FAILED)
    detail = _kind(error)
    if type(error).__module__.partition(".")[0] in _TELLING and not isinstance(error, UnicodeError):
        detail = f"{detail}: {error}"
    if secret is not None:
        for text in (secret.reveal(), secret.reveal().partition("\n")[0]):
            detail = detail.replace(text, str(secret))
    return Outcome(state, name, detail)


def _kind(error: BaseException) -> str:
    return type(error).__name__


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _is_secret_service(backend: "KeyringBackend") -> bool:
    module: Any = sys.modules.get("keyring.backends.SecretService")
    return module is not None and isinstance(backend, module.Keyring)


def _default_collection(backend: "KeyringBackend") -> KeyringState:
    """READY, LOCKED or MISSING (never made), without a question to the user."""
    import secretstorage  # noqa: PLC0415  Linux only
    from secretstorage.collection import DEFAULT_COLLECTION  # noqa: PLC0415

    with closing(secretstorage.dbus_init()) as bus:
        try:
            collection = secretstorage.Collection(bus, getattr(backend, "preferred_collection", DEFAULT_COLLECTION))
        except secretstorage.ItemNotFoundException:
            return KeyringState.MISSING
        return KeyringState.LOCKED if collection.is_locked() else KeyringState.READY
