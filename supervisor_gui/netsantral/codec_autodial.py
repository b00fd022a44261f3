"""Answers about auto-dial lists as our own values, and the outcome of one call. It neither sends nor explains.

Every answer has a header that says yes or no and a body of rows (docs/protocol.md). A row that cannot be read costs
that row and is counted. A report of many numbers is read row by row, because reading it in one step would keep every
other thread from running.
"""

import re
from collections.abc import Mapping
from datetime import date, time
from typing import Any

import msgspec

from supervisor_gui.netsantral.autodial_fields import KIND_WORDS
from supervisor_gui.netsantral.codec_bounds import LONGEST_ROW, ODD_CAP, Allowance, refuse_heaps, too_many
from supervisor_gui.netsantral.codec_list_report import Report, WirePart
from supervisor_gui.netsantral.codec_refusals import refusal
from supervisor_gui.netsantral.codec_times import read_day
from supervisor_gui.netsantral.codec_values import UnreadableError, as_count, as_flag, as_text, listed, read_json
from supervisor_gui.netsantral.codec_words import DONE, TARGETS
from supervisor_gui.netsantral.errors import BadAnswer, Refusal
from supervisor_gui.netsantral.types import CommandAnswer, TargetKind
from supervisor_gui.netsantral.types_autodial import (
    AddedNumber,
    AddResult,
    AutodialCallResult,
    AutodialList,
    AutodialLists,
    ListKind,
    ListReport,
)
from supervisor_gui.text import fold

_SERVICE = "autodial"
_KIND_OF = {word: kind for kind, word in KIND_WORDS.items()}
_TARGET_OF = {word: kind for kind, word in TARGETS.items()}
_ADDED, _NOT_ADDED = "eklendi", "eklenemedi"
_NOT_DONE = re.compile(r"\b[a-z]+(eme|ama)di\b")
"""Turkish for "could not be …"."""
_CALL = re.compile(r"(?:sip\d+-)?\d+\.\d+", re.ASCII)

_MOST_LISTS = 20_000
"""Lists that an account cannot have; they are read on the loop's thread."""

_UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


class _WireReport(msgspec.Struct):
    header: msgspec.Raw
    body: list[msgspec.Raw] = []


_report = msgspec.json.Decoder(_WireReport)
_part = msgspec.json.Decoder(WirePart)


def decode_command(operation: str, body: bytes) -> CommandAnswer:
    """The answer to a change of a list or a number.

    Raises:
        Refusal: The service said no, or yes as a whole and no in its words or in a row.
        BadAnswer: Not JSON, or neither yes nor no in it.
    """
    answer = _accepted(operation, body)
    words = _words(answer)
    try:
        rows = listed(answer.get("body"))
    except UnreadableError:
        rows = []
    failed = any(isinstance(row, dict) and as_text(row.get("status")).casefold() == "error" for row in rows)
    if failed or _NOT_DONE.search(fold(words)):
        raise Refusal(operation, "not_done", code="200", words=words)
    return CommandAnswer(words)


def decode_created(body: bytes) -> AutodialList:
    """The list that was made. It exists even when the PBX does not describe it, so that is no error.

    Raises:
        Refusal: The service said no.
        BadAnswer: Not JSON, or neither yes nor no in it.
    """
    answer = _accepted("create_list", body)
    try:
        told = next((row for row in listed(answer.get("body")) if isinstance(row, dict)), {})
    except UnreadableError:
        told = {}
    return _list(told)


def decode_lists(body: bytes) -> AutodialLists:
    """The lists of an account.

    Raises:
        Refusal: The service said no.
        BadAnswer: Not JSON, neither yes nor no in it, or no rows.
    """
    told = _rows("lists", _accepted("lists", body))
    if len(told) > _MOST_LISTS:
        raise BadAnswer("lists", "shape", details=f"{len(told)} rows")
    lists = [_list(row) for row in told if isinstance(row, dict)]
    known = tuple(row for row in lists if row.id)
    return AutodialLists(known, len(told) - len(known))


def decode_list_report(body: bytes) -> ListReport:
    """What became of a list's numbers.

    Raises:
        Refusal: The service said no.
        BadAnswer: Not JSON, neither yes nor no in it, or no rows.
    """
    refuse_heaps("list_report", body)
    report = Report(Allowance("list_report", body))
    try:
        wire = _report.decode(body)
        _accept("list_report", _short(wire.header))
        for part in wire.body:
            report.wire_part(_part.decode(part))
    except _UNREADABLE:
        if len(body) > ODD_CAP:
            raise too_many("list_report", body) from None
        return _lenient_report(body)
    return report.result()


def _short(header: msgspec.Raw) -> dict[str, Any]:
    """The header, which is short or none."""
    if len(header) > LONGEST_ROW:
        raise msgspec.DecodeError("no header is that long")
    return msgspec.json.decode(header, type=dict[str, Any])


def _lenient_report(body: bytes) -> ListReport:
    report = Report(Allowance("list_report", body))
    for part in _rows("list_report", _accepted("list_report", body)):
        report.part(part)
    return report.result()


def decode_added(body: bytes) -> AddResult:
    """What became of numbers that were to be added; the PBX says yes as a whole even when it took none.

    Raises:
        Refusal: The service said no, or said that numbers were left out without telling which.
        BadAnswer: Not JSON, neither yes nor no in it, or no rows.
    """
    operation = "add_list_numbers"
    answer = _accepted(operation, body)
    words = _words(answer)
    told = [row for item in _rows(operation, answer) for row in _numbers(item)]
    plain = fold(words)
    left, some = _NOT_ADDED in plain, _ADDED in plain
    known = [row for row in told if isinstance(row, dict) and as_text(row.get("number"))]
    # Where some were added and some left out, a row without a word of its own may be either.
    rows = tuple(_added(row, not left) for row in known if as_text(row.get("status")) or not (left and some))
    if not rows and left:
        raise Refusal(operation, "rows_failed", code="200", words=words)
    return AddResult(rows, words, len(told) - len(rows))


def _numbers(item: Any) -> list[Any]:
    """Rows stand in the body itself or, under the list they are of, one level below."""
    if not isinstance(item, dict) or "number" in item:
        return [item]
    try:
        return listed(item.get("numbers"))
    except UnreadableError:
        return [None]


def _added(row: Mapping[str, Any], taken: bool) -> AddedNumber:
    status = as_text(row.get("status"))
    added = status.casefold() in DONE if status else taken
    words = as_text(row.get("message")) or as_text(row.get("error")) or status
    return AddedNumber(as_text(row.get("number")), as_text(row.get("name")), added, words)


def decode_call_result(body: bytes) -> AutodialCallResult:
    """The outcome of one call, from the body that the PBX posts to a list's URL.

    Raises:
        BadAnswer: Not JSON, or not the outcome of a call of a list.
    """
    answer = read_json(_SERVICE, body)
    told = answer.get("body") if isinstance(answer, dict) else None
    if not isinstance(told, dict):
        raise BadAnswer(_SERVICE, "shape")
    list_id, called = as_text(told.get("JobID")), as_text(told.get("called"))
    if not (list_id and called):
        raise BadAnswer(_SERVICE, "shape")
    return AutodialCallResult(
        list_id=list_id,
        call=_call(told),
        called=called,
        done=as_text(told.get("status")).casefold() in DONE,
        words=as_text(told.get("message")) or as_text(told.get("status")),
        name=as_text(told.get("callerid")),
        target_kind=_target(told.get("redirect_type")),
        target=as_text(told.get("redirect_menu")),
        trunk=as_text(told.get("trunk")),
        crm_id=as_text(told.get("crm_id")),
    )


def _call(told: Mapping[str, Any]) -> str:
    # The PBX's values stand one key off, so the call's id comes in the consent filter's place.
    shifted = as_text(told.get("filter"))
    return as_text(told.get("unique_id")) or (shifted if _CALL.fullmatch(shifted) else "")


def _list(row: Mapping[str, Any]) -> AutodialList:
    kind = as_text(row.get("list_type")) or as_text(row.get("liste_type"))
    return AutodialList(
        id=as_text(row.get("list_id")) or as_text(row.get("id")),
        name=as_text(row.get("list_name")),
        status=as_text(row.get("list_status")),
        prefix=as_text(row.get("list_prefix")),
        kind=_KIND_OF.get(kind, ListKind.OTHER),
        kind_word=kind,
        first_day=_day(row.get("list_startdate")),
        last_day=_day(row.get("list_stopdate")),
        from_time=_time(row.get("list_starttime")),
        until_time=_time(row.get("list_stoptime")),
        retries=_figure(row.get("retry_count")),
        retry_minutes=_figure(row.get("try_time")),
        department=as_text(row.get("department")),
        trunk=as_text(row.get("trunk")),
        target_kind=_target(row.get("destination_type")),
        target_word=as_text(row.get("destination_type")),
        target=as_text(row.get("destination_name")),
        limit=_figure(row.get("queue_limit")),
        groups=_groups(row.get("groups")),
    )


def _target(value: Any) -> TargetKind:
    return _TARGET_OF.get(as_text(value).casefold(), TargetKind.OTHER)


def _day(value: Any) -> date | None:
    try:
        return read_day(as_text(value))
    except UnreadableError:
        return None


def _time(value: Any) -> time | None:
    try:
        return time.fromisoformat(as_text(value)).replace(tzinfo=None)
    except ValueError:
        return None


def _figure(value: Any) -> int | None:
    try:
        return None if value is None else as_count(value)
    except UnreadableError:
        return None


def _groups(value: Any) -> tuple[str, ...]:
    told = value if isinstance(value, list) else [value]
    return tuple(name for name in map(as_text, told) if name)


def _accepted(operation: str, body: bytes) -> dict[str, Any]:
    """The whole answer, when its header says yes."""
    answer = read_json(operation, body)
    if not isinstance(answer, dict):
        raise BadAnswer(operation, "shape")
    _accept(operation, _header(answer))
    return answer


def _header(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    # The host in front of the service refuses without a header.
    header = answer.get("header")
    return header if isinstance(header, dict) else answer


def _words(answer: Mapping[str, Any]) -> str:
    return as_text(_header(answer).get("message"))


def _accept(operation: str, header: Mapping[str, Any]) -> None:
    code, words, error = as_text(header.get("code")), as_text(header.get("message")), header.get("error")
    try:
        failed = as_flag(error)
    except UnreadableError:
        failed, words = True, words or as_text(error)
    if code == "200" and not failed:
        return
    if not (code or words or failed):
        raise BadAnswer(operation, "shape")
    raise refusal(operation, _SERVICE, {"code": code, "message": words})


def _rows(operation: str, answer: Mapping[str, Any]) -> list[Any]:
    try:
        return listed(answer.get("body"))
    except UnreadableError:
        raise BadAnswer(operation, "shape") from None
