"""The report of an auto-dial list as our own values, row by row. Whether the service said yes is not asked here.

A report may hold tens of megabytes. A row that cannot be read costs that row and is counted; nothing documents its
fields, so what is not known of a number is kept (docs/protocol.md, Auto-dial lists).
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from supervisor_gui.netsantral.codec_bounds import LONGEST_ROW, Allowance
from supervisor_gui.netsantral.codec_values import UnreadableError, as_count, as_text, listed
from supervisor_gui.netsantral.types_autodial import ListReport, ReportedNumber
from supervisor_gui.text import fold

_COUNTS = {"hic aranmamis": "never", "basarili": "reached", "basarisiz": "failed", "tekrar aranacak": "retry"}
"""Folded words of the report's counts."""

_PARTS = {
    "id": "id",
    "number_id": "id",
    "number": "number",
    "no": "number",
    "name": "name",
    "status": "status",
    "type": "status",
}
"""Keys under which a reported number may hold its parts; the first one that comes is believed."""

_FIELDS_OF_ROW = 4
"""Fields that a number has at the least when it is whole; each further four weigh as much as a row."""


class WirePart(msgspec.Struct):
    """One item of a report's body, its rows still as they came."""

    numbers_status: msgspec.Raw = msgspec.Raw(b"[]")
    numbers: list[msgspec.Raw] = []


_row = msgspec.json.Decoder()


class Report:
    """Gathers counts and numbers, no more of them than `allowance` lets through."""

    def __init__(self, allowance: Allowance) -> None:
        self._allowance = allowance
        self._counts = dict.fromkeys(_COUNTS.values(), 0)
        self._numbers: list[ReportedNumber] = []

    def wire_part(self, part: WirePart) -> None:
        """Take counts and numbers out of one item of the body.

        Raises:
            BadAnswer: They are too many.
            MsgspecError: Counts or a number are no JSON.
        """
        self._count(_row.decode(part.numbers_status) if len(part.numbers_status) <= LONGEST_ROW else None)
        for raw in part.numbers:
            if self._allowance.fits(raw):
                self._add(_row.decode(raw))
            else:
                self._allowance.damage()

    def part(self, part: Any) -> None:
        """Take the same out of an item that has been read as a whole.

        Raises:
            BadAnswer: They are too many.
        """
        if not isinstance(part, dict):
            self._allowance.damage()
            return
        self._count(part.get("numbers_status"))
        for row in self._inner(part.get("numbers")):
            self._add(row)

    def result(self) -> ListReport:
        """What was gathered."""
        return ListReport(**self._counts, numbers=tuple(self._numbers), damaged=self._allowance.damaged)

    def _count(self, rows: Any) -> None:
        for row in self._inner(rows):
            try:
                name = _COUNTS[fold(as_text(row["type"])).strip()]
                self._counts[name] += as_count(row.get("count"))
            except (LookupError, TypeError, AttributeError, UnreadableError):
                self._allowance.damage()

    def _add(self, row: Any) -> None:
        """One number; one with neither number nor id tells nothing."""
        number = _reported(row) if isinstance(row, dict) else None
        if number is None:
            self._allowance.damage()
        else:
            self._allowance.take(1 + len(number.extra) // _FIELDS_OF_ROW)
            self._numbers.append(number)

    def _inner(self, value: Any) -> list[Any]:
        try:
            return listed(value)
        except UnreadableError:
            self._allowance.damage()
            return []


def _reported(row: Mapping[str, Any]) -> ReportedNumber | None:
    parts: dict[str, str] = {}
    extra: list[tuple[str, str]] = []
    for key, value in row.items():
        part = _PARTS.get(key)
        if part is None or part in parts:
            extra.append((key, _shown(value)))
        else:
            parts[part] = as_text(value)
    found, number = parts.get("id", ""), parts.get("number", "")
    if not (found or number):
        return None
    return ReportedNumber(found, number, parts.get("name", ""), parts.get("status", ""), tuple(extra))


def _shown(value: Any) -> str:
    return msgspec.json.encode(value).decode() if isinstance(value, dict | list) else as_text(value)
