"""Every request that reached a face, with its outcome and without its password. Kept in memory and as JSON lines."""

import re
import time
from collections import deque
from pathlib import Path
from typing import TextIO

import msgspec

KEPT = 100_000
STARS = "***"
_SECRET_PARAM = re.compile(r"(?i)((?:^|[?&])password=)[^&]*")
_SECRET_MEMBER = re.compile(r'(?i)("password"\s*:\s*)("(?:[^"\\]|\\.)*"?|[^\s,}]+)')
_SECRET_TAG = re.compile(r"(?is)(<password>).*?(</password>)")


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


def without_secret(value: object) -> object:
    """A copy in which passwords are stars."""
    if isinstance(value, dict):
        return {key: STARS if str(key).lower() == "password" else without_secret(item) for key, item in value.items()}
    if isinstance(value, list):
        return [without_secret(item) for item in value]
    if isinstance(value, str):
        value = _SECRET_TAG.sub(rf"\1{STARS}\2", _SECRET_MEMBER.sub(rf"\1{STARS}", value))
        return _SECRET_PARAM.sub(rf"\1{STARS}", value)
    return value


class RequestLog:
    """Collects entries.

    Args:
        file: Where each entry is also appended as one JSON line, at once.
    """

    def __init__(self, file: Path | None = None) -> None:
        self.entries: deque[RequestEntry] = deque(maxlen=KEPT)
        self._count = 0
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
        shown = {key: STARS if key.lower() == "password" else value for key, value in (params or {}).items()}
        entry = RequestEntry(
            number=self._count,
            monotonic=monotonic,
            wall=wall,
            face=face,
            method=method,
            path=path,
            operation=operation,
            params=shown,
            body=without_secret(body),
            target=str(without_secret(target)),
            peer=peer,
            outcome=outcome,
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
