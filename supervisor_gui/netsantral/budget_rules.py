"""What each budget allows, as arithmetic on rows and instants. It holds no state, reads no clock and knows no file."""

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

DOOR = 1.5
"""Seconds added to the PBX's window, because it counts at its own door and not at ours (docs/protocol.md, Limits)."""

HOUR = 3600.0
"""Seconds after which a lowered rate grows back by one step."""

LIMIT_BLOCK = (60.0, 90.0)
"""Shortest and longest silence after a limit answer, in seconds."""

RECHECK = 0.25
"""Seconds until a look at requests in flight is repeated; another process may end one at any time."""

CAUTIOUS = 2.0
"""Queue status requests a minute that every PBX is believed to accept."""

QUEUE_STATUS_STEPS = (2, 3, 4, 6)
"""The queue status rates a user may choose, a minute."""

PAST = frozenset({"report", "statistics"})
"""The budgets of questions about the past."""


class Budget(msgspec.Struct, frozen=True):
    """One limit of the PBX, or one guard of our own.

    Attributes:
        name: Key in `BUDGETS` and in the ledger.
        limit: Requests in one window.
        window: The PBX's window in seconds.
        concurrency: Requests in flight at once over all processes; 0 means no cap.
        even: Requests keep a distance of window / limit.
        shared: Divided by the number of programs on the account.
        guard: The limit is ours and not the PBX's, so a lost ledger does not hold it back.
        reserve: Requests of a window that are kept back for urgent ones.
    """

    name: str
    limit: int
    window: float = 60.0
    concurrency: int = 0
    even: bool = False
    shared: bool = False
    guard: bool = False
    reserve: int = 0


BUDGETS: Mapping[str, Budget] = MappingProxyType(
    {
        budget.name: budget
        for budget in (
            Budget("queue_status", 2, shared=True),
            Budget("queue_numbers", 2),
            Budget("report", 2, shared=True),
            Budget("statistics", 2, shared=True),
            Budget("autodial", 10, reserve=1),
            Budget("call_control", 60, guard=True),
            Budget("originate", 30, guard=True),
            Budget("recordings", 30, concurrency=2, guard=True),
            Budget("agent", 180, concurrency=4, even=True, guard=True),
        )
    }
)


class BudgetSettings(msgspec.Struct, frozen=True):
    """What a user may set.

    Attributes:
        queue_status_per_minute: One of `QUEUE_STATUS_STEPS`.
        programs: Programs on this account, this one included.
        past_per_minute: Questions about the past; the PBX's limit is 2, more is for a simulated one without limits.

    Raises:
        ValueError: A value outside these bounds.
    """

    queue_status_per_minute: int = 2
    programs: int = 1
    past_per_minute: int = 2

    def __post_init__(self) -> None:
        if self.queue_status_per_minute not in QUEUE_STATUS_STEPS:
            raise ValueError(f"queue_status_per_minute must be one of {QUEUE_STATUS_STEPS}")
        if self.programs < 1:
            raise ValueError("programs must be 1 or more")
        if self.past_per_minute < 1:
            raise ValueError("past_per_minute must be 1 or more")


class Row(msgspec.Struct, frozen=True):
    """One granted request.

    Attributes:
        granted: Monotonic instant of the grant; the request reaches the PBX no earlier.
        until: Instant by which it has surely reached it: the answer's, or the deadline while none has come.
    """

    granted: float
    until: float


class Penalty(msgspec.Struct, frozen=True):
    """What the last limit answer left behind.

    Attributes:
        at: Instant of the answer.
        seconds: Nothing is sent for so long after it.
        rate: Requests a window allowed from then on, before it grows back.
    """

    at: float
    seconds: float
    rate: float

    @property
    def ends(self) -> float:
        """Instant at which sending may go on."""
        return self.at + self.seconds


class Rule(msgspec.Struct, frozen=True):
    """A budget with settings, penalty and time factor worked in; durations are real seconds."""

    count: int
    window: float
    gap: float = 0.0
    concurrency: int = 0


class Terms(msgspec.Struct, frozen=True):
    """A budget together with what bends it.

    Attributes:
        budget: The budget.
        settings: The user's settings.
        factor: Every duration is divided by this.
        urgent: Whether what is kept back may be taken too.
    """

    budget: Budget
    settings: BudgetSettings = BudgetSettings()
    factor: float = 1.0
    urgent: bool = False

    @property
    def window(self) -> float:
        """The window counted at the PBX's door, in real seconds."""
        return (self.budget.window + DOOR) / self.factor

    @property
    def programs(self) -> int:
        """How many programs the budget is divided by."""
        return self.settings.programs if self.budget.shared else 1

    @property
    def limit(self) -> float:
        """Requests in one window before any limit answer."""
        return float(self.settings.past_per_minute if self.budget.name in PAST else self.budget.limit)


def ladder(terms: Terms) -> tuple[float, ...]:
    """The rates a budget steps down after limit answers and climbs again, highest first, requests a window."""
    if terms.budget.name == "queue_status":
        chosen = terms.settings.queue_status_per_minute
        above = tuple(float(step) for step in reversed(QUEUE_STATUS_STEPS) if CAUTIOUS < step <= chosen)
        return (*above, *_halvings(CAUTIOUS))
    return _halvings(terms.limit)


def rate_at(terms: Terms, penalty: Penalty | None, now: float) -> float:
    """Requests a window allowed at `now`: what the penalty left, one step more for every hour since."""
    steps = ladder(terms)
    if penalty is None:
        return steps[0]
    fallen = next((index for index, step in enumerate(steps) if step <= penalty.rate), len(steps) - 1)
    grown = max(0, int((now - penalty.at) // (HOUR / terms.factor)))
    return steps[max(0, fallen - grown)]


def punished(terms: Terms, penalty: Penalty | None, now: float, share: float) -> Penalty:
    """The penalty that a limit answer at `now` makes of the one before.

    A rate that was raised by hand falls to the cautious one, any other is halved. Answers that come while sending is
    blocked already belong to requests sent before, so they prolong the block and leave the rate alone.

    Args:
        share: Where between the shortest and the longest block this one lies, 0 to 1.
    """
    shortest, longest = LIMIT_BLOCK
    seconds = (shortest + (longest - shortest) * share) / terms.factor
    rate = rate_at(terms, penalty, now)
    if penalty is None or now >= penalty.ends:
        below = [step for step in ladder(terms) if step < rate]
        cautious = terms.budget.name == "queue_status" and rate > CAUTIOUS
        rate = CAUTIOUS if cautious else below[0] if below else rate
    return Penalty(now, seconds, rate)


def own_rule(terms: Terms, rate: float) -> Rule:
    """This program's part of `rate` requests a window.

    Programs that cannot see one another stay within the limit whatever their phases as long as each has a whole number
    of requests a window, so a part of one or more is rounded down. A smaller part is stretched: one request in
    window / part seconds, and never two together.
    """
    part = rate / terms.programs
    count, window = (int(part), terms.window) if part >= 1 else (1, terms.window / part)
    if not terms.urgent:
        count = max(1, count - terms.budget.reserve)
    gap = terms.budget.window / terms.factor / rate if terms.budget.even else 0.0
    return Rule(count, window, gap, terms.budget.concurrency)


def joint_rule(terms: Terms, rate: float) -> Rule | None:
    """What all programs of this user on this machine may send together; None if nobody else is expected."""
    if terms.programs == 1:
        return None
    return Rule(max(1, int(rate)), terms.window)


def counted(terms: Terms, rule: Rule, rows: tuple[Row, ...], penalty: Penalty) -> tuple[Row, ...]:
    """The rows that count against this program's own part.

    A stretched part begins anew with the silence after a limit answer. The silence then moves the program's phase
    against programs it cannot see; if the stretched window went on, the same requests would collide again and again.
    """
    if rule.window <= terms.window:
        return rows
    return tuple(row for row in rows if row.granted > penalty.at)


def longest_window(terms: Terms) -> float:
    """The longest window any penalty can stretch this budget to, in seconds."""
    return own_rule(terms, ladder(terms)[-1]).window


def ready_at(rows: tuple[Row, ...], rule: Rule, now: float) -> float:
    """The instant from which one more request keeps the rule, `now` if at once.

    A request in flight counts as if it reached the PBX now, the latest that is known of it.
    """
    instants = [now]
    ends = sorted((min(row.until, now) for row in rows), reverse=True)
    if len(ends) >= rule.count:
        instants.append(ends[rule.count - 1] + rule.window)
    if rule.gap and rows:
        instants.append(max(min(row.granted, now) for row in rows) + rule.gap)
    if rule.concurrency and sum(row.until > now for row in rows) >= rule.concurrency:
        instants.append(now + RECHECK)
    return max(instants)


def free_slots(rows: tuple[Row, ...], rule: Rule, now: float) -> int:
    """How many requests the window still has room for at `now`."""
    used = sum(min(row.until, now) + rule.window > now for row in rows)
    return max(0, rule.count - used)


def _halvings(top: float) -> tuple[float, ...]:
    return (top, top / 2, top / 4, top / 8)
