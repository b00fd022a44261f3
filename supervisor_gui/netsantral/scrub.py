"""Takes secrets out of foreign text before an error quotes it. It is no log filter."""

import html
import json
import re
from urllib.parse import quote, quote_plus

_QUERY = re.compile(r"\?[^\s\"'<>]*=[^\s\"'<>]*")
_LONGEST = 500
_MASK = "***"


class Scrubber:
    """Knows passwords in every form in which they can come back: raw, percent-encoded, escaped for JSON or HTML."""

    def __init__(self, password: str) -> None:
        self._forms: set[str] = set()
        self._secret: re.Pattern[str] | None = None
        self.learn(password)

    def learn(self, password: str) -> None:
        """Know this password too: answers to the one before may still be under way."""
        self._forms |= {
            password,
            quote(password, errors="replace"),
            quote(password, safe="", errors="replace"),
            quote_plus(password, errors="replace"),
            json.dumps(password)[1:-1],
            json.dumps(password, ensure_ascii=False)[1:-1],
            html.escape(password),
        }
        longest_first = sorted((re.escape(form) for form in self._forms if form), key=len, reverse=True)
        self._secret = re.compile("|".join(longest_first), re.IGNORECASE) if longest_first else None

    def __repr__(self) -> str:
        return "Scrubber(***)"

    def clean(self, text: str) -> str:
        """`text` without the password and without the query of any URL, cut to a length fit for details."""
        if self._secret is not None:
            text = self._secret.sub(_MASK, text)
        return _QUERY.sub("?…", text)[:_LONGEST]
