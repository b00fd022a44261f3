"""Phone numbers in one comparable form. It dials nothing and checks no numbering plan."""

import re
import unicodedata

MEMBER_DIGITS = 7
"""From this many digits on a member of a queue is an outside number, not an extension."""

TAIL_DIGITS = 10
"""The digits by which a caller is told apart: those that every form of a Turkish number has."""

_ABROAD = (("90", 12),)
_FORMS = (("0090", 14), ("90", 12), ("0", 11), ("", 10))
_SEPARATORS = frozenset("()-./\u2010\u2011\u2012\u2013\t")
_SHORT_LINE = re.compile(r"(?:0090|90|0)?(444[0-9]{4})")


def national(number: str) -> str:
    """A Turkish number as 0 and ten digits however it was sent; anything else as received.

    The PBX writes one caller as 0…, 90… or 0090… in different places (docs/protocol.md, Event stream).
    """
    digits = number.removeprefix("+")
    if not (digits.isascii() and digits.isdigit()):
        return number
    for prefix, length in _ABROAD if number.startswith("+") else _FORMS:
        if len(digits) == length and digits.startswith(prefix):
            core = digits[len(prefix) :]
            return number if core.startswith("0") else "0" + core
    return number


def member_key(extension: str) -> tuple[str, bool]:
    """A queue member's key and whether it is an outside number: those go by ten digits, as commands send them."""
    if len(extension) < MEMBER_DIGITS:
        return extension, False
    told = national(extension)
    digits = told.removeprefix("+")
    if not (digits.isascii() and digits.isdigit()):
        return extension, False
    return (told[1:] if len(told) == 11 and told.startswith("0") else told), True


def party_key(text: str) -> str:
    """A party in one form however people or the PBX write it, so that two of them can be compared; empty: no number.

    Extensions stay; Turkish numbers become 0 and ten digits, 444 lines seven digits, numbers abroad begin with 00.
    """
    number = text if text.isascii() and text.isdigit() else _bare(text)
    if len(number) < MEMBER_DIGITS:
        return number if number.isdigit() else ""
    told = national(number)
    if told.startswith("+"):
        told = f"00{told[1:]}"
    short = _SHORT_LINE.fullmatch(told)
    return short[1] if short is not None else told


def tail(number: str) -> str:
    """What tells a caller apart: the last ten digits, all of a shorter number of seven and more.

    Empty for extensions, withheld numbers and what is no number.
    """
    key = party_key(number)
    return key[-TAIL_DIGITS:] if len(key) >= MEMBER_DIGITS else ""


def dialled_prefix(text: str) -> str:
    """The digits of a number that is still being typed, a + as 00; empty when it is no number."""
    return _bare(text).replace("+", "00")


def _bare(text: str) -> str:
    """ASCII digits, a + before them if there is one; empty when anything else than separators stands among them."""
    kept: list[str] = []
    for char in text:
        digit = unicodedata.decimal(char, None)
        if digit is not None:
            kept.append(str(digit))
        elif char in "+\uff0b" and not kept:
            kept.append("+")
        elif char not in _SEPARATORS and unicodedata.category(char) not in {"Zs", "Cf"}:
            return ""
    return "".join(kept)
