"""Whose turn it is when queues must be asked one by one. Pure; it keeps no time and asks nobody."""

from collections.abc import Collection, Sequence


def next_queue(order: Sequence[str], busy: Collection[str], slot: int) -> str:
    """The queue for this slot.

    Every second slot belongs to the queue that was not asked for the longest, so none gets older than two rounds.
    The slots between go to queues where somebody waits, never to the one that was just asked.

    Args:
        order: All queues, the longest not asked first.
        busy: Queues with waiting callers, or whose state somebody is waiting for.
        slot: Counts up by one a slot.

    Raises:
        IndexError: `order` is empty.
    """
    if slot % 2:
        for name in order[:-1]:
            if name in busy:
                return name
    return order[0]


def asked(order: Sequence[str], name: str) -> tuple[str, ...]:
    """The order after `name` had its turn."""
    return (*(one for one in order if one != name), name)
