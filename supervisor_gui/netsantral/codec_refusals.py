"""What the PBX means by no: from its codes and words to a typed refusal. Words for users are in `explain`."""

import re
from collections.abc import Mapping
from typing import Any

from supervisor_gui.netsantral.codec_values import as_text
from supervisor_gui.netsantral.errors import BadCredentials, LimitReached, Refusal
from supervisor_gui.text import fold

_CREDENTIALS = frozenset({"credentials", "not_enabled"})

_CODES: Mapping[str, Mapping[str, str]] = {
    "pbx": {"30": "parameter", "70": "no_queue", "80": "limit", "100": "limit", "101": "limit"},
    "queue_numbers": {
        "30": "credentials",
        "40": "pbx_info",
        "70": "parameter",
        "80": "limit",
        "100": "system",
        "101": "limit",
        "331": "not_enabled",
    },
    "report": {
        "30": "credentials",
        "40": "no_record",
        "50": "date",
        "60": "span",
        "70": "query",
        "72": "rejected_query",
        "80": "limit",
        "100": "limit",
        "101": "limit",
        "331": "not_enabled",
    },
    "statistics": {
        "30": "credentials",
        "40": "no_record",
        "50": "date",
        "60": "span",
        "70": "query",
        "80": "limit",
        "100": "limit",
        "101": "limit",
        "331": "not_enabled",
    },
    "autodial": {
        "30": "credentials",
        "60": "no_package",
        "70": "parameter",
        "80": "limit",
        "100": "limit",
        "101": "limit",
        "301": "bad_id",
        "331": "not_enabled",
        "400": "no_list",
    },
}
"""Per service: code → reason. The same code means different things to different services (docs/protocol.md, Codes)."""

_WORDS: tuple[tuple[str, str], ...] = (
    (r"kullanici dogrulanamadi|yanlis kullanici", "credentials"),
    (r"limit\w* as[iı]|limit exceeded|rate limit|too many requests", "limit"),
    (r"uri hatali", "bad_uri"),
    (r"yanlis parametre 2", "parameter_2"),
    (r"eksik yada yanlis parametre", "parameter"),
    (r"boyle bir kuyruk yoktur", "no_queue"),
    (r"no such queue", "no_such_queue"),
    (r"already there", "already_member"),
    (r"not there", "not_member"),
    (r"not dynamic", "static_member"),
    (r"interface not found", "interface_not_found"),
    (r"out of memory", "pbx_memory"),
    (r"gecersiz tenant", "tenant"),
    (r"kayit bulunamadi", "no_record"),
    (r"no registration", "no_registration"),
    (r"get busy", "rejected_call"),
    (r"no answer", "no_answer"),
    (r"^busy$", "busy_line"),
    (r"unknown reason", "unknown_reason"),
    (r"unsuccessful", "unsuccessful"),
    (r"channel not specified", "channel"),
    (r"no such channel|channel does not exist", "no_call"),
    (r"bir veya birden fazla kuyrukta hata", "queue_error"),
    (r"eklenemedi", "rows_failed"),
    (r"successfully queued", "queued"),
    (r"success|islemi yapildi|basariyla|basarili", "unclear_yes"),
)
"""Folded pattern → reason, the telling one first: Asterisk's text is glued to a Turkish one that says less."""

_LONGEST_CODE = 20
LONGEST_WORDS = 2000
"""Characters kept of what a refusal says; nobody reads more, and looking through megabytes would take seconds."""

_BARE_CODE = re.compile(r"[0-9]{1,4}")

_PATTERNS = tuple((re.compile(pattern), reason) for pattern, reason in _WORDS)


def refusal(operation: str, service: str, answer: Mapping[str, Any]) -> Refusal:
    """The typed refusal in an answer that is known to be one; the PBX's code and words are kept as they came."""
    code = as_text(answer.get("code"))[:_LONGEST_CODE]
    words = (as_text(answer.get("message")) or as_text(answer.get("error")))[:LONGEST_WORDS]
    reason = refusal_reason(service, code, words)
    if reason in _CREDENTIALS:
        return BadCredentials(operation, reason, code=code, words=words)
    kind = LimitReached if reason == "limit" else Refusal
    return kind(operation, reason, code=code, words=words)


def plain_refusal(operation: str, service: str, text: str) -> Refusal | None:
    """The refusal in a text that is a bare code or known words and nothing else; None if it is neither."""
    words = text.strip()
    if _BARE_CODE.fullmatch(words):
        return refusal(operation, service, {"code": words})
    if refusal_reason(service, "", words[:200]) == "other":
        return None
    return refusal(operation, service, {"message": words[:200]})


def refusal_reason(service: str, code: str, words: str) -> str:
    """A stable word for the refusal; "other" when neither code nor words are known.

    A code that limits or that the API host gives is taken first; call control's codes say less than its words.
    """
    told = _CODES.get(service, {}).get(code, "")
    if told == "limit" or (told and service != "pbx" and told != "parameter"):
        return told
    folded = fold(words).strip()
    for pattern, reason in _PATTERNS:
        if pattern.search(folded):
            return reason
    return told or "other"
