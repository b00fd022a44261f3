"""What was chosen on the page of call records, and the filter it means today. Pure; it knows no widget."""

import enum
import re
from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from supervisor_gui.history.record_sql import name_form, needle
from supervisor_gui.history.record_values import RecordFilter
from supervisor_gui.live.numbers import MEMBER_DIGITS
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types_records import Direction
from supervisor_gui.text import typed_signs

FURTHEST_DAYS = 3_650
"""As long as anything is ever kept."""

UNKNOWN_DAY = date(2000, 1, 1)
"""Before anybody told what day it is; nothing is asked for then."""

WHOLE = Policy()
"""A seat that may see everything."""

_UNIQUE_ID = re.compile(r"(?:[A-Za-z0-9_]+-)*\d{8,}\.\d+")


class Span(enum.Enum):
    """Days by name."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    MONTH = "month"
    ALL = "all"
    OTHER = "other"


class Choices(msgspec.Struct, frozen=True):
    """What was chosen.

    Attributes:
        span: The name of the days.
        days: First and last day of OTHER.
        text: What was typed in the search, or stands there for `number`.
        number: A number that was chosen elsewhere, which this seat may not see whole; empty when the text tells all.
        directions, extension, queue, line, at_least, at_most, recorded: As of `RecordFilter`.
    """

    span: Span = Span.WEEK
    days: tuple[date, date] | None = None
    text: str = ""
    number: str = ""
    directions: frozenset[Direction] = frozenset()
    extension: str = ""
    queue: str = ""
    line: str = ""
    at_least: int | None = None
    at_most: int | None = None
    recorded: bool = False

    @property
    def narrowed(self) -> bool:
        """Whether anything but the days narrows."""
        return msgspec.structs.replace(self, span=Span.WEEK, days=None) != Choices()


def nobody(_: str) -> tuple[str, ...]:
    """No number has such a name."""
    return ()


def unique_id(text: str) -> str:
    """The PBX's unique id that was typed, empty when the text is none: eight digits and more, a dot, digits."""
    typed = typed_signs(text)
    return typed if _UNIQUE_ID.fullmatch(typed) else ""


def days_of(choices: Choices, today: date) -> tuple[date, date]:
    """First and last day."""
    if choices.span is Span.OTHER and choices.days is not None:
        return choices.days
    if choices.span is Span.YESTERDAY:
        return today - timedelta(days=1), today - timedelta(days=1)
    back = {Span.WEEK: 6, Span.MONTH: 29, Span.ALL: FURTHEST_DAYS}.get(choices.span, 0)
    return today - timedelta(days=back), today


def with_days(choices: Choices, start: date, end: date, today: date) -> Choices:
    """The same for the days from `start` to `end`, in whichever order they came; none of them is after `today`."""
    first, last = min(start, end, today), min(max(start, end), today)
    return msgspec.structs.replace(choices, span=Span.OTHER, days=(first, last))


def finds_by_digits(policy: Policy) -> bool:
    """Whether this seat may find a number by digits of it: where it may not see one whole, that would tell it."""
    return not (policy.mask_numbers and policy.why_not("unmask"))


def refused(choices: Choices, policy: Policy) -> bool:
    """Whether digits were typed that this seat may not look for; a number chosen elsewhere, an id, a short one may."""
    typed = typed_signs(choices.text)
    if finds_by_digits(policy) or choices.number or unique_id(typed) or 0 < len(needle(typed)) < MEMBER_DIGITS:
        return False
    return any(char.isdigit() for char in typed + name_form(typed))


def record_filter(
    choices: Choices, today: date, named: Callable[[str], tuple[str, ...]], policy: Policy = WHOLE
) -> RecordFilter:
    """The filter that the choices mean when it is `today`.

    Args:
        choices: What was chosen. A text of digits is part of a number, a unique id finds nothing by itself, and any
            other text is part of a name, the directory's or the PBX's.
        today: The Turkish day.
        named: The numbers and extensions whose name holds a text.
        policy: Where whole numbers are not for this seat, typed digits find an extension or a short number by all of
            them, and nothing else.
    """
    start, end = days_of(choices, today)
    digits, numbers, words = _searched(choices.number or choices.text, named)
    if not choices.number and not finds_by_digits(policy):
        numbers = (digits,) if 0 < len(digits) < MEMBER_DIGITS else numbers
        digits, words = "", "" if refused(choices, policy) else words
    return RecordFilter(
        start=start,
        end=end,
        digits=digits,
        numbers=numbers,
        words=words,
        directions=choices.directions,
        extension=choices.extension,
        queue=choices.queue,
        line=choices.line,
        at_least=choices.at_least,
        at_most=choices.at_most,
        recorded=choices.recorded,
    )


def _searched(text: str, named: Callable[[str], tuple[str, ...]]) -> tuple[str, tuple[str, ...], str]:
    """Digits, the numbers of a name, and the name."""
    typed = typed_signs(text)
    if not typed or unique_id(typed):
        return "", (), ""
    if digits := needle(typed):
        return digits, (), ""
    words = name_form(typed)
    return "", named(typed) if words else (), words
