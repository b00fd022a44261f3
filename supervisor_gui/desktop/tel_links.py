"""What a link from outside may say: the digits of one number and what people write between them. It dials nothing."""

import re

from supervisor_gui.desktop.integration import SCHEMES
from supervisor_gui.errors import KnownError
from supervisor_gui.i18n import QT_TRANSLATE_NOOP, translate

LONGEST = 40
"""Characters of a link, its scheme aside; no number of the world needs more."""
MOST_DIGITS = 17
"""Fifteen of an international number and the 00 in front of them."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?://)?", re.DOTALL)
_NUMBER = re.compile(r"(?:\+?|\()[0-9][0-9 ()./-]*|\(\+[0-9][0-9 ()./-]*")
_HOST = re.compile(r"@[A-Za-z0-9.-]+(?::[0-9]+)?\Z")
_ESCAPE = re.compile(r"%(20|28|29|2B|2D|2E|2F)", re.IGNORECASE)
"""Blanks, signs between digits and the plus, as web pages have to write them; a digit needs no such form."""


class LinkRefusedError(KnownError):
    """A link that is not called; its text says why, in words for the user, in the language of the moment."""

    def __str__(self) -> str:
        return translate("Links", self.args[0])


def is_link(text: str) -> bool:
    """Whether `text` is written as a link that may hold a number, whatever follows."""
    found = _SCHEME.match(text)
    return found is not None and found[1].lower() in SCHEMES


def read_link(text: str) -> str:
    """The number in a link or in a bare text, as it was written.

    Args:
        text: What came from outside: `tel:…`, `callto:…`, `sip:…` or a number.

    Raises:
        LinkRefusedError: It is none of these, too long, or says more than one number: parameters, quotes, percent
            signs that hide something, line ends. Nothing is cut away but the scheme and the host of a sip address,
            for a number that was cut would call somebody else.
    """
    found = _SCHEME.match(text)
    scheme = found[1].lower() if found is not None else ""
    if scheme and scheme not in SCHEMES:
        raise LinkRefusedError(QT_TRANSLATE_NOOP("Links", "Only links with a telephone number are taken."))
    rest = text[found.end() :] if found is not None else text
    if scheme == "sip":
        rest = _HOST.sub("", rest)
    if len(rest) > LONGEST:
        raise LinkRefusedError(QT_TRANSLATE_NOOP("Links", "The link is too long for a telephone number."))
    if not set(rest).isdisjoint(";?&="):
        raise LinkRefusedError(QT_TRANSLATE_NOOP("Links", "The link says more than a number; dial the number by hand."))
    number = _ESCAPE.sub(_signs, rest).strip(" ")
    if not _NUMBER.fullmatch(number) or sum(map(str.isdigit, number)) > MOST_DIGITS:
        raise LinkRefusedError(QT_TRANSLATE_NOOP("Links", "The link holds no telephone number, or more than one."))
    return number


def _signs(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16))
