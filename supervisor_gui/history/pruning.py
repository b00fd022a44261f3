"""Deletes old history on each day that the program is open, however long that is. What goes is `upkeep`'s."""

import asyncio
from collections.abc import Callable
from typing import NoReturn

from supervisor_gui.clock import Clock, pbx_day
from supervisor_gui.errors import StoreError
from supervisor_gui.history.retention import Retention
from supervisor_gui.history.store import Store

LOOK = 3600.0
"""Seconds between two looks at the calendar: a computer may sleep over midnight, and a full disk be cleared."""


async def prune_daily(
    store: Store,
    clock: Clock,
    tell: Callable[[StoreError], None],
    *,
    retention: Callable[[], Retention] = Retention,
    look: float = LOOK,
) -> NoReturn:
    """Prune now, and whenever a Turkish day has begun or `retention` has changed; a failure is made good later.

    Args:
        store: What is pruned.
        clock: Tells the day.
        tell: Is told of a failure, of those in a row only the first.
        retention: Tells what may stay, at each look.
        look: Seconds between two looks.
    """
    pruned, failed = None, False
    while True:
        due = pbx_day(clock.wall()), retention()
        if due != pruned:
            try:
                await store.prune(clock.wall(), due[1])
            except StoreError as error:
                if not failed:
                    tell(error)
                failed = True
            else:
                pruned, failed = due, False
        await asyncio.sleep(look)
