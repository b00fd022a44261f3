"""Takes out of a text what must never be written down: secrets, URL queries, customers' numbers. It logs nothing."""

import json
import re
from collections.abc import Iterable
from urllib.parse import quote, quote_plus

HIDDEN = "***"
SHORTEST = 3
"""Shorter secrets would blank out ordinary words; nobody's password is that short."""

_URL_USER = re.compile(r"(?<=://)[^\s/@\"'<>]+@")
_QUERY = re.compile(r"\?[^\s\"'<>?]*=[^\s\"'<>]*")
_NAMED = re.compile(
    r"(?i)\b(password|passwd|parola|sifre|şifre|token|secret|authorization)\b([\"']?\s*[=:]\s*)"
    r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[^\s,;&}\])]+)"
)
_SPACED_NUMBER = re.compile(r"(?<!\d)(?:\+?90|0)?[ .-]?\(?[1-9]\d{2}\)?[ .-]\d{3}[ .-]?\d{2}[ .-]?\d{2}(?!\d)")
_DIGITS = re.compile(r"\d{7,}")


def forms(secret: str) -> frozenset[str]:
    """Every spelling in which `secret` travels or is printed: raw, in a URL, in JSON, in a repr."""
    encoded = {quote(secret, safe=""), quote(secret), quote_plus(secret), quote(secret, safe="!~*'()")}
    escaped = {json.dumps(secret)[1:-1], json.dumps(secret, ensure_ascii=False)[1:-1], repr(secret)[1:-1]}
    lower = {re.sub(r"%[0-9A-F]{2}", _lower, form) for form in encoded}
    return frozenset({secret} | encoded | escaped | lower)


def _lower(match: re.Match[str]) -> str:
    return match.group().lower()


class Redactor:
    """Takes secrets out of texts; it is told them as they become known and never prints them."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._pattern: re.Pattern[str] | None = None
        self._forms: frozenset[str] = frozenset()
        for secret in secrets:
            self.add(secret)

    def __repr__(self) -> str:
        return "Redactor(***)"

    def add(self, secret: str) -> None:
        """Hide `secret` from now on, in every spelling."""
        if len(secret) < SHORTEST:
            return
        self._forms = self._forms | forms(secret)
        longest_first = sorted(self._forms, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first)))

    def __call__(self, text: str) -> str:
        """`text` without secrets, URL queries and whole numbers."""
        if self._pattern is not None:
            text = self._pattern.sub(HIDDEN, text)
        if "=" in text or ":" in text:
            text = _URL_USER.sub(f"{HIDDEN}@", text)
            text = _QUERY.sub("?…", text)
            text = _NAMED.sub(_named, text)
        text = _SPACED_NUMBER.sub(_last_two, text)
        return _DIGITS.sub(_last_two, text)


def _named(match: re.Match[str]) -> str:
    return f"{match[1]}{match[2]}{HIDDEN}"


def _last_two(match: re.Match[str]) -> str:
    return f"•••{match.group()[-2:]}"
