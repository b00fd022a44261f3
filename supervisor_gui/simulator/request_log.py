"""Every request that reached a face, with its outcome and without its password. Kept in memory and as JSON lines."""

import re
import time
from collections import deque
from pathlib import Path
from typing import TextIO

import msgspec

KEPT = 100_000
STARS = "***"
_NAME = "password"
_ENCODED_NAME = "".join(f"(?:{letter}|%{ord(letter):02x}|%{ord(letter.upper()):02x})" for letter in _NAME)
_SECRET_PARAM = re.compile(rf"(?i)((?:^|[?&;]){_ENCODED_NAME}=)[^&]*")
_SECRET_MEMBER = re.compile(r"""(?is)(["']password["']\s*:\s*)("(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[^\s,}]+)""")
# A start of a tag in the place of its end ends the search, or many open ones would each be read to the end of the text.
_SECRET_TAG = re.compile(r"(?i)(<password\b[^<>]*>)(?:<!\[CDATA\[)?[^<]*")
_XML_NAMES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}


class RequestEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One request.

    Attributes:
        monotonic, wall: Real seconds when it arrived.
        face: "pbx", "api" or "events".
        params: Query parameters, decoded.
        body: The decoded body: an object for JSON, else a string.
        target: The raw request target, one character a byte.
        outcome: What was answered.
        fault: Names of the faults that were applied.
    """

    number: int
    monotonic: float
    wall: float
    face: str
    method: str
    path: str
    operation: str
    params: dict[str, str]
    body: object
    target: str
    peer: str
    outcome: dict[str, object]
    fault: tuple[str, ...] = ()


class Censor:
    """Makes stars of passwords: of the real one wherever it stands, of others where a password is to be expected.

    Args:
        secret: The real password; empty for none.
    """

    def __init__(self, secret: str = "") -> None:
        self._secret = re.compile("".join(_forms(letter) for letter in secret)) if secret else None

    def copy(self, value: object) -> object:
        """A copy of a decoded value without passwords."""
        if isinstance(value, dict):
            return {self.text(str(key)): self._member(str(key), item) for key, item in value.items()}
        if isinstance(value, list):
            return [self.copy(item) for item in value]
        if isinstance(value, str):
            return self.text(value)
        return value

    def members(self, values: dict[str, str]) -> dict[str, str]:
        """A copy of parameters without passwords."""
        return {self.text(key): str(self._member(key, value)) for key, value in values.items()}

    def text(self, text: str) -> str:
        """A text without passwords."""
        if self._secret:
            text = self._secret.sub(STARS, text)
        for pattern in (_SECRET_TAG, _SECRET_MEMBER, _SECRET_PARAM):
            text = pattern.sub(rf"\1{STARS}", text)
        return text

    def _member(self, key: str, value: object) -> object:
        return STARS if key.strip().lower() == _NAME else self.copy(value)


def _forms(letter: str) -> str:
    """A pattern for one letter, raw or as a query, XML or JSON writes it."""
    octets = letter.encode("utf-8", "surrogatepass")
    units = letter.encode("utf-16-be", "surrogatepass").hex()
    forms = [
        re.escape(letter),
        re.escape(octets.decode("latin-1")),
        "".join(f"(?i:%{octet:02x})" for octet in octets),
        f"&#0{{0,9}}{ord(letter)};",
        f"(?i:&#x0{{0,9}}{ord(letter):x};)",
        "".join(rf"\\u(?i:{units[place : place + 4]})" for place in range(0, len(units), 4)),
    ]
    if letter in _XML_NAMES:
        forms.append(_XML_NAMES[letter])
    if letter in '"\\/':
        forms.append(re.escape(f"\\{letter}"))
    if letter == " ":
        forms.append(r"\+")
    # The longer ones first: an escaped sign begins with the sign itself where that is "&", "%" or a backslash.
    return f"(?:{'|'.join(sorted(forms, key=len, reverse=True))})"


class RequestLog:
    """Collects entries.

    Args:
        file: Where each entry is also appended as one JSON line, at once.
        secret: The real password, which is never kept in any form.
    """

    def __init__(self, file: Path | None = None, *, secret: str = "") -> None:
        self.entries: deque[RequestEntry] = deque(maxlen=KEPT)
        self._count = 0
        self._censor = Censor(secret)
        self._file: TextIO | None = file.open("a", encoding="utf-8") if file else None

    def add(
        self,
        *,
        face: str,
        method: str = "",
        path: str = "",
        operation: str = "",
        params: dict[str, str] | None = None,
        body: object = None,
        target: str = "",
        peer: str = "",
        outcome: dict[str, object],
        fault: tuple[str, ...] = (),
        arrived: tuple[float, float] | None = None,
    ) -> None:
        """Keep one request; `arrived` is (monotonic, wall), now by default."""
        self._count += 1
        monotonic, wall = arrived or (time.monotonic(), time.time())
        censor = self._censor
        entry = RequestEntry(
            number=self._count,
            monotonic=monotonic,
            wall=wall,
            face=face,
            method=method,
            path=censor.text(path),
            operation=censor.text(operation),
            params=censor.members(params or {}),
            body=censor.copy(body),
            target=censor.text(target),
            peer=peer,
            outcome={key: censor.copy(value) for key, value in outcome.items()},
            fault=fault,
        )
        self.entries.append(entry)
        if self._file:
            self._file.write(msgspec.json.encode(entry).decode() + "\n")
            self._file.flush()

    def close(self) -> None:
        """Close the file."""
        if self._file:
            self._file.close()
            self._file = None
