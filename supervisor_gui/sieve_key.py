"""Gives the store the key that keeps deleted numbers out, when there are any. Deleting is `forgetting`'s."""

from supervisor_gui.desktop.digest_key import KeyDoor
from supervisor_gui.desktop.keyring_states import KeyringState
from supervisor_gui.history.store import Store


async def open_sieve(store: Store, key: KeyDoor) -> bool:
    """Have the store tell deleted numbers from others. Without any the keyring is left alone.

    Where the keyring does not give the key nothing is imported, and the store says so.

    Returns:
        Whether the keyring is open and has lost the key: only a new one helps, or an older keyring.

    Raises:
        StoreError: The store cannot be read.
    """
    if not await store.has_forgotten():
        return False
    kept = await key.read()
    lost = kept.key is None and kept.outcome.state is KeyringState.READY
    store.use_key(kept.key, lost=lost)
    return lost


async def renew_key(store: Store, key: KeyDoor) -> KeyringState:
    """Make a key in place of the lost one, so that calls are stored again, those of numbers deleted before too.

    Returns:
        READY when there is one now, else why the keyring did not take it.
    """
    kept = await key.make()
    if kept.key is not None:
        store.use_key(kept.key)
    return kept.outcome.state
