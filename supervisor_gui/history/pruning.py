"""Deletes old history once on each day that the program is open, however long that is. What goes is `upkeep`'s."""

import asyncio
from collections.abc import Callable
from typing import NoReturn

from supervisor_gui.clock import Clock, pbx_day
from supervisor_gui.errors import StoreError
from supervisor_gui.history.retention import USUAL_RETENTION, Retention
from supervisor_gui.history.store import Store

LOOK = 3600.0
"""Seconds between two looks at the calendar: a computer may sleep over midnight, and a full disk be cleared."""


async def prune_daily(
    store: Store,
    clock: Clock,
    tell: Callable[[StoreError], None],
    *,
    retention: Retention = USUAL_RETENTION,
    look: float = LOOK,
) -> NoReturn:
    """Prune now, and again whenever a new Turkish day has begun; a failure is tried again at the next look.

    Args:
        store: What is pruned.
        clock: Tells the day.
        tell: Is told of a failure, of those in a row only the first.
        retention: What may stay.
        look: Seconds between two looks.
    """
    pruned, failed = None, False
    while True:
        today = pbx_day(clock.wall())
        if today != pruned:
            try:
                await store.prune(clock.wall(), retention)
            except StoreError as error:
                if not failed:
                    tell(error)
                failed = True
            else:
                pruned, failed = today, False
        await asyncio.sleep(look)
