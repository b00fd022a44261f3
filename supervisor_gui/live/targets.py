"""What the next status request asks for: every queue at once, or one queue by name. It sends nothing."""

import enum
from collections.abc import Callable

import msgspec

from supervisor_gui.live.board import Board
from supervisor_gui.live.rota import asked, next_queue

DAY = 86400.0

BELIEVED = 3
"""Refusals in a row after which a PBX that answered for all queues before is believed to want names."""


class Verdict(enum.Enum):
    """What a refused target means."""

    NAME_WANTED = "name_wanted"
    GONE = "gone"
    DOUBT = "doubt"


class PollMemory(msgspec.Struct, frozen=True):
    """What is worth remembering between runs.

    Attributes:
        all_refused_at: Epoch seconds at which the PBX last wanted a queue to be named; 0 when never.
        queues: Names learned from answers and events.
        refusals: Epoch seconds of refused credentials within the last hour.
    """

    all_refused_at: float = 0.0
    queues: tuple[str, ...] = ()
    refusals: tuple[float, ...] = ()


class Target(msgspec.Struct, frozen=True):
    """One request's target: a short queue name, or every queue when empty."""

    queue: str = ""

    @property
    def whole(self) -> bool:
        """Whether the answer covers every queue."""
        return not self.queue


class Targets:
    """Chooses targets.

    All queues in one request is tried first; a PBX that wants a name is believed for a day
    (docs/protocol.md, Queue status).
    """

    def __init__(self, given: tuple[str, ...], memory: PollMemory, wall: Callable[[], float]) -> None:
        """Args.

        given: Queues that the user named in the profile.
        memory: What earlier runs learned.
        wall: Epoch seconds now.
        """
        self._given = given
        self._wall = wall
        self._refused_at = memory.all_refused_at
        self._learned = tuple(memory.queues)
        self._whole_worked = bool(memory.queues) and not memory.all_refused_at
        self._whole_refused = 0
        self._answers = 0
        self._doubted: dict[str, int] = {}
        self._denied: frozenset[str] = frozenset()
        self._wanted: frozenset[str] = frozenset()
        self._order: tuple[str, ...] = ()
        self._slot = 0
        self._missing = False

    @property
    def per_queue(self) -> bool:
        """Whether queues must be asked one by one."""
        return self._refused_at > 0.0 and abs(self._wall() - self._refused_at) < DAY

    @property
    def names(self) -> tuple[str, ...]:
        """Queues that are asked one by one, in the order of their turns."""
        return self._order

    @property
    def rounds(self) -> int:
        """Slots that one look at the whole board takes."""
        return max(len(self._order), 1) if self.per_queue else 1

    @property
    def missing(self) -> bool:
        """Whether a queue must be named and none is known."""
        return self._missing and self.per_queue

    def memory(self, refusals: tuple[float, ...]) -> PollMemory:
        """What to remember now."""
        return PollMemory(all_refused_at=self._refused_at, queues=self._learned, refusals=refusals)

    def learn(self, board: Board) -> None:
        """Take over names that answers and events brought."""
        told = (board.queues.keys() | board.unknown_queues) - self._denied
        new = sorted(told - set(self._learned))
        if new:
            self._learned = (*self._learned, *new)

    def next(self, board: Board) -> Target | None:
        """The target of this slot; None when no name is known."""
        self._slot += 1
        if not self.per_queue:
            return Target()
        self.learn(board)
        self._order = self._known()
        self._missing = not self._order
        if self._missing:
            return None
        busy = self._wanted | {name for name in self._order if name in board.queues and board.queues[name].waiting}
        return self._take(next_queue(self._order, busy, self._slot))

    def now(self, board: Board, queues: frozenset[str]) -> Target | None:
        """The target of a request that a user is waiting for: one of `queues`, the others soon after."""
        if not self.per_queue:
            return Target()
        self._wanted |= queues
        for name in self._order:
            if name in queues:
                return self._take(name)
        return self.next(board)

    def answered(self, target: Target) -> None:
        """The PBX answered for this target."""
        self._answers += 1
        self._doubted.pop(target.queue, None)
        if target.whole:
            self._whole_worked = True
            self._whole_refused = 0
            self._refused_at = 0.0

    def refused(self, target: Target) -> Verdict:
        """The PBX says that this target does not exist or needs a name.

        One such word may be a passing trouble. What worked before is believed to be over only after several refusals in
        a row; a queue to be gone only when it was refused twice and another one was answered for in between.
        """
        if target.whole:
            self._whole_refused += 1
            if self._whole_worked and self._whole_refused < BELIEVED:
                return Verdict.DOUBT
            self._refused_at = self._wall()
            return Verdict.NAME_WANTED
        answers = self._doubted.setdefault(target.queue, self._answers)
        if answers == self._answers:
            return Verdict.DOUBT
        self._denied |= {target.queue}
        self._learned = tuple(name for name in self._learned if name != target.queue)
        return Verdict.GONE

    def forgive(self) -> None:
        """Try denied names again."""
        self._denied = frozenset()
        self._doubted.clear()

    def _take(self, name: str) -> Target:
        self._order = asked(self._order, name)
        self._wanted -= {name}
        return Target(name)

    def _known(self) -> tuple[str, ...]:
        known = [name for name in dict.fromkeys((*self._given, *self._learned)) if name not in self._denied]
        kept = [name for name in self._order if name in known]
        return (*(name for name in known if name not in kept), *kept)
