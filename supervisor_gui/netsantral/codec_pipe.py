"""Call records written as lines of columns, an older form of the record service. JSON is not read here.

The destination stands before the source, lengths are seconds or a clock, and an error is a bare number
(docs/protocol.md, Call records).
"""

import re
from collections.abc import Iterator, Mapping

from supervisor_gui.netsantral.codec_bounds import MOST_ROWS, Allowance, too_many
from supervisor_gui.netsantral.codec_refusals import plain_refusal
from supervisor_gui.netsantral.codec_times import read_instant, read_length
from supervisor_gui.netsantral.codec_values import UnreadableError
from supervisor_gui.netsantral.errors import BadAnswer
from supervisor_gui.netsantral.types_records import Direction, Leg

DIRECTIONS: Mapping[str, Direction] = {
    "0": Direction.OUTGOING,
    "1": Direction.INCOMING,
    "2": Direction.MISSED,
    "3": Direction.UNANSWERED,
    "4": Direction.INTERNAL,
    "5": Direction.INTERNAL_UNANSWERED,
}
"""The record service's figures for directions, in both of its forms."""

_BREAK = re.compile(rb"<br\s*/?>", re.IGNORECASE)
_COLUMNS = 6
_LONGEST_ERROR = 1000
_SHORTEST = 20
"""Bytes that a real line has at the least; megabytes of shorter ones would take long and hold nothing."""

_MOST_BREAKS = 3 * MOST_ROWS
"""Each line may end in a break and a new line, and some are empty."""


def pipe_legs(operation: str, body: bytes, allowance: Allowance) -> Iterator[tuple[str, Leg] | None]:
    """The call's id and the leg of each line, None for a line that cannot be read.

    Raises:
        Refusal: The text is an error and no record.
        BadAnswer: It is neither, or holds more than `allowance` lets through.
    """
    if b"|" not in body:
        refused = plain_refusal(operation, "report", body[:_LONGEST_ERROR].decode("utf-8", "replace"))
        raise refused or BadAnswer(operation, "not_json", details=f"{len(body)} bytes")
    breaks = body.count(b"\n") + body.count(b"<")
    if breaks > 1000 + len(body) // _SHORTEST:
        raise BadAnswer(operation, "shape", details=f"{len(body)} bytes")
    if breaks > _MOST_BREAKS:
        raise too_many(operation, body)
    for line in _lines(body):
        if line:
            yield _leg(line) if allowance.fits(line) else None


def _lines(body: bytes) -> Iterator[bytes]:
    # One at a time: a list of all lines would double the memory of a large answer.
    begin = 0
    while (end := body.find(b"\n", begin)) >= 0:
        yield from _parted(body[begin:end])
        begin = end + 1
    yield from _parted(body[begin:])


def _parted(line: bytes) -> Iterator[bytes]:
    begin = 0
    if b"<" in line:
        for found in _BREAK.finditer(line):
            yield line[begin : found.start()].strip()
            begin = found.end()
    yield line[begin:].strip()


def _leg(line: bytes) -> tuple[str, Leg] | None:
    columns = [column.strip() for column in _text(line).split("|", _COLUMNS)]
    if len(columns) < _COLUMNS or not columns[0]:
        return None
    call, at, destination, source, length, word, *link = columns
    try:
        return call, Leg(
            at=read_instant(at),
            destination=destination,
            source=source,
            seconds=read_length(length),
            direction=DIRECTIONS.get(word, Direction.OTHER),
            direction_word=word,
            recording=link[0] if link else "",
        )
    except UnreadableError:
        return None


def _text(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1254", "replace")
