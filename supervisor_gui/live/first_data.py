"""Waiting for a poller's first data. It asks for none."""

import asyncio

from supervisor_gui.i18n import translate
from supervisor_gui.live.poller import Poller
from supervisor_gui.live.status import Link, PollStatus
from supervisor_gui.netsantral.explain import explain

HOPELESS = frozenset({Link.NEEDS_PASSWORD, Link.NEEDS_QUEUES, Link.STOPPED})


async def first_data(poller: Poller, patience: float) -> str:
    """Wait until the board has data, at most `patience` seconds.

    Returns:
        Why none came, in words; empty when it did.
    """
    over = asyncio.Event()

    def look(status: PollStatus) -> None:
        if status.last_ok or status.link in HOPELESS:
            over.set()

    unsubscribe = poller.subscribe_status(look)
    look(poller.status)
    try:
        async with asyncio.timeout(patience):
            await over.wait()
    except TimeoutError:
        pass
    finally:
        unsubscribe()
    status = poller.status
    if status.last_ok:
        return ""
    if status.error is not None:
        return explain(status.error).title
    return translate("Cli", "No data came from the PBX.")
