"""Errors in words for a supervisor: what happened, what it means, what to do. It shows nothing by itself."""

from collections.abc import Mapping

from supervisor_gui.i18n import translate
from supervisor_gui.netsantral.codec_refusals import refusal_reason
from supervisor_gui.netsantral.endpoints import ENDPOINTS
from supervisor_gui.netsantral.errors import NotSent, PbxError, TransportError
from supervisor_gui.netsantral.explain_api import API_WORDS
from supervisor_gui.netsantral.explain_pbx import PBX_WORDS
from supervisor_gui.netsantral.explain_questions import QUESTION_WORDS
from supervisor_gui.netsantral.explain_recordings import RECORDING_WORDS
from supervisor_gui.netsantral.explain_transport import TRANSPORT_WORDS
from supervisor_gui.netsantral.explanation import Explanation, Words

__all__ = ["Explanation", "explain"]

_WORDS: Mapping[str, Words] = {
    **TRANSPORT_WORDS,
    **QUESTION_WORDS,
    **PBX_WORDS,
    **API_WORDS,
    **RECORDING_WORDS,
}
"""By reason, "question/reason", "service/reason" or "service/code"."""

_SERVICES = frozenset({"queue_numbers", "report", "statistics", "autodial", "events"})


def explain(error: PbxError) -> Explanation:
    """Tell `error` in today's language; every error has a next step."""
    words = next(_WORDS[key] for key in _keys(error) if key in _WORDS)
    return Explanation(
        title=translate("Errors", words.title),
        meaning=translate("Errors", words.meaning),
        todo=translate("Errors", words.todo),
        details=_details(error),
    )


def _keys(error: PbxError) -> tuple[str, ...]:
    """Names under which the words may stand, the telling ones first."""
    service = _service(error.operation)
    if isinstance(error, TransportError):
        family = "http" if error.reason.startswith("http_") else ""
        last = "not_sent" if isinstance(error, NotSent) else "no_answer_came"
        ways = ("question/", "") if _asks(error.operation) else ("",)
        others = (f"{way}{reason}" for reason in (error.reason, family, last) for way in ways)
        return f"{service}/{error.reason}", f"{service}/{family}", *others
    told = error.reason if error.reason != "other" else refusal_reason(service, error.code, error.words)
    return f"{service}/{error.code}", f"{service}/{told}", told, f"pbx/{told}", "other"


def _asks(operation: str) -> bool:
    """Whether an operation changes nothing."""
    endpoint = ENDPOINTS.get(operation)
    return endpoint is not None and endpoint.repeatable


def _service(operation: str) -> str:
    """Whose codes an operation's answers carry (docs/protocol.md, Codes)."""
    endpoint = ENDPOINTS.get(operation)
    if endpoint is not None:
        return endpoint.service
    return operation if operation in _SERVICES else "pbx"


def _details(error: PbxError) -> str:
    """What to read out to the PBX's support: its words as they came, and our name for the failure with its code."""
    parts = dict.fromkeys(part for part in (error.words, error.details, str(error)) if part)
    return "\n".join(parts)
