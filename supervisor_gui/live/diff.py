"""Which rows differ between two boards. Shared rows are told by identity and cost next to nothing."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec

from supervisor_gui.live.board import Board, Changes, Diff, Queue

K = TypeVar("K")
V = TypeVar("V")


def diff(old: Board, new: Board) -> Diff:
    """The changed rows from `old` to `new`; the age of an answer alone changes no row."""
    return Diff(
        queues=_changes(old.queues, new.queues, _same_queue),
        agents=_changes(old.agents, new.agents, _equal),
        callers=_changes(old.callers, new.callers, _equal),
    )


def _equal(one: object, other: object) -> bool:
    return one == other


def _same_queue(one: Queue, other: Queue) -> bool:
    return one == msgspec.structs.replace(other, seen=one.seen, asked=one.asked)


def _changes(old: Mapping[K, V], new: Mapping[K, V], same: Callable[[V, V], bool]) -> Changes:
    if old is new:
        return Changes()
    changed = {
        key
        for key, value in new.items()
        if (before := old.get(key)) is not None and before is not value and not same(before, value)
    }
    return Changes(
        added=frozenset(new.keys() - old.keys()),
        changed=frozenset(changed),
        removed=frozenset(old.keys() - new.keys()),
    )
