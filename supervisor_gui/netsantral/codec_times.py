"""Dates, instants and lengths of time as the API host spells them. It knows no operation and no clock.

All text times are Turkish time, which has been UTC+3 without daylight saving since 2016 (docs/protocol.md, Times).
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Any

from supervisor_gui.netsantral.codec_values import UnreadableError, as_seconds

TURKEY = timezone(timedelta(hours=3))
_FIRST_YEAR, _LAST_YEAR = 1970, 2199
_MINUTE = re.compile(r"\d\d[./-]\d\d[./-]\d{4}[ T]\d\d:\d\d", re.ASCII)
_ISO_MINUTE = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d", re.ASCII)
_SECONDS: Mapping[str, timedelta] = {
    "": timedelta(),
    **{f":{second:02d}": timedelta(seconds=second) for second in range(60)},
}
"""What may stand behind the minute of an instant."""

_DAY = re.compile(r"(\d{2})[./-](\d{2})[./-](\d{4})", re.ASCII)
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_LONGEST_CLOCK = 11
_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})", re.ASCII)


def minute_text(at: datetime) -> str:
    """`at` as the services want it, `ddMMyyyyHHmm` in Turkish time; seconds are cut off.

    Raises:
        ValueError: `at` has no time zone.
    """
    if at.utcoffset() is None:
        raise ValueError("an instant with its time zone is needed")
    return f"{at.astimezone(TURKEY):%d%m%Y%H%M}"


def day_text(day: date) -> str:
    """`day` as `ddMMyyyy`."""
    return f"{day:%d%m%Y}"


def read_instant(text: str) -> datetime:
    """An instant from `dd.MM.yyyy HH:mm:ss`, with or without seconds, or from the ISO order of the same.

    Raises:
        UnreadableError: Anything else, and days that no calendar has.
    """
    text = text.strip()
    seconds = _SECONDS.get(text[16:])
    if seconds is None:
        raise UnreadableError
    return _minute(text[:16]) + seconds


@lru_cache(maxsize=2048)
def _minute(text: str) -> datetime:
    # Kept, because many calls of a day begin in the same minute; a day has 1,440.
    if _MINUTE.fullmatch(text) is not None:
        text = f"{text[6:10]}-{text[3:5]}-{text[:2]}T{text[11:]}"
    elif _ISO_MINUTE.fullmatch(text) is None:
        raise UnreadableError
    try:
        at = datetime.fromisoformat(text).replace(tzinfo=TURKEY)
    except ValueError:
        raise UnreadableError from None
    if not _FIRST_YEAR <= at.year <= _LAST_YEAR:
        raise UnreadableError
    return at


def read_day(text: str) -> date:
    """A day from `dd.MM.yyyy` or the ISO order; a time after it is passed over.

    Raises:
        UnreadableError: Anything else, and days that no calendar has.
    """
    words = text.split(maxsplit=1)
    word = words[0] if words else ""
    found = _DAY.fullmatch(word)
    if found is not None:
        day, month, year = found.groups()
    else:
        found = _ISO_DAY.fullmatch(word)
        if found is None:
            raise UnreadableError
        year, month, day = found.groups()
    try:
        read = date(int(year), int(month), int(day))
    except ValueError:
        raise UnreadableError from None
    if not _FIRST_YEAR <= read.year <= _LAST_YEAR:
        raise UnreadableError
    return read


def read_length(value: Any) -> int:
    """Seconds from a number, a word that is one, or `HH:MM:SS`; null and nothing are 0.

    Raises:
        UnreadableError: Anything else.
    """
    if not isinstance(value, str):
        return as_seconds(value)
    text = value.strip()
    if not text:
        return 0
    if len(text) < 9 and text.isascii() and text.isdigit():
        return int(text)
    seconds = _of_clock(text) if len(text) <= _LONGEST_CLOCK else None
    return as_seconds(text) if seconds is None else seconds


@lru_cache(maxsize=2048)
def _of_clock(text: str) -> int | None:
    found = _CLOCK.fullmatch(text)
    if found is None:
        return None
    hours, minutes, seconds = map(int, found.groups("0"))
    return 3600 * hours + 60 * minutes + seconds
