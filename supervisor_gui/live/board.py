"""The board: what is known of queues, agents and callers at one moment, frozen. It holds facts, not their display."""

import enum
from collections.abc import Mapping

import msgspec

from supervisor_gui.live.memory import Memory
from supervisor_gui.netsantral.types import AgentStatus, Membership


class Pending(enum.Enum):
    """Where an action on a membership stands."""

    NONE = "none"
    SENT = "sent"
    CHECKING = "checking"
    REFUSED = "refused"


class MemberState(msgspec.Struct, frozen=True):
    """One extension's place in one queue.

    Attributes:
        queue: Short queue name.
        membership: Static or dynamic.
        paused: On break here.
        reason: The break's reason.
        since: Epoch seconds of the last change of paused or reason, as first seen.
        since_exact: False when it began before it was seen ("≥").
        pending: An action under way on this pair.
        intent: What the pending action wants: pause, resume, add, remove.
    """

    queue: str
    membership: Membership = Membership.OTHER
    paused: bool = False
    reason: str = ""
    since: float = 0.0
    since_exact: bool = False
    pending: Pending = Pending.NONE
    intent: str = ""

    @property
    def awaited(self) -> bool:
        """Shown only because somebody asked for it: no answer of the PBX has this member yet."""
        return self.intent == "add" and self.pending is not Pending.NONE and self.since == 0.0


class Agent(msgspec.Struct, frozen=True):
    """One extension over all its queues.

    Attributes:
        extension: The extension, or an external member's number.
        status: What its phone does.
        status_word: The PBX's own word when we do not know it.
        since: Epoch seconds since when the phone's status is seen.
        since_exact: False when it began before it was seen ("≥").
        members: One entry a queue, by queue name.
        external: Whether this is an outside number.
        customer: The other party's number while known from events.
        calls_today: Answered calls seen in events today, None when not watching events.
    """

    extension: str
    status: AgentStatus = AgentStatus.OTHER
    status_word: str = ""
    since: float = 0.0
    since_exact: bool = False
    members: Mapping[str, MemberState] = {}
    external: bool = False
    customer: str = ""
    calls_today: int | None = None

    @property
    def paused_everywhere(self) -> bool:
        """On break in every queue it belongs to."""
        paused = False
        for member in self.members.values():
            if not member.paused and not member.awaited:
                return False
            paused = paused or member.paused
        return paused

    @property
    def paused_somewhere(self) -> bool:
        """On break in at least one queue."""
        return any(member.paused for member in self.members.values())

    @property
    def reason(self) -> str:
        """The reason of its break: the longest standing one when queues differ."""
        paused = [member for member in self.members.values() if member.paused]
        return min(paused, key=lambda member: member.since).reason if paused else ""

    @property
    def pause_began(self) -> tuple[float, bool]:
        """Epoch seconds at which its longest standing break began, and whether that was seen exactly."""
        paused = [member for member in self.members.values() if member.paused]
        if not paused:
            return 0.0, False
        first = min(paused, key=lambda member: member.since)
        return first.since, first.since_exact


class Caller(msgspec.Struct, frozen=True):
    """One waiting caller.

    Attributes:
        queue: Short queue name.
        number: As received; empty when withheld.
        since: Epoch seconds at which the wait began.
        hidden: How many more withheld callers this entry stands for: the PBX merges them (0 for a shown number).
    """

    queue: str
    number: str
    since: float
    hidden: int = 0


class Counters(msgspec.Struct, frozen=True):
    """Counts since a baseline.

    Attributes:
        completed, abandoned: The PBX's counters now.
        base_completed, base_abandoned: The counters when counting began.
        skipped_completed, skipped_abandoned: How much of that nobody could judge for the service level: calls under
            way when counting began, calls of a long silence.
        since: Epoch seconds of that baseline.
        reset: True when the baseline is a reset of the PBX's counters, not midnight or the first sight.
    """

    completed: int = 0
    abandoned: int = 0
    base_completed: int = 0
    base_abandoned: int = 0
    skipped_completed: int = 0
    skipped_abandoned: int = 0
    since: float = 0.0
    reset: bool = False

    @property
    def answered_since(self) -> int:
        """Conversations ended since the baseline."""
        return self.completed - self.base_completed

    @property
    def abandoned_since(self) -> int:
        """Callers lost since the baseline."""
        return self.abandoned - self.base_abandoned


class ServiceCount(msgspec.Struct, frozen=True):
    """Calls judged against the service threshold since the baseline (docs/metrics.md, Service level).

    Attributes:
        in_time, late: Answered surely within, surely after the threshold.
        unsure: Answered, but the poll gap straddles the threshold.
        abandoned: Lost after the short-abandon limit.
        abandoned_unsure: Lost, but maybe within the short-abandon limit.
        short: Lost surely within the short-abandon limit; left out.
        left: Gone without answer or abandon (timeout, transfer).
    """

    in_time: int = 0
    late: int = 0
    unsure: int = 0
    abandoned: int = 0
    abandoned_unsure: int = 0
    short: int = 0
    left: int = 0

    @property
    def answered(self) -> int:
        """All judged calls that an agent answered."""
        return self.in_time + self.late + self.unsure

    @property
    def lost(self) -> int:
        """All judged calls that were lost."""
        return self.abandoned + self.abandoned_unsure + self.short


class Queue(msgspec.Struct, frozen=True):
    """One queue.

    Attributes:
        name: Short name. full_name: as the PBX gives it.
        waiting: How many wait, withheld ones included.
        hold_time, talk_time: The PBX's recent averages in seconds.
        counters: Counts since the baseline.
        service: Judged calls since the baseline.
        seen: Epoch seconds of the last status answer for this queue; 0 when never.
        asked: Epoch seconds at which that answer was asked for.
        damaged: Unreadable rows in the last answer.
    """

    name: str
    full_name: str = ""
    waiting: int = 0
    hold_time: int = 0
    talk_time: int = 0
    counters: Counters = Counters()
    service: ServiceCount = ServiceCount()
    seen: float = 0.0
    asked: float = 0.0
    damaged: int = 0


class Board(msgspec.Struct, frozen=True):
    """All that is known at one moment.

    Attributes:
        queues: By short name.
        agents: By extension, one entry over all queues.
        callers: By (queue, number); a withheld number is the empty string.
        updated: Epoch seconds of the newest status answer, 0 when never.
        events_at: Epoch seconds of the newest event, 0 when never.
        unknown_queues: Short names that events told of and no answer has shown.
        memory: What the reducer needs to remember; shown nowhere.
    """

    queues: Mapping[str, Queue] = {}
    agents: Mapping[str, Agent] = {}
    callers: Mapping[tuple[str, str], Caller] = {}
    updated: float = 0.0
    events_at: float = 0.0
    unknown_queues: frozenset[str] = frozenset()
    memory: Memory = Memory()


class Changes(msgspec.Struct, frozen=True):
    """Keys of one table that came, changed or went."""

    added: frozenset[object] = frozenset()
    changed: frozenset[object] = frozenset()
    removed: frozenset[object] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    def merged(self, later: "Changes") -> "Changes":
        """These changes followed by `later` as one."""
        back = self.removed & later.added
        added = (self.added - later.removed) | (later.added - back)
        removed = (self.removed - later.added) | (later.removed - self.added)
        changed = ((self.changed | later.changed | back) - added) - removed
        return Changes(added=added, changed=changed, removed=removed)


class Diff(msgspec.Struct, frozen=True):
    """What differs between two boards, by row."""

    queues: Changes = Changes()
    agents: Changes = Changes()
    callers: Changes = Changes()

    def __bool__(self) -> bool:
        return bool(self.queues or self.agents or self.callers)

    def merged(self, later: "Diff") -> "Diff":
        """This diff followed by `later` as one."""
        return Diff(
            queues=self.queues.merged(later.queues),
            agents=self.agents.merged(later.agents),
            callers=self.callers.merged(later.callers),
        )
