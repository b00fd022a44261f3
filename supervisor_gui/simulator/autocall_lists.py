"""The auto-dial lists and how far each number has come. Nothing is called from here and no request is read."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from enum import IntEnum, StrEnum

import msgspec

from supervisor_gui.simulator.habits import TURKEY_OFFSET
from supervisor_gui.simulator.timeline import Timer
from supervisor_gui.simulator.world import Call

TURKEY = timezone(timedelta(seconds=TURKEY_OFFSET))
FIRST_LIST = 12_501
FIRST_NUMBER = 27_229_001


class NumberState(StrEnum):
    """How far a number has come."""

    FRESH = "fresh"
    SUCCESS = "success"
    FAILED = "failed"
    RETRY = "retry"


class ListStatus(IntEnum):
    """A list's status on the wire: 0 is documented for a new list; the others repeat the words of the order."""

    NEW = 0
    ACTIVE = 1
    STOPPED = 2


class ListEnd(StrEnum):
    """Why a list was stopped."""

    ORDER = "order"
    DONE = "done"
    RULE = "rule"
    DATES = "dates"


class Wish(msgspec.Struct, frozen=True):
    """A number to be called.

    Attributes:
        active: False for a number that is kept but not called.
        not_before: Epoch seconds before which it is not called.
        trunk: Its own line; empty for the list's.
    """

    number: str
    name: str
    active: bool = True
    not_before: float = 0.0
    trunk: str = ""


class ListRules(msgspec.Struct, frozen=True, kw_only=True):
    """What a list was made with.

    Attributes:
        dynamic: Numbers may be added and the list does not end when all are done.
        retry_count: Further tries after the first.
        try_time: Minutes between two tries.
        limit_type: 1 free agents plus `limit`, 2 free agents times `limit`, 3 `limit` calls a minute.
        stop_type: 0 none; 1, 2 successful; 3, 4 failed; 5, 6 both together; odd ones as a number, even ones as percent.
        filter: The consent filter, empty for none.
    """

    name: str
    prefix: str
    dynamic: bool
    first_day: date
    last_day: date
    opens: time
    closes: time
    retry_count: int
    try_time: int
    department: str
    trunk: str
    target_kind: str
    target_name: str
    limit_type: int = 1
    limit: int = 1
    stop_type: int = 0
    stop_limit: int = 0
    url: str = ""
    filter: str = ""

    def next_open(self, now: float) -> float | None:
        """When calls may be made next: `now` itself within the hours, None when the last day is over."""
        moment = datetime.fromtimestamp(now, TURKEY)
        day = max(moment.date(), self.first_day)
        if day == moment.date() and moment.time() >= self.closes:
            day += timedelta(days=1)
        if day > self.last_day:
            return None
        return max(now, datetime.combine(day, self.opens, TURKEY).timestamp())


@dataclass(slots=True, eq=False)
class DialNumber:
    """One number of a list.

    Attributes:
        due: Epoch seconds before which it is not called (again).
        tries: Calls begun.
        call_ids: Those calls, in order.
    """

    id: int
    number: str
    name: str
    active: bool
    due: float
    trunk: str
    state: NumberState = NumberState.FRESH
    tries: int = 0
    call_ids: list[str] = field(default_factory=list)
    in_call: bool = False

    @property
    def open(self) -> bool:
        """Whether it may be called, as long as it is pending."""
        return self.active and not self.in_call


@dataclass(slots=True, eq=False)
class DialList:
    """One list.

    Attributes:
        account: Whose list it is.
        ended: Why it was stopped; None before.
        calls: Calls that are under way.
        starts: When the calls of the last minute began.
        known: The numbers in `numbers`.
        pending: The rows that have not come to their end, so that a long list is not looked through at every turn.
        timer: Its next turn.
    """

    id: int
    account: str
    rules: ListRules
    numbers: dict[int, DialNumber] = field(default_factory=dict)
    status: ListStatus = ListStatus.NEW
    ended: ListEnd | None = None
    calls: list[Call] = field(default_factory=list)
    starts: deque[float] = field(default_factory=deque)
    timer: Timer | None = None
    known: set[str] = field(default_factory=set)
    pending: dict[int, DialNumber] = field(default_factory=dict)

    @property
    def active(self) -> bool:
        """Whether it makes calls when the hours allow it."""
        return self.status is ListStatus.ACTIVE

    def add(self, row: DialNumber) -> None:
        """A further number."""
        self.numbers[row.id] = self.pending[row.id] = row
        self.known.add(row.number)

    def remove(self, row: DialNumber) -> None:
        """One number less."""
        del self.numbers[row.id]
        self.known.remove(row.number)
        self.pending.pop(row.id, None)

    def settle(self, row: DialNumber, state: NumberState) -> None:
        """A call to a number has come out."""
        row.state, row.in_call = state, False
        if state is not NumberState.RETRY:
            self.pending.pop(row.id, None)

    def due(self, now: float) -> Iterator[DialNumber]:
        """The numbers to be called now, in the list's order."""
        return (row for row in self.pending.values() if row.open and row.due <= now)

    def next_due(self, now: float) -> float | None:
        """When the next number falls due, `now` for one that is due; None when no number is left to be called."""
        if next(self.due(now), None):
            return now
        return min((row.due for row in self.pending.values() if row.open), default=None)

    def in_call(self) -> bool:
        """Whether a number is being tried right now."""
        return any(row.in_call for row in self.pending.values())

    def counts(self) -> Counter[NumberState]:
        """How many numbers stand in each state."""
        return Counter(row.state for row in self.numbers.values())

    def rule_met(self) -> bool:
        """Whether the stop rule is fulfilled."""
        rules = self.rules
        if not rules.stop_type:
            return False
        counts = self.counts()
        success, failed = counts[NumberState.SUCCESS], counts[NumberState.FAILED]
        reached = (success, failed, success + failed)[(rules.stop_type - 1) // 2]
        if rules.stop_type % 2:
            return reached >= rules.stop_limit
        return reached > 0 and reached * 100 >= rules.stop_limit * len(self.numbers)


class AutocallLists:
    """Every list there is, and the ids given out."""

    def __init__(self) -> None:
        self._lists: dict[int, DialList] = {}
        self._numbers = FIRST_NUMBER

    def all(self) -> tuple[DialList, ...]:
        """Every list in the order they were made."""
        return tuple(self._lists.values())

    def of(self, account: str) -> tuple[DialList, ...]:
        """An account's lists."""
        return tuple(row for row in self._lists.values() if row.account == account)

    def find(self, account: str, list_id: int) -> DialList | None:
        """An account's list; None when there is none or it is somebody else's."""
        found = self._lists.get(list_id)
        return found if found and found.account == account else None

    def create(self, account: str, rules: ListRules, wishes: Iterable[Wish]) -> DialList:
        """A new list; of a number that comes twice the first stays."""
        made = DialList(FIRST_LIST + len(self._lists), account, rules)
        self._lists[made.id] = made
        for wish in wishes:
            self.add(made, wish)
        return made

    def add(self, target: DialList, wish: Wish) -> bool:
        """A further number; False when the list has it already."""
        if wish.number in target.known:
            return False
        row = DialNumber(self._numbers, wish.number, wish.name, wish.active, wish.not_before, wish.trunk)
        target.add(row)
        self._numbers += 1
        return True
