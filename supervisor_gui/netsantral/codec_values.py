"""Lenient reading of JSON and of single values: what a sloppy server may mean. It knows no operation."""

import json
import math
import re
from typing import Any

import msgspec

from supervisor_gui.netsantral.codec_bounds import ODD_CAP, refuse_crumbs
from supervisor_gui.netsantral.errors import BadAnswer

LARGEST = 2_147_483_647

_TRUE = frozenset({"true", "1", "yes", "on"})
_FALSE = frozenset({"false", "0", "no", "off", ""})
_UNDECODED = re.compile("[\udc80-\udcff]+")
_MOST_UNDECODED = 100_000
"""Runs of old letters among new ones that are mended; more of them are no text of anybody."""

_HALF_LETTER = re.compile(rb"\\u[dD][89a-fA-F]")
_MOST_HALVES = 50_000
"""Halves of letters that are replaced, text by text; a text of more of them is nobody's."""


class UnreadableError(ValueError):
    """A value that is there but means nothing."""


def read_json(operation: str, body: bytes) -> Any:
    """The JSON in `body`, its text free of lone surrogates.

    Raises:
        BadAnswer: reason "empty", "html", "encoding", "not_json", or "shape" as told by `refuse_crumbs`.
    """
    trimmed = body.removeprefix(b"\xef\xbb\xbf").strip()
    if not trimmed:
        raise BadAnswer(operation, "empty")
    if trimmed.startswith(b"<"):
        raise BadAnswer(operation, "html", details=f"{len(body)} bytes")
    refuse_crumbs(operation, trimmed)
    try:
        return msgspec.json.decode(trimmed)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return _read_sloppy(operation, trimmed)


def _read_sloppy(operation: str, body: bytes) -> Any:
    # Older parts of the service write Turkish in one byte a letter, and people paste tabs into break reasons.
    if len(body) > ODD_CAP:
        raise BadAnswer(operation, "not_json", details=f"{len(body)} bytes")
    if body.count(b"\\ud") + body.count(b"\\uD") > _MOST_HALVES:
        raise BadAnswer(operation, "encoding", details=f"{len(body)} bytes")
    text = body.decode("utf-8", "surrogateescape")
    reason = "not_json"
    if _UNDECODED.search(text):
        reason = "encoding"
        text = _in_new_letters(body, text)
    try:
        read = json.loads(text, strict=False, parse_constant=_no_number)
        return _whole(read) if _HALF_LETTER.search(body) else read
    except (ValueError, RecursionError):
        raise BadAnswer(operation, reason, details=f"{len(body)} bytes") from None


def _in_new_letters(body: bytes, text: str) -> str:
    """`text` with the bytes that are no UTF-8 as the Turkish letters they once were; empty when they are too many."""
    if len(text) == len(body):
        return body.decode("cp1254", "replace")
    # Run by run, for a stray old letter spoils nothing beside it.
    mended, runs = _UNDECODED.subn(_old_letters, text, count=_MOST_UNDECODED)
    return mended if runs < _MOST_UNDECODED else ""


def _old_letters(found: re.Match[str]) -> str:
    return found[0].encode("utf-8", "surrogateescape").decode("cp1254", "replace")


def _no_number(_: str) -> None:
    return None


def _whole(value: Any) -> Any:
    """`value` with every lone surrogate replaced: no file, socket or widget takes one."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {_whole(key): _whole(item) for key, item in value.items()}
    return value


def as_text(value: Any) -> str:
    """A word that may have come as a number; blanks around it dropped, null and containers empty."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    return ""


def as_count(value: Any) -> int:
    """A count or seconds: a number, or a word that is one; null counts as 0.

    Raises:
        UnreadableError: Not a number, negative, or larger than 31 bits.
    """
    if value is None:
        return 0
    number = _number(value)
    if not 0 <= number <= LARGEST:
        raise UnreadableError
    return int(number)


def as_seconds(value: Any) -> int:
    """Seconds waited; a clock that ran backwards counts as 0.

    Raises:
        UnreadableError: As `as_count`, but for negative numbers.
    """
    return 0 if value is not None and _number(value) < 0 else as_count(value)


def as_flag(value: Any) -> bool:
    """Yes or no in any of the PBX's spellings; null is no.

    Raises:
        UnreadableError: Any other word.
    """
    word = "" if value is None else as_text(value).casefold()
    if word in _TRUE:
        return True
    if word in _FALSE and not isinstance(value, list | dict):
        return False
    raise UnreadableError


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise UnreadableError
    try:
        number = float(value)
    except (ValueError, OverflowError):
        raise UnreadableError from None
    if not math.isfinite(number):
        raise UnreadableError
    return number


def listed(value: Any) -> list[Any]:
    """A list, or the single object that stands in place of one; empty for nothing.

    Raises:
        UnreadableError: Anything else.
    """
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        return [value] if value else []
    if as_text(value):
        raise UnreadableError
    return []
