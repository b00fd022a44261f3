"""Calls on the wire: the fields that start and steer them, and what the PBX answers. It sends nothing.

An answer's status word says less than its message: a call that nobody took may come as a success. A call has started
when the message says so and an id comes along (docs/protocol.md, Calls).
"""

import re
from collections.abc import Mapping
from typing import Any

from supervisor_gui.netsantral.codec_refusals import LONGEST_WORDS, refusal, refusal_reason
from supervisor_gui.netsantral.codec_values import as_text, read_json
from supervisor_gui.netsantral.codec_words import DONE, NO_ERROR, TARGETS
from supervisor_gui.netsantral.errors import BadAnswer, Refusal
from supervisor_gui.netsantral.names import national_number
from supervisor_gui.netsantral.types import CommandAnswer, TargetKind
from supervisor_gui.netsantral.types_calls import (
    CallOptions,
    CallStarted,
    FirstRung,
    MuteDirection,
)
from supervisor_gui.text import fold

_ORDER: Mapping[FirstRung, str] = {FirstRung.INSIDE: "if", FirstRung.OUTSIDE: "of"}
_DIRECTION: Mapping[MuteDirection, str] = {
    MuteDirection.ALL: "all",
    MuteDirection.IN: "in",
    MuteDirection.OUT: "out",
}
_QUEUED = re.compile(r"successfully queued")
_NO_TELLING_WORDS = frozenset({"other", "unclear_yes"})
_FAILED = re.compile(r"unable|not found|error|fail|hata|basarisiz|edilemedi|yapilamadi")
_OF_CALLS: Mapping[str, str] = {"parameter": "call_parameter"}
_OF_COMMANDS: Mapping[str, str] = {"parameter": "call_parameter", "unsuccessful": "no_call"}
_OUTSIDE_DIGITS = 10

Fields = tuple[tuple[str, str], ...]


def timing_fields(crm_id: str, options: CallOptions) -> Fields:
    """How long it rings and whether the PBX waits for the outcome; every started call wants these."""
    return ("ring_timeout", str(options.ring_seconds)), ("crm_id", crm_id), ("wait_response", str(int(options.wait)))


def order_fields(first: FirstRung) -> Fields:
    """Which side rings first."""
    return (("originate_order", _ORDER[first]),)


def trunk_fields(trunk: str) -> Fields:
    """The line that the call goes out by and whose number the customer sees."""
    return (("trunk", national_number(trunk)),)


def option_fields(options: CallOptions) -> Fields:
    """What may be left out, and is, unless it was asked for."""
    limit = options.call_limit_seconds
    return (
        *((("call_time", str(limit)),) if limit is not None else ()),
        *((("hide_callerid", "1"),) if options.hide_number else ()),
        *_played(options),
    )


def target_fields(kind: TargetKind, name: str) -> Fields:
    """Where a redirected call goes."""
    return ("redirect_menu", name), ("redirect_type", TARGETS[kind])


def mute_fields(direction: MuteDirection, *, muted: bool) -> Fields:
    """What is to be silent, or to be heard again."""
    return ("direction", _DIRECTION[direction]), ("state", "mute" if muted else "unmute")


def transfer_target(number: str) -> str:
    """Where a call is handed over to: an extension as it is, an outside number with a leading 0, abroad with 00."""
    digits = national_number(number)
    return f"0{digits}" if len(digits) == _OUTSIDE_DIGITS and not digits.startswith("0") else digits


def _played(options: CallOptions) -> Fields:
    sides = (("caller", options.to_caller), ("called", options.to_called))
    texts = [(f"{side}_text", played.text) for side, played in sides if played is not None and played.text]
    sounds = [(f"{side}_record", played.sound) for side, played in sides if played is not None and played.sound]
    return (*texts, *sounds)


def decode_call_started(operation: str, body: bytes) -> CallStarted:
    """The answer to an order for a call.

    Raises:
        Refusal: The PBX said no, or the call came to nothing: busy, rejected, no answer.
        BadAnswer: Not JSON, or neither yes nor no in it.
    """
    answer = _Answer(operation, body)
    call = _call_id(answer.fields.get("unique_id"))
    if not (answer.started(call) or answer.queued(call)):
        raise answer.no()
    return CallStarted(
        call=call,
        caller=as_text(answer.fields.get("caller_num")),
        called=as_text(answer.fields.get("called_num")),
        queued=answer.queued(call),
        message=answer.message or answer.status,
    )


def decode_call_command(operation: str, body: bytes) -> CommandAnswer:
    """The answer to ending, muting or handing over a call.

    Raises:
        Refusal: The PBX said no.
        BadAnswer: Not JSON, or neither yes nor no in it.
    """
    answer = _Answer(operation, body, steers=True)
    if not answer.done():
        raise answer.no()
    return CommandAnswer(answer.message or answer.status, as_text(answer.fields.get("crm_id")))


class _Answer:
    """An answer about a call, and the readings of yes and no in it.

    Args:
        operation: What was asked.
        body: The answer.
        steers: It was about a call that stood already.

    Attributes:
        fields: All that came.
        status: The status word, which may hold the words of a message.
        message: The message, empty if none.
    """

    def __init__(self, operation: str, body: bytes, *, steers: bool = False) -> None:
        fields = read_json(operation, body)
        if not isinstance(fields, dict):
            raise BadAnswer(operation, "shape")
        self._operation = operation
        self._steers = steers
        self._code = as_text(fields.get("code"))
        self.fields: Mapping[str, Any] = fields
        self.status = as_text(fields.get("status"))[:LONGEST_WORDS]
        self.message = (as_text(fields.get("message")) or as_text(fields.get("error")))[:LONGEST_WORDS]

    def started(self, call: str) -> bool:
        """Whether a call stands that has this id."""
        said = self.message or self.status
        return bool(call) and self._code in NO_ERROR and said.casefold() in DONE

    def queued(self, call: str) -> bool:
        """Whether the order was taken and the outcome is open.

        Status and message come swapped then. A plain yes without an id is no more than that either.
        """
        if self._code not in NO_ERROR:
            return False
        words = {word.casefold() for word in (self.status, self.message) if word}
        rest = {word for word in words if not _QUEUED.search(word)}
        taken = rest < words or (bool(rest) and not call)
        return taken and rest <= DONE

    def done(self) -> bool:
        """Whether a command was carried out; a message that tells of a failure outweighs the status word."""
        if self._code not in NO_ERROR:
            return False
        if not self.status:
            return self.message.casefold() in DONE
        untold = refusal_reason("pbx", "", self.message) in _NO_TELLING_WORDS and not _FAILED.search(fold(self.message))
        return self.status.casefold() in DONE and untold

    def no(self) -> Refusal | BadAnswer:
        """What the answer says when it is no yes."""
        words = self.message
        if not words or (words.casefold() in DONE | {"error"} and self.status.casefold() not in DONE | {"", "error"}):
            words = self.status
        if not (words or self._code):
            return BadAnswer(self._operation, "shape")
        error = refusal(self._operation, "pbx", {"code": self._code, "message": words})
        # Of a call other things go wrong than of a queue or a redirection, so they have explanations of their own.
        reason = _OF_COMMANDS.get(error.reason, "") if self._steers else _OF_CALLS.get(error.reason, "")
        return Refusal(self._operation, reason, code=error.code, words=error.words) if reason else error


def _call_id(value: Any) -> str:
    """A call's id. One that came as a JSON number has lost its last zeros and names another call, so it is none."""
    return value.strip() if isinstance(value, str) else ""
