"""Auto-dial lists and what became of their numbers, as frozen values. Nothing of how they are spelt on the wire."""

import enum
from datetime import date, datetime, time

import msgspec

from supervisor_gui.netsantral.names import national_number
from supervisor_gui.netsantral.types import TargetKind

LONGEST_NAME = 50
LONGEST_PREFIX = 4
MOST_RETRIES = 3
LONGEST_PAUSE = 1440
_FEWEST_DIGITS, _MOST_DIGITS = 7, 15


class ListKind(enum.Enum):
    """Whether a list ends with its last number or goes on and takes new ones."""

    FIXED = "fixed"
    DYNAMIC = "dynamic"
    OTHER = "other"


class LimitRule(enum.Enum):
    """How many calls run at once: idle agents plus the limit, idle agents times the limit, or so many a minute."""

    FREE_PLUS = "free_plus"
    FREE_TIMES = "free_times"
    CALLS_PER_MINUTE = "calls_per_minute"


class StopRule(enum.Enum):
    """What ends a list early: a number or a share of calls, by their outcome."""

    NONE = "none"
    REACHED_COUNT = "reached_count"
    REACHED_PERCENT = "reached_percent"
    FAILED_COUNT = "failed_count"
    FAILED_PERCENT = "failed_percent"
    TOTAL_COUNT = "total_count"
    TOTAL_PERCENT = "total_percent"


class Consent(enum.Enum):
    """Whose consent to commercial calls is asked for before each call."""

    NONE = "none"
    CONSUMER = "consumer"
    TRADER = "trader"


_PERCENT = frozenset({StopRule.REACHED_PERCENT, StopRule.FAILED_PERCENT, StopRule.TOTAL_PERCENT})


def _demand(holds: bool, reason: str) -> None:
    if not holds:
        raise ValueError(reason)


class ListNumber(msgspec.Struct, frozen=True):
    """A number for an auto-dial list.

    Raises ValueError with "number" (not seven to fifteen digits) or "call_at" (a time without a zone).

    Attributes:
        number: Outside number in any spelling.
        name: Whom it belongs to, may be empty.
        active: Whether it is called; None leaves that to the PBX.
        call_at: When to call, aware; None for as soon as the list allows.
        trunk: Outgoing line of its own, empty for the list's.
    """

    number: str
    name: str = ""
    active: bool | None = None
    call_at: datetime | None = None
    trunk: str = ""

    def __post_init__(self) -> None:
        _demand(_FEWEST_DIGITS <= len(national_number(self.number)) <= _MOST_DIGITS, "number")
        _demand(self.call_at is None or self.call_at.utcoffset() is not None, "call_at")

    @property
    def plain(self) -> bool:
        """Whether it is a number and a name only, which is all that a new list takes."""
        return self.active is None and self.call_at is None and not self.trunk


class NumberChange(msgspec.Struct, frozen=True):
    """What to change about a number in a list; None leaves a field out of the request.

    Raises ValueError with "nothing" (no field at all) or "call_at" (a time without a zone).

    Attributes:
        name: Whom it belongs to.
        active: Whether it is called.
        call_at: When to call, aware.
        trunk: Outgoing line.
    """

    name: str | None = None
    active: bool | None = None
    call_at: datetime | None = None
    trunk: str | None = None

    def __post_init__(self) -> None:
        _demand(any(value is not None for value in (self.name, self.active, self.call_at, self.trunk)), "nothing")
        _demand(self.call_at is None or self.call_at.utcoffset() is not None, "call_at")


class NewList(msgspec.Struct, frozen=True, kw_only=True):
    """An auto-dial list to be made (docs/protocol.md).

    Raises ValueError with the name of the first field that cannot be right, "days" and "times" for the two pairs, and
    "numbers_extra" for a number with more than a name.

    Attributes:
        name: At most fifty characters.
        kind: Fixed or dynamic.
        first_day: First day of calling.
        last_day: Last day of calling.
        from_time: Turkish time at which calling begins each day.
        until_time: Turkish time at which it ends each day.
        department: Queue whose idle agents set the pace.
        trunk: Outgoing line.
        target_kind: What the called are connected to.
        target: Its name.
        prefix: Up to four digits shown before the number.
        retries: Further tries of a number that was not reached, 0 to 3.
        retry_minutes: Minutes between two tries, 0 to 1440.
        limit_rule: What `limit` means.
        limit: Part of the pace, at least 1.
        url: Where the PBX tells the outcome of each call, empty for nowhere.
        groups: Phone-book groups whose numbers are called.
        numbers: Numbers to call; needed when there are no groups.
        stop_rule: What ends the list early.
        stop_limit: Calls or percent for it, 0 when nothing does.
        consent: Whose consent is asked for.
    """

    name: str
    kind: ListKind
    first_day: date
    last_day: date
    from_time: time
    until_time: time
    department: str
    trunk: str
    target_kind: TargetKind
    target: str
    prefix: str = ""
    retries: int = 0
    retry_minutes: int = 60
    limit_rule: LimitRule = LimitRule.FREE_PLUS
    limit: int = 1
    url: str = ""
    groups: tuple[str, ...] = ()
    numbers: tuple[ListNumber, ...] = ()
    stop_rule: StopRule = StopRule.NONE
    stop_limit: int = 0
    consent: Consent = Consent.NONE

    def __post_init__(self) -> None:
        self._check_list()
        self._check_pace()
        self._check_target()

    def _check_list(self) -> None:
        _demand(0 < len(self.name.strip()) <= len(self.name) <= LONGEST_NAME, "name")
        _demand(self.kind is not ListKind.OTHER, "kind")
        digits = not self.prefix or (self.prefix.isascii() and self.prefix.isdigit())
        _demand(digits and len(self.prefix) <= LONGEST_PREFIX, "prefix")
        _demand(self.first_day <= self.last_day, "days")
        _demand(self.from_time < self.until_time, "times")

    def _check_pace(self) -> None:
        _demand(0 <= self.retries <= MOST_RETRIES, "retries")
        _demand(0 <= self.retry_minutes <= LONGEST_PAUSE, "retry_minutes")
        _demand(self.limit >= 1, "limit")
        _demand((self.stop_rule is StopRule.NONE) == (self.stop_limit == 0) and self.stop_limit >= 0, "stop_limit")
        _demand(self.stop_rule not in _PERCENT or self.stop_limit <= 100, "stop_limit")

    def _check_target(self) -> None:
        _demand(bool(self.department.strip()), "department")
        _demand(bool(national_number(self.trunk)), "trunk")
        _demand(self.target_kind is not TargetKind.OTHER, "target_kind")
        _demand(bool(self.target.strip()), "target")
        _demand(not self.url or self.url.startswith(("https://", "http://")), "url")
        _demand(all(group.strip() for group in self.groups), "groups")
        _demand(bool(self.groups or self.numbers), "numbers")
        _demand(all(number.plain for number in self.numbers), "numbers_extra")


class AutodialList(msgspec.Struct, frozen=True):
    """A list as the PBX tells it; None and empty stand for what it did not tell or told unreadably.

    Attributes:
        id: The list's number; empty only when a list was made without its number being told.
        name: Its name.
        status: The PBX's own word for its state; "0" after it was made, others are not documented.
        prefix: Digits shown before the number.
        kind: Fixed or dynamic.
        kind_word: The PBX's own word for that.
        first_day: First day of calling.
        last_day: Last day of calling.
        from_time: Turkish time at which calling begins each day.
        until_time: Turkish time at which it ends each day.
        retries: Further tries of a number that was not reached.
        retry_minutes: Minutes between two tries.
        department: Queue whose idle agents set the pace.
        trunk: Outgoing line, empty in overviews.
        target_kind: What the called are connected to.
        target_word: The PBX's own word for that.
        target: Its name.
        limit: Part of the pace.
        groups: Phone-book groups.
    """

    id: str
    name: str = ""
    status: str = ""
    prefix: str = ""
    kind: ListKind = ListKind.OTHER
    kind_word: str = ""
    first_day: date | None = None
    last_day: date | None = None
    from_time: time | None = None
    until_time: time | None = None
    retries: int | None = None
    retry_minutes: int | None = None
    department: str = ""
    trunk: str = ""
    target_kind: TargetKind = TargetKind.OTHER
    target_word: str = ""
    target: str = ""
    limit: int | None = None
    groups: tuple[str, ...] = ()


class AutodialLists(msgspec.Struct, frozen=True):
    """The lists of an account; `damaged` counts rows that could not be read."""

    rows: tuple[AutodialList, ...]
    damaged: int = 0


class ReportedNumber(msgspec.Struct, frozen=True, gc=False):
    """A number in a list's report; the PBX documents no field of it, so whatever else it told is in `extra`.

    Attributes:
        id: The number's own id, as changing and deleting want it.
        number: The number as told.
        name: Whom it belongs to.
        status: The PBX's own word for what became of it.
        extra: Further fields, name and value, in the PBX's order.
    """

    id: str
    number: str
    name: str = ""
    status: str = ""
    extra: tuple[tuple[str, str], ...] = ()


class ListReport(msgspec.Struct, frozen=True):
    """What became of a list's numbers.

    Attributes:
        never: Numbers not called yet.
        reached: Numbers whose call succeeded.
        failed: Numbers whose call did not.
        retry: Numbers that will be called again.
        numbers: Each number.
        damaged: Rows and counts that could not be read.
    """

    never: int
    reached: int
    failed: int
    retry: int
    numbers: tuple[ReportedNumber, ...] = ()
    damaged: int = 0


class AddedNumber(msgspec.Struct, frozen=True, gc=False):
    """What became of one number that was to be added; `words` are the PBX's own."""

    number: str
    name: str
    added: bool
    words: str = ""


class AddResult(msgspec.Struct, frozen=True):
    """What became of numbers that were to be added; the PBX may take some and leave others.

    Attributes:
        rows: Each number that the PBX told of; may be fewer than were sent.
        words: The PBX's sentence about all of them.
        damaged: Rows that could not be read.
    """

    rows: tuple[AddedNumber, ...]
    words: str = ""
    damaged: int = 0


class AutodialCallResult(msgspec.Struct, frozen=True):
    """The outcome of one call of a list, as the PBX posts it to the list's URL.

    Attributes:
        list_id: The list's number.
        call: The call's unique id, empty when none was told.
        called: The number that was called.
        done: Whether the call succeeded.
        words: The PBX's own words.
        name: Whom the number belongs to, as the list names it.
        target_kind: What the called was connected to.
        target: Its name.
        trunk: Outgoing line.
        crm_id: The PBX's own id of this try.
    """

    list_id: str
    call: str
    called: str
    done: bool
    words: str
    name: str = ""
    target_kind: TargetKind = TargetKind.OTHER
    target: str = ""
    trunk: str = ""
    crm_id: str = ""
