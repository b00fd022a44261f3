"""What earlier runs left for a session. It is read before the first request, without loading the store."""

import msgspec

from supervisor_gui.errors import StoreError
from supervisor_gui.history.store import Store
from supervisor_gui.live.dial_memory import DialMemory
from supervisor_gui.live.targets import PollMemory
from supervisor_gui.sessions.calls import DIAL_MEMORY

POLL_MEMORY = "poll"
NUMBERS_MEMORY = "numbers"


class Remembered(msgspec.Struct, frozen=True):
    """What earlier runs left for a session.

    Attributes:
        polling: What polling learned.
        numbers: External numbers that this program added, each with its queue.
        dialling: Numbers called, favourites, names in the portal.
    """

    polling: PollMemory = PollMemory()
    numbers: tuple[tuple[str, str], ...] = ()
    dialling: DialMemory = DialMemory()


async def recall(store: Store, account: str) -> Remembered:
    """Ask the store for what a session should begin with; a store that cannot be read gives nothing."""
    try:
        polling = await store.get_memory(account, POLL_MEMORY, PollMemory)
        numbers = await store.get_memory(account, NUMBERS_MEMORY, tuple[tuple[str, str], ...])
        dialling = await store.get_memory(account, DIAL_MEMORY, DialMemory)
    except StoreError:
        return Remembered()
    return Remembered(polling or PollMemory(), numbers or (), dialling or DialMemory())
