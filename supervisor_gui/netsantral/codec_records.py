"""Answers of the record service as call records, in each of the forms it has. It neither sends nor explains.

An answer may hold tens of megabytes. Its rows are taken one by one, each in one strict step where it is whole, so that
beside the answer and the result little memory is needed; a row that cannot be read costs that row and is counted
(docs/protocol.md, Call records).
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from supervisor_gui.netsantral.codec_bounds import (
    LONGEST_ROW,
    MOST_ROWS,
    ODD_CAP,
    Allowance,
    refuse_heaps,
    too_many,
)
from supervisor_gui.netsantral.codec_pipe import DIRECTIONS, pipe_legs
from supervisor_gui.netsantral.codec_refusals import refusal
from supervisor_gui.netsantral.codec_times import read_instant, read_length
from supervisor_gui.netsantral.codec_values import UnreadableError, as_text, read_json
from supervisor_gui.netsantral.codec_words import NO_ERROR
from supervisor_gui.netsantral.errors import BadAnswer, Refusal
from supervisor_gui.netsantral.types_records import CallRecord, Direction, Leg, RecordPage

_UNBROKEN = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
_ID = ("uniqueid", "unique_id")
_TOLD = ("code", "error", "message")
_Word = str | int | None
_STRAY_COMMA = re.compile(rb",(?=\s*[\]}])")


class _WireLeg(msgspec.Struct, gc=False):
    date: str
    destination: _Word
    source: _Word
    duration: _Word
    direction: _Word
    recording: _Word = ""
    line: _Word = ""
    directory: _Word = ""
    common: _Word = msgspec.field(name="commonID", default="")


class _WireCall(msgspec.Struct, gc=False):
    uniqueid: str
    values: list[_WireLeg]


_strict_call = msgspec.json.Decoder(_WireCall)
_raw_list = msgspec.json.Decoder(list[msgspec.Raw])
_raw_fields = msgspec.json.Decoder(dict[str, msgspec.Raw])


class _Gathered:
    """Legs by call in the order of arrival: rows of one call may stand apart."""

    def __init__(self, allowance: Allowance) -> None:
        self.allowance = allowance
        self._legs: dict[str, tuple[Leg, ...]] = {}
        self._further: dict[str, list[Leg]] = {}

    def add(self, call: str, legs: tuple[Leg, ...]) -> None:
        """Take the legs of one call; nameless ones and none are damage."""
        if not (call and legs):
            self.allowance.damage()
            return
        self.allowance.take(len(legs))
        if call in self._legs:
            self._further.setdefault(call, []).extend(legs)
        else:
            self._legs[call] = legs

    def page(self) -> RecordPage:
        """All that was taken."""
        further = self._further
        calls = tuple(
            CallRecord(call, (*legs, *further[call]) if call in further else legs) for call, legs in self._legs.items()
        )
        return RecordPage(calls, self.allowance.damaged)


def decode_records(operation: str, body: bytes) -> RecordPage:
    """The calls in an answer of the record service; none when it says that there are none.

    Raises:
        Refusal: The service said no for any other reason.
        BadAnswer: It is in no known form.
    """
    trimmed = body.removeprefix(b"\xef\xbb\xbf").strip()
    try:
        return _page(operation, trimmed)
    except Refusal as error:
        if error.reason == "no_record":
            return RecordPage()
        raise


def _page(operation: str, body: bytes) -> RecordPage:
    if not body:
        raise BadAnswer(operation, "empty")
    gathered = _Gathered(Allowance(operation, body))
    if body[:1] in {b"[", b"{"}:
        rows = _rows(operation, body)
        _refuse_error_row(operation, rows)
        for row in rows:
            _read_row(gathered, row)
    elif body[:1] == b"<" and body[:3].lower() != b"<br":
        raise BadAnswer(operation, "html", details=f"{len(body)} bytes")
    else:
        for read in pipe_legs(operation, _bare(operation, body), gathered.allowance):
            if read is None:
                gathered.allowance.damage()
            else:
                gathered.add(read[0], (read[1],))
    return gathered.page()


def _bare(operation: str, body: bytes) -> bytes:
    """Lines that came as one text of JSON, without its quotes; any other body as it is."""
    if body[:1] != b'"':
        return body
    if len(body) > ODD_CAP:
        raise too_many(operation, body)
    return as_text(read_json(operation, body)).encode()


def _rows(operation: str, body: bytes) -> Sequence[Any]:
    """The rows as raw JSON, or as values where the JSON is broken."""
    refuse_heaps(operation, body)
    try:
        return _raw_rows(operation, body)
    except _UNBROKEN:
        if len(body) > ODD_CAP:
            raise too_many(operation, body) from None
        mended = _without_stray_commas(body)
    try:
        return _raw_rows(operation, mended)
    except _UNBROKEN:
        return _plain_rows(operation, read_json(operation, mended))


def _raw_rows(operation: str, body: bytes) -> Sequence[msgspec.Raw]:
    if body[:1] == b"[":
        return _raw_list.decode(body)
    fields = _raw_fields.decode(body)
    if len(fields) > MOST_ROWS:
        raise too_many(operation, body)
    if any(name in fields for name in (*_ID, "values")):
        return [msgspec.Raw(body)]
    told = _told(fields)
    _refuse_error(operation, told)
    begins = [bytes(memoryview(raw)[:1]) for raw in fields.values()]
    if b"[" in begins:
        return _raw_list.decode(list(fields.values())[begins.index(b"[")])
    if begins and all(begin == b"{" for begin in begins):
        return list(fields.values())
    raise _no_rows(operation, told)


def _told(fields: Mapping[str, msgspec.Raw]) -> dict[str, Any]:
    """What may stand beside the rows: a code and words."""
    return {
        name: msgspec.json.decode(fields[name]) for name in _TOLD if name in fields and len(fields[name]) <= LONGEST_ROW
    }


def _no_rows(operation: str, told: Mapping[str, Any]) -> Refusal | BadAnswer:
    if as_text(told.get("error")) or as_text(told.get("message")):
        return refusal(operation, "report", told)
    return BadAnswer(operation, "shape")


def _plain_rows(operation: str, answer: list[Any] | dict[str, Any]) -> Sequence[Any]:
    if isinstance(answer, list):
        return answer
    if any(name in answer for name in (*_ID, "values")):
        return [answer]
    _refuse_error(operation, answer)
    wrapped = next((value for value in answer.values() if isinstance(value, list)), None)
    if wrapped is None and answer and all(isinstance(value, dict) for value in answer.values()):
        wrapped = list(answer.values())
    if wrapped is None:
        raise _no_rows(operation, answer)
    return wrapped


def _refuse_error(operation: str, told: Mapping[str, Any]) -> None:
    if as_text(told.get("code")) not in NO_ERROR:
        raise refusal(operation, "report", told)


def _refuse_error_row(operation: str, rows: Sequence[Any]) -> None:
    """An error may come as the only row of a list."""
    if len(rows) != 1:
        return
    row = rows[0]
    if isinstance(row, msgspec.Raw):
        if len(row) > LONGEST_ROW:
            return
        try:
            row = msgspec.json.decode(row)
        except _UNBROKEN:
            return
    if isinstance(row, dict) and not any(name in row for name in _ID):
        _refuse_error(operation, row)


def _without_stray_commas(body: bytes) -> bytes:
    """`body` without commas before a closing bracket; those inside strings stay."""
    parts = _STRAY_COMMA.split(body)
    kept = [parts[0]]
    inside = False
    for before, after in pairwise(parts):
        inside ^= _odd_quotes(before)
        kept.append(b"," + after if inside else after)
    return b"".join(kept)


def _odd_quotes(part: bytes) -> bool:
    plain = part.replace(b"\\\\", b"")
    return (plain.count(b'"') - plain.count(b'\\"')) % 2 == 1


def _read_row(gathered: _Gathered, row: Any) -> None:
    if isinstance(row, msgspec.Raw):
        if not gathered.allowance.fits(row):
            gathered.allowance.damage()
            return
        try:
            wire = _strict_call.decode(row)
            legs = tuple([_leg(value) for value in wire.values])
        except (*_UNBROKEN, UnreadableError):
            gathered.allowance.odd(len(row))
            row = _plain_row(row)
        else:
            gathered.add(wire.uniqueid.strip(), legs)
            return
    _read_sloppy_row(gathered, row)


def _plain_row(raw: msgspec.Raw) -> Any:
    try:
        return read_json("records", bytes(raw))
    except BadAnswer:
        return None


def _read_sloppy_row(gathered: _Gathered, row: Any) -> None:
    call = next((as_text(row[name]) for name in _ID if name in row), "") if isinstance(row, dict) else ""
    values = row.get("values", [row]) if call else None
    if isinstance(values, dict):
        values = [values] if "date" in values else list(values.values())
    if not isinstance(values, list) or not values:
        gathered.allowance.damage()
        return
    legs = []
    for value in values:
        try:
            legs.append(_sloppy_leg(value))
        except UnreadableError:
            gathered.allowance.damage()
    if legs:
        gathered.add(call, tuple(legs))


def _leg(wire: _WireLeg) -> Leg:
    word = as_text(wire.direction)
    return Leg(
        at=read_instant(wire.date),
        destination=as_text(wire.destination),
        source=as_text(wire.source),
        seconds=read_length(wire.duration),
        direction=DIRECTIONS.get(word, Direction.OTHER),
        direction_word=word,
        recording=as_text(wire.recording),
        line=as_text(wire.line),
        directory=as_text(wire.directory),
        common_id=as_text(wire.common),
    )


def _sloppy_leg(row: Any) -> Leg:
    if not isinstance(row, dict):
        raise UnreadableError
    word = as_text(row.get("direction"))
    return Leg(
        at=read_instant(as_text(row.get("date"))),
        destination=as_text(row.get("destination")),
        source=as_text(row.get("source")),
        seconds=read_length(row.get("duration")),
        direction=DIRECTIONS.get(word, Direction.OTHER),
        direction_word=word,
        recording=as_text(row.get("recording")),
        line=as_text(row.get("line")),
        directory=as_text(row.get("directory")),
        common_id=as_text(row.get("commonID")),
    )
