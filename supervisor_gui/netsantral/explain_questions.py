"""Explanations of questions that got no answer: they change nothing, so nothing can have been carried out unseen."""

from collections.abc import Mapping

from supervisor_gui.i18n import QT_TRANSLATE_NOOP
from supervisor_gui.netsantral.explanation import Words

_ASKED = QT_TRANSLATE_NOOP("Errors", "It was only a question, so nothing was changed at the PBX.")
_AGAIN = QT_TRANSLATE_NOOP("Errors", "Try again in a moment; if it stays so, check the internet connection.")

QUESTION_WORDS: Mapping[str, Words] = {
    "question/deadline": Words(QT_TRANSLATE_NOOP("Errors", "The PBX did not answer in time"), _ASKED, _AGAIN),
    "question/cut": Words(QT_TRANSLATE_NOOP("Errors", "The connection broke before the answer"), _ASKED, _AGAIN),
    "question/empty": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX's answer was empty"),
        _ASKED,
        QT_TRANSLATE_NOOP("Errors", "Try again in a minute; if it stays so, tell Netgsm."),
    ),
    "question/http": Words(
        QT_TRANSLATE_NOOP("Errors", "The server answered with an error"),
        QT_TRANSLATE_NOOP("Errors", "The PBX or something on the way has a fault. Nothing was changed by it."),
        QT_TRANSLATE_NOOP("Errors", "Wait a few minutes. If it stays so, tell Netgsm the code from the details."),
    ),
    "question/no_answer_came": Words(
        QT_TRANSLATE_NOOP("Errors", "No usable answer from the PBX"),
        _ASKED,
        _AGAIN,
    ),
}
"""Of operations that change nothing; all other reasons are told as those of orders are."""
