"""A new auto-dial list while it is filled in: its first values, what is wrong with it, the list made of it. Pure."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, time, timedelta
from urllib.parse import urlsplit

import msgspec

from supervisor_gui.autodial.values import KeptList, ShownList
from supervisor_gui.netsantral.names import national_number
from supervisor_gui.netsantral.types import TargetKind
from supervisor_gui.netsantral.types_autodial import (
    LONGEST_NAME,
    LONGEST_PAUSE,
    LONGEST_PREFIX,
    MOST_RETRIES,
    AutodialList,
    Consent,
    LimitRule,
    ListKind,
    ListNumber,
    NewList,
    StopRule,
)

MOST_FIXED = 5000
"""A fixed list takes its numbers with the request that makes it, and never again."""

USUAL_DAYS = 30
USUAL_HOURS = time(9), time(18)
USUAL_PAUSE = 60
MOST_LIMIT = 9999
MOST_STOP = 1_000_000
PERCENT_RULES = frozenset({StopRule.REACHED_PERCENT, StopRule.FAILED_PERCENT, StopRule.TOTAL_PERCENT})
_SECURE = "https://"


class ListDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A new list as far as it is filled in; anything may be missing or wrong.

    Attributes:
        count: How many numbers were chosen for it.
        name, prefix, kind, first_day, last_day, from_time, until_time, retries, retry_minutes, department, trunk,
            target_kind, target, limit_rule, limit, stop_rule, stop_limit, url, groups, consent: As of `NewList`, as
            typed. What is typed as a limit beside StopRule.NONE is not sent.
    """

    first_day: date
    last_day: date
    from_time: time = USUAL_HOURS[0]
    until_time: time = USUAL_HOURS[1]
    name: str = ""
    prefix: str = ""
    kind: ListKind = ListKind.DYNAMIC
    retries: int = 1
    retry_minutes: int = USUAL_PAUSE
    department: str = ""
    trunk: str = ""
    target_kind: TargetKind = TargetKind.QUEUE
    target: str = ""
    limit_rule: LimitRule = LimitRule.FREE_PLUS
    limit: int = 1
    stop_rule: StopRule = StopRule.NONE
    stop_limit: int = 0
    url: str = ""
    groups: tuple[str, ...] = ()
    consent: Consent = Consent.NONE
    count: int = 0


def first_draft(today: date, hours: tuple[time, time] | None = None) -> ListDraft:
    """An empty form: thirty days from `today` on, at the usual hours as far as they lie within `hours`."""
    from_time, until_time = USUAL_HOURS
    if hours is not None:
        from_time, until_time = max(from_time, hours[0]), min(until_time, hours[1])
        if from_time >= until_time:
            from_time, until_time = hours
    last_day = today + timedelta(days=USUAL_DAYS)
    return ListDraft(first_day=today, last_day=last_day, from_time=from_time, until_time=until_time)


def check(draft: ListDraft, today: date, taken: Collection[str] = ()) -> Mapping[str, str]:
    """What is wrong, by field: "missing", or a word of that field. Empty when the list can be made.

    A name that another list has (`taken`) is refused: when an answer is lost, lists are told apart by it.

    Fields are those of the draft, "days" and "times" for the two pairs, and "numbers". Their words: name "long",
    "taken"; prefix "digits"; days "order", "past"; times "order"; trunk "digits"; retries, retry_minutes, limit
    "range"; stop_limit "percent"; url "https", "url"; numbers "many_fixed".
    """
    found = {field: rule(draft) for field, rule in _RULES.items()}
    if draft.name.strip() in taken:
        found["name"] = "taken"
    found["days"] = found["days"] or ("past" if draft.last_day < today else "")
    return {field: word for field, word in found.items() if word}


def made(draft: ListDraft, numbers: Sequence[ListNumber]) -> NewList:
    """The list to be made with its first numbers; the draft has passed `check`.

    Raises ValueError as `NewList` does.
    """
    stops = draft.stop_rule is not StopRule.NONE
    return NewList(
        name=draft.name.strip(),
        kind=draft.kind,
        first_day=draft.first_day,
        last_day=draft.last_day,
        from_time=draft.from_time,
        until_time=draft.until_time,
        department=draft.department.strip(),
        trunk=draft.trunk.strip(),
        target_kind=draft.target_kind,
        target=draft.target.strip(),
        prefix=draft.prefix.strip(),
        retries=draft.retries,
        retry_minutes=draft.retry_minutes,
        limit_rule=draft.limit_rule,
        limit=draft.limit,
        url=draft.url.strip(),
        groups=draft.groups,
        numbers=tuple(numbers),
        stop_rule=draft.stop_rule,
        stop_limit=draft.stop_limit if stops else 0,
        consent=draft.consent,
    )


def draft_of(shown: ShownList, today: date, taken: Collection[str] = ()) -> ListDraft:
    """The same settings under the next name that is not `taken`, for other numbers of the same people.

    Phone-book groups are left out: they would be called a second time. Days that are over begin with `today`; what
    nobody can tell of the list is as in an empty form.
    """
    told, kept = shown.told, shown.kept or KeptList(shown.id, 0.0)
    usual = first_draft(today)
    first_day, last_day = _moved(told, today)
    right = told.target_kind is not TargetKind.OTHER
    draft = ListDraft(
        name=next_name(told.name, {told.name, *taken}),
        prefix=told.prefix,
        kind=usual.kind if told.kind is ListKind.OTHER else told.kind,
        first_day=first_day,
        last_day=last_day,
        from_time=told.from_time if told.from_time is not None else usual.from_time,
        until_time=told.until_time if told.until_time is not None else usual.until_time,
        retries=told.retries if told.retries is not None else usual.retries,
        retry_minutes=told.retry_minutes if told.retry_minutes is not None else usual.retry_minutes,
        department=told.department,
        trunk=told.trunk or kept.trunk,
        target_kind=told.target_kind if right else usual.target_kind,
        target=told.target if right else "",
        limit_rule=kept.limit_rule,
        # Without its rule the figure means nothing: 60 calls a minute would become 60 more than agents are free.
        limit=told.limit if told.limit is not None and shown.kept is not None else usual.limit,
        stop_rule=kept.stop_rule,
        stop_limit=kept.stop_limit,
        url=kept.url,
        consent=kept.consent,
    )
    return _within(draft, usual, check(draft, today))


def next_name(name: str, taken: Collection[str]) -> str:
    """`name` with the next number behind it that gives a name not `taken`, no longer than a name may be."""
    stem, _, last = name.strip().rpartition(" ")
    counted = bool(stem) and last.isascii() and last.isdigit() and len(last) <= 3
    stem, number = (stem, int(last)) if counted else (name.strip(), 1)
    while True:
        number += 1
        ending = f" {number}"
        following = stem[: LONGEST_NAME - len(ending)].rstrip() + ending
        if following not in taken:
            return following


def group_names(text: str) -> tuple[str, ...]:
    """Phone-book groups out of what was typed, one a line or with commas between, each once."""
    names = (name.strip() for line in text.splitlines() for name in line.split(","))
    return tuple(dict.fromkeys(name for name in names if name))


def _moved(told: AutodialList, today: date) -> tuple[date, date]:
    """The list's days; those that are over make room for as many from today on."""
    if told.first_day is None or told.last_day is None or told.last_day < told.first_day:
        return today, today + timedelta(days=USUAL_DAYS)
    if told.last_day < today:
        return today, today + (told.last_day - told.first_day)
    return max(told.first_day, today), told.last_day


def _within(draft: ListDraft, usual: ListDraft, wrong: Mapping[str, str]) -> ListDraft:
    """Figures that no list can be made with, however the PBX came to tell them, as in an empty form."""
    fields = {name: getattr(usual, name) for name in ("prefix", "retries", "retry_minutes", "limit") if name in wrong}
    if "times" in wrong:
        fields |= {"from_time": usual.from_time, "until_time": usual.until_time}
    return msgspec.structs.replace(draft, **fields)


def _name(draft: ListDraft) -> str:
    if not draft.name.strip():
        return "missing"
    return "long" if len(draft.name.strip()) > LONGEST_NAME else ""


def _prefix(draft: ListDraft) -> str:
    prefix = draft.prefix.strip()
    right = not prefix or (prefix.isascii() and prefix.isdigit() and len(prefix) <= LONGEST_PREFIX)
    return "" if right else "digits"


def _trunk(draft: ListDraft) -> str:
    if not draft.trunk.strip():
        return "missing"
    right = bool(national_number(draft.trunk)) and not any(char.isalpha() for char in draft.trunk)
    return "" if right else "digits"


def _stop_limit(draft: ListDraft) -> str:
    if draft.stop_rule is StopRule.NONE:
        return ""
    if draft.stop_limit < 1:
        return "missing"
    return "percent" if draft.stop_rule in PERCENT_RULES and draft.stop_limit > 100 else ""


def _url(draft: ListDraft) -> str:
    url = draft.url.strip()
    if not url:
        return ""
    if not url.startswith(_SECURE):
        return "https"
    try:
        parts = urlsplit(url)
        right = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        right = False
    return "" if right and not any(char.isspace() or not char.isprintable() for char in url) else "url"


def _numbers(draft: ListDraft) -> str:
    if not draft.count and not draft.groups:
        return "missing"
    return "many_fixed" if draft.kind is ListKind.FIXED and draft.count > MOST_FIXED else ""


_RULES: Mapping[str, Callable[[ListDraft], str]] = {
    "name": _name,
    "prefix": _prefix,
    "kind": lambda draft: "missing" if draft.kind is ListKind.OTHER else "",
    "days": lambda draft: "order" if draft.first_day > draft.last_day else "",
    "times": lambda draft: "order" if draft.from_time >= draft.until_time else "",
    "numbers": _numbers,
    "department": lambda draft: "" if draft.department.strip() else "missing",
    "trunk": _trunk,
    "target_kind": lambda draft: "missing" if draft.target_kind is TargetKind.OTHER else "",
    "target": lambda draft: "" if draft.target.strip() else "missing",
    "retries": lambda draft: "" if 0 <= draft.retries <= MOST_RETRIES else "range",
    "retry_minutes": lambda draft: "" if 0 <= draft.retry_minutes <= LONGEST_PAUSE else "range",
    "limit": lambda draft: "" if 1 <= draft.limit <= MOST_LIMIT else "range",
    "stop_limit": _stop_limit,
    "url": _url,
}
"""In the order of the form."""
