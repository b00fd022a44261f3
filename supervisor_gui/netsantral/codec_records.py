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

from supervisor_gui.netsantral.codec_pipe import DIRECTIONS, pipe_legs
from supervisor_gui.netsantral.codec_refusals import refusal
from supervisor_gui.netsantral.codec_times import read_instant, read_length
from supervisor_gui.netsantral.codec_values import UnreadableError, as_text, read_json, refuse_crumbs
from supervisor_gui.netsantral.codec_words import NO_ERROR
from supervisor_gui.netsantral.errors import BadAnswer, Refusal
from supervisor_gui.netsantral.types_records import CallRecord, Direction, Leg, RecordPage

_UNBROKEN = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
_ID = ("uniqueid", "unique_id")
_STRAY_COMMA = re.compile(rb",(?=\s*[\]}])")


class _WireLeg(msgspec.Struct, gc=False):
    date: str
    destination: str
    source: str
    duration: str | int
    direction: int | str
    recording: str = ""
    line: str = ""
    directory: str = ""
    common: int | str = msgspec.field(name="commonID", default="")


class _WireCall(msgspec.Struct, gc=False):
    uniqueid: str
    values: list[_WireLeg]


_strict_call = msgspec.json.Decoder(_WireCall)
_raw_list = msgspec.json.Decoder(list[msgspec.Raw])
_raw_fields = msgspec.json.Decoder(dict[str, msgspec.Raw])


class _Gathered:
    """Legs by call in the order of arrival: rows of one call may stand apart."""

    def __init__(self) -> None:
        self._legs: dict[str, tuple[Leg, ...]] = {}
        self._further: dict[str, list[Leg]] = {}
        self.damaged = 0

    def add(self, call: str, legs: tuple[Leg, ...]) -> None:
        """Take the legs of one call."""
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
        return RecordPage(calls, self.damaged)


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
    gathered = _Gathered()
    if body[:1] in {b"[", b"{"}:
        rows = _rows(operation, body)
        _refuse_error_row(operation, rows)
        for row in rows:
            _read_row(gathered, row)
    elif body[:1] == b"<" and body[:3].lower() != b"<br":
        raise BadAnswer(operation, "html", details=f"{len(body)} bytes")
    else:
        for read in pipe_legs(operation, _text(operation, body)):
            if read is None:
                gathered.damaged += 1
            else:
                gathered.add(read[0], (read[1],))
    return gathered.page()


def _text(operation: str, body: bytes) -> str:
    if body[:1] == b'"':
        return as_text(read_json(operation, body))
    try:
        return body.decode()
    except UnicodeDecodeError:
        return body.decode("cp1254", "replace")


def _rows(operation: str, body: bytes) -> Sequence[Any]:
    """The rows as raw JSON, or as values where the JSON is broken."""
    refuse_crumbs(operation, body)
    try:
        return _raw_rows(operation, body)
    except _UNBROKEN:
        mended = _without_stray_commas(body)
    try:
        return _raw_rows(operation, mended)
    except _UNBROKEN:
        return _plain_rows(operation, read_json(operation, mended))


def _raw_rows(operation: str, body: bytes) -> Sequence[Any]:
    if body[:1] == b"[":
        return _raw_list.decode(body)
    fields = _raw_fields.decode(body)
    if not any(name in fields for name in (*_ID, "values")):
        begins = {name: bytes(memoryview(raw)[:1]) for name, raw in fields.items()}
        lists = [name for name, begin in begins.items() if begin == b"["]
        told = {name: msgspec.json.decode(raw) for name, raw in fields.items() if begins[name] not in {b"[", b"{"}}
        _refuse_error(operation, told)
        if lists:
            return _raw_list.decode(fields[lists[0]])
    return _plain_rows(operation, msgspec.json.decode(body))


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
        if as_text(answer.get("error")) or as_text(answer.get("message")):
            raise refusal(operation, "report", answer)
        raise BadAnswer(operation, "shape")
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
        try:
            wire = _strict_call.decode(row)
            call, legs = wire.uniqueid.strip(), tuple([_leg(value) for value in wire.values])
        except (*_UNBROKEN, UnreadableError):
            row = _plain_row(row)
        else:
            if call and legs:
                gathered.add(call, legs)
            else:
                gathered.damaged += 1
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
        gathered.damaged += 1
        return
    legs = []
    for value in values:
        try:
            legs.append(_sloppy_leg(value))
        except UnreadableError:
            gathered.damaged += 1
    if legs:
        gathered.add(call, tuple(legs))


def _leg(wire: _WireLeg) -> Leg:
    word = str(wire.direction).strip()
    return Leg(
        at=read_instant(wire.date),
        destination=wire.destination.strip(),
        source=wire.source.strip(),
        seconds=read_length(wire.duration),
        direction=DIRECTIONS.get(word, Direction.OTHER),
        direction_word=word,
        recording=wire.recording.strip(),
        line=wire.line.strip(),
        directory=wire.directory.strip(),
        common_id=str(wire.common).strip(),
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
