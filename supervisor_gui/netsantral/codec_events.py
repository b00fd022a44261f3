"""Frames of the event stream as our own values. It neither reads a socket nor remembers a call."""

from collections.abc import Mapping
from typing import Any

from supervisor_gui.netsantral.codec_refusals import refusal
from supervisor_gui.netsantral.codec_values import UnreadableError, as_count, as_text, read_json
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, LimitReached
from supervisor_gui.netsantral.names import is_extension, short_name
from supervisor_gui.netsantral.types import Event, EventKind
from supervisor_gui.text import fold

OPERATION = "events"
"""The stream's name in errors."""

_KINDS: Mapping[str, EventKind] = {
    "inboundtopbx": EventKind.INBOUND,
    "inbound_call": EventKind.OFFERED,
    "outbound_call": EventKind.OUTBOUND,
    "answer": EventKind.ANSWERED,
    "hangup": EventKind.ENDED,
    "queue": EventKind.QUEUED,
    "queueleave": EventKind.LEFT_QUEUE,
    "context": EventKind.MENU,
    "dtmf": EventKind.KEY,
    "cdr": EventKind.RECORD,
}
_DETAILS: Mapping[EventKind, tuple[str, ...]] = {
    EventKind.MENU: ("context_name", "Context"),
    EventKind.KEY: ("digit", "Digit"),
    EventKind.OTHER: ("scenario",),
}
_MILLISECONDS_FROM = 100_000_000_000
_SECONDS_FROM = 1_000_000_000


def read_frame(frame: bytes) -> Mapping[str, Any]:
    """A frame as fields: an object's own, a text as its `message`; empty when it means nothing."""
    if not frame.startswith(b"{"):
        return {"message": frame.decode("utf-8", "replace")}
    try:
        fields = read_json(OPERATION, frame)
    except BadAnswer:
        return {}
    return fields if isinstance(fields, dict) else {}


def decode_login(fields: Mapping[str, Any]) -> bool:
    """Whether a frame accepts the login: True when it does, False when it is about something else.

    An event is proof enough, for some servers never answer a login that they accept.

    Raises:
        Refusal: The login is turned down; `BadCredentials` unless the PBX's words say another thing.
    """
    if "scenario" in fields:
        return True
    status = as_text(fields.get("status")).casefold()
    words = fold(as_text(fields.get("message")))
    if status == "success" or "login success" in words:
        return True
    refused = refusal(OPERATION, "pbx", fields)
    if isinstance(refused, BadCredentials | LimitReached):
        raise refused
    if status == "error":
        known = refused.reason != "other"
        raise refused if known else BadCredentials(OPERATION, "credentials", code=refused.code, words=refused.words)
    return False


def decode_event(fields: Mapping[str, Any]) -> Event | None:
    """The event in a frame, None when it holds none; an unknown scenario is kept as OTHER with its own word."""
    word = as_text(fields.get("scenario"))
    if not word:
        return None
    kind = _KINDS.get(word.casefold(), EventKind.OTHER)
    if kind is EventKind.RECORD:
        return _record(fields)
    return Event(
        kind=kind,
        call=as_text(fields.get("unique_id")),
        at=_instant(fields.get("timestamp")),
        extension=_extension(fields),
        customer=as_text(fields.get("customer_num")),
        queue=short_name(as_text(fields.get("queue_name"))),
        hold_time=_seconds(fields.get("holdtime")),
        talk_time=_seconds(fields.get("talktime")),
        detail=next((text for name in _DETAILS.get(kind, ()) if (text := as_text(fields.get(name)))), ""),
    )


def _record(fields: Mapping[str, Any]) -> Event:
    """A call record has names of its own, and its call id under another one."""
    caller, called = as_text(fields.get("arayan")), as_text(fields.get("aranan"))
    queue = short_name(called)
    return Event(
        kind=EventKind.RECORD,
        call=as_text(fields.get("asteriskId")),
        at=_instant(fields.get("timestamp")),
        extension=next((side for side in (caller, called) if is_extension(side)), ""),
        customer=called if is_extension(caller) else caller,
        queue=queue if queue != called else "",
        talk_time=_seconds(fields.get("sure")),
    )


def _extension(fields: Mapping[str, Any]) -> str:
    """The extension, which some events carry where the PBX's number belongs; an unanswered call names a line or "s"."""
    sides = (as_text(fields.get("internal_num")), as_text(fields.get("pbx_num")))
    return next((side for side in sides if is_extension(side)), "")


def _seconds(value: Any) -> int | None:
    try:
        return None if as_text(value) == "" else as_count(value)
    except UnreadableError:
        return None


def _instant(value: Any) -> float | None:
    """Epoch seconds of a timestamp in milliseconds, as a word or a number; seconds are taken too."""
    try:
        told = float(as_text(value))
    except ValueError:
        return None
    if told >= _MILLISECONDS_FROM:
        return told / 1000 if told < 1000 * _MILLISECONDS_FROM else None
    return told if told >= _SECONDS_FROM else None
