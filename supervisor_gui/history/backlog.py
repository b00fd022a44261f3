"""Rows that wait for the disk, bounded, shared by the loop and the worker thread. It knows no database."""

import threading
from collections import deque
from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

from supervisor_gui.history.missed_values import CallerNote
from supervisor_gui.live.ports import AuditRow, DirectoryEntry, MinuteSample, SeenCall, StateInterval

BOUND = 100_000
"""The most rows of one kind that wait: three working days of samples of 50 queues, some tens of megabytes."""


class NameChange(msgspec.Struct, frozen=True):
    """A name to keep, or, when it is empty, to forget."""

    account: str
    entry: DirectoryEntry


class MemoryChange(msgspec.Struct, frozen=True):
    """A value to keep for an account as JSON, or, when it is None, to forget."""

    account: str
    key: str
    value: str | None


class NoteChange(msgspec.Struct, frozen=True):
    """A note about a caller to keep, or, when it says nothing, to forget."""

    account: str
    note: CallerNote


class SavedChange(msgspec.Struct, frozen=True):
    """A recording's file that was saved, or, when it has no account, that is gone."""

    file: str
    account: str = ""
    call: str = ""
    numbers: str = ""
    at: float = 0.0


Row = TypeVar("Row", AuditRow, MinuteSample, StateInterval, NameChange, MemoryChange, SeenCall, NoteChange, SavedChange)
_KINDS: tuple[type, ...] = (
    AuditRow,
    MinuteSample,
    StateInterval,
    NameChange,
    MemoryChange,
    SeenCall,
    NoteChange,
    SavedChange,
)


class Batch(msgspec.Struct, frozen=True):
    """Rows that go into one transaction, each kind oldest first."""

    audit: tuple[AuditRow, ...] = ()
    samples: tuple[MinuteSample, ...] = ()
    intervals: tuple[StateInterval, ...] = ()
    names: tuple[NameChange, ...] = ()
    memory: tuple[MemoryChange, ...] = ()
    calls: tuple[SeenCall, ...] = ()
    notes: tuple[NoteChange, ...] = ()
    saved: tuple[SavedChange, ...] = ()

    def __bool__(self) -> bool:
        return any(msgspec.structs.astuple(self))


class Backlog:
    """What waits. When a kind is full its oldest rows go and are counted as lost."""

    def __init__(self, bound: int = BOUND) -> None:
        self._bound = bound
        self._lock = threading.Lock()
        self._rows = self._empty()
        self._lost = 0

    def __len__(self) -> int:
        return sum(map(len, self._rows.values()))

    @property
    def lost(self) -> int:
        """Rows dropped since the last `forgive`."""
        return self._lost

    def forgive(self) -> int:
        """Start counting lost rows anew; returns how many there were."""
        with self._lock:
            lost, self._lost = self._lost, 0
        return lost

    def add(self, kind: type[Row], rows: Iterable[Row]) -> None:
        """Put `rows`, all of one kind, behind those that wait."""
        come = tuple(rows)
        with self._lock:
            waiting = self._rows[kind]
            self._lost += max(0, len(waiting) + len(come) - self._bound)
            waiting.extend(come)

    def take(self) -> Batch:
        """Everything that waits; from now on it is the caller's."""
        with self._lock:
            taken, self._rows = self._rows, self._empty()
        return Batch(*(tuple(taken[kind]) for kind in _KINDS))

    def put_back(self, batch: Batch) -> None:
        """Return a batch that could not be written; it stands before what has come since."""
        with self._lock:
            for kind, part in zip(_KINDS, msgspec.structs.astuple(batch), strict=True):
                since = self._rows[kind]
                self._lost += max(0, len(part) + len(since) - self._bound)
                self._rows[kind] = deque((*part, *since), self._bound)

    def _empty(self) -> dict[type, deque[Any]]:
        return {kind: deque(maxlen=self._bound) for kind in _KINDS}
