"""Call records written as lines of columns, an older form of the record service. JSON is not read here.

The destination stands before the source, lengths are seconds or a clock, and an error is a bare number
(docs/protocol.md, Call records).
"""

import re
from collections.abc import Iterator, Mapping

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

_ODD_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_COLUMNS = 6
_SHORTEST = 20
"""Characters that a real line has at the least; megabytes of shorter ones would take long and hold nothing."""


def pipe_legs(operation: str, text: str) -> Iterator[tuple[str, Leg] | None]:
    """The call's id and the leg of each line, None for a line that cannot be read.

    Raises:
        Refusal: The text is an error and no record.
        BadAnswer: It is neither.
    """
    if "|" not in text:
        refused = plain_refusal(operation, "report", text)
        raise refused or BadAnswer(operation, "not_json", details=f"{len(text)} characters")
    text = _plain_breaks(text)
    if text.count("\n") > 1000 + len(text) // _SHORTEST:
        raise BadAnswer(operation, "shape", details=f"{len(text)} characters")
    for line in _lines(text):
        if line:
            yield _leg(line)


def _plain_breaks(text: str) -> str:
    # The usual breaks first: a pattern takes a second for what a plain search does at once.
    for usual in ("<br/>", "<br>", "<br />"):
        text = text.replace(usual, "\n")
    if "<br" in text or "<BR" in text:
        text = _ODD_BREAK.sub("\n", text)
    return text


def _lines(text: str) -> Iterator[str]:
    # One at a time: a list of all lines would double the memory of a large answer.
    begin = 0
    while (end := text.find("\n", begin)) >= 0:
        yield text[begin:end].strip()
        begin = end + 1
    yield text[begin:].strip()


def _leg(line: str) -> tuple[str, Leg] | None:
    columns = [column.strip() for column in line.split("|", _COLUMNS)]
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
