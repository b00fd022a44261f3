"""Calls in words: states, directions, and what became of an order with what to do. It shows nothing by itself."""

from collections.abc import Mapping

from supervisor_gui.i18n import QT_TRANSLATE_NOOP, translate
from supervisor_gui.live.call_commands import CallCommand, CallOrder, HangUp, Mute, StartCommand
from supervisor_gui.live.commands import Outcome
from supervisor_gui.live.live_calls import CallDirection, CallState
from supervisor_gui.netsantral.errors import Refusal
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.netsantral.types_calls import MuteDirection


def state_words(state: CallState) -> str:
    """Where a call stands."""
    words = {
        CallState.ORDERED: translate("Calls", "Being called"),
        CallState.RINGING: translate("Calls", "Ringing"),
        CallState.WAITING: translate("Calls", "Waiting"),
        CallState.TALKING: translate("Calls", "Talking"),
        CallState.ENDED: translate("Calls", "Ended"),
    }
    return words[state]


def direction_words(direction: CallDirection) -> str:
    """Who called whom."""
    words = {
        CallDirection.INCOMING: translate("Calls", "Incoming"),
        CallDirection.OUTGOING: translate("Calls", "Outgoing"),
        CallDirection.INTERNAL: translate("Calls", "Internal"),
        CallDirection.BRIDGE: translate("Calls", "Bridge"),
    }
    return words[direction]


def muted_words(direction: MuteDirection) -> str:
    """What a mute in this direction is meant to do; which side it really silences is not confirmed."""
    words = {
        MuteDirection.IN: translate("Calls", "this party is not heard"),
        MuteDirection.OUT: translate("Calls", "hears nothing"),
        MuteDirection.ALL: translate("Calls", "neither is heard nor hears"),
    }
    return words[direction]


def ending_words(reason: str) -> str:
    """Why a call came to nothing, from the stable reason of its error; empty when it did not."""
    return explain(Refusal("", reason)).title if reason else ""


_REFUSED_HERE: Mapping[str, tuple[str, str]] = {
    "busy": (
        QT_TRANSLATE_NOOP("Calls", "The same is under way already."),
        QT_TRANSLATE_NOOP("Calls", "Wait for its outcome."),
    ),
    "twice": (
        QT_TRANSLATE_NOOP("Calls", "This number was called a moment ago."),
        QT_TRANSLATE_NOOP("Calls", "To call it once more, press again after two seconds."),
    ),
    "policy": (
        QT_TRANSLATE_NOOP("Calls", "This seat may not do that."),
        QT_TRANSLATE_NOOP("Calls", "Ask whoever looks after the program's rights."),
    ),
    "password": (
        QT_TRANSLATE_NOOP("Calls", "Nothing is sent until the PBX accepts the login."),
        QT_TRANSLATE_NOOP("Calls", "Enter the password anew."),
    ),
    "no_extension": (
        QT_TRANSLATE_NOOP("Calls", "It is not known which extension is yours."),
        QT_TRANSLATE_NOOP("Calls", "Enter your extension on the Calls page or in the settings."),
    ),
    "no_line": (
        QT_TRANSLATE_NOOP("Calls", "No outgoing line is chosen."),
        QT_TRANSLATE_NOOP("Calls", "Enter the line's number under “more” beside the dial bar."),
    ),
    "no_id": (
        QT_TRANSLATE_NOOP("Calls", "The PBX has not told this call's id yet."),
        QT_TRANSLATE_NOOP("Calls", "Try again in a moment, or use the phone."),
    ),
    "inside_first": (
        QT_TRANSLATE_NOOP("Calls", "Attended transfer works only for calls that were started here, customer first."),
        QT_TRANSLATE_NOOP("Calls", "Transfer it blind, or use the phone."),
    ),
    "not_dialable": (
        QT_TRANSLATE_NOOP("Calls", "The PBX cannot call this number."),
        QT_TRANSLATE_NOOP("Calls", "Check the number, the extension and the line."),
    ),
    "ended": (
        QT_TRANSLATE_NOOP("Calls", "The call is over already."),
        QT_TRANSLATE_NOOP("Calls", "Nothing needs to be done."),
    ),
}
"""Stable word → what it means, and what to do."""

_OTHER = (
    QT_TRANSLATE_NOOP("Calls", "This was not sent."),
    QT_TRANSLATE_NOOP("Calls", "Try again; if it stays so, look into the log."),
)


def refused_here_words(word: str) -> str:
    """Why a command about a call was not sent, and what to do, as sentences."""
    return " ".join(_refused_here(word))


def _refused_here(word: str) -> tuple[str, str]:
    what, todo = _REFUSED_HERE.get(word, _OTHER)
    return translate("Calls", what), translate("Calls", todo)


def outcome_words(order: CallOrder) -> tuple[str, str]:
    """What became of `order`, and what to do; the second is empty when there is nothing to do.

    An error's first words have no full stop, as in `explain`; why we refused here is told in whole sentences.
    """
    if order.refused_here:
        return _refused_here(order.refused_here)
    match order.outcome:
        case Outcome.DONE:
            return _done_words(order)
        case Outcome.UNKNOWN | Outcome.CHECKING:
            return _unknown_words(order)
        case Outcome.REFUSED if order.error is not None:
            told = explain(order.error)
            return told.title, told.todo
        case Outcome.CANCELLED:
            return translate("Calls", "Not sent: the program was ending"), ""
        case Outcome.WAITING:
            return translate("Calls", "Waits to be sent"), ""
        case Outcome.SENT:
            return translate("Calls", "Sent, the PBX has not answered yet"), ""
        case _:
            return _refused_here("")


def _done_words(order: CallOrder) -> tuple[str, str]:
    command = order.command
    if isinstance(command, HangUp):
        return translate("Calls", "The call was ended"), ""
    if isinstance(command, Mute):
        if not command.muted:
            return translate("Calls", "The sound is on again"), ""
        unsure = translate("Calls", "Which side the PBX silences is to be confirmed: listen.")
        return translate("Calls", "Muted: {what}").format(what=muted_words(command.direction)), unsure
    if isinstance(command, StartCommand):
        if order.call:
            return translate("Calls", "The call is connected"), ""
        return translate("Calls", "The PBX took the call"), translate("Calls", "Watch the phone: it rings now.")
    if command.attended:
        return translate("Calls", "Attended transfer begun"), translate("Calls", "Speak first, then hang up.")
    return translate("Calls", "The call was transferred"), ""


def _unknown_words(order: CallOrder) -> tuple[str, str]:
    title = explain(order.error).title if order.error is not None else translate("Calls", "No answer came")
    return title, _look_first(order.command)


def _look_first(command: CallCommand) -> str:
    """After silence the same must not be sent again blindly."""
    if isinstance(command, StartCommand):
        return translate("Calls", "It is not known whether the call was started: see whether the phone rings first.")
    return translate("Calls", "It is not known whether it was done: see whether the call still goes on.")


def busy_words(key: str) -> str:
    """Why nobody else is called now; `key` ends the own call, empty while it cannot be ended."""
    if not key:
        return translate("Calls", "Nobody was called: your own call is still under way.")
    return translate("Calls", "Nobody was called: you are in a call. {key} hangs up, then call again.").format(key=key)
